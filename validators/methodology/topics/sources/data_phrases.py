"""Phrases that say what data are: how often they come, which of a market's prices they are, and whether those are adjusted."""

import re
from collections.abc import Iterator

from validators.methodology.topics.amounts import number

_N = "(?:one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|ninety|\\d{1,4})"
_RATE_WORDS = (
    rf"(?P<tick>ticks?(?:[- ](?:by[- ]tick|level))?|trade[- ]by[- ]trade|(?:milli|micro|sub-?)-?seconds?|second[- ]by[- ]second"
    rf"|(?:{_N}[- ])?seconds?)"
    r"|(?P<chart>(?:[mh](?:1|2|4|5|10|15|30)|d1|w1)(?= (?:bars?|candles?\w*|data|charts?|ohlcv?|prices|closes)\b| ?$))"
    rf"|(?:(?P<minutes>{_N})[- ]?)?(?P<minute>min(?:ute)?s?(?:[- ](?:by[- ]minute|level))?|minutely|m(?= (?:bars?|candles?)| ?$))"
    r"|(?P<parted>(?:quarter|half|three-quarter)[- ](?:of[- ])?(?:an?[- ])?hour(?:ly|s)?)"
    rf"|(?:(?P<hours>{_N})[- ]?)?(?P<hourly>hour(?:ly|s)?(?:[- ]by[- ]hour)?|h(?= (?:bars?|candles?)| ?$))"
    r"|(?P<intraday>intra-?day|high[- ]frequency|real[- ]time|streaming|live)"
    r"|(?P<daily>daily|end[- ]of[- ](?:the[- ])?day|eod|day[- ]end|day[- ]by[- ]day|(?:1|one)-day|per-day)"
    r"|(?P<weekly>weekly|week[- ]end(?:ing)?|end[- ]of[- ](?:the[- ])?week|week[- ]by[- ]week|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s|[- ](?:evening|morning|night|afternoon))?|(?:1|one)-week)"
    r"|(?P<monthly>monthly|month[- ]end|end[- ]of[- ](?:the[- ])?month|month[- ]by[- ]month)"
    r"|(?P<quarterly>quarterly(?!-)|quarter[- ]end|end[- ]of[- ](?:the[- ])?quarter)"
    r"|(?P<yearly>annual|yearly|year[- ]end)"
)
RATE = re.compile(rf"\b(?:{_RATE_WORDS})\b")
UNITS = {
    "second": "tick", "minute": "minute", "hour": "hourly", "day": "daily", "session": "daily", "week": "weekly", "month": "monthly",
    "quarter": "quarterly", "year": "yearly",
}  # fmt: skip
PERIOD = r"(?:trading |calendar |business )?(?P<unit>second|minute|hour|day|session|week|month|quarter|year)s?"
_DATA = (
    r"(?:closing[- ](?:prices?|levels?|values?|quotes?)|clos(?:es|e)|price (?:data|series|history|histories|bars?)|prices?|bars?|candles?(?:ticks?)?|quotes?"
    r"|data(?:sets?| points?| feed| series)?|ohlcv?|observations|series|time series|snapshots|(?<!it )(?<!q )feeds?(?! (?:on|off|upon|in|into|the|a|an|its|past|last|\d+|\w+ (?:trading |calendar )?(?:days|weeks|months|years|hours|minutes|sessions|bars))\b)|market data|values|averages(?! (?:of|over|cross))|quotations|readings"
    r"|spot(?: rates?)? (?:and|\+|&|/|plus) (?:[\w-]+ )?forwards?"
    r"|(?:spot|swap|forward|exchange|interest|fx) (?:rates?|points|quotes)|rates(?! of)|opens|levels?|prints|ticks|fundamentals|marks|ones(?=[.,;!)]|$)"
    r"|settlements?(?: prices)?|fix(?:ing)?e?s|assessments|net asset values|navs|yields(?! (?:of|on|to|from|a|the|an)\b)|ticker tape|midpoints?|trades(?= (?:from|of|at tick|and quotes)|[.,;:)]|$)|inputs?|features)"
)
_HEAD = re.compile(rf"\b{_DATA}\b")
_WORD = (
    r"(?:raw|adjusted|unadjusted|un-adjusted|non-adjusted|split|dividend|and|or|fully|total[- ]return|split-adjusted|dividend-adjusted|open,? high|high|low|close"
    r"|split- and dividend-adjusted|closing|opening|open|price|market|trade|back-adjusted|historical|consolidated|ohlc|ohlcv|bid|ask"
    r"|mid|only|index|equity|stock|spot|forward|futures?|official|settlement|exchange|one-month|fx|\w+ly|volume|level|bars?|regular|plain|simple|as-traded|nominal"
    r"|back-|rolled|continuous|order-?book|trade|ordinary|usual|standard|public|freely|bond|currency|crypto|commodity|etf|fund|opra|taq|sip|nbbo|consolidated|options?|perpetual|swap|order-?flow|yahoo|bloomberg|refinitiv|reuters|crsp|compustat|polygon|norgate|tiingo|binance|coinbase|kraken|cboe|cme|nyse|nasdaq|lse|wm/r|wm/reuters|dukascopy|databento|factset|tape|vendor|us|european)"
)
_LEFT = re.compile(rf"(?:\b(?:{re.sub(r'[?]P<[a-z]+>', '?:', _RATE_WORDS)}|{_WORD})(?:[ ,/&-]+|$)){{1,8}}$")
_RIGHT = re.compile(
    r"(?: (?:(?:behind|of|for|under|in|used by) (?:q{3,}|it|the (?:strategy|model|system|signals?|rules?))"
    r"|(?:that |which )?(?:q{3,}|it|the (?:strategy|model|system|signals?|rules?)) (?:uses?|reads?|needs?|takes?|runs? on|works? on|trades? on|sees?|consumes?)))?"
    rf",?(?: (?:is|are|was|were|isn't|aren't|wasn't|weren't|not|that|which|come|comes|arrives?|arriving|refreshes|updates|sampled|polled|refreshed|queried|taken|recorded|observed|collected|measured|stamped|aggregated|updated|at|on|in"
    rf"|an?|with|of|for|once|one|twice|only|just|all|{_N}|to|into|per|every|each|read|drawn|off|per \w+ and|index|value|quote|price|print|reading),?)"
    rf"{{0,5}} (?:(?:{PERIOD}(?:'s)?(?: (?:each|long|length|intervals?|bars))?\b(?!-)(?! (?:of an hour|an hour|ago|later|before|after|following|hence|from|ahead|behind|returns?|window|look-?back|average|rebalanc|history|of (?:history|data|[\w-]+ (?:bars|candles|quotes|data|prices|closes)|bars|candles|quotes|prices|closes))))"
    r"|(?P<word>(?:fri|mon)days?|(?:day|week|month|minute|hour)[- ]by[- ](?:day|week|month|minute|hour)|intra-?day|minutely|hourly|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|tick)"
    r"(?= (?:resolution|granularity|frequency|intervals?|basis|steps|sampling|level|ones\b)|[.,;:)]|$| \(| - | and | but | so | from))"
)
RATE_WITH = re.compile(
    rf"\b(?:{_RATE_WORDS}) (?:resolution|granularity|sampling|timestamps|(?P<loose>frequency|intervals|steps))\b"
)
RATE_AFTER = re.compile(
    r"\b(?:resolution|granularity|sampling|(?:data|sampling|bar|input|price|observation) (?:frequency|interval|rate|size|resolution|granularity|step)|frequency(?= of the (?:data|inputs?|prices?|bars?|observations?|series))|bar size"
    r"|bar length|time ?frame)\b"
    r"(?: (?:of|for|in|used|here|the|its|our|data|inputs?|prices?|bars?|observations?|series|q+)){0,5} ?(?:is|are|of|:|=|-|,|at)* ?(?:a |an |the |set to |just |only )*"
    rf"(?:{_RATE_WORDS}|(?:a |an |one |1 )?{PERIOD})\b"
)
RATE_UNDER = re.compile(  # "Input series: hourly"
    r"\b(?:inputs?|data|prices?|bars?|quotes?|source)(?: (?:series|data|feed|in|used|source|type|inputs?|prices?|frequency)){0,3}\??"
    rf"(?: ?: ?q{{3,}})? ?[:=|]+ ?(?:an? |the |only |just )?(?:{_RATE_WORDS}|(?:every|each|per) {PERIOD})(?= ?(?:[.,;)!]|$))"
)
_FIELDS = (
    ("ohlc", re.compile(r"ohlcv?|open, high|opens?, highs?")),
    ("level", re.compile(r"(?:index|closing|return) levels?|levels? of")),
    (
        "rate",
        re.compile(
            r"(?:spot|forward|swap|exchange|fx|currency)(?: and (?:[\w-]+ )?(?:forward|spot))? (?:\w+ )?(?:rates?|points|quotes)|forwards"
        ),
    ),
    ("settlement", re.compile(r"settlements?")),
    ("fix", re.compile(r"fix(?:es|ings?)|(?:[ap]m|london|noon) fix")),
    ("open", re.compile(r"open(?:s|ing)?(?! (?:interest|source))")),
    ("quote", re.compile(r"bid|ask|mid-?(?:quote|price|point)s?|mid quotes?")),
    ("range", re.compile(r"highs?\b|lows?\b|ranges?\b")),
    ("vwap", re.compile(r"vwap")),
    ("yield", re.compile(r"(?<!dividend )(?<!earnings )yields")),
    ("close", re.compile(r"clos(?:es?|ing)")),
    ("trade", re.compile(r"ticks|trades")),
    ("bar", re.compile(r"bars?|candles?(?:ticks?)?")),
)


