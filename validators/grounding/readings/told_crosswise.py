"""Two numbers of which each is told of what the other is of: "trend and gold weigh 47% and 22%", where the 47% are gold's."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import ClaimFit, Held, Matches
from validators.grounding.tools.number import ToolNumber

_NEAR, _MOST = 4, 8  # claims, tool numbers of one's value
_BEYOND = 24  # characters behind a number in which it is named


def told_crosswise(
    answer: Answer, fit: ClaimFit, claims: Sequence[Claim], sure: Held, matches: Matches
) -> Iterator[tuple[int, ToolNumber]]:
    """The first of two such claims, by place, with the number that is due there. `sure` says which claims tell a number as worded."""
    bound = [
        place
        for place, claim in enumerate(claims)
        if sure.get(claim.quantity) is None
        and 0 < len(matches.get(claim.quantity, ())) <= _MOST
        and (claim.context.names or claim.context.times)
        and claim.quantity.kind != "date"
    ]
    for at, place in enumerate(bound):
        claim = claims[place]
        for other in bound[at + 1 :]:
            if other - place > _NEAR:
                break
            if not answer.outline.is_beside(claim.passage, claims[other].passage):
                continue
            if not _are_named(answer, claim, claims[other]):
                continue
            due = _due(fit, claim, claims[other], matches)
            if due is not None:
                yield place, due
                return


def _are_named(answer: Answer, first: Claim, last: Claim) -> bool:
    """Whether what two claims are of is named beside them, and not only before other numbers: "A made 5% and B 3%, with a volatility of
    10% rather than 16%"."""
    start, end = first.quantity.end, last.quantity.end + _BEYOND
    named = [
        (mention.start, mention.means)
        for passage in {first.passage, last.passage}
        for held in answer.things.mentions_in(passage).values()
        for mention in held
    ]
    dated = [
        (mention.start, frozenset({str(date)}))
        for passage in {first.passage, last.passage}
        for mention, date in answer.times.mentions_in(passage)
    ]
    for told in (named, dated):
        if any(start <= place < end for place, _ in told):
            return True
        before = {means for place, means in told if place < first.quantity.start}
        opening = min((place for place, _ in told), default=0)
        inside = (each for each in answer.quantities_in(first.passage) if each.kind != "date")
        if len(before) > 1 and not any(opening < each.start < first.quantity.start for each in inside):
            return True
    return False


def _due(fit: ClaimFit, first: Claim, last: Claim, matches: Matches) -> ToolNumber | None:
    """The number of the last of two claims, where it is what the first is told of, and the first one's what the last is told of."""
    for own in matches[first.quantity]:
        for theirs in matches[last.quantity]:
            alike = own.measured == theirs.measured and own.unit == theirs.unit and own.value != theirs.value
            if alike and not own.prose and _is_of(fit, first, theirs, own) and _is_of(fit, last, own, theirs):
                return theirs
    return None


def _is_of(fit: ClaimFit, claim: Claim, number: ToolNumber, other: ToolNumber) -> bool:
    """Whether of two numbers the first one is of the thing and the time that a claim names, and the other of another."""

    def is_said(each: ToolNumber) -> bool:
        return fit.thing.is_named(claim, each) and fit.time.fits(claim, each)

    return is_said(number) and not is_said(other)
