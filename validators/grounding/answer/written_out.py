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
_DIGIT, _TOLD_AHEAD = re.compile(r"\d"), re.compile(r"\d[^.,;:()\d]{0,60}$")
_LARGE = 1000


def as_ratio(text: str, placed: Quantity) -> Quantity | None:
    """The ratio that a number of a sentence tells, though it is written as something else: "0.63:1", "won 1.95 dollars for each dollar
    lost"."""
    if placed.kind == "split" and len(placed.parts) == 2 and placed.parts[1] == 1 and "." in placed.text:
        places = len(re.split(r"\D", placed.text.partition(".")[2])[0])
        return replace(placed, kind="multiple", value=placed.parts[0], step=10.0**-places, parts=())
    return replace(placed, kind="multiple", currency=None) if is_per_unit(text, placed) else None


def is_per_unit(text: str, placed: Quantity) -> bool:
    """Whether a number with a unit is told for each such unit, and so is a ratio: "won 1.95 dollars for each dollar lost". One that only
    follows such a ratio is none: "0.5 percent for each percent of pain: 8% made"."""
    per = _PER_UNIT.get(placed.kind)
    if per is None or placed.scale != 1 or placed.step >= 1 or abs(placed.value) >= _LARGE:
        return False
    for unit in per.finditer(text):
        behind = unit.start() >= placed.end
        if not (_DIGIT.search(text, placed.end, unit.start()) if behind else _TOLD_AHEAD.search(text, 0, unit.start())):
            return True
    return False
