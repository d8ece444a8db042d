"""Numbers told as the least and the greatest of several: "from 100 to 300 days the Sharpe stays between 0.70 and 0.79"."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.readings.told_in_parallel import orders
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber

_FROM = re.compile(
    r"\b(?:between|from|rang\w+|var(?:y|ies|ied|ying)|span\w*|spread|somewhere in|anywhere in)(?: (?:from|between|of|in|over|about|roughly|around|only|just)){0,2} $",
    re.IGNORECASE,
)
_TO = re.compile(r"(?: (?:and|to|up to|down to|through)|\s?[–—-])(?: (?:about|roughly|around|only|just|over))? ?")
_OVER_ALL = re.compile(r"\b(?:from|range|ranging|across|through|all|every|whole)\b", re.IGNORECASE)
_LONGEST = 30  # characters before the first


def told_ranges(
    answer: Answer,
    index: ToolIndex,
    claims: Sequence[Claim],
    held: Held,
    matches: Matches,
    settings: Mapping[str, Sequence[Mention]],
) -> Iterator[tuple[Claim, ToolNumber]]:
    """Both ends of each range that does not fit as it is bound, with the tool numbers that they tell: the least and the greatest of a
    metric that the tools returned, or those of the things that the sentence names."""
    for low, high in itertools.pairwise(claims):
        if low.passage != high.passage or None not in (held[low.quantity], held[high.quantity]):
            continue
        text, start, end = answer.text, low.quantity.start, low.quantity.end
        if _TO.fullmatch(text, end, high.quantity.start) is None or not _FROM.search(
            text, max(0, start - _LONGEST), start
        ):
            continue
        ends = sorted((low, high), key=lambda claim: claim.quantity.value)
        named = [order for _, order in orders(answer, low, settings)]
        of_all = not named or _OVER_ALL.search(answer.sentence(low)[0]) is not None
        yield from _of_sample(ends, matches)
        for metric in _metrics(low, high, matches):
            numbers = [number for number in index.by_metric.get(metric, ()) if not number.length]
            groups = [[number for number in numbers if any(belongs(number) for belongs in order)] for order in named]
            groups += [numbers] if of_all else []
            found = next((extremes for group in groups if (extremes := _extremes(ends, group, matches))), None)
            if found is not None:
                yield from zip(ends, found, strict=True)
                break


def _of_sample(ends: Sequence[Claim], matches: Matches) -> list[tuple[Claim, ToolNumber]]:
    """The ends with the worst and the best that one record tells: "range -3.9% to 4.5%" of its worst and best day."""
    low, high = ends
    for worst, best in itertools.product(matches.get(low.quantity, ()), matches.get(high.quantity, ())):
        kinds = (worst.measured or "").partition("worst_")[2], (best.measured or "").partition("best_")[2]
        if kinds[0] and kinds[0] == kinds[1] and record_of(worst.source) == record_of(best.source):
            return [(low, worst), (high, best)]
    return []


def _metrics(low: Claim, high: Claim, matches: Matches) -> list[str]:
    """The metrics of which both ends are numbers, and which their wording allows."""
    both = {number.measured for number in matches.get(low.quantity, ())} & {
        number.measured for number in matches.get(high.quantity, ())
    }
    said = low.context.metrics or high.context.metrics
    return sorted(metric for metric in both if metric is not None and (said is None or metric in said))


def _extremes(
    ends: Sequence[Claim], numbers: Iterable[ToolNumber], matches: Matches
) -> tuple[ToolNumber, ToolNumber] | None:
    """The least and the greatest of numbers, where the two claims tell them."""
    ordered = sorted(numbers, key=lambda number: number.value)
    if len(ordered) < 2:
        return None
    least, greatest = ordered[0], ordered[-1]
    low, high = ends
    held = any(each is least for each in matches.get(low.quantity, ())) and any(
        each is greatest for each in matches.get(high.quantity, ())
    )
    return (least, greatest) if held else None
