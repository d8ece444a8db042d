"""When a strategy changes its holdings, and whether a rhythm that is told agrees with it."""

import re
from dataclasses import dataclass

from validators.methodology.topics.schedules.frequency import Frequency, same_frequency


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`frequencies` a year; `event` where a signal or a drift decides; `weekdays` where weekends are left out; all empty: holdings
    are never changed."""

    frequencies: tuple[Frequency, ...] = ()
    event: bool = False
    weekdays: bool = False
    unscheduled: bool = False
    """The words say that there is no calendar, not only that something triggers a trade."""


TRADES_LATER = re.compile(r"\b(?:next|following|after|later|subsequent|t ?\+ ?1|monday|first)\b")
_ANCHORS = {"monday": "start", "wednesday": "middle", "friday": "end"}  # of a week


def _by_the_clock(left: float, right: float) -> bool:
    """Whether times a day and hours between them are the same in a market that is open day and night."""
    return max(left, right) >= 252 and abs(max(left, right) / min(left, right) - 24 / 6.5) < 0.1


def agrees(value: Frequency, fact: Schedule, days: frozenset[str] = frozenset()) -> bool:
    if not fact.frequencies:
        return value.per_year >= 250  # a signal may be looked at every day
    if value.months and (known := frozenset[str]().union(*(other.months for other in fact.frequencies))):
        return value.months <= known
    return any(
        (same_frequency(value.per_year, other.per_year) or _by_the_clock(value.per_year, other.per_year))
        and (
            value.anchor is None
            or value.anchor in days
            or other.anchor is None
            or _ANCHORS.get(value.anchor, value.anchor) in (other.anchor, _ANCHORS.get(other.anchor))
        )
        for other in fact.frequencies
    )
