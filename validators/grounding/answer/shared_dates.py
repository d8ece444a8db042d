"""Dates that leave the month or the year to the date behind them: "6 to 11 March", "February and March 2023"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from msgspec import structs

from validators.numbers.dates import months_named
from validators.numbers.quantity import DateParts, Quantity

_JOINED = r"\s?(?:to|and|or|through|until|till|[-–—,/&])\s?"
_JOINER = re.compile(_JOINED)
_MONTH_AHEAD = re.compile(rf"\b(?P<month>[A-Z][a-z]{{2,8}}){_JOINED}$")
_LONGEST_AHEAD = 24  # characters
_LAST_DAY = 31


def with_shared_dates(text: str, numbers: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of a text, in order, with the days and months as dates that a date behind them completes."""
    found: list[Quantity] = []
    for number in reversed(numbers):
        following = found[-1] if found else None
        if following is not None and (day := _as_day(text, number, following)) is not None:
            number = day
        found.append(number)
        found.extend(_months_ahead(text, number))
    return found[::-1]


def _as_day(text: str, number: Quantity, following: Quantity) -> Quantity | None:
    """A number as the day of the month that the date behind it tells."""
    whole = number.kind in ("plain", "count") and number.step == 1 and not number.spelled and not number.sign
    if not whole or not 1 <= number.value <= _LAST_DAY or not following.readings:
        return None
    date = following.readings[0]
    if date.day is None or date.month is None or not _JOINER.fullmatch(text, number.end, following.start):
        return None
    if date.day <= number.value:
        return None
    return _dated(following, text, number.start, number.end, replace(date, day=int(number.value)))


def _months_ahead(text: str, date: Quantity) -> Iterable[Quantity]:
    """The months before one that is told with its year, the last one first."""
    while len(date.readings) == 1 and date.readings[0].month and date.readings[0].year and not date.readings[0].day:
        ahead = _MONTH_AHEAD.search(text, max(0, date.start - _LONGEST_AHEAD), date.start)
        months = months_named(ahead["month"]) if ahead is not None else ()
        if ahead is None or not months or months[0] >= date.readings[0].month:
            return
        date = _dated(date, text, *ahead.span("month"), replace(date.readings[0], month=months[0]))
        yield date


def _dated(like: Quantity, text: str, start: int, end: int, reading: DateParts) -> Quantity:
    return structs.replace(like, text=text[start:end], start=start, end=end, readings=(reading,))
