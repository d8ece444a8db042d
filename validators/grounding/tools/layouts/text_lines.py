"""What lines of plain text hold: columns set apart by blanks, labels with values, and a record a line ("A: cagr=12% sharpe=0.8")."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import is_name_key, role_of
from validators.grounding.tools.layouts.fixed_width import set_apart
from validators.grounding.tools.place_metric import ALONE
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric, measure_of

RULE_ROW = re.compile(r"[\s|:+=-]+$")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[-+−(]{0,2}[$€£]?\d|[^\d(]{0,24} [-+−]?[$€£]?\d[\d.,]*%?$")
_BARE = re.compile(r"[-+−(]{0,2}[$€£]?[-+−]?\d[\d,]*(?:\.\d+)?\)?[ ]?(?:%|bps|USD|EUR|days?|[dx])?")
_INDEX_NAME = re.compile(r"(?:S&P|Russell|Nasdaq|Stoxx|FTSE|Euro Stoxx|CSI|Nikkei)[- ]\d{2,4}", re.IGNORECASE)
_WIDE = re.compile(r"[ ]{2,}|\t|(?<=[\w%)])[ ](?=[-−]\d)")  # pandas sets one blank before a minus
_CELL = re.compile(r"\S+(?: \S+)*")
_CELLS = re.compile(r"[ ]{2,}|\t|[ ]?[|;·•][ ]|,[ ](?=[A-Za-z]|[-+−]?\d[\d,]{0,12}(?:\.\d{1,6})?%?[ ][A-Za-z])")
_BULLET = re.compile(
    r"[ \t]{0,8}(?:(?:[-*•>→]|[-=]>|\[?\d{1,3}/\d{1,3}\]?:?)[ \t]+|#?\d{1,3}[.)]?[ \t]+(?=[A-Za-z\d])(?!(?:bps?|basis)\b))?"
)
_LEAD = re.compile(r"([^:=|]{1,40}):[ \t]+(?=\S)")
_EQUALS = re.compile(
    r"([A-Za-z_][\w.%/-]{0,40})=(\"[^\"\n]{0,60}\"|[^\s;|]{0,60}[^\s;|,](?:(?<=\d)[ ](?:%|USD|EUR|GBP|days?|bps?(?:[ ](?:per|a|each)[ ]side)?)(?=[\s,;|]|$))?)(?:\s{0,2}[,;|])?(?:\s{1,20}|$)"
)
_IN_BRACKETS = re.compile(r"\s*[({]([^(){}\n]{3,400})[)}]\s*")
_SET = re.compile(r"\s*([A-Za-z_][\w.-]{0,40})\s?[=:]\s?(\S[^=]{0,60})")
_PAIR = re.compile(
    r"([A-Za-z][A-Za-z .%_/&()-]{0,40}?)[ ]?[ :=][ ]?((?:[-+−(]?[$€£]?[-−]?\d)[\w.,%)−-]*(?:[ ](?:%|bps|USD|EUR|days?|years?))?)"
)
_NUMBER_FIRST = re.compile(
    r"([-+−]?\d[\d,]{0,12}(?:\.\d{1,6})?%?)[ ]([A-Za-z][A-Za-z ]{2,20})"
)  # "98 trades", "61.4% won"
# "CAGR 9.1% total 83.7% Sharpe 0.54": labels and numbers in turn, with no more than a blank between
_RUNNING = re.compile(
    r"([A-Za-z][A-Za-z ._/&-]{0,30}?)[ :=]{1,2}([-+−(]?[$€£]?[-−]?\d[\d,]{0,15}(?:\.\d{1,8})?\)?(?:[ ]?%|[ ](?:bps|USD|EUR|days?)\b)?)[,;]?(?:[ ]{1,4}|$)"
)
FEE_LEAD = re.compile(
    r"(?:at |fees? )?(\d{1,4}(?:\.\d{1,3})?) ?(?:bps?|basis points)(?: ?/ ?| per | a | each )?(?:side|way|trade)?",
    re.IGNORECASE,
)
_MANY = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]")
_NAMED = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]|[,;][ ]|[ ]and[ ]")
_NAMED_PART = re.compile(r"([A-Za-z][^\n]{0,40}?)[ :=]{1,3}([-+−($€£]{0,3}\d[\d.,]{0,20}[^\n]{0,12})")
_APART = re.compile(r"[,;|][ ]|[ ]{2,}")
_DATED = re.compile(r"((?:19|20)\d\d(?:-[01]\d){0,2})[ ]?[:=][ ]?([-+−(]?[$€£]?\d[\d.,]{0,15}%?\)?)")
_FEE_ASIDE = re.compile(
    r"\((\d[\d.]{0,6} ?bps)(?: ?/ ?| per | a )?(?:side|way|trade)?\)\s*"
)  # "comm=2286.99 (0.5 bps/side)"
_SPAN = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)? ?(?:\.\.|to|->|→|/|–)+ ?(?:19|20)\d\d-\d\d(?:-\d\d)?")
_TELLS_VALUES = re.compile(r"[:=]|\.{3}")  # what is no header
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_WHOLE_YEAR = frozenset({"ytd", "year", "total", "fy", "annual", "full year"})
_LONGEST_LABEL = 4  # words: more are a sentence
_MOST_LEAD = 40  # characters of what stands before a line's pairs


def aligned(lines: Sequence[str]) -> tuple[list[list[str]], list[str]] | None:
    """(the rows of columns set apart by blanks, header first; the other lines), where a block of lines is such a table."""
    split = [(line, _columns_of(line)) for line in set_apart(lines) if not RULE_ROW.fullmatch(line)]
    for number, (title, head) in enumerate(split[:-1]):
        if len(head) < 2 or _TELLS_VALUES.search("".join(head)):
            continue
        if any(_FIGURE.match(_INDEX_NAME.sub("index", cell)) for cell in head) and not (
            role_of(head[0]) == "parameter" and all(map(_FIGURE.match, head[1:]))
        ):
            continue  # no header, nor one of settings: "fee, bps   2   5   10"
        index = _index_name(head, split[number + 1 : number + 3])
        first = number + 1 if index is None else number + 2
        width = max(len(split[first][1]), len(head) if len(split[first][1]) > 1 else 0)
        body = []
        for line, row in split[first:]:
            if 1 < len(row) == width - 1 == len(head) and len(line.rstrip()) <= title.index(head[-1]):
                row = [*row, ""]  # nothing in the last column
            if 1 < len(row) < width == len(head):
                row = _below(title, line)
            if len(row) != width:
                break
            body.append(row)
        extra = width - len(head)
        if extra not in (0, 1) or width < 2 or len(body) < (2 if width == 2 else 1):
            continue
        last = all(_DIGIT.search(row[-1] or row[-2]) or is_name_key(row[0]) for row in body)
        if not last and not _told_in_columns(head, body):
            continue
        counted = extra and index is None and _are_counted(head, body)
        if extra and not counted and not all(_DIGIT.search(cell) for row in body for cell in row[1:] if cell):
            continue
        rest = [line for line, _ in (*split[:number], *split[first + len(body) :])]
        if len(rest) > max(4, 2 * len(body)) and width == 2:
            continue
        if counted:  # the rows' numbers, which tell nothing
            return [_titles(head), *(row[1:] for row in body)], rest
        return [_titles([index or "run", *head] if extra else head), *body], rest
    return None


def _are_counted(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether the first cells of rows, which have no title, only number them."""
    numbers = [row[0] for row in body]
    named = is_name_key(head[0]) and not any(_FIGURE.match(row[1]) for row in body) and all(map(str.isdigit, numbers))
    return named or numbers == [str(place) for place in range(len(body))]


