"""Numbers that a sentence gives as operands of what it works out, so that they are misnamed only by the way."""

import re
from collections.abc import Iterator, Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Matches
from validators.grounding.grounded_number import GroundedNumber, grounded
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, MONEY_ENDS, STATISTICS
from validators.grounding.worked_out.derivation import Derivation
from validators.grounding.worked_out.working_out import WorkedOut
from validators.reasons import Reason

_CALLED = STATISTICS | COUNTS | {"fee", "fees_paid", "slippage", "turnover", "exposure"}  # by no other metric's name
_OF_SETTING = re.compile(r"\d[a-z%*_]{0,4} \([^\w()]{0,2}$")
_CLOSED = re.compile(r"[^\w()]{0,2}\)")
_PROFIT_BEHIND = re.compile(r"\W{0,2} (?:\w+ )?(?:profits?|gains?)\b", re.IGNORECASE)
_PROFIT_AHEAD = re.compile(r"\bprofit (?:of|was|is|came to|reached) \W?$", re.IGNORECASE)
_RESULTS = ("percent", "fraction", "multiple", "money", "count")


def work_out_wholes(claims: Sequence[Claim], judged: Sequence[GroundedNumber], worked_out: WorkedOut) -> None:
    """Of the passages that misname a number, what they state as a result even where a tool gave it too ("up 20%")."""
    misnamed = {
        claim.passage for claim, number in zip(claims, judged, strict=True) if number.reason is Reason.WRONG_METRIC
    }
    for claim, number in zip(claims, judged, strict=True):
        if claim.passage in misnamed and number.grounded and claim.quantity.kind in _RESULTS:
            derivation = worked_out.of_tools(claim, only_cued=False)
            if derivation is not None:
                worked_out.use(claim, derivation)


def with_operands(
    claims: Sequence[Claim],
    judged: Sequence[GroundedNumber],
    matches: Matches,
    used: Mapping[int, Sequence[Derivation]],
    answer: Answer,
) -> Iterator[GroundedNumber]:
    """The judged numbers, those grounded too that are operands of what their passages work out (`used`)."""
    stated = {(claim.passage, number.source) for claim, number in zip(claims, judged, strict=True) if number.grounded}
    for claim, number in zip(claims, judged, strict=True):
        yield _as_operand(claim, number, matches.get(claim.quantity, ()), stated, used.get(claim.passage, ()), answer)


def _as_operand(
    claim: Claim,
    number: GroundedNumber,
    matches: Sequence[ToolNumber],
    stated: set[tuple[int, str | None]],
    used: Sequence[Derivation],
    answer: Answer,
) -> GroundedNumber:
    """A number that the sentence gives as an operand of what it worked out (`used`): in an aside ("(6.5% less 1.2%)") or as one of two
    metrics ("$10,000 turned into $12,000, up 20%"); not one that the sentence has
    `stated` already."""
    if number.reason not in (Reason.WRONG_ENTITY, Reason.WRONG_METRIC) or not used:
        return number
    aside = answer.is_bare_aside(claim) and not _is_of_setting(answer.text, claim)
    named = claim.context.direct and (claim.context.metrics or frozenset()) <= _CALLED
    for derivation in used:
        mixed = (
            number.reason is Reason.WRONG_METRIC
            and not named
            and len({each.metric for each in derivation.operands}) == 2
        )
        held = next((match for match in matches if any(match is used for used in derivation.operands)), None)
        if held is None or (claim.passage, held.source) in stated:
            continue
        if claim.context.direct and _is_other_end(claim, held):
            continue
        if aside or (mixed and _is_of_the_named(claim, held) and not _is_no_profit(answer, claim, held)):
            return grounded(claim.quantity, held.source)
    return number


def _is_of_setting(text: str, claim: Claim) -> bool:
    """Whether a bracket behind a setting holds the number alone: "from 13 ($8,067) to 2 ($5,145)"."""
    start, end = claim.quantity.start, claim.quantity.end
    return _OF_SETTING.search(text, max(0, start - 16), start) is not None and _CLOSED.match(text, end) is not None


def _is_no_profit(answer: Answer, claim: Claim, number: ToolNumber) -> bool:
    """Whether what an account held is called a profit."""
    start, end = claim.quantity.start, claim.quantity.end
    called = _PROFIT_BEHIND.match(answer.text, end) or _PROFIT_AHEAD.search(answer.text, max(0, start - 24), start)
    return number.measured in MONEY_ENDS and called is not None


def _is_other_end(claim: Claim, number: ToolNumber) -> bool:
    """Whether what an account started with is told as what it ended with, or the other way round."""
    metrics = claim.context.metrics
    return metrics is not None and metrics <= MONEY_ENDS and number.measured in MONEY_ENDS - metrics


def _is_of_the_named(claim: Claim, number: ToolNumber) -> bool:
    return all(number.scope.get(dimension) in (None, *allowed) for dimension, allowed in claim.context.names.items())
