"""Years that an answer tells by their place among those of the tools, or from one that it named: "year three", "the final year", "a year later"."""

import re
from collections.abc import Iterator, Sequence

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NUMBERS = "one two three four five six seven eight nine ten".split()
_LAST = r"final|last|closing|latest|most recent|newest"
_BEFORE_LAST = r"penultimate|second[- ]to[- ]last|second[- ]last|next[- ]to[- ]last|last[- ]but[- ]one"
_NTH = re.compile(
    rf"\b(?:the|its|our|their|that|in|your) (?:very )?(?:(?P<before>{_BEFORE_LAST})|(?P<last>{_LAST})|(?P<first>opening|initial|inaugural|debut|maiden|starting|earliest)"
    rf"|(?P<nth>{'|'.join(_ORDINALS)})) (?:calendar |full |trading )?year\b(?!s)"
    rf"|\byear (?:number )?(?P<number>{'|'.join(_NUMBERS)})\b(?! (?:year|in|out of))",
    re.IGNORECASE,
)
_FROM_ANOTHER = re.compile(
    rf"\b(?:(?P<count>an?|{'|'.join(_NUMBERS)}) years? (?:(?P<later>later|on|afterwards?)|(?P<earlier>earlier|before|previously))"
    r"|the (?:(?P<next>next|following|subsequent|ensuing)|(?P<previous>previous|preceding|prior)) (?:calendar )?year"
    r"|the year (?:(?P<after>after|that followed)|(?P<ahead>before))(?=\W|$))(?! (?:\ue000|0|that|this)\b)",
    re.IGNORECASE,
)
_FAR = 200  # characters back to the year from which another is told
_EVENTS = ((re.compile(r"\bthe (?:pandemic|covid(?:-19)?|lockdown|virus) year\b", re.IGNORECASE), 2020),)


def nth_years(text: str, years: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where a text tells one of the years by its place, or by what it is known for: start, end and the year."""
    for match in _NTH.finditer(text):
        if match["before"] or match["last"]:
            nth = len(years) - (2 if match["before"] else 1)
        elif match["number"]:
            said = match["number"].lower()
            nth = _NUMBERS.index(said)
        else:
            nth = _ORDINALS.index(match["nth"].lower()) if match["nth"] else 0
        if 0 <= nth < len(years):
            yield match.start(), match.end(), years[nth]
    for event, year in _EVENTS:
        if year in years:
            yield from ((match.start(), match.end(), year) for match in event.finditer(text))


def years_from(
    text: str, told: Sequence[tuple[int, int]], years: Sequence[int], asked: int | None = None
) -> Iterator[tuple[int, int, int]]:
    """The same of years told from the one named last before them: `told` are places and years; where there are none, from the one
    `asked` about."""
    for match in _FROM_ANOTHER.finditer(text):
        named = [year for place, year in told if match.start() - _FAR <= place < match.start()]
        named = named or ([asked] if asked is not None and not told else [])
        if not named:
            continue
        said = (match["count"] or "a").lower()
        step = _NUMBERS.index(said) + 1 if said in _NUMBERS else 1
        back = match["earlier"] or match["previous"] or match["ahead"]
        year = named[-1] - step if back else named[-1] + step
        if year in years:
            yield match.start(), match.end(), year
