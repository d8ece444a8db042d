"""Whether a tool number is of the thing that a claim's wording names."""

import re
from collections.abc import Iterator

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.tail_level import level_of, levels_of, told_level
from validators.grounding.fit.time_fit import is_of_its_day
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import RELATIVE
from validators.grounding.tools.vocabulary.metrics import SETTINGS

_PERCENTILE = re.compile(r"(?:p|q|pct|percentile)_?0?([1-9]\d?)(?:th)?", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"\w+")
_OF_ALL = frozenset(
    "largest deepest worst biggest longest maximum max overall total all whole headline main".split()
)  # no part of a result


class ThingFit:
    """Fits the things that one answer's claims name to those of its tools' numbers."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        self._answer = answer
        self._index = index

    def fits(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether nothing that the number is of is at odds with the names of the wording."""
        if self.is_set_apart(claim, number):
            return False
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
                named_so = not allowed.isdisjoint((*_own(number), *(number.metric or "").split()))
                if not named_so and self._index.holds(
                    dimension, allowed, _alike(number.metric) | (claim.context.metrics or frozenset()) - SETTINGS
                ):
                    return False
        return self._is_main(claim, number)

    def is_named(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of a thing that the wording names."""
        names = claim.context.names
        told = (
            (held := number.scope.get(dimension, MAIN)) in allowed
            or (MAIN in allowed and not self._is_apart(dimension, held))
            or self._is_only_there(dimension, number, allowed)
            for dimension, allowed in names.items()
        )
        return self.fits(claim, number) and (not names or any(told))

    def is_called_for_another(self, claim: Claim, number: ToolNumber) -> bool:
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

    def is_set_apart(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of another pair of things than its sentence names, or at another level of a tail."""
        return (bool(self._index.pairs) and self._is_of_another_pair(claim, number)) or self._is_at_another_level(
            claim, number
        )

    def _is_at_another_level(self, claim: Claim, number: ToolNumber) -> bool:
        own = level_of(number)
        if own is None:
            return False
        told = told_level(self._answer.as_written(claim), claim.quantity.text)
        return told is not None and told != own and told in levels_of(self._index.numbers)

    def _is_of_another_pair(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of two things of which its sentence, which tells it alone, names not both, but both of another pair."""
        pairs = self._index.pairs
        own = next((pairs[name] for name in number.scope.values() if name in pairs), None)
        if own is None:
            return False
        written = self._answer.as_written(claim)
        if len(_FIGURE.findall(written)) != 1:
            return False
        said = _words(written)
        named = [parts for parts in pairs.values() if all(_words(part) <= said for part in parts)]
        return len(named) == 1 and own != named[0]

    def _is_of_another_call(self, dimension: str, allowed: frozenset[str], number: ToolNumber) -> bool:
        """Whether a number of running text stands in an output about another thing than the one named, which has outputs of its own."""
        about = self._index.calls_about(dimension, allowed)
        return bool(about) and number.call in self._index.calls_with(dimension) - about

    def _is_only_there(self, dimension: str, number: ToolNumber, allowed: frozenset[str]) -> bool:
        """Whether the tools returned a metric of the thing as a whole under a part's key only: the strategy's beta, with the benchmark."""
        return MAIN in allowed and number.measured in RELATIVE and not self._index.has_main(dimension, number)

    def _is_apart(self, dimension: str, held: str) -> bool:
        """Whether a name tells numbers apart: a key ("money", "regression") that holds metrics of its own only does not."""
        return not dimension.startswith(KEYED) or self._index.is_part(dimension, held)

    def _is_main(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether nothing singles the number out (`benchmark`, `test`) that the wording leaves unsaid, where the tools also
        returned the metric for the thing as a whole."""
        if is_of_its_day(claim, number):
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


def _own(number: ToolNumber) -> Iterator[str]:
    """The names of what a number is of; a benchmark is what it is compared with."""
    return (held for dimension, held in number.scope.items() if dimension != "benchmark")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _alike(metric: str | None) -> frozenset[str | None]:
    """A metric, and what another key may call the same."""
    return frozenset({metric, "return"} if metric == "total_return" else {metric})
