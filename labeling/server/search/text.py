"""The text query a reviewer types, read into a tree.

The grammar is the one Argilla's page documents (Elasticsearch's simple query string): words are all required, `+` and, `|`
or, `-` not, quotes for a phrase, a trailing `*` for a beginning, parentheses. Operators have no precedence: they bind from
left to right. Nothing a person can type is an error, except too much of it. Fuzziness (`~N`) is read and ignored.
"""

import re
from dataclasses import dataclass

MAX_WORDS = 200
"""Keeps the compiled expression well below SQLite's depth limit of 1,000."""
MAX_NESTING = 30

_SPACED = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f])")
_ENDS_WORD = frozenset(' \t\r\n"|+()')


class QueryTooLong(ValueError):
    """The query has more than MAX_WORDS words or nests deeper than MAX_NESTING."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Adjacent words; a single word is the usual case. `prefix`: the last word may go on."""

    text: str
    prefix: bool = False

    def match(self) -> str:
        """The phrase in the full-text index's own query language."""
        quoted = '"' + spaced(self.text).replace('"', '""') + '"'
        return f"{quoted}*" if self.prefix else quoted


@dataclass(frozen=True, slots=True)
class Not:
    part: "Query"


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple["Query", ...]


Query = Phrase | Not | All | Any


def spaced(text: str) -> str:
    """Put spaces round Chinese and Japanese characters, which are written without, so that each is a word."""
    return _SPACED.sub(r" \1 ", text.replace("\0", " "))


def phrases(query: Query) -> list[Phrase]:
    """The phrases a hit may be ranked by: those that are not negated."""
    match query:
        case Phrase():
            return [query]
        case Not():
            return []
        case All(parts) | Any(parts):
            return [phrase for part in parts for phrase in phrases(part)]


def parse(text: str) -> Query | None:
    """The query's tree; None when it holds no word at all, which matches nothing. Raises QueryTooLong."""
    return _Parser(text).group(depth=0)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._words = 0

    def group(self, *, depth: int) -> Query | None:
        """Read up to the end of the text or the closing parenthesis of this group."""
        if depth > MAX_NESTING:
            raise QueryTooLong(f"the query nests more than {MAX_NESTING} parentheses")
        tree: Query | None = None
        either = negated = False
        while self._at < len(self._text):
            character = self._text[self._at]
            self._at += 1
            if character == ")":
                if depth:
                    break
                continue  # closes nothing
            if character.isspace() or character == "+":
                continue
            if character == "|":
                either = tree is not None
                continue
            if character == "-":
                negated = not negated
                continue
            part = self._part(character, depth)
            if part is not None:
                part = Not(part) if negated else part
                tree = part if tree is None else _join(tree, part, either)
            either = negated = False
        return tree

    def _part(self, character: str, depth: int) -> Query | None:
        if character == "(":
            return self.group(depth=depth + 1)
        if character == '"' and (end := self._text.find('"', self._at)) >= 0:
            phrase = self._text[self._at : end]
            self._at = end + 1
            while self._at < len(self._text) and self._text[self._at] not in _ENDS_WORD:  # a slop such as ~2
                self._at += 1
            return self._phrase(phrase, prefix=False)
        start = self._at - 1
        while self._at < len(self._text) and self._text[self._at] not in _ENDS_WORD:
            self._at += 1
        word = re.sub(r"~\d?$", "", self._text[start : self._at])
        return self._phrase(word.rstrip("*"), prefix=word.endswith("*"))

    def _phrase(self, text: str, *, prefix: bool) -> Phrase | None:
        if not any(character.isalnum() for character in text):
            return None
        self._words += 1
        if self._words > MAX_WORDS:
            raise QueryTooLong(f"the query has more than {MAX_WORDS} words")
        return Phrase(text, prefix)


def _join(tree: Query, part: Query, either: bool) -> Query:
    kind = Any if either else All
    if isinstance(tree, kind):
        return kind((*tree.parts, part))
    return kind((tree, part))
