"""Settings that an answer tells of one run, and that no run had together: "a fee of 2 bps and slippage of 5", where that went with 10."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber

_JOINED = re.compile(r"[^.;:\d]{0,16}(?:\b(?:and|plus|with)\b|[,/+&])[^.;:\d]{0,24}", re.IGNORECASE)
_OF_TWO = re.compile(
    r"\b(?:to|from|versus|vs|against|or|then|but|while|instead|than|between|respectively)\b", re.IGNORECASE
)


def settings_of_no_run(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], settings: Mapping[str, Sequence[Mention]]
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, of a setting that no run has beside the one told right before it, with what that run has."""
    told: dict[int, list[tuple[str, frozenset[str]]]] = {}
    for dimension, mentions in settings.items():
        for mention in mentions:
            told.setdefault(mention.start, []).append((dimension, mention.means))
    for place, (one, other) in enumerate(pairwise(claims), start=1):
        first, second = (told.get(each.quantity.start, ()) for each in (one, other))
        gap = answer.text[one.quantity.end : other.quantity.start]
        if len(first) != 1 or len(second) != 1 or not _JOINED.fullmatch(gap) or _OF_TWO.search(gap):
            continue
        (dimension, names), (beside, others) = first[0], second[0]
        runs = [number for number in index.numbers if number.scope.get(dimension) in names and beside in number.scope]
        if dimension == beside or any(number.scope[beside] in others for number in runs):
            continue
        due = next((number for number in runs if number.is_under(beside)), None)
        if due is not None:
            yield place, due
