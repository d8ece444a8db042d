"""The settings, figures and years that keys hold, as numbers and dates of the output."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from validators.grounding.tools.key_dates import is_percentile, key_figures
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.place import Place
from validators.grounding.tools.value_reader import ValueReader
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.words import key_scale, key_unit
from validators.numbers.quantity import DateParts


class KeyReader:
    """Takes what keys hold into the numbers and dates of `values`."""

    def __init__(self, values: ValueReader) -> None:
        self._values = values

    def setting(self, setting: ToolNumber, place: Place, key: str, scope: Mapping[str, str]) -> dict[str, str]:
        """The scope of what stands under a key that tells a setting; takes the setting."""
        inner = {**scope, setting.setting or "": f"{setting.value:g}"}
        source = f"{place.call} {place.under(key)} (its name)"
        self._values.numbers.append(replace(setting, source=source, scope=inner))
        return inner

    def set_to(self, name: str, value: float, place: Place) -> None:
        """Takes the value that a setting of a name has in the run of which all is that has the scope of a place."""
        scale = key_scale(name)
        self._values.numbers.append(
            ToolNumber(
                value=float(value) * scale, scale=scale, source=place.source, metric=metric_of_key(name), unit=key_unit(name) or key_unit(place.units.get(name, "")),
                scope=place.scope, times=place.times, setting=name,
            )
        )  # fmt: skip

    def figures(self, key: str, source: str) -> DateParts | None:
        """Takes the numbers and the years that a key holds; the first of its years."""
        figures, years = key_figures(key)
        self._values.dates.extend((year, source) for year in years)
        unit = "percent" if is_percentile(key) else None
        self._values.numbers.extend(
            ToolNumber(value=figure, source=source, unit=unit, prose=True, either_sign=True) for figure in figures
        )
        return years[0] if years else None

    def years(self, key: str, value: Any, source: str) -> tuple[DateParts, ...]:
        """The year of a column that its key tells: {"y2022": [0.1, 0.2]}."""
        if not isinstance(value, (int, float)):
            return ()
        years = key_figures(key)[1]
        self._values.dates.extend((year, source) for year in years)
        return years[:1]
