"""What a piece of text says as a number: the type that the scanner gives and the rules read."""

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

Kind = Literal[
    "plain", "percent", "points", "basis_points", "money", "multiple", "date", "count", "duration", "fraction", "split"
]
Hedge = Literal["about", "over", "under"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """A date as far as it is told: None for a part that is left out. `quarter` 1-4, `half` 1-2, `decade` e.g. 2010."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None


class Quantity(Struct, frozen=True, kw_only=True, gc=False):
    """A number as written, at characters `start` to `end` of its text. A Struct, since texts make them by the thousand.

    `value` is in the kind's own unit, with its sign and scale: 11.3 for "11.3%", 25 for "25 bps", 1.2e6 for "$1.2 million",
    the year or 0 for a date. `step` is one unit of the last place shown, in the same unit (0.1 for "11.3%", 1e5 for
    "$1.2 million"). `sign` is -1 or 1 where the text marks it, else 0; `gloss` is set for a bare number in parentheses,
    which may be an aside or an accountant's minus. `scale` is the factor of a scale word ("million"), else 1.
    `currency` is an ISO code. `noun` is the word counted or the unit of time, in the singular. `parts` are the numbers
    of a split (80/20). `readings` are the dates it may mean (two for 03/04/2020), () where it is none.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: float
    step: float
    sign: Literal[-1, 0, 1] = 0
    gloss: bool = False
    scale: float = 1.0
    currency: str | None = None
    noun: str | None = None
    hedge: Hedge | None = None
    spelled: bool = False
    parts: tuple[float, ...] = ()
    readings: tuple[DateParts, ...] = ()


def are_alike(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are of one kind; whether a noun follows a whole number makes none."""
    return left.kind == right.kind or {left.kind, right.kind} == {"count", "plain"}
