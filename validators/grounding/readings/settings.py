"""Numbers that name one of several runs by the setting that tells these apart: "the CAGR at 5 bps" tells no CAGR."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import isclose

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import ClaimFit, Matches
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS, LOOSE_PHRASES
from validators.numbers.quantity import Quantity


def setting_mentions(
    claims: Sequence[Claim], matches: Matches, index: ToolIndex, fit: ClaimFit
) -> dict[str, list[Mention]]:
    """Numbers that tell the runs apart ("at 20 bps"), as names of their dimension. `matches` are the claims' tool numbers. One that
    only stands in a name ("the 60" of "lookback-60") tells a run where no other number is what it says."""
    found: dict[str, list[Mention]] = {}
    for dimension, names in index.parameters.items():
        if len(names) < 2:
            continue
        metric = metric_of_key(dimension)
        for claim in claims:
            quantity = claim.quantity
            settings = [
                number
                for number in matches.get(quantity, ())
                if dimension in number.scope and number.is_under(dimension)
            ]
            of_another_cost = metric not in (claim.context.metrics or ()) and _is_cost_told(claim, index)
            if of_another_cost or _is_of_another_run(claim, metric, settings, fit):
                continue
            told = {number.scope[dimension] for number in _nearest(quantity, settings)}
            others = [number for number in matches.get(quantity, ()) if not _is_of_a_name(number, settings)]
            if quantity.kind == "duration":  # "6 months has 0.47", of a text that says "3 to 12 months"
                others = [number for number in others if not number.prose]
            if all(number.setting and number.prose for number in settings) and any(
                fit.fits(claim, number) for number in others
            ):
                continue
            if len(told) == 1 and (quantity.kind != "percent" or metric in (claim.context.metrics or ())):
                found.setdefault(dimension, []).append(Mention(quantity.start, quantity.end, frozenset(told)))
    return _each_of_one(found, claims) if len(found) > 1 else found


def _each_of_one(found: Mapping[str, Sequence[Mention]], claims: Sequence[Claim]) -> dict[str, list[Mention]]:
    """The settings, those that two dimensions have of the one that the wording names, or of which it told the last one: "2 bps of
    slippage … and 8 bps", of fees and slippage that both may be 8 bps."""
    metrics = {dimension: metric_of_key(dimension) for dimension in found}
    chosen: dict[str, list[Mention]] = {dimension: [] for dimension in found}
    last: tuple[str, int] | None = None
    for claim in claims:
        start, named = claim.quantity.start, claim.context.metrics or frozenset()
        may_be = {dimension: each for dimension, told in found.items() for each in told if each.start == start}
        if len(may_be) > 1:
            said = [dimension for dimension in may_be if claim.context.direct and _says(named, metrics[dimension])]
            if not said and last is not None and last[0] in may_be and last[1] == claim.passage:
                said = [last[0]]
            may_be = {dimension: may_be[dimension] for dimension in said or may_be}
        for dimension, mention in may_be.items():
            chosen[dimension].append(mention)
        if len(may_be) == 1 and (only := next(iter(may_be))) and (claim.context.direct or last is not None):
            last = (only, claim.passage)
    return {dimension: told for dimension, told in chosen.items() if told}


def _is_of_another_run(claim: Claim, metric: str | None, settings: Sequence[ToolNumber], fit: ClaimFit) -> bool:
    """Whether a setting is told of a run that has another: "oak was charged 5 bps" of the fee that moth was charged."""
    return claim.context.metrics == frozenset({metric}) and not any(
        fit.thing.fits(claim, number) for number in settings
    )


def _is_of_a_name(number: ToolNumber, settings: Sequence[ToolNumber]) -> bool:
    """Whether a number is a setting that a name holds, or the same number read in the key or text that the name is."""
    return number.setting is not None or (
        number.metric is None and any(setting.source.startswith(number.source) for setting in settings)
    )


