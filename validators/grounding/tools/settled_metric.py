"""What a number is where its place alone does not settle it: by its size, its unit, its date and the words of its key."""

import re
from collections.abc import Sequence
from functools import lru_cache

from validators.grounding.tools.key_dates import is_year_key, month_of
from validators.grounding.tools.keys import PLAIN_KEYS, WHOLE
from validators.grounding.tools.number import is_one_period
from validators.grounding.tools.place import Place
from validators.grounding.tools.place_metric import extreme_at, is_paid
from validators.grounding.tools.vocabulary.metric_keys import end_of_account, metric_of_key
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, EXTREME_PERIODS, RETURNS
from validators.grounding.tools.vocabulary.metrics import METRICS, PHRASES, measure_of
from validators.grounding.tools.vocabulary.words import GENERIC, OF_THE_MARKET, OF_THE_RUN, key_unit, key_words
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.tail import CURRENCY_CODES, TIME_UNITS

DIFFERENCES = frozenset({"difference", "delta", "diff", "change", "excess", "gap", "relative", "minus", "less"})
_SET_APART = frozenset(
    {"difference", "delta", "diff", "gap", "minus"}
)  # of the keys above; a block "relative" holds alpha and beta
_OF_TWO = frozenset(
    "vs versus from to between against over after before a b first second left right base baseline two".split()
)
_PLAIN = OF_THE_MARKET | OF_THE_RUN | GENERIC
_PRICES = frozenset({"price", "market_cap", "revenue", "profit"})
_SHARE_UNITS = frozenset({"percent", "bps", "fraction"})
_FIRST_WORD = re.compile(r"^(?:%|[A-Za-z][a-z]*)[_ ]?")
_WON_OR_LOST = ("winning_trades", "losing_trades")
_PARTS = frozenset({"exposure", "win_rate", "loss_rate", "below_peak"})
_OF_A_FUND = OF_THE_MARKET | {"fund", "holding"}
_LEAST_PROFIT = 1_000  # a "gain" from here is money
_SORTING = PLAIN_KEYS | WHOLE
_NEVER_TIME = RETURNS | {"return", "volatility"}  # `return_last_12_months`
_EXTREME_DAYS = EXTREME_PERIODS | {"best_day", "worst_day"}
_OF_A_SIGN = frozenset("positive negative winning losing profitable up down green red".split())
_DAYS = re.compile(r"\A(?!.*(?:best|worst)).*[dD]ays\Z", re.DOTALL)
_DAYS_TOLD = re.compile(
    r"(?:day|week|month|quarter|year|window|period)s?(?:[_ ](?:positive|negative|up|down|winning|losing|profitable))?\Z",
    re.IGNORECASE,
)  # `pct_up_months` of 0.62
_LEAST_MONEY = 10  # a broken "profit" below it is a share of the capital


