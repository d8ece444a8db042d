"""How far back a signal looks, in words that put the span before its verb or after one that no list of signals has."""

import re

_MEASURE = r"(?:volatilit\w+|vol|correlations?|covariances?|betas?|z-scores?|spreads?|means?|averages?|ranks?|ranking|carry|slopes?|momentum|trends?|ranges?|weights?|signals?|scores?|thresholds?|deviations?|inputs?|features?|predictors?|indicators?|bands?|channels?|yardsticks?|norms?|baselines?|benchmarks? level|calculations?|formulas?|formulae|measures?|measurements?|estimates?|forecasts?|predictions?|memory|sight|view|horizon|look-?backs?|windows?|filters?|statistics?|oscillators?|readings?|risk|strength)"
_WHO = r"(?:it|q{3,}|strategy|model|rule|network|net|trees?|regression|formula|system|algorithm|ranker|signal|trio|rotation|pair|approach|method|machine|you|we|one(?! review ))"
_NEAR = r"(?:(?:the|its|a|an|just|only|about|roughly|some|all|last|past|latest|previous|trailing|full|whole|entire|around|nearly|almost|merely|exactly|precisely|at least|at most|no more than|up to|more than) ){0,4}"
BEFORE = re.compile(  # "its mean reaches back", "the inputs stretch over"
    rf"\b{_MEASURE}(?: (?:of|for|in) (?:the |its |each |all |every )?[\w'-]+(?: [\w'-]+)?)?(?: (?:is|are|was|were|do|does|alone|each|itself|both|only|always|then|all|thus))*"
    r" (?:comes?|stem(?:s|med)?|span(?:s|ned|ning)?|cover(?:s|ed|ing)?|stretch(?:es|ed)?|reach(?:es)?|extends?|runs?|go(?:es)?|dates?|looks?|draws?|rests?|leans?|relies|rely|feeds?|lives?|works?|uses?|takes?(?: in)?|embraces?|spreads?|summari[sz]es?|includes?|contains?|comprises?|holds?|remembers?|sees?|weighs?|digests?|pools?|knows?|needs?|counts?(?: in)?|averages?|built|based|computed|calculated|taken|measured|formed|drawn|estimated|derived|gauged|judged|made|gathered|averaged|worked out|read off|fed|(?:that|those|what it was|what they were)(?= (?:of|over|in|across)))"
    rf" (?:(?:back|up|out|off|in) )?(?:(?:over|across|from|on|to|of|with|by|for|through|up to|at|into|as far as) )?(?:(?:as far as|a matter of|a period of|a window of|a span of|a stretch of|a sample of) )?{_NEAR}$"
    rf"|\b{_WHO} (?:\w+ly |only |just |always |never )?(?:(?:is|are|gets?) (?:\w+ )?(?:fed|shown|given|handed)(?: with)?|sees?|looks?(?: back)?(?: at| over| across)?|remembers?|knows?|recalls?|digests?|weighs?|studies|surveys?|scans?|inspects?|considers?|consults?|reviews?|watch(?:es)?|gazes? (?:back )?(?:over|at)|goes? back|reach(?:es)? back|peers? back|leans? on|relies on|draws? on|thinks? in|keeps? in mind|has (?:a memory of|in view|before it|in its sights))"
    rf" (?:(?:over|across|for|to|of) )?{_NEAR}$"
    rf"|\b(?:volatilit\w+|averages?|weights|exponential\w*|decay\w*|smooth\w*|signals?|momentum|estimates?)\b[^.;]{{0,40}}\bhalf-li(?:fe|ves)(?: (?:of|is|are|equal to|at|set to|fixed at))+ {_NEAR}$"
    rf"|\b(?:asks?|wants? to know|is (?:only |just )?interested in|looks? at|goes? by|cares? (?:only )?about|considers?|checks?|sees?|watch(?:es)?|(?:depends|based|rests) on|is driven by|knows?) (?:only |just )?(?:what|how) (?:[\w'-]+ ){{0,3}}?(?:happened|did|moved|went|performed|fared|behaved|has done|have done)(?: [\w-]+)? (?:over|in|during|across) {_NEAR}$"
    rf"|\b(?:behind|in|into|inside|within|underlying|under) (?:the |its |each |every |all )?(?:[\w'-]+ )?{_MEASURE}(?: of [\w' -]{{1,24}}?)? (?:lies?|lie|stands?|sits?|is|are|goes?|go|enters?|hides?|rests?|there (?:is|are)) {_NEAR}$"
)
_VERB = r"(?:feeds?|feed into|defines?|say|says|tells?|goes? into|enters?|settles?|decides?|determines?|drives?|shapes?|sets?|makes? up|fixes|governs?|informs?|rules?|dictates?|underlies|underlie|lies? behind|stands? behind|matters? (?:for|to)|counts? (?:for|in)|flows? into|(?:is|are) (?:\w+ )?(?:fed|poured|put|taken|read|averaged|summed|used|looked at|weighed|needed|enough|all|what))"
AFTER = re.compile(  # "a year is the span that its mean is taken over", "ten days are all it sees"
    rf"(?:'s?)?(?: (?:of|worth of) (?:[\w-]+ ){{0,3}}?(?:prices?|closes|returns?|history|data|moves|quotes|past|gains?|changes|days|sessions|trading|spreads|curves|earnings|accounts|discounts|premiums?|yields|volumes|bars|candles))?(?:, [^,.;]{{1,30}},)? {_VERB} (?:(?:in|into|for|to|behind|up|the|each|its|every|a|an|all|next|new|this|that) ){{0,4}}(?:[\w'-]+ ){{0,2}}?(?:{_MEASURE}|normal|what|who|which|choice|decision|selection|order|places?)"
    rf"|(?:'s?)?(?: (?:of|worth of) [\w-]+)? (?:is|are|make|makes)(?: (?:only|just|about))? (?:the )?(?:span|stretch|period|time|all|what|how far|window|horizon|memory|history|length|sample)(?: of (?:time|history))?(?: (?:that|which|over which|on which|from which|in which))? (?:(?:the|its|a|each) )?(?:[\w'-]+ ){{0,4}}?(?:{_WHO}|{_MEASURE}|sees?|looks?|remembers?|taken|measured|computed|judged|averaged|ranked|compared|consulted|used|read|fed)\b"
    r"|(?:'s?)? of (?:the )?[\w-]+(?: and [\w-]+)? (?:is|are) (?:\w+ )?(?:read|fed|needed|looked at|taken in|consulted|seen|remembered|weighed)\b"
    rf"|(?:'s?)? (?:of|worth of) (?:[\w-]+ )?(?:memory|hindsight|look-?back)\b"
    rf"|(?:'s?)?(?: (?:of|worth of) (?:[\w-]+ ){{0,2}}?[\w-]+)? (?:behind|inside|within|under|underneath|underlying|in) (?:the|its|each|every|any|all)(?: \w+)? {_MEASURE}"
)
EVERYTHING = re.compile(
    rf"\b{_MEASURE}(?: of [\w' -]{{1,24}}?)? (?:\w+ )?(?:(?:includes?|covers?|spans?|uses?|takes? in|counts?|averages?)|(?:reach(?:es)?|goes|go|stretch(?:es)?|extends?|runs?|dates?|looks?|(?:is|are) (?:\w+ )?(?:taken|computed|measured|formed|calculated|averaged|drawn|made))(?: (?:back|over|from|across|on|all the way|right|up|in|to|since))+) (?:every|all|each|the (?:very )?(?:first|start|beginning|outset|launch|whole|entire|full)|day one|inception)\b(?! (?:of (?:the|its|each|every) (?:month|week|quarter|year|day|session)|month|week|quarter|session|trading day of|fund|stock|asset|name|leg|market|instrument|pair|currency|sector|ticker|signal|symbol|three|two|four|five|six|nine|ten)\b)(?: (?:available |past |recorded )?(?:day|close|price|return|bar|month|year|week|history|past|record|data|quote|session|observation|of (?:the|its)|(?:day|close|price|bar|quote|session)s?)\b)"
    r"|\b(?:all|whole|entire|full)-history (?:window|average|mean|look-?back|sample)|\b(?:window|sequence|history|look-?back|memory),? (?:(?:that|which|it|simply|thus) )*(?:keeps? )?(?:gets? (?:longer|larger)|grow(?:s|ing)|lengthens? (?:with|as|by)|expands?)\b(?! to\b)|\bgrow(?:s|ing) (?:window|history|memory|look-?back)\b"
    rf"|\b(?:every|all|each)(?: (?:past|available|single|recorded|known))? (?:days?|closes?|prices?|returns?|bars?|months?|years?|weeks?|quotes?|sessions?|observations?|history|data) (?:ever )?(?:since|from|back to|starting (?:in|with)|(?:that is |that are |ever )?(?:on record|recorded|available))(?: (?:the |its )?(?:(?:fund|stock|share|data|index|series|pair|ticker)s?(?:'s?)? )?(?:launch|start|beginning|inception|first|began|outset|(?:19|20)\d\d|birth|listing|ipo))?"
    r"|\b(?:the )?(?:whole|entire|complete|full) (?:past|history|record|price history)(?: of [\w' ]{1,20}?)? (?:enters?|goes into|feeds?|counts?|matters?|weighs?|decides?|(?:gets|is) (?:\w+ )?(?:used|consulted|averaged|weighed))"
    r"|\bgrows? (?:longer )?(?:with|by) (?:each|every) (?:new )?(?:day|bar|close|session|month)|\b(?:forgets?|drops?|discards?) (?:nothing|no (?:price|close|day|data|return)s?)\b|\b(?:unlimited|endless|infinite|boundless|perfect) memory\b|\bexpanding (?:average|mean|volatility)"
)
DROPPED = re.compile(  # "a price from half a year back has left the calculation long ago"
    r"[^.;]{0,60}?, (?:that|this|the|its) [\w -]{0,30}?\b(?:does|is|has|do)(?:n't| not| no)\b|[^.;,]{0,20}? (?:lies?|is|are|falls?|stays?) (?:well |far )?(?:outside|beyond|out of) (?:its|the|q{3,}'s) (?:view|sight|window|memory|horizon|reach|field|range|look-?back)\b|[^.;,]{0,40}?\b(?:is|are|has|have|was|were|gets?|does|do|no)(?:n't)?\b[^.;,]{0,20}?\b(?:forgotten|left (?:the|its|behind|out)|dropped|gone|out of (?:sight|the (?:calculation|window|picture|average|mean))|irrelevant|no longer|not|never|nothing|ignored|past caring|water under|fallen out|disappeared|vanished|no (?:longer|part|role|weight|influence|effect|bearing|say))\b"
    r"|[^.;,]{0,40}? (?:no longer|never|(?:does|do)(?:n't| not)) (?:\w+ )?(?:enters?|counts?|matters?|plays?|figures?|affects?|influences?|moves?|touch\w*)\b"
    r"|[^.;,]{0,40}?\b(?:drops?|falls?|slips?|fades?|disappears?|vanish\w*|drop) (?:out|away|from)"
)
BEYOND = re.compile(  # "anything older than a year plays no part"
    r"\b(?:anything|everything|whatever|what (?:happened|went on|prices did)|(?:the |any |all )?(?:prices?|closes?|returns?|slopes?|values?|readings?|observations?|data|history|moves?|quotes|bars|events?|past))(?: (?:that|which))?(?: (?:is|are|was|were|lies?|happened|dates?|comes?|came|goes|went|from|back))* (?:(?:older|further back|farther back|more|longer ago|earlier|longer) than|beyond|before) (?:about |roughly )?(?:the (?:past|last) )?$"
)
_IS_OUT = re.compile(
    r"(?: ago| back| old)?(?: [\w' -]{0,20}?)? (?:plays?|has|have|carries|bears?|makes?) no (?:part|role|weight|influence|effect|bearing|say|place|difference)\b"
)
_OUT_OF_REPORT = re.compile(r"[^.;]{0,60}?\b(?:report|chart|table|list|log|page|archive|file|screen)s?\b")
_BACK = re.compile(
    r"\b(?:what|that|which|if|went|price|close|move|return|gain|loss|crash|turbulence|event|anything|everything|day|shock)\b[^.;]*$"
)
_AGO = re.compile(r" (?:ago|back|earlier|before|in the past)\b")


def is_beyond(text: str, start: int, end: int) -> bool:
    """Whether a span is how old at most something may be that still counts."""
    if not BEYOND.search(text, max(start - 90, 0), start) or _OUT_OF_REPORT.match(text, end):
        return False
    ago = _AGO.match(text, end)
    after = ago.end() if ago else end
    return DROPPED.match(text, after) is not None or _IS_OUT.match(text, after) is not None


def is_dropped(text: str, start: int, end: int) -> bool:
    """Whether a span tells how old something is that no longer counts."""
    ago = _AGO.match(text, end)
    return ago is not None and DROPPED.match(text, ago.end()) is not None and _BACK.search(text, 0, start) is not None
