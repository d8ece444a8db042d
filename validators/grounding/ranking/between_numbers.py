"""Words between two numbers that set one above the other, whatever they are of: "the 20% of A exceeds the 12% of B", "A 20%, B only 12%"."""

import re
from typing import Literal

_OWN = r"(?: (?!(?:than|and|but|while|whereas|though)\b)[^\s.;:,]{1,24}){0,6}?"
_ABOVE = re.compile(
    rf"{_OWN} (?:exceed(?:s|ed)|beats?|tops?|topped|surpass(?:es|ed)|outstrip(?:s|ped)|(?:is|was|are|were) (?:above|higher than|greater than|more than))(?: (?:the|its|that of))? \W{{0,3}}",
    re.IGNORECASE,
)
_ONLY = re.compile(r"[^.;:\n]{0,70}\b(?:only|just|merely|a mere) (?:at |about |around |some )?\W{0,3}", re.IGNORECASE)
# "$900 at 2 bps and with less, $800, at 9"
_WITH = re.compile(
    r"[^.;:\n]{0,50}\b(?:with|on|at) (?:rather |much |far |a little |even )?(?:(?P<less>less|fewer)|more),? \W{0,3}",
    re.IGNORECASE,
)
_NO_ONLY = re.compile(r"\b(?:not|than|n['’]t|only [a-z]+ [a-z]+|still|but for)\b", re.IGNORECASE)


def told_between(between: str) -> Literal[1, -1] | None:
    """1 where the text between two numbers says that the first is the higher one, -1 where it is the lower one, None where it says
    neither."""
    if (next_one := _WITH.fullmatch(between)) is not None:
        return 1 if next_one["less"] else -1
    if _ABOVE.fullmatch(between):
        return 1
    return 1 if _ONLY.fullmatch(between) and not _NO_ONLY.search(between) else None
