"""Of which trade or fall, and of what in it, the tools tell each day: what opens it, comes within, or closes it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from validators.grounding.sources.told_dates import ToldDates
from validators.grounding.tools.index import record_of
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.quantity import DateParts
from validators.numbers.scan import quantities

_EVENTS = (
    frozenset("peak entry entered enter open opened start started begin began bought buy from in".split()),
    frozenset("trough low bottom bottomed valley".split()),
    frozenset("recovered recovery recover exit exited close closed end ended sold sell out until back".split()),
)
_LINE = re.compile(r"\n|\\n")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 24  # characters before a date of running text that say what happened on it
_MOST = 40_000  # characters of running text that are read for its dates


@dataclass(frozen=True, slots=True)
class EventDate:
    """A day of a record, which is the path of one or a line of running text, and what happens on it: 0, 1 or 2 in the order of time."""

    day: DateParts
    record: str
    event: int | None
    source: str


class EventDates:
    """The days that the tools told of trades and falls; `outputs` are the texts of the calls, in order."""

    def __init__(self, dates: ToldDates, outputs: Sequence[str]) -> None:
        self._dates = dates
        self._outputs = outputs

    @cached_property
    def by_day(self) -> Mapping[DateParts, Sequence[EventDate]]:
        found: dict[DateParts, list[EventDate]] = {}
        for each in self._all:
            found.setdefault(each.day, []).append(each)
        return found

    @cached_property
    def by_record(self) -> Mapping[str, Sequence[EventDate]]:
        found: dict[str, list[EventDate]] = {}
        for each in self._all:
            found.setdefault(each.record, []).append(each)
        return found

    @cached_property
    def _all(self) -> Sequence[EventDate]:
        times = Counter(source for _, source in self._dates.told)
        texts = {source for source, count in times.items() if count > 1 or source.endswith(" $")}
        return [
            *(
                EventDate(day, record_of(source), _event(key_words(source[len(record_of(source)) :])), source)
                for day, source in self._dates.told
                if day.day is not None and source not in texts
            ),
            *(each for call in sorted({source.split(" ", 1)[0] for source in texts}) for each in self._in_text(call)),
        ]

    def _in_text(self, call: str) -> Sequence[EventDate]:
        """The days of running text, of which each line tells one record."""
        place = call.rpartition("_")[2]
        text = self._outputs[int(place)][:_MOST] if place.isdigit() and int(place) < len(self._outputs) else ""
        return [
            EventDate(
                date.readings[0],
                f"{call} line {number}",
                _event(_WORD.findall(line[max(0, date.start - _LONGEST) : date.start].lower())[-1:]),
                f"{call} line {number}",
            )
            for number, line in enumerate(_LINE.split(text), start=1)
            for date in quantities(line)
            if date.kind == "date" and date.readings and date.readings[0].day is not None
        ]


def _event(words: Sequence[str]) -> int | None:
    found = [event for event, said in enumerate(_EVENTS) if not said.isdisjoint(words)]
    return found[0] if len(found) == 1 else None
