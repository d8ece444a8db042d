"""Whether the words around a number tell it as a loss or a gain."""

import re

from validators.grounding.number_match import Telling

_WORD = re.compile(r"[^\W\d_]+|[,;:.()\n]|\d")
_LOSS = frozenset(
    "lost lose loses losing loss losses fell fall falls falling dropped drop drops dropping declined decline declines declining down "
    "slid slide slides slipped slip slumped slump plunged plunge tumbled tumble shed sheds sank sink sunk decrease decreased decreases "
    "shrank shrink shrunk deficit negative minus contracted dipped dip retreated surrendered bled bleeding burned burnt "
    "shortfall drawdown underwater crashed collapsed lower reduced eroded erased wiped drained".split()
)
_GAIN = frozenset(
    "gained gain gains gaining up rose rise rises rising grew grow grows growing climbed climb climbs increased increase increases earned "
    "earn earns earning made profit profits profited advanced advance added jumped jump surged surge soared rallied positive plus higher "
    "appreciated netted pocketed".split()
)
_THROUGH = frozenset(
    "by a an about around roughly approximately nearly almost some over more than as much just only total of the further another "
    "its account investor investors us you them it value equity in least less under well over close his net cumulative "
    "whopping modest mere small large full annualised annualized yearly annual".split()
)
_LEVELS = frozenset(
    "to from at with and or but while versus vs against than was is were are returned returns , ; : . ( ) \n".split(" ")
)
_AFTER_LOSS = frozenset(
    "loss losses decline drop fall decrease drawdown slump slide dip deficit shortfall negative underwater plunge contraction".split()
)
_AFTER_GAIN = frozenset("gain gains profit profits increase rise growth advance".split())
_BETWEEN_AFTER = frozenset(
    "net total annual annualised annualized cumulative peak overall maximum max worst average yearly further outright a in the".split()
)


_OUTLAY = re.compile(
    r"\b(?:spent|spend|spending|paid|pay|paying|withdrew|withdrawn|cost|costs)\b[^.;,\d]{0,20}$", re.IGNORECASE
)


def is_outlay(text: str, start: int) -> bool:
    """Whether the words before `start` speak of money given out, which books may hold as a negative amount."""
    return _OUTLAY.search(text[max(0, start - 40) : start]) is not None


def telling(text: str, start: int, end: int) -> Telling | None:
    """ "loss" or "gain" where the words right before or after the number at `start` to `end` say so, else None."""
    before = _WORD.findall(text[max(0, start - 60) : start].lower())
    skipped = 0
    for word in reversed(before):
        if word in ("up", "over") and skipped == 0 and before[-1] == word and word == "over":
            continue
        if word in _LOSS:
            return "loss"
        if word in _GAIN:
            if word == "made" and skipped > 1:
                return None
            return "gain"
        if (word in _LEVELS and word not in _THROUGH) or word.isdigit():
            break
        if word not in _THROUGH:
            skipped += 1
            if skipped > 1:
                break
    for place, word in enumerate(_WORD.findall(text[end : end + 40].lower())[:4]):
        if word in _AFTER_LOSS:
            return "loss"
        if word in _AFTER_GAIN:
            return "gain"
        if word not in _BETWEEN_AFTER and not (place == 0 and word == "capital"):
            return None
    return None
