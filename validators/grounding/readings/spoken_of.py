"""Which of the things, settings and times that the tools tell apart a conversation speaks of: in the question, or in the answer."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.readings.stems import stems
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber, is_dated, is_of_one_period
from validators.numbers.dates import months_alone
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.scan import quantities

_ASKS_OF_OTHERS = re.compile(
    r"\b(?:others?|another|rest|all (?:the|of|my|your|its|\w+ settings)|each|every|any|both|which|who|rank\w*|compar\w+|best|worst|most|least|highest|lowest|average|typical\w*|range|between|than|versus|vs|against|differ\w*|next|previous|before|after|since|until|or)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SHORTEST = 3  # characters of a name that is looked for in what is said
_SETTING = re.compile(r"(?<![\w.,$€£/-])\d{1,4}(?:\.\d{1,4})?(?![\w%,/]|\.\d|-\d)")


class SpokenOf:
    """What one conversation speaks of."""

    def __init__(self, answer: Answer, index: ToolIndex, claims: Sequence[Claim]) -> None:
        self._answer = answer
        self._index = index
        self._claims = claims

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The names spoken of, by dimension, of those by which the tools tell several things apart."""
        found: dict[str, set[str]] = {}
        for mentions in (self._answer.asked.mentions, self._answer.named.mentions):
            for dimension, held in mentions.items():
                if dimension in self._index.rivals and not self._index.is_singled_out(dimension):
                    found.setdefault(dimension, set()).update(*(mention.means for mention in held))
        for claim in self._claims:
            for dimension, allowed in claim.context.names.items():
                if dimension in self._index.rivals and not self._index.is_singled_out(dimension):
                    found.setdefault(dimension, set()).update(allowed)
        if _ASKS_OF_OTHERS.search(self._answer.asked.text) is None:
            for dimension, names in self._index.rivals.items():
                settings = {name: float(figure[0]) for name in names if (figure := _FIGURE.search(name))}
                asked = _told(settings, self._answer.question)
                if len(settings) == len(names) > 1 and len(asked) == 1 and not _are_places(settings.values()):
                    found.setdefault(dimension, set()).update(asked, _told(settings, self._answer.named.raw))
        return {dimension: frozenset(names) for dimension, names in found.items() if names}

    @cached_property
    def times(self) -> tuple[DateParts, ...]:
        """The times spoken of."""
        dated = [each.readings[0] for each in (*self._asked, *self._told) if each.kind == "date" and each.readings]
        full = {date.month for date in dated}
        return (*dated, *(date for date in self._months if date.month not in full))

    def is_told_of(self, number: ToolNumber) -> bool:
        """Whether one of the times spoken of is a number's; of a trade or a fall, which have days, a month or a day."""
        within = not is_of_one_period(number)
        return any(is_dated(date, number) for date in self.times if date.month or not within)

    def calls(self, dimension: str, name: str) -> bool:
        """Whether words of a name that those spoken of lack stand anywhere, be it in another form."""
        spoken = frozenset().union(*map(stems, self.names.get(dimension, ())))
        return not (stems(name) - spoken).isdisjoint(self._stems)

    def tells_apart(self, number: ToolNumber, other: ToolNumber) -> bool:
        """Whether a name of the number's thing that another number's lacks stands in what is said, whatever it is a name of."""
        lacked = set(number.scope.values()) - set(other.scope.values())
        return any(len(name) >= _SHORTEST and name.lower() in self._said for name in lacked)

    @cached_property
    def _said(self) -> str:
        return f"{self._answer.question}\n{self._answer.named.raw}".lower()

    @cached_property
    def _months(self) -> list[DateParts]:
        texts = (self._answer.question, self._answer.text)
        return [date for text in texts for *_, date in months_alone(text)]

    @cached_property
    def _asked(self) -> Sequence[Quantity]:
        return quantities(self._answer.question)

    @cached_property
    def _told(self) -> Sequence[Quantity]:
        places = range(len(self._answer.outline.passages))
        return [quantity for place in places for quantity in self._answer.quantities_in(place)]

    @cached_property
    def _stems(self) -> frozenset[str]:
        places = range(len(self._answer.outline.passages))
        return frozenset().union(
            stems(self._answer.asked.text), *(stems(self._answer.without_metrics(place)) for place in places)
        )


def _are_places(settings: Collection[float]) -> bool:
    """Whether settings only count records: 0, 1, 2 or 1, 2, 3."""
    first = min(settings)
    return first in (0, 1) and sorted(settings) == [first + place for place in range(len(settings))]


def _told(settings: Mapping[str, float], text: str) -> set[str]:
    """The settings of which a text tells the number: "at 8 bps", "the 45-day lookback"."""
    values = {float(figure) for figure in _SETTING.findall(text)}
    return {name for name, setting in settings.items() if setting in values}
