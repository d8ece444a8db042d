"""Whether a tool number is of the time that a claim's wording names."""

import re
from collections.abc import Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.told_as import sayable
from validators.grounding.tools.index import ToolIndex, overlap
from validators.grounding.tools.number import ToolNumber, is_of_one_period, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, EXTREME_PERIODS, MONEY_ENDS, TOTALS
from validators.numbers.dates import any_agrees, day_order
from validators.numbers.quantity import DateParts

_AT_DATE = re.compile(
    r"[ *_]{0,3}(?:\)[ *_]{0,3}[:=–—-]?|\(|,? (?:at|with|of|brought|cost|returned|lost|made)|,|[:=–—-])[ *_]{0,3}\W?",
    re.IGNORECASE,
)
_IN_DATE = re.compile(r",?[ *_]{0,3}(?:\(|in|during|,)? ?", re.IGNORECASE)
_BALANCES = MONEY_ENDS | {"equity"}  # of a list of balances, the first and the last are its ends
_AVERAGE = re.compile(
    r"\b(?:average|mean)\b(?! (?:up|down|positive|negative|winning|losing)\b)[^.;:,()]{0,30}\b(?:years?|months?|quarters?|annual|monthly|yearly|quarterly)\b[^.;:,()]{0,40}$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[0a-z]\s\(\W?$")


class TimeFit:
    """Fits the times of one answer's claims to those of its tools' numbers."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index

    def fits(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of the wording's time, as well as any other tool number of its metric."""
        times = claim.context.times
        if claim.context.metrics == TOTALS and is_of_one_period(number):
            return bool(times) and overlap(times, number.times) > 0  # no month is the whole: "up 5% overall"
        if self._is_dated(claim) and not overlap(times, number.times):
            return False
        if not times or not number.times:
            return True
        if number.measured in DRAWDOWNS and _lie_within(times, number.times):
            return True  # the days of its peak and trough
        alike = _BALANCES if number.metric in _BALANCES else {number.metric}
        return overlap(times, number.times) >= max(self._index.best_overlap(times, metric) for metric in alike)

    def is_one_averaged(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words before a claim make it the average of several years or months, of which the number is a single one."""
        alike = self._index.by_metric.get(number.measured or "", ())
        several = (each.times != number.times and is_of_one_period(each) for each in alike)
        if claim.context.times or not is_of_one_period(number) or not any(several):
            return False
        text, start = self._answer.sentence(claim)
        return _AVERAGE.search(text, 0, claim.quantity.start - start) is not None

    def is_of_another_period(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a number is of another year or month than the one that its wording names, for which the tools returned the same."""
        times = claim.context.times
        if len(times) != 1 or not is_of_one_period(number) or overlap(times, number.times):
            return False
        alike = self._index.by_metric.get(number.measured or "", ()) if number.measured else self._in_table_of(number)
        return any(
            other.scope == number.scope and is_of_one_period(other) and overlap(times, other.times) for other in alike
        )

    def _in_table_of(self, number: ToolNumber) -> list[ToolNumber]:
        """The numbers of the table of which no key says what its numbers are."""
        table = shape_of(number.source).rpartition(".")[0]
        return [
            other
            for other in self._index.numbers
            if other.measured is None and not other.prose and shape_of(other.source).rpartition(".")[0] == table
        ]

    def is_of_another_month(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether another month stands right at the claim than the one in which the tools had the best or worst month."""
        if number.metric not in EXTREME_PERIODS or not is_of_one_period(number) or not claim.context.times:
            return False
        text, quantity = self._answer.text, claim.quantity
        for date in self._answer.quantities_in(claim.passage):
            if date.kind == "date" and all(each.month is not None for each in date.readings):
                ahead = date.end <= quantity.start and _AT_DATE.fullmatch(text, date.end, quantity.start)
                if ahead or (quantity.end <= date.start and _IN_DATE.fullmatch(text, quantity.end, date.start)):
                    return not any_agrees(date.readings, number.times)
        return False

    def _is_dated(self, claim: Claim) -> bool:
        """Whether the number stands in brackets right behind a month or year of which the tools returned numbers: "April 2014 (-5%)"."""
        times, quantity = claim.context.times, claim.quantity
        if len(times) != 1 or times[0].day is not None or quantity.kind not in ("percent", "fraction"):
            return False
        if _BRACKET.search(self._answer.text, max(0, quantity.start - 3), quantity.start) is None:
            return False
        return any(
            is_of_one_period(number) and number.times[0] == times[0] and sayable(claim.quantity, number)
            for number in self._index.numbers
        )


def is_of_its_day(claim: Claim, number: ToolNumber) -> bool:
    """Whether the wording names the very day that the number is of: "the week of 9 March 2020" for what a tool calls "worst"."""
    if len(number.times) != 1 or number.times[0].day is None:
        return False
    return len(claim.context.times) == 1 and claim.context.times[0] == number.times[0]


def _lie_within(days: Sequence[DateParts], window: Sequence[DateParts]) -> bool:
    """Whether all are days between the first and the last one of a window."""
    if len(window) != 2 or any(date.day is None for date in (*days, *window)):
        return False
    first, last = map(day_order, window)
    return all(first <= day_order(date) <= last for date in days)
