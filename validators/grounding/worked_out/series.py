"""One operation worked out for row after row: the gap of every year, the share of every cost, the return per trade of every ticker.

That several of an answer's numbers are what one operation makes of the rows of one table is hardly chance, even where each of them by itself
could be.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import exp, factorial, isfinite, prod
from statistics import fmean

from validators.grounding.answer.idle_numbers import is_round_sum
from validators.grounding.number_match import agrees
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.columns import Column
from validators.grounding.worked_out.pool import COMPOUNDED, Measure, factor_of, room_of
from validators.numbers.quantity import Quantity

_MOST_ROWS, _MOST_BESIDE, _MOST_STAKES = 60, 10, 4
_FEWEST = 2
_SURE = 0.02  # how many series may explain as many numbers by chance, of all that were tried
_CHANCE = 0.1  # how often a wrong number may meet one of the results of a series
_LEAST_LEVEL = 1e-9
_ROUNDED = 1e-4  # of a total that is given beside its parts
_MEASURES: dict[str, Measure] = {"share": "share", "money": "money", "time": "time", "number": "number"}


@dataclass(frozen=True, slots=True)
class Result:
    """`value` of a measure, worked out of `numbers`."""

    value: float
    measure: Measure
    numbers: tuple[ToolNumber, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What one operation (`work`) makes of each row; `spoken` where the answer speaks of the columns."""

    work: str
    results: tuple[Result, ...]
    spoken: bool = False


def round_sums(quantities: Iterable[Quantity]) -> list[float]:
    """The round sums of money among some numbers, which an answer may suppose."""
    return list(dict.fromkeys(each.value for each in quantities if is_round_sum(each)))


Suits = Callable[[int, Result], bool]


def explained(
    claims: Sequence[Quantity], series: Sequence[Series], suits: Suits, wanted: frozenset[int]
) -> dict[int, str]:
    """How those of the `wanted` claims came about that a series gives together with others; `suits` says whether a claim, by its place, may
    be told of what a result is of."""
    found: dict[int, str] = {}
    spoken = sum(each.spoken for each in series)
    for each in series:
        met: dict[int, Result] = {}
        chances: list[float] = []
        for place, claim in enumerate(claims):
            chance, result = _met(claim, place, each, suits)
            chances.append(chance)
            if result is not None and chance <= _CHANCE:
                met[place] = result
        distinct = len({id(result) for result in met.values()})
        if distinct < _FEWEST or not met.keys() & wanted:
            continue
        tried = spoken if each.spoken else len(series)
        together = sum(chances[min(met) : max(met) + 1])
        by_chance = min(_at_least(distinct, sum(chances)), len(claims) * _at_least(distinct, together))
        if tried * by_chance <= _SURE:
            for place, result in met.items():
                if place in wanted:
                    at = " and ".join(number.source for number in result.numbers[:2])
                    found.setdefault(place, f"{claims[place].text} = {each.work} of the numbers at {at}, as of others")
    return found


def _met(claim: Quantity, place: int, series: Series, suits: Suits) -> tuple[float, Result | None]:
    """How often a wrong number like the claim would meet a result, and the result that it tells."""
    size, room = abs(claim.value), room_of(claim)
    if not size:
        return 0.0, None
    near = 0
    found: Result | None = None
    for result in series.results:
        factor = factor_of(claim, result.measure)
        if factor is None:
            continue
        told = result.value * factor
        near += size / 2 <= abs(told) <= 2 * size
        if (
            found is None
            and agrees(claim, told)
            and (not claim.sign or claim.sign * told >= 0)
            and suits(place, result)
        ):
            found = result
    return min(1.0, near * 2 * room / size), found


def _at_least(count: int, expected: float) -> float:
    """How likely it is that `count` or more of what happens rarely happens, where `expected` do on average."""
    return max(0.0, 1 - sum(exp(-expected) * expected**few / factorial(few) for few in range(count)))


def all_series(
    columns: Sequence[Column], records: Iterable[Sequence[ToolNumber]], stakes: Sequence[float], text: str
) -> list[Series]:
    """What may be worked out row by row of one column and of two columns of a table; `stakes` are sums of money that the answer, `text`, supposes."""
    tables: dict[tuple[str, tuple[str, ...]], list[Column]] = defaultdict(list)
    for column in columns:
        if len(column.values) <= _MOST_ROWS:
            named = not column.rows[0].startswith("[")  # keys by which one call's tables go together
            tables[column.table.partition(" ")[0] if named else column.table, column.rows].append(column)
    found: dict[tuple[float, ...], Series] = {}
    parts = tuple(part for record in records for part in _parts_of_whole(record))
    if len(parts) >= _FEWEST:
        found[()] = Series("part of the whole beside it", parts)
    for held in tables.values():
        made: list[tuple[Series, tuple[Column, ...]]] = []
        made += [(each, (column,)) for column in held for each in _of_one(column, stakes[:_MOST_STAKES])]
        made += [(each, pair) for pair in combinations(held[:_MOST_BESIDE], 2) for each in _of_two(*pair)]
        for each, used in made:
            if len(each.results) >= _FEWEST:
                spoken = all(column.is_spoken(text, frozenset()) for column in used)
                found.setdefault(tuple(result.value for result in each.results), replace(each, spoken=spoken))
    return list(found.values())


def _parts_of_whole(record: Sequence[ToolNumber]) -> Iterator[Result]:
    """The share of each number of a record in the one that is the sum of all others."""
    total = sum(abs(number.value) for number in record)
    whole = next((each for each in record if abs(2 * abs(each.value) - total) <= _ROUNDED * total), None)
    if whole is not None and len(record) > _FEWEST and total:
        for number in record:
            if number is not whole:
                yield Result(abs(number.value / whole.value), "ratio", (number, whole))


