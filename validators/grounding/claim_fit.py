"""Whether a tool number of the right value is also what the wording says: its metric, its thing, its time."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import speaks_of
from validators.grounding.answer.told_difference import is_told_as_difference
from validators.grounding.number_match import UNIT_PER_FRACTION, Match, match, widest
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex, overlap
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber, is_of_one_period
from validators.grounding.tools.place_metric import COUNTED
from validators.grounding.tools.vocabulary.metric_vocabulary import (
    COUNTS,
    DRAWDOWNS,
    MONEY_ENDS,
    MOST_MEANT,
    RETURNS,
    STATISTICS,
    TOTALS,
)
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.derivation_cue import compares
from validators.numbers.dates import any_agrees, day_order
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.tail import TIME_UNITS

_LISTED = re.compile(
    r"\b(?:list(?:s|ed|ing)?|logged|log|itemi[sz]ed|shown|recorded|returned|output|counts?|entries|rows|records|book|hold(?:s|ing|ings)?|names|positions|signals|episodes|live|active)\b",
    re.IGNORECASE,
)
_EXTREMES = frozenset({"best_month", "worst_month", "best_year", "worst_year"})
_NAMED = STATISTICS | _EXTREMES | {"exposure"}  # what goes by its own name only
_BY_NAME = STATISTICS - {"cagr"} | COUNTS | {"exposure", "turnover"}  # what is called by no other metric's name
_LOOSE = frozenset({"return", "total_return", "equity"})  # by which a list of periods may go, or what an account holds
_TOTAL = frozenset({"total_return"})
_RELATIVE = frozenset(
    {"beta", "alpha", "correlation", "r_squared", "tracking_error", "information_ratio"}
)  # to something named
_OUTCOMES = frozenset({"profit", "final_equity"})
_TIMES = frozenset({"drawdown_duration", "holding_period"})
_MONEY = MONEY_ENDS | {"profit", "fees_paid"}
# what is told in points, as a part of something or apart from it
_APART = frozenset(
    "spread gap margin premium edge discount excess outperformance underperformance shortfall contrib contribution contributed attribution drag overweight underweight overshoot".split()
)
_NO_SHARE = 1000.0
_PERCENTILE = re.compile(r"(?:p|q|pct|percentile)_?0?([1-9]\d?)(?:th)?", re.IGNORECASE)
_SHORTEST_WORD, _WORDS_OF_KEY = 3, 2
_OF_A_YEAR = re.compile(r"year|ann\b|annu|\bp\.? ?a\b|compound|cagr|\brate\b|\bpace\b|\bclip\b", re.IGNORECASE)
_BY_YEAR = re.compile(r"[\s*_]{1,4}(?:a year|per (?:year|annum)|p\.a\b|yearly|annually|annuali[sz]ed)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[*_]{0,2} (?:figure|number|result)\b", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:in|from|behind|of|into) (?:the|that|this) \W?$", re.IGNORECASE)
_AT_END = re.compile(r"[*_]{0,2}(?:[.,;)](?!\d)|$|\n)")
_OF_ALL_TIME = frozenset({"win_rate", "loss_rate", "exposure", "max_drawdown", "average_drawdown", "total_return"})
_OF_A_DEPTH = re.compile(
    r"draw|\bm?dd\b|peak|trough|high|low|deep|slump|dip|under ?water|worst|at (?:one|some|its) (?:point|time)|bottom|most|max|from|along the way|setback|hole|recover",
    re.IGNORECASE,
)
_IN_THE_END = re.compile(
    r"\bover (?:the|this|its) |overall|in all\b|all told|total|cumulat|altogether|\b(?:by|at|in) the (?:end|close)\b|result|full|whole|ended|finish|\bnet\b",
    re.IGNORECASE,
)
_AT_DATE = re.compile(
    r"[ *_]{0,3}(?:\)[ *_]{0,3}[:=–—-]?|\(|,? (?:at|with|of|brought|cost|returned|lost|made)|,|[:=–—-])[ *_]{0,3}\W?",
    re.IGNORECASE,
)
_IN_DATE = re.compile(r",?[ *_]{0,3}(?:\(|in|during|,)? ?", re.IGNORECASE)
_BRACKET = re.compile(r"[0a-z]\s\(\W?$")
Matches = Mapping[Quantity, Sequence[ToolNumber]]  # by the number of each claim, the tool numbers of its value
Held = Mapping[Quantity, ToolNumber | None]  # the tool number that each claim tells


class ClaimFit:
    """Fits claims of one answer to the numbers of its tools."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index
        self._spoken: dict[tuple[int, str], bool] = {}
        self._meant: dict[tuple[object, ...], bool] = {}
        self._different: dict[Quantity, bool] = {}

    def matches(self, claim: Claim, wanted: Match = "grounded") -> list[ToolNumber]:
        """The tool numbers whose value meets the claim's in the wanted way, whatever they are of."""
        quantity, named = claim.quantity, claim.context.metrics or frozenset()
        return [
            number
            for number in self._index.near(quantity, widest(quantity))
            if match(quantity, number, telling=claim.telling, heard=claim.heard, named=_is_named(named, number))
            == wanted
            and self.told_as_it_is(claim, number)
        ]

    def fitting(self, claim: Claim, matches: Sequence[ToolNumber]) -> ToolNumber | None:
        """The match that is what the wording says; any match where no tool number is what the wording says."""
        fitting = [number for number in matches if self.fits(claim, number)]
        if fitting:
            return max(fitting, key=lambda number: (number.metric is not None, not number.length))
        if not matches or self._is_meant(claim, matches):
            return None
        if all(self.is_ruled_out(claim, number) for number in matches):
            return None
        if self._is_called_otherwise(claim, matches) or all(self._is_of_another(claim, number) for number in matches):
            return None
        return matches[0]

    def _is_of_another(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of a call about another thing than the one that the sentence names."""
        things = self._answer.things.mentions_in(claim.passage)
        call = number.call
        return any(
            number.scope.get(dimension, MAIN) not in (MAIN, *allowed)
            and {name for each in things.get(dimension, ()) for name in each.means} == allowed
            and not self._index.calls_about(dimension, allowed) & {call}
            for dimension, allowed in claim.context.names.items()
            if not dimension.startswith(KEYED)
        )

    def _is_called_otherwise(self, claim: Claim, matches: Sequence[ToolNumber]) -> bool:
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
            and all(self._is_statistic_unspoken(claim, each) for each in matches)
        ):
            return True
        if claim.context.direct and len(metrics) == 1 and all(each.measured in _BY_NAME - metrics for each in matches):
            return True
        named = any(metrics <= group for group in (STATISTICS, COUNTS, MONEY_ENDS))
        if not (claim.context.direct and named) and not metrics <= _EXTREMES:
            return False
        return all(number.metric in METRICS and number.metric not in metrics | _LOOSE for number in matches)

    def _is_statistic_unspoken(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is a statistic, and the claim's own sentence has no word of it."""
        return number.measured in STATISTICS - RETURNS and not speaks_of(
            self._answer.sentence(claim)[0], number.measured
        )

    def fits(self, claim: Claim, number: ToolNumber) -> bool:
        return self.metric_fits(claim, number) and self.names_fit(claim, number) and self.time_fits(claim, number)

    def metric_fits(self, claim: Claim, number: ToolNumber) -> bool:
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
        if self.metric_is(claim, number) or (_is_opaque(number.metric) and not self._is_named_outright(claim)):
            return True
        return number.length and _LISTED.search(self._answer.sentence(claim)[0]) is not None

    def _is_named_outright(self, claim: Claim) -> bool:
        """Whether the wording names one metric right at the claim, of which the tools returned numbers."""
        metrics = claim.context.metrics or frozenset()
        return claim.context.direct and len(metrics) == 1 and metrics <= self._index.held

    def metric_is(self, claim: Claim, number: ToolNumber) -> bool:
        metrics = claim.context.metrics
        if metrics is None:
            return True
        if self._is_loosely(claim, number):
            return True
        if self._index.held.isdisjoint(metrics) and not ("return" in self._index.held and metrics <= RETURNS):
            return not ((claim.context.direct or metrics <= _EXTREMES) and _is_another(metrics, number))
        return number.metric in metrics or (number.inner is not None and number.inner in metrics)

    def _is_loosely(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a number of a key that may say more than one thing is what the wording names: a "return" or "growth" where no
        other number of its record is that, and a key that is not known where the wording names several metrics or stands afar."""
        metrics = claim.context.metrics or frozenset()
        if number.measured == "return":
            wanted = metrics & RETURNS
            return bool(wanted) and len(number.times) != 1 and not self._index.tells(number, wanted)
        unknown = number.metric not in METRICS and number.inner is None and not number.length
        return unknown and len(metrics) > MOST_MEANT

    def is_ruled_out(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording cannot mean the number, though it has the claim's value."""
        small = claim.quantity.value == 0 != number.value and number.measured not in (claim.context.metrics or ())
        return (
            small
            or self.is_unspoken(claim, number)
            or self._is_of_another_key(claim, number)
            or self._is_no_return(claim, number)
            or self._is_dated_otherwise(claim, number)
            or self._is_no_rate_of_a_year(claim, number)
        )

    def _is_no_rate_of_a_year(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a share is told by the year ("won 60% yearly"), and the number is one of the whole time, beside which its record has
        the year's."""
        if number.measured not in _OF_ALL_TIME or claim.quantity.kind != "percent":
            return False
        by_year = _BY_YEAR.match(self._answer.text, claim.quantity.end) is not None
        return by_year and bool(self._index.fields(number, frozenset({"cagr"})))

    def _is_dated_otherwise(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether another month stands right at the claim than the one in which the tools had the best or worst month."""
        if number.metric not in _EXTREMES or not is_of_one_period(number) or not claim.context.times:
            return False
        text, quantity = self._answer.text, claim.quantity
        for date in self._answer.quantities_in(claim.passage):
            if date.kind == "date" and all(each.month is not None for each in date.readings):
                ahead = date.end <= quantity.start and _AT_DATE.fullmatch(text, date.end, quantity.start)
                if ahead or (quantity.end <= date.start and _IN_DATE.fullmatch(text, quantity.end, date.start)):
                    return not any_agrees(date.readings, number.times)
        return False

    def is_unspoken(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether no word about the claim touches the field of the number's metric, where none names one metric for sure."""
        metrics, measured = claim.context.metrics, number.measured
        if measured is None or number.prose or (metrics is not None and len(metrics) == 1):
            return False
        if self._answer.is_wordless(claim) or _is_of_its_day(claim, number):
            return False
        key = claim.passage, measured
        if key not in self._spoken:
            self._spoken[key] = speaks_of(self._answer.about(claim), measured)
        return not (self._spoken[key] or self._is_called_by_key(claim, number))

    def _is_called_by_key(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the sentence has words of the number's key: "the average day of 0.03%" of "averageDayPct"."""
        sentence = self._answer.sentence(claim)[0]
        said = [word for word in _key_parts(number) if len(word) >= _SHORTEST_WORD and _is_said(sentence, word)]
        return len(said) >= _WORDS_OF_KEY

    def _is_no_return(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a loose gain or loss is told, of which the number's record has a field, and nothing tells the rate of a year
        or the depth of a drawdown that the number is. A depth may be told as a loss only of what lost nothing in the end."""
        metrics = claim.context.metrics
        if metrics is not None and (len(metrics) == 1 or metrics.isdisjoint(_LOOSE)):
            return False
        if metrics is None and self._is_told_before(claim):
            return False
        if self._answer.is_wordless(claim):
            return False
        if number.measured == "cagr":
            if any("calmar" in mention.means for mention in self._answer.metrics.mentions(claim.passage)):
                return False  # which is a year's return over the drawdown
            beside, said = self._index.fields(number, _TOTAL), _OF_A_YEAR
        elif number.measured in DRAWDOWNS and metrics is not None:
            beside = [
                each for each in self._index.fields(number, _LOOSE) if each.value < 0 and each.times == number.times
            ]
            if not claim.context.times and _IN_THE_END.search(self._answer.sentence(claim)[0]) is None:
                return False
            said = _OF_A_DEPTH
        else:
            return False
        return bool(beside) and said.search(self._answer.about(claim)) is None

    def _is_told_before(self, claim: Claim) -> bool:
        """Whether a number is spoken of as one that is known: "the 12.6% figure", "fees are already in the 4.2%"."""
        text, quantity = self._answer.text, claim.quantity
        known = _KNOWN.search(text, max(0, quantity.start - 12), quantity.start) is not None
        return (known and _AT_END.match(text, quantity.end) is not None) or _FIGURE.match(
            text, quantity.end
        ) is not None

    def _is_of_another_key(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the sentence has a word of the key of another number of the same metric and record, and none of this one's:
        the "whole bill" is no commission where the tools returned a total beside it."""
        rivals = self._index.beside(number)
        if not rivals:
            return False
        alike = (each for each in self._answer.quantities_in(claim.passage) if each.kind == claim.quantity.kind)
        if len(list(alike)) > 1:
            return False
        is_said = partial(_is_said, self._answer.sentence(claim)[0])
        own = _key_parts(number)
        for rival in rivals:
            theirs, mine = _key_parts(rival) - own, own - _key_parts(rival)
            if mine and any(map(is_said, theirs & _CALLED.keys())) and not any(map(is_said, mine)):
                return True
        return False

    def _is_of_a_period(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a number without a name is of a month or a year, where the wording names a statistic that the tools returned."""
        metrics = claim.context.metrics
        if not number.times or number.prose or metrics is None or not claim.context.direct:
            return False
        return metrics <= STATISTICS and not self._index.metrics.isdisjoint(metrics)

    def is_beside_the_named(self, claim: Claim, number: ToolNumber, *, most: int = MOST_MEANT) -> bool:
        """Whether the record that the number stands in has a field of a metric that the wording names, which is another. `most`: the
        metrics that it may mean to name one."""
        metrics = claim.context.metrics
        if metrics is None or len(metrics) > most or number.measured in metrics or not metrics <= METRICS.keys():
            return False
        fields = self._index.fields(number, metrics)
        return bool(fields) and all(field.source != number.source for field in fields)  # "Sharpe    1.03    0.85"

    def _is_mere_count(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is a list's length or stands under a bare "n", where the wording names what the tools counted: "22 losers"."""
        metrics = claim.context.metrics
        if number.prose or metrics is None or not claim.context.direct or not metrics <= COUNTS - {"trades"}:
            return False
        bare = number.length or any(number.is_under(key) for key in ("n", "count", "total", "num"))
        return bare and not self._index.metrics.isdisjoint(metrics)

    def names_fit(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether nothing that the number is of is at odds with the names of the wording."""
        for dimension, allowed in claim.context.names.items():
            held = number.scope.get(dimension)
            if held is not None:
                if (
                    held not in allowed
                    and self._is_apart(dimension, held)
                    and not self._is_only_there(dimension, number, allowed)
                ):
                    return False
            elif (number.length and self._index.counts_apart(dimension, allowed, number.metric)) or (
                number.prose and self._is_of_another_call(dimension, allowed, number)
            ):
                return False
            elif dimension.startswith(KEYED) and not number.prose and MAIN not in allowed:
                named_so = not allowed.isdisjoint((*number.scope.values(), *(number.metric or "").split()))
                if not named_so and self._index.holds(
                    dimension, allowed, _alike(number.metric) | (claim.context.metrics or frozenset()) - SETTINGS
                ):
                    return False
        return self._is_main(claim, number)

    def _is_of_another_call(self, dimension: str, allowed: frozenset[str], number: ToolNumber) -> bool:
        """Whether a number of running text stands in an output about another thing than the one named, which has outputs of its own."""
        about = self._index.calls_about(dimension, allowed)
        return bool(about) and number.call in self._index.calls_with(dimension) - about

    def _is_only_there(self, dimension: str, number: ToolNumber, allowed: frozenset[str]) -> bool:
        """Whether the tools returned a metric of the thing as a whole under a part's key only: the strategy's beta, with the benchmark."""
        return MAIN in allowed and number.measured in _RELATIVE and not self._index.has_main(dimension, number)

    def _is_apart(self, dimension: str, held: str) -> bool:
        """Whether a name tells numbers apart: a key ("money", "regression") that holds metrics of its own only does not."""
        return not dimension.startswith(KEYED) or self._index.is_part(dimension, held)

    def names_are(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of a thing that the wording names."""
        names = claim.context.names
        told = (
            (held := number.scope.get(dimension, MAIN)) in allowed
            or (MAIN in allowed and not self._is_apart(dimension, held))
            or self._is_only_there(dimension, number, allowed)
            for dimension, allowed in names.items()
        )
        return self.names_fit(claim, number) and (not names or any(told))

    def time_fits(self, claim: Claim, number: ToolNumber) -> bool:
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
        return overlap(times, number.times) >= self._index.best_overlap(times, number.metric)

    def _is_dated(self, claim: Claim) -> bool:
        """Whether the number stands in brackets right behind a month or year of which the tools returned numbers: "April 2014 (-5%)"."""
        times, quantity = claim.context.times, claim.quantity
        if len(times) != 1 or times[0].day is not None or quantity.kind not in ("percent", "fraction"):
            return False
        if _BRACKET.search(self._answer.text, max(0, quantity.start - 3), quantity.start) is None:
            return False
        return any(
            is_of_one_period(number) and number.times[0] == times[0] and sayable(claim, number)
            for number in self._index.numbers
        )

    def compares(self, claim: Claim) -> bool:
        """Whether the words around the claim speak of a difference or a change."""
        text, start = self._answer.sentence(claim)
        return compares(text, claim.quantity.start - start)

    def is_difference(self, claim: Claim) -> bool:
        """Whether the wording tells the number as a difference or a ratio, which no level that a tool returned can be."""
        if claim.quantity not in self._different:
            text, start = self._answer.sentence(claim)
            end = start + len(text)
            told = is_told_as_difference(self._answer.text, start, end, claim.quantity)
            self._different[claim.quantity] = told
        return self._different[claim.quantity]

    def _is_meant(self, claim: Claim, matches: Sequence[ToolNumber]) -> bool:
        """Whether the tools returned what the wording names, so that another number cannot be it. Where the wording leaves open
        what is measured, that is what the matches are."""
        context = claim.context
        own = frozenset(number.measured for number in matches if self.metric_is(claim, number))
        loose = context.metrics is None or len(context.metrics) > MOST_MEANT
        if not loose or not own <= (_OUTCOMES | _RELATIVE if context.metrics is None else _OUTCOMES):
            own = frozenset()
        key = (context.metrics, context.direct, context.times, tuple(context.names.items()), claim.quantity.kind, own)
        if key not in self._meant:
            self._meant[key] = any(
                self.metric_is(claim, number)
                and self.names_are(claim, number)
                and self.time_fits(claim, number)
                and (not own or number.measured in own)
                and (number.metric in METRICS or number.inner is not None or _is_alike(claim.quantity, number))
                and (sayable(claim, number) or (context.direct and len(context.metrics or ()) <= MOST_MEANT))
                for number in self._index.numbers
            )
        return self._meant[key]

    def _is_main(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether nothing singles the number out (`benchmark`, `test`) that the wording leaves unsaid, where the tools also
        returned the metric for the thing as a whole."""
        if _is_of_its_day(claim, number):
            return True
        said = [dimension for dimension, held in number.scope.items() if self._is_percentile_said(claim, held)]
        for dimension, held in number.scope.items():
            if (
                not dimension.startswith(KEYED)
                or dimension in claim.context.names
                or held.lower() in _OF_ALL
                or any(self._index.implies(each, dimension, number.scope) for each in said)
                or self._answer.is_spoken_of(held, claim.passage)
            ):
                continue
            if any(
                held in allowed
                or (
                    MAIN not in allowed
                    and number.scope.get(other) in allowed
                    and self._index.implies(other, dimension, number.scope)
                )
                for other, allowed in claim.context.names.items()
            ):
                continue
            if self._index.has_main(dimension, number):
                return False
        return True

    def _is_percentile_said(self, claim: Claim, held: str) -> bool:
        """Whether a key is the percentile that the claim's sentence, or its row or column, names: "p5" of "5th"."""
        percentile = _PERCENTILE.fullmatch(held)
        if percentile is None:
            return False
        nth = rf"\b{percentile[1]}(?:st|nd|rd|th)\b|\bp{percentile[1]}\b"
        return re.search(nth, self._answer.as_written(claim)) is not None

    def told_as_it_is(self, claim: Claim, number: ToolNumber) -> bool:
        """A number that a tool gave as a difference is told in words of comparison, any other is not."""
        if number.prose or number.written is not None:
            return True
        if not _APART.isdisjoint((number.metric or "").split()):
            return True  # a spread by its own name, or what a part adds to the whole
        if number.difference:
            return claim.context.direct or claim.quantity.kind in ("points", "basis_points") or self.compares(claim)
        return not self.is_difference(claim)


_OF_ALL = frozenset(
    "largest deepest worst biggest longest maximum max overall total all whole headline main".split()
)  # no part of a result
_CALLED = {
    "total": r"total|whole|all\b|altogether|overall|entire|combined|bill\b",
    "gross": r"gross|before (?:\w+ )?(?:fees|costs)|pre-(?:fee|cost)",
    "net": r"net\b|after (?:\w+ )?(?:fees|costs)",
}


def _alike(metric: str | None) -> frozenset[str | None]:
    """A metric, and what another key may call the same."""
    return frozenset({metric, "return"} if metric == "total_return" else {metric})


def _lie_within(days: Sequence[DateParts], window: Sequence[DateParts]) -> bool:
    """Whether all are days between the first and the last one of a window."""
    if len(window) != 2 or any(date.day is None for date in (*days, *window)):
        return False
    first, last = map(day_order, window)
    return all(first <= day_order(date) <= last for date in days)


def _is_named(metrics: frozenset[str], number: ToolNumber) -> bool:
    """Whether the number is of a metric that the wording names; a list without a name may be one of trades."""
    return number.metric in metrics or (number.length and number.metric is None and "trades" in metrics)


def _is_of_its_day(claim: Claim, number: ToolNumber) -> bool:
    """Whether the wording names the very day that the number is of: "the week of 9 March 2020" for what a tool calls "worst"."""
    if len(number.times) != 1 or number.times[0].day is None:
        return False
    return len(claim.context.times) == 1 and claim.context.times[0] == number.times[0]


def _key_parts(number: ToolNumber) -> frozenset[str]:
    """The words of the key that a number stands under."""
    return frozenset(word for word in key_words(number.source.rpartition(".")[2]) if word.isalpha())


@lru_cache(maxsize=8192)
def _is_said(text: str, word: str) -> bool:
    return re.search(rf"\b(?:{_CALLED.get(word) or re.escape(word)})", text, re.IGNORECASE) is not None


def _is_another(metrics: frozenset[str], number: ToolNumber) -> bool:
    """Whether a metric of the tools is none of those named, though no tool calls one so."""
    held = number.metric
    if metrics <= STATISTICS:
        return held in METRICS
    if metrics <= _NAMED:
        return held in METRICS and not (held in _LOOSE and is_of_one_period(number))
    if metrics == _TOTAL:
        return held in STATISTICS
    if metrics <= MONEY_ENDS:
        return held in _MONEY - metrics
    if metrics <= _TIMES:
        return held in COUNTS
    return metrics <= COUNTS and held in COUNTS - metrics


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


def sayable(claim: Claim, number: ToolNumber) -> bool:
    """Whether the claim's unit could tell the number: a percentage cannot tell a count."""
    return number.metric is None or can_be(claim.quantity, number.metric)


@lru_cache(maxsize=16_384)
def _is_opaque(metric: str) -> bool:
    """Whether a key is an abbreviation that nobody can read for sure."""
    return metric not in METRICS and (len(metric) <= 3 or not any(letter in "aeiouy" for letter in metric))
