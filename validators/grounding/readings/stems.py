"""The stems of the words of a text or a key, by which one may be found in the other."""

import re
from functools import lru_cache

from validators.grounding.tools.vocabulary.words import OF_THE_MARKET, OF_THE_RUN, key_words

_WORD = re.compile(r"[^\W\d_]{3,}")
_PAST = {
    "fell": "fall",
    "rose": "rise",
    "lost": "loss",
    "lose": "loss",
    "won": "win",
    "losing": "loss",
    "loses": "loss",
    "loser": "loss",
    "losers": "loss",
    "winning": "win",
    "winner": "win",
    "winners": "win",
    "held": "hold",
    "paid": "pay",
}
_OPAQUE = frozenset(
    "the and for key days day pct usd name annual annualized annually yearly per total average mean median maximum minimum max min overall net gross rate value".split()
)


@lru_cache(maxsize=16_384)
def stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(" ".join(key_words(text)) if " " not in text else text))
    return frozenset(_PAST.get(word, word)[:5].rstrip("s") for word in words if word not in _OPAQUE)


GENERAL = stems("trade trades factor ratio index score rate")
EVERYDAY = stems("down up high low week month quarter year")
LITTLE_SAID = GENERAL | stems(" ".join(OF_THE_MARKET | OF_THE_RUN))
"""What a word of a key shares with many that tells nothing of what is measured."""
