"""What the short keys of a record say in full: the `total` beside a `cagr` is a return, the `n` of trades counts them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from validators.grounding.tools.key_dates import is_month
from validators.grounding.tools.place_metric import COUNTED
from validators.grounding.tools.said import is_of_the_whole
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.words import key_unit, key_words

_LARGEST = 1e300  # that is read as a number
_OF_A_RUN = {
    "total": "total_return",
    "end": "end_equity",
    "start": "start_equity",
    "started": "start_equity",
    "ended": "end_equity",
    "paid": "fees_paid",
    "ar": "annual_return",
    "tr": "total_return",
    "so": "sortino",
    "tc": "total_costs",
    "w": "wins",
    "l": "losses",
    "annualized": "annual_return",
    "sh": "sharpe",
    "ca": "calmar",
    "mar": "calmar",
    "hr": "hit_rate",
    "av": "annual_volatility",
    "in": "start_equity",
    "out": "end_equity",
    **dict.fromkeys(("opening", "seed", "capital", "cash"), "start_equity"),
    **dict.fromkeys(("closing", "terminal", "wealth", "bank"), "end_equity"),
    "net": "net_profit",
    "edge": "average_trade_return",
    "hold": "holding_period",
    **dict.fromkeys(("rt", "ntr", "tr number"), "trade_count"),
    "up": "wins",
    "down": "losses",
    "number positive": "wins",
    "number negative": "losses",
}
_SMALL_OF_A_RUN = frozenset(
    {
        "annual_return",
        "total_return",
        "sharpe",
        "sortino",
        "calmar",
        "average_trade_return",
        "holding_period",
        "hit_rate",
        "annual_volatility",
    }
)
_COUNTS_OF_A_RUN = frozenset({"wins", "losses", "trade_count"})
_OF_ITS_TRADES = frozenset(
    {"win_rate", "profit_factor", "average_trade", "average_win", "average_loss", "holding_period"}
)
_OF_TRADES = {
    "count": "trade_count", "number": "trade_count", "total": "trade_count", "net": "net_profit", "average return": "average_trade_return",
}  # fmt: skip
_MOST_SMALL = 1_000
_ROUND = 1_000  # of which a stake is a multiple, and the cash of an account hardly
_SEVERAL = 2
_SIDES = frozenset({"winning_trades", "losing_trades"})
_FIGURE = re.compile(r"\s*[-+−]?[$€£]?(\d[\d,]{0,18}(?:\.\d{1,12})?)\s?%?\s*")


def full_keys(node: Mapping[Any, Any]) -> Callable[[str, float], str] | None:
    """What tells the keys of a record of a run or of its trades in full; None for any other record."""
    if sum(is_month(str(key)) for key in node) > 1:
        return None  # March is no MAR ratio
    if is_of_the_whole(node) or _is_short(node):
        return _key_where_trades_count if _tells_of_trades(node) else _key_in_run
    return _key_of_trades if _is_of_trades(node) else None


def in_full(key: str, value: Any, full: Callable[[str, float], str] | None) -> str:
    """The key in full where its record tells keys so and the value is a number; else the key as it stands."""
    figure = _figure(value) if full else None
    return full(key, figure) if full and figure is not None else key


def _figure(value: Any) -> float | None:
    """The size of a number, be it written as text; None for anything else."""
    if type(value) in (int, float):
        return float(value) if abs(value) < _LARGEST else None
    told = _FIGURE.fullmatch(value) if type(value) is str else None
    return None if told is None else float(told[1].replace(",", ""))


def _is_short(node: Mapping[Any, Any]) -> bool:
    """Whether several keys of a record say in short what a run came to: {"tot": 0.3, "sh": 0.8, "out": 13000}."""
    return sum(" ".join(key_words(str(key))) in _OF_A_RUN for key in node) >= _SEVERAL


def _tells_of_trades(node: Mapping[Any, Any]) -> bool:
    """Whether a record tells how the trades of a run went, and does not count them by name."""
    told = {metric_of_key(str(key)) for key in node}
    return not told.isdisjoint(_OF_ITS_TRADES) and "trades" not in told


def _is_of_trades(node: Mapping[Any, Any]) -> bool:
    """Whether a record counts the trades that won or lost."""
    return any(metric_of_key(str(key)) in _SIDES for key, value in node.items() if not isinstance(value, (dict, list)))


def _key_in_run(key: str, value: float) -> str:
    """A key of a record of a whole run as it would say in full what its number is."""
    full = _OF_A_RUN.get(" ".join(key_words(key)))
    if (
        full is None
        or (key.lower() == "cash" and value % _ROUND)
        or (full in _COUNTS_OF_A_RUN and not float(value).is_integer())
    ):
        return key
    if full == "net_profit" and key_unit(key) == "percent":
        full = "total_return"
    if full == "holding_period" and value < 1:
        return "hold_return"  # {"ret": -0.2, "vol": 0.17, "hold": -0.1}: of buy and hold
    fits = full in _COUNTS_OF_A_RUN or (abs(value) < _MOST_SMALL) == (full in _SMALL_OF_A_RUN)
    return _with_unit(key, full) if fits else key


def _key_where_trades_count(key: str, value: float) -> str:
    """The same of a record that tells how its trades went, in which "n" counts them."""
    return "trade_count" if key.lower() == COUNTED and float(value).is_integer() else _key_in_run(key, value)


def _key_of_trades(key: str, value: float) -> str:
    """The same of a record that counts trades won and lost."""
    full = _OF_TRADES.get(" ".join(key_words(key)))
    return _with_unit(key, full) if full and (full != "trade_count" or float(value).is_integer()) else key


def _with_unit(key: str, full: str) -> str:
    unit = key_unit(key)
    return full if unit is None else f"{full}_{unit}"
