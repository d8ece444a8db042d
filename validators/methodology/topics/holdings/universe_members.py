"""What is said to be held: tickers, how many, and of which kinds."""

from dataclasses import dataclass, field
from typing import Literal

KEY = "universe"
FUND_ALONE = frozenset(["class:fund"])
SHARES_ALONE = frozenset(["class:share"])
SPECIAL = frozenset(["class:future", "class:crypto", "class:fx", "class:option", "class:deal"])
CLASSES = frozenset(["class:share", "class:bond", "class:commodity", "class:fund"])
HELD_AS_SHARES = frozenset(["class:fund", "class:deal"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Universe:
    """`tickers` named, `whole` where they are said to be all; `count` of members; `kinds`: what they are, by aspect.

    `alone`: one security at a time, whichever it is; `named`: the words for the kinds; `held`: that many are held, of maybe more;
    `open`: there is no "list", or not even a "kind" that it would have to be of.
    """

    tickers: frozenset[str] = frozenset()
    whole: bool = False
    count: int | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)
    alone: bool = False
    named: str = ""
    held: bool = False
    open: Literal["", "list", "kind"] = ""
    many: bool = False
    """Several at a time, however many."""
    choice: bool = False
    """Whoever uses it chooses what is traded."""
    sole: bool = False
    """Of nothing but the kinds, whatever else the passage speaks of."""
    companies: frozenset[str] = frozenset()
    """Names of companies or brands, in lower case."""
    things: frozenset[str] = frozenset()
    """Particular things, as `traded_things` names them."""
    beside: tuple[str, ...] = ()
    """Words of the same phrase that are none of these."""
    floor: float = 0.0
    """The least size of a member, in money."""
    quotes: frozenset[str] = frozenset()
    """Currencies that what is held is priced in."""


def of_aspect(kinds: frozenset[str], aspect: str) -> frozenset[str]:
    """The kinds that tell one aspect ("class", "region", "size", "index", "good", "venue")."""
    return frozenset(kind for kind in kinds if kind.startswith(aspect))
