"""What a tool's result is: an error, nothing, or something; and whether an answer uses it."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

_ERROR_TEXT = re.compile(
    r"\s*(?:(?:an?\s+)?(?:\w+\s+)?(?:error|exception)\b|traceback \(most recent call last\))", re.IGNORECASE
)
_ERROR_KEYS = ("error", "errors", "is_error", "isError", "exception")
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d")
_FIRST = 12
_FEW = 3


def error_in(content: str) -> str | None:
    """The text of a tool's error, None where the result is none: JSON with a filled "error", or text that begins as one."""
    if "rror" not in content and "xception" not in content and "RROR" not in content and "raceback" not in content:
        return None
    found = _decoded(content)
    if isinstance(found, dict):
        return next((_text(found[key]) for key in _ERROR_KEYS if found.get(key)), None)
    text = found if isinstance(found, str) else content
    return text if not isinstance(found, list) and _ERROR_TEXT.match(text) else None


def is_empty(content: str) -> bool:
    """Whether a result holds nothing: no text, JSON without a value, or an object whose lists are all empty (no hits)."""
    found = _decoded(content)
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list)]
        return not any(value not in (None, "", [], {}) for value in found.values()) or (bool(lists) and not any(lists))
    return found in (None, "", [])


def uses(answer: str, question: str, results: Sequence[str]) -> bool:
    """Whether the answer has a word or a number of the results that is not in the question, or too few words to tell."""
    text, asked = "\n".join(results).lower(), question.lower()
    known: set[str] | None = None
    own: list[str] = []
    for word in _WORD.findall(answer.lower()):
        if word in asked:
            known = set(_WORD.findall(asked)) if known is None else known
            if word in known:
                continue
        own.append(_stem(word))
        # Nearly every answer takes one of its first words from a result; only the others are worth an index.
        if len(own) <= _FIRST and not word[0].isdecimal() and own[-1] in text:
            return True
    held = {_stem(word) for word in _WORD.findall(text)}
    return len(own) < _FEW or not (held | set(map(_rounded_up, held))).isdisjoint(own)


def _stem(word: str) -> str:
    """The first letters of a word; of a number the first two figures, which survive a rounding and a change of unit."""
    return word.replace(".", "").replace(",", "").lstrip("0")[:2] if word[0].isdecimal() else word[:5]


def _rounded_up(stem: str) -> str:
    return str(int(stem) + 1)[:2] if stem.isdecimal() else stem


def _decoded(content: str) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return content.strip()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
