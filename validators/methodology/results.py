"""Numbers that tell how a run went and no clause: texts that differ only in these are read as one.

A result is an amount with thousands ("$831,726.65"), a decimal ("0.92", "16.9%") or a count of trades, with nothing but a mark or
a function word behind it.
"""

import re
from typing import Literal

Percentages = Literal["alike", "by size", "kept"]

_BEFORE = r"(?<![\w.,/:%$€£-])"
_NEXT = r"and|on|in|at|with|for|after|over|from|versus|while|but|by|against|between|which|(?:a|per) year"
_BEHIND = rf"(?=[)*_`]{{0,3}}(?:[.,;!?)]{{0,2}}(?:\s(?!\s*[$€£]?\d)|\Z)|\s(?:{_NEXT})\b))"
_RESULT = re.compile(
    rf"{_BEFORE}-?[$€£]?(?:\d{{1,3}}(?:,\d{{3}})++(?:\.\d++)?|\d++\.\d++)(?P<percent>%?+){_BEHIND}"
    rf"|{_BEFORE}\d++(?= trades\b)",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\A\d(?=\.\d++\Z)|0(?=\.)", re.ASCII)
_RATIO = re.compile(r"-?0\.\d{2,3}", re.ASCII)
_QUARTERS = re.compile(r"\.(?:0|5|00|25|50|75)%", re.ASCII)
_BLANK = "-$€£%0.,"
_ALIKE = str.maketrans("012456789", "333333333")


def alike(text: str, *, percent: Percentages) -> str:
    """`text` with the digits of its results made alike, none longer or shorter; `percent` tells whether those in percent are too.

    Zeros in front stay, and with them the size, and so do numbers of one figure ("100,000", "5.0%"), which may be settings.
    Amounts and plain decimals also keep a zero before the point, which is a cue, and the units of a small number
    ("$1.50 of positions"). "by size" tells percentages from 2, 20, 100, 500 and so on apart from smaller ones, and
    quarters ("12.5%") from other decimals. "kept" is for texts that may speak of shares: they keep "0.80" as well.
    """
    if percent == "alike":
        return _RESULT.sub(lambda found: _digits(found[0]), text)
    if percent == "by size":
        return _RESULT.sub(lambda found: _digits(found[0], by_size=True), text)
    return _RESULT.sub(
        lambda found: found[0] if found["percent"] or _has_one_figure(found[0]) else _digits(found[0]), text
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Where the numbers stand whose digits `alike` may change."""
    return [found.span() for found in _RESULT.finditer(text) if not _is_plain(found[0])]


def with_other_digits(text: str) -> str:
    """A text that is alike, with other digits in its results."""
    return _RESULT.sub(lambda found: found[0] if _is_plain(found[0]) else found[0].replace("3", "7"), text)


def _digits(number: str, *, by_size: bool = False) -> str:
    if _is_plain(number):
        return number
    told = number.lstrip(_BLANK)
    same = told.translate(_ALIKE)
    if number.endswith("%"):
        if by_size:
            same = _sized(told) + _in_quarters(told, same)[1:]
    elif not number.isdigit() and (kept := _KEPT.search(told)):
        same = f"{same[: kept.start()]}{kept[0]}{same[kept.end() :]}"
    return number[: len(number) - len(told)] + same


def _sized(percentage: str) -> str:
    """A first digit that leaves a percentage on its side of 2, 20, 500 and 5,000: from there on it is no fee, share or leverage."""
    whole = len(percentage.partition(".")[0].replace(",", ""))
    if whole <= 2:
        return "1" if percentage[0] == "1" else "3"
    return "7" if whole > 2 and percentage[0] >= "5" else "3"


def _in_quarters(percentage: str, same: str) -> str:
    """`same` with the decimals of a percentage that may be set: quarters."""
    quarters = _QUARTERS.search(percentage)
    return same if quarters is None else same[: quarters.start()] + quarters[0]


def _is_plain(number: str) -> bool:
    """Whether a number may be a setting by its form: of one figure, and no ratio to two places ("0.80")."""
    return _has_one_figure(number) and _RATIO.fullmatch(number) is None


def _has_one_figure(number: str) -> bool:
    return len(number.strip(_BLANK)) <= 1
