"""Numbers that follow by one operation from two that the answer states beside them: in the sentence, or in those before it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from validators.grounding.number_match import PER_FRACTION, agrees, widest
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT, RETURNS
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.worked_out.arithmetic import Operation
from validators.grounding.worked_out.chance import is_by_chance, is_near
from validators.grounding.worked_out.derivation_cue import operations
from validators.grounding.worked_out.operand import RATES, Asked, operand
from validators.grounding.worked_out.operand_order import in_order, is_from_base, is_of_whole, is_over
from validators.grounding.worked_out.result_metric import Wording
from validators.numbers.quantity import Quantity

MOST_STATED = 24  # the nearest of one answer that arithmetic is tried on
# How many results of other pairs may lie so near that a wrong number would agree with one of them.
_CHANCE, _CHANCE_AFAR = 0.1, 0.04
_SHARES = frozenset({"percent", "points", "basis_points", "fraction"})
_UNCOUNTED = frozenset({"money", "share", "rate", "ratio"})  # what counts nothing
_MADE = RETURNS | {"volatility", "max_drawdown"}
_OF_ONE_METRIC = frozenset({"difference", "percent change", "average", "sum"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that the answer states and that a tool (`number`) or the question gave; `passage` is where it stands."""

    quantity: Quantity
    number: ToolNumber | None
    passage: int

    @property
    def measure(self) -> str:
        quantity = self.quantity
        if quantity.kind in _SHARES:
            return "rate" if _is_rate(self) else "share"
        if quantity.kind == "money":
            return "money"
        if quantity.kind == "duration":
            return quantity.noun or "time"
        return "number" if quantity.kind == "count" or (quantity.kind == "plain" and quantity.step >= 1) else "ratio"

    @property
    def value(self) -> float:
        """As a fraction where it is a share, with the sign that the source gives it."""
        size = abs(self.quantity.value) / PER_FRACTION.get(self.quantity.kind, 1.0)
        negative = self.quantity.sign < 0 or (self.number is not None and self.number.value < 0)
        return -size if negative else size


def worked_out(
    text: str,
    claim: Quantity,
    at_hand: Sequence[Sequence[Stated]],
    afar: Sequence[Stated],
    asked: Asked,
    wording: Wording,
) -> str | None:
    """How `claim`, at its place in its sentence `text`, follows from numbers `at_hand`, those of its sentence and those of it and
    the ones before, or, where a word selects the operation, from those `afar`; None where it does not, or where it could as well
    be chance."""
    cued = operations(text, claim)
    levels: list[tuple[Iterable[tuple[Stated, Stated]], float]] = [
        (combinations(each[:MOST_STATED], 2), _CHANCE) for each in at_hand
    ]
    if cued:
        levels.append((product(at_hand[0][:MOST_STATED], afar[:MOST_STATED]), _CHANCE))
        levels.append((combinations([*at_hand[-1], *afar][:MOST_STATED], 2), _CHANCE_AFAR))
    found = (_worked(text, claim, pairs, cued, asked, wording, chance) for pairs, chance in levels)
    return next((each for each in found if each is not None), None)


def _worked(
    text: str,
    claim: Quantity,
    pairs: Iterable[tuple[Stated, Stated]],
    cued: Sequence[Operation],
    asked: Asked,
    wording: Wording,
    chance: float,
) -> str | None:
    tried = list(_results(claim, pairs, cued))
    shares = [each for each in tried if each.operation == "share"]
    if cued[:1] == ("share",) and any(agrees(claim, each.value) for each in shares):
        tried = shares  # "73% of the volatility" is no change
    found = next(
        (
            each
            for each in tried
            if agrees(claim, each.value) and _as_told(each.operation, text, claim, each.pair, asked, wording)
        ),
        None,
    )
    if found is None:
        return None
    near = {
        each.value
        for each in tried
        if not agrees(claim, each.value)
        and is_near(claim, each.value)
        and _as_told(each.operation, text, claim, each.pair, asked, wording)
    }
    if is_by_chance(claim, near, widest(claim), chance):
        return None
    left, right = found.operands
    return f"{claim.text} = {found.operation} of {left.quantity.text} and {right.quantity.text}"


@dataclass(frozen=True, slots=True)
class _Result:
    """`value` in the claim's unit; `pair` are the operands in the operation's order, `operands` in the text's."""

    value: float
    operation: str
    pair: tuple[Stated, Stated]
    operands: tuple[Stated, Stated]


