"""Work that an answer may repeat over a table of the tools: of two columns for each row, of two rows for each column, of each column whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from math import prod
from statistics import fmean
from typing import Literal

from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.column_results import FEW, FEW_ROWS, MEASURES
from validators.grounding.worked_out.columns import Column
from validators.grounding.worked_out.pool import COMPOUNDED, Measure
from validators.grounding.worked_out.stated_beside import Stated

Kind = Literal["two columns", "two rows", "steps", "whole", "some rows", "part", "multiple", "stake", "lines"]
_MOST_COLUMNS, _MOST_ROWS, _MOST_TABLES = 10, 24, 16
_MOST_LINES, _MOST_PLACES = 40, 6
_LINED: tuple[Measure, ...] = ("share", "money", "number", "ratio")
_MULTIPLES = (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class Work:
    """`said` is the work, the same in each of its `places`; `value` is what it gives there, of `numbers`."""

    kind: Kind
    said: str
    place: str
    measure: Measure
    value: float
    numbers: tuple[ToolNumber, ...]


def works(columns: Sequence[Column], stakes: Sequence[float]) -> Iterator[Work]:
    """The work that may repeat over the tables of which the columns are."""
    tables: dict[tuple[str, tuple[str, ...]], list[Column]] = {}
    for column in columns:
        if len(column.values) <= _MOST_ROWS:
            tables.setdefault((column.table, column.rows), []).append(column)
    for held in list(tables.values())[:_MOST_TABLES]:
        table = list({column.source: column for column in held}.values())[:_MOST_COLUMNS]
        yield from _of_two_columns(table)
        yield from _of_two_rows(table)
        for column in table:
            yield from _of_one(column, stakes)
            yield from _of_some_rows(column)


def works_of_lines(lines: Sequence[Sequence[Stated]]) -> Iterator[Work]:
    """The work that may repeat over the lines of an answer's own list or table: of the numbers at two places of each."""
    for at, line in enumerate(lines[:_MOST_LINES]):
        told = [each for each in line[:_MOST_PLACES] if each.number is not None]
        for (one, first), (two, second) in combinations(enumerate(told), 2):
            numbers = tuple(each.number for each in (first, second) if each.number is not None)
            for measure in _LINED if first.measure == second.measure else ():
                if first.measure != measure:
                    continue
                said = f"difference of the numbers at places {one + 1} and {two + 1} of each line"
                yield Work("lines", said, f"line {at + 1}", measure, first.value - second.value, numbers)


def _of_two_columns(table: Sequence[Column]) -> Iterator[Work]:
    for first, second in combinations(table, 2):
        at = f"{first.source} and {second.source}"
        for place, row in enumerate(first.rows):
            numbers = first.numbers[place], second.numbers[place]
            for name, measure, value in _of_two(first, second, first.values[place], second.values[place]):
                yield Work("two columns", f"{name} of {at}", row, measure, value, numbers)


def _of_two_rows(table: Sequence[Column]) -> Iterator[Work]:
    """Of each two rows for each column, and of rows that follow one another, or each and the first, for one column."""
    for column in table:
        for one, other in combinations(range(len(column.rows)), 2):
            numbers = column.numbers[one], column.numbers[other]
            for name, measure, value in _of_two(column, column, column.values[one], column.values[other]):
                rows = f"{column.rows[one]} and {column.rows[other]} of {column.table}"
                yield Work("two rows", f"{name} of {rows}", column.source, measure, value, numbers)
                if other == one + 1:
                    yield Work("steps", f"{name} by step at {column.source}", rows, measure, value, numbers)
                if one == 0:
                    yield Work("steps", f"{name} from the first at {column.source}", rows, measure, value, numbers)


def _of_one(column: Column, stakes: Sequence[float]) -> Iterator[Work]:
    values = column.values
    for name, value in (("sum", sum(values)), ("mean", fmean(values))):
        for measure, scaled in _in_measures(column, value):
            yield Work("whole", f"{name} of {column.kin}", column.source, measure, scaled, column.numbers)
    shares = [value / column.own for value in values] if column.measure in ("share", "any") else []
    if shares and min(shares) > -1 and max(shares) <= COMPOUNDED:
        grown = prod(1 + share for share in shares) - 1
        yield Work("whole", f"compounding of {column.kin}", column.source, "share", grown, column.numbers)
    total = sum(values)
    for row, value, number in zip(column.rows, values, column.numbers, strict=True):
        if min(values) >= 0 and total:
            place = f"{row} {column.source}"
            yield Work("part", f"share of the total of {column.table}", place, "ratio", value / total, (number,))
        for many in _MULTIPLES:
            for measure, scaled in _in_measures(column, many * value):
                yield Work("multiple", f"{many:g} × {column.source}", row, measure, scaled, (number,))
        for stake in stakes if column.measure in ("share", "any") else ():
            at = f"{stake:.10g} grown by {column.source}"
            yield Work("stake", at, row, "money", stake * (1 + value / column.own), (number,))


def _of_some_rows(column: Column) -> Iterator[Work]:
    count = len(column.rows)
    for few in range(2, count):
        parts = [tuple(range(few)), tuple(range(count - few, count))]  # the first and the last ones
        for part in (*parts, *(combinations(range(count), few) if few in FEW and count <= FEW_ROWS else ())):
            numbers = tuple(column.numbers[place] for place in part)
            rows = ", ".join(column.rows[place] for place in part)
            total = sum(column.values[place] for place in part)
            for name, value in (("sum", total), ("mean", total / few)):
                for measure, scaled in _in_measures(column, value):
                    said = f"{name} of {rows} of {column.table}"
                    yield Work("some rows", said, column.source, measure, scaled, numbers)


def _of_two(first: Column, second: Column, a: float, b: float) -> Iterator[tuple[str, Measure, float]]:
    alike = first.measure == second.measure
    if alike:
        for measure, value in _in_measures(first, a - b):
            yield "difference", measure, value
    for one, other, name in ((a, b, "ratio"), (b, a, "inverse ratio")):
        if not other:
            continue
        yield name, "ratio", one / other
        if alike:
            yield f"{name}: change", "ratio", (one - other) / abs(other)
    if alike or not a or not b:
        return
    for (left, x), (right, y) in permutations(((first, a), (second, b))):
        if left.measure in ("share", "money") and right.measure in ("number", "time", "any"):
            for measure, value in _in_measures(left, x / y):
                yield "quotient", measure, value
            for measure, value in _in_measures(left, x * y):
                yield "product", measure, value
        elif left.measure == "share" and right.measure == "money":
            yield "product", "money", x * y


def _in_measures(column: Column, value: float) -> Iterator[tuple[Measure, float]]:
    for measure in MEASURES.get(column.measure, ()):
        yield measure, value / column.own if measure == "share" else value
