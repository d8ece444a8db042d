"""How far back a signal looks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics import data_source
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.reach import AFTER, BEFORE, EVERYTHING, is_dropped
from validators.methodology.topics.spans import SPAN, Length, lengths, same_length
from validators.reasons import Reason

_LONGEST = 700  # trading days: more is looked at in a backtest, and seldom by a signal
key = "lookback"
cues = (
    "look", "consider", "consult", "examin", "ago", "earlier", "memory", "remember", "recall", "formation", "moving", "sma",
    "ema", "dma", "average", "averaging", "momentum", "window", "channel", "breakout", "signal", "rank", "horizon", "trend",
    "compar", "measur", "sort", "scor", "determin", "select", "pick", "decid", "decision", "strong", "winner", "loser",
    "weak", "best", "worst", "highest", "lowest", "judg", "uses", "using", "use ", "used", "need", "based on", "built",
    "rate of change", "roc", "rsi", " high", " low", "-high", "-low", "calculat", "comput", "choos",
    "older", "forget", "return", "goes by", "count", "matter", "before", "beyond", "ignor", "filter", "evaluat", "assess",
    "reading", "reads", "indicator", "back", "input", "feature", "driv", "history", "past ", "prices", "closes", "depend",
    "rest", "react", "span", "draws", "watch", "tak", "feed", "fed ", "sees ", "go into", "goes into", "data", "want", "enter", "peak", "extreme", "range", "digest", "weigh", "know", "field", "context", "sequence", "suffic", "enough", "smooth", "standardi", "cumulat", "mean", "deviation", "bands", "spread", "weight", "volatil", "risk", "reach", "stretch", "cover", "lies", "lie ", "z-score", "every day", "each day", "all ", "settles", "behind", "includes", "forgot",
)  # fmt: skip
also = (
    "no ", "nothing", "none", "n't", "not ", "without", "second", "min", "hour", "hr", "day", "session", "bar", "week", "wk",
    "month", " mo", "quarter", "year", "yr", "candle", "observation", "fixing", "settlement", "0 h", "2 h", "4 h", "6 h", "8 h", "0 d", "5 d", "2 d", "closes", "12-1", "6-1", "12 minus", "11-1", "9-1",
    "0d", "1d", "2d", "3d", "4d", "5d", "6d", "7d", "8d", "9d", "0w", "1w", "2w", "3w", "4w", "5w", "6w", "7w", "8w", "9w",
    "0m", "1m", "2m", "3m", "4m", "5m", "6m", "7m", "8m", "9m", "0y", "1y", "2y", "3y", "4y", "5y", "6y", "7y", "8y", "9y",
    "0h", "1h", "2h", "3h", "4h", "5h", "6h", "7h", "8h", "9h", "sma", "ema", "rsi", "roc", "since", "expanding", "today", "current", "returns", "prices", "quotes", "moves", "readings", "start", "begin", "launch", "inception", "first", "every", "each", "all ",
)  # fmt: skip

_PAST = r"(?:past|last|trailing|previous|prior|preceding|most recent|latest|rolling|foregoing)"
_SIGNS = re.compile(
    r"\b(?:(?P<yes>(?P<strong>look(?:s|ed|ing)?[- ]?backs?|histor(?:y|ies) (?:used|needed|required|consulted|considered|read|taken|behind)|how (?:far|deep)(?! ahead| forward| out)(?: back)?|into the past|receptive field|context (?:window|length)|(?:input|sequence) length|look(?:s|ed|ing)?(?= (?:only |just |no )?(?:at|over|across|to|further|as far)\b)"
    r"|(?:far|further|farther|go(?:es)?|going|reach\w*|stretch\w*|extend\w*|peer\w*|sees?|reads?|dat(?:es?|ing)|cast\w*|tak\w+) back"
    r"|sees only|(?:how much(?: of (?:the|its))?|how long a) (?:past|history)|memory|remember\w*|recall\w*|forget\w*|formation|(?<!forecast )(?<!forecasting )(?<!prediction )(?<!holding )(?<!investment )horizons?|(?:observation|signal|ranking|estimation|measurement"
    r"|momentum|trend|calculation|averaging|historical|price|moving|sliding) (?:window|period|length|span|history)s?"
    r"|(?<!test )(?<!backtest )(?<!sample )(?<!data )window(?= (?:is|was|isn't|wasn't|of|comes|came|amounts|spans|covers|runs|reaches|measures|equals|q)| ?[:=]))"
    r"|windows?|histor(?:y|ical)|ago|earlier|older|moving|averag(?:es?|ing|ed)(?! out)|smooth\w*|cumulat\w+|summed|standardi[sz]ed|normali[sz]ed|covarianc\w+|[sewd]?ma|rsi|momentum|trend\w*|signals?|rank\w*|scor\w+|compar\w+|measur\w+"
    r"|comput\w+|calculat\w+|sort\w*|judg\w+|decid\w+|decisions?|indicators?|filters?|channels?|breakouts?|high(?:s|est(?! \S+ returns?))?"
    r"|low(?:s|est(?! \S+ returns?))?|with the (?:best|worst|highest|lowest)|strength|strongest|weakest|winners?|losers?|rate of change|roc|inputs?|features?|consider\w*"
    r"|consult\w*|examin\w+|inspect\w*|scans?|scanned|matter\w*|counts?|evidence|information|based on|built (?:from|on|up from)|draws? on"
    r"|driv\w+|rel(?:y|ies)(?: only)? on|rests? on|depends?(?: only)? on|goes by|watch\w*|determin\w+|select\w*|pick(?:s|ed|ing)?|choos\w+|chosen|stud(?:y|ies)"
    r"|assess\w*|evaluates|gaug\w+|readings?|derived|reacts?|looks?|formed (?:from|on|over)|taken (?:over|from|across|into account)|takes into account"
    r"|buys? (?:the|what|when|if)|(?:above|below) (?:its|the|their)"
    r"|(?:realis|realiz)ed vol\w*|(?:historical|implied|trailing) vol\w*|weigh\w*|digests?|knows|suffic\w+|extremes?|peaks? (?:triggers?|of the)|(?:opening |price |trading )?range(?= (?:of|over))|(?:exceeds?|breaks?|tops|clears?|crosses) (?:above |below |through )?(?:its|the|their|an?)"
    r"|(?:past|trailing|rolling|recent|closing|close|historical|daily|weekly|total|excess|cumulative|price|its|their|relative) (?:prices?|data|returns?|performance|history)"
    r"|of (?:\w+ ){0,2}(?:prices|closes|returns|history|quotes)|(?:means?|median|slope|sum|standard deviation|z-score|maximum|minimum)(?= (?:\w+ ){0,3}?(?:of|over|across|from) (?:(?:the|its|all|each) )?(?:\w+ )?(?:past|last|latest|previous|prior|trailing|preceding|most recent|\d))|returns?(?= (?:over|of (?:the|its|each)|of [\w&.]+ (?:over|in|across|during) (?:the )?(?:past|last|previous|prior|latest|trailing|preceding|most)|from|across|since|decide|determine|drive|set))|(?:prices?|closes)(?= (?:over|of|from|across|go|feed|determine|decide)))\b"
    r"|(?P<no>(?:regression|training|fitting|calibration) windows?|returned|earn(?:s|ed)|gained|lost|loses|made|grew|fell|rose|climbed|dropped|drawdowns?|sharpe|sortino|cagr|annuali[sz]ed"
    r"|compounded|(?:out|under)perform\w*|beat|lagged the|lagging|trail(?:s|ed) (?:the|its|behind)|profit\w*|p&l|pnl|losses|volatil\w*|correlat\w*"
    r"|back-?test\w*|simulat\w*|samples?|data ?sets?|train\w*|test\w*|held[- ]out|hold(?:ing)?[- ]out|withheld|validat\w*|folds?|walk-forward|purg\w*"
    r"|embargo\w*|re-?fit\w*|re-?estimat\w*|learn\w*|fit(?:ted|ting|s)?|calibrat\w*|review\w*|audit\w*|report\w*"
    r"|re-?balanc\w*|turnover|re-?set\w*|re-?shuffl\w*|adjusts?|held|hold(?:s|ing)? (?:for|each|every|its|them|it|an?|the|positions?|periods?|times?)"
    r"|execut\w*|fill(?:s|ed)?|orders?|traded|trad(?:es|ing)(?! (?:days?|sessions?))|entry|exit(?:s|ed)?|delay\w*|lags?|old high|previous (?:high|peak)|new high|high-water|underwater|under water|trough|bottom|stays? on|stayed|peak|wait\w*|settle\w*|fees?|costs?|recover\w*"
    r"|label|target(?= (?:is|return|variable))|expected|available|live|track record|inception|lasted|lasts|took|stayed|warm-?up|matur\w+|forecast\w*|predict\w*|ahead|expir\w*|cool\w*|frequency"
    r"|schedule|interval|equity curve|reading list|notes|regimes?|bear market|bull market|evaluated|flat|win rate|valid|(?:volume|time)-weighted|[vt]wap|fix|priced|results?|figures?|statistics|(?:bars|candles) of|sampl\w*|resolution|(?:19|20)\d\d)\b"
    r"|(?P<percent>\d ?%|[$€£]\d))"
)
_SOURCE = re.compile(  # "uses 90 days of data"
    r"(?:'s?|s')?(?: worth)? of (?:(?:\w+[ -]){1,3})?(?:data|past|history|histories|prices?|closes|returns|quotes|observations|settlements|rates|filings|reports|accounts|earnings|readings|candles|bars|levels|volatility|ticks|trades|releases|dividends|fixings|premiums?|figures|numbers|gaps|values|statistics)\b"
)
_FED = re.compile(
    r"\b(?:us(?:es?|ing)|needs?|wants?|requires?|takes?(?: in)?|reads?|(?:is|are) fed(?: with| on)?|digests|eats|consumes|works? (?:on|with|from)|makes? do with|gets? by (?:on|with)|looks? at|considers?|demands?|calls? for|draws? on"
    r"|asks? for|lives? on|feeds? on|remembers?|has|have|keeps?|given)(?: (?:just|only|about|roughly|some|at least|the|its|a mere|a|no more than|nothing but|last|past|latest|most recent|trailing|full|whole))*[ -]$"
)
_FEEDS = re.compile(
    r" (?:(?:are|is|get|gets) (?:\w+ly )?(?:fed|used|needed|taken|read|looked at|required|enough|put|all)|goes?|enters?|feeds?|flows?|suffices?|drives?|decides?|determines?|matters?|counts?|go(?:es)? into|make up)\b"
)
_OF_RUN = re.compile(r"\b(?:recover\w*|under ?water|drawdown\w*|from peak to|peak to trough)\b")
_OF_TEST = re.compile(
    r"\b(?:back-?tests?|tests?|tested|simulat\w*|samples?|archive|vendor|runs?|evaluat\w*|validat\w*|stud(?:y|ies)|train\w*|fit\w*|estimat\w*|learn\w*|calibrat\w*|results?|record|download\w*|recover\w*|report|paper)\b"
)
_LAST_VALUES = re.compile(
    rf"\b(?:shown|fed|given|sees?|reads?|uses?|takes?|looks? at|are|is|inputs?|on|from|of|over) (?:only |just )?the (?:last|past|latest|previous|most recent|trailing|preceding) (?P<n>{NUMBER}) (?:(?:daily|closing|log|past) )?(?:returns|prices|quotes|moves|changes|values|readings)\b(?! (?:were|was|averaged))"
)
_REFIT = re.compile(r"\bre-?(?:train|fit|estimat|calibrat|learn|tun)|\b(?:fitted|trained|grown)\b")
_YARDSTICK = re.compile(
    r"\b(?:whatever|no matter what|regardless of(?: what)?|beside|besides|next to|alongside|relative to|beat(?:s|ing)?|outperform\w*|trails|lags|yardstick)(?: of)? (?:(?:the|an?|some|simple|plain|naive|usual|its|either) )*$"
)
_AVERAGE = re.compile(r"[ -](?:simple )?(?:moving )?[ -]?(?:average|sma|ma)\b")
_CORE = re.compile(r"signal|momentum|rank|moving|indicator|input|feature|reading|trend|scor")
_COUNTED = re.compile(
    r"\b(?:look-?back|momentum|signal|ranking|formation)(?: (?:window|period|length))?(?: q+)? \(?(?:in |trading )*(?P<unit>days?|sessions?|bars?|weeks?|months?|years?|hours?)\)?[ :=|]+(?:is |of |are )?(?P<count>\d{1,4})\b"
    r"|\bnumber of (?:trading )?(?P<unit2>days|sessions|bars|weeks|months|years|hours) (?:in|of) (?:the |its )?(?:look-?back|(?:signal |ranking )?window)[^.;]{0,12}?[ :=](?P<count2>\d{1,4})\b"
)
_BEFORE = re.compile(
    r"\b(?:(?:used|valid|applied|frozen|unchanged|kept as (?:it is|they are)|left alone|live|runs?|good) for(?: (?:just|only|exactly|the))?[ -]$)|\b(?:every|each|per|once|twice|times|within|next|following|another|coming|upcoming|subsequent|after|for the first|first"
    r"|(?:quarter|half|third|\w+th)s? of|(?:skip\w*|exclud\w*|omit\w*|leav\w+(?: \w+)? out|leaves?|except\w*|apart from|minus|lagg?\w*(?: \w+){0,3} by|lagg?\w*|less|without|delay\w*|drop\w*"
    r"|gap of|save for|bar|other than|setting aside|passes over)(?: (?:for|of|by|the|out|most|recent|its|latest|last|a))*)[ -]$"
    r"|(?:%|\bper ?cent|\bbps?|\bpoints|\btimes)(?: in)?[ -]$|\b(?:today|tomorrow|now|expect\w*|com(?:e|es|ing)|arriv\w*|appear\w*|fires?|due|may|might|will|until)\b[^.;:]{0,40}\bin[ -]$"
)
_LIMIT = re.compile(
    r"\b(?:older|earlier|longer|farther|further(?: back)?|farther(?: back)?|more|beyond|before|prior to)(?: than)?(?: the)?"
    rf"(?: {_PAST})? $"
)
_LIMITED = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|ignor\w*|forg[eo]t\w*|drop\w*|discard\w*|disregard\w*|irrelevant)\b|n't\b"
)
_AFTER = re.compile(
    r" (?:before|until) (?:the )?(?:close|end|bell|open|month|quarter|year|week|expiry|auction)\b| (?:thrown away|removed|cut off|taken out)\b|,? (?:to|for) (?:fit|train|estimate|learn|fitting|training|estimation)\b| (?:have|has|had) (?:\w+ )?(?:passed|elapsed|gone(?: by)?|gone past)\b| to (?:choose|pick|select|go|run|expiry|maturity)\b| (?:later|longer|shorter|earlier|sooner|younger|old)\b| (?:per|a|each|every) (?:day|week|month|quarter|year)\b|(?:'s?)?[ -](?:away|off|apart|from now|to come|after|later|delay\w*|lag\b|wait\w*|ahead|in advance|hold(?:ing)? (?:period|time)|re-?balanc\w*|re-?set|schedule|cycle"
    r"|cadence|interval|treasur\w*|bonds?|notes?|bills?|futures|forwards?|maturit\w*|libor|rates?\b(?! of change)|yield\w*|out-of-sample|skip\w*|gap\b|old\b"
    r"|(?:rolling )?(?:sharpe|volatility|back-?test)|hold-?out|train\w*|test\w*|(?:in|out)(?=[,.;]| (?:and|then|to)\b|$)|of (?:fitting|training|estimation)|at a time|that follow\b|(?:of|in) (?:the|each|every|our|its) (?:whole |full |entire )?(?:week|month|quarter|year|sample|data\w*|dates|history|days|observations|rows|tape|time|series|record|archive|file))\b"
    r"|,? (?:on average|in the mean|or so)\b|(?: in)?,? (?:and )?(?:then )?(?:a|one|two|three|\d) (?:years?|months?|quarters?) out\b| (?:of fitting|of training|out)\b"
    r"|,? (?:is |are |being |gets? )?(?:always |then |itself )?(?:skipped|excluded|omitted|left out|dropped|ignored|not (?:counted|included|used)|left aside|set aside|excepted)\b"
)
_STATISTIC = re.compile(r"\b(?:sharpe|sortino|calmar|annuali[sz]\w*|information ratio)\b[^.;:]*$")
_AVERAGED = re.compile(r"\d+\.\d+")  # nobody sets a window of 12.6 days
_GRAIN = re.compile(r"[ -](?:bars?|candles?|klines?|data|quotes?|prices|closes|snapshots?|ticks?|resolution|grid)\b")
_SAMPLED = re.compile(r"\b(?:sampl\w*|frequency|bars?|candles?|quotes|data|resolution|granularity)\b")
_TODAY = r"(?:today's|(?:the )?(?:day's|current|latest|present|present-day|moment's)(?: own)?|the (?:day|present)'s)"
_GONE = (
    r"(?:need(?:ed|s)?|required|necessary|used|consulted|considered|examined|looked|taken|involved|enters?|matters?|counts?|kept|at all|goes|go"
    r"|plays?|is (?:\w+ )?(?:needed|required|used|consulted|looked at))"
)
_NO_LOOKBACK = re.compile(
    r"\b(?:(?:no|without(?: any| a)?|zero|not any) (?:\w+ )?look-?back(?:s| windows?| periods?)?\b(?! (?:(?:is|are|was|were) )?(?:\w+ )?(?:tuned|fitted|optimi|searched|learn|trained|estimated|chosen|of q))"
    r"|(?:no|without(?: any)?|not (?:need|use|require|consult) (?:any )?|zero) ?(?:price |market |trading |past |historical )?(?:history|memory|past(?: prices?| data| returns| values| closes)?"
    rf"|(?:historical|previous|earlier) (?:prices?|data|returns|closes))(?=(?: (?:is|are|was|were))?(?: \w+ly)? {_GONE}\b| ?(?:[.,;:)]|$))"
    r"|(?:needs?|requires?|uses?|has|keeps?|consults?) no (?:price |market |trading |past |historical )?(?:look-?back|history|memory|past prices?|past data|historical (?:prices|data))\b(?! (?:beyond|before|older|longer|further|prior))"
    r"|(?:do|does)(?:n't| not) look back(?! (?:by |over |to |for )?(?:the |a |an |\d|more|further|beyond|only)| (?:[a-z]+[ -]){1,3}(?:day|week|month|year|session|hour|minute|second|bar|quarter)s?\b)"
    r"|(?:does|do)(?:n't| not) (?:look at|use|need|consult|require|consider|read|remember|draw on) (?:any |a single |one )?(?:price |market |past |historical |trading )*(?:history|prices?|past|memory|look-?back)\b(?= at all|\W*$)"
    r"|(?:does|do)(?:n't| not) (?:look at|use|need|consult|require|consider|remember|draw on) (?:any |a single |one )(?:past|price|historical|previous) (?:history|prices?|data|returns?)\b"
    rf"|(?:only|solely|just|nothing but|nothing beyond|nothing other than) {_TODAY} (?:\w+ )?(?:prices?|figures?|data|quotes?|curve|values?|observations?|snapshot|readings?|levels?) (?:counts?|matters?|enters?|decides?|(?:is|are) (?:\w+ )?(?:used|needed|read|looked at|consulted|considered))"
    r"|(?:signals?|rules?|decisions?|positions?|strategy|q{3,}|it) (?:\w+ )?(?:depends?|rests?|relies|is driven|are driven|is decided|are decided) (?:only |solely )?(?:on|by) (?:nothing but )?the (?:calendar|date|season)(?: alone| only)"
    r"|remembers? nothing|has no memory|past prices? (?:play|plays|have|has) no (?:part|role)|memory-?less)\b"
)
_NONE_SAID = re.compile(
    r"\b(?:look-?back(?: (?:window|period|length))?|memory|formation period|how much(?: of (?:the|its))? (?:past|history)|(?:signal|observation|ranking) window)\b[^.,;]{0,60}?(?:[:=,|-]|\b(?:is|has|of|and|q+)) ?(?P<none>none|nil|n/a|zero)\b(?! of| other)"
)


_ABOUT = re.compile(
    r"\b(?:about|roughly|around|some|approximately|nearly|almost|just (?:over|under)|close to|more or less|a good|say|i\.e\.) (?:the (?:past|last) )?$"
)
_NO_PRICES = (Length(count=0.0, unit="price"),)  # which leaves the history of other data open
_SINCE_THE_START = Length(count=1_000.0, unit="year")
_EVERYTHING = re.compile(
    r"\b(?:expanding (?:window|sample|history)|(?:all|everything|every \w+|the (?:whole|entire|full) (?:history|past|record))[^.;,]{0,30}? ?(?:since|from) (?:the |its )?(?:very )?(?:sample|series|data|history|start|beginning|inception|first)"
    r"|all (?:of )?(?:the )?(?:available |past )?history|since (?:inception|the (?:sample|series|data) (?:began|begins|starts|started)))\b"
)
_OPENING = re.compile(
    r" (?:of|in|into|from|after) (?:the |each |every |a |its )?(?:trading )?(?:session|day|open\w*|bell)\b"
)


def read(fact: FactValue) -> tuple[Length, ...] | None:
    """A document's spans; () for none, None where its words hold no span."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    if says_none(text) or _NO_LOOKBACK.search(text):
        return ()
    if _EVERYTHING.search(text):
        return (_SINCE_THE_START,)
    text = re.sub(r"\b(\d+)-1\b", r"\1 months and 1", text)
    most = _MOST.search(text) is not None or _RANGE.search(text) is not None
    return (
        tuple(
            replace(length, most=most)
            for match in SPAN.finditer(text)
            if not _is_skipped(text, match)
            for length in lengths(match)
        )
        or None
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every span over which a passage says that a signal looks back."""
    for match in _NO_LOOKBACK.finditer(text):
        yield Stated(
            start=match.start(), end=match.end(), value=_NO_PRICES if "price" in match[0] else (), asserted=True
        )
    for match in _NONE_SAID.finditer(text):
        yield Stated(start=match.start("none"), end=match.end("none"), value=(), asserted=True)
    for match in _COUNTED.finditer(text):
        unit, count = match["unit"] or match["unit2"], match["count"] or match["count2"]
        yield Stated(
            start=match.start(), end=match.end(), value=(Length(count=float(count), unit=unit.removesuffix("s")),)
        )
    signs = None
    for match in _EVERYTHING.finditer(text):
        signs = signs or list(_SIGNS.finditer(text))
        sign = nearest(text, signs, match.start(), match.end(), per_break=20, after=4, limit=60)
        if sign is not None and sign["strong"]:
            yield Stated(start=match.start(), end=match.end(), value=(_SINCE_THE_START,))
    for match in EVERYTHING.finditer(text):
        if not (_OF_TEST.search(text, max(match.start() - 60, 0), match.end() + 40) or _REFIT.search(text)):
            yield Stated(start=match.start(), end=match.end(), value=(_SINCE_THE_START,))
    for match in _LAST_VALUES.finditer(text):
        count = number(match["n"])
        if count and not _OF_TEST.search(text) and not _OF_RUN.search(text):
            yield Stated(start=match.start(), end=match.end(), value=(Length(count=count, unit="bar"),))
    told = 0
    for match in SPAN.finditer(text):
        limit = _LIMIT.search(text, max(match.start() - 40, 0), match.start())
        if _LEVEL.search(text, max(match.start() - 14, 0), match.start()) and ", or" in match[0]:
            continue  # "its RSI is over 60, or eight sessions have passed"
        if (limit is None and _AFTER.match(text, match.end())) or _is_skipped(text, match) or _is_grain(text, match):
            continue
        if signs is None:
            signs = list(_SIGNS.finditer(text))
        about = _ABOUT.search(text, max(match.start() - 24, 0), match.start()) is not None
        most = _MOST.search(text, max(match.start() - 40, 0), match.end() + 24) is not None
        value = tuple(replace(length, about=about, most=most) for length in lengths(match))
        if (
            _AVERAGED.fullmatch(match["count"] or "")
            or not value
            or (_OF_RUN.search(text) and not any(sign["strong"] for sign in signs))
            or _is_yardstick(text, match)
            or (_STATISTIC.search(text, 0, match.start()) and not any(sign["strong"] for sign in signs))
            or not (
                _is_fed(text, match)
                or _is_reached(text, signs, match)
                or _is_used(text, signs, match)
                or _is_of_signal(text, signs, match, by_itself=limit is not None)
                or _goes_on(text, signs, told, match)
                or (
                    _TAKEN_OVER.search(text, max(match.start() - 110, 0), match.start()) is not None
                    and _OF_RUN.search(text) is None
                    and not _STATISTIC.search(text)
                )
            )
        ):
            continue
        told = match.end()
        if limit is None and is_dropped(text, match.start(), match.end()):
            continue
        if limit is None:
            yield Stated(start=match.start(), end=match.end(), value=value)
        elif _LIMITED.search(text, max(limit.start() - 60, 0), limit.start() + 1) or _LEFT.match(text, match.end()):
            yield Stated(start=limit.start(), end=match.end(), value=value, asserted=True)


def conflict(
    stated: tuple[Length, ...], *, asserted: bool, fact: tuple[Length, ...], document: MethodologyDocument
) -> Reason | None:
    """A span that the document does not name, or any where it names none."""
    if stated == _NO_PRICES:
        data = data_source.read(document.facts.get("data_source", "prices"))
        if data is not None and data.kinds and "price" not in data.kinds:
            return None
        stated = ()
    if not stated and fact == (_SINCE_THE_START,):
        return None  # no window is what a history without an end is
    if not stated:
        return Reason.CONTRADICTS_DOCUMENT if asserted and fact else None
    if not asserted:
        same = bool(fact) and all(any(same_length(value, other) for other in fact) for value in stated)
        return Reason.CONTRADICTS_DOCUMENT if same else None
    if not fact:
        return Reason.INAPPLICABLE_TOPIC
    agrees = all(any(same_length(value, other) or _is_within(value, other) for other in fact) for value in stated)
    return None if agrees else Reason.CONTRADICTS_DOCUMENT


_LEFT = re.compile(
    r"(?: \w+){0,3}? (?:is|are|gets?|plays?|has|have|counts?|matters?|does|do|never)(?:n't)?\b[^.,;]{0,24}?\b(?:no|not|never|nothing|ignor\w*|forg[eo]t\w*|drop\w*|discard\w*|disregard\w*|irrelevant|left out|unused)\b|(?: \w+){0,3}? (?:is|are|does|do)n't\b"
)
_LEVEL = re.compile(r"\b(?:over|above|below|under|at|to|than|reaches|beyond) $")
_RANGE = re.compile(rf"\b(?:from|between) {NUMBER} (?:\w+ )?(?:to|and|up to) {NUMBER}\b|\b\d+ ?(?:to|-) ?\d+\b")
_MOST = re.compile(
    r"\b(?:up to|at (?:the )?most|no (?:more|longer|further) than|maximum|max|longest|farthest|furthest|not (?:more|longer) than|never more than|(?:or|and) (?:less|shorter))\b"
)


def _is_within(value: Length, longest: Length) -> bool:
    """Whether a document has windows "up to" a length, and another is one of the shorter ones."""
    return longest.most and not value.most and value.days <= longest.days


_TELLING = re.compile(r"[a-z]{6,}")
_COMMON = frozenset(
    "return returns window windows signal signals average averages period periods trading prices closes months lookback length momentum history measured computed ranking ranked strategy market markets between latest moving rolling trailing previous recent document position positions portfolio session sessions trades bought system number values higher highest lowest twelve twenty quarter months weekly monthly looking before should itself always simply exactly measure measures decision decisions compared because through without however therefore".split()
)


def is_named(stated: tuple[Length, ...], body: str, beside: str) -> bool:
    """Whether a document's text names each of the lengths, and something else that stands beside them in the answer too."""
    if not stated or stated == _NO_PRICES:
        return False
    ours = _stems(beside)
    return bool(ours) and all(
        any(ours & stems and any(same_length(value, other) for other in told) for told, stems in _named_in(body))
        for value in stated
    )


@lru_cache(maxsize=1024)
def _named_in(body: str) -> tuple[tuple[tuple[Length, ...], frozenset[str]], ...]:
    """The lengths that a document's text names, with the stems of the words that stand beside them."""
    told = fold(body)
    return tuple(
        (tuple(lengths(match)), _stems(told[max(match.start() - 80, 0) : match.end() + 80], common=frozenset()))
        for match in SPAN.finditer(told)
    )


def _stems(text: str, *, common: frozenset[str] = _COMMON) -> frozenset[str]:
    return frozenset(word[:6] for word in set(_TELLING.findall(text)) - common)


def _is_skipped(text: str, match: re.Match[str]) -> bool:
    """Whether a span is left out of what is looked at, or tells how often or when something is done."""
    if (match["unit"] or "").startswith(("min", "hour", "hr")) and _OPENING.match(text, match.end()):
        return False  # the range in which a session opens
    if match["latest"] and re.search(
        r"\b(?:as|than) (?:in |during )?$", text[max(match.start() - 14, 0) : match.start()]
    ):
        return True  # "twice as many as last year"
    return _BEFORE.search(text, max(match.start() - 50, 0), match.start()) is not None


def _is_clock(match: re.Match[str]) -> bool:
    single = match["word"] or match["count"] in ("one", "1")
    return bool(single) and (match["unit"] or "").startswith(("sec", "min", "hour", "hr"))


def _is_grain(text: str, match: re.Match[str]) -> bool:
    """Whether a span is that of one bar of the data."""
    single = (
        match["word"]
        or match["count"] in ("one", "1")
        or (match["unit"] or "").startswith(("sec", "min", "hour", "hr", "h"))
    )
    return bool(single) and _GRAIN.match(text, match.end()) is not None


def _is_yardstick(text: str, match: re.Match[str]) -> bool:
    """Whether an average is only what a result is held against."""
    return (
        _AVERAGE.match(text, match.end()) is not None
        and _YARDSTICK.search(text, max(match.start() - 50, 0), match.start()) is not None
    )


def _is_fed(text: str, match: re.Match[str]) -> bool:
    """Whether a span is how much data something takes, and that is no test of it."""
    source = _SOURCE.match(text, match.end())
    return (
        source is not None
        and (
            _FED.search(text, max(match.start() - 60, 0), match.start()) is not None
            or _FEEDS.match(text, source.end()) is not None
        )
        and _OF_TEST.search(text, max(match.start() - 60, 0), match.end() + 40) is None
    )


def _is_reached(text: str, signs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether something that is measured is said to reach over a span, and no test or result is spoken of."""
    test = _OF_TEST.search(text, max(match.start() - 60, 0), match.end() + 40)
    if match["bare"] or (test and not (test[0].startswith("estimat") and "volatil" in text)) or _OF_RUN.search(text):
        return False
    if BEFORE.search(text, max(match.start() - 110, 0), match.start()):
        return True
    after = AFTER.match(text, match.end())
    return after is not None and not any(
        sign["no"] and match.end() <= sign.start() < after.end() + 16 for sign in signs
    )


_TAKEN_OVER = re.compile(
    r"\b(?:volatilit\w+|correlations?|covarianc\w+|betas?|z-scores?|spreads?|means?|averages?|ranks?|carry|slopes?|momentum|trends?|ranges?|weights?|signals?|scores?|thresholds?)\b[^.;:,]{0,40}? (?:estimated|measured|computed|calculated|taken|averaged|smoothed|derived|determined|worked out|come|comes) (?:\w+ )?(?:over|across|from|on|with|using|by)(?: (?:the|its|a|only|just|past|last|previous|trailing|preceding|most recent|rolling))* $"
)
_USES = re.compile(
    r"\b(?:uses|takes|goes by|works with|looks at|needs|is set to|has)(?: (?:only|just|exactly|the (?:last|past)))? $"
)
_ENDS = re.compile(r" ?(?:[.;!)]|$|, (?:not|and|rather|instead|where|while|whereas|but|though|although|yet|so)\b)")
_RULED = re.compile(r"\b(?:document\w*|methodology|q{3,}|the (?:strategy|model|rule|system))\b[^.;]{0,24}$")


def _is_used(text: str, signs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a strategy is said to use a span, as of nothing else ("per the document, it uses 40 weeks")."""
    use = _USES.search(text, max(match.start() - 40, 0), match.start())
    return (
        use is not None
        and _ENDS.match(text, match.end()) is not None
        and _RULED.search(text, max(use.start() - 60, 0), use.start() + 1) is not None
        and not any(sign["no"] or sign["percent"] for sign in signs)
    )


def _goes_on(text: str, signs: list[re.Match[str]], told: int, match: re.Match[str]) -> bool:
    """Whether a span follows one that is told, as in "you wrote 20 days, the document has 90 days"."""
    return (
        told > 0
        and 0 <= match.start() - told <= 70
        and _CONTRAST.search(text, told, match.start()) is not None
        and not any(sign["no"] and told <= sign.start() < match.end() + 30 for sign in signs)
    )


_CONTRAST = re.compile(
    r"\b(?:not|but|where|while|whereas|against|versus|instead|rather|should|correct|right|really|document\w*|methodology|file|has one of|it's|it is)\b"
)


_TRAILING = re.compile(rf"\b{_PAST}(?: \w+)? $")
_OVER = re.compile(r" (?:over|across) (?:(?:the|a|an|one|just|only|about|exactly) )*")
_WINDOW = re.compile(r"[ -](?:(?:rolling|trailing|moving|look-?back|signal|formation|price) )?window\b")


_IS = re.compile(
    r"\b(?:is|are|was|were|has|have|can|will|may|might) (?!measured|computed|calculated|taken|formed|estimated|averaged|based|built|read|ranked|sorted|compared|judged|decided|determined|the |its |an? |over |of )(?=\w)"
)


def _is_of_signal(text: str, signs: list[re.Match[str]], match: re.Match[str], *, by_itself: bool) -> bool:
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
    if (
        not windowed
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
