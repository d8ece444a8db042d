"""When and at which price orders are filled."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.fills.documented_fills import fill_documented
from validators.methodology.topics.fills.fill_details import AVERAGE, WEEKDAY, averaged_over, resting_place
from validators.methodology.topics.fills.fill_lags import bar_of, differ, months_in
from validators.methodology.topics.fills.fill_moments import delay_in, is_dealt_in, is_told_from, moments
from validators.methodology.topics.fills.fill_phrases import PHRASE, fill_of
from validators.methodology.topics.fills.fill_verbs import VERB, is_of_fill, is_price_used, is_used
from validators.methodology.topics.fills.fills import TELLING, WITHIN, Day, Execution
from validators.methodology.topics.fills.session_parts import part_of, times_in
from validators.methodology.topics.prose import prose
from validators.methodology.topics.roles import role_at, roles_fit
from validators.methodology.topics.schedules.frequency import WEEKDAYS
from validators.reasons import Reason

key = "execution"
cues = (
    "execut", "fill", "trad", "order", "enter", "entry", "entries", "exit", "buy", "sell", "bought", "sold",
    "transact", "position", "act ", "acts", "acted", "acting", "implement", "deal", "switch", "rotat", "balanc",
    "fix", "booked", "dealt", "priced", "get ", "submit", "simulat", "placed", "routed", "match", "invest", "moves into", "gets ", "change hands", "moc", "moo", "market-on",
    "purchas", "sale", "adjust", "swap", "change", "live", "force", "get", "go in", "goes in", "go through", "picked up", "put", "weights", "exposure", "legs", "price", "carried out", "goes long", "goes short", "stop", "vwap", "twap", " the offer", " the spread", " the bid", " the ask", "next ", "following", "same day", "same-day", "day after", " done", "books", "uses ",
)  # fmt: skip
also = (
    "open", "clos", "vwap", "twap", "mid", "t+", "t +", "immediately", "instant", "at once", "right away",
    "straight away", "delay", "lag", "next", "following", "subsequent", "succeeding", "tomorrow", "same", "later",
    "settle", "limit", "weighted", " bid", "offer", " ask ", "slices", "fix", "passive", "intraday", "during the", "throughout", "noon", "real time", "moment", "as soon",
    "bell", " print", "straight", "days", "monday", "tuesday", "wednesday", "thursday", "friday", "very", "between", "first thing", " day ", "o'clock", "within", "pass", "go by", "goes by", "elaps", "average", "over the ", "across", "'s low", "'s high", "lunch", "midday", "morning", "afternoon",
    "evening", "overnight", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "after-hours", "premarket", "pre-market", "start of", "starts", "beginning", "end of", "wait", "bit by bit", "piece", "next day", "second day", "behind", "on the spot", "itself", "separate", "halfway", "week", "session",
    "average price", "last ", "final", "day after", "session after", "morning after", "day t", "after", "moc", "moo", "market ord", "at market", "at the market", "stop", "first ", "no ", "n't", "not ", "left ", "silent", "nothing", "half way", "half-way",
)  # fmt: skip
_SKIP_AFTER = re.compile(
    r"^(?:[ -](?:to[ -](?:the )?(?:next )?(?:open|close)|prices? (?:is|are|for|of|in|data|history|series)|data)\b|-to-| (?:back )?(?:below|above|under|over|beyond|outside|through|inside|higher than|lower than) (?:the|its|their|that|this|a|an|both|either|it)\b)"
)

_USES = re.compile(  # a strategy without more said is filled at what it uses
    r"(?:^|[.;:,] )\W?(?:and |but |while |whereas )?(?:it|q{3,}|(?:the|this) (?:strategy|model|back-?test|rules?|simulation|system|one)) (?:\w+ly |always |only |just )?uses (?:[\w'-]+ ){0,4}?(?:open|close|vwap|twap|(?:limit|market|stop) orders?)(?=\s*(?:[.,;!)]|$)| (?:rather|instead|and not|not|as (?:its|the) (?:fill|price))\b)"
)


def read(fact: FactValue) -> Execution | None:
    """A document's fill; None where its words name neither a day nor a price."""
    text = fact_text(fact)
    if says_nothing(text) or says_none(text):
        return None
    return fill_documented(text)


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every fill that a passage names; prices at which a signal is computed are none."""
    named = [replace(stated, value=_placed(text, stated)) for stated in _named(text)]
    if _HOLIDAY.search(text):
        named = [replace(stated, value=replace(stated.value, weekday="")) for stated in named]
    yield from named
    priced = any(stated.value.price for stated in named)
    dated = any(stated.value.day for stated in named)
    for start, end, day, price in moments(text):
        if priced and price in ("clock", "intraday", "average"):
            continue
        day = None if dated else day
        weekday = None if _HOLIDAY.search(text) else WEEKDAY.search(text, start, end)
        if day is None and price is None and not weekday:
            continue
        if weekday and (days := _one_after_another(text)):
            if weekday[0] == days[0]:
                continue
            day, weekday = "next", None
        if (
            not any(stated.start < end and start < stated.end and stated.value.price for stated in named)
            or price == "extreme"
        ):
            lag = delay_in(text, start, end) if price is None else None
            value = Execution(
                day=day,  # type: ignore[arg-type]
                price=price,  # type: ignore[arg-type]
                weekday=weekday[0] if weekday else "",
                lag=lag,
                part=part_of(text, start, end),
                times=times_in(text, start, end),
            )
            waits = _NOT_UNTIL.search(text, max(start - 70, 0), start) is not None
            none = text.startswith(
                ("no ", "not ", "without "), start
            )  # "no delay between": the words of a fill, not its denial
            yield Stated(start=start, end=end, value=value, asserted=True if waits or none else None)

    for start, end, month in months_in(text):
        if is_dealt_in(text, start, end):
            yield Stated(start=start, end=end, value=Execution(months=frozenset((month,))))


_NEAR = re.compile(r"[;:.,](?!\d)|\b(?:and|but|while|whereas)\b")


def _placed(text: str, stated: Stated) -> Execution:
    """A fill with the part of the session and the time of the day that its clause names."""
    value: Execution = stated.value
    if value.price is None:
        return value
    role = role_at(text, stated.start, stated.end)
    begin, stop = clause_around(text, stated.start, stated.end, _NEAR)
    begin, stop = max(begin, stated.start - 40), min(stop, stated.end + 40)
    return replace(value, part=part_of(text, begin, stop), times=times_in(text, begin, stop), role=role)


def _named(text: str) -> Iterator[Stated]:
    """Every fill that is named by its price or day ("the next open", "VWAP", "a limit order")."""
    verbs = list(VERB.finditer(text))
    told = any(verb["yes"] for verb in verbs)
    phrases = list(PHRASE.finditer(text))
    if verbs and not told and (any(verb[0] != "uses" for verb in verbs) or not _USES.search(text)):
        phrases = [match for match in phrases if is_price_used(text, match)]
    for match in phrases:
        value = fill_of(match)
        if _SKIP_AFTER.match(text[match.end() :]) and value.price not in _OVER_TIME:
            continue
        if is_told_from(text, match.start()) or _SETTLED.match(text, match.start()):
            continue
        if _TRIED_AGAIN.search(text, max(match.start() - 40, 0), match.start()):
            continue
        if _RANKED_AT.search(text, max(match.start() - 40, 0), match.start() + 3) and not any(
            verb["yes"] and not verb[0].startswith(("rebalanc", "re-balanc")) for verb in verbs
        ):
            continue  # "rebalanced weekly, on Friday's close" tells when it is decided
        if not (is_of_fill(text, verbs, match) if told else is_used(text, match)):
            continue
        if value.price == "quote" and any(other["limit"] for other in phrases):
            continue
        if match["now"] and any(other["nextprice"] or other["late"] or other["nextof"] for other in phrases):
            continue
        if value.price in ("vwap", "twap"):
            average = AVERAGE.search(text, match.start(), match.end())
            value = replace(value, over=averaged_over(text, *average.span()) if average else None)
        if value.price == "limit":
            value = replace(value, rest=resting_place(text, max(match.start() - 20, 0), match.end() + 40))
        if weekday := WEEKDAY.search(text, max(match.start() - 12, 0), match.end() + 4):
            value = replace(value, weekday=weekday[0])
        if match[0].startswith("that ") and _LATER_DAY.search(text, 0, match.start()):
            value = replace(value, day="next")  # "worked over the next day, at that day's vwap"
        days = _one_after_another(text)
        if days and weekday and weekday[0] == days[0]:
            continue  # "from monday's settlement, at tuesday's open"
        if days and (weekday or match[0].startswith("that ")):
            value = replace(value, day="next", weekday="")
        elif match[0].startswith("that ") and (named := list(WEEKDAY.finditer(text, 0, match.end()))):
            value = replace(value, day=None, weekday=named[-1][0])  # "on wednesday …, at that day's close"
        if value.day == "next":
            bar = bar_of(match[0])
            value = replace(value, bar=bar, lag=1.0 if bar == "day" and match["late"] else None)
        if match["later"]:
            value = replace(value, lag=delay_in(text, match.start(), min(match.end() + 40, len(text))))
        if match["now"] and _AT_ONCE.match(match["now"]):
            value = replace(value, lag=0.0)
        bare = match["now"] is not None and re.match(r"no\b|without|zero", match["now"]) is not None
        bare = bare or _NOT_UNTIL.search(text, max(match.start() - 70, 0), match.start()) is not None
        yield Stated(start=match.start(), end=match.end(), value=value, asserted=True if bare else None)


def _one_after_another(text: str) -> tuple[str, str] | None:
    """The two weekdays of an example, where a passage names two and the latter is the next day of trading."""
    named = tuple(dict.fromkeys(WEEKDAY.findall(text)))
    return (named[0], named[1]) if named in _CONSECUTIVE else None


_CONSECUTIVE = frozenset([*pairwise(WEEKDAYS[:5]), ("friday", "monday")])
_LATER_DAY = re.compile(r"\b(?:next|following|subsequent) (?:\w+ )?(?:day|session)\b|\bday after\b")
_OF_A_BAR = re.compile(r"\bbars?\b")
_AT_ONCE = re.compile(r"immediate|instant|straight away|at once|right away|(?:no|without|zero) |the moment|as soon")
_NOT_UNTIL = re.compile(
    r"(?:\b(?:not|never|nothing|no \w+)|n't) (?:\w+ ){0,6}?(?:until|till|before|earlier than|sooner than) (?:the |its )?$"
)
_RANKED_AT = re.compile(r"\b(?:weekly|monthly|quarterly|daily|week|month|quarter|fortnight)\b[^.;:]{0,24}$")


_AVERAGES = ("vwap", "twap", "average", "intraday", "clock")
_OVER_TIME = ("vwap", "twap")
_TRIED_AGAIN = re.compile(  # an order that was not filled
    r"\b(?:(?:tried|placed|sent|entered|posted|submitted|attempted|offered|repeated|put in) (?:again|anew|afresh|once more)|re-?(?:tried|placed|entered|submitted|posted|sent|newed)|tr(?:y|ies) again) (?:\w+ )?(?:the )?$"
)
_SETTLED = re.compile(r"t ?\+ ?\d (?:cash )?settle(?:ment)?(?! price)\b")  # when money changes hands
_OFFERS = re.compile(r"\b(?:takeovers?|mergers?|tender offers?|acquisitions?)\b")
_HOLIDAY = re.compile(r"\bholidays?\b|\b(?:is|are) (?:shut|closed)\b")


def _weekdays(document: MethodologyDocument) -> tuple[set[str], set[str]]:
    """The weekdays that a document's facts name for decisions and for fills."""
    decided, filled = (
        set(WEEKDAY.findall(fact_text(document.facts[each]))) if each in document.facts else set()
        for each in ("rebalance", key)
    )
    return decided, filled


