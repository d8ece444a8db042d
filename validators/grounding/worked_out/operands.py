"""The pairs of tool numbers that an answer's number may be worked out from: of one metric and of the things that it names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, product

from validators.grounding.tools.index import ToolIndex, overlap
from validators.grounding.tools.number import MAIN, ToolNumber, shape_of
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.worked_out.alongside import Alongside
from validators.grounding.worked_out.eligible import (
    MOST_OPERANDS,
    are_of_one_thing,
    are_related,
    eligible,
    ends_of,
    is_among,
    is_of_named,
)
from validators.grounding.worked_out.operand import RATES, Asked, Operand, Pair, Told, operand
from validators.grounding.worked_out.own_words import by_metric, extremes
from validators.numbers.quantity import Quantity

MOST_TOLD = 8
_PASSAGES_BACK = 4  # "9 bps: $228,459. 18 bps: $184,023. The hit is $44,435."
_SETTINGS = ("basis_points", "date", "duration")
MOST_UNREAD = 40  # numbers whose keys say nothing
# Metrics that are told as the two ends, sides or parts of one thing.
_FAMILIES = (
    ("initial_capital", "final_equity"), ("winning_trades", "losing_trades"), ("winning_trades", "trades"), ("losing_trades", "trades"),
    ("best_month", "worst_month"), ("best_year", "worst_year"), ("best_day", "worst_day"), ("best_trade", "worst_trade"),
    ("average_win", "average_loss"), ("total_return", "return"), ("cagr", "return"),
    ("profit", "trades"), ("fees_paid", "trades"), ("profit", "fees_paid"), ("fees_paid", "initial_capital"), ("profit", "initial_capital"), ("profit", "final_equity"),
    ("fees_paid", "final_equity"),
)  # fmt: skip
_KEY = re.compile(r"\[\d+\]$")


class Operands:
    """Operands among the tool numbers, those that the answer states included."""

    def __init__(self, index: ToolIndex, told: Sequence[Told]) -> None:
        self._index = index
        self._told = told
        self._stated = {id(each.number): each.quantity for each in told}
        self._alongside = Alongside(index.numbers)
        self._eligible: dict[tuple[object, ...], list[ToolNumber]] = {}

    def stated(self, passage: int, claim: Quantity) -> list[Pair]:
        """Pairs of the numbers that the passage itself states, whatever they are of; with the passages before, where it states less than two."""
        own = [each for each in self._told if each.passage == passage and each.quantity.start != claim.start]
        for before in range(passage - 1, passage - 1 - _PASSAGES_BACK, -1):
            if sum(each.quantity.kind not in _SETTINGS for each in own) < 2:
                own += [each for each in self._told if each.passage == before]
        own.sort(key=lambda each: abs(each.quantity.start - claim.start))
        operands = [operand(each.number, each.quantity) for each in own[:MOST_TOLD]]
        return [
            (left, right)
            for left, right in combinations(operands, 2)
            if left.number is not right.number and self._may_join(claim, left.number, right.number)
        ]

    def alongside(self, passage: int, claim: Quantity, asked: Asked) -> list[Pair]:
        """Pairs of what else stands in two records that the passage, or where it tells too little those before, sets side by side."""
        own = [each.number for each in self._told if each.passage == passage and each.quantity.start != claim.start]
        if len(own) < 2:
            back = range(passage - _PASSAGES_BACK, passage)
            own += [each.number for each in self._told if each.passage in back]
        metrics = self.held(asked.bound)
        return [
            (self._operand(left), self._operand(right))
            for left, right in self._alongside.of(own[-MOST_TOLD:])
            if (not metrics or left.measured in metrics)
            and (not asked.times or not left.times or overlap(asked.times, left.times))
            and are_related(left, right, asked)
        ]

    def _may_join(self, claim: Quantity, left: ToolNumber, right: ToolNumber) -> bool:
        """Whether a sentence may work a number out of two that it states: a rate at which runs were made is set against another one
        only, and gives no result."""
        rates = [number.measured in RATES or self._index.is_parameter(number) for number in (left, right)]
        return not any(rates) or (all(rates) and claim.kind in ("basis_points", "multiple"))

    def of_metrics(self, asked: Asked, metrics: frozenset[str]) -> list[Pair]:
        """Pairs of one of the metrics, of two of the things."""
        found: list[Pair] = []
        for name in sorted(metrics & self._groups.keys()):
            found += self._pairs(self._of(name, asked), asked)
        return found

    def are_all(self, pair: Pair, asked: Asked) -> bool:
        """Whether no others are of the same metric, or words or the answer's own numbers say that these two are meant."""
        left, right = (each.number for each in pair)
        if asked.among or len(asked.times) > 1 or left.measured != right.measured or left.measured is None:
            return True
        told = {id(left), id(right)} <= self._stated.keys()
        return told or len({id(each) for each in self._of(left.measured, asked)}) <= 2

    def of_two(self, asked: Asked, metrics: Iterable[tuple[frozenset[str], frozenset[str]]]) -> list[Pair]:
        """Pairs of two metrics of one thing."""
        groups = self._groups
        found: list[Pair] = []
        for firsts, seconds in metrics:
            for first, second in product(sorted(firsts & groups.keys()), sorted(seconds & groups.keys())):
                if first != second:
                    pairs = [
                        (left, right)
                        for left, right in product(self._of(first, asked), self._of(second, asked))
                        if are_of_one_thing(left, right) and is_of_named(left, asked) and is_of_named(right, asked)
                    ]
                    alike = (pair for pair in pairs if not asked.among and pair[0].scope == pair[1].scope)
                    own = {id(each) for pair in alike for each in pair}
                    found += [
                        (self._operand(left), self._operand(right))
                        for left, right in pairs
                        if left.scope == right.scope or not own & {id(left), id(right)}
                    ]
        return found

    def families(
        self, measure: str | None, metrics: frozenset[str], *, whole: bool = False
    ) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The pairs of metrics of which one is among `metrics` (both for `whole`) or, where none is named, that are of the measure."""
        return [
            (frozenset({first}), frozenset({second}))
            for first, second in _FAMILIES
            if (whole and metrics >= {first, second})
            or (not whole and metrics and not metrics.isdisjoint((first, second)))
            or (not whole and not metrics and measure_of(first) == measure and first not in self._extremes)
        ]

    def kin(self, said: Iterable[tuple[frozenset[str], frozenset[str]]]) -> list[tuple[frozenset[str], frozenset[str]]]:
        """Of pairs of what two words may mean, those that belong together."""
        return [
            (frozenset({first}), frozenset({second}))
            for one, two in said
            for first, second in _FAMILIES
            if (first in one and second in two) or (first in two and second in one)
        ]

    def comparable(self, measures: Iterable[str], *, named: bool) -> frozenset[str]:
        """The metrics of the tools that are of one of the measures; where the wording names one, those that it may name."""
        wanted = frozenset(measures)
        return frozenset(
            name
            for name in self._groups
            if measure_of(name) in wanted and not (named and name in METRICS) and name not in self._extremes
        )

    def unread(self, asked: Asked, metrics: frozenset[str], *, named: bool) -> list[Pair]:
        """Pairs with a number of which no key says what it is, so that it may be of one of the metrics. Unless the wording named
        those, a key that is not known may stand for any."""
        free = [
            number
            for number in self._open
            if not (named and number.metric is not None) and is_among(number, asked.among)
        ]
        if not 0 < len(free) <= MOST_UNREAD:
            return []
        known = [number for name in sorted(metrics & self._groups.keys()) for number in self._of(name, asked)]
        pairs = [*product(known, free), *(() if named else combinations(free, 2))]
        return [
            (self._operand(left), self._operand(right))
            for left, right in pairs
            if are_related(left, right, asked) and _of_one_size(left, right)
        ]

    def of_places(self, asked: Asked) -> list[Pair]:
        """Pairs that stand under one key that is not known, of two things that the sentence names."""
        if not asked.among:
            return []
        by_key: dict[str, list[ToolNumber]] = {}
        for number in self._open:
            told = number.scope.keys() & asked.among.keys() or any(MAIN in names for names in asked.among.values())
            if not number.prose and told and is_among(number, asked.among):
                by_key.setdefault(_KEY.sub("", number.source)[-40:].rpartition(".")[2], []).append(number)
        return [pair for group in by_key.values() if len(group) <= MOST_OPERANDS for pair in self._pairs(group, asked)]

    @cached_property
    def _open(self) -> list[ToolNumber]:
        """The numbers of which no known key says what they are, of long lists the ends."""
        free = [number for number in self._index.numbers if _is_open(number)]
        if len(free) <= MOST_UNREAD:
            return free
        lists = Counter(shape_of(number.source) for number in free)
        ends = ends_of(free)
        return [number for number in free if id(number) in ends or lists[shape_of(number.source)] <= 6]

    def whole(self, asked: Asked, metrics: Iterable[str]) -> list[Operand]:
        """The numbers of the metrics for the thing that the sentence names."""
        numbers = [number for name in metrics for number in self._of(name, asked)]
        return [self._operand(number) for number in numbers if is_of_named(number, asked)]

    def held(self, metrics: frozenset[str]) -> frozenset[str]:
        """Those of the metrics that the tools returned and that tell no runs apart."""
        return (metrics & self._groups.keys()) - self.settings

    @cached_property
    def settings(self) -> frozenset[str | None]:
        """The metrics that tell runs apart."""
        return frozenset(metric_of_key(dimension) for dimension in self._index.parameters)

    @cached_property
    def _own(self) -> dict[str, list[ToolNumber]]:
        return by_metric(self._index)

    @cached_property
    def _extremes(self) -> dict[str, list[ToolNumber]]:
        return extremes(self._own)

    @cached_property
    def _groups(self) -> dict[str, list[ToolNumber]]:
        return {**self._extremes, **self._own}

    def _of(self, metric: str, asked: Asked) -> list[ToolNumber]:
        """The eligible numbers of a metric."""
        key = (metric, asked.times, frozenset(asked.among.items()), frozenset(asked.names.items()))
        if key not in self._eligible:
            self._eligible[key] = eligible(self._groups.get(metric, ()), asked, self._stated)
        return self._eligible[key]

    def _pairs(self, group: Sequence[ToolNumber], asked: Asked) -> Iterator[Pair]:
        for left, right in combinations(group, 2):
            if are_related(left, right, asked):
                yield self._operand(left), self._operand(right)

    def _operand(self, number: ToolNumber) -> Operand:
        return operand(number, self._stated.get(id(number)))


def _is_open(number: ToolNumber) -> bool:
    """Whether no key that is known says what a number is."""
    return (number.metric is None or (number.metric not in METRICS and number.inner is None)) and not number.length


def _of_one_size(left: ToolNumber, right: ToolNumber) -> bool:
    small, large = sorted((abs(left.value), abs(right.value)))
    return small > 0 and large <= 20 * small
