"""The dates and figures that a key or a short text is: a year, a month below one, the ends of a window, the 24 of `volume24h`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts
from validators.numbers.scan import quantities

_RUN = re.compile(r"\d{1,4}(?:\.\d{1,4})?(?![\d.])", re.ASCII)
_YEAR = re.compile(r"(?:[fc]?y|yr|year)?[ _-]?((?:19|20)\d\d)", re.ASCII | re.IGNORECASE)
_PERCENTILE = re.compile(
    r"[pq]_?\d{1,2}(?:\.\d)?|\d{1,2}(?:\.\d)?(?: ?%|(?:st|nd|rd|th)?[ _]?(?:percentile|pctile|quantile|pct))|(?:percentile|pctile|quantile|pct)[ _]?\d{1,2}(?:\.\d)?",
    re.IGNORECASE,
)
_LONGEST_YEAR = 9  # characters: "year_2019"
_WORDS = re.compile(r"[^\W\d_]+")
_DATE_WORDS = frozenset("to until through till thru and from y fy q h cy year years period".split())
_MONTHS = {
    name: place % 12 + 1
    for place, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec january february march april may june july august september october november december".split()
    )
}


def month_of(key: str, times: Sequence[DateParts]) -> DateParts | None:
    """The month that a key below a year tells: {"2022": {"04": 0.1, "May": 0.2}}."""
    if len(times) != 1 or times[0].month is not None or times[0].year is None:
        return None
    month = int(key) if key.isascii() and key.isdigit() and len(key) <= 2 else _MONTHS.get(key.lower(), 0)
    return DateParts(year=times[0].year, month=month) if 1 <= month <= 12 else None


def month_number(name: str) -> int:
    return _MONTHS[name.lower()]


def month_in(month: DateParts, times: Sequence[DateParts]) -> DateParts:
    """A month of any year as that of the one year told."""
    one = len(times) == 1 and times[0].year is not None and month.year is None and month.month is not None
    return DateParts(year=times[0].year, month=month.month) if one else month


def is_month(key: str) -> bool:
    """Whether a key is the name of a month."""
    return key.lower() in _MONTHS


@lru_cache(maxsize=16384)
def key_figures(key: str) -> tuple[tuple[float, ...], tuple[DateParts, ...]]:
    """(the numbers, the years) inside a key: (24,) for `volume24h`, the year for `gfc_2008`."""
    runs = _RUN.findall(key)
    years = tuple(year for run in runs if (year := year_of(run)) is not None)
    return tuple(float(run) for run in runs if year_of(run) is None), years


def is_percentile(key: str) -> bool:
    """Whether a key says which part of a sample lies below: "p25", "25%", "q95", "5th percentile"."""
    return _PERCENTILE.fullmatch(key) is not None


@lru_cache(maxsize=16384)
def window_in(key: str) -> tuple[DateParts, DateParts] | None:
    """The first and the last date of a key that tells two: "2006-2011", `gfc_2007_2009`."""
    runs = [year for run in _RUN.findall(key) if (year := year_of(run)) is not None]
    if len(runs) != 2:
        return None
    told = _dates_of(key.replace("_", " "))
    first, last = (told[0], told[-1]) if len(told) == 2 else runs
    return (first, last) if (first.year or 0) <= (last.year or 0) else None


@lru_cache(maxsize=16384)
def is_called(key: str) -> bool:
    """Whether a key of dates has a name besides: "gfc 2007-2009"."""
    return any(word.lower() not in _DATE_WORDS and word.lower() not in _MONTHS for word in _WORDS.findall(key))


def year_of(key: str) -> DateParts | None:
    """The year that a key is: "2019", "y2019", "FY2019"."""
    told = _YEAR.fullmatch(key) if len(key) <= _LONGEST_YEAR else None
    return None if told is None else DateParts(year=int(told[1]))


def dates_in(text: str) -> tuple[DateParts, ...]:
    """The date that a short string is, or the ends of its range."""
    return _dates_of(text) if text[:1].isdigit() or text[-1:].isdigit() else ()


@lru_cache(maxsize=65536)
def _dates_of(text: str) -> tuple[DateParts, ...]:
    date = year_of(text) or parse_date(text)
    if date is not None:
        return (date,)
    found = tuple(day for quantity in quantities(text) for day in quantity.readings)
    return found if len(found) > 1 else ()


def is_year_key(key: object) -> bool:
    return isinstance(key, str) and (year_of(key) or parse_date(key)) is not None
