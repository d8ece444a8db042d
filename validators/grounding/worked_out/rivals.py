"""The two things between which a number is told to lie: its own, and the one that the words right behind it set that against, or the ends of a
move: "its CAGR is 2 points above B's and 3 below C's", "0.4 from 5 to 10 bps"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.compared import OUTDOING, is_object
from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.number import KEYED
from validators.numbers.quantity import Quantity

_BEHIND = re.compile(
    r"[ *]{1,3}(?:(?!(?:and|but|while|with|against|versus|or|by|to)\b)[a-z]+ ){0,5}?(?:above|below|beneath|over|under|ahead of|behind|than|beyond|short of|shy of|(?P<of>of|as))"
    r"(?: (?:that|those))?(?: (?:of|for|in|on|with|at|the)){0,2}[ *`'\"“]{1,3}",
    re.IGNORECASE,
)
_FROM = re.compile(r"[^.;:\d\ue000]{0,60}\b(?:from|between) [^\w\ue000]{0,3}(?:an? )?", re.IGNORECASE)
_FROM_AT_END = re.compile(r"\b(?:from|between) [^\w\ue000]{0,3}(?:an? )?$", re.IGNORECASE)
_TO = re.compile(
    r"(?:[ -]?[a-z%]+){0,2}[*_]{0,2} (?:up |down |all the way )?(?:to|and) [^\w\ue000]{0,3}(?:an? )?", re.IGNORECASE
)
_COMES_TO = re.compile(r"[^.;:\d\ue000]{0,60}", re.IGNORECASE)
_BY = re.compile(
    r"(?:['’]s)?(?: [a-z]+){0,2} by (?:about |roughly |around |some |only |just |nearly |almost |over |a full )?[^\w\ue000]{0,3}",
    re.IGNORECASE,
)
_TIMES_WHAT = re.compile(
    r"\b(?:twice|thrice|half|double|triple|times|as (?:much|many|high|large) as)(?: (?:as (?:much|many) as|what|that of|those of|the [a-z]+ of|of))* ?[^\w\ue000]{0,3}$",
    re.IGNORECASE,
)
_REACH = 20
_PARTS = ("percent", "fraction", "multiple")  # which may be told of another's number


def rivals(answer: Answer, claim: Claim) -> dict[str, frozenset[str]]:
    """The names of the two things, by dimension."""
    return dict(_rivals(answer, claim))


def _rivals(answer: Answer, claim: Claim) -> Iterator[tuple[str, frozenset[str]]]:
    text, quantity, start = answer.text, claim.quantity, answer.outline.passages[claim.passage].start
    before = answer.things.named_before(claim.passage)
    for dimension, mentions in answer.things.mentions_in(claim.passage).items():
        ends = next((pair for pair in pairwise(mentions) if _are_ends(text, quantity, *pair)), None)
        if ends is not None and not dimension.startswith(KEYED):
            yield dimension, ends[0].means | ends[1].means
            continue
        rival = next(
            (each for each in mentions if _is_behind(text, quantity, each) or _is_outdone(text, quantity, each, start)),
            None,
        )
        if rival is None or dimension.startswith(KEYED):
            continue
        own = [
            each.means
            for each in mentions
            if each.end <= quantity.start
            and each.means.isdisjoint(rival.means)
            and not _is_set_against(text[start : each.start])
        ]
        subject = own[-1] if own else before.get(dimension, frozenset())
        if len(subject) == len(rival.means) == 1 and subject != rival.means:
            yield dimension, subject | rival.means


def _are_ends(text: str, claim: Quantity, first: Mention, last: Mention) -> bool:
    """Whether a number is told of the move from one thing to another."""
    if len(first.means) != 1 or len(last.means) != 1 or _TO.fullmatch(text, first.end, last.start) is None:
        return False
    if first.start >= claim.end:
        return _FROM.fullmatch(text, claim.end, first.start) is not None
    return (
        last.end <= claim.start
        and _COMES_TO.fullmatch(text, last.end, claim.start) is not None
        and _FROM_AT_END.search(text, max(0, first.start - _REACH), first.start) is not None
    )


def _is_outdone(text: str, claim: Quantity, mention: Mention, start: int) -> bool:
    """Whether the words before a number say by how much another one is outdone: "beats B by 4.7 points and C by 9.4"."""
    by = mention.end <= claim.start and _BY.fullmatch(text, mention.end, claim.start) is not None
    return by and OUTDOING.search(text, start, mention.start) is not None


def _is_set_against(before: str) -> bool:
    """Whether a sentence, up to a name, makes that the object of a comparison."""
    return is_object(before) or _TIMES_WHAT.search(before) is not None


def _is_behind(text: str, claim: Quantity, mention: Mention) -> bool:
    behind = _BEHIND.fullmatch(text, claim.end, mention.start) if mention.start >= claim.end else None
    return behind is not None and (behind["of"] is None or claim.kind in _PARTS)
