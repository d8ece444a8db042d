"""Corrections: of two values of one topic that stand in a frame like "strike A, write B", which one is taken back."""

import re
from collections.abc import Sequence
from itertools import pairwise

_QUOTED = r"(?:the |that |your |any |all |every |a |an |out |off |through |away |phrase |words? |figure |number |value |entry |bit |line |mention of |talk of |part about )*[\"'(]?$"
_ORDERED = r"(?:^|[,;:.(!-] ?|\b(?:please|just|then|simply|now|kindly|and|so|should|must|can|could|may|might|to|let's|let us|we|i'd|i would|i'll|better|would) )"
_STRUCK = re.compile(
    rf"{_ORDERED}(?:strike|rub|cross|delete|erase|scratch|remove|discard|ditch|scrap|drop|forget|ignore|disregard|dismiss|bin|bury|lose|set aside|put aside|take out) {_QUOTED}"
)
_CHANGED = re.compile(
    rf"{_ORDERED}(?:replac\w+|swap\w*|chang\w+|correct\w*|amend\w*|exchang\w+|turn\w*|alter\w*|edit\w*|adjust\w*|move|switch\w*|convert\w*) (?:from )?{_QUOTED}"
)
_FOR = re.compile(
    rf"\b(?:for|where (?:you|your \w+|the \w+) (?:has|have|had|wrote|writes?|says?|said|reads?|puts?|gives?|gave)) {_QUOTED}"
)
_SUBSTITUTED = re.compile(rf"\bsubstitut\w+ {_QUOTED}")
_READ_FOR = re.compile(rf"{_ORDERED}(?:read|write|put|say) {_QUOTED}")  # "please read 80/20 for 70/30"
_INTO = re.compile(r"[\"')]? (?:\w+ ){0,3}?(?:with|by|to|for|into)\b")
_SHOULD_BE = re.compile(
    r"[\"')]?(?: \w+){0,5}? (?:(?:should|ought to|must|has to|needs to|is to|was to|would have to|wants to) (?:\w+ )?(?:read|say|be|become|have (?:read|said|been))|becomes|gives way to|makes way for)\b"
    r"|[\"')]? ?(?:->|=>|→)"
)
_READ = re.compile(
    r"[\"')]?,? (?:(?:you|one|we) )?(?:(?:should|must|can|may|ought to|need to|want to|had better) )?(?:please )?(?:read|write|put|say|substitute|it (?:is|should)|the (?:document|methodology|correct \w+|right \w+) (?:has|says|is|reads))\b"
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
    for place, ((start, end), (then, _)) in enumerate(pairwise(spans)):
        if then - end > 90 or then < end:
            continue
        before, gap = text[max(start - 60, 0) : start], text[end:then]
        if re.search(r"[.;]\s", gap):
            continue
        if (
            _SHOULD_BE.match(gap)
            or (_CHANGED.search(before) and _INTO.match(gap))
            or (_FOR.search(before) and _READ.match(gap))
        ):
            found.add(place)
        elif _OUSTS.match(gap) or (
            (_SUBSTITUTED.search(before) and re.search(r"\bfor\b", gap))
            or (
                _READ_FOR.search(before)
                and re.fullmatch(r"[\"')]? (?:for|instead of|in place of) (?:the |your )?[\"'(]?", gap)
            )
        ):
            found.add(place + 1)
    return found
