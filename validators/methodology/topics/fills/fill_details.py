"""What tells fills of one price apart: over how long an average is taken, where a limit order rests, the weekday."""

import re

from validators.methodology.topics.fills.fills import Rest
from validators.methodology.topics.spans import SPAN, lengths

_IN_DAYS = {"second": 1 / 23_400, "minute": 1 / 390, "hour": 1 / 6.5}
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri)day\b")
_RESTS = re.compile(
    r"\b(?:(?P<mid>mid(?:-?(?:point|price|market|quote))?s?|middle|half[ -]?way|centre|center)|(?:best|inside) (?:bid|offer|ask|quotes?|prices?)|bid or (?:offer|ask)|touch|quote)\b"
)
AVERAGE = re.compile(r"\b(?:vwap|twap|(?:volume|time)-weighted(?: (?:average|mean))?(?: price)?|average price)")
_AVERAGED_AFTER = re.compile(
    rf"(?: price)?(?: (?:of|over|across|during|in|for|taken|worked|computed))+ (?:the )?(?:(?:next|following|coming|subsequent|first|last|final|opening|closing) )*(?:{SPAN.pattern})"
)


_ALL_DAY = re.compile(r"\b(?:full|whole|entire|all)[- ]day\b|\b(?:full|whole|entire) (?:trading )?(?:day|session)\b")


def averaged_over(text: str, start: int, end: int) -> float | None:
    """How many trading days an average price at text[start:end] is taken over: "half-hour VWAP", "VWAP over three days"."""
    if _ALL_DAY.search(text, max(start - 24, 0), min(end + 24, len(text))):
        return 1.0
    found = _AVERAGED_AFTER.match(text, end)
    if found is None:
        found = next((each for each in SPAN.finditer(text, max(start - 24, 0), start) if start - each.end() <= 1), None)
    if found is None:
        return None
    length = next(lengths(found), None)
    return (
        None if length is None else length.days if length.unit not in _IN_DAYS else length.count * _IN_DAYS[length.unit]
    )


def resting_place(text: str, start: int, end: int) -> Rest | None:
    """Where a limit order told in text[start:end] rests."""
    found = _RESTS.search(text, start, min(end, len(text)))
    return None if found is None else "mid" if found["mid"] else "quote"
