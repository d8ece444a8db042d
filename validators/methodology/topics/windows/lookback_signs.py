"""Whether a span is the length of what a signal looks at, by the words around it."""

import re

from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.spans import lengths

_LONGEST = 700  # trading days: more is looked at in a backtest, and seldom by a signal
_LENGTH = re.compile(r"look[- ]?back|window")
_CLOSE = 8  # characters: "a lookback of 60 months"
PAST = r"(?:past|last|trailing|previous|prior|preceding|most recent|latest|rolling|foregoing)"
SIGNS = re.compile(
    r"\b(?:(?P<yes>(?P<strong>(?:by|on|according to) how (?:much|far|well|badly|strongly|hard) (?:[\w']+ ){1,3}?(?:fell|rose|moved|gained|lost|dropped|climbed|did|performed|returned)(?: (?:or|and) (?:fell|rose|gained|lost|dropped|climbed))?|look(?:s|ed|ing)?[- ]?backs?|histor(?:y|ies) (?:used|needed|required|consulted|considered|read|taken|behind)|how (?:far|deep)(?! ahead| forward| out)(?: back)?|into the past|receptive field|context (?:window|length)|(?:input|sequence) length|look(?:s|ed|ing)?(?= (?:only |just |no )?(?:at|over|across|to|further|as far)\b)"
    r"|(?:far|further|farther|go(?:es)?|going|reach\w*|stretch\w*|extend\w*|peer\w*|peek\w*|glanc\w+|gaz\w+|sees?|reads?|dat(?:es?|ing)|cast\w*|tak\w+) back"
    r"|sees only|(?:how much(?: of (?:the|its))?|how long a) (?:past|history)|memory|remember\w*|recall\w*|forget\w*|formation|(?<!forecast )(?<!forecasting )(?<!prediction )(?<!holding )(?<!investment )horizons?|(?:observation|signal|ranking|estimation|measurement"
    r"|momentum|trend|calculation|averaging|historical|price|moving|sliding) (?:window|period|length|span|history)s?"
    r"|(?<!test )(?<!backtest )(?<!sample )(?<!data )window(?= (?:is|was|isn't|wasn't|of|comes|came|amounts|spans|covers|runs|reaches|measures|equals|q)| ?[:=]))"
    r"|windows?|histor(?:y|ical)|ago|earlier|older|moving|averag(?:es?|ing|ed)(?! out)|smooth\w*|cumulat\w+|summed|standardi[sz]ed|normali[sz]ed|covarianc\w+|[sewd]?ma|rsi|momentum|trend\w*|signals?|rank\w*|scor\w+|compar\w+|measur\w+"
    r"|comput\w+|calculat\w+|work(?:ed|s|ing)? out|reckon\w*|sort\w*|judg\w+|decid\w+|decisions?|indicators?|filters?|channels?|breakouts?|high(?:s|est(?! \S+ returns?))?"
    r"|low(?:s|est(?! \S+ returns?))?|with the (?:best|worst|highest|lowest)|strength|strongest|weakest|winners?|losers?|rate of change|roc|inputs?|features?|consider\w*"
    r"|consult\w*|examin\w+|inspect\w*|checks?|checked|scans?|scanned|matter\w*|counts?|evidence|information|based on|built (?:from|on|up from)|draws? on"
    r"|driv\w+|rel(?:y|ies)(?: only)? on|rests? on|depends?(?: only)? on|goes by|watch\w*|determin\w+|select\w*|pick(?:s|ed|ing)?|choos\w+|chosen|stud(?:y|ies)"
    r"|assess\w*|evaluates|gaug\w+|readings?|derived|reacts?|looks?|formed (?:from|on|over)|taken (?:over|from|across|into account)|takes into account"
    r"|buys? (?:the|what|when|if)|(?:above|below) (?:its|the|their)"
    r"|(?:realis|realiz)ed vol\w*|(?:historical|implied|trailing) vol\w*|weigh\w*|digests?|knows|suffic\w+|extremes?|peaks? (?:triggers?|of the)|(?:opening |price |trading )?range(?= (?:of|over))|(?:exceeds?|breaks?|tops|clears?|crosses) (?:above |below |through )?(?:its|the|their|an?)"
    r"|(?:past|trailing|rolling|recent|closing|close|historical|daily|weekly|total|excess|cumulative|price|its|their|relative) (?:prices?|data|returns?|performance|history)"
    r"|of (?:\w+ ){0,2}(?:prices|closes|returns|history|quotes)|(?:means?|median|slope|sum|standard deviation|z-score|maximum|minimum)(?= (?:\w+ ){0,3}?(?:of|over|across|from) (?:(?:the|its|all|each) )?(?:\w+ )?(?:past|last|latest|previous|prior|trailing|preceding|most recent|\d))|returns?(?= (?:over|of (?:the|its|each)|of [\w&.]+ (?:over|in|across|during) (?:the )?(?:past|last|previous|prior|latest|trailing|preceding|most)|from|across|since|decide|determine|drive|set))|(?:prices?|closes)(?= (?:over|of|from|across|go|feed|determine|decide)))\b"
    r"|(?P<no>(?:regression|training|fitting|calibration) windows?|returned|earn(?:s|ed)|gained|lost|loses|made|grew|fell|rose|climbed|dropped|drawdowns?|sharpe|sortino|cagr|annuali[sz]ed"
    r"|compounded|(?:out|under)perform\w*|beat|lagged the|lagging|trail(?:s|ed) (?:the|its|behind)|profit\w*|p&l|pnl|losses|(?<!by )(?<!by its )(?<!by their )(?<!of its )(?<!of their )(?<!to its )(?<!to their )(?<!inverse )(?<!reacts to )(?<!responds to )(?<!depends on )(?<!follows )volatil\w*|correlat\w*"
    r"|back-?test\w*|simulat\w*|samples?|data ?sets?|train\w*|test\w*|held[- ]out|hold(?:ing)?[- ]out|withheld|validat\w*|folds?|walk-forward|purg\w*"
    r"|embargo\w*|re-?fit\w*|re-?estimat\w*|learn\w*|fit(?:ted|ting|s)?|calibrat\w*|review\w*|audit\w*|report\w*"
    r"|re-?balanc\w*|turnover|re-?set\w*|re-?shuffl\w*|adjusts?|held(?!\s*(?:[.,;]|$))|hold(?:s|ing)? (?:for|each|every|its|them|it|an?|the|positions?|periods?|times?)"
    r"|execut\w*|fill(?:s|ed)?|orders?|traded|trad(?:es|ing)(?! (?:days?|sessions?))|entry|exit(?:s|ed)?|delay\w*|lags?|stays? (?:in|for)|old high|previous (?:high|peak)|new high|high-water|underwater|under water|trough|bottom|stays? on|stayed|peak|wait\w*|settle(?!s? (?:on|for)\b)\w*|fees?|costs?|recover\w*"
    r"|label|target(?= (?:is|return|variable))|expected|available|live|track record|inception|lasted|lasts|took|stayed|warm-?up|matur\w+|forecast\w*|predict\w*|ahead|expir\w*|cool\w*|frequency"
    r"|schedule|interval|equity curve|reading list|notes(?! (?:\w+ly )?(?:says?|have|had|give|list|state|read|put|specify|call|use|set|tell|show|name|go|ask|want)\b)|regimes?|bear market|bull market|evaluated|flat|win rate|valid|(?:volume|time)-weighted|[vt]wap|fix|priced|results?|(?<!right )(?<!correct )(?<!true )(?<!actual )(?<!real )figures?|statistics|(?:bars|candles) of|sampl\w*|resolution|(?:19|20)\d\d)\b"
    r"|(?P<percent>\d ?%|[$€£]\d))"
)
_CORE = re.compile(r"signal|momentum|rank|moving|indicator|input|feature|reading|trend|scor")
_SAMPLED = re.compile(r"\b(?:sampl\w*|frequency|bars?|candles?|quotes|data|resolution|granularity)\b")


