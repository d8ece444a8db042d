"""Practices of which each number is one of its own: a target of volatility, the size of parts, the interest on loans."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.capital.moods import moods_in
from validators.methodology.topics.capital.sides import sides_in
from validators.methodology.topics.practice import Practice
from validators.methodology.topics.practice_words.loans import LOANS

_VOLATILITY = re.compile(
    r"\b(?:target\w*|scaled|sized|aim\w*|set|run|calibrated)\b(?: \w+){0,3}? (?P<n>\d{1,2}(?:\.\d)?) ?% (?:\w+ ){0,2}?(?:volatil\w+|vol|risk)\b(?! (?:per|a) trade)"
    r"|\b(?:volatil\w+|vol)(?: target\w*)?(?: (?:is|are|of|was|being|q+))*(?: (?:target\w*|scaled|set|aimed|held|kept|run))?(?: (?:at|to|is|of|around))+ (?P<m>\d{1,2}(?:\.[05])?) ?%"
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
    for match in _INTEREST.finditer(text):
        rate = Practice(name=f"interest of {float(match['n']):g}%", among="interest")
        yield Stated(start=match.start(), end=match.end(), value=rate)
