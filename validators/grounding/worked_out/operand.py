"""A tool number as an operand of arithmetic, and what a sentence says that its operands are."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from validators.grounding.answer.compared import Compared
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION, Telling
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import is_loss, measure_of
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.tail import CURRENCY_CODES, TIME_UNITS

RATES = frozenset({"fee", "slippage"})
_NO_SHARE = 100.0
_KINDS = {
    "money": "money", "percent": "share", "points": "share", "basis_points": "share", "count": "number", "plain": "number", "duration": "time",
}  # fmt: skip


def measure_in(number: ToolNumber) -> str:
    """What a number is, by a unit of money or else its metric, or its unit."""
    measure, unit = measure_of(number.metric), number.unit or ""
    if unit in CURRENCY_CODES:
        return "money"
    if measure != "any":
        return measure
    return "share" if unit in UNIT_PER_FRACTION else "time" if unit in TIME_UNITS else "any"


@dataclass(frozen=True, slots=True)
class Operand:
    """`value` in fractions where it is a share, the magnitude where it is a loss; `told` the same as the answer rounds it, where
    it states the number. `measure` is what it is ("share", "money", …)."""

    number: ToolNumber
    value: float
    told: float | None
    measure: str


Pair = tuple[Operand, Operand]


@dataclass(frozen=True, slots=True)
class Told:
    """A number that the answer states, and the tool number that grounds it; `passage` is the sentence or cell it stands in."""

    quantity: Quantity
    number: ToolNumber
    passage: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence says that its worked-out numbers are of: the metrics it names, one by one, those of the sentence before, the names
    that bind its number, those among which it compares, those whose number it is a part or a multiple of, the dates in it, which thing
    it sets above another, whether it tells a loss or a gain, and the metrics of what it makes a number a part of (`whole`). `higher` says which of two tool numbers it tells as the higher."""

    metrics: tuple[frozenset[str], ...]
    bound: frozenset[str]
    before: frozenset[str]
    names: Mapping[str, frozenset[str]]
    among: Mapping[str, frozenset[str]]
    against: Mapping[str, frozenset[str]]
    times: tuple[DateParts, ...]
    compared: Mapping[str, Compared]
    telling: Telling | None
    whole: frozenset[str]
    higher: Callable[[ToolNumber, ToolNumber], ToolNumber | None]


def operand(number: ToolNumber, quantity: Quantity | None) -> Operand:
    """A tool number as an operand; `quantity` is the number of the answer that states it, None where none does."""
    measure = measure_in(number)
    if quantity is not None and (measure == "any" or quantity.kind == "money"):
        measure = _KINDS.get(quantity.kind, measure)
    loss = is_loss(number.metric)
    value = number.value / (UNIT_PER_FRACTION.get(number.unit or "", 1.0) if measure in ("share", "any") else 1.0)
    if measure == "share" and abs(value) >= _NO_SHARE:
        measure, value = "any", number.value  # fees in money, under a key that could be a rate's
    told: float | None = None
    if quantity is not None:
        shares = PER_FRACTION.get(quantity.kind, 1.0)
        if shares == 1 and measure == "share" and abs(quantity.value) > 4 * abs(value):
            shares = 100.0  # a column of percentages
        told = math.copysign(abs(quantity.value) / shares, value)
    return Operand(number, abs(value) if loss else value, abs(told) if loss and told is not None else told, measure)
