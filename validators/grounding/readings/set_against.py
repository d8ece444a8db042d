"""Numbers without a name that are set against the one before: "trades last longer, 8.8 days on average versus 5.1"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import ClaimFit, Held, Matches
from validators.grounding.tools.number import ToolNumber

_AGAINST = re.compile(
    r"(?: (?:days?|weeks?|months?|years?|bars?|trades?|points?))?(?: (?:a|per|each) (?:year|month|day|trade)| on average| annuali[sz]ed| in total)?(?: in \d)?,? \(?(?:versus|vs\.?|against|compared (?:with|to)|instead of|rather than|and not|not)"
    r"(?: only| just| about| roughly| a)? \W?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[*_]{0,2} [*_]{0,2}\(")  # "-14.6% (-11.8%)"
_CLOSES = re.compile(r"(?: before| earlier| previously| in the (?:first|other)(?: \w+)?)?\)")
_LONGEST = 40  # characters between the two


def set_against(
    answer: Answer, fit: ClaimFit, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[Claim, ToolNumber]]:
    """The claims that do not fit as they are bound, and tell the metric of the number that they are set against, which `held` says, of
    another thing or time: of two numbers told beside each other only one is of what the sentence names."""
    for pair in itertools.pairwise(claims):
        before, claim = pair
        told = [held[each.quantity] for each in pair]
        if (told[0] is None) == (told[1] is None) or before.passage != claim.passage:
            continue
        alike = before.context.names == claim.context.names and before.context.times == claim.context.times
        if not alike or not _are_set_against(answer, before, claim):
            continue
        first = told[0] or told[1]
        other = before if told[0] is None else claim
        assert first is not None
        number = next((each for each in matches.get(other.quantity, ()) if _is_other_one(first, each)), None)
        if number is not None:
            yield other, number


def _are_set_against(answer: Answer, before: Claim, claim: Claim) -> bool:
    between = answer.text[before.quantity.end : claim.quantity.start]
    if len(between) > _LONGEST:
        return False
    aside = _ASIDE.fullmatch(between) is not None and _CLOSES.match(answer.text, claim.quantity.end) is not None
    alike = before.quantity.kind == claim.quantity.kind or claim.quantity.kind == "plain"  # in the unit of the first
    return alike and (aside or _AGAINST.fullmatch(between) is not None)


def _is_other_one(first: ToolNumber, number: ToolNumber) -> bool:
    """Whether a number is of the same metric, told in the same way, of another thing or of another time."""
    alike = number.metric == first.metric and number.unit == first.unit
    return alike and (number.scope, number.times) != (first.scope, first.times)
