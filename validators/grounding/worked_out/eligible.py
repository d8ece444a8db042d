"""Which of the tools' numbers are operands: those of the things and times that a sentence names, and that go together."""

from collections.abc import Collection, Mapping, Sequence

from validators.grounding.tools.index import overlap
from validators.grounding.tools.number import KEYED, MAIN, PLACE, ToolNumber, is_of_one_period, shape_of
from validators.grounding.worked_out.operand import Asked

MOST_OPERANDS = 24  # of one metric: among more, two fit by chance


def eligible(group: Sequence[ToolNumber], asked: Asked, stated: Collection[int]) -> list[ToolNumber]:
    """Those of a metric's numbers that are of the things and the times that the sentence names; none where they are too many.
    `stated` are the ids of those that the answer states."""
    kept = [number for number in group if is_among(number, asked.among)]
    dated = [number for number in kept if number.times and overlap(asked.times, number.times)] if asked.times else []
    if len({number.times for number in dated}) >= 2 or (dated and len(asked.times) == 1):
        kept = dated if len(dated) > 1 else kept
    kept = _deepest(_of_the_whole(kept, asked, stated), stated)
    ends = ends_of(kept) if len(kept) > MOST_OPERANDS else set()
    distinct: dict[tuple[float, int], ToolNumber] = {}
    for number in kept:
        key = (number.value, id(number.scope))
        if key not in distinct or id(number) in stated or id(number) in ends:
            distinct[key] = number
    numbers = list(distinct.values())
    if len(numbers) > MOST_OPERANDS:
        numbers = [number for number in numbers if id(number) in stated or id(number) in ends]
    return numbers if len(numbers) <= MOST_OPERANDS else []


def _of_the_whole(group: list[ToolNumber], asked: Asked, stated: Collection[int]) -> list[ToolNumber]:
    """Without those of a part that the sentence does not name (a year, an entry of a list), where the whole has its own."""
    if asked.times:
        return group
    told = (*asked.among.items(), *asked.names.items())
    named = {dimension for dimension, _ in told}
    main = any(MAIN in names for _, names in told)  # what no key singles out may stand in a list too
    parts = {
        id(number)
        for number in group
        if not main and named.isdisjoint(number.scope) and (_is_period(number) or PLACE.search(number.source))
    }
    wholes = {number.call for number in group if id(number) not in parts}
    drop = {
        id(number) for number in group if id(number) in parts and id(number) not in stated and number.call in wholes
    }
    return [number for number in group if id(number) not in drop]


def _deepest(group: list[ToolNumber], stated: Collection[int]) -> list[ToolNumber]:
    """Of a list of drawdowns the deepest, which is the maximum one, and those that the answer states."""
    lists: dict[tuple[str, int], list[ToolNumber]] = {}
    for number in group:
        if number.metric == "max_drawdown" and PLACE.search(number.source):
            lists.setdefault((shape_of(number.source), id(number.scope)), []).append(number)
    drop = {
        id(number)
        for held in lists.values()
        for number in sorted(held, key=lambda each: -abs(each.value))[1:]
        if id(number) not in stated
    }
    return [number for number in group if id(number) not in drop]


def is_among(number: ToolNumber, among: Mapping[str, frozenset[str]]) -> bool:
    return all(
        (held := number.scope.get(dimension)) is None or held in allowed or MAIN in allowed
        for dimension, allowed in among.items()
    )


def is_of_named(number: ToolNumber, asked: Asked) -> bool:
    return all(
        number.scope.get(dimension) in (None, *asked.among.get(dimension, allowed))
        for dimension, allowed in asked.names.items()
    )


def ends_of(numbers: Sequence[ToolNumber]) -> set[int]:
    """The first and the last number of each list."""
    lists: dict[str, list[int]] = {}
    for number in numbers:
        lists.setdefault(shape_of(number.source), []).append(id(number))
    return {end for held in lists.values() for end in (held[0], held[-1])}


def are_related(left: ToolNumber, right: ToolNumber, asked: Asked) -> bool:
    """Whether two operands are of the things that the sentence names: one of its one thing, each of its two."""
    if left.currency is not None and right.currency is not None and left.currency != right.currency:
        return False
    for dimension, allowed in asked.names.items() if not asked.among else ():
        unnamed = MAIN if dimension.startswith(KEYED) else None
        sides = {left.scope.get(dimension, unnamed), right.scope.get(dimension, unnamed)} - {None}
        if sides and sides.isdisjoint(allowed) and MAIN not in allowed:
            return False
    for dimension, allowed in asked.among.items():
        sides = {left.scope.get(dimension), right.scope.get(dimension)}
        if len(allowed) == 2 and not dimension.startswith(KEYED) and len(sides) == 1 and sides != {None}:
            return False
    return True


def are_of_one_thing(left: ToolNumber, right: ToolNumber) -> bool:
    call = left.call
    shared = all(
        right.scope.get(dimension, name) == name
        for dimension, name in left.scope.items()
        if not dimension.startswith(KEYED)
    )
    extremes = _is_extreme(left) and _is_extreme(right)  # of which each is of its own month
    return (
        shared
        and (extremes or left.times == right.times or not (_is_period(left) or _is_period(right)))
        and right.source.startswith(f"{call} ")
    )


def _is_period(number: ToolNumber) -> bool:
    """Whether a number is of one year, quarter or month; more dates are a window's ends, or say when something happened."""
    return is_of_one_period(number) and not _is_extreme(number)


def _is_extreme(number: ToolNumber) -> bool:
    """Whether it is the best or the worst of its kind, which fell on its date."""
    return (number.metric or "").startswith(("best_", "worst_"))
