"""Sentences that tell a metric of several things, in the order in which they name these: "0.28 belongs to A; 1.08 belongs to B"."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import ClaimFit, Held, Matches
from validators.grounding.tools.number import MAIN, ToolNumber, is_dated

Belongs = Callable[[ToolNumber], bool]


def told_in_parallel(
    answer: Answer,
    fit: ClaimFit,
    claims: Sequence[Claim],
    held: Held,
    matches: Matches,
    settings: Mapping[str, Sequence[Mention]],
) -> Iterator[tuple[Claim, ToolNumber]]:
    """The claims of sentences that do not fit as they are bound, each with the tool number that a second reading gives it.

    A number is bound to the name that its clause has next to it. Where numbers of a sentence do not fit so (`held` has none for them), but
    each of one metric is of the name at its place in the order, no reader would call them wrong. `matches` are the tool numbers of
    the claims' values, `settings` the numbers that name a run ("at 5 bps").
    """
    for _, group in itertools.groupby(claims, key=lambda claim: claim.passage):
        told = [claim for claim in group if claim.quantity.kind not in ("date", "split")]
        if len(told) < 2 or all(held[claim.quantity] is not None for claim in told):
            continue
        metrics = {number.metric for claim in told for number in matches.get(claim.quantity, ())} - {None}
        for (by, order), metric in itertools.product(orders(answer, told[0], settings), metrics):
            pairs = [
                (claim, numbers)
                for claim in told
                if (numbers := _of(claim, metric, order, matches.get(claim.quantity, ())))
            ]
            if len(pairs) != len(order) or all(held[claim.quantity] is not None for claim, _ in pairs):
                continue
            if any(answer.is_side(claim) for claim, _ in pairs):
                continue
            right = [
                next((number for number in numbers if belongs(number) and _agrees(fit, claim, number, by)), None)
                for (claim, numbers), belongs in zip(pairs, order, strict=True)
            ]
            if None not in right:
                yield from ((claim, number) for (claim, _), number in zip(pairs, right, strict=True) if number)


def _agrees(fit: ClaimFit, claim: Claim, number: ToolNumber, by: str) -> bool:
    """Whether a number is of what the claim is bound to besides the things that tell it apart `by` their order."""
    names = claim.context.names
    others = all(number.scope.get(each, MAIN) in (MAIN, *names[each]) for each in names if each != by)
    return others and (not by or fit.time.fits(claim, number))


def orders(
    answer: Answer, claim: Claim, settings: Mapping[str, Sequence[Mention]]
) -> Iterator[tuple[str, list[Belongs]]]:
    """What a claim's passage speaks of, in the order of the first mention, by dimension: the names of each, and the dates ("")."""
    text, start = answer.sentence(claim)
    named = answer.things.mentions_in(claim.passage)
    for dimension, mentions in settings.items():
        named[dimension] = [mention for mention in mentions if start <= mention.start < start + len(text)]
    for dimension, mentions in named.items():
        order = dict.fromkeys(mention.means for mention in mentions)
        if len(order) > 1:
            yield dimension, [partial(_is_named, dimension, means) for means in order]
    dates = dict.fromkeys(date for _, date in answer.times.mentions_in(claim.passage))
    if len(dates) > 1:
        yield "", [partial(is_dated, date) for date in dates]


def _is_named(dimension: str, means: frozenset[str], number: ToolNumber) -> bool:
    return number.scope.get(dimension) in means


def _of(claim: Claim, metric: str | None, order: Sequence[Belongs], matches: Sequence[ToolNumber]) -> list[ToolNumber]:
    """The tool numbers of a claim's value that are the metric of one of the things and not of all, where its wording names no other
    metric."""
    if claim.context.direct and metric not in (claim.context.metrics or ()):
        return []
    return [
        number for number in matches if number.metric == metric and 0 < sum(each(number) for each in order) < len(order)
    ]
