"""Dates as people and machines write them."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from validators.numbers.quantity import DateParts

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
    r"|jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:march|may)(?=[ ](?:\d{1,2}(?:st|nd|rd|th)?,?[ ])?(?:19|20)\d\d))\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
# Each alternative starts at a word boundary and has bounded repeats, so a scan is linear in the text.
DATE = rf"""
 (?P<iso>\b{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)
   (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?(?:Z|[+-]\d\d:?\d\d)?)?)
|(?P<compact>\b{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b(?![.,]\d|\s?[%$€£]))
|(?P<quarter>\b(?:[QH][1-4][ \-/]?(?:of[ ])?(?:FY[ ]?)?(?:['’]\d\d|{_YEAR})\b|(?:FY[ ]?)?{_YEAR}[ \-/]?[QH][1-4]\b
   |[1-4][QH][ \-]?(?:\d\d){{1,2}}\b|[QH][1-4]\b))
|(?P<fiscal>\b(?:FY|CY)[ \-]?['’]?(?:{_YEAR}|\d\d)\b)
|(?P<ymd>\b{_YEAR}(?P<join>[ \-/]){_MONTH}(?P=join){_DAY}(?!\d))
|(?P<mdy>\b{_MONTH}[ \-]{_DAY}(?!\d)(?![:.]\d|,\d{{3}}(?!\d))(?!\s?%)(?:[ ]?,?[ \-](?:(?:of|in)[ ])?{_YEAR}\b)?)
|(?P<dmy>(?<![ (|][+\-−])\b{_DAY}(?:[ \-]?(?:of[ ])?{_MONTH}(?:,?[ \-](?:(?:(?:of|in)[ ])?{_YEAR}|['’]?\d\d)\b)?|/{_MONTH}/{_YEAR}\b))
|(?P<my>\b{_MONTH},?[ \-]?(?:of[ ])?(?:{_YEAR}\b|['’]\d\d\b))
|(?P<numeric>\b(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.])(?:0?[1-9]|[12]\d|3[01])(?P=sep)(?:(?:19|20)\d\d|\d\d)\b(?!\s?(?:%|bps?\b|basis|percent)))
|(?P<ym>\b{_YEAR}-(?:0[1-9]|1[0-2])\b(?![-\d%]))
|(?P<span>\b{_YEAR}[-–/]\d\d\b(?![-–/.\d%]))
|(?P<decade>\b(?:19|20)\d0s\b)
"""
# A day that the calendar has, but for the 29th of February, which not every year has.
ISO_DATE = re.compile(
    r"(?:19|20)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)",
    re.ASCII,
)
_ALONE = re.compile(DATE, re.VERBOSE)
_MONTH_AND_YEAR = re.compile(r"[A-Za-z]{3}-\d\d")  # "Mar-15" is a day or a year
_NUMBERS = re.compile(r"\d+")
_FULL_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NAMED_MONTH = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|(?:(?<=[Ii]n )|(?<=[Ff]or )|(?<=[Oo]f )|(?<=[Dd]uring ))May|May(?! (?:I|we|you)\b)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_MONTH_NAME = re.compile(r"[A-Za-z]{3,}")


def read_date(form: str, text: str) -> tuple[DateParts, ...]:
    """The dates that `text`, matched by the group `form` of `DATE`, may mean. () where it is no date after all."""
    numbers = [int(run) for run in _NUMBERS.findall(text)]
    name = next((word for word in _MONTH_NAME.findall(text) if word[:3].lower() in _MONTHS), None)
    month = _MONTHS.index(name[:3].lower()) + 1 if name else None
    match form:
        case "iso":
            return _valid(DateParts(year=numbers[0], month=numbers[1], day=numbers[2]))
        case "compact":
            run = numbers[0]
            return _valid(DateParts(year=run // 10000, month=run // 100 % 100, day=run % 100))
        case "quarter":
            return _quarter(text)
        case "fiscal":
            return (DateParts(year=_full_year(numbers[0])),)
        case "ymd":
            return _valid(DateParts(year=numbers[0], month=month, day=numbers[1]))
        case "mdy":
            day = _valid(DateParts(month=month, day=numbers[0], year=numbers[1] if len(numbers) > 1 else None))
            return (
                (*day, DateParts(month=month, year=_full_year(numbers[0]))) if _MONTH_AND_YEAR.fullmatch(text) else day
            )
        case "dmy":
            year = _full_year(numbers[1]) if len(numbers) > 1 else None
            return _valid(DateParts(month=month, day=numbers[0], year=year))
        case "my":
            return (DateParts(month=month, year=_full_year(numbers[0])),)
        case "numeric":
            first, second, year = numbers[0], numbers[1], _full_year(numbers[2])
            return (
                *_valid(DateParts(year=year, month=first, day=second)),
                *(_valid(DateParts(year=year, month=second, day=first)) if first != second else ()),
            )
        case "ym":
            return (DateParts(year=numbers[0], month=numbers[1]),)
        case "span":
            end = numbers[0] // 100 * 100 + numbers[1]
            return (DateParts(year=numbers[0]), DateParts(year=end)) if end > numbers[0] else ()
        case _:
            return (DateParts(decade=numbers[0]),)


def months_alone(text: str) -> list[tuple[int, int, DateParts]]:
    """Where a text names months, in full or by three letters, be it with their year or without, and which."""
    found = ((match.span(), _MONTHS.index(match[0][:3].lower()) + 1) for match in _NAMED_MONTH.finditer(text))
    return [(start, end, DateParts(month=month)) for (start, end), month in found]


def months_named(text: str) -> tuple[int, ...]:
    """The months that a text names in full, in order."""
    return tuple(_MONTHS.index(name[:3].lower()) + 1 for name in _FULL_MONTH.findall(text))


@lru_cache(maxsize=65536)
def parse_date(text: str) -> DateParts | None:
    """The date that the whole of `text` is (a value of a tool output), None where it is none."""
    match = _ALONE.match(text.strip())
    if match is not None and match.end() >= len(text.strip()):
        readings = read_date(match.lastgroup or "", match.group())
        return readings[0] if readings else None
    return None


def agrees(claim: DateParts, source: DateParts) -> bool:
    """Whether every part that `claim` tells is that of `source`."""
    if claim.decade is not None:
        return source.year is not None and source.year // 10 * 10 == claim.decade
    if claim.quarter is not None and claim.quarter != _quarter_of(source):
        return False
    if claim.half is not None and claim.half != (source.half or (source.month and (source.month + 5) // 6)):
        return False
    return all(
        part is None or part == other
        for part, other in ((claim.year, source.year), (claim.month, source.month), (claim.day, source.day))
    )


def day_order(date: DateParts) -> tuple[int, int, int]:
    """The key that dates sort by."""
    return (date.year or 0, date.month or 0, date.day or 0)


def days_between(first: DateParts, last: DateParts) -> int | None:
    """How many days lie between two days, whichever comes first; None where either is no day of a year."""
    try:
        ends = [date(each.year or 0, each.month or 0, each.day or 0) for each in (first, last)]
    except ValueError:
        return None
    return abs((ends[1] - ends[0]).days)


def years_between(starts: DateParts, ends: DateParts) -> float | None:
    """Years from one date to another, the last day included; None where a year is missing."""
    if starts.year is None or ends.year is None:
        return None
    first = starts.year + ((starts.month or 1) - 1) / 12 + ((starts.day or 1) - 1) / 365.25
    last_month = ends.month or 12
    last = ends.year + (last_month - 1) / 12 + (ends.day or (30 if ends.month is None else 28)) / 365.25
    return last - first


def _quarter_of(source: DateParts) -> int | None:
    return source.quarter or (None if source.month is None else (source.month + 2) // 3)


def _quarter(text: str) -> tuple[DateParts, ...]:
    letter = "Q" if "Q" in text else "H"
    place = text.index(letter)
    after = text[place + 1 : place + 2]
    leading = place == 1 and text[0].isdigit() and not (after.isdigit() and len(text) < 4)
    number = int(text[0]) if leading else int(after)
    rest = text[2:] if leading else text[:place] + " " + text[place + 2 :]
    years = _NUMBERS.findall(rest)
    year = _full_year(int(years[0])) if years else None
    if letter == "H":
        return (DateParts(year=year, half=number),) if number <= 2 else ()
    return (DateParts(year=year, quarter=number),)


def _full_year(year: int) -> int:
    return year if year >= 100 else (2000 + year if year < 70 else 1900 + year)


def _valid(*dates: DateParts) -> tuple[DateParts, ...]:
    return tuple(date for date in dates if _exists(date))


def _exists(date: DateParts) -> bool:
    if date.month is None or date.day is None:
        return True
    longest = 29 if date.month == 2 else 30 if date.month in (4, 6, 9, 11) else 31
    return 1 <= date.month <= 12 and 1 <= date.day <= longest


def any_agrees(claims: Iterable[DateParts], sources: Iterable[DateParts]) -> bool:
    """Whether some reading of a claim is some source's date."""
    held = tuple(sources)
    return any(agrees(claim, source) for claim in claims for source in held)
