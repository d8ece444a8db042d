"""The names that a record gives to keys under which numbers stand elsewhere: "old" is the carry, "new" the moth."""

import re
from collections.abc import Mapping
from typing import Any

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import LABEL_KEYS, LETTER, LONGEST_LABEL, METRIC_KEYS, UNIT_KEYS, is_name_key
from validators.grounding.tools.said import ALIASED, holds_no_results, said_of
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric
from validators.numbers.tail import CURRENCIES

_OF_SEVERAL = frozenset("mean median std min max avg average count sum total".split())  # of one metric, and no things
_FIGURE_CELL = re.compile(r"[-+−(]{0,2}[$€£]?\d[\d,]*(?:\.\d+)?[%x]?\)?")


def called_in(node: Mapping[Any, Any]) -> dict[str, dict[str, str]]:
    """The names that two or more records without numbers give to their keys: {"old": {"strategy": "carry"}, "new": {"strategy": "moth"}}."""
    silent = {
        str(key): said_of(value)
        for key, value in node.items()
        if type(value) is dict and value and holds_no_results(value)
    }
    if len(silent) < 2:
        return {}
    shared = frozenset.intersection(*(frozenset(said.names) for said in silent.values()))
    kinds = [kind for kind in shared if len({said.names[kind] for said in silent.values()}) > 1]
    return {key: {kind: said.names[kind] for kind in kinds} for key, said in silent.items()} if kinds else {}


def called_by(names: Mapping[Any, Any], node: Any) -> dict[str, dict[str, str]]:
    """The names that a record (or a call) gives to keys under which numbers stand within `node`: {"old": "carry", "new": "moth"}
    for {"cagr": {"old": 0.1, "new": 0.2}}."""
    told = {str(key): value for key, value in names.items() if type(value) is str and _is_called(str(key), value)}
    if len(told) < 2 or len(set(told.values())) < len(told):
        return {}
    if not _holds_keys(node, frozenset(told)):
        return {}
    return {key: {ALIASED: name} for key, name in told.items()}


def called_alike(node: Mapping[Any, Any], dimension: str) -> dict[str, dict[str, str]]:
    """The keys of records that each hold one metric of the same several things, as names, where some read as metrics: the sleeve
    "volatility-selling" of {"Volatility": {"fx": 7.2, "volatility-selling": 9.1}, "P&L": {"fx": 310, "volatility-selling": 586}}."""
    told = {str(key): value for key, value in node.items() if type(value) is dict}
    blocks = list(told.values())
    if len(blocks) < 2 or not all(metric_of_key(key) in METRICS for key in told):
        return {}
    keys = set(blocks[0])
    if len(keys) < 2 or any(set(block) != keys for block in blocks) or not _OF_SEVERAL.isdisjoint(map(str, keys)):
        return {}
    if not all(is_figure(value) for block in blocks for value in block.values()):
        return {}
    known = [key for key in keys if (metric := metric_of_key(str(key))) in METRICS or inner_metric(metric or "")]
    return {str(key): {dimension: str(key)} for key in keys} if 0 < 2 * len(known) <= len(keys) else {}


def is_figure(value: Any) -> bool:
    """Whether a value is a number, be it as text: "13.40%"."""
    return type(value) in (int, float) or (type(value) is str and _FIGURE_CELL.fullmatch(value) is not None)


def _is_called(key: str, value: str) -> bool:
    plain = LETTER.search(value) and len(value) <= LONGEST_LABEL and value not in CURRENCIES and not dates_in(value)
    return bool(plain) and not is_name_key(key) and key.lower() not in UNIT_KEYS | METRIC_KEYS | LABEL_KEYS


def _holds_keys(node: Any, keys: frozenset[str], depth: int = 0) -> bool:
    """Whether a record within the node has all of the keys, and no text under them."""
    if type(node) is not dict:
        return type(node) is list and depth < 4 and any(_holds_keys(each, keys, depth + 1) for each in node[:8])
    if keys <= node.keys() and not any(type(node[key]) is str for key in keys):
        return True
    return depth < 4 and any(_holds_keys(each, keys, depth + 1) for each in node.values() if type(each) in (dict, list))
