"""How far back a signal looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.reasons import Reason

key = "lookback"
cues = (
    "look", "consider", "ago", "earlier", "memory", "formation", "moving", "sma", "ema", "average", "momentum",
    "window", "channel", "breakout", "signal", "rank", "horizon", "trend", "compar", "measur", "sort", "scor",
    "determin", "select", "pick", "decid", "strong", "winner", "loser", "weak", "best", "highest", "judg", "uses",
    "using", "based on", "rate of change", "roc", "day high", "day low", "day-high", "week high", "week low",
    "month high", "month low", "high ", "low ", "highs", "lows", "averaging", "calculat", "comput", "chooses",
    "older", "forget", "return", "goes by", "count", "before", "beyond", "ignor", "filter", "evaluat", "reading", "indicator", "back", "input", "feature", "driv", "sets ",
)  # fmt: skip
also = (
    "no look", "without", "hour", "hr", "day", "session", "bar", "week", "wk", "month", " mo", "quarter", "year", "yr", "12-1",
    "6-1", "12 minus", "11-1", "9-1", "0d", "1d", "2d", "3d", "4d", "5d", "6d", "7d", "8d", "9d", "0w", "1w", "2w",
    "3w", "4w", "5w", "6w", "7w", "8w", "9w", "0m", "1m", "2m", "3m", "4m", "5m", "6m", "7m", "8m", "9m", "0y", "1y",
    "2y", "3y", "4y", "5y", "6y", "7y", "8y", "9y",
)  # fmt: skip

_UNITS = {"hour": "hour", "hr": "hour", "d": "day", "day": "day", "session": "day", "bar": "day", "w": "week", "wk": "week", "week": "week", "m": "month", "mo": "month",
          "month": "month", "quarter": "quarter", "q": "quarter", "y": "year", "yr": "year", "year": "year"}  # fmt: skip
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 5.0, "month": 21.0, "quarter": 63.0, "year": 252.0}
_CALENDAR = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365 / 12, "quarter": 365 / 4, "year": 365.0}
_LISTED = rf"(?:{NUMBER})-?(?:(?:,? and |,? or |, ?| ?/ ?| & | to |-and-)-?(?:{NUMBER})-?){{0,4}}"
SPAN = (
    rf"(?:(?:(?P<count>{_LISTED})[ -]?|(?P<word>half an?|half|an?|the)[ -])(?:rolling |full |whole |complete |single "
    r"|entire )?(?P<kind>trading|business|calendar|market|fiscal|financial)?[ -]?)"
    r"(?P<unit>hours?|hrs?|days?|sessions?|bars?|weeks?|months?|quarters?|years?|yrs?|mos?|wks?|[dwmy])\b"
)
_BARE = r"(?P<bare>half-?year|year|month|quarter|week)\b"
_NOUN = (
    r"(?:look[ -]?backs?|formation|ranking|measurement|momentum|signal|estimation|trend|observation|breakout|channel"
    r"|moving[- ]average|\bsma|\bema|averaging|return|history|filter)"
)
_AVERAGE = (
    r"(?:simple |exponential(?:ly weighted)? |weighted )?(?:moving[- ]averages?|\bsmas?|\bemas?|\bma\b"
    r"|rolling (?:mean|average|return)s?|averages?|high(?:s|est)?\b|lows?\b|lowest|channels?|breakouts?|momentum"
    r"|trends?|rate of change|\broc\b)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # "the momentum signal looks at one month", "momentum: six months"
        r"(?:\b(?:look[ -]?backs?|formation|ranking period|measurement period|momentum (?:signal|score|rank\w*)"
        r"|memory)\b"
        rf"|\b(?:momentum|moving average|average|trend|signal) ?[:=])[^.,;:()]{{0,40}}?[ (]{SPAN}",
        # "look-back window of 200 days", "lookback: one year", "looks back 12 months"
        rf"\b(?:look(?:s|ing|ed)?[ -]?backs?|{_NOUN} (?:window|period|length|horizon|span))(?: (?:window|period"
        r"|length|horizon|span))?(?: of (?:its|the|this) \w+)?(?: (?:that )?(?:is|was|are|uses?|covers|spans"
        r"|runs|runs over|set to|set at|equals|extends|remains|stays|fixed at|measured|over|of|to|only|about"
        r"|roughly|exactly|the|past|last|trailing|previous|prior|preceding|at|in|for|just|fixed|a|an|q+)\b| ?[,:="
        rf"|(-])* {SPAN}",
        # "12-month look-back", "200-day simple moving average", "one-year formation period"
        rf"\b{SPAN}(?:'s?|s')?[ -](?:(?:total|excess|price|cumulative|absolute|relative|risk-adjusted|past"
        r"|trailing|compound|simple|rolling|historical|time-series|cross-sectional|dual|worth of|of"
        rf"|average)[ -])*(?:{_NOUN} (?:window|period|length|horizon|signal|score)s?|look[ -]?backs?|formation"
        rf"|{_AVERAGE}|(?:price )?(?:history|returns?) (?:signal|rank\w*|score|momentum|comparison)"
        r"|(?:lookback )?window\b)",
        # "a 10-day with a 50-day moving average"
        rf"\b{SPAN} (?:and|with|against|to|versus|over|or) (?:a |the |its )?(?=(?:{NUMBER})[- ](?:day|week"
        rf"|month) {_AVERAGE})",
        # "moving average of 200 days", "momentum over the last 12 months", "highest close of the past 55 days"
        rf"\b(?:{_AVERAGE}|momentum|(?:high|low)(?:est)? (?:close|price|high|low)|strength|cumulative returns?"
        r"|total returns?|past returns?|performance|trailing returns?|returns?|scores?|excess returns?|change"
        r"|prices?)(?: (?:is|are|was|has|spans|covers|uses|looks|equals|computed|measured|calculated|taken|observed"
        r"|earned|estimated|evaluated"
        r"|assessed|of|over|across|in|from|during|for|on|the|its|each|asset's?|assets|a|an|fund's?|price|prices"
        rf"|closes))*? (?:the )?(?:past|last|trailing|previous|prior|preceding|most recent|latest|standard|usual|customary|conventional|classic"
        rf"|typical|full)? ?{SPAN}",
        # "each reading is taken over the previous 36 days", "the past matters only as far back as 12 months"
        rf"\b(?:readings?|signals?|it|inputs?|indicators?|measures?)(?: \w+)? (?:is|are|was|were) (?:\w+ )?(?:taken|formed|made|read|drawn)"
        rf" (?:over|from|across|on) (?:the )?(?:past|last|trailing|previous|prior|preceding|most recent|latest) {SPAN}",
        rf"\b(?:as far back as|no further back than|no farther back than|goes? back|going back|reach(?:es|ing)? back|stretch(?:es|ing)? back"
        rf"|peers? back) (?:only |just |to |for |by |about |exactly |q+ )*{SPAN}",
        # "the signal forgets everything older than 90 days", "anything before the last 100 days is disregarded"
        rf"\b(?:older than|more than|beyond|before|further back than|earlier than|prior to)(?: the (?:last|past|previous|most recent))? {SPAN}"
        r"(?= (?:ago )?(?:\w+ ){0,2}?(?:has|have|had|is|are|was|were|does|do|plays?|counts?) (?:\w+ )?(?:no |not |nothing|n't |ignored|disregarded"
        r"|forgotten|dropped|discarded|irrelevant|left out|influence|weight))",
        rf"\b(?:forgets?|ignores?|drops?|discards?|disregards?) (?:\w+ ){{0,3}}(?:older than|more than|beyond|before|earlier than) {SPAN}",
        rf"\b(?:reads?|goes|stretches|reaches|extends?|sees?|scans?) back (?:over |by |to |only |for |just |the |last |past )*{SPAN}",
        rf"\b(?:historical|signal|history|data|estimation|calculation)? ?window\b(?: \(\w+\))?(?: it \w+)?(?: ?[:=|]| is| of)+ ?{SPAN}",
        # "alder looks back 60 days, birch 90 days"
        rf"\blook(?:s|ing|ed)?[ -]?backs?\b[^.;]*?(?:, | and | but |, and |, but )(?:for |by |at |in |to )?q{{3,}}(?:'s)? (?:only "
        rf"|just |about |to |at |is |uses )?{SPAN}",
        # "a window of 60 days"
        rf"\bwindows?(?: length)?(?: of| is|:| spans| covers)+ {SPAN}",
        # "the trailing twelve months", "the past year's return"
        rf"\b(?:trailing|past|last|previous|prior|preceding|most recent|latest|rolling)[ -](?:(?:{SPAN})|{_BARE})",
        # "uses 200 days of prices"
        rf"\b{SPAN} of (?:\w+ )?(?:returns|prices|closes|price history|past returns|closing prices|performance"
        r"|momentum|history|data)\b",
        # "the price six months ago"
        rf"\b(?:since|from|to that of|with that of|than|price|prices|close|value|level) {SPAN} (?:ago|earlier"
        r"|before)\b",
        # "ranked on their 26-week performance"
        rf"\b{SPAN}(?:'s?|s')?[ -](?:(?:total|excess|price|cumulative|absolute|relative|risk-adjusted|past"
        r"|trailing) )*(?:returns?|performance|gains?|price changes?|data|history)\b",
        r"\b(?P<count>12|twelve|6|six|11|eleven|9|nine)[- ](?:1|minus[- ]one|one)(?P<unit>)(?P<kind>)(?= momentum"
        r"| month| return| signal)",
    )
)
_FORGETS = (7, 8)  # the negation is of what is older
_WEAK = (12, 13)
_RANKED = (14, 15, 16)
_SIGNAL = re.compile(
    r"\b(?:signals?|what (?:counts|matters|decides)|goes by|considers?|rank\w*|momentum|scor\w+|compar\w+|measur\w+|comput\w+|calculat\w+|trend\w*|moving"
    r"|formation"
    r"|windows?|look\w*|based on|determin\w+|select\w*|picks?|picked|decid\w+|chooses?|chosen|strength|strongest"
    r"|weakest|winners?|losers?|highest|best|hold[s ]|buys?|goes|invests?|filters?|breakout|channel|lagged|uses"
    r"|using|judg\w+|sort\w*|evaluat\w+|return over|input|feature)\b"
)
_RANK = re.compile(
    r"\b(?:what (?:counts|matters|decides)|goes by|count\w*|rank\w*|compar\w+|sort\w*|scor\w+|signals?|momentum|pick\w*|select\w*|decid\w+|strongest|highest|best"
    r"|weakest|measur\w+|comput\w+|look\w*|judg\w+|trend|based on|uses|determin\w+|driv\w+|winner|sets?)\b"
)
_RESULT = re.compile(
    r"\b(?:returned|earned|gained|lost|drawdowns?|sharpe|cagr|annuali[sz]ed|learn\w*|train\w*|outperform\w*"
    r"|underperform\w*|backtest\w*|trained|training|test(?:ed|ing)?|held out|hold-?out|validat\w*"
    r"|volatility (?:is|was|of)|profit\w*|p&l|correlation|turnover|recover\w*|history starts|available|warm-?up"
    r"|refit\w*|retrain\w*|evaluated|out-of-sample|expense|fees? paid|equity curve)\b|\d ?%|\b(?:19|20)\d\d\b"
)
_REGIME = re.compile(r"\b(?:regimes?|bear market|bull market)\b")
_SKIP = re.compile(
    r"\b(?:skip\w*|exclud\w*|omit\w*|ignor\w*|leav\w+ out|except\w*|apart from|minus|lagg?\w*|less|without"
    r"|delay\w*|drop\w*|leaves?|gap of|save for|bar|other than)(?: (?:for|of|by|the|out|most|recent|its|latest"
    r"|last|a))*\s*$"
)
_NO_LOOKBACK = re.compile(
    r"\b(?:no|without (?:a|any)|has no|uses no|needs no) (?:\w+ )?look[ -]?back\w*(?: (?:window|period))?\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A span of time: `count` of `unit`s; `calendar` where the words say calendar days (False: trading days, None: unsaid)."""

    count: float
    unit: str
    calendar: bool | None = None


