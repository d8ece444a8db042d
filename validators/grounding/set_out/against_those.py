"""Totals and means that are told of as many numbers as stand right before them, and are of some: "A 0.4, B 0.1 and C 0.7. Those three average"."""

from collections.abc import Iterator

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.number_match import agrees
from validators.grounding.set_out.against_lists import of_some, worths
from validators.grounding.set_out.against_members import GATHERED, MAY_GATHER, gathered, gathering, goes_on
from validators.grounding.set_out.listed import counted_beside
from validators.grounding.set_out.operands import ToldNumbers


def against_those(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The results that are told of numbers counted right before them, with what is wrong with those that these do not come to."""
    for place, passage in answer.outline.running:
        if MAY_GATHER.search(answer.text, passage.start, passage.end) is None:
            continue
        many = gathered(answer, place)
        for result in told.of(place) if many is not None else ():
            if many is None or result.quantity.start <= many[1]:
                continue
            work = gathering(answer.text, passage.start, result.quantity)
            if work not in GATHERED and not goes_on(answer.text, many[1], result.quantity.start):
                continue
            members = counted_beside(told, place, result, *many)
            if members and result.claim is not None:
                said = ("average",) if work == "average" else ("average", "sum")
                met = any(agrees(result.quantity, worth) for worth in worths(said, result, members))
                yield None if met else of_some(result, members)
