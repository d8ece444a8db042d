"""The shape of a tool's output: all of it but its numbers, names and dates.

Outputs of one shape are read alike, so what was found out for one holds for the next with its own numbers put in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec

from validators.grounding.answer.mentions import is_sayable
from validators.grounding.answer.other_words import other_words
from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import ID_KEY, LONGEST_LABEL, METRIC_KEYS, UNIT_KEYS
from validators.grounding.tools.names.known_names import form_of
from validators.grounding.tools.place import Place
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, PHRASES
from validators.numbers.dates import ISO_DATE
from validators.numbers.scan import quantities
from validators.numbers.tail import CURRENCIES

_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)
_FIGURE = re.compile(r"\d+")
_FIGURES = frozenset(word for phrase in PHRASES for word in phrase if word.isdigit())
NAME = "name"  # ends the group of names
_LITERAL_KEYS = METRIC_KEYS | UNIT_KEYS
_decode = msgspec.json.Decoder().decode
_RECORDS = {dict}
_ALIKE = ({float}, {str})


@dataclass(slots=True)
class Shaped:
    """`shape` can be compared and hashed once made a tuple; `values`, `names` and `dates` are what it leaves out, in order."""

    shape: list[Any] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def read(self, output: str) -> bool:
        """Add a tool output; False where it is no JSON object or list, or too deep: nothing is known of such a shape."""
        try:
            node = _decode(output)
            if type(node) is dict:
                self._dict(node)
            elif type(node) is list:
                self._list(node)
            else:
                return False
        except (ValueError, RecursionError):
            return False
        return True

    def _dict(self, node: dict[str, Any]) -> None:
        shape, values = self.shape, self.values
        shape.append(tuple(node))
        for key, value in node.items():
            kind = type(value)
            if kind is float:
                values.append(value)
            elif kind is int:
                if 1900 <= value <= 2099 or value > 1e300:
                    shape.append(value)  # it may be a year
                else:
                    shape.append(int)
                    values.append(value)
            elif kind is str:
                group = _group(key, value)
                if group.endswith(NAME):
                    self.names.append(value)
                elif group == "date":
                    self.dates.append(value)
                shape.append(group)
            elif kind is dict:
                self._dict(value)
            elif kind is list:
                self._list(value)
            else:
                shape.append(value)

    def _list(self, node: list[Any]) -> None:
        table = _columns(node)
        if table is not None:
            keys, columns = table
            self.shape.append(("rows", len(node), keys))
            for key, column in zip(keys, columns, strict=True):
                if type(column[0]) is float:
                    self.shape.append(float)
                    self.values.extend(column)
                else:
                    self._strings(key, column)
            return
        self.shape.append(("list", len(node)))
        for value in node:
            kind = type(value)
            if kind is dict:
                self._dict(value)
            elif kind is float:
                self.values.append(value)
            elif kind is list:
                self._list(value)
            else:
                self.shape.append((kind, value))

    def _strings(self, key: str, column: tuple[str, ...]) -> None:
        groups = _groups(key, column)
        if groups == "date":
            self.dates.extend(column)
        else:
            each = (groups,) * len(column) if isinstance(groups, str) else groups
            self.names.extend([text for text, group in zip(column, each, strict=True) if group.endswith(NAME)])
            self.dates.extend([text for text, group in zip(column, each, strict=True) if group == "date"])
        self.shape.append(groups)


def _columns(node: Sequence[Any]) -> tuple[tuple[str, ...], list[tuple[Any, ...]]] | None:
    """(keys, columns) of a list of like records that hold text and decimal numbers only."""
    if len(node) < 3 or set(map(type, node)) != _RECORDS:
        return None
    keys = tuple(node[0])
    if not keys or list(map(tuple, node)).count(keys) < len(node):
        return None
    columns = list(zip(*map(dict.values, node), strict=True))
    kinds = [set(map(type, column)) for column in columns]
    return (keys, columns) if all(kind in _ALIKE for kind in kinds) else None


def value_places(call: str, output: str) -> Iterator[str]:
    """The source of each value that `Shaped.read` takes from an output, in order: `call_0 $.metrics.cagr`."""
    yield from _places(_decode(output), Place(call))


def _places(node: Any, place: Place) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            below = Place(place.call, place.under(key))
            if type(value) is float or (type(value) is int and not (1900 <= value <= 2099 or value > 1e300)):
                yield below.source
            elif isinstance(value, (dict, list)):
                yield from _places(value, below)
        return
    table = _columns(node)
    if table is not None:
        for key, column in zip(*table, strict=True):
            if type(column[0]) is float:
                rows = (Place(place.call, f"{place.path}[{row}]") for row in range(len(node)))
                yield from (Place(place.call, row.under(key)).source for row in rows)
        return
    for position, value in enumerate(node):
        below = Place(place.call, f"{place.path}[{position}]")
        if type(value) is float:
            yield below.source
        elif isinstance(value, (dict, list)):
            yield from _places(value, below)


def _is_metric(text: str) -> bool:
    """Whether the text is a known metric's name. No phrase has the figures of a run's id, and reading ids takes long."""
    return _FIGURES.issuperset(_FIGURE.findall(text, 0, 200)) and metric_of_key(text) in METRICS


@lru_cache(maxsize=4_096)
def _groups(key: str, column: tuple[str, ...]) -> str | tuple[str, ...]:
    """The group of each text of a column; one where all have the same."""
    groups = tuple([_group(key, text) for text in column])
    return groups[0] if len(set(groups)) == 1 else groups


@lru_cache(maxsize=131_072)
def _group(key: str, text: str) -> str:
    """A form and "name", "date", "code" or "prose" for strings that may differ within a shape, the string itself for all others."""
    if ISO_DATE.fullmatch(text) or _MONTH.fullmatch(text):
        return "date"
    is_id = ID_KEY.search(key) is not None
    if is_id and text.isdigit() and not dates_in(text):
        return "code"
    if len(text) > LONGEST_LABEL and text[:1] not in ("{", "[", " "):
        return "prose"
    if key.lower() in _LITERAL_KEYS or text in CURRENCIES or _is_metric(text):
        return f"={text}"
    if len(text) > LONGEST_LABEL or not (text[:1].isalnum() and text[-1:].isalnum()):
        return f"={text}"
    if not is_sayable(text):
        return "code" if is_id and _FIGURE.search(text) and not dates_in(text) else f"={text}"
    if other_words(text) is not None:
        return f"={text}"
    if is_id or not quantities(text):
        form = form_of(text)
        return f"={text}" if form is None else f"{form}{NAME}"
    return f"={text}"
