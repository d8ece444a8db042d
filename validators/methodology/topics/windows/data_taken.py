"""Whether a span is how much data something takes or is measured over."""

import re

from validators.methodology.topics.windows.reach import AFTER, BEFORE

_SOURCE = re.compile(  # "uses 90 days of data"
    r"(?:'s?|s')?(?: or (?:so|two))?(?: worth)? of (?:(?:\w+[ -]){1,3})?(?:data|past|history|histories|prices?|closes|returns|quotes|observations|settlements|rates|filings|reports|accounts|earnings|readings|candles|bars|levels|volatility|ticks|trades|releases|dividends|fixings|premiums?|figures|numbers|gaps|values|statistics)\b"
)
_FED = re.compile(
    r"\b(?:us(?:es?|ing)|needs?|wants?|requires?|takes?(?: in)?|reads?|(?:is|are|gets?) (?:fed|shown|given|handed)(?: with| on)?|digests|eats|consumes|works? (?:on|with|from)|makes? do with|gets? by (?:on|with)|looks? at|considers?|demands?|calls? for|draws? on"
    r"|asks? for|lives? on|feeds? on|remembers?|has|have|keeps?|given)(?: (?:just|only|about|roughly|some|at least|the|its|a mere|a|no more than|nothing but|last|past|latest|most recent|trailing|full|whole))*[ -]$"
)
_FEEDS = re.compile(
    r" (?:(?:are|is|get|gets) (?:\w+ly )?(?:fed|used|needed|taken|read|looked at|required|enough|put|all|averaged|smoothed|summed|pooled|combined|weighed|added up)|goes?|enters?|feeds?|flows?|suffices?|drives?|decides?|determines?|matters?|counts?|go(?:es)? into|make up)\b"
)
OF_RUN = re.compile(
    r"\b(?:recover\w*|under ?water|drawdown\w*|from peak to|peak to trough|difference in means|significan\w+|t-stat\w*|standard errors?|confidence|firmly established|(?:not|n't|hardly|little|too little|thin) (?:(?:a lot|much|enough|any) )?(?:of )?evidence|a lot of evidence)\b"
)
OF_TEST = re.compile(
    r"\b(?:back-?tests?|tests?|tested|simulat\w*|samples?|archive|vendor|runs?|evaluat\w*|validat\w*|stud(?:y|ies)|train\w*|fit\w*|estimat\w*|learn\w*|calibrat\w*|results?|record|download\w*|recover\w*|report|paper)\b"
)


def is_fed(text: str, match: re.Match[str]) -> bool:
    """Whether a span is how much data something takes, and that is no test of it."""
    source = _SOURCE.match(text, match.end())
    return (
        source is not None
        and (
            _FED.search(text, max(match.start() - 60, 0), match.start()) is not None
            or _FEEDS.match(text, source.end()) is not None
        )
        and OF_TEST.search(text, max(match.start() - 60, 0), match.end() + 40) is None
    )


def is_reached(text: str, signs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether something that is measured is said to reach over a span, and no test or result is spoken of."""
    test = OF_TEST.search(text, max(match.start() - 60, 0), match.end() + 40)
    if match["bare"] or (test and not (test[0].startswith("estimat") and "volatil" in text)) or OF_RUN.search(text):
        return False
    if BEFORE.search(text, max(match.start() - 110, 0), match.start()):
        return True
    after = AFTER.match(text, match.end())
    return after is not None and not any(
        sign["no"]
        and match.end() <= sign.start() < after.end() + 16
        and not sign[0].startswith(("forecast", "predict"))
        for sign in signs
    )
