"""Whether a tool number of the right value is also what the wording says: its metric, its thing, its time."""

from collections.abc import Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.difference_fit import DifferenceFit
from validators.grounding.fit.metric_fit import MetricFit
from validators.grounding.fit.thing_fit import ThingFit
from validators.grounding.fit.time_fit import TimeFit
from validators.grounding.number_match import UNIT_PER_FRACTION, Match, match, widest
from validators.grounding.told_as import sayable
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT, RELATIVE
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.numbers.quantity import Quantity
from validators.numbers.tail import TIME_UNITS

_OUTCOMES = frozenset({"profit", "final_equity"})
_NO_SHARE = 1000.0
Matches = Mapping[Quantity, Sequence[ToolNumber]]  # by the number of each claim, the tool numbers of its value
Held = Mapping[Quantity, ToolNumber | None]  # the tool number that each claim tells


class ClaimFit:
    """Fits claims of one answer to the numbers of its tools."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._index = index
        self.time = TimeFit(answer, index)
        self.thing = ThingFit(answer, index)
        self.metric = MetricFit(answer, index, self.time)
        self.difference = DifferenceFit(answer)
        self._meant: dict[tuple[object, ...], bool] = {}

    def matches(self, claim: Claim, wanted: Match = "grounded") -> list[ToolNumber]:
        """The tool numbers whose value meets the claim's in the wanted way, whatever they are of."""
        quantity, named = claim.quantity, claim.context.metrics or frozenset()
        return [
            number
            for number in self._index.near(quantity, widest(quantity))
            if match(quantity, number, telling=claim.telling, heard=claim.heard, named=_is_named(named, number))
            == wanted
            and self.difference.fits(claim, number)
        ]

    def fitting(self, claim: Claim, matches: Sequence[ToolNumber]) -> ToolNumber | None:
        """The match that is what the wording says, or any match where no tool number is; None where another number is, or
        where the wording can mean none of the matches."""
        fitting = [number for number in matches if self.fits(claim, number)]
        if fitting:
            return max(fitting, key=lambda number: (number.metric is not None, not number.length))
        if not matches or self._is_meant(claim, matches):
            return None
        if all(self.metric.is_ruled_out(claim, number) for number in matches):
            return None
        if all(self.time.is_of_another_period(claim, number) for number in matches):
            return None
        if all(self.thing.is_set_apart(claim, number) for number in matches):
            return None
        if self.metric.is_called_otherwise(claim, matches) or all(
            self.thing.is_called_for_another(claim, number) for number in matches
        ):
            return None
        return matches[0]

    def fits(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of the metric, the thing and the time that the wording names."""
        return self.metric.fits(claim, number) and self.thing.fits(claim, number) and self.time.fits(claim, number)

    def _is_meant(self, claim: Claim, matches: Sequence[ToolNumber]) -> bool:
        """Whether the tools returned what the wording names, so that another number cannot be it. Where the wording leaves open
        what is measured, that is what the matches are."""
        context = claim.context
        own = frozenset(number.measured for number in matches if self.metric.is_named(claim, number))
        loose = context.metrics is None or len(context.metrics) > MOST_MEANT
        if not loose or not own <= (_OUTCOMES | RELATIVE if context.metrics is None else _OUTCOMES):
            own = frozenset()
        key = (context.metrics, context.direct, context.times, tuple(context.names.items()), claim.quantity.kind, own)
        if key not in self._meant:
            self._meant[key] = any(
                self.metric.is_named(claim, number)
                and self.thing.is_named(claim, number)
                and self.time.fits(claim, number)
                and (not own or number.measured in own)
                and (number.metric in METRICS or number.inner is not None or _is_alike(claim.quantity, number))
                and (sayable(claim.quantity, number) or (context.direct and len(context.metrics or ()) <= MOST_MEANT))
                for number in self._index.numbers
            )
        return self._meant[key]


def _is_named(metrics: frozenset[str], number: ToolNumber) -> bool:
    """Whether the number is of a metric that the wording names; a list without a name may be one of trades."""
    return number.metric in metrics or (number.length and number.metric is None and "trades" in metrics)


def _is_alike(quantity: Quantity, number: ToolNumber) -> bool:
    """Whether a number of a key that is not known could be told in the claim's unit."""
    match quantity.kind:
        case "duration":
            return number.unit in TIME_UNITS
        case "percent" | "points" | "basis_points":
            return number.unit in UNIT_PER_FRACTION or (number.unit is None and abs(number.value) < _NO_SHARE)
        case "count":
            return number.value.is_integer() and number.unit is None
        case _:
            return True
