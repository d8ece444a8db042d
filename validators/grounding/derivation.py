"""Numbers that an answer worked out from two tool numbers of one metric: only where its wording selects the operation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from validators.grounding.answer.binding import Context
from validators.grounding.derivation_cue import Operation, operations, outdoes
from validators.grounding.number_match import agrees
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.metric_words import measure_of
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber
from validators.numbers.quantity import Quantity

MOST_OPERANDS = 24  # of one metric: among more, two fit by chance
_MONEY_ENDS = frozenset({"final_equity", "initial_capital"})
_GROWTH = frozenset({"profit", "total_return", "return"})
_RETURNS = frozenset({"cagr", "total_return", "return"})


class Shown:
    """What the answer states, with the tool numbers that ground it."""

    def __init__(self, pairs: Iterable[tuple[Quantity, ToolNumber]]) -> None:
        held = list(pairs)
        self.quantities = {id(number): quantity for quantity, number in held}
        self.metrics = {number.inner or number.metric for _, number in held}


@dataclass(frozen=True, slots=True)
class Derivation:
    """`text` is the arithmetic: "difference: 1.9 points = 0.0918 (call_1 $.cagr) − 0.0729 (call_0 $.cagr)"."""

    operation: Operation
    left: ToolNumber
    right: ToolNumber
    text: str


def derive(
    text: str,
    claim: Quantity,
    context: Context,
    index: ToolIndex,
    shown: Shown,
    *,
    spoken: frozenset[str],
    among: Mapping[str, frozenset[str]],
) -> Derivation | None:
    """How `claim`, in its sentence `text`, follows from two tool numbers; None where no cue selects an operation that fits.

    `spoken` are the metrics that the sentence names, `among` the things where it names several.
    """
    cued = operations(text, claim)
    if not cued:
        return None
    metrics = context.metrics
    if metrics is None or _foreign(claim, metrics):
        metrics = spoken or (_RETURNS if outdoes(text) else frozenset())
    for group in _groups(claim, metrics, index, shown):
        for operation in cued:
            for place, left in enumerate(group):
                for right in group[place + 1 :]:
                    if _related(left, right, context.names, among):
                        found = _fits(operation, claim, left, right, shown)
                        if found is not None:
                            return found
    return None


def _foreign(claim: Quantity, metrics: frozenset[str]) -> bool:
    """Whether the bound metric cannot be what is compared in points."""
    return claim.kind in ("points", "basis_points") and all(
        measure_of(name) not in ("share", "any") for name in metrics
    )


def _groups(claim: Quantity, metrics: frozenset[str], index: ToolIndex, shown: Shown) -> list[list[ToolNumber]]:
    """Operands of one metric each; where the sentence names no metric, those that the answer itself speaks of."""
    by_metric = dict(index.by_metric)
    equity = [number for name in sorted(_MONEY_ENDS) for number in by_metric.pop(name, [])]
    groups = []
    for names, group in [(_MONEY_ENDS, equity), *((frozenset({name}), group) for name, group in by_metric.items())]:
        if not group or not _same_kind(claim, group[0]):
            continue
        money = names is _MONEY_ENDS or measure_of(group[0].metric) == "money"
        if metrics:
            wanted = not metrics.isdisjoint(names) or (names is _MONEY_ENDS and metrics & _GROWTH)
        else:
            wanted = money or not shown.metrics.isdisjoint(names) or len(by_metric) <= 3
        if wanted:
            distinct = _distinct(group, shown)
            if 2 <= len(distinct) <= MOST_OPERANDS:
                groups.append(distinct)
    return groups


def _distinct(group: Sequence[ToolNumber], shown: Shown) -> list[ToolNumber]:
    """Numbers that differ in value or in what they are of; of equal ones, the one the answer states."""
    kept: dict[tuple[float, int], ToolNumber] = {}
    for number in group:
        key = (number.value, id(number.scope))
        if key not in kept or id(number) in shown.quantities:
            kept[key] = number
    return list(kept.values())


def _same_kind(claim: Quantity, number: ToolNumber) -> bool:
    measure = measure_of(number.metric)
    match claim.kind:
        case "points" | "basis_points":
            return measure in ("share", "any") and number.unit in (None, "percent", "fraction", "bps")
        case "money":
            return measure in ("money", "any")
        case "count" | "duration":
            return measure in ("count", "time", "any")
        case _:
            return True


def _related(
    left: ToolNumber, right: ToolNumber, names: Mapping[str, frozenset[str]], among: Mapping[str, frozenset[str]]
) -> bool:
    """Whether two operands are of the things that the sentence names: one of its one thing, both of its several."""
    if left.unit != right.unit:
        return False
    for dimension, allowed in (*names.items(), *among.items()):
        unnamed = MAIN if dimension.startswith(KEYED) else None
        sides = {left.scope.get(dimension, unnamed), right.scope.get(dimension, unnamed)} - {None}
        if sides and (sides.isdisjoint(allowed) or (len(allowed) > 1 and not sides <= allowed)):
            return False
    return True


def _fits(
    operation: Operation, claim: Quantity, left: ToolNumber, right: ToolNumber, shown: Shown
) -> Derivation | None:
    """The operation on the numbers as the tools gave them, or as the answer rounds them."""
    values = [(left.value, right.value)]
    one, two = shown.quantities.get(id(left)), shown.quantities.get(id(right))
    if one is not None and two is not None and one.kind == two.kind:
        per = {"percent": 100.0, "basis_points": 10_000.0}.get(one.kind, 1.0)
        per = per if left.unit is None or left.unit == "fraction" else 1.0
        values.append((one.value / per, two.value / per))
    for a, b in values:
        for x, y, result in _results(operation, a, b):
            if agrees(claim, _in_claim_units(operation, claim, left, result)):
                first, second = (left, right) if (x, y) == (a, b) else (right, left)
                return Derivation(operation, left, right, _arithmetic(operation, claim, first, second, x, y))
    return None


def _results(operation: Operation, a: float, b: float) -> list[tuple[float, float, float]]:
    work: Callable[[float, float], float | None]
    match operation:
        case "difference":
            return [(a, b, a - b), (abs(a), abs(b), abs(a) - abs(b))] if a * b < 0 else [(a, b, a - b)]
        case "sum":
            return [(a, b, a + b)]
        case "average":
            return [(a, b, (a + b) / 2)]
        case "percent change":
            work = _change
        case _:
            work = _quotient
    return [(x, y, result) for x, y in ((a, b), (b, a)) if (result := work(x, y)) is not None]


def _change(new: float, old: float) -> float | None:
    return (new - old) / abs(old) if old else None


def _quotient(top: float, bottom: float) -> float | None:
    return top / bottom if bottom else None


def _in_claim_units(operation: Operation, claim: Quantity, number: ToolNumber, result: float) -> float:
    if operation in ("percent change", "share"):
        return result * (1.0 if claim.kind == "fraction" else 100.0)
    if operation == "ratio":
        return result
    per = {"percent": 100.0, "points": 100.0, "basis_points": 10_000.0}.get(claim.kind, 1.0)
    if number.unit == "percent":
        per /= 100
    elif number.unit == "bps":
        per /= 10_000
    return result * per


def _arithmetic(operation: Operation, claim: Quantity, left: ToolNumber, right: ToolNumber, x: float, y: float) -> str:
    first, second = f"{x:.10g} ({left.source})", f"{y:.10g} ({right.source})"
    work = {
        "difference": f"{first} − {second}",
        "sum": f"{first} + {second}",
        "average": f"({first} + {second}) / 2",
        "percent change": f"({first} − {second}) / {abs(y):.10g}",
    }.get(operation, f"{first} / {second}")
    return f"{operation}: {claim.text} = {work}"
