"""Spans of time as prose writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from validators.methodology.topics.amounts import NUMBER, number

REPORT = "report"
"""The unit of lengths that are counted in reports, whose rhythm is not told."""
_DAYS = {
    "second": 1 / 23_400, "minute": 1 / 390, "hour": 1 / 24, "day": 1.0, "week": 5.0, "month": 21.0, "fortnight": 10.0, "quarter": 63.0,
    "year": 252.0, "decade": 2520.0,
}  # fmt: skip
_CALENDAR = {
    "second": 1 / 86_400, "minute": 1 / 1_440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365 / 12,
    "fortnight": 14.0, "quarter": 365 / 4, "year": 365.0, "decade": 3650.0,
}  # fmt: skip
_CLOCK = ("second", "minute", "hour")
_WRITTEN = {
    "sec": "second", "min": "minute", "hr": "hour", "h": "hour", "d": "day", "night": "day", "session": "day", "w": "week", "wk": "week",
    "m": "month", "mo": "month", "q": "quarter", "qtr": "quarter", "y": "year", "yr": "year", "twelvemonth": "year",
    "candle": "bar", "observation": "bar", "close": "bar", "print": "bar", "fixing": "bar", "settlement": "bar", "data point": "bar", "return": "bar", "price": "bar", "quote": "bar", "change": "bar", "value": "bar", "reading": "bar", "move": "bar",
    "release": REPORT, "announcement": REPORT, "filing": REPORT,
}  # fmt: skip
_PERIODS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annual": "year",
}  # fmt: skip
_KIND = r"trading|business|calendar|market|exchange|working|fiscal|financial"
_LISTED = rf"(?!(?:19|20)\d\d(?: to |,|-| and | ?/ ?))(?:{NUMBER})-?(?:(?:,? and |,? or |, ?| ?/ ?| & | to |-and-)-?(?:{NUMBER})-?){{0,4}}"
SPAN = re.compile(
    r"(?<![\w.$€£])(?:"
    rf"(?P<bars>{NUMBER})[ -]?(?:x ?|bars of |candles of |intervals of )?(?P<each>quarter[- ]hour|half[- ]hour|(?P<size>\d{{1,2}}|five|ten|fifteen|thirty|four|two)[- ]?(?:minute|min|hour|h)\b)(?:s\b)?(?:[ -]?(?:bars?|candles?|steps|intervals|periods|closes|returns|readings)\b|(?<=bars of \d\d minutes)|(?<=bars of \d minutes))|"
    r"(?:(?:an?|past|last|latest|previous|preceding|trailing|most recent) ){0,2}(?P<parted>three[- ]quarters|quarter|half)[- ](?:of[- ])?(?:an[- ])?hour\b|"
    rf"(?:(?P<count>{_LISTED})[ -]?|(?P<word>half an?|a half|half(?=[ -]hour)|an?(?!(?<=\band a) quarter\b))[ -])"
    rf"(?:(?:rolling|full|whole|complete|single|entire|good|mere|consecutive|past|last|most recent|preceding|previous) )?"
    rf"(?:(?P<kind>{_KIND})[ -]?)?(?:(?P<period>{'|'.join(_PERIODS)}) )?"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|sessions?|bars?|candles?|observations?|fixings?|settlements?|closes"
    r"|prints|data points?|(?<=ly )(?:returns|prices|quotes|changes|values|readings|moves|bars)|weeks?|wks?|fortnights?|decades?|months?|mos?|quarters?|qtrs?|years?|yrs?|twelvemonth|[hdwmqy]|(?:(?!(?:months?|weeks?|days?|years?|quarters?|hours?|of|and|or|to|in|on|per|was|were|is|are) )[a-z-]+ )?(?:reports|releases|announcements|filings))\b(?<!a second)"
    r"|(?P<latest>(?:past|last|latest|previous|prior|preceding|trailing|most recent|rolling|foregoing)[ -]"
    rf"(?:full |whole |complete )?(?:(?P<bare_kind>{_KIND}) )?"
    r"(?P<bare>half[- ]year|twelvemonth|fortnight|decade|year|month|quarter|week|session|day|hour|minute|bar))\b"
    r"|(?:sma|ema|wma|dma|ma|rsi|roc|mom)[-_ (]{0,2}(?P<of_average>\d{1,3})\b(?![.%])"
    r"|(?P<months>12|twelve|6|six|11|eleven|9|nine)[- ](?:1|minus[- ]one|one)(?= momentum| month| return| signal))"
)
"""A length of time: "200 trading days", "50- and 200-day", "half a year", "the previous session", "SMA(200)", "12-1 momentum"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A span of time: `count` of `unit`s; `calendar` where the words say calendar days (False: trading days, None: unsaid)."""

    count: float
    unit: str
    calendar: bool | None = None
    about: bool = False
    """Said with "roughly" or the like."""
    most: bool = False
    """The longest of several ("up to")."""
    role: str = field(default="", compare=False)
    """What it is looked back over for: "entry", "exit", or "" where that is not told."""

    @property
    def days(self) -> float:
        """In trading days, as near as can be told."""
        return self.count * _DAYS.get(self.unit, 1.0)


def lengths(match: re.Match[str]) -> Iterator[Length]:
    """The lengths that a match of `SPAN` names."""
    if match["months"]:
        yield Length(count=number(match["months"]) or 0.0, unit="month")
        return
    if match["of_average"]:
        yield Length(count=float(match["of_average"]), unit="bar")
        return
    if match["bars"]:
        count, of = number(match["bars"]), match["each"]
        minutes = (number(match["size"]) or 0.0) if match["size"] else 30.0 if of.startswith("half") else 15.0
        if count:
            yield Length(count=count * minutes, unit="hour" if "hour" in of and match["size"] else "minute")
        return
    if match["parted"]:
        yield Length(count=15.0 * {"q": 1, "h": 2, "t": 3}[match["parted"][0]], unit="minute")
        return
    kind = match["kind"] or match["bare_kind"]
    calendar = None if kind in (None, "fiscal", "financial") else kind == "calendar"
    written = match["unit"] or match["bare"]
    half = written.startswith("half")
    name = "year" if half else written.removesuffix("s").rpartition(" ")[2]
    unit = _WRITTEN.get(name, name)
    if unit in ("bar", REPORT) and match["period"]:
        unit = _PERIODS[match["period"]]
    if match["bare"] or match["word"]:
        half = half or (match["word"] or "").find("half") >= 0
        if half and unit == "year":
            yield Length(count=6.0, unit="month")
        else:
            yield Length(count=0.5 if half else 1.0, unit=unit, calendar=calendar)
        return
    joined = "hundred" in match["count"] or " and a " in match["count"]  # "two and a half years"
    whole = number(match["count"].removeprefix("a ").strip(" -")) if joined else None
    if whole:
        yield Length(count=whole, unit=unit, calendar=calendar)
        return
    for part in re.split(r",? and |,? or |,(?!\d{3}\b) ?| ?/ ?| & | to |-and-", match["count"]):
        value = number(part.strip(" -"))
        if value:
            yield Length(count=value, unit=unit, calendar=calendar)


def same_length(left: Length, right: Length) -> bool:
    """Equal in one unit; across units within 5% (21 trading days a month, 252 a year: 250 or 260 days are 12 months) or, for
    days that may be calendar days, within 2% (90 days are 3 months). A bar is a day, or any shorter time."""
    if REPORT in (left.unit, right.unit):
        return left.unit == right.unit and left.count == right.count
    exact = {"month": 1.0, "quarter": 3.0, "year": 12.0}
    if left.unit in exact and right.unit in exact:
        return abs(left.count * exact[left.unit] - right.count * exact[right.unit]) < 1e-9
    if left.unit == right.unit:
        return abs(left.count - right.count) < 1e-9 or (
            left.calendar != right.calendar and None not in (left.calendar, right.calendar) and _near(left, right)
        )
    if "bar" in (left.unit, right.unit):
        other = right if left.unit == "bar" else left
        if other.unit in _CLOCK or left.count == right.count:
            return True
        left, right = (
            Length(count=value.count, unit="day") if value.unit == "bar" else value for value in (left, right)
        )
    return _near(left, right)


def _near(left: Length, right: Length) -> bool:
    days = [value.count * _DAYS[value.unit] for value in (left, right)]
    calendar = [value.count * _CALENDAR[value.unit] for value in (left, right)]
    if left.about != right.about:
        return any(abs(ours - theirs) <= 0.12 * max(ours, theirs) for ours, theirs in (days, calendar))
    counted = [value.calendar for value in (left, right) if value.unit == "day"]
    trading_ok = True not in counted and abs(days[0] - days[1]) <= 0.05 * max(days)
    calendar_ok = False not in counted and abs(calendar[0] - calendar[1]) <= 0.02 * max(calendar)
    return trading_ok or calendar_ok