def _day_from_weekdays(document: MethodologyDocument) -> Day | None:
    """The day of a fill where a document's facts name one weekday for decisions and one for fills."""
    decided, filled = _weekdays(document)
    if len(decided) != 1 or len(filled) != 1:
        return None
    days = (WEEKDAYS.index(filled.pop()) - WEEKDAYS.index(decided.pop())) % len(WEEKDAYS)
    return "same" if days == 0 else "next" if days == 1 else "later"


_SHORT_BARS = re.compile(r"\b(?:hourly|minutely|\d+[- ]?(?:m|min|minutes?|h|hours?)|(?:half-?)?hour|minute)\b")


def _waits_for_short_bar(document: MethodologyDocument) -> bool:
    """Whether a fill is that of the next bar, and the document's bars are shorter than a day."""
    data = document.facts.get("data_source")
    return (
        data is not None
        and re.search(r"\b(?:bar|candle)\b", fact_text(document.facts[key])) is not None
        and _SHORT_BARS.search(fact_text(data)) is not None
    )


def _is_other_bar(stated: Execution, fact: Execution, document: MethodologyDocument) -> bool:
    """Whether the next day is told where the next hour or minute is documented, or the other way round."""
    waits = stated.bar == "day" or (stated.lag or 0.0) >= 1.0
    if fact.bar == "clock" or (not fact.bar and _waits_for_short_bar(document)):
        return waits and fact.day in ("same", "next")
    return stated.bar == "clock" and fact.bar == "day" and fact.day == stated.day == "next"


