"""Years of what happened in the world, which no backtest has to tell: "the crash of 2020", "the 1990s", "the 2008 financial crisis"."""

import re

from validators.numbers.quantity import Quantity

_EVENT = (
    r"(?:cris[ie]s|crash(?:es)?|bust|bubble|recession|meltdown|panic|sell-?off|pandemic|outbreak|lockdowns?|bear market|collapse|turmoil|default|devaluation|"
    r"squeeze|scandal|crunch|slump|depression|embargo|invasion|referendum|dot-?com|tantrum)\b"
)
_EVENT_BEFORE = re.compile(
    rf"\b{_EVENT} (?:of|in|from) (?:the )?(?:early |late |mid-?)?(?:\d{{4}}\W{{1,3}}(?:and )?)?$", re.IGNORECASE
)
_EVENT_AFTER = re.compile(rf"(?:\W{{1,3}}\d{{2,4}})?(?:['’]s)? (?:[\w-]+ ){{0,2}}?{_EVENT}", re.IGNORECASE)
_STANDARD = re.compile(r"[a-z,] [A-Z]{3,6} $|^[A-Z]{3,6} $")
_NO_STANDARD = re.compile(r"(?:YTD|EOY|FYE|QTD|MTD|USD|EUR|GBP|JPY|CHF|CAD|AUD) $")


def is_of_history(text: str, quantity: Quantity) -> bool:
    """Whether a year is that of an event of the world, a decade, or part of a standard's name: "GIPS 2020"."""
    if quantity.kind != "date" or any(each.month is not None for each in quantity.readings):
        return False
    ahead = max(0, quantity.start - 40)
    return (
        quantity.text.endswith("0s")
        or _EVENT_BEFORE.search(text, ahead, quantity.start) is not None
        or _EVENT_AFTER.match(text, quantity.end) is not None
        or (
            _STANDARD.search(text[max(0, quantity.start - 9) : quantity.start]) is not None
            and _NO_STANDARD.search(text, ahead, quantity.start) is None
        )
    )
