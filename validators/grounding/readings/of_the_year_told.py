"""A number of another year among those of the year that the sentence before names: "In 2022 it made 829 trades. 181 were long, 384
short", where the 181 are those of 2021."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.number_match import match
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber, is_dated, is_of_one_period
from validators.numbers.quantity import DateParts

_OF_OTHER_TIMES = re.compile(
    r"\b(?:years?|earlier|later|previous\w*|following|before|after\w*|since|prior|last|other|average\w*|overall|total|all|every|each|until|ago|quarters?|months?|period|throughout|usual\w*|normal\w*"
    r"|recover\w*|rebound\w*|bounc\w*|turn\w*|improv\w*|worsen\w*|f[ae]ll\w*|r[oi]s\w+|declin\w*|climb\w*|from|than|against|versus|vs|compared)\b",
    re.IGNORECASE,
)


def of_another_year(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, of sentences that name no time, that are of another year than the rest of theirs and the one named
    before, with the number of that year."""
    passages: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        number = held.get(claim.quantity)
        if number is not None and is_of_one_period(number) and not claim.context.times and not answer.is_cell(claim):
            passages.setdefault(claim.passage, []).append(at)
    for passage, inside in passages.items():
        year = year_before(answer, passage)
        if year is None or len(inside) < 2:
            continue
        told = {at: number for at in inside if (number := held[claims[at].quantity]) is not None}
        if not any(is_dated(year, number) for number in told.values()):
            continue
        for at, number in told.items():
            if is_dated(year, number) or any(is_dated(year, each) for each in matches.get(claims[at].quantity, ())):
                continue
            own = next(
                (
                    each
                    for each in index.by_metric.get(number.measured or "", ())
                    if each.scope == number.scope and is_of_one_period(each) and is_dated(year, each)
                ),
                None,
            )
            if own is not None and match(claims[at].quantity, own, named=True) is None:
                yield at, own


def year_before(answer: Answer, passage: int) -> DateParts | None:
    """The one year that the sentence before names, where the passage tells no time of its own."""
    if _OF_OTHER_TIMES.search(answer.passage_text(passage)) or answer.times.dates_in(passage):
        return None
    before = answer.outline.passages[passage].previous
    steps = 0
    while before is not None and steps < 2:
        dates = set(answer.times.dates_in(before))
        if dates:
            year = dates.pop()
            return year if not dates and year.month is None and year.year is not None else None
        before, steps = answer.outline.passages[before].previous, steps + 1
    return None
