"""The dates that an answer names, and those that each of its numbers is said of."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import links
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.told_order import in_order
from validators.numbers.quantity import DateParts, Quantity

_DATE_JOIN = re.compile(
    r"\s{0,3}(?:[-–—]|to|through|until|till|and|thru)\s{0,3}(?:the end of |end of |mid-|late |early )?", re.IGNORECASE
)
_FAR = 7.0


class Times:
    """The dates of one answer; `numbers` are all of its numbers, by passage."""

    def __init__(self, outline: Outline, numbers: Mapping[int, Sequence[Quantity]]) -> None:
        self._outline = outline
        self._text = outline.text
        self._numbers = numbers

    def dates_in(self, place: int) -> tuple[DateParts, ...]:
        """The dates that a passage names."""
        inside = self._numbers.get(place, ())
        return tuple(quantity.readings[0] for quantity in inside if quantity.kind == "date" and quantity.readings)

    def mentions_in(self, place: int) -> list[tuple[Mention, DateParts]]:
        """Where a passage names a time, and which."""
        own = self._time_mentions(self._numbers.get(place, ()))
        return [(mention, dates[0]) for mention, dates in own if len(dates) == 1]

    def of(self, place: int, numbers: Sequence[Quantity], inside: Sequence[Quantity]) -> list[tuple[DateParts, ...]]:
        """The dates that each number of a passage is said of."""
        passage = self._outline.passages[place]
        own = self._time_mentions(inside)
        if own:
            held = dict(own)
            options = links(self._text, passage, numbers, list(held), names=True)
            ordered = in_order(self._text, numbers, list(held), names=True)
            by_name = {name: dates for mention, dates in own for name in mention.means}
            return [
                by_name[next(iter(ordered[place]))]
                if place in ordered and len(ordered[place]) == 1
                else held[option[0].mention]
                if option and option[0].cost <= _FAR
                else ()
                for place, option in enumerate(options)
            ]
        for parent in passage.parents:
            above = self._time_mentions(self._numbers.get(parent, []))
            if len(above) == 1:
                return [above[0][1]] * len(numbers)
        return [()] * len(numbers)

    def _time_mentions(self, inside: Sequence[Quantity]) -> list[tuple[Mention, tuple[DateParts, ...]]]:
        found: list[tuple[Mention, tuple[DateParts, ...]]] = []
        for quantity in inside:
            if quantity.kind != "date":
                continue
            if found and _DATE_JOIN.fullmatch(self._text, found[-1][0].end, quantity.start):
                mention, dates = found[-1]
                found[-1] = (Mention(mention.start, quantity.end, mention.means), (*dates, *quantity.readings[:1]))
            else:
                name = frozenset({repr(quantity.readings[:1])})
                found.append((Mention(quantity.start, quantity.end, name), quantity.readings[:1]))
        return found
