"""Plain text that lays numbers out, as records: a table with a header line, records told a line each, labels and their values."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import UNIT_KEYS, is_name_key, role_of
from validators.grounding.tools.layouts.cell_pairs import cell_pairs, is_pair
from validators.grounding.tools.layouts.columns import metrics_among
from validators.grounding.tools.layouts.equals_pairs import below_each_other, pairs_at_end
from validators.grounding.tools.layouts.fit_summary import fit_summary
from validators.grounding.tools.layouts.line_records import line_records
from validators.grounding.tools.layouts.listed_columns import listed_columns
from validators.grounding.tools.layouts.path_labels import unprefixed
from validators.grounding.tools.layouts.printed_frame import Frame, nested, printed_frame
from validators.grounding.tools.layouts.printed_series import are_statistics, dated_lines, described, statistic
from validators.grounding.tools.layouts.series import labelled_series
from validators.grounding.tools.layouts.side_by_side import side_by_side
from validators.grounding.tools.layouts.spaced_columns import aligned
from validators.grounding.tools.layouts.text_blocks import Block, blocks, called, is_counted
from validators.grounding.tools.layouts.text_cells import RULE_ROW
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metric_vocabulary import RETURNS
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric
from validators.numbers.dates import ISO_DATE

MOST_ROWS = 10_000  # of a table in plain text
_LONGEST_LINE = 1_000  # characters of a line of pairs
_LABELLED = re.compile(
    r"[ \t>*•-]{0,8}\**_?((?:\d{1,2}[- ]?(?:[YyMm]|yr|mo|[Yy]ear|[Mm]onth)s? )?[A-Za-z](?:\([^()\n|\t]{1,24}\)|(?!\([^()\n|\t]{1,24}\))[^\n:=|\t,]){0,47}?(?:, [A-Za-z][^\n:=|\t,\d]{0,24}?)?)\**(?:[ \t]*(?:[:=]\**(?!\S*/)|\.{2,}|\t)|[ ]{2,})[ \t]*(\S[^\n]{0,200})"
)
_LABEL_AND_NUMBER = re.compile(
    r"[ \t>*•-]{0,8}(?:[A-Za-z]{1,20}::?[ ])?([A-Za-z][^\n:=|\t\d]{0,47}?)[ ]([-+−($€£]{0,3}\d[\d.,]{0,24}\)?[ ]?(?:%|bps|USD|EUR|days?)?)"
)
_PAIRS = re.compile(
    r"(?:[ ]{2,}|\t|[ ]\|[ ]|[;,][ ])(?=[A-Za-z](?:[\w .&%/-]|\([^()]{0,20}\)){0,46}[:=])"
)  # "model: a   ticker: b"
_UNIT_TITLE = re.compile(
    r"((?:[A-Za-z ]{0,20}?(?:[ ]|(?=[(\[$€£%])))?)[(\[]?(USD|EUR|GBP|USDT|[$€£%]|bps|percent)[)\]]?"
)
_LONGEST_TITLE = 60
_TELLS_NO_MORE = re.compile(r"[A-Za-z][A-Za-z ,'-]*(?:[(\[][A-Za-z%$€£ ]{1,12}[)\]]|%)?:?")
_STROKE, _SPACED_STROKE = re.compile(r"\s?/\s?(?![^()]*\))"), re.compile(r"\s/\s(?![^()]*\))")
_IN_BRACKETS = re.compile(r"([^()]{1,40}?)\s?\(([^()/]{1,20}(?:/[^()/]{1,20}){1,3})\)")
_TITLE = re.compile(r"(?:\[|={2,}\s*|-{2,}\s*|#{1,4}\s+|\*\*)([^\]=:|*#]{1,60}?)(?:\]|\s*={2,}|\s*-{2,}|\*\*)?:?")
_REMARK = re.compile(r"[ \t]+#[ \t][^\n]*$")
_QUOTED = re.compile(r"([\"'])([^\"'\n]*)\1")
_NAMED_TITLE = re.compile(r"(\w+)\.[\"']?([^\"']+)[\"']?")  # of a TOML table
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_FEWEST_IN_SECTION = 2
_TOLD = re.compile(r"[:=\d]")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d\d")
_SETTING = re.compile(r"\d{1,5}(?:\.\d{1,4})? ?(?:bps?|%)?")
_WIDE = re.compile(r"[ ]{2,}")
_CROSSED_RULE = re.compile(r"\s?-{2,}(?:\+-{2,})+\s?")  # of a table whose cells strokes divide
_FIGURE = re.compile(r"[-+−($€£]{0,3}\d")
_UNIT_CELL = re.compile(
    r"|[(\[]?(?:[%$€£x#×]|USD|EUR|GBP|bps?|days?|pct|per cent|number|ratio|count|n)(?: [a-z]{1,10}){0,2}[)\]]?",
    re.IGNORECASE,
)
_A_UNIT = re.compile(r"[(\[]?(?:[%$€£]|USD|EUR|GBP|bps?|days?|pct|per cent)", re.IGNORECASE)
_COMMENT = re.compile(r"[ \t]{0,4}(?:#{1,3}|//|;|%|--)[ \t]{0,2}(?=[A-Za-z])")  # before what a file says of itself
_FURTHER = ("records", "entries", "items", "results")  # keys for the tables after a text's first
_LABEL_HEADS = frozenset(
    {"", "metric", "measure", "statistic", "stat", "item", "field", "label", "indicator", "kpi", "figure", "quantity"}
)
_VALUE_HEADS = frozenset({"value", "values", "result", "amount", "figure", "number", "reading"})


def text_table(text: str) -> Any:
    """Rows of a table with a header line, records told a line each, or the labels of "CAGR: 7.3%" lines, as records; under the
    titles of its sections where it has several."""
    text = below_each_other(text)
    lines = [line for line in text.splitlines() if line.strip() and not _CROSSED_RULE.fullmatch(line)][: MOST_ROWS + 1]
    if len(lines) == 1 and len(text) <= _LONGEST_LINE:
        return cell_pairs(lines[0]) or text
    if len(lines) < 2 or len(lines) > MOST_ROWS:
        return text
    fitted = fit_summary(lines)
    if fitted is not None:
        return fitted
    sample = described(lines)
    if sample is not None:
        return sample
    series = labelled_series(lines)
    if series is not None:
        return _with_rest(*series)
    listed = listed_columns(lines)
    if listed is not None:
        return _with_text(*listed)
    printed = printed_frame(lines)
    if printed is not None and (found := _of_frame(printed[0])) is not None:
        return _with_rest(found, printed[1])
    apart = blocks(text)
    if apart is not None:
        return _of_blocks(*apart)
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
    told = line_records(lines) or dated_lines(lines)
    if told is not None:
        return _with_rest(told[0], told[1])
    sections = _sections(lines)
    if sections is not None:
        return sections
    record, rest = _labelled(lines)
    unread = sum(_DIGIT.search(line) is not None or "  " in line.strip() for line in rest)  # a heading tells nothing
    if len(record) < 2 or len(record) < 0.6 * (len(record) + unread):
        return text
    record = side_by_side(record, rest) or unprefixed(record)
    return {**record, "text": "\n".join(rest)} if rest else record


def _of_frame(frame: Frame) -> Any:
    """What a printed data frame holds."""
    if frame.above:
        return nested(frame)
    rows = [frame.head, *frame.rows] if frame.head[0] else [frame.head[1:], *(row[1:] for row in frame.rows)]
    return _records([*rows])


def _of_blocks(found: Sequence[Block], rest: Sequence[str]) -> Any:
    """What each of several blocks holds, under its heading."""
    record, others = _labelled(rest)
    held = [_within(block) for block in found]
    unnamed = all(called(block) is not None or is_counted(block.heading) for block in found)
    rows = {"rows": held} if unnamed else {block.heading: each for block, each in zip(found, held, strict=True)}
    return {**record, **rows, **({"text": "\n".join(others)} if others else {})}


def _within(block: Block) -> dict[str, Any]:
    """What a block holds as a record, with the name that its heading tells."""
    text = "\n".join(block.lines)
    inside = text_table(text)
    if isinstance(inside, str):
        record, others = _labelled(block.lines)
        inside = {**record, **({"text": "\n".join(others)} if others else {})}
    named = called(block)
    own = {} if named is None else {named[0]: named[1]}
    return {**own, **inside} if isinstance(inside, dict) else {**own, "rows": inside}


def _with_rest(found: Any, rest: Sequence[str]) -> Any:
    """What a table holds, with the further ones, the labels and the text around it."""
    title = _title_that_measures(found, rest)
    tables = {title or "rows": found}
    rest = [line for line in rest if line.strip() != title]
    for key in _FURTHER:
        columns = aligned(rest)
        further = None if columns is None else _records(columns[0])
        if columns is None or further is None:
            break
        tables[key], rest = further, columns[1]
    if not rest and list(tables) == ["rows"]:
        return found
    record, others = _labelled(rest)
    return {**record, **tables, **({"text": "\n".join(others)} if others else {})}


def _title_that_measures(found: Any, rest: Sequence[str]) -> str | None:
    """The line above a table of dates that says what its numbers are, where no column does: "Calendar-year return (%)"."""
    if type(found) is not list or type(found[0]) is not dict or metrics_among(list(found[0])):
        return None
    if not all(dates_in(next(iter(row.values()))) for row in found):
        return None
    titles = (line.strip() for line in rest if len(line) <= _LONGEST_TITLE and _TELLS_NO_MORE.fullmatch(line.strip()))
    return next((title for title in titles if _measures(metric_of_key(title) or "")), None)


def _measures(said: str) -> bool:
    return said in METRICS or inner_metric(said) is not None


def _records(rows: list[list[str]]) -> Any:
    """A table's rows as records; one of labels and values as a record, or as one for each column of values."""
    head, *body = rows
    if not body or _tells_values(head):
        return None
    body = [list(row) for row in dict.fromkeys(map(tuple, body))]
    labels = [row[0] for row in body]
    if len(head) == 2 and head[1].lower() not in _VALUE_HEADS and is_name_key(head[0]) and _mostly_measured(labels):
        return {row[0]: row[1] for row in rows}  # no header: "Strategy | carry"
    plain = head[0].lower() in _LABEL_HEADS or head[1].lower() in _VALUE_HEADS
    if len(head) == 2 and not plain and len(set(labels)) == len(labels) and _mostly_measured(labels):
        return {"run": head[0], "item": head[1], **dict(body)}  # titled with what it is of: "carry | SPY"
    beside = _labels_beside_values(rows)
    if beside is not None:
        return beside
    if len(set(head)) < len(head):
        return None
    if labels == head[1:] and len(labels) > 1:
        return {row[0]: dict(zip(labels, row[1:], strict=True)) for row in body}
    if len(set(labels)) == len(labels) and are_statistics(labels):
        return {name: {statistic(row[0]): row[place] for row in body} for place, name in enumerate(head) if place}
    settings = _settings_across(head) if _mostly_measured(labels) and len(set(labels)) == len(labels) else None
    if settings is not None:
        return [
            {settings: head[place], **_shared_out((row[0], row[place]) for row in body)}
            for place in range(1, len(head))
        ]
    if any(cell[:1].isdigit() for cell in head) and not _mostly_measured(labels):
        return None
    crosswise = head[0].lower() in _LABEL_HEADS or (len(head) > 2 and _mostly_measured(labels))
    if len(set(labels)) == len(labels) and crosswise:
        named = {head[0]: None} if is_name_key(head[0]) else {}
        columns = {
            name: {**dict.fromkeys(named, name), **_shared_out((row[0], row[place]) for row in body)}
            for place, name in enumerate(head)
            if place and name.lower() not in UNIT_KEYS
        }
        if len(head) == 2 and head[1].lower() in _VALUE_HEADS:
            return columns[head[1]]
        columns = _of_units(columns) or columns
        units = next((place for place, name in enumerate(head) if place and name.lower() in UNIT_KEYS), None)
        return columns if units is None else {**columns, "units": {row[0]: row[units] for row in body}}
    return [dict(zip(head, row, strict=True)) for row in body]