EVERY_TICK = re.compile(
    r"\b(?:every|each)(?: single| individual)? (?:tick|trade|print)\b(?= (?:of|from|that|counts|is|on|in)|[.,;:!)]|$)"
)


def rate_of(match: re.Match[str]) -> tuple[str, int]:
    found = match.groupdict()
    if chart := found.get("chart"):
        return {"m": "minute", "h": "hourly", "d": "daily", "w": "weekly"}[chart[0]], int(chart[1:]) if chart[
            0
        ] in "mh" else 0
    if found.get("parted"):
        return "minute", 15 * {"q": 1, "h": 2, "t": 3}[found["parted"][0]]
    name = next(name for name in ("tick", "intraday", *UNITS.values()) if found.get(name))
    if name == "tick" and (seconds := re.fullmatch(rf"({_N})[- ]seconds?", found["tick"])):
        minutes, rest = divmod(number(seconds[1]) or 0.0, 60)
        if minutes and not rest:
            return ("minute", int(minutes)) if minutes != 60 else ("hourly", 1)
    written = found.get("minutes") or found.get("hours")
    if name == "minute" and (written is None or number(written) == 60):
        return (
            ("hourly", 1)
            if written
            else ("minute", 1 if "by" in found["minute"] or found["minute"] == "minutely" else 0)
        )
    if name == "hourly" and written and re.search(r" hourly", match[0]):
        return "hourly", 0  # "48 hourly bars" are as many bars
    if name == "hourly":
        return "hourly", int((number(written) if written else None) or 1)
    return name, int(number(written) or 0) if written else 0


