"""The rows of a column that a sentence tells by their dates or names, and the others: "2016 and 2017 compound to", "without SPY"."""

from collections.abc import Iterator
from dataclasses import replace

from validators.grounding.tools.index import overlap
from validators.grounding.worked_out.columns import Column
from validators.numbers.quantity import DateParts

_FEWEST = 2


def parts_of(column: Column, dates: tuple[DateParts, ...], names: frozenset[str]) -> Iterator[Column]:
    """The column's rows that fall on the dates, that lie between them, that are of the names, and those that are not."""
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
    seen: set[tuple[bool, ...]] = set()
    for each in told:
        if 0 < sum(each) < len(each) and tuple(each) not in seen:
            seen.add(tuple(each))
            for wanted in (True, False):
                if each.count(wanted) >= _FEWEST:
                    yield _of(column, each, wanted)


def _of(column: Column, told: list[bool], wanted: bool) -> Column:
    kept = [place for place, each in enumerate(told) if each is wanted]
    return replace(
        column,
        numbers=tuple(column.numbers[place] for place in kept),
        values=tuple(column.values[place] for place in kept),
        rows=tuple(column.rows[place] for place in kept),
    )
