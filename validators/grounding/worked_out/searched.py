"""The last explanation of a number: an operation that gives it, looked for in widening circles, where it could hardly be chance.

What the answer states beside the number comes first, then columns and records that the words speak of, then all of them. Where words
select the operation, its results alone are set against the number; a precise number is told by few results of any kind, and an imprecise
one that any of many results might be is not explained.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.called_records import RECORD
from validators.grounding.worked_out.column_results import Depth, add_column, add_tables
from validators.grounding.worked_out.columns import Column, columns, records
from validators.grounding.worked_out.formulae import add_formulae, add_growth, add_years
from validators.grounding.worked_out.pool import Pool
from validators.grounding.worked_out.record_results import add_record
from validators.grounding.worked_out.said_work import (
    AGAINST,
    OVERALL,
    PART_OF_ALL,
    QUOTIENT,
    SaidWork,
    no_shares,
    speaks_of_rest,
    speaks_of_several,
    unspoken,
)
from validators.grounding.worked_out.stated_beside import Stated
from validators.grounding.worked_out.stated_results import Operand, add_chains, add_pairs, operands
from validators.grounding.worked_out.told_parts import add_lines, add_parts
from validators.grounding.worked_out.told_records import Thing, things
from validators.numbers.quantity import DateParts, Quantity

# How many results may, on average, agree with a wrong number by chance.
_BESIDE, _FORMULA, _WHOLE, _ELSEWHERE, _ANYWHERE = 0.2, 0.3, 0.12, 0.06, 0.03
_OF_MANY = frozenset({"mean", "all but", "compounding"})
_REST = ("all but",)
_LONGEST_RECORD = 24
_MONTHS = 12
_CHAINED = 8  # numbers stated beside of which any three may make one


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number: `own` are the numbers of its sentence, `before` those of the ones before too, the nearest first;
    `text` is its sentence, `about` what is written around it, `of` what it is told of and `names` the same without dimensions, `spoken`
    all that its sentence names, `times` when it is told of, `dates` all dates in it, `years` how long things may have gone on,
    `metrics` those of which it speaks, `said` the arithmetic that its words select, `left_out` whether it is of all but what they name;
    `concerns` tells the numbers of the tools of which it may be worked out."""

    own: Sequence[Stated]
    before: Sequence[Stated]
    text: str
    about: str
    of: Mapping[str, frozenset[str]]
    names: frozenset[str]
    spoken: frozenset[str]
    times: tuple[DateParts, ...]
    dates: tuple[DateParts, ...]
    years: tuple[float, ...]
    metrics: frozenset[str]
    said: tuple[SaidWork, ...]
    left_out: bool
    concerns: Callable[[ToolNumber], bool]


Circle = tuple[Pool, float, bool]


