"""The lengths that a document's text names, with the words beside them."""

import re
from dataclasses import replace
from functools import lru_cache

from validators.methodology.passages import fold
from validators.methodology.topics.roles import role_at
from validators.methodology.topics.spans import SPAN, Length, lengths

_TELLING = re.compile(r"[a-z]{6,}")
_COMMON = frozenset(
    "return returns window windows signal signals average averages period periods trading prices closes months lookback length momentum history measured computed ranking ranked strategy market markets between latest moving rolling trailing previous recent document position positions portfolio session sessions trades bought system number values higher highest lowest twelve twenty quarter months weekly monthly looking before should itself always simply exactly measure measures decision decisions compared because through without however therefore".split()
)


@lru_cache(maxsize=1024)
def lengths_named(body: str) -> tuple[tuple[tuple[Length, ...], frozenset[str]], ...]:
    """The lengths that a document's text names, with the stems of the words that stand beside them."""
    told = fold(body)
    return tuple(
        (
            tuple(replace(length, role=role_at(told, *match.span())) for length in lengths(match)),
            stems_of(told[max(match.start() - 80, 0) : match.end() + 80], common=frozenset()),
        )
        for match in SPAN.finditer(told)
    )


def stems_of(text: str, *, common: frozenset[str] = _COMMON) -> frozenset[str]:
    """The first letters of the longer words of a text that are not `common`."""
    return frozenset(word[:6] for word in set(_TELLING.findall(text)) - common)
