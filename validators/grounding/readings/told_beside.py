"""Numbers that a sentence tells beside each other, where one of them cannot be what it says: of two things at once, or of another metric
than the one that it is set against."""

import itertools
import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open, speaks_of
from validators.grounding.answer.told_alike import kind_of
from validators.grounding.fit.claim_fit import ClaimFit, Held
from validators.grounding.number_match import match
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS

_NEAR = 3  # claims
_LONGEST_BETWEEN = 70  # characters
_LEVEL = re.compile(
    r"\b(?:(?:both|each|all) (?:at|have|had|with|stand|stood|sit|come|came|post|posted|show|showed|ma[dk]e|earn|earned|return|returned|have|of)\b|same|equal\w*|identical\w*|ties?|tied|level|alike|no difference|repeat\w*|again|likewise|too|as well|neither|indistinguishable|draw)\b",
    re.IGNORECASE,
)
_SET_BESIDE = re.compile(
    r"\b(?:to|versus|vs|against|than|and|while|whereas|compared|comparison|opposed|other|second|latter|reach\w*|match\w*|beats?|tops?|exceeds?|lags?|trails?|below|above|from)\b|→",
    re.IGNORECASE,
)


def set_against_another(
    answer: Answer, index: ToolIndex, fit: ClaimFit, claims: Sequence[Claim], held: Held
) -> list[Claim]:
    """Numbers that are told beside one of another thing ("A ended lower than B ($9,000 against $12,000)"), but are of another
    metric, which the tools returned for both."""
    found = []
    measured = [claim for claim in claims if claim.quantity.kind not in ("date", "split", "duration", "basis_points")]
    for before, claim in itertools.pairwise(measured):
        context, number, beside = claim.context, held[claim.quantity], held[before.quantity]
        if number is None or beside is None or claim.passage != before.passage or context.direct:
            continue
        if beside.metric not in METRICS or number.measured not in METRICS or beside.metric == number.measured:
            continue
        apart = context.names != before.context.names or context.times != before.context.times
        own = context.metrics is None or context.metrics == before.context.metrics
        if not own or claim.quantity.kind != before.quantity.kind:
            continue
        set_against = answer.is_set_against(before, claim)
        if apart and (
            set_against or answer.is_compared(before, claim) or _is_of_the_same(answer, before, claim, number)
        ):
            rivals = index.by_metric.get(beside.metric, ())
            if any(each.measured == beside.measured and fit.fits(claim, each) for each in fit.matches(claim)):
                continue
            meant = [each for each in rivals if fit.thing.is_named(claim, each) and fit.time.fits(claim, each)]
            told = {id(held[other.quantity]) for other in measured if other.passage == claim.passage}
            if meant and not any(id(each) in told for each in meant):
                found.append(claim)
    return found


def _is_of_the_same(answer: Answer, before: Claim, claim: Claim, number: ToolNumber) -> bool:
    """Whether nothing said with a number, or between it and the one before, is of what a tool says that it is: "on annual return, A (2%)
    trails B (70%)"."""
    inside = answer.quantities_in(claim.passage)
    sentence, start = answer.sentence(claim)
    end = min((each.start for each in inside if each.start >= claim.quantity.end), default=start + len(sentence))
    begin = before.quantity.end
    if any(begin <= mention.start < end for mention in answer.metrics.mentions(claim.passage)):
        return False
    said = answer.text[begin : claim.quantity.start] + " " + answer.text[claim.quantity.end : end]
    return is_open(number.measured or "") or not speaks_of(said, number.measured or "")


def told_twice(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held
) -> Iterator[tuple[int, ToolNumber]]:
    """Numbers that a sentence about two things tells of both, where the tools returned it of one and another of the other."""
    for place, claim in enumerate(claims):
        earlier = _told_before(claims, place)
        if earlier is None:
            continue
        before = claims[earlier]
        number, first = held[claim.quantity], held[before.quantity]
        said = number or first
        again = before.quantity.value == claim.quantity.value and before.quantity.step == claim.quantity.step
        if said is None or not (first is number or (again and None in (first, number))):
            continue
        if claim.quantity.kind in ("date", "split", "duration") or _LEVEL.search(answer.sentence(claim)[0]):
            continue
        inside = [each for each in claims if each.passage == claim.passage]
        between = answer.text[before.quantity.end : claim.quantity.start]
        apart = claim.context.names != before.context.names
        if not apart and not (len(between) <= _LONGEST_BETWEEN and _SET_BESIDE.search(between)):
            continue  # one thing, told again
        rivals = [each for each in index.by_metric.get(said.measured or "", ()) if each is not said]
        told = {id(each) for other in inside if (each := held[other.quantity]) is not None}
        for dimension, names in _among(answer, inside).items():
            own = said.scope.get(dimension)
            others = [
                each for each in rivals if each.scope.get(dimension) in names - {own} and _are_of_one_time(said, each)
            ]
            unlike = others and all(match(claim.quantity, each, named=True) is None for each in others)
            if own in names and unlike and told.isdisjoint(map(id, others)):
                yield (place if first is not None else earlier), said
                break


def _told_before(claims: Sequence[Claim], place: int) -> int | None:
    """The claim before one that its sentence tells in the same way."""
    for earlier in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if claims[earlier].passage != claims[place].passage:
            return None
        if kind_of(claims[earlier].quantity) == kind_of(claims[place].quantity):
            return earlier
    return None


def _among(answer: Answer, claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The things that a sentence speaks of, two or more of a dimension; the settings of its runs too: "at 5 bps 12%, at 20 bps 12%"."""
    found = dict(answer.things.names_in(claims[0].passage))
    for claim in claims:
        for dimension, names in claim.context.names.items():
            found[dimension] = found.get(dimension, frozenset()) | names
    return {dimension: names for dimension, names in found.items() if len(names) > 1}


def _are_of_one_time(number: ToolNumber, other: ToolNumber) -> bool:
    """Whether two numbers are of the same time, or at least one is of none."""
    return set(number.times) == set(other.times) or not number.times or not other.times
