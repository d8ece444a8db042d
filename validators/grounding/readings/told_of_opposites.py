"""A number that a sentence tells of each of two opposites, though the tools returned it once: "before fees 9%, after fees 9%"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.tools.number import ToolNumber

_LEVEL = re.compile(
    r"\b(?:both|each|all|same|equal\w*|identical\w*|tie[sd]?|level|alike|no difference|unchanged|repeat\w*|again|likewise|also|too|as well|neither|either|still|just as|back (?:to|at)|that|those)\b",
    re.IGNORECASE,
)
_SAYS = r"(?:(?:['’]s)?(?: [a-z]+){0,2}? (?:is|was|are|were|at|made|makes|lost|loses|fell|rose|returned|did|had|has|gained|came|stood|earned)(?: in)?(?: at| by)? [-−+$€£*_]{0,4}$|:? [-−+$€£*_]{0,4}$)"
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        ("before", "after"),
        ("gross", "net"),
        ("highest|best|top|strongest|largest|longest|deepest", "lowest|worst|bottom|weakest|smallest|shortest|shallowest|mildest"),
        ("long(?: side| leg| trades)", "short(?: side| leg| trades)"),
        ("train(?:ing)?|in[- ]sample", "test(?:ing)?|out[- ]of[- ]sample|validation"),
        ("start(?:ed|ing)?|began|beginning|open(?:ed|ing)?|bought", "end(?:ed|ing)?|finish(?:ed)?|clos(?:ed|ing)|sold"),
        ("winners?|winning|won", "losers?|losing|lost"),
    )
)  # fmt: skip
_OWN = re.compile(r"\b(?:you|your|strategy|model|it|yours|ours|we)\b", re.IGNORECASE)
_BENCHMARK = re.compile(
    rf"\b(?:bench\w*|index|market|buy(?:ing)?[- ](?:and|&)[- ]hold\w*|(?:just )?holding){_SAYS}", re.IGNORECASE
)


def told_of_opposites(
    answer: Answer, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[int, ToolNumber]]:
    """The second of two such numbers, by place, with the only one that it can be."""
    for place, (first, last) in enumerate(pairwise(claims), start=1):
        number, alike = held.get(last.quantity), matches.get(last.quantity, ())
        if number is None or number is not held.get(first.quantity) or len(alike) != 1 or answer.is_cell(last):
            continue
        if first.passage != last.passage or abs(first.quantity.value) != abs(last.quantity.value):
            continue
        start = answer.outline.passages[last.passage].start
        ends = [each.quantity.end for each in claims[: place - 1] if each.passage == last.passage]
        ahead = answer.text[max(ends, default=start) : first.quantity.start]
        between = answer.text[first.quantity.end : last.quantity.start]
        if not _LEVEL.search(between) and _are_opposite(ahead, between):
            yield place, number


def _are_opposite(one: str, other: str) -> bool:
    """Whether two texts speak each of one of two opposites and not of the other."""
    if _OWN.search(one) and not _BENCHMARK.search(one) and _BENCHMARK.search(other):
        return True
    return any(
        (left.search(one) and right.search(other) and not right.search(one) and not left.search(other))
        or (right.search(one) and left.search(other) and not left.search(one) and not right.search(other))
        for left, right in _OPPOSITES
    )
