"""Gaps that words name outright, between numbers told nearby: "the gap grows from 4.7 to 13.3 points"."""

import re
from collections.abc import Callable
from itertools import pairwise

from validators.grounding.worked_out.nearby import (
    MOST_BEFORE,
    Nearby,
    Results,
    in_unit_of,
)

_SET_APART = re.compile(
    r"\b(?:improvement|difference|gap|increase|reduction|drop|rise|saving|gain|loss|shortfall|jump|change|cushion|margin|lead|advantage|distance|deterioration)"
    r"(?: of| is| was|:)(?: about| only| just| roughly| some)? [*]{0,2}[$€£]?$",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\b(?:gap|difference|drag|spread|lead|lag|margin|excess|edge|advantage|shortfall|premium|discount|deficit|costs?|apart)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[^.;,()\d]{0,10}(?:\([^)]{0,20}\) )?(?:and|to|–|-) [$€£]?")
_RANGE_STARTS = re.compile(
    r"\b(?:between|from|rang\w+|by|(?:margin|gap|lead|edge|difference|spread) of)\b[^.;\d]{0,12}$", re.IGNORECASE
)


def _set_apart(near: Nearby) -> Results:
    """How far two numbers lie apart of which the last one before the claim is one."""
    if near.own and (_SET_APART.search(near.words_before(near.claim))):
        last = near.own[-1]
        at = in_unit_of(near.claim, last)
        for each in near.ahead[1 : 1 + MOST_BEFORE]:
            told = in_unit_of(near.claim, each)
            if at is not None and told is not None:
                yield at - told, f"{last.quantity.text} − {each.quantity.text}"


def _gaps(near: Nearby) -> Results:
    """How far the numbers of a line lie apart, of each line or, for the ends of a range, of those with the least and the greatest gap."""
    if _GAP.search(near.sentence) is None or near.claim.kind in ("money", "multiple", "count", "duration"):
        return
    gaps: list[tuple[float, str]] = []
    for line in near.lines:
        told = [(in_unit_of(near.claim, each), each.quantity) for each in line]
        pairs = [
            (a - b, f"{one.text} − {other.text}")
            for (a, one), (b, other) in pairwise(told)
            if a is not None and b is not None and one.kind == other.kind
        ]
        gaps += [(abs(gap), work) for gap, work in pairs[:1]]
    if not _is_end_of_range(near):
        yield from gaps
        return
    if len(gaps) > 1:
        yield from (min(gaps), max(gaps))


def _is_end_of_range(near: Nearby) -> bool:
    """Whether the claim is one of the two ends that words tell: "between 1.4 and 1.6", "from 4.7 to 13.3"."""
    if near.after and _RANGE.fullmatch(near.between(near.claim, near.after[0].quantity)):
        return _RANGE_STARTS.search(near.words_before(near.claim)) is not None
    first = near.own[-1].quantity if near.own else None
    return (
        first is not None
        and _RANGE.fullmatch(near.between(first, near.claim)) is not None
        and _RANGE_STARTS.search(near.words_before(first)) is not None
    )


GAPS: tuple[Callable[[Nearby], Results], ...] = (
    _set_apart,
    _gaps,
)
