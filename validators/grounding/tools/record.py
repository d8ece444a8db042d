"""What a record of a tool output says of itself: names, dates, a label, a unit, and where it stands."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from msgspec import Struct

from validators.grounding.tools.metric_vocabulary import LOOSE
from validators.grounding.tools.metric_words import (
    GENERIC,
    METRICS,
    inner_metric,
    key_scale,
    key_unit,
    key_words,
    measure_of,
    metric_of_key,
    metric_of_keys,
)
from validators.grounding.tools.number import shape_of
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts
from validators.numbers.scan import quantities
from validators.numbers.tail import CURRENCIES, singular

_RUN = re.compile(r"\d{1,4}(?!\d)", re.ASCII)
_ORDINAL_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SET_TO = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s?(?:bps?|%|basis points?|days?|d)?")
_NUMERIC = re.compile(r"\s?[-+−(]?[$€£]?[-+−]?\.?\d[\d.,]*\s?\S{0,4}")
_AMOUNT = re.compile(r"\d[\d,]*\.\d+\s|\d{1,3}(?:,\d{3})+\s")  # "3916.14 at 2 bps/side" names nothing
_LETTER = re.compile(r"[^\W\d_]")
LONGEST_LABEL = 60  # characters: a longer string is prose, not a name
PLAIN_KEYS = frozenset(
    "metrics results result data stats statistics summary performance values output response payload content items rows records "
    "runs window params parameters config settings meta metadata info details report observations holdings positions segments "
    "strategies models entries list series table returns risk trading capital stat metric account costs fees trades ratios overview headline core main broker analyzers "
    "general header footer perf outcome calendar kpi kpis body best worst top bottom monthly weekly yearly daily annual strategy strat portfolio model backtest bt run algo system fund summary_stats risk_metrics performance_metrics return_metrics data_points rows_data history log figures grid calendar lines points node nodes edge edges attributes attribute hit hits source doc docs document documents relationships included properties fields props aggregate aggregates aggregations buckets bucket job jobs task tasks experiment experiments trial trials simulation simulations sim study batch entry leaderboard ranking comparison compare contestants entrants".split()
)
METRIC_KEYS = frozenset({"metric", "measure", "indicator", "stat", "statistic", "field", "kpi"})
LABEL_KEYS = frozenset({"name", "label", "key", "item", "series", "title"})
UNIT_KEYS = frozenset({"unit", "units", "scale", "uom", "measured_in"})
_LEAST_PAID = 100  # from here a fee is no rate but money paid
_PARTS = frozenset({"winning_trades", "losing_trades"})
_COUNTS = frozenset({"n", "count", "total", "number", "num", "all"})
# What a key says by an adjective alone, where none above says of what.
_ALONE = {
    "annualized": "cagr", "per year": "cagr", "compounded": "total_return", "compound": "total_return", "whole period": "total_return",
    "full period": "total_return", "depth": "max_drawdown", "annual": "cagr", "yearly": "cagr", "cumulative": "total_return",
    "overall": "total_return",
}  # fmt: skip
# What the return of one day, month, year or trade goes by.
_ONES = frozenset(
    name for name in METRICS if name.startswith(("best_", "worst_", "average_")) and name != "average_drawdown"
)
_PARAMETERS = frozenset(
    "side fee fees cost commission slippage lookback window period leverage threshold top horizon size capital year quarter month level "
    "quantile delay seed fast slow length span halflife tolerance step lag limit cutoff strike".split()
)
# Metrics that are set, and not found by a run.
_SETTINGS = frozenset(
    {"fee", "slippage", "lookback", "leverage", "positions", "holding_period", "duration", "risk_free_rate"}
)
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "second", "bar"})


class Place(Struct, frozen=True):
    """Where a value stands: call, path, keys from the root, and what the records around say of it.

    `columns` is what a row of names says of the keys below, `legend` what a sibling says of them ("ret": "annual return, %").
    `label` is what a sibling names it ({"metric": "cagr", "value": 0.1}), `unit` what a sibling gives as its unit, `currency`
    what one says of the record's money. `aliases` are the names of "first" and "second" where siblings or the call tell them, `called`
    those that a silent record gives to keys ({"candidate": {"strategy": "carry"}}), under which numbers stand elsewhere; `end` is "first", "last" or "inside" within the innermost list, None outside of lists.
    """

    call: str
    path: str = "$"
    keys: tuple[str, ...] = ()
    scope: Mapping[str, str] = {}
    times: tuple[DateParts, ...] = ()
    label: str | None = None
    unit: str | None = None
    currency: str | None = None
    aliases: Mapping[int, str] = {}
    called: Mapping[str, Mapping[str, str]] = {}
    columns: Mapping[str, "Said"] = {}
    legend: Mapping[str, str] = {}
    end: str | None = None

    @property
    def source(self) -> str:
        return f"{self.call} {self.path}"

    def under(self, key: str) -> str:
        """The path of a key below."""
        return f"{self.path}.{key}" if key.isidentifier() else f"{self.path}[{json.dumps(key, ensure_ascii=False)}]"

    @property
    def shape(self) -> str:
        """The path without positions in lists."""
        return shape_of(self.path)


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says of all its numbers: `names` by key, `times`, `label`, `unit`, and the `currency` of its money.

    `aliases` are names by place: {"firstModel": "a", "secondModel": "b"} says what the keys "first" and "second" stand for.
    """

    names: dict[str, str]
    times: tuple[DateParts, ...]
    label: str | None
    unit: str | None
    currency: str | None
    aliases: dict[int, str]


