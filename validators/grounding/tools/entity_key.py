"""Whether a key names what the value under it is about, and not what is measured: {"cagr": {"SPY": 0.1, "QQQ": 0.2}}."""

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import Any

from validators.grounding.tools.key_dates import dates_in, month_of, year_of
from validators.grounding.tools.keys import PLAIN_KEYS, is_compared
from validators.grounding.tools.place_metric import ALONE
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import GENERIC, key_unit, key_words
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts
from validators.numbers.tail import TIME_UNITS

_MOST_ROWS = 40
_ROUNDING = 0.011
_SHARE = re.compile(r"[-+]?\d{0,3}(?:\.\d{1,17})?(?:e-\d\d?)?%?")
TICKER = re.compile(r"(?=.{2,12}$)[\^$]?[A-Z][A-Z\d]{0,7}(?:[.=\-/:][A-Z\d]{1,5}){0,2}")
_NUMERIC = re.compile(r"\s?[-+−(]?[$€£]?[-+−]?\.?\d[\d.,]*\s?\S{0,4}")


@lru_cache(maxsize=16384)
def _is_block(key: str) -> bool:
    """Whether a key only sorts what is below it: `metrics`, `modelStats`, `returns`."""
    words = key_words(key)
    return (
        key.lower() in PLAIN_KEYS
        or metric_of_key(key) in METRICS
        or all(word in PLAIN_KEYS or f"{word}s" in PLAIN_KEYS or word in GENERIC for word in words)
    )


def holds_names(node: Any, known: Container[str]) -> bool:
    """Whether a record tells one number of each of several things: {"NVDA": 25, "XOM": 20}."""
    if type(node) is not dict or len(node) < 2:
        return False
    return all(
        isinstance(value, (int, float)) and not isinstance(value, bool) and (key in known or _is_ticker(key))
        for key, value in node.items()
    )


def are_returns(node: Mapping[Any, Any]) -> bool:
    """Whether a row of a table of days, months or years tells what each of several things returned: {"date": "2021-12-31", "AAPL": -0.34, "TLT": 0.01}.
    What adds up to one are weights."""
    (_, first), *others = node.items()
    if len(others) < 2 or type(first) is not str or not dates_in(first):
        return False
    if not all(_is_ticker(key) and not any(map(str.isdigit, key)) for key, _ in others):
        return False
    cells = [str(value) for _, value in others if value not in (None, "")]
    if not cells or not all(map(_SHARE.fullmatch, cells)):
        return False
    if not any("%" in cell for cell in cells):
        values = [float(cell) for cell in cells]
        return max(map(abs, values)) < 1 and not (min(values) >= 0 and abs(sum(values) - 1) < _ROUNDING)
    return all("%" in cell for cell in cells)


def _is_ticker(key: object) -> bool:
    return isinstance(key, str) and TICKER.fullmatch(key) is not None and metric_of_key(key) not in METRICS


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
    if own in ALONE or (above in METRICS and METRICS[above].measure != "time" and key_unit(key) in TIME_UNITS):
        return False  # how deep or how long it was: {"drawdowns": [{"depth": -0.2, "days_to_trough": 41}]}
    if metric_of_keys(above_key, key) is not None or key.lower() in PLAIN_KEYS:
        return False
    return above in METRICS and METRICS[above].measure != "count" and own is not None and own not in METRICS


def sorts(key: str, node: Mapping[Any, Any]) -> bool:
    """Whether a key of a record holds the table of several things, and is no thing itself: {"byTicker": {"SPY": {..}, "QQQ": {..}}}.
    One of several alike ({"SPY": {"2019": {..}}, "QQQ": {"2019": {..}}}) is a thing, and so is a benchmark."""
    form = _form_of_table(node[key])
    if form is None or is_compared(key) or year_of(key) is not None or dates_in(key):
        return False
    return not any(other != key and _form_of_table(value) == form for other, value in node.items())


def _form_of_table(value: Any) -> frozenset[str] | None:
    """The keys that all records of a table have; None for what is no table of two or more."""
    if type(value) is dict:
        rows = list(value.values())
    elif type(value) is list:
        rows = value
    else:
        return None
    if len(rows) < 2 or type(rows[0]) is not dict or not rows[0]:
        return None
    form = frozenset(map(str, rows[0]))
    return form if all(type(row) is dict and form == frozenset(map(str, row)) for row in rows[:_MOST_ROWS]) else None
