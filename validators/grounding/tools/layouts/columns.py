"""Records and lists that hold a table: columns beside their header, parallel lists, lists of lists, pairs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from validators.grounding.tools.key_dates import dates_in, is_month
from validators.grounding.tools.keys import ID_KEY, LONGEST_LABEL, METRIC_KEYS, is_name_key, metric_told, role_of
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, OF_THE_WHOLE, inner_metric

_HEADERS = (
    "columns", "header", "headers", "fields", "column_names", "head", "cols", "columnnames", "column_labels", "labels", "keys",
    "names", "schema", "header_row",
)  # fmt: skip
_INDEX_KEYS = ("index", "row_labels", "rowlabels", "row_names", "index_labels", "rownames", "years")
LABELS = ("labels", "x", "categories")  # of a chart
_FEWEST_LABELLED = 3
_SCALARS = frozenset({str, int, float, bool, type(None)})
_NUMBERS = frozenset({int, float})


def table(node: Mapping[Any, Any]) -> tuple[str, list[Any]] | None:
    """The rows of {"columns": […], "rows": [[…], …]} as records, with the key they stand under; of {"columns": ["a", "b"],
    "table": {"cagr": [0.1, 0.2]}} one for each column."""
    for header in (*_keys_among(node, _HEADERS), *_lists_of_metrics(node)):
        columns = _titles(node.get(header))
        if columns is None:
            continue
        for key, held in node.items():
            if key == header or not isinstance(held, list) or not held:
                continue
            rows = _unwrapped(held)
            if all(isinstance(row, list) and len(row) == len(columns) for row in rows):
                index = next((_titles(node[each]) for each in _keys_among(node, _INDEX_KEYS)), None)
                return str(key), _rows_of(columns, rows, index if index and len(index) == len(rows) else None)
        for key, measured in node.items():
            if (
                isinstance(measured, dict)
                and measured
                and all(isinstance(cells, list) and len(cells) == len(columns) for cells in measured.values())
            ):
                if 2 * metrics_among(columns) > len(columns):
                    return str(key), [
                        {"run": name, **dict(zip(columns, cells, strict=True))} for name, cells in measured.items()
                    ]
                return str(key), [
                    {"run": name, **{metric: cells[place] for metric, cells in measured.items()}}
                    for place, name in enumerate(columns)
                ]
    return None


def _unwrapped(rows: list[Any]) -> list[Any]:
    """Rows without the records of one key that hold each row and each cell: [{"f": [{"v": "moth"}, {"v": "0.1"}]}]."""
    cells = [next(iter(row.values())) if isinstance(row, dict) and len(row) == 1 else row for row in rows]
    if not all(isinstance(row, list) for row in cells):
        return rows
    return [
        [next(iter(each.values())) if isinstance(each, dict) and len(each) == 1 else each for each in row]
        for row in cells
    ]


def _keys_among(node: Mapping[Any, Any], told: Sequence[str]) -> list[Any]:
    """The keys of a record that are among those told, in the order told, whatever their case."""
    keys = {str(key).lower(): key for key in node}
    return [keys[key] for key in told if key in keys]


def _lists_of_metrics(node: Mapping[Any, Any]) -> list[Any]:
    """The keys of lists that hold the names of metrics, whatever they are called: {"rows": ["cagr", "sharpe"], "cols": [[0.1, 0.8]]}."""
    return [
        key
        for key, held in node.items()
        if isinstance(held, list)
        and len(held) > 1
        and set(map(type, held)) == {str}
        and 2 * metrics_among(held) >= len(held)
    ]


def _titles(header: Any) -> list[str] | None:
    """The titles that a list tells: texts, years, or records that name a column each."""
    if isinstance(header, dict):
        header = next((header[key] for key in _keys_among(header, _HEADERS)), None)
    if not isinstance(header, list) or not header:
        return None
    if isinstance(header[0], dict):
        header = [
            next((each[key] for key in ("name", "field", "id", "label", "title") if key in each), None)
            if isinstance(each, dict)
            else each
            for each in header
        ]
    return [str(each) for each in header] if all(isinstance(each, (str, int)) for each in header) else None


def _rows_of(columns: Sequence[str], rows: Sequence[Sequence[Any]], index: Sequence[str] | None) -> list[Any]:
    """Rows as records; columns as records where the index tells metrics and the columns do not."""
    if index is None:
        return [dict(zip(columns, row, strict=True)) for row in rows]
    if metrics_among(index) > max(metrics_among(columns), len(index) // 2):
        return [
            {"run": name, **{metric: row[place] for metric, row in zip(index, rows, strict=True)}}
            for place, name in enumerate(columns)
        ]
    return [
        {"year" if dates_in(label) else "run": label, **dict(zip(columns, row, strict=True))}
        for label, row in zip(index, rows, strict=True)
    ]


def metrics_among(labels: Sequence[str]) -> int:
    return sum(metric_of_key(label) in METRICS for label in labels)


def without_table(node: Mapping[Any, Any], name: str) -> dict[Any, Any]:
    """The record without the table that `table` read."""
    apart = {name, *_keys_among(node, _HEADERS), *_keys_among(node, _INDEX_KEYS)}
    return {key: value for key, value in node.items() if key not in apart}


def headed(node: Mapping[Any, Any]) -> dict[Any, Any] | None:
    """A record whose lists are rows under one header, as one of records: {"8": [14.6, 0.76], "12": [12.9, 0.68], "fields": ["cagr",
    "sharpe"]}; None where it is none."""
    for header in _keys_among(node, _HEADERS):
        columns = node[header]
        if (
            not isinstance(columns, list)
            or len(set(map(str, columns))) < len(columns)
            or {str} != set(map(type, columns))
        ):
            continue
        rows = {key: cells for key, cells in node.items() if key != header and isinstance(cells, list)}
        alike = all(len(cells) == len(columns) and _NUMBERS.issuperset(map(type, cells)) for cells in rows.values())
        if len(rows) > 1 and alike and not metrics_among([str(key) for key in rows]):
            told = {key: dict(zip(columns, cells, strict=True)) for key, cells in rows.items()}
            return {key: told.get(key, value) for key, value in node.items() if key != header}
    return None


def parallel(node: Mapping[Any, Any]) -> dict[str, list[Any]]:
    """The parallel columns of a record: {"ticker": ["SPY", "QQQ"], "cagr": [0.1, 0.2]}; {} where no column tells the rows apart."""
    groups: dict[int, dict[str, list[Any]]] = {}
    for key, column in node.items():
        if isinstance(column, list) and len(column) > 1 and _SCALARS.issuperset(map(type, column)):
            groups.setdefault(len(column), {})[str(key)] = column
    for group in groups.values():
        heads = [key for key, column in group.items() if tells_rows(key, column)]
        if heads and len(group) > len(heads) - sum(role_of(key) == "parameter" for key in heads[1:]):
            return group
    return {}


def labelled(node: Mapping[Any, Any]) -> tuple[str, dict[str, Any]] | None:
    """The record that a list of labels and one of values are, with the key of the values: {"kpi": ["CAGR", "Sharpe"], "value": [0.1, 0.8]}.
    None where there are none, or more lists beside them."""
    columns = {str(key): value for key, value in node.items() if isinstance(value, list)}
    columns = {key: value for key, value in columns.items() if set(map(type, value)) != {bool}}
    if len(columns) != 2:
        return None
    for key, labels in columns.items():
        values = next(each for other, each in columns.items() if other != key)
        if len(labels) != len(values) or len(labels) < 3 or not _SCALARS.issuperset(map(type, values)):
            continue
        if set(map(type, labels)) == {str} and len(set(labels)) == len(labels) and _mostly_told(labels):
            return next(other for other in columns if other != key), dict(zip(labels, values, strict=True))
    return None


def with_labels(rows: Sequence[Any]) -> Sequence[Any]:
    """The records of a list of which each names its metric under a key of no known meaning, with that name under "metric":
    [{"k": "CAGR", "x": 0.1}, {"k": "Sharpe", "x": 0.8}], [{"node": {"code": "CAGR", "amount": 0.1}}, …]; `rows` itself for any other."""
    if len(rows) < _FEWEST_LABELLED or not all(type(row) is dict and row for row in rows):
        return rows
    wrap = next(iter(rows[0]))
    if all(len(row) == 1 and type(row.get(wrap)) is dict for row in rows):
        inside = with_labels([row[wrap] for row in rows])
        return [{wrap: row} for row in inside] if "metric" in inside[0] else rows
    for key in rows[0]:
        labels = [row.get(key) for row in rows]
        if set(map(type, labels)) == {str} and len(set(labels)) == len(labels) and _mostly_of_metrics(labels):
            if str(key).lower() in METRIC_KEYS:
                return rows
            return [{**{each: value for each, value in row.items() if each != key}, "metric": row[key]} for row in rows]
    return rows


def _mostly_of_metrics(labels: Sequence[str]) -> bool:
    """Whether most labels name metrics, be it among other words."""
    named = [metric_of_key(label) or "" for label in labels]
    told = [name if name in METRICS else inner_metric(name) for name in named]
    known = [name for name in told if name is not None]
    return len(known) > 2 and 2 * len(known) > len(labels) and len(set(known)) > 1


def _mostly_told(labels: Sequence[str]) -> bool:
    """Whether most labels are of metrics, some of names."""
    metrics = metrics_among(labels)
    return metrics > 2 and 2 * (metrics + sum(map(is_name_key, labels))) > len(labels)


def tells_rows(key: str, column: Sequence[Any]) -> bool:
    """Whether a column holds what its rows are of: names, years, days, or a setting."""
    kinds = set(map(type, column))
    if kinds == {str}:
        if all(dates_in(cell) for cell in column):
            return len(column) > 2
        return len(set(column)) == len(column) and all(
            any(map(str.isalpha, cell)) and len(cell) <= LONGEST_LABEL for cell in column
        )
    if kinds == {int} and all(1900 <= cell <= 2099 for cell in column):
        return role_of(key) == "year" or key.lower() in (*_INDEX_KEYS, *LABELS)
    return kinds <= _NUMBERS and role_of(key) == "parameter" and len(set(column)) == len(column)


def paired(node: Sequence[Any]) -> dict[str, Any]:
    """The record that a list of pairs is: [["cagr", 0.1], ["sharpe", 0.8]]; {} where it is none."""
    if len(node) < 2 or not all(
        isinstance(row, (list, tuple)) and len(row) == 2 and type(row[0]) is str for row in node
    ):
        return {}
    labels = [row[0] for row in node]
    return dict(node) if len(set(labels)) == len(labels) and 2 * metrics_among(labels) > len(labels) else {}


def records(node: Sequence[Any]) -> list[Any] | None:
    """The rows of a list of lists as records, where the first row holds the columns' names."""
    if len(node) < 2 or not all(isinstance(row, (list, tuple)) for row in node):
        return None
    head = node[0]
    if len(head) < 2 or not all(isinstance(name, str) and not name[:1].isdigit() for name in head):
        return None
    if len(set(head)) < len(head) or not all(len(row) == len(head) for row in node):
        return None
    return [list(head), *(dict(zip(head, row, strict=True)) for row in node[1:])]


