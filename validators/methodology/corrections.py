"""Corrections: of two values of one topic that stand in a frame like "strike A, write B", which one is taken back."""

import re
from collections.abc import Sequence
from itertools import pairwise

_QUOTED = r"(?:the |that |your |any |all |every |a |an |out |off |through |away |phrase |words? |figure |number |value |entry |bit |line |mention of |talk of |part about )*[\"'(]?$"
_ORDERED = r"(?:^|[,;:.(!-] ?|\b(?:please|just|then|simply|now|kindly|and|so|should|must|can|could|may|might|to|let's|let us|we|i'd|i would|i'll|better|would) )"
_STRUCK = re.compile(
    rf"{_ORDERED}(?:strike|rub|cross|delete|erase|scratch|remove|discard|ditch|scrap|drop|forget|ignore|disregard|dismiss|bin|bury|lose|set aside|put aside|take out) {_QUOTED}"
)
_SHOULD_BE = re.compile(
    r"[\"')]?(?: \w+){0,5}? (?:(?:should|ought to|must|has to|needs to|is to|was to|would have to|wants to) (?:\w+ )?(?:read|say|be|become|have (?:read|said|been))|becomes|gives way to|makes way for)\b"
    r"|[\"')]? ?(?:->|=>|→)"
)
_OUSTS = re.compile(
    r"[\"')]? (?:\w+ )?(?:(?:should|must|has to|needs to|ought to) )?(?:replaces?|supersedes?|takes? the place of|ousts?|stands? in for|goes where)\b"
)


def is_struck(text: str, start: int) -> bool:
    """Whether the words from `start` on are told to be taken out ("strike …", "please rub out …")."""
    return _STRUCK.search(text, max(start - 60, 0), start) is not None


def taken_back(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Which of the values at `spans`, in order and of one topic, the next or the last one replaces."""
    found: set[int] = set()
    for place, ((_, end), (then, _)) in enumerate(pairwise(spans)):
        if then - end > 90 or then < end:
            continue
        gap = text[end:then]
        if re.search(r"[.;]\s", gap):
            continue
        if _SHOULD_BE.match(gap):
            found.add(place)
        elif _OUSTS.match(gap):
            found.add(place + 1)
    return found
