"""How far back a signal looks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics import data_source
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.roles import role_at, roles_fit
from validators.methodology.topics.spans import REPORT, SPAN, Length, lengths, same_length
from validators.methodology.topics.splits.data_shares import is_last_quarter
from validators.methodology.topics.windows.data_taken import OF_RUN, OF_TEST, is_fed, is_reached
from validators.methodology.topics.windows.lookback_mentions import lengths_named, stems_of
from validators.methodology.topics.windows.lookback_signs import PAST, SIGNS, is_of_signal, is_used
from validators.methodology.topics.windows.looked_at import is_looked_at
from validators.methodology.topics.windows.no_lookback import LATEST_ALONE, NO_LOOKBACK, NONE_SAID
from validators.methodology.topics.windows.other_spans import OF_ELSE, is_grain, is_skipped
from validators.methodology.topics.windows.reach import EVERYTHING, is_beyond, is_dropped
from validators.reasons import Reason

key = "lookback"
cues = (
    "ma period", "ma length", "ma window", "look", "consider", "consult", "examin", "ago", "earlier", "memory", "remember", "recall", "formation", "moving", "sma",
    "ema", "dma", "average", "averaging", "momentum", "window", "channel", "breakout", "signal", "rank", "horizon", "trend",
    "compar", "measur", "sort", "scor", "determin", "select", "pick", "decid", "decision", "strong", "winner", "loser",
    "weak", "best", "worst", "highest", "lowest", "judg", "uses", "using", "use ", "used", "need", "based on", "built",
    "rate of change", "roc", "rsi", " high", " low", "-high", "-low", "calculat", "comput", "choos",
    "older", "forget", "return", "goes by", "count", "matter", "before", "beyond", "ignor", "filter", "evaluat", "assess",
    "reading", "reads", "indicator", "back", "input", "feature", "driv", "history", "past ", "prices", "closes", "depend", "worked out", "reckon",
    "rest", "react", "span", "draws", "watch", "tak", "feed", "fed ", "sees ", "go into", "goes into", "data", "want", "enter", "peak", "extreme", "range", "digest", "weigh", "know", "field", "context", "sequence", "suffic", "enough", "smooth", "standardi", "cumulat", "mean", "deviation", "bands", "spread", "weight", "volatil", "risk", "reach", "stretch", "cover", "lies", "lie ", "z-score", "every day", "each day", "all ", "settles", "behind", "includes", "happened", "forgot", "warm", "makes do", "gets by", "works ", "learns", "checks", "stood", "goes ", "filing", "on file", "delimit", "view", "forecast", "cares",
)  # fmt: skip
also = (
    "length", "period", "size", "window", "no ", "nothing", "none", "n't", "not ", "without", "second", "min", "hour", "hr", "day", "session", "bar", "week", "wk",
    "month", " mo", "quarter", "year", "yr", "candle", "observation", "fixing", "settlement", "0 h", "2 h", "4 h", "6 h", "8 h", "0 d", "5 d", "2 d", "closes", "12-1", "6-1", "12 minus", "11-1", "9-1",
    "0d", "1d", "2d", "3d", "4d", "5d", "6d", "7d", "8d", "9d", "0w", "1w", "2w", "3w", "4w", "5w", "6w", "7w", "8w", "9w",
    "0m", "1m", "2m", "3m", "4m", "5m", "6m", "7m", "8m", "9m", "0y", "1y", "2y", "3y", "4y", "5y", "6y", "7y", "8y", "9y",
    "0h", "1h", "2h", "3h", "4h", "5h", "6h", "7h", "8h", "9h", "sma", "ema", "rsi", "roc", "since", "expanding", "today", "current", "right now", "moment", "returns", "prices", "quotes", "moves", "readings", "start", "begin", "launch", "inception", "first", "every", "each", "all ", "fortnight", "report", "release", "announcement", "filing",
)  # fmt: skip
_REFIT = re.compile(r"\bre-?(?:train|fit|estimat|calibrat|learn|tun)|\b(?:fitted|trained|grown)\b")
_COUNTED = re.compile(
    r"\b(?:look-?back|momentum|signal|ranking|formation)(?: (?:window|period|length))?(?: q+)? \(?(?:in |trading )*(?P<unit>days?|sessions?|bars?|weeks?|months?|years?|hours?)\)?[ :=|]+(?:is |of |are )?(?P<count>\d{1,4})\b"
    r"|\bnumber of (?:trading )?(?P<unit2>days|sessions|bars|weeks|months|years|hours) (?:in|of) (?:the |its )?(?:look-?back|(?:signal |ranking )?window)[^.;]{0,12}?[ :=](?P<count2>\d{1,4})\b"
    r"|(?<!training )(?<!test )(?<!fitting )(?<!estimation )(?<!rolling )\b(?:(?:look-?back|window)(?: (?:length|period|size|n))?|(?:[sew]?ma|average|channel|breakout|formation|momentum|signal|ranking) (?:length|window|period|size)) ?[:=|]+ ?(?P<bars>\d{1,4})(?=\s*(?:$|[,;)|]|\.(?!\d)))"
)
_LIMIT = re.compile(
    r"\b(?:older|earlier|longer|farther|further(?: back)?|farther(?: back)?|more|beyond|before|prior to)(?: than)?(?: the)?"
    rf"(?: {PAST})? $"
)
_LIMITED = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|ignor\w*|forg[eo]t\w*|drop\w*|discard\w*|disregard\w*|irrelevant)\b|n't\b"
)
_AVERAGED = re.compile(r"\d+\.\d+")  # nobody sets a window of 12.6 days
_ABOUT = re.compile(
    r"\b(?:about|roughly|around|some|approximately|nearly|almost|just (?:over|under)|close to|more or less|a good|say|i\.e\.) (?:the (?:past|last) )?$"
)
_NO_PRICES = (Length(count=0.0, unit="price"),)  # which leaves the history of other data open
_LATEST = (Length(count=1.0, unit="latest"),)
_SINCE_THE_START = Length(count=1_000.0, unit="year")
_EVERYTHING = re.compile(
    r"\b(?:(?:expanding|growing) (?:window|sample|history)|(?:all|everything|every \w+|the (?:whole|entire|full) (?:history|past|record))[^.;,]{0,30}? ?(?:since|from) (?:the |its )?(?:very )?(?:sample|series|data|history|start|beginning|inception|first)"
    r"|all (?:of )?(?:the )?(?:available |past )?history|all-history|(?:whole|entire|full)-history"
    r"|(?:every|all)(?: \w+){0,2} (?:months?|days?|weeks?|years?|returns?|closes|prices|history|quarters?) since (?:\w+ )?(?:19|20)\d\d\b"
    r"|(?:window|sample|history) that (?:grows|expands)|since (?:inception|the (?:sample|series|data) (?:began|begins|starts|started)))\b"
)


_OF_RATE = {
    "minute": "minute",
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "yearly": "year",
}
_WRITTEN_OUT = (
    (re.compile(r"\b(\d+) (?:mon|tues|wednes|thurs|fri)days\b"), r"\1 weeks"),
    (re.compile(r"\b(\d+)-1 ?(?:m|mo|mths?|months?)?\b"), r"\1 months"),
    (
        re.compile(r"\b(\d+) ?/ ?(\d+)(?:[- ]?(?:d|days?))? ?(sma|ema|dma|ma|moving averages?)\b"),
        r"\1 days and \2 days",
    ),
    (re.compile(r"\b(?:sma|ema|dma|ma|macd)[ (]*(\d+) ?[/,] ?(\d+)\b"), r"\1 days and \2 days"),
    (re.compile(r"\b(\d+) ?(?:d[se]?|day )(?:ma|sma|ema)\b|\b(\d+)[- ](?:sma|ema|dma)\b"), r"\1\2 days"),
    (re.compile(r"\b(\d+)[- ]periods?\b"), r"\1 bars"),
    (re.compile(r"\b(\d+) ?s\b"), r"\1 seconds"),
)
_ONLY_NOW = re.compile(
    r"0 ?(?:d|days?)\b|(?:only )?(?:today's|(?:the |its )?(?:latest|current|present|most recent|spot|last)) (?:[\w-]+ ){1,3}?(?:only|alone)\b|only (?:today's|the (?:latest|current|present|most recent|last)) (?!\d)"
)
_ALL_DATA = re.compile(
    r"^(?:expanding|growing)\b|\b(?:all|whole|entire|full) (?:the )?(?:data|history|past|sample)\b(?: (?:to date|so far|since|from|up to)\b|$)"
)
_TENOR = re.compile(
    r" (?!of )(?:\w+ )?(?:fwd|forwards?|libor|futures|bills?|notes?|bonds?|yields?|rates?(?! of change)|points)\b"
)
_OBSERVED = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<rate>{'|'.join(_OF_RATE)}) (?:\w+ )?(?:returns|closes|bars|prices|observations|values|readings|quotes|candles|moves|changes|reports|filings|statements|accounts|earnings|releases|surprises)\b"
)


def read(fact: FactValue) -> tuple[Length, ...] | None:
    """A document's spans; () for none, None where its words hold no span."""
    text = fact_text(fact)
    if says_nothing(text):
        return None
    if says_none(text) or NO_LOOKBACK.search(text) or _ONLY_NOW.match(text):
        return ()
    if _EVERYTHING.search(text) or _ALL_DATA.search(text):
        return (_SINCE_THE_START,)
    for pattern, words in _WRITTEN_OUT:
        text = pattern.sub(words, text)
    text = _OBSERVED.sub(lambda found: f"{found['n']} {_OF_RATE[found['rate']]}s", text)
    most = _MOST.search(text) is not None or _RANGE.search(text) is not None
    named = [
        match for match in SPAN.finditer(text) if not is_skipped(text, match) and not _TENOR.match(text, match.end())
    ]
    spans = [match for match in named if not is_grain(text, match)] or named
    return (
        tuple(
            replace(length, most=most, role=role_at(text, *match.span()))
            for match in spans
            for length in lengths(match)
        )
        or None
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every span over which a passage says that a signal looks back."""
    for match in NO_LOOKBACK.finditer(text):
        yield Stated(
            start=match.start(), end=match.end(), value=_NO_PRICES if "price" in match[0] else (), asserted=True
        )
    for match in NONE_SAID.finditer(text):
        yield Stated(start=match.start("none"), end=match.end("none"), value=(), asserted=True)
    for match in LATEST_ALONE.finditer(text):
        if not (OF_TEST.search(text)):
            denied = _LIMITED.search(text, max(match.start() - 40, 0), match.start()) is not None
            yield Stated(start=match.start(), end=match.end(), value=_LATEST, asserted=not denied)
    for match in _COUNTED.finditer(text):
        unit, count = match["unit"] or match["unit2"] or "bar", match["count"] or match["count2"] or match["bars"]
        yield Stated(
            start=match.start(), end=match.end(), value=(Length(count=float(count), unit=unit.removesuffix("s")),)
        )
    signs = None
    for match in _EVERYTHING.finditer(text):
        signs = signs or list(SIGNS.finditer(text))
        sign = nearest(text, signs, match.start(), match.end(), per_break=20, after=4, limit=60)
        if sign is not None and sign["strong"]:
            yield Stated(start=match.start(), end=match.end(), value=(_SINCE_THE_START,))
    for match in EVERYTHING.finditer(text):
        tested = OF_TEST.search(text, max(match.start() - 60, 0), match.end() + 40) or _REFIT.search(text)
        if not tested and not _OF_EVALUATION.search(text):
            yield Stated(start=match.start(), end=match.end(), value=(_SINCE_THE_START,))
    for match in SPAN.finditer(text):
        limit = _LIMIT.search(text, max(match.start() - 40, 0), match.start())
        if _LEVEL.search(text, max(match.start() - 14, 0), match.start()) and ", or" in match[0]:
            continue  # "its RSI is over 60, or eight sessions have passed"
        if limit is not None and is_beyond(text, match.start(), match.end()):
            yield Stated(start=limit.start(), end=match.end(), value=tuple(lengths(match)), asserted=True)
            continue
        if is_last_quarter(text, match.start(), match.end()):
            continue
        if _USUAL_BEFORE.search(text, max(match.start() - 40, 0), match.start()):
            continue
        if _is_time_needed(text, match.start(), match.end()):
            continue  # "it needed 204 days to get back"
        if (
            (limit is None and OF_ELSE.match(text, match.end()) and not _is_past_state(text, match))
            or is_skipped(text, match)
            or is_grain(text, match)
        ):
            continue
        if signs is None:
            signs = list(SIGNS.finditer(text))
        about = _ABOUT.search(text, max(match.start() - 24, 0), match.start()) is not None
        most = _MOST.search(text, max(match.start() - 40, 0), match.end() + 24) is not None
        role = role_at(text, *match.span())
        value = tuple(replace(length, about=about, most=most, role=role) for length in lengths(match))
        if (
            _AVERAGED.fullmatch(match["count"] or "")
            or not value
            or (OF_RUN.search(text) and not any(sign["strong"] for sign in signs))
            or not (
                is_fed(text, match)
                or is_reached(text, signs, match)
                or is_used(text, signs, match)
                or is_of_signal(text, signs, match, by_itself=limit is not None)
                or is_looked_at(text, match, max(each.days for each in value))
            )
        ):
            continue
        if limit is None and is_dropped(text, match.start(), match.end()):
            continue
        if limit is None:
            yield Stated(start=match.start(), end=match.end(), value=value)
        elif _LIMITED.search(text, max(limit.start() - 60, 0), limit.start() + 1):
            value = tuple(replace(length, most=True) for length in value)
            yield Stated(start=limit.start(), end=match.end(), value=value, asserted=True)


def conflict(
    stated: tuple[Length, ...], *, asserted: bool, fact: tuple[Length, ...], document: MethodologyDocument
) -> Reason | None:
    """A span that the document does not name, or any where it names none."""
    if stated == _LATEST:
        far = any(length.days > 1.0 or (length.unit in ("minute", "hour") and length.count > 1.0) for length in fact)
        return Reason.CONTRADICTS_DOCUMENT if asserted and far else None
    if stated == _NO_PRICES:
        data = data_source.read(document.facts.get("data_source", "prices"))
        if data is not None and data.kinds and "price" not in data.kinds:
            return None
        stated = ()
    if not stated and fact == (_SINCE_THE_START,):
        return None  # no window is what a history without an end is
    if not stated:
        return Reason.CONTRADICTS_DOCUMENT if asserted and fact else None
    counted = [length for length in fact if length.unit == REPORT]
    if any(length.unit == REPORT for length in stated) and not counted:
        return None
    if not asserted:
        same = bool(fact) and all(any(same_length(value, other) for other in fact) for value in stated)
        return Reason.CONTRADICTS_DOCUMENT if same else None
    if not fact:
        return Reason.INAPPLICABLE_TOPIC
    agrees = all(
        any((same_length(value, other) or _is_within(value, other)) and roles_fit(value, other) for other in fact)
        for value in stated
    )
    return None if agrees else Reason.CONTRADICTS_DOCUMENT


def glosses(stated: tuple[Length, ...], other: tuple[Length, ...]) -> bool:
    """Whether each span is one of the others in another unit, as near as prose has it."""
    return all(
        any(
            value.unit != each.unit and abs(value.days - each.days) <= _NEAR_ENOUGH * max(value.days, each.days)
            for each in other
        )
        for value in stated
    )


_NEAR_ENOUGH = 0.07
_USUAL_BEFORE = re.compile(r"\b(?:next to|compared (?:with|to)|unlike) (?:the|an?) (?:\w+ )?$")
_OF_EVALUATION = re.compile(
    r"\b(?:year by year|year after year|(?:each|every|by a) year|single cut|splits?|hold-?outs?|held[- ](?:out|back)|set aside|kept (?:back|aside|apart|out)|unseen)\b"
)
_LEVEL = re.compile(r"\b(?:over|above|below|under|at|to|than|reaches|beyond) $")
_RANGE = re.compile(rf"\b(?:from|between) {NUMBER} (?:\w+ )?(?:to|and|up to) {NUMBER}\b|\b\d+ ?(?:to|-) ?\d+\b")
_MOST = re.compile(
    r"\b(?:up to|at (?:the )?most|no (?:more|longer|further) than|maximum|max|longest|farthest|furthest|not (?:more|longer) than|never more than|(?:or|and) (?:less|shorter))\b"
)


_NEEDS = re.compile(
    r"\b(?:need|took|tak|requir|want)\w* (?:(?:about|roughly|around|some|only|just|another|nearly|almost|over|the|up to) )*$"
)
_TO_DO = re.compile(
    r"(?: of \w+)? to (?!(?:form|comput|rank|calculat|estimat|measur|judg|decid|determin|see|know|learn|produc|warm|fill|build|work|mak|com|find|tell|gaug|assess|set|get (?:a|its|the|going)|gener|creat|giv|be)\w*\b|the\b|get (?:a|its|the) )\w+"
)
_STATE = re.compile(
    r"\b(?:stood|was|were|been|closed|traded|did|price|close|level|value|one|that) (?:exactly |just |about )?$"
)
_SINCE = re.compile(r" (?:earlier|ago|before|back)\b")


def _is_time_needed(text: str, start: int, end: int) -> bool:
    """Whether a span is how long something took or takes to happen, and not what a signal is made of."""
    return _TO_DO.match(text, end) is not None and _NEEDS.search(text, max(start - 40, 0), start) is not None


def _is_past_state(text: str, match: re.Match[str]) -> bool:
    """Whether a span tells how long ago something stood where it is looked for ("where it stood 52 days earlier")."""
    return (
        _SINCE.match(text, match.end()) is not None
        and _STATE.search(text, max(match.start() - 24, 0), match.start()) is not None
    )


def _is_within(value: Length, longest: Length) -> bool:
    """Whether a document has windows "up to" a length, and another is one of the shorter ones."""
    return longest.most and not value.most and value.days <= longest.days


def is_named(stated: tuple[Length, ...], body: str, beside: str) -> bool:
    """Whether a document's text names each of the lengths, and something else that stands beside them in the answer too."""
    if not stated or stated in (_NO_PRICES, _LATEST):
        return False
    if _NOTHING_ELSE.search(beside):
        return False
    ours = stems_of(beside)
    if not _OF_SIGNAL.search(beside):
        ours |= _OF_A_FIT  # "it takes a five-year window", which is the one that it is fitted on
    return bool(ours) and all(
        any(
            ours & stems and any(same_length(value, other) and roles_fit(value, other) for other in told)
            for told, stems in lengths_named(body)
        )
        for value in stated
    )


_OF_SIGNAL = re.compile(
    r"\b(?:signals?|looks? back|look-?back|averag\w*|momentum|rank\w*|formation|measur\w+|features?|channel|z-score|observ\w+)\b"
)
_OF_A_FIT = frozenset(("fitted", "refitt", "estima", "calibr", "optimi"))
_NOTHING_ELSE = re.compile(r"\bnothing (?:but|older|beyond|before|other than)\b")
