"""What a record of a tool output says of all its numbers: names, dates, a label, a unit, a currency."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from validators.grounding.tools.cost_items import are_costs
from validators.grounding.tools.key_dates import dates_in, is_month, month_in, month_number
from validators.grounding.tools.keys import (
    LABEL_KEYS,
    LETTER,
    LONGEST_LABEL,
    METRIC_KEYS,
    SET_KEYS,
    SWEPT_KEYS,
    UNIT_KEYS,
    is_name_key,
    kind_of_names,
    may_be_set,
    ordinal_of,
    role_of,
)
from validators.grounding.tools.place import Said
from validators.grounding.tools.place_metric import is_paid
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, OF_THE_WHOLE, measure_of
from validators.grounding.tools.vocabulary.words import key_unit, key_words
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts
from validators.numbers.tail import CURRENCIES, CURRENCY_CODES, TIME_UNITS

_SET_TO = re.compile(
    r"(\d{1,9}(?:\.\d{1,9})?)\s?(?:bps?|%|basis points?|days?|d)?(?:\s?(?:/|per|a|each|one)\s?(?:side|way|leg|trade))?"
)
_TIME = re.compile(r"\d+ days?,? \d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?")  # "41 days 00:00:00"
_STAY = re.compile(
    r"\d[\d.,]{0,9} ?(?:days?|weeks?|months?|years?|hours?|bars?|sessions?)"
)  # of how long a trade was held
_MEASURED = re.compile(
    r"[-+−(]{0,2}[$€£]?[-+−]?(?:\d{1,15}\.\d{1,15}%?|\d{1,15}%|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?)\)?"
)  # in a text whose values are all text
_AMOUNT = re.compile(r"\d[\d,]*\.\d+\s|\d{1,3}(?:,\d{3})+\s")  # "3916.14 at 2 bps/side" names nothing


_ASIDE = re.compile(r"[,;] |\. |: ")  # "Sharpe ratio, risk-free rate 0"
_FIGURE = re.compile(r"[*_`~(+−$€£-]{0,4}\d")
_VALUE_AND_UNIT = frozenset({"value", "unit"})
_FIRST = frozenset(
    "top best worst largest biggest highest lowest smallest strongest weakest deepest winner loser leader laggard most least".split()
)
ALIASED = "run"  # the dimension of names that ordinal keys stand for


def _is_stay(key: str, value: str) -> bool:
    """Whether a value is how long something lasted, which tells no records apart."""
    return measure_of(metric_of_key(key)) == "time" and _STAY.fullmatch(value) is not None


def _tells_several(node: Mapping[Any, Any]) -> bool:
    """Whether a record tells several metrics, so that its label is a name: the sleeve "rates" of {"name": "rates", "trades": 276, "sharpe": 0.96}."""
    return sum(metric_of_key(str(key)) in METRICS for key in node) > 1


def _singles_out(key: str, node: Mapping[Any, Any]) -> bool:
    """Whether a key of a record of records tells which of these comes first in something: its own numbers are of all of them."""
    return not _FIRST.isdisjoint(key_words(key)) and any(type(value) in (dict, list) for value in node.values())


def units_beside(node: Mapping[Any, Any]) -> dict[str, str]:
    """The units that a record gives by key: of the keys of a legend ({"units": {"fee": "bps"}}), and of what it says it varies
    ({"param": "fee", "unit": "bps"})."""
    told = next((node[key] for key in node if str(key).lower() in UNIT_KEYS), None)
    if isinstance(told, dict):
        return {str(key): unit for key, unit in told.items() if isinstance(unit, str)}
    swept = next((node[key] for key in node if str(key).lower() in SWEPT_KEYS), None)
    return {swept: told} if isinstance(swept, str) and isinstance(told, str) else {}


def _named_alike(names: dict[str, str]) -> dict[str, str]:
    """Names by what they are names of: one tool says `strategy` and another `modelId`."""
    found: dict[str, str] = {}
    for key, name in names.items():
        kind = kind_of_names(key)
        if kind is None or found.get(kind, name) == name:
            found[kind or key] = name
        else:
            found.setdefault(key, name)
    return found


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
    whole = is_of_the_whole(node)
    booked = not whole and any(
        metric_of_key(str(key)) == "profit" for key in node
    )  # a trade's fees are paid, and no setting
    spent = len(node) > 2 and are_costs(node)
    labels: dict[bool, str] = {}
    unit: str | None = None
    currency: str | None = None
    below: list[Said] = []
    for raw, value in node.items():
        key = str(raw)
        if isinstance(value, str):
            if not value or len(value) > LONGEST_LABEL or "\n" in value or value[0] in "{[(":
                continue
            dates = dates_in(value) or _month_named(key, value)
            if dates:
                if not (whole and _is_event(key)):
                    times.extend(dates)
            elif (
                value[0].isdigit()
                and not spent
                and role_of(key) == "parameter"
                and (set_to := _SET_TO.fullmatch(value))
            ):
                if not is_paid(metric_of_key(key), float(set_to[1])) and key_unit(key) not in CURRENCY_CODES:
                    names[key] = set_to[1]
            elif LETTER.search(value) and not (
                (
                    _FIGURE.match(value)
                    and (
                        metric_of_key(key) in METRICS
                        or _AMOUNT.match(value)
                        or _TIME.fullmatch(value)
                        or _is_stay(key, value)
                    )
                )
                or value.partition(" ")[0] in CURRENCY_CODES
            ):
                lower = key.lower()
                if lower in UNIT_KEYS:
                    unit = value
                    continue
                if value in CURRENCIES:
                    if kind_of_names(key) != "ticker":  # what was traded is not what the account is kept in
                        currency = CURRENCIES[value]
                    continue
                if lower in METRIC_KEYS:
                    labels.setdefault(True, value)
                elif (
                    lower in LABEL_KEYS
                    and metric_of_key(head := _ASIDE.split(value, maxsplit=1)[0]) in METRICS
                    and not _tells_several(node)
                ):
                    labels.setdefault(False, head)
                elif (is_name_key(key) or metric_of_key(value) not in METRICS) and not _singles_out(key, node):
                    names[key] = value
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            role = role_of(key)
            if role == "year":
                if 1900 <= value <= 2099:
                    times.append(DateParts(year=int(value)))
            elif (
                role is not None
                and not spent
                and not is_paid(metric_of_key(key), value)
                and key_unit(key) not in CURRENCY_CODES
                and not (booked and key_unit(key) is None and metric_of_key(key) == "fee")
            ):
                names[key] = repr(value)
        elif isinstance(value, dict) and depth < 2:
            if holds_no_results(value):
                below.append(_of_its_kind(key, said_of(value, depth + 1)))
            names |= _set_within(key, value)
    times = _of_one_year(_without_days_of_months(times))
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


def _of_its_kind(key: str, part: Said) -> Said:
    """What a part says, its name by what the key over it is of: {"strategy": {"name": "carry"}}."""
    kind = kind_of_names(key)
    if kind is None or kind in part.names or "name" not in part.names:
        return part
    return replace(part, names={kind if each == "name" else each: name for each, name in part.names.items()})


def _set_within(key: str, part: Mapping[Any, Any]) -> dict[str, str]:
    """The fee that a part of a record tells beside what was paid, or as a value with its unit, which is that of the whole record:
    {"comm": {"per_side_bp": 1, "paid_usd": 3235.0}}, {"costPerSide": {"value": 2, "unit": "bps"}}; and all that a record of settings
    sets: {"params": {"entry_zscore": 1.5}, "sharpe": 0.9}."""
    if key.lower() in SET_KEYS:
        return {
            str(each): repr(value)
            for each, value in part.items()
            if type(value) in (int, float) and may_be_set(str(each))
        }
    told = {key: part["value"]} if part.keys() <= _VALUE_AND_UNIT and "value" in part else part
    return {
        str(each): repr(value)
        for each, value in told.items()
        if type(value) in (int, float)
        and metric_of_key(str(each)) == "fee"
        and not is_paid("fee", value)
        and key_unit(str(each)) not in CURRENCY_CODES
        and (told is not part or key_unit(str(each)) is not None)
    }


def _without_days_of_months(times: list[DateParts]) -> list[DateParts]:
    """The dates without the days of a month that is told as well: {"period": "2019-05", "close": "2019-05-31"} is of May 2019."""
    months = {(each.year, each.month) for each in times if each.month is not None and each.day is None}
    return [each for each in times if each.day is None or (each.year, each.month) not in months]


def _month_named(key: str, value: str) -> tuple[DateParts, ...]:
    """The month that a value names under a key for months: {"month": "Jan"}."""
    return (DateParts(month=month_number(value)),) if is_month(value) and "month" in key_words(key) else ()


def _of_one_year(times: list[DateParts]) -> list[DateParts]:
    """The dates, a year and a month of any year as the month of that year: {"year": 2019, "month": "Jan"}."""
    years = [each for each in times if each.year is not None and each.month is None]
    months = [each for each in times if each.year is None and each.month is not None]
    return [month_in(months[0], years)] if len(times) == 2 and years and months else times


_EVENTS = frozenset(
    "peak trough valley bottom recovery recovered recover best worst drawdown dd underwater signal flip".split()
)


@lru_cache(maxsize=16384)
def _is_event(key: str) -> bool:
    """Whether a date under the key is of something that happened within what a record tells of: `max_drawdown_peak`, `worst_day`."""
    return not _EVENTS.isdisjoint(key_words(key))


def is_of_the_whole(node: Mapping[Any, Any]) -> bool:
    """Whether a record holds the results of a whole run."""
    return any(_is_of_the_whole(str(key)) for key in node)


@lru_cache(maxsize=16384)
def _is_of_the_whole(key: str) -> bool:
    """Whether what stands under the key is of a whole run, and so of no event in it."""
    return metric_of_key(key) in OF_THE_WHOLE


_FIRST_WORDS = frozenset({"start", "from", "begin", "since", "first"})
_LAST_WORDS = frozenset({"end", "to", "until", "through", "last", "stop", "finish"})


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


def holds_no_results(part: Mapping[Any, Any]) -> bool:
    """Whether a part holds settings and names only, no results."""
    for key, value in part.items():
        if isinstance(value, (dict, list)):
            return False
        measured = isinstance(value, float) or (isinstance(value, str) and _MEASURED.fullmatch(value) is not None)
        if measured and role_of(str(key)) is None and key_unit(str(key)) not in TIME_UNITS:
            return False
    return True
