"""Arithmetic on costs and settings that words name: round trips and fills, what each further step of a setting costs, where a straight line
breaks even, what a number told comes to twice or by half."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.number import ToolNumber, shape_of
from validators.grounding.tools.vocabulary.metrics import measure_of
from validators.grounding.worked_out.nearby import BARE, Nearby, Results, in_unit_of
from validators.numbers.quantity import Quantity

_RATES = ("basis_points", "percent", "points")
_ROUND_TRIP = re.compile(r"\bround[- ]?trips?\b|\bin and out\b|\bbuy(?:ing)? and (?:later |then )?sell", re.IGNORECASE)
_LEGS = {word: place for place, word in enumerate("two three four five six seven eight".split(), start=2)}
_FILLS = re.compile(
    rf"\b(?P<many>{'|'.join(_LEGS)}) (?:\w+ )?(?:fills|legs|sides|orders|executions|transactions|trades)\b",
    re.IGNORECASE,
)
_TIMES_THAT = re.compile(
    r"\b(?:(?P<twice>twice|double|two times)|(?P<half>half(?: of)?)|(?P<thrice>three times|triple)) (?:that|this|as much|the amount|the figure|the number)\b[^.;\d]{0,12}$",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:per|for (?:each|every)|each|every)(?: (?:single|extra|additional|further|added|more|next))* (?P<many>0 )?(?:basis[- ]points?|bps?|ticks?|days?|points?)\b",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"\bbreak(?:s|ing)?[- ]?even|\b(?:profits?|returns?|edge|gains?|advantage) (?:\w+ ){0,3}(?:gone|zero|eaten|used up|vanish\w*|disappear\w*)|\b(?:reach(?:es)?|hits?|falls? to|cross\w*|down to) zero\b",
    re.IGNORECASE,
)
_MOST_POINTS = 24


def _fills(near: Nearby) -> Results:
    """What a rate told nearby comes to over both sides of a round trip, or over as many fills as the words count."""
    if near.claim.kind not in (*_RATES, *BARE):
        return
    counted = [_LEGS[each["many"].lower()] for each in _FILLS.finditer(near.sentence)]
    factors = dict.fromkeys(counted or ([2] if _ROUND_TRIP.search(near.sentence) else []))
    for each in near.ahead if factors else ():
        for factor in factors if each.quantity.kind in _RATES else ():
            yield factor * _rate(near.claim, each.quantity), f"{factor} × {each.quantity.text}"


def _rate(claim: Quantity, quantity: Quantity) -> float:
    """A rate in the claim's unit, which for a bare claim is its own."""
    if claim.kind in BARE:
        return abs(quantity.value)
    return abs(quantity.value) * PER_FRACTION[claim.kind] / PER_FRACTION[quantity.kind]


def _times_that(near: Nearby) -> Results:
    """Twice or half the number right before: "costs 0.9 points and twice that, 1.8, at the higher one"."""
    told = _TIMES_THAT.search(near.words_before(near.claim))
    if told is None:
        return
    factor = 2.0 if told["twice"] else 0.5 if told["half"] else 3.0
    for each in near.own:
        value = in_unit_of(near.claim, each)
        if value is None and near.claim.kind in BARE and each.quantity.kind in PER_FRACTION:
            value = abs(each.quantity.value)
        if value is not None:
            yield factor * value, f"{factor:g} × {each.quantity.text}"


def _lines(records: Sequence[Sequence[ToolNumber]]) -> Iterator[list[tuple[float, ToolNumber]]]:
    """What each result of records that lie side by side is at each value of the setting by which they are in order."""
    alike: dict[tuple[str, ...], list[Sequence[ToolNumber]]] = {}
    for record in records:
        alike.setdefault(tuple(shape_of(each.source) for each in record), []).append(record)
    for shapes, held in alike.items():
        if not 1 < len(held) <= _MOST_POINTS:
            continue
        settings = [[record[place].value for record in held] for place in range(len(shapes))]
        setting = next((each for each in settings if sorted(set(each)) == each), None)
        if setting is None:
            continue
        for place in range(len(shapes)):
            if settings[place] is not setting:
                yield [(at, record[place]) for at, record in zip(setting, held, strict=True)]


def _scales(claim: Quantity, number: ToolNumber) -> tuple[float, ...]:
    per = PER_FRACTION.get(claim.kind)
    if per is None:
        return (1.0,) if number.unit is None else (1.0, 100.0 / UNIT_PER_FRACTION.get(number.unit, 100.0))
    unit = UNIT_PER_FRACTION.get(number.unit or "")
    return (per / unit,) if unit else (1.0, per)


def _steps(near: Nearby) -> Results:
    """What each further step of a setting changes a result by, from one row of the tools to the next."""
    told = _STEP.search(near.sentence)
    if told is None:
        return
    many = next(
        (each.quantity.value for each in near.own if each.quantity.kind in ("basis_points", "plain", "count")), 1.0
    )
    for line in _lines(near.records):
        for (x, first), (z, second) in pairwise(line):
            change = (second.value - first.value) / (z - x) * (many if told["many"] else 1.0)
            for scale in _scales(near.claim, first):
                yield scale * change, f"({second.source} − {first.source}) / {z - x:g} × {many:g}"


def _break_even(near: Nearby) -> Results:
    """At which setting a straight line through results of the tools gets to zero."""
    if near.claim.kind not in ("basis_points", "plain", "percent", "count", "multiple") or not _ZERO.search(
        near.sentence
    ):
        return
    for line in _lines(near.records):
        if measure_of(line[0][1].metric) == "ratio":
            continue
        for (x, first), (z, second) in ((line[0], line[-1]), (line[0], line[1]), (line[-2], line[-1])):
            if first.value != second.value:
                yield (
                    x + (z - x) * first.value / (first.value - second.value),
                    f"where a line through {first.source} and {second.source} gets to zero",
                )


COSTS: tuple[Callable[[Nearby], Results], ...] = (_fills, _times_that, _steps, _break_even)
