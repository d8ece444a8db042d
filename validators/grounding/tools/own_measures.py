"""Keys that name what is measured in words that no vocabulary has: the "weights" of {"weights": {"NVDA": 0.25}}."""

from collections.abc import Mapping
from typing import Any

from validators.grounding.tools.key_dates import year_of
from validators.grounding.tools.keys import PLAIN_KEYS
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.dates import parse_date

_SHARED_OUT = frozenset(
    "weight allocation mix composition contribution attribution holding sector country region industry".split()
)
_MOST_WORDS = 3  # of a measure's name


def is_of_a_part(key: str) -> bool:
    """Whether a key beside a label that names a metric says of what part the number is: {"metric": "cagr", "benchmark": 0.1}."""
    metric = metric_of_key(key)
    return metric is not None and metric not in METRICS and key.lower() not in PLAIN_KEYS


def is_own(key: str) -> bool:
    """Whether a key names something measured that no vocabulary has: "weights"."""
    return is_of_a_part(key) and len(key_words(key)) <= _MOST_WORDS


def are_weights(block: str, node: Mapping[Any, Any]) -> bool:
    """Whether a record tells what share of a whole each of several parts has: {"sector_weights": {"energy": 0.2, "staples": 0.1}}."""
    return (
        len(node) > 1
        and not _SHARED_OUT.isdisjoint(key_words(block))
        and all(type(value) in (int, float) for value in node.values())
        and not any(metric_of_key(str(key)) in METRICS or str(key).isdecimal() for key in node)
    )


def is_of_measures(node: Mapping[Any, Any]) -> bool:
    """Whether a record holds numbers under the names of metrics."""
    return any(isinstance(value, (int, float)) and metric_of_key(str(key)) in METRICS for key, value in node.items())


def is_own_measure(key: str, value: Any, block: str) -> bool:
    """Whether a key that no vocabulary has names what is measured, in a block that only sorts: {"performance": {"cagr": 0.1,
    "positive_months": 0.65}}."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    own = metric_of_key(key)
    return (
        own is not None
        and own not in METRICS
        and len(key_words(key)) > 1
        and not key.isupper()
        and year_of(key) is None
        and parse_date(key) is None
        and metric_of_keys(block, key) is None
    )
