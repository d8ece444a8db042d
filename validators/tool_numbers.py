"""The numbers that a conversation's tools returned, each with its path, metric, unit, and the things it is about."""

import ast
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from validators.date_text import parse_date
from validators.metric_words import METRICS, inner_metric, key_unit, key_words, metric_of_key
from validators.number_text import quantities
from validators.quantity import DateParts, Quantity

KEYED = "key of"  # begins the dimensions whose names are keys: what lacks one is the main thing, not a rival
MAIN = ""  # the name of what no key singles out
LONGEST_LABEL = 60  # characters: a longer string is prose, not a name
_LABEL_KEYS = frozenset(
    {"metric", "measure", "indicator", "stat", "statistic", "name", "label", "key", "field", "item"}
)
_NAME_KEY = re.compile(
    r"(?:^|_|\b)(?:id|name|model|strategy|ticker|symbol|label|version|run|title|asset|fund|index|benchmark)$|Id$|Name$"
)
_ID_KEY = re.compile(r"(?:^|_)(?:id|hash|sha|uuid|guid|key|url|cusip|isin|sedol|figi)$|[a-z]Id$")
_IDENT = re.compile(r"[A-Za-z_][\w.&/-]*\d[\w.&/-]*|\d[\w.]*[A-Za-z][\w.-]*")
_PARAMETERS = frozenset(
    "fee fees cost commission slippage lookback window period leverage threshold top horizon size capital year quarter month level "
    "quantile delay seed fast slow length span halflife tolerance step lag limit cutoff rank".split()
)
_PLAIN_KEYS = frozenset("metrics results result data stats statistics summary performance values output response payload content items "
                        "rows records runs window params parameters config settings meta metadata info details report".split())  # fmt: skip
