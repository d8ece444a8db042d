"""Which operation an answer's wording selects for a number that it worked out."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

from validators.numbers.quantity import Quantity

Operation = Literal["difference", "percent change", "average", "ratio", "sum", "share"]

_GAIN, _OUTDOING, _EXPLICIT = "gain", "outdoing", "explicit difference"
_NEAR_CUE, _CLOSE, _AT_HAND = 60, 25, 6  # characters from the number
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("average", re.compile(r"\b(?:averag\w*|mean|midpoint|midway|halfway)\b", re.I)),
    (
        "sum",
        re.compile(
            r"\b(?:combined|sum|together|altogether|in all|in total|added up|adds? up|aggregate|summed|total of|totall?ing|jointly|across (?:both|all|the))\b",
            re.I,
        ),
    ),
    (
        "ratio",
        re.compile(
            r"\b(?:times|twice|multiple|ratio (?:of|between)|[- ]?fold|as (?:much|many|high|large|big|deep|volatile|long|often)|for every)\b|\d[x×]\b",
            re.I,
        ),
    ),
    (
        "share",
        re.compile(
            r"\b(?:share|proportion|fraction|portion|of (?:the|its|all|them|those|total)|out of|percent of|accounts? for|made up)\b|% of\b",
            re.I,
        ),
    ),
    (
        "difference",
        re.compile(
            r"\b(?:differ\w*|gap|spread|margin|edge|lead|advantage|ahead|behind|outperform\w*|underperform\w*|beat\w*|excess|exceed\w*|lag\w*|trail\w*"
            r"|short of|shy of|surplus|shortfall|premium|discount|drag|apart|narrow\w*|wider|widen\w*|shav\w*|knock\w*|trim\w*|cost(?:s|ing)?|out?paced?"
            r"|deeper|shallower|milder|fewer|extra|additional|higher|lower|more|less|better|worse|greater|smaller|larger|above|below|points?"
            r"|improv\w*|worsen\w*|rose|rise[sn]?|fell|fall(?:s|en)?|drop\w*|climb\w*|increas\w*|decreas\w*|reduc\w*|cut\w*|gain\w*|lost|los[es]+|add(?:s|ed)?"
            r"|declin\w*|grew|grow\w*|chang\w*|swing|longer|shorter|bigger|\w{3,12}er than|deteriorat\w*|difference)\b",
            re.I,
        ),
    ),
    (
        "percent change",
        re.compile(
            r"\b(?:higher|lower|more|less|fewer|greater|smaller|larger|better|worse|rose|rise[sn]?|fell|fall(?:s|en)?|drop\w*|climb\w*|increas\w*"
            r"|decreas\w*|reduc\w*|cut\w*|gain\w*|grew|grow\w*|growth|declin\w*|chang\w*|up|down|jump\w*|shrank|improv\w*|worsen\w*|relative|cheaper"
            r"|bigger|deeper|shallower|swing|added|surg\w*|slid|shed)\b",
            re.I,
        ),
    ),
    (
        _GAIN,
        re.compile(r"\b(?:profit\w*|made|makes?|earn\w*|gain\w*|net|up|down|over|took|takes|won|lost|loss)\b", re.I),
    ),
    (_OUTDOING, re.compile(r"\b(?:beat\w*|outperform\w*|underperform\w*|lag\w*|trail\w*|ahead|behind)\b", re.I)),
    (_EXPLICIT, re.compile(r"\b(?:differ\w*|gap|spread|margin|points?|excess return|subtract\w*|minus)\b", re.I)),
)
_REACH = 90  # characters from the number in which its cue stands


def compares(text: str, at: int) -> bool:
    """Whether the words around place `at` of `text`, a sentence, speak of a difference or a change."""
    cues = _cues(text)
    return any(_nearest(cues[name], at, at) <= _REACH for name in ("difference", "percent change") if name in cues)


def outdoes(text: str) -> bool:
    """Whether one thing is said to beat another, without a word on what."""
    return _OUTDOING in _cues(text)


def operations(text: str, claim: Quantity) -> tuple[Operation, ...]:
    """The operation that the nearest cue of the sentence selects; a percentage that compares percentages may be a difference or
    a change."""
    places = ((name, _nearest(spans, claim.start, claim.end)) for name, spans in _cues(text).items())
    cued = {name: distance for name, distance in places if distance <= _REACH}
    match claim.kind:
        case "multiple":
            return ("ratio",)
        case "points" | "basis_points":
            if "average" in cued and cued["average"] < cued.get("difference", _REACH):
                return ("average",)
            return ("difference",) if "difference" in cued or "percent change" in cued else ()
    average, total = cued.get("average", _REACH), cued.get("sum", _REACH)
    if min(average, total) <= _NEAR_CUE:
        return ("average",) if average <= total else ("sum",)
    if claim.kind in ("percent", "fraction"):
        if cued.get("share", _REACH) <= _AT_HAND:
            return ("share", "percent change") if "percent change" in cued else ("share",)
        if "difference" in cued and _EXPLICIT in cued:
            return ("difference",)
        if "percent change" in cued:
            return ("percent change", "difference")
    elif claim.kind == "plain" and cued.get("ratio", _REACH) <= _CLOSE:
        return ("ratio",)
    elif claim.kind == "money" and _GAIN in cued:
        return ("difference",)
    return ("difference",) if "difference" in cued else ()


@lru_cache(maxsize=2048)
def _cues(text: str) -> dict[str, tuple[list[int], list[int]]]:
    """(starts, ends) of the cues in a sentence, by name."""
    found = {}
    for name, pattern in _CUES:
        spans = [match.span() for match in pattern.finditer(text)]
        if spans:
            found[name] = [start for start, _ in spans], [end for _, end in spans]
    return found


def _nearest(spans: tuple[list[int], list[int]], start: int, end: int) -> int:
    """Characters from the number at `start` to `end` to the nearest span."""
    starts, ends = spans
    after, before = bisect_left(starts, start), bisect_left(starts, start) - 1
    distances = [max(0, starts[after] - end)] if after < len(starts) else []
    return min([*distances, *([max(0, start - ends[before])] if before >= 0 else [])], default=_REACH + 1)
