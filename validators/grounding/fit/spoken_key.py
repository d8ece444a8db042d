"""Whether the words about a claim are those of a number's key, or of the key of another number beside it."""

import re
from functools import cached_property, lru_cache, partial

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open
from validators.grounding.readings.stems import LITTLE_SAID, stems
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.tools.vocabulary.words import key_words

_COSTS = r"(?:(?:all|any|the|its|trading|those|these|every|\w+ing)\s){0,2}(?:fees?|costs?|commissions?|brokerage|slippage|charges|frictions?|expenses)"
_PART = re.compile(r",\s|;|\b(?:and|but|while|whereas|against|versus|vs|plus|of which)\b")
_PLACES = re.compile(r"(?:\[\d+\])+\Z")
_MOST_MEASURES = 60  # beyond that, their words are those of any sentence
_ROOT = 3  # letters: "los" of loss and losing
_PARTS = frozenset("trade win winner winning loss loser losing".split())
_APART = frozenset({"gross", "realized", "unrealized"})  # no profit without a word of it
_CALLED = {
    "realized": r"(?<!un)reali[sz]ed|booked|closed|locked|banked|taken|crystalli[sz]ed",
    "unrealized": r"unreali[sz]ed|open\b|floating|paper|still\b",
    "total": r"total|whole|all\b|altogether|overall|entire|combined|bill\b",
    "gross": rf"gross|before {_COSTS}|pre-(?:fee|cost)|w[io]nn|wins?\b|winnings|profitable|takings|deduct|without {_COSTS}|sum of",
    "median": r"median",
    "average": r"average|averag\w+|mean|typical",
    "best": r"best|largest|biggest|top\b|star",
    "worst": r"worst|ugliest|nastiest",
    "long": r"long\b|longs\b",
    "short": r"short\b|shorts\b",
    "cost": r"costs?\b|fees?\b|charges?\b",
    "trade": r"(?:single|one|an?|any|per|each|every|individual) (?:single )?(?:trade|position|deal)",
    "net": rf"net(?:s|ted)?\b|after {_COSTS}",
}


class SpokenKey:
    """Rules numbers out by the words of their keys, in one answer."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index

    def rules_out(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words are of another key, and not of the number's."""
        return (
            self._is_of_another_key(claim, number)
            or self._is_of_own_measure(claim, number)
            or self._is_part_unsaid(claim, number)
            or self._is_called_apart(claim, number)
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
        told = partial(is_said, self._own_words(claim, among=claim.quantity.kind))
        for rival in rivals:
            theirs, mine = key_parts(rival) - own, own - key_parts(rival)
            if mine and any(map(told, theirs & _CALLED.keys())) and not any(map(told, mine)):
                return True
        return False

    def _is_of_own_measure(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether no metric is named, and the words are of the key of another number, one that no vocabulary knows: "swaps brought
        in $5,120" of "swap_income"."""
        if claim.context.metrics is not None or number.prose or number.unit is None or not self._own_measures:
            return False
        if number.measured is None or not is_open(number.measured) or self._answer.is_cell(claim):
            return False
        said = stems(self._own_words(claim, among=None))
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
        own = _CALLED.keys() & number.metric.split()
        others = self._called.get((record_of(number.source), number.unit), frozenset()) - own
        if not others:
            return False
        told = self._own_words(claim, among=None)
        return any(is_said(told, word) for word in others) and not any(is_said(told, word) for word in own)

    @cached_property
    def _called(self) -> dict[tuple[str, str | None], frozenset[str]]:
        """The words by which the keys of each record tell apart what has no name of its own, by unit."""
        called: dict[tuple[str, str | None], frozenset[str]] = {}
        for number in self._index.numbers:
            if number.metric is not None and number.metric not in METRICS and not number.prose:
                place = record_of(number.source), number.unit
                called[place] = called.get(place, frozenset()) | (_CALLED.keys() & number.metric.split())
        return called

    def _own_words(self, claim: Claim, *, among: str | None) -> str:
        """The sentence of a claim, or only the words of its own part where it tells several numbers; `among`: of that kind."""
        text, start = self._answer.sentence(claim)
        quantity, end = claim.quantity, start + len(text)
        told = [each for each in self._answer.quantities_in(claim.passage) if among in (None, each.kind)]
        if len(told) == 1:
            return self._answer.written(start, end)
        start = max((each.end for each in told if each.end <= quantity.start), default=start)
        end = min((each.start for each in told if each.start >= quantity.end), default=end)
        before = self._answer.written(start, quantity.start)
        return _PART.split(before)[-1] + " # " + _PART.split(self._answer.written(quantity.end, end))[0]


def key_parts(number: ToolNumber) -> frozenset[str]:
    """The words of the key that a number stands under."""
    path = _PLACES.sub("", number.source)
    key = path[len(record_of(path)) :]
    return frozenset(word for word in key_words(key.strip('.[]"')) if word.isalpha())


@lru_cache(maxsize=8192)
def is_said(text: str, word: str) -> bool:
    return re.search(rf"\b(?:{_CALLED.get(word) or re.escape(word)})", text, re.IGNORECASE) is not None
