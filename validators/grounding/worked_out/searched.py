"""The last explanation of a number: an operation that gives it, looked for in widening circles, where it could hardly be chance.

What the answer states beside the number comes first, then columns and records that the words speak of, then all of them. Words select
no operation here: a precise number is told by few results, and an imprecise one that any of many results might be is not explained.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.column_results import Depth, add_column, add_record, add_tables
from validators.grounding.worked_out.columns import Column, columns, records
from validators.grounding.worked_out.pool import Pool
from validators.grounding.worked_out.stated_beside import Stated
from validators.grounding.worked_out.stated_results import add_chains, add_pairs, operands
from validators.numbers.quantity import Quantity

# How many results may, on average, agree with a wrong number by chance.
_BESIDE, _WHOLE, _ELSEWHERE, _ANYWHERE = 0.1, 0.06, 0.03, 0.015
_LONGEST_RECORD = 24


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number: `own` are the numbers of its sentence, `before` those of the ones before too, the nearest first;
    `about` is what is written around it, `names` what it is told of."""

    own: Sequence[Stated]
    before: Sequence[Stated]
    about: str
    names: frozenset[str]


class Searched:
    """The circles of one answer."""

    def __init__(self, index: ToolIndex, outputs: Sequence[str]) -> None:
        self._index = index
        self._outputs = outputs
        self._pools: dict[tuple[object, ...], Pool] = {}

    def told(self, claim: Quantity, around: Around, *, wholes: bool) -> str | None:
        """How the claim came about; None where nothing gives it, or where that could be chance."""
        for pool, chance, exact in self._circles_of_wholes(around) if wholes else self._circles(around):
            work = pool.told(claim, chance, exact=exact)
            if work is not None:
                return f"{claim.text} = {work}"
        return None

    def _circles_of_wholes(self, around: Around) -> Iterator[tuple[Pool, float, bool]]:
        for held in self._near(around):
            yield self._pool(held, "whole"), _ELSEWHERE, False

    def _near(self, around: Around) -> Iterator[list[Column]]:
        """The columns of what the number is told of, and those of which the words speak, where there are any."""
        named = [each for each in self._columns if not around.names.isdisjoint(each.names)]
        spoken = [each for each in self._columns if any(word in around.about for word in each.words)]
        return (held for held in (named, spoken) if held)

    def _circles(self, around: Around) -> Iterator[tuple[Pool, float, bool]]:
        own = operands(around.own)
        beside = Pool()
        add_pairs(beside, own)
        yield beside, _BESIDE, False
        yield beside, _ELSEWHERE, True
        before = Pool()
        add_pairs(before, operands(around.before))
        yield before, _ELSEWHERE, False
        chains = Pool()
        add_chains(chains, own)
        yield chains, _ELSEWHERE, False
        near = list(self._near(around))
        depths: tuple[tuple[Depth, float], ...] = (("whole", _WHOLE), ("parts", _ELSEWHERE))
        for depth, chance in depths:
            for held in near:
                yield self._pool(held, depth), chance, False
            yield self._pool(self._columns, depth), min(chance, _ELSEWHERE), False
            if depth == "whole":
                if around.names:
                    yield self._of_records(around.names), _ELSEWHERE, False
                yield self._of_records(frozenset()), _ANYWHERE, False

    @cached_property
    def _columns(self) -> list[Column]:
        return columns(self._index.numbers, self._outputs)

    def _pool(self, held: Sequence[Column], depth: Depth) -> Pool:
        """What may be worked out of some of the columns."""
        key = (depth, *map(id, held))
        if key not in self._pools:
            pool = self._pools[key] = Pool()
            for column in held:
                if pool.full:
                    break
                add_column(pool, column, depth)
            else:
                add_tables(pool, held, depth)
        return self._pools[key]

    def _of_records(self, names: frozenset[str]) -> Pool:
        """What may be worked out of two keys of a record, of one that is of one of the names."""
        if (names,) not in self._pools:
            pool = self._pools[names,] = Pool()
            for record in self._records:
                if pool.full:
                    break
                if not names or not names.isdisjoint(record[0].scope.values()):
                    add_record(pool, record)
        return self._pools[names,]

    @cached_property
    def _records(self) -> list[list[ToolNumber]]:
        return list(records(self._index.numbers, _LONGEST_RECORD))
