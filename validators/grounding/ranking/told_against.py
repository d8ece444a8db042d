"""Two numbers told against each other behind a word of comparison, of which the first is of what the word is said of: "The second fold was
slower: 41 days against 36", "which cost less ($90 rather than $120)"."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from validators.grounding.answer.mentions import SIGN, Mention
from validators.grounding.ranking.ranking_words import DRAWDOWNS, MAY_RANK, cues
from validators.grounding.ranking.set_above import NEXT_WORDS, OPEN

_UNIT = r"(?: ?(?:%|x\b|bps\b|per ?cent\b|(?:basis |percentage )?points?\b|(?:trading |calendar )?(?:days?|weeks?|months?|years?)\b|trades?\b|times\b))?"
_AGAINST = r"(?:as )?(?:against|opposed to|compared (?:with|to)|set against)|versus|vs\.?|rather than|instead of|in place of|not"
# From the first number to the second: "41 days after the low, compared with 36", "12%, whereas the index was up 9%"
_BETWEEN = re.compile(
    rf"{_UNIT}[ *_)]{{0,3}}(?: (?!(?:and|to|than|or)\b)[a-z'’-]{{1,14}}){{0,4}},? \W{{0,2}}(?:(?:{_AGAINST})(?: [^\s\d.;:,()]{{1,24}}){{0,5}}?|(?:whereas|while|where)(?: [^\s\d.;:,()]{{1,24}}){{2,8}}?)"
    r" [*_$€£(+−–-]{0,4}",
    re.IGNORECASE,
)
# From the word to the first number: what it is more of and than what, then the numbers
_LED_TO = re.compile(
    rf"(?P<said>[^.;:,()\d{SIGN}]{{0,24}})(?P<than>(?:\b(?:than|of|in|for|with|under|on|over|at|behind)\b)?[^.;:,()\d]{{0,60}})"
    r"(?:[:,(—]|\s[-–])\s?(?:(?:it|they|at|with|by|of|was|were|is|took|had|made|lost|fell|gained|down|up|just|only|some|about|around|roughly|a|an|the|one)\b ?){0,4}[*_$€£(+−–-]{0,4}",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"[*_ ]{0,4}(?:$|[:,(—]|(?:(?!up\b)[a-z-]{3,14} ){0,2}than\b|(?:of|in|for|with|under|on|over|at|here|there|still|too|again|overall|behind|ride|one|result|figure|number|times)\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?<!at )(?<!with )(?<!for )(?<!on )(?<!not )\b(?:(?P<more>twice|double|triple|(?:two|three|four|five|six|ten|many|several) times)|half|a (?:third|quarter|fifth|tenth) of) (?:the|its|as (?:much|many|large|high|deep|long|often))\b",
    re.IGNORECASE,
)
MAY_TELL_AGAINST = re.compile(f"{MAY_RANK.pattern}|{_TIMES.pattern}", re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:gap|difference|spread|lead|edge|margin|ahead by|out-?performance|advantage|from|between)\b", re.IGNORECASE
)
_CONTRAST = re.compile(r"\b(?:but|though|although|yet|however|despite|even so|only because|so)\b", re.IGNORECASE)


def told_against(
    text: str,
    left: tuple[int, int],
    right: int,
    metrics: Sequence[Mention],
    is_of: Callable[[frozenset[str]], bool],
    *,
    negative: bool,
) -> tuple[Literal[1, -1], bool] | None:
    """1 where a sentence says that the first of two numbers, at `left`, is the higher one, -1 where the lower, and whether it says so of
    how large a fall is; None where it says neither. The second begins at `right`; `metrics` are the mentions of metrics, and `is_of` says
    whether the numbers may be of one of several."""
    if _BETWEEN.fullmatch(text, left[1], right) is None:
        return None
    said = [
        cue for cue in cues(text) if cue.end <= left[0] and (cue.saying.metrics is None or is_of(cue.saying.metrics))
    ]
    times = _times(text, left[0])
    if len({cue.way for cue in said} | ({times[1]} if times else set())) != 1:
        return None
    end, way = times or (max(cue.end for cue in said), said[0].way)
    if negative and any(cue.saying.level for cue in said):
        return None
    typed = any(cue.saying.typed and not cue.saying.nominal for cue in said if cue.end == end)
    if _LED_TO.fullmatch(text, end, left[0]) is None or not (
        times or _is_plain(text, end, metrics, is_of, typed=typed)
    ):
        return None
    start = end if times else max(text.rfind(mark, 0, end) for mark in ".;:") + 1
    if any(words.search(text, start, left[0]) for words in (OPEN, _GAP, _CONTRAST)):
        return None
    return way, any(cue.saying.metrics is not None and cue.saying.metrics <= DRAWDOWNS for cue in said)


def _times(text: str, stop: int) -> tuple[int, Literal[1, -1]] | None:
    """How many times as much the first of the numbers is said to be, up to one: where that ends, and its way."""
    found = list(_TIMES.finditer(text, 0, stop))
    return (found[0].end(), 1 if found[0]["more"] else -1) if len(found) == 1 else None


def _is_plain(
    text: str, end: int, metrics: Sequence[Mention], is_of: Callable[[frozenset[str]], bool], *, typed: bool
) -> bool:
    """Whether a word compares the metric, and calls nothing else the larger one: "a larger fee costs more"."""
    for each in metrics:
        if each.start >= end and NEXT_WORDS.fullmatch(text, end, each.start):
            return is_of(each.means)
    return typed or _PLAIN.match(text, end) is not None
