"""Durations that nothing but dates or durations in another unit give: "over three years", "2,315 days, more than six years"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from validators.grounding.number_match import agrees
from validators.grounding.tools.index import overlap
from validators.grounding.tools.number import ToolFacts, ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.numbers.dates import day_order, days_between, years_between
from validators.numbers.quantity import DateParts, Quantity

PER_YEAR = {
    "decade": 0.1, "year": 1.0, "quarter": 4.0, "month": 12.0, "week": 52.18, "day": 365.25, "hour": 8766.0, "minute": 525_960.0,
}  # fmt: skip
_FINE = frozenset({"day", "week", "month"})
_TRADING_DAYS = 252.0  # a year
_LONGEST = 100.0  # years that a run may take
_SPARE = 0.15  # of one unit, by which a window may be longer or shorter
_DAY = 1 / 365.25
_ALIKE = 0.05  # years by which a window's length may be told longer or shorter than its dates


def span_of(
    quantity: Quantity,
    facts: ToolFacts,
    called: Sequence[DateParts],
    told: Iterable[Sequence[DateParts]],
    times: Sequence[DateParts] = (),
    named: frozenset[str] | None = None,
) -> str | None:
    """The source of a duration: the window, the first and the last date of a call, two dates that the answer sets side by side
    (`told`), or a duration that a tool gave in another unit, of a metric that is `named` where one is. Of the windows of a list's records only those of the `times` that it is said of."""
    per = PER_YEAR.get(quantity.noun or "")
    if per is None:
        return None
    size = abs(quantity.value)
    for first, last, source in (*facts.windows, *_ends(facts, called)):
        if times and source.endswith("]") and not overlap(times, (first, last)):
            continue
        years = years_between(first, last)
        if years is not None and _is_as_long(quantity, size, years * per, per):
            return f"{source} (its length)"
    for dates in told:
        for at, first in enumerate(dates):
            for last in dates[at + 1 :]:
                if first.year is None and first.month is not None and last.month is not None:
                    first = replace(first, year=last.year)  # "April through November 2022"
                if quantity.noun == "day" and (days := days_between(first, last)) is not None:
                    if any(_rounds(quantity, each) for each in (days, days + 1)):  # the first day counted too
                        return "the dates beside it"
                    continue
                years = years_between(*sorted((first, last), key=day_order))
                both = _both_ends(first, last)
                if years is not None and any(
                    _rounds(quantity, (years + day) * per) for day in (0.0, _DAY, -_DAY, both)
                ):
                    return "the dates beside it"
    for number in facts.numbers:
        if named is not None and number.measured in METRICS and number.measured not in named:
            continue
        lengths = _years_of(number) if number.unit != quantity.noun else ()
        if any(_rounds(quantity, each * per) for each in lengths):
            return f"{number.source} (in {quantity.noun}s)"
    return None


def _both_ends(first: DateParts, last: DateParts) -> float:
    """How much longer a span is when its first and its last month (or year) count whole: "April through November, 8 months"."""
    if first.day is not None or last.day is not None or first.quarter is not None or last.quarter is not None:
        return 0.0
    if first.month is not None and last.month is not None:
        return 1 / 12
    return 1.0 if first.month is None and last.month is None else 0.0


def window_years(facts: ToolFacts, called: Sequence[DateParts]) -> list[float]:
    """How long the windows of the tools are: by their dates, as a tool tells it, and in whole years where they are so long."""
    dated = (years_between(first, last) for first, last, _ in (*facts.windows, *_ends(facts, called)))
    lengths = {years for years in dated if years}
    told = {years for number in facts.numbers for years in _years_of(number)}
    if not lengths:
        return sorted(number.value / PER_YEAR[number.unit or ""] for number in facts.numbers if _is_length(number))
    whole = {float(round(years)) for years in lengths if round(years)}
    return sorted(lengths | {each for each in told | whole if any(abs(each - years) <= _ALIKE for years in lengths)})


def _is_length(number: ToolNumber) -> bool:
    """Whether a number is how many years or months a run took, and nothing else."""
    unit = number.unit or ""
    told = unit in ("year", "month") and number.metric is None and number.is_under(f"{unit}s")
    return told and 0 < number.value <= _LONGEST * PER_YEAR[unit]


def _is_as_long(quantity: Quantity, size: float, length: float, per: float) -> bool:
    room = max((0.03 if quantity.noun in _FINE else 0.1) * per, quantity.step * (0.5 if quantity.hedge else _SPARE))
    return abs(length - size) <= room or _rounds(quantity, length)


def _rounds(quantity: Quantity, length: float) -> bool:
    """Whether a length is the duration as it is told: "more than six years" of 6.3, "about two and a half" of 2.6."""
    if quantity.hedge is None or quantity.step < 0.5:
        return agrees(quantity, length)
    return agrees(quantity, length) or abs(length - abs(quantity.value)) <= 0.5 * quantity.step


def _ends(facts: ToolFacts, called: Sequence[DateParts]) -> list[tuple[DateParts, DateParts, str]]:
    """The first and the last date of each call, and of what was asked of the tools."""
    calls: dict[str, list[DateParts]] = {}
    for date, source in facts.dates:
        calls.setdefault(source.split(" ", 1)[0], []).append(date)
    held: Mapping[str, Sequence[DateParts]] = {**calls, "the call": called}
    found = []
    for source, dates in held.items():
        dated = sorted((date for date in dates if date.year is not None), key=day_order)
        if len(dated) > 1:
            found.append((dated[0], dated[-1], source))
    return found


def _years_of(number: ToolNumber) -> tuple[float, ...]:
    """How many years a tool's duration is; days of trading make fewer of them."""
    unit, metric = number.unit, number.metric or ""
    if number.prose or (unit is None and measure_of(number.metric) != "time" and metric != "observations"):
        return ()
    if metric == "observations":
        return (abs(number.value) / _TRADING_DAYS,) if unit in (None, "day", "bar") else ()
    unit = unit or next((each for each in ("week", "month", "hour") if each in metric), "day")
    per = PER_YEAR.get(unit)
    return () if per is None else (abs(number.value) / per,)
