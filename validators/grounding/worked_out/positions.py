"""What positions are worth, cost and have gained, by their sizes and prices: "AAPL is worth $18,950 and has gained $3,950"."""

import re
from collections.abc import Sequence
from itertools import product

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.pool import Pool

_WORTH = re.compile(
    r"\b(?:positions?\b|worth\b|values?\b|valued\b|notional|stakes?\b|proceeds|sold|sales?\b|brought in)", re.IGNORECASE
)
_BOUGHT = re.compile(r"\b(?:invested|outlay|paid\b|bought|purchases?\b|cost\b)", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:gain\w*|los(?:t|s|es|ing)|profit\w*|up|down|rose|risen|fell|fallen|since|return\w*|made|climbed|dropped|ahead|behind)\b",
    re.IGNORECASE,
)
_PRICES = frozenset("price entry exit buy sell open close fill cost last mark current market".split())
_PAID = frozenset("cost entry buy bought purchase paid".split())
_NAMED = frozenset("entry exit open close last".split())  # prices that words tell apart
_SIZES = frozenset("shares share qty quantity units contracts size".split())


def add_positions(pool: Pool, text: str, numbers: Sequence[ToolNumber]) -> None:
    """What positions of one thing come to, at the prices of which the text speaks, if of any."""
    worth, bought, moved = (cue.search(text) for cue in (_WORTH, _BOUGHT, _MOVED))
    sizes = [number for number in numbers if is_size(number)] if worth or bought or moved else []
    if len(sizes) != 1:
        return
    size = sizes[0]
    prices = [number for number in numbers if is_price(number)]
    paid = [number for number in prices if not _PAID.isdisjoint(_words(number))]
    others = [number for number in prices if number not in paid]
    told = [number for number in prices if any(word in text.lower() for word in _NAMED.intersection(_words(number)))]
    told = told or [*((others or paid) if worth else ()), *((paid or others) if bought else ())]
    for price in told if worth or bought else ():
        pool.add("money", price.value * size.value, f"formula {price.source} × {size.source}")
    for cost, price in product(paid, prices) if moved else ():
        if cost is not price and cost.value > 0:
            pool.add("ratio", price.value / cost.value - 1, f"formula change from {cost.source} to {price.source}")
            gain = (price.value - cost.value) * size.value
            pool.add("money", gain, f"formula ({price.source} − {cost.source}) × {size.source}")


def is_size(number: ToolNumber) -> bool:
    return not _SIZES.isdisjoint(_words(number))


def is_price(number: ToolNumber) -> bool:
    return not _PRICES.isdisjoint(_words(number)) and not is_size(number)


def _words(number: ToolNumber) -> tuple[str, ...]:
    return key_words(number.source.rpartition(".")[2])
