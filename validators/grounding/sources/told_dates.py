"""Where the dates of an answer come from: the outputs, the question, the arguments of the calls."""

import re
from collections.abc import Collection, Sequence

from validators.grounding.answer.claim import Claim
from validators.grounding.answer.date_role import role_of_source
from validators.grounding.tools.number import PLACE, shape_of
from validators.numbers.dates import any_agrees
from validators.numbers.quantity import DateParts

_LISTED_DATE = re.compile(r"\[\d+\](?:\.\w+)?$")

# the keys of the days between which a drawdown lies
_OF_DRAWDOWN = {
    "start": re.compile(r"peak|(?<![a-z])(?:pk|high|top)(?![a-z])", re.IGNORECASE),
    "end": re.compile(r"trough|bottom|(?<![a-z])(?:tr|low)(?![a-z])|recover", re.IGNORECASE),
}


class ToldDates:
    """The dates of one conversation: `told` are those that the tools told, each with its source, that the user asked about, that the calls
    gave as arguments."""

    def __init__(
        self, told: Sequence[tuple[DateParts, str]], asked: Sequence[DateParts], called: Sequence[DateParts]
    ) -> None:
        self.told = told
        self._asked = asked
        self._called = called
        self._found: dict[tuple[DateParts, ...], str | None] = {}

    def source(self, readings: tuple[DateParts, ...]) -> str | None:
        """The source of a date, by its readings."""
        if readings not in self._found:
            asked = ((date, "question") for date in self._asked)
            called = ((date, "the call") for date in self._called)
            self._found[readings] = next(
                (source for dates in (self.told, asked, called) for date, source in dates if any_agrees(readings, (date,))),
                None,
            )  # fmt: skip
        return self._found[readings]

    def of_one_record(self, readings: tuple[DateParts, ...]) -> str | None:
        """The source of a day that the records of a list tell once, each of them another one; None for other dates."""
        if len(readings) != 1 or readings[0].day is None:
            return None
        held = [source for date, source in self.told if date == readings[0]]
        if len(held) != 1 or PLACE.search(held[0]) is None or self.source(readings) != held[0]:
            return None
        shape = shape_of(held[0])
        return held[0] if sum(shape_of(source) == shape for _, source in self.told) > 1 else None

    def of_another_role(self, claim: Claim, calls: Collection[str] = ()) -> str | None:
        """The tool's date that has the role which the answer gives another one ("from", "as of"), None where the date may have it;
        the date of the `calls` about the thing that the sentence names."""
        role = claim.role
        if role in ("start", "end") and calls:
            own = [(date, source) for date, source in self.told if source.split(" ", 1)[0] in calls]
            meant = [(date, source) for date, source in own if role_of_source(source) == role]
            if meant and not any_agrees(claim.quantity.readings, [*(date for date, _ in meant), *self._asked]):
                return meant[0][1]
        held = [(date, source) for date, source in self.told if role_of_source(source) == role] if role else []
        told = [*(date for date, _ in held), *self._asked, *self._called]
        if not held or any_agrees(claim.quantity.readings, told):
            return None
        calls = {source.split(" ", 1)[0] for _, source in held}
        others = (date for date, source in self.told if source.split(" ", 1)[0] not in calls)
        if any_agrees(claim.quantity.readings, others):
            return None  # another call's, whose dates bear no role
        if role in ("start", "end") and any(
            (_LISTED_DATE.search(source) or _OF_DRAWDOWN[role].search(source))
            and any_agrees(claim.quantity.readings, (date,))
            for date, source in self.told
        ):
            return None  # of one of several trades or episodes, or of a drawdown
        return held[0][1]
