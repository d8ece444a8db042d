"""The names by which answers call documents' models."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from data.methodology import MethodologyDocument
from validators.methodology.other_books import goes_on, other_books
from validators.methodology.topics.amounts import number

_ACTS = (
    r"(?:rebalances|charges|uses|holds out|fits|trains|trades|pays|executes|looks back|learns|borrows|splits"
    r"|reserves|buys|sells|runs|reads|relies"
    r"|selects|rotates|invests|measures|compares|ranks|updates|changes|deducts|assumes|fills|sends|estimates"
    r"|tunes|has|was|is|does)"
)
_FOREIGN = re.compile(
    r"(?:(?<=^)|(?<=[.,;:(] )|(?<=\b(?:and|but) )|(?<=\b(?:while|which) )|(?<=\bwhereas )"
    rf"|(?<=^- ))[a-z]{{2,}}(?:-[a-z0-9]+)+(?= {_ACTS}\b)"
)
_NO_NAME_PARTS = frozenset((
    "validation", "validated", "validating", "forward", "sample", "out", "fold", "back", "day", "days", "end", "trip",
    "test", "train", "based", "average", "only", "hold", "close", "open", "way", "side", "free", "return", "returns",
    "backtest", "re", "non", "data", "balancing", "split", "adjusted", "levered", "term", "risk", "time", "set",
    "one", "two", "year", "month", "w", "eek", "quarter", "window", "line", "bps", "fee", "fees", "cost", "costs",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "half", "thirds", "fourths", "fifths", "tenths",
    "model", "strategy", "trading", "market", "price", "prices", "asset", "assets", "look", "off", "up", "down", "in",
    "on", "over", "under", "se", "lf", "pre", "post", "by", "tick", "level", "minute", "hour", "second", "end", "opening", "closing",
    "limit", "stop", "bid", "ask", "mid", "settlement",
))  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
_TICKER = re.compile(r"\b[A-Z]{3,}\b")
_MARKUP = str.maketrans(dict.fromkeys("*_`", " "))


class Names:
    """The names by which answers call documents' models."""

    def __init__(self, documents: Iterable[MethodologyDocument], policies: Iterable[MethodologyDocument] = ()) -> None:
        rules = {plain(name) for policy in policies for name in (policy.title, policy.id)} - {""}
        self._policies = re.compile(rf"(?<![\w-])(?:{_any_of(rules)})(?![\w-])") if rules else None
        spoken: dict[str, str] = {}
        known = tuple(documents)
        self._words = frozenset(
            word
            for document in known
            for word in _WORD.findall(f"{document.title} {document.facts} {document.body}".lower())
        )
        for document in known:
            for name in (document.title, document.id):
                key = plain(name)
                if key:
                    spoken[key] = document.id
        for short, who in _short_names(known):
            spoken.setdefault(short, who)
        self._ids = spoken
        self.spoken = tuple(spoken)
        self._pattern = (
            re.compile(rf"(?<![\w-])(?:{_any_of(spoken)})(?![\w]|-(?!(?:style|like|based)\b)\w)") if spoken else None
        )

    def are_in(self, folded: str) -> bool:
        """Whether a folded answer may name any of the models."""
        return (
            self._pattern is not None and self._pattern.search(" ".join(folded.translate(_MARKUP).split())) is not None
        )

    def foreign(self, text: str) -> list[tuple[int, int]]:
        """Where a folded passage names a policy, or has an unknown hyphenated name do something ("gbm-ranker rebalances weekly")."""
        found = [match.span() for match in self._policies.finditer(text)] if self._policies else []
        found += other_books(text, self._words)
        if "-" not in text:
            return found
        return found + [
            match.span()
            for match in _FOREIGN.finditer(text)
            if plain(match[0]) not in self._ids and not set(match[0].split("-")) & _NO_NAME_PARTS
        ]

    def go_on_about_others(self, texts: Sequence[str]) -> bool:
        """Whether the last of some passages goes on about a strategy that is no document's and that one before it names."""
        for text, before in pairwise(reversed(texts)):
            if not goes_on(text) or self.find(text):
                return False
            if not self.find(before) and any(other_books(before, self._words)):
                return True
        return False

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Where a folded passage names a model, and its document's id. A name of one common word needs "strategy" beside it."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(text):
            key = match[0] if match[0] in self._ids else plain(match[0])
            if key not in self._ids:
                key = next((name for name in self.spoken if plain(name) == plain(match[0])), "")
            if (
                key
                and not _OF_MODEL.match(text, match.end())
                and (_is_distinctive(key) or _is_marked(key, text, match.start(), match.end()))
            ):
                found.append((match.start(), match.end(), self._ids[key]))
        return found


