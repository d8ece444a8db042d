"""How far the best and the worst of a list lie apart: "between the best and the worst regime lie 37.7 points"."""

import re
from collections.abc import Callable, Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.number_match import PER_FRACTION
from validators.grounding.reckoned.reckoned import Reckoned
from validators.grounding.set_out.against_members import tells_some
from validators.grounding.set_out.operands import EXTREMES, ToldNumbers
from validators.grounding.set_out.result_words import told_work
from validators.grounding.tools.index import ToolIndex
from validators.grounding.worked_out.columns import Column
from validators.numbers.quantity import Quantity

_BEST = r"(?:best|strongest|highest|top|largest|longest)"
_WORST = r"(?:worst|weakest|lowest|poorest|smallest|shortest)"
_NOUN = r"(?: [a-z]+){0,2}?"
MAY_SET_APART = re.compile(
    rf"\b(?:{_BEST}{_NOUN} (?:and|to|beat|from) (?:the |its )?{_WORST}|{_WORST}{_NOUN} (?:and|to|from) (?:the |its )?{_BEST})\b",
    re.IGNORECASE,
)
_KINDS = {"points": ("share", "any"), "money": ("money", "any"), "plain": ("number", "any")}
_FEWEST = 3


def extremes_reckoned(
    answer: Answer, told: ToldNumbers, index: ToolIndex, columns: Callable[[], Sequence[Column]]
) -> Iterator[Reckoned]:
    """The numbers that are told to lie between the ends of a list."""
    if any((metric or "").startswith(EXTREMES) for metric in index.held):
        return
    for place, passage in answer.outline.running:
        if MAY_SET_APART.search(answer.text, passage.start, passage.end) is None:
            continue
        results = [each for each in told.of(place) if _is_apart(answer.text, passage.start, each.quantity)]
        if len(results) != 1 or results[0].quantity.kind not in _KINDS:
            continue
        kind = results[0].quantity.kind
        held = [each for each in columns() if len(each.values) >= _FEWEST and each.measure in _KINDS[kind]]
        if any(tells_some(answer, place, column) for column in held):
            continue
        per = PER_FRACTION.get(kind)
        worths = [
            ((max(each.values) - min(each.values)) * (per / each.own if per else 1.0), f"range of {each.source} and on")
            for each in held
        ]
        if worths:
            yield Reckoned(results[0], worths, ())


def _is_apart(text: str, start: int, quantity: Quantity) -> bool:
    """Whether a number is told as a difference, or in points, of which it can be nothing else."""
    work = told_work(text, start, quantity)
    return work == "difference" or (work is None and quantity.kind == "points")
