"""Settings that names hold: of the runs "lookback-20" and "lookback-60" the lookbacks, of the keys "5bps" and "10bps" the fees."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from validators.grounding.tools.key_dates import is_percentile, year_of
from validators.grounding.tools.keys import MAY_BE_SET, noun_of_part, role_of
from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import SETTINGS
from validators.grounding.tools.vocabulary.words import key_unit, key_words
from validators.numbers.tail import TIME_UNITS

_WORDS = r"[A-Za-z]{1,24}(?:[ _-][A-Za-z]{1,24}){0,3}"
_NUMBERED = re.compile(
    rf"(?:(?P<stem>{_WORDS})(?P<joint>[ _=:@-]{{0,2}}))?(?P<number>\d{{1,4}}(?:\.\d{{1,4}})?)"
    rf"(?:[ _-]?(?P<unit>bps?|%|pct|percent|x|d|days?|w|weeks?|m|months?|y|years?)(?![A-Za-z]))?(?:[ _-]?[ _/-](?P<after>{_WORDS}))?"
)
_UNITS = {
    "bp": "bps", "bps": "bps", "%": "percent", "pct": "percent", "percent": "percent", "x": "multiple", "d": "day", "day": "day",
    "days": "day", "w": "week", "week": "week", "weeks": "week", "m": "month", "month": "month", "months": "month", "y": "year",
    "year": "year", "years": "year",
}  # fmt: skip
_BARE = re.compile(r"\d{1,4}(?:\.\d{1,4})?")
_EQUALS = frozenset("=:")
_FEWEST = 2  # keys that tell runs apart
_FEWEST_BARE = 3


class Setting(NamedTuple):
    """What a name sets: the words around the number, the number, and its unit; `is_equation` marks "zscore=2"."""

    words: str
    value: float
    unit: str | None
    is_equation: bool = False


@lru_cache(maxsize=16384)
def setting_of(name: str) -> Setting | None:
    """What a name of words and one number sets; None for any other name, and for one of a year."""
    match = _NUMBERED.fullmatch(name)
    if match is None or year_of(match["number"]) is not None or is_percentile(name):
        return None
    words = " ".join(part for part in (match["stem"], match["after"]) if part)
    is_equation = match["stem"] is not None and not _EQUALS.isdisjoint(match["joint"])
    unit = _UNITS.get(match["unit"] or "") or (key_unit(words) if is_equation else None)
    return Setting(words, float(match["number"]), unit, is_equation) if words or unit else None


def keys_set(keys: Sequence[str], above: str) -> dict[str, ToolNumber]:
    """The settings by which keys tell the runs below them apart: of {"5bps": {..}, "10bps": {..}} and of
    {"byFee": {"5": {..}, "10": {..}}} the fees; `above` is the key over them. {} where they tell none, or several kinds."""
    told = [_setting_below(key, above) for key in keys]
    found = {key: setting for key, setting in zip(keys, told, strict=True) if setting is not None}
    dimensions = {setting.setting for setting in found.values()}
    values = {setting.value for setting in found.values()}
    if len(dimensions) == 1 and _FEWEST <= len(values) == len(found):
        return found
    return _values_set(tuple(keys), above)


@lru_cache(maxsize=16384)
def _values_set(keys: tuple[str, ...], above: str) -> dict[str, ToolNumber]:
    """The settings by which three or more bare numbers in order tell runs apart, whatever is varied: {"grid": {"2": {..}, "5": {..},
    "8": {..}}}. What counts from 0 or 1 numbers records, and sets nothing."""
    if len(keys) < _FEWEST_BARE or not above or not all(map(_BARE.fullmatch, keys)) or any(map(year_of, keys)):
        return {}
    values = [float(key) for key in keys]
    numbers = [value - values[0] for value in values] == list(range(len(values))) and values[0] in (0, 1)
    numbers = numbers and noun_of_part(above) is None
    if numbers or values not in (sorted(set(values)), sorted(set(values), reverse=True)):
        return {}
    metric, unit = metric_of_key(above), key_unit(above)
    return {
        key: ToolNumber(value=value, source="", metric=metric, unit=unit, prose=True, setting=above)
        for key, value in zip(keys, values, strict=True)
    }


@lru_cache(maxsize=16384)
def _setting_below(key: str, above: str) -> ToolNumber | None:
    """What a key sets, by its own words or those of the key over it."""
    setting = setting_of(key)
    if setting is None and _BARE.fullmatch(key) and year_of(key) is None and role_of(above) == "parameter":
        setting = Setting(" ".join(word for word in key_words(above) if word != "by"), float(key), key_unit(above))
    metric = _metric_of(setting) if setting is not None else None
    if setting is not None and metric is None and not setting.words and setting.unit in TIME_UNITS and above:
        told = metric_of_key(above)  # {"by_horizon": {"3m": {..}, "12m": {..}}}
        return ToolNumber(
            value=setting.value, source="", metric=told if told in MAY_BE_SET else None, unit=setting.unit, prose=True,
            setting=f"{above}_{setting.unit}s",
        )  # fmt: skip
    if setting is None or not (metric in SETTINGS or setting.is_equation):
        return None
    named = metric if metric in SETTINGS else setting.words
    dimension = named if setting.unit is None or setting.is_equation else f"{named}_{setting.unit}"
    return ToolNumber(value=setting.value, source="", metric=metric, unit=setting.unit, prose=True, setting=dimension)


def _metric_of(setting: Setting) -> str | None:
    told = metric_of_key(setting.words) if setting.words else None
    return "fee" if setting.unit == "bps" and told not in SETTINGS else told


def name_settings(numbers: Iterable[ToolNumber]) -> Iterator[ToolNumber]:
    """The settings that the names of an output's numbers hold, where names that differ in their number only tell its runs apart."""
    first: dict[str, dict[str, ToolNumber]] = {}
    scopes: set[int] = set()
    for number in numbers:
        if id(number.scope) not in scopes:
            scopes.add(id(number.scope))
            for dimension, name in number.scope.items():
                first.setdefault(dimension, {}).setdefault(name, number)
    for dimension, names in first.items():
        told = {name: setting for name in names if (setting := setting_of(name)) is not None}
        for name, setting in told.items():
            alike = [each.value for each in told.values() if each[::2] == setting[::2]]
            if 1 < len(alike) == len(set(alike)):
                yield _setting(dimension, name, setting, names)


def _setting(dimension: str, name: str, setting: Setting, numbers: Mapping[str, ToolNumber]) -> ToolNumber:
    of = numbers[name]
    return ToolNumber(
        value=setting.value,
        source=f"{of.source} (its name)",
        metric=_metric_of(setting),
        unit=setting.unit,
        scope={dimension: name, **{other: held for other, held in of.scope.items() if not other.startswith(KEYED)}},
        prose=True,
        setting=dimension,
    )
