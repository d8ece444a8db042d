"""What may be worked out of columns of numbers: of one column, of two columns of a table."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise, permutations
from math import prod
from statistics import fmean, median
from typing import Literal

from validators.grounding.worked_out.columns import Column, are_apart
from validators.grounding.worked_out.pool import COMPOUNDED, Measure, Pool
from validators.grounding.worked_out.positions import is_price, is_size

_PAIRED = 24  # numbers of a column, each of which may be set against each other one
_STRETCHED = 30  # numbers of a column of which every stretch may be added up
_MOST_TABLES = 40
_A_YEAR = (1.0, 4.0, 12.0)  # how many of a column's rows there may be
_LEAST_LEVEL = 1e-3
_MONTHS = 12
FEW_ROWS = 8  # of which any two or three may be meant
FEW = (2, 3)
MEASURES: dict[str, tuple[Measure, ...]] = {
    "share": ("share",), "money": ("money",), "time": ("time", "number"), "number": ("number",), "any": ("share", "money", "number"),
}  # fmt: skip
Depth = Literal["whole", "parts", "pieces"]
Result = tuple[str, float]  # the name of what was done, and what came of it


def add_column(pool: Pool, column: Column, depth: Depth) -> None:
    """What may be worked out of one column: of the whole of it, or of its parts."""
    values, at = column.values, f"of the {len(column.values)} numbers at {column.source} and on"
    for name, result in _LINEAR[depth](values):
        _add(pool, column, result, f"{name} {at}")
    for name, result in _counts(values) if depth == "whole" else ():
        pool.add("number", result, f"{name} {at}")
        pool.add("time", result, f"{name} {at}")
        pool.add("ratio", result / len(values), f"share of those {name} {at}")
    for name, result in _RATIOS[depth](values):
        pool.add("ratio", result, f"{name} {at}")
    if column.measure in ("share", "any"):
        shares = [value / column.own for value in values]
        if min(shares) > -1 and max(shares) <= COMPOUNDED:
            for name, result in _COMPOUNDS[depth](shares):
                pool.add("share", result, f"{name} {at}")


def add_pair(pool: Pool, first: Column, second: Column, depth: Depth) -> None:
    """What may be worked out of two columns of one table, of their totals or, deeper, line by line."""
    rows = dict(zip(second.rows, second.values, strict=True))
    lines = [(one, rows[row]) for row, one in zip(first.rows, first.values, strict=True) if row in rows]
    if len(lines) < len(first.values) or len(lines) < 2:
        return
    at = f"of the numbers at {first.source} and {second.source}"
    totals = sum(a for a, _ in lines), sum(b for _, b in lines)
    if depth != "whole":
        for place, (a, b) in enumerate(lines[:_PAIRED]):
            _add_two(pool, first, second, (a, b), f"{at}, line {place}")
        return
    shares = first.measure == second.measure == "share"
    _add_two(pool, first, second, totals, f"{at}, totals", compared=not shares)
    if first.measure == second.measure and len(lines) > 2:
        pool.add("number", sum(a > b for a, b in lines), f"above the other {at}")
        pool.add("number", sum(a < b for a, b in lines), f"below the other {at}")
    for sizes, prices in permutations((first.numbers[0], second.numbers[0])):
        if is_size(sizes) and is_price(prices):
            pool.add("money", sum(a * b for a, b in lines), f"sum of the products {at}")
    if min(b for _, b in lines) >= 0 and totals[1]:
        _add(pool, first, sum(a * b for a, b in lines) / totals[1], f"weighted mean {at}")
    if min(a for a, _ in lines) >= 0 and totals[0]:
        _add(pool, second, sum(a * b for a, b in lines) / totals[0], f"weighted mean {at}")


def add_line(pool: Pool, first: Column, second: Column, line: int) -> None:
    """What may be worked out of one line of two columns of a table."""
    at = f"of the numbers at {first.numbers[line].source} and {second.numbers[line].source}"
    _add_two(pool, first, second, (first.values[line], second.values[line]), at)


def _add_two(
    pool: Pool, first: Column, second: Column, pair: tuple[float, float], at: str, *, compared: bool = True
) -> None:
    """What two numbers of two columns give; `compared`: nobody divides the sum of some shares by another."""
    a, b = pair
    alike = first.measure == second.measure
    if b and compared:
        pool.add("ratio", a / b, f"ratio {at}")
    if a and compared:
        pool.add("ratio", b / a, f"ratio {at}")
    if a + b and alike and first.measure != "share" and a * b > 0:
        pool.add("ratio", a / (a + b), f"part of the sum {at}")
        pool.add("ratio", b / (a + b), f"part of the sum {at}")
    open_kind = {first.measure, second.measure} == {"money", "any"}
    if open_kind or (alike and not are_apart(first.numbers[0], second.numbers[0])):
        _add(pool, first, a - b, f"difference {at}")
        _add(pool, first, a + b, f"sum {at}")
    kinds = {first.measure, second.measure}
    if kinds & {"number", "any"} and kinds & {"money", "any"} and a and b:
        pool.add("money", a / b, f"quotient {at}")
        pool.add("money", b / a, f"quotient {at}")


def add_tables(pool: Pool, columns: Sequence[Column], depth: Depth) -> None:
    """What may be worked out of every two columns that stand in one table."""
    tables: dict[tuple[str, int], list[Column]] = {}
    for column in columns:
        tables.setdefault((column.table, len(column.rows)), []).append(column)
    pairs = (pair for held in tables.values() for pair in combinations(held, 2))
    for (first, second), _ in zip(pairs, range(_MOST_TABLES), strict=False):
        if first.source != second.source:
            add_pair(pool, first, second, depth)


def _add(pool: Pool, column: Column, result: float, work: str) -> None:
    for measure in MEASURES.get(column.measure, ()):
        pool.add(measure, result / column.own if measure == "share" else result, work)


def _whole(values: Sequence[float]) -> Iterator[Result]:
    """Results in the unit of the numbers, of all of them."""
    total, count = sum(values), len(values)
    yield "sum", total
    yield "mean", total / count
    yield "median", median(values)
    yield "range", max(values) - min(values)
    yield "difference of the first and the last", values[0] - values[-1]
    gains, losses = [value for value in values if value > 0], [value for value in values if value < 0]
    if gains and losses:
        yield "gains added: sum", sum(gains)
        yield "losses added: sum", sum(losses)
        yield "gains averaged: mean", fmean(gains)
        yield "losses averaged: mean", fmean(losses)


def _parts(values: Sequence[float]) -> Iterator[Result]:
    """The same of those at the beginning or the end, and of all but one."""
    total, count = sum(values), len(values)
    if count <= 2:
        return
    best, worst = max(values), min(values)
    yield "all but the highest added: sum", total - best
    yield "all but the lowest added: sum", total - worst
    yield "all but the highest averaged: mean", (total - best) / (count - 1)
    yield "all but the lowest averaged: mean", (total - worst) / (count - 1)
    if count <= _PAIRED:
        for few, part in enumerate(accumulate(values[:-1]), start=1):
            last = count - few
            if few > 1:
                yield f"first {few} added: sum", part
                yield f"first {few} averaged: mean", part / few
            if last > 1:
                yield f"last {last} added: sum", total - part
                yield f"last {last} averaged: mean", (total - part) / last
        for value in values:
            yield f"all but {value:.10g} added: sum", total - value


def _counts(values: Sequence[float]) -> Iterator[Result]:
    above, below = sum(value > 0 for value in values), sum(value < 0 for value in values)
    if above and below:
        yield "above zero", above
        yield "below zero", below
    if any(value == 0 for value in values):
        yield "at zero", len(values) - above - below
    yield "all", len(values)


def _shares(values: Sequence[float]) -> Iterator[Result]:
    """Results without a unit, of all of the numbers: each one's share, the change from the first to the last."""
    total, first, last = sum(values), values[0], values[-1]
    if min(values) >= 0 and total:
        for value in values[:_PAIRED]:
            yield f"share of {value:.10g}", value / total
    gains, losses = sum(value for value in values if value > 0), sum(value for value in values if value < 0)
    if gains and losses:
        yield "profit factor", -gains / losses
    if first and last:
        yield "change from the first to the last", (last - first) / abs(first)
    if min(values) > _LEAST_LEVEL and len(values) > 2:
        for per in _A_YEAR:
            yield "growth a year from the first to the last", (last / first) ** (per / (len(values) - 1)) - 1


