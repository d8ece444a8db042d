"""The numbers of an answer that are to be judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.written_out import as_ratio, is_one
from validators.grounding.worked_out.capital_multiple import is_unit
from validators.numbers.quantity import Quantity


def claimed(answer: Answer, settings: Mapping[str, Sequence[Mention]] | None = None) -> list[Claim]:
    """Every claimed number, but for the one that a sentence relates another to: "$1 became $1.65", "1.1 to 1"."""
    found: list[Claim] = []
    before: Quantity | None = None
    for claim in answer.claims(settings):
        quantity = claim.quantity
        if quantity.value != 1 or not (is_unit(*answer.in_sentence(claim)) or is_one(answer.text, before, quantity)):
            ratio = as_ratio(answer.sentence(claim)[0], quantity)
            found.append(claim if ratio is None else replace(claim, quantity=ratio))
        before = quantity
    return found


def is_bare(answer: Answer, claim: Claim) -> bool:
    """Whether nothing tells what a whole number would count: no unit, noun, sign or metric. Measured on wording that no rule had
    seen, 18 such numbers stated nothing (an item, a note, a version) for 3 that were wrong."""
    quantity = claim.quantity
    whole = quantity.kind == "plain" and quantity.step >= 1 and quantity.scale == 1 and not quantity.sign
    return whole and claim.context.metrics is None and not answer.is_cell(claim)
