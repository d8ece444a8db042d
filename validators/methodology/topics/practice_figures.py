"""Practices of which each number is one of its own: a target of volatility, the size of parts, the interest on loans."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import PART, as_share
from validators.methodology.topics.capital.moods import moods_in
from validators.methodology.topics.capital.sides import sides_in
from validators.methodology.topics.practice import Practice
from validators.methodology.topics.practice_words.loans import LOANS

_VOLATILITY = re.compile(
    r"\b(?:target\w*|scaled|sized|aim\w*|set|run|calibrated)\b(?: \w+){0,3}? (?P<n>\d{1,2}(?:\.\d)?) ?% (?:\w+ ){0,2}?(?:volatil\w+|vol|risk)\b(?! (?:per|a) trade)"
    r"|\b(?:volatil\w+|vol)(?: target\w*)?(?: (?:is|are|of|was|being|q+))*(?: (?:target\w*|scaled|set|aimed|held|kept|run))?(?: (?:at|to|is|of|around))+ (?P<m>\d{1,2}(?:\.\d)?) ?%"
)
_OF_OWN = r"(?: of (?:the |its |your |total |own |whole )*(?:equity|capital|account|money|nav|portfolio|funds|cash)\b)"
_SIZED = re.compile(
    rf"\b(?P<part>{PART}){_OF_OWN} (?:goes (?:to|into)|is (?:given|put|allotted|placed) (?:to|in|into|on)|(?:is )?in|into|for|on) (?:each|every)\b"
    rf"|\b(?:an?|each|every|any|the) (?:new |single |open )?(?:position|stock|fund|name|holding|slot|trade|purchase|sector|asset)s? (?:takes(?: up)?|gets|receives|is given|uses|makes up|is worth|claims) (?:exactly |just |only |about )?(?P<part2>{PART})(?:{_OF_OWN}|(?=[ .,;]|$))"
)
_INTEREST = re.compile(
    rf"\b{LOANS}(?:(?!\b(?:return|gain|loss|equity|capital)\w*)[^.;:,\d]){{0,40}}? (?P<n>\d{{1,2}}(?:\.\d{{1,2}})?) ?(?:%|per ?cent)(?= (?:a|per) (?:year|annum)| interest| annually| p\.a| yearly)"
)


def practices_in_figures(text: str) -> Iterator[Stated]:
    """Every practice of a passage that has a number of its own, and whether more is held in calm markets."""
    for match in _VOLATILITY.finditer(text):
        target = float(match["n"] or match["m"])
        volatility = Practice(name=f"volatility of {target:g}%", among="volatility")
        yield Stated(start=match.start(), end=match.end(), value=volatility)
    yield from sides_in(text)
    for start, end, calm in moods_in(text):
        yield Stated(start=start, end=end, value=Practice(name="more in calm"), asserted=calm)
    for match in _SIZED.finditer(text):
        if (part := as_share(match["part"] or match["part2"])) is not None:
            size = Practice(name=f"parts of {part:.3g}", among="size of parts")
            yield Stated(start=match.start(), end=match.end(), value=size)
    for match in _INTEREST.finditer(text):
        rate = Practice(name=f"interest of {float(match['n']):g}%", among="interest")
        yield Stated(start=match.start(), end=match.end(), value=rate)
