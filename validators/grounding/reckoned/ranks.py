"""What lies between two lines of a list that a sentence sets against each other by their rank: "4 points deeper than the second worst"."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.reckoned.reckoned import Reckoned
from validators.grounding.set_out.operands import ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.by_rank import RANK, rank_results
from validators.grounding.worked_out.columns import Column

_THAN = re.compile(
    r"\W{0,4}(?:(?:percentage|full|points?|pp|calendar|trading|days?|weeks?|months?) )*(?:(?:deep|shallow|mild|long|short|quick|slow|fast|small|larg|bigg|bett|steep|high|low)er|worse|more|less)\b than\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:gap|difference|distance|spread) (?:between|from)\b[^.;\d]{0,80}\b(?:is|was|of|comes to|came to)\b\W{0,3}$",
    re.IGNORECASE,
)
_KINDS = ("percent", "points", "basis_points", "duration")
_TWO = 2


def ranks_reckoned(
    answer: Answer,
    told: ToldNumbers,
    index: ToolIndex,
    suits: Callable[[Claim, ToolNumber], bool],
    columns: Callable[[], Sequence[Column]],
) -> Iterator[Reckoned]:
    """The numbers that are told to lie between two lines told by their rank."""
    for place, passage in answer.outline.running:
        if len(RANK.findall(answer.text, passage.start, passage.end)) != _TWO:
            continue
        for result in told.of(place):
            quantity, claim = result.quantity, result.claim
            if quantity.kind not in _KINDS or claim is None:
                continue
            before = _BETWEEN.search(answer.text, passage.start, quantity.start)
            if before is None and _THAN.match(answer.text, quantity.end, passage.end) is None:
                continue
            text, placed = answer.in_sentence(claim)
            worths = list(rank_results(text, placed, index, partial(suits, claim), columns))
            if worths:
                yield Reckoned(result, worths, ())
