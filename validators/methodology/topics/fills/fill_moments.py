"""Moments at which prose lets trades happen without naming "the next open" or the like: bells, clocks, delays, averages."""

import re
from collections.abc import Iterator

from validators.methodology.clauses import clause_around
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.fills.fill_lags import days_of
from validators.methodology.topics.fills.session_parts import SESSION_PART
from validators.methodology.topics.schedules.frequency import CLOCK

Moment = tuple[int, int, str | None, str | None]
"""Where the words stand, the day as seen from the signal ("same", "next", "later") and the price; None: unsaid."""

_DEAL = re.compile(
    r"\b(?:orders?(?! of| book)|trad(?:es?|ed|ing)(?! (?:days?|sessions?|hours|weeks?|calendar))|fill(?:s|ed|ing)?|execut\w+|transact\w*|purchas\w+|sales?|switch|swap|adjustment|change|sold|bought|buys?|buying|sells?|selling|deal(?:s|t|ing)?(?! with)|entr(?:y|ies)|enter(?:s|ed|ing)?"
    r"|exits?|implement\w+|carried out|books (?=it|them|every|each|all)|(?:it's|it is|all's|they're|everything(?:'s| is)|that's) done (?=at|in|on)|put (?:through|into practice|on)|acts?(?= on| at| as| when)|acted|rebalanc\w+|adjust(?:s|ed|ing|ments?)?(?! for)|(?:take|takes|taking) effect|(?:com(?:e|es|ing)|enter|enters) into (?:force|effect)|go(?:es|ing)? (?:in|out|live|through)\b|what \w+ pays?|pick(?:s|ed|ing)? up|swap(?:s|ped|ping)?|switch(?:es|ed|ing)?|alter(?:s|ed|ing)?|chang(?:es|ed|ing)|moved|change hands|(?:you|it|one|legs?|funds|stocks|both) gets?|catch(?:es|ing)?|cross(?:es|ing)? the spread|(?:exposures?|weights|holdings|allocations?|positions?|legs?) (?:\w+ )?(?:follows?|changes?|moves?|gets?|is|are)"
    r"|prices? (?:\w+ ){0,9}?(?:is|are) (?:used|paid|taken|applied|assumed)|(?:sets?|is|gives?) the price for)\b"
)
_OTHER_MATTER = re.compile(
    r"\b(?:train(?:ed|ing)?|test(?:ed|ing)?(?! period)|purg\w+|embargo\w*|labels?|publish\w+|publication|(?<!day of the )reports?|reported|(?<!day of the )releas\w+|filings?|settle\w*(?! (?:on|at)\b)|dividends?|look-?back|(?<!trades are )(?<!purchases are )(?<!orders are )(?<!fills are )(?<!it is )averaged? over|memory|held|holds?|holding|kept|keeps|stays?|retrain\w*|refit\w*|fee|fees|costs?|earn\w*|returned|gained|lost|made (?=money|profit|only|just|up)|winning|losing|profit\w*|drawdown)\b|[$€£]\d|\d trades\b"
)
_SIGNAL = r"(?:signals?|decisions?|decided|forecasts?|rank(?:s|ed|ings?)|scores?|scored|readings?|reading the \w+|comput\w+|calculat\w+|triggers?|predictions?|known|seen|alerts?|crossings?|votes?|the (?:close|news|fact)|it (?:was|is) (?:given|made|formed|known)|trades?|orders?|fills?)"
_N = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|a few|a couple of|a number of|many)"
_DAY = (
    r"(?:trading |business |market |exchange |working |calendar |full |whole |entire |clear |more |further |complete )*"
)
_UNIT = r"(?P<{}>seconds?|minutes?|hours?|days?|sessions?|nights?|mornings?|evenings?|bars?|candles?|closes|weeks?|fortnights?|months?)(?:'s?)?"
_ORDINAL = r"(?P<{}>second|third|fourth|fifth|sixth|tenth|2nd|3rd|4th|5th|10th)"
DELAY = re.compile(
    rf"\b(?P<n1>{_N})[- ]{_DAY}{_UNIT.format('u1')}[- ](?:of )?(?:delay|lag|wait|waiting|pause|gap)\b"
    rf"|\b(?:delay|lag|wait|pause|gap|delayed|lagged|lags?(?: behind)? (?:the|its|each|every|that) \w+|waits?|waiting|held back|postponed|put off)(?: (?:before|between|until|ahead of|to) (?:[\w-]+ ){{0,4}}?(?:is|are|lasts|takes|amounts to|of))?(?: (?:of|by|for|is|another|exactly|until))* (?P<n2>{_N}) {_DAY}{_UNIT.format('u2')}\b"
    rf"|\b(?P<n3>{_N}) {_DAY}{_UNIT.format('u3')} (?:(?:must|have to|has to|always|usually|are allowed to|will) )?(?:pass(?:es)?|go(?:es)? by|elapses?|lies?|separates?|comes?|(?:is|are) (?:waited|allowed|let go by|let pass|left|skipped))\b(?=.{{0,60}}\b{_SIGNAL}\b| (?:before|until|till) (?:[\w-]+ ){{1,3}}(?:is|are|gets?) (?:bought|sold|traded|filled|executed|placed|opened|dealt|done)\b)"
    rf"|\b(?P<n7>{_N}) {_DAY}{_UNIT.format('u7')} (?:(?:lies?|are|is|stands?|sits?) )?(?:in )?between (?:(?:the|a|each|its|every) )?(?:\w+ )?{_SIGNAL} and\b"
    rf"|\b(?P<n4>{_N}) {_DAY}{_UNIT.format('u4')} (?:after|behind|from|past|following|beyond) (?:(?:the|a|an|its|each|every|that|they|it|being|having|of|was|were|is|are|when|new) )*{_SIGNAL}\b"
    rf"|\b(?P<n5>{_N}) {_DAY}{_UNIT.format('u5')} (?:later|afterwards|on|late|thereafter)\b"
    rf"|\b(?:takes?|needs?|requires?|spends?) (?:all of |up to |about )?(?P<n6>{_N}) {_DAY}{_UNIT.format('u6')} (?=(?:to|until|before|for) )"
    rf"|\b{_ORDINAL.format('nth_of')} {_DAY}(?:day|session|close|open) of (?:the|each|every|a) (?:new |next |following )?(?:week|month|quarter|year)\b"
    rf"|\b{_ORDINAL.format('nth')} {_DAY}(?:day|session|bar|morning|open|close) (?:after|following|from|that follows|past)\b"
    r"|\b(?P<second>day after (?:next|tomorrow)|session after next|next day but one|every other day's)\b"
    r"|\b(?<!of )(?<!of the )(?P<week>(?:the |a )?(?:next|following|coming|subsequent) (?:week|month|fortnight)(?!'s (?:first|open)|[- ]?end))\b"
)
_PRICE_OF = re.compile(r"\b(?:open|close|auction|settlement|vwap)(?: price)? (?:of|on) (?:the )?$")
_SAME_UNIT = re.compile(
    rf"\b(?P<fast>(?:(?:within|inside) (?:(?:the|that|this|one|same|single|few|a few|{_N}) ){{0,2}}?(?:hours?|minutes?|seconds?|moments)|in (?:a few |a matter of |{_N} )?(?:minutes|seconds|moments)|in the (?:blink of an eye|same (?:hour|minute|second)))(?! (?:VWAP|bars?|candles?))|(?:right |straight )?then and there|straight (?:on|off|after|upon|from)\b|(?:not (?:a|one)(?: single)?|no) (?:day|session|night|minute|hour|bar) (?:passes|lies|goes by|elapses|is lost|stands) between|no (?:day|session|night|gap|pause|delay|time|wait|lag)s? (?:separates|lies between|in[- ]between|between|lost|is lost|is left|passes|goes by)|without (?:a|any) (?:day|session|night|pause|gap|wait)\w*|on the spot|hot on the heels of|in real time)\b"
    r"|\b(?:the (?:very )?(?:moment|instant|second|minute)|as soon as)(?: that)? (?:the |a |an |its |it |they)?(?:[\w'-]+ ){0,2}?(?:speaks?|says?|is|are|has|have|appears?|fires?|comes? in|known|flashes|arrives?|gives?|crosses|breaks|calls?|widens|narrows|moves|triggers|turns|hits|reaches|flips)\b"
    r"|\b(?P<same>(?:the |that |on |in )*(?:very |self)?-?same (?:evening|afternoon|morning|night|minute|instant|breath|day|session)(?!'s)|that (?:very |same )+(?:day|afternoon|evening|session)(?!'s)|the day (?:itself|of the (?:signal|ranking|decision|forecast|crossing|report|release|announcement|event|calculation)(?: itself)?|(?:(?:that|when|on which) )?(?:the |a |its )?[\w-]+ (?:is|are|was|were|gets?) (?:computed|calculated|formed|made|drawn up|known|given|measured|ranked|decided|taken|read|set))|before the (?:day|session) is (?:out|over|done)|before (?:the|that) (?:day|session|market) (?:ends|closes|is over))\b"
)
_BELL = re.compile(
    r"\b(?:(?P<open>(?:opening|morning|starting|first) (?:bell|auction|prints?|ticks?|quotes?|cross|minutes?|seconds?)(?! (?:bars|data))|(?:as|when|once|until|before|after) (?:the )?(?:[\w-]+ )?(?:market|exchange|session|bell|trading|bourse|floor)s? (?:(?:re)?opens?|begins?|starts?)(?: the (?:day|session))?"
    r"|bell opens|(?:whatever|(?:price|moment|time) at which) (?:the )?(?:(?:next|following|\w+) ){0,2}(?:bar|candle|day|session|market|exchange) (?:opens|begins|starts)|first thing (?:the |on |in |tomorrow|next )|(?:start|beginning|outset|opening|first minutes?|commencement) of (?:(?:the|each|every|next|following|new|same|trading|that) )*(?:day|session|trading|morning))"
    r"|(?P<close>(?:closing|final|last|evening) (?:bell|auction|prints?|ticks?|quotes?|cross|minutes?|seconds?)(?! (?:bars|data))|(?:as|when|until) (?:the )?(?:market|exchange|session|bell|trading|day|bourse|floor)s? (?:closes|ends|finishes|shuts)|bell (?:closes|ends)|(?:next|following) (?:[\w-]+ )?(?:bar|candle|session) (?:to|has|is) (?:close|end|complete|finish)\w*|(?:whatever|(?:price|moment|time) at which) (?:the )?(?:(?:next|following|\w+) ){0,2}(?:bar|candle|day|session|market|exchange) (?:closes|ends|finishes)"
    r"|(?:end|finish|conclusion|last minutes?) of (?:(?:the|each|every|next|following|new|same|that) )*(?:(?:trading )?session|trading(?! days?))))\b"
)
_NEXT = re.compile(
    r"\b(?:next|following|subsequent|tomorrow\w*|(?:morning|day|session) after|after (?:that|it|the (?:signal|ranking|forecast|decision))|new (?:month|week|quarter)|first (?:trading )?(?:day|session))\b"
)
_SAME = re.compile(r"\b(?:same|that very|signal's|today\w*|itself)\b")
_CLOCKED = re.compile(
    rf"\b(?:(?:at|around|about|by|towards?|from|past) (?:exactly |about |around |precisely )?(?:{CLOCK}|lunch(?:-?time)?|midday|noon|mid-?morning|mid-?afternoon|tea-?time|half-?time)(?! (?:before|to) )"
    r"|(?:over|during) lunch(?:-?time)?|in (?:the )?(?:early |late |middle of the )?(?:mid-?)?(?:morning|afternoon)|(?:in|around|about) (?:the )?(?:middle of the (?:day|session)|mid-?session|mid-?day)|half ?way through the (?:day|session)"
    rf"|(?:{_N}|half an|the first|the last|{NUMBER}) (?:hours?|half[- ]hours?|minutes?) (?:after|into|past|before) (?:the )?(?:market(?:'s)? )?(?:open|close|bell|session|day)\w*)\b"
    r"|\b(?:pre-?market|before (?:the )?(?:markets?|exchange) opens?|after[- ]hours|extended[- ]hours|out of hours|overnight session|in the small hours|around the clock|at any (?:time|hour|moment|minute) of the (?:day|session))\b"
)
_EXTREME = re.compile(
    r"\b(?:at|catch(?:es|ing)?|gets?|hits?|nails?|finds?|near|for|close to) (?:the |a )?(?:(?:very )?(?:(?:next|following|same|that) )?(?:day|session|morning|week|month)'s (?:\w+ )?(?:lows?|highs?|best price|worst price|extremes?|cheapest (?:price|moment)|top|bottom)"
    r"|(?:daily|session|intra-?day|weekly) (?:lows?|highs?|extremes?)"
    r"|(?:lows?|highs?|best price|worst price|cheapest (?:price|moment)|bottom|top) of (?:the )?(?:(?:next|following|same|that) )?(?:day|session))\b"
)
_AVERAGED = re.compile(
    r"\b(?:(?:day|session|morning|afternoon|hour|monday|tuesday|wednesday|thursday|friday)'s (?:average|mean)(?: price)?|(?:average|mean)(?: price)? (?:of|over|across|during|through(?:out)?) (?:(?:the|that|a|its|whole|entire|full|next|following|trading) )*(?:day|session|morning|afternoon|hour|(?:first|last) (?:[\w-]+ )?(?:hours?|minutes?|half-hour)|\w+day)\b"
    r"|(?:spread|spreads|spreading|averaged|staggered|stretched|distributed|worked|split|sliced|drip\w*|fed|dribbled|divided|broken up|portioned|phased|traded|executed|bought|sold|filled|built up|scaled)(?: \w+){0,4}? (?:out )?(?:(?:over|across|throughout|through|during|evenly over) (?:(?:the|a|its|whole|entire|full|course of|next|following|trading|all of|several|small|equal|many|\w+|\w+day's) ){0,4}?(?:days?|sessions?|weeks?|morning|afternoon|hours?|minutes|monday|tuesday|wednesday|thursday|friday)|(?:over|in(?:to)?) (?:\w+ ){0,3}?(?:slices|pieces|portions|lots|chunks|parcels|instalments|installments|tranches|parts))\b"
    r"|bit by bit|piecemeal|piece by piece|in (?:\w+ ){0,2}(?:slices|instalments|installments|tranches|parcels|portions)|little by little|all day long|(?:over|in|during) the course of the (?:(?:next|following|trading|whole) )*(?:day|session)|all through the (?:day|session))"
)
_PERIOD = r"(?:week|month|quarter|year|period)"
_PERIOD_CLOSE = re.compile(
    rf"\b(?:at|on|into|with|in|near|towards|by|gets?|takes?|uses?) (?:the )?(?:very |same )*(?:{_PERIOD}(?:'s|-end|'s end)? (?:very )?(?:last |final )?clos(?:e|ing)(?: price| auction)?|(?:last|final) clos(?:e|ing)(?: price)? of the {_PERIOD}"
    rf"|clos(?:e|ing)(?: price| auction)? (?:of|on) (?:the )?(?:last|final) (?:trading )?(?:day|session) of (?:the|each|every|a) {_PERIOD}|clos(?:e|ing)(?: price| auction)? of the {_PERIOD}(?:'s (?:last|final) (?:trading )?day)?"
    rf"|(?:final|last|closing|dying) (?:minutes?|hours?|seconds?|moments) of (?:the|each|every|a) {_PERIOD})(?: itself)?\b"
)
_SAME_CLOSE = re.compile(
    r"\b(?:(?:its|the (?:bar|candle|signal|session|day)'s|that (?:bar|candle|session)'s) (?:own )?clos(?:e|ing)(?: price)?(?= is (?:both|also|at the same time|the (?:fill|trade|execution|entry|dealing|order)\b))|(?:the )?(?:very|selfsame|own) clos(?:e|ing)(?: price)?|close (?:on|from|at|of) which (?:the|its|it)\b|close (?:that )?(?:it|the signal|the ranking|the forecast|the decision) (?:has|had|have|is|was|rests?|reads?|uses?) (?:just )?(?:seen|read|used|based on|computed (?:from|on)|taken from|made on|on))\b"
)
_ON_WEEKDAY = re.compile(
    r"\b(?:on|until|till|by|every|each|before) (?:the )?(?:following |next )?(?:mon|tues|wednes|thurs|fri)days?\b(?! \d)|\b(?:mon|tues|wednes|thurs|fri)day's (?:(?P<open>open\w*)|(?P<close>clos\w*)|session|auction|trading)"
)
_SINCE = re.compile(r"\b(?:after|since|following|once|before) (?:the |each |every )?$")
_BREAK = re.compile(r"[;:.]|, (?:and|but|while|whereas|so)\b|\b(?:but|whereas|while)\b")
_HALF = re.compile(rf"{_BREAK.pattern}|\band\b")
_GETS = re.compile(
    r"\b(?:gets?|pays?|receives?|obtains?|takes?|taking|accepts?|(?:is|are) given) (?:the |a |whatever the )?(?:(?:day|session|exchange|market)'s )?(?:(?P<open>opening)|closing) (?:price|print|level|quote)\b"
)
_AFTER_SIGNAL = re.compile(r"\b(?:after|follow(?:s|ing)?) (?:the|a|each|every) (?:signal|decision)\b")
_UNSEEN = re.compile(
    r"\b(?:comput|calculat|measur|read|rank|known|publish|tak|record|sampl|valu|mark|decid|quot|look|form|determin|estimat|refresh|updat|arriv|observ|occur|happen|appear|emerg|break|cross|aris)\w*(?: \w+){0,3} $"
)
_DO = re.compile(r" (?:(?:is|are|was|were|gets?|be|being|always|all|both|then|only) )*")  # "fills are taken at noon"
_COUNTS = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "tenth": 10, "10th": 10}  # fmt: skip


