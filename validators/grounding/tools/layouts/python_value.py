"""What `str` or `repr` wrote of a Python value, calls like `Timestamp('2020-01-02')`, `np.float64(0.1)` and `OrderedDict([…])` included."""

import ast
import re
from typing import Any

LONGEST = 200_000  # characters
_DEEPEST = 2_000  # brackets: Python's parser would choke on more
_DICTS = frozenset(
    {"OrderedDict", "defaultdict", "AutoOrderedDict", "AutoDict", "Counter", "dict", "mappingproxy", "Series"}
)
_FIELD = re.compile(r"[A-Za-z_]\w{0,60}=")
_NAMES = {"nan": None, "inf": None, "NaN": None, "NaT": None, "null": None, "true": True, "false": False}


def python_value(text: str) -> Any:
    """The value; None where the text is none."""
    if len(text) > LONGEST or text.count("[") + text.count("{") + text.count("(") > _DEEPEST:
        return None
    try:
        return _value(ast.parse(text.strip(), mode="eval").body)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def python_fields(text: str) -> Any:
    """The record that fields with blanks between are, as some models print themselves: "meta=None content=[Text(text='a')]"."""
    depth, quote, start = 0, "", 0
    pieces: list[str] = []
    for place, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote and text[place - 1] != "\\" else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == " " and depth == 0 and _FIELD.match(text, place + 1):
            pieces.append(text[start:place])
            start = place + 1
    return python_value(f"dict({', '.join((*pieces, text[start:]))})") or None


def _value(node: ast.expr) -> Any:
    """The value of an expression of literals; ValueError for any other."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Dict):
        return {
            _key(_value(key)): _value(value)
            for key, value in zip(node.keys, node.values, strict=True)
            if key is not None
        }
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return [_value(each) for each in node.elts]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        value = _value(node.operand)
        return -value if isinstance(node.op, ast.USub) and isinstance(value, (int, float)) else value
    if isinstance(node, ast.Name) and node.id in _NAMES:
        return _NAMES[node.id]
    if isinstance(node, ast.Call):
        return _called(node)
    raise ValueError(type(node).__name__)


def _called(node: ast.Call) -> Any:
    """What a constructor is given: pairs as a dict, the parts of a date as its text, else its first argument or its fields."""
    name = (
        node.func.attr
        if isinstance(node.func, ast.Attribute)
        else node.func.id
        if isinstance(node.func, ast.Name)
        else ""
    )
    given = [_value(each) for each in node.args]
    if name in ("date", "datetime") and len(given) >= 3 and all(isinstance(part, int) for part in given):
        return f"{given[0]:04d}-{given[1]:02d}-{given[2]:02d}"
    if name in _DICTS and given:
        pairs = given if len(given) > 1 else given[0]
        return pairs if isinstance(pairs, dict) else {_key(pair[0]): pair[1] for pair in pairs if len(pair) == 2}
    if given:
        return given[0]
    return {each.arg: _value(each.value) for each in node.keywords if each.arg is not None}


def _key(key: Any) -> Any:
    return " ".join(map(str, key)) if isinstance(key, list) else key
