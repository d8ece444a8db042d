"""Ratios that are written as something else: "0.63:1", "1.95 dollars for each dollar lost"."""

import re

from msgspec.structs import replace

from validators.numbers.quantity import Quantity

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
