"""The values of a record, each with its place: what the record says of all of them, and what the key of each says."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from msgspec.structs import replace

from validators.grounding.tools.column_reader import ColumnReader
from validators.grounding.tools.entity_key import are_returns, holds_names, names_entity, sorts
from validators.grounding.tools.key_dates import is_called, is_year_key, month_in, month_of, window_in, year_of
from validators.grounding.tools.key_reader import KeyReader
from validators.grounding.tools.keys import PLAIN_KEYS, UNIT_KEYS, is_compared, ordinal_of
from validators.grounding.tools.layouts.axes import name_swept
from validators.grounding.tools.layouts.record_layout import RecordLayout, laid_out
from validators.grounding.tools.names.called import called_alike, called_by, called_in, is_figure
from validators.grounding.tools.names.like_records import is_in_capitals, names_of_alike
from validators.grounding.tools.names.names_told import NOTHING, NamesTold
from validators.grounding.tools.names.numbered_names import keys_set
from validators.grounding.tools.number import KEYED, PAIR, ToolNumber
from validators.grounding.tools.own_measures import are_weights, is_of_a_part, is_of_measures, is_own, is_own_measure
from validators.grounding.tools.place import Place, Said
from validators.grounding.tools.said import ALIASED, said_of, window_of
from validators.grounding.tools.settled_metric import sets_apart
from validators.grounding.tools.short_keys import full_keys, in_full
from validators.grounding.tools.value_reader import ValueReader
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import key_unit, key_words
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts

_NESTED = frozenset({dict, list})
_NUMERIC = frozenset({float, int, type(None)})
_TEXT_OR_RECORD = frozenset({dict, str})
_PERCENT = re.compile(r"(?:%|\bpct|_pct)\W*$", re.IGNORECASE)  # of a thing in a year, nothing else said: its return


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """A record's plain keys and what holds for all of them: what it `said`, so of what (`scope`) and when (`times`) its numbers are.

    `block` is the key over it, `names` are those that its keys are by the form of what they hold, `settings` those that its keys
    tell. `is_labelled`: its label is a metric. `is_of_each`: it tells one number of each of several things, `has_returns`:
    one return of each, `is_square`: one number of each pair. `has_measures`: it only
    sorts, and holds metrics by name. `names_below`: its keys may be measures of which each holds a number for several things.
    """

    node: Mapping[Any, Any]
    place: Place
    said: Said
    scope: Mapping[str, str]
    times: tuple[DateParts, ...]
    block: str
    names: Mapping[str, Mapping[str, str]]
    settings: Mapping[str, ToolNumber]
    is_labelled: bool
    is_of_each: bool
    has_returns: bool
    is_square: bool
    has_measures: bool
    names_below: bool


class _Told(NamedTuple):
    """What the key of a value says: the keys down to the value, of what it is, and when."""

    keys: tuple[str, ...]
    scope: Mapping[str, str]
    times: tuple[DateParts, ...]


class RecordReader:
    """Reads records, and takes what their keys hold into the numbers and dates of `values`."""

    def __init__(self, names: NamesTold, values: ValueReader) -> None:
        self._names = names
        self._values = values
        self._keys = KeyReader(values)
        self._columns = ColumnReader(names, values, self._keys)

    def values_of(self, node: dict[Any, Any], place: Place) -> Iterator[tuple[Any, Place]]:
        """The values that stand in a record, each with its place; those that its layout sets apart first."""
        laid = laid_out(node, place)
        node, place = laid.own, laid.place
        if (varied := name_swept(node)) is not None:
            place = replace(place, varied=varied)
        said = said_of(node)
        scope = {**place.scope, **self._names.of(said)}
        if place.swept:
            scope |= {
                name: str(node[key])
                for key, name in place.swept.items()
                if key in node and scope.get(key) != str(node[key])
            }
        called = (called_in(node) or called_by(node, node)) if dict in laid.kinds and len(node) > 2 else {}
        called = called or (called_alike(node, f"{KEYED} {place.shape}.*") if dict in laid.kinds else {})
        if called:
            scope = {dimension: name for dimension, name in scope.items() if dimension not in called}
            place = replace(place, called=called)
        times = tuple(month_in(each, place.times) for each in said.times) or place.times
        self._values.dates.extend((date, place.source) for date in times if said.times and date.day is None)
        if (
            len(place.times) == 1
            and place.times[0].day is not None
            and all(each.day is not None for each in said.times)
        ):
            times = (*place.times, *said.times)  # a drawdown under the day of its peak
        if not laid.is_plain:
            aliases, unit = said.aliases or place.aliases, said.unit or place.unit
            here = replace(place, scope=scope, times=times, label=None, aliases=aliases, unit=unit)
            yield from self._columns.values_of(laid, here)
        if str in laid.kinds and (window := window_of(node)) is not None:
            self._values.windows.append((*window, place.source))
        if len(node) > 1 and (laid.kinds <= _NESTED or all(map(is_year_key, node)) or all(map(is_in_capitals, node))):
            self._values.length(len(node), place)
        yield from self._under_keys(self._record(laid, place, said, scope, times), laid.paths)

    def _record(
        self, laid: RecordLayout, place: Place, said: Said, scope: Mapping[str, str], times: tuple[DateParts, ...]
    ) -> _Record:
        node, kinds = laid.own, laid.kinds
        block = place.keys[-1] if place.keys else ""
        alike = [str(key) for key, value in node.items() if type(value) is dict or _is_measured(kinds, block)]
        return _Record(
            node=node,
            place=place,
            said=said,
            scope=scope,
            times=times,
            block=block,
            names=names_of_alike(node, self._names, place.shape) if dict in kinds else {},
            settings=keys_set(alike, place.varied or block) if len(alike) > 1 else {},
            is_labelled=said.label is not None and metric_of_key(said.label) in METRICS and not _is_single(node),
            is_of_each=bool(place.keys)
            and is_own(block)
            and (holds_names(node, self._names.known) or are_weights(block, node)),
            is_square=laid.is_square,
            has_returns=place.is_in_list and len(node) > 2 and are_returns(node),
            has_measures=block.lower() in PLAIN_KEYS and is_of_measures(node),
            names_below=dict in kinds and not place.is_in_list,
        )

    def _under_keys(self, record: _Record, paths: Mapping[str, str]) -> Iterator[tuple[Any, Place]]:
        """The values of the plain keys, each with its place."""
        place, said = record.place, record.said
        full = full_keys(record.node)
        aliases = said.aliases or place.aliases
        label = said.label or (place.label if _is_single(record.node) else None)
        end = place.end if len(said.times) == 1 else None  # a point of a series, and no run of several
        for raw, value in record.node.items():
            key = str(raw)
            path = paths.get(key) or place.under(key)
            if value == 1 and key.lower() in UNIT_KEYS:
                continue  # a plain ratio
            if key == place.ordinal and (type(value) is not str or value.isdecimal()):
                self._values.ordinal(value, replace(place, path=path, scope=record.scope, times=record.times))
                continue
            if place.swept.get(key, key) != key:
                self._keys.set_to(place.swept[key], float(value), replace(place, path=path, scope=record.scope))
                continue
            own_name, rest = self._names.at_end(key) if type(value) not in _NESTED else (NOTHING, key)
            legend = place.legend.get(key)
            meant = in_full(rest, value, full) if legend is None or metric_of_key(legend) not in METRICS else legend
            keys, scope, times = self._told(record, key, value, path, own_name, (*place.keys, meant))
            ordinal = ordinal_of(key) if aliases and ALIASED not in record.scope else None
            if ordinal is not None and ordinal in aliases and isinstance(value, (dict, int, float)):
                scope = {**record.scope, ALIASED: aliases[ordinal]}
            told_apart = scope is not record.scope or times is not record.times
            yield (
                value,
                Place(
                    place.call, path, keys, scope, times, legend or label, place.units.get(key) or said.unit or place.unit,
                    said.currency or place.currency, aliases, place.called, units=place.units, end=end, varied=place.varied,
                    legend=place.legend if type(value) is dict else {},
                    named=(path, f"{place.shape}.*") if told_apart else place.named,
                ),
            )  # fmt: skip

    def _told(
        self,
        record: _Record,
        key: str,
        value: Any,
        path: str,
        own_name: Mapping[str, str],
        keys: tuple[str, ...],
    ) -> _Told:
        """What a key says of its value. `own_name`: what its end or beginning names; `keys`: those down to it, it in full."""
        place, scope, times = record.place, record.scope, record.times
        if record.is_square:
            return _Told(place.keys, {**scope, PAIR: key}, times)
        if type(value) in _TEXT_OR_RECORD and (when := parse_date(key)) is not None and _is_part_of_year(when):
            return _Told(
                keys, *self._thing(record, key, f"{place.call} {path}")
            )  # a time, whatever else is called alike
        told = bool(record.said.times) or key in place.called
        plain = type(value) is not str or (told and is_figure(value))
        named = place.called.get(key) or self._names.in_key(key) if plain else NOTHING
        named = named or record.names.get(key, NOTHING)
        if (column := place.columns.get(key)) is not None:
            return _Told(keys, {**scope, **self._names.of(column)}, column.times or times)
        if named:
            is_return = bool(times) and _PERCENT.search(key) is not None and metric_of_key(record.block) not in METRICS
            return _Told((*place.keys, "return_pct") if is_return else place.keys, {**scope, **named}, times)
        if own_name:
            return _Told(keys, {**scope, **own_name}, times)
        if key in record.settings:
            return _Told(place.keys, self._keys.setting(record.settings[key], place, key, scope), times)
        if (
            record.names_below
            and metric_of_key(key) not in METRICS
            and not is_year_key(key)
            and holds_names(value, self._names.known)
        ):
            return _Told(keys, scope, times)  # what is measured of each: {"weights": {"NVDA": 0.25, "XOM": 0.2}}
        if record.has_returns and key.isupper():
            return _Told((*place.keys, "return"), {**scope, f"{KEYED} {place.shape}": key}, times)
        if record.is_of_each:  # shares of the parts of an "exposure" are no exposure
            return _Told(place.keys[-1:], {**scope, f"{KEYED} {place.shape}": key}, times)
        own = record.has_measures and is_own_measure(key, value, record.block)
        is_thing = not own and names_entity(key, place.keys, times, value)
        if (is_thing and not (type(value) in _NESTED and sorts(key, record.node))) or (
            record.is_labelled and is_of_a_part(key)
        ):
            apart = not is_compared(key) and key_unit(key) is None and _has_results(value)
            return _Told(place.keys if apart else keys, *self._thing(record, key, f"{place.call} {path}"))
        year = self._keys.figures(key, f"{place.call} {path}")
        if year is not None and isinstance(value, (int, float, str)):
            times = (year,)
        return _Told((*place.keys[:-1], key) if own else keys, scope, times)

    def _thing(self, record: _Record, key: str, source: str) -> tuple[Mapping[str, str], tuple[DateParts, ...]]:
        """Of what and when the numbers under a key are that names a thing or tells a time."""
        scope, times = record.scope, record.times
        when = year_of(key) or parse_date(key) or month_of(key, times)
        if when is not None and when.year is None and len(times) == 1 and times[0].year is not None:
            when = dataclasses.replace(when, year=times[0].year)  # the "Q1" of a row that tells its year
        if when is not None:
            month = next((kind for kind, name in record.said.names.items() if month_of(name, (when,))), None)
            if month is not None:  # a row of a table with a column for each year
                when = month_of(record.said.names[month], (when,)) or when
                scope = {kind: name for kind, name in scope.items() if name != record.said.names[month]}
            times = (month_in(times[0], (when,)) if len(times) == 1 and times[0].year is None else when,)
            self._values.dates.append((times[0], source))
        elif metric_of_key(key) not in METRICS and not sets_apart(key_words(key)):
            span = window_in(key)
            if span is not None:
                times = span
                self._values.windows.append((*span, source))
            if span is None or is_called(key):
                scope = {**scope, f"{KEYED} {record.place.shape}": key}
            self._keys.figures(key, source)
        return scope, times


def _has_results(value: Any) -> bool:
    """Whether a record tells several metrics of the thing under whose key it stands: those of a "low-vol" regime are no volatility."""
    return type(value) is dict and len({metric_of_key(str(key)) for key in value} & METRICS.keys()) > 1


def _is_part_of_year(when: DateParts) -> bool:
    return when.quarter is not None or (when.month is not None and when.day is None)


def _is_single(node: Mapping[Any, Any]) -> bool:
    """Whether a record holds one number, and no record or list."""
    numbers = [value for value in node.values() if type(value) in (int, float)]
    return len(numbers) == 1 and not any(type(value) in _NESTED for value in node.values())


def _is_measured(kinds: set[type], block: str) -> bool:
    """Whether a record holds one metric's numbers: {"cagr": {"5bps": 0.1, "10bps": 0.08}}."""
    return bool(kinds) and kinds <= _NUMERIC and metric_of_key(block) in METRICS
