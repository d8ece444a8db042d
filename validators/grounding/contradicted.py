"""Numbers that a tool returned and that the rest of their sentence contradicts: told of two things, in the wrong order, as a gain
that is a loss."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held
from validators.grounding.grounded_number import GroundedNumber, failed, shown
from validators.grounding.number_match import Telling
from validators.grounding.ranking.against_tools import Comparison
from validators.grounding.ranking.ranked_pairs import Ranked
from validators.grounding.ranking.told_steps import told_steps
from validators.grounding.readings.told_twice import told_twice
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.working_out import WorkedOut
from validators.numbers.quantity import Quantity
from validators.reasons import Reason

# how deep or large something is, next to how much that differs
_SIDE_AT = re.compile(
    r"[ *]{1,3}(?:(?P<more>deeper|larger|bigger|steeper)|shallower|milder|smaller|less deep),? \(?(?:at|with|now|down to|up to) [*]{0,2}",
    re.IGNORECASE,
)


def told_of_two(
    answer: Answer,
    index: ToolIndex,
    claims: Sequence[Claim],
    fitting: Held,
) -> Iterator[tuple[int, GroundedNumber]]:
    """The claims, by place, that are told of a thing whose number is another one."""
    for place, held in told_twice(answer, index, claims, fitting):
        yield place, told_again_of_another(claims[place].quantity, held)


def told_again_of_another(quantity: Quantity, held: ToolNumber) -> GroundedNumber:
    """A number that is told of two things, of which it can be only one's."""
    message = f"{quantity.text} is told of two things ({shown(held)})"
    return failed(quantity, Reason.WRONG_ENTITY, message, held.source)


def on_the_wrong_side(
    answer: Answer, claims: Sequence[Claim], judged: Sequence[GroundedNumber], held: Held, worked_out: WorkedOut
) -> Iterator[tuple[int, GroundedNumber]]:
    """The differences, by place, that are told on the other side of what they lead to: "8 points shallower, at -45%" of -37%."""
    for place, (claim, after) in enumerate(pairwise(claims)):
        side = _SIDE_AT.fullmatch(answer.text, claim.quantity.end, after.quantity.start)
        number = held.get(after.quantity)
        if side is None or number is None or judged[place].reason is not Reason.DERIVED_NUMBER:
            continue
        for derivation in worked_out.used.get(claim.passage, ()):
            others = [each for each in derivation.operands if each is not number]
            if derivation.text != judged[place].derivation or len(others) != 1:
                continue
            more = abs(number.value) > abs(others[0].value)
            if more != (side["more"] is not None):
                message = f"{claim.quantity.text} is told on the other side ({shown(number)}, {shown(others[0])})"
                yield place, failed(claim.quantity, Reason.WRONG_SIGN, message, number.source)


def told_the_other_way(
    answer: Answer, claims: Sequence[Claim], judged: Sequence[GroundedNumber], held: Held
) -> Iterator[tuple[int, GroundedNumber]]:
    """The differences, by place, by which the wrong one of two neighbours is told to be the higher."""
    places = {claim.quantity: place for place, claim in enumerate(claims)}
    for gap, high, low in told_steps(answer, claims, held):
        place = places[gap.quantity]
        if judged[place].reason in (None, Reason.DERIVED_NUMBER) and high.quantity.value < low.quantity.value:
            message = f"{gap.quantity.text} is told on the other side ({high.quantity.text}, {low.quantity.text})"
            yield place, failed(gap.quantity, Reason.WRONG_SIGN, message, None)


def told_of_another_row(claim: Claim, source: str) -> GroundedNumber:
    """A date that a row of a table tells again, and that the tools told of the thing of another one."""
    message = f"{claim.quantity.text} is told of two rows ({source})"
    return failed(claim.quantity, Reason.WRONG_ENTITY, message, source)


def told_of_another_event(claim: Claim, source: str) -> GroundedNumber:
    """A date that the tools tell of another event, trade or fall; `source` is that of the one due there."""
    message = f"{claim.quantity.text} is the date of something else ({source})"
    return failed(claim.quantity, Reason.WRONG_ENTITY, message, source)


def told_too_late(claim: Claim, closing: Claim) -> GroundedNumber:
    """A date of what opens something that is later than the date on which this is told to close."""
    message = f"{claim.quantity.text} is told as before {closing.quantity.text}"
    return failed(claim.quantity, Reason.WRONG_ENTITY, message, None)


def of_another_record(quantity: Quantity, own: ToolNumber) -> GroundedNumber:
    """A number that stands among those of one record and is of another; `own` is the one of that record."""
    message = f"{quantity.text} is of another record than the numbers beside it ({shown(own)})"
    return replace(failed(quantity, Reason.WRONG_ENTITY, message, own.source), meant=own.source)


def out_of_order(
    ranked: Sequence[Ranked], held: Mapping[Quantity, ToolNumber]
) -> Iterator[tuple[Quantity, GroundedNumber]]:
    """The numbers that are told as higher than one that they are lower than. `held` are the tool numbers that the claims tell."""
    for pair in ranked:
        if not pair.holds(held):
            high, low = pair.high.quantity, pair.low.quantity
            number = held.get(high)
            message = f"{high.text} is told as more than {low.text}" + (f" ({shown(number)})" if number else "")
            yield high, failed(high, Reason.WRONG_SIGN, message, number.source if number else None)


def against_outcome(
    outcomes: Sequence[tuple[Claim, Telling, bool]], held: Mapping[Quantity, ToolNumber]
) -> Iterator[tuple[Quantity, GroundedNumber]]:
    """The numbers that are told as a gain or a loss and are the other."""
    for claim, said, holds in outcomes:
        if not holds:
            quantity, number = claim.quantity, held.get(claim.quantity)
            message = f"{quantity.text} is told as a {said}" + (f" ({shown(number)})" if number else "")
            yield quantity, failed(quantity, Reason.WRONG_SIGN, message, number.source if number else None)


def wrong_comparisons(answer: Answer, compared: Sequence[Comparison]) -> Iterator[GroundedNumber]:
    """The words of comparison in an answer that what the tools returned contradicts."""
    for each in compared:
        if not each.holds:
            said = answer.written(each.start, each.end)
            yield GroundedNumber(
                text=said,
                start=each.start,
                end=each.end,
                grounded=False,
                source=each.number.source,
                reason=Reason.WRONG_SIGN,
                message=f"{said!r} is not what the tools returned ({shown(each.number)})",
            )
