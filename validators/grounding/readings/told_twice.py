"""Numbers that a sentence tells twice, once of what they are and once of something else: "A made 11%, B 11%", "85 winners, 85 losers",
"safer by its drawdown, 32% against 32%"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open, speaks_of
from validators.grounding.answer.told_alike import kind_of
from validators.grounding.fit.claim_fit import Held
from validators.grounding.number_match import match
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS

_NEAR = 3  # claims
_LONGEST_BETWEEN = 70  # characters
_LEVEL = re.compile(
    r"\b(?:(?:both|each|all) (?:at|have|had|with|stand|stood|sit|come|came|post|posted|show|showed|ma[dk]e|earn|earned|return|returned|have|of)\b|agree\w*|same|equal\w*|identical\w*|ties?|tied|level|alike|no difference|repeat\w*|again|likewise|too|as well|neither|indistinguishable|draw)\b",
    re.IGNORECASE,
)
_SET_BESIDE = re.compile(
    r"\b(?:to|versus|vs|against|than|and|while|whereas|compared|comparison|opposed|other|second|latter|reach\w*|match\w*|beats?|tops?|exceeds?|lags?|trails?|below|above|from)\b|→",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"%?[\s*_(]{0,4}(?:to|next to|beside|vs\.?|versus|against|compared (?:with|to)|as (?:opposed|compared) to|instead of|rather than|→|->)\s(?:only |just |a |an )?[*_$€£+−-]{0,4}",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"[\s*_%)]{0,3}(?:\([^()\d]{0,30}\d{0,4}\)[\s*_]{0,2})?(?:,|;|/|>|→|->|,? and|,? then|, and then)\s[*_$€£+(−-]{0,4}"
)
_FEWEST_LISTED = 3
# "76 on the way down and 143 on the way back"
_LABELLED = re.compile(
    r"[\s*_%]{0,3}(?P<label>(?:[^\W\d]+[- ]){0,4}[^\W\d]+),?(?:\s(?:and|but|against|versus|next to|while|with))?,?\s[*_$€£+(−-]{0,4}"
)
_LABEL = re.compile(r"[\s*_%]{0,3}(?P<label>(?:[^\W\d]+[- ]){0,4}[^\W\d]+)")
_LEAD = re.compile(r"[^\W\d][^,;:(|\d]*[:=]?[\s*_$€£+−-]*$")  # the last label or clause before a number
# "of those 47, 25 made money"
_TAKEN_UP = re.compile(r"\b(?:the|that|this|those|these|of|all|its|from|on|same)\s[*_$€£+−-]{0,4}$", re.IGNORECASE)


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
        if claim.quantity.kind in ("date", "split"):
            continue
        inside = [each for each in claims if each.passage == claim.passage]
        between = answer.text[before.quantity.end : claim.quantity.start]
        against = _AGAINST.fullmatch(between) is not None and again and first is number
        if not (against and _is_one_of_several(said, claim, index)) and _LEVEL.search(answer.sentence(claim)[0]):
            continue
        if (
            again
            and first is number
            and claim.quantity.kind != "fraction"
            and (
                (_is_one_of_several(said, claim, index) and are_of_two(answer, inside, before, claim))
                or _leaves_untold(answer, index, inside, held, claim, said)
                or any(_is_called_otherwise(answer, index, inside, held, each, said) for each in (before, claim))
            )
        ):
            yield place, said
            continue
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


def _is_one_of_several(said: ToolNumber, claim: Claim, index: ToolIndex) -> bool:
    """Whether the tools returned a number's metric for several things, of each another number."""
    rivals = [each for each in index.by_metric.get(said.measured or "", ()) if each is not said]
    return bool(rivals) and all(match(claim.quantity, each, named=True) is None for each in rivals)


def are_of_two(answer: Answer, inside: Sequence[Claim], before: Claim, claim: Claim) -> bool:
    """Whether two numbers are set against each other, are two of a list, or have labels of their own, so that they are of two things."""
    text, first, second = answer.text, before.quantity, claim.quantity
    if _AGAINST.fullmatch(text, first.end, second.start):
        return True
    if _LISTED.fullmatch(text, first.end, second.start):
        told = [each.quantity for each in inside if kind_of(each.quantity) == kind_of(second)]
        at = told.index(second)
        run = [place for place in (at - 1, at, at + 1) if 0 < place < len(told)]
        listed = [_LISTED.fullmatch(text, told[place - 1].end, told[place].start) is not None for place in run]
        return sum(listed) + 1 >= _FEWEST_LISTED
    label, other = _LABELLED.fullmatch(text, first.end, second.start), _LABEL.match(text, second.end)
    return label is not None and other is not None and label["label"].lower() != other["label"].lower()


def _untold(index: ToolIndex, inside: Sequence[Claim], held: Held, claim: Claim, said: ToolNumber) -> frozenset[str]:
    """The metrics that the tools returned, that a number like the claim's could be, and of which its sentence tells no number."""
    if said.measured is None or said.measured in SETTINGS:
        return frozenset()
    told = {number.measured for each in inside if (number := held[each.quantity]) is not None}
    return frozenset(name for name in index.held - told if name in METRICS and can_be(claim.quantity, name))


def _leaves_untold(
    answer: Answer, index: ToolIndex, inside: Sequence[Claim], held: Held, claim: Claim, said: ToolNumber
) -> bool:
    """Whether the sentence names another metric too, of which it tells no number."""
    start = claim.quantity.start
    if _TAKEN_UP.search(answer.text, max(0, start - 12), start):
        return False
    untold = _untold(index, inside, held, claim, said)
    return any(
        said.measured not in mention.means and not untold.isdisjoint(mention.means)
        for mention in answer.metrics.mentions(claim.passage)
    )


def _is_called_otherwise(
    answer: Answer, index: ToolIndex, inside: Sequence[Claim], held: Held, claim: Claim, said: ToolNumber
) -> bool:
    """Whether the words right before the claim are of another metric's field, and do not name the number's own: "costs deducted:"."""
    ends = [each.quantity.end for each in inside if each.quantity.end <= claim.quantity.start]
    lead = answer.text[max(ends, default=answer.outline.passages[claim.passage].start) : claim.quantity.start]
    called = _LEAD.search(lead)
    if called is None or (said.measured is not None and not is_open(said.measured) and speaks_of(lead, said.measured)):
        return False
    names = answer.metrics.mentions(claim.passage)
    start = claim.quantity.start - len(lead)
    if any(start <= each.start < claim.quantity.start and said.measured in each.means for each in names):
        return False
    others = _untold(index, inside, held, claim, said)
    return any(not is_open(name) and speaks_of(called[0], name) for name in others)


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
