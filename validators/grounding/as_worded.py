"""What each number of an answer tells as its own wording has it."""

from collections.abc import Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import ClaimFit, Matches
from validators.grounding.readings.metrics_in_order import metrics_in_order
from validators.grounding.readings.record_numbers import record_numbers
from validators.grounding.readings.risen_from import risen_from
from validators.grounding.readings.set_against import set_against
from validators.grounding.readings.settings import named_setting
from validators.grounding.readings.told_in_parallel import told_in_parallel
from validators.grounding.readings.told_range import told_ranges
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity

Fitting = dict[Quantity, ToolNumber | None]


def as_worded(
    answer: Answer,
    index: ToolIndex,
    fit: ClaimFit,
    claims: Sequence[Claim],
    matches: Matches,
    settings: Mapping[str, Sequence[Mention]],
) -> Fitting:
    """The tool number that each claim tells as its wording has it, None where there is none: what it is bound to, the setting of a run,
    the thing at its place in the order. Each reading builds on those before it."""
    told = {claim.quantity: fit.fitting(claim, matches.get(claim.quantity, ())) for claim in claims}
    for claim in claims:
        if told[claim.quantity] is None:
            told[claim.quantity] = named_setting(claim, matches.get(claim.quantity, ()), settings, index)
    for reading in (
        record_numbers(answer, claims, told, matches),
        told_in_parallel(answer, fit, claims, told, matches, settings),
        set_against(answer, fit, claims, told, matches),
        risen_from(answer, claims, told, matches),
        told_ranges(answer, index, claims, told, matches, settings),
        metrics_in_order(answer, fit, claims, told, matches),
    ):
        for claim, number in reading:
            told[claim.quantity] = number
    return told
