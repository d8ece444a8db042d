"""Sentences that name several metrics and give the numbers in the same order: "Sharpe ratio, then Calmar ratio: 0.28, 1.08"."""

import itertools
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import ClaimFit, Held, Matches
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT

_TRADES = frozenset({"trades"})
_ENDED = frozenset({"winning_trades", "losing_trades"})  # what the words behind a count tell


def metrics_in_order(
    answer: Answer, fit: ClaimFit, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[Claim, ToolNumber]]:
    """The claims of sentences that do not fit as they are bound, each with the tool number of the metric at its place in the order.

    A number is bound to the metric whose name its clause has next to it. Where some do not fit so (`held` has none for them), but are of
    the metric that is named in their turn, no reader would call them wrong. `matches` are the tool numbers of the claims' values.
    """
    for passage, group in itertools.groupby(claims, key=lambda claim: claim.passage):
        told = [claim for claim in group if claim.quantity.kind not in ("date", "split", "duration")]
        if len(told) < 2 or all(held[claim.quantity] is not None for claim in told):
            continue
        named = [mention.means for mention in answer.metrics.mentions(passage)]
        if len(named) != len(told) or len(set(named)) < len(named):
            continue
        right = [
            held[claim.quantity]
            or next((each for each in matches.get(claim.quantity, ()) if _is(fit, claim, each, metrics)), None)
            for claim, metrics in zip(told, named, strict=True)
        ]
        if None not in right:
            yield from ((claim, number) for claim, number in zip(told, right, strict=True) if number is not None)


def _is(fit: ClaimFit, claim: Claim, number: ToolNumber, metrics: frozenset[str]) -> bool:
    told = claim.context.metrics
    if claim.context.direct and told is not None and (told < metrics or (told <= _ENDED and metrics == _TRADES)):
        metrics = told  # "winners (5% on average)", "2,764 trades made money"
    is_named = number.measured in metrics and len(metrics) <= MOST_MEANT
    return (
        is_named
        and not fit.metric.is_ruled_out(claim, number)
        and fit.thing.fits(claim, number)
        and fit.time.fits(claim, number)
    )