def moments(text: str) -> Iterator[Moment]:
    """Every such moment in a folded passage whose clause speaks of trades."""
    deals = list(_DEAL.finditer(text))
    if not deals and not _AFTER_SIGNAL.search(text):
        return
    for match in DELAY.finditer(text):
        if match["nth_of"] and _PRICE_OF.search(text, max(match.start() - 24, 0), match.start()):
            continue  # "at the close of the third day of the month" is a day of the calendar
        found = _after(text, match)
        if found is not None and _is_dealt(text, deals, match):
            yield match.start(), match.end(), *found
    for match in _SAME_UNIT.finditer(text):
        if _is_dealt(text, deals, match):
            within = match["fast"] is not None and match[0].startswith(("within", "inside", "in "))
            yield match.start(), match.end(), "same", "intraday" if within else None
    for match in _BELL.finditer(text):
        if _is_moment(text, deals, match):
            yield match.start(), match.end(), _day(text, match), "open" if match["open"] else "close"
    bells = [match.span() for match in _BELL.finditer(text)]
    for match in SESSION_PART.finditer(text):
        belled = any(begin < match.end() and match.start() < end for begin, end in bells)
        named = match[0].startswith(("morning", "afternoon"))  # whose open or close is named by other words
        if not (belled or named) and _is_moment(text, deals, match):
            yield match.start(), match.end(), None, "intraday"
    for match in _GETS.finditer(text):
        yield match.start(), match.end(), None, "open" if match["open"] else "close"
    for pattern, price in ((_CLOCKED, "clock"), (_EXTREME, "extreme"), (_AVERAGED, "average")):
        for match in pattern.finditer(text):
            if _is_moment(text, deals, match):
                yield match.start(), match.end(), None, price
    for match in (*_PERIOD_CLOSE.finditer(text), *_SAME_CLOSE.finditer(text)):
        if _is_moment(text, deals, match):
            yield match.start(), match.end(), "same", "close"
    for match in _ON_WEEKDAY.finditer(text):
        if _is_moment(text, deals, match) and not is_told_from(text, match.start()):
            yield match.start(), match.end(), None, "open" if match["open"] else "close" if match["close"] else None