def _results(claim: Quantity, pairs: Iterable[tuple[Stated, Stated]], cued: Sequence[Operation]) -> Iterator[_Result]:
    """All that may be worked out of the pairs."""
    per = PER_FRACTION.get(claim.kind, 1.0)
    for left, right in pairs:
        for operation, result, swapped in _of_two(claim, left, right, cued):
            yield _Result(per * result, operation, (right, left) if swapped else (left, right), (left, right))


def _is_rate(stated: Stated) -> bool:
    """Whether a share is a cost at which a run was made, which is set against another one only."""
    return stated.quantity.kind == "basis_points" or (stated.number is not None and stated.number.measured in RATES)


def _is_outcome(asked: Asked) -> bool:
    """Whether the words bind the number to what the account made or risked, which is no share of things counted."""
    bound = asked.bound & METRICS.keys()
    return bool(bound) and len(bound) <= MOST_MEANT and bound <= _MADE


def _as_told(
    operation: str, text: str, claim: Quantity, pair: tuple[Stated, Stated], asked: Asked, wording: Wording
) -> bool:
    """Whether two numbers may be joined so, and stand as the sentence's words of comparison say."""
    numbers = [each.number for each in pair]
    if numbers[0] is None or numbers[1] is None:
        return True
    metrics = {number.measured for number in numbers if number is not None}
    if operation in _OF_ONE_METRIC and pair[0].measure == "share" and len(metrics) == 2 and metrics <= METRICS.keys():
        return False
    if pair[0].measure not in ("share", "money") and _is_outcome(asked):
        return False
    first, last = operand(numbers[0], pair[0].quantity), operand(numbers[1], pair[1].quantity)
    if not wording.allows(operation, first, last, cued=True):
        return False
    if operation == "percent change" and min(first.value, last.value) > 0:
        return is_from_base(text, claim, first.value - last.value) and in_order(first, last, asked)
    if operation in ("difference", "percent change"):
        return in_order(first, last, asked)
    if operation not in ("share", "ratio"):
        return True
    return is_of_whole((first, last), first.value, asked) and is_over(text, claim, (first, last), first.value, asked)


def _of_two(
    claim: Quantity, left: Stated, right: Stated, cued: Sequence[Operation]
) -> Iterator[tuple[str, float, bool]]:
    """(operation, its result, whether the second number is the one divided, or the first one's)."""
    one, two, a, b = left.measure, right.measure, left.value, right.value
    if claim.kind == "money" and {one, two} == {"money", "share"}:
        yield "product", a * b, False
    if not (math.isfinite(a) and math.isfinite(b)):
        return
    if one != two and claim.kind in ("percent", "fraction") and _UNCOUNTED.isdisjoint((one, two)):
        one = two if one == "number" else one
        two = one if two == "number" else two  # "48 months: 34 up"
    if one != two:
        return
    if claim.kind in ("percent", "fraction"):
        if (one not in ("share", "ratio") or "share" in cued) and a and b:
            yield "share", min(abs(a / b), abs(b / a)), abs(b) < abs(a)
        if (one not in ("share", "ratio") or "percent change" in cued) and a and b:
            yield "percent change", (abs(a) - abs(b)) / abs(b), False
            yield "percent change", (abs(b) - abs(a)) / abs(a), True
        if one != "share" or claim.kind == "fraction":
            return
    elif claim.kind in ("multiple", "plain") and (claim.step < 1 or claim.kind == "multiple"):
        if a and b and (claim.kind == "multiple" or "ratio" in cued):
            yield "ratio", abs(a / b), False
            yield "ratio", abs(b / a), True
        if claim.kind == "multiple" or one != "ratio":
            return
    elif one != (claim.noun if claim.kind == "duration" else _MEASURES.get(claim.kind)):
        return
    sure = claim.kind in ("points", "basis_points", "money")
    if sure or "difference" in cued:
        yield "difference", a - b, False
        if not _are_opposite(left, right):
            yield "difference", abs(a) - abs(b), False
    if "average" in cued:
        yield "average", (a + b) / 2, False
    if "sum" in cued:
        yield "sum", a + b, False


def _are_opposite(left: Stated, right: Stated) -> bool:
    """Whether a tool gave one metric with both signs: a gain and a loss lie as far apart as both together."""
    one, two = left.number, right.number
    return one is not None and two is not None and one.measured == two.measured and one.value * two.value < 0


_MEASURES = {
    "points": "share", "basis_points": "rate", "money": "money", "count": "number", "plain": "number",
}  # fmt: skip