_EACH = re.compile(r" (?:each|every|once|twice|per|a)\b")
_COUNTED = re.compile(r"(?:\d|\b(?:hundred|thousand|dozen|\w+ty|\w+teen|several|many|few)) $")
_MANY = re.compile(rf"\b({_N}) (?:\w+ )?$")
_RHYTHM_FIRST = re.compile(
    r"((?:hourly|daily|weekly|monthly|quarterly|yearly|annual), )(?!.*(?:,|\b(?:and|or)\b)).+"
)  # "(daily, minute bars)"
_POINTS = re.compile(r"(?:observations|values|data points?|points|series|readings|snapshots|rates)$")


def phrases(text: str) -> Iterator[tuple[int, int, frozenset[tuple[str, int]], bool | None, frozenset[str]]]:
    """Each phrase of a passage that tells how often data come: its place, the rates, whether adjusted, and the fields."""
    for head in _HEAD.finditer(text):
        before = max(head.start() - 72, 0)
        left = _LEFT.search(text[before : head.start()])
        right = None if head[0] in ("close", "opens") else _RIGHT.match(text, head.end())
        if left is None and right is None:
            continue
        if head[0] == "ones" or (head[0] == "averages" and left is None and _EACH.match(text, head.end())):
            continue  # "checked against their averages each month"
        start = before + left.start() if left else head.start()
        if _POINTS.search(head[0]) and _COUNTED.search(text, max(start - 12, 0), start):
            continue  # "60 monthly observations" tell how long a sample is
        if left and (rhythm := _RHYTHM_FIRST.fullmatch(left[0])):
            start += rhythm.end(1)
        end = right.end() if right else head.end()
        rates = {rate_of(match) for match in RATE.finditer(text, start, head.end())}
        if right is not None and not rates:
            rates |= {_rate_after(right, _how_many(text, start))}
        phrase = text[start : head.end()]
        adjusted = None
        if re.search(r"\badjusted|-adjusted|total[- ]return", phrase):
            adjusted = re.search(r"\b(?:un-?|non-?)adjusted", phrase) is None
        if re.search(r"\b(?:un-?adjusted|non-adjusted|raw|as-traded|nominal)\b", phrase):
            adjusted = False
        if head[0] == "trades" and not any(name == "tick" for name, _ in rates):
            continue  # "monthly trades" are dealings
        if rates:
            yield start, end, frozenset(rates), adjusted, fields_of(phrase)


def _how_many(text: str, start: int) -> int:
    """How many of the data that begin at `start` there are; 1 where no number stands before them."""
    counted = _MANY.search(text, max(start - 14, 0), start)
    return int(number(counted[1]) or 1) if counted else 1


def _rate_after(match: re.Match[str], many: int) -> tuple[str, int]:
    """The rate that stands behind data, of which there may be `many` in its period ("twelve bars an hour")."""
    if match["word"]:
        word = RATE.match(match["word"].replace("annually", "annual"))
        return rate_of(word) if word else ("intraday", 0)
    unit = UNITS[match["unit"]]
    count = re.search(rf"\b({_N}) (?:trading |calendar |business )?{match['unit']}", match[0])
    size = number(count[1]) if count else None
    if unit == "hourly" and many > 1:
        return "minute", 60 // many
    if unit in ("minute", "hourly"):
        return ("hourly", 1) if unit == "minute" and size == 60 else (unit, int(size or 1))
    return unit, 0


def fields_of(text: str) -> frozenset[str]:
    """What of a market's prices words name."""
    found = {name for name, pattern in _FIELDS if re.search(rf"\b(?:{pattern.pattern})\b", text)}
    if "ohlc" in found:
        return frozenset(["ohlc"])
    return frozenset(found)
