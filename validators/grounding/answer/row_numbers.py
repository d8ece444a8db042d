"""Numbers that only count the rows of a table of the answer: 1, 2, 3 below "#" or "Rank"."""

import re
from collections.abc import Iterator

from validators.grounding.answer.answer import Answer

_HEADER = re.compile(r"\W*(?:#|no|nr|number|rank|place|position|pos)?\W*", re.IGNORECASE)


def row_numbers(answer: Answer) -> Iterator[int]:
    """The cells of first columns that count the rows from 1 on."""
    outline = answer.outline
    for header, cells in outline.columns.items():
        if _HEADER.fullmatch(answer.passage_text(header)) is None:
            continue
        first = (place for place in cells if outline.header_of_first_column(place) == header)
        for row, place in enumerate(first, start=1):
            if [number.value for number in answer.quantities_in(place)] != [float(row)]:
                break
            yield place
