"""Whether a tool number is a difference where a claim's wording tells one."""

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.told_difference import is_told_as_difference
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.derivation_cue import compares
from validators.numbers.quantity import Quantity

# what is told in points, as a part of something or apart from it
_APART = frozenset(
    "alpha active relative spread gap margin premium edge discount excess outperformance underperformance shortfall contrib contribution contributed attribution drag overweight underweight overshoot".split()
)


_COUNTED = ("count", "duration")


class DifferenceFit:
    """Tells differences from levels, in the claims of one answer."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._different: dict[Quantity, bool] = {}

    def fits(self, claim: Claim, number: ToolNumber) -> bool:
        """A number that a tool gave as a difference is told in words of comparison, any other is not."""
        if number.prose or (number.written is not None and claim.quantity.kind not in _COUNTED):
            return True
        if not _APART.isdisjoint((number.metric or "").split()):
            return True  # a spread by its own name, or what a part adds to the whole
        if number.difference:
            return claim.context.direct or claim.quantity.kind in ("points", "basis_points") or self.compares(claim)
        return not self.is_told(claim)

    def compares(self, claim: Claim) -> bool:
        """Whether the words around the claim speak of a difference or a change."""
        text, start = self._answer.sentence(claim)
        return compares(text, claim.quantity.start - start)

    def is_told(self, claim: Claim) -> bool:
        """Whether the wording tells the number as a difference or a ratio, which no level that a tool returned can be."""
        if claim.quantity not in self._different:
            text, start = self._answer.sentence(claim)
            end = start + len(text)
            told = is_told_as_difference(self._answer.text, start, end, claim.quantity)
            self._different[claim.quantity] = told
        return self._different[claim.quantity]
