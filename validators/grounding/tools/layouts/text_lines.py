"""What lines of plain text hold: columns set apart by blanks, labels with values, and a record a line ("A: cagr=12% sharpe=0.8")."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import is_name_key
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

RULE_ROW = re.compile(r"[\s|:+=-]+$")
_DIGIT = re.compile(r"\d")
_WIDE = re.compile(r"[ ]{2,}|\t")
_CELLS = re.compile(r"[ ]{2,}|\t|[ ]?[|;][ ]|,[ ](?=[A-Za-z])")
_BULLET = re.compile(r"[ \t]{0,8}(?:[-*•>][ \t]+|#?\d{1,3}[.)]?[ \t]+(?=[A-Za-z\d]))?")
_LEAD = re.compile(r"([^:=|]{1,40}):[ \t]+(?=\S)")
_EQUALS = re.compile(r"([A-Za-z_][\w.%/-]{0,40})=([^\s;|]{0,60}[^\s;|,])[,;|]?(?:\s{1,20}|$)")
_PAIR = re.compile(
    r"([A-Za-z][A-Za-z .%_/&()-]{0,40}?)[ ]?[ :=][ ]?((?:[-+−(]?[$€£]?[-−]?\d)[\w.,%)−-]*(?:[ ](?:%|bps|USD|EUR|days?|years?))?)"
)
_MANY = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MOST_LEAD = 40  # characters of what stands before a line's pairs


def aligned(lines: Sequence[str]) -> tuple[list[list[str]], list[str]] | None:
    """(the rows of columns set apart by blanks, header first; the other lines), where a block of lines is such a table."""
    split = [(line, _columns_of(line)) for line in lines if not RULE_ROW.fullmatch(line)]
    for number, (_, head) in enumerate(split[:-1]):
        if len(head) < 2 or any(_DIGIT.search(cell) for cell in head) or ":" in "".join(head) or "=" in "".join(head):
            continue
        width = len(split[number + 1][1])
        body = []
        for _, row in split[number + 1 :]:
            if len(row) != width:
                break
            body.append(row)
        extra = width - len(head)
        if extra not in (0, 1) or width < 2 or len(body) < (2 if width == 2 else 1):
            continue
        if not all(_DIGIT.search(row[-1]) or is_name_key(row[0]) for row in body):
            continue
        if extra and not all(_DIGIT.search(cell) for row in body for cell in row[1:]):
            continue
        rest = [line for line, _ in (*split[:number], *split[number + 1 + len(body) :])]
        if len(rest) > max(4, 2 * len(body)) and width == 2:
            continue
        return [_titles(["run", *head] if extra else head), *body], rest
    return None


def _columns_of(line: str) -> list[str]:
    return [cell for cell in _WIDE.split(line.strip()) if cell != "|"]


def _titles(head: list[str]) -> list[str]:
    """A header in which the total of a row of months is called by what it is."""
    if len(head) > 12 and {cell[:3].lower() for cell in head} >= _MONTHS and head[-1].lower() == head[0].lower():
        return [*head[:-1], "return"]
    return head


def line_records(lines: Sequence[str]) -> tuple[list[dict[str, str]], list[str]] | None:
    """(a record for each line of like pairs, the other lines): "1. A  cagr 12%  sharpe 0.8", "case 1: fee_bps=5 cagr=22%"."""
    if len(lines) > 2_000:
        return None
    parsed = [(line, _parsed(line)) for line in lines]
    keys = Counter(tuple(pairs) for _, (_, pairs) in parsed if len(pairs) > 1)
    if not keys:
        return None
    alike, count = keys.most_common(1)[0]
    measured = sum(metric_of_key(key) in METRICS for key in alike)
    if count < 2 or measured < 1 or 3 * measured < len(alike):
        return None
    records, rest = [], []
    for line, (lead, pairs) in parsed:
        if tuple(pairs) != alike:
            rest.append(line)
        elif lead and not any(is_name_key(key) for key in alike):
            records.append({"year" if dates_in(lead) else "run": lead, **pairs})
        else:
            records.append(pairs)
    return records, rest


def _parsed(line: str) -> tuple[str, dict[str, str]]:
    """(what leads, the pairs) of a line that is pairs to its end; ("", {}) for any other."""
    body = line[_BULLET.match(line).end() :].strip()  # type: ignore[union-attr]
    lead = ""
    match = _LEAD.match(body)
    if match is not None and metric_of_key(match[1]) not in METRICS and not is_name_key(match[1]):
        lead, body = match[1].strip(), body[match.end() :]
    pairs = equals_pairs(body)
    if len(pairs) > 1:
        return lead, pairs
    if (
        not lead
        and (found := _EQUALS.search(body)) is not None
        and found.start()
        and body[found.start() - 1] in " \t|:-"
    ):
        pairs = equals_pairs(body[found.start() :])
        if len(pairs) > 1 and found.start() <= _MOST_LEAD:
            return body[: found.start()].strip(" \t|:-"), pairs
    cells = _cells_of(body)
    if cells and not lead and _PAIR.fullmatch(cells[0]) is None and len(cells[0]) <= _MOST_LEAD:
        lead, cells = cells[0], cells[1:]
    pairs = _pairs_of(cells)
    return (lead, pairs) if pairs else ("", {})


def equals_pairs(text: str) -> dict[str, str]:
    """The pairs of a text that is "key=value key=value" from end to end."""
    pairs: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = _EQUALS.match(text, at)
        if match is None or match[1] in pairs:
            return {}
        pairs[match[1]] = match[2]
        at = match.end()
    return pairs


def cell_pairs(line: str) -> dict[str, str]:
    """The pairs of a line of several: "CAGR 12%  |  vol 9%", "model=a asset=b"; {} where it holds fewer than two."""
    pairs = equals_pairs(line.strip())
    if len(pairs) > 1:
        return pairs
    pairs = _pairs_of(_cells_of(line.strip()))
    return pairs if all(metric_of_key(key) in METRICS for key in pairs) else {}


def _cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line) if cell.strip()]


def _pairs_of(cells: Sequence[str]) -> dict[str, str]:
    """The pairs that two or more cells are; {} where one of them is none."""
    told = [found for cell in cells if (found := _PAIR.fullmatch(cell)) is not None]
    return {found[1].strip(): found[2] for found in told} if len(told) == len(cells) > 1 else {}


def side_by_side(record: Mapping[str, Any], rest: Sequence[str]) -> dict[str, Any] | None:
    """The records of labels with a value for each of several things: "model: a / b", "sharpe: 0.7 / 1.1"."""
    split = {label: _MANY.split(value.strip()) for label, value in record.items() if isinstance(value, str)}
    counts = Counter(len(parts) for parts in split.values())
    width, count = counts.most_common(1)[0] if counts else (1, 0)
    if width < 2 or count < 2 or 5 * count < 3 * len(split):
        return None
    told = {label: parts for label, parts in split.items() if len(parts) == width}
    names = next((parts for parts in map(_MANY.split, map(str.strip, rest)) if len(parts) == width), None)
    named = any(is_name_key(label) for label in told)
    if not named and names is None:
        return None
    runs = [
        {
            **({} if named or names is None else {"run": names[place]}),
            **{label: parts[place] for label, parts in told.items()},
        }
        for place in range(width)
    ]
    return {**{label: value for label, value in record.items() if label not in told}, "runs": runs}


def unprefixed(record: dict[str, Any]) -> dict[str, Any]:
    """A record of labels that tell a path ("a.cagr", "b.cagr") as records within one; `record` itself where they do not."""
    for joint in (".", "/", "__"):
        paths = {key: key.partition(joint)[::2] for key in record if type(key) is str and joint in key}
        if (
            len(paths) < 3
            or 5 * len(paths) < 3 * len(record)
            or len({above for above, _ in paths.values()}) == len(paths)
        ):
            continue
        told = sum(is_name_key(last := key.rpartition(joint)[2]) or metric_of_key(last) in METRICS for key in paths)
        if 2 * told < len(paths) or not all(above.strip() and below.strip() for above, below in paths.values()):
            continue
        found: dict[str, Any] = {}
        for key, value in record.items():
            above, below = paths.get(key, (key, ""))
            if not below:
                found[key] = value
            elif isinstance(inner := found.setdefault(above.strip(), {}), dict):
                inner[below.strip()] = value
        return {key: unprefixed(value) if type(value) is dict else value for key, value in found.items()}
    return record
