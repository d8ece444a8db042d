"""Numbers whose sign is at odds with the outcome that their sentence tells: "it made money, with a total return of -12%"."""

import itertools
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.changing import MAY_CHANGE, went_to
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.outcome import (
    AGAINST_MARKET,
    MAY_TELL,
    RESULTS,
    SIGNED,
    clause_around,
    outcome,
    outcome_of_all,
    sign_told,
    value_told,
)
from validators.grounding.fit.claim_fit import Held
from validators.grounding.number_match import Telling, is_called_loss
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber, is_of_one_period

_Told = tuple[Claim, ToolNumber]


def told_outcomes(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held
) -> Iterator[tuple[Claim, Telling, bool]]:
    """The numbers of which the answer tells, away from the number, that they are a gain or a loss, and whether that is so. `held`
    are the tool numbers that ground them."""
    for place, group in itertools.groupby(claims, key=lambda claim: claim.passage):
        inside = list(group)
        text, start = answer.sentence(inside[0])
        if MAY_TELL.search(text):
            told = [(claim, number) for claim in inside if (number := held.get(claim.quantity)) is not None]
            named = answer.things.names_in(place)
            alone = not named
            yield from _outcomes(text, start, told, alone=alone)
            if not alone and all(dimension.startswith(KEYED) and MAIN in names for dimension, names in named.items()):
                told = [(claim, number) for claim, number in told if number.measured in AGAINST_MARKET]
                alone = True
            if alone:
                metrics = [mention.moved(-start) for mention in answer.metrics.mentions(place)]
                yield from _signs(text, metrics, told)
                yield from _values(text, told)
        if MAY_CHANGE.search(text):
            yield from _grown(answer, index, start, inside, held)


def _outcomes(text: str, start: int, told: Sequence[_Told], *, alone: bool) -> Iterator[tuple[Claim, Telling, bool]]:
    """`alone`: the sentence compares no things, so that what it tells is of its one result, wherever that stands."""
    results = [(claim, number) for claim, number in told if number.measured in RESULTS]
    of_all = outcome_of_all(text)
    for claim, number in results:
        if of_all is not None:
            yield from _sign(claim, number, of_all)
            continue
        quantity = claim.quantity
        clause = (
            text if alone and len(results) == 1 else clause_around(text, quantity.start - start, quantity.end - start)
        )
        if (said := outcome(clause)) is not None:
            yield from _sign(claim, number, said)


def _signs(text: str, metrics: Sequence[Mention], told: Sequence[_Told]) -> Iterator[tuple[Claim, Telling, bool]]:
    signed = [(claim, number) for claim, number in told if number.measured in SIGNED]
    for claim, number in signed:
        alone = sum(each.measured == number.measured for _, each in signed) == 1
        if alone and (said := sign_told(text, metrics, number.measured or "")) is not None:
            yield from _sign(claim, number, said)


def _values(text: str, told: Sequence[_Told]) -> Iterator[tuple[Claim, Telling, bool]]:
    """What was earned beyond the market: "it added value, with an alpha of"."""
    beyond = [(claim, number) for claim, number in told if number.measured == "alpha"]
    if len(beyond) == 1 and (said := value_told(text)) is not None:
        yield from _sign(*beyond[0], said)


def _sign(claim: Claim, number: ToolNumber, said: Telling) -> Iterator[tuple[Claim, Telling, bool]]:
    if is_called_loss(number.metric) or claim.telling == ("gain" if number.value > 0 else "loss"):
        return  # its own words tell its sign
    if number.value and not is_of_one_period(number) and not number.either_sign and not number.difference:
        yield claim, said, (number.value > 0) == (said == "gain")


def _is_apart(claim: Claim, held: Held) -> bool:
    """Whether an amount is no tool's number, but what lies between two."""
    return claim.quantity.kind == "money" and held.get(claim.quantity) is None


def _grown(
    answer: Answer, index: ToolIndex, start: int, claims: Sequence[Claim], held: Held
) -> Iterator[tuple[Claim, Telling, bool]]:
    """What capital is said to have grown or shrunk to, against what it was."""
    for claim in claims:
        number = held.get(claim.quantity)
        multiple = claim.quantity.kind == "multiple"
        if not multiple and (number is None or number.measured != "final_equity"):
            continue
        way = went_to(answer.text, start, claim.quantity, good=True)
        if way is None:
            continue
        base, value = 1.0, claim.quantity.value
        if not multiple and number is not None:
            starts = {each.value for each in index.by_metric.get("initial_capital", ())}
            if len(starts) != 1:
                continue
            base, value = starts.pop(), number.value
            if (
                any(_is_apart(each, held) for each in claims) or claim.context.names.keys() & index.parameters
            ):  # "costs $900 more, and it drops to"
                others = [each.value for each in index.by_metric["final_equity"] if each.value != value]
                base = next((each for each in others if (value > each) == (way > 0)), base)
        if value != base:
            yield claim, "gain" if way > 0 else "loss", (value > base) == (way > 0)
