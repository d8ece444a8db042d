"""Which operation an answer's wording selects for a number that it worked out."""

import re
from typing import Literal

from validators.quantity import Quantity

Operation = Literal["difference", "percent change", "average", "ratio", "sum", "share"]

_CUES: tuple[tuple[Operation, re.Pattern[str]], ...] = (
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
)
_GAINS = re.compile(r"\b(?:profit\w*|made|makes?|earn\w*|gain\w*|net|up|down|over|took|takes|won|lost|loss)\b", re.I)
_OUTDOES = re.compile(r"\b(?:beat\w*|outperform\w*|underperform\w*|lag\w*|trail\w*|ahead|behind)\b", re.I)
_EXPLICIT_DIFFERENCE = re.compile(r"\b(?:differ\w*|gap|spread|margin|points?|excess return|subtract\w*|minus)\b", re.I)
_REACH = 90  # characters from the number in which its cue stands


def compares(text: str, at: int) -> bool:
    """Whether the words around place `at` of `text` speak of a difference or a change."""
    return any(
        pattern.search(text, max(0, at - _REACH), at + _REACH)
        for operation, pattern in _CUES
        if operation in ("difference", "percent change")
    )


def operations(text: str, claim: Quantity) -> tuple[Operation, ...]:
    """The operation that the nearest cue selects; a percentage that compares percentages may be a difference or a change."""
    cued: dict[Operation, int] = {}
    for operation, pattern in _CUES:
        places = [
            max(match.start() - claim.end, claim.start - match.end(), 0)
            for match in pattern.finditer(text, max(0, claim.start - _REACH), claim.end + _REACH)
        ]
        if places:
            cued[operation] = min(places)
    kind = claim.kind
    if kind == "multiple":
        return ("ratio",)
    if kind in ("points", "basis_points"):
        if "average" in cued and cued["average"] < cued.get("difference", _REACH):
            return ("average",)
        return ("difference",) if "difference" in cued or "percent change" in cued else ()
    first = [name for name in ("average", "sum") if name in cued and cued[name] <= 60]
    if first:
        return (min(first, key=lambda name: cued[name]),)  # type: ignore[type-var,return-value]
    if kind in ("percent", "fraction"):
        if "share" in cued and cued["share"] <= 6 and kind in ("percent", "fraction"):
            return ("share", "percent change") if "percent change" in cued else ("share",)
        if "difference" in cued and _EXPLICIT_DIFFERENCE.search(text, max(0, claim.start - _REACH), claim.end + _REACH):
            return ("difference",)
        if "percent change" in cued:
            return ("percent change", "difference")
        return ("difference",) if "difference" in cued else ()
    if "ratio" in cued and kind == "plain" and cued["ratio"] <= 25:
        return ("ratio",)
    if kind == "money" and _GAINS.search(text, max(0, claim.start - _REACH), claim.end + _REACH):
        return ("difference",)
    return ("difference",) if "difference" in cued else ()


def outdoes(text: str) -> bool:
    """Whether one thing is said to beat another, without a word on what."""
    return _OUTDOES.search(text) is not None
