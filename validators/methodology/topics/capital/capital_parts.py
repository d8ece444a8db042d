"""What is held for each dollar of capital, and what is borrowed on top of it."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import FRACTION, NUMBER, PERCENT, as_share, fraction, number
from validators.methodology.topics.capital.capital_multiples import MOST, Leverage, is_cap

_COIN = r"millions?|thousand|dollars?|euros?|pounds?|francs?|units?|cents?|pence"
_STAKE = (
    rf"(?:(?:every|each|one|a|any|per) )*(?:[$€£] ?(?P<base>\d[\d,]*(?:\.\d+)?)|(?:(?P<bases>{NUMBER}) )?(?:millions?|thousand|dollars?|euros?|pounds?|francs?|units?))"
    r" (?:(?:of|in|from) (?:(?:its|the|own|our|your|their|an?) )*(?:equity|capital|cash|money|net assets|nav|account|funds?)\b"
    r"|of (?:yours|ours|theirs|(?:your|our|their|its|one's) own)\b|(?:that )?(?:you|we|they) (?:have|own)\b(?! (?:put|paid|invested|handed|brought))"
    r"|(?:that )?(?:(?:(?:you|we|they)(?:'ve| have)?|an investor|investors|clients?|one|is|are|was) )?(?:puts? in|put in|invest(?:ed|s)?|hand(?:ed|s)? over|br(?:ing|ought)|provided?|contributed?|deposit(?:ed|s)?|committed|staked|paid in)\b)"
)
_HELD = rf"(?:[$€£] ?(?P<x>\d[\d,]*(?:\.\d+)?)|(?P<named>{NUMBER}|an?|another|one more) (?P<coin>{_COIN}))\b(?P<more> and an? (?:half|quarter|third)\b| (?:twenty-five|fifty|seventy-five)\b(?! (?:cents|dollars)))?(?P<owed> (?:of|in) (?:debt|credit|borrow\w+|loans?)| (?:is |are )?borrowed)?"
_DOLLARS = (
    re.compile(rf"(?<![\w.,]){_STAKE}[^.;]{{0,50}}?(?<![\w.]){_HELD}"),
    re.compile(
        rf"(?<![\w.]){_HELD}(?: (?:of|in|worth of|are|is|get|goes?|into) [^.;]{{0,40}}?)? (?:for|per|on|against|behind|over|to) {_STAKE}"
    ),
    re.compile(
        r"\b(?:equity|capital|an account|net assets|nav) of [$€£]? ?(?P<base>\d[\d,]*)(?P<bases>)\b[^.;\d]{0,30}?\b(?:notional|exposure|positions?|a book|futures|holdings) (?:of|worth) [$€£]? ?(?P<x>\d[\d,]*)(?P<named>)(?P<coin>)(?P<more>)(?P<owed>)\b"
    ),
)
"""What is held for each dollar of capital, in either order."""
_ONE = ("a", "an", "another", "one more")
_BEFORE = 24  # characters
_NO_HOLDING = re.compile(
    r"\b(?:back|became|becomes|made|makes|earn\w*|gain\w*|profit\w*|los[et]\w*|grew|grows|turn(?:ed|s) into|return\w*|fees?|costs?|commission|paid|pays|charged|left|ended|final|values?|worth \S+ (?:at|in) the end)\b"
)


_OTHER_SIDE = re.compile(
    rf"(?: long| short)?,? (?:and|plus|against|with) (?:is |it is )?(?:long|short|sells|buys) (?:by |another |a further )?[$€£]? ?({NUMBER})\b"
)


def dollars_held(text: str) -> Iterator[re.Match[str]]:
    """Where a text tells what is held for each dollar of capital."""
    for pattern in _DOLLARS:
        for match in pattern.finditer(text):
            begin = match.start() if match.re is _DOLLARS[0] else max(match.start() - _BEFORE, 0)
            if not _NO_HOLDING.search(text, begin, match.end() + 24):
                yield match


def held_for_each(match: re.Match[str]) -> float | None:
    """The multiple of capital that one of `dollars_held` comes to."""
    rest = (match["more"] or "").removeprefix(" and ").strip()
    more = fraction(rest) or (number(rest) or 0.0) / 100
    named = match["named"] if match["named"] not in _ONE else "1"
    held, base = number(match["x"] or named), number(match["base"] or match["bases"] or "1")
    if not held or not base:
        return None
    cents = (match["coin"] or "").startswith(("cent", "pence"))
    other = _OTHER_SIDE.match(match.string, match.end())
    multiple = (held + more + (number(other[1]) or 0.0 if other else 0.0)) / base / (100 if cents else 1)
    multiple += 1.0 if match["owed"] else 0.0
    return multiple if multiple <= MOST else None


_SHARE = re.compile(
    rf"\b(?:(?P<fraction>{FRACTION})|(?P<percent>{PERCENT})) (?:of )?(?:(?:its|the|our|their|your|own) )*(?:capital|equity|nav|net asset value|net assets)\b(?: itself)?"
    rf"|\b(?P<bare>{PERCENT})(?= (?:is|are|being) (?:\w+ )?borrowed\b)"
    r"|\bas much(?: again)? as (?:(?:its|the|our|their|own) )*(?:capital|equity|net assets)\b(?: itself)?"
)
BORROWED = re.compile(r"\bborrow(?:ed|ing|s)?\b(?! (?:costs?|fees?|rates?))|\bloans?\b|\bdebt\b|\bon credit\b")
PARTS = re.compile(r"\b(?:each|both|sides?|legs?|longs|shorts|funds?|names?|pairs?|slots?|per|every|position)\b")
_NOT_BORROWED = re.compile(
    r"\b(?:no|nothing|never|not|without|nil)\b[^.;,]{0,20}\b(?:borrow|loan|debt|credit)|n't borrow|\b(?:borrow\w*|loans?|debt)\b ?[:=]? ?(?:nothing|none|nil|no\b)"
)


def told_borrowed(text: str) -> Iterator[Stated]:
    """What is borrowed on top of the capital: "half the capital is borrowed" is 1.5 times."""
    if (
        not BORROWED.search(text)
        or _NOT_BORROWED.search(text)
        or re.search(r"\b(?:exposure|gross|notional|invested|positions?)\b", text)
    ):
        return
    for match in _SHARE.finditer(text):
        written = match["percent"] or match["bare"] or match["fraction"]
        more = as_share(written) or 0.0 if written else 1.0
        if 0 < more <= 5 and not (more < 0.75 and PARTS.search(text)):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Leverage(multiple=1 + more, cap=is_cap(text, match.start(), match.end())),
            )
