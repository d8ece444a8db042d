"""The words of a text that carry its meaning, each by its stem, so that "rebalanced" and "rebalancing" or "25" and "twenty-five" are alike."""

import re
from functools import lru_cache

from validators.methodology.topics.amounts import number

_WORD = re.compile(r"[a-z]+n't|[a-z]+(?:[&'][a-z]+)*|\d+(?:[.,:]\d+)*|[^\W\d_]+")
_GRAMMAR = frozenset(
    "a an the of on in at by for from to with as into onto via per and or nor is are was were be been being am do does did has have had will would can could"
    " may might shall should it its itself they them their there here this that we our ours i one ones s d re ll ve any some such at also"
    " strategy model system approach method rule rulebook document methodology backtest simulation description fact author in use used uses using get gets got"
    " take takes took actually really ever even simply indeed at all whatsoever however part kind sort case thing true so then correct q".split()
)
_ALIKE = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
    "hourly": "hour", "nightly": "night", "fortnightly": "fortnight", "held": "hold", "bought": "buy", "sold": "sell", "chosen": "choose",
    "chose": "choose", "kept": "keep", "drawn": "draw", "drew": "draw", "fed": "feed", "came": "come", "taken": "take",
    "divided": "divide", "seen": "see", "saw": "see", "shown": "show", "ran": "run", "fitted": "fit",
    "eth": "ether", "ethereum": "ether", "btc": "bitcoin", "shares": "stock", "share": "stock", "stocks": "stock", "equities": "stock",
    "equity": "stock", "companies": "stock", "company": "stock", "firms": "stock", "indices": "index", "treasuries": "treasury",
    "closes": "close", "closing": "close", "opening": "open", "opens": "open", "etf": "fund", "etfs": "fund", "america": "us", "american": "us",
    "british": "uk", "britain": "uk", "japanese": "japan", "german": "germany", "french": "france", 
}  # fmt: skip
_ENDINGS = re.compile(r"(?:ations?|ings?|ied|ies|ed|es|er|ers|ors?|ly|s|e|y)$")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_JOINED = (
    (re.compile(r"\bhold(?:ing)?[- ](?:out|back)s?\b|\bheld[- ](?:out|back)\b"), "holdout"),
    (re.compile(r"\bwalk(?:ing|ed|s)?[- ]forwards?\b"), "walkforward"),
    (re.compile(r"\b(\w+)[- ]fold\b"), r"\1 fold"),
    (re.compile(r"\bu\.s\.(?:a\.)?"), "us"),
    (re.compile(r"\bu\.k\."), "uk"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    (re.compile(r"(?<=\d) ?(?:%|per ?cent\b)"), "pct"),
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The stem of a folded word, a number's digits."""
    word = _ALIKE.get(word, word)
    if word[0].isdigit():
        return word
    value = number(word)
    if value is not None:
        return f"{value:g}"
    word = word.removesuffix("'s")
    if len(word) <= 3:
        return word
    for _ in range(2):  # "triggered" and "trigger" both lose an ending that the other hasn't
        if len(word) > 4 and len(cut := _ENDINGS.sub("", word)) > 2:
            word = _DOUBLED.sub(r"\1", cut)
    return word.removesuffix("e").removesuffix("y").removesuffix("s") if len(word) == 4 else word


def is_grammar(word: str) -> bool:
    """Whether a folded word says nothing of what is spoken of."""
    return word in _GRAMMAR or set(word) == {"q"}


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The stems of a folded text's words, those of grammar left out."""
    for pattern, joined in _JOINED:
        text = pattern.sub(joined, text)
    return tuple(stem(word) for word in _WORD.findall(text) if not is_grammar(word))
