"""A tool's output as a value: JSON, JSON lines, a Python literal, YAML, a table or list of labels in plain text, or the text itself."""

import json
import re
from collections.abc import Callable
from typing import Any

import msgspec
import yaml

from validators.grounding.tools.layouts.cell_pairs import cell_pairs
from validators.grounding.tools.layouts.equals_pairs import bracketed_pairs, dated_pairs
from validators.grounding.tools.layouts.legend import told_in_full
from validators.grounding.tools.layouts.markup import has_tables
from validators.grounding.tools.layouts.path_labels import unprefixed
from validators.grounding.tools.layouts.plain_text import plain
from validators.grounding.tools.layouts.python_value import python_fields, python_value
from validators.grounding.tools.layouts.session import asked, assigned, exchanges
from validators.grounding.tools.layouts.text_table import MOST_ROWS, text_table
from validators.grounding.tools.layouts.xml_value import xml_value

_decode = msgspec.json.Decoder().decode
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # all text: numbers and dates are read as in any other text
_YAML_PARENT = re.compile(r"[ ]*[A-Za-z][\w .-]{0,40}:")
_YAML_LINE = re.compile(r"[ ]*(?:- )?[A-Za-z_][\w .%()/-]{0,40}:(?:[ ]|$)|[ ]*- ")
_YAML_COMMENT = re.compile(r"[ \t]*#(?:[^\n]*)|(?:---|\.\.\.)[ \t]*")
_YAML_REMARK = re.compile(r" #[ ]?([^\n#]+)$")  # "best_month: 11.2% # 2013-01"
_YAML_MARK = re.compile(r"(?m)[:-] [&*!]")  # anchors and tags: no tool's plain report
_OPENING = re.compile(r"(?m)^[ \t]*([{[])")
_HELD_AS_TEXT = frozenset(
    "stdout text output content result results report table csv tsv markdown md data body summary rendered value stats display message".split()
)
_MAY_HOLD = re.compile(r"\A\s{0,9}[{[(]|\n|, |  |=| [|;] |\t")
_CONSTRUCTED = re.compile(r"(?:OrderedDict|AutoOrderedDict|defaultdict|mappingproxy)\(")
_CALLS = re.compile(
    r"\s*[A-Za-z_][\w.]{0,60}\([^\n]*=.*\)\s*", re.DOTALL
)  # "Result(model='a', cagr=0.1)", one or one a line
_FIELDS = re.compile(r"\s*[A-Za-z_]\w{0,60}=(?:None\b|True\b|False\b|['\"\[({]|[A-Z]\w*\()")
_PROMPTS = (">>> ", "In [")
_LONGEST_INSIDE = 4_000  # characters: a longer text is a document
_LONGEST_LINE = 240
_SCALARS = (int, float, str)
_FEWEST_BOXED, _DEEPEST_BOX = 3, 20
_FEWEST_LINES = 3


def decode(text: str) -> Any:
    """The value that a tool output is; `text` itself where it is none. No text makes it fail."""
    start = text.lstrip()[:1]
    if text.startswith(_PROMPTS) and (value := _session(text)) is not None:
        return value
    if start in ("{", "["):
        value = _structured(text)
        if value is not None:
            return value
    elif start == "<" and not has_tables(text) and (value := xml_value(text)) is not None:
        return value
    elif start == '"':
        inside = _json(text)
        if isinstance(inside, str) and len(inside) < len(text):
            return decode(inside)
    elif _CONSTRUCTED.match(text) and (value := python_value(text)) is not None:
        return value
    elif _CALLS.fullmatch(text):
        value = python_value(text) or _values_of_lines(text, python_value)
        if value is not None:
            return value
    elif _FIELDS.match(text) and (value := python_fields(text)) is not None:
        return value
    elif "{" in text or "[" in text:
        value = _enclosed(text)
        if value is not None:
            return value
    text = plain(told_in_full(text))
    return _yaml(text) or text_table(text)


def _session(text: str) -> Any:
    """What an interpreter answered, under what was asked; of each variable apart where several hold the results of calls."""
    runs: dict[str, dict[str, Any]] = {}
    record: dict[str, Any] = {}
    others: list[Any] = []
    for typed, answer in exchanges(text):
        runs |= dict(assigned(typed))
        value = python_value(answer) if answer.strip() else None
        told = asked(typed)
        values = value if isinstance(value, (list, tuple)) else [value]
        if value is not None and len(told) == len(values):
            for (key, variable), each in zip(told, values, strict=True):
                runs.get(variable, record)[key] = each
        elif answer.strip():
            others.append(decode(answer))
    record = {**(runs if len(runs) > 1 else next(iter(runs.values()), {})), **record}
    for other in others:
        if isinstance(other, dict) and record.keys().isdisjoint(other):
            record |= other
        else:
            record.setdefault("results", []).append(other)
    return record or None


