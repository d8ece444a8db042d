"""Multiples that the tools' numbers of the two things named are not: "A paid about twice as much in fees as B" of three times as much."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.set_out.against_multiples import is_not
from validators.grounding.set_out.multiples import MAY_MULTIPLY, Multiple, is_denied, is_within, multiples
from validators.grounding.set_out.operands import ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS

_TRADED = re.compile(r"\btrad(?:ed|es|ing)\b[^.;,]{0,30}$", re.IGNORECASE)
_OFTEN = re.compile(r"\bas (?:often|frequently|many trades)\b", re.IGNORECASE)
_PER = re.compile(r"\b(?:per|for (?:every|each)|relative to|adjusted|divided|ratio)\b", re.IGNORECASE)
_MANY = 2  # numbers of a thing, of which a multiple may be any


def against_named(answer: Answer, told: ToldNumbers, index: ToolIndex) -> Iterator[GroundedNumber | None]:
    """The multiples that are said of two things by their names: what is wrong with them, or None."""
    for place, passage in answer.outline.running:
        if MAY_MULTIPLY.search(answer.text, passage.start, passage.end) is None:
            continue
        if answer.times.dates_in(place) or _PER.search(answer.text, passage.start, passage.end):
            continue
        for multiple in multiples(answer.text, passage.start, passage.end, answer.quantities_in(place)):
            sides = _sides(answer, place, multiple)
            if sides is None or is_denied(answer.text, multiple, passage.start):
                continue
            metrics = _metrics(answer, told, place, multiple)
            pairs = list(_pairs(index, metrics, *sides))
            if pairs:
                met = any(is_within(multiple, one.value, other.value, 0.0, ordered=True) for one, other in pairs)
                one, other = (each.source for each in pairs[0])
                yield None if met else is_not(answer, multiple, f"{one} and {other}", one)


def _sides(answer: Answer, place: int, multiple: Multiple) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """The dimension of two things, what the last name before a multiple stands for and what the one behind it does; None unless these
    are all that a sentence names."""
    for dimension, mentions in answer.things.mentions_in(place).items():
        before = [each.means for each in mentions if each.end <= multiple.start]
        after = [each.means for each in mentions if each.start >= multiple.end]
        if (
            len(set(before)) == 1
            and after
            and before[0].isdisjoint(after[0])
            and set(after[1:]) <= {after[0], before[0]}
        ):
            return dimension, before[0], after[0]
    return None


def _metrics(answer: Answer, told: ToldNumbers, place: int, multiple: Multiple) -> frozenset[str]:
    """Of what the two may be: what the sentence speaks of or tells numbers of."""
    start = answer.outline.passages[place].start
    if _TRADED.search(answer.text, start, multiple.start) and _OFTEN.search(answer.text, multiple.start, multiple.end):
        return frozenset({"trades"})
    mentions = answer.metrics.mentions(place)
    spoken = frozenset().union(*(each.means for each in mentions if len(each.means) <= MOST_MEANT))
    numbers = (each.number.measured for each in told.of(place) if each.number is not None)
    return (spoken | frozenset(name for name in numbers if name in METRICS)) - SETTINGS


def _pairs(
    index: ToolIndex, metrics: frozenset[str], dimension: str, one: frozenset[str], other: frozenset[str]
) -> Iterator[tuple[ToolNumber, ToolNumber]]:
    """The numbers of both things in each metric of which each has one."""
    for metric in sorted(metrics):
        held = [_of(index.by_metric.get(metric, ()), dimension, names) for names in (one, other)]
        if all(held) and len(held[0]) < _MANY and len(held[1]) < _MANY:
            yield held[0][0], held[1][0]


def _of(numbers: Sequence[ToolNumber], dimension: str, names: frozenset[str]) -> list[ToolNumber]:
    return [each for each in numbers if each.scope.get(dimension) in names and not each.difference]
