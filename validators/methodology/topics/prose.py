"""What a document says besides its facts."""

import re
from functools import lru_cache

from data.methodology import MethodologyDocument
from validators.methodology.former import without_former
from validators.methodology.passages import fold

_SENTENCE_END = re.compile(r"[.;]\s")


def prose(document: MethodologyDocument, key: str) -> str:
    """A document's title, its fact on a topic and its text, folded, without what it tells of before."""
    return _folded(document.title, document.facts.get(key, ""), document.body)


@lru_cache(maxsize=4096)
def _folded(title: str, fact: str | tuple[str, ...], body: str) -> str:
    return f"{fold(title)} {fold(fact if isinstance(fact, str) else ', '.join(fact))} {without_former(fold(body))}"


@lru_cache(maxsize=1024)
def sentences(told: str) -> tuple[str, ...]:
    return tuple(_SENTENCE_END.split(told))
