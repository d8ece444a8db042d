"""Whether the words around a return tell it as one a year, or of the whole time."""

import re

_ANNUAL = re.compile(
    r"(?:[^.;\d\n]|\n(?!\n)){0,14}?\b(?:a|per|each|every|(?:in )?(?:an?|the) (?:average|typical|normal|mean)) (?:calendar )?(?:year|yr|annum)\b|[\s*_]{0,4}/ ?(?:year|yr)\b"
    r"|\son an? (?:annual|annuali[sz]ed|yearly) (?:basis|rate)\b"
    r"|(?:[^.;,\d\n]|\n(?!\n)){0,14}?(?:\bcompounded\b(?!\s(?:over|in|across|for))|\bp\.?a\b|\bannuali[sz]ed\b|\bannually\b|\byearly\b)",
    re.IGNORECASE,
)
_ANNUAL_BEFORE = re.compile(
    r"\b(?:(?:each|every|per|in a|a typical|an average) (?:calendar )?year|ann\.?|compound\w*(?! (?:in)?to\b)|(?<!not )(?<!nothing )(?<!never )(?<!non-)annuali[sz]ed|annually|annuali[sz]ing|yearly|a year)\b[^.;\d)]{0,44}$",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(r"[\d%][\s*_]{0,3}$")
_ANEW = re.compile(
    r"\w+(?: \w+)?,? (?:(?:and|but|though|while|yet)\b[^.;\d]{0,12}? )?(?:with|along the way|had|having|has|in exchange for|for)\b",
    re.IGNORECASE,
)  # "2.3% a year with a 16% hole in it"
_WHOLE = re.compile(
    r"[^.;\d]{0,12}?\b(?:in total|overall|cumulatively|in all|in aggregate|all told|altogether|from start to (?:finish|end)|in sum|(?:over|across|during|for|through(?:out)?) (?:the|its) (?:whole|full|entire|complete)\b)",
    re.IGNORECASE,
)
_IN_TOTAL = re.compile(
    r"\s(?:until|till|by|at) the (?:very )?end\b"
    r"|\s(?:of (?:the|your|its|my|our|their) (?:\w+ )?(?:money|capital|account|stake|investment|savings|funds?)|of what (?:was|you) (?:put|invested)(?: in)?) (?:is|was|are|were|has been|had)\s?(?:been )?(?:gone|lost|wiped|eaten|burn\w*|missing|vanished|destroyed)\b"
    r"|\s\(?(?:in total|overall|cumulatively|all told|altogether|in aggregate)\b(?! \w+s? (?:trades|costs|fees))",
    re.IGNORECASE,
)
_WHOLE_BEFORE = re.compile(
    r"\b(?:total(?:led|ling)?|cumulative(?:ly)?|overall)\b[^.;,\d]{0,16}$"
    r"|\b(?:in total|altogether|all told|in all|cumulatively),? [^.;,\d]{0,50}$"
    r"|\bover the (?:\w+ )?(?:window|period|sample|backtest)\b[^.;\d]{0,50}$",
    re.IGNORECASE,
)


def is_annual(text: str, start: int, end: int) -> bool:
    """Whether the number at `start` to `end` is told as one a year."""
    if _ANNUAL.match(text, end) is not None:
        return True
    before = _ANNUAL_BEFORE.search(text, max(0, start - 80), start)
    return before is not None and not (
        _OF_NUMBER.search(text, max(0, before.start() - 4), before.start()) and _ANEW.match(text, before.start(), start)
    )


def is_of_the_whole(text: str, start: int, end: int) -> bool:
    """Whether the number is told of the whole window."""
    return _WHOLE.match(text, end) is not None or _WHOLE_BEFORE.search(text, max(0, start - 80), start) is not None


def is_told_in_total(text: str, end: int) -> bool:
    """Whether "in total" and the like follow the number at once."""
    return _IN_TOTAL.match(text, end) is not None


def is_timed_after(text: str, end: int) -> bool:
    """Whether the words after the number tell one or the other."""
    return _ANNUAL.match(text, end) is not None or _WHOLE.match(text, end) is not None