def is_told_from(text: str, start: int) -> bool:
    """Whether what begins at `start` only tells from when on something is done ("after Friday's close")."""
    return _SINCE.search(text, max(start - 16, 0), start) is not None


def _is_moment(text: str, deals: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether something is traded then, and not only seen or computed."""
    seen = _UNSEEN.search(text, max(match.start() - 40, 0), match.start())
    dealt = seen is not None and any(
        _DO.fullmatch(text, deal.end(), seen.start()) for deal in deals if deal.end() < seen.start()
    )
    return (seen is None or dealt) and _is_dealt(text, deals, match)


def _is_dealt(text: str, deals: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a word of trading stands in the clause, and none of another matter."""
    begin, stop = clause_around(text, match.start(), match.end(), _BREAK)
    return any(begin <= deal.start() and deal.end() <= stop for deal in deals) and not _OTHER_MATTER.search(
        text, begin, stop
    )


def _after(text: str, match: re.Match[str]) -> tuple[str | None, str | None] | None:
    """The day and the price that a delay leads to."""
    nth = match["nth"] or match["nth_of"]
    if nth or match["second"] or match["week"]:
        return ("later", None) if _COUNTS.get(nth or "", 2) > 1 else None
    place = next(place for place in "1234567" if match[f"n{place}"])
    if place == "5":
        return None
    written, unit = match[f"n{place}"], match[f"u{place}"].removesuffix("s")
    count = 1.0 if written in ("a", "an") else number(written) or 3.0
    if unit in ("second", "minute", "hour"):
        return "same", "intraday"
    if unit in ("week", "fortnight", "month"):
        return "later", None
    return ("next" if count == 1 else "later"), None


def _day(text: str, match: re.Match[str]) -> str | None:
    near = text[max(match.start() - 30, 0) : match.end() + 30]
    return "next" if _NEXT.search(near) else "same" if _SAME.search(near) else None


_BOUGHT = re.compile(
    r"\b(?:bought|buys?|buying|sold|sells?|selling|purchas\w+|sales|trades (?:are|get|happen|take)|orders?(?! of| book)|fill(?:s|ed)|execut\w+|dealt|dealing|transact\w*)\b"
)


def is_dealt_in(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in a clause that speaks of purchases or sales and of no other matter."""
    begin, stop = clause_around(text, start, end, _HALF)
    return _BOUGHT.search(text, begin, stop) is not None and not _OTHER_MATTER.search(text, begin, stop)


def delay_in(text: str, start: int, end: int) -> float | None:
    """How many trading days a delay told in text[start:end] lasts, None where none is counted there."""
    match = DELAY.search(text, start, end)
    place = match and next((place for place in "1234567" if match[f"n{place}"]), None)
    return days_of(match[f"n{place}"], match[f"u{place}"].removesuffix("s")) if match and place else None
