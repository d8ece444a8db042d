"""A grounding sentence filled from readings."""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from curation.faults.templates import Sentence, Slot
from curation.faults.tool_output import Reading
from curation.faults.written_number import Unfit, Written, write

_NEED = re.compile(r"([\w.]+)(>=|!=|<|>)(.+)")
_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {">=": operator.ge, "<": operator.lt, ">": operator.gt}
_MAGNITUDES = ("max_drawdown", "year_drawdown")  # some tools give a drawdown as -0.2, some as 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A slot as written at `start` of the sentence's text."""

    slot: Slot
    written: Written
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSentence:
    text: str
    sentence: Sentence
    filled: tuple[Filled, ...]

    def replaced(self, index: int, text: str) -> str:
        """The sentence with another text in one slot."""
        old = self.filled[index]
        return self.text[: old.start] + text + self.text[old.start + len(old.written.text) :]


def fill(
    sentence: Sentence, readings: Mapping[str, Reading], *, pieces: tuple[str | Slot, ...] | None = None
) -> FilledSentence:
    """The sentence with its slots written. Raises Unfit where a value has no unmistakable form, KeyError for a missing reading."""
    text = ""
    filled: list[Filled] = []
    for piece in pieces or sentence.pieces:
        if isinstance(piece, str):
            text += piece
            continue
        written = written_slot(piece, readings)
        filled.append(Filled(slot=piece, written=written, start=len(text)))
        text += written.text
    return FilledSentence(text=text, sentence=sentence, filled=tuple(filled))


def written_slot(slot: Slot, readings: Mapping[str, Reading]) -> Written:
    if slot.operation is None:
        reading = readings[slot.name]
        return write(reading.value, reading.unit, slot.code)
    value, unit = derive(slot.operation, tuple(readings[name] for name in slot.operands))
    return write(value, unit, slot.code)


def derive(operation: str, operands: tuple[Reading, ...]) -> tuple[Decimal, str]:
    """The value and unit of an operation on two readings of one unit; drawdowns count as magnitudes. Raises Unfit."""
    first, second = (magnitude(reading) for reading in operands)
    unit = operands[0].unit
    if operation in ("diff", "absdiff"):
        return (first - second if operation == "diff" else abs(first - second)), unit
    if operation == "sum":
        return first + second, unit
    if operation == "mean":
        return (first + second) / 2, unit
    if second <= 0 or first <= 0:
        raise Unfit(f"a {operation} needs two positive numbers")
    if operation == "ratio":
        return first / second, "multiple"
    change = (first - second) / second
    return (abs(change) if operation == "abspctchange" else change), "fraction"


def magnitude(reading: Reading) -> Decimal:
    value = number_of(reading)
    return abs(value) if reading.metric in _MAGNITUDES else value


def number_of(reading: Reading) -> Decimal:
    assert isinstance(reading.value, Decimal)
    return reading.value


def needs_hold(
    sentence: Sentence, readings: Mapping[str, Reading], *, flip: str | None = None, run: str | None = None
) -> bool:
    """Whether the sentence's needs hold. `flip`: the needs that speak of this slot ("*": all of two slots) must be broken instead.

    `run`: the sentence speaks of that run of two.
    """

    def look(name: str) -> Reading | None:
        return readings.get(f"{run}.{name}" if run else name)

    for need in sentence.needs:
        match = _NEED.fullmatch(need)
        assert match is not None, need
        name, sign, other = match.groups()
        left, right = look(name), look(other)
        if left is None:
            return False
        if sign == "!=":
            if left.value == other:
                return False
            continue
        if right is None and not _is_number(other):
            return False
        first, second = number_of(left), number_of(right) if right else Decimal(other)
        broken = flip == name or (flip == "*" and right is not None)
        if (broken and first == second) or _COMPARE[sign](first, second) == broken:
            return False
    return True


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None
