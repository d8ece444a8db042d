"""Keys that are names by the form of the records that they hold: {"tern": {"cagr": 0.1}, "60_40": {"cagr": 0.1}}."""

from collections.abc import Mapping
from typing import Any

from validators.grounding.tools.key_dates import is_year_key
from validators.grounding.tools.keys import PLAIN_KEYS, WHOLE, is_compared
from validators.grounding.tools.names.names_told import NamesTold
from validators.grounding.tools.number import KEYED

_SIDES = frozenset("up down rising falling bull bear bullish bearish long short".split())
_FEWEST_TICKERS = 2


def names_of_alike(node: Mapping[Any, Any], names: NamesTold, shape: str) -> dict[str, Mapping[str, str]]:
    """What the keys of a record name that hold records of one form; `shape` is that of the place of the record."""
    return {**_tickers(node, shape), **_kin(node, names)}


def _kin(node: Mapping[Any, Any], names: NamesTold) -> dict[str, Mapping[str, str]]:
    """The names that keys are which hold records like that of a known name: {"tern": {"cagr": 0.1}, "60_40": {"cagr": 0.1}}."""
    records = {str(key): tuple(value) for key, value in node.items() if type(value) is dict and value}
    found: dict[str, Mapping[str, str]] = {}
    sides = [key for key in records if key.lower() in _SIDES]
    if len(sides) > 1 and all(key in sides or key.lower() in WHOLE | PLAIN_KEYS for key in records):
        found |= {key: {"side": key} for key in sides}
    for key, form in records.items():
        told = names.in_key(key)
        if len(told) == 1:
            (dimension,) = told
            found |= {
                other: {dimension: other}
                for other, own in records.items()
                if own == form and not (is_compared(other) or is_year_key(other) or names.in_key(other))
            }
    return found


def _tickers(node: Mapping[Any, Any], shape: str) -> dict[str, Mapping[str, str]]:
    """The keys of like records that are tickers, also where one is a word: {"COST": {"trades": 9}, "NVDA": {"trades": 7}}."""
    forms = {key: tuple(value) for key, value in node.items() if type(value) is dict}
    if len(forms) < _FEWEST_TICKERS or len(set(forms.values())) > 1 or not all(map(is_in_capitals, forms)):
        return {}
    return {str(key): {f"{KEYED} {shape}": str(key)} for key in forms}


def is_in_capitals(key: object) -> bool:
    """Whether a key is written as tickers are."""
    return isinstance(key, str) and key[:1].isalnum() and key.upper() == key and any(map(str.isalpha, key))
