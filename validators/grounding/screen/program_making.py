"""Programs are made by the exact reading of one row.

Another row with the same wording, the same layout of tool outputs, and names and dates that repeat in the same places is read
alike, since the reading sees names as signs (`named_text`) and digits by their class (`number_class`).
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import ClaimFit
from validators.grounding.number_match import match, sign_agrees, sure_factor
from validators.grounding.ranking.ranked_pairs import Ranked
from validators.grounding.readings.settings import setting_mentions
from validators.grounding.screen.number_class import short_quantities
from validators.grounding.screen.row_program import (
    Candidate,
    DateStep,
    NumberStep,
    Program,
    Rank,
    Relation,
    token_value,
)
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity


def program_of(
    answer: Answer, index: ToolIndex, ranked: Sequence[Ranked], tokens: Sequence[str], places: Mapping[str, int]
) -> Program | None:
    """The program of an answer; None where it has a number that no program can judge.

    `ranked` are the pairs that it ranks, `tokens` its runs of digits, `places` where each tool number's value stands, by source.
    """
    claims = answer.claims()
    if not answer.metrics.named and claims:
        return None  # the question decides what its numbers are
    if answer.times.tells_place or answer.worded_settings(index):
        return None  # which year is the second, or which window the longest, hangs on the others
    fit = ClaimFit(answer, index)
    relations: list[Relation] = []
    settings = [number for number in index.numbers if number.source in places and index.is_parameter(number)]
    if settings:
        for claim in claims:
            step = _number_step(claim, answer, tokens, ())
            if step is None and claim.quantity.kind != "date":
                return None
            if step is not None:
                relations += [_relation(step, claim, number, places) for number in settings]
        matches = {claim.quantity: fit.matches(claim) for claim in claims}
        mentions = setting_mentions(claims, matches, index, fit)
        claims = answer.claims(mentions)
    steps: list[NumberStep | DateStep] = []
    made_of: dict[Quantity, NumberStep] = {}
    for claim in claims:
        if claim.role is not None:
            return None  # which dates may have a role is not in the layout
        date = _date_step(claim.quantity, answer, tokens) if claim.quantity.readings else None
        step = _number_step(claim, answer, tokens, _candidates(claim, fit, index, places)) if date is None else None
        if date is None and step is None:
            return None
        steps += [made for made in (date, step) if made is not None]
        if step is not None:
            made_of[claim.quantity] = step
    if any(each.quantity not in made_of for pair in ranked for each in (pair.high, pair.low)):
        return None
    ranks = [Rank(made_of[pair.high.quantity], made_of[pair.low.quantity], pair.by_size) for pair in ranked]
    return Program(tuple(steps), tuple(relations), tuple(ranks))


def _candidates(claim: Claim, fit: ClaimFit, index: ToolIndex, places: Mapping[str, int]) -> tuple[Candidate, ...]:
    found = []
    named = claim.context.metrics or frozenset()
    for number in index.numbers:
        place = places.get(number.source)
        if place is None or not fit.metric.fits(claim, number):
            continue
        sure = sure_factor(claim.quantity, number, named=number.metric in named)
        if sure is not None and fit.difference.fits(claim, number) and fit.fits(claim, number):
            above, below = (_may_have_sign(sign, claim, number) for sign in (1.0, -1.0))
            found.append((place, sure[0] * number.scale, above, below, sure[1]))
    return tuple(found)


def _may_have_sign(sign: float, claim: Claim, number: ToolNumber) -> bool:
    return sign_agrees(claim.quantity, replace(number, value=sign), claim.telling, claim.heard)


def _relation(step: NumberStep, claim: Claim, number: ToolNumber, places: Mapping[str, int]) -> Relation:
    named = number.metric in (claim.context.metrics or ())
    meets = match(claim.quantity, number, telling=claim.telling, heard=claim.heard, named=named) == "grounded"
    return Relation(step, claim.telling, claim.heard, named, places[number.source], number, meets)


def _inside(quantity: Quantity, answer: Answer) -> list[int]:
    """The tokens of a number."""
    signs = (answer.cut.start(start) for start, _ in answer.cut.spans)
    return [place for place, sign in enumerate(signs) if quantity.start <= sign < quantity.end]


def _number_step(
    claim: Claim, answer: Answer, tokens: Sequence[str], candidates: tuple[Candidate, ...]
) -> NumberStep | None:
    quantity, inside = claim.quantity, _inside(claim.quantity, answer)
    if quantity.kind == "split" or (quantity.value == 0 and quantity.scale != 1):
        return None
    if quantity.spelled:
        return None if inside else NumberStep(None, 1.0, quantity, candidates)
    if len(inside) != 1 or not tokens[inside[0]].replace(",", "").replace(".", "", 1).isdigit():
        return None
    value, step = token_value(tokens[inside[0]])
    if step == 0:
        return None
    factor = quantity.step / step
    if abs(abs(quantity.value) - value * factor) > 1e-9 * abs(quantity.value):
        return None
    return NumberStep(inside[0], factor, quantity, candidates)


def _date_step(quantity: Quantity, answer: Answer, tokens: Sequence[str]) -> DateStep | None:
    inside = _inside(quantity, answer)
    found = short_quantities(quantity.text)
    if not inside or len(found) != 1 or found[0].readings != quantity.readings:
        return None
    head, told, _ = quantity.text.partition(tokens[inside[0]])
    _, again, tail = quantity.text.rpartition(tokens[inside[-1]])
    return DateStep(inside[0], inside[-1], head, tail) if told and again else None
