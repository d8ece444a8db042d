"""Numbers that arithmetic does not explain, though it may happen to give them: the wording says what they are."""

import re
from collections.abc import Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import ClaimFit
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT, SCORES, STATISTICS
from validators.grounding.worked_out.derivation_cue import compares, is_set_apart, names_arithmetic, operations
from validators.grounding.worked_out.rivals import rivals

_CHANGES = frozenset({"total_return", "return", "cagr", "profit", "max_drawdown"})  # told as "rose by 12%"
_BY_NAME = STATISTICS - SCORES | {"exposure", "best_month", "worst_month", "best_year", "worst_year"}
_POOLED = frozenset({"average", "sum"})
_LABELLED = re.compile(r"[:=][ *_]{0,3}$")  # "Sharpe: 0.4"
_LEAST_MONEY = 1_000
_BY = re.compile(
    r"\bby (?:(?:about|some|roughly|only|just|a|around|nearly|almost|over|as much as) )?\W{0,3}$", re.IGNORECASE
)


def is_named(claim: Claim, matches: Sequence[ToolNumber], answer: Answer, index: ToolIndex, fit: ClaimFit) -> bool:
    """Whether the wording names the very metric, which the tools returned, and not one more or less: arithmetic that happens
    to give it explains nothing."""
    metrics = claim.context.metrics
    of_another = (
        metrics is not None and len(metrics) <= MOST_MEANT and any(number.measured in metrics for number in matches)
    )
    if (
        not (claim.context.direct or of_another)
        or metrics is None
        or claim.quantity.kind in ("multiple", "points")
        or fit.difference.is_told(claim)
    ):
        return False
    if not matches and (not metrics <= _BY_NAME or fit.difference.compares(claim)):
        return False
    text, placed = answer.in_sentence(claim)
    if names_arithmetic(text, placed.start) or is_set_apart(text, placed.end):
        return False
    held = any(can_be(claim.quantity, name) and not _is_money(claim, name, index) for name in index.held & metrics)
    return held and not _tells_change(claim, metrics, answer)


def _is_money(claim: Claim, name: str, index: ToolIndex) -> bool:
    """Whether the tools gave a metric in money, of which a percentage tells how much of something else it is."""
    numbers = index.by_metric.get(name, ())
    return (
        claim.quantity.kind == "percent" and bool(numbers) and all(abs(each.value) >= _LEAST_MONEY for each in numbers)
    )


def _tells_change(claim: Claim, metrics: frozenset[str], answer: Answer) -> bool:
    """Whether the number may be worked out of the metric, though it stands right at its name: "cuts the volatility by 23%",
    "0.28 of Sharpe", a column of differences, "A and B have a mean Sharpe of 0.4", "CAGR over drawdown is 0.75"."""
    quantity, text = claim.quantity, answer.text
    heads = answer.heads(claim)
    worked = operations(*answer.in_sentence(claim))
    return (
        (metrics.isdisjoint(_CHANGES) and _BY.search(text, max(0, quantity.start - 24), quantity.start) is not None)
        or (quantity.kind in ("plain", "basis_points") and text.startswith(" of ", quantity.end))
        or (quantity.kind == "percent" and bool(rivals(answer, claim)))
        or (bool(heads) and compares(heads, 0))
        or (bool(answer.things.names_in(claim.passage)) and not _POOLED.isdisjoint(worked))
        or (
            quantity.kind == "plain"
            and quantity.step < 1
            and "ratio" in worked
            and len(answer.metrics.mentions(claim.passage)) == 2
            and not _LABELLED.search(text, 0, quantity.start)
        )
    )
