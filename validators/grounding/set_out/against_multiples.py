"""Multiples in words that the two numbers which the answer sets out beside them are not."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import widest
from validators.grounding.set_out.multiples import MAY_MULTIPLY, Multiple, is_denied, is_within, multiples
from validators.grounding.set_out.operands import AGAINST, Told, ToldNumbers, are_of_one_kind
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.numbers.quantity import Quantity
from validators.reasons import Reason

_MOST = 10
_AT = re.compile(r"\bat \W{0,3}$")
_KINDS = ("money", "percent", "count", "plain", "duration", "multiple", "basis_points")
_IS = re.compile(
    r"\b(?:is|was|are|were|['’]s) (?:(?:about|around|roughly|some|approximately|only|just|over|under|nearly|almost|more than|less than) )?\W{0,3}$",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\W*(?:that|this|it|which)(?:['’]s| is| was| comes to| makes(?: it)?| amounts to) ", re.IGNORECASE
)
_OBJECT = re.compile(r"(?:(?!\b(?:and|but|while)\b)[^.;,:()\d]){0,60}\(?[^\w.;,:()]{0,3}")


def against_multiples(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The multiples that stand beside the numbers they are of: what is wrong with them, or None."""
    for place, passage in answer.outline.running:
        if MAY_MULTIPLY.search(answer.text, passage.start, passage.end) is None:
            continue
        for multiple in multiples(answer.text, passage.start, passage.end, answer.quantities_in(place)):
            pair, ordered = _pair(answer, told, place, multiple)
            if not pair or is_denied(answer.text, multiple, passage.start):
                continue
            others = [] if ordered else told.at_hand(place)
            others = [each for each in others if each not in pair and are_of_one_kind(pair[0], each)]
            pairs = combinations([*pair, *others][:_MOST], 2)
            yield None if any(_is(multiple, *two, ordered=ordered) for two in pairs) else _wrong(answer, multiple, pair)


def _is(multiple: Multiple, one: Told, other: Told, *, ordered: bool) -> bool:
    values = one.stated.value, other.stated.value
    room = sum(widest(each.quantity) / (abs(each.quantity.value) or 1.0) for each in (one, other))
    return is_within(multiple, *values, room, ordered=ordered)


def _pair(answer: Answer, told: ToldNumbers, place: int, multiple: Multiple) -> tuple[Sequence[Told], bool]:
    """The two numbers that a multiple is said of: one before and one behind it, or both on one side; and whether it is said of the
    first that it is so many times the second."""
    text, start = answer.text, answer.outline.passages[place].start
    own = [
        each
        for each in told.of(place)
        if each.quantity.kind in _KINDS and each.quantity.start != multiple.start and not _is_setting(text, each)
    ]
    before = [each for each in own if each.quantity.end <= multiple.start]
    after = [each for each in own if each.quantity.start >= multiple.start]
    is_said = _IS.search(text, start, multiple.start) is not None
    if after and not before and _THAT_IS.match(text, start):
        before = told.of(place - 1)[-1:]
        if before and are_of_one_kind(before[0], after[0]):
            return (before[0], after[0]), is_said
    if before and after and _goes_with(text, multiple, before[-1], after[0]):
        return (before[-1], after[0]), is_said
    for one, other in told.groups(multiple.start, multiple.end, place, _KINDS, 2):
        behind = one.quantity.start >= multiple.end
        return (one, other), behind and AGAINST.fullmatch(text, one.quantity.end, other.quantity.start) is not None
    return (), False


def _is_setting(text: str, told: Told) -> bool:
    """Whether a number of no known metric only tells where something was measured: "at 100 million"."""
    known = told.number is not None and told.number.measured in METRICS
    return not known and _AT.search(text, max(0, told.quantity.start - 8), told.quantity.start) is not None


def _goes_with(text: str, multiple: Multiple, subject: Told, other: Told) -> bool:
    return are_of_one_kind(subject, other) or _is_object(text, multiple, subject, other)


def _is_object(text: str, multiple: Multiple, subject: Told, other: Told) -> bool:
    """Whether a number, be it of another metric, is what the words set the other one against: "a win ($600) is twice the size of a loss ($300)"."""
    told = subject.number is not None and other.number is not None and subject.quantity.kind == other.quantity.kind
    return told and _OBJECT.fullmatch(text, multiple.end, other.quantity.start) is not None


def _wrong(answer: Answer, multiple: Multiple, pair: Sequence[Told]) -> GroundedNumber:
    one, other = (each.quantity.text for each in pair)
    source = next((each.number.source for each in pair if each.number), None)
    return is_not(answer, multiple, f"{one} and {other} beside it", source)


def is_not(answer: Answer, multiple: Multiple, pair: str, source: str | None) -> GroundedNumber:
    """What is wrong with a multiple that two numbers are not to each other."""
    said = answer.written(multiple.start, multiple.end)
    quantity = Quantity(
        text=said, start=multiple.start, end=multiple.end, kind="multiple", value=multiple.low, step=1.0
    )
    return failed(quantity, Reason.UNGROUNDED_NUMBER, f"{said!r} is not what {pair} are to each other", source)
