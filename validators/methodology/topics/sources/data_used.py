"""What is said of the data that a strategy reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a text says of the data: `rates` (how often, and of how many minutes or hours, 0 where that is open), `adjusted` for splits
    and dividends, `kinds`, `fields` (closes, bars, quotes) and `vendors`; a statement only: `priced`, of a market's prices, and `only`, of nothing else."""

    rates: frozenset[tuple[str, int]] = frozenset()
    adjusted: bool | None = None
    kinds: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    vendors: frozenset[str] = frozenset()
    priced: bool = False
    only: bool = False
    years: frozenset[int] = frozenset()
    """The first and the last of the data."""
    delisted: bool | None = None
    """Whether what no longer exists is in the data."""
    tenors: frozenset[int] = frozenset()
    """Of forwards or deposit rates, in months."""
    supplier: str = ""
    """Whoever is named with a capital as where the data come from."""
