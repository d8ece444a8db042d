"""Numbers that an answer worked out from two tool numbers: of one metric, or of two that its sentence names or states."""

from collections.abc import Iterator
from dataclasses import dataclass

from validators.grounding.derivation_cue import Operation, operations, outdoes, speaks_of_money
from validators.grounding.number_match import agrees, widest
from validators.grounding.operand import Asked, Operand, Pair
from validators.grounding.operand_order import in_order
from validators.grounding.operands import RETURNS, Operands
from validators.grounding.tools.metric_words import measure_of
from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity

_ENDS = frozenset({"final_equity", "initial_capital", "profit"})  # of which tools tell by many keys
_ORDERED = ("difference", "percent change")
_WEALTH = frozenset({"final_equity", "initial_capital", "total_return", "return", "profit"})
_MOST_RETURNS = 3
# How many of the results that could stand in a wrong number's place may agree with it by chance, on average.
_CHANCE, _CHANCE_UNCUED = 0.1, 0.03
_PARTS = ({"trades", "winning_trades"}, {"trades", "losing_trades"}, {"trades", "loss"})  # of which one holds the other
_MEASURES = {
    "points": ("share",), "basis_points": ("share",), "percent": ("share", "money", "count", "ratio", "time"),
    "fraction": ("share", "money", "count"), "money": ("money",), "duration": ("time",), "count": ("count", "time"),
    "plain": ("ratio", "count", "share", "money"), "multiple": ("money", "count", "share", "ratio", "time"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Derivation:
    """`text` is the arithmetic: "difference: 1.9 points = 0.0918 (call_1 $.cagr) − 0.0729 (call_0 $.cagr)"; `operands` what it uses."""

    text: str
    operands: tuple[ToolNumber, ...]


def derive(text: str, claim: Quantity, stated: list[Pair], asked: Asked, operands: Operands) -> Derivation | None:
    """How `claim`, at its place in its sentence `text`, follows from two tool numbers; `stated` are pairs of those that the answer
    states beside it.

    None where no operation that the wording allows gives it, or where it could as well be chance: too many results lie near it.
    """
    cued = operations(text, claim)
    if claim.kind == "multiple" and (grown := _grown(claim, asked, operands)) is not None:
        return grown
    tried: list[tuple[float, Pair]] = []
    for pairs, allowed, chance in _tiers(text, claim, stated, asked, operands, cued):
        found: tuple[Operation, Pair, float, float] | None = None
        for pair in pairs:
            for operation in allowed:
                for x, y, result in _results(operation, claim, *pair):
                    if agrees(claim, result) and not (operation in _ORDERED and not in_order(*pair, asked)):
                        found = found or (operation, pair, x, y)
                    elif 0.5 <= abs(result / claim.value if claim.value else 0.0) <= 2:
                        tried.append((result, pair))
        if found is not None and _surprising(claim, found[1], tried, chance):
            operation, pair, x, y = found
            return Derivation(_arithmetic(operation, claim, pair, x, y), (pair[0].number, pair[1].number))
    return None


def _grown(claim: Quantity, asked: Asked, operands: Operands) -> Derivation | None:
    """A multiple of what was put in, from the return over the whole: 1.52x for a return of 52%."""
    metrics = frozenset().union(asked.bound, *asked.metrics)
    if metrics and metrics.isdisjoint(_WEALTH):
        return None
    returns = operands.grown(asked)
    held = next((each for each in returns if agrees(claim, 1 + each.value)), None)
    if held is None or len({each.value for each in returns}) > _MOST_RETURNS:
        return None
    return Derivation(f"growth: {claim.text} = 1 + {held.value:.10g} ({held.number.source})", (held.number,))


def _tiers(
    text: str, claim: Quantity, stated: list[Pair], asked: Asked, operands: Operands, cued: tuple[Operation, ...]
) -> Iterator[tuple[list[Pair], tuple[Operation, ...], float]]:
    """Pairs of operands, the surest first, with the operations that may join them and the chance that is allowed for."""
    if cued:
        yield stated, cued, _CHANCE
    yield stated, _OPEN.get(claim.kind, ()), _CHANCE_UNCUED
    exact = [means for means in asked.metrics if len(means) <= _LOOSE and not means & operands.settings]
    named = operands.held(frozenset().union(*(exact or asked.metrics)))
    if not cued:
        if asked.among:
            yield operands.of_metrics(asked, named), _OPEN.get(claim.kind, ()), _CHANCE_UNCUED
        return
    said: frozenset[str] = frozenset().union(*exact)
    bound = operands.held(asked.bound) if asked.metrics and (not exact or asked.bound & said) else frozenset()
    measures = _MEASURES.get(claim.kind, ())
    named_fully = any(measure_of(name) in measures for name in said - _ENDS)
    comparable = operands.comparable((*measures, "any"), named=named_fully)
    yield operands.of_metrics(asked, bound), cued, _CHANCE
    yield operands.of_metrics(asked, named), cued, _CHANCE
    explicit = [(one, two) for at, one in enumerate(exact) for two in exact[at + 1 :] if one.isdisjoint(two)]
    yield operands.of_two(asked, [*explicit, *operands.families(None, named)]), cued, _CHANCE
    likely = named | bound
    if claim.kind == "money":
        yield operands.of_metrics(asked, comparable), cued, _CHANCE
    elif outdoes(text) and (not likely or likely & RETURNS):
        yield operands.of_metrics(asked, RETURNS), cued, _CHANCE
    if not likely and speaks_of_money(text):
        yield operands.of_metrics(asked, operands.comparable(("money",), named=False)), cued, _CHANCE
    if not likely:
        yield operands.of_metrics(asked, operands.held(asked.before | asked.bound)), cued, _CHANCE
        for measure in measures:
            yield operands.of_two(asked, operands.families(measure, frozenset())), cued, _CHANCE
        yield operands.of_places(asked), cued, _CHANCE
        yield operands.of_metrics(asked, comparable), cued, _CHANCE
    yield operands.unread(asked, likely or comparable, named=bool(likely)), cued, _CHANCE_UNCUED


_LOOSE = 4  # a word that may mean more metrics than this names none
_OPEN: dict[str, tuple[Operation, ...]] = {
    "percent": ("percent change", "share"), "fraction": ("share",), "money": ("difference", "sum"), "plain": ("ratio", "difference"),
    "count": ("difference", "sum"), "duration": ("difference", "sum"),
}  # fmt: skip


def _surprising(claim: Quantity, found: Pair, tried: list[tuple[float, Pair]], chance: float) -> bool:
    """Whether a wrong number would hardly have agreed: few results of other pairs lie near the number, for its precision."""
    room = max(widest(claim), 0.5 * claim.step)
    others = {round(abs(result) / room) if room else result for result, pair in tried if pair != found}
    return 2 * room * len(others) <= chance * abs(claim.value)


def _results(
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
                yield x, y, result * factor


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


def _arithmetic(operation: Operation, claim: Quantity, pair: Pair, x: float, y: float) -> str:
    left, right = pair if x in (pair[0].value, pair[0].told) else (pair[1], pair[0])
    first, second = f"{x:.10g} ({left.number.source})", f"{y:.10g} ({right.number.source})"
    work = {
        "difference": f"{first} − {second}",
        "sum": f"{first} + {second}",
        "average": f"({first} + {second}) / 2",
        "percent change": f"({first} − {second}) / {abs(y):.10g}",
    }.get(operation, f"{first} / {second}")
    return f"{operation}: {claim.text} = {work}"
