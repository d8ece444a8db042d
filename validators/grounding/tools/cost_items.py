"""What was spent on trading, told item by item: commissions, slippage, borrow fees, market impact."""

from collections.abc import Iterable
from functools import lru_cache

from validators.grounding.tools.vocabulary.words import key_words, singular

_ITEMS = frozenset(
    "commission fee slippage spread impact borrow financing funding tax duty exchange clearing brokerage levy".split()
)
_FEWEST = 3  # a fee beside a slippage is how a run was set


def are_costs(keys: Iterable[object]) -> bool:
    """Whether keys list the costs of trading, and no settings."""
    return sum(_is_cost(str(key)) for key in keys) >= _FEWEST


@lru_cache(maxsize=16384)
def _is_cost(key: str) -> bool:
    return any(singular(word) in _ITEMS for word in key_words(key))
