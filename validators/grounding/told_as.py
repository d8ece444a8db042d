"""Whether the unit that a number is told in can tell a metric's numbers."""

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.place_metric import LEAST_PAID
from validators.grounding.tools.vocabulary.metric_vocabulary import SCORES
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.numbers.quantity import Quantity
from validators.numbers.tail import CURRENCY_CODES

_TOLD_IN_BPS = frozenset({"fee", "slippage", "expense_ratio", "tracking_error", "alpha", "volatility", "var", "cvar"})


MANY_BPS = 100  # what a fee never is


def can_be(quantity: Quantity, name: str) -> bool:
    """Whether a metric's numbers could be told as this one is: a percentage tells no count."""
    measure, kind = measure_of(name), quantity.kind
    if name in SCORES and (
        kind in ("count", "duration", "money") or (quantity.step >= 1 and abs(quantity.value) > 100)
    ):
        return False
    if measure == "any":
        return True
    match kind:
        case "basis_points":
            return measure == "share" and (
                name in _TOLD_IN_BPS or name not in METRICS or abs(quantity.value) >= MANY_BPS
            )
        case "percent" | "points" | "fraction":
            return measure == "share"
        case "money":
            return measure == "money"
        case "duration":
            return measure == "time" or name == "observations"
        case "count":
            return measure in ("time", "count")
        case "multiple":
            return measure in ("ratio", "share", "money")
        case "split":
            return False
        case _:
            if measure == "share" and quantity.step >= 1 and abs(quantity.value) > 100:
                return False
            return quantity.step >= 1 or measure in ("share", "ratio", "money", "time")


def sayable(quantity: Quantity, number: ToolNumber) -> bool:
    """Whether a number's unit could tell a tool's number: a percentage cannot tell a count, but what the tool itself gives in percent."""
    if number.unit == "percent" and quantity.kind == "percent":
        return True
    if number.unit in CURRENCY_CODES and quantity.kind == "money":
        return True  # slippage in dollars
    if number.measured == "slippage" and quantity.kind == "money":
        return abs(number.value) >= LEAST_PAID
    return number.metric is None or can_be(quantity, number.metric)
