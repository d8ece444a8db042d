"""Whether the words about a claim are those of a number's key, or of the key of another number beside it."""

import re
from functools import cached_property, partial

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open
from validators.grounding.answer.loose_metric import PERIODS_TOLD
from validators.grounding.fit.spoken_sibling import SpokenSibling
from validators.grounding.fit.words_of_key import CALLED, is_said, is_told_besides, key_parts, own_words
from validators.grounding.readings.stems import EVERYDAY, LITTLE_SAID, stems
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.names.lone_parts import PART
from validators.grounding.tools.number import PLACE, ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.tools.vocabulary.words import key_words

_CHANCE = frozenset("prob probability chance odds likelihood".split())
_CHANCE_SAID = re.compile(
    r"probab|chance|\bodds\b|likel|share|fraction|proportion|percentage of|\brisk\b|\b(?:of|in) (?:the |all |its |those )?(?:\d[\d,]* )?(?:paths|simulat\w+|cases|runs|trials|outcomes|scenarios|draws|samples|the time|times)\b",
    re.IGNORECASE,
)
_PERIODS = frozenset("day week month quarter year session".split())
_SHARE_OF = re.compile(r"[*_]{0,2} (?:of|share)\b")
_MOST_MEASURES = 60  # beyond that, their words are those of any sentence
_ROOT = 3  # letters: "los" of loss and losing
_PARTS = frozenset("trade win winner winning loss loser losing".split())
_APART = frozenset({"gross", "realized", "unrealized"})  # no profit without a word of it


