"""Quarters and halves that an answer tells by their place in the year: "the third quarter", "the last one", "the second, which made $900"."""

import re
from collections.abc import Iterator

from validators.numbers.quantity import DateParts

_NTH = {"first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4, "final": 4, "closing": 4}  # fmt: skip
_HALF = re.compile(
    r"\b(?P<nth>first|opening|second|last|closing) half\b(?! (?:a|an|of (?:the|its|all) (?!year\b)))", re.IGNORECASE
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(
    rf"\b(?P<nth>{'|'.join(_NTH)})(?: (?:calendar |full )?quarters?|[- ]quarter)\b(?!s? (?:of (?:the )?(?:way|century|trades)))"
    rf"|\bquarter (?:number )?(?P<number>{'|'.join(_NUMBERS)})\b(?! (?:of|in|out))",
    re.IGNORECASE,
)
# without the word, where one speaks of quarters: "the third", "(the first, $900)", "the fourth one"
_ALONE = re.compile(
    r"\bthe (?P<nth>first|second|third|fourth|last)(?: one)?(?=[*_]{0,2}(?:[,;:.)]|$| (?:\W?\d|at|with|by|on|in its|and|than|did|was|is|made|lost|had|has|brought|gave|earned|put|saw|took|cost|came|yielded|returned|contributed|managed|delivered)\b| \())",
    re.IGNORECASE,
)
_SPEAKS_OF_QUARTERS = re.compile(r"\bquarters?\b", re.IGNORECASE)
_OTHER_KIND = re.compile(r"\b(?:trades?|years?|months?|half|halves|weeks?|strateg\w+|shares?)\b", re.IGNORECASE)
_BACK = 160  # characters to where one speaks of quarters


def quarters_named(text: str) -> Iterator[tuple[int, int, DateParts]]:
    """Where a text tells a quarter by its place: start, end and the quarter."""
    if _SPEAKS_OF_QUARTERS.search(text) is None:
        return
    for match in _QUARTER.finditer(text):
        nth = _NTH[match["nth"].lower()] if match["nth"] else _NUMBERS[match["number"].lower()]
        yield match.start(), match.end(), DateParts(quarter=nth)
    for match in _ALONE.finditer(text):
        spoken = [
            each.end() for each in _SPEAKS_OF_QUARTERS.finditer(text, max(0, match.start() - _BACK), match.start())
        ]
        if spoken and not _OTHER_KIND.search(text, spoken[-1], match.start()):
            yield match.start("nth"), match.end(), DateParts(quarter=_NTH[match["nth"].lower()])


def halves_named(text: str) -> Iterator[DateParts]:
    """The halves of a year that a text tells by their place."""
    for match in _HALF.finditer(text):
        yield DateParts(half=1 if match["nth"].lower() in ("first", "opening") else 2)
