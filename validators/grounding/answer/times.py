"""The dates that an answer names, and those that each of its numbers is said of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from validators.grounding.answer.binding import links
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.told_order import in_order
from validators.grounding.tools.index import ToolIndex
from validators.numbers.quantity import DateParts, Quantity

_DATE_JOIN = re.compile(
    r"\s{0,3}(?:[-–—]|to|through|until|till|and|thru)\s{0,3}(?:the end of |end of |mid-|late |early )?", re.IGNORECASE
)
_FAR = 7.0
# of another time than the one named: "0.9 in 2022-Q1 to 8.8 one quarter later"
_SHIFTED = re.compile(
    r"\W{0,2}\s(?:(?:just |only )?(?P<many>an?|one|two|three|four|five|\d{1,2}) (?P<unit>month|quarter|year)s? (?P<way>later|earlier|after|before|on)\b"
    r"|(?:in )?the (?P<next>next|following|previous|preceding|prior) (?P<of>month|quarter|year)\b)",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NTH = re.compile(
    r"\bthe (?:(?P<first>first|earlier|early|former|opening)|(?P<second>second)|(?P<third>third)|(?P<last>last|final|later|latter|closing))"
    r" (?:(?P<half>half)|(?P<part>third)|decade|window|period|sub-?period|sub-?sample|stretch|years|stage|era|span)\b",
    re.IGNORECASE,
)


class Times:
    """The dates of one answer; `numbers` are all of its numbers, by passage."""

    def __init__(self, outline: Outline, numbers: Mapping[int, Sequence[Quantity]], index: ToolIndex) -> None:
        self._outline = outline
        self._text = outline.text
        self._numbers = numbers
        self._nth = dict(_nth_windows(outline.text, index))
        self._nth_placed = outline.placed(list(self._nth))

    def dates_in(self, place: int) -> tuple[DateParts, ...]:
        """The dates that a passage names."""
        inside = self._numbers.get(place, ())
        return tuple(quantity.readings[0] for quantity in inside if quantity.kind == "date" and quantity.readings)

    def mentions_in(self, place: int) -> list[tuple[Mention, DateParts]]:
        """Where a passage names a time, and which."""
        own = self._time_mentions(place)
        return [(mention, dates[0]) for mention, dates in own if len(dates) == 1]

    def of(self, place: int, numbers: Sequence[Quantity]) -> list[tuple[DateParts, ...]]:
        """The dates that each number of a passage is said of."""
        passage = self._outline.passages[place]
        own = self._time_mentions(place)
        if own:
            held = dict(own)
            options = links(self._text, passage, numbers, list(held), names=True)
            ordered = in_order(self._text, numbers, list(held), names=True)
            by_name = {name: dates for mention, dates in own for name in mention.means}
            return [
                self._shifted(
                    numbers[place],
                    by_name[next(iter(ordered[place]))]
                    if place in ordered and len(ordered[place]) == 1
                    else held[option[0].mention]
                    if option and option[0].cost <= _FAR
                    else (),
                )
                for place, option in enumerate(options)
            ]
        for parent in passage.parents:
            above = self._time_mentions(parent)
            if len(above) == 1:
                return [above[0][1]] * len(numbers)
        return [()] * len(numbers)

    def _shifted(self, number: Quantity, times: tuple[DateParts, ...]) -> tuple[DateParts, ...]:
        """The time that a number is of where the words behind it count on from the time named; none where that is not told."""
        match = _SHIFTED.match(self._text, number.end)
        if match is None:
            return times
        told = (match["many"] or "one").lower()
        count = _COUNTS.get(told) or (int(told) if told.isdigit() else 1)
        back = match["next"] is None and (match["way"] or "").lower() in ("earlier", "before")
        back = back or (match["next"] or "").lower() in ("previous", "preceding", "prior")
        moved = _moved(times[0], match["unit"] or match["of"], -count if back else count) if len(times) == 1 else None
        return () if moved is None else (moved,)

    def _time_mentions(self, place: int) -> list[tuple[Mention, tuple[DateParts, ...]]]:
        found: list[tuple[Mention, tuple[DateParts, ...]]] = []
        for quantity in self._numbers.get(place, ()):
            if quantity.kind != "date":
                continue
            if found and _DATE_JOIN.fullmatch(self._text, found[-1][0].end, quantity.start):
                mention, dates = found[-1]
                found[-1] = (Mention(mention.start, quantity.end, mention.means), (*dates, *quantity.readings[:1]))
            else:
                name = frozenset({repr(quantity.readings[:1])})
                found.append((Mention(quantity.start, quantity.end, name), quantity.readings[:1]))
        nth = [(mention, self._nth[mention]) for mention in self._nth_placed.get(place, ())]
        return sorted((*found, *nth), key=lambda told: told[0].start) if nth else found


def _moved(date: DateParts, unit: str, count: int) -> DateParts | None:
    """The date so many months, quarters or years from another; None where that does not tell such ones."""
    if date.year is None or date.day is not None:
        return None
    match unit.lower():
        case "year":
            return replace(date, year=date.year + count)
        case "quarter" if date.quarter is not None:
            years, place = divmod(date.quarter - 1 + count, 4)
            return replace(date, year=date.year + years, quarter=place + 1)
        case "month" if date.month is not None:
            years, place = divmod(date.month - 1 + count, 12)
            return replace(date, year=date.year + years, month=place + 1)
        case _:
            return None


def _nth_windows(text: str, index: ToolIndex) -> Iterator[tuple[Mention, tuple[DateParts, ...]]]:
    """Where a text speaks of one of the windows that the tools set side by side by its place: "the second decade", "the last third"."""
    for match in _NTH.finditer(text):
        windows = index.windows
        if not windows or (match["half"] and len(windows) != 2) or (match["part"] and len(windows) != 3):
            continue
        nth = 0 if match["first"] else 1 if match["second"] else 2 if match["third"] else len(windows) - 1
        if nth < len(windows):
            dates = windows[nth]
            yield Mention(match.start(), match.end(), frozenset({repr(dates)})), dates
