"""What an answer says of a whole listing of the tools: the mean of its numbers, their sum, how far they lie apart."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from statistics import fmean, median

from validators.grounding.number_match import LARGEST_FRACTION, PER_FRACTION, UNIT_PER_FRACTION, widest
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.key_dates import is_month
from validators.grounding.tools.number import KEY_IN_PATH, PLACE, ToolNumber
from validators.grounding.tools.vocabulary.metrics import measure_of
from validators.grounding.worked_out.chance import first_told
from validators.numbers.quantity import Quantity
from validators.numbers.tail import CURRENCY_CODES

_FEWEST = 2
_MEAN = re.compile(r"\b(?:averag\w*|avg|means?\b|typical\w*)", re.IGNORECASE)
_MEDIAN = re.compile(r"\bmedian\b", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:sum(?:s|med)?|total\w*|together|altogether|in all|combin\w+|add(?:s|ed|ing)?|between them|overall|accumulat\w+|cumulat\w+|jointly|collectively)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:spread|range|gap|differen\w+|apart|distance|separat\w+|between)\b", re.IGNORECASE)
_CHANCE = 0.1


class Listings:
    """The listings that tools gave: numbers at one place of each of several records, be they in a list or under names."""

    def __init__(self, index: ToolIndex) -> None:
        self._index = index

    @cached_property
    def _held(self) -> list[list[ToolNumber]]:
        found: dict[tuple[str | None, ...], list[ToolNumber]] = {}
        for number in self._index.numbers:
            if number.length or number.prose or number.difference:
                continue
            call, _, path = number.source.partition(" ")
            keys = KEY_IN_PATH.findall(path)
            for place in range(len(keys)):
                if PLACE.fullmatch(keys[place]) or _is_name(keys[place].strip('.[]"'), number):
                    found.setdefault((number.measured, call, *keys[:place], "*", *keys[place + 1 :]), []).append(number)
        return [group for group in found.values() if len(group) >= _FEWEST]

    def told(
        self, text: str, claim: Quantity, stated: Sequence[ToolNumber], concerns: Callable[[ToolNumber], bool]
    ) -> str | None:
        """The arithmetic on a listing of what it `concerns`, or on those of its numbers that the answer has `stated` before, that gives
        the claim; None where the sentence `text` speaks of none, or none gives it but by chance."""
        said = [
            name
            for name, cue in (("mean", _MEAN), ("median", _MEDIAN), ("sum", _SUM), ("range", _APART))
            if cue.search(text)
        ]
        if not said:
            return None
        room = widest(claim)
        held = [group for group in self._held if concerns(group[0])]
        found = first_told(claim, _results(held, claim, said, {id(number) for number in stated}), room, _CHANCE)
        if found is None:
            return None
        name, part = found
        return f"{claim.text} = {name} of {len(part)} numbers at {part[0].source} and on"


def _is_name(key: str, number: ToolNumber) -> bool:
    """Whether a key is a name or a time of which a number is, and not what it measures."""
    return key in number.scope.values() or (bool(number.times) and (is_month(key) or any(map(str.isdigit, key))))


def _results(
    held: Sequence[Sequence[ToolNumber]], claim: Quantity, said: Sequence[str], known: Collection[int]
) -> Iterator[tuple[float, tuple[str, Sequence[ToolNumber]]]]:
    """What the operations that are `said` make of each listing, and of those of its numbers that are `known`."""
    for group in held:
        parts = [[number for number in group if id(number) in known], group]
        for part in parts if len(parts[0]) < len(group) else parts[1:]:
            if len(part) < _FEWEST or not all(_may_tell(claim, number) for number in part):
                continue
            own = 100.0 if any(abs(number.value) >= LARGEST_FRACTION for number in group) else 1.0
            values = [_as_told(claim, number, own) for number in part]
            for name, result in _pooled(values, said):
                yield result, (name, part)


def _pooled(values: Sequence[float], said: Sequence[str]) -> Iterator[tuple[str, float]]:
    if "mean" in said:
        yield "mean", fmean(values)
    if "median" in said:
        yield "median", median(values)
    if "sum" in said:
        yield "sum", sum(values)
    if "range" in said:
        yield "range", max(values) - min(values)


def _may_tell(claim: Quantity, number: ToolNumber) -> bool:
    measure, unit = measure_of(number.metric), number.unit or ""
    match claim.kind:
        case "percent" | "points" | "basis_points" | "fraction":
            return unit in UNIT_PER_FRACTION or (not unit and measure in ("share", "any"))
        case "money":
            return unit in CURRENCY_CODES or (not unit and measure in ("money", "any"))
        case "count" | "duration":
            return unit not in UNIT_PER_FRACTION and unit not in CURRENCY_CODES and measure in ("count", "time", "any")
        case "plain":
            return measure != "money"
        case _:
            return False


def _as_told(claim: Quantity, number: ToolNumber, own: float) -> float:
    """In the claim's unit; `own` is how much of a fraction the listing's numbers are where they bear no unit."""
    if claim.kind not in PER_FRACTION:
        return number.value
    return number.value / UNIT_PER_FRACTION.get(number.unit or "", own) * PER_FRACTION[claim.kind]
