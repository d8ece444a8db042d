"""The shares of history that its parts have."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.splits.data_shares import CONTEXT, MIX, SHARE, ratios_in, shares_in
from validators.methodology.topics.splits.data_splits import Split
from validators.methodology.topics.splits.kept_apart import is_backwards
from validators.methodology.topics.splits.separate_parts import EXISTS
from validators.methodology.topics.splits.validation_methods import CHOOSES

HALVES = re.compile(
    r"\b(?:in(?:to)? (?:two )?(?:equal(?:ly[- ]sized)? )?halves|in half|down the middle|fifty[- ]fifty|half (?:and|to|for \w+,?(?: and)?) half|half ?[/:+-] ?half)\b"
)
_BLENDED = re.compile(
    r"\b(?:blends?|mix(?:es|ture)?(?![- ]ups?\b)|(?:better|sensible|safe) default|holders?|allocations?|portfolio of|half and half|combin\w+|investors?|diversif\w+|cautious|aggressive)\b"
)
_WORD_BEFORE = re.compile(r"\b[a-z]+ $")
_TIME_HELD = re.compile(
    rf"\b(?:for|on|during|in) (?:\w+ )?{SHARE} of (?:the |all )?(?:days|weeks|months|sessions|bars|time)\b"
)

_IN_MARKET = re.compile(
    r"\b(?:(?:in|out of) the market|invested|in a (?:position|trade)|on the sidelines|flat|idle|holding (?:anything|something|nothing))\b"
)


def ratios_of_parts(text: str) -> list[tuple[int, int, tuple[float, ...]]]:
    """Where a passage gives the parts' shares together ("80/20"), and the shares, train first."""
    found: list[tuple[int, int, tuple[float, ...]]] = []
    if _BLENDED.search(text):
        return found
    for start, end, parts in ratios_in(text, needs_context=True):
        if not any(begin < end and start < stop for begin, stop, _ in found):
            found.append((start, end, parts))
    return found


def ratios_told(text: str, ratios: list[tuple[int, int, tuple[float, ...]]]) -> Iterator[Stated]:
    """The ratios as statements, with the words for a split that follow them."""
    for start, end, parts in ratios:
        named = EXISTS.match(text, min(end + 1, len(text)))
        yield Stated(start=start, end=named.end() if named else end, value=Split(parts=parts))


def shares_told(text: str, shares: list[tuple[int, int]]) -> Iterator[Stated]:
    """Every single share; `shares` are where some stand already, and those that are found are added."""
    for share in shares_in(text, shares):
        if _TIME_HELD.search(text, max(share.start - 16, 0), share.end) and (
            MIX.search(text) or _IN_MARKET.search(text)
        ):
            continue  # "for a quarter of the days tested it held a position"
        if share.judged and "validation" in text and CHOOSES.search(text):
            continue  # "picked by cross-validation within the first 80%"
        shares.append((share.start, share.end))
        value = Split(test=share.size) if share.judged else Split(train=share.size)
        yield Stated(start=share.start, end=share.end, value=value, asserted=True if share.unseen else None)
        if share.beyond:
            continue
        placed = _WORD_BEFORE.search(text, 0, share.start)
        if is_backwards(text[placed.start() if placed else share.start : share.end], text, judged=share.judged):
            yield Stated(start=share.start, end=share.end, value=Split(backwards=True))


def halves_told(text: str) -> Iterator[Stated]:
    """Where a passage says that history is halved."""
    for match in HALVES.finditer(text):
        if CONTEXT.search(text) and not MIX.search(text):
            yield Stated(start=match.start(), end=match.end(), value=Split(parts=(0.5, 0.5)))


def shares_agree(stated: Split, fact: Split) -> bool:
    """Each fold of five tests a fifth; no one share is walk-forward's."""
    if fact.parts is None:
        if fact.method is None or (fact.folds is None and fact.method == "cross-validation"):
            return True
        test = stated.parts[-1] if stated.parts else stated.test or 1 - (stated.train or 0.0)
        return fact.folds is not None and are_close([test], [1 / fact.folds])
    if stated.parts is not None:
        return are_close(sorted(stated.parts), sorted(fact.parts))
    if stated.train is not None:
        return are_close([stated.train], [fact.parts[0]])
    share = [stated.test or 0.0]
    return any(are_close(share, [part]) for part in (*fact.parts[1:], sum(fact.parts[1:])))


def are_close(left: list[float], right: list[float]) -> bool:
    return len(left) == len(right) and all(abs(a - b) < 0.006 for a, b in zip(left, right, strict=True))