Lengths = tuple[Length, ...]  # empty: nothing is looked back at


def read(fact: FactValue) -> Lengths | None:
    """A document's spans; () for none, None where its words hold no span."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    if says_none(text):
        return ()
    text = re.sub(r"\b(\d+)-1\b", r"\1 months and 1", text)
    found = [length for match in re.finditer(rf"\b{SPAN}", text) for length in _lengths(match)]
    found += [
        length
        for match in re.finditer(rf"\b(?:past|last|previous|prior|trailing) {_BARE}", text)
        for length in _lengths(match)
    ]
    return tuple(found) or None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every span over which a passage says that a signal looks back."""
    for match in _NO_LOOKBACK.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=(), asserted=True)
    if _REGIME.search(text):
        return
    seen: set[int] = set()
    for index, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            span = match.span("unit") if match["unit"] else match.span()
            if span[1] in seen or _SKIP.search(text, max(match.start() - 40, 0), match.start()):
                continue
            start = next(
                (match.start(name) for name in ("count", "word") if match.groupdict().get(name)), match.start()
            )
            if _SKIP.search(text, max(start - 40, 0), start):
                continue
            if index in (0, 4, *range(12, 17)) and _RESULT.search(_around(text, match.start(), match.end())):
                continue
            if index in _WEAK and not _SIGNAL.search(text):
                continue
            if index in _RANKED and not _RANK.search(text):
                continue
            lengths = tuple(_lengths(match))
            if lengths:
                seen.add(span[1])
                forgets = True if index in _FORGETS else None
                yield Stated(
                    start=match.start() if forgets else start, end=match.end(), value=lengths, asserted=forgets
                )


