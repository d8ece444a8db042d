"""The screen: which topics a text may speak of, told by pieces of words alone."""

import re
from collections.abc import Container, Iterable

import polars as pl

from validators.methodology.claims import Topic


class CueWords:
    """The cue words of some topics, looked for in one pass over a text; `without` are those that do not count."""

    def __init__(self, topics: Iterable[Topic], *, without: Container[str] = ()) -> None:
        self._topics = tuple(topics)
        cues = [tuple(word for word in topic.cues if word not in without) for topic in self._topics]
        words: dict[str, int] = {}
        for place, topic in enumerate(self._topics):
            for word in cues[place]:
                words[word] = words.get(word, 0) | (1 if topic.also else 3) << 2 * place
            for word in topic.also:
                words[word] = words.get(word, 0) | 2 << 2 * place
        self._firsts = sum(1 << 2 * place for place in range(len(self._topics)))
        # the longest word at each place is found, and stands for the shorter ones that it begins with
        self._bits = {word: sum_of_prefixes(word, words) for word in words}
        # polars keeps its last 32 compiled patterns, while `contains_any` would build its automata for each call
        pairs = [(_either(own), _either(topic.also)) for own, topic in zip(cues, self._topics, strict=True)]
        self._alone = "|".join(own for own, also in pairs if own and not also)
        self._pairs = [(own, also) for own, also in pairs if own and also]
        self._pattern = re.compile(f"(?=({_any_of(words)}))") if words else None

    def topics_in(self, lowered: str) -> list[Topic]:
        """The topics whose words stand in a text in lower case."""
        if self._pattern is None:
            return []
        bits = 0
        for word in set(self._pattern.findall(f" {lowered}")):  # a word may begin with a space
            bits |= self._bits[word]
        return [topic for place, topic in enumerate(self._topics) if bits >> 2 * place & 3 == 3]

    def are_in(self, lowered: str) -> bool:
        """Whether any topic's words stand in a text in lower case."""
        if self._pattern is None:
            return False
        bits = 0
        for match in self._pattern.finditer(f" {lowered}"):
            more = bits | self._bits[match[1]]
            if more != bits:
                bits = more
                if bits & bits >> 1 & self._firsts:
                    return True
        return False

    def holds(self, texts: pl.Series) -> pl.Series:
        """For each text whether some topic's words stand in it, in any case."""
        spaced = (" " + texts).fill_null("").str.to_lowercase()
        held = spaced.str.contains(self._alone) if self._alone else pl.repeat(False, len(texts), eager=True)
        for own, also in self._pairs:
            held |= spaced.str.contains(own) & spaced.str.contains(also)
        return held


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def sum_of_prefixes(word: str, words: dict[str, int]) -> int:
    """The bits of a word and of all the words that it begins with."""
    bits = 0
    for end in range(1, len(word) + 1):
        bits |= words.get(word[:end], 0)
    return bits


def _any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the words, with what they begin with alike written once."""
    branches: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    if not branches:
        return ""
    options = [re.escape(first) + _any_of(rest) for first, rest in sorted(branches.items())]
    pattern = options[0] if len(options) == 1 and not ends else f"(?:{'|'.join(options)})"
    return f"{pattern}?" if ends else pattern
