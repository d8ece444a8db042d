"""Results that the arithmetic in the bracket behind them does not give: "0.45 (7.2% divided by 16.1%)", "42% of the profit (20,700 of
49,600 dollars)"."""

import re
from collections.abc import Callable, Iterator

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import PER_FRACTION, widest
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.numbers.quantity import Quantity
from validators.reasons import Reason

_OPENED = re.compile(r"[^.;()\d]{0,60}\([^\w()]{0,3}")
_CLOSED = re.compile(r"(?:[ -][a-z%]+){0,3}[^\w()]{0,3}\)", re.IGNORECASE)
_NOUNS = r"(?:[ -][a-z%]+){0,3}?"
_PART = re.compile(rf"{_NOUNS} (?:out )?of [^\w()]{{0,3}}", re.IGNORECASE)
_IS_PART = re.compile(r"[ *_]{1,4}of\b", re.IGNORECASE)
_OPERATIONS: tuple[tuple[re.Pattern[str], Callable[[float, float], float]], ...] = tuple(
    (re.compile(rf"(?:{words}) ?[^\w()]{{0,3}}", re.IGNORECASE), work)
    for words, work in (
        (rf"{_NOUNS} (?:divided by|over)| ?[/÷]", lambda a, b: a / b if b else 0.0),
        (rf"{_NOUNS} (?:minus|less|[−–](?= ))", lambda a, b: a - b),
        (rf"{_NOUNS} (?:plus|\+)", lambda a, b: a + b),
    )
)
_BRACKETED = re.compile(r"\([^()]{3,60}\)")


def against_brackets(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The results that have their two operands in a bracket, with what is wrong with those that these do not come to."""
    text = answer.text
    for place, passage in answer.outline.running:
        if _BRACKETED.search(text, passage.start, passage.end) is None:
            continue
        own = told.of(place)
        for result, one, other in zip(own, own[1:], own[2:], strict=False):
            if not _OPENED.fullmatch(text, result.quantity.end, one.quantity.start):
                continue
            if not _CLOSED.match(text, other.quantity.end) or not result.is_grounded:
                continue
            work = _work(text, result.quantity, one.quantity, other.quantity)
            if work is not None:
                yield None if _is_met(work, result.quantity, one, other) else _wrong(result, one, other)


def _work(text: str, result: Quantity, one: Quantity, other: Quantity) -> Callable[[float, float], float] | None:
    """What is written between two operands; a part of a whole, where the result is told as one. "120 trades over 3 years" divides nothing."""
    if other.kind == "duration":
        return None
    for pattern, work in _OPERATIONS:
        if pattern.fullmatch(text, one.end, other.start):
            return work
    part = _PART.fullmatch(text, one.end, other.start) and _IS_PART.match(text, result.end)
    return _OPERATIONS[0][1] if part and result.kind in ("percent", "fraction") else None


def _is_met(work: Callable[[float, float], float], result: Quantity, one: Told, other: Told) -> bool:
    """Whether the operands come to the result, within what the rounding of all three leaves open."""
    per = PER_FRACTION.get(result.kind, 1.0)
    size, room = abs(result.value), widest(result)
    for sign in (1, -1):
        ends = [
            [part * each.quantity.value + side * widest(each.quantity) for side in (-1, 1)]
            for each, part in ((one, 1), (other, sign))
        ]
        for first in (1.0, PER_FRACTION.get(one.quantity.kind, 1.0)):
            for second in (1.0, PER_FRACTION.get(other.quantity.kind, 1.0)):
                values = [abs(work(a / first, b / second)) for a in ends[0] for b in ends[1]]
                if any(min(values) * scale - room <= size <= max(values) * scale + room for scale in {1.0, per}):
                    return True
    return False


def _wrong(result: Told, one: Told, other: Told) -> GroundedNumber:
    message = f"{result.quantity.text} does not follow from {one.quantity.text} and {other.quantity.text} in the bracket behind it"
    return failed(
        result.quantity,
        Reason.UNGROUNDED_NUMBER,
        message,
        next((e.number.source for e in (one, other) if e.number), None),
    )
