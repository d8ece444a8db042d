"""A number of a thing or a time that nobody speaks of: asked how A did, "436 trades, of which 158 won", where the 158 are B's."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.number_match import match
from validators.grounding.readings.open_thing import is_benchmark
from validators.grounding.readings.spoken_of import SpokenOf
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber, is_of_one_period

# words that may speak of what has no name there, and, where one thing is spoken of, of what it is compared with
OF_OTHERS = re.compile(
    r"(?<!\bat its )(?<!\bat the )\b(?:others?|another|rest|remaining|(?<!on )averag\w*|mean|median|all (?:the|of|three|four|five|six|0)|each|every|any|either|neither"
    r"|next(?! to)|previous\w*|preceding|following|prior|earlier|later|(?:months?|years?|quarters?|days?|weeks?|right|just|shortly) (?:before|after)|(?:before|after) (?:that|it|this)"
    r"|now|today|current\w*|recent\w*|lately|latest|since|eventually|finally|afterwards|by then"
    r"|first|second|third|fourth|fifth|last|latter|former|typical\w*|usual\w*|runner|whole|overall|top|bottom|rang\w*|between|doubl\w*|twice|hal[fv]\w*|without"
    r"|cheaper|dearer|pricier|higher|lower|shorter|longer|slower|faster|tighter|wider|looser"
    r"|[a-z]{3,}(?<!inter)(?<!inv)(?<!hon)(?<!mod)(?<!\bt)est|best|worst)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:than|against|versus|vs|compared|instead|both|from|while|whereas|next to|to(?= [-−+$€£*]*0))\b|→|->",
    re.IGNORECASE,
)

_MOST_SPOKEN_OF = 2


def of_unspoken(
    answer: Answer,
    index: ToolIndex,
    claims: Sequence[Claim],
    judged: Sequence[GroundedNumber],
    held: Held,
    matches: Matches,
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, whose number is of a thing, a setting or a time that neither the question nor the answer speaks of, with that
    of one spoken of."""
    spoken = SpokenOf(answer, index, claims)
    told = {number.source for claim in claims for number in matches.get(claim.quantity, ())}
    told.update(number.source for number in judged if number.source is not None)
    found: list[tuple[int, Sequence[ToolNumber]]] = []
    for place, claim in enumerate(claims):
        number = held.get(claim.quantity)
        if number is None or number.prose or number.length or answer.is_cell(claim):
            continue
        alike = matches.get(claim.quantity, ())
        own = [
            *_of_names_spoken_of(index, spoken, number, alike),
            *_of_times_spoken_of(index, spoken, number, alike),
        ]
        if own:
            found.append((place, own))
    if len(found) != 1:
        return  # of many it speaks in other words
    place, due = found[0]
    if len(due) > _MOST_SPOKEN_OF:
        return
    if any(match(claims[place].quantity, each, named=True) is not None for each in due):
        return
    said = answer.without_metrics(claims[place].passage)
    compared = len(due) == 1 and COMPARED.search(said) is not None
    untold = [each for each in due if each.source not in told]
    if untold and judged[place].grounded and not compared and not OF_OTHERS.search(said):
        yield place, untold[0]


def may_be_unspoken(index: ToolIndex, claims: Sequence[Claim], held: Held) -> bool:
    """Whether what is spoken of decides what any number is of, as its own words bind it to none of several things or times."""
    return any(
        number is not None and not (number.prose or number.length) and _is_unbound(index, claim, number)
        for claim in claims
        for number in (held.get(claim.quantity),)
    )


def _is_unbound(index: ToolIndex, claim: Claim, number: ToolNumber) -> bool:
    rivals = index.by_metric.get(number.measured or "", ())
    names, apart = claim.context.names, index.rivals
    if any(each in apart and each not in names and not index.is_singled_out(each) for each in number.scope):
        return any(each.scope != number.scope for each in rivals)
    return bool(number.times) and not claim.context.times and any(each.times != number.times for each in rivals)


def _of_names_spoken_of(
    index: ToolIndex, spoken: SpokenOf, number: ToolNumber, alike: Sequence[ToolNumber]
) -> Iterator[ToolNumber]:
    """The numbers of the same metric of the things spoken of, where the number is of none of them."""
    for dimension, name in number.scope.items():
        names = spoken.names.get(dimension, frozenset())
        if not names or any(each.scope.get(dimension) in {*names, None} for each in alike):
            continue
        if spoken.calls(dimension, name) or is_benchmark(number) or not names.isdisjoint(number.scope.values()):
            continue  # "at 5 bps" may be the fee or the slippage
        for each in index.by_metric.get(number.measured or "", ()):
            if (
                each.metric == number.metric
                and each.scope.get(dimension) in names
                and each.times == number.times
                and not is_benchmark(each)
                and not spoken.tells_apart(number, each)
            ):
                yield each


def _of_times_spoken_of(
    index: ToolIndex, spoken: SpokenOf, number: ToolNumber, alike: Sequence[ToolNumber]
) -> Iterator[ToolNumber]:
    """The numbers of the same metric of the years, months or records of a list spoken of, where the number is of none of them."""
    of_period = is_of_one_period(number)
    if not number.times or any(not each.times or spoken.is_told_of(each) for each in alike):
        return
    key = number.source.removeprefix(record_of(number.source))
    for each in index.by_metric.get(number.measured or "", ()):
        if each.metric != number.metric or is_of_one_period(each) != of_period or not spoken.is_told_of(each):
            continue
        if (of_period and each.scope == number.scope) or (
            not of_period and each.source.endswith(key) and record_of(each.source) != record_of(number.source)
        ):
            yield each
