"""The numbers that an answer states, of which it may have worked out others."""

from collections.abc import Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import ClaimFit, Held, Matches
from validators.grounding.sources.question import echoed, echoes
from validators.grounding.tools.index import ToolIndex
from validators.grounding.worked_out.operand import Told
from validators.grounding.worked_out.stated_beside import Stated


def told_numbers(
    question: ToolIndex,
    fit: ClaimFit,
    claims: Sequence[Claim],
    fitting: Held,
    matches: Matches,
) -> list[Told]:
    """The numbers that the answer states and that a tool or the question gave, be it as another metric."""
    told = []
    for claim in claims:
        quantity, number = claim.quantity, fitting[claim.quantity]
        if quantity.kind in ("date", "split"):
            continue
        if number is None:
            own = (each for each in matches.get(quantity, ()) if fit.thing.fits(claim, each))
            number = next(iter(echoed(quantity, question)), None) or next(own, None)
        if number is not None:
            told.append(Told(quantity, number, claim.passage))
    return told


def stated_numbers(
    answer: Answer,
    question: ToolIndex,
    claims: Sequence[Claim],
    fitting: Held,
    matches: Matches,
) -> list[Stated]:
    """The numbers of the answer whose value a tool or the question gave, whatever for, and those that claim nothing: "40 of
    the 60 positions"."""
    claimed = {claim.quantity.start for claim in claims}
    found = [
        Stated(quantity, None, place)
        for place in range(len(answer.outline.passages))
        for quantity in answer.quantities_in(place)
        if quantity.start not in claimed
        and (quantity.kind in ("count", "plain", "duration", "money") or answer.is_example(quantity))
    ]
    for claim in claims:
        quantity = claim.quantity
        if quantity.kind in ("date", "split"):
            continue
        number = fitting[quantity] or next(iter(matches.get(quantity, ())), None)
        if number is not None or echoes(quantity, question):
            found.append(Stated(quantity, number, claim.passage))
    return sorted(found, key=lambda each: each.quantity.start)
