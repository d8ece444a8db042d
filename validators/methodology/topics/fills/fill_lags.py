"""How long after its signal an order is filled: the bar that is waited for, a delay in days, a month of the year."""

import re

from validators.methodology.topics.amounts import number

_DAYS = {"day": 1.0, "session": 1.0, "night": 1.0, "morning": 1.0, "evening": 1.0, "close": 1.0, "week": 5.0, "fortnight": 10.0, "month": 21.0}  # fmt: skip
_SHORT = {"second": 1 / 23_400, "minute": 1 / 390, "hour": 1 / 6.5}
_BAR = re.compile(
    r"\b(?:(?P<clock>(?:next|following|coming|subsequent) (?:[\w-]*(?:hour|minute)(?:ly)?)(?! (?:of|after|in)\b)|(?:hourly|[\w-]*minute|hour)(?:'s)? (?:bar|candle|open|close|print)\w*|quarter-hours?|half-hours?)|(?P<day>days?|daily|sessions?|mornings?|afternoons?|evenings?|tomorrow|overnight)|(?P<long>weeks?|weekly|months?|monthly))\b"
)
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_IN_MONTH = re.compile(
    rf"\b(?:in|of|on|by|during|until|through|throughout|each|every) (?:the )?(?:early |late |mid-?)?(?P<in>{MONTH})\b(?! \d|,? \d)|\b(?P<when>{MONTH}) is (?:when|the month)\b"
)


def bar_of(text: str) -> str:
    """The kind of bar ("clock", "day" or "long") whose open or close the words of a fill are of; "" where they do not tell."""
    found = [match.lastgroup or "" for match in _BAR.finditer(text)]
    return "clock" if "clock" in found else found[0] if found else ""


def days_of(written: str, unit: str) -> float | None:
    """A delay in trading days."""
    count = 1.0 if written in ("a", "an") else number(written)
    return None if count is None else count * (_DAYS.get(unit) or _SHORT.get(unit) or 0.0) or None


def months_in(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """The months of the year that a text names as those in which something is done."""
    stop = len(text) if end is None else end
    return [
        (found.start(), found.end(), found["in"] or found["when"]) for found in _IN_MONTH.finditer(text, start, stop)
    ]


def differ(ours: float, theirs: float) -> bool:
    """Whether two delays, in days, are not about the same."""
    return abs(ours - theirs) > 0.25 * max(ours, theirs)
