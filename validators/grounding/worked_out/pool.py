"""Results of arithmetic, sorted by size, so that those that a number tells and those that lie near it are found at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from math import isfinite
from typing import Literal

from validators.grounding.number_match import agrees, round_step, widest
from validators.numbers.quantity import Quantity

Measure = Literal["share", "money", "number", "time", "ratio"]

_CLOSE = 0.15  # of a number's size: within that, results crowd round it
_WIDE = 2.0
_EXACTLY = 0.1
_NEVER_BELOW = "share of"  # zero
MOST_RESULTS = 12_000
COMPOUNDED = 2.0  # the largest of the returns that may be compounded
# What a result is multiplied by to stand in a claim's unit, by the claim's kind and the result's measure.
TOLD: dict[str, dict[Measure, float]] = {
    "percent": {"share": 100.0, "ratio": 100.0}, "points": {"share": 100.0}, "basis_points": {"share": 10_000.0},
    "fraction": {"share": 1.0, "ratio": 1.0}, "money": {"money": 1.0}, "count": {"number": 1.0}, "multiple": {"ratio": 1.0, "number": 1.0, "share": 1.0},
    "duration": {"time": 1.0}, "plain": {"number": 1.0, "money": 1.0, "time": 1.0, "share": 100.0, "ratio": 1.0},
}  # fmt: skip


def room_of(claim: Quantity) -> float:
    """How far from the claim a result may lie, to either side."""
    if claim.hedge in ("over", "under"):
        return widest(claim)
    return 0.5 * max(claim.step, round_step(abs(claim.value), claim.step) if claim.hedge else 0.0)


class Pool:
    """Results by what they are, each with how it came about."""

    def __init__(self) -> None:
        self._found: dict[Measure, dict[float, str]] = {}
        self._sizes: dict[Measure, list[float]] = {}
        self._left = MOST_RESULTS

    @property
    def full(self) -> bool:
        return self._left <= 0

    def add(self, measure: Measure, result: float, work: str) -> None:
        if self._left > 0 and isfinite(result):
            self._left -= 1
            self._found.setdefault(measure, {}).setdefault(abs(result), work)

    def told(
        self,
        claim: Quantity,
        chance: float,
        *,
        exact: bool = False,
        only: tuple[str, ...] | None = None,
        without: tuple[str, ...] = (),
    ) -> str | None:
        """How a result that the claim tells came about; None where none does, or where a number of its precision that is wrong
        would agree with one more often than in a share of `chance`; `exact`: only what it is to the digit, which few are by chance;
        `only`: of the operations that words select, since no other result could stand in its place; `without`: of none that words would have to name."""
        size, room = abs(claim.value), room_of(claim) * (_EXACTLY if exact else 1.0)
        if not size or 2 * room > chance * size:
            return None
        most, close = chance * size / (2 * room), chance * _CLOSE * size / room
        work, wide, near = None, set[int](), 0
        for measure, factor in TOLD.get(claim.kind, {}).items():
            if claim.kind == "plain" and claim.step >= 1 and measure == "ratio":
                continue
            for result in self._within(measure, size / _WIDE / factor, size * _WIDE / factor):
                how = self._found[measure][result]
                if (
                    (only is not None and not how.startswith(only))
                    or how.startswith(without)
                    or (claim.sign < 0 and how.startswith(_NEVER_BELOW))
                ):
                    continue
                told = result * factor
                if abs(told - size) <= 1e-9 * size if exact else agrees(claim, told):
                    work = work or how
                    continue
                place = round(told / room)
                if place not in wide:
                    wide.add(place)
                    near += abs(told - size) <= _CLOSE * size
                    if len(wide) + 1 > most or near > close:
                        return None
        return work

    def _within(self, measure: Measure, low: float, high: float) -> Iterator[float]:
        if measure not in self._found:
            return iter(())
        sizes = self._sizes.get(measure)
        if sizes is None:
            sizes = self._sizes[measure] = sorted(self._found[measure])
        return iter(sizes[bisect_left(sizes, low) : bisect_right(sizes, high)])
