"""Arithmetic that a sentence writes out: "120 plus 90", "71 vs 63", "1.10 to 1", "1.95 dollars for each dollar lost"."""

import re

from msgspec.structs import replace

from validators.grounding.answer.mentions import SIGN
from validators.numbers.quantity import Quantity

_BESIDE = 28  # characters between two operands
_JOINED = re.compile(
    r"[^.;:\d]*(?:\b(?:and|plus|minus|less|by|over|from|to|into|versus|vs|against|than|with|for|out of|of|compared|next|its|the (?:strategy|model|system|run|rule|portfolio))\b|[-+−/÷&–])[^.;:\d]*"
    r"(?:\bvs\.[^.;:\d]*)?|[^.:\d]*\b(?:you|it)\b[^.:\d]*"
)
_TO_ONE = re.compile(r"\s?(?:to|:|-to-|for|against|per)\s?")
_OF_EACH = re.compile(r"\b(?:every|each|per|a single|any one)\s(?:\w{3,9}\s)?$", re.IGNORECASE)
_UNITS = {
    "money": r"dollars?|euros?|pounds?|francs?|yen|bucks?",
    "percent": r"percent|per cent|percentage point|point|%",
    "points": r"percentage point|point|percent|pp",
}
_PER_UNIT = {
    kind: re.compile(rf"\b(?:every|each|per|a single|(?:for|to|against) one)\s(?:single\s|additional\s|extra\s|further\s)?(?:{units})\b(?! day| week| month| year| trade)", re.IGNORECASE)
    for kind, units in _UNITS.items()
}  # fmt: skip
_LARGE = 1000


def are_joined(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of a text stand side by side as what is worked with, no name between them."""
    first, last = sorted((one, other), key=lambda each: each.start)
    gap = text[first.end : last.start]
    return len(gap) <= _BESIDE and SIGN not in gap and _JOINED.fullmatch(gap) is not None


def is_one(text: str, before: Quantity | None, claim: Quantity) -> bool:
    """Whether the number is the one to which a ratio relates another: "1.10 to 1", "2.3 winners for each 1 loser"."""
    if claim.value != 1 or claim.step != 1 or claim.kind not in ("plain", "count"):
        return False
    beside = before is not None and before.step < 1 and before.kind in ("plain", "count", "multiple")
    return (before is not None and beside and _TO_ONE.fullmatch(text, before.end, claim.start) is not None) or (
        _OF_EACH.search(text, 0, claim.start) is not None
    )


def as_ratio(text: str, claim: Quantity) -> Quantity | None:
    """The ratio that a number tells, though it is written as something else: "0.63:1", "won 1.95 dollars for each dollar lost"."""
    if claim.kind == "split" and len(claim.parts) == 2 and claim.parts[1] == 1 and "." in claim.text:
        places = len(re.split(r"\D", claim.text.partition(".")[2])[0])
        return replace(claim, kind="multiple", value=claim.parts[0], step=10.0**-places, parts=())
    return replace(claim, kind="multiple", currency=None) if is_per_unit(text, claim) else None


def is_per_unit(text: str, claim: Quantity) -> bool:
    """Whether a number with a unit is told for each such unit, and so is a ratio: "won 1.95 dollars for each dollar lost"."""
    per = _PER_UNIT.get(claim.kind)
    return (
        per is not None
        and claim.scale == 1
        and claim.step < 1
        and abs(claim.value) < _LARGE
        and per.search(text) is not None
    )
