"""An answer cut at its numbers, and classes of numbers that read alike: the scanner finds the same in texts that differ only within a class."""

import re
from collections.abc import Sequence
from functools import lru_cache

from validators.numbers.dates import ISO_DATE
from validators.numbers.quantity import Quantity
from validators.numbers.scan import quantities

# A date, or what may be one, stays whole; so does a run of digits with its separators.
CUT = re.compile(
    r"((?:19|20)\d\d-\d\d-\d\d(?!\d)|(?:19|20)\d\d[-–/.]\d{1,2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d+(?:,\d{3})*(?:\.\d+)?)",
    re.ASCII,
)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_PLAIN = re.compile(r"(\d+)(?:\.(\d+))?", re.ASCII)


# What stands before, between or after numbers where small ones may be days, quarters or hours.
_CALENDAR = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|\A[:QH]|[QHY]\Z|\b[CF]Y"
)


def classes(gaps: tuple[str, ...], tokens: Sequence[str]) -> tuple[str, ...]:
    """The class of each token of `CUT`, with `gaps` the text before, between and after them."""
    return tuple(map(_class_by_the_calendar if _tells_time(gaps) else number_class, tokens))


@lru_cache(maxsize=65_536)
def _tells_time(gaps: tuple[str, ...]) -> bool:
    return any(_CALENDAR.search(gap) for gap in gaps)


@lru_cache(maxsize=262_144)
def number_class(token: str) -> str:
    """The class of a token of `CUT` in a text without months and hours. Whatever a rule compares with a bound (list markers,
    small counts, a thousand) is told apart."""
    if token.isdigit() and len(token) <= 2 and token[0] != "0":
        return "1-9" if len(token) == 1 else "10-12" if token <= "12" else "13-19" if token <= "19" else "20-99"
    return _class_by_the_calendar(token)


@lru_cache(maxsize=262_144)
def _class_by_the_calendar(token: str) -> str:
    """The class of a token in any text. Numbers that may be days, months, hours or years keep their digits."""
    if ISO_DATE.fullmatch(token):
        return "date"
    if _YEAR.fullmatch(token):
        return "decade" if token.endswith("0") else "year"
    plain = _PLAIN.fullmatch(token.replace(",", ""))
    if plain is None:
        return token
    whole, decimals = plain.groups()
    if float(whole + "." + (decimals or "0")) == 0 or (whole[0] == "0" and len(whole) > 1):
        return token
    if "," not in token and whole[:2] in ("19", "20") and len(whole) in (4, 6, 8):
        return token
    if decimals is not None:
        return "0.0" if len(whole) < 300 > len(decimals) else token
    if len(whole) == 1 or (len(whole) == 2 and whole < "60"):
        return token
    return "60-99" if len(whole) == 2 else "100-999" if len(whole) == 3 else "1000-" if len(whole) < 300 else token


@lru_cache(maxsize=65_536)
def short_quantities(text: str) -> tuple[Quantity, ...]:
    """`quantities` of a short text, kept."""
    return quantities(text)
