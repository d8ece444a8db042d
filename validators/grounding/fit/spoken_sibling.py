"""Whether the words about a claim are those of the key of another number of the same record: "captured 41% of the spread" of
"spread_captured", beside a fill rate."""

import re
from collections.abc import Sequence
from functools import cached_property

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open
from validators.grounding.fit.words_of_key import is_said, is_told_besides, key_parts, own_words
from validators.grounding.readings.stems import EVERYDAY, LITTLE_SAID, stems
from validators.grounding.told_as import sayable
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS
from validators.grounding.tools.vocabulary.words import normal
from validators.numbers.tail import TIME_UNITS

_MOST_SIBLINGS = 60  # beyond that, their words are those of any sentence
_NOUN = re.compile(r"[*_]{0,2} ([a-z]{3,14}s)\b", re.IGNORECASE)
# what a key says of how large, of how many or of when, which is said of much else
_IN_ANY = stems(
    "largest biggest top best worst longest deepest highest lowest peak number count share size level position long short start end first last "
    "initial final current latest recent period date time day sample result total window signal order"
)
_NO_SHARE = 1000.0  # in percent: what is so large is an amount
# what is told to happen first, or what a share is of: "if the stop is hit you lose $500", "1.3% of the average capital"
_ASIDE = re.compile(
    r"\b(?:if|when|whenever|once|after|unless|until|should) [^,;]*?(?:[,;]|\b(?:you|we|it|they|your|the account)\b)"
    r"|(?<=#) of (?:the |its |your |all |an? )?(?:average |total |whole )?\w+",
    re.IGNORECASE,
)
_SAID_OTHERWISE = frozenset({"ytd", "median", "realized", "unrealized", "probability"})
_COUNTED = frozenset({"count", "plain"})
Siblings = Sequence[tuple[frozenset[str], ToolNumber]]


class SpokenSibling:
    """Rules numbers out by the words of the keys beside theirs, in one answer."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index

    def rules_out(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words about the claim are those of the key of another number of its record."""
        if number.prose or number.metric is None or number.length or self._answer.is_cell(claim):
            return False
        carried = not claim.context.direct and self._is_told_again(claim)
        if not carried and not {number.metric, number.inner}.isdisjoint(claim.context.metrics or ()):
            return False
        siblings, own = self._siblings.get(record_of(number.source), ()), _own_stems(number)
        if not own or not 1 < len(siblings) <= _MOST_SIBLINGS:
            return False
        others = [(words, other) for words, other in siblings if other.value != number.value]
        return self._is_counted_as_another(claim, number, others) or self._is_said_of_another(claim, number, others)

    def _is_said_of_another(self, claim: Claim, number: ToolNumber, others: Siblings) -> bool:
        """Whether no word that sets the number's key apart stands in the sentence, and the claim's part has one by which another key
        stands out. A number told twice has its words in its own part."""
        again = self._is_told_again(claim)
        if number.metric in METRICS and (
            claim.context.metrics is not None or claim.telling is not None or not (again or is_open(number.metric))
        ):
            return False
        own, shared = _own_stems(number), frozenset().union(*(words for words, _ in others))
        apart = own - shared or own
        if not again and not stems(self._answer.as_written(claim)).isdisjoint(apart):
            return False
        part = stems(_ASIDE.sub(" ", own_words(self._answer, claim, among=None))) - stems(
            " ".join(number.scope.values())
        )
        if again and not part.isdisjoint(apart):
            return False
        return any(
            self._could_be(claim, other)
            and (
                (told := words & part - own - stems(" ".join(other.scope.values()))) - _IN_ANY
                or len(told) == len(words) > 1
                or self._is_called(claim, number, other)
            )
            for words, other in others
        )

    def _is_counted_as_another(self, claim: Claim, number: ToolNumber, others: Siblings) -> bool:
        """Whether the noun of a count is the whole key of another number, and none of this one's: "64 longs" of 64 positions, 41 longs."""
        if claim.quantity.kind not in ("count", "plain") or claim.quantity.step < 1:
            return False
        noun = _NOUN.match(self._answer.text, claim.quantity.end)
        word = normal(noun[1]) if noun is not None else ""
        return word not in key_parts(number) and any(key_parts(other) == {word} for _, other in others)

    def _could_be(self, claim: Claim, other: ToolNumber) -> bool:
        """Whether the claim could tell another number, which its sentence does not tell besides."""
        kind = claim.quantity.kind
        if not sayable(claim.quantity, other) or other.measured in SETTINGS:
            return False
        if (kind == "percent" and abs(other.value) >= _NO_SHARE) or (
            kind not in _COUNTED and (other.unit in TIME_UNITS) != (kind == "duration")
        ):
            return False
        return not is_told_besides(self._answer, claim, other)

    def _is_called(self, claim: Claim, number: ToolNumber, other: ToolNumber) -> bool:
        """Whether the claim's part calls a number by a word of the key that prose says otherwise: "year to date" of "ytd"."""
        apart = (key_parts(other) - key_parts(number)) & _SAID_OTHERWISE
        return any(is_said(own_words(self._answer, claim, among=None), word) for word in apart)

    def _is_told_again(self, claim: Claim) -> bool:
        """Whether the sentence tells the same number besides."""
        told = self._answer.quantities_in(claim.passage)
        return sum((each.value, each.kind) == (claim.quantity.value, claim.quantity.kind) for each in told) > 1

    @cached_property
    def _siblings(self) -> dict[str, list[tuple[frozenset[str], ToolNumber]]]:
        """By record, the words by which the keys of its numbers stand out, and the numbers."""
        found: dict[str, list[tuple[frozenset[str], ToolNumber]]] = {}
        for number in self._index.numbers:
            if not (number.prose or number.length or number.metric is None) and (words := _own_stems(number)):
                found.setdefault(record_of(number.source), []).append((words, number))
        return found


def _own_stems(number: ToolNumber) -> frozenset[str]:
    """The words of a number's key that say what it measures."""
    metric = stems(number.metric or "") if number.metric not in METRICS else frozenset()
    return (metric | stems(" ".join(key_parts(number)))) - LITTLE_SAID - EVERYDAY
