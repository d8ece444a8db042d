"""Sweeps whose settings stand apart from what came of each: {"parameter": "lookback", "grid": [10, 20], "sharpe": [0.9, 1.1]}, be the
results beside the settings, in a block of their own, in a list of one metric each, or in one of a record for each setting."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from validators.grounding.tools.keys import (
    MAY_BE_SET,
    METRIC_KEYS,
    SWEPT_KEYS,
    UNIT_KEYS,
    may_be_set,
    metric_told,
    noun_of_part,
    role_of,
)
from validators.grounding.tools.layouts.columns import is_counted, is_of_a_run, tells_rows
from validators.grounding.tools.place import Place

_NUMBERS = frozenset({int, float})
_NAMES = ({str}, {int})
_CELLS = frozenset({int, float, type(None)})
_SWEPT = SWEPT_KEYS | {"x", "x_axis", "xaxis", "sweep", "param_grid", "parameter_grid", "search_space"}
_LARGEST_AXIS = 6  # keys of a record that tells what is varied
_LARGEST = 1e15  # of a setting
_FEWEST = 2
_FEWEST_UNNAMED = 3
_YEARS = range(1900, 2100)


class Column(NamedTuple):
    """The cells of a column, and where they stand: `path` is that of their list, `key` that of each below its place in the list."""

    path: str
    cells: Sequence[Any]
    key: str = ""

    def place(self, row: int) -> str:
        return f"{self.path}[{row}]{self.key}"


def columns_at(place: Place, lists: Mapping[str, Sequence[Any]]) -> dict[str, Column]:
    """The columns that the lists of a record at a place are."""
    return {key: Column(place.under(key), cells) for key, cells in lists.items()}


class Sweep(NamedTuple):
    """The settings of a sweep and its results, by what each is, and what else its record holds."""

    axes: dict[str, Column]
    columns: dict[str, Column]
    rest: dict[Any, Any]


def name_swept(node: Mapping[Any, Any]) -> str | None:
    """The name of what a record, or a call, says that it varies."""
    return next(
        (
            name
            for key, name in node.items()
            if type(name) is str and str(key).lower() in SWEPT_KEYS and name.lower() not in SWEPT_KEYS
        ),
        None,
    )


def sweep_of(node: Mapping[Any, Any], place: Place) -> Sweep | None:
    """The sweep that a record is; None for any other."""
    name = name_swept(node) or place.varied
    for key, axes in _axes(node, place, name):
        length = len(next(iter(axes.values())).cells)
        others = {other: held for other, held in node.items() if str(other) != key}
        for columns, taken in _results(others, place, length):
            known = [told for each in columns if (told := metric_told(each)) is not None and told not in MAY_BE_SET]
            if known and (name or is_of_a_run(known)):
                rest = {other: held for other, held in others.items() if str(other) not in taken}
                return Sweep(axes, columns, rest)
    return None


def headed_apart(node: Mapping[Any, Any], place: Place) -> tuple[str, str, dict[str, Column]] | None:
    """The key of a list of names, that of the block beside it which holds one value for each, and the columns of these:
    {"strategies": ["A", "B"], "table": {"cagr": [0.1, 0.2]}}, {"labels": ["A", "B"], "datasets": [{"label": "cagr", "data": [0.1, 0.2]}]}."""
    for raw, names in node.items():
        if type(names) is list and len(names) > 1 and set(map(type, names)) in _NAMES and tells_rows(str(raw), names):
            for block, columns in _blocks(node, place, len(names)):
                return str(raw), block, columns
    return None


def _axes(node: Mapping[Any, Any], place: Place, name: str | None) -> Iterator[tuple[str, dict[str, Column]]]:
    """The settings that lists may hold, with the key that each list stands under."""
    for raw, held in node.items():
        key, path = str(raw), place.under(str(raw))
        if type(held) is list and len(held) >= _FEWEST:
            if _is_axis(key, held, name):
                yield key, {name or key: Column(path, held)}
            elif type(held[0]) is dict and (axes := _set_together(held, path)):
                yield key, axes
        elif type(held) is dict and key.lower() in _SWEPT and len(held) <= _LARGEST_AXIS:
            inner = next((each for each in held.values() if type(each) is str), None)
            lists = {str(below): values for below, values in held.items() if type(values) is list}
            for below, values in lists.items() if len(lists) == 1 else ():
                if _is_axis(below, values, inner or below):
                    yield key, {inner or below: Column(_below(path, below), values)}


def _is_axis(key: str, values: Sequence[Any], name: str | None) -> bool:
    """Whether a list holds settings: different numbers under a key that names no result, which stand in order where nothing names what
    they are of. Years and numbers of records set nothing."""
    if len(values) < _FEWEST or not _NUMBERS.issuperset(map(type, values)) or len(set(values)) < len(values):
        return False
    if max(map(abs, values)) > _LARGEST:
        return False
    if noun_of_part(key) is not None:
        return True
    if not may_be_set(key) or is_counted(key) or all(value in _YEARS for value in values):
        return False
    if name is not None or role_of(key) == "parameter":
        return True
    in_order = list(values) in (sorted(values), sorted(values, reverse=True))
    numbers = values[0] in (0, 1) and all(value == values[0] + place for place, value in enumerate(values))
    return in_order and not numbers and len(values) >= _FEWEST_UNNAMED


def _set_together(rows: Sequence[Any], path: str) -> dict[str, Column]:
    """The settings of a list of records of settings alone: [{"fast": 10, "slow": 50}, {"fast": 20, "slow": 50}]."""
    columns = _columns_of(rows, path)
    if not columns or not all(
        may_be_set(key) and _NUMBERS.issuperset(map(type, column.cells)) for key, column in columns.items()
    ):
        return {}
    varied = {key: column for key, column in columns.items() if len(set(column.cells)) > 1}
    rows_set = set(zip(*(column.cells for column in varied.values()), strict=True))
    return varied if len(rows_set) == len(rows) else {}


def _results(node: Mapping[Any, Any], place: Place, length: int) -> Iterator[tuple[dict[str, Column], set[str]]]:
    """The columns of results of a length, with the keys of the record that they stand under."""
    beside = columns_at(place, {str(key): held for key, held in node.items() if _is_column(held, length)})
    if beside:
        yield beside, set(beside)
    yield from ((columns, {key}) for key, columns in _blocks(node, place, length))


def _blocks(node: Mapping[Any, Any], place: Place, length: int) -> Iterator[tuple[str, dict[str, Column]]]:
    """The blocks of a record that hold columns of a length, by their keys."""
    for raw, held in node.items():
        key, path = str(raw), place.under(str(raw))
        if type(held) is dict and held and all(_is_column(cells, length) for cells in held.values()):
            yield key, {str(each): Column(_below(path, str(each)), cells) for each, cells in held.items()}
        elif type(held) is list and held and all(type(each) is dict for each in held):
            told = [_labelled(each, length) for each in held]
            if None not in told:
                columns = enumerate(filter(None, told))
                yield key, {label: Column(_below(f"{path}[{row}]", own), cells) for row, (label, own, cells) in columns}
            elif len(held) == length and (rows := _columns_of(held, path)):
                yield key, rows


def _columns_of(rows: Sequence[Any], path: str) -> dict[str, Column]:
    """The columns of records of the same keys, be the numbers of each in one record within; {} where a record holds anything else."""
    wrap = next(iter(rows[0]), None) if type(rows[0]) is dict and len(rows[0]) == 1 else None
    inner = [row[wrap] for row in rows if type(row) is dict and type(row.get(wrap)) is dict]
    records, above = (inner, _below("", str(wrap))) if len(inner) == len(rows) else (rows, "")
    if not all(
        type(row) is dict and row.keys() == records[0].keys() and _CELLS.issuperset(map(type, row.values()))
        for row in records
    ):
        return {}
    return {str(key): Column(path, [row[key] for row in records], above + _below("", str(key))) for key in records[0]}


def _labelled(record: Mapping[Any, Any], length: int) -> tuple[str, str, list[Any]] | None:
    """The metric, the key and the values of a record of one: {"metric": "sharpe", "values": [0.9, 1.1]}."""
    lists = [(str(key), held) for key, held in record.items() if _is_column(held, length)]
    texts = [(str(key).lower(), held) for key, held in record.items() if type(held) is str]
    label = next(
        (held for key, held in texts if key not in UNIT_KEYS and (key in METRIC_KEYS or metric_told(held))), None
    )
    return None if label is None or len(lists) != 1 else (label, *lists[0])


def _is_column(cells: object, length: int) -> bool:
    return type(cells) is list and len(cells) == length and _CELLS.issuperset(map(type, cells))


def _below(path: str, key: str) -> str:
    return Place("", path).under(key)
