"""Metrics that no key of the vocabulary tells: the two ends of an account ("nav start", "nav end"), losses that stand beside wins,
the best and the worst of a list of months or years."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, PLACE, ToolNumber
from validators.grounding.tools.place_metric import COUNTED
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

_FEWEST = {"month": 6, "year": 3}
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
    for number in groups.get("return", ()):
        above = metric_of_key(number.source.rpartition(".")[0].rpartition(".")[2]) or ""
        if above.startswith(("best_", "worst_")):  # {"best_month": {"month": "2018-06", "ret": 0.1}}
            groups[above] = [*groups.get(above, ()), replace(number, metric=above)]
    totals = _whole_returns(groups)
    if totals:
        groups["total_return"] = [*groups.get("total_return", ()), *totals]
    if "trades" not in groups and COUNTED in groups:
        groups["trades"] = groups[COUNTED]
    for roles in ends.values():
        if len(roles) == 2:
            for role, name in roles.items():
                groups[role] = [*groups.get(role, ()), *groups[name]]
    return groups


def extremes(groups: Mapping[str, Sequence[ToolNumber]]) -> dict[str, list[ToolNumber]]:
    """By metric, the best and the worst return of each list of months or years whose extremes no key tells."""
    found: dict[str, list[ToolNumber]] = {}
    lists: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[ToolNumber]] = {}
    for name, group in groups.items():
        if name in METRICS and name not in ("return", "total_return"):
            continue
        for number in group:
            period = _period(number)
            if period is not None and number.unit in (None, "percent", "fraction"):
                scope = tuple(sorted((key, told) for key, told in number.scope.items() if not key.startswith(KEYED)))
                lists.setdefault((period, name, scope), []).append(number)
    for (period, _, _), held in lists.items():
        if len(held) >= _FEWEST[period]:
            best, worst = max(held, key=lambda each: each.value), min(held, key=lambda each: each.value)
            for side, number in (("best", best), ("worst", worst)):
                if f"{side}_{period}" not in groups:
                    own = replace(number, times=(), metric=f"{side}_{period}", inner=None)
                    found.setdefault(f"{side}_{period}", []).append(own)
    return found


def _whole_returns(groups: Mapping[str, Sequence[ToolNumber]]) -> list[ToolNumber]:
    """What a call that tells no total return gives as the return, of no part."""
    told = {number.call for number in groups.get("total_return", ())}
    return [
        number
        for number in groups.get("return", ())
        if number.call not in told and _period(number) is None and not PLACE.search(number.source)
    ]


def _period(number: ToolNumber) -> str | None:
    if len(number.times) != 1:
        return None
    date = number.times[0]
    if date.year is None or date.day is not None:
        return None
    return "month" if date.month is not None else "year" if date.quarter is None and date.half is None else None