def with_worded(
    settings: Mapping[str, Sequence[Mention]],
    claims: Sequence[Claim],
    matches: Matches,
    answer: Answer,
    index: ToolIndex,
    fit: ClaimFit,
) -> dict[str, Sequence[Mention]]:
    """With the settings that an answer tells in words, but for the words of numbers that are settings themselves."""
    found: dict[str, Sequence[Mention]] = dict(settings)
    for dimension, worded in answer.worded_settings(index).items():
        metric = metric_of_key(dimension)
        others = [
            Mention(claim.quantity.start, claim.quantity.end, frozenset())
            for claim in claims
            if (numbers := matches.get(claim.quantity)) and _is_of_another_run(claim, metric, numbers, fit)
        ]
        own = settings.get(dimension, ())
        taken = (*chain.from_iterable(settings.values()), *others)
        further = [
            each for each in worded if not any(each.start < held.end and held.start < each.end for held in taken)
        ]
        found[dimension] = sorted((*own, *further), key=lambda mention: mention.start)
    return found


def _says(named: frozenset[str], metric: str | None) -> bool:
    """Whether a phrase is that of a setting's metric; a loose one is, if it is the metric's own word."""
    return named == {metric} or named == LOOSE_PHRASES.get(metric or "")


def beyond_settings(
    claims: Sequence[Claim], settings: Mapping[str, Sequence[Mention]], index: ToolIndex
) -> list[Claim]:
    """The claims, those that a sentence binds to no metric but a setting that tells runs apart without it: "a stop of 8% gives 50.7%,
    10% gives 48.8%", "raising only the slippage takes it to 13%"."""
    metrics = {metric_of_key(dimension) for dimension, names in index.parameters.items() if len(names) > 1}
    if not metrics:
        return list(claims)
    found: list[Claim] = []
    for claim in claims:
        named = claim.context.metrics
        own = any(_tells(claim, told) for told in settings.values())
        if (
            named
            and not own
            and not metrics.isdisjoint(named)
            and _is_only_near(claim, named, settings, claims[: len(found)])
        ):
            left = named - metrics - (COSTS if claim.quantity.kind != "money" else frozenset())
            claim = replace(claim, context=replace(claim.context, metrics=left or None, direct=False))
        found.append(claim)
    return found


def _is_only_near(
    claim: Claim, named: frozenset[str], settings: Mapping[str, Sequence[Mention]], before: Sequence[Claim]
) -> bool:
    """Whether a setting that a claim is bound to stands near it and is not told by it."""
    if claim.quantity.kind in ("percent", "plain", "money") and not claim.context.direct:
        return True
    told = (held for dimension, held in settings.items() if named == {metric_of_key(dimension)})
    return any(other.passage == claim.passage and _tells(other, held) for held in told for other in before)


def _tells(claim: Claim, settings: Sequence[Mention]) -> bool:
    return any(each.start == claim.quantity.start for each in settings)


def is_worded_setting(claim: Claim, settings: Mapping[str, Sequence[Mention]]) -> bool:
    """Whether a number is part of how a setting is called: "6m"."""
    quantity = claim.quantity
    return any(each.start <= quantity.start and quantity.end <= each.end for told in settings.values() for each in told)


def _nearest(quantity: Quantity, settings: Sequence[ToolNumber]) -> Sequence[ToolNumber]:
    """Of settings that a number rounds ("1 bp" of 0.5 and of 1), those that it tells to the digit, where there are any or it is money."""
    per = PER_FRACTION.get(quantity.kind, 1.0)
    exact = [
        number
        for number in settings
        if isclose(abs(number.value) / UNIT_PER_FRACTION.get(number.unit or "", per) * per, abs(quantity.value))
    ]
    return exact or (settings if quantity.kind != "money" else ())


def _is_cost_told(claim: Claim, index: ToolIndex) -> bool:
    """Whether the wording names one metric that the tools gave in basis points, as the claim is: "slippage, at 64 bps a year"."""
    metrics = claim.context.metrics or ()
    return (
        claim.quantity.kind == "basis_points"
        and len(metrics) == 1
        and any(number.unit == "bps" for metric in metrics for number in index.by_metric.get(metric, ()))
    )


def named_setting(
    claim: Claim, matches: Sequence[ToolNumber], settings: Mapping[str, Sequence[Mention]], index: ToolIndex
) -> ToolNumber | None:
    """The setting by which a claim names a run, where it is one of the `settings` and not what the wording measures."""
    if _is_cost_told(claim, index):
        return None
    for dimension, mentions in settings.items():
        if any(mention.start == claim.quantity.start for mention in mentions):
            for number in matches:
                own = number.is_under(dimension) and index.is_parameter(number)
                if own and number.metric not in (claim.context.metrics or ()):
                    return number
    return None
