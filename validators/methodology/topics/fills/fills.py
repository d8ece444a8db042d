"""A fill as documents and answers tell it."""

from dataclasses import dataclass, field
from typing import Literal

Day = Literal["same", "next", "later"]
Price = Literal[
    "open",
    "close",
    "settlement",
    "vwap",
    "twap",
    "mid",
    "fix",
    "limit",
    "stop",
    "quote",
    "intraday",
    "clock",
    "extreme",
    "average",
    "other",
]
Order = Literal["market", "limit"]
Rest = Literal["mid", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """The `day` of a fill as seen from its signal and the `price` it gets; None: unsaid. `others`: of a limit order, the price it is set to."""

    day: Day | None = None
    price: Price | None = None
    others: frozenset[Price] = frozenset()
    order: Order | None = None
    rest: Rest | None = None
    """Where a limit order rests: between the quotes, or at one of them."""
    over: float | None = None
    """Over how many trading days an average price is taken."""
    open: bool = False
    """The document is said to leave it open."""
    weekday: str = ""
    bar: str = ""
    """The kind of bar whose open or close is meant, "" where that is not told."""
    lag: float | None = None
    """A delay after the signal, in trading days."""
    part: str = ""
    """The part of the session in which it is filled: "early", "late", or "" where that is not told."""
    times: frozenset[int] = frozenset()
    """The times of the day at which it is filled."""
    role: str = field(default="", compare=False)
    """What is filled: "entry", "exit", or "" where that is not told."""
    roles: "tuple[Execution, ...]" = ()
    """Of a document: the fills of entries and of exits, where they are not of one price."""
    months: frozenset[str] = frozenset()


TELLING = (
    "settlement",
    "stop",
    "quote",
    "fix",
    "vwap",
    "twap",
    "mid",
    "limit",
)  # where the open and the close leave it open whose day is meant
WITHIN = (
    "vwap",
    "twap",
    "mid",
    "limit",
    "stop",
    "quote",
    "clock",
    "intraday",
    "average",
    "extreme",
    "other",
)  # what is dealt within a session
