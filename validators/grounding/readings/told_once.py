"""A metric of a thing is told once in a sentence, a list or a table: "Fennel lost 7.4% while the index lost 10.6%" names Fennel's
loss, and a second number beside it is of something that the sentence calls by no name that the tools know."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.grounded_number import GroundedNumber


def told_once(answer: Answer, claims: Sequence[Claim], judged: Sequence[GroundedNumber]) -> Iterator[int]:
    """The claims, by place, that fail for a number that another claim before them tells of the same things."""
    for place, (claim, number) in enumerate(zip(claims, judged, strict=True)):
        if number.meant is not None and any(
            told.grounded
            and told.source == number.meant
            and teller.quantity.kind == claim.quantity.kind
            and teller.context.names == claim.context.names
            and answer.outline.is_beside(claim.passage, teller.passage)
            and answer.outline.is_of_one_row(claim.passage, teller.passage)
            for teller, told in zip(claims[:place], judged[:place], strict=True)
        ):
            yield place
