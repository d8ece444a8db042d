"""One date in two rows of a table's column, though each row is of something else and the tools told it of one thing only."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.sources.told_dates import ToldDates


def dates_told_twice(answer: Answer, dates: ToldDates, claims: Sequence[Claim]) -> Iterator[tuple[int, str]]:
    """The claims, by place, of dates that stand in a second row, with their source."""
    passages = answer.outline.passages
    seen: set[tuple[int, tuple[object, ...]]] = set()
    for at, claim in enumerate(claims):
        own = passages[claim.passage]
        if claim.quantity.kind != "date" or not own.cell or len(own.parents) < 2:
            continue
        key = (own.parents[1], claim.quantity.readings)
        if key in seen and (source := dates.of_one_record(claim.quantity.readings)) is not None:
            yield at, source
        seen.add(key)