class SpokenKey:
    """Rules numbers out by the words of their keys, in one answer; `sibling` by those of the keys beside theirs."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index
        self.sibling = SpokenSibling(answer, index)

    def rules_out(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words are of another key, and not of the number's."""
        return (
            self._is_of_another_key(claim, number)
            or self._is_of_own_measure(claim, number)
            or self._is_part_unsaid(claim, number)
            or self._is_called_apart(claim, number)
            or self._is_one_averaged(claim, number)
            or self._is_no_chance(claim, number)
            or self._is_of_other_periods(claim, number)
            or self.sibling.rules_out(claim, number)
        )

    def _is_of_another_key(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the sentence has a word of the key of another number of the same metric and record, and none of this one's:
        the "whole bill" is no commission where the tools returned a total beside it."""
        rivals = self._index.beside(number)
        if not rivals:
            return False
        own = key_parts(number)
        apart = own & _APART if number.measured == "profit" else frozenset()
        if apart:
            around = f"{self._answer.as_written(claim)} {self._answer.around(claim.passage)}"
            if not any(is_said(around, word) for word in apart):
                return any(apart.isdisjoint(key_parts(rival)) for rival in rivals)
        told = partial(is_said, own_words(self._answer, claim, among=claim.quantity.kind))
        called = CALLED.keys() - set(key_words(number.measured or ""))
        for rival in rivals:
            theirs, mine = key_parts(rival) - own, own - key_parts(rival)
            if not mine or any(map(told, mine)):
                continue
            if number.measured == "trades" and is_told_besides(self._answer, claim, rival):
                continue  # "527 trades: 281 long and 246 short"
            if any(map(told, theirs & called)) or self._is_named_as(claim, number, rival):
                return True
        return False

    def _is_named_as(self, claim: Claim, number: ToolNumber, rival: ToolNumber) -> bool:
        """Whether a word that only the rival's key has stands in the claim's part, and none that only the number's has in its sentence,
        which does not tell the rival besides."""
        apart = number.measured == "drawdown_duration" or (
            rival.scope != number.scope
            and (PART in claim.context.names or _without_part(rival) != _without_part(number))
        )
        if apart or is_told_besides(self._answer, claim, rival):
            return False
        own, others = stems(" ".join(key_parts(number))), stems(" ".join(key_parts(rival) - CALLED.keys()))
        common = LITTLE_SAID | EVERYDAY | stems((number.measured or "").replace("_", " "))
        said = stems(own_words(self._answer, claim, among=claim.quantity.kind))
        mine = own - stems(" ".join(key_parts(rival)))
        return not said.isdisjoint(others - own - common) and mine.isdisjoint(stems(self._answer.as_written(claim)))

    def _is_of_own_measure(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether no metric is named, and the words are of the key of another number, one that no vocabulary knows: "swaps brought
        in $5,120" of "swap_income"."""
        if claim.context.metrics is not None or number.prose or number.unit is None or not self._own_measures:
            return False
        if number.measured is None or not is_open(number.measured) or self._answer.is_cell(claim):
            return False
        said = stems(own_words(self._answer, claim, among=None))
        if not said.isdisjoint(stems(number.metric or "")):
            return False
        return any(unit == number.unit and not said.isdisjoint(own) for own, unit in self._own_measures)

    @cached_property
    def _own_measures(self) -> list[tuple[frozenset[str], str | None]]:
        """The words by which the keys of numbers tell what no vocabulary knows, and the numbers' units."""
        own = {
            (stems(number.metric) - LITTLE_SAID, number.unit)
            for number in self._index.numbers
            if number.metric is not None and number.metric not in METRICS and number.inner is None and not number.prose
        }
        return [(words, unit) for words, unit in own if words] if len(own) <= _MOST_MEASURES else []

    def _is_part_unsaid(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number's key says that it is of one trade or of those won or lost, no word does, and its record has the whole
        under the metric's own name: a "max trade drawdown" beside the drawdown."""
        if number.inner is None or number.prose or measure_of(number.inner) == "time":
            return False
        own = _PARTS.intersection((number.metric or "").split())
        part = {word for word in own if word[:_ROOT] not in (number.inner or "")}
        if not part or not any(
            each.metric == number.inner for each in self._index.fields(number, frozenset({number.inner}))
        ):
            return False
        said = self._answer.about(claim)
        return not any(is_said(said, word) for word in part)

    def _is_no_chance(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a chance is told, of which the number is none though its record has one; or the number is one that no word says."""
        if number.prose or claim.quantity.kind not in ("percent", "plain", "fraction"):
            return False
        if _CHANCE.isdisjoint(key_parts(number)):
            told = is_said(own_words(self._answer, claim, among=claim.quantity.kind), "probability")
            return told and record_of(number.source) in self._chances
        counted = _SHARE_OF.match(self._answer.text, claim.quantity.end) is not None
        return (
            claim.quantity.kind == "percent" and not counted and _CHANCE_SAID.search(self._answer.about(claim)) is None
        )

    def _is_of_other_periods(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a share of days, months or years is told, and the number's key tells one of other periods."""
        told = PERIODS_TOLD.match(self._answer.text, claim.quantity.end)
        own = key_parts(number) & _PERIODS
        return told is not None and bool(own) and told["period"].lower() not in own

    @cached_property
    def _chances(self) -> frozenset[str]:
        """The records that tell a chance."""
        return frozenset(
            record_of(number.source)
            for number in self._index.numbers
            if not number.prose and not _CHANCE.isdisjoint(key_parts(number))
        )

    def _is_one_averaged(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether an average is told, and the number is one of a list, beside which the tools returned the average: "the Sharpe averages
        0.77" of one fold."""
        if (
            number.prose
            or not PLACE.search(number.source)
            or "average" in (number.metric or "").replace("_", " ").split()
        ):
            return False
        if not is_said(own_words(self._answer, claim, among=claim.quantity.kind), "average"):
            return False
        own = key_parts(number)
        return any(
            each.value != number.value and not PLACE.search(each.source) and key_parts(each) - own == {"average"}
            for each in self._index.by_metric.get(number.measured or "", ())
        )

    def _is_called_apart(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words call the number otherwise than its key does, and as the key of another number of its record and unit: "the
        median is 27 bps" of "mean_ret_bps" beside "median_ret_bps"."""
        metrics = claim.context.metrics
        if (
            number.metric is None
            or number.unit is None
            or number.metric in METRICS
            or number.prose
            or (metrics and len(metrics) <= MOST_MEANT)
        ):
            return False
        own = CALLED.keys() & number.metric.split()
        others = self._called.get((record_of(number.source), number.unit), frozenset()) - own
        if not others:
            return False
        told = own_words(self._answer, claim, among=None)
        return any(is_said(told, word) for word in others) and not any(is_said(told, word) for word in own)

    @cached_property
    def _called(self) -> dict[tuple[str, str | None], frozenset[str]]:
        """The words by which the keys of each record tell apart what has no name of its own, by unit."""
        called: dict[tuple[str, str | None], frozenset[str]] = {}
        for number in self._index.numbers:
            if number.metric is not None and number.metric not in METRICS and not number.prose:
                place = record_of(number.source), number.unit
                called[place] = called.get(place, frozenset()) | (CALLED.keys() & number.metric.split())
        return called


def _without_part(number: ToolNumber) -> dict[str, str]:
    """What a number is of, but for the part that its own key tells."""
    return {dimension: name for dimension, name in number.scope.items() if dimension != PART}
