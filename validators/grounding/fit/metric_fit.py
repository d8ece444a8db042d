"""Whether a tool number is of the metric that a claim's wording names."""

import re
from collections.abc import Sequence
from functools import lru_cache

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.spoken_metric import LOOSE_GAINS, SpokenMetric
from validators.grounding.fit.time_fit import TimeFit
from validators.grounding.readings.stems import stems
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber, is_of_one_period
from validators.grounding.tools.place_metric import COUNTED
from validators.grounding.tools.vocabulary.metric_vocabulary import (
    COSTS,
    COUNTS,
    EXTREME_PERIODS,
    MONEY_ENDS,
    MOST_MEANT,
    OF_A_TRADE,
    RETURNS,
    STATISTICS,
)
from validators.grounding.tools.vocabulary.metrics import METRICS

_LISTED = re.compile(
    r"\b(?:found|reports?|list(?:s|ed|ing)?|logged|log|itemi[sz]ed|shown|recorded|returned|output|counts?|entries|rows|records|book|hold(?:s|ing|ings)?|names|positions|signals|episodes|live|active)\b",
    re.IGNORECASE,
)
_NAMED = STATISTICS | EXTREME_PERIODS | {"exposure"}  # what goes by its own name only
_BY_NAME = STATISTICS - {"cagr"} | COUNTS | {"exposure", "turnover"}  # what is called by no other metric's name
# what no tool means that calls a number otherwise
_OWN_NAME = frozenset(
    "expense_ratio dividend_yield ulcer_index martin_ratio recovery_factor up_capture down_capture losing_streak winning_streak gain_to_pain "
    "kelly tail_ratio system_quality".split()
)
_TIMES = frozenset({"drawdown_duration", "holding_period"})
# what is of no single trade
_OF_A_RUN = (
    COSTS | STATISTICS | COUNTS | MONEY_ENDS | EXTREME_PERIODS | {"exposure", "turnover", "below_peak", "loss_rate"}
)
_MONEY = MONEY_ENDS | {"profit", "fees_paid"}


