"""When holdings are changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.prose import prose
from validators.methodology.topics.schedules.frequency import WEEKDAYS, Frequency, frequencies, same_frequency
from validators.methodology.topics.schedules.rebalancing_events import (
    AT_ANY_RATE,
    EVENT,
    NEVER,
    NO_CALENDAR,
    ONLY_ON_CHANGE,
    TRIGGERED,
)
from validators.methodology.topics.schedules.rebalancing_words import TELLING
from validators.methodology.topics.schedules.rhythms import CLAUSE_END, is_of_holdings
from validators.methodology.topics.schedules.schedules import TRADES_LATER, Schedule, agrees
from validators.methodology.topics.schedules.spells import SPELLS, sets_off, spells
from validators.methodology.topics.schedules.weekends import are_open, weekends_rested
from validators.reasons import Reason

key = "rebalance"
cues = (
    "balanc", "allocat", "trade", "constitut", "rotat", "weight", "rank", "holding", "position", "portfolio", "trades",
    "trading", "traded", "switch", "turns over", "turn over", "turned over", "turnover", "reset", "basket",
    "buy-and-hold", "buy and hold", "buys and", "reshuffl", "decision", "decides", "selection", "roster", "line-up",
    "lineup", "calendar", "schedule", "rhythm", "cadence", "frequency", "interval", "order", "acts ", "act ", "transact", "exposure", "names held", "sleeve", "clock", "finger", "is moved", "deal", "assets", "fund", "etf", "winner", "book ", "mix ", "makes its", " sort", "held until", "kept until", "account", "makes the", "changes", "moves", "rebuil", "trued", "rolls", "replaced", "timing", "bought", "sold ", "buy ", "sell ", "buys ", "sells ", "nothing is", "recomput", "through its", "adjust", "opened", "opens", "updated", "how often", "how frequent", "target", "list ", "picks", "candidates", "redrawn", "overhaul", "signal", "forecast", "look", "decid", "spread", "rule", "band", "examin", "consult", "stake", "network", "check", "names", "pair", "compar", "review", "monitor", "affair", "glance", "speak", "tree", "regression", "stays put", "mix", "trigger", "crosses", "acts", "sleeps", "idle", "it moves", "score", "stocks", "money", "revis", "touch", "brought", "evaluat", "choice", "buying", "selling", "swap", "regime", "weekend", "saturday", "tempo", " asks", "queried", "pause", " picked", "chosen", "chooses", "strategy", "bot "," system", "lasts", "weekday", " goes ",
)  # fmt: skip
also = (
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annual", "fortnight",
    "week", "month", "quarter", "year", "every", "each", "once", "twice", "thrice", "times", "hour", "intraday",
    "continuous", "real-time", "real time", "never", "not", "n't", "no ", "without", "when", "signal", "as soon",
    "second", "flips", "decade", "drift", "threshold", "tolerance", "buy", "day", "session", "minute", "schedule", "semi", "none", "untouched", "alone", "evening", "morning", "night", "close", "weekend", "apart", "moment", "instant", "whenever", "alternate", "any ", "crosses", "driven",
)  # fmt: skip

_METRIC_AFTER = re.compile(
    r"^(?:-|\s)*(?:\w+ly )?(?:adjusted |simple |log |total |closing |price |excess |treasury |government |bond |funding |option |implied )*(?:candles?|returns?|earnings"
    r"|reports?|results|statements?|dividends?|data|bars?|clos(?:es?|ing)|prices?|volatilit\w+|drawdowns?|gains?"
    r"|loss(?:es)?|series|observations|quotes|candles|(?:moves?|changes?)(?= (?:in|of|to|from|for)\b)|ranges?|highs?|lows?|momentum|signals?"
    r"|moving|average|frequency data|figures|statistics|stats|p&l|pnl|sharpe|turnover|retrain\w*|refit\w*|fee"
    r"|percentage|index|levels?|total|fix(?:es|ings?)|settlements?|snapshots?|rates?|values?|prints?|readings?|filings?|averages?|inputs?|marks?|yields?"
    r"|futures?|contracts?|news|digests?|briefings?|headlines|bulletins?|spreads?|candlesticks?|opens?|quotations?|accounts|volumes?|ticks?|growth|resolution|history|timestamps?|memor(?:y|ies)|windows?|look-?backs?|horizons?|trends?)\b"
)
_ABOUT = re.compile(r"\b(?:about|roughly|around|some|approximately|nearly|almost|on average,?) $")
_ON_AVERAGE = re.compile(r",? (?:on average|or so|roughly)\b")
_STRONG = re.compile(r"\bre-?balanc\w*")
_SEVERAL_DAYS = re.compile(
    r"\b(?:as well as|any|either|whether|no matter)\b|\b(?:can|may|could|might)\b[^.;]{0,60}\b(?:mon|tues|wednes|thurs|fri)day\b[^.;]{0,40}\b(?:mon|tues|wednes|thurs|fri)day\b"
)
_WEEK = re.compile(r"weekend|weekday|saturday|friday")
_OF_STRATEGY = re.compile(r" (?:strategy|system|rotation|affair|trader)\b")
_EDGE_TOLD = re.compile(
    r",? (?:always |each time )?(?:on|at|after) (?:the|its) (?P<place>first|last|final) (?:trading |business |exchange )?(?:day|session|close)\b"
)
_CHANGED = re.compile(
    r"\b(?:renewed|re-?balanced|re-?set|revised|changed|adjusted|rebuilt|refreshed|updated|re-?weighted|re-?shuffled|re-?done|switched|rotated) $"
)


_ON_CONDITION = re.compile(
    r"\b(?:when(?:ever)?|if|as soon as|until|(?:each|every) time|as the \w+ (?:demands?|requires?|tells?|says?)|on (?:entry|exit)|entries|exits?)\b"
)
_CALENDAR = re.compile(r"\b(?:days?|sessions?|weeks?|fortnights?|months?|quarters?|years?)\b")
_EDGE = re.compile(
    r"\b(?P<place>first|last|final) (?:\w+ )?(?:\w+ )?(?:day|session|close)\b"
)  # "monthly, last trading day"


def read(fact: FactValue) -> Schedule | None:
    """A document's schedule; None where its words are not understood."""
    text = fact_text(fact)
    if says_nothing(text):
        return None
    found = tuple(value for _, _, value in frequencies(text)) or tuple(
        value for _, _, value in frequencies(f"every {text}")
    )
    if found and any(
        value.anchor is None for value in found[:1]
    ):  # "once a month, on the Monday after …": the rest is a place in it
        found = tuple(value for value in found if value is found[0] or not _is_place_in(value, found[0]))
    edge = _EDGE.search(text)
    if len(found) == 1 and found[0].anchor is None and edge and found[0].per_year <= 12.0:
        found = (replace(found[0], anchor="start" if edge["place"] == "first" else "end"),)
    days = {day for day in WEEKDAYS if day in text}
    if len(found) == 1 and found[0].anchor is None and found[0].per_year == 52.0 and len(days) == 1:
        found = (replace(found[0], anchor=min(days)),)  # "weekly, after Thursday's report"
    found = tuple(
        value
        for value in found
        if value.anchor or not any(other.anchor and same_frequency(other.per_year, value.per_year) for other in found)
    )
    most = max((value.per_year for value in found), default=0.0)
    if most > 252.0:  # "at ten and at three, every day"
        found = tuple(value for value in found if value.per_year != 252.0)
    event = (
        EVENT.search(text) is not None
        or re.search(
            r"\b(?:signal|flip|cross|trigger|event|drift|deposits?|withdrawals?|holidays?|announcements?|earnings|expir\w+|bands?|threshold)",
            text,
        )
        is not None
        or NO_CALENDAR.search(text) is not None
        or (not found and _ON_CONDITION.search(text) is not None and _CALENDAR.search(text) is None)
    )
    if found or event:
        return Schedule(frequencies=found, event=event)
    return Schedule() if says_none(text) or NEVER.search(text) or text in ("buy and hold", "buy-and-hold") else None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every rhythm in which a passage says that holdings change."""
    if _OF_INPUTS.search(text) and _INPUTS.search(text) and not _DEALT.search(text):
        return  # "the strategy sees daily option chains and nothing else"
    rested = list(weekends_rested(text)) if _WEEK.search(text) else []
    for start, end, asserted in rested:
        yield Stated(start=start, end=end, value=Schedule(weekdays=True), asserted=asserted)
    signs = list(TELLING.finditer(text))
    named = list(frequencies(text))
    if (
        not any(sign["yes"] for sign in signs)
        and not named
        and not any(
            pattern.search(text)
            for pattern in (
                NEVER,
                NO_CALENDAR,
                *SPELLS,
                TRIGGERED,
                AT_ANY_RATE,
            )
        )
    ):
        return
    for match in NEVER.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Schedule(), asserted=True)
    periodic = False
    told = (-100, Frequency(per_year=1.0))
    guiding = [sign for sign in signs if not sign["veto"]]
    for start, end, value in named:
        if start - told[0] <= 12 and _is_place_in(value, told[1]):
            continue  # "every two weeks, on a Thursday"
        if any(begin <= start < stop for begin, stop, _ in rested):
            continue
        decided = value.anchor in WEEKDAYS and any(day in text[:start] for day in WEEKDAYS if day != value.anchor)
        if decided and _DEALT_ON.search(text, max(start - 40, 0), start + 3):
            continue  # "a monday signal leads to trades on thursday"
        if value.anchor in WEEKDAYS and _ANY_SIGNAL.search(text, 0, start):
            continue  # "a signal seen on a Friday is traded on Monday"
        if value.anchor in WEEKDAYS and _SEVERAL_DAYS.search(text):
            continue  # "it can be opened on a Wednesday as well as on a Monday"
        other = _IS_HOW_OFTEN.match(text, end)
        if other and not any(sign["yes"] for sign in TELLING.finditer(text, other.start("what"), other.end())):
            continue  # "monthly is how often the report appears"
        if text.startswith("turn", start) and _IS_EFFECT.search(text, max(start - 40, 0), end + 24):
            continue  # "this one is about the turn of the month"
        if value.anchor == "middle" and _BEFALLS.search(text, max(start - 50, 0), start):
            continue  # "a sector that collapses mid-month"
        if _OF_DATA.search(text, max(start - 60, 0), start):
            continue  # "candles at hourly frequency", "snapshots ten times a second"
        if re.match(r"\d+\.\d", text[start:end]) or _PRICE_OF_DAY.match(text, end):
            continue  # a turnover, or when a trade is done
        arrives = sets_off(text, start, end)
        if (_METRIC_AFTER.match(text[end : end + 60]) and not arrives) or _laid_out(text, start, end):
            continue
        edge = _EDGE_TOLD.match(text, end) if value.anchor is None and value.per_year <= 12.0 else None
        if edge:
            value = replace(value, anchor="start" if edge["place"] == "first" else "end")
        if _ABOUT.search(text, max(start - 24, 0), start) or _ON_AVERAGE.match(text, end):
            continue
        some = _NOT_ALL.match(text, end)
        if some and not any(some.end() > begin >= end and other != value for begin, _, other in named):
            continue  # "weekly, but not every week"; "monthly, not every week" tells two rhythms
        near = [each for each in guiding if each["yes"]] if arrives else guiding
        sign = nearest(text, near, start, end, per_break=30, after=6, limit=130)
        kept = _BETWEEN.search(text, 0, start) and _NOTHING_DONE.match(text, end)
        stated = Stated(start=start, end=end, value=Schedule(frequencies=(value,)), asserted=True if kept else None)
        if not _IN_STEPS.fullmatch(text, start, end) and (
            is_of_holdings(text, start, end) or _OF_STRATEGY.match(text, end)
        ):
            periodic = True
            yield stated
            continue
        if sign is None or not sign["yes"] or _is_of_its_own(text, start, sign, named):
            continue
        if sign["weak"] and text.startswith("intraday", start):
            continue
        if _OF_MODEL.search(text, max(min(start, sign.start()) - 70, 0), sign.start()) and not sign[0].startswith(
            ("rebalanc", "re-balanc")
        ):
            continue  # "the numbers are re-chosen every year"
        contrary = [
            other
            for other in signs
            if sign["weak"] and (other["no"] or other["veto"]) and not _SO_THAT.search(text, end, other.start())
        ]
        if nearest(text, contrary, start, end, per_break=30, after=0, limit=60) is None:
            periodic = True
            told = (end, value)
            yield stated
    for start, end, value, asserted in spells(text):
        yield Stated(start=start, end=end, value=Schedule(frequencies=(value,)), asserted=asserted)
    for match in NO_CALENDAR.finditer(text):
        on_event = Schedule(event=True, unscheduled=_OF_CALENDAR.search(match[0]) is not None)
        yield Stated(start=match.start(), end=match.end(), value=on_event, asserted=True)
    for match in AT_ANY_RATE.finditer(text) if periodic else ():
        yield Stated(start=match.start(), end=match.end(), value=Schedule(event=True), asserted=False)
    if not periodic:
        for match in TRIGGERED.finditer(text):
            yield Stated(start=match.start(), end=match.end(), value=Schedule(event=True))
    strong = _STRONG.search(text)
    if strong and not periodic:
        event = EVENT.search(text, strong.end(), min(strong.end() + 50, len(text)))
        if event:
            yield Stated(start=strong.start(), end=event.end(), value=Schedule(event=True))


def conflict(stated: Schedule, *, asserted: bool, fact: Schedule, document: MethodologyDocument) -> Reason | None:
    """Another rhythm or day, a calendar where a signal decides, rebalancing where there is none."""
    if stated.weekdays:
        return Reason.CONTRADICTS_DOCUMENT if asserted and are_open(prose(document, key)) else None
    if not asserted and stated.event:
        return Reason.CONTRADICTS_DOCUMENT if ONLY_ON_CHANGE.search(fold(document.fact_text(key))) else None
    if not asserted:
        denied = any(agrees(value, fact) and _is_as_fine(value, fact) for value in stated.frequencies)
        return Reason.CONTRADICTS_DOCUMENT if denied else None
    if not stated.frequencies and not stated.event:
        return Reason.CONTRADICTS_DOCUMENT if fact.frequencies or fact.event else None
    if not fact.frequencies and not fact.event:
        return Reason.INAPPLICABLE_TOPIC
    if stated.event:
        looked_at = any(value.per_year >= 250 for value in fact.frequencies)  # a signal is looked at every day
        often = looked_at and not stated.unscheduled
        return None if fact.event or often else Reason.CONTRADICTS_DOCUMENT
    days = frozenset(day for day in WEEKDAYS if day in prose(document, key))  # of the decision, or of the trades
    if TRADES_LATER.search(fold(document.fact_text("execution")) if "execution" in document.facts else ""):
        days |= {"start"}  # what is decided at the end of a month is traded as the next one begins
    return None if all(agrees(value, fact, days) for value in stated.frequencies) else Reason.CONTRADICTS_DOCUMENT


def _is_as_fine(value: Frequency, fact: Schedule) -> bool:
    """Whether a fact tells the day as well where a value does: who denies month-ends does not deny what is done every month."""
    return any(value.anchor is None or other.anchor is not None for other in fact.frequencies)


_ANY_SIGNAL = re.compile(
    r"\b(?:an?|any|each|every|this|such an?) (?:\w+ )?(?:signal|decision|breakout|crossing|crossover)\b[^.;]{0,24}$"
)
_IS_EFFECT = re.compile(
    r"\b(?:effects?|anomal(?:y|ies)|premium|phenomenon|seasonalit(?:y|ies)|exploits?|captures?|called|known as|(?:is|be|are|'s) (?:all )?about)\b"
)
_SO_THAT = re.compile(r"\b(?:so that|such that|in order (?:to|that)|so as to)\b")
_BETWEEN = re.compile(r"\bbetween (?:the |its |one )?$")
_NOTHING_DONE = re.compile(
    r",? (?:nothing|no |it (?:does|is) (?:not|n't)|the \w+ (?:is|are) (?:not|left|never))|,? (?:\w+ ){1,3}(?:(?:is|are|stays?) (?:not|never|left|untouched|unchanged)|(?:isn|aren|doesn|don)'t)"
)
_OF_INPUTS = re.compile(
    r"\b(?:reads|sees|(?:is|gets|are) fed|relies on|works? (?:from|with|on)|(?:computed|built|run|based) (?:from|on|with)|uses|go(?:es)? in\b|inputs? (?:is|are)|raw material|what it looks at|data)\b"
)
_INPUTS = re.compile(
    r"\b(?:bars?|candles?|closes|clos(?:e|ing) prices?|prices|quotes|fix(?:ings?)?|mids?|yields?|chains?|snapshots?|series|funding|rates|curve|levels|settlements?|filings|fundamentals|headlines|forwards)\b"
)
_DEALT = re.compile(
    r"\b(?:re-?balanc|re-?set|trad(?:e|es|ed|ing)\b|position|weight|holdings?\b|holds\b|portfolio|book\b|buys?\b|sells?\b|switch|rotat|adjusts\b|adjusted (?:every|each|once|weekly|daily|monthly)|orders?\b|re-?allocat|re-?shuffl|revis|review|refresh|changes?\b|updat|signal|rank|decid|decision|check|schedule|fill)"
)
_OF_DATA = re.compile(
    r"\b(?:data|bars?|candles?|prices|quotes|series|snapshots?|observations|readings|samples)(?: \w+)? (?:at|of|with|on) (?:an? |the )?$"
    r"|\b(?:reported|published|released|disclosed|sampled) $|\b(?:vols?|volatilit(?:y|ies)|yields|yields on \w+|curve|spreads|rates|claims|inventories|surveys|readings|closes|prices|fixings), $"
    r"|\b(?:snapshots?|observations|readings|samples)(?: of [\w -]{1,20})? $|\b(?:volume|close|prices?|bars?|candles?) for $"
)
_OF_CALENDAR = re.compile(r"\b(?:calendar|schedule|timetable|clock)\b")
_IS_HOW_OFTEN = re.compile(
    r" (?:is|was) (?:only |just )?(?:how often|how frequently|when|the rhythm (?:of|in which)) (?P<what>[^.;:,]{3,80})"
)
_DEALT_ON = re.compile(
    r"\b(?:trad(?:es?|ed|ing)|fill(?:s|ed)|orders?|execut\w+|dealt|bought|sold|purchases?|sales?|transactions?)(?: \w+)? (?:on|until|till|by|for) (?:the )?(?:following |next |same )?"
)
_NOT_ALL = re.compile(
    r" of the (?:week|year)\b|,? (?:though|but|if|yet|only|and)?,? ?not (?:on |in )?(?:all|every|each)\b"
)
_BEFALLS = re.compile(r"\b(?:that|which|who|when|if|whatever|however|should) (?:[\w']+ ){1,5}$")
_PRICE_OF_DAY = re.compile(
    r"'s (?:\w+ )?(?:open(?:ing)?|clos(?:e|ing)|auction|fix(?:ing)?|vwap|twap|session|settlement|price|bar)\b(?<!'s close)"
)
_OF_MODEL = re.compile(
    r"\b(?:parameters?|numbers?|coefficients?|thresholds?|network|trees|forest|penalt(?:y|ies)|depth|learning rate|hyper-?parameters?|deltas?|profit target|hedge ratios?|ratios?|betas?|loadings|estimates?)\b"
    r"[^.;]{0,40}?,? (?:(?:is|are|was|were|gets?) )?(?:\w+ )?(?:re-)?$"
)
_IN_STEPS = re.compile(r"(\w+)[ -](?:by|after)[ -]\1")
_STEP_AFTER_STEP = re.compile(r"(day|night|session|week|month)[ -]after[ -]\1")


def _laid_out(text: str, start: int, end: int) -> bool:
    """Whether "year by year" only tells how results are shown."""
    if _STEP_AFTER_STEP.fullmatch(text, start, end) or _CHANGED.search(text, max(start - 16, 0), start):
        return False
    return _IN_STEPS.fullmatch(text, start, end) is not None and (
        re.match(r" ?(?:,|:|-|$|\.)", text[end:]) is not None or re.fullmatch(r"\W*", text[:start]) is not None
    )


_OWN_VERB = re.compile(
    r"\W*(?!(?:not|it|its|they|this|that|these|here|we|one|q{3,}|(?:the )?(?:strategy|model|system|document\w*|methodology|rules?|book|portfolio|real|right|correct))\b)(?:[\w'-]+ ){2,6}$"
)


def _is_of_its_own(text: str, start: int, sign: re.Match[str], named: Sequence[tuple[int, int, Frequency]]) -> bool:
    """Whether a rhythm stands in a clause of its own, and the sign's clause has another ("the club meets monthly, the portfolio
    changes once a year")."""
    breaks = [0, *(found.end() for found in CLAUSE_END.finditer(text)), len(text)]
    own = max(place for place in breaks if place <= start)
    other = max(place for place in breaks if place <= sign.start())
    if own == other or _OWN_VERB.fullmatch(text[own:start]) is None:
        return False
    stop = min((place for place in breaks if place > sign.start()), default=len(text))
    return any(other <= begin < stop for begin, _, _ in named)


def _is_place_in(value: Frequency, period: Frequency) -> bool:
    """Whether a weekday or an edge only tells when in a longer period something is done."""
    return value.anchor is not None and value.per_year > 1.1 * period.per_year
