"""What a sentence says to become of a number when one thing takes the place of another: "going from A to B adds 0.4", "3 points less
with B instead of A"."""

import re
from collections.abc import Sequence

from validators.grounding.answer.changing import FALLING, RISING
from validators.grounding.answer.mentions import Mention
from validators.grounding.ranking.ranking_words import GOOD, NO_MULTIPLE

_NEAR = r"(?:\s(?:the|a|an|just|only|about|simply|running|trading|holding|using|paying|charging|with|at|on|of|fees?|costs?|rate|under)){0,3}[\s*_\"'“]{1,3}"
_PER_SIDE = r"(?:[ *_\"'”]{0,3}(?:bps?|basis points)?(?: (?:per|a|each|every) (?:side|way|leg|trade))?)"
_FROM = re.compile(rf"\b(?:from|(?P<between>between)){_NEAR}$", re.IGNORECASE)
_AND = re.compile(rf"{_PER_SIDE}\sand{_NEAR}", re.IGNORECASE)  # "between A and B"
_TO = re.compile(rf"{_PER_SIDE}(?:,| all the way| up| down| over| on)?\sto{_NEAR}", re.IGNORECASE)
_IN_PLACE = re.compile(
    rf"{_PER_SIDE}[^.;:]{{0,24}}?\b(?:instead of|rather than|in place of|in lieu of){_NEAR}", re.IGNORECASE
)
_CHOOSING, _OVER = (
    re.compile(rf"\b(?:pick|choos|tak|hold|prefer|select|favou?r)\w*{_NEAR}$", re.IGNORECASE),
    re.compile(rf"{_PER_SIDE}\s(?:over|ahead of){_NEAR}", re.IGNORECASE),
)
_GIVES_WAY = re.compile(
    r"[\s*_\"'”]{1,3}(?:(?:makes?|made|gives?|gave) way (?:for|to)|(?:is|were|was) (?:replaced|swapped|exchanged|dropped|ditched)(?: out)? (?:by|for|with|in favou?r of))"
    r"[\s*_\"'“]{1,3}",
    re.IGNORECASE,
)
# What one does with a setting, which says nothing of the result: "raising the fee from 2 bps to 8 bps"
_SETTING = re.compile(
    r"\b(?:go|goes|going|went|mov\w+|chang\w+|switch\w*|step\w*|rais\w+|lower\w+|increas\w+|reduc\w+|cut\w*|lift\w*|doubl\w+|ris\w+|rose|drop\w*|fall\w*|fell|rate|fees?|costs?|commissions?)"
    r"\b(?:\s[a-z]+){0,4}\s$",
    re.IGNORECASE,
)
_UP = re.compile(
    rf"\b(?:{RISING}|adds?|added|adding|gains?|gained|earns?|earned|brings?(?: in)?|brought|more{NO_MULTIPLE}|higher|greater|larger|richer|better off|wealthier|extra)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    rf"\b(?:{FALLING}|costs?(?= (?:you |us |the \w+ |it )?\W{{0,3}}\d)|takes?(?= [^.;,]{{0,24}}(?:off|away|out of))|took(?= [^.;,]{{0,24}}(?:off|away|out of))|shav(?:es?|ed|ing)"
    r"|knock(?:s|ed|ing)?|los(?:es?|t|ing)|giv(?:es?|en|ing) up|gave up|missing|spar(?:es?|ed|ing)|sav(?:es?|ed|ing)|(?:leav(?:es?|ing)|left)(?= [^.;]{1,40} on the table)|less|fewer|smaller|poorer|worse off|sacrific\w+|forgo\w*|forfeit\w*|eats?(?= \W{0,3}\d)|drag|penalty|toll|damage)\b",
    re.IGNORECASE,
)
_VALUED = re.compile(
    r"\b(?:improv|deterior|worsen|gains?\b|gained|richer|better off|los(?:es?|t|ing)\b|poorer|worse off|costs?\b|earn|sacrific|forgo|drag|penalty|toll|damage)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not|never|no|without|hardly|unless|than|but|while|whereas|although|though)\b|n['’]t\b|\?", re.IGNORECASE
)


def exchanged(text: str, things: Sequence[Mention], metric: str) -> tuple[frozenset[str], int] | None:
    """The thing that takes another's place in a sentence, and 1 where it is said to have the higher number, -1 the lower; None where a
    sentence says no such thing. `things` are its mentions of the two."""
    if len(things) != 2 or things[0].means == things[1].means:
        return None
    first, last = things
    found = _replaced(text, first, last)
    if found is None:
        return None
    new, start, end = found
    rest = f"{text[:start]} ; {text[end:]}"
    if _OPEN.search(rest):
        return None
    falls, rises = _DOWN.finditer(rest), _UP.finditer(_DOWN.sub(" ", rest))  # "given up" is no rise
    ways = {way for way, words in ((1, rises), (-1, falls)) for said in words if _is_said(said, metric)}
    return (new.means, ways.pop()) if len(ways) == 1 else None


def _is_said(said: re.Match[str], metric: str) -> bool:
    """Whether a word tells of the metric's size, and not only how welcome that is."""
    return metric in GOOD or _VALUED.match(said.group()) is None


def _replaced(text: str, first: Mention, last: Mention) -> tuple[Mention, int, int] | None:
    """What takes the other's place, and the span that says so."""
    before, behind = max(0, first.start - 60), last.end
    said = _FROM.search(text, before, first.start)
    if said is not None and (_AND if said["between"] else _TO).fullmatch(text, first.end, last.start):
        setting = _SETTING.search(text, before, said.start())
        return last, setting.start() if setting else said.start(), behind
    chosen = _CHOOSING.search(text, before, first.start) and _OVER.fullmatch(text, first.end, last.start)
    if chosen or _IN_PLACE.fullmatch(text, first.end, last.start):
        return first, first.start, behind
    if _GIVES_WAY.fullmatch(text, first.end, last.start):
        return last, first.start, behind
    return None
