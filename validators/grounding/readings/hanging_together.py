"""Whether what the numbers of an answer are hangs on one another, so that none can be judged alone: "the folds have 1.2, 0.8 and 0.9"."""

from collections.abc import Sequence
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held
from validators.grounding.readings.dates_of_events import tells_days_of_events
from validators.grounding.readings.events_in_order import events_told
from validators.grounding.readings.of_the_year_told import year_before
from validators.grounding.readings.record_called import calls_records
from validators.grounding.readings.told_in_turn import may_tell_in_turn
from validators.grounding.readings.told_twice import are_of_two
from validators.grounding.readings.unspoken_of import may_be_unspoken
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import is_of_one_period


def hang_together(answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held) -> bool:
    passages: dict[int, list[Claim]] = {}
    for claim in claims:
        passages.setdefault(claim.passage, []).append(claim)
    return (
        any(events_told(answer, claims))
        or tells_days_of_events(answer, claims, held)
        or may_be_unspoken(index, claims, held)
        or calls_records(answer, index, claims)
        or any(_hang_together(answer, place, inside, held) for place, inside in passages.items() if len(inside) > 1)
    )


def _hang_together(answer: Answer, place: int, inside: Sequence[Claim], held: Held) -> bool:
    if may_tell_in_turn(answer.passage_text(place)):
        return True
    dated = [claim for claim in inside if (number := held.get(claim.quantity)) and is_of_one_period(number)]
    if len(dated) > 1 and year_before(answer, place) is not None:
        return True
    return any(
        (number := held.get(claim.quantity)) is not None
        and (first := held.get(before.quantity)) is not None
        and number.measured == first.measured
        and before.context == claim.context
        and are_of_two(answer, inside, before, claim)
        for before, claim in pairwise(inside)
    )
