"""Walks a tool output from its root to its values: records, lists, tables in each of their layouts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from validators.grounding.tools.entity_key import holds_names, names_entity, sorts
from validators.grounding.tools.key_dates import (
    dates_in,
    is_called,
    is_month,
    is_year_key,
    key_figures,
    month_of,
    window_in,
    year_of,
)
from validators.grounding.tools.keys import PLAIN_KEYS, UNIT_KEYS, is_compared, ordinal_of
from validators.grounding.tools.layouts.columns import (
    headed,
    labelled,
    named_above,
    numbering,
    paired,
    parallel,
    records,
    swept,
    table,
    with_labels,
    without_table,
)
from validators.grounding.tools.layouts.crossing import column_names, crossed
from validators.grounding.tools.layouts.output import decode_inside, opened
from validators.grounding.tools.names.called import called_by, called_in
from validators.grounding.tools.names.names_told import NOTHING, NamesTold
from validators.grounding.tools.names.numbered_names import keys_set
from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.place import Place
from validators.grounding.tools.place_metric import (
    is_short_record,
    key_in_run,
    key_of_trades,
    key_where_trades_count,
    tells_of_trades,
)
from validators.grounding.tools.said import ALIASED, is_of_the_whole, is_of_trades, said_of, units_beside, window_of
from validators.grounding.tools.settled_metric import DIFFERENCES
from validators.grounding.tools.value_reader import ValueReader
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts

_NESTED = frozenset({dict, list})
_NUMERIC = frozenset({float, int, type(None)})
_YEARS = {"index": "year", "years": "year"}
_SIDES = frozenset("up down rising falling bull bear bullish bearish long short".split())
_LEGENDS = re.compile(r"unit|meaning|legend|describ|descri|definition|glossary|label|explained|notes?$", re.IGNORECASE)


class OutputReader:
    """Reads the outputs of a conversation one after the other; `names` tells what is known to be a name."""

    def __init__(self, names: NamesTold) -> None:
        self.values = ValueReader(names.known)
        self.windows: list[tuple[DateParts, DateParts, str]] = []
        self._names = names

    def read(self, root: Place, value: Any) -> None:
        stack: list[tuple[Any, Place]] = [(value, root)]
        while stack:
            node, place = stack.pop()
            if isinstance(node, dict):
                stack.extend(reversed(list(self._dict(node, place))))
            elif isinstance(node, (list, tuple)):
                stack.extend(reversed(list(self._list(node, place))))
            elif isinstance(node, str):
                inside = decode_inside(place.keys[-1], node) if place.keys else node
                if type(inside) is str:
                    self.values.text(inside, place)
                else:
                    stack.append((inside, place))
            elif isinstance(node, (int, float)) and not isinstance(node, bool):
                self.values.number(node, place)

    def _dict(self, node: dict[Any, Any], place: Place) -> Iterator[tuple[Any, Place]]:
        kinds = set(map(type, node.values()))
        if not kinds.isdisjoint((str, list)) and (inside := opened(node)) is not node:
            node, kinds = inside, set(map(type, inside.values()))
        at: dict[str, str] = {}
        if list in kinds and (labelled_values := labelled(node)) is not None:
            values, record = labelled_values
            at = {label: f"{place.under(values)}[{row}]" for row, label in enumerate(record)}
            node = {key: value for key, value in node.items() if not isinstance(value, list)} | record
            kinds = set(map(type, node.values()))
        rows: tuple[str, list[Any]] | None = None
        beside: dict[str, list[Any]] = {}
        crosswise: dict[str, dict[str, Any]] = {}
        if list in kinds and (under := headed(node)) is not None:
            node, kinds = under, set(map(type, under.values()))
        if list in kinds:
            rows = table(node)
            if rows is not None:
                node = without_table(node, rows[0])
            else:
                beside = parallel(node)
                node = {key: value for key, value in node.items() if key not in beside} if beside else node
        if dict in kinds and (explained := _explained(node)) is not None:
            place = replace(place, legend={**place.legend, **node[explained]})
            node = {key: value for key, value in node.items() if key != explained}
        if dict in kinds:
            crosswise = crossed(node)
            if crosswise:
                apart = next(iter(crosswise.values()))
                crossing, node = node, {key: value for key, value in node.items() if key not in apart}
        above = named_above(node) if list in kinds and dict in kinds else None
        if above is not None:
            stood, node = node, {key: value for key, value in node.items() if key not in above}
        units = units_beside(node)
        if units:
            node = {key: value for key, value in node.items() if str(key).lower() not in UNIT_KEYS}
            place = replace(place, units={**place.units, **units})
        said = said_of(node)
        aliases = said.aliases or place.aliases
        scope = {**place.scope, **self._names.of(said)}
        if place.swept:
            scope = {**scope, **{key: str(node[key]) for key in place.swept if key in node and key not in scope}}
        called = (called_in(node) or called_by(node, node)) if dict in kinds and len(node) > 2 else {}
        if called:
            scope = {dimension: name for dimension, name in scope.items() if dimension not in called}
            place = replace(place, called=called)
        times = said.times or place.times
        single = _is_single(node)
        label = said.label or (place.label if single else None)
        is_labelled = not single and said.label is not None and metric_of_key(said.label) in METRICS
        end = place.end if len(said.times) == 1 else None  # a point of a series, and no run of several
        if rows is not None or beside or crosswise or above is not None:
            here = replace(place, scope=scope, times=times, label=None, aliases=aliases, unit=said.unit or place.unit)
            if rows is not None:
                yield rows[1], replace(here, path=place.under(rows[0]), legend=_legend(node, rows[1][0]))
            if beside:
                yield from self._beside(beside, here)
            if crosswise:
                yield from self._crossed(crosswise, crossing, here)
            if above is not None:
                names, block = above
                below = replace(here, path=here.under(block), keys=(*here.keys, block))
                yield from self._beside(stood[block], below, heads={names: stood[names]})
        if str in kinds and (window := window_of(node)) is not None:
            self.windows.append((*window, place.source))
        if len(node) > 1 and (kinds <= _NESTED or all(map(is_year_key, node)) or all(map(_is_ticker, node))):
            self.values.length(len(node), place)
        block = place.keys[-1] if place.keys else ""
        measures = block.lower() in PLAIN_KEYS and _is_of_measures(node)
        named_below = dict in kinds and not place.path.endswith("]")
        in_full = _full_keys(node)
        kin = {**_tickers(node, place.shape), **self._kin(node)} if dict in kinds else {}
        alike = [str(key) for key, value in node.items() if type(value) is dict or _is_measured(kinds, block)]
        set_apart = keys_set(alike, block) if len(alike) > 1 else {}
        of_each = bool(place.keys) and _is_own(place.keys[-1]) and holds_names(node, self._names.known)
        for raw, value in node.items():
            key = str(raw)
            path = at.get(key) or place.under(key)
            if value == 1 and key.lower() in UNIT_KEYS:
                continue  # a plain ratio
            if key == place.ordinal:
                self.values.ordinal(value, replace(place, path=path, scope=scope, times=times))
                continue
            inner_scope, inner_times = scope, times
            own_name, rest = self._names.at_end(key) if type(value) not in _NESTED else (NOTHING, key)
            legend = place.legend.get(key)
            full = _in_full(rest, value, in_full) if legend is None or metric_of_key(legend) not in METRICS else legend
            keys = (*place.keys, full)
            named = place.called.get(key) or self._names.in_key(key) if type(value) is not str else NOTHING
            named = named or kin.get(key, NOTHING)
            if (column := place.columns.get(key)) is not None:
                inner_scope, inner_times = {**scope, **self._names.of(column)}, column.times or times
            elif named:
                inner_scope, keys = {**scope, **named}, place.keys
            elif own_name:
                inner_scope = {**scope, **own_name}
            elif key in set_apart:
                inner_scope, keys = self._set(set_apart[key], place, key, scope), place.keys
            elif (
                named_below
                and metric_of_key(key) not in METRICS
                and not is_year_key(key)
                and holds_names(value, self._names.known)
            ):
                pass  # what is measured of each: {"weights": {"NVDA": 0.25, "XOM": 0.2}}
            elif of_each:
                keys, inner_scope = place.keys, {**scope, f"{KEYED} {place.shape}": key}
            elif (
                not (own := measures and _is_own_measure(key, value, block))
                and names_entity(key, place.keys, times, value)
                and not (type(value) in _NESTED and sorts(key, node))
            ) or (is_labelled and _is_of_a_part(key)):
                when = year_of(key) or parse_date(key) or month_of(key, times)
                if when is not None:
                    month = next((kind for kind in said.names if month_of(said.names[kind], (when,))), None)
                    if month is not None:  # a row of a table with a column for each year
                        when = month_of(said.names[month], (when,)) or when
                        inner_scope = {kind: name for kind, name in scope.items() if name != said.names[month]}
                    inner_times = (when,)
                    self.values.dates.append((when, f"{place.call} {path}"))
                elif metric_of_key(key) not in METRICS and DIFFERENCES.isdisjoint(key_words(key)):
                    span = window_in(key)
                    if span is not None:
                        inner_times = span
                        self.windows.append((*span, f"{place.call} {path}"))
                    if span is None or is_called(key):
                        inner_scope = {**scope, f"{KEYED} {place.shape}": key}
                    self._figures_of(key, f"{place.call} {path}")
            else:
                keys = (*place.keys[:-1], key) if own else keys
                when = self._figures_of(key, f"{place.call} {path}")
                if when is not None and isinstance(value, (int, float, str)):
                    inner_times = (when,)
            unit = place.units.get(key) or said.unit or place.unit
            currency = said.currency or place.currency
            ordinal = ordinal_of(key) if aliases and ALIASED not in scope else None
            if ordinal is not None and ordinal in aliases and isinstance(value, (dict, int, float)):
                inner_scope = {**scope, ALIASED: aliases[ordinal]}
            yield (
                value,
                Place(
                    place.call, path, keys, inner_scope, inner_times, legend or label, unit, currency,
                    aliases, place.called, units=place.units, end=end, legend=place.legend if type(value) is dict else {},
                    named=(path, f"{place.shape}.*") if inner_scope is not scope or inner_times is not times else place.named,
                ),
            )  # fmt: skip

    def _kin(self, node: Mapping[Any, Any]) -> dict[str, Mapping[str, str]]:
        """The names that keys are which hold records like that of a known name: {"tern": {"cagr": 0.1}, "60_40": {"cagr": 0.1}}."""
        records = {str(key): tuple(value) for key, value in node.items() if type(value) is dict and value}
        found: dict[str, Mapping[str, str]] = {}
        sides = [key for key in records if key.lower() in _SIDES]
        if len(sides) > 1:
            found |= {key: {"side": key} for key in sides}
        for key, form in records.items():
            told = self._names.in_key(key)
            if len(told) == 1:
                (dimension,) = told
                found |= {
                    other: {dimension: other}
                    for other, own in records.items()
                    if own == form and not (is_compared(other) or is_year_key(other) or self._names.in_key(other))
                }
        return found

    def _set(self, setting: ToolNumber, place: Place, key: str, scope: Mapping[str, str]) -> dict[str, str]:
        """The scope of what stands under a key that tells a setting; takes the setting."""
        inner = {**scope, setting.setting or "": f"{setting.value:g}"}
        source = f"{place.call} {place.under(key)} (its name)"
        self.values.numbers.append(replace(setting, source=source, scope=inner))
        return inner

    def _figures_of(self, key: str, source: str) -> DateParts | None:
        """Takes the numbers and the years that a key holds; the first of its years."""
        figures, years = key_figures(key)
        self.values.dates.extend((year, source) for year in years)
        self.values.numbers.extend(
            ToolNumber(value=figure, source=source, prose=True, either_sign=True) for figure in figures
        )
        return years[0] if years else None

    def _times_in(self, key: str, value: Any, source: str) -> tuple[DateParts, ...]:
        """The year of a column that its key tells: {"y2022": [0.1, 0.2]}."""
        if not isinstance(value, (int, float)):
            return ()
        years = key_figures(key)[1]
        self.values.dates.extend((year, source) for year in years)
        return years[:1]

    def _crossed(
        self, records: Mapping[str, Mapping[str, Any]], node: Mapping[str, Any], place: Place
    ) -> Iterator[tuple[Any, Place]]:
        """The values of records that stand crosswise, each at its own path."""
        set_apart = keys_set(tuple(records), place.keys[-1] if place.keys else "")
        for name, record in records.items():
            beside = node.get(name)
            said = said_of({**beside, **record} if isinstance(beside, dict) else record)
            own = self._names.of(said)
            kind = place.called.get(name) or self._names.in_key(name)
            if not kind and name in set_apart:
                kind = self._set(set_apart[name], place, name, {})
            ordinal = ordinal_of(name)
            if kind:
                own = {**own, **kind}
            elif ordinal is not None and ordinal in place.aliases:
                own = {**own, ALIASED: place.aliases[ordinal]}
            elif (
                not name.isdigit()
                and not (own and ordinal is not None)
                and names_entity(name, place.keys, place.times, {})
            ):
                own = {**own, f"{KEYED} {place.shape}": name}
            elif name.isdigit() and not own and not said.times:
                own = {f"{KEYED} {place.shape}": name}
            self._figures_of(name, f"{place.call} {place.under(name)}")
            below = place.keys if kind or name.isdigit() else (*place.keys, name)
            for key, value in record.items():
                if name in node[key]:
                    path = replace(place, path=place.under(key)).under(name)
                    times = said.times or self._times_in(key, value, f"{place.call} {path}") or place.times
                    yield (
                        value,
                        replace(
                            place,
                            path=path,
                            keys=(*below, key),
                            scope={**place.scope, **own},
                            times=times,
                            unit=place.units.get(key, place.unit),
                        ),
                    )

    def _beside(
        self, columns: Mapping[str, list[Any]], place: Place, heads: Mapping[str, list[Any]] | None = None
    ) -> Iterator[tuple[Any, Place]]:
        """The cells of parallel columns, each at its own path, with what its row says of itself; `heads` are columns that stand above."""
        length = len(next(iter(columns.values())))
        self.values.length(length, place)
        in_full = _full_keys(columns)
        for row in range(length):
            said = said_of({_YEARS.get(key, key): column[row] for key, column in {**(heads or {}), **columns}.items()})
            scope = {**place.scope, **self._names.of(said)}
            end = "first" if row == 0 else "last" if row == length - 1 else "inside"
            self.values.dates.extend((date, f"{place.source}[{row}]") for date in said.times)
            for key, column in columns.items():
                path = f"{place.under(key)}[{row}]"
                full = _in_full(key, column[row], in_full)
                times = said.times or self._times_in(key, column[row], f"{place.call} {path}") or place.times
                yield (
                    column[row],
                    replace(
                        place,
                        path=path,
                        keys=(*place.keys, full),
                        scope=scope,
                        times=times,
                        end=end,
                        unit=place.units.get(key, place.unit),
                    ),
                )

    def _list(self, node: Sequence[Any], place: Place) -> Iterator[tuple[Any, Place]]:
        if pairs := paired(node):
            yield pairs, place
            return
        last = len(node) - 1
        rows = with_labels(records(node) or node)
        columns = column_names(rows) if node and isinstance(rows[-1], dict) else {}
        ordinal = numbering(rows)
        sweep = () if ordinal else swept(rows)
        year = place.times[0].year if place.keys and len(place.times) == 1 and year_of(place.keys[-1]) else None
        months = year is not None and len(node) == 12 and _NUMERIC.issuperset(map(type, node))
        if not place.path.endswith("]"):
            self.values.length(len(node), place)
        for index, value in enumerate(rows):
            end = "first" if index == 0 < last else "last" if index == last > 0 else "inside"
            dated = isinstance(value, (list, tuple)) and value and isinstance(value[0], str) and dates_in(value[0])
            times = (DateParts(year=year, month=index + 1),) if months else dated or place.times
            if months:
                self.values.dates.append((times[0], f"{place.call} {place.path}[{index}]"))
            yield (
                value,
                replace(
                    place,
                    path=f"{place.path}[{index}]",
                    end=end,
                    times=times,
                    columns=columns,
                    ordinal=ordinal,
                    swept=sweep,
                ),
            )


def _full_keys(node: Mapping[Any, Any]) -> Callable[[str, float], str] | None:
    """What tells the keys of a record of a run or of its trades in full; None for any other record."""
    if sum(is_month(str(key)) for key in node) > 1:
        return None  # March is no MAR ratio
    if is_of_the_whole(node) or is_short_record(node):
        return key_where_trades_count if tells_of_trades(node) else key_in_run
    return key_of_trades if is_of_trades(node) else None


def _in_full(key: str, value: Any, in_full: Callable[[str, float], str] | None) -> str:
    """The key in full where its record tells keys so and the value is a number; else the key as it stands."""
    figure = _figure(value) if in_full else None
    return in_full(key, figure) if in_full and figure is not None else key


def _is_of_a_part(key: str) -> bool:
    """Whether a key beside a label that names a metric says of what part the number is: {"metric": "cagr", "benchmark": 0.1}."""
    metric = metric_of_key(key)
    return metric is not None and metric not in METRICS and key.lower() not in PLAIN_KEYS


_FEWEST_TICKERS = 2
_FIGURE = re.compile(r"\s*[-+−]?[$€£]?(\d[\d,]{0,18}(?:\.\d{1,12})?)\s?%?\s*")


def _figure(value: Any) -> float | None:
    """The size of a number, be it written as text; None for anything else."""
    if type(value) in (int, float):
        return float(value)
    told = _FIGURE.fullmatch(value) if type(value) is str else None
    return None if told is None else float(told[1].replace(",", ""))


def _tickers(node: Mapping[Any, Any], shape: str) -> dict[str, Mapping[str, str]]:
    """The keys of like records that are tickers, also where one is a word: {"COST": {"trades": 9}, "NVDA": {"trades": 7}}."""
    forms = {key: tuple(value) for key, value in node.items() if type(value) is dict}
    if len(forms) < _FEWEST_TICKERS or len(set(forms.values())) > 1 or not all(map(_is_ticker, forms)):
        return {}
    return {str(key): {f"{KEYED} {shape}": str(key)} for key in forms}


def _is_single(node: Mapping[Any, Any]) -> bool:
    """Whether a record holds one number, and no record or list."""
    numbers = [value for value in node.values() if type(value) in (int, float)]
    return len(numbers) == 1 and not any(type(value) in _NESTED for value in node.values())


def _is_own(key: str) -> bool:
    """Whether a key names something measured that no vocabulary has: "weights"."""
    return _is_of_a_part(key) and len(key_words(key)) < 4


def _is_measured(kinds: set[type], block: str) -> bool:
    """Whether a record holds one metric's numbers: {"cagr": {"5bps": 0.1, "10bps": 0.08}}."""
    return bool(kinds) and kinds <= _NUMERIC and metric_of_key(block) in METRICS


