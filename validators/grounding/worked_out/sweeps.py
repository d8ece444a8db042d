"""What one unit of a setting costs or brings over the runs that differ in it, and where that uses a result up: "each basis point costs $3,400",
"break-even lies near 14 bps"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION, widest
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.words import key_unit
from validators.grounding.worked_out.chance import first_told
from validators.numbers.quantity import Quantity

_CHANCE = 0.1
_FEWEST, _MOST = 2, 24
_UNIT = {
    "bps": r"basis[- ]points?|bps?",
    "percent": r"per ?cent|%|percentage[- ]points?|points?",
    "day": "days?",
    "week": "weeks?",
    "month": "months?",
    "bar": "bars?",
}
_EACH = r"\b(?:per|each|every|an?|for (?:each|every|one)) (?:single |one |extra |additional |further |added |more )*(?:{unit})\b"
_ANY = r"unit|step|notch"
_BREAK_EVEN = re.compile(
    r"\b(?:break[- ]?even\w*|breaks even|cross(?:es|ing|over)? (?:zero|below zero)|turns? (?:negative|into a loss|unprofitable)|goes? (?:negative|to zero)|hits? zero|wip(?:e[sd]?|ing) out"
    r"|us(?:e[sd]?|ing) up|eats? up all|edge (?:is gone|disappears|vanishes)|no (?:profit|edge) (?:is )?left|profit (?:is gone|disappears|vanishes|runs out))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sweep:
    """A metric over the values of a setting, in their order; `own` is how much of a fraction one of its numbers is."""

    dimension: str
    points: Sequence[tuple[float, ToolNumber]]
    own: float


def of_sweep(text: str, claim: Quantity, index: ToolIndex, suits: Callable[[ToolNumber], bool]) -> str | None:
    """The runs of which `claim`, at its place in its sentence `text`, is the slope or the break-even; None where none gives it."""
    at_zero = claim.kind in ("basis_points", "plain", "count", "duration", "percent") and _BREAK_EVEN.search(text)
    results = [
        result
        for sweep in sweeps(index, suits)
        for result in (
            *(_crossings(claim, sweep) if at_zero else ()),
            *(_slopes(claim, sweep) if _is_for_each(text, sweep) else ()),
        )
    ]
    work = first_told(claim, results, widest(claim), _CHANCE) if results else None
    return None if work is None else f"{claim.text} = {work}"


def sweeps(index: ToolIndex, suits: Callable[[ToolNumber], bool]) -> Iterator[Sweep]:
    """The metrics that tools returned of runs that differ in one setting."""
    for dimension, names in index.parameters.items():
        values = {name: float(name) for name in names if name.replace(".", "", 1).isdigit()}
        for numbers in index.by_metric.values() if _FEWEST <= len(values) <= _MOST else ():
            held = [
                (values[name], number)
                for number in numbers
                if (name := number.scope.get(dimension)) in values and not number.is_under(dimension) and suits(number)
            ]
            if len(held) == len({value for value, _ in held}) >= _FEWEST:
                own = UNIT_PER_FRACTION.get(held[0][1].unit or "", 1.0)
                yield Sweep(dimension, sorted(held, key=lambda point: point[0]), own)


def _is_for_each(text: str, sweep: Sweep) -> bool:
    unit = _UNIT.get(key_unit(sweep.dimension) or "", _ANY)
    return re.search(_EACH.format(unit=unit), text, re.IGNORECASE) is not None


def _slopes(claim: Quantity, sweep: Sweep) -> Iterator[tuple[float, str]]:
    """What a unit makes, over all of the runs and from each to the next."""
    share = claim.kind in PER_FRACTION
    per = PER_FRACTION.get(claim.kind, 1.0) / sweep.own if share else 1.0
    points = sweep.points
    for (x, one), (z, other) in ((points[0], points[-1]), *pairwise(points)):
        if share == (one.unit in UNIT_PER_FRACTION):
            yield per * (other.value - one.value) / (z - x), f"({other.source} − {one.source}) / {z - x:.4g}"


def _crossings(claim: Quantity, sweep: Sweep) -> Iterator[tuple[float, str]]:
    """The value of the setting at which a result is nothing, on the line between two runs."""
    for (x, one), (z, other) in pairwise(sweep.points):
        if one.value * other.value < 0:
            at = x + (z - x) * one.value / (one.value - other.value)
            yield at, f"where {one.source} and {other.source} meet zero"
