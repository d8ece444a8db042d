"""A tool's output as a value: JSON, JSON lines, a Python literal, a table or list of labels in plain text, or the text itself."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import yaml

from validators.grounding.tools.metric_words import METRICS, metric_of_key
from validators.grounding.tools.python_value import python_value
from validators.grounding.tools.record import LONGEST_LABEL, UNIT_KEYS, dates_in, is_name_key, role_of
from validators.grounding.tools.text_lines import RULE_ROW, aligned, cell_pairs, line_records, side_by_side, unprefixed

MOST_ROWS = 10_000  # of a table in plain text
_decode = msgspec.json.Decoder().decode
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # all text: numbers and dates are read as in any other text
_YAML_PARENT = re.compile(r"[ ]*[A-Za-z][\w .-]{0,40}:")
_YAML_LINE = re.compile(r"[ ]*(?:- )?[A-Za-z_][\w .%()/-]{0,40}:(?:[ ]|$)|[ ]*- ")
_YAML_MARK = re.compile(r"(?m)[:-] [&*!]")  # anchors and tags: no tool's plain report
_HEADERS = (
    "columns", "header", "headers", "fields", "column_names", "head", "cols", "columnNames", "column_labels", "labels", "keys",
    "names", "schema", "header_row",
)  # fmt: skip
_OPENING = re.compile(r"(?m)^[ \t]*([{[])")
_HELD_AS_TEXT = frozenset(
    "stdout text output content result results report table csv tsv markdown md data body summary rendered value stats display message".split()
)
_MAY_HOLD = re.compile(r"\A\s{0,9}[{[]|\n|, |  |=| [|;] |\t")
_LONGEST_INSIDE = 4_000  # characters: a longer text is a document
_LONGEST_LINE = 240
_INDEX_KEYS = ("index", "row_labels", "rowLabels", "row_names", "index_labels", "rownames", "years")
_SCALARS = frozenset({str, int, float, bool, type(None)})
_NUMBERS = frozenset({int, float})
_LABELLED = re.compile(
    r"[ \t>*•-]{0,8}\**([A-Za-z][^\n:=|\t,]{0,47}?)\**(?:[ \t]*(?:[:=]\**(?!\S*/)|\.{3,}|\t)|[ ]{2,})[ \t]*(\S[^\n]{0,200})"
)
_LABEL_AND_NUMBER = re.compile(
    r"[ \t>*•-]{0,8}(?:[A-Za-z]{1,20}::?[ ])?([A-Za-z][^\n:=|\t\d]{0,47}?)[ ]([-+−($€£]{0,3}\d[\d.,]{0,24}\)?[ ]?(?:%|bps|USD|EUR|days?)?)"
)
_PAIRS = re.compile(r"(?:[ ]{2,}|\t|[ ]\|[ ]|[;,][ ])(?=[A-Za-z][\w .&%/()-]{0,30}[:=])")  # "model: a   ticker: b"
_TITLE = re.compile(r"(?:\[|={2,}\s*|-{2,}\s*|#{1,4}\s+|\*\*)([^\]=:|*#]{1,60}?)(?:\]|\s*={2,}|\s*-{2,}|\*\*)?:?")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[-+−($€£]{0,3}\d")
_COMMENT = re.compile(r"[ \t]{0,4}(?:#{1,3}|//|;|%|--)[ \t]{0,2}(?=[A-Za-z])")  # before what a file says of itself
_LABEL_HEADS = frozenset(
    {"", "metric", "measure", "statistic", "stat", "item", "field", "label", "indicator", "kpi", "figure", "quantity"}
)
_VALUE_HEADS = frozenset({"value", "values", "result", "amount", "figure", "number", "reading"})


def decode(text: str) -> Any:
    """The value that a tool output is; `text` itself where it is none. No text makes it fail."""
    start = text.lstrip()[:1]
    if start in ("{", "["):
        value = _structured(text)
        if value is not None:
            return value
    elif start == '"':
        inside = _json(text)
        if isinstance(inside, str) and len(inside) < len(text):
            return decode(inside)
    elif "{" in text or "[" in text:
        value = _enclosed(text)
        if value is not None:
            return value
    return _yaml(text) or _text_table(text)


def _structured(text: str) -> Any:
    for read in (_json, _loose_json, _json_lines, python_value):
        value = read(text)
        if value is not None:
            return _nested(value)
    return None


def _nested(value: Any) -> Any:
    """A value whose keys tell the path ("a.cagr", "metrics.sharpe") as they nest."""
    if type(value) is dict:
        return unprefixed(value)
    if type(value) is list and value and type(value[0]) is dict and unprefixed(value[0]) is not value[0]:
        return [unprefixed(row) if type(row) is dict else row for row in value]
    return value


def _enclosed(text: str) -> Any:
    """The value within a fence or below a sentence, with the text around it."""
    opening = _OPENING.search(text)
    end = max(text.rfind("}"), text.rfind("]")) + 1
    if opening is None or end <= opening.start(1):
        return None
    value = _structured(text[opening.start(1) : end])
    if not isinstance(value, (dict, list)) or not value:
        return None
    around = f"{text[: opening.start(1)]}\n{text[end:]}"
    rest = "\n".join(line for line in around.splitlines() if line.strip() and not line.startswith("```"))
    if not rest:
        return value
    return {**value, "text": rest} if isinstance(value, dict) else {"rows": value, "text": rest}


def decode_inside(key: str, text: str) -> Any:
    """The value that a text within a value is ("stdout", "result"); `text` where it is prose."""
    start = text.lstrip()[:1]
    if start in ("{", "["):
        return decode(text)
    if "\n" in text:
        if key.lower() not in _HELD_AS_TEXT or len(text) > _LONGEST_INSIDE:
            return text
        value = _text_table(text)
        return value if isinstance(value, list) or (isinstance(value, dict) and "text" not in value) else text
    if len(text) <= _LONGEST_LINE and any(map(str.isdigit, text)):
        return cell_pairs(text) or text
    return text


def opened(node: dict[Any, Any]) -> dict[Any, Any]:
    """A record with the values that its texts are; `node` itself where they are none."""
    found = {
        key: value
        for key, text in node.items()
        if type(text) is str and _MAY_HOLD.search(text) and (value := decode_inside(str(key), text)) is not text
    }
    return {**node, **found} if found else node


def _yaml(text: str) -> Any:
    """The record that indented "key: value" lines are; None where they are none."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_ROWS or not any(_YAML_PARENT.fullmatch(line) for line in lines):
        return None
    if not all(_YAML_LINE.match(line) for line in lines) or _YAML_MARK.search(text):
        return None
    try:
        value = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _json(text: str) -> Any:
    try:
        return _decode(text)
    except (ValueError, RecursionError):
        return None