_ORDINAL_KEYS = frozenset(
    "n no nr num number id idx index i rank seq row pos position place fold split step episode trade tradeid tradeno no.".split()
) | {""}  # "#"
_COUNTED_KEYS = frozenset("week session round batch".split())  # where they count from one
_NO_WORD = re.compile(r"[_\s#]")
_FEWEST_NUMBERED = 2

_FEWEST_SWEPT = 3
_OF_A_RUN = OF_THE_WHOLE | {"max_drawdown"}


def swept(rows: Sequence[Any]) -> tuple[str, ...]:
    """The keys by whose values a list tells its runs apart, whatever they are called: the numbers before the first metric that each
    row begins with. One alone tells them only in order."""
    if len(rows) < _FEWEST_SWEPT or not all(type(row) is dict for row in rows):
        return ()
    before = list(takewhile(lambda key: _results_under(rows[0], key) == (), rows[0]))
    if not is_of_a_run(told for key in rows[0] for told in _results_under(rows[0], key)):
        return ()
    if before and (_number(rows[0][before[0]]) is None or role_of(str(before[0])) == "year"):
        return ()  # each row begins with its name, or its time
    columns = {
        key: [_number(row.get(key)) for row in rows]
        for key in before
        if not (is_counted(str(key)) or is_month(str(key)))
    }
    varied = {str(key): values for key, values in columns.items() if None not in values and len(set(values)) > 1}
    told = list(zip(*varied.values(), strict=True))
    if len(set(told)) < len(rows) or (len(varied) == 1 and told not in (sorted(told), sorted(told, reverse=True))):
        return ()
    return tuple(varied)