def settled(place: Place, number: float, metric: str | None, unit: str | None) -> tuple[str | None, str | None]:
    """The metric and the unit of a number that its place says to be of `metric` in `unit`."""
    key = place.keys[-1] if place.keys else ""
    if _is_month(key, place.times):
        metric, unit = "return", None if unit == "fraction" else unit  # "Dec" is no decimal
    if unit in _SHARE_UNITS and not _may_be_share(metric, place):
        unit = None  # a record's "units": "percent" speaks of its shares only
    elif (unit == "percent" and metric in _PARTS and _is_share_of(key)) or (
        unit == "percent" and 0 < number < 1 and _is_of_a_sign(place) and _DAYS_TOLD.search(key)
    ):
        unit = None
    if metric in _EXTREME_DAYS and number.is_integer() and number > 1 and _DAYS.search(key):
        metric, unit = " ".join(key_words(key)), "day"  # {"worst": [{"calendarDays": 1110}]}
    if unit in TIME_UNITS and 0 < number < 1 and _is_of_a_sign(place):
        unit = "fraction"  # {"positive_months": 0.58}
    if unit in TIME_UNITS and metric in _EXTREME_DAYS | _NEVER_TIME:
        unit = None  # {"worst_days": [["2018-02-05", -0.187]]}
    unit = None if _is_foreign(unit, metric, place) else unit
    if metric in DRAWDOWNS and unit in TIME_UNITS:
        metric = "drawdown_duration"
    elif metric == "profit" and unit == "percent":
        metric = "total_return"
    elif metric == "positions" and unit in TIME_UNITS:
        metric = "holding_period"
    elif metric == "cost" and (unit in CURRENCY_CODES or (unit is None and is_paid("fee", number))):
        metric = "fees_paid"
    elif metric in (None, "return", "r") and (extreme := extreme_at(place)) is not None:
        metric = extreme
    elif (
        metric is None
        and unit in (None, "percent")
        and place.keys
        and not number.is_integer()
        and is_year_key(place.keys[-1])
    ):
        metric = "return"  # {"years": {"2019": 0.114}}
    elif unit in _SHARE_UNITS and (own := _return_of(place, metric)) is not None:
        metric = own
    elif metric == "return" and unit not in ("percent", "fraction") and abs(number) >= _LEAST_PROFIT:
        metric = "profit"
    elif metric == "total_return" and unit in CURRENCY_CODES:
        metric = "profit"  # `total_result_usd`
    elif (whole := _total_of(place, metric, unit, number)) is not None:
        metric = whole
    elif metric == "fee" and (unit in CURRENCY_CODES or (unit is None and is_paid(metric, number))):
        metric = "fees_paid"
    elif metric == "profit" and unit is None and abs(number) < _LEAST_MONEY and not number.is_integer():
        metric = "total_return"
    elif metric in _WON_OR_LOST and unit in CURRENCY_CODES:
        metric = "profit"  # what was won or lost, in money
    elif metric in _WON_OR_LOST and (unit == "percent" or not number.is_integer()):
        share = metric == "winning_trades" and (unit == "percent" or (unit is None and 0 <= number <= 1))
        metric = "win_rate" if share else " ".join(key_words(key)) or None
    elif metric == "trades" and not number.is_integer():
        metric = None  # {"fill": 0.71}
    return metric, unit


def settled_as_written(
    place: Place, quantity: Quantity, metric: str | None, unit: str | None, *, prose: bool
) -> tuple[str | None, str | None]:
    """The same of a number that a text holds; of one in running text its place says nothing."""
    if not prose and place.keys and _is_month(place.keys[-1], place.times):
        metric, unit = "return", None if unit == "fraction" else unit
    if not prose and _is_foreign(unit, metric, place):
        unit = None
    if unit in TIME_UNITS and 0 < quantity.value < 1 and not prose and _is_of_a_sign(place):
        unit = "fraction"
    if metric == "profit" and _is_share(quantity, unit, prose=prose):
        metric = "total_return"
    elif metric == "winning_trades" and unit == "percent":
        metric = "win_rate"
    elif (metric == "fee" or (metric == "cost" and not prose)) and (
        quantity.currency is not None
        or unit in CURRENCY_CODES
        or (not prose and unit is None and is_paid("fee", quantity.value))
    ):
        metric = "fees_paid"
    elif metric == "return" and quantity.currency is not None:
        metric = "profit"
    elif metric not in METRICS and not prose and place.keys and quantity.currency is not None:
        metric = end_of_account(key_words(place.keys[-1]), quantity.currency) or metric
    elif not prose and unit == "percent" and (own := _return_of(place, metric)) is not None:
        metric = own
    elif metric in (None, "return") and not prose and (extreme := extreme_at(place)) is not None:
        metric = extreme
    elif not prose and (whole := _total_of(place, metric, unit, quantity.value)) is not None:
        metric = whole
    return metric, unit


def _is_of_a_sign(place: Place) -> bool:
    """Whether the key says that it is of days or months that were won or lost."""
    return bool(place.keys) and not _OF_A_SIGN.isdisjoint(key_words(place.keys[-1]))


def _return_of(place: Place, metric: str | None) -> str | None:
    """What a share of one year is under a key that says only whose it is: {"year": 2019, "strategy": "11%", "index fund": "-4%"}."""
    if metric is None or not is_one_period(place.times):
        return None
    words = metric.split()
    if OF_THE_RUN.issuperset(words):
        return "return"
    return f"{metric} return" if _OF_A_FUND.issuperset(words) else None


