"""Numbers that a sentence tells beside those of another thing, and that are of another metric than these."""

import itertools
from collections.abc import Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open, speaks_of
from validators.grounding.fit.claim_fit import ClaimFit, Held
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS


def set_against_another(
    answer: Answer, index: ToolIndex, fit: ClaimFit, claims: Sequence[Claim], held: Held
) -> list[Claim]:
    """Numbers that are told beside one of another thing ("A ended lower than B ($9,000 against $12,000)"), but are of another
    metric, which the tools returned for both."""
    found = []
    measured = [claim for claim in claims if claim.quantity.kind not in ("date", "split", "duration", "basis_points")]
    for before, claim in itertools.pairwise(measured):
        context, number, beside = claim.context, held[claim.quantity], held[before.quantity]
        if number is None or beside is None or claim.passage != before.passage or context.direct:
            continue
        if beside.metric not in METRICS or number.measured not in METRICS or beside.metric == number.measured:
            continue
        apart = context.names != before.context.names or context.times != before.context.times
        own = context.metrics is None or context.metrics == before.context.metrics
        if not own or claim.quantity.kind != before.quantity.kind:
            continue
        set_against = answer.is_set_against(before, claim)
        if apart and (
            set_against or answer.is_compared(before, claim) or _is_of_the_same(answer, before, claim, number)
        ):
            rivals = index.by_metric.get(beside.metric, ())
            if any(each.measured == beside.measured and fit.fits(claim, each) for each in fit.matches(claim)):
                continue
            meant = [each for each in rivals if fit.thing.is_named(claim, each) and fit.time.fits(claim, each)]
            told = {id(held[other.quantity]) for other in measured if other.passage == claim.passage}
            if meant and not any(id(each) in told for each in meant):
                found.append(claim)
    return found


def _is_of_the_same(answer: Answer, before: Claim, claim: Claim, number: ToolNumber) -> bool:
    """Whether nothing said with a number, or between it and the one before, is of what a tool says that it is: "on annual return, A (2%)
    trails B (70%)"."""
    inside = answer.quantities_in(claim.passage)
    sentence, start = answer.sentence(claim)
    end = min((each.start for each in inside if each.start >= claim.quantity.end), default=start + len(sentence))
    begin = before.quantity.end
    if any(begin <= mention.start < end for mention in answer.metrics.mentions(claim.passage)):
        return False
    said = answer.text[begin : claim.quantity.start] + " " + answer.text[claim.quantity.end : end]
    return is_open(number.measured or "") or not speaks_of(said, number.measured or "")
