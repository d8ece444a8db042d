"""Numbers that tell how a run went and no clause: texts that differ only in these are read as one.

A result is an amount with thousands ("$831,726.65"), a decimal ("0.92", "16.9%") or a count of trades, with nothing but a mark or
a function word behind it.
"""

import re

_BEFORE = r"(?<![\w.,/:%$€£-])"
_NEXT = r"and|on|in|at|with|for|after|over|from|versus|while|but|by|against|between|which|(?:a|per) year"
_BEHIND = rf"(?=[)*_`]{{0,3}}(?:[.,;!?)]{{0,2}}(?:\s(?!\s*[$€£]?\d)|\Z)|\s(?:{_NEXT})\b))"
_RESULT = re.compile(
    rf"{_BEFORE}-?[$€£]?(?:\d{{1,3}}(?:,\d{{3}})++(?:\.\d++)?|\d++\.\d++)(?P<percent>%?+){_BEHIND}"
    rf"|{_BEFORE}\d++(?= trades\b)",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\A\d(?=\.\d++\Z)|0(?=\.)", re.ASCII)
_BLANK = "-$€£%0.,"
_ALIKE = str.maketrans("012456789", "333333333")


def alike(text: str, *, percent: bool) -> str:
    """`text` with the digits of its results made alike, none longer or shorter; those in percent only where `percent` says so.

    Zeros in front stay, and with them the size, and so do numbers of one figure ("100,000", "5.0%"), which may be settings.
    Amounts and plain decimals also keep a zero before the point, which is a cue, and the units of a small number
    ("$1.50 of positions").
    """
    return _RESULT.sub(lambda found: _digits(found[0]) if percent or not found["percent"] else found[0], text)


def spans(text: str) -> list[tuple[int, int]]:
    """Where the numbers stand whose digits `alike` may change."""
    return [found.span() for found in _RESULT.finditer(text) if not _is_plain(found[0])]


def with_other_digits(text: str) -> str:
    """A text that is alike, with other digits in its results."""
    return _RESULT.sub(lambda found: found[0] if _is_plain(found[0]) else found[0].replace("3", "7"), text)


def _digits(number: str) -> str:
    if _is_plain(number):
        return number
    told = number.lstrip(_BLANK)
    same = told.translate(_ALIKE)
    kept = None if number.isdigit() or number.endswith("%") else _KEPT.search(told)
    if kept is not None:
        same = f"{same[: kept.start()]}{kept[0]}{same[kept.end() :]}"
    return number[: len(number) - len(told)] + same


def _is_plain(number: str) -> bool:
    """Whether a number has one figure, as settings do."""
    return len(number.strip(_BLANK)) <= 1
