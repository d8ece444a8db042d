"""Totals and means of a list beside them that leave some of it out: "January 1%, February 2%, March -3%. Added up that is 3%"."""

import re
from collections.abc import Iterator, Sequence
from math import prod
from statistics import fmean, median

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import PER_FRACTION, agrees
from validators.grounding.set_out.listed import lists, works_said
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.set_out.result_words import SOME
from validators.reasons import Reason

_MANY = ("two", "three", "four", "five")
_COUNTED = re.compile(rf"\bof (?:the|these|those) (?P<many>{'|'.join(_MANY)})\b", re.IGNORECASE)


def against_lists(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The totals and means that are worked out of some of a list beside them, with what is wrong with them."""
    for place, passage in answer.outline.running:
        if not (said := works_said(answer.passage_text(place))):
            continue
        if SOME.search(answer.text, passage.start, passage.end) or answer.times.dates_in(place):
            continue
        counted = _COUNTED.search(answer.text, passage.start, passage.end)
        many = _MANY.index(counted["many"].lower()) + 2 if counted is not None else None
        for result in told.of(place):
            work = result.judged.derivation if result.judged is not None else None
            if work is None:
                continue
            held = [
                members
                for members in lists(told, place, result)
                if many in (None, len(members))
                and _are_of(work, members)
                and not (result.quantity.step >= 1 > members[0].quantity.step)
            ]
            if held:
                met = any(agrees(result.quantity, worth) for members in held for worth in worths(said, result, members))
                yield None if met else of_some(result, held[0])


def _are_of(work: str, members: Sequence[Told]) -> bool:
    """Whether a number was worked out of some of the list."""
    return any(
        each.quantity.text in work or (each.number is not None and each.number.source in work) for each in members
    )


def worths(said: Sequence[str], result: Told, members: Sequence[Told]) -> Iterator[float]:
    """What a list comes to, as percentages also by compounding and with each told as it stands."""
    values, per = [each.stated.value for each in members], PER_FRACTION.get(result.quantity.kind)
    found = [fmean(values), median(values)]
    if "sum" in said:
        found += [sum(values), sum(map(abs, values))]
    if per is not None and min(values) > -1:
        found.append(prod(1 + value for value in values) - 1)
    for worth in found:
        yield from (worth * (per or 1.0), abs(worth) * (per or 1.0))


def of_some(result: Told, members: Sequence[Told]) -> GroundedNumber:
    source = next((each.number.source for each in members if each.number is not None), None)
    message = f"{result.quantity.text} is not of all of {', '.join(each.quantity.text for each in members)} beside it"
    return failed(result.quantity, Reason.UNGROUNDED_NUMBER, message, source)
