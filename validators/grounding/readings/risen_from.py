"""What a number came from in the year or month that is named: "volatility doubled in 2020, from 12% to 24%" tells the 12% of 2019."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import DateParts

_FROM = re.compile(r"(?:\bfrom (?:about |around |just |only )?|\()\W?$", re.IGNORECASE)
_TO = re.compile(r"%? (?:up |down |back )?to (?:about |around |just |only )?\W?", re.IGNORECASE)


def risen_from(
    answer: Answer, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[Claim, ToolNumber]]:
    """The claims that fit no number of the time named, and tell what the one after them, which does, came from: of the year, quarter or
    month before."""
    for first, last in pairwise(claims):
        end = held[last.quantity]
        if held[first.quantity] is not None or end is None or first.passage != last.passage or len(end.times) != 1:
            continue
        start = first.quantity.start
        if not (
            _FROM.search(answer.text, max(0, start - 16), start)
            and _TO.fullmatch(answer.text, first.quantity.end, last.quantity.start)
        ):
            continue
        for number in matches.get(first.quantity, ()):
            alike = number.measured == end.measured and number.scope == end.scope and len(number.times) == 1
            if alike and _is_next(number.times[0], end.times[0]):
                yield first, number
                break


def _is_next(first: DateParts, last: DateParts) -> bool:
    """Whether one year, quarter or month comes right after another."""
    if first.year is None or last.year is None or (first.day or last.day) is not None:
        return False
    for own, following, many in ((first.month, last.month, 12), (first.quarter, last.quarter, 4)):
        if own is not None or following is not None:
            return own is not None and following is not None and (last.year - first.year) * many + following - own == 1
    return last.year - first.year == 1
