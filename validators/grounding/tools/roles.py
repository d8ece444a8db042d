"""Keys that stand for one of several things, whose names a record tells apart from their numbers: {"baseline": {"strategy": "a"},
"candidate": {"strategy": "b"}, "metrics": {"cagr": {"baseline": 0.1, "candidate": 0.2}}}."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from validators.grounding.tools.known_names import is_name
from validators.grounding.tools.record import ALIASED, is_name_key, kind_of_names, said_of

_MOST_ROLES = 12
_DEEP = 3  # records below the one that gives the names in which their keys may stand
_SAID = frozenset({str, int, bool, type(None)})


def roles_of(node: Mapping[Any, Any]) -> dict[str, dict[str, str]]:
    """The names that a record, or one right in it, gives keys that stand elsewhere in it too: {"baseline": {"model": "a"},
    "candidate": {"model": "b"}}."""
    for giver in (node, *(value for value in node.values() if type(value) is dict)):
        found = _given(giver) if len(giver) > 1 else {}
        if found and any(found.keys() <= used for used in _keys_below(node, giver)):
            return found
    return {}


def _given(node: Mapping[Any, Any]) -> dict[str, dict[str, str]]:
    """The names of two or more keys of one record, which tell them apart."""
    given: dict[str, dict[str, str]] = {}
    for key, value in node.items():
        if type(value) is dict and value and _SAID.issuperset(map(type, value.values())):
            names = {
                kind_of_names(each) or each: name for each, name in said_of(value).names.items() if is_name_key(each)
            }
        elif type(value) is str and kind_of_names(str(key)) is None and is_name(value):
            names = {ALIASED: value}
        else:
            continue
        if names:
            given[str(key)] = names
    if not 2 <= len(given) <= _MOST_ROLES:
        return {}
    shared = set.intersection(*(set(names) for names in given.values()))
    apart = [each for each in shared if len({names[each] for names in given.values()}) == len(given)]
    return {key: {each: names[each] for each in apart} for key, names in given.items()} if apart else {}


def _keys_below(node: Any, giver: Mapping[Any, Any], depth: int = 0) -> Iterator[Set[Any]]:
    """The keys of each record below, but for the one that gives the names."""
    if depth > _DEEP:
        return
    for value in node.values() if type(node) is dict else node[:2]:
        if type(value) is dict and value is not giver:
            yield value.keys()
        if type(value) in (dict, list):
            yield from _keys_below(value, giver, depth + 1)
