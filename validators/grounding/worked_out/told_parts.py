"""The rows of a column that a sentence tells by their dates or names, and the others: "2016 and 2017 compound to", "without SPY"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product
from math import prod

from validators.grounding.tools.index import overlap
from validators.grounding.tools.number import is_of_one_period
from validators.grounding.tools.vocabulary.metric_vocabulary import RETURNS
from validators.grounding.worked_out.column_results import add_column, add_line
from validators.grounding.worked_out.columns import Column
from validators.grounding.worked_out.pool import Pool
from validators.grounding.worked_out.said_work import ONE_TO_ANOTHER
from validators.numbers.quantity import DateParts

_FEWEST = 2
_ROUNDED = 5e-3
_RETURNS = RETURNS | {"return"}
_MOST_TOLD, _MOST_OTHERS, _MOST_BESIDE = 4, 24, 8


def add_parts(
    pool: Pool, column: Column, dates: tuple[DateParts, ...], names: frozenset[str], *, rest: bool, made: bool
) -> None:
    """What may be worked out of the rows told, of the others (for `rest`), and of the former as parts of the whole; `made`: only what
    several rows told make up."""
    for told in _told(column, dates, names):
        if told.count(True) >= _FEWEST:
            if made:
                _add_made(pool, _of(column, told, True))
                continue
            add_column(pool, _of(column, told, True), "whole")
        if made:
            continue
        if rest and told.count(False) >= _FEWEST:
            add_column(pool, _of(column, told, False), "whole")
        kept = [value for value, each in zip(column.values, told, strict=True) if each]
        others = [value for value, each in zip(column.values, told, strict=True) if not each]
        _add_shares(pool, column, sum(kept))
        for one, other in product(kept[:_MOST_TOLD], others[:_MOST_OTHERS]):
            if one and other:
                at = f"of {one:.10g} and {other:.10g} of the {len(told)} numbers at {column.source} and on"
                total = abs(sum(column.values) - 2 * other) <= _ROUNDED * abs(other)  # that of all the others
                pool.add("ratio", one / other, f"{'part' if total else ONE_TO_ANOTHER} {at}")
                pool.add("ratio", (one - other) / abs(other), f"change {'up' if one > other else 'down'} {at}")


def add_lines(pool: Pool, columns: Sequence[Column], dates: tuple[DateParts, ...], names: frozenset[str]) -> None:
    """What may be worked out of two columns of a table in those of its rows that the sentence tells."""
    tables: dict[tuple[str, tuple[str, ...]], list[Column]] = {}
    for column in columns:
        tables.setdefault((column.table, column.rows), []).append(column)
    for held in tables.values():
        lines = {place for told in _told(held[0], dates, names) for place, each in enumerate(told) if each}
        for first, second in combinations(held[:_MOST_BESIDE], 2) if len(lines) <= _MOST_TOLD else ():
            for line in sorted(lines):
                add_line(pool, first, second, line)


def growths(
    columns: Sequence[Column], dates: tuple[DateParts, ...], names: frozenset[str]
) -> Iterator[tuple[float, str]]:
    """What returns grow to over the rows told, or over all of them where none is."""
    for column in columns:
        if column.measure not in ("share", "any") or column.numbers[0].measured not in _RETURNS:
            continue
        if not all(map(is_of_one_period, column.numbers)):
            continue
        for told in _told(column, dates, names) or [[True] * len(column.values)]:
            part = _of(column, told, True)
            if len(part.values) >= _FEWEST:
                grown = prod(1 + value / column.own for value in part.values)
                yield grown, f"growth over the {len(part.values)} numbers at {part.numbers[0].source} and on"


def _add_made(pool: Pool, column: Column) -> None:
    """What rows make up, as such: money and counts add, returns compound."""
    at = f"of the {len(column.values)} numbers at {column.source} and on"
    if column.measure in ("money", "number"):
        pool.add("money" if column.measure == "money" else "number", sum(column.values), f"sum {at}")
    elif column.measure in ("share", "any"):
        grown = prod(1 + value / column.own for value in column.values)
        pool.add("share", grown - 1, f"compounding {at}")
    pool.add("number", len(column.values), f"all {at}")


def _add_shares(pool: Pool, column: Column, part: float) -> None:
    total = sum(column.values)
    if min(column.values) >= 0 and total:
        at = f"{part:.10g} of the {len(column.values)} numbers at {column.source} and on"
        pool.add("ratio", part / total, f"share of {at}")
        pool.add("ratio", 1 - part / total, f"share of all but {at}")


def _told(column: Column, dates: tuple[DateParts, ...], names: frozenset[str]) -> list[list[bool]]:
    """Which rows fall on the dates, lie between them, are of the names."""
    numbers = column.numbers
    told: list[list[bool]] = []
    if dates and all(number.times for number in numbers):
        on = [overlap(dates, number.times) > 0 for number in numbers]
        told.append(on)
        if sum(on) > 1:
            first, last = on.index(True), len(on) - on[::-1].index(True)
            told.append([first <= place < last for place in range(len(on))])
    if names:
        records = tuple(name for name in names if name.endswith("]"))  # called by their paths
        told.append(
            [not names.isdisjoint(number.scope.values()) or number.source.startswith(records) for number in numbers]
        )
    some = {tuple(each): each for each in told if 0 < sum(each) < len(each)}
    return list(some.values())


def _of(column: Column, told: list[bool], wanted: bool) -> Column:
    kept = [place for place, each in enumerate(told) if each is wanted]
    return replace(
        column,
        numbers=tuple(column.numbers[place] for place in kept),
        values=tuple(column.values[place] for place in kept),
        rows=tuple(column.rows[place] for place in kept),
    )