def _part_shares(values: Sequence[float]) -> Iterator[Result]:
    """The shares of the highest, and the changes from each number to the next."""
    total = sum(values)
    if min(values) >= 0 and total:
        for few, part in enumerate(accumulate(sorted(values, reverse=True)[:_PAIRED]), start=1):
            yield f"share of the {few} highest", part / total
    if min(values) > _LEAST_LEVEL and len(values) > 2:
        for a, b in pairwise(values[:_STRETCHED]):
            yield f"change from {a:.10g} to {b:.10g}", (b - a) / a


def _compounded(shares: Sequence[float]) -> Iterator[Result]:
    """What returns come to one after another."""
    whole = prod(1 + share for share in shares)
    yield "compounding", whole - 1
    if min(shares) < 0 < max(shares):
        yield "losses compounded", prod(1 + share for share in shares if share < 0) - 1
        yield "gains compounded", prod(1 + share for share in shares if share > 0) - 1


def _parts_compounded(shares: Sequence[float]) -> Iterator[Result]:
    """The same of those at the beginning or the end, and of all but one."""
    whole = prod(1 + share for share in shares)
    for per in _A_YEAR:
        yield "compounding, a year", whole ** (per / len(shares)) - 1
    for share in shares[:_PAIRED] if len(shares) > 2 else ():
        yield f"all but {share:.10g} compounded", whole / (1 + share) - 1
    for few, part in enumerate(accumulate(shares, lambda grown, share: grown * (1 + share), initial=1.0)):
        if few > 1:
            yield f"first {few} compounded", part - 1
            yield f"last {len(shares) - few} compounded", whole / part - 1


