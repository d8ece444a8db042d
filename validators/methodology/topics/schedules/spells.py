"""Rhythms told by how long holdings are left alone, or by the data whose arrival sets a change off."""

import re
from collections.abc import Iterator

from validators.methodology.topics.schedules.frequency import Frequency

_PER_YEAR = {"week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_FOR_SPELL = re.compile(  # "the exposure stays put for a month"
    r"\b(?:(?:may |can |will |are left to |is left to )drift|stays? (?:put|fixed|the same|unchanged|untouched)|(?:is|are) (?:then )?(?:left (?:alone|untouched|unchanged|as (?:it is|they are))|frozen|not touched)|sits? (?:still|tight)|rests?|remains? (?:unchanged|untouched|fixed)|nothing (?:is done|moves|changes|happens)|(?:list|selection|portfolio|basket|picks|ranking|weights|mix|book|allocation) (?:\w+ )?(?:lives?|lasts?|stands?|holds?|endures?|is valid|are valid))\b[^.;,]{0,16}? for (?:the (?:next|following|coming|rest of the) |a (?:full |whole )?|one )(?P<unit>week|month|quarter|year)\b"
)
_UNTIL = re.compile(  # "held until the next month ends"
    r"\b(?:held|kept|holds?|keeps?|stays?|sits?|left|untouched|unchanged|remains?)\b[^.;,]{0,40}? (?:until|till) (?:(?:the|that|this) )?(?:(?:next|following|coming|same|current) )?(?P<unit>week|month|quarter|year)(?: ends?\b| is over\b| closes\b| is out\b)"
)
_AGAIN_NEXT = re.compile(  # "it isn't looked at again until the following quarter"
    r"(?:\b(?:not|never|no longer|nothing|nobody)|n't)\b[^.;,]{0,30}?\b(?:look\w*|touch\w*|chang\w*|trad\w*|check\w*|review\w*|revisit\w*|adjust\w*|consult\w*|mov\w*|alter\w*|re-?balanc\w*|happens?|done|decid\w*|rank\w*)\b[^.;,]{0,16}? (?:until|till|before) (?:the )?(?:next|following|coming) (?P<unit>week|month|quarter|year)\b(?!'s| day)"
)
_LASTS = re.compile(  # "a position lasts a month before it's reconsidered"
    r"\b(?:held|holds?|kept|keeps?|lasts?|stays? (?:open|in|put|on)|stands?|runs?|sits?)(?: \w+){0,2}? (?:for )?(?:a|one) (?:full |whole )?(?P<unit>week|month|quarter|year)(?: long)?,? (?:before|and then|then|until|after which)(?: [\w']+){0,3}? (?:review|reconsider|revis|chos|choos|look|check|chang|replac|swap|rank|pick|select|renew|decid|trad|sold|sells?)\w*"
)
_UNTIL_THEN = re.compile(  # "until the quarter is over nothing is changed"
    r"(?:^|[.;,] )(?:but )?(?:until|till|before) the (?:end of the )?(?P<unit>week|month|quarter|year)(?: is (?:over|out)| ends| closes)?,? (?:nothing|no (?:trade|position|order)s?|it (?:does not|doesn't|never)|the \w+ (?:is|are) (?:not|left|never|kept))\b"
)
SPELLS = (_UNTIL_THEN, _UNTIL, _FOR_SPELL, _AGAIN_NEXT, _LASTS)
_WHENEVER = re.compile(
    r"\b(?:whenever|each time|every time|as soon as|when(?:ever)?|once)(?: that)? (?:(?:the|a|new|fresh|next|latest) ){0,2}$"
)
_ARRIVES = re.compile(
    r" (?:quotes?|data|prices?|figures?|numbers|closes?|reports?|accounts|values|readings|bars?|candles?) (?:\w+ )?(?:arrives?|comes? in|comes? out|(?:is|are) (?:in|out|published|available|known|complete)|lands?|appears?|closes?|completes?)\b"
)


def spells(text: str) -> Iterator[tuple[int, int, Frequency, bool | None]]:
    """Every spell for which a passage says that nothing is changed; True where the negation is a part of its words."""
    for pattern in SPELLS:
        for match in pattern.finditer(text):
            value = Frequency(per_year=_PER_YEAR[match["unit"]], anchor="end" if pattern is _UNTIL else None)
            yield match.start("unit"), match.end(), value, True if pattern in (_AGAIN_NEXT, _UNTIL_THEN) else None


def sets_off(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] tells how often data come whose arrival sets something off ("whenever new weekly data arrive")."""
    return _ARRIVES.match(text, end) is not None and _WHENEVER.search(text, max(start - 30, 0), start) is not None
