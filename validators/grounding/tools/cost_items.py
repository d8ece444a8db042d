"""What was spent on trading, told item by item: commissions, slippage, borrow fees, market impact."""

from collections.abc import Iterable
from functools import lru_cache

from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.tail import singular

COSTS = frozenset({"fee", "fees_paid", "slippage", "financing_cost", "market_impact"})
"""Metrics that costs of trading are told by."""
_ITEMS = frozenset(
    "commission fee slippage spread impact borrow financing funding tax taxe duty exchange clearing brokerage levy".split()
)
_FEWEST = 3  # a fee beside a slippage is how a run was set


def are_costs(keys: Iterable[object]) -> bool:
    """Whether keys list several costs of trading, and no settings."""
    return len(frozenset().union(*(_items_in(str(key)) for key in keys))) >= _FEWEST


@lru_cache(maxsize=16384)
def _items_in(key: str) -> frozenset[str]:
    return _ITEMS.intersection(map(singular, key_words(key)))
