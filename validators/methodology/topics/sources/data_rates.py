"""How often data come."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.sources.data_phrases import (
    EVERY_TICK,
    PERIOD,
    RATE,
    RATE_AFTER,
    RATE_UNDER,
    RATE_WITH,
    UNITS,
    rate_of,
)
from validators.methodology.topics.sources.data_used import Source

_WITHIN_A_DAY = {"intraday", "minute", "hourly", "tick"}
_COUNTED = re.compile(  # "one observation a month"
    rf"\b(?:one|a single) (?:\w+ )?(?:observation|value|price|quote|reading|point|level|print|figure) (?:an?|per|each|every|for (?:each|every)) {PERIOD}\b"
)
_TICKS = re.compile(r"\bticks\b(?! (?:up|down|higher|lower|away|along|by|over|off|on|the box)\b)")
_TOTAL_RETURNS = re.compile(  # "it reads month-end total returns"
    r"\b(?:reads|consumes|uses|takes|works (?:from|with|on)|is (?:fed|built on|computed from)) (?P<data>(?:[\w-]+ ){1,2}?total returns)\b"
)
_FAST_RETURNS = re.compile(r"\b(?:minute(?:-by-minute|ly)?|hourly|intra-?day|tick)[ -](?:\w+ )?returns\b")


def rates_told(text: str) -> Iterator[Stated]:
    """How often data come, where the words for data stand apart."""
    for pattern in (RATE_WITH, RATE_AFTER, RATE_UNDER, _COUNTED):
        for match in pattern.finditer(text):
            if match.groupdict().get("loose"):
                continue
            unit = match.groupdict().get("unit")
            rate = (UNITS[unit], 1 if unit in ("minute", "hour") else 0) if unit else rate_of(match)
            yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([rate])))


def every_tick(text: str) -> Iterator[Stated]:
    """Where every tick is said to be read."""
    for match in EVERY_TICK.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([("tick", 0)])))


def ticks_told(text: str, told: list[tuple[int, int]]) -> Iterator[Stated]:
    """Ticks and fast returns, outside what is `told` already."""
    for match in _TICKS.finditer(text):
        if not any(begin <= match.start() < stop for begin, stop in told):
            yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([("tick", 0)])))
    for match in _TOTAL_RETURNS.finditer(text):
        if word := RATE.search(match["data"]):
            value = Source(rates=frozenset([rate_of(word)]))
            yield Stated(start=match.start("data"), end=match.end(), value=value)
    for match in _FAST_RETURNS.finditer(text):
        if word := RATE.search(match[0]):
            yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([rate_of(word)])))


def is_rate_of(rate: tuple[str, int], known: frozenset[tuple[str, int]]) -> bool:
    """Whether a rate is one of those known: "intraday" may be any within a day, "minute bars" of any number of minutes."""
    name, count = rate
    for other, size in known:
        if name == other and (count == size or 0 in (count, size)):
            return True
        if "intraday" in (name, other) and {name, other} <= _WITHIN_A_DAY:
            return True
    return False


def is_rate_named(rate: tuple[str, int], known: frozenset[tuple[str, int]]) -> bool:
    """Whether to deny a rate is to deny one of those known: who says "no minute bars" does not speak of five minutes."""
    name, count = rate
    return is_rate_of(rate, frozenset(each for each in known if each[0] != name or (max(count, 1) == max(each[1], 1))))