ALIASED = "run"  # the dimension of names that ordinal keys stand for
_ORDINALS = (
    frozenset({"a", "first", "left", "one", "1", "lhs", "x"}),
    frozenset({"b", "second", "right", "two", "2", "rhs", "y"}),
)


_KINDS_OF_NAMES = (
    ("model", frozenset("model strategy algo algorithm mdl expert system strat".split())),
    (
        "ticker",
        frozenset(
            "ticker symbol instrument asset market underlying security contract pair tkr sym datafeed stock".split()
        ),
    ),
)


@lru_cache(maxsize=16384)
def _kind_of_name(key: str) -> str | None:
    words = frozenset(word.lower() for word in _ORDINAL_WORD.findall(key))
    if words & {"benchmark", "bench", "type", "class", "kind", "version", "count", "id"} - (
        {"id"} if len(words) > 1 else set()
    ):
        return None
    return next((kind for kind, said in _KINDS_OF_NAMES if words & said), None)


def _named_alike(names: dict[str, str]) -> dict[str, str]:
    """Names by what they are names of: one tool says `strategy` and another `modelId`."""
    found: dict[str, str] = {}
    for key, name in names.items():
        kind = kind_of_names(key)
        found[key if kind is None or found.get(kind, name) != name else kind] = name
    return found


KINDS = frozenset(kind for kind, _ in _KINDS_OF_NAMES)
_COMPARED = re.compile(
    r"bench|hodl|buy.?(?:and|&|n)?.?hold|^index|against|reference|comparator|^vs$|versus|currency", re.IGNORECASE
)


@lru_cache(maxsize=16384)
def is_compared(key: str) -> bool:
    """Whether a key holds the name of what the run is compared with."""
    return _COMPARED.search(key) is not None


_NAMES = frozenset("name names who label title run variant entrant contender candidate arm".split())


@lru_cache(maxsize=16384)
def is_name_key(key: str) -> bool:
    """Whether strings under the key are names of what the numbers are of: `model`, `tickers`, `who`."""
    return kind_of_names(key) is not None or key.lower() in _NAMES


@lru_cache(maxsize=16384)
def kind_of_names(key: str) -> str | None:
    """What a key in the singular or plural holds names of: "model", "ticker", None."""
    words = [singular(word) for word in key_words(key)]
    return _kind_of_name(" ".join(words))


@lru_cache(maxsize=16384)
def ordinal_of(key: str) -> int | None:
    """Which of two a key speaks of: 0 for `first`, `runA`, `model_1`, 1 for `second`, `runB`; None where it tells neither."""
    words = {word.lower() for word in _ORDINAL_WORD.findall(key)}
    found = [place for place, said in enumerate(_ORDINALS) if not words.isdisjoint(said)]
    return found[0] if len(found) == 1 else None


