"""The values of a list, each with its place: what the list tells of its rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from validators.grounding.tools.key_dates import dates_in, year_of
from validators.grounding.tools.keys import MAY_BE_SET
from validators.grounding.tools.layouts.columns import numbering, paired, records, swept, with_labels
from validators.grounding.tools.layouts.crossing import column_names
from validators.grounding.tools.place import Place
from validators.grounding.tools.value_reader import ValueReader
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.quantity import DateParts

_MONTHLY = frozenset({"monthly", "month"})
_NUMERIC = frozenset({float, int, type(None)})


def _is_of_months(place: Place) -> bool:
    """Whether a list of twelve numbers under a key is one of a year's months: {"2019": [..]}, {"year": 2019, "monthly_returns": [..]}."""
    one = place.times[0].month is None and bool(place.keys)
    return one and (year_of(place.keys[-1]) is not None or not _MONTHLY.isdisjoint(key_words(place.keys[-1])))


def _named(keys: Sequence[str], place: Place) -> dict[str, str]:
    """The keys by whose values a list tells its runs apart, with what each sets: a lone "value" what is said to be varied."""
    name = place.varied if len(keys) == 1 else None
    return {key: key if name is None or metric_of_key(key) in MAY_BE_SET else name for key in keys}


def values_of_list(node: Sequence[Any], place: Place, values: ValueReader) -> Iterator[tuple[Any, Place]]:
    """The values that stand in a list, each with its place; takes the list's length, and the dates that it tells, into `values`."""
    if pairs := paired(node):
        yield pairs, place
        return
    last = len(node) - 1
    rows = with_labels(records(node) or node)
    columns = column_names(rows) if node and isinstance(rows[-1], dict) else {}
    ordinal = numbering(rows)
    sweep = {} if ordinal else _named(swept(rows), place)
    year = place.times[0].year if len(place.times) == 1 and _is_of_months(place) else None
    months = year is not None and len(node) == 12 and _NUMERIC.issuperset(map(type, node))
    if not place.is_in_list:
        values.length(len(node), place)
    for index, value in enumerate(rows):
        end = "first" if index == 0 < last else "last" if index == last > 0 else "inside"
        dated = isinstance(value, (list, tuple)) and value and isinstance(value[0], str) and dates_in(value[0])
        times = (DateParts(year=year, month=index + 1),) if months else dated or place.times
        if months:
            values.dates.append((times[0], f"{place.call} {place.path}[{index}]"))
        yield (
            value,
            replace(
                place,
                path=f"{place.path}[{index}]",
                end=end,
                times=times,
                columns=columns,
                ordinal=ordinal,
                swept=sweep,
            ),
        )