def _is_share(quantity: Quantity, unit: str | None, *, prose: bool) -> bool:
    """Whether a profit is a share of the capital, as its unit or its size tells."""
    small = quantity.step < 1 and abs(quantity.value) < _LEAST_MONEY and quantity.currency is None
    return unit == "percent" or (unit is None and small and not prose and quantity.kind == "plain")


def _is_foreign(unit: str | None, metric: str | None, place: Place) -> bool:
    """Whether a currency cannot be the metric's, so that it is of what stands beside it: other rows of a column, an account's money."""
    if unit not in CURRENCY_CODES:
        return False
    if measure_of(metric) == "share":
        return bool(place.keys) and key_unit(place.keys[-1]) is None and place.label is None
    return measure_of(metric) in ("ratio", "time", "count") and (metric not in _WON_OR_LOST or place.label is not None)


@lru_cache(maxsize=16384)
def is_difference(keys: tuple[str, ...]) -> bool:
    """Whether the keys call the number the difference of a metric: `differences.cagr`, `sharpe_delta`. A `price_change` is a
    metric of its own."""
    if any(sets_apart(key_words(key), _SET_APART) for key in keys[:-1]):
        return True
    own = keys[-2:-1] if keys[-1:] == ("value",) else keys[-1:]
    words = tuple(word for key in own for word in key_words(key) if word != "in")
    rest = tuple(word for word in words if word not in DIFFERENCES)
    return len(rest) < len(words) and PHRASES.get(rest, "price") not in _PRICES


def sets_apart(words: tuple[str, ...], differences: frozenset[str] = DIFFERENCES) -> bool:
    """Whether the words of a key call what is below it a difference, and are no name ("delta-forest", "quiet-gap")."""
    rest = frozenset(words) - differences
    if len(rest) == len(set(words)):
        return False
    return not rest or not rest.isdisjoint(_OF_TWO) or all(word in _PLAIN or word in METRICS for word in rest)


def _may_be_share(metric: str | None, place: Place) -> bool:
    """Whether a unit of shares may be the number's: it is no money, count, time or ratio, or its own key says so."""
    if any(key_unit(key) in _SHARE_UNITS for key in (*place.keys[-2:], place.label or "")):
        return True
    return measure_of(metric) in ("share", "any")


@lru_cache(maxsize=16384)
def _is_share_of(key: str) -> bool:
    """Whether "percent" begins a key, where it may say no more than that the number is a share: `pct_time_invested`."""
    return key_unit(key) == "percent" and key_unit(_FIRST_WORD.sub("", key)) is None


def _is_month(key: str, times: Sequence[DateParts]) -> bool:
    """Whether a key is the month that its value is of, in a table of years and months."""
    if len(times) != 1 or times[0].month is None or times[0].day is not None or not key.isalpha():
        return False
    return month_of(key, (DateParts(year=times[0].year),)) == times[0]


def _total_of(place: Place, metric: str | None, unit: str | None, value: float) -> str | None:
    """What a number under "total" or "final" is, where no key above says of what: {"total": 3.7, "annual": 0.17, "final": 47000}."""
    if metric == "final":
        return "final_equity" if unit in CURRENCY_CODES or (unit is None and value >= _LEAST_PROFIT) else None
    words = key_words(place.keys[-1]) if place.keys else ()
    share = unit in (None, *_SHARE_UNITS) and not value.is_integer() and abs(value) < _LEAST_PROFIT
    if metric in METRICS or words[-1:] != ("total",) or not share:
        return None
    if len(words) == 1 and _named_above(place.keys) is not None:
        return None
    if OF_THE_RUN.issuperset(words[:-1]):
        return "total_return"
    return " ".join((*words, "return")) if OF_THE_MARKET.issuperset(words[:-1]) else None


@lru_cache(maxsize=16384)
def _named_above(keys: tuple[str, ...]) -> str | None:
    """What the keys above the last one say, None where they only sort."""
    return next(
        (
            key
            for key in keys[:-1]
            if key.lower() not in _SORTING
            and metric_of_key(key) is not None
            and not OF_THE_MARKET.issuperset(key_words(key))
        ),
        None,
    )
