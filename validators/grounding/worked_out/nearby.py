"""The numbers that an answer tells near one of its claims: in its sentence, in the sentences, lists and tables before."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from validators.grounding.number_match import PER_FRACTION
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.stated_beside import Stated
from validators.numbers.quantity import Quantity

MOST_BEFORE = 3
BARE = ("plain", "count", "duration")
TOTAL_WORDS = re.compile(r"\b(?:total|sum|sums|adds? up|all(?: in)?|overall|together)\b", re.IGNORECASE)
IN_OTHER_WORDS = re.compile(
    r"[^.;:\d,(]{0,24}(?:,|\(|=|→|≈|–|—|\bor\b)(?: ?i\.e\.,?)?[^.;:\d,(]{0,24}|,? (?:so|and) (?:that(?:'s|’s| is) )?(?:about |roughly )?"
)


Results = Iterator[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Nearby:
    """What stands around a `claim` of an answer, `text`: `start` and `end` of its sentence, the numbers in it before the claim (`own`) and
    after (`after`), those of the sentences before with the lists and tables there (`block`), all in order, there also by the
    sentence or row of a table (`lines`); `head` are the labels of its row and column; `records` are those of the tools, `metrics` what the
    claim may be of; `suits` tells whether a tool's number is of its thing and time."""

    text: str
    claim: Quantity
    start: int
    end: int
    own: Sequence[Stated]
    after: Sequence[Stated]
    block: Sequence[Stated]
    lines: Sequence[Sequence[Stated]]
    head: str
    records: Sequence[Sequence[ToolNumber]]
    metrics: frozenset[str]
    suits: Callable[[ToolNumber], bool]

    @property
    def sentence(self) -> str:
        return self.head + self.text[self.start : self.end]

    @property
    def ahead(self) -> Sequence[Stated]:
        """The numbers before the claim, the nearest first."""
        return [*reversed(self.own), *reversed(self.block)]

    def words_before(self, quantity: Quantity, length: int = 60) -> str:
        """What its sentence or line says before a number."""
        before = self.text[max(0, quantity.start - length) : quantity.start]
        return before.rpartition("\n")[2]

    def between(self, left: Quantity, right: Quantity) -> str:
        return self.text[left.end : right.start]


def in_unit_of(claim: Quantity, stated: Stated) -> float | None:
    """A number in the claim's unit; None where it is of another kind. A bare one may be of any, as in a list of points."""
    quantity = stated.quantity
    if quantity.kind == claim.kind or (quantity.kind in BARE and claim.kind in BARE):
        return stated.value * PER_FRACTION.get(quantity.kind, 1.0)
    if quantity.kind in PER_FRACTION and claim.kind in PER_FRACTION:
        return stated.value * PER_FRACTION[claim.kind]
    if quantity.kind in BARE and claim.kind in (*PER_FRACTION, "money"):
        return stated.value if quantity.step == claim.step else None
    return quantity.value if quantity.kind == "money" and claim.kind == "plain" else None


def is_alike(left: Stated, right: Stated) -> bool:
    """Whether one of two numbers may be a part of the other."""
    kinds = {left.quantity.kind, right.quantity.kind}
    return len(kinds) == 1 or kinds <= set(BARE) or kinds <= PER_FRACTION.keys() or "plain" in kinds


def size(stated: Stated) -> float:
    return abs(stated.value) * PER_FRACTION.get(stated.quantity.kind, 1.0)


def part(one: Stated, whole: Stated) -> tuple[float, str]:
    return 100 * size(one) / size(whole), f"{one.quantity.text} / {whole.quantity.text}"


def beside(near: Nearby) -> Stated | None:
    """The number that the claim stands in apposition to."""
    last = near.own[-1] if near.own else None
    return last if last is not None and IN_OTHER_WORDS.fullmatch(near.between(last.quantity, near.claim)) else None


def groups(claim: Quantity, told: Sequence[Stated], *, same: bool) -> Iterator[list[Stated]]:
    """The numbers that are of one kind and metric, in order; `same`: of those that may stand in the claim's unit."""
    held: dict[tuple[str | None, str | None], list[Stated]] = {}
    for each in reversed(told):
        number = each.number
        if number is not None and (not same or in_unit_of(claim, each) is not None):
            held.setdefault((number.unit or number.currency, number.measured), []).append(each)
    return (group for group in held.values() if len(group) > 1)