def _any_of(names: Iterable[str]) -> str:
    return "|".join(
        re.escape(name).replace(r"\ ", r"[ -]").replace(r"\-", "[ -]") for name in sorted(names, key=len, reverse=True)
    )


def plain(name: str) -> str:
    """A name as folded prose shows it: "Dual_Momentum" and "dual-momentum" are both "dual momentum"."""
    return " ".join(re.split(r"[\s_-]+", name.lower())).strip()


_ANY_OF_THEM = re.compile(r"\b(?:an?|any|every|some|each|this|that|safe|dry) $")  # "a quarry" is no name
_WORDS_OF_THE_TRADE = frozenset((
    "trend", "momentum", "carry", "value", "dual", "sector", "rotation", "simple", "equal", "risk", "parity", "pairs", "pair", "mean",
    "reversion", "breakout", "low", "vol", "volatility", "quality", "cross", "global", "tactical", "golden", "delta", "gamma", "theta", "vega",
    "copper", "gold", "silver", "platinum", "nickel", "cotton", "sugar", "coffee", "cocoa", "corn", "wheat", "cattle", "crude", "brent", "energy",
    "metal", "metals", "grain", "drift", "range", "gap", "turn", "index", "equity", "bond", "credit", "core", "alpha", "beta", "smart", "multi",
    "adaptive", "fast", "slow", "quiet", "calm", "long", "short", "mini", "micro", "macro", "small", "large", "fund", "futures", "options",
    "option", "crypto", "bitcoin", "currency", "dollar", "euro", "yen", "sterling", "seasonal", "calendar", "overnight", "intraday", "hourly",
    "daily", "weekly", "monthly", "quarterly", "volume", "regime", "hidden", "deep", "neural", "random", "forest", "linear", "ridge", "lasso",
    "elastic", "boosted", "gradient", "tree", "network", "machine", "learning", "statistical", "merger", "event", "earnings", "dividend",
    "income", "growth", "minimum", "maximum", "variance", "covariance", "filter", "kalman", "channel", "moving", "average", "relative",
    "absolute", "strength", "rate", "rates", "yield", "curve", "skew", "term", "premium", "balanced", "classic", "standard", "basic", "base",
    "sample", "panel", "swing", "pivot", "spread", "basis", "swap", "spot", "forward", "cash", "stock", "stocks", "anchor", "window", "signal",
    "tick", "minute", "harvest", "ladder", "collar", "condor", "butterfly", "straddle", "strangle", "iron", "blend", "mixed", "combo", "trail",
    "bounce", "reversal", "range", "paper", "bull", "bear", "market", "markets", "dynamic", "static", "passive", "active", "simple", "naive", "robust",
))  # fmt: skip


def _short_names(documents: Sequence[MethodologyDocument]) -> Iterator[tuple[str, str]]:
    """What a strategy is called for short: the words its id begins with, where no other begins so and they are no words of the trade
    and nothing that is traded ("WREN")."""
    universes = [document.fact_text("universe") for document in documents if "universe" in document.facts]
    traded = {ticker.lower() for universe in universes for ticker in _TICKER.findall(universe)}
    beginnings: dict[str, set[str]] = {}
    for document in documents:
        for words in (plain(document.id).split(), plain(document.title).split()):
            for short in {words[0], " ".join(words[:2])} if words else ():
                beginnings.setdefault(short, set()).add(document.id)
    for document in documents:
        words = plain(document.id).split()
        title = plain(document.title)
        for count in (1, 2):
            short = " ".join(words[:count])
            if (
                len(words) > count
                and beginnings.get(short) == {document.id}
                and title.startswith(short)
                and all(len(word) > 3 and word.isalpha() for word in words[:count])
                and not set(words[:count]) <= _WORDS_OF_THE_TRADE
                and short not in traded
                and number(words[0]) is None  # "three" of "three-fund-mix" is a number
            ):
                yield short, document.id


_OF_MODEL = re.compile(
    r" (?:weights|coefficients?|loadings|parameters|intercepts?|penalt(?:y|ies))\b"
)  # "its logit weights"


def _is_distinctive(name: str) -> bool:
    return " " in name or any(character.isdigit() for character in name)


def _is_marked(name: str, text: str, start: int, end: int) -> bool:
    return (
        re.match(
            rf"(?:'s)? (?:strategy|model|system|portfolio|rule|approach)\b|'s\b| ?:| (?:is|charges|holds|{_ACTS[3:-1]})\b",
            text[end : end + 24],
        )
        is not None
        or (name not in _WORDS_OF_THE_TRADE and _ANY_OF_THEM.search(text, max(start - 12, 0), start) is None)
        or start == 0
    )