def conflict(stated: Lengths, *, asserted: bool, fact: Lengths, document: MethodologyDocument) -> Reason | None:
    """A span that the document does not name, or any where it names none."""
    if not stated:
        return Reason.CONTRADICTS_DOCUMENT if asserted and fact else None
    if not asserted:
        same = bool(fact) and all(any(_same(value, other) for other in fact) for value in stated)
        return Reason.CONTRADICTS_DOCUMENT if same else None
    if not fact:
        return Reason.INAPPLICABLE_TOPIC
    agrees = all(any(_same(value, other) for other in fact) for value in stated)
    return None if agrees else Reason.CONTRADICTS_DOCUMENT


def _same(left: Length, right: Length) -> bool:
    """Equal in one unit; across units within 5% (21 trading days a month, 252 a year: 250 or 260 days are 12 months) or, for
    days that may be calendar days, within 2% (90 days are 3 months)."""
    exact = {"month": 1.0, "quarter": 3.0, "year": 12.0}
    if left.unit in exact and right.unit in exact:
        return abs(left.count * exact[left.unit] - right.count * exact[right.unit]) < 1e-9
    if left.unit == right.unit:
        return abs(left.count - right.count) < 1e-9 or (
            left.calendar != right.calendar and None not in (left.calendar, right.calendar) and _near(left, right)
        )
    return _near(left, right)