def _loose_json(text: str) -> Any:
    """JSON with NaN and Infinity, and whatever else Python's own reader lets pass."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _json_lines(text: str) -> Any:
    lines = [line for line in text.splitlines() if line.strip()]
    if not 1 < len(lines) <= MOST_ROWS:
        return None
    values = []
    for line in lines:
        value = _json(line)
        if value is None:
            return None
        values.append(value)
    return values


def _text_table(text: str) -> Any:
    """Rows of a table with a header line, records told a line each, or the labels of "CAGR: 7.3%" lines, as records; under the
    titles of its sections where it has several."""
    lines = [line for line in text.splitlines() if line.strip()][: MOST_ROWS + 1]
    if len(lines) < 2 or len(lines) > MOST_ROWS:
        return text
    for mark in ("|", "\t", ";", ","):
        inside = _in_table(lines, mark)
        rows = _cells([line for line, in_table in zip(lines, inside, strict=True) if in_table], mark)
        found = None if rows is None else _records(rows)
        if found is not None:
            return _with_rest(found, [line for line, in_table in zip(lines, inside, strict=True) if not in_table])
    columns = aligned(lines)
    found = None if columns is None else _records(columns[0])
    if columns is not None and found is not None:
        return _with_rest(found, columns[1])
    told = line_records(lines)
    if told is not None:
        return _with_rest(told[0], told[1])
    sections = _sections(lines)
    if sections is not None:
        return sections
    record, rest = _labelled(lines)
    if len(record) < 2 or len(record) < 0.6 * (len(record) + len(rest)):
        return text
    record = side_by_side(record, rest) or unprefixed(record)
    return {**record, "text": "\n".join(rest)} if rest else record


def _with_rest(found: Any, rest: Sequence[str]) -> Any:
    """What a table holds, with the labels and the text around it."""
    if not rest:
        return found
    record, others = _labelled(rest)
    if not others:
        return {**record, "rows": found}
    return {**record, "rows": found, "text": "\n".join(others)}


def _records(rows: list[list[str]]) -> Any:
    """A table's rows as records; one of labels and values as a record, or as one for each column of values."""
    head, *body = rows
    if not body:
        return None
    labels = [row[0] for row in body]
    if len(head) == 2 and head[1].lower() not in _VALUE_HEADS and is_name_key(head[0]) and _mostly_measured(labels):
        return {row[0]: row[1] for row in rows}  # no header: "Strategy | carry"
    plain = head[0].lower() in _LABEL_HEADS or head[1].lower() in _VALUE_HEADS
    if len(head) == 2 and not plain and len(set(labels)) == len(labels) and _mostly_measured(labels):
        return {"run": head[0], "item": head[1], **dict(body)}  # titled with what it is of: "carry | SPY"
    if len(set(head)) < len(head) or any(cell[:1].isdigit() for cell in head):
        return None
    crosswise = head[0].lower() in _LABEL_HEADS or (len(head) > 2 and _mostly_measured(labels))
    if len(set(labels)) == len(labels) and crosswise:
        named = {head[0]: None} if is_name_key(head[0]) else {}
        columns = {
            name: {**dict.fromkeys(named, name), **dict(zip(labels, (row[place] for row in body), strict=True))}
            for place, name in enumerate(head)
            if place and name.lower() not in UNIT_KEYS
        }
        return columns[head[1]] if len(head) == 2 and head[1].lower() in _VALUE_HEADS else columns
    return [dict(zip(head, row, strict=True)) for row in body]


