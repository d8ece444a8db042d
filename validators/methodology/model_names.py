"""The names by which answers call documents' models."""

import re
from collections.abc import Iterable

from data.methodology import MethodologyDocument

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
_MARKUP = str.maketrans(dict.fromkeys("*_`", " "))


class Names:
    """The names by which answers call documents' models."""

    def __init__(self, documents: Iterable[MethodologyDocument], policies: Iterable[MethodologyDocument] = ()) -> None:
        rules = {plain(name) for policy in policies for name in (policy.title, policy.id)} - {""}
        self._policies = re.compile(rf"(?<![\w-])(?:{_any_of(rules)})(?![\w-])") if rules else None
        spoken: dict[str, str] = {}
        for document in documents:
            for name in (document.title, document.id):
                key = plain(name)
                if key:
                    spoken[key] = document.id
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
        if "-" not in text:
            return found
        return found + [
            match.span()
            for match in _FOREIGN.finditer(text)
            if plain(match[0]) not in self._ids and not set(match[0].split("-")) & _NO_NAME_PARTS
        ]

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Where a folded passage names a model, and its document's id. A name of one common word needs "strategy" beside it."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(text):
            key = match[0] if match[0] in self._ids else plain(match[0])
            if key not in self._ids:
                key = next((name for name in self.spoken if plain(name) == plain(match[0])), "")
            if key and (_is_distinctive(key) or _is_marked(text, match.start(), match.end())):
                found.append((match.start(), match.end(), self._ids[key]))
        return found


def _any_of(names: Iterable[str]) -> str:
    return "|".join(
        re.escape(name).replace(r"\ ", r"[ -]").replace(r"\-", "[ -]") for name in sorted(names, key=len, reverse=True)
    )


def plain(name: str) -> str:
    """A name as folded prose shows it: "Dual_Momentum" and "dual-momentum" are both "dual momentum"."""
    return " ".join(re.split(r"[\s_-]+", name.lower())).strip()


def _is_distinctive(name: str) -> bool:
    return " " in name or any(character.isdigit() for character in name)


def _is_marked(text: str, start: int, end: int) -> bool:
    return (
        re.match(
            r"(?:'s)? (?:strategy|model|system|portfolio|rule|approach)\b|'s\b|:| (?:is|was|uses|has|charges"
            r"|rebalances|trades|fits|runs|executes|holds)\b",
            text[end : end + 24],
        )
        is not None
        or start == 0
    )
