"""Tables told crosswise: {"cagr": {"a": 0.1, "b": 0.2}, "sharpe": {"a": 1.1, "b": 0.9}} is a run "a" and a run "b", and so is a list
of {"metric": "cagr", "a": 0.1, "b": 0.2} with a row that names the two."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from validators.grounding.tools.key_dates import year_of
from validators.grounding.tools.keys import LABEL_KEYS, METRIC_KEYS, UNIT_KEYS, is_name_key
from validators.grounding.tools.place import Said
from validators.grounding.tools.said import said_of
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import GENERIC, key_words
from validators.numbers.dates import parse_date

# Words that call one of several things, and no kind of value.
_CALLS_ONE = frozenset("a b c x y z first last run window period version".split())
_VALUE_WORDS = GENERIC - _CALLS_ONE
_MOST_COLUMNS = 400


def crossed(node: Mapping[Any, Any]) -> dict[str, dict[str, Any]]:
    """The records, by column, of the dicts in a node whose keys are metrics and whose keys below are things; {} where there are none."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for key, value in node.items():
        if type(value) is dict and value and type(key) is str:
            groups.setdefault(tuple(sorted(map(str, value))), []).append(key)
    for inner, outer in groups.items():
        if len(outer) > 1 and len(inner) <= _MOST_COLUMNS and _crosses(tuple(outer), inner):
            return {name: {key: node[key].get(name) for key in outer} for name in map(str, node[outer[0]])}
    return {}


@lru_cache(maxsize=4096)
def _crosses(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    """Whether the keys outside are metrics, and those inside are things that have them."""
    known = [key for key in outer if metric_of_key(key) in METRICS]
    named = any(is_name_key(key) for key in outer)
    if len(known) + named < 2 or not known or 2 * (len(known) + named) < len(outer):
        return False
    return not any(_is_value(key) for key in inner) and not any(
        metric_of_keys(metric, key) is not None for metric in known for key in inner[:8] if not key.isdigit()
    )


def _is_value(key: str) -> bool:
    """Whether a key below a metric tells what kind of value it holds, or when: no thing that has the metric."""
    words = key_words(key)
    return (
        metric_of_key(key) in METRICS
        or key.lower() in UNIT_KEYS
        or (bool(words) and _VALUE_WORDS.issuperset(words))
        or year_of(key) is not None
        or parse_date(key) is not None
    )


def column_names(rows: Sequence[Any]) -> dict[str, Said]:
    """What rows of labels say of each column: {"metric": "model", "x": "a", "y": "b"}. {} where no row names anything."""
    first = rows[0] if rows else None
    if type(first) is not dict or len(rows) < 2:
        return {}
    label = next((key for key in first if str(key).lower() in METRIC_KEYS | LABEL_KEYS or key == ""), None)
    if label is None or any(type(row) is not dict or type(row.get(label)) is not str for row in rows):
        return {}
    labels = [row[label] for row in rows]
    if 2 * sum(metric_of_key(name) in METRICS for name in labels) < len(labels):
        return {}
    naming = [row for row in rows if is_name_key(row[label])]
    return {
        str(key): said_of({row[label]: row.get(key) for row in naming})
        for key in (first if naming else ())
        if key != label and str(key).lower() not in UNIT_KEYS
    }
