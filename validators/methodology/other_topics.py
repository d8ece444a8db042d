"""Values that look like one topic's and are claimed by the words of another: a delay is no look-back, a yearly charge no rhythm of trading."""

import re

from validators.methodology.clauses import clause_around

_DECISION = r"(?:signals?|decisions?|readings?|scores?|rankings?|forecasts?|ranks?|sort|alarm|observation)"
_DEAL = r"(?:trades?|trading|fills?|executions?|orders?|dealing|purchase|deals?)"
_FILL = r"(?:fills?|filled|executed|dealt|orders(?! book| flow)|bought(?! from| in\b)|sold(?! by| us\b| it\b)|vwap|entry price|exit price|trade price|auction(?= of))"
_BEFORE = {
    "lookback": re.compile(
        r"\b(?:quarter|year|half-year|season)'s $|(?:^|[.;:] )(?:(?!look|window|signal)[^.;:])*\b(?:limit|deadline) of (?:the )?$|\b(?:seven|five|7|5) days $|"
        r"\b(?:we|i|you|they|he|she) (?:\w+ )?(?:discuss(?:ed)?|talked|met|spoke|wrote|chatted|began|started|joined|hired|left|visited|asked|told|e-?mailed|agreed|launched|published|moved|presented|promised|signed|asked)\b(?![^.;]*\b(?:signal|look-?back|rank|window|compar|price|return))[^.;]{0,60}$|"
        rf"\b{_FILL}\b[^.;:]{{0,40}}\b(?:average|mean|weighted|twap|vwap)\b[^.;:]{{0,20}} (?:over|across|during|within) (?:the (?:\w+ )?)?$|"
        r"\b(?:stretch|part|portion|piece|slice|bit|fraction|share|year|all|whole|entirety) of (?:[\w-]+'s |the |its |all |those |these )+$"
        r"|\b(?:(?:forecast|prediction|predictive|target|label) horizons?|forecasts?\b[^.;,]{0,24} horizon) (?:(?:is|are|was) )?(?:of )?(?:just |only |about )?$|\bahead by $|\b(?:delay|lag|wait)(?:s|ed)?(?: (?:is|of|for|by|about|a|just|only|always|lasts|exactly))* $"
    ),
    "rebalance": re.compile(
        r"\btrad(?:es|ing) (?:through|over|during) $|\b(?:hours?|hourly|minutes?|clock), $|\b(?:had|made|did|was|were|averag\w+|about|roughly|on average|came to|comes to) (?:about |roughly |some |on average )?(?:one|a) (?:single )?(?:trade|round trip|signal|switch|fill|order) $|"
        r"\b(?:(?:re-?)?(?:estimated|fitted|trained|learned|learnt|calibrated|tuned)|re-?fit|re-?estimation|re-?training|re-?fitting)\b(?:(?!\b(?:trad|rebalanc|rank|held|hold|bought|position|switch|portfolio|reshuffl|sort)\w*)[^.;]){0,30}$"
        r"|\b(?:signals?|scores?|rankings?|indicators?|forecasts?|readings?|features?|estimates?) (?:is|are|gets?|being) (?:\w+ )?(?:updated|computed|calculated|refreshed|evaluated|checked|measured|recomputed|recalculated|monitored|watched) $"
        r"|\b(?:listed|shown|reported|tabulated|quoted|broken (?:down|out)|printed|published)\b[^.;,]{0,30}? (?:for|by|per) $"
        r"|\b(?:million|billion|thousand)\b[^.;,]{0,30}? (?:traded|dealt|turned over|changes hands)(?: \w+)? $"
    ),
    "leverage": re.compile(
        r"\b(?:fraction|share|percentage|part|proportion) of (?:all |the )*(?:\w+ )?(?:days|time|sessions|hours|months)\b[^.;:]{0,24}$"
        r"|\b(?:capital|money|wealth|equity|growth) multiple(?: (?:is|was|of))?[\s:=|]*$"
    ),
    "data_source": re.compile(
        r"\bthere (?:are|were) (?:only |just |about |some )*[\w-]+ $|\bcan be (?:had|obtained|bought|downloaded|found|got|pulled|sourced|purchased)(?: for free| freely| cheaply)? (?:from|at|on|via|through)\b[^.;]*$|\b(?:break|breaks|move|moves|react|reacts|jump|jumps|fall|rise) on (?:the )?$|"
        r"\b(?:sensitiv\w+|expos(?:ed|ure)|vulnerable|immune|reacts?|hurt|helped|suffers?) (?:to|by|from) (?:the |its |rising |falling |higher |lower |(?:changes|moves|shocks) in )*$"
        r"|\b(?:high|low|good|bad|decent|normal|typical|usual|nothing|weak|strong|thin|modest|respectable|much|little|enough) for (?:an? )?$|\baround $"
        r"|^not (?:for|with|in|by|as regards) (?:the )?$|\b(?:big|bigger|biggest|small|smaller|large|larger|retail|institutional|demo|live) $|\b(?:strategy|bets?|play|carry) (?:on|along) (?:the |a )?(?:\w+ )?$"
        r"|\bweighted by (?:its |their |the |traded )*$|\bbrought (?:back )?$"
    ),
    "execution": re.compile(
        r"^(?:and |but )?on average,? (?:about |some |only )?$|\bby (?:the )?$|\b(?:occurring|happening|arising|printed|appearing|breaks|strikes)(?: [\w'-]+){0,2} (?:at )?(?:\w+ )?$"
    ),
    "fitted_parameters": re.compile(
        r"\b(?:rhythm|schedule|frequency|pace|horizon|choice|interval|cadence|timing|price|number)s? (?:also |nicely |well )?$"
    ),
    "fee": re.compile(r"\bwho (?:\w+ )?(?:pays?|gets?|(?:is|are) charged) (?:[\d.]+ ?%? to )?$"),
    "universe": re.compile(
        r"\b(?:tilt\w*|bias(?:ed)?|lean\w*|skew\w*)\b[^.;:]{0,30}? (?:to|towards?) (?:the )?$|(?:\b(?:no|not an?|without an?)|n't (?:\w+ )?an?) (?!(?:positions?|exposure|stakes?|holdings?|investments?|interest|bets?|trades?|place|role|trading|dealing|money|capital|allocation|weight|share|part|room|hedge)\b)[\w-]+(?: [\w-]+)? in (?:the )?$"
    ),
    "evaluation_split": re.compile(
        r"\b(?:sits?|lies?|falls?|is|comes?|stands?|lands?) (?:\w+ly |right |just |somewhere |halfway |half way |midway )?between (?:an? )?(?:[^.;:]{1,30} and (?:an? )?)?$|\b(?:each|every|per|(?:one|two|three|four|five|six|seven|eight|nine|ten) and) $"
    ),
}
_COVERS_ONLY = re.compile(
    r"\b(?:hold-?out|test|sample|record|history|period|data|back-?test)(?: [\w-]+)? (?:covers?|spans?|lasts?|has|comprises?|is|are|was) (?:only|just|merely|barely) (?:about |some )?$"
)
_AFTER = {
    "lookback": re.compile(
        rf"(?: [\w-]+){{0,2}}? (?:lies?|pass(?:es)?|goes by|go by|elapses?|separates?|comes?|is|are|sits?)? ?(?:between|separates?|separating|from) (?:(?:the|its|a|one|each|two) )?(?:[\w-]+ )?(?:{_DECISION}|{_DEAL})(?: [\w-]+)? (?:and|from|to) "
        rf"|(?: [\w-]+)? (?:goes by|passes|elapses|lies|go by|pass) between (?:(?:two|any two|its|the) )?(?:{_DECISION}|trades|orders)\b"
        r"| (?:of|worth of) (?:[\w-]+ )?(?:bars|data|prices|history|closes|ticks|quotes|records|returns|candles)[^.;]{0,20}?(?: (?:is|are|was|were) (?:used|covered|shown|available|tested|simulated|(?:included|printed|reported|listed|given|contained) in (?:[\w-]+ ){0,3}?(?:reports?|tables?|files?|appendix|annex|notes?|fact-?sheets?))|, (?:beginning|starting|from|ending)| (?:beginning|starting) in)"
        r"| (?:through|to|until|till|up to)(?: (?:the end of|january|february|march|april|may|june|july|august|september|october|november|december))? (?:19|20)\d\d\b"
        r"| (?:time |holding )?(?:limit|stop|cap)\b"
        r"| of (?:[\w-]+ ){0,2}?(?:data|history|bars|results|returns) (?:is|are|was|were|isn't|aren't) (?:a lot|not|too|few|little|hardly|enough|plenty|short|long|only)\b"
        r"|,? (?:\()?(?:january|february|march|april|may|june|july|august|september|october|november|december|from) (?:\w+ )?(?:19|20)\d\d (?:through|to|until|till|-)"
        r"| in (?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|a hundred|\d{1,2})\b(?! (?:days?|weeks?|months?|years?|sessions?))"
        r"| of a century\b| (?:ahead|later)\b"
        r"| (?:of|in) (?:[\w'-]+ ){0,2}?(?:mails?|e-?mails?|letters|calls|questions|requests|inquir\w+|enquir\w+|meetings|complaints|correspondence|feedback|tickets|press|coverage|conversations|chats|discussions?|client work)\b"
    ),
    "rebalance": re.compile(
        r" (?:[\w-]+ ){0,2}?(?:charges?|fees?|costs?|interest|rent|premium)\b(?! of trading)| at the (?:earliest|latest|soonest)\b"
        r"|(?: [\w-]+){0,2}? (?:candles|bars|klines|ticks)\b"
        r"|[^.;,]{0,30}? by (?:traded |dollar |daily |trading )?(?:volume|liquidity|turnover)\b"
    ),
    "data_source": re.compile(
        r"[^.;]{0,60}\b(?:mon|tues|wednes|thurs|fri)day's (?:open|close|vwap|auction)\b"
        r"| (?:\w+ )?(?:hides?|masks?|conceals?|blurs?|obscures?)\b| (?:is|was|are|were) (?:\w+ )?(?:charged|taxed|billed|taken|filled|done)\b"
        r"| (?:discounts?|tiers?|rebates?|brackets?|basis points?|bps?|hundred|per ?cent|times|dollars?|cents?)\b"
    ),
    "leverage": re.compile(
        r" ones\b| (?:your|the|its|their|our) (?:[\w-]+ ){0,2}?(?:money|capital|stake|cash|outlay|account|investment) (?:back\b|(?:by|in(?! (?:the|its|your|an?|that|this) (?:\w+ )?(?:account|fund|portfolio|book|strategy|pot))|since|after|over|within|at the end|as of) )"
    ),
    "universe": re.compile(
        r" (?:(?:has|have) (?:only )?(?:been around|existed|been listed|been available)|(?:was|were) (?:only )?(?:launched|introduced)|(?:did|does|do)(?:n't| not) exist|(?:only )?(?:dates?|goes|go) back)\b|"
        r" (?:codes?|symbols?|tickers?|roots?)\b|(?: [\w-]+)? trades? (?:at|with|around|near|above|below|within) (?:an? |the )?(?:\w+ )?(?:spreads?|premium|discount|price\w*|costs?|multiples?|yields?|valuations?)\b"
    ),
    "execution": re.compile(r" (?:utc |gmt |et )?(?:is|are) not (?:acted|traded|followed)\b"),
}
_READS = re.compile(
    r"\b(?:reads|uses|takes|works (?:from|on|with)|runs on|draws on|consumes|processes|looks at|fed (?:with|on)) (?:the |its )?$"
)
_BESIDE = {
    "lookback": re.compile(rf"\b{_FILL}\b[^;]{{0,80}}\b\d{{1,2}}:\d\d\b"),
    "data_source": re.compile(
        rf"\b(?:{_FILL}|(?:entry|exit|purchase|sale|trade) prices?|(?:get|gets|are|is|got|were) (?:\w+ )?traded|prices? assumed|executions?)\b"
    ),
}


