"""Numbers that a sentence tells beside each other, where one of them cannot be what it says: of two things at once, or of another metric
than the one that it is set against."""

import itertools
import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.money_ends import BECAME
from validators.grounding.claim_fit import ClaimFit, Held
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.numbers.quantity import Quantity

_VERSUS = re.compile(r"\b(?:to|versus|vs|against|compared)\b")
_OPENED = re.compile(
    r"\b(?:open(?:s|ed)|start(?:s|ed|ing)|began|begins|beginning|initial|put in|invested|deposited|from|out of)\b[^.;\d]{0,20}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:worth|h[eo]lds?|have|has|now|end(?:s|ed|ing)?|clos(?:es|ed|ing)|finish\w*|became|grew|left|final|stood|came)\b",
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
        if beside.metric not in METRICS or number.metric not in METRICS or beside.metric == number.metric:
            continue
        apart = context.names != before.context.names or context.times != before.context.times
        own = context.metrics is None or context.metrics == before.context.metrics
        if not own or claim.quantity.kind != before.quantity.kind:
            continue
        set_against = answer.is_set_against(before, claim)
        if (apart and (set_against or answer.is_compared(before, claim))) or (
            set_against
            and answer.names_two(claim)
            and _VERSUS.search(answer.text, before.quantity.end, claim.quantity.start)
        ):
            rivals = index.by_metric.get(beside.metric, ())
            if any(each.measured == beside.measured and fit.fits(claim, each) for each in fit.matches(claim)):
                continue
            meant = [each for each in rivals if fit.names_are(claim, each) and fit.time_fits(claim, each)]
            told = {id(held[other.quantity]) for other in measured if other.passage == claim.passage}
            if meant and not any(id(each) in told for each in meant):
                found.append(claim)
    return found


def told_twice(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held
) -> Iterator[tuple[int, ToolNumber]]:
    """Numbers that a sentence about two things tells of both, where the tools returned it of one and another of the other."""
    for place, claim in enumerate(claims[1:], 1):
        before, number = claims[place - 1], held[claim.quantity]
        if number is None or held[before.quantity] is not number or before.passage != claim.passage:
            continue
        if _is_start_and_end(answer, index, before.quantity, claim.quantity, number):
            yield place, number
            continue
        among = dict(answer.things.names_in(claim.passage))
        for dimension, names in claim.context.names.items():  # settings: "at 5 bps 12%, at 20 bps 12%"
            told = before.context.names.get(dimension)
            if told is not None and names.isdisjoint(told):
                among[dimension] = names | told
        if not among or claim.quantity.kind in ("date", "split", "duration"):
            continue
        if claim.context.names == before.context.names and not answer.is_set_against(before, claim):
            continue  # one thing, told again
        rivals = [each for each in index.by_metric.get(number.measured or "", ()) if each is not number]
        for dimension, names in among.items():
            own = number.scope.get(dimension)
            others = {each.scope.get(dimension): each.value for each in rivals if each.scope.get(dimension) in names}
            if own in names and any(name != own and value != number.value for name, value in others.items()):
                yield place, number
                break


def _is_start_and_end(answer: Answer, index: ToolIndex, before: Quantity, quantity: Quantity, held: ToolNumber) -> bool:
    """Whether an account is said to have gone from one amount to the same, where the tools returned two."""
    ends = {number.metric: number.value for number in index.numbers if number.metric in MONEY_ENDS}
    between = answer.text[before.end : quantity.start]
    joined = BECAME.fullmatch(between) is not None or (
        _OPENED.search(answer.text, max(0, before.start - 40), before.start) is not None
        and _ENDED.search(between) is not None
    )
    return joined and held.metric in MONEY_ENDS and len(set(ends.values())) == 2
