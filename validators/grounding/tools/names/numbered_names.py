"""Settings that names hold: of the runs "lookback-20" and "lookback-60" the lookbacks, of the keys "5bps" and "10bps" the fees."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from validators.grounding.tools.key_dates import year_of
from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key

_WORDS = r"[A-Za-z]{1,24}(?:[ _-][A-Za-z]{1,24}){0,3}"
_NUMBERED = re.compile(
    rf"(?:(?P<stem>{_WORDS})[ _=:@-]{{0,2}})?(?P<number>\d{{1,4}}(?:\.\d{{1,4}})?)"
    rf"(?:[ _-]?(?P<unit>bps?|%|pct|percent|x|d|days?|w|weeks?|m|months?|y|years?)(?![A-Za-z]))?(?:[ _-](?P<after>{_WORDS}))?"
)
_UNITS = {
    "bp": "bps", "bps": "bps", "%": "percent", "pct": "percent", "percent": "percent", "x": "multiple", "d": "day", "day": "day",
    "days": "day", "w": "week", "week": "week", "weeks": "week", "m": "month", "month": "month", "months": "month", "y": "year",
    "year": "year", "years": "year",
}  # fmt: skip


class Setting(NamedTuple):
    """What a name sets: the words around the number, the number, and its unit."""

    words: str
    value: float
    unit: str | None


@lru_cache(maxsize=16384)
def setting_of(name: str) -> Setting | None:
    """What a name of words and one number sets; None for any other name, and for one of a year."""
    match = _NUMBERED.fullmatch(name)
    if match is None or year_of(match["number"]) is not None:
        return None
    words = " ".join(part for part in (match["stem"], match["after"]) if part)
    unit = _UNITS.get(match["unit"] or "")
    return Setting(words, float(match["number"]), unit) if words or unit else None


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
    metric = metric_of_key(setting.words) if setting.words else "fee" if setting.unit == "bps" else None
    return ToolNumber(
        value=setting.value,
        source=f"{of.source} (its name)",
        metric=metric,
        unit=setting.unit,
        scope={dimension: name, **{other: held for other, held in of.scope.items() if not other.startswith(KEYED)}},
        prose=True,
        setting=dimension,
    )
