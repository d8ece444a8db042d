"""The values of a record's columns, each with its own path and what its row says of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from validators.grounding.tools.entity_key import names_entity
from validators.grounding.tools.key_dates import month_in
from validators.grounding.tools.key_reader import KeyReader
from validators.grounding.tools.keys import ordinal_of
from validators.grounding.tools.layouts.axes import Column
from validators.grounding.tools.layouts.columns import LABELS
from validators.grounding.tools.layouts.key_legend import legend_of_rows
from validators.grounding.tools.layouts.record_layout import RecordLayout
from validators.grounding.tools.names.names_told import NamesTold
from validators.grounding.tools.names.numbered_names import keys_set
from validators.grounding.tools.number import KEYED
from validators.grounding.tools.place import Place
from validators.grounding.tools.said import ALIASED, said_of
from validators.grounding.tools.short_keys import full_keys, in_full
from validators.grounding.tools.value_reader import ValueReader

_NO_COLUMNS: Mapping[str, Column] = {}
_VARIED = "setting"  # what numbers in order tell apart that nothing names
_YEARS = {"index": "year", "years": "year"}


class ColumnReader:
    """Reads what the layout of a record sets apart from its plain keys: rows under a header, columns side by side, records crosswise."""

    def __init__(self, names: NamesTold, values: ValueReader, keys: KeyReader) -> None:
        self._names = names
        self._values = values
        self._keys = keys

    def values_of(self, laid: RecordLayout, place: Place) -> Iterator[tuple[Any, Place]]:
        """The values that the layout sets apart, each with its place; `place` is that of the record, with what the record says."""
        if laid.rows is not None:
            key, rows = laid.rows
            yield rows, replace(place, path=place.under(key), legend=legend_of_rows(laid.own, rows[0]))
        if laid.columns:
            yield from self._beside(laid.columns, place, axes=laid.axes)
        if laid.crosswise:
            yield from self._crossed(laid.crosswise, laid.crossing, place)
        if laid.block is not None:
            key, columns, heads = laid.block
            yield from self._beside(
                columns, replace(place, path=place.under(key), keys=(*place.keys, key)), heads=heads
            )

    def _beside(
        self,
        columns: Mapping[str, Column],
        place: Place,
        *,
        heads: Mapping[str, Column] = _NO_COLUMNS,
        axes: Mapping[str, Column] = _NO_COLUMNS,
    ) -> Iterator[tuple[Any, Place]]:
        """The cells of parallel columns, each at its own path, with what its row says of itself; `heads` are columns that stand above,
        `axes` the settings that the rows are of."""
        length = len(next(iter(columns.values())).cells)
        self._values.length(length, place)
        full = full_keys(columns)
        for row in range(length):
            said = said_of({_told(key, told.cells[row]): told.cells[row] for key, told in {**heads, **columns}.items()})
            set_to = {name: f"{axis.cells[row]:g}" for name, axis in axes.items()}
            scope = {**place.scope, **self._names.of(said), **set_to}
            for name, axis in axes.items():
                self._keys.set_to(name, axis.cells[row], replace(place, path=axis.place(row), scope=scope))
            end = "first" if row == 0 else "last" if row == length - 1 else "inside"
            own_times = tuple(month_in(each, place.times) for each in said.times)
            self._values.dates.extend((date, f"{place.source}[{row}]") for date in own_times)
            for key, column in columns.items():
                path, cell = column.place(row), column.cells[row]
                own_name, plain = self._names.at_end(key)
                told = in_full(plain, cell, full)
                times = own_times or self._keys.years(key, cell, f"{place.call} {path}") or place.times
                yield (
                    cell,
                    replace(
                        place,
                        path=path,
                        keys=(*place.keys, told),
                        scope={**scope, **own_name} if own_name else scope,
                        times=times,
                        end=end,
                        unit=place.units.get(key, place.unit),
                    ),
                )

    def _crossed(
        self, records: Mapping[str, Mapping[str, Any]], node: Mapping[str, Any], place: Place
    ) -> Iterator[tuple[Any, Place]]:
        """The values of records that stand crosswise, each at its own path."""
        set_apart = keys_set(tuple(records), place.varied or (place.keys[-1] if place.keys else _VARIED))
        for name, record in records.items():
            beside = node.get(name)
            said = said_of({**beside, **record} if isinstance(beside, dict) else record)
            own = self._names.of(said)
            kind = place.called.get(name) or self._names.in_key(name)
            if not kind and name in set_apart:
                kind = self._keys.setting(set_apart[name], place, name, {})
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
            self._keys.figures(name, f"{place.call} {place.under(name)}")
            below = place.keys if kind or name.isdigit() else (*place.keys, name)
            for key, value in record.items():
                if name in node[key]:
                    path = replace(place, path=place.under(key)).under(name)
                    times = said.times or self._keys.years(key, value, f"{place.call} {path}") or place.times
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


def _told(key: str, cell: Any) -> str:
    """What a column says of its rows: years under whatever stands for labels."""
    return "year" if type(cell) is int and key.lower() in LABELS else _YEARS.get(key, key)
