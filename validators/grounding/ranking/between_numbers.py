"""Words between two numbers that set one above the other, whatever they are of: "the 20% of A exceeds the 12% of B", "A 20%, B only 12%"."""

import re
from typing import Literal

_OWN = r"(?: (?!(?:than|and|but|while|whereas|though)\b)[^\s.;:,]{1,24}){0,6}?"
_ABOVE = re.compile(
    rf"{_OWN} (?:exceed(?:s|ed)|beats?|tops?|topped|surpass(?:es|ed)|outstrip(?:s|ped)|(?:is|was|are|were) (?:above|higher than|greater than|more than))(?: (?:the|its|that of))? \W{{0,3}}",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"[^.:\n]{0,70}\b(?:only|just|merely|a mere|stopp(?:ed|ing) at|got by (?:on|with)|ma(?:de|kes|king) do with|no more than) (?:at |about |around |some )?\W{0,3}",
    re.IGNORECASE,
)
# "$900 at 2 bps and with less, $800, at 9"
_WITH = re.compile(
    r"[^.;:\n]{0,50}\b(?:with|on|at) (?:rather |much |far |a little |even )?(?:(?P<less>less|fewer)|more),? \W{0,3}",
    re.IGNORECASE,
)
# "leaves the Sharpe higher, 1.2 rather than 1.1": the first is of what is compared
_LEADS = re.compile(
    r"\b(?:(?P<up>higher|larger|greater|bigger|longer)|lower|smaller|fewer|shorter),? \W{0,3}$", re.IGNORECASE
)
_RATHER = re.compile(
    r"\W{0,3} ?(?:rather than|as (?:opposed|against) to|as against|compared (?:with|to)|instead of|against|versus|vs\.?|not) \W{0,3}",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:not?|never|neither|nor|hardly|if|unless)\b|n['’]t\b", re.IGNORECASE)
_NO_ONLY = re.compile(r"\b(?:not|than|n['’]t|only [a-z]+ [a-z]+|still|but for)\b", re.IGNORECASE)


def told_between(before: str, between: str) -> Literal[1, -1] | None:
    """1 where the text before and between two numbers says that the first is the higher one, -1 where it is the lower one, None where
    it says neither."""
    leads = _LEADS.search(before)
    if leads is not None and _RATHER.fullmatch(between) and not _OPEN.search(before):
        return 1 if leads["up"] else -1
    if (next_one := _WITH.fullmatch(between)) is not None:
        return 1 if next_one["less"] else -1
    if _ABOVE.fullmatch(between):
        return 1
    return 1 if _ONLY.fullmatch(between) and not _NO_ONLY.search(between) else None
