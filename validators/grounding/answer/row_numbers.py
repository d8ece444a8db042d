"""Numbers that only count the rows of a table of the answer: 1, 2, 3 below "#" or "Rank"."""

import re

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim

_HEADER = re.compile(r"\W*(?:#|no|nr|number|rank|place|position|pos)?\W*", re.IGNORECASE)


def is_row_number(answer: Answer, claim: Claim) -> bool:
    """Whether a claim is the number of its row, in a first column that counts the rows from 1 on."""
    passages = answer.outline.passages
    own = passages[claim.passage]
    if not own.cell or not own.parents or passages[own.parents[0]].cell:
        return False
    header = own.parents[0]
    if _HEADER.fullmatch(answer.passage_text(header)) is None:
        return False
    column = [
        place
        for place in range(header + 1, claim.passage + 1)
        if passages[place].cell and passages[place].parents[:1] == (header,)
    ]
    counted = [[number.value for number in answer.quantities_in(place)] for place in column]
    return counted == [[float(row)] for row in range(1, len(column) + 1)]
