"""Which stretch of a drawdown a number of days is: the fall from its peak, the recovery from its trough, or the whole."""

import re
from typing import Literal

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.words import key_words

Stretch = Literal["fall", "recovery", "whole"]
_OF_KEYS: dict[Stretch, frozenset[str]] = {
    "recovery": frozenset("recover recovery recovered recovering regain".split()),
    "fall": frozenset("trough fall falling decline declining down slide bottom".split()),
    "whole": frozenset("underwater water duration length total whole overall longest maximum stretch spell".split()),
}
_SAID: dict[Stretch, re.Pattern[str]] = {
    "fall": re.compile(r"\b(?:trough|slide|slid|sliding|fall|falling|fell|declin\w+|drop|way down|down|bottom(?:ed|ing)?)\b", re.IGNORECASE),
    "recovery": re.compile(
        r"\b(?:recover\w*|regain\w*|(?:get|getting|got|climb\w*|claw\w*|way|come|came|coming|was|were|be|being) back|back (?:up|to even|at|above)|(?:climb|get|got|dig|dug|crawl|work)\w* out\b|break\w* even|(?:a |its |the )?(?:new|previous|old|former|prior) (?:high|peak)|heal\w*)\b",
        re.IGNORECASE,
    ),
    "whole": re.compile(r"\b(?:under ?water|longest (?:draw\w+|stretch|spell|period)|in all|in total|altogether|peak to (?:full )?recovery|top to bottom to top|from start to finish)\b", re.IGNORECASE),
}  # fmt: skip

_CLAUSE_END = re.compile(r"[,;.()\d]|\band\b")


def stretch_of(number: ToolNumber) -> Stretch | None:
    """The stretch that the key of a number of days names, None where it names none."""
    words = frozenset(key_words(number.source.rpartition(".")[2]))
    return next((stretch for stretch, named in _OF_KEYS.items() if not named.isdisjoint(words)), None)


def stretches_said(text: str, start: int, end: int, before: int, after: int) -> frozenset[Stretch]:
    """The stretches that the words behind the number at `start` to `end` tell, or else those ahead of it; `before` is where the
    number before it ends, `after` where the next one starts."""
    behind = _CLAUSE_END.split(text[end:after], maxsplit=1)[0]
    for words in (behind, text[before:start]):
        said = frozenset(stretch for stretch, pattern in _SAID.items() if pattern.search(words))
        if said:
            return said
    return frozenset()
