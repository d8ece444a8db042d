"""Totals of the answer's own tables: a cell below others, in a row that is called their total."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.number_match import agrees
from validators.numbers.quantity import Quantity

_TOTAL = re.compile(r"\W*(?:grand )?(?:total|sum|all|altogether|together|combined)\b[^\d]{0,30}", re.IGNORECASE)
_LEAST, _MOST = 2, 200  # rows above


def own_total(answer: Answer, claim: Claim) -> str | None:
    """How a claim is the sum of the cells above it; None where it is none, or its row is called otherwise."""
    passages = answer.outline.passages
    own = passages[claim.passage]
    if not own.cell or len(own.parents) < _LEAST or not passages[own.parents[0]].cell:
        return None
    label, header = own.parents[:2]
    if _TOTAL.fullmatch(answer.passage_text(label)) is None:
        return None
    above: list[Quantity] = []
    for place in _above(answer.outline.columns.get(header, ()), label):
        told = [each for each in answer.quantities_in(place) if each.kind in (claim.quantity.kind, "plain", "count")]
        above.extend(told[:1])
    if len(above) < _LEAST or not agrees(claim.quantity, sum(each.value for each in above)):
        return None
    return f"{claim.quantity.text} = sum of the {len(above)} cells above"


def _above(column: Sequence[int], label: int) -> Sequence[int]:
    """The cells of a column above a row; () where they are too many to be summed for each such row."""
    rows = bisect_left(column, label)
    return column[:rows] if rows <= _MOST else ()
