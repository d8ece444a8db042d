"""The arithmetic that an answer may have done on two tool numbers, in the unit of the number that it told."""

from collections.abc import Iterator
from typing import Literal

from validators.grounding.worked_out.operand import Operand, Pair
from validators.numbers.quantity import Quantity

Operation = Literal["difference", "percent change", "average", "ratio", "sum", "share"]

# Of which one holds the other.
_PARTS = ({"trades", "winning_trades"}, {"trades", "losing_trades"}, {"trades", "loss"})


def results(
    operation: Operation, claim: Quantity, left: Operand, right: Operand
) -> Iterator[tuple[float, float, float]]:
    """(x, y, result in the claim's unit) of the operation on the numbers as the tools gave them, or as the answer rounds them."""
    factors = _factors(operation, claim, left, right)
    metrics = {left.number.metric, right.number.metric}
    if not factors or (operation in ("sum", "average") and metrics in _PARTS):
        return
    values = [(left.value, right.value)]
    if left.told is not None and right.told is not None:
        values.append((left.told, right.told))
    for a, b in values:
        for x, y, result in _worked(operation, a, b):
            for factor in factors:
                if not _leaves_as_it_was(operation, claim, x * factor, y * factor):
                    yield x, y, result * factor


def _leaves_as_it_was(operation: Operation, claim: Quantity, x: float, y: float) -> bool:
    """Whether the smaller of two operands changes the larger by less than the claim shows: no arithmetic was done."""
    return operation in ("difference", "sum") and 0 < min(abs(x), abs(y)) < claim.step / 2


def _worked(operation: Operation, a: float, b: float) -> Iterator[tuple[float, float, float]]:
    match operation:
        case "difference":
            yield a, b, a - b
        case "sum":
            yield a, b, a + b
        case "average":
            yield a, b, (a + b) / 2
        case "percent change":
            if b:
                yield a, b, (a - b) / abs(b)
            if a:
                yield b, a, (b - a) / abs(a)
        case _:
            if b:
                yield a, b, a / b
            if a:
                yield b, a, b / a


def _factors(operation: Operation, claim: Quantity, left: Operand, right: Operand) -> tuple[float, ...]:
    """What makes of a result a number in the claim's unit; () where operands of these kinds cannot give such a number."""
    kind, one, two = claim.kind, left.measure, right.measure
    alike = one == two or "any" in (one, two) or ("number" in (one, two) and not {"money", "share"} & {one, two})
    if operation in ("percent change", "share"):
        return (1.0 if kind == "fraction" else 100.0,) if alike and kind in ("percent", "fraction") else ()
    if operation == "ratio":
        if kind == "money":
            return (1.0,) if "money" in (one, two) and {"count", "time", "number"} & {one, two} else ()
        if kind == "percent":
            return ()
        if kind == "duration":
            return (1.0,) if {one, two} <= {"time", "count", "number"} else ()
        return (1.0,) if alike or {one, two} <= {"count", "time"} else ()
    if not alike:
        return ()
    measure = one if one != "any" else two
    match kind:
        case "points" | "percent":
            return (100.0,) if measure == "share" else (1.0, 100.0) if measure == "any" else ()
        case "basis_points":
            return (10_000.0,) if measure in ("share", "any") else ()
        case "fraction":
            return (1.0,) if measure in ("share", "any") else ()
        case "money":
            return (1.0,) if measure in ("money", "any") else ()
        case "count" | "duration":
            return (1.0,) if measure in ("count", "time", "number", "any") else ()
        case _:
            return (1.0, 100.0) if measure == "share" else (1.0,)


def arithmetic(operation: Operation, claim: Quantity, pair: Pair, x: float, y: float) -> str:
    left, right = pair if x in (pair[0].value, pair[0].told) else (pair[1], pair[0])
    first, second = f"{x:.10g} ({left.number.source})", f"{y:.10g} ({right.number.source})"
    work = {
        "difference": f"{first} − {second}",
        "sum": f"{first} + {second}",
        "average": f"({first} + {second}) / 2",
        "percent change": f"({first} − {second}) / {abs(y):.10g}",
    }.get(operation, f"{first} / {second}")
    return f"{operation}: {claim.text} = {work}"
