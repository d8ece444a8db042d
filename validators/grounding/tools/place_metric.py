"""The metric and the unit of a number by the place where it stands: its keys, the nearest telling one first, and the label beside it."""

import re
from functools import lru_cache

from validators.grounding.tools.cost_items import COSTS
from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import PLAIN_KEYS
from validators.grounding.tools.place import Place
from validators.grounding.tools.vocabulary.key_relations import is_classed, metric_by_relation
from validators.grounding.tools.vocabulary.metric_keys import OUTCOMES, is_hundredfold, metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metric_vocabulary import LOOSE, MONEY_ENDS, PRICES_OF_TRADE
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric, measure_of
from validators.grounding.tools.vocabulary.no_measure import ends_otherwise
from validators.grounding.tools.vocabulary.words import OF_THE_MARKET, OF_THE_RUN, key_scale, key_unit, key_words
from validators.numbers.tail import TIME_UNITS

_ENDS = MONEY_ENDS | PRICES_OF_TRADE
_YEARS = frozenset(
    {"year", "yr", "fy", "calendar year", "calendar_year", "fiscal_year"}
)  # whose values are of no metric
_DAYS = frozenset({"days", "bars", "sessions", "trading_days"})  # of what a record tells, where nothing says else
_VALUES = frozenset({"value", "val", "v"})
LEAST_PAID = 100  # from here a fee or slippage is no rate but money paid
_PARTS = frozenset({"winning_trades", "losing_trades"})
_COUNTS = frozenset({"n", "count", "total", "number", "num", "all"})
COUNTED = "n"  # a count of what the record is of, be it trades or days
# What a key says of the numbers below it, and not of what: {"max_drawdown_percentiles": {"p5": -0.126}}
_SPREAD = re.compile(
    r"[_ -]?(?:percentile|quantile|distribution|interval|band|range|ci)s?(?![a-z])|(?:Percentile|Quantile|Distribution|Interval|Band|Range|CI)s?"
)
# What a key says by an adjective alone, where none above says of what.
ALONE = {
    "annualized": "cagr", "per year": "cagr", "compounded": "total_return", "compound": "total_return", "whole period": "total_return",
    "full period": "total_return", "depth": "max_drawdown", "annual": "cagr", "yearly": "cagr", "cumulative": "total_return",
    "overall": "total_return",
}  # fmt: skip
# What the return of one day, month, year or trade goes by.
_ONES = frozenset(
    name for name in METRICS if name.startswith(("best_", "worst_", "average_")) and name != "average_drawdown"
)


def is_paid(metric: str | None, value: float) -> bool:
    """Whether a number under a fee's key is money paid, and no rate."""
    return metric == "fees_paid" or (
        metric == "fee" and (abs(value) >= LEAST_PAID or (abs(value) > 10 and not float(value * 2).is_integer()))
    )


def metric_at(place: Place) -> str | None:
    """The metric that the nearest telling key names: {"cagr": {"SPY": 0.1}} is a cagr, {"metric": "cagr", "value": 0.1} too."""
    if (not place.keys and place.label is None) or (place.keys and place.keys[-1].lower() in _YEARS):
        return None
    told = _metric_of(place.keys[-8:] or ("",), place.is_in_list, place.label)
    days = bool(place.keys) and place.keys[-1].lower() in _DAYS
    return "observations" if days and told not in METRICS and inner_metric(told or "") is None else told


@lru_cache(maxsize=16384)
def _metric_of(keys: tuple[str, ...], in_list: bool, label: str | None) -> str | None:
    last = metric_of_key(keys[-1]) if label is None or keys[-1].lower() != "val" else None
    if len(keys) > 1 and keys[-1].lower() in _VALUES and label is None:
        # {"annualised": {"value": 11.3, "unit": "percent"}}
        return metric_of_keys(*keys[-2:]) or _metric_of(keys[:-1], in_list, label)
    labelled = metric_of_key(label) if label is not None else None
    labelled = _alone(labelled) if labelled is not None else None
    if labelled in COSTS and last is None:
        return labelled  # {"costs": [{"item": "slippage", "amount_usd": 7888.6}]}
    if len(keys) > 1 and (related := _related(keys)) is not None:
        return related
    if len(keys) > 1 and metric_of_key(keys[-2]) in ("trades", "trading") and keys[-1].lower() in _COUNTS:
        return "trades"
    if last == "return" and len(keys) > 1 and (one := metric_of_key(keys[-2])) in _ONES:
        return one  # {"best_month": {"month": "2018-06", "return": 0.057}}
    if last == "price" and len(keys) > 1 and (end := metric_of_keys(keys[-2], keys[-1])) in _ENDS:
        return end  # {"nav": {"open": 50000, "close": 61300}}, {"open": {"date": "2019-04-02", "price": 71.2}}
    if last is not None and labelled in LOOSE.get(last, ()):
        return labelled  # "ret", which a legend calls "annual return"
    if last in METRICS or (last is not None and inner_metric(last) is not None):
        return last
    if labelled is not None and (last is None or labelled in METRICS):
        return labelled
    dated = bool(dates_in(keys[-1]))
    above_key = keys[-3] if len(keys) > 2 and key_words(keys[-2]) == ("total",) else keys[-2] if len(keys) > 1 else ""
    if above_key and last not in METRICS and (both := metric_of_keys(above_key, keys[-1])) is not None:
        return both
    if last is not None and not dated and ends_otherwise(tuple(last.split())):
        return last
    if len(keys) > 1 and key_words(keys[-1]) in OUTCOMES and metric_of_keys(keys[-2], "start") in MONEY_ENDS:
        return "profit"  # {"balances": {"opening": 50000, "closing": 61300, "result": 11300}}
    if (len(keys) > 1 and not in_list) or dated:
        for key in reversed(keys[-3:-1]):
            known = metric_of_key(_SPREAD.sub("", key))
            if known is not None and known in METRICS and METRICS[known].measure != "count":
                return known
    if last is None or dated:
        above = (metric_of_key(key) for key in reversed(keys[:-1]) if key.lower() not in PLAIN_KEYS)
        told = (name for name in above if name is not None and (measure_of(name) != "count" or name in _PARTS))
        return next(told, COUNTED if keys[-1].lower() == COUNTED else None)
    return _alone(last)