def _of_one(column: Column, stakes: Sequence[float]) -> Iterator[Series]:
    values, numbers = column.values, column.numbers
    rows = list(zip(values, numbers, strict=True))
    own, per = _measure_of(column)
    total = sum(values)
    if min(values) >= 0 and total:
        whole = next((value for value in values if abs(2 * value - total) <= _ROUNDED * total), total)
        yield _series("share", "ratio", ((value / whole, (number,)) for value, number in rows))
    yield _series(
        "difference from the first", own, (((value - values[0]) / per, (number,)) for value, number in rows[1:])
    )
    yield _series(
        "difference from the last", own, (((value - values[-1]) / per, (number,)) for value, number in rows[:-1])
    )
    yield _series("step", own, (((b - a) / per, (two, one)) for (a, one), (b, two) in pairwise(rows)))
    if min(values) > _LEAST_LEVEL:
        yield _series(
            "change from the first", "ratio", ((value / values[0] - 1, (number,)) for value, number in rows[1:])
        )
        yield _series("change", "ratio", ((b / a - 1, (two, one)) for (a, one), (b, two) in pairwise(rows)))
        for stake in stakes:
            yield _series(
                "level for a stake", "money", ((stake * value / values[0], (number,)) for value, number in rows[1:])
            )
    if own == "share" and min(values) / per > -1 and max(values) / per <= COMPOUNDED:
        for stake in stakes:
            yield _series(
                "what a stake becomes", "money", ((stake * (1 + value / per), (number,)) for value, number in rows)
            )
            yield _series("part of a stake", "money", ((stake * value / per, (number,)) for value, number in rows))
    for group in _groups(column):
        kept = list(group.values())
        if own == "share":
            grown = ((prod(1 + value / per for value, _ in part) - 1, (part[0][1],)) for part in kept)
            yield _series("compounding", "share", grown)
        yield _series("sum", own, ((sum(value for value, _ in part) / per, (part[0][1],)) for part in kept))
        yield _series("mean", own, ((fmean(value for value, _ in part) / per, (part[0][1],)) for part in kept))
        if min(values) > _LEAST_LEVEL:
            steps = pairwise([rows[0], *(part[-1] for part in kept)])
            yield _series("change over each", "ratio", ((b / a - 1, (two,)) for (a, _), (b, two) in steps))


def _measure_of(column: Column) -> tuple[Measure, float]:
    """What a column measures, and what of its own unit makes one."""
    own: Measure = _MEASURES.get(column.measure, "share" if column.own == 100 else "number")
    return own, column.own if own == "share" else 1.0


def _groups(column: Column) -> Iterator[dict[object, list[tuple[float, ToolNumber]]]]:
    """The rows by the year that they are of, and by each of their names."""
    rows = list(zip(column.values, column.numbers, strict=True))
    keys: list[list[object]] = [[number.times[0].year if len(number.times) == 1 else None for number in column.numbers]]
    for dimension in sorted({name for number in column.numbers for name in number.scope}):
        keys.append([number.scope.get(dimension) for number in column.numbers])
    for held in keys:
        if None in held or not 1 < len(set(held)) < len(held):
            continue
        groups: dict[object, list[tuple[float, ToolNumber]]] = defaultdict(list)
        for key, row in zip(held, rows, strict=True):
            groups[key].append(row)
        yield groups


def _of_two(first: Column, second: Column) -> Iterator[Series]:
    rows = list(zip(first.values, second.values, zip(first.numbers, second.numbers, strict=True), strict=True))
    kinds = {first.measure, second.measure}
    alike = first.measure == second.measure
    own, per = _measure_of(first)
    if alike:
        yield _series("difference", own, (((a - b) / per, pair) for a, b, pair in rows))
        yield _series("sum", own, (((a + b) / per, pair) for a, b, pair in rows))
        if own != "share":
            yield _series("part of the sum", "ratio", ((a / (a + b), pair) for a, b, pair in rows if a + b))
            yield _series("part of the sum", "ratio", ((b / (a + b), pair) for a, b, pair in rows if a + b))
        yield _series("change", "ratio", (((a - b) / abs(b), pair) for a, b, pair in rows if b))
        yield _series("change", "ratio", (((b - a) / abs(a), pair) for a, b, pair in rows if a))
    yield _series("ratio", "ratio", ((a / b, pair) for a, b, pair in rows if b))
    yield _series("ratio", "ratio", ((b / a, pair) for a, b, pair in rows if a))
    if "money" in kinds and kinds & {"number", "any", "time"}:
        yield _series(
            "quotient",
            "money",
            ((a / b if first.measure == "money" else b / a, pair) for a, b, pair in rows if a and b),
        )
    if "share" in kinds and not alike:
        one = first.own if first.measure == "share" else second.own
        other: Measure = "money" if "money" in kinds else "number"
        products = [(a * b / one, pair) for a, b, pair in rows]
        yield _series("product", other, products)
        yield _series("product", "share", products)
        if "number" in kinds:
            parts = ((a / b if first.measure == "share" else b / a, pair) for a, b, pair in rows if a and b)
            yield _series("quotient", "share", ((part / one, pair) for part, pair in parts))


def _series(work: str, measure: Measure, results: Iterable[tuple[float, tuple[ToolNumber, ...]]]) -> Series:
    return Series(
        work, tuple(Result(value, measure, numbers) for value, numbers in results if isfinite(value) and value)
    )
