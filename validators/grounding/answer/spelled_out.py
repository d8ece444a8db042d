"""Where a text calls a ticker by a word that it is short for: "gold" of GLD. Tickers keep the first letter and the consonants of a word."""

import re
from collections.abc import Iterable
from functools import lru_cache

from validators.grounding.tools.vocabulary.metrics import PHRASES
from validators.grounding.tools.vocabulary.words import normal

Span = tuple[int, int]

_TICKER = re.compile(r"[A-Z]{3,5}(?=$|[-/.=]|USD)")
_SPOKEN = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,14}(?![^\W\d_])")
_OF_METRICS = frozenset(word for phrase in PHRASES for word in phrase)  # the "cost" of a trade is no COST
_SOUNDS = 3  # the fewest by which a word is known


def spelled_out(text: str, names: Iterable[str]) -> dict[str, list[Span]]:
    """Where a text has the one word that a ticker among `names` is short for, by ticker; in lower case all of its sounds must be told."""
    sounds, words = _by_sounds(frozenset(names))
    found: dict[str, list[Span]] = {}
    if not sounds:
        return found
    for match in words.finditer(text):
        word = match.group()
        said = _sounds_of(word)
        ticker = sounds.get(said) if not word.isupper() and normal(word) not in _OF_METRICS else None
        if ticker is not None:
            found.setdefault(ticker, []).append(match.span())
    return found


def sounds_in(text: str) -> frozenset[str]:
    """The sounds of all words by which a text may call a ticker."""
    return frozenset(_sounds_of(word) for word in _SPOKEN.findall(text) if not word.isupper())


@lru_cache(maxsize=16_384)
def ticker_sounds(name: str) -> str | None:
    """The sounds that a word has to have to be the ticker's; None for a name that no word is short for."""
    match = _TICKER.match(name)
    sounds = "" if match is None else _sounds_of(match.group().removesuffix("USD"))
    return sounds if len(sounds) >= _SOUNDS else None


@lru_cache(maxsize=1024)
def _by_sounds(names: frozenset[str]) -> tuple[dict[str, str], re.Pattern[str]]:
    """(tickers by their sounds, a pattern of the words that begin as one of them does)."""
    held: dict[str, list[str]] = {}
    for name in names:
        if (sounds := ticker_sounds(name)) is not None:
            held.setdefault(sounds, []).append(name)
    tickers = {sounds: told[0] for sounds, told in held.items() if len(told) == 1}
    begun = "".join(sorted({sounds[0] + sounds[0].upper() for sounds in tickers})) or "a"
    return tickers, re.compile(rf"(?<![^\W\d_])[{begun}][^\W\d_]{{3,13}}(?![^\W\d_])")


@lru_cache(maxsize=16384)
def _sounds_of(word: str) -> str:
    """The first letter and the consonants behind it, each once where it is doubled."""
    lower = word.lower()
    kept = [lower[:1]]
    for letter in lower[1:]:
        if letter not in "aeiou" and letter != kept[-1]:
            kept.append(letter)
    return "".join(kept)