def _tells_values(row: Sequence[str]) -> bool:
    """Whether a row's cells are labels with their values, so that it is no header: "CAGR -4.0% | trades 31"."""
    return 2 * sum(_measured_line(cell) is not None or is_pair(cell) for cell in row) > len(row)


def _labels_beside_values(rows: Sequence[Sequence[str]]) -> dict[str, str] | None:
    """The record of rows that hold several labels, each with its value right of it: "CAGR | 7% | Trades | 12"."""
    cells = [cell for row in rows for cell in row]
    labels, values = cells[::2], cells[1::2]
    if len(rows[0]) < 4 or len(rows[0]) % 2 or len(set(labels)) < len(labels):
        return None
    record = dict(zip(labels, values, strict=True))
    told = all(_FIGURE.match(value) or is_name_key(label) for label, value in record.items() if value)
    return record if told and not any(map(_FIGURE.match, labels)) and _mostly_measured(labels) else None


def _settings_across(head: Sequence[str]) -> str | None:
    """What the numbers above a table's columns are of: fees below "Fee (bps)", or years."""
    _, *across = head
    if len(across) > 1 and all(_YEAR.fullmatch(cell) for cell in across):
        return "year"
    return head[0] if role_of(head[0]) == "parameter" and all(map(_SETTING.fullmatch, across)) else None