class Searched:
    """The circles of one answer."""

    def __init__(self, index: ToolIndex, outputs: Sequence[str]) -> None:
        self._index = index
        self._outputs = outputs
        self._pools: dict[tuple[object, ...], Pool] = {}

    def told(self, claim: Quantity, around: Around, *, wholes: bool) -> str | None:
        """How the claim came about; None where nothing gives it, or where that could be chance."""
        found = self.selected(claim, around, sure=wholes)
        if found is not None or around.left_out or _is_of_record(around):
            return found
        without = unspoken(around.text, claim)
        for pool, chance, exact in self._circles_of_wholes(around) if wholes else self._circles(around):
            work = pool.told(claim, chance, exact=exact, without=without)
            if work is not None:
                return f"{claim.text} = {work}"
        return None

    def by_formula(self, claim: Quantity, around: Around) -> str | None:
        """How the claim came about by a formula of which the words speak, of the numbers of what it is told of."""
        work = self._of_formulae(around, self._told_things(around)).told(claim, _FORMULA)
        return None if work is None else f"{claim.text} = {work}"

    def selected(self, claim: Quantity, around: Around, *, sure: bool, told: bool = False) -> str | None:
        """How the claim came about by the arithmetic that the words select; `sure`: by that which they name outright, `told`: of what
        the sentence names only."""
        for pool, chance in self._circles_of_formulae(around):
            work = pool.told(claim, chance)
            if work is not None:
                return f"{claim.text} = {work}"
        said = [each for each in around.said if each.sure or not sure]
        apart = [each for each in said if "difference" in each.operations] if told else []
        if told:
            many = _OF_MANY | ({"sum"} if OVERALL.search(around.text) else set())
            said = [each for each in said if each.sure and each.operations[0] in many]
        if around.dates or around.names:
            work = self._of_parts(around, spoken=True, made=True).told(claim, _WHOLE)
            if work is not None:
                return f"{claim.text} = {work}"
        without = no_shares(around.text, claim)
        for circles, selects in self._chosen(around, apart, said):
            for pool, chance, exact in circles(around) if selects else ():
                even = chance >= _WHOLE  # a quotient hardly comes out even by chance
                for each in selects:
                    often = max(chance, each.chance)
                    work = pool.told(claim, often, exact=exact, only=each.operations, without=without)
                    if work is None and even and each.operations == QUOTIENT:
                        work = pool.told(claim, often, exact=True, only=each.operations)
                    if work is not None:
                        return f"{claim.text} = {work}"
        return None

    def _chosen(
        self, around: Around, apart: list[SaidWork], said: list[SaidWork]
    ) -> list[tuple[Callable[[Around], Iterator[Circle]], list[SaidWork]]]:
        """The circles in which to look for what the words select: near what the sentence tells first, and there alone where its number is
        of nothing else."""
        if around.left_out:
            rest = [each for each in said if each.operations == _REST]
            return [(self._circles_of_told, said), (self._circles_of_said, rest)]
        if _is_of_record(around):
            return [(self._circles_of_told, [*apart, *said])]
        shares = [each for each in said if each.operations == PART_OF_ALL]
        others = [each for each in said if each.operations != PART_OF_ALL]
        return [
            (self._circles_of_told, apart),
            (self._circles_of_spoken, shares),
            (self._circles_of_said, others),
        ]

    def _circles_of_formulae(self, around: Around) -> Iterator[tuple[Pool, float]]:
        """What formulae make of the gains stated beside, of the things that the number is told of, and of all of them."""
        pool = Pool()
        gains = [(value, said) for value, measure, said in operands(around.before) if measure == "share"]
        add_years(pool, around.text, gains, around.years)
        sums = [(value, said) for value, measure, said in operands(around.own) if measure == "money"]
        add_growth(pool, around.text, sums, around.years)
        yield pool, _WHOLE
        told = self._told_things(around)
        singled_out = not AGAINST.search(around.text) and any(thing.is_named(around.of) for thing in told)
        yield self._of_formulae(around, told), _FORMULA
        yield self._of_formulae(around, [] if singled_out else self._things), _ELSEWHERE

    def _told_things(self, around: Around) -> list[Thing]:
        """The things that the number is told of."""
        return [thing for thing in self._things if thing.is_told(around.of, around.times)]

    def _of_formulae(self, around: Around, held: Sequence[Thing]) -> Pool:
        """What formulae make of the numbers of some things."""
        pool = Pool()
        for thing in held:
            add_formulae(pool, around.text, thing, around.years)
        return pool

    @cached_property
    def _things(self) -> list[Thing]:
        return things(self._index.numbers)

    def _circles_of_said(self, around: Around) -> Iterator[Circle]:
        before, chains = operands(around.before), Pool()
        yield self._of_stated(operands(around.own)), _BESIDE, False
        yield self._of_stated(before), _ELSEWHERE, False
        yield from self._circles_of_told(around)
        near = [*self._dated(around), *self._stated(around), *self._near(around)]
        for held in near:
            yield self._pool(held, "whole"), _WHOLE, False
        add_chains(chains, before[:_CHAINED])
        yield chains, _ELSEWHERE, False
        for held in near:
            yield self._pool(held, "parts"), _ELSEWHERE, False
        concerned = self._concerned(around)
        yield self._pool(concerned, "whole"), _ANYWHERE, False
        for held in (*near, concerned):
            yield self._pool(held, "pieces"), _ANYWHERE, False

    def _circles_of_told(self, around: Around) -> Iterator[Circle]:
        """Of the rows, records and things that the sentence tells."""
        yield from self._circles_of_spoken(around)
        yield self._of_parts(around, spoken=False), _WHOLE, False
        yield self._of_told_lines(around), _WHOLE, False
        yield self._of_told_records(around), _WHOLE, False
        yield self._of_told_things(around), _ELSEWHERE, False

    def _circles_of_spoken(self, around: Around) -> Iterator[Circle]:
        """Of the rows that the sentence tells of columns of which it speaks."""
        yield self._of_parts(around, spoken=True), _BESIDE, False

    def _circles_of_wholes(self, around: Around) -> Iterator[Circle]:
        for held in self._near(around):
            yield self._pool(held, "whole"), _ELSEWHERE, False

    def _near(self, around: Around) -> Iterator[list[Column]]:
        """The columns of what the number is told of, and those of which the words speak, where there are any."""
        held = self._concerned(around)
        named = [each for each in held if not around.names.isdisjoint(each.names)]
        spoken = [each for each in held if each.is_spoken(around.about, around.metrics)]
        both = [each for each in spoken if not around.names.isdisjoint(each.names)]
        return (held for held in (both, named, spoken) if held)

    def _stated(self, around: Around) -> Iterator[list[Column]]:
        """The columns of which the number's sentence states others, where there are any."""
        told = {id(each.number) for each in around.own if each.number is not None}
        held = [each for each in self._concerned(around) if any(id(number) in told for number in each.numbers)]
        if held:
            yield held

    def _dated(self, around: Around) -> Iterator[list[Column]]:
        """The columns of the number's own period, where there are any: the months of its year."""
        held = [
            each for each in self._concerned(around) if len(each.values) >= _MONTHS and each.is_within(around.times)
        ]
        if held:
            yield held

    def _circles(self, around: Around) -> Iterator[Circle]:
        own = operands(around.own)
        beside = self._of_stated(own)
        yield beside, _BESIDE, False
        yield beside, _ELSEWHERE, True
        yield self._of_stated(operands(around.before)), _ELSEWHERE, False
        chains = Pool()
        add_chains(chains, own)
        yield chains, _ELSEWHERE, False
        near, concerned = list(self._near(around)), self._concerned(around)
        depths: tuple[tuple[Depth, float], ...] = (("whole", _WHOLE), ("parts", _ELSEWHERE))
        for depth, chance in depths:
            for held in near:
                yield self._pool(held, depth), chance, False
            yield self._pool(concerned, depth), min(chance, _ELSEWHERE), False
            if depth == "whole":
                singled = any(not around.names.isdisjoint(record[0].scope.values()) for record in self.records)
                names = around.names if singled else frozenset()
                yield self._of_records(around, names), _ELSEWHERE if singled else _ANYWHERE, False
        yield self._pool(concerned, "pieces"), _ANYWHERE, False

    def _concerned(self, around: Around) -> list[Column]:
        """The columns of which a number may be worked out."""
        return [each for each in self.columns if around.concerns(each.numbers[0])]

    @cached_property
    def columns(self) -> list[Column]:
        """The columns of what the tools returned."""
        return columns(self._index.numbers, self._outputs)

    def _of_stated(self, told: Sequence[Operand]) -> Pool:
        """What may be worked out of two of the numbers stated."""
        key = ("stated", *told)
        if key not in self._pools:
            self._pools[key] = Pool()
            add_pairs(self._pools[key], told)
        return self._pools[key]

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
                if depth != "pieces":
                    add_tables(pool, held, depth)
        return self._pools[key]

    def _of_parts(self, around: Around, *, spoken: bool, made: bool = False) -> Pool:
        """What may be worked out of those rows of the columns that the sentence tells by their dates or names, and of the others;
        `spoken`: of columns of which it speaks, `made`: what those that are of the number's own date or name make up."""
        pool = Pool()
        told = {(around.times, around.names)} | {(around.dates, frozenset() if made else around.spoken)}
        rest, concerned = speaks_of_rest(around.text), self._concerned(around)
        alone = len({column.numbers[0].measured for column in concerned}) == 1  # which need not be named
        for column in concerned:
            if not spoken or alone or column.is_spoken(around.about, around.metrics):
                for dates, names in told:
                    add_parts(pool, column, dates, names, rest=rest, made=made)
        return pool

    def _of_told_lines(self, around: Around) -> Pool:
        """What may be worked out of two columns of a table in the rows of the number's own date or name."""
        pool = Pool()
        add_lines(pool, self._concerned(around), around.times, around.names)
        return pool

    def _of_told_records(self, around: Around) -> Pool:
        """What may be worked out of two keys of one thing, both of which the words speak of."""
        pool = Pool()
        for thing in self._things:
            if thing.is_told(around.of, around.times) and len(spoken := thing.spoken(around.about, around.metrics)) > 1:
                add_record(pool, spoken, loosely=True)
        return pool

    def _of_told_things(self, around: Around) -> Pool:
        """What may be worked out of two keys of one thing that the sentence tells by its date or name."""
        pool = Pool()
        for thing in self._things if around.times or around.of else ():
            if thing.is_told(around.of, around.times) and len(thing.own) <= _LONGEST_RECORD:
                own, above = (
                    list(filter(around.concerns, held)) for held in (thing.own, thing.above[:_LONGEST_RECORD])
                )
                add_record(pool, own, above, loosely=True)
        return pool

    def _of_records(self, around: Around, names: frozenset[str]) -> Pool:
        """What may be worked out of two keys of a record, of one that is of one of the names."""
        pool = Pool()
        for record in self.records:
            if pool.full:
                break
            if not names or not names.isdisjoint(record[0].scope.values()):
                add_record(pool, list(filter(around.concerns, record)))
        return pool

    @cached_property
    def records(self) -> list[list[ToolNumber]]:
        """The numbers of each record that holds few."""
        return list(records(self._index.numbers, _LONGEST_RECORD))


def _is_of_record(around: Around) -> bool:
    """Whether a number is told of a record that the words call, and of no others."""
    return RECORD in around.of and not speaks_of_several(around.text)