def _mostly_measured(labels: Sequence[str]) -> bool:
    return len(labels) > 2 and 2 * _measured(labels) > len(labels)


def _sections(lines: Sequence[str]) -> dict[str, Any] | None:
    """{title: record} of labelled lines under several titles ("[trend]", "== trend ==")."""
    found: dict[str, list[str]] = {}
    for line in lines:
        title = _TITLE.fullmatch(line.strip())
        if title:
            found[title[1]] = []
        elif found:
            found[next(reversed(found))].append(line)
    records = {title: unprefixed(_labelled(below)[0]) for title, below in found.items()}
    records = {title: record.get(title, record) if len(record) == 1 else record for title, record in records.items()}
    return records if len(records) >= 2 and all(len(record) >= 2 for record in records.values()) else None


def _labelled(lines: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """({label: value}, the lines that are no label and value). A label that comes again is not taken."""
    record: dict[str, Any] = {}
    rest = []
    for line in lines:
        if (comment := _COMMENT.match(line)) is not None:
            line = line[comment.end() :]
        pairs = cell_pairs(line)
        if pairs and not any(label in record for label in pairs):
            record.update(pairs)
            continue
        for piece in _PAIRS.split(line):
            match = _LABELLED.fullmatch(piece.rstrip()) or _measured_line(piece)
            if match and match[1].strip() not in record:
                record.update(_shared(match[1].strip(), match[2]))
            else:
                rest.append(piece)
    return record, rest


def _measured_line(line: str) -> re.Match[str] | None:
    """The label and the number that a line is, with one blank between: "max drawdown -24.9%", "STATS:: Sharpe Ratio 1.82"."""
    match = _LABEL_AND_NUMBER.fullmatch(line.rstrip())
    return match if match is not None and metric_of_key(match[1]) in METRICS else None


def _shared(label: str, value: str) -> dict[str, str]:
    """The labels that share a line: "sharpe / sortino: 0.51 / 0.74"."""
    labels, values = label.split(" / "), value.split(" / ")
    if 1 < len(labels) == len(values):
        return dict(zip(map(str.strip, labels), map(str.strip, values), strict=True))
    return {label: value}


def _in_table(lines: Sequence[str], mark: str) -> list[bool]:
    """Which of the lines may be a table's: all, but for a title and a note around three or more lines of as many cells."""
    counts = [-1 if _COMMENT.match(line) else line.count(mark) for line in lines]
    if mark == "|":
        return [count >= 2 for count in counts]
    told = [count for count in counts if count >= 0]
    width = max(set(told), key=told.count, default=0)
    if not width:
        return [True] * len(lines)
    inside = [count == width for count in counts]
    first, height = inside.index(True), sum(inside)
    together = all(inside[first : first + height])
    if width == 1:  # two columns, of days, names or numbers and of figures: no prose, no "120,000"
        cells = [line.split(mark) for line in lines[first : first + height]]
        firsts = [row[0].strip() for row in cells]
        together = together and height < len(lines) and not any(map(str.isdigit, "".join(cells[0])))
        together = together and all(map(_FIGURE.match, (row[-1].strip() for row in cells[1:])))
        together = together and all(cell.isdigit() or dates_in(cell) or not _DIGIT.search(cell) for cell in firsts)
    return inside if width >= 1 and height >= 3 and together else [True] * len(lines)


def _cells(lines: Sequence[str], mark: str) -> list[list[str]] | None:
    """The cells of every line, where all lines have as many; None where they are no table."""
    if not lines or mark not in lines[0] or any(mark not in line for line in lines):
        return None
    rows = []
    for line in lines:
        if mark == "|" and "-" in line and RULE_ROW.match(line):
            continue
        body = line.strip().removeprefix("|").removesuffix("|") if mark == "|" else line
        rows.append([cell.strip().strip('"*') for cell in body.split(mark)])
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return None
    if mark == "," and any(len(cell) > 40 or ("." in cell[:-1] and " " in cell) for row in rows for cell in row):
        return None
    return rows


def table(node: Mapping[Any, Any]) -> tuple[str, list[Any]] | None:
    """The rows of {"columns": […], "rows": [[…], …]} as records, with the key they stand under; of {"columns": ["a", "b"],
    "table": {"cagr": [0.1, 0.2]}} one for each column."""
    for header in _HEADERS:
        columns = _titles(node.get(header))
        if columns is None:
            continue
        for key, rows in node.items():
            if key == header or not isinstance(rows, list) or not rows:
                continue
            if all(isinstance(row, list) and len(row) == len(columns) for row in rows):
                index = next((_titles(node.get(each)) for each in _INDEX_KEYS if each in node), None)
                return str(key), _rows_of(columns, rows, index if index and len(index) == len(rows) else None)
        for key, measured in node.items():
            if (
                isinstance(measured, dict)
                and measured
                and all(isinstance(cells, list) and len(cells) == len(columns) for cells in measured.values())
            ):
                return str(key), [
                    {"run": name, **{metric: cells[place] for metric, cells in measured.items()}}
                    for place, name in enumerate(columns)
                ]
    return None


def _titles(header: Any) -> list[str] | None:
    """The titles that a list tells: texts, years, or records that name a column each."""
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
    if _measured(index) > max(_measured(columns), len(index) // 2):
        return [
            {"run": name, **{metric: row[place] for metric, row in zip(index, rows, strict=True)}}
            for place, name in enumerate(columns)
        ]
    return [
        {"year" if dates_in(label) else "run": label, **dict(zip(columns, row, strict=True))}
        for label, row in zip(index, rows, strict=True)
    ]


def _measured(labels: Sequence[str]) -> int:
    return sum(metric_of_key(label) in METRICS for label in labels)


def without_table(node: Mapping[Any, Any], name: str) -> dict[Any, Any]:
    """The record without the table that `table` read."""
    return {key: value for key, value in node.items() if key != name and key not in _HEADERS and key not in _INDEX_KEYS}


def parallel(node: Mapping[Any, Any]) -> dict[str, list[Any]]:
    """The parallel columns of a record: {"ticker": ["SPY", "QQQ"], "cagr": [0.1, 0.2]}; {} where no column tells the rows apart."""
    groups: dict[int, dict[str, list[Any]]] = {}
    for key, column in node.items():
        if isinstance(column, list) and len(column) > 1 and _SCALARS.issuperset(map(type, column)):
            groups.setdefault(len(column), {})[str(key)] = column
    for group in groups.values():
        heads = [key for key, column in group.items() if _tells_rows(key, column)]
        if heads and len(group) > len(heads) - sum(role_of(key) == "parameter" for key in heads[1:]):
            return group
    return {}


def _tells_rows(key: str, column: Sequence[Any]) -> bool:
    """Whether a column holds what its rows are of: names, years, days, or a setting."""
    kinds = set(map(type, column))
    if kinds == {str}:
        if all(dates_in(cell) for cell in column):
            return len(column) > 2
        return len(set(column)) == len(column) and all(
            any(map(str.isalpha, cell)) and len(cell) <= LONGEST_LABEL for cell in column
        )
    if kinds == {int} and all(1900 <= cell <= 2099 for cell in column):
        return role_of(key) == "year" or key.lower() in _INDEX_KEYS
    return kinds <= _NUMBERS and role_of(key) == "parameter" and len(set(column)) == len(column)


def paired(node: Sequence[Any]) -> dict[str, Any]:
    """The record that a list of pairs is: [["cagr", 0.1], ["sharpe", 0.8]]; {} where it is none."""
    if len(node) < 2 or not all(
        isinstance(row, (list, tuple)) and len(row) == 2 and type(row[0]) is str for row in node
    ):
        return {}
    labels = [row[0] for row in node]
    return dict(node) if len(set(labels)) == len(labels) and 2 * _measured(labels) > len(labels) else {}


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
