"""In which part of a session, and at what time of the day, orders are filled."""

import re

from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.schedules.frequency import CLOCK

_HOURS = rf"(?:trading )?(?:(?:{NUMBER}|few|couple of) )?(?:half[- ]?(?:an )?hours?|quarter[- ]?hours?|hours?|minutes?)"
SESSION_PART = re.compile(
    rf"\b(?:(?P<early>(?:first|opening|initial) {_HOURS}|morning (?:open(?:ing)?|session|auction|trading)|(?:{NUMBER}|a|an|half an) (?:hours?|minutes?) (?:after|into|past|from) (?:the )?(?:open|opening|opening bell))"
    rf"|(?P<late>(?:last|final|closing) {_HOURS}|afternoon (?:open(?:ing)?|session|auction|trading)|(?:{NUMBER}|a|an|half an) (?:hours?|minutes?) (?:before|to) (?:the )?(?:close|closing|closing bell|end)))\b"
)
_TIME = re.compile(rf"\b{CLOCK}")
_WORDS = {"noon": 720, "midday": 720, "midnight": 0}


def part_of(text: str, start: int = 0, end: int | None = None) -> str:
    """ "early" or "late", by the words of text[start:end]; "" where they don't tell, or tell both."""
    found = {match.lastgroup or "" for match in SESSION_PART.finditer(text, start, len(text) if end is None else end)}
    return found.pop() if len(found) == 1 else ""


def times_in(text: str, start: int = 0, end: int | None = None) -> frozenset[int]:
    """The times of the day that text[start:end] writes in digits or by name, in minutes after midnight or noon."""
    stop = len(text) if end is None else end
    return frozenset(time for match in _TIME.finditer(text, start, stop) if (time := _minutes(match[0])) is not None)


def _minutes(written: str) -> int | None:
    if written in _WORDS:
        return _WORDS[written] % 720
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", written)
    return None if digits is None else (int(digits[1]) * 60 + int(digits[2] or 0)) % 720
