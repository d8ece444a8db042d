"""The tool numbers arranged for looking up: by value, by metric, and by what tells them apart."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from validators.grounding.tools.keys import NAME_KEY, is_compared
from validators.grounding.tools.number import KEYED, PAIR, PLACE, ToolNumber, is_of_one_period, shape_of
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metric_vocabulary import RETURNS
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.dates import agrees, day_order
from validators.numbers.elapsed import SECONDS
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.tail import CURRENCIES

_ALL_RETURNS = RETURNS | {"return"}
MOST_CANDIDATES = 400  # of one claim: more equal numbers than that tell nothing new
_NAMES_NO_METRIC = frozenset({"by", "per", "year", "yearly", "annual", "calendar"})
_LARGEST_SHARE = 500.0  # in percent: a larger number under a year is no return
# The factors between a source's unit and a claim's: fraction, percent, basis points.
_FACTORS = (1.0, 100.0, 0.01, 10_000.0, 0.0001)


_LEAST_LIST, _MOSTLY = 3, 0.8  # metrics in a list of them, and the share of them that differ
_LAST_KEY = re.compile(r'(?:\.\w+|\["[^"\]]*"\])$')
_IN_LIST = re.compile(r"\[\d+\]\Z")
_JOINT = re.compile(r"\s?[/~-]\s?")
_PLACES = frozenset("number rank index id place nth".split())  # of a list's record in it
_OF_A_RUN = frozenset({"cagr", "sharpe", "final_equity"})
_OF_A_FALL = frozenset({"max_drawdown", "drawdown_duration"})


@dataclass(slots=True)
class Episode:
    """A fall that a tool tells of: its dates, how deep it was and how long it took."""

    times: tuple[DateParts, ...]
    depth: float = 0.0
    days: float = 0.0


class ToolIndex:
    """Tool numbers in the order given. Every look-up costs little, however many there are."""

    def __init__(self, numbers: Sequence[ToolNumber]) -> None:
        self.numbers = numbers
        self.scopes = list({id(number.scope): number.scope for number in numbers}.values())
        self.metrics = frozenset(number.metric for number in numbers if number.metric is not None)
        self.held = self.metrics | {number.inner for number in numbers if number.inner is not None}
        self._mains: dict[tuple[str, str | None, int], bool] = {}
        self._held_of: dict[tuple[str, frozenset[str], frozenset[str | None]], bool] = {}
        self._are_parts: dict[tuple[str, str], bool] = {}
        self._same: dict[tuple[str | None, ...], bool] = {}
        self._implied: dict[tuple[str | None, ...], bool] = {}
        self._of_whole: dict[str, frozenset[str]] = {}
        self._wholes: dict[str, bool] = {}
        self._overlaps: dict[tuple[str | None, tuple[DateParts, ...]], int] = {}

    @cached_property
    def rivals(self) -> dict[str, frozenset[str]]:
        """The names that tell numbers apart, by dimension: two or more, or one key that singles a part out."""
        return {
            dimension: names
            for dimension, names in self._dimensions.items()
            if len(names) > 1 or dimension.startswith(KEYED)
        }

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The names to look for in an answer: rivals, and whatever a key calls a name."""
        return {
            dimension: frozenset(name for name in names if name not in CURRENCIES)
            for dimension, names in self._dimensions.items()
            if dimension in self.rivals or NAME_KEY.search(dimension) or is_compared(dimension)
        }

    @cached_property
    def parameters(self) -> dict[str, frozenset[str]]:
        """Dimensions that values tell ("fee_bps"): the values, as text; and those whose names hold a value ("lookback-60")."""
        named = {number.setting for number in self.numbers if number.setting is not None}
        return {
            dimension: names
            for dimension, names in self._dimensions.items()
            if dimension in named
            or (not dimension.startswith(KEYED) and any(not any(map(str.isalpha, name)) for name in names))
        }

    @cached_property
    def set_metrics(self) -> frozenset[str]:
        """The metrics of the settings by which runs are told apart."""
        varied = (metric_of_key(dimension) for dimension, names in self.parameters.items() if len(names) > 1)
        return SETTINGS | {metric for metric in varied if metric is not None}

    def is_parameter(self, number: ToolNumber) -> bool:
        """Whether the number itself tells runs apart: the `fee_bps` of one of several."""
        return any(
            len(names) > 1 and dimension in number.scope and number.is_under(dimension)
            for dimension, names in self.parameters.items()
        )

    @cached_property
    def _dimensions(self) -> dict[str, frozenset[str]]:
        held: dict[str, set[str]] = {}
        for scope in self.scopes:
            for dimension, name in scope.items():
                if dimension != PAIR:
                    held.setdefault(dimension, set()).add(name)
        return {dimension: frozenset(names) for dimension, names in held.items()}

    @cached_property
    def windows(self) -> list[tuple[DateParts, ...]]:
        """The windows that known metrics are of, in order, where there are several of which none begins before another ends."""
        told = {number.times for number in self.numbers if len(number.times) == 2 and number.measured in METRICS}
        spans = sorted(((day_order(times[0]), day_order(times[1]), times) for times in told), key=lambda span: span[:2])
        inner = [
            span
            for span in spans
            if not any(other != span and span[0] <= other[0] and other[1] <= span[1] for other in spans)
        ]
        apart = all(left[1] <= right[0] for left, right in pairwise(inner))
        return [times for *_, times in inner] if len(inner) > 1 and apart else []

    @cached_property
    def years(self) -> list[int]:
        """The years that known metrics are of, in order, where they follow one another."""
        told = {
            number.times[0].year
            for number in self.numbers
            if len(number.times) == 1 and number.times[0].month is None and number.measured in METRICS
        }
        held = sorted(year for year in told if year is not None)
        return held if len(held) > 1 and held[-1] - held[0] == len(held) - 1 else []

    @cached_property
    def months(self) -> frozenset[int]:
        """The months of the calendar of which the tools returned numbers one by one, or in which one of the records of a list began."""
        told = (number.times[0].month for number in self.numbers if is_of_one_period(number))
        return frozenset(month for month in told if month is not None) | self._months_of_records

    @cached_property
    def _months_of_records(self) -> frozenset[int]:
        """The months in which one record of a list began, and no other: those by which trades are told apart."""
        held: dict[int, set[str]] = {}
        for number in self.numbers:
            record = record_of(number.source)
            if number.times and number.times[0].day is not None and record.endswith("]") and not number.length:
                held.setdefault(number.times[0].month or 0, set()).add(record)
        return frozenset(month for month, records in held.items() if len(records) == 1)

    @cached_property
    def quarters(self) -> frozenset[int]:
        """The quarters of one year of which the tools returned numbers one by one."""
        told = {number.times[0] for number in self.numbers if is_of_one_period(number)}
        held = [date.quarter for date in told if date.quarter is not None]
        return frozenset(held) if len(held) == len(set(held)) > 1 else frozenset()

    @cached_property
    def episodes(self) -> list[list["Episode"]]:
        """The falls of each list of them, in the order in which a tool told them, where it dates each. A window whose results are told
        is no fall."""
        held: dict[str, dict[str, Episode]] = {}
        windows = {
            shape_of(f"{number.source.rpartition(']')[0]}]")
            for name in _OF_A_RUN
            for number in self._one_a_scope.get(name, ())
        }
        for number in self.numbers:
            record, bracket, key = number.source.rpartition("]")
            if _PLACES.issuperset(key_words(key)):
                continue
            dated = len(number.times) > 1 or any(date.day is not None for date in number.times)
            if not bracket or not dated or number.length or number.measured not in _OF_A_FALL:
                continue
            told = held.setdefault(shape_of(f"{record}]"), {}).setdefault(record, Episode(number.times))
            if number.measured == "drawdown_duration":
                told.days = max(told.days, number.value)
            else:
                told.depth = max(told.depth, abs(number.value))
        return [list(found.values()) for shape, found in held.items() if len(found) > 1 and shape not in windows]

    @cached_property
    def whole(self) -> frozenset[str]:
        """Metrics of the tool's own whose numbers are all whole, none below zero, and bear no unit: things counted."""
        broken = {
            number.metric for number in self.numbers if number.value < 0 or not number.value.is_integer() or number.unit
        }
        return frozenset(name for name in self.metrics if name not in METRICS and name not in broken)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The words of the keys that numbers stand under."""
        words = {word for name in self.metrics for word in name.split()}
        lengths = {word for number in self.numbers if number.length for word in key_words(number.source[-40:])}
        return frozenset(words | lengths)

    @cached_property
    def by_metric(self) -> dict[str, list[ToolNumber]]:
        """Numbers by metric, the inner one where the key says more; no lengths, no differences."""
        groups: dict[str, list[ToolNumber]] = {}
        for number in self.numbers:
            name = number.measured
            if name is not None and not number.length and not number.difference:
                groups.setdefault(name, []).append(number)
        return groups

    def of_key(self, name: str) -> list[ToolNumber]:
        """The numbers under a key that no vocabulary knows."""
        return self._of_keys.get(name, [])

    @cached_property
    def _of_keys(self) -> dict[str, list[ToolNumber]]:
        found: dict[str, list[ToolNumber]] = {}
        for number in self.numbers:
            if number.metric is not None and number.metric not in METRICS:
                found.setdefault(number.metric, []).append(number)
        return found

    @cached_property
    def of_bare_years(self) -> list[ToolNumber]:
        """The shares that stand under a year and under no metric's name: the returns of those years."""
        return [
            number
            for number in self.numbers
            if _NAMES_NO_METRIC.issuperset((number.measured or "").split())
            and is_of_one_period(number)
            and not number.length
            and not number.prose
            if number.times[0].month is None and abs(number.value) < _LARGEST_SHARE and number.written is None
        ]

    def near(self, claim: Quantity, room: float) -> list[ToolNumber]:
        """The numbers whose size, in some unit, lies within `room` of the claim's: all that could ground it."""
        told = abs(claim.value)
        factors = {*_FACTORS, claim.scale, *self._scales}
        if claim.noun in SECONDS:
            factors |= {unit / SECONDS[claim.noun] for unit in SECONDS.values()}
            room = max(room, 1.0)  # a day that a tool tells in hours besides
        places: set[int] = set()
        for factor in factors:
            slack = 1e-8 * told
            low = bisect_left(self._sizes, (told - room - slack) / factor)
            high = bisect_right(self._sizes, (told + room + slack) / factor)
            places.update(self._order[low : min(high, low + MOST_CANDIDATES)])
        return [self.numbers[place] for place in sorted(places)]

    def has_main(self, dimension: str, number: ToolNumber) -> bool:
        """Whether the tools also returned the number's metric for the thing as a whole, which no key singles out."""
        name = number.measured
        key = (dimension, name, id(number.scope))
        if key not in self._mains:
            self._mains[key] = any(
                dimension not in other.scope
                and _shares(number.scope, other.scope)
                and (PLACE.search(number.source) or not PLACE.search(other.source))  # one of a list is not the whole
                for each in (name or "", *(("total_return",) if name == "return" else ()))
                for other in self._one_a_scope.get(each, ())
            )
        return self._mains[key]

    def stands_alone(self, number: ToolNumber) -> bool:
        """Whether a number is all that its place holds, and none of several in a text."""
        return number.written is None or self._at_place[number.source] == 1

    @cached_property
    def _at_place(self) -> Counter[str]:
        return Counter(number.source for number in self.numbers)

    def is_singled_out(self, dimension: str) -> bool:
        """Whether the names of a dimension are keys of parts, beside which stands the thing as a whole."""
        return dimension.startswith(KEYED) and self.has_whole(dimension)

    def has_whole(self, dimension: str) -> bool:
        """Whether the tools returned a known metric of the parts that the dimension tells for what no key of it singles out."""
        if dimension not in self._wholes:
            held: dict[str, set[bool]] = {}
            beside = self._named_beside(dimension)
            for name, group in self._one_a_scope.items():
                if name in METRICS and name != "observations":
                    # a benchmark's return stands beside the total one of the run
                    family = held.setdefault("return" if name in _ALL_RETURNS else name, set())
                    family.update(
                        dimension in number.scope
                        for number in group
                        if all(
                            other not in number.scope or number.scope[other] in names for other, names in beside.items()
                        )
                    )
            self._wholes[dimension] = any(len(sides) > 1 for sides in held.values())
        return self._wholes[dimension]

    def _named_beside(self, dimension: str) -> dict[str, set[str]]:
        """The keys of other parts under all of which the parts of the dimension stand: before and after costs, in and out of sample,
        and not in the benchmark."""
        scopes = [scope for scope in self.scopes if dimension in scope]
        shared = set.intersection(*(set(scope) for scope in scopes)) - {dimension} if scopes else set()
        return {other: {scope[other] for scope in scopes} for other in shared if other.startswith(KEYED)}

    def names_of_whole(self, dimension: str) -> frozenset[str]:
        """The names of a dimension that no key singles a part out under."""
        if dimension not in self._of_whole:
            self._of_whole[dimension] = frozenset(
                scope[dimension]
                for scope in self.scopes
                if dimension in scope and not any(each.startswith(KEYED) and each in self._parts for each in scope)
            )
        return self._of_whole[dimension]

    @cached_property
    def _parts(self) -> frozenset[str]:
        """The keyed dimensions beside which the tools returned a known metric of the thing as a whole."""
        return frozenset(
            dimension for dimension in self._dimensions if dimension.startswith(KEYED) and self.has_whole(dimension)
        )

    @cached_property
    def pairs(self) -> dict[str, tuple[str, str]]:
        """The names that are two things put together, of which each stands in several such: "AAPL / MSFT", "AAPL / TLT"."""
        told: dict[str, tuple[str, str]] = {}
        for dimension, name in {each for scope in self.scopes for each in scope.items()}:
            parts = name.split(" / ") if dimension == PAIR else _JOINT.split(name) if name.isupper() else ()
            if len(parts) == 2:
                told[name] = parts[0], parts[1]
        counts = Counter(part for parts in told.values() for part in parts)
        return {name: parts for name, parts in told.items() if min(counts[part] for part in parts) > 1}

    def is_part(self, dimension: str, name: str) -> bool:
        """Whether what a key holds is a part beside others: a known metric of its numbers has another value
        elsewhere, or any has under another such key."""
        key = (dimension, name)
        if key not in self._are_parts:
            self._are_parts[key] = any(
                other.scope.get(dimension) != name and other.value != number.value
                for metric, group in self._one_a_scope.items()
                for number in group
                if number.scope.get(dimension) == name
                for other in (*group, *(self._one_a_scope.get("total_return", ()) if metric == "return" else ()))
                if metric in METRICS or dimension in other.scope
            )
        return self._are_parts[key]

    def tell_the_same(self, dimension: str, other: str, scope: Mapping[str, str]) -> bool:
        """Whether a scope's names of two dimensions are of the same numbers: "benchmark", and the name that its record has."""
        names = (scope.get(dimension), scope.get(other))
        key = (dimension, other, *names)
        if key not in self._same:
            self._same[key] = all(
                (each.get(dimension) == names[0]) == (each.get(other) == names[1]) for each in self.scopes
            )
        return self._same[key]

    def implies(self, dimension: str, other: str, scope: Mapping[str, str]) -> bool:
        """Whether all that has a scope's name of one dimension has its name of another: "p5" stands under "bootstrap" only."""
        key = (dimension, other, scope.get(dimension), scope.get(other))
        if key not in self._implied:
            self._implied[key] = all(
                each.get(other) == scope.get(other)
                for each in self._measured
                if each.get(dimension) == scope.get(dimension)
            )
        return self._implied[key]

    @cached_property
    def parts_by_name(self) -> dict[str, dict[str, str]]:
        """By dimension of keyed parts, the part that a field's name stands for: "SPY" for "benchmark", whose symbol it is."""
        found: dict[str, dict[str, str]] = {}
        for scope in self.scopes:
            for keyed in scope:
                if not keyed.startswith(KEYED) or keyed not in self._parts:
                    continue
                for dimension, name in scope.items():
                    if dimension.startswith(KEYED) or name in found.get(keyed, {}):
                        continue
                    if self.tell_the_same(keyed, dimension, scope):
                        found.setdefault(keyed, {})[name] = scope[keyed]
        return found

    def holds(self, dimension: str, names: frozenset[str], metrics: frozenset[str | None]) -> bool:
        """Whether a number of one of the metrics is of one of the names."""
        key = (dimension, names, metrics)
        if key not in self._held_of:
            self._held_of[key] = any(
                (number.metric in metrics or number.inner in metrics) and number.scope.get(dimension) in names
                for number in self._one_a_metric_and_scope
            )
        return self._held_of[key]

    def counts_apart(self, dimension: str, names: frozenset[str], metric: str | None) -> bool:
        """Whether what a list holds was counted for one of the names alone."""
        return any(number.metric == metric and number.scope.get(dimension) in names for number in self._lengths)

    @cached_property
    def _lengths(self) -> list[ToolNumber]:
        return [number for number in self.numbers if number.length]

    def calls_about(self, dimension: str, names: frozenset[str]) -> set[str]:
        """The calls of which a number is of one of the names."""
        calls = self._calls_by_name.get(dimension, {})
        return {call for name in names for call in calls.get(name, ())}

    def calls_with(self, dimension: str) -> set[str]:
        """The calls of which a number is of any name of a dimension."""
        return {call for calls in self._calls_by_name.get(dimension, {}).values() for call in calls}

    @cached_property
    def _calls_by_name(self) -> dict[str, dict[str, set[str]]]:
        found: dict[str, dict[str, set[str]]] = {}
        for number in self.numbers:
            call = number.call
            for dimension, name in number.scope.items():
                found.setdefault(dimension, {}).setdefault(name, set()).add(call)
        return found

    def beside(self, number: ToolNumber) -> list[ToolNumber]:
        """The other numbers of a number's metric in the record that it stands in."""
        return [
            other
            for other in self._by_record.get((self._home(number), number.measured or ""), ())
            if other is not number and other.value != number.value
        ]

    @cached_property
    def _by_record(self) -> dict[tuple[str, str], list[ToolNumber]]:
        groups: dict[tuple[str, str], list[ToolNumber]] = {}
        for name, group in self.by_metric.items():
            for number in group if name in METRICS else ():
                if not number.prose and not _IN_LIST.search(number.source):
                    groups.setdefault((self._home(number), name), []).append(number)
        return groups

    def tells(self, number: ToolNumber, metrics: frozenset[str]) -> bool:
        """Whether another number of the record that a number stands in is of one of the metrics."""
        call = number.call
        return any(
            other.scope == number.scope and other.call == call
            for name in metrics
            for other in self._one_a_scope.get(name, ())
        )

    def fields(self, number: ToolNumber, metrics: frozenset[str]) -> list[ToolNumber]:
        """The numbers of the metrics that the record in which a number stands tells under keys of their own."""
        held = self._fields.get(self._home(number), {})
        return [field for metric in metrics for field in held.get(metric, ())]

    @cached_property
    def _fields(self) -> dict[str, dict[str, list[ToolNumber]]]:
        """By the path of a record, the numbers of its keys, by metric."""
        fields: dict[str, dict[str, list[ToolNumber]]] = {}
        for name, group in self.by_metric.items():
            for number in group:
                if not number.prose:
                    fields.setdefault(self._home(number), {}).setdefault(name, []).append(number)
        return fields

    def _home(self, number: ToolNumber) -> str:
        """The path of the record in which a number stands: of the list, where each item holds one number under the name of its metric."""
        record = record_of(number.source)
        return self._lists_of_metrics.get(record, record)

    @cached_property
    def _lists_of_metrics(self) -> dict[str, str]:
        """By the items of lists that hold one number of a metric of its own each, [{"name": "CAGR", "value": 0.1}, ...], the list."""
        items: dict[str, list[ToolNumber]] = {}
        for number in self.numbers:
            if not number.prose and (record := record_of(number.source)).endswith("]"):
                items.setdefault(record, []).append(number)
        lists: dict[str, list[str]] = {}
        for record in items:
            lists.setdefault(record.rpartition("[")[0], []).append(record)
        found: dict[str, str] = {}
        for place, records in lists.items():
            told = [items[record][0].metric for record in records if len(items[record]) == 1]
            if _LEAST_LIST <= len(told) == len(records) and len(set(told)) > _MOSTLY * len(told):
                found |= dict.fromkeys(records, place)
        return found

    def best_overlap(self, times: tuple[DateParts, ...], metric: str | None) -> int:
        """The most of `times` that any number of the metric is of."""
        key = (metric, times)
        if key not in self._overlaps:
            spans = {number.times for number in self.numbers if number.metric == metric and number.times}
            self._overlaps[key] = max((overlap(times, span) for span in spans), default=0)
        return self._overlaps[key]

    @cached_property
    def _one_a_scope(self) -> dict[str, list[ToolNumber]]:
        return {
            name: list({id(number.scope): number for number in group}.values())
            for name, group in self.by_metric.items()
        }

    @cached_property
    def _one_a_metric_and_scope(self) -> list[ToolNumber]:
        return list({(number.metric, id(number.scope)): number for number in self.numbers}.values())

    @cached_property
    def _measured(self) -> list[Mapping[str, str]]:
        groups = [group for name, group in self._one_a_scope.items() if name in METRICS]
        return list({id(number.scope): number.scope for group in groups for number in group}.values())

    @cached_property
    def _order(self) -> list[int]:
        return sorted(range(len(self.numbers)), key=lambda place: abs(self.numbers[place].value))

    @cached_property
    def _sizes(self) -> list[float]:
        return [abs(self.numbers[place].value) for place in self._order]

    @cached_property
    def _scales(self) -> frozenset[float]:
        written = {1 / number.written.scale for number in self.numbers if number.written is not None}
        return frozenset(written | {1 / number.scale for number in self.numbers})


def record_of(source: str) -> str:
    """The path of the record in which the number of a path stands."""
    return _LAST_KEY.sub("", source)


def overlap(times: Iterable[DateParts], others: Iterable[DateParts]) -> int:
    """How many of `times` are told by one of `others`."""
    held = tuple(others)
    return sum(any(agrees(time, other) for other in held) for time in times)


def _shares(scope: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two scopes name the same things as far as both name them."""
    return all(
        other.get(dimension, name) == name for dimension, name in scope.items() if not dimension.startswith(KEYED)
    )
