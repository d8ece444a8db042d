"""The dates that an answer names, and those that each of its numbers is said of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from validators.grounding.answer.binding import links
from validators.grounding.answer.layout import Passage
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.told_falls import nth_falls
from validators.grounding.answer.told_order import in_order
from validators.grounding.answer.told_quarters import quarters_named
from validators.grounding.answer.told_years import nth_years, years_from
from validators.grounding.tools.index import ToolIndex
from validators.numbers.dates import months_alone
from validators.numbers.quantity import DateParts, Quantity

_DATE_JOIN = re.compile(
    r"\s{0,3}(?:[-–—]|to|through|until|till|and|thru)\s{0,3}(?:the end of |end of |mid-|late |early )?", re.IGNORECASE
)
_IN_LIST = re.compile(r",? and |, ")
_OUTSIDE = re.compile(r"\b(?:after|since) $", re.IGNORECASE)
_AND = re.compile(r"\s{0,3}and\s{0,3}", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?:the (?:start|beginning|end) of )?(?:early |mid-?|late )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom \W?\d[^;.]{0,30}$", re.IGNORECASE)
_TO = re.compile(r"\bto\b")
_WITHOUT = re.compile(
    r"\b(?:without|excluding|except|apart from|leaving out|ignoring|outside) (?:the year )?$", re.IGNORECASE
)
_THEN = re.compile(
    r"\b(?:then|that (?:year|quarter|month|period)|at the time|at that point|those days)\b", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_FAR = 7.0
_WHOLE = re.compile(
    r"\b(?:overall|in total|whole|full|entire|all (?:the )?years|since|on average|average|typical|usual|ordinary|normal|cumulative\w*|combined|every|each|any|annual(?:ly|i[sz]ed)?|compound\w*"
    r"|other|rest|remaining|next|previous|later|earlier|before|following|others|the year|decade)\b",
    re.IGNORECASE,
)

_OF_ALL = re.compile(r"\bof (?:all|a total of|the total(?: of)?|all (?:the|its|of (?:the|its))) $", re.IGNORECASE)


class Times:
    """The dates of one answer; `numbers` are all of its numbers, by passage. `tells_place` is set where one of the years or falls
    that the tools set side by side is told by its place, or one of their months by its name alone; `asked` is the year asked about."""

    def __init__(
        self, outline: Outline, numbers: Mapping[int, Sequence[Quantity]], index: ToolIndex, asked: int | None = None
    ) -> None:
        self._outline = outline
        self._text = outline.text
        self._numbers = numbers
        self._years = index.years
        self._asked = asked
        self._nth: dict[Mention, tuple[DateParts, ...]] = {}
        for start, end, dates in nth_falls(outline.text, index.episodes):
            self._nth[Mention(start, end, frozenset({repr(dates)}))] = dates
        if self._years:
            self._nth |= dict(self._told_years(numbers))
        self._nth_placed = outline.placed(sorted(self._nth, key=lambda mention: mention.start))
        self._parts = self._named_parts(index)
        self.tells_place = bool(self._nth or self._parts)

    def _named_parts(self, index: ToolIndex) -> Mapping[int, Sequence[tuple[Mention, DateParts]]]:
        """The months and quarters that the answer names without a year, by passage, where the tools returned numbers of them one by
        one."""
        named = [each for each in months_alone(self._text) if each[2].month in index.months] if index.months else []
        if index.quarters:
            named += [each for each in quarters_named(self._text) if each[2].quarter in index.quarters]
        parts = {
            Mention(start, end, frozenset({repr(date)})): date
            for start, end, date in sorted(named, key=lambda told: told[0])
            if not _OUTSIDE.search(self._text, max(0, start - 8), start)
        }
        placed = self._outline.placed(list(parts))
        return {
            place: [
                (each, parts[each])
                for each in inside
                if not any(each.start < date.end and date.start < each.end for date in self._dates(place))
            ]
            for place, inside in placed.items()
        }

    def _dates(self, place: int) -> list[Quantity]:
        return [quantity for quantity in self._numbers.get(place, ()) if quantity.kind == "date"]

    def _told_years(self, numbers: Mapping[int, Sequence[Quantity]]) -> Iterator[tuple[Mention, tuple[DateParts, ...]]]:
        text = self._text
        dated = [each for inside in numbers.values() for each in inside if each.kind == "date" and each.readings]
        told = [(each.start, year) for each in dated if (year := each.readings[0].year) is not None]
        found = list(nth_years(text, self._years))
        told = sorted((*told, *((start, year) for start, _, year in found)))
        found += years_from(text, told, self._years, self._asked) if told or self._asked else ()
        for start, end, year in found:
            dates = (DateParts(year=year),)
            yield Mention(start, end, frozenset({repr(dates)})), dates

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
            ordered = self._in_order(place, numbers)
            alone = self._only_year(own)
            return [
                ordered[place]
                if place in ordered
                else self._before(passage)
                if option and self._is_of_then(option[0].mention, numbers[place])
                else held[option[0].mention]
                if option
                and not self._is_left(option[0].mention, numbers[place])
                and (option[0].cost <= _FAR or self._is_of_year(alone, numbers[place]))
                else ()
                for place, option in enumerate(options)
            ]
        for parent in passage.parents:
            above = [told for told in self._time_mentions(parent) if not self._is_since(told[0])]
            if len(above) == 1:
                return [above[0][1]] * len(numbers)
        return [()] * len(numbers)

    def _is_of_then(self, mention: Mention, number: Quantity) -> bool:
        """Whether a number is told of the time that the sentence before names, and not of the one named after it: "Its win rate then was
        60%, and by 2014 it stood at 44%"."""
        return (
            mention.start >= number.end
            and _THEN.search(self._text, max(0, number.start - 40), number.start) is not None
            and _NEXT_CLAUSE.search(self._text, number.end, mention.start) is not None
        )

    def _before(self, passage: Passage) -> tuple[DateParts, ...]:
        """The one time that the sentence before names."""
        told = [dates for place, _ in self._outline.before(passage, 1) for _, dates in self._time_mentions(place)]
        return told[0] if len(told) == 1 else ()

    def _is_left(self, mention: Mention, number: Quantity) -> bool:
        """Whether a time is that of the number from which one sets out that is told now, or is left out of what is told: "from 9.7 days
        in 2021 to 11.9 now", "without 2022 the years made 61% and 34%"; or of a part of the whole that is told: "2020 had 12 of all 80 trades"."""
        if mention.end > number.start:
            return False
        if _WITHOUT.search(self._text, max(0, mention.start - 16), mention.start):
            return True
        if _OF_ALL.search(self._text, max(0, number.start - 16), number.start):
            return True
        start = _FROM.search(self._text, max(0, mention.start - 40), mention.start) is not None
        return start and _TO.search(self._text, mention.end, number.start) is not None

    def _is_since(self, mention: Mention) -> bool:
        """Whether a date only tells where the time begins that a heading speaks of: "the deepest falls since 1999"."""
        return _SINCE.search(self._text, max(0, mention.start - 24), mention.start) is not None

    def _in_order(self, place: int, numbers: Sequence[Quantity]) -> dict[int, tuple[DateParts, ...]]:
        """Dates told in the order of the numbers, by number: "2016 and 2017 made 11% and 20%"."""
        single = dict(self._time_mentions(place, apart=True))
        by_name = {name: dates for mention, dates in single.items() for name in mention.means}
        ordered = in_order(self._text, numbers, list(single), names=True)
        return {at: by_name[next(iter(means))] for at, means in ordered.items() if len(means) == 1}

    def _only_year(self, own: Sequence[tuple[Mention, tuple[DateParts, ...]]]) -> Mention | None:
        """The year that a passage names, where it is the only time named and one of those that the tools tell of one by one."""
        if len(own) != 1 or len(own[0][1]) != 1 or not self._years:
            return None
        mention, (date,) = own[0]
        return mention if date.month is None and date.year in self._years else None

    def _is_of_year(self, year: Mention | None, number: Quantity) -> bool:
        """Whether a number far from the one year of its sentence is of it: "2020 looks good, but check the drawdown, which was 21%"."""
        if year is None:
            return False
        start, end = sorted((year.end, number.start)) if year.end <= number.start else (number.end, year.start)
        return not _WHOLE.search(self._text, start, min(len(self._text), end + 16 if end > number.start else end))

    def _time_mentions(self, place: int, *, apart: bool = False) -> list[tuple[Mention, tuple[DateParts, ...]]]:
        """Where a passage names times; the ends of a window together, as are two dates that "and" joins, if not `apart`."""
        dates = [
            (Mention(date.start, date.end, frozenset({repr(date.readings[:1])})), date.readings[:1])
            for date in self._dates(place)
        ]
        parts = [(mention, (date,)) for mention, date in self._parts.get(place, ())]
        found: list[tuple[Mention, tuple[DateParts, ...]]] = []
        for mention, told in sorted((*dates, *parts), key=lambda told: told[0].start) if parts else dates:
            last = found[-1][0].end if found else 0
            joined = found and (
                _DATE_JOIN.fullmatch(self._text, last, mention.start)
                or (parts and not apart and _IN_LIST.fullmatch(self._text, last, mention.start))
            )
            if joined and not (apart and _AND.fullmatch(self._text, last, mention.start)):
                first, before = found[-1]
                found[-1] = (Mention(first.start, mention.end, first.means), (*before, *told))
            else:
                found.append((mention, told))
        nth = [(mention, self._nth[mention]) for mention in self._nth_placed.get(place, ())]
        return sorted((*found, *nth), key=lambda told: told[0].start) if nth else found