def _structured(text: str) -> Any:
    for read in (_json, _loose_json, _json_lines, python_value):
        value = read(text)
        if value is not None:
            return _nested(value)
    return None


def _nested(value: Any) -> Any:
    """A value whose keys tell the path ("a.cagr", "metrics.sharpe") as they nest, and numbers that R wrote as lists of one as they are."""
    if type(value) is dict:
        return unprefixed(_unboxed(value))
    if type(value) is list and value and type(value[0]) is dict and unprefixed(value[0]) is not value[0]:
        return [unprefixed(row) if type(row) is dict else row for row in value]
    return value


def _unboxed(record: dict[str, Any]) -> dict[str, Any]:
    boxed = sum(map(_is_boxed, record.values()))
    if boxed < _FEWEST_BOXED or 5 * boxed < 3 * len(record):
        return record
    return {key: _opened(value, 1) for key, value in record.items()}


def _is_boxed(value: Any) -> bool:
    return type(value) is list and len(value) == 1 and type(value[0]) in _SCALARS


def _opened(value: Any, depth: int) -> Any:
    if _is_boxed(value):
        return value[0]
    if type(value) is not dict or depth > _DEEPEST_BOX:
        return value
    return {key: _opened(each, depth + 1) for key, each in value.items()}


def _enclosed(text: str) -> Any:
    """The value within a fence or below a sentence, with the text around it."""
    opening = _OPENING.search(text)
    end = max(text.rfind("}"), text.rfind("]")) + 1
    if opening is None or end <= opening.start(1):
        return None
    value = _structured(text[opening.start(1) : end])
    if not isinstance(value, (dict, list)) or not value or _is_mark(value):
        return None
    around = f"{text[: opening.start(1)]}\n{text[end:]}"
    rest = "\n".join(line for line in around.splitlines() if line.strip() and not line.startswith("```"))
    if not rest:
        return value
    return {**value, "text": rest} if isinstance(value, dict) else {"rows": value, "text": rest}


def _is_mark(value: Any) -> bool:
    """Whether a list is the mark of a note: "[1] Standard errors are robust."."""
    return type(value) is list and len(value) == 1 and type(value[0]) is int


def decode_inside(key: str, text: str) -> Any:
    """The value that a text within a value is ("stdout", "result"); `text` where it is prose."""
    start = text.lstrip()[:1]
    if start in ("{", "(") and (pairs := bracketed_pairs(text)):
        return pairs
    if start in ("{", "["):
        return decode(text)
    if _CONSTRUCTED.match(text):
        return python_value(text) or text
    if "\n" in text:
        if key.lower() not in _HELD_AS_TEXT or len(text) > _LONGEST_INSIDE:
            return text
        value = text_table(plain(text))
        return value if isinstance(value, list) or (isinstance(value, dict) and "text" not in value) else text
    if len(text) <= _LONGEST_LINE and any(map(str.isdigit, text)):
        return cell_pairs(text) or dated_pairs(text) or text
    return text


def _text_of(held: Any) -> str | None:
    """A text, also where it is held as a list of its lines, as notebooks do; None for anything else."""
    if type(held) is str:
        return held
    if type(held) is not list or len(held) < _FEWEST_LINES or not all(type(each) is str for each in held):
        return None
    return "".join(held) if all(line.endswith("\n") for line in held[:-1]) else None


def opened(node: dict[Any, Any]) -> dict[Any, Any]:
    """A record with the values that its texts are, lists of their lines too; `node` itself where they are none."""
    found = {
        key: value
        for key, held in node.items()
        if (text := _text_of(held)) is not None
        and _MAY_HOLD.search(text)
        and (value := decode_inside("text" if text is not held else str(key), text)) is not text
    }
    return {**node, **found} if found else node


def _yaml(text: str) -> Any:
    """The record that indented "key: value" lines are; None where they are none."""
    lines = [line for line in text.splitlines() if line.strip() and not _YAML_COMMENT.fullmatch(line)]
    if len(lines) > MOST_ROWS or not any(_YAML_PARENT.fullmatch(line) for line in lines):
        return None
    if not all(_YAML_LINE.match(line) for line in lines) or _YAML_MARK.search(text):
        return None
    try:
        value = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    remarks = "\n".join(remark[1] for line in lines if (remark := _YAML_REMARK.search(line)) is not None)
    return {**value, "text": remarks} if remarks and "text" not in value else value


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
    return _values_of_lines(text, _json)


def _values_of_lines(text: str, read: Callable[[str], Any]) -> Any:
    """The values that the lines of a text are, each by itself; None where one is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not 1 < len(lines) <= MOST_ROWS:
        return None
    values = []
    for line in lines:
        value = read(line)
        if value is None:
            return None
        values.append(value)
    return values
