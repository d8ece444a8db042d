"""Digits that state no number: list markers, labels ("Table 2"), citations, index names ("S&P 500")."""

import re

from validators.numbers.tail import Tail

_INDEX = re.compile(
    r"(?:S&P|SP|Russell|Nasdaq|NASDAQ|FTSE|Stoxx|STOXX|Nikkei|CSI|CAC|DAX|ASX|IBEX|TOPIX|KOSPI|Fortune|Dow|MSCI|Euro ?Stoxx"
    r"|Wilshire|SET|OMX|SMI|BSE|Nifty|NIFTY|Hang Seng|Forbes)[ \u00a0]$"
)
_LABEL = re.compile(
    r"(?:\b(?:[Ss]teps?|[Tt]ables?|[Ff]ig(?:ure|\.)?|[Ss]ections?|§|[Nn]otes?|[Aa]ppendix|[Cc]hapter|[Pp]art|[Pp]hase|[Tt]ier|[Ss]cenario"
    r"|[Oo]ption|[Cc]ase|[Rr]un|[Ii]tem|[Nn]o\.|[Rr]ank(?:ed)?|[Pp]age|[Pp]oint|[Qq]uestion|[Aa]nswer|[Cc]lause|[Rr]ule|[Ee]xample|[Cc]all"
    r"|[Ll]ine|[Ff]ootnote|[Ee]xhibit|[Ss]trategy|[Mm]odel|[Dd]oc(?:ument)?|[Ss]ource|[Tt]est|[Vv]ersion|[Ll]evel|[Cc]lass|[Gg]roup"
    r"|[Pp]ortfolio|[Bb]asket|[Bb]ucket|[Aa]rticle|[Rr]ef\.?|[Ll]eg|[Dd]ay|[Ww]eek|[Yy]ear|[Mm]onth)[ \u00a0]|\#)$"
)
_MARKER = re.compile(r"(?:^|\n)[ \t>*_+\-•]*[\[(]?$")


def is_idle(text: str, start: int, end: int, value: float, tail: Tail) -> bool:
    """Whether a bare whole number is a list marker, a label, a citation or part of a name."""
    before, after = text[max(0, start - 32) : start], text[end : end + 2]
    if _INDEX.search(before) or (value < 1000 and _LABEL.search(before) and not tail.is_time):
        return True
    if (
        value < 100
        and _MARKER.search(before)
        and (after[:1] in (".", ")", "]", ":") and after[1:2] in (" ", "\t", "*"))
    ):
        return True
    if value < 100 and before.endswith("(") and after[:1] == ")" and after[1:2] == " " and value < 20:
        return True
    return value < 1000 and before.endswith("[") and after[:1] == "]"