def _alone(said: str) -> str:
    """What an adjective says that stands alone, or beside a word for the run or the market: "strategy annualized", "benchmark cumulative"."""
    words = [word for word in said.split() if word not in OF_THE_RUN]
    market = [word for word in words if word in OF_THE_MARKET]
    told = ALONE.get(" ".join(word for word in words if word not in market))
    if told is None:
        return said
    return " ".join((*market, *told.split("_"))) if market else told


def _related(keys: tuple[str, ...]) -> str | None:
    """The metric that a key tells with those above it: {"won": {"pnl": {"average": 210}}}, {"monthly_returns": {"max": 0.09}}."""
    whole = metric_by_relation(*keys[-3:])
    if whole is not None or len(keys) < 3:
        return whole
    told = metric_by_relation(*keys[-2:])
    if (
        told is None
        or keys[-3].lower() in PLAIN_KEYS
        or not is_classed(keys[-3])
        or metric_of_key(keys[-1]) is not None
    ):
        return told
    return " ".join(word for key in keys[-3:] for word in key_words(key))  # {"len": {"won": {"average": 13.9}}}


_EXTREMES = {
    **dict.fromkeys("best top strongest highest high hi maximum max".split(), "best"),
    **dict.fromkeys("worst bottom weakest lowest low lo minimum min".split(), "worst"),
}


def extreme_at(place: Place) -> str | None:
    """The best or worst month (year, day) that a record of one date is: {"best": {"month": "2015-08", "pct": 9.8}}, or {"kind": "LOW",
    "month": "2016-10", "return": -0.11}."""
    if not place.keys or len(place.times) != 1:
        return None
    above = _EXTREMES.get(place.keys[-2].lower()) if len(place.keys) > 1 and place.end is None else None
    beside = {_EXTREMES.get(name.lower()) for name in place.scope.values()} - {None}
    side, when = above or (beside.pop() if len(beside) == 1 else None), place.times[0]
    if side is None or when.year is None or when.quarter is not None or when.half is not None:
        return None
    return f"{side}_{'year' if when.month is None else 'month' if when.day is None else 'day'}"


def unit_at(place: Place) -> tuple[str | None, float]:
    """(unit, scale) that the source names for a number: its key, the key above, or a sibling "unit"."""
    keys = place.keys
    while len(keys) > 1 and keys[-1].isdigit():  # {"monthly_pct": {"2019": {"01": 0.4}}}
        keys = keys[:-1]
    unit, scale = _unit_of(keys[-2:], place.label or "", place.unit or "")
    return (None if unit in TIME_UNITS and len(keys) < len(place.keys) else unit), scale


_SHARES = frozenset({"percent", "fraction"})
_SORTS = re.compile(r"(?:by|per|across|for_each|vs)(?:[_ -]|[A-Z])")
_OF_SETTINGS = TIME_UNITS | {"bps"}
_PAIR = re.compile(r"[A-Z0-9]{2,8}[-/_:][A-Z]{3,4}")


@lru_cache(maxsize=16384)
def _unit_of(keys: tuple[str, ...], label: str, unit_said: str) -> tuple[str | None, float]:
    for above, key in enumerate((*reversed(keys), label, unit_said)):
        if above == 1 and len(keys) > 1 and (any(map(str.isdigit, key)) or _PAIR.fullmatch(key)):
            continue  # a setting: {"15bps": {"cagr": 0.1}}, or what the number is of: {"BTC-USD": {"cagr": 0.1}}
        unit, scale = "percent" if is_hundredfold(key) else key_unit(key), key_scale(key)
        if _SORTS.match(key) and (above == 1 or unit in _OF_SETTINGS):
            continue  # {"by_cost_bps": {"5": {"cagr": 0.1}}}: what the keys below are in
        if unit in TIME_UNITS and key_unit(unit_said) in _SHARES:
            continue  # {"name": "days in the market", "unit": "%"}
        if (unit is not None and not (above == 1 and unit in TIME_UNITS)) or scale != 1:
            return unit, scale
    return None, 1.0
