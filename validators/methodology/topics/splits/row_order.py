"""The order in which rows lie where a sample is split: as time went, or at random."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.splits.data_shares import CONTEXT, SHARE
from validators.methodology.topics.splits.data_splits import Split
from validators.reasons import Reason

_ROWS = r"(?:rows?|hours|minutes|quarters|years|sessions|candles|trades|labels|sequences|windows|returns|data|timestamps|instances|batch(?:es)?|samples?|observations?|days|dates|data(?:set| points)?|history|examples?|records?|bars|months|weeks|points)"
_RANDOM = re.compile(
    rf"\b(?:(?:the |all |its )?(?:{_ROWS}|labels) (?:(?:is|are|was|were|get|gets|being|been)(?:n't)? )(?:\w+ly |all |then |first |not |never )*(?:shuffled|randomi[sz]ed|mixed|drawn at random|picked at random|permuted)"
    rf"|shuffl(?:es|ed|ing) (?:the |its |all )*(?:\w+ )?{_ROWS}|(?:splits?|division|partition)(?: of (?:the )?{_ROWS})? (?:is|was) (?:\w+ )?(?:random|shuffled)|random(?:ly)? (?:[\w/%-]+ )?(?:train/test |train-test |hold-?out )?(?:splits?|division|partition|hold-?out|split)"
    rf"|(?:split|divided|cut|partitioned|assigned|held out|drawn|picked|chosen|selected)(?: \w+){{0,5}} (?:at random|randomly)|random (?:sample|subset|selection|\d+ ?%) of (?:the |all |its )*{_ROWS}|random (?:train|test|hold-?out)\w*|random (?:\w+ )?(?:batch(?:es)?|blocks?|chunks|{_ROWS})(?: of \w+)? (?:\w+ ){{0,3}}?(?:held out|held back|for testing|as (?:the |a )?test|reserved|set aside|kept)|shuffled (?:split|{_ROWS}))\b"
)
_IN_TIME = re.compile(
    r"\b(?:(?:in|by) (?:\w+ )?(?:time|chronological|date|calendar|temporal) order|in order of (?:time|date)|chronological(?:ly)?|by (?:time|date)(?= (?:and|not|rather|,|\()|[.,:;)]|$))"
)

_FIRST_AND_LAST = re.compile(
    rf"\b(?:first|earliest|oldest|initial) {SHARE}[^;]{{0,90}}?\b(?:last|latest|final|most recent|newest) {SHARE}"
    rf"|\b(?:first|earliest|oldest|initial) {SHARE}[^.]{{0,90}}?\b(?:remaining|other) {SHARE}"
    rf"|\b(?:last|latest|final|most recent|newest) {SHARE}[^.;]{{0,70}}?\b(?:first|earliest|oldest|initial) {SHARE}"
)


def orders_told(text: str) -> Iterator[Stated]:
    """Whether the rows of a sample are said to be split at random or in time."""
    for match in _RANDOM.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(order="random"))
    for match in (*_IN_TIME.finditer(text), *_FIRST_AND_LAST.finditer(text)):
        if CONTEXT.search(text):
            yield Stated(start=match.start(), end=match.end(), value=Split(order="time"))


def is_random(words: str) -> bool:
    """Whether words for a split tell one at random, so that to deny it is not to deny every split."""
    return _RANDOM.search(words) is not None


def breaks_order(order: str, *, asserted: bool, fact: Split, told: str) -> Reason | None:
    """Whether the rows of a sample that is split are told to lie in another order than the document says."""
    if not fact.exists:
        return None
    shuffled = _RANDOM.search(told)
    random = shuffled is not None and not re.search(
        r"\b(?:not|never|no|without|nor|than)\b|n't\b", told[max(shuffled.start() - 30, 0) : shuffled.end()]
    )
    timely = (
        _IN_TIME.search(told) is not None
        or _FIRST_AND_LAST.search(told) is not None
        or fact.method in ("dates", "walk-forward")
        or (shuffled is not None and not random)
    )
    if order == "random":
        breaks = (asserted and timely and not random) or (not asserted and random)
    else:
        breaks = (asserted and random and not timely) or (not asserted and timely and not random)
    return Reason.CONTRADICTS_DOCUMENT if breaks else None
