"""A part and the whole that it is of, told as one phrase, which cannot be of two things: "26 of 74 trades won", where the 26 are A's and the
74 are B's."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.number_match import match
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import measure_of

_COUNTS = frozenset({"count", "plain"})
# "26 of the 74", "26 out of 74", "74 trades, 26 of them", "of those 74, 26 won", "74 in all, of which 26"
_PHRASES = (
    re.compile(r"(?: [a-z]+){0,2} (?:out )?of (?:(?:the|its|your|all|those|these|a total of|their) ){0,2}[*_]{0,2}", re.IGNORECASE),
    re.compile(r"(?: [a-z]+){0,4},? (?:and )?of (?:which|these|those|them),? [*_]{0,2}", re.IGNORECASE),
)  # fmt: skip
_BEHIND = re.compile(r"(?: [a-z]+){0,3}, [*_]{0,2}", re.IGNORECASE)
_OF_THOSE = re.compile(r"\bof (?:the|those|these|its|all|your)(?: total)? [*_]{0,2}$", re.IGNORECASE)
_OF_THEM = re.compile(r"(?: [a-z]+){0,4}(?:,| and|;|:) [*_]{0,2}", re.IGNORECASE)
_THEM = re.compile(r"[*_]{0,2} of (?:them|these|those|which)\b", re.IGNORECASE)

_LISTED = re.compile(r"0(?:,|,? and|,? or| &) [*_]{0,2}$")  # numbers of several things, before those of the same


def part_and_whole(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[int, ToolNumber]]:
    """The second of two such numbers, by place, with the number that the thing of the first one has there."""
    for place, (first, last) in enumerate(pairwise(claims), start=1):
        if first.passage != last.passage or answer.is_cell(last) or not _are_counts(first, last):
            continue
        one, other = held.get(first.quantity), held.get(last.quantity)
        if one is None or other is None or one.prose or other.prose or one.measured == other.measured:
            continue
        if any(measure_of(each.measured) != "count" for each in (one, other)):
            continue
        if one.scope.keys() != other.scope.keys():
            continue  # of a thing and of the whole that it is a part of
        start = first.quantity.start
        if _LISTED.search(answer.text, max(0, start - 12), start) or not _is_one_phrase(answer.text, first, last):
            continue
        pairs = ((own, each) for own in matches[first.quantity] for each in matches[last.quantity])
        if any(_are_of_one(own, each) for own, each in pairs):
            continue
        due = next((each for each in index.by_metric.get(other.measured or "", ()) if _are_of_one(one, each)), None)
        if due is not None and match(last.quantity, due, named=True) is None:
            yield place, due


def _are_counts(first: Claim, last: Claim) -> bool:
    return all(each.quantity.kind in _COUNTS and each.quantity.step >= 1 for each in (first, last))


def _is_one_phrase(text: str, first: Claim, last: Claim) -> bool:
    """Whether the words between and around two counts say that one is a part of the other."""
    start, end = first.quantity.end, last.quantity.start
    if any(phrase.fullmatch(text, start, end) for phrase in _PHRASES):
        return True
    if _BEHIND.fullmatch(text, start, end) and _OF_THOSE.search(
        text, max(0, first.quantity.start - 24), first.quantity.start
    ):
        return True
    return _THEM.match(text, last.quantity.end) is not None and _OF_THEM.fullmatch(text, start, end) is not None


def _are_of_one(number: ToolNumber, other: ToolNumber) -> bool:
    """Whether two numbers are of one thing and one time: stand in one record, or bear the same names."""
    beside = number.call == other.call and number.scope == other.scope and number.times == other.times
    return beside or record_of(number.source) == record_of(other.source)