def _is_of_measures(node: Mapping[Any, Any]) -> bool:
    """Whether a record holds numbers under the names of metrics."""
    return any(isinstance(value, (int, float)) and metric_of_key(str(key)) in METRICS for key, value in node.items())


def _is_own_measure(key: str, value: Any, block: str) -> bool:
    """Whether a key that no vocabulary has names what is measured, in a block that only sorts: {"performance": {"cagr": 0.1,
    "positive_months": 0.65}}."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    own = metric_of_key(key)
    return (
        own is not None
        and own not in METRICS
        and len(key_words(key)) > 1
        and not key.isupper()
        and year_of(key) is None
        and parse_date(key) is None
        and metric_of_keys(block, key) is None
    )


def _is_ticker(key: object) -> bool:
    return isinstance(key, str) and key[:1].isalnum() and key.upper() == key and any(map(str.isalpha, key))


def _explained(node: Mapping[Any, Any]) -> Any:
    """The key of the legend of a record, which tells in words what the keys beside it or in the records beside it mean; None where it
    has none."""
    records = [node, *(value for value in node.values() if type(value) is dict)]
    for key, told in node.items():
        if type(told) is not dict or not _LEGENDS.search(str(key)) or str(key).lower() in UNIT_KEYS:
            continue
        of_others = any(2 * len(told.keys() & each.keys()) > len(told) for each in records if each is not told)
        if of_others and all(type(text) is str for text in told.values()):
            return key
    return None


def _legend(node: Mapping[Any, Any], row: Any) -> Mapping[str, str]:
    """What a record says of the columns of its rows: {"ret": "annual return, %"}."""
    for key, told in node.items():
        if isinstance(told, dict) and isinstance(row, dict) and _LEGENDS.search(str(key)):
            return {str(column): text for column, text in told.items() if isinstance(text, str)}
    return {}
