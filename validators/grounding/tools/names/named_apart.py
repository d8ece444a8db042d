"""A thing that has a name beside one that has none: of a strategy and its index, {"cagr": 0.1, "index": {"name": "SPY", "cagr": 0.08}}
names the index only."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from validators.grounding.tools.keys import PLAIN_KEYS, WHOLE, is_compared
from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import OF_THE_RUN, key_words

_OWN = OF_THE_RUN | {"fund", "book"}


def named_beside_own(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output that calls its run "portfolio" or "strategy" beside names of others, {"portfolio": 0.1, "QQQ": 0.08}:
    the names single the others out, and the run is the thing as a whole."""
    scopes = {id(number.scope): number.scope for number in numbers}
    names: dict[str, set[str]] = {}
    for scope in scopes.values():
        for dimension, name in scope.items():
            names.setdefault(dimension, set()).add(name)
    beside = [
        dimension
        for dimension, held in names.items()
        if len(held) > 1 and not dimension.startswith(KEYED)
        if sum(map(_is_own, held)) == 1 and not any(map(is_compared, held))
    ]
    if not beside:
        return numbers
    told = {place: _apart(scope, beside) for place, scope in scopes.items()}
    return [replace(number, scope=told[id(number.scope)]) for number in numbers]


def _apart(scope: Mapping[str, str], beside: Sequence[str]) -> dict[str, str]:
    kept = {dimension: name for dimension, name in scope.items() if dimension not in beside}
    apart = {
        f"{KEYED} {dimension}": scope[dimension]
        for dimension in beside
        if dimension in scope and not _is_own(scope[dimension])
    }
    return {**kept, **apart}


@lru_cache(maxsize=4096)
def _is_own(name: str) -> bool:
    """Whether a name is a word for the run itself."""
    words = key_words(name)
    return bool(words) and _OWN.issuperset(words)


def named_apart(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output, with a name that only some numbers of a metric have as what singles these out."""
    scopes = {id(number.scope): number.scope for number in numbers}
    names: dict[str, set[str]] = {}
    for scope in scopes.values():
        for dimension, name in scope.items():
            names.setdefault(dimension, set()).add(name)
    whole = names.get("model", set()) | names.get("ticker", set())  # what all of the output is of
    single = [
        dimension
        for dimension, held in names.items()
        if len(held) == 1
        and not dimension.startswith(KEYED)
        and whole.isdisjoint(held)
        and (PLAIN_KEYS | WHOLE).isdisjoint(map(str.lower, held))
        and any(map(str.isalpha, *held))
        and 0 < sum(dimension in scope for scope in scopes.values()) < len(scopes)
    ]
    single = [dimension for dimension in single if _tells_apart(dimension, numbers)]
    if not single:
        return numbers
    told = {
        place: {**scope, **{f"{KEYED} {dimension}": scope[dimension] for dimension in single if dimension in scope}}
        for place, scope in scopes.items()
    }
    return [replace(number, scope=told[id(number.scope)]) for number in numbers]


def _tells_apart(dimension: str, numbers: Sequence[ToolNumber]) -> bool:
    """Whether one known metric was returned with a name of the dimension and without."""
    held: dict[str, set[bool]] = {}
    for number in numbers:
        if number.measured in METRICS and not number.length and not number.prose:
            held.setdefault(number.measured or "", set()).add(dimension in number.scope)
    return any(len(sides) == 2 for sides in held.values())
