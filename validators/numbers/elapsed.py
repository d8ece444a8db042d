"""How long something took, told in several units: "38 days and 12 hours", "1 day, 15:38:00", "22h 12m" are one number each."""

import math
import re

from msgspec.structs import replace

from validators.numbers.quantity import Quantity

SECONDS = {"day": 86_400.0, "hour": 3_600.0, "minute": 60.0, "second": 1.0}
_S = "[ \u00a0\u202f\u2009]"
_CLOCK = re.compile(rf"{_S}?(?:days?|d),?{_S}\+?(\d{{1,4}}):([0-5]\d)(?::([0-5]\d)(\.\d{{1,9}})?)?(?![:\d])")
_JOIN = re.compile(rf"{_S}?(?:days?|hours?|hrs?|minutes?|mins?)?,?(?:{_S}and)?{_S}?")
_BETWEEN = re.compile(r"\b(?:between|from)\s\Z", re.IGNORECASE)
_MINUTES = re.compile(r"\d{1,2}m")  # behind hours, and no millions


def with_elapsed(text: str, found: list[Quantity]) -> list[Quantity]:
    """The numbers of `text` with those joined that tell one time in several units, the first of which it is in."""
    if not any(quantity.noun in SECONDS for quantity in found):
        return found
    told: list[Quantity] = []
    for quantity in found:
        if told and quantity.start < told[-1].end:
            continue  # the fraction of a second
        joined = _joined(text, told[-1], quantity) if told else None
        if joined is not None:
            told[-1] = joined
        else:
            told.append(_with_clock(text, quantity))
    return told


def _with_clock(text: str, quantity: Quantity) -> Quantity:
    """A number of days with the hours that a clock's digits tell behind it."""
    match = _CLOCK.match(text, quantity.end) if quantity.noun == "day" and quantity.step == 1 else None
    if match is None:
        return quantity
    seconds = 3600 * int(match[1]) + 60 * int(match[2]) + float((match[3] or "0") + (match[4] or ""))
    return _longer(text, quantity, seconds, 1.0 if match[3] else 60.0, match.end())


def _joined(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """The time of which two numbers tell the larger and the smaller part; None where they tell two."""
    if left.kind != "duration" or left.noun not in SECONDS:
        return None
    smallest = next((unit for unit in SECONDS.values() if math.isclose(unit, left.step * SECONDS[left.noun])), 0.0)
    noun = right.noun if right.kind == "duration" else None
    if smallest == SECONDS["hour"] and _MINUTES.fullmatch(right.text):
        noun = "minute"
    if noun not in SECONDS:
        return None
    seconds = right.value / right.scale * SECONDS[noun]
    if not 0 <= seconds < smallest or not _JOIN.fullmatch(text, left.end, right.start):
        return None
    if _BETWEEN.search(text, max(0, left.start - 12), left.start):
        return None
    return _longer(text, left, seconds, right.step / right.scale * SECONDS[noun], right.end)


def _longer(text: str, quantity: Quantity, seconds: float, step: float, end: int) -> Quantity:
    unit = SECONDS[quantity.noun or ""]
    sign = quantity.sign or 1
    return replace(
        quantity,
        text=text[quantity.start : end],
        end=end,
        value=quantity.value + sign * seconds / unit,
        step=step / unit,
    )