def _is_clock(match: re.Match[str]) -> bool:
    single = match["word"] or match["count"] in ("one", "1")
    return bool(single) and (match["unit"] or "").startswith(("sec", "min", "hour", "hr"))


_USES = re.compile(
    r"\b(?:uses|takes|goes by|goes with|settles on|settles for|opts for|works with|looks at|needs|is set to|has)(?: (?:only|just|exactly|merely|nothing but|no more than|the|its|last|past|latest|most recent|previous|trailing|full|whole|entire)){0,4} $"
)
_ENDS = re.compile(
    r"(?: by default| as (?:a|the) default| for (?:this|that|its \w+|the (?:signal|ranking|score)))? ?(?:[.;!)]|$|, (?:not|and|rather|instead|where|while|whereas|but|though|although|yet|so|q{3,})\b)"
)
_RULED = re.compile(
    r"\b(?:document\w*|methodology|q{3,}|the (?:strategy|model|rule|system))\b[^.;]{0,24}$|(?:^|, )it $"
)


def is_used(text: str, signs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a strategy is said to use a span, as of nothing else ("per the document, it uses 40 weeks")."""
    use = _USES.search(text, max(match.start() - 40, 0), match.start())
    return (
        use is not None
        and _ENDS.match(text, match.end()) is not None
        and _RULED.search(text, max(use.start() - 60, 0), use.start()) is not None
        and not any(sign["no"] or sign["percent"] for sign in signs)
    )


_TRAILING = re.compile(rf"\b{PAST}(?: \w+)? $")
_OVER = re.compile(
    r" (?:(?:is|are) (?:taken|measured|computed|formed|calculated) )?(?:over|across) (?:(?:the|a|an|one|just|only|about|exactly) )*"
)
_WINDOW = re.compile(r"[ -](?:(?:rolling|trailing|moving|look-?back|signal|formation|price) )?window\b")
_IS = re.compile(
    r"\b(?:is|are|was|were|has|have|can|will|may|might) (?!measured|computed|calculated|taken|formed|estimated|averaged|based|built|read|ranked|sorted|compared|judged|decided|determined|the |its |an? |over |of )(?=\w)"
)


def is_of_signal(text: str, signs: list[re.Match[str]], match: re.Match[str], *, by_itself: bool) -> bool:
    """Whether the word nearest to a span that tells what it is the length of is one of signals (or none is there, `by_itself`)."""
    start, end = match.span()
    sign = nearest(
        text,
        [sign for sign in signs if sign.end() <= start or sign.start() >= end],
        start,
        end,
        per_break=20,
        after=4,
        limit=90,
    )
    if sign is None or not sign["yes"]:
        return sign is None and by_itself
    if sign.end() <= start and start - sign.end() > 20 and not sign["strong"] and _IS.search(text, sign.end(), start):
        return False  # "a trend portfolio is close to noise even over nine years"
    windowed = _WINDOW.match(text, end) is not None and not any(sign["no"] for sign in signs)
    told = _LENGTH.match(sign[0]) is not None and 0 <= start - sign.end() <= _CLOSE
    if (
        not (windowed or told)
        and max((value.days for value in lengths(match)), default=0.0) > _LONGEST
        and (
            (
                not any(sign["strong"] or _CORE.match(sign[0]) for sign in signs)
                and not _TRAILING.search(text, max(start - 24, 0), start)
            )
            or any(sign["no"] for sign in signs)
        )
    ):
        return False
    if _is_clock(match) and _SAMPLED.search(text):
        return False
    if by_itself or _OVER.fullmatch(text, sign.end(), start):
        return True
    if (match["bare"] in ("session", "day", "hour", "minute", "bar") or match["word"] in ("a", "an")) and not any(
        other["strong"]
        for other in (sign, *(each for each in signs if each.end() <= start and ":" in text[each.end() : start]))
    ):
        return match["word"] is not None and sign.start() - end in (1, 2)
    return True