class MetricFit:
    """Fits the metrics that one answer's claims name to those of its tools' numbers."""

    def __init__(self, answer: Answer, index: ToolIndex, time: TimeFit) -> None:
        self._answer = answer
        self._index = index
        self._time = time
        self._spoken = SpokenMetric(answer, index)

    def fits(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number may be the metric that the wording names; one of no known metric may be any, and so may a list's
        length where the sentence speaks of lists."""
        if number.metric is None:
            return not (
                self._is_of_a_period(claim, number)
                or self._is_mere_count(claim, number)
                or (claim.context.direct and self.is_beside_the_named(claim, number, most=1))
            )
        if self.is_ruled_out(claim, number) or (number.metric == COUNTED and self._is_mere_count(claim, number)):
            return False
        if self.is_named(claim, number) or (_is_opaque(number.metric) and not self._is_named_outright(claim)):
            return True
        return number.length and _LISTED.search(self._answer.sentence(claim)[0]) is not None

    def is_named(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of a metric that the wording names; where it names none that the tools returned, any may be."""
        metrics = claim.context.metrics
        if metrics is None:
            return True
        if self._is_loosely(claim, number):
            return True
        if self._index.held.isdisjoint(metrics) and not ("return" in self._index.held and metrics <= RETURNS):
            told = claim.context.direct or metrics <= EXTREME_PERIODS or metrics <= OF_A_TRADE
            return not (told and _is_another(metrics, number))
        return number.metric in metrics or (number.inner is not None and number.inner in metrics)

    def is_ruled_out(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording cannot mean the number, though it has the claim's value."""
        small = claim.quantity.value == 0 != number.value and number.measured not in (claim.context.metrics or ())
        timed = self._time.is_of_another_month(claim, number) or self._time.is_one_averaged(claim, number)
        return small or timed or self._spoken.rules_out(claim, number)

    def is_of_sibling(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words about the claim are those of another key of the number's record."""
        return self._spoken.is_of_sibling(claim, number)

    def is_beside_the_named(self, claim: Claim, number: ToolNumber, *, most: int = MOST_MEANT) -> bool:
        """Whether the record that the number stands in has a field of a metric that the wording names, which is another. `most`: the
        metrics that it may mean to name one."""
        metrics = claim.context.metrics
        if metrics is None or len(metrics) > most or number.measured in metrics or not metrics <= METRICS.keys():
            return False
        fields = self._index.fields(number, metrics)
        return bool(fields) and all(field.source != number.source for field in fields)  # "Sharpe    1.03    0.85"

    def is_called_otherwise(self, claim: Claim, matches: Sequence[ToolNumber]) -> bool:
        """Whether the wording names a statistic that no tool returned, or only for something else, and the matches have names of
        their own."""
        metrics = claim.context.metrics
        if metrics is None:
            return False
        if claim.context.direct and metrics <= _NAMED and self._index.held.isdisjoint(metrics):
            return not any(is_of_one_period(number) for number in matches) or metrics <= STATISTICS
        if (
            len(metrics) == 1
            and metrics <= STATISTICS
            and all(self._spoken.is_statistic_unspoken(claim, each) for each in matches)
        ):
            return True
        if claim.context.direct and len(metrics) == 1 and all(each.measured in _BY_NAME - metrics for each in matches):
            return True
        if claim.context.direct and len(metrics) == 1 and metrics <= STATISTICS & self._index.held:
            told = stems(self._answer.with_heads(claim)[0])
            if all(_is_clear(each.metric) and stems(each.metric or "").isdisjoint(told) for each in matches):
                return True
        named = any(metrics <= group for group in (STATISTICS, COUNTS, MONEY_ENDS))
        if not (claim.context.direct and named) and not metrics <= EXTREME_PERIODS:
            return False
        return all(number.measured in METRICS and number.measured not in metrics | LOOSE_GAINS for number in matches)

    def _is_named_outright(self, claim: Claim) -> bool:
        """Whether the wording names one metric right at the claim, of which the tools returned numbers."""
        metrics = claim.context.metrics or frozenset()
        return claim.context.direct and len(metrics) == 1 and metrics <= self._index.held

    def _is_loosely(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a number of a key that may say more than one thing is what the wording names: a "return" or "growth" where no
        other number of its record is that, and a key that is not known where the wording names several metrics or stands afar."""
        metrics = claim.context.metrics or frozenset()
        if number.measured == "return":
            wanted = metrics & RETURNS
            return bool(wanted) and len(number.times) != 1 and not self._index.tells(number, wanted)
        unknown = number.metric not in METRICS and number.inner is None and not number.length
        return unknown and len(metrics) > MOST_MEANT

    def _is_of_a_period(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a number without a name is of a month or a year, where the wording names a statistic that the tools returned."""
        metrics = claim.context.metrics
        if not number.times or number.prose or metrics is None or not claim.context.direct:
            return False
        return metrics <= STATISTICS and not self._index.metrics.isdisjoint(metrics)

    def _is_mere_count(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is a list's length or stands under a bare "n", where the wording names what the tools counted: "22 losers"."""
        metrics = claim.context.metrics
        if number.prose or metrics is None or not claim.context.direct or not metrics <= COUNTS - {"trades"}:
            return False
        bare = number.length or any(number.is_under(key) for key in ("n", "count", "total", "num"))
        return bare and not self._index.metrics.isdisjoint(metrics)


def _is_another(metrics: frozenset[str], number: ToolNumber) -> bool:
    """Whether a metric of the tools is none of those named, though no tool calls one so."""
    held = number.metric
    if metrics <= STATISTICS:
        return held in METRICS
    if metrics <= OF_A_TRADE:
        return held in _OF_A_RUN and not is_of_one_period(number)
    if metrics <= _NAMED:
        return held in METRICS and not (held in LOOSE_GAINS and is_of_one_period(number))
    if metrics <= _OWN_NAME:
        return held in METRICS
    if metrics == {"total_return"}:
        return held in STATISTICS
    if metrics <= MONEY_ENDS:
        return held in _MONEY - metrics
    if metrics <= _TIMES:
        return held in COUNTS
    return metrics <= COUNTS and held in COUNTS - metrics


def _is_clear(metric: str | None) -> bool:
    """Whether a key of the tool's own says in words what it measures."""
    return metric is not None and metric not in METRICS and " " in metric


@lru_cache(maxsize=16_384)
def _is_opaque(metric: str) -> bool:
    """Whether a key is an abbreviation that nobody can read for sure."""
    return metric not in METRICS and (len(metric) <= 3 or not any(letter in "aeiouy" for letter in metric))
