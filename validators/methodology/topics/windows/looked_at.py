"""How far back a signal looks, told by no verb in particular: a word for what looks stands in the clause, and none for another matter."""

import re

from validators.methodology.clauses import clause_around

_LOOKS = re.compile(
    r"\b(?:memory|windows?|look-?backs?|features?|rankings?|ranks?|signals?|scores?|(?:its|a|the) view|forecasts?|ranges?|channels?|averages?|averaging|mean|deviations?|norm|normal|volatilit(?:y|ies)|carry|momentum|trends?|sequences?|inputs?|network|regression|trees|forest"
    r"|breakouts?|indicators?|calculation|comparison|compares?|filings|accounts|decisions?|choice|baseline|yardstick|past|histor(?:y|ical)|the rule|states?|regime|patterns?|sees|looks?|looked|reads?|warms up|weighs|remembers?|takes in|half of its|quote|z-scores?|percentiles?)\b"
)
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\d\.\d|\b(?:re-?balanc\w*|re-?sets?|trad(?:es?|ed|ing)(?! (?:days?|sessions?|hours?|weeks?|months?)\b)|h[eo]lds?(?! back)|holding|orders?|fill(?:s|ed)|execut\w*|entry|entries|exit\w*|wait\w*|delay\w*|lag(?:s|ged|ging)?|later|ahead|next|until|within|cancel\w*|fees?|costs?|train\w*|test\w*|fit(?:s|ted|ting)?|re-?fit\w*|re-?train\w*"
    r"|sampl\w*|back-?test\w*|validat\w*|folds?|embargo\w*|purg\w*|hold-?out|walk-forward|out-of-sample|learn\w*|estimat\w*|calibrat\w*|tun(?:ed|ing)|search\w*|results?|returned|gained|lost|fell|rose|drawdowns?|recover\w*|under ?water|sharpe|listed|matur\w*|expir\w*|every|each|per|once|twice|times|calendar|schedule|bench\w*|usual\w*|typical\w*|others?|most|would|could|might|may"
    r"|if|you|your|unlike|example|classic|was|were|had|did|went|came|made|ended|half-li\w+|skip\w*|newest|except|excluding|delisted|old|horizon|turnover|release\w*|publish\w*|public|bonds?|treasur\w+|notes?|bills?|maturity|years? (?:in|of) a row|simulat\w*|archive|vendor|begin\w*|start\w*|run|runs|stud(?:y|ies)|liquid\w*|volume|regimes? last\w*|lasts?|took|takes (?:about|around|roughly)|chang\w+|review\w*|kept|stored|deleted|bearing|records?|i|i'd|we|noise|compounded|one of|adapt\w*|report\w*)\b|\b(?:19|20)\d\d\b"
)
_SURELY = re.compile(
    r"\b(?:memory|windows?|look-?backs?|features?|inputs?|sequences?|history|past|filings|accounts|rankings?|ranks|scores?|signals?)\b"
)
_OF_PRICES = re.compile(r"[ -](?:moving )?(?:averages?|mean|highs?|lows?|range|channel|breakout)\b")
_HIDES = re.compile(
    r"[ -](?:\w+ )?(?:averages?|mean) (?:\w+ )?(?:hides?|masks?|conceals?|blurs?|obscures?|says|tells|(?:is|was) (?:\w+ly )?(?:a |the )?(?:better|best|good|poor|fair|safer|reasonable) (?:guide|estimate|guess|measure|yardstick))\b"
)
_RATE = re.compile(r"\b(?:bars?|candles?|steps|intervals|resolution|sampling) of $|\b(?:one|two|three|four|five|\d+) $")
_SHORT = ("session", "day", "hour", "minute", "bar")
_LONG = 250.0  # trading days: that long are results, too
_CLAUSE = re.compile(
    r"[;:] |, (?:so|which|while|whereas|since|because|but|although|though|yet|and (?=an? |one )|and (?:it|its|the|this|that|they|there|firms|stocks|shares))\b| (?:because|since|while|whereas|although|but|so that|before (?:the|its|it|any|an?|q+))\b"
)


def is_looked_at(text: str, match: re.Match[str], days: float) -> bool:
    """Whether a span of so many trading days stands in a clause that speaks of nothing but what a signal looks at."""
    if match["bare"] in _SHORT or (match["word"] is not None and days <= 1.0):
        return False  # "the last trading day"
    start, end = match.span()
    begin, stop = clause_around(text, start, end, _CLAUSE)
    return (
        (_LOOKS.search(text, begin, stop) is not None)
        and (
            days < _LONG
            or _SURELY.search(text, begin, stop) is not None
            or (_OF_PRICES.match(text, end) is not None and _HIDES.match(text, end) is None)
        )
        and _RATE.search(text, max(start - 24, 0), start) is None
        and _OF_ANOTHER_MATTER.search(text, begin, start) is None
        and _OF_ANOTHER_MATTER.search(text, end, stop) is None
    )
