"""Numbers that repeat, to the digit, one that the answer worked out elsewhere: "40 to 61 percent" below a table of shares."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.claim import Claim
from validators.grounding.grounded_number import GroundedNumber
from validators.reasons import Reason

_KINDS = frozenset({"percent", "points", "money", "multiple", "plain"})


def told_again(claims: Sequence[Claim], judged: Sequence[GroundedNumber]) -> Iterator[tuple[int, str]]:
    """The places of claims that nothing grounds but the work of another one, with that work."""
    works = {
        (claim.quantity.kind, claim.quantity.value, claim.quantity.step): (claim, number.derivation)
        for claim, number in zip(claims, judged, strict=True)
        if number.reason is Reason.DERIVED_NUMBER and number.derivation is not None
    }
    for place, (claim, number) in enumerate(zip(claims, judged, strict=True)):
        quantity = claim.quantity
        if number.reason is not Reason.UNGROUNDED_NUMBER or quantity.kind not in _KINDS:
            continue
        if quantity.kind == "plain" and quantity.step >= 1:
            continue
        told, work = works.get((quantity.kind, quantity.value, quantity.step), (None, None))
        if (
            told is not None
            and work is not None
            and (not claim.context.names or claim.context.names == told.context.names)
        ):
            yield place, work
