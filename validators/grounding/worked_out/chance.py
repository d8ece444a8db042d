"""Results that agree with a number, weighed against those that might as well have: arithmetic on many numbers gives anything."""

from collections.abc import Iterable
from typing import TypeVar

from validators.grounding.number_match import agrees
from validators.numbers.quantity import Quantity

Work = TypeVar("Work")


def is_by_chance(claim: Quantity, others: Iterable[float], room: float, chance: float) -> bool:
    """Whether a number like the claim would agree with one of the `others` more often than in a share of `chance`: each takes
    `room` to either side, of a span as wide as the claim's size."""
    apart = {round(abs(value) / room) if room else value for value in others}
    return 2 * room * len(apart) > chance * abs(claim.value)


def is_near(claim: Quantity, result: float) -> bool:
    """Whether a result is of the claim's size, so that a wrong number might well have agreed with it."""
    return 0.5 <= abs(result / claim.value if claim.value else 0.0) <= 2


def first_told(claim: Quantity, results: Iterable[tuple[float, Work]], room: float, chance: float) -> Work | None:
    """How the first of the results that agree with the claim came about; None where none does, or where it could as well be chance."""
    found: Work | None = None
    near: list[float] = []
    for result, work in results:
        if agrees(claim, result):
            found = work if found is None else found
        elif is_near(claim, result):
            near.append(result)
    return None if is_by_chance(claim, near, room, chance) else found
