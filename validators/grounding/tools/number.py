"""A number that a tool returned, and all that the tools of a conversation returned."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from validators.numbers.dates import agrees
from validators.numbers.quantity import DateParts, Quantity

KEYED = "key of"  # begins the dimensions whose names are keys: what lacks one is the thing as a whole
ORDINAL = "record number"  # the metric of numbers by which lists call their records
PAIR = "pair"  # the dimension of what two things have together, and not one alone
MAIN = ""  # the name of what no key singles out

PLACE = re.compile(r"\[\d+\]")  # in a path: a position in a list
_LAST_PLACE = re.compile(r"(?:\[\d+\]|\.value)\Z")
KEY_IN_PATH = re.compile(r"\[\d+\]|\[\"[^\"]*\"\]|\.\w+")


def shape_of(path: str) -> str:
    """A path without positions in lists."""
    return PLACE.sub("[]", path)


class ToolNumber(Struct, frozen=True, kw_only=True, eq=False):
    """A number of a tool output. A Struct, since outputs make them by the hundred. `scope` names what it is about: dimension → name ("ticker" → "SPY").

    `metric` is None where no key says what is counted; `inner` is a vocabulary metric within a longer name. `unit` is "percent",
    "fraction", "bps", "multiple", a currency or a unit of time, None where the source names none; `scale` the factor that its
    key gives ("revenue_usd_m"), already in `value`. `written` is set for a number read from text; `prose` where it stands in
    running text, which binds it to nothing. `length` marks the length of a list. `difference` marks a number that a tool gave
    as a difference; `currency` is what a sibling says of the record's money. `either_sign` marks one whose sign says nothing (its order is open, or an accountant's bracket).
    `setting` is the dimension of which the number is a name, or stands in one ("lookback-60").
    """

    value: float
    source: str
    metric: str | None = None
    inner: str | None = None
    unit: str | None = None
    scale: float = 1.0
    scope: Mapping[str, str] = {}
    times: tuple[DateParts, ...] = ()
    written: Quantity | None = None
    prose: bool = False
    length: bool = False
    difference: bool = False
    currency: str | None = None
    either_sign: bool = False
    setting: str | None = None

    @property
    def measured(self) -> str | None:
        """The vocabulary metric, where the key says more than that; else `metric`."""
        return self.inner or self.metric

    @property
    def is_of_key(self) -> bool:
        """Whether it stands in a key, and is the value of none."""
        return self.prose and self.written is None and self.metric is None

    @property
    def call(self) -> str:
        """The call whose output it stands in: "call_0"."""
        return self.source.partition(" ")[0]

    def is_under(self, key: str) -> bool:
        """Whether the number itself is the value of a key, be it one with its unit, or one of a column of values, or stands in a name
        of a dimension."""
        told = f".{key}", f'["{key}"]'
        return self.setting == key or self.source.endswith(told) or _LAST_PLACE.sub("", self.source).endswith(told)


def is_dated(date: DateParts, number: ToolNumber) -> bool:
    """Whether a number is of a date."""
    return any(agrees(date, each) for each in number.times)


def is_one_period(times: tuple[DateParts, ...]) -> bool:
    """Whether times are one year, quarter or month."""
    return len(times) == 1 and times[0].day is None


def is_of_one_period(number: ToolNumber) -> bool:
    """Whether a number is of one year, quarter or month."""
    return is_one_period(number.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFacts:
    """All that the tools returned: numbers, dates with their sources, windows (first and last day), and for each
    output how it gives the shares whose keys name no unit: "fraction", "percent" or, undecided, None, and their sources."""

    numbers: tuple[ToolNumber, ...]
    dates: tuple[tuple[DateParts, str], ...]
    windows: tuple[tuple[DateParts, DateParts, str], ...]
    conventions: tuple[tuple[str | None, tuple[str, ...]], ...]
