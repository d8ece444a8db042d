"""The last explanation of a number: an operation that gives it, looked for in widening circles, where it could hardly be chance.

What the answer states beside the number comes first, then columns and records that the words speak of, then all of them. Words select
no operation here: a precise number is told by few results, and an imprecise one that any of many results might be is not explained.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from validators.grounding.number_match import widest
from validators.grounding.tools.index import ToolIndex
from validators.grounding.worked_out.column_results import add_column, add_record, add_tables
from validators.grounding.worked_out.columns import Column, columns, records
from validators.grounding.worked_out.pool import Pool
from validators.grounding.worked_out.stated_beside import Stated
from validators.grounding.worked_out.stated_results import add_stated, operands
from validators.numbers.quantity import Quantity

# How many results may, on average, agree with a wrong number by chance.
_BESIDE, _AROUND, _SPOKEN, _ANYWHERE = 0.1, 0.03, 0.03, 0.02
_LONGEST_RECORD = 24


class Searched:
    """The circles of one answer."""

    def __init__(self, index: ToolIndex, outputs: Sequence[str]) -> None:
        self._index = index
        self._outputs = outputs
        self._spoken: dict[tuple[str, ...], Pool] = {}

    def told(self, claim: Quantity, own: Sequence[Stated], around: Sequence[Stated], about: str) -> str | None:
        """How the claim came about; `own` are the numbers of its sentence, `around` those of the ones before too, the nearest first,
        `about` what is written around it."""
        room = max(widest(claim), 0.5 * claim.step)
        for pool, chance in self._circles(own, around, about):
            work = pool.told(claim, room, chance)
            if work is not None:
                return f"{claim.text} = {work}"
        return None

    def _circles(self, own: Sequence[Stated], around: Sequence[Stated], about: str) -> Iterator[tuple[Pool, float]]:
        for stated, chance in ((own, _BESIDE), (around, _AROUND)):
            pool = Pool()
            add_stated(pool, operands(stated))
            yield pool, chance
        spoken = tuple(column.source for column in self._columns if self._is_spoken(column, about))
        if spoken:
            if spoken not in self._spoken:
                self._spoken[spoken] = _of_columns([each for each in self._columns if each.source in spoken])
            yield self._spoken[spoken], _SPOKEN
        yield self._all, _ANYWHERE

    @cached_property
    def _columns(self) -> list[Column]:
        return columns(self._index.numbers, self._outputs)

    @cached_property
    def _all(self) -> Pool:
        pool = _of_columns(self._columns)
        for record in records(self._index.numbers, _LONGEST_RECORD):
            add_record(pool, record)
        return pool

    @staticmethod
    def _is_spoken(column: Column, about: str) -> bool:
        return any(word in about for word in column.words)


def _of_columns(held: Sequence[Column]) -> Pool:
    pool = Pool()
    for column in held:
        add_column(pool, column)
    add_tables(pool, held)
    return pool