def _is_other_part(stated: Execution, fact: Execution) -> bool:
    return bool(stated.part and fact.part and stated.part != fact.part)


def _is_other_time(stated: Execution, fact: Execution, document: MethodologyDocument) -> bool:
    """Whether a time is told that the document, which tells one of its fills, doesn't name."""
    told = prose(document, key)
    return bool(stated.times and fact.times) and not stated.times & times_in(told)


def conflict(stated: Execution, *, asserted: bool, fact: Execution, document: MethodologyDocument) -> Reason | None:
    """Another day or another price than the document's."""
    if fact.roles and stated.price:
        reasons = [
            conflict(stated, asserted=asserted, fact=each, document=document)
            for each in fact.roles
            if roles_fit(stated, each)
        ]
        return None if None in reasons else reasons[0]
    if stated.price == "quote" and _OFFERS.search(prose(document, "universe")):
        return None  # an offer is one for a company
    if stated.open:
        return Reason.CONTRADICTS_DOCUMENT if asserted else None
    if stated.months:
        other = asserted and fact.months and not stated.months & fact.months
        return Reason.CONTRADICTS_DOCUMENT if other else None
    if asserted and stated.lag is not None and fact.lag is not None and differ(stated.lag, fact.lag):
        return Reason.CONTRADICTS_DOCUMENT
    if asserted and _is_other_bar(stated, fact, document):
        return Reason.CONTRADICTS_DOCUMENT
    if (
        not asserted
        and stated.bar == "day"
        and (fact.bar == "clock" or _OF_A_BAR.search(fact_text(document.facts[key])))
    ):
        return None  # "it doesn't wait for the next day"
    if stated.weekday and stated.price and asserted:
        decided, filled = _weekdays(document)
        other = len(filled) == 1 and stated.weekday not in filled
        if other and (decided == {stated.weekday} or _HOLIDAY.search(prose(document, key)) is None):
            return Reason.CONTRADICTS_DOCUMENT
    if stated.weekday:
        weekdays = WEEKDAY.findall(prose(document, key))
        if asserted and weekdays and stated.weekday not in weekdays:
            return Reason.CONTRADICTS_DOCUMENT
    if asserted and (_is_other_part(stated, fact) or _is_other_time(stated, fact, document)):
        return Reason.CONTRADICTS_DOCUMENT
    if fact.day is None:
        fact = replace(fact, day=_day_from_weekdays(document))
    if stated.price in ("intraday", "average") and fact.price in WITHIN and None in (stated.day, fact.day):
        return None
    if fact.price == "other" and stated.price in WITHIN:
        return None
    if fact.price == "average" and stated.price in _AVERAGES:
        fact = replace(fact, price=stated.price)
    if stated.price == "clock" and fact.price == "fix":
        return None
    day = stated.day is not None and fact.day is not None and stated.day != fact.day
    price = stated.price is not None and fact.price is not None and stated.price not in (fact.price, *fact.others)
    price = price and {stated.price, fact.price} != {"close", "settlement"}  # which is how a future's day closes
    if stated.order == "market":
        breaks = fact.order == ("limit" if asserted else "market")
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if None not in (stated.over, fact.over) and stated.price == fact.price:
        price = abs(stated.over - fact.over) > 0.1 * fact.over  # type: ignore[operator]
    rest = stated.price == fact.price == "limit" and stated.rest and fact.rest and stated.rest != fact.rest
    if asserted:
        return Reason.CONTRADICTS_DOCUMENT if day or price or rest else None
    if rest:
        return None
    if stated.price is None and stated.day in ("same", "next"):
        return Reason.CONTRADICTS_DOCUMENT if stated.day == fact.day else None
    known = [(stated.day, fact.day), (stated.price, fact.price)]
    same = all(ours == theirs for ours, theirs in known if ours is not None) and stated.price is not None
    whole = (
        stated.price == fact.price
        and not price
        and (stated.day == fact.day or (stated.day is None and stated.price in (*TELLING, "open")))
    )
    return Reason.CONTRADICTS_DOCUMENT if same and whole else None
