"""A program: what the wording of an answer asks of its numbers, run on every row that is worded and shaped alike.

For each number of the answer it holds the tool numbers that the number may be, and how. A program that accepts all numbers of a
row is right: the exact review would bind them so too. One that does not says nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from validators.grounding.number_match import Telling, match
from validators.grounding.screen.number_class import short_quantities
from validators.grounding.sources.question import asked_numbers, echoes
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.numbers.dates import any_agrees, parse_date
from validators.numbers.quantity import DateParts, Quantity

Candidate = tuple[int, float, bool, bool, bool]  # place among the values, factor, may be > 0, may be < 0, must be whole


@dataclass(frozen=True, slots=True)
class NumberStep:
    """A number of the answer. `token` is the place of its digits, None for a number in words; `factor` turns the digits' value
    and step into those of `quantity`, the number in the row that the program was made from."""

    token: int | None
    factor: float
    quantity: Quantity
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class DateStep:
    """A date: its first and last token, and the text before and after them that belongs to it."""

    first: int
    last: int
    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Whether a number of the answer met a parameter ("20 bps" and `fee_bps`): in a row alike it does or does not as well."""

    step: NumberStep
    telling: Telling | None
    heard: Telling | None
    named: bool
    place: int
    number: ToolNumber
    meets: bool


@dataclass(frozen=True, slots=True)
class Rank:
    """Two steps, of which the answer says that the first has the higher number; by their size, where `by_size`."""

    high: NumberStep
    low: NumberStep
    by_size: bool


@dataclass(frozen=True, slots=True)
class Program:
    steps: tuple[NumberStep | DateStep, ...]
    relations: tuple[Relation, ...]
    ranks: tuple[Rank, ...]


class Row(Struct, frozen=True):
    """One row's own part: `gaps` and `tokens` of the answer in turn, the tools' values, the dates of their strings and those
    that belong to the layout, and the question."""

    gaps: Sequence[str]
    tokens: Sequence[str]
    values: Sequence[float]
    written_dates: Sequence[str]
    dates: Sequence[DateParts]
    question: str


def accepts(program: Program, row: Row) -> bool:
    """Whether every number of the row is surely grounded, for what its answer says it is."""
    for step in program.steps:
        if type(step) is NumberStep:
            told, unit = _told(step, row.tokens)
            if _held(told, 0.5 * unit, step.candidates, row.values) is None and not echoes(
                _quantity(step, row.tokens), asked_index(row.question)
            ):
                return False
        elif type(step) is DateStep and not _dated(step, row):
            return False
    return all(_relates(relation, row) for relation in program.relations) and all(
        _ranks(rank, row) for rank in program.ranks
    )


@lru_cache(maxsize=16_384)
def asked_index(question: str) -> ToolIndex:
    """The numbers of a question."""
    return ToolIndex(list(asked_numbers(question)))


@lru_cache(maxsize=262_144)
def token_value(token: str) -> tuple[float, float]:
    """(value, one unit of the last place shown) of plain digits."""
    return float(token.replace(",", "")), 10.0 ** -len(token.partition(".")[2])


def _told(step: NumberStep, tokens: Sequence[str]) -> tuple[float, float]:
    """(size, one unit of the last place shown) of a step's number."""
    if step.token is None:
        return abs(step.quantity.value), step.quantity.step
    told, unit = token_value(tokens[step.token])
    return told * step.factor, unit * step.factor


def _held(told: float, room: float, candidates: tuple[Candidate, ...], values: Sequence[float]) -> float | None:
    """The value that grounds a number, None where none does."""
    room += told * 1e-9
    for place, factor, above, below, whole in candidates:
        value = values[place]
        held = value * factor
        if value > 0:
            if not above:
                continue
        elif value < 0:
            if not below:
                continue
            held = -held
        if -room <= held - told <= room and not (whole and value != int(value)):
            return value
    return None


def _ranks(rank: Rank, row: Row) -> bool:
    """Whether the number told as higher surely is not lower."""
    found = []
    for step in (rank.high, rank.low):
        told, unit = _told(step, row.tokens)
        held = _held(told, 0.5 * unit, step.candidates, row.values)
        if held is None:
            return False
        found.append(told if rank.by_size else math.copysign(told, held))
    return found[0] >= found[1]


def _quantity(step: NumberStep, tokens: Sequence[str]) -> Quantity:
    """The step's number as the row has it."""
    if step.token is None:
        return step.quantity
    value, unit = token_value(tokens[step.token])
    sign = -1.0 if step.quantity.value < 0 else 1.0
    return replace(step.quantity, value=sign * value * step.factor, step=unit * step.factor)


def _relates(relation: Relation, row: Row) -> bool:
    number = replace(relation.number, value=float(row.values[relation.place]) * relation.number.scale)
    quantity = _quantity(relation.step, row.tokens)
    found = match(quantity, number, telling=relation.telling, heard=relation.heard, named=relation.named) == "grounded"
    return found == relation.meets


def _dated(step: DateStep, row: Row) -> bool:
    between = "".join(row.tokens[at] + row.gaps[at + 1] for at in range(step.first, step.last))
    written = f"{step.head}{between}{row.tokens[step.last]}{step.tail}"
    found = short_quantities(written)
    if len(found) != 1 or len(found[0].text) != len(written):
        return False
    readings = found[0].readings
    held = (date for text in row.written_dates if (date := parse_date(text)) is not None)
    if any_agrees(readings, (*held, *row.dates)):
        return True
    asked = (number.written.readings for number in asked_index(row.question).numbers if number.written is not None)
    return any(any_agrees(readings, dates) for dates in asked)
