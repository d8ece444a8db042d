"""The unit that a record gives to a class of its numbers: {"units": {"returns": "decimal", "fees": "basis points", "amounts": "USD"}}."""

from collections.abc import Mapping
from functools import lru_cache

from validators.grounding.tools.share_convention import RATES
from validators.grounding.tools.vocabulary.metrics import measure_of
from validators.grounding.tools.vocabulary.words import key_unit, key_words

_CLASSES = (
    ("cost", frozenset("fee cost commission slippage charge".split())),
    ("share", frozenset("return percentage share rate performance drawdown volatility".split())),
    ("money", frozenset("amount money monetary currency equity cash pnl profit balance value".split())),
    ("time", frozenset("duration time period holding".split())),
)


def unit_of_class(units: Mapping[str, str], metric: str | None) -> str | None:
    """The unit told of the class that a metric is of; None where none is."""
    if metric is None:
        return None
    own = "cost" if metric in RATES else measure_of(metric)
    return next((key_unit(unit) for said, unit in units.items() if _class_of(said) == own), None)


@lru_cache(maxsize=4096)
def _class_of(key: str) -> str | None:
    words = key_words(key)
    return next((kind for kind, said in _CLASSES if words and said.issuperset(words)), None)
