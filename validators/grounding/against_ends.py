"""What an account is said to have gained or lost, against what it began and ended with: "a gain of $18,000", "31% smaller than what you put
in", "closing less opening equity"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.outcome import RESULTS
from validators.grounding.grounded_number import GroundedNumber, failed, shown
from validators.grounding.number_match import Telling, widest
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.reasons import Reason

_MOST = 4  # accounts
_END_LESS_START = re.compile(
    r"\b(?:end|ending|clos(?:e|ing)|final|finish|exit)\b[^.;:\d]{0,20} (?:less|minus|[−–-]) [^.;:\d]{0,12}\b(?:start|open|initial|begin|entry)",
    re.IGNORECASE,
)
_THAN_START = re.compile(
    r" (?:(?P<up>larger|bigger|higher|more|fatter|richer|better off|above)|(?P<down>smaller|lower|less|thinner|leaner|poorer|worse off|below))"
    r"(?: than)? (?:what|where|when|that|the|your|its|at the)(?: [a-z]{1,12}){0,4}[ -](?:put in|paid in|start(?:ed)?|invested|began|begun|opened|outset|initial|beginning)",
    re.IGNORECASE,
)
_MISSING = re.compile(r"\b(?:missing|gone|lost) (?:[a-z]{2,8} ){0,3}(?:is|are|was|were):? \W{0,3}$", re.IGNORECASE)


def against_ends(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], judged: Sequence[GroundedNumber]
) -> Iterator[tuple[int, GroundedNumber]]:
    """The worked-out numbers, by place, that are by how much an account changed and are told as the other change."""
    ends = _ends(index)
    if not ends:
        return
    for place, claim in enumerate(claims):
        if judged[place].reason is not Reason.DERIVED_NUMBER or claim.quantity.kind not in ("money", "percent"):
            continue
        said = _told(answer, claim)
        if said is None:
            continue
        lost = {final.value < start.value for start, final in ends if _is_change(claim, start.value, final.value)}
        if lost == {said == "gain"}:
            start, final = ends[0]
            message = f"{claim.quantity.text} is told as a {said} ({shown(start)}, {shown(final)})"
            yield place, failed(claim.quantity, Reason.WRONG_SIGN, message, final.source)


def _ends(index: ToolIndex) -> list[tuple[ToolNumber, ToolNumber]]:
    """What each account began with and what it ended with."""
    starts, finals = (index.by_metric.get(name, ())[:_MOST] for name in ("initial_capital", "final_equity"))
    return [(start, final) for start in starts for final in finals if start.value > 0 and start.value != final.value]


def _is_change(claim: Claim, start: float, final: float) -> bool:
    change = final - start if claim.quantity.kind == "money" else 100 * (final - start) / start
    return abs(abs(change) - abs(claim.quantity.value)) <= 1.01 * widest(claim.quantity)


def _told(answer: Answer, claim: Claim) -> Telling | None:
    """Whether a change is told as a gain or as a loss; a result without a sign, of which no word speaks of losing, is a gain."""
    quantity, text = claim.quantity, answer.text
    if quantity.sign:
        return None
    than = _THAN_START.match(text, quantity.end)
    if than is not None:
        return "gain" if than["up"] else "loss"
    start = answer.outline.passages[claim.passage].start
    if _MISSING.search(text, start, quantity.start):
        return "loss"
    if claim.telling is not None:
        return claim.telling
    if claim.heard is not None:
        return None
    metrics = claim.context.metrics or frozenset()
    result = bool(metrics) and metrics <= RESULTS and claim.context.direct
    return "gain" if result or _END_LESS_START.search(text, start, quantity.start) else None