def _index_name(head: Sequence[str], below: Sequence[tuple[str, Sequence[str]]]) -> str | None:
    """What the line below a header calls the first column, which has no title there, as pandas prints a named index; None where it
    is the first row."""
    if len(below) < 2 or len(below[0][1]) != 1 or len(below[1][1]) != len(head) + 1:
        return None
    line, (name, *_) = below[0]
    return name if line.startswith(name) and not _DIGIT.search(name) else None


def _told_in_columns(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether rows of several columns tell numbers in the same ones, though the last holds words: the reason of each exit."""
    places = {tuple(place for place, cell in enumerate(row) if _FIGURE.match(cell)) for row in body}
    measured = any(metric_of_key(head[place]) in METRICS for at in places for place in at if place < len(head))
    return len(body) > 2 and len(places) == 1 and measured


def _columns_of(line: str) -> list[str]:
    return [cell for cell in _WIDE.split(line.strip()) if cell != "|"]


def _below(title: str, line: str) -> list[str]:
    """The cells of a line by the titles that they stand below, "" where a column holds none; the bare cells where that is open."""
    heads = [(cell.start(), cell.end()) for cell in _CELL.finditer(title)]
    cells = [(cell.start(), cell.end(), cell[0]) for cell in _CELL.finditer(line)]
    places = [
        min(range(len(heads)), key=lambda place: min(abs(heads[place][0] - start), abs(heads[place][1] - end)))
        for start, end, _ in cells
    ]
    if places[:1] != [0] or any(left >= right for left, right in pairwise(places)):
        return [cell for *_, cell in cells]
    told = dict(zip(places, (cell for *_, cell in cells), strict=True))
    return [told.get(place, "") for place in range(len(heads))]


def _titles(head: list[str]) -> list[str]:
    """A header in which the total of a row of months is called by what it is."""
    if len(head) > 12 and {cell[:3].lower() for cell in head} >= _MONTHS:
        return [head[0], *("return" if cell.lower() in {*_WHOLE_YEAR, head[0].lower()} else cell for cell in head[1:])]
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
    called = told_apart([lead for _, (lead, pairs) in parsed if tuple(pairs) == alike])
    for line, (lead, pairs) in parsed:
        if tuple(pairs) != alike:
            rest.append(line)
        elif lead and (fee := FEE_LEAD.fullmatch(lead)) is not None:
            records.append({"fee_bps": fee[1], **pairs})
        elif lead and not any(is_name_key(key) for key in alike):
            records.append({"year" if dates_in(lead) else "run": called.get(lead, lead), **pairs})
        else:
            records.append(pairs)
    return records, rest


def told_apart(leads: Sequence[str]) -> dict[str, str]:
    """What tells the leads of several lines apart, without the words that all of them have: "PG" of "[PG] carry", "carry" of
    "runs/carry"."""
    paths = [lead.rpartition("/") for lead in leads]
    if len(paths) > 1 and paths[0][0] and len({above for above, *_ in paths}) == 1:
        return {lead: own for lead, (*_, own) in zip(leads, paths, strict=True)}
    words = [[word.strip("[]()") for word in lead.split()] for lead in leads]
    common = set(words[0]).intersection(*words[1:]) if words else set()
    own = [" ".join(word for word in each if word not in common) for each in words]
    return dict(zip(leads, own, strict=True)) if all(own) and len(set(own)) == len(own) else {}


def _parsed(line: str) -> tuple[str, dict[str, str]]:
    """(what leads, the pairs) of a line that is pairs to its end; ("", {}) for any other."""
    body = line[_BULLET.match(line).end() :].strip()  # type: ignore[union-attr]
    lead = ""
    match = _LEAD.match(body)
    if match is not None and _leads(match[1].strip()):
        lead, body = match[1].strip(), body[match.end() :]
    pairs = equals_pairs(body) or _pairs_in_parts(body)
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
    pairs = _pairs_of(cells) or _running_pairs(body)
    return (lead, pairs) if pairs else ("", {})


def _pairs_in_parts(body: str) -> dict[str, str]:
    """The pairs of a line that tells some in words and some with signs: "drawdown 19%, sharpe 0.4 | cagr=4% trades=97"."""
    parts = [part.strip() for part in body.split(" | ")]
    pairs = [equals_pairs(part) or _pairs_of(_cells_of(part)) or dict(filter(None, [_pair_of(part)])) for part in parts]
    return {label: value for each in pairs for label, value in each.items()} if len(parts) > 1 and all(pairs) else {}


def _leads(label: str) -> bool:
    """Whether what stands before a line's pairs says what they are of, and is no label of a number itself."""
    return FEE_LEAD.fullmatch(label) is not None or (metric_of_key(label) not in METRICS and not is_name_key(label))


def _running_pairs(text: str) -> dict[str, str]:
    """The pairs of a line that is labels and numbers in turn, most of them of metrics that are known; {} for any other."""
    pairs: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = _RUNNING.match(text, at)
        if match is None:
            return {}
        label = _label(match[1], match[2])
        if label in pairs:
            return {}
        pairs[label] = match[2]
        at = match.end()
    known = sum(metric_of_key(label) in METRICS for label in pairs)
    return pairs if len(pairs) > 1 and 3 * known >= 2 * len(pairs) else {}


def _label(said: str, value: str) -> str:
    """A label as a key would have it: the "total" of a percentage is a return."""
    said = said.strip()
    return f"{said} return" if said.lower() == "total" and value.endswith("%") else said


def equals_pairs(text: str) -> dict[str, str]:
    """The pairs of a text that is "key=value key=value" from end to end, or to the dates that it ends with, which are its window, or
    to the fee in brackets."""
    pairs: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = _EQUALS.match(text, at)
        if match is None and len(pairs) > 1 and "window" not in pairs and _SPAN.fullmatch(text, at):
            return {**pairs, "window": text[at:]}
        if match is None and len(pairs) > 1 and (fee := _FEE_ASIDE.fullmatch(text, at)) is not None:
            return {**pairs, "fee": pairs.get("fee", fee[1])}
        if match is None or match[1] in pairs:
            return {}
        pairs[match[1]] = match[2].strip('"')
        at = match.end()
    return pairs


def bracketed_pairs(text: str) -> dict[str, str]:
    """The pairs of a text in brackets: "(n = 126, wins = 59)", '{ month = "2017-02", return = 3.68 }'; {} for any other."""
    inside = _IN_BRACKETS.fullmatch(text)
    found = [_SET.fullmatch(each) for each in inside[1].split(",")] if inside is not None else []
    pairs = {each[1]: each[2].strip("\"' ") for each in found if each is not None}
    return pairs if len(pairs) == len(found) else {}


def dated_pairs(text: str) -> dict[str, str]:
    """The pairs of a text of dates and their values from end to end: "2019=0.11, 2020=-0.04"; {} for any other."""
    pieces = [_DATED.fullmatch(piece.strip()) for piece in _APART.split(text.strip())]
    pairs = {piece[1]: piece[2] for piece in pieces if piece is not None}
    return pairs if len(pairs) == len(pieces) > 1 else {}


def cell_pairs(line: str) -> dict[str, str]:
    """The pairs of a line of several: "CAGR 12%  |  vol 9%", "model=a asset=b"; {} where it holds fewer than two."""
    body = line.strip()
    pairs = equals_pairs(body)
    if len(pairs) > 1:
        return pairs
    pairs = _alternating(_WIDE.split(body))
    if pairs:
        return pairs
    if not body[:1].isalnum():
        body = body[_BULLET.match(body).end() :].strip()  # type: ignore[union-attr]
    pairs = _pairs_of(_cells_of(body))
    if pairs:
        return pairs if 4 * sum(map(_tells_metric, pairs)) >= 3 * len(pairs) else {}
    pairs = _running_pairs(body) if body[-1:].isdigit() or body[-1:] in "%)" else {}
    return pairs if all(metric_of_key(key) in METRICS for key in pairs) else {}


def _tells_metric(label: str) -> bool:
    """Whether a label names a metric, be it by an adjective alone or among other words."""
    metric = metric_of_key(label)
    if metric in METRICS or metric in ALONE:
        return True
    return metric is not None and inner_metric(metric) is not None and len(label.split()) <= _LONGEST_LABEL


def _alternating(cells: Sequence[str]) -> dict[str, str]:
    """The pairs of cells that are labels and numbers in turn, most of them of metrics that are known; {} for any other."""
    labels, values = [cell.strip(" .:=") for cell in cells[::2]], cells[1::2]
    if len(values) < 2 or len(labels) != len(values) or len(set(labels)) < len(labels):
        return {}
    if not all(map(_BARE.fullmatch, values)) or any(map(_FIGURE.match, labels)):
        return {}
    known = sum(metric_of_key(label) in METRICS for label in labels)
    return dict(zip(labels, values, strict=True)) if 2 * known >= len(labels) else {}


def pairs_at_end(line: str) -> dict[str, str]:
    """The pairs that stand behind the words of a line, each label with the word that says of what it is: "trades closed, total=213 won=138".
    {} where there are none; one alone says by its form that it is a key."""
    found = _EQUALS.search(line)
    if (
        found is None
        or not found.start()
        or line[found.start() - 1] not in " \t"
        or _DIGIT.search(line, 0, found.start())
    ):
        return {}
    pairs = equals_pairs(line[found.start() :].strip())
    lead = line[: found.start()].strip(" \t,:-")
    return {_of_lead(lead, key): value for key, value in pairs.items()} if len(pairs) > 1 or "_" in found[1] else {}


def _of_lead(lead: str, key: str) -> str:
    if metric_of_key(key) in METRICS or is_name_key(key):
        return key
    return next((f"{word} {key}" for word in lead.split() if metric_of_keys(word, key) in METRICS), key)


def _cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line) if cell.strip()]