def _aliases(names: Mapping[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for key, name in names.items():
        place = ordinal_of(key)
        if place is not None:
            found.setdefault(place, name)
    return found if len(found) == 2 else {}


def said_of(node: Mapping[Any, Any], depth: int = 0) -> Said:
    """What a record says of itself; a part without numbers of its own ("window", "config") speaks for the whole."""
    names: dict[str, str] = {}
    times: list[DateParts] = []
    whole = any(_is_of_the_whole(str(key)) for key in node)
    labels: dict[bool, str] = {}
    unit: str | None = None
    currency: str | None = None
    below: list[Said] = []
    for raw, value in node.items():
        key = str(raw)
        if isinstance(value, str):
            if not value or len(value) > LONGEST_LABEL or "\n" in value:
                continue
            dates = dates_in(value)
            if dates:
                if not (whole and _is_event(key)):
                    times.extend(dates)
            elif value[0].isdigit() and role_of(key) == "parameter" and (set_to := _SET_TO.fullmatch(value)):
                names[key] = set_to[1]
            elif _LETTER.search(value) and not (
                value[0].isdigit() and (metric_of_key(key) in METRICS or _AMOUNT.match(value))
            ):
                lower = key.lower()
                if lower in UNIT_KEYS:
                    unit = value
                    continue
                if value in CURRENCIES:
                    if kind_of_names(key) != "ticker":  # what was traded is not what the account is kept in
                        currency = CURRENCIES[value]
                    continue
                if lower in METRIC_KEYS or (lower in LABEL_KEYS and metric_of_key(value) in METRICS):
                    labels.setdefault(lower in METRIC_KEYS, value)
                elif is_name_key(key) or metric_of_key(value) not in METRICS:
                    names[key] = value
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            role = role_of(key)
            if role == "year":
                if 1900 <= value <= 2099:
                    times.append(DateParts(year=int(value)))
            elif role is not None and not is_paid(metric_of_key(key), value):
                names[key] = repr(value)
        elif isinstance(value, dict) and depth < 2 and _speaks(value):
            below.append(said_of(value, depth + 1))
    own_times = bool(times)
    own = {kind_of_names(key) or key for key in names} | names.keys()
    for part in below:
        rivals = {key for other in below if other is not part for key in other.names}
        names.update({key: name for key, name in part.names.items() if key not in rivals and key not in own})
        if not own_times and not any(other.times for other in below if other is not part):
            times.extend(part.times)
    aliases = _aliases(names) if len(names) > 1 else {}
    if aliases:
        names = {key: name for key, name in names.items() if ordinal_of(key) is None}
    names = _named_alike(names)
    return Said(names, tuple(times), labels.get(True, labels.get(False)), unit, currency, aliases)


def called_in(node: Mapping[Any, Any]) -> dict[str, dict[str, str]]:
    """The names that two or more records without numbers give to their keys: {"old": {"strategy": "carry"}, "new": {"strategy": "moth"}}."""
    silent = {
        str(key): said_of(value) for key, value in node.items() if type(value) is dict and value and _speaks(value)
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


def _is_called(key: str, value: str) -> bool:
    plain = _LETTER.search(value) and len(value) <= LONGEST_LABEL and value not in CURRENCIES and not dates_in(value)
    return bool(plain) and not is_name_key(key) and key.lower() not in UNIT_KEYS | METRIC_KEYS | LABEL_KEYS


def _holds_keys(node: Any, keys: frozenset[str], depth: int = 0) -> bool:
    """Whether a record within the node has all of the keys, and no text under them."""
    if type(node) is not dict:
        return type(node) is list and depth < 4 and any(_holds_keys(each, keys, depth + 1) for each in node[:8])
    if keys <= node.keys() and not any(type(node[key]) is str for key in keys):
        return True
    return depth < 4 and any(_holds_keys(each, keys, depth + 1) for each in node.values() if type(each) in (dict, list))


_EVENTS = frozenset(
    "peak trough valley bottom recovery recovered recover best worst drawdown dd underwater signal flip".split()
)
_OF_THE_WHOLE = frozenset({"cagr", "total_return", "sharpe", "sortino", "volatility", "final_equity"})


@lru_cache(maxsize=16384)
def _is_event(key: str) -> bool:
    """Whether a date under the key is of something that happened within what a record tells of: `max_drawdown_peak`, `worst_day`."""
    return not _EVENTS.isdisjoint(key_words(key))


@lru_cache(maxsize=16384)
def _is_of_the_whole(key: str) -> bool:
    """Whether what stands under the key is of a whole run, and so of no event in it."""
    return metric_of_key(key) in _OF_THE_WHOLE


_FIRST_WORDS = frozenset({"start", "from", "begin", "since", "first"})
_LAST_WORDS = frozenset({"end", "to", "until", "through", "last", "stop", "finish"})


def is_paid(metric: str | None, value: float) -> bool:
    """Whether a number under a fee's key is money paid, and no rate."""
    return metric == "fees_paid" or (
        metric == "fee" and (abs(value) >= _LEAST_PAID or (abs(value) > 10 and not float(value * 2).is_integer()))
    )


@lru_cache(maxsize=16384)
def role_of(key: str) -> str | None:
    """What a number under the key tells of its record: "year", "parameter", or None, a result."""
    words = key_words(key)
    if words and words[-1] in ("year", "fy", "y", "yr"):
        return "year"
    if _PARAMETERS.isdisjoint(words):
        return None
    metric = metric_of_key(key) or ""
    known = metric if metric in METRICS else inner_metric(metric)
    return "parameter" if known is None or known in _SETTINGS else None


def window_of(node: Mapping[Any, Any]) -> tuple[DateParts, DateParts] | None:
    """The first and the last day that a record names."""
    ends = [(_end_of(key), value) for key, value in node.items() if isinstance(value, str) and len(value) <= 32]
    first = next((parse_date(value) for end, value in ends if end == "first"), None)
    last = next((parse_date(value) for end, value in ends if end == "last"), None)
    return None if first is None or last is None else (first, last)


@lru_cache(maxsize=16384)
def _end_of(key: str) -> str | None:
    words = key_words(str(key))
    return "first" if not _FIRST_WORDS.isdisjoint(words) else "last" if not _LAST_WORDS.isdisjoint(words) else None


def metric_at(place: Place) -> str | None:
    """The metric that the nearest telling key names: {"cagr": {"SPY": 0.1}} is a cagr, {"metric": "cagr", "value": 0.1} too."""
    if not place.keys and place.label is None:
        return None
    return _metric_of(place.keys[-8:] or ("",), place.path.endswith("]"), place.label)


@lru_cache(maxsize=16384)
def _metric_of(keys: tuple[str, ...], in_list: bool, label: str | None) -> str | None:
    last = metric_of_key(keys[-1])
    if len(keys) > 1 and metric_of_key(keys[-2]) == "trades":
        if keys[-1].lower() in _COUNTS:
            return "trades"
        if last in ("average return", "average profit"):
            return "average_trade"
    if last == "return" and len(keys) > 1 and (one := metric_of_key(keys[-2])) in _ONES:
        return one  # {"best_month": {"month": "2018-06", "return": 0.057}}
    labelled = metric_of_key(label) if label is not None else None
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
    if (len(keys) > 1 and not in_list) or dated:
        for key in reversed(keys[-3:-1]):
            known = metric_of_key(key)
            if known is not None and known in METRICS and METRICS[known].measure != "count":
                return known
    if last is None or dated:
        above = (metric_of_key(key) for key in reversed(keys[:-1]) if key.lower() not in PLAIN_KEYS)
        return next(
            (name for name in above if name is not None and (measure_of(name) != "count" or name in _PARTS)), None
        )
    return _ALONE.get(last, last)


_EXTREMES = {
    "best": "best",
    "top": "best",
    "strongest": "best",
    "max": "best",
    "worst": "worst",
    "weakest": "worst",
    "bottom": "worst",
    "min": "worst",
}


def extreme_at(place: Place) -> str | None:
    """The best or worst month (year, day) that a record of one date is: {"best": {"month": "2015-08", "pct": 9.8}}."""
    if len(place.keys) < 2 or len(place.times) != 1 or place.end is not None:
        return None
    side, when = _EXTREMES.get(place.keys[-2].lower()), place.times[0]
    if side is None or when.year is None or when.quarter is not None or when.half is not None:
        return None
    return f"{side}_{'year' if when.month is None else 'month' if when.day is None else 'day'}"


def unit_at(place: Place) -> tuple[str | None, float]:
    """(unit, scale) that the source names for a number: its key, the key above, or a sibling "unit"."""
    keys = place.keys
    while len(keys) > 1 and keys[-1].isdigit():  # {"monthly_pct": {"2019": {"01": 0.4}}}
        keys = keys[:-1]
    unit, scale = _unit_of(keys[-2:], place.label or "", place.unit or "")
    return (None if unit in _TIMES and len(keys) < len(place.keys) else unit), scale


_PAIR = re.compile(r"[A-Z0-9]{2,8}[-/_:][A-Z]{3,4}")


@lru_cache(maxsize=16384)
def _unit_of(keys: tuple[str, ...], label: str, unit_said: str) -> tuple[str | None, float]:
    for above, key in enumerate((*reversed(keys), label, unit_said)):
        if above == 1 and len(keys) > 1 and (any(map(str.isdigit, key)) or _PAIR.fullmatch(key)):
            continue  # a setting: {"15bps": {"cagr": 0.1}}, or what the number is of: {"BTC-USD": {"cagr": 0.1}}
        unit, scale = key_unit(key), key_scale(key)
        if (unit is not None and not (above == 1 and unit in _TIMES)) or scale != 1:
            return unit, scale
    return None, 1.0


@lru_cache(maxsize=16384)
def _is_block(key: str) -> bool:
    """Whether a key only sorts what is below it: `metrics`, `modelStats`, `returns`."""
    words = key_words(key)
    return (
        key.lower() in PLAIN_KEYS
        or metric_of_key(key) in METRICS
        or all(word in PLAIN_KEYS or word in GENERIC for word in words)
    )


def names_entity(key: str, above: Sequence[str], times: Sequence[DateParts], value: Any) -> bool:
    """Whether the key of a value names what it is about: {"cagr": {"SPY": 0.1, "QQQ": 0.2}}, {"returns": {"2019": 0.1}}."""
    if isinstance(value, bool) or value is None:
        return False
    if isinstance(value, str) and (value[:1].isalpha() or not _NUMERIC.fullmatch(value) or dates_in(value)):
        return False
    if isinstance(value, list) and key.isalpha() and key.islower() and key.endswith("s"):
        return False  # what is listed: "signals"
    if isinstance(value, (dict, list)):
        return not _is_block(key)
    if month_of(key, times) is not None:
        return True
    return _names_number(key, above[-1] if above else "")


@lru_cache(maxsize=65536)
def _names_number(key: str, above_key: str) -> bool:
    if year_of(key) is not None or parse_date(key) is not None:
        return True
    above = metric_of_key(above_key) if above_key else None
    own = metric_of_key(key)
    if own in _ALONE or (above in METRICS and METRICS[above].measure != "time" and key_unit(key) in _TIMES):
        return False  # how deep or how long it was: {"drawdowns": [{"depth": -0.2, "days_to_trough": 41}]}
    if metric_of_keys(above_key, key) is not None or key.lower() in PLAIN_KEYS:
        return False
    return above in METRICS and METRICS[above].measure != "count" and own is not None and own not in METRICS


_MONTHS = {
    name: place % 12 + 1
    for place, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec january february march april may june july august september october november december".split()
    )
}


def month_of(key: str, times: Sequence[DateParts]) -> DateParts | None:
    """The month that a key below a year tells: {"2022": {"04": 0.1, "May": 0.2}}."""
    if len(times) != 1 or times[0].month is not None or times[0].year is None:
        return None
    month = int(key) if key.isascii() and key.isdigit() and len(key) <= 2 else _MONTHS.get(key.lower(), 0)
    return DateParts(year=times[0].year, month=month) if 1 <= month <= 12 else None


@lru_cache(maxsize=16384)
def key_figures(key: str) -> tuple[tuple[float, ...], DateParts | None]:
    """(the numbers, the year) inside a key: (24,) for `volume24h`, the year for `gfc_2008`."""
    runs = _RUN.findall(key)
    year = next((year_of(run) for run in runs if year_of(run) is not None), None)
    return tuple(float(run) for run in runs if year_of(run) is None), year


def year_of(key: str) -> DateParts | None:
    """The year that a key is."""
    if len(key) == 4 and key.isascii() and key.isdigit() and 1900 <= int(key) <= 2099:
        return DateParts(year=int(key))
    return None


def dates_in(text: str) -> tuple[DateParts, ...]:
    """The date that a short string is, or the ends of its range."""
    return _dates_of(text) if text[:1].isdigit() or text[-1:].isdigit() else ()


@lru_cache(maxsize=65536)
def _dates_of(text: str) -> tuple[DateParts, ...]:
    date = year_of(text) or parse_date(text)
    if date is not None:
        return (date,)
    found = tuple(day for quantity in quantities(text) for day in quantity.readings)
    return found if len(found) > 1 else ()


def _speaks(part: Mapping[Any, Any]) -> bool:
    """Whether a part holds settings and names only, no results."""
    for key, value in part.items():
        if isinstance(value, (dict, list)):
            return False
        if isinstance(value, float) and role_of(str(key)) is None and key_unit(str(key)) not in _TIMES:
            return False
    return True
