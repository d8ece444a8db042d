"""The rows of a column that a sentence tells by their dates or names, and the others: "2016 and 2017 compound to", "without SPY"."""

from dataclasses import replace

from validators.grounding.tools.index import overlap
from validators.grounding.worked_out.column_results import add_column
from validators.grounding.worked_out.columns import Column
from validators.grounding.worked_out.pool import Pool
from validators.numbers.quantity import DateParts

_FEWEST = 2
_MOST_TOLD, _MOST_OTHERS = 4, 24


def add_parts(pool: Pool, column: Column, dates: tuple[DateParts, ...], names: frozenset[str]) -> None:
    """What may be worked out of the rows told, of the others, and of the former as parts of the whole."""
    for told in _told(column, dates, names):
        for wanted in (True, False):
            if told.count(wanted) >= _FEWEST:
                add_column(pool, _of(column, told, wanted), "whole")
        kept = [value for value, each in zip(column.values, told, strict=True) if each]
        total, part = sum(column.values), sum(kept)
        at = f"of the {len(told)} numbers at {column.source} and on"
        if min(column.values) >= 0 and total:
            pool.add("ratio", part / total, f"share of {part:.10g} {at}")
            pool.add("ratio", 1 - part / total, f"share of all but {part:.10g} {at}")
        others = [value for value, each in zip(column.values, told, strict=True) if not each]
        for one in kept[:_MOST_TOLD]:
            for other in others[:_MOST_OTHERS]:
                if one and other:
                    pool.add("ratio", one / other, f"ratio of {one:.10g} and {other:.10g} {at}")
                    pool.add("ratio", (one - other) / abs(other), f"change from {other:.10g} to {one:.10g} {at}")


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
        told.append([not names.isdisjoint(number.scope.values()) for number in numbers])
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
