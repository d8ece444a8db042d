"""Sentences that report how a run went: what was counted, dealt, made or lost in it. A number in them is a result and no setting."""

import re

from validators.methodology.clauses import JOINT, clause_around
from validators.methodology.topics.amounts import NUMBER

_STATE = (
    r"(?:up|down|positive|negative|profitable|unprofitable|winning|losing|winners?|losers?|flat|green|red|even|in (?:the )?(?:black|red|green|plus|minus|profit|cash|loss|a position|drawdown)|under ?water|on top|ahead|behind|above water"
    r"|better|worse|good|bad|best|worst)"
)
_WENT = r"(?:gained|lost|(?:ma(?:de|kes?)|loses?|lost|earns?) (?:money|a (?:gain|profit|loss))|won|rose|fell|earned|ended|closed|finished|beat|trailed|lagged|paid off|broke even|saw|brought|showed|passed|went (?:by|up|down)|elapsed|was spent|were spent|turned)"
_FARED = re.compile(  # "thirty months were up"
    rf"(?: of (?:the|those|these|all) \w+)?(?: \w+ly)? (?:(?:were|was|are|is|had been|has been|came out|turned out|proved|stayed|remained)(?: \w+ly| only| also| even)? {_STATE}\b|{_WENT}\b)"
    rf"| (?:did|does|do|fared|performed) (?:\w+ )?(?:better|worse|best|well|badly)\b|(?: together| alone| combined| both)? (?:exceed(?:s|ed)?|account(?:s|ed)? for|outweigh\w*|contribut\w+)\b"
    rf"| (?:with|of|in|at) (?:an? )?(?:\w+ )?(?:gains?|loss(?:es)?|profits?|(?<=in )cash|drawdown|(?:positive|negative) returns?)\b"
    rf"| {_STATE}(?=,| (?:and|against|to|versus|vs\.?) (?:\d|{NUMBER}\b))"
)
_RECOVERED = re.compile(  # "it needed 204 days to get back to the old high"
    r" (?:to (?:get back|come back|climb|recover|regain|reach|return to|make up|break even|surpass|set|heal|double)|(?:until|till|before) (?:the|a|its) (?:\w+ )?(?:high|peak|low|top|level|recovery|drawdown))\b"
)
_OUT_OF = re.compile(
    rf"(?<![\w.])(?:(?!one of (?!the|its))(?:{NUMBER})|half|most|many|some|all|none|all but \w+) (?:out )?of (?:the |its |all |these |those )?$"
)
_OUTCOME = (
    r"(?:draw-?downs?|loss(?:es)?|gains?|profits?|p&l|pnl|returns?|declines?|falls?|drops?|setbacks?|slumps?|turnover|volatility|cagr|sharpe|win rate|hit rate|profit factor|pay-?off|streaks?|runs?(?= of)|exposure(?= (?:averag|of (?:about|roughly|around|some|nearly|just)))"
    r"|(?:really |very |truly |rather |particularly )?(?:bad|good|worst|best|losing|winning|poor|strong|weak|rough|red|green|terrible|awful|great|fair) (?:days?|weeks?|months?|quarters?|years?|trades?)"
    r"|(?:typical|average|ordinary|normal|median|mean|single) (?:days?|weeks?|months?|quarters?|years?|winners?|losers?)|(?:long|short) (?:leg|side|book)|(?:winners?|losers?)"
    r"|(?:difference|gap|drag|spread between|advantage|improvement|deterioration|penalty|lead|shortfall|edge|excess))"
)
_IS = r"(?:of|is|was|were|are|at|costs?|takes?|took|came to|comes to|averages?|averaged|averaging|stands at|stood at|reache[sd]|peaks? at|peaked at|amounts? to|amounted to|equals?|equalled|wiped out|wipes out|lost|loses|made|makes|brings?|brought|ate|eats|cut|cuts|halved|halves|around|about|:)"
_OF_OUTCOME = re.compile(  # "a really bad day costs roughly 1%"
    rf"\b{_OUTCOME}(?: (?:in|on|over|for|during|alone|itself|here|also|still|only|even|now|then|from|between|the|this|that|its|\w+ly|19\d\d|20\d\d)){{0,4}} ?{_IS}"
    r"(?: (?:about|perhaps|maybe|roughly|around|nearly|almost|just|some|only|(?:two|three|four|five|six) (?:or|to)|as much as|more than|less than|over|under|close to|a|an|the|another|up|down|to|by|well|\w+ly))*[ (]$"
)
_OF_MEASURE = re.compile(  # "a hit rate of 55% in training"
    r"\b(?:hit rates?|win rates?|accurac(?:y|ies)|precision|recall|auc|ics?|r-?squared|errors?|(?:returns?|gains?|loss(?:es)?|cagr|sharpe(?: ratio)?|draw-?downs?|volatility|alpha|spread|profits?|performance|result|excess|turnover)(?! (?:was|were|is|are) (?:measured|computed|taken|quoted|reported|calculated)))"
    r"(?: (?:the|its|this|that|in|on|also|still|then|here|only|about|roughly|even|alone|net|gross|before|after|costs|fees)){0,4} ?(?:is|was|were|are|of|at|:|=|fell|falls|drops|dropped|came|comes|rose|rises|reached|stood|stands|from|to|between|with|averaged)(?: (?:to|from|at|about|roughly|around|only|just|a|an|by|over|under|some|nearly|almost|still))*[ (]"
    r"(?:[\d.]+ ?%? (?:in|on|for|over|during) (?:[\w-]+ ){0,3}?[\w-]+(?:,? and|,) ){0,3}$"
)
_PERCENT = re.compile(r"\d[\d.]* ?(?:%|per ?cent\b)")
_MADE = re.compile(r"\b(?:made|earned|gained|lost|returned|rose|fell|grew|yielded|cost)\b[^.;:]{0,50}$")
_PLACED = re.compile(
    r"\b(?:first|last|final|earliest|latest|oldest|newest|remaining|other|initial|with|on|using|from) (?:the )?$"
)
_DEALT = re.compile(  # "80 units bought at $41.52"
    r"(?: (?:each|of \w+))?(?: (?:were|was|are|is|got|being|then))? (?:bought|sold|purchased|acquired|shorted|covered|closed|opened|traded|exchanged|changed hands)\b"
    r"(?=[^.;]{0,40}?(?:[$€£] ?\d|\b(?:at|for|around|near) \d|\bon (?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bin (?:all|total)|\b(?:over|during) the))"
    r"|(?: of \w+)? (?:at|for) (?:[$€£] ?\d|\d[\d,]*\.\d)"
)
_TRADED_IN_ALL = re.compile(
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d{4,}) (?:contracts|shares|units|lots|coins|tokens|orders|trades|options|puts|calls)\b"
)
_MORE = re.compile(  # "the extra 6 bps"
    r"\b(?:extra|additional|further|another|added|remaining|incremental|missing|saved) $"
    r"|\b(?:extra|additional|further|another|added|incremental) (?:\w+ )?(?:of )?$"
)
_MORE_AFTER = re.compile(
    r"(?: (?:per side|a side|per trade|each way|in (?:fees?|costs?)))? (?:more|extra|higher|lower|less|cheaper|dearer|saved)\b(?! than (?:once|twice))"
)
_CHANGE = re.compile(  # "going from free trading to 25 bps", "between 5 and 10 bps the return drops"
    r"\b(?:go(?:es|ing)?|mov(?:es?|ing)|rais(?:es?|ing)|lower(?:s|ing)?|cut(?:s|ting)?|step(?:s|ping)?|increas(?:es?|ing)|reduc(?:es?|ing)|jump(?:s|ing)?|switch(?:es|ing)?|chang(?:es?|ing)|doubl(?:es?|ing)|halv(?:es?|ing)|the (?:step|move|jump|change|way|rise|cut|increase|reduction))"
    r" (?:(?:it|them|fees?|costs?|the|per-side|leverage|exposure|up|down|all|way) ){0,3}(?:from|between|to|by|up to)\b[^.;:]{0,50}$"
)
_EFFECT = re.compile(
    r"[^.;:]{0,60}?\b(?:cost|costs|would cost|lowers?|lowered|raises?|raised|takes|took|reduc(?:es|ed)|cuts?|shav(?:es|ed)|adds?|added|improv(?:es|ed)|worsens?|changes?|changed|makes?|made|leaves|left|brings?|brought|drops?|dropped|turns?|turned|eats?|ate|halves|hardly|barely|loses|lost|gains?|means|wip(?:es|ed))\b"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*,? (?:19|20)\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_ON_THE_DAY = re.compile(rf"[^.;:,]{{0,40}}?,? (?:on|as of|as at|at the (?:close|end) of) (?:the )?{_DAY}")
_ON_THE_DAY_BEFORE = re.compile(
    rf"(?:^|[.;:] )(?:on|as of|as at|at the (?:close|end) of) (?:the )?{_DAY},? [^.;:]{{0,60}}$"
)
_PER_TRADE = re.compile(  # "the mean result per trade works out at 0.144%"
    r"\b(?:results?|outcomes?|gains?|profits?|returns?|p&l|loss(?:es)?|expectanc\w+|edge|pay-?offs?|winners?|losers?) (?:per|for each|of each|of a|on each) (?:\w+ )?(?:trade|deal|position|round trip)\b(?![^.;]*\b(?:fees?|costs?|commissions?|charges?|slippage)\b)[^.;]{0,80}$"
)
_RESTS_ON = re.compile(
    r"\b(?:rest(?:s|ed)?|stands?|depends?|is based|hangs?|hinges?) on (?:just |only |a mere )?(?:a single|one|\d+|few|a few|a handful|too few)(?: \w+)? ?(?:trades?|signals?|observations?|days?|months?)?\b"
)


_METRIC = re.compile(
    r"\b(?:returned|returns? (?:of|was|is|were|are|falls?|drops?|rises?|came|a|about|\d)|cagr|sharpe|sortino|calmar|draw-?downs?|profit factors?|win rates?|hit rates?|earn(?:s|ed)?|gain(?:s|ed)?|lost|loses|made|makes|won|wins|ended|final equity|p&l|pnl|turned into|outperform\w*|beats?|trail(?:s|ed)|compounded|profits?"
    r"|positive|negative|in total|overall|mean (?:per|of|was|is)|median|on average|averag(?:es?|ed)(?! (?:forecast|signal|score|net|network|prediction|output|weight)s?\b)|annuali[sz]ed|rank ic|auc|correlation|volatility of|points? of return|became|grew|rose|fell)\b"
)
_FIGURE = re.compile(r"(?<![\w.])[-+]?\d+\.\d+ ?%?|(?<![\w.])[-+]\d+|[$€£]\d|\d ?%|\d{1,3},\d{3}\b")
_STOP = re.compile(r"[.;!?] ")
_SETS = re.compile(
    r"\b(?:fees? (?:is|are|of|:)|commissions? (?:is|are|of|:)|(?:scaled|sized|adjusted|geared|levered) to|caps? (?:of|at)|charged|re-?balanced|look(?:s|ed)? back|look-?backs?|documented|by design|per the document|capped|ceiling|universe|trades? only|only trades|fully invested|never)\b"
)


def tells_result(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells how a run went, with a figure beside text[start:end], and so what else it names is that run's."""
    begin, stop = clause_around(text, start, end, _STOP)
    if _METRIC.search(text, begin, stop) is None or _SETS.search(text, begin, stop) is not None:
        return False
    return any(found.end() <= start or found.start() >= end for found in _FIGURE.finditer(text, begin, stop))


_SIZE = re.compile(  # of a charge, an exposure or a share of the data, and no result
    r"[-+]?\d[\d.,]* ?(?:x\b|bps?\b|basis\b|times\b|ticks?\b|cents?\b)"
    r"|[$€£]?\d[\d.]* ?(?:%|per ?cent)?(?: (?:per|a|each|every|on each|on every) (?:side|way|trade|fill|order|leg|contract|share)| fees?\b| commission| taker| maker| of (?:the |its )?(?:capital|equity|data|history|record|sample|account|portfolio|sessions|observations))"
    r"|(?:fees?|commissions?|charge[sd]?|pays?|costs?|leverage|gearing|lever\w*|exposure|capped|cap|limit|slippage|thresholds?|target\w*|z-?score|deviations?|stops?|train\w*|test\w*|validat\w*|held out)(?: (?:is|are|of|at|to|about|the|on|first|last|final|remaining|by|:))* [-+]?[\d.]+ ?%?"
)
_TARGETED = re.compile(  # a volatility that is aimed at is no result
    r"\b(?:forecast|expected|targeted|target|ex-ante|predicted|estimated|planned|constant) (?:\w+ )?(?:volatility|vol|risk)(?: (?:is|of|at|to|stays|near|about|equals|comes))* [\d.]+ ?%"
    r"|\b(?:scal\w+|siz\w+|set|target\w*|aim\w*|geared|levered)(?: (?:at|for|to|of|about))* [\d.]+ ?% (?:\w+ )?(?:volatility|vol|risk)\b|[\d.]+ ?%(?: a year| annual\w*)? (?:volatility|vol|risk)[- ](?:target|goal|budget)\w*"
)
_PRECISE = re.compile(r"(?<![\w.])[-+]?\d+\.\d+(?!\w)|(?<![\w.,])[-+]\d+(?![-\w])|[$€£]\d|\d,\d{3}\b")
_SHARE = re.compile(r"\d ?%")
_CIRCUMSTANCE = re.compile(r"(?:^|[.:;,] )(?:with|at|for|under|given) (?:only |just |a |an )?$")
_RATIO = re.compile(r"(?<![\w.])[-+]?\d+\.\d+(?![\d.]* ?(?:%|x\b|bps?\b))(?!\w)|[$€£]\d")
_MEASURE = re.compile(
    r"\b(?:returns?|returned|cagr|sharpe|sortino|calmar|draw-?downs?|profits?|win rates?|hit rates?|earn\w*|gain\w*|lost|loses?|losses|made|won|wins|winners?|losers?|ended|p&l|pnl|outperform\w*|beats?|trail\w*|volatility|accuracy|ic|correlation|turnover|performance|results?)\b"
)


def is_beside_figures(text: str, start: int, end: int) -> bool:
    """Whether the clause about text[start:end] gives figures of a run besides, so that what it names is a variant, a part or a benchmark."""
    begin, stop = clause_around(text, start, end, JOINT)
    rest = [_SIZE.sub(" ", _TARGETED.sub(" ", part)) for part in (text[begin:start], text[end:stop])]
    precise = sum(len(_PRECISE.findall(part)) for part in rest)
    if precise > 1:
        return True
    told = precise > 0 or any(_SHARE.search(part) for part in rest)
    return told and any(_MEASURE.search(part) for part in rest)


def is_variant(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a run's circumstance whose outcome is told ("with 40% held out the Sharpe is 0.71")."""
    if _CIRCUMSTANCE.search(text, max(start - 30, 0), start) is None:
        return False
    begin, stop = clause_around(text, start, end, JOINT)
    rest = text[begin:start], text[end:stop]
    return any(_RATIO.search(part) for part in rest) and any(_MEASURE.search(part) for part in rest)


def is_result(text: str, start: int, end: int, topic: str) -> bool:
    """Whether text[start:end] of a folded sentence, read as `topic`, is what a run came to: a count of how periods went, a quantity dealt, the size of
    an outcome, or a change whose effect is told."""
    if topic == "lookback" and _DECIDES.match(text, end):
        return False
    if _FARED.match(text, end) or _DEALT.match(text, end):
        return True
    if topic in _OF_A_DAY and (
        _ON_THE_DAY.match(text, end) or _ON_THE_DAY_BEFORE.search(text, max(start - 110, 0), start)
    ):
        return True
    if topic in _OF_TIME and _RECOVERED.match(text, end):
        return True
    if topic in _OF_TIME and _OUT_OF.search(text, max(start - 30, 0), start):
        return True
    told = (
        topic == "fee" and _AMOUNT.search(text, start, end) is not None
    )  # "costs are ignored altogether" sums nothing up
    if topic == "fee" and (
        (told and _GAINED.search(text, max(start - 50, 0), start) and not _IN_FEES.match(text, end))
        or _OF_A_YEAR.search(text, max(start - 50, 0), start)
        or _WORKED_OUT.search(text, max(start - 90, 0), start)
    ):
        return True
    if told and _IN_ALL.match(text, end) and not _ROUND_TRIP.search(text, max(start - 50, 0), start):
        return True
    if topic in _OF_LENGTH and _TRADES_IN.search(text, max(start - 50, 0), start):
        return True
    if topic == "evaluation_split" and _OF_FIGURE.match(text, end):
        return True
    if topic == "evaluation_split" and _PERCENT.match(text, start):
        before = text[max(start - 90, 0) : start]
        if _OF_MEASURE.search(before) or (_MADE.search(before) and not _PLACED.search(before)):
            return True
    counted = topic != "rebalance" or _COUNTED.match(text, start) is not None  # "turnover: weekly" is a rhythm
    if topic == "lookback" and _RANKED.search(text, max(start - 90, 0), start):
        return False
    if counted and topic in _OF_SIZE | _OF_TIME and _OF_OUTCOME.search(text, max(start - 90, 0), start):
        return True
    if topic == "universe" and (_TRADED_IN_ALL.match(text, start) or _RESTS_ON.search(text)):
        return True
    if topic in _OF_SIZE:
        if _PER_TRADE.search(text, 0, start):
            return True
        if (_MORE.search(text, max(start - 30, 0), start) or _MORE_AFTER.match(text, end)) and _EFFECT.match(text, end):
            return True
        return _CHANGE.search(text, max(start - 90, 0), start) is not None and _EFFECT.match(text, end) is not None
    return False


_DECIDES = re.compile(
    r" (?:of|worth of) [\w' -]{1,24}? (?:decides?|determines?|settles?|drives?|sets?|goes? into|feeds?|makes? up|enters?)\b"
)
_RANKED = re.compile(  # "it ranks by the gain of the past year"
    r"\b(?:rank|sort|order|scor|choos|chos|pick|select|judg|weigh|go(?:es|ing)\b)\w*(?: \w+){0,3}? (?:by|on|according to) [^.;:,]{0,40}$"
)
_OF_A_DAY = frozenset(("universe", "leverage"))
_IN_ALL = re.compile(
    r",? (?:in total|altogether|all told|in all|in sum|taken together|of the (?:\d[\d.]* (?:bps?|basis points) )?difference|difference|gap)\b(?! (?:for|per|a|each|every) (?:side|trade|fill|order|buy|sell|round))"
)
_AMOUNT = re.compile(r"\d|\b(?:bps?|basis|per ?cent|cents?|dollars?|euros?|pounds?|ticks?)\b")
_COUNTED = re.compile(rf"\d|(?:{NUMBER}) times\b")
_SOME = r"(?:about |around |roughly |some |only |just |another |a |an |nearly |almost )*"
_GAINED = re.compile(
    rf"\b(?:lost|loses|gained|gains|earned|earns|won|wins|returned|returns|made|ahead by|behind by|better by|worse by|(?<=was )up|(?<=was )down|(?<=is )up|(?<=is )down) {_SOME}$"
)
_IN_FEES = re.compile(
    r"[^.;,]{0,24}? (?:to|in|on|for|through) (?:the |its |trading |all )*(?:fees?|costs?|commissions?|charges?|frictions?|broker\w*|spreads?|slippage)\b"
)
_OF_A_YEAR = re.compile(
    rf"\b(?:the|each|every|a|per|whole|full) (?:whole |full )?(?:year|month|quarter|week) (?:costs? |comes to |makes |is |pays? )?{_SOME}$"
)
_WORKED_OUT = re.compile(  # "$79,669 for 6,412 fills, so around 12 dollars by each fill"
    rf"\d[\d,]* (?:fills|trades|orders|transactions|executions|round trips|contracts)\b[^.;:]{{0,30}}?,? (?:so|or|i\.e\.,?|that is,?|which (?:is|makes|comes to|means)|hence|thus) {_SOME}$"
)
_ROUND_TRIP = re.compile(r"\b(?:round[- ]trips?|there and back|in and out|buying and selling)\b[^,.;:]{0,24}$")
_OF_LENGTH = frozenset(("lookback", "evaluation_split"))
_TRADES_IN = re.compile(
    r"\b(?:trades?|deals|round trips?|signals|positions|switches) (?:in|over|during|within|across) (?:the |all |these |those |just |only )*$"
)
_OF_FIGURE = re.compile(
    r" (?:value|sharpe|returns?|ic|performance|figure|result|cagr|level|accuracy|profit|score|hit rate)\b"
)
_OF_TIME = frozenset(("lookback", "rebalance"))
_OF_SIZE = frozenset(("fee", "leverage"))
