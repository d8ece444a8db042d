"""Dates of events that cannot have come in that order: "in on 18 January, out on 28 November of the year before", a trough before its peak."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.numbers.dates import day_order

_ON = r"(?:\s(?:it|them|at|was|is|is|came|set|off|up|out|in|a|an|the|its|for|point|date|day|again|fully)){0,3}[\s:,(]{1,2}(?:on|in|by|at|from|of|date:?)?\s?[*_(]{0,3}$"
# what opens a trade or a fall, what comes within, what closes it
_EVENTS = (
    re.compile(rf"\b(?:(?:got |get |went |going |been )?in|(?:went|put) on|enter(?:s|ed)?|entry|bought|buy|buying|open(?:s|ed|ing)?|beg[au]n|begins?|beginning|start(?:s|ed|ing)?|peak(?:s|ed)?|top(?:ped)?)\b{_ON}", re.IGNORECASE),
    re.compile(rf"\b(?:trough(?:s|ed)?|bottom(?:s|ed|ing)?|low(?: point)?|valley)\b{_ON}", re.IGNORECASE),
    re.compile(rf"\b(?:(?:got |get |went )?out|exit(?:s|ed)?|sold|sell|selling|clos(?:es|ed|ing)|recover(?:s|ed|y)?|came off|back (?:to|at|above) (?:\w+ ){{0,2}}\w+,?|made good|regain(?:s|ed)?|healed|end(?:s|ed|ing)?|finish(?:es|ed)?)\b{_ON}", re.IGNORECASE),
)  # fmt: skip
# what a date is of that stands right behind it: "the 3 May low"
_BEHIND = (
    re.compile(r"[*_]{0,3} (?:peak|entry|purchase)\b", re.IGNORECASE),
    re.compile(r"[*_]{0,3} (?:trough|low|bottom)\b", re.IGNORECASE),
    re.compile(r"[*_]{0,3} (?:exit|sale|recovery)\b", re.IGNORECASE),
)
_TITLES = (
    re.compile(r"\b(?:in|entry|entered|bought|open(?:ed)?|start(?:ed)?|begin|began|peak|from)\b", re.IGNORECASE),
    re.compile(r"\b(?:trough|bottom|low|valley)\b", re.IGNORECASE),
    re.compile(r"\b(?:out|exit(?:ed)?|sold|clos(?:ed?)|end(?:ed)?|recover(?:ed|y)?|to|until)\b", re.IGNORECASE),
)
_OF_ANOTHER = re.compile(
    r"\b(?:previous|prior|preceding|earlier|before|other|another|next|last|while|whereas|but|then|re-?enter\w*|again)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"[*_]{0,2}\s?(?:[-–—→]|->|\b(?:to|until|through|till)\b)\s?[*_]{0,2}0")
_LONGEST = 48  # characters before a date that tell what happened on it


def events_out_of_order(answer: Answer, claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The dates, by place, of what opens something, that are later than what closes it right behind in the sentence or in the row,
    with that one."""
    for left, right in events_told(answer, claims):
        if day_order(claims[left].quantity.readings[0]) > day_order(claims[right].quantity.readings[0]):
            yield left, claims[right]


def events_told(answer: Answer, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The pairs of dates, by place, of which the first is told of what comes before the second."""
    dated = [at for at, claim in enumerate(claims) if claim.quantity.kind == "date" and is_full(claim)]
    if len(dated) < 2:
        return
    told = {at: event_told(answer, claims, at) for at in dated}
    rows: dict[tuple[int, ...], list[int]] = {}
    for at in dated:
        if answer.is_cell(claims[at]):
            rows.setdefault(answer.outline.passages[claims[at].passage].parents[:1], []).append(at)
    pairs = [(left, right) for left, right in pairwise(dated) if _are_beside(answer, claims[left], claims[right])]
    for left, right in (*pairs, *(pair for head, row in rows.items() if head for pair in combinations(row, 2))):
        first, second = told[left], told[right]
        if first is not None and second is not None and first < second:
            yield left, right


def _are_beside(answer: Answer, left: Claim, right: Claim) -> bool:
    """Whether two dates stand in one sentence, and no word between them speaks of another trade or fall."""
    between = (left.quantity.end, right.quantity.start)
    return left.passage == right.passage and _OF_ANOTHER.search(answer.text, *between) is None


def is_full(claim: Claim) -> bool:
    readings = claim.quantity.readings
    return len(readings) == 1 and readings[0].year is not None and readings[0].day is not None


def event_told(answer: Answer, claims: Sequence[Claim], at: int) -> int | None:
    """What a date is told as: what opens something (0), comes within it (1) or closes it (2)."""
    claim = claims[at]
    if answer.is_cell(claim):
        title = answer.heads(claim).rstrip(": ").rpartition(":")[2]
        found = [place for place, said in enumerate(_TITLES) if said.search(title)]
    else:
        start = claim.quantity.start
        if _SPAN.match(answer.text, claim.quantity.end) and answer.text[:start].rstrip(" *_")[-1:] == "(":
            return None  # "95 days to bottom (3 May to 7 June)"
        before = claims[at - 1].quantity.end if at and claims[at - 1].passage == claim.passage else 0
        found = [
            place
            for place, said in enumerate(_EVENTS)
            if said.search(answer.text, max(before, start - _LONGEST, 0), start)
        ]
        behind = [place for place, said in enumerate(_BEHIND) if said.match(answer.text, claim.quantity.end)]
        found = behind or found
    return found[0] if len(found) == 1 else None