def _pieces(values: Sequence[float]) -> Iterator[Result]:
    """Sums and means of rows that follow one another, or of any few of a short column."""
    for said, piece in _cut(values):
        yield f"sum of {said}", sum(piece)
        yield f"mean of {said}", fmean(piece)


def _pieces_compounded(shares: Sequence[float]) -> Iterator[Result]:
    for said, piece in _cut(shares):
        yield f"compounding of {said}", prod(1 + share for share in piece) - 1


def _cut(values: Sequence[float]) -> Iterator[tuple[str, Sequence[float]]]:
    """Stretches of a column, of a year's months also those over its end, and any two or three of a short one."""
    count = len(values)
    if not 2 < count <= _STRETCHED:
        return
    for few in range(2, count):
        for start in range(count - few + 1):
            yield f"{few} from the {start + 1}. on", values[start : start + few]
        for start in range(count - few + 1, count) if count == _MONTHS else ():
            yield f"{few} from the {start + 1}. on", (*values[start:], *values[: start + few - count])
    if count <= FEW_ROWS:
        for few in FEW:
            for part in combinations(values, few):
                yield ", ".join(f"{value:.10g}" for value in part), part


_LINEAR: dict[Depth, Callable[[Sequence[float]], Iterator[Result]]] = {
    "whole": _whole, "parts": _parts, "pieces": _pieces,
}  # fmt: skip
_COMPOUNDS: dict[Depth, Callable[[Sequence[float]], Iterator[Result]]] = {
    "whole": _compounded, "parts": _parts_compounded, "pieces": _pieces_compounded,
}  # fmt: skip
_RATIOS: dict[Depth, Callable[[Sequence[float]], Iterator[Result]]] = {
    "whole": _shares, "parts": _part_shares, "pieces": lambda _: iter(()),
}  # fmt: skip
