"""What grounds a number, other than that a tool returned it as what the wording says: a date, a split, the question, a window."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.sources.question import asked_numbers, echoes
from validators.grounding.sources.spans import span_of, window_years
from validators.grounding.sources.splits import split_source
from validators.grounding.sources.told_dates import ToldDates
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.number import ToolFacts, ToolNumber
from validators.numbers.quantity import DateParts


class Sources:
    """The sources of one conversation's numbers; `outputs` is what the tools returned, `question` holds the numbers that the user asked
    about."""

    def __init__(
        self, facts: ToolFacts, asked: Sequence[str], outputs: Sequence[str], calls: Sequence[Mapping[str, Any]]
    ) -> None:
        self._facts = facts
        self.outputs = outputs
        self._called = [
            date for call in calls for value in call.values() if isinstance(value, str) for date in dates_in(value)
        ]
        self.question = ToolIndex([number for text in asked for number in asked_numbers(text)])
        asked_dates = [date for each in self.question.numbers if each.written for date in each.written.readings]
        self.dates = ToldDates(facts.dates, asked_dates, self._called)

    def of(self, claim: Claim, fitting: ToolNumber | None, answer: Answer) -> str | None:
        """What grounds a claim, `fitting` where that is a tool number; None where nothing does."""
        quantity = claim.quantity
        if quantity.readings and (date := self.dates.source(quantity.readings)) is not None:
            return date
        if quantity.readings and not any(each == DateParts(year=each.year) for each in quantity.readings):
            return None  # no number of the question is a day or a month
        if quantity.kind == "split":
            return split_source(quantity, self.outputs, (*self._facts.numbers, *self.question.numbers))
        if fitting is not None:
            return fitting.source
        if echoes(quantity, self.question):
            return "question"
        return self._window(claim, answer) if quantity.kind == "duration" else None

    @cached_property
    def years(self) -> list[float]:
        """How long the windows of the tools are."""
        return window_years(self._facts, self._called)

    def _window(self, claim: Claim, answer: Answer) -> str | None:
        """What is as long as a duration says, for "over five years"."""
        places = (claim.passage, *answer.before(claim.passage, 1))
        dated = [answer.times.dates_in(place) for place in places]
        told = (
            *dated,
            tuple(date for dates in dated for date in dates),
        )  # "began in May 2014. It recovered only in June 2015, after 13 months"
        metrics = claim.context.metrics
        named = metrics if claim.context.direct and metrics and len(metrics) == 1 else None
        return span_of(claim.quantity, self._facts, self._called, told, claim.context.times, named)
