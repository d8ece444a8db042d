"""What must hold of the values of tool outputs, beside their shape, for them to be read like others of the shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolFacts, ToolNumber
from validators.grounding.tools.place import Place
from validators.grounding.tools.share_convention import ABOVE_ONE
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of

PERCENT_FROM = 1.5  # the size from which a share without a unit is in percent


@dataclass(frozen=True, slots=True)
class LayoutGuard:
    """`parameters` are the places of values that tell runs apart ("fee_bps"), one tuple a dimension: which of them are equal
    belongs to the layout. `broken` are values that must not be whole, `conventions` those whose sizes show whether the shares
    of an output are fractions, percent or (None) both."""

    parameters: tuple[tuple[int, ...], ...]
    broken: tuple[int, ...]
    conventions: tuple[tuple[str | None, tuple[int, ...]], ...]

    def pattern(self, values: Sequence[float]) -> tuple[tuple[int, ...], ...]:
        """Which parameters are equal."""
        return tuple([_pattern([values[place] for place in places]) for places in self.parameters])

    def holds(self, values: Sequence[float]) -> bool:
        for place in self.broken:
            if values[place] == int(values[place]):
                return False
        for unit, places in self.conventions:
            sizes = list(map(abs, map(values.__getitem__, places)))
            if unit == "fraction":
                if max(sizes) >= PERCENT_FROM or not any(sizes):
                    return False
                continue
            told = [size for size in sizes if size]
            if not told or (min(told) >= PERCENT_FROM) != (unit == "percent") or max(told) < PERCENT_FROM:
                return False
        return True


def guard_of(facts: ToolFacts, index: ToolIndex, places: Mapping[str, int]) -> LayoutGuard | None:
    """The guard of outputs like these; None where it cannot be said by their values. `places` are those of the values, by source."""
    parameters = []
    for dimension in index.parameters:
        ending = Place("").under(dimension).removeprefix("$")
        held = tuple(place for source, place in places.items() if source.endswith(ending))
        if not held:
            return None
        parameters.append(held)
    metrics = {number.source: number.metric for number in index.numbers}
    conventions = []
    for unit, sources in facts.conventions:
        telling = [source for source in sources if metrics[source] not in ABOVE_ONE]
        if any(source not in places for source in telling):
            return None
        if telling:
            conventions.append((unit, tuple(places[source] for source in telling)))
    settled = {source for _, sources in facts.conventions for source in sources}
    if any(
        number.source in places and number.source not in settled and _is_open_share(number) for number in index.numbers
    ):
        return None
    own = index.metrics - set(METRICS) - index.whole
    broken = {
        number.metric: places[number.source]
        for number in index.numbers
        if number.metric in own and number.source in places and not number.value.is_integer()
    }
    guard = LayoutGuard(tuple(parameters), tuple(broken.values()), tuple(conventions))
    values = [0.0] * len(places)
    for number in index.numbers:
        if number.source in places:
            values[places[number.source]] = number.value / number.scale
    return guard if guard.holds(values) else None


def _is_open_share(number: ToolNumber) -> bool:
    """Whether a number is a share of no unit, which another of its layout might have."""
    return number.unit is None and not number.length and number.written is None and measure_of(number.metric) == "share"


def _pattern(values: Sequence[float]) -> tuple[int, ...]:
    seen: dict[float, int] = {}
    return tuple([seen.setdefault(value, len(seen)) for value in values])
