"""Totals and means that are told of as many numbers as stand right before them, and are of some: "A 0.4, B 0.1 and C 0.7. Those three average"."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.number_match import agrees
from validators.grounding.set_out.against_lists import of_some, worths
from validators.grounding.set_out.against_members import GATHERED, MAY_GATHER, gathered, gathering, goes_on
from validators.grounding.set_out.operands import Told, ToldNumbers


def against_those(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The results that are told of numbers counted right before them, with what is wrong with those that these do not come to."""
    for place, passage in enumerate(answer.outline.passages):
        if passage.cell or passage.header or MAY_GATHER.search(answer.text, passage.start, passage.end) is None:
            continue
        many = gathered(answer, place)
        for result in told.of(place) if many is not None else ():
            if many is None or result.quantity.start <= many[1]:
                continue
            work = gathering(answer.text, passage.start, result.quantity)
            if work not in GATHERED and not goes_on(answer.text, many[1], result.quantity.start):
                continue
            members = _counted(told, place, result, *many)
            if members and result.claim is not None:
                said = ("average",) if work == "average" else ("average", "sum")
                met = any(agrees(result.quantity, worth) for worth in worths(said, result, members))
                yield None if met else of_some(result, members)


def _counted(told: ToldNumbers, place: int, result: Told, many: int, start: int) -> Sequence[Told]:
    """The numbers of a result's kind and of one metric in its sentence before what counts them, or in the one before, if they are as many."""
    for held in ([each for each in told.of(place) if each.quantity.end <= start], told.of(place - 1) if place else []):
        alike = [each for each in held if each.quantity.kind == result.quantity.kind and each.quantity.start != start]
        if alike:
            of_one = {each.number.measured if each.number is not None else None for each in alike}
            known = all(each.number is not None for each in alike)
            return alike if len(alike) == many > 2 and known and len(of_one) == 1 else ()
    return ()
