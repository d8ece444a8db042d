"""Whether the words about a claim let it mean a tool number's metric, where they do not name it."""

import re

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import speaks_of
from validators.grounding.answer.told_alike import is_set_against
from validators.grounding.fit.drawdown_stretch import stretch_of, stretches_said
from validators.grounding.fit.spoken_key import SpokenKey
from validators.grounding.fit.time_fit import is_of_its_day
from validators.grounding.fit.words_of_key import is_said, key_parts
from validators.grounding.number_match import match
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.names.lone_parts import PART
from validators.grounding.tools.number import MAIN, ToolNumber, is_of_one_period
from validators.grounding.tools.vocabulary.metric_vocabulary import (
    DRAWDOWNS,
    MOST_MEANT,
    OF_A_TRADE,
    RETURNS,
    STATISTICS,
)
from validators.numbers.quantity import Quantity
from validators.numbers.tail import TIME_UNITS

# by which a list of periods may go, or what an account holds
LOOSE_GAINS = frozenset({"return", "total_return", "equity"})
_SHORTEST_WORD, _WORDS_OF_KEY = 3, 2
_OF_A_YEAR = re.compile(r"year|\byr\b|ann\b|annu|\bp\.? ?a\b|compound|cagr|\brate\b|\bpace\b|\bclip\b", re.IGNORECASE)
_BY_YEAR = re.compile(
    r"(?:[ *_]|\n(?!\n)){1,4}(?:(?:a|per) (?:year|yr|annum)|p\.a\b|yearly|annually|annuali[sz]ed)\b|[\s*_]{0,4}/ ?(?:year|yr)\b",
    re.IGNORECASE,
)
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
_OF_THE_RUN = frozenset({"profit", "total_return", "cagr", "final_equity"})
_TRADE = re.compile(
    r"trad|deal|position|\bbet|transact|round.?trip|w[io]nn|wins?\b|loser|losing|loss(?:es)?\b|averag|\bavg|typical|\bmean|expect|\beach\b|\bper\b|\bevery\b"
    r"|[a-z]{3}est\b|single|\bone\b|\bonce\b|\btop\b|record|worst|best|usual|edge|pick|\bcall|when(?:ever)?\b|green|\bred\b|good|bad",
    re.IGNORECASE,
)
_EXTREMES = {"average_drawdown": "max_drawdown", "average_loss": "worst_trade", "average_win": "best_trade"}
_EXTREME = re.compile(
    r"\b(?:best|worst|largest|biggest|fattest|ugliest|nastiest|heaviest|most painful|at most|as much as|no more than|up to)\b",
    re.IGNORECASE,
)
_NEVER_WON = frozenset({"volatility", "downside_deviation", "tracking_error", "turnover", "ulcer_index"})
_NO_WORD = re.compile(r"[^\w.;]*")
_TODAY = re.compile(r"\b(?:currently|right now|at present|at the moment|today)\b", re.IGNORECASE)
_AVERAGE = re.compile(
    r"averag|\bavg|\bmean|typical|usual|ordinary|normal|common|tend|routine|run-of-the-mill|everyday|median",
    re.IGNORECASE,
)


