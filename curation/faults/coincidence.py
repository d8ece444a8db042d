"""Whether a number that is meant to be false is true after all, of some other number that the answer could rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from curation.faults.filled_sentence import derive, number_of
from curation.faults.templates import Slot
from curation.faults.tool_output import Reading
from curation.faults.written_number import Unfit, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a claim could be true of: every number, and every date, of the tool outputs and the question."""

    numbers: tuple[Decimal, ...]
    dates: tuple[str, ...]
    readings: Mapping[str, Reading]


def true_by_chance(wrong: Written, slot: Slot, ground: Ground, *, own: bool) -> bool:
    """Whether some number of the tool outputs or the question, in any unit it might be in, reads like the planted one.

    `own`: the slot's own number does not count (a flipped sign always resembles it). Signs are left aside. A derived number is
    held against every operation on its operands too, as they are and as a sentence might have rounded them.
    """
    if wrong.shown is None or wrong.family == "date":
        return False
    step = step_of(wrong)
    spared = {abs(number_of(ground.readings[name])) for name in slot.names} if own else set()
    for number in ground.numbers:
        if own and any(number in (each, each * 100, each / 100, -each, each * -100) for each in spared):
            continue
        if any(same(candidate, wrong.shown, step) for candidate in _as_written(number, wrong)):
            return True
    return bool(slot.operation) and any(
        same(value, wrong.shown, step) for value in _derivable(slot, wrong, ground, own=own)
    )


def _as_written(number: Decimal, wrong: Written) -> tuple[Decimal, ...]:
    if wrong.family == "percent":
        return number * 100, number, number / 100
    if wrong.family == "bps":
        return number, number * 100, number * 10000
    if wrong.family == "money":
        return (number.scaleb(-wrong.scale),)
    if wrong.family == "multiple":
        return number, number + 1, number / 100 + 1
    return (number,)


def _derivable(slot: Slot, wrong: Written, ground: Ground, *, own: bool) -> list[Decimal]:
    first, second = (ground.readings[name] for name in slot.operands)
    found: list[Decimal] = []
    operations = ("diff", "sum", "mean", "ratio", "pctchange") if not own else ()
    for operation in operations:
        for pair in ((first, second), (second, first)):
            for places in (None, 4, 3, 2):
                try:
                    value, _ = derive(operation, tuple(_rounded(reading, places) for reading in pair))
                except Unfit:
                    continue
                found += (
                    [value * 100]
                    if wrong.family == "percent"
                    else [value * 10000]
                    if wrong.family == "bps"
                    else [value.scaleb(-wrong.scale)]
                )
    return found


def _rounded(reading: Reading, places: int | None) -> Reading:
    if places is None:
        return reading
    return replace(reading, value=number_of(reading).quantize(Decimal(1).scaleb(-places)))


def same(candidate: Decimal, shown: Decimal, step: Decimal) -> bool:
    return (
        abs(abs(candidate).quantize(step, rounding=ROUND_HALF_UP) - abs(shown)) * 2 < step
        or abs(abs(candidate) - abs(shown)) * 2 <= step
    )


def step_of(written: Written) -> Decimal:
    return written.step if written.step is not None else Decimal(1)
