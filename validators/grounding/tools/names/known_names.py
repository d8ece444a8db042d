"""The names of things that calls and outputs tell: a key that is one of them is that thing, and no metric."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import (
    KINDS,
    LONGEST_LABEL,
    PLAIN_KEYS,
    is_compared,
    is_name_key,
    kind_of_names,
    ordinal_of,
)
from validators.grounding.tools.layouts.columns import metrics_among
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric
from validators.grounding.tools.vocabulary.words import GENERIC, key_words
from validators.numbers.tail import singular

SLUG = re.compile(r"(?=.{5,40}$)[a-z]{2,20}(?:[-_][a-z]{2,20}|[-_]\d{1,3}){1,4}")
_TICKER = re.compile(r"(?=[\^$]?.*[A-Z\d])[\^$]?[A-Z\d]{1,8}(?:[.=\-/:][A-Z\d]{1,5}){0,2}")
_OPTION = re.compile(r"\s-{1,2}[A-Za-z]")
_LONGEST_COMMAND = 300  # characters
_MOST_METRICS = 2  # of which a list of names may have the names
_MOST_NODES = 3_000  # of an output: the names of a long one stand at its head
_SIDES = (0, 1)
_LISTS = frozenset({"order", "index", "columns", "universe", "compare", "names", "labels", "ids", "between"})


def known_names(outputs: Sequence[Any], arguments: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Names by what they are names of: {"spy-trend": "model", "SPY": "ticker"}; "name" where no key tells."""
    found: dict[str, str] = {}
    for call in arguments:
        for key, value in call.items():
            _take(found, key, value, listed=True)
        _take_by_form(found, call)
        _level_sides(found, call)
        _level_lists(found, call)
    for output in outputs:
        _look_through(found, output)
    _level(found, arguments)
    return found


def _level_sides(found: dict[str, str], call: Mapping[str, Any]) -> None:
    """The two that a call sets side by side are things of one kind: {"left": "OAK", "right": "oak-lite"}."""
    sides = [(ordinal_of(key), value) for key, value in call.items() if type(value) is str and value in found]
    names = {ordinal: name for ordinal, name in sides if ordinal is not None}
    kinds = {found[name] for name in names.values()} & KINDS
    if len(names) == len(_SIDES) and len(kinds) == 1:
        found |= dict.fromkeys(names.values(), kinds.pop())


def _level_lists(found: dict[str, str], call: Mapping[str, Any]) -> None:
    """The names of one list are of one kind, those of two lists of which no key tells a kind are of two: {"books": ["Alder", "Birch"],
    "shocks": ["oil spike", "rates up"]}."""
    lists = {key: held for key, names in call.items() if (held := _names_listed(found, names))}
    for names in lists.values():
        kinds = {found[name] for name in names} & KINDS
        if len(kinds) == 1:
            found |= dict.fromkeys((name for name in names if found[name] == "name"), kinds.pop())
    open_lists = {key: names for key, names in lists.items() if all(found[name] == "name" for name in names)}
    for key, names in open_lists.items() if len(open_lists) > 1 else ():
        found |= dict.fromkeys(names, singular(key.lower()))


def _names_listed(found: Mapping[str, str], value: Any) -> list[str]:
    return [each for each in value if type(each) is str and each in found] if type(value) is list else []


def _level(found: dict[str, str], arguments: Sequence[Mapping[str, Any]]) -> None:
    """Names under one key of several calls are names of one kind of thing."""
    held: dict[str, list[str]] = {}
    for call in arguments if len(arguments) > 1 else ():
        for key, value in call.items():
            if type(value) is str and value in found:
                held.setdefault(key, []).append(value)
    for names in held.values():
        kinds = {found[name] for name in names} & KINDS
        if len(kinds) == 1:
            found |= dict.fromkeys((name for name in names if found[name] == "name"), kinds.pop())


@lru_cache(maxsize=65536)
def form_of(text: str) -> str | None:
    """What the form of a name tells of it: "model ", "ticker ", or "" for nothing; None for words that hold such names."""
    if " " in text:
        return None if any(form_of(word) for word in text.split() if len(word) > 1) else ""
    return "model " if SLUG.fullmatch(text) else "ticker " if _TICKER.fullmatch(text) else ""


def _take_by_form(found: dict[str, str], call: Mapping[str, Any]) -> None:
    """What a call is about, where its keys do not tell: "moth-carry" under any key is a model, "BTC-USD" a ticker, where the call
    names no other."""
    told = [
        (key, name)
        for key, value in call.items()
        for text in (value if type(value) is list else (value,))
        if type(text) is str and not is_compared(key) and (len(text) <= LONGEST_LABEL or _is_command(text))
        for name in text.split()
        if len(name) > 1 or name == text
    ]
    for kind, form in (("model", SLUG), ("ticker", _TICKER)):
        if any(kind_of_names(key) == kind for key, _ in told):
            continue
        alike = {name: key for key, name in told if form.fullmatch(name) and found.get(name, "name") == "name"}
        if len(set(alike.values())) == 1:
            found |= {name: kind for name in alike if is_name(name)}


def _is_command(text: str) -> bool:
    """Whether a text is a line of a shell, with options."""
    return len(text) <= _LONGEST_COMMAND and _OPTION.search(text) is not None


def named_in(call: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, str]:
    """What the words of a call's arguments name: {"cmd": "report moth-carry NVDA"}; nothing of a kind of which they name several."""
    words = [word for value in call.values() if type(value) is str and " " in value for word in value.split()]
    held: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        if word in known:
            held.setdefault(known[word], []).append(word)
    return {kind: names[0] for kind, names in held.items() if len(names) == 1}


def _look_through(found: dict[str, str], output: Any) -> None:
    stack = [output]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node = stack.pop()
        if type(node) is dict:
            for key, value in node.items():
                kind = type(value)
                if kind is str:
                    if is_name_key(str(key)):
                        _take(found, str(key), value, listed=False)
                elif kind is list:
                    if value and type(value[0]) is str:
                        _take(found, str(key), value, listed=str(key).lower() in _LISTS)
                    elif value and type(value[0]) in (dict, list):
                        stack.append(value)
                elif kind is dict:
                    stack.append(value)
        elif type(node) is list:
            stack.extend([each for each in node if type(each) in (dict, list)])


def _take(found: dict[str, str], key: str, value: Any, *, listed: bool) -> None:
    if type(value) is list:
        told = (listed or is_name_key(key)) and all(type(each) is str for each in value)
        measured = metrics_among(value) if told else 0
        if told and measured <= _MOST_METRICS:  # no titles of columns
            for each in value:
                if not (
                    measured and inner_metric(metric_of_key(each) or "")
                ):  # beside a "strategyReturn" the "indexReturn"
                    _add(found, key, each)
    elif type(value) is str and (listed or is_name_key(key)):
        _add(found, key, value)


def _add(found: dict[str, str], key: str, name: str) -> None:
    if is_name(name):
        kind = kind_of_names(key)
        if kind is not None or name not in found:
            found[name] = kind or "name"


@lru_cache(maxsize=65536)
def is_name(text: str) -> bool:
    """Whether a text can be a name: no metric, no date, no word for all kinds of things."""
    return (
        0 < len(text) <= LONGEST_LABEL
        and any(map(str.isalpha, text))
        and text.lower() not in PLAIN_KEYS
        and metric_of_key(text) not in METRICS
        and not GENERIC.issuperset(key_words(text))
        and not dates_in(text)
    )
