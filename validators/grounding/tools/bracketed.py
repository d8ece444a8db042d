"""What a value and the one in brackets behind it are: "Profit trades (% of total)": "32 (45.71%)", "Drawdown": "3791.17 (30.86%)"."""

import re

from validators.grounding.tools.vocabulary.key_relations import WON
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.quantity import Quantity

_PAIR = re.compile(
    r"\s*[-+−(]?[$€£]?[-−]?\d[\d.,]*\)?\s?(?:%|[A-Z]{3,5})?\s?\([-+−]?[$€£]?[-−]?\d[\d.,]*\s?(?:%|[A-Z]{3,5})?\)\s*"
)
# A metric, and the one that is its share of the whole.
_SHARES_OF = {"winning_trades": "win_rate", "losing_trades": "loss_rate", "profit": "total_return"}


def is_pair(text: str) -> bool:
    """Whether a text is a value and another in brackets, and nothing else."""
    return _PAIR.fullmatch(text) is not None


def outer_key(key: str) -> str:
    """A key without what it says in brackets of the value in brackets."""
    return key.partition("(")[0].strip() if key.endswith(")") else key


def metrics_of_pair(key: str, metric: str | None, first: Quantity, second: Quantity) -> tuple[str | None, str | None]:
    """The metrics of the two; `metric` is what the place of the pair says."""
    outer = outer_key(key)
    if outer != key:
        metric = metric_of_key(outer)
    if measure_of(metric) == "count" and not first.value.is_integer():
        return None, None  # "Maximal consecutive loss (count)": "-823.77 (3)"
    if "percent" not in (first.kind, second.kind):
        return metric, None
    if measure_of(metric) == "share":
        return metric, metric
    inside = key[len(outer) :]
    if metric not in METRICS and not WON.isdisjoint(key_words(inside)):
        return metric, " ".join((*(word for word in key_words(outer) if word != "trade"), "win rate"))
    return metric, _SHARES_OF.get(metric or "")