def _near(left: Length, right: Length) -> bool:
    days = [value.count * _DAYS[value.unit] for value in (left, right)]
    calendar = [value.count * _CALENDAR[value.unit] for value in (left, right)]
    counted = [value.calendar for value in (left, right) if value.unit == "day"]
    trading_ok = True not in counted and abs(days[0] - days[1]) <= 0.05 * max(days)
    calendar_ok = False not in counted and abs(calendar[0] - calendar[1]) <= 0.02 * max(calendar)
    return trading_ok or calendar_ok


def _lengths(match: re.Match[str]) -> Iterator[Length]:
    found = match.groupdict()
    if found.get("bare"):
        half = found["bare"].startswith("half")
        yield Length(count=6.0, unit="month") if half else Length(count=1.0, unit=found["bare"])
        return
    written, unit = found.get("count") or found.get("word"), found.get("unit")
    if not written:
        return
    name = _UNITS.get((unit or "month").removesuffix("s") or "month", "month")
    kind = found.get("kind")
    calendar = None if not kind or kind in ("fiscal", "financial") else kind == "calendar"
    if written in ("a", "an", "the"):
        if written != "the":
            yield Length(count=1.0, unit=name, calendar=calendar)
        return
    if written.startswith("half"):
        yield Length(count=6.0, unit="month") if name == "year" else Length(count=0.5, unit=name)
        return
    for part in re.split(r",? and |,? or |, ?| ?/ ?| & | to |-and-", written):
        value = number(part.strip(" -"))
        if value:
            yield Length(count=value, unit=name, calendar=calendar)


def _around(text: str, start: int, end: int) -> str:
    begin = max(text.rfind(mark, 0, start) for mark in (",", ";", ":"))
    stop = min(
        (place for mark in (",", ";", " and ", " but ") if (place := text.find(mark, end)) >= 0), default=len(text)
    )
    return text[begin + 1 : stop]