def is_of_a_run(metrics: Iterable[str | None]) -> bool:
    """Whether any of the metrics is one of a whole run."""
    return not _OF_A_RUN.isdisjoint(metrics)


def _results_under(row: Mapping[Any, Any], key: Any) -> tuple[str, ...]:
    """The metrics that a key of a row tells, or those of the record under it: {"value": 10, "metrics": {"sharpe": 0.9}}."""
    told = (key, *row[key]) if type(row[key]) is dict else (key,)
    return tuple(metric for each in told if (metric := metric_told(str(each))) is not None)


def is_counted(key: str) -> bool:
    """Whether numbers under the key are years, or say which row it is."""
    return role_of(key) == "year" or ID_KEY.search(key) is not None or _is_ordinal(key)


def _is_ordinal(key: str) -> bool:
    return _NO_WORD.sub("", key.lower()) in _ORDINAL_KEYS


def _number(cell: Any) -> float | None:
    try:
        return None if isinstance(cell, bool) else float(cell)
    except (TypeError, ValueError, OverflowError):
        return None


def numbering(rows: Sequence[Any]) -> str | None:
    """The key by which a list numbers its records, 1, 2, 3 or 0, 1, 2, but for one of all of them at its end; None where it does not."""
    first = rows[0] if len(rows) > 1 else None
    if not isinstance(first, dict):
        return None
    for key in first:
        if not _is_ordinal(str(key)) and str(key).lower() not in _COUNTED_KEYS:
            continue
        told = [_count(row.get(key)) if type(row) is dict else None for row in rows]
        if told[-1] is None and len(told) > _FEWEST_NUMBERED:
            told.pop()
        if told[0] in (0, 1) and all(each == told[0] + place for place, each in enumerate(told)):
            return str(key)
    return None


def _count(cell: Any) -> int | None:
    """A whole number, or one that a text table tells."""
    if type(cell) is str and cell.isdecimal() and cell.isascii():
        return int(cell)
    return cell if type(cell) is int else None
