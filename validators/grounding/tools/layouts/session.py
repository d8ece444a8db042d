"""The session of an interpreter: what was typed behind a prompt, and what it answered."""

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_PROMPT = re.compile(r"(?:>>>|In \[\d{1,5}\]:)(?:[ \t](.*))?")
_FURTHER = re.compile(r"[ \t]{0,8}\.\.\.:?(?:[ \t](.*))?")
_ANSWER = re.compile(r"Out\[\d{1,5}\]:[ \t]?")
_LONGEST = 2_000  # characters typed
_PLAIN = frozenset("round float int abs str format print display Decimal percent".split())
_OF_ALL = frozenset("iloc loc values array index at iat item to_numpy tail head".split())
_COUNTS, _SHARES = frozenset({"len", "count", "sum"}), frozenset({"mean", "average"})
_IN_PROFIT = re.compile(r"\b\w*(?:pnl|p_l|profit|return|ret|gain)\w*['\"\]]{0,2} ?([<>]=?) ?0(?:\.0)?\b")
_TICKER = re.compile(r"[\^$]?[A-Z][A-Z\d]{0,7}(?:[.=\-/:][A-Z\d]{1,5}){0,2}")
_FILE = re.compile(r".*(?:[/\\]|\.[a-z]{2,7})")


class Exchange(NamedTuple):
    """What was typed, and what was answered."""

    typed: str
    answer: str


class Typed(NamedTuple):
    """What an expression asks for: the key that its value would have, and the variable that holds it."""

    key: str
    variable: str


def exchanges(text: str) -> list[Exchange]:
    """The exchanges of a session; [] for a text that does not begin with a prompt."""
    found: list[tuple[list[str], list[str]]] = []
    for line in text.splitlines():
        prompt = _PROMPT.fullmatch(line.rstrip())
        if prompt is not None:
            found.append(([prompt[1] or ""], []))
        elif not found:
            if line.strip():
                return []
        elif not found[-1][1] and (further := _FURTHER.fullmatch(line.rstrip())) is not None:
            found[-1][0].append(further[1] or "")
        else:
            found[-1][1].append(line)
    return [Exchange("\n".join(typed), _ANSWER.sub("", "\n".join(answer), 1)) for typed, answer in found]


def asked(typed: str) -> list[Typed]:
    """What the expressions of a typed line ask for, in order; [] where one is none that names it."""
    body = _parsed(typed)
    last = body[-1] if body else None
    if not isinstance(last, ast.Expr):
        return []
    value = last.value
    found = [_asked(each) for each in (value.elts if isinstance(value, ast.Tuple) else (value,))]
    return [each for each in found if each is not None] if None not in found else []


def assigned(typed: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each variable that typed lines assign the result of a call to, with what the call was given."""
    for line in _parsed(typed):
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name) and isinstance(line.value, ast.Call):
            yield line.targets[0].id, given(line.value)


def given(call: ast.Call) -> dict[str, Any]:
    """The arguments of a call, and of those within it: what is named by its keyword, a ticker and a name by their form."""
    found: dict[str, Any] = {}
    for part in ast.walk(call):
        if not isinstance(part, ast.Call):
            continue
        for word in part.keywords:
            if word.arg is not None and isinstance(word.value, ast.Constant):
                found.setdefault(word.arg, word.value.value)
        for each in part.args:
            if isinstance(each, ast.Constant) and type(each.value) is str and not _FILE.fullmatch(each.value):
                found.setdefault("ticker" if _TICKER.fullmatch(each.value) else "name", each.value)
    return found


def _parsed(typed: str) -> Sequence[ast.stmt]:
    if len(typed) > _LONGEST:
        return ()
    try:
        return ast.parse(typed.strip()).body
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return ()


def _asked(node: ast.expr) -> Typed | None:
    words: list[str] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            words += [node.attr] if node.attr not in _OF_ALL else []
            node = node.value
        elif isinstance(node, ast.Subscript):
            words += _of_place(node.slice)
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            words += [] if node.func.id in _PLAIN else [node.func.id]
            node = node.args[0]
        elif isinstance(node, ast.Call):
            words += _of_condition(node)
            node = node.func
        elif isinstance(node, ast.Compare):
            words += _of_condition(node)
            node = node.left
        else:
            return None
    return _told(list(reversed(words)), node.id)


def _told(words: list[str], variable: str) -> Typed:
    outcome = next((word for word in words if word in ("winning", "losing")), None)
    if outcome is not None:
        if not _SHARES.isdisjoint(words) and outcome == "winning":
            return Typed("win_rate", variable)
        if not _COUNTS.isdisjoint(words):
            return Typed(f"{outcome}_trades", variable)
    words = ["count" if word == "len" else word for word in words if word != "query"]
    return Typed(" ".join(words) or variable, variable)


def _of_place(place: ast.expr) -> list[str]:
    """What a place says: a key, the first or the last of a series, or which trades."""
    if isinstance(place, ast.Constant):
        return [place.value] if type(place.value) is str else ["first"] if place.value == 0 else []
    if isinstance(place, ast.UnaryOp) and isinstance(place.operand, ast.Constant):
        return ["last"] if place.operand.value == 1 else []
    return _of_condition(place)


def _of_condition(node: ast.expr) -> list[str]:
    """Whether a condition takes the trades that won or those that lost: `trades.query("pnl > 0")`, `trades[trades.pnl <= 0]`."""
    condition = _IN_PROFIT.search(ast.unparse(node))
    return [] if condition is None else ["winning" if condition[1].startswith(">") else "losing"]