class SpokenMetric:
    """Rules metrics out by the words of one answer, spoken or unspoken."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index
        self._key = SpokenKey(answer, index)
        self._spoken: dict[tuple[int, str], bool] = {}

    def rules_out(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words about the claim cannot mean the number's metric."""
        return (
            self._is_unspoken(claim, number)
            or self._key.rules_out(claim, number)
            or self._is_no_trade(claim, number)
            or self._is_no_average(claim, number)
            or self._is_no_return(claim, number)
            or self._is_no_longer(claim, number)
            or _is_no_change(claim, number)
            or self._is_no_rate_of_a_year(claim, number)
            or self._is_another_stretch(claim, number)
        )

    def is_of_sibling(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words about the claim are those of another key of the number's record."""
        return self._key.sibling.rules_out(claim, number)

    def is_statistic_unspoken(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is a statistic, and the claim's own sentence has no word of it."""
        return number.measured in STATISTICS - RETURNS and not speaks_of(
            self._answer.sentence(claim)[0], number.measured
        )

    def _is_unspoken(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether no word about the claim touches the field of the number's metric, where none names one metric for sure."""
        metrics, measured = claim.context.metrics, number.measured
        if measured is None or number.prose or (metrics is not None and len(metrics) == 1):
            return False
        if self._answer.is_wordless(claim) or is_of_its_day(claim, number) or self._is_of_part_named(claim, number):
            return False
        key = claim.quantity.start, measured
        if key not in self._spoken:
            self._spoken[key] = speaks_of(self._about(claim, number), measured)
        return not (self._spoken[key] or self._is_called_by_key(claim, number))

    def _is_of_part_named(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording names the part that the number's key tells beside its metric: "90% long" of a "long exposure"."""
        return number.scope.get(PART, MAIN) in claim.context.names.get(PART, frozenset()) - {MAIN}

    def _about(self, claim: Claim, number: ToolNumber) -> str:
        """What is said about the claim; of a metric of which the tools returned one number, without its name where that stands right
        before another one: "closed up 11.3%, with volatility of 11.3%"."""
        said = self._answer.about(claim)
        if len(self._index.by_metric.get(number.measured or "", ())) > 1:
            return said
        text, start = self._answer.sentence(claim)
        others = [
            each
            for each in self._answer.quantities_in(claim.passage)
            if each.start != claim.quantity.start
            and not self._is_joined(each, claim.quantity)
            and (each.kind == claim.quantity.kind or match(each, number, named=True) is None)
        ]
        labels = {
            label
            for each in others
            if (label := self._answer.metrics.label_before(claim.passage, each.start)) is not None
            and any(can_be(each, name) for name in label.means)
        }
        own = text
        for label in sorted(labels, key=lambda each: -each.start):
            own = f"{own[: label.start - start]} ; {own[label.end - start :]}"
        return own + said[len(text) :]

    def _is_joined(self, before: Quantity, quantity: Quantity) -> bool:
        """Whether two numbers are told together, so that one name may be of both: "won / lost: 128 / 105", "12 against 19"."""
        text = self._answer.text
        return (
            is_set_against(text, before, quantity) or _NO_WORD.fullmatch(text, before.end, quantity.start) is not None
        )

    def _is_called_by_key(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the sentence has words of the number's key: "the average day of 0.03%" of "averageDayPct", or says of what its key
        counts them: the days of "n_days"."""
        if number.measured == "observations":
            return any(is_said(self._answer.as_written(claim), word) for word in key_parts(number) & TIME_UNITS)
        sentence = self._answer.sentence(claim)[0]
        said = [word for word in key_parts(number) if len(word) >= _SHORTEST_WORD and is_said(sentence, word)]
        return len(said) >= _WORDS_OF_KEY

    def _is_no_trade(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a gain or loss is told loosely, the number is of one trade or of the usual one, and no word speaks of any."""
        if number.measured not in OF_A_TRADE or number.prose or len(claim.context.metrics or ()) <= MOST_MEANT:
            return False
        if self._answer.is_wordless(claim) or not self._index.fields(number, _OF_THE_RUN):
            return False
        return _TRADE.search(self._answer.about(claim)) is None

    def _is_no_average(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a drawdown, or the best or worst of trades, is told, and the number is the average of them, which no word says,
        beside which its record has the deepest or that one."""
        extreme = _EXTREMES.get(number.measured or "")
        if extreme is None or number.prose or claim.context.metrics == frozenset({number.measured}):
            return False
        said = self._answer.about(claim)
        if not self._index.fields(number, frozenset({extreme})) or _AVERAGE.search(said) is not None:
            return False
        return extreme in DRAWDOWNS or _EXTREME.search(self._answer.sentence(claim)[0]) is not None

    def _is_no_return(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a loose gain or loss is told, of which the number's record has a field, and nothing tells the rate of a year
        or the depth of a drawdown that the number is. A depth may be told as a loss only of what lost nothing in the end."""
        metrics = claim.context.metrics
        if metrics is not None and (len(metrics) == 1 or metrics.isdisjoint(LOOSE_GAINS)):
            return False
        if metrics is None and self._is_told_before(claim):
            return False
        if self._answer.is_wordless(claim):
            return False
        if number.measured == "cagr":
            if any("calmar" in mention.means for mention in self._answer.metrics.mentions(claim.passage)):
                return False  # which is a year's return over the drawdown
            beside = [
                each
                for each in self._index.fields(number, frozenset({"total_return", "return"}))
                if each.measured == "total_return" or (each.metric == "return" and not is_of_one_period(each))
            ]
            said = _OF_A_YEAR
        elif number.measured in DRAWDOWNS and metrics is not None:
            beside = [
                each
                for each in self._index.fields(number, LOOSE_GAINS)
                if each.value < 0 and each.times == number.times
            ]
            if not claim.context.times and _IN_THE_END.search(self._answer.sentence(claim)[0]) is None:
                return False
            said = _OF_A_DEPTH
        else:
            return False
        return bool(beside) and said.search(self._answer.about(claim)) is None

    def _is_no_longer(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a drawdown is told as that of today, and the number is the deepest or the average, beside the one of today."""
        if number.measured not in DRAWDOWNS or number.measured == "current_drawdown":
            return False
        told = _TODAY.search(self._answer.sentence(claim)[0]) is not None
        return told and bool(self._index.fields(number, frozenset({"current_drawdown"})))

    def _is_another_stretch(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words about a number of days tell the fall, the recovery or the whole of a drawdown, the number is of another of
        them, and its record has what they tell."""
        if number.measured != "drawdown_duration" or (own := stretch_of(number)) is None:
            return False
        others = {stretch_of(each) for each in self._index.beside(number)} - {own}
        if not others - {None}:
            return False
        text, placed = self._answer.with_heads(claim)
        shift = claim.quantity.start - placed.start
        inside = [each for each in self._answer.quantities_in(claim.passage) if each.kind not in ("date", "split")]
        before = max((each.end for each in inside if each.end <= claim.quantity.start), default=shift)
        after = min((each.start for each in inside if each.start >= claim.quantity.end), default=shift + len(text))
        said = stretches_said(text, placed.start, placed.end, before - shift, after - shift)
        return bool(said) and own not in said and not others.isdisjoint(said)

    def _is_told_before(self, claim: Claim) -> bool:
        """Whether a number is spoken of as one that is known: "the 12.6% figure", "fees are already in the 4.2%"."""
        text, quantity = self._answer.text, claim.quantity
        known = _KNOWN.search(text, max(0, quantity.start - 12), quantity.start) is not None
        return (known and _AT_END.match(text, quantity.end) is not None) or _FIGURE.match(
            text, quantity.end
        ) is not None

    def _is_no_rate_of_a_year(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a share is told by the year ("won 60% yearly"), and the number is one of the whole time, beside which its record has
        the year's."""
        if number.measured not in _OF_ALL_TIME or claim.quantity.kind != "percent":
            return False
        by_year = _BY_YEAR.match(self._answer.text, claim.quantity.end) is not None
        return by_year and bool(self._index.fields(number, frozenset({"cagr"})))


def _is_no_change(claim: Claim, number: ToolNumber) -> bool:
    """Whether a share is told as won or lost, and not by its name, and the number is of what an account never wins or loses."""
    told = claim.telling is not None and claim.quantity.kind == "percent"
    named = claim.context.metrics or frozenset()
    return told and number.measured in _NEVER_WON and named.isdisjoint({number.metric, number.measured})
