"""Metrics told by keys that the vocabulary lacks: the two ends of an account ("nav start", "nav end"), losses that stand beside wins."""

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.metric_words import METRICS
from validators.grounding.tools.number import ToolNumber
from validators.numbers.tail import CURRENCIES

_CODES = frozenset(CURRENCIES.values())
_STARTS = frozenset("start starting initial begin beginning open opening in first 0 before".split())
_FINISHES = frozenset("end ending final finish finishing close closing out last 1 after".split())


def by_metric(index: ToolIndex) -> dict[str, list[ToolNumber]]:
    """The numbers by metric, with those of keys that the vocabulary lacks: two ends of one thing ("nav start", "nav end"), and
    the losses that stand beside wins."""
    groups = dict(index.by_metric)
    ends: dict[tuple[str, ...], dict[str, str]] = {}
    for name in groups:
        words = name.split()
        role = "initial_capital" if _STARTS & set(words) else "final_equity" if _FINISHES & set(words) else None
        if name in METRICS and role is None:
            continue
        if name not in METRICS and role is not None:
            ends.setdefault(tuple(word for word in words if word not in _STARTS | _FINISHES), {})[role] = name
        elif "loss" in words and "winning_trades" in groups and all(each.value.is_integer() for each in groups[name]):
            groups = {**groups, "losing_trades": [*groups.get("losing_trades", ()), *groups[name]]}
    for roles in ends.values():
        if len(roles) == 2 and all(_may_be_money(each) for name in roles.values() for each in groups[name]):
            for role, name in roles.items():
                groups[role] = [*groups.get(role, ()), *groups[name]]
    return groups


def _may_be_money(number: ToolNumber) -> bool:
    return number.unit is None or number.unit in _CODES
