"""Whether a number could be of one of the metrics that words may name."""

from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.place_metric import LEAST_PAID
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS
from validators.grounding.tools.vocabulary.metrics import METRICS, allowed
from validators.numbers.quantity import Quantity
from validators.numbers.tail import CURRENCY_CODES

FALL = allowed((), "fall")
_DEPTHS = DRAWDOWNS | {"below_peak"}
_SLIPPAGE = frozenset({"slippage"})


def suits(index: ToolIndex, quantity: Quantity, means: frozenset[str]) -> bool:
    """Whether a number could be of one of the metrics: a percentage or a decimal of none that the tools return in whole numbers."""
    if means == FALL and quantity.kind not in ("percent", "money", "fraction"):
        return False
    if quantity.kind == "money" and means == _SLIPPAGE:
        return any(number.value >= LEAST_PAID for number in index.by_metric.get("slippage", ()))
    if quantity.kind == "money" and means <= _DEPTHS:
        return any(number.unit in CURRENCY_CODES for name in means for number in index.by_metric.get(name, ()))
    if quantity.kind == "money" and any(
        number.unit in CURRENCY_CODES for name in means - METRICS.keys() for number in index.of_key(name)
    ):
        return True  # "gross_exposure_usd"
    broken = quantity.kind == "plain" and quantity.step < 1 and quantity.scale == 1
    if broken or quantity.kind in ("percent", "points", "basis_points", "money", "fraction"):
        means = means - index.whole
    return any(can_be(quantity, name) for name in means)
