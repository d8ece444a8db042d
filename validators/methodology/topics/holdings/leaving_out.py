"""Whether something is told to be left out of what may be held, or not to be left out."""

import re

from validators.methodology.topics.holdings.traded import is_avoided

_ASIDE = (
    r"(?:(?: [\w-]+){0,2},? (?:such as|like|including|e\.g\.) [\w ,'-]{1,50}?)?(?:,? (?:or|and|nor) (?:the |an? )?[\w-]+(?: [\w-]+)?)?"
    r"(?: (?!and\b|but\b|that\b|which\b|-)[\w-]+){0,3}?"
)
_NEVER_IN = re.compile(
    rf"{_ASIDE} (?:never|(?:do|does|did|will|would|can|is|are|was|were)(?: not|n't| never)(?: ever)?|can ?not|won't) (?:\w+ly )?"
    r"(?:shows? up|appears?|turns? up|makes? (?:the (?:list|cut|grade)|it)|enters?|qualif(?:y|ies)|gets? (?:in|a look-in)|features?|figures?|comes? (?:in|into)"
    r"|(?:be )?(?:bought|held|traded|found|owned|sold|touched|eligible|included|chosen|picked|considered|among|part))\b"
    rf"|{_ASIDE} (?:lies?|falls?|sits?|stays?|is|are) (?:\w+ )?(?:outside|beyond|out of) (?:what|its|the|of)\b"
)


def standing(text: str, start: int, end: int) -> bool | None:
    """False where text[start:end] is told to be left out or never to enter, True where it is told not to be; None: neither."""
    out = _NEVER_IN.match(text, end) or is_avoided(text, start, end)
    return False if out else None
