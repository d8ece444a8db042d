"""Numbers without a name that are set against the one before: "trades last longer, 8.8 days on average versus 5.1"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.claim_fit import ClaimFit, Held, Matches
from validators.grounding.tools.number import ToolNumber

_AGAINST = re.compile(
    r"(?: (?:days?|weeks?|months?|years?|bars?|trades?|points?))?(?: (?:a|per|each) (?:year|month|day|trade)| on average| annuali[sz]ed| in total)?,? \(?(?:versus|vs\.?|against|compared (?:with|to)|instead of|rather than|and not|not)"
    r"(?: only| just| about| roughly| a)? \W?",
    re.IGNORECASE,
)
_LONGEST = 40  # characters between the two


def set_against(
    answer: Answer, fit: ClaimFit, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[Claim, ToolNumber]]:
    """The claims that do not fit as they are bound, and tell the metric of the number right before them, which `held` says, of
    another thing."""
    for before, claim in itertools.pairwise(claims):
        first = held[before.quantity]
        between = answer.text[before.quantity.end : claim.quantity.start]
        if first is None or held[claim.quantity] is not None or before.passage != claim.passage:
            continue
        if (
            len(between) > _LONGEST
            or _AGAINST.fullmatch(between) is None
            or claim.context.names != before.context.names
        ):
            continue
        alike = (
            number
            for number in matches.get(claim.quantity, ())
            if number.metric == first.metric and number.unit == first.unit and number.scope != first.scope
        )
        other = next((number for number in alike if fit.time_fits(claim, number)), None)
        if other is not None:
            yield claim, other