def _of_units(columns: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """The records of columns of which each is told in a unit of its own: "All USD", "All %". A label has its unit behind it where it
    has a value in several."""
    found: dict[str, dict[str, str]] = {}
    parts = {title: _UNIT_TITLE.fullmatch(title) for title in columns}
    if len(columns) < 2 or not all(parts.values()):
        return None
    for title, column in columns.items():
        part, unit = parts[title].groups()  # type: ignore[union-attr]
        beside = [other for each, other in columns.items() if each != title and parts[each][1] == part]  # type: ignore[index]
        record = found.setdefault(part.strip(), {})
        for label, value in column.items():
            if value and value != title:
                shared = "%" in unit or any(other.get(label) for other in beside)
                record[f"{label} {unit}" if shared else label] = value
    return next(iter(found.values())) if len(found) == 1 else found


def _mostly_measured(labels: Sequence[str]) -> bool:
    return len(labels) > 2 and 2 * metrics_among(labels) > len(labels)


def _sections(lines: Sequence[str]) -> dict[str, Any] | None:
    """{title: record} of labelled lines under several titles ("[trend]", "== trend ==", "[strategy.trend]"), with the labels above the
    first."""
    found: dict[str, list[str]] = {}
    above: list[str] = []
    for line in lines:
        title = _TITLE.fullmatch(_REMARK.sub("", line).strip())
        if title:
            if len(found) == 1 and len(first := next(iter(found.values()))) < _FEWEST_IN_SECTION:
                above, found = [*above, *first], {}  # a remark at the head
            found[title[1]] = []
        elif found:
            found[next(reversed(found))].append(line)
        else:
            above.append(line)
    records = {title: _section(below) for title, below in found.items()}
    records = {title: record.get(title, record) if len(record) == 1 else record for title, record in records.items()}
    if len(records) < 2 or not all(len(record) >= _FEWEST_IN_SECTION for record in records.values()):
        return None
    return _section(above) | {title: _with_name(title, record) for title, record in records.items()}


def _section(lines: Sequence[str]) -> dict[str, Any]:
    """The labels of a section, and its other lines."""
    record, rest = _labelled(lines)
    return _with_text(unprefixed(record), rest)


def _with_text(record: dict[str, Any], rest: Sequence[str]) -> dict[str, Any]:
    """A record with the lines beside it that tell numbers."""
    told = [line for line in rest if _DIGIT.search(line)]
    return {**record, "text": "\n".join(told)} if told else record


def _with_name(title: str, record: Any) -> Any:
    """The record under a title with what this says that it is of: "strategy.trend"."""
    named = _NAMED_TITLE.fullmatch(title)
    if named is None or type(record) is not dict or not is_name_key(named[1]) or named[1] in record:
        return record
    return {named[1]: named[2], **record}


def _labelled(lines: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """({label: value}, the lines that are no label and value). A label that comes again is not taken; one that names no metric
    without the heading above it stands behind that: "capital start"."""
    record: dict[str, Any] = {}
    rest = []
    heading = ""
    for line in lines:
        if (comment := _COMMENT.match(line)) is not None:
            line = line[comment.end() :]
        pairs = pairs_at_end(line) or cell_pairs(line)
        if pairs and not any(label in record for label in pairs):
            record.update(pairs)
            continue
        for piece in _pieces(line):
            match = _LABELLED.fullmatch(piece.rstrip()) or _measured_line(piece)
            label = match[1].strip() if match else ""
            if (
                heading
                and not is_name_key(label)
                and metric_of_key(label) not in METRICS
                and metric_of_keys(heading, label) in METRICS
            ):
                label = f"{heading} {label}"
            if match and label not in record and ISO_DATE.search(label) is None:
                quoted = _QUOTED.fullmatch(match[2].strip())
                record.update({label: quoted[2]} if quoted is not None else _shared(label, match[2]))
            else:
                rest.append(piece)
                heading = "" if _DIGIT.search(piece) else piece.strip()
    return record, rest


def _pieces(line: str) -> list[str]:
    """The labels with values that share a line: a comma within a label ("Strategy, per annum: 5%") sets none apart. The whole line
    where they are the arguments of a call: "Cross(fast=10, slow=20)"."""
    labels, _, values = line.partition(":")
    if 0 < labels.count("|") == values.count("|") and ":" not in values:
        return [line.replace("|", "/")]  # "Sharpe | Sortino : 0.5 | 0.7"
    marks = [
        mark for mark in _PAIRS.finditer(line) if not mark[0].startswith(",") or _TOLD.search(line, 0, mark.start())
    ]
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(line)]
    pieces = [line[start:end] for start, end in zip(starts, ends, strict=True)]
    balanced = all(piece.count(left) == piece.count(right) for piece in pieces for left, right in _BRACKETS)
    return pieces if balanced else [line]


def _measured_line(line: str) -> re.Match[str] | None:
    """The label and the number that a line is, with one blank between: "max drawdown -24.9%", "STATS:: Sharpe Ratio 1.82"."""
    match = _LABEL_AND_NUMBER.fullmatch(line.rstrip())
    return match if match is not None and metric_of_key(match[1]) in METRICS else None


def _shared(label: str, value: str) -> dict[str, str]:
    """The labels that share a line: "sharpe / sortino: 0.51 / 0.74", "trades (won / lost): 40 (22 / 18)"."""
    label_parts, value_parts = _IN_BRACKETS.fullmatch(label), _IN_BRACKETS.fullmatch(value.strip())
    if label_parts and value_parts:
        inner, told = ([part.strip() for part in parts[2].split("/")] for parts in (label_parts, value_parts))
        if len(inner) == len(told):
            return {label_parts[1]: value_parts[1], **dict(zip(inner, told, strict=True))}
    labels, values = _STROKE.split(label), _SPACED_STROKE.split(value)
    if 1 < len(labels) == len(values):
        return dict(zip(_whole_labels(labels), map(str.strip, values), strict=True))
    return {label: value}


def _whole_labels(labels: Sequence[str]) -> list[str]:
    """Labels set apart by strokes, each with the words that it shares with the others: "Total/Daily Avg Trades", "Max Consecutive
    Wins / Loss"."""
    first, last = labels[0].split(), labels[-1].split()
    whole = []
    for label in labels:
        told = [f"{label} return"] if label.lower() == "total" and metric_of_key(labels[-1]) in RETURNS else []
        told += [label, f"{label} {last[-1]}", " ".join((*first[:-1], label))]
        whole.append(next((each for each in told if metric_of_key(each) in METRICS), label))
    return whole if len(set(whole)) == len(whole) else list(labels)


def _shared_out(cells: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {label: value for pair in cells for label, value in _shared(*pair).items()}


def _in_table(lines: Sequence[str], mark: str) -> list[bool]:
    """Which of the lines may be a table's: all, but for a title and a note around three or more lines of as many cells."""
    counts = [-1 if _COMMENT.match(line) and line[0] != mark else line.count(mark) for line in lines]
    if mark == "|":
        figures = not _DIGIT.search(lines[0]) and all(
            _FIGURE.match(line.rpartition("|")[2].strip()) for line in lines[1:]
        )
        if set(counts) == {1} and (figures or is_name_key(lines[0].partition("|")[0].strip())):
            return [True] * len(lines)
        return [count >= 2 for count in counts]
    told = [count for count in counts if count >= 0]
    width = max(set(told), key=told.count, default=0)
    if not width:
        return [True] * len(lines)
    inside = [count == width for count in counts]
    if width > 1 and True in inside and _is_title(lines[inside.index(True)], mark):
        inside[inside.index(True)] = False
    first, height = inside.index(True), sum(inside)
    together = all(inside[first : first + height])
    if width == 1:  # two columns, of days, names or numbers and of figures: no prose, no "120,000"
        cells = [line.split(mark) for line in lines[first : first + height]]
        firsts = [row[0].strip() for row in cells]
        together = together and height < len(lines) and not any(map(str.isdigit, "".join(cells[0])))
        together = together and all(map(_FIGURE.match, (row[-1].strip() for row in cells[1:])))
        together = together and all(cell.isdigit() or dates_in(cell) or not _DIGIT.search(cell) for cell in firsts)
    few = 2 if width > 2 and height == len(told) else 3  # one row below its titles, and remarks
    return inside if height >= few and together else [True] * len(lines)


def _is_title(line: str, mark: str) -> bool:
    """Whether a row holds nothing but its first cell."""
    first, *others = line.split(mark)
    return first.strip() != "" and not any(map(str.strip, others))


def _cells(lines: Sequence[str], mark: str) -> list[list[str]] | None:
    """The cells of every line, where all lines have as many; None where they are no table."""
    if not lines or mark not in lines[0] or any(mark not in line for line in lines):
        return None
    if mark == "|":
        lines = _unedged([line.strip() for line in lines if "-" not in line or not RULE_ROW.match(line)])
    rows = [[cell.strip().strip('"*') for cell in line.split(mark)] for line in lines]
    width = len(rows[0]) if rows else 0
    if width < 2 or any(len(row) != width for row in rows):
        return None
    if mark == "," and any(len(cell) > 40 or ("." in cell[:-1] and " " in cell) for row in rows for cell in row):
        return None
    return _with_units(_split_cells(rows))


def _unedged(lines: Sequence[str]) -> list[str]:
    """The lines without the bars that all of them begin or end with."""
    if all(line.startswith("|") for line in lines):
        lines = [line[1:] for line in lines]
    return [line.removesuffix("|") for line in lines] if all(line.endswith("|") for line in lines) else list(lines)


def _with_units(rows: list[list[str]]) -> list[list[str]]:
    """Rows whose titles have behind them the units that the row below tells."""
    if len(rows) < 3 or rows[1][0].lower() not in {"", *UNIT_KEYS} or not all(map(_UNIT_CELL.fullmatch, rows[1][1:])):
        return rows
    head, units, *body = rows
    titles = [f"{title} ({unit})" if _A_UNIT.match(unit) else title for title, unit in zip(head, units, strict=True)]
    return [titles, *body]


def _split_cells(rows: list[list[str]]) -> list[list[str]]:
    """Rows with a column for each title of a cell that holds several: "Win  Draw  Loss" over "22     0    35"."""
    titles = [_WIDE.split(cell) for cell in rows[0]]
    if all(len(each) == 1 for each in titles):
        return rows
    split = [
        [part for cell, each in zip(row, titles, strict=True) for part in (cell.split() if len(each) > 1 else [cell])]
        for row in rows[1:]
    ]
    head = [title for each in titles for title in each]
    return [head, *split] if all(len(row) == len(head) for row in split) else rows