_HEADERS = ("columns", "header", "headers", "fields", "column_names")
_LINE = re.compile(
    r"[ \t>*•|-]{0,8}(?P<label>[A-Za-z][^\n:=|\t]{0,48}?)\**[ \t]*(?:[:=|\t]|\.{3,}|[ ]{2,})[ \t]*(?=[^\n]*\d)"
)
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "second", "bar"})
_DIFFERENCES = frozenset(
    {"difference", "delta", "diff", "change", "excess", "gap", "spread", "relative", "minus", "less"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolNumber:
    """A number of a tool output. `scope` names what it is about: dimension → name ("ticker" → "SPY").

    `metric` is None where no key says what is counted; `inner` is a vocabulary metric within a longer name. `unit` is "percent",
    "fraction", "bps", "multiple", a currency or a unit of time, None where the source names none. `written` is set for a number
    read from text; `prose` where it stands in running text, which binds it to nothing. `length` marks the length of a list.
    `either_sign` is set where the source's own sign says nothing (a difference whose order is open, an accountant's bracket).
    """

    value: float
    source: str
    metric: str | None = None
    inner: str | None = None
    unit: str | None = None
    scope: Mapping[str, str] = field(default_factory=dict)
    times: tuple[DateParts, ...] = ()
    written: Quantity | None = None
    prose: bool = False
    length: bool = False
    either_sign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFacts:
    """All that the tools returned: numbers, dates with their sources, windows (first and last day), and names with digits."""

    numbers: tuple[ToolNumber, ...]
    dates: tuple[tuple[DateParts, str], ...]
    windows: tuple[tuple[DateParts, DateParts, str], ...]
    names: tuple[str, ...]
    outputs: int


def tool_facts(outputs: Sequence[str]) -> ToolFacts:
    """What the tool outputs hold, in the order of the calls. No text makes it fail."""
    reader = _Reader()
    for index, text in enumerate(outputs):
        reader.read(f"call_{index}", text)
    return reader.facts(len(outputs))


def decode(text: str) -> Any:
    """The JSON value that a tool output is, or the text itself where it is none."""
    start = text.lstrip()[:1]
    if start not in ("{", "["):
        return text
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    lines = [line for line in text.splitlines() if line.strip()]
    if 1 < len(lines) <= 10_000:
        try:
            return [msgspec.json.decode(line) for line in lines]
        except (ValueError, RecursionError):
            pass
    if len(text) < 200_000 and text.count("[") + text.count("{") < 5_000:
        try:
            return ast.literal_eval(text.strip())
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            pass
    return text


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reader is: path, keys from the root, and what has been said of the things around."""

    call: str
    path: str
    keys: tuple[str, ...]
    scope: Mapping[str, str]
    times: tuple[DateParts, ...]
    label: str | None

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if key.isidentifier() else f"{self.path}[{json.dumps(key, ensure_ascii=False)}]"


class _Reader:
    def __init__(self) -> None:
        self.numbers: list[ToolNumber] = []
        self.dates: list[tuple[DateParts, str]] = []
        self.windows: list[tuple[DateParts, DateParts, str]] = []
        self.names: dict[str, None] = {}

    def facts(self, outputs: int) -> ToolFacts:
        return ToolFacts(
            numbers=tuple(self.numbers),
            dates=tuple(self.dates),
            windows=tuple(self.windows),
            names=tuple(sorted(self.names, key=len, reverse=True)),
            outputs=outputs,
        )

    def read(self, call: str, text: str) -> None:
        stack: list[tuple[Any, _Place]] = [(decode(text), _Place(call, "$", (), {}, (), None))]
        while stack:
            node, place = stack.pop()
            if isinstance(node, dict):
                stack.extend(reversed(list(self._dict(node, place))))
            elif isinstance(node, (list, tuple)):
                stack.extend(reversed(list(self._list(node, place))))
            elif isinstance(node, str):
                inside = decode(node) if len(place.keys) else node
                if isinstance(inside, str):
                    self._text(node, place)
                else:
                    stack.append((inside, place))
            elif isinstance(node, (int, float)) and not isinstance(node, bool):
                self._number(node, place)

    def _dict(self, node: dict[Any, Any], place: _Place) -> Iterator[tuple[Any, _Place]]:
        table = _table(node)
        if table is not None:
            name, rows = table
            yield (rows, _Place(place.call, f"{place.path}.{name}", place.keys, place.scope, place.times, None))
            node = {key: value for key, value in node.items() if key != name and key not in _HEADERS}
        names, times, label = _attributes(node)
        scope = {**place.scope, **names}
        times = times or place.times
        window = _window(node)
        if window is not None:
            self.windows.append((*window, f"{place.call} {place.path}"))
        if len(node) > 1 and all(isinstance(value, (dict, list)) for value in node.values()):
            self._length(len(node), place)
        for raw, value in node.items():
            key = str(raw)
            inner_scope, inner_times = scope, times
            if key not in _PLAIN_KEYS and isinstance(value, (dict, list)) or _is_entity(key, place, value):
                when = parse_date(key) or _year(key)
                if when is not None:
                    inner_times = (when,)
                    self.dates.append((when, f"{place.call} {place.at(key)}"))
                elif metric_of_key(key) not in METRICS and _DIFFERENCES.isdisjoint(key_words(key)):
                    inner_scope = {**scope, f"{KEYED} {_shape(place.path)}": key}
            yield value, _Place(place.call, place.at(key), (*place.keys, key), inner_scope, inner_times, label)

    def _list(self, node: Sequence[Any], place: _Place) -> Iterator[tuple[Any, _Place]]:
        if not place.path.endswith("]"):
            self._length(len(node), place)
        rows = _records(node)
        for index, value in enumerate(rows or node):
            yield value, _Place(place.call, f"{place.path}[{index}]", place.keys, place.scope, place.times, place.label)

    def _length(self, length: int, place: _Place) -> None:
        metric = metric_of_key(place.keys[-1]) if place.keys else None
        self.numbers.append(
            ToolNumber(
                value=float(length), source=f"{place.call} length of {place.path}", metric=metric, scope=place.scope,
                times=place.times, length=True,
            )
        )  # fmt: skip

    def _number(self, value: float, place: _Place) -> None:
        try:
            number = float(value)
        except OverflowError:
            return
        if not math.isfinite(number):
            return
        source = f"{place.call} {place.path}"
        key = place.keys[-1] if place.keys else ""
        if (
            isinstance(value, int)
            and 1900 <= value <= 2099
            and (key_words(key)[-1:] in (("year",), ("fy",)) or not key)
        ):
            self.dates.append((DateParts(year=value), source))
        metric = _metric(place)
        inner = inner_metric(metric) if metric is not None else None
        scope = place.scope
        if inner is not None and metric is not None:
            scope = {
                **scope,
                "qualifier": " ".join(word for word in metric.split() if word not in inner.replace("_", " ")),
            }
        self.numbers.append(
            ToolNumber(
                value=number, source=source, metric=metric, inner=inner, unit=_unit(place), scope=scope, times=place.times,
                either_sign=any(not _DIFFERENCES.isdisjoint(key_words(name)) for name in place.keys),
            )
        )  # fmt: skip

    def _text(self, text: str, place: _Place) -> None:
        source = f"{place.call} {place.path}"
        key = place.keys[-1] if place.keys else ""
        digits = any(character.isdigit() for character in text)
        if digits and len(text) <= LONGEST_LABEL and any(character.isalpha() for character in text):
            if _NAME_KEY.search(key) or _IDENT.fullmatch(text):
                self.names[text] = None
        if not digits and len(text) <= LONGEST_LABEL:
            return
        if _ID_KEY.search(key):
            return
        found = quantities(text)
        if len(found) == 1 and len(text) <= 32 and found[0].end - found[0].start >= 0.6 * len(text.strip()):
            self._quantity(found[0], _metric(place), place, source, prose=False)
            return
        labels = list(_LINE.finditer(text)) if "\n" in text or not place.keys else []
        at = 0
        for quantity in found:
            while at + 1 < len(labels) and labels[at + 1].end() <= quantity.start:
                at += 1
            label = labels[at] if labels and labels[at].end() <= quantity.start else None
            metric = None
            if label is not None and "\n" not in text[label.end() : quantity.start]:
                metric = metric_of_key(label["label"])
                metric = metric if metric in METRICS else None
            self._quantity(quantity, metric, place, source, prose=True)

    def _quantity(self, quantity: Quantity, metric: str | None, place: _Place, source: str, *, prose: bool) -> None:
        for date in quantity.readings:
            self.dates.append((date, source))
        if quantity.kind == "date" and not quantity.text.isdigit():
            return
        unit = {"percent": "percent", "points": "percent", "basis_points": "bps", "multiple": "multiple"}.get(
            quantity.kind
        )
        unit = (
            unit
            or quantity.currency
            or (quantity.noun if quantity.kind == "duration" else None)
            or (None if prose else _unit(place))
        )
        numbers = quantity.parts or (quantity.value,)
        for value in numbers:
            if not math.isfinite(value):
                continue
            self.numbers.append(
                ToolNumber(
                    value=value, source=source, metric=metric, inner=inner_metric(metric) if metric else None, unit=unit,
                    scope={} if prose and place.keys else place.scope, times=() if prose else place.times, written=quantity, prose=prose,
                    either_sign=quantity.gloss or "(" in quantity.text or prose,
                )
            )  # fmt: skip


def _metric(place: _Place) -> str | None:
    """The metric that the nearest telling key names: {"cagr": {"SPY": 0.1}} is a cagr, {"metric": "cagr", "value": 0.1} too."""
    if not place.keys:
        return None
    last = metric_of_key(place.keys[-1])
    if last in METRICS:
        return last
    if last is not None and inner_metric(last) is not None:
        return last
    for key in reversed(place.keys[-4:-1]):
        known = metric_of_key(key)
        if known in METRICS:
            return known
    if last is None and place.label is not None:
        return metric_of_key(place.label)
    return last or next(
        (name for key in reversed(place.keys[:-1]) if (name := metric_of_key(key)) and key not in _PLAIN_KEYS), None
    )


def _unit(place: _Place) -> str | None:
    for above, key in enumerate((*reversed(place.keys[-2:]), place.label or "")):
        unit = key_unit(key)
        if unit is not None and not (above and unit in _TIMES):
            return unit
    return None


def _is_entity(key: str, place: _Place, value: Any) -> bool:
    """Whether the key of a number names what it is about: {"cagr": {"SPY": 0.1, "QQQ": 0.2}}, {"returns": {"2019": 0.1}}."""
    if isinstance(value, (str, bool)) or value is None:
        return False
    if parse_date(key) is not None or _year(key) is not None:
        return True
    return bool(place.keys) and metric_of_key(place.keys[-1]) in METRICS and metric_of_key(key) not in METRICS


def _year(key: str) -> DateParts | None:
    return (
        DateParts(year=int(key))
        if len(key) == 4 and key.isascii() and key.isdigit() and 1900 <= int(key) <= 2099
        else None
    )


def _shape(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)


def _attributes(node: Mapping[Any, Any], depth: int = 0) -> tuple[dict[str, str], tuple[DateParts, ...], str | None]:
    """(names, times, label) that a record says of itself; a part without numbers of its own ("window") speaks for the whole."""
    names: dict[str, str] = {}
    times: list[DateParts] = []
    label = None
    below: list[tuple[dict[str, str], tuple[DateParts, ...]]] = []
    for raw, value in node.items():
        key = str(raw)
        if isinstance(value, str):
            if not value or len(value) > LONGEST_LABEL:
                continue
            date = parse_date(value) if value[:1].isdigit() or value[-1:].isdigit() else None
            if date is not None:
                times.append(date)
                continue
            dates = [day for quantity in quantities(value) for day in quantity.readings] if value[-1:].isdigit() else []
            if len(dates) > 1:
                times.extend(dates)
            elif any(character.isalpha() for character in value):
                names[key] = value
                if key.lower() in _LABEL_KEYS and label is None:
                    label = value
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            words = key_words(key)
            if words and words[-1] in ("year", "fy") and 1900 <= value <= 2099:
                times.append(DateParts(year=int(value)))
            elif words and not _PARAMETERS.isdisjoint(words) and metric_of_key(key) != "final_equity":
                names[key] = repr(value)
        elif isinstance(value, dict) and depth < 2 and _speaks(value):
            sub, when, _ = _attributes(value, depth + 1)
            below.append((sub, when))
    for index, (sub, when) in enumerate(below):
        rivals = {key for at, (other, _) in enumerate(below) if at != index for key in other}
        names.update({key: value for key, value in sub.items() if key not in rivals and key not in names})
        if not times and len(below) == 1 or not any(other for at, (_, other) in enumerate(below) if at != index):
            times.extend(when)
    return names, tuple(times), label


def _speaks(part: Mapping[Any, Any]) -> bool:
    return not any(isinstance(value, (dict, list)) or (isinstance(value, float) and metric_of_key(str(key)) in METRICS and "fee" not in str(key))
                   for key, value in part.items())  # fmt: skip


def _window(node: Mapping[Any, Any]) -> tuple[DateParts, DateParts] | None:
    first = last = None
    for raw, value in node.items():
        if not isinstance(value, str) or len(value) > 32:
            continue
        words = key_words(str(raw))
        if first is None and not {"start", "from", "begin", "since", "first"}.isdisjoint(words):
            first = parse_date(value)
        elif not {"end", "to", "until", "through", "last", "stop", "finish"}.isdisjoint(words):
            last = parse_date(value)
    return None if first is None or last is None else (first, last)


def _table(node: Mapping[Any, Any]) -> tuple[str, list[Any]] | None:
    """The rows of {"columns": […], "rows": [[…], …]} as records, or of parallel columns, with the key they stand under."""
    for header in _HEADERS:
        columns = node.get(header)
        if not isinstance(columns, list) or not columns or not all(isinstance(name, str) for name in columns):
            continue
        for key, rows in node.items():
            if (
                key != header
                and isinstance(rows, list)
                and rows
                and all(isinstance(row, list) and len(row) == len(columns) for row in rows)
            ):
                return str(key), [dict(zip(columns, row, strict=True)) for row in rows]
    return None


def _records(node: Sequence[Any]) -> list[Any] | None:
    """The rows of a list of lists as records, where the first row holds the columns' names."""
    if len(node) < 2 or not all(isinstance(row, (list, tuple)) for row in node):
        return None
    head = node[0]
    if (
        len(head) < 2
        or not all(isinstance(name, str) and not name[:1].isdigit() for name in head)
        or len(set(head)) < len(head)
    ):
        return None
    if not all(len(row) == len(head) for row in node):
        return None
    return [list(head), *(dict(zip(head, row, strict=True)) for row in node[1:])]