def _pairs_of(cells: Sequence[str]) -> dict[str, str]:
    """The pairs that two or more cells are; {} where one of them is none."""
    told = [pair for cell in cells if (pair := _pair_of(cell)) is not None]
    return dict(told) if len(told) == len(cells) > 1 else {}


def is_pair(cell: str) -> bool:
    """Whether a cell is a metric's label with its number: "CAGR 12%"."""
    pair = _pair_of(cell)
    return pair is not None and metric_of_key(pair[0]) in METRICS


def _pair_of(cell: str) -> tuple[str, str] | None:
    """The label and the number of a cell: "CAGR 12%", "98 trades"."""
    found = _PAIR.fullmatch(cell)
    if found is not None:
        return _label(found[1], found[2]), found[2]
    match = _NUMBER_FIRST.fullmatch(cell)
    if match is None:
        return None
    number, said = match.groups()
    if number.endswith("%"):
        said, wanted = f"{said} %", "share"
    else:
        wanted = "ratio" if "." in number else "count"
    return (said, number) if measure_of(metric_of_key(said)) == wanted else None


def side_by_side(record: Mapping[str, Any], rest: Sequence[str]) -> dict[str, Any] | None:
    """The records of labels with a value for each of several things: "model: a / b", "sharpe: 0.7 / 1.1"."""
    named_parts = _named_parts(record)
    if named_parts is not None:
        return named_parts
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


def _named_parts(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same where each value is told beside the name of its thing: "sharpe: oak 0.7 vs elm 1.1"."""
    told = {
        label: [_NAMED_PART.fullmatch(part) for part in _NAMED.split(value.strip())]
        for label, value in record.items()
        if isinstance(value, str)
    }
    named = {
        label: tuple(part[1] for part in parts if part)
        for label, parts in told.items()
        if len(parts) > 1 and all(parts)
    }
    counts = Counter(named.values())
    names, count = counts.most_common(1)[0] if counts else ((), 0)
    if count < 2 or 5 * count < 3 * len(told) or len(set(names)) < len(names):
        return None
    runs: list[dict[str, str]] = [
        {"run": name, **{label: told[label][place][2] for label, own in named.items() if own == names}}  # type: ignore[index]
        for place, name in enumerate(names)
    ]
    return {**{label: value for label, value in record.items() if named.get(label) != names}, "runs": runs}


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
