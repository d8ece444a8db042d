"""Totals and means of what an answer lists right before or behind them: "All in, 128 bps: commission 57, slippage 31, borrow 40", "the mean of
the three, 7.2%. (Individually −6.0%, −11.3%, 38.8%.)"."""

import re
from collections.abc import Iterator, Sequence
from statistics import fmean

from validators.grounding.answer.answer import Answer
from validators.grounding.number_match import PER_FRACTION, agrees
from validators.grounding.set_out.operands import Told, ToldNumbers

_MOST_LINES, _FEWEST = 6, 3
_MEAN = re.compile(r"\b(?:averag\w*|mean)\b", re.IGNORECASE)
_SUM = re.compile(r"\b(?:total\w*|sum\w*|all in|altogether|in all|together|combined|add\w*)\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:without(?! compounding)|except|exclud\w*|other|rest|remaining)\b", re.IGNORECASE)


def listed(answer: Answer, told: ToldNumbers) -> Iterator[tuple[Told, str]]:
    """The numbers that nothing else gives and that are the total or the mean of a list beside them, with that arithmetic."""
    for place, passage in enumerate(answer.outline.passages):
        said = () if passage.cell else works_said(answer.passage_text(place))
        for result in told.of(place) if said else ():
            if result.judged is None or result.is_grounded:
                continue
            for members in lists(told, place, result):
                values = [each.stated.value for each in members]
                for name in said:
                    worth = (fmean(values) if name == "average" else sum(values)) * PER_FRACTION.get(
                        result.quantity.kind, 1.0
                    )
                    if agrees(result.quantity, worth) and (worth < 0) <= (result.quantity.sign < 0 or result.is_lost):
                        yield (
                            result,
                            f"{result.quantity.text} = {name} of {', '.join(each.quantity.text for each in members)}",
                        )
                        return


def works_said(text: str) -> list[str]:
    """Whether a sentence tells of a mean or a total, and of all."""
    if _SOME.search(text):
        return []
    return [name for name, cue in (("average", _MEAN), ("sum", _SUM)) if cue.search(text)]


def lists(told: ToldNumbers, place: int, result: Told) -> Iterator[Sequence[Told]]:
    """The numbers beside one, of its kind and of one metric: those of its sentence, of the next one, of the lines before."""
    own = [each for each in told.of(place) if each is not result]
    lines = [told.of(at) for at in range(max(0, place - _MOST_LINES), place)]
    before = [line[0] for line in lines if len(line) == 1]
    for members in (own, told.of(place + 1), told.of(place - 1), before):
        kept = [each for each in members if each.quantity.kind == result.quantity.kind and each.number is not None]
        metrics = {each.number.measured for each in kept if each.number is not None}
        if len(kept) >= _FEWEST and len(metrics) == 1:
            yield kept


def counted_beside(told: ToldNumbers, place: int, result: Told, many: int, start: int) -> Sequence[Told]:
    """The numbers of a result's kind and of one metric in its sentence before what counts them, or in the one before, if they are as many."""
    for held in ([each for each in told.of(place) if each.quantity.end <= start], told.of(place - 1) if place else []):
        alike = [each for each in held if each.quantity.kind == result.quantity.kind and each.quantity.start != start]
        if alike:
            of_one = {each.number.measured if each.number is not None else None for each in alike}
            known = all(each.number is not None for each in alike)
            return alike if len(alike) == many > 2 and known and len(of_one) == 1 else ()
    return ()
