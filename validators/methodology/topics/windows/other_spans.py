"""Spans that are no look-back: of what is skipped, of one bar of the data, of a yardstick."""

import re

_HOW_MANY = re.compile(  # "one observation a month"
    r"\b(?:observations?|values?|prices?|points?|quotes?|readings?|figures?|numbers?|levels?|closes?|bars?|marks?|fixings?|fix|yields?|rates?|settlements?|snapshots?|returns?|ones?|each)(?: (?:an?|per|each|every))? $"
)
_YARDSTICK = re.compile(  # "a year counts 252 sessions here"
    r"\b(?:a|one|each|the|every) (?:trading |calendar )?(?:year|quarter|month|week) (?:is taken as |counts|has|holds|contains|numbers|consists of|is made (?:up )?of) (?:about |some )?(?P<parts>[\w -]{1,24}? (?:sessions|days|weeks|months|quarters))\b"
)
_BEFORE = re.compile(
    r"\bago (?:up )?(?:to|until) $|\b(?:lengthen|grow|shift|mov|roll|advanc|extend|increas|shorten)\w*(?: \w+){0,2} by (?:just |only |exactly )?$|\b(?:(?:used|valid|applied|frozen|unchanged|kept as (?:it is|they are)|left alone|live|runs?|good) for(?: (?:just|only|exactly|the))?[ -]$)|\b(?:every|each|per|once|twice|times|within|next|following|another|coming|upcoming|subsequent|after|for the first|first"
    r"|(?:quarter|half|third|(?!length|month)\w+th)s? of|(?:skip\w*|exclud\w*|omit\w*|leav\w+(?: \w+)? out|leaves?|except\w*|apart from|minus|lagg?\w*(?: \w+){0,3} by|lagg?\w*|less|without|delay\w*|drop\w*"
    r"|gap of|save for|bar|other than|setting aside|passes over)(?: (?:for|of|by|the|out|most|recent|its|latest|last|a))*)[ -]$"
    r"|(?:%|\bper ?cent|\bbps?|\bpoints|\btimes)(?: in)?[ -]$|\b(?:today|tomorrow|now|expect\w*|com(?:e|es|ing)|arriv\w*|appear\w*|fires?|due|may|might|will|until)\b[^.;:]{0,40}\bin[ -]$"
)
OF_ELSE = re.compile(
    r" (?:before|until) (?:the )?(?:close|end|bell|open|month|quarter|year|week|expiry|auction)\b| (?:thrown away|removed|cut off|taken out)\b|,? (?:to|for) (?:fit|train|estimate|learn|fitting|training|estimation)\b| (?:have|has|had) (?:\w+ )?(?:passed|elapsed|gone(?: by)?|gone past)\b| to (?:choose|pick|select|go|run|expiry|maturity)\b| (?:later|longer|shorter|earlier|sooner|younger|old)\b| (?:per|an?|each|every) (?:minute|hour|session|day|week|month|quarter|year)\b|(?:'s?)?[ -](?:away|off|apart|from now|to come|after|later|delay\w*|lag\b|wait\w*|ahead|in advance|hold(?:ing)? (?:period|time)|re-?balanc\w*|re-?set|schedule|cycle"
    r"|cadence|interval|treasur\w*|bonds?|notes?|bills?|futures|forwards?|maturit\w*|libor|rates?\b(?! of change)|yield\w*|out-of-sample|skip\w*|gap\b|old\b"
    r"|(?:rolling )?(?:sharpe|volatility|back-?test)|hold-?out|train\w*|test\w*|(?:in|out)(?=[,.;]| (?:and|then|to)\b|$)|of (?:fitting|training|estimation)|at a time|that follow\b|(?:of|in) (?:the|each|every|our|its) (?:whole |full |entire )?(?:week|month|quarter|year|sample|data\w*|dates|history|days|observations|rows|tape|time|series|record|archive|file))\b"
    r"|,? (?:on average|in the mean|or so(?! of))\b|(?: in)?,? (?:and )?(?:then )?(?:a|one|two|three|\d) (?:years?|months?|quarters?) out\b| (?:of fitting|of training|out)\b"
    r"|,? (?:is |are |being |gets? )?(?:always |then |itself |being )?(?:skipped|excluded|omitted|left (?:out|aside|off)|dropped|ignored|disregarded|discarded|passed over|not (?:counted|included|used)|set aside|excepted|aside|apart)\b|-ends?\b"
    r"|(?: (?:of|worth of) [\w -]{1,20}?)? (?:falls?|is|are|comes?) (?:\w+ )?(?:short|too (?:short|little|few)|not enough|less than|insufficient)\b"
)
_REPORT_FORM = re.compile(r"10-[qk]")
_GRAIN = re.compile(r"[ -](?:bars?|candles?|klines?|data|quotes?|prices|closes|snapshots?|ticks?|resolution|grid)\b")
_OF_A_BAR = re.compile(
    r"\b(?:bars?|candles?|klines?)(?: (?:is|are|was|were|being|of|lasts?|spans?|covers?|each|all|only|exactly))+ $"
)
_ON_ONE = re.compile(r"\b(?:on|from|of|at) $")
_THE_NEXT = re.compile(r"[^.;]{0,60}\bnext\b")
_AS_PRICE = re.compile(r"[ -](?:average|mean|vwap|twap)(?: \w+){0,3} (?:fill )?price\b")  # of a fill
_OPENING = re.compile(
    r" (?:of|in|into|from|after) (?:the |each |every |a |its )?(?:trading )?(?:session|day|open\w*|bell)\b"
)


def is_skipped(text: str, match: re.Match[str]) -> bool:
    """Whether a span is left out of what is looked at, or tells how often or when something is done."""
    if _REPORT_FORM.fullmatch(match[0]):
        return True
    if (match["unit"] or "").startswith(("min", "hour", "hr")) and _OPENING.match(text, match.end()):
        return False  # the range in which a session opens
    if match["count"] == "one" and _ON_ONE.search(text, 0, match.start()) and _THE_NEXT.match(text, match.end()):
        return True  # "ranked on one day and bought at the open of the next"
    if _AS_PRICE.match(text, match.end()) or (match["word"] and _HOW_MANY.search(text, 0, match.start())):
        return True
    if any(told.start() <= match.start() < told.end() for told in _YARDSTICK.finditer(text)):
        return True
    if match["latest"] and re.search(
        r"\b(?:as|than) (?:in |during )?$", text[max(match.start() - 14, 0) : match.start()]
    ):
        return True  # "twice as many as last year"
    return _BEFORE.search(text, max(match.start() - 50, 0), match.start()) is not None


def is_grain(text: str, match: re.Match[str]) -> bool:
    """Whether a span is that of one bar of the data."""
    if _OF_A_BAR.search(text, max(match.start() - 30, 0), match.start()):
        return True
    single = (
        match["word"]
        or match["count"] in ("one", "1")
        or (match["unit"] or "").startswith(("sec", "min", "hour", "hr", "h"))
    )
    return bool(single) and _GRAIN.match(text, match.end()) is not None
