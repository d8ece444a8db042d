"""A loss of the worst days, told by how rare they are: "on one day in twenty it loses more than 1.6%", "on those bad days it
loses 2.4% on average"."""

import re

from validators.numbers.quantity import Quantity

_BACK, _BEHIND = 140, 60  # characters around a number in which its sentence may tell it
_DAYS = r"(?:trading )?(?:days|sessions|weeks|months|cases|outcomes|times|occasions)"
_DAY = rf"(?:(?:trading )?(?:day|session|week|month|time)|{_DAYS})"
_RARE = re.compile(
    rf"\b(?:one|0|nineteen|ninety-nine) {_DAY} (?:in|out of|of|from)(?: (?:every|any))? (?:twenty|a hundred|one hundred|0)\b"
    rf"|\b(?:one|0)[- ]in[- ](?:twenty|a[- ]hundred|0)[- ]{_DAY}\b"
    rf"|\b(?:worst|bottom) (?:0 ?%|(?:0|one|five|ten) ?per ?cent)"
    rf"|(?<![\d%])0 ?% (?:of (?:the |all )?{_DAYS}|confidence|certainty|probability|likelihood)\b"
    rf"|\b0 (?:in|out of) 0\b",
    re.IGNORECASE,
)
_BAD_DAYS = re.compile(
    rf"\b(?:worst|bad|awful|terrible|nasty|ugly|rotten|tail|extreme) {_DAYS}\b|\bbeyond (?:that|it|this|the)\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(?:averag\w+|mean|typical(?:ly)?|expect\w*|usual(?:ly)?)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;]\s|\n\n")


def tail_loss(text: str, quantity: Quantity) -> str | None:
    """ "var" or "cvar"; None where the words tell neither."""
    if quantity.kind not in ("percent", "money"):
        return None
    before = _SENTENCE.split(text[max(0, quantity.start - _BACK) : quantity.start])[-1]
    around = f"{before} # {_SENTENCE.split(text[quantity.end : quantity.end + _BEHIND])[0]}"
    rare = _RARE.search(around) is not None
    if _MEAN.search(around) is not None:
        return "cvar" if rare or _BAD_DAYS.search(around) is not None else None
    return "var" if rare else None
