"""Numbers that are told as a difference or a ratio: "0.4 points more than", "a gap of 3%", "twice as high as"."""

import re

from validators.numbers.quantity import Quantity

_MORE_THAN = re.compile(
    r"\s{1,3}(?:(?:higher|lower)(?=[^.;,]{0,30}\bthan\b)|more|fewer|less|larger|smaller|greater|better|worse|bigger|deeper|shallower|longer|shorter|cheaper)\b"
    r"(?!\s+to\s|\s+or\s+(?:less|more)|\s+(?:(?:the|its|their|a) )?[$€£+(−-]{0,2}\d|\s+(?:the|that|its|what)\s)",
)
_DIFFERENCE_OF = re.compile(
    r"\b(?:difference|gap|spread|margin|change) (?:in|of|between)\b[^.;,\d]{0,60}\b(?:is|was|of|to|:)\s{0,3}(?:about |only |just )?$",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\b(?:than|ahead|behind|more|less|higher|lower|better|worse|differ\w*|gap|spread|margin|edge|lead\w*|lag\w*|trail\w*|beat\w*|out\w*perform\w*"
    r"|under\w*perform\w*|advantage|apart|wider|narrower|above|below|versus|vs|against|compared|excess|short of|deeper|shallower|between|add(?:s|ed)?"
    r"|cost\w*|shav\w*|knock\w*|tak(?:es?|ing)|took|extra|separat\w*|divid\w*|over the benchmark|over-?weight\w*|under-?weight\w*|premium|discount|fewer|change\w*|rose|fell|drop\w*)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:higher|lower|more|fewer|less|larger|smaller|greater|better|worse|bigger|deeper|shallower|longer|shorter|cheaper|over-?weight(?:ed)?|under-?weight(?:ed)?)"
    r" by (?:about |only |just |some |roughly )?$"
    r"|\b(?:beat\w*|out(?:perform|pac|earn|run|did|do)\w*|underperform\w*|trail\w*|lag\w*|surpass\w*|exceed\w*|bested|ahead of|behind)\b[^.;,\d]{1,40} by (?:about |only |just |some |roughly |around |nearly |almost )?$",
    re.IGNORECASE,
)
_TIMES_AS = re.compile(
    r"\s{1,3}(?:as|the(?! (?:portfolio|book|account|capital|equity|fund|nav|stake|balance)\b)|more|larger|higher|greater|bigger|that of)\b"
)


def is_told_as_difference(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Whether the wording tells the number as a difference or a ratio; its sentence stands at `start` to `end` of `text`."""
    if quantity.kind == "points" and _COMPARISON.search(text[start:end]):
        return True
    if quantity.kind == "multiple" and _TIMES_AS.match(text, quantity.end):
        return True
    if _MORE_THAN.match(text, quantity.end):
        return True
    before = text[max(start, quantity.start - 90) : quantity.start]
    return _DIFFERENCE_OF.search(before) is not None or _BY.search(before) is not None
