"""What the layout of a record sets apart from its plain keys: tables, columns, blocks that stand crosswise, legends and units."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from validators.grounding.tools.keys import UNIT_KEYS
from validators.grounding.tools.layouts.axes import Column, columns_at, headed_apart, sweep_of
from validators.grounding.tools.layouts.columns import headed, labelled, parallel, table, without_table
from validators.grounding.tools.layouts.crossing import crossed
from validators.grounding.tools.layouts.key_legend import legend_key
from validators.grounding.tools.layouts.output import opened
from validators.grounding.tools.layouts.printed_series import MEDIAN, are_statistics, with_median
from validators.grounding.tools.layouts.square import pairs_of
from validators.grounding.tools.place import Place
from validators.grounding.tools.said import units_beside
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import inner_metric

_DAY = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLayout:
    """A record in its parts. `own` are its plain keys with their values, `kinds` the types of these before tables and legends were
    set apart, `paths` where those stand that a list of labels names, `place` where the record stands, with its legend and units.

    `rows` is a table with the key that it stands under, `columns` are lists side by side, `axes` the settings that their rows are of,
    `crosswise` are records whose values stand
    in the blocks of `crossing`, `block` is (its key, its columns, the columns above them), and `is_square` tells that its keys are pairs of things.
    """

    own: dict[Any, Any]
    kinds: set[type]
    paths: Mapping[str, str]
    place: Place
    rows: tuple[str, list[Any]] | None
    columns: dict[str, Column]
    axes: dict[str, Column]
    crosswise: dict[str, dict[str, Any]]
    crossing: dict[Any, Any]
    block: tuple[str, dict[str, Column], dict[str, Column]] | None
    is_square: bool

    @property
    def is_plain(self) -> bool:
        """Whether the record has plain keys only."""
        return self.rows is None and not self.columns and not self.crosswise and self.block is None


def laid_out(node: dict[Any, Any], place: Place) -> RecordLayout:
    """The parts of a record that stands at a place."""
    kinds = set(map(type, node.values()))
    if not kinds.isdisjoint((str, list)) and (inside := opened(node)) is not node:
        node, kinds = inside, set(map(type, inside.values()))
    paths: dict[str, str] = {}
    is_square = False
    if MEDIAN in node and are_statistics(map(str, node)):
        node, paths = with_median(node), {"median": place.under(MEDIAN)}
    if kinds == {dict} and (pairs := pairs_of(node)):
        paths = {
            pair: replace(place, path=place.under(row)).under(column) for pair, (_, (row, column)) in pairs.items()
        }
        if place.keys and inner_metric(metric_of_key(place.keys[-1]) or "") == "correlation":
            place = replace(place, keys=(*place.keys[:-1], "correlation"))
        node, kinds = {pair: value for pair, (value, _) in pairs.items()}, {float}
        is_square = True
    if not kinds.isdisjoint((int, str)) and (dated := with_dates(node)) is not node:
        node, kinds = dated, set(map(type, dated.values()))
    if list in kinds and (labelled_values := labelled(node)) is not None:
        values, record = labelled_values
        paths = {label: f"{place.under(values)}[{row}]" for row, label in enumerate(record)}
        node = {key: value for key, value in node.items() if not isinstance(value, list)} | record
        kinds = set(map(type, node.values()))
    if list in kinds and (under := headed(node)) is not None:
        node, kinds = under, set(map(type, under.values()))
    rows: tuple[str, list[Any]] | None = None
    columns: dict[str, Column] = {}
    axes: dict[str, Column] = {}
    if list in kinds and (sweep := sweep_of(node, place)) is not None:
        axes, columns, node = sweep
    elif list in kinds:
        rows = table(node)
        columns = columns_at(place, parallel(node)) if rows is None else {}
        node = without_table(node, rows[0]) if rows is not None else _without(node, columns)
    if dict in kinds and (explained := legend_key(node)) is not None:
        place = replace(place, legend={**place.legend, **node[explained]})
        node = _without(node, (explained,))
    crossing = node
    crosswise = crossed(node) if dict in kinds else {}
    if crosswise:
        node = _without(node, next(iter(crosswise.values())))
    block = None
    if list in kinds and (above := headed_apart(node, place)) is not None:
        names, key, cells = above
        block = key, cells, columns_at(place, {names: node[names]})
        node = _without(node, (names, key))
    units = units_beside(node)
    if units:
        node = {key: value for key, value in node.items() if str(key).lower() not in UNIT_KEYS}
        place = replace(place, units={**place.units, **units})
    return RecordLayout(
        own=node, kinds=kinds, paths=paths, place=place, rows=rows, columns=columns, axes=axes, crosswise=crosswise, crossing=crossing,
        block=block, is_square=is_square,
    )  # fmt: skip


def with_dates(node: dict[Any, Any]) -> dict[Any, Any]:
    """A record with the days that it writes in digits alone set out: "20240131" under "tradeDate". `node` itself where it has none."""
    found = {
        key: f"{day[1]}-{day[2]}-{day[3]}"
        for key, value in node.items()
        if "date" in str(key).lower() and type(value) in (int, str) and (day := _DAY.fullmatch(str(value))) is not None
    }
    return {**node, **found} if found else node


def _without(node: dict[Any, Any], keys: Mapping[str, Any] | Sequence[Any]) -> dict[Any, Any]:
    return {key: value for key, value in node.items() if key not in keys} if keys else node