_ONE_TRADE = re.compile(  # "say it rises on a Tuesday; the trade is done at Tuesday's close"
    r"\bthe (?:trade|order|pair|purchase|sale) (?:is|gets|goes|will be|would be) (?:done|filled|executed|put on|made|in|booked|placed) $"
)
_THAT_DAYS = re.compile(r"'s (?:close|open|vwap|auction|settlement)\b")


def is_of_another(text: str, start: int, end: int, key: str) -> bool:
    """Whether text[start:end], read as a value of the topic `key`, is claimed by the words of another topic."""
    before, after = _BEFORE.get(key), _AFTER.get(key)
    if before is not None and before.search(text, max(start - 100, 0), start):
        return True
    if key == "rebalance" and _ONE_TRADE.search(text, 0, start) and _THAT_DAYS.match(text, end):
        return True
    if key == "lookback" and _COVERS_ONLY.search(text, max(start - 80, 0), start):
        return True
    if after is not None and after.match(text, end):
        return True
    beside = _BESIDE.get(key)
    if beside is None:
        return False
    begin, stop = clause_around(text, start, end)
    if key == "data_source" and _READS.search(text, begin, start) and text.startswith(" and ", end):
        stop = end  # "reads 5-minute bars and fills at the close"
    return beside.search(text, begin, stop) is not None
