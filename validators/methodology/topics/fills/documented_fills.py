"""A document's fill, by the words of its fact: any price in it is that of a fill, but for those at which something is decided."""

import re
from dataclasses import replace

from validators.methodology.topics.fills.fill_details import AVERAGE, WEEKDAY, averaged_over, resting_place
from validators.methodology.topics.fills.fill_lags import bar_of, months_in
from validators.methodology.topics.fills.fill_moments import delay_in
from validators.methodology.topics.fills.fill_phrases import PHRASE, PRICE, fill_of, price_of
from validators.methodology.topics.fills.fills import Day, Execution, Order, Price
from validators.methodology.topics.fills.session_parts import part_of, times_in
from validators.methodology.topics.roles import role_at
from validators.methodology.topics.schedules.frequency import CLOCK, WEEKDAYS

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri)day"
_DECIDED = r"(?:signals?|signall?ed|decided|decisions?|computed|calculated|ranked|rankings?|scored|formed|measured|known|read|sampled|evaluated|observed)"
_OF_SIGNAL = re.compile(
    rf"\bon (?:the )?(?:prior|previous)(?: day)?(?:'s)? (?:close|signal)\b"
    rf"|\b{_DECIDED} (?:\w+ )?(?:from|at|on|after|as of|with) (?:the )?(?:(?P<day>{_WEEKDAY})(?:'s|s)? |\w+ )?(?:\w*(?: day's)? )?(?:close|open|settlement)(?: t\b(?!\+))?\b"
    rf"|\b(?:(?P<day2>{_WEEKDAY})(?:'s)? )?(?:close|open|settlement) signals?\b"
)
_WRITTEN_OUT = (
    (
        re.compile(r"\b(\d+)[ -]?(?:m|mins?|minutes?)[ -](?=(?:bar|candle|kline|open|close|vwap|twap)s?\b)"),
        r"\1-minute ",
    ),
    (re.compile(r"\b(\d+)[ -]?(?:h|hrs?|hours?)[ -](?=(?:bar|candle|kline|open|close|vwap|twap)s?\b)"), r"\1-hour "),
    (re.compile(r"\b(?:lag|delay)(?: of)?[ :=]*(\d+)[ -]?d\b"), r"lag of \1 days"),
    (re.compile(r"\b(\d+)[ -]?d (?=lag|delay)"), r"\1-day "),
)
_NEXT = re.compile(
    r"\b(?:(?:next|following|subsequent|coming)(?! (?:the|an?|each|every|its)\b)|(?:day|session|morning|bar|candle) (?:after|that follows)|(?:hour|minute) that follows|(?:market|exchange) next\b|t\+1|overnight|lag of 1 days)\b"
)
_SAME = re.compile(
    r"\b(?:same|t\+0|signal (?:day|bar)|t|(?:day|date|session|bar) (?:itself|of the (?:signal|decision)|(?:on which |when |that )?it (?:decides|signals|ranks|acts)|(?:day|session|bar) (?:on which |when |that )?(?:the|its|an?) (?:\w+ )?(?:is|was|are) (?:read|decided|ranked|computed|given|formed|measured|taken))|that (?:very )?(?:day|session|afternoon|evening|close|bar))\b"
)
_MONTH_LATER = re.compile(
    r"\b(?:week|month|quarter)(?:'s end)? (?:after|following|that follows)\b|\b(?:next|following|coming|subsequent) (?:week|month|quarter)\b"
)
_DAYS_LATER = re.compile(
    r"\b(?:second|third|fourth|fifth|[2-9](?:nd|rd|th)) (?:\w+ )?(?:day|session|bar) (?:after|following)\b|\bt\+[23]\b"
)
_ONCE_SIGNALLED = re.compile(r"\b(?:after|following) (?:the |a |each |its )?(?:\w+ )?(?:signals?|close)\b")
_NEXT_BAR = re.compile(r"\b(?:next|following|first) (?:[\w-]+ )?(?:bar|candle|minute|hour)")
_OPEN_AND_CLOSE = re.compile(
    r"\b(?:average|mean|mid\w*) (?:of|between) [^;.]{0,20}open\w*(?: price)? and (?:the )?(?:\w+'s )?clos|\bopen ?\+ ?close\b"
)
_AVERAGE_PRICE = re.compile(
    r"\b(?:average|mean) (?:\w+ )?(?:prices?|quotes?)\b|\b(?:worked|spread|sliced|split|traded)(?: \w+)? (?:evenly |out )*(?:through|over|across|in(?:to)? (?:equal|even|\w+ slices))"
)
_AT_A_TIME = re.compile(rf"(?<!before )(?<!after )\b{CLOCK}(?! (?:before|after|past)\b)")
_TURNS = re.compile(r"\b(?:market|exchange|session|day|bar|candle|trading) (?:next |then )?(open|close)s\b")
_STOP = re.compile(r"\bstops?\b(?!-loss| loss)")
_OTHER_PRICE = re.compile(
    r"\b(?:pov|participation|implementation shortfall|iceberg|ioc|fok|post-only|smart (?:order )?rout\w+|rfq|crossing network|dark pool|touch|queue|child orders|algo(?:rithm)?s?)\b|\b(?:arrival|decision|snapshot|indicative|theoretical|model|fair-value|marked) (?:prices?|values?|quotes?)\b"
)
_PRICE = re.compile(rf"\b{PRICE}")
_LISTED = re.compile(r"(,|;|\band) (?=(?:the )?(?:open|clos|settle|mid|vwap|twap)\w*)")


def fill_documented(fact: str) -> Execution | None:
    """The fill that a fact's text names; None where its words name neither a day nor a price."""
    for pattern, words in _WRITTEN_OUT:
        fact = pattern.sub(words, fact)
    decided = next((match["day"] or match["day2"] for match in _OF_SIGNAL.finditer(fact)), None)
    text = _OF_SIGNAL.sub("signal", fact)
    day: Day | None = None
    price: Price | None = None
    order: Order | None = None
    found: set[Price] = set()
    for match in PHRASE.finditer(f"at {text}"):
        value = fill_of(match)
        day, price, order = day or value.day, price or value.price, order or value.order
        found |= {value.price} if value.price else set()
    if _OPEN_AND_CLOSE.search(text):
        price = "mid"
    if price is None and order is None:
        price = _price_in(text)
    if day is None:
        day = _day_in(text, price) or _day_between(decided, text)
    if day is None and price is None and order is None:
        return None
    in_parts = found & {"limit", "stop"} or re.search(r"\b(?:half|part|third)\b", text)
    bar = bar_of(text)
    if day is None and price and bar == "clock" and _NEXT_BAR.search(text):
        day = "next"
    lag = delay_in(text, 0, len(text))
    if lag is None and (day == "same" or (day == "next" and bar == "day")):
        lag = 0.0 if day == "same" else 1.0
    over = None
    if price in ("vwap", "twap") and (average := AVERAGE.search(text)):
        over = averaged_over(text, average.start(), average.end())
    rest = resting_place(text, 0, len(text)) if price == "limit" else None
    return Execution(
        day=day,
        price=price,
        others=frozenset((found | ({rest} if rest else set())) - {price}) if in_parts else frozenset(),
        order=order,
        rest=rest,
        over=over,
        bar=bar,
        lag=lag,
        months=frozenset(month for _, _, month in months_in(text)),
        part=part_of(text),
        times=times_in(text),
        roles=_by_role(text),
    )


def _price_in(text: str) -> Price | None:
    """The price that a fact names outside of a phrase for a fill."""
    if _AVERAGE_PRICE.search(text):
        return "average"
    if named := _PRICE.search(text):
        return price_of(named[0])
    if turn := _TURNS.search(text):
        return "open" if turn[1] == "open" else "close"
    if _STOP.search(text):
        return "stop"
    return "clock" if _AT_A_TIME.search(text) else "other" if _OTHER_PRICE.search(text) else None


def _day_in(text: str, price: Price | None) -> Day | None:
    """The day that a fact names outside of a phrase for a fill."""
    if _MONTH_LATER.search(text) or _DAYS_LATER.search(text):
        return "later"
    if _NEXT.search(text) or (price == "open" and _ONCE_SIGNALLED.search(text)):
        return "next"
    return "same" if _SAME.search(text) else None


def _day_between(decided: str | None, text: str) -> Day | None:
    """The day of a fill on the one weekday that a fact names besides that on which it is decided."""
    filled = set(WEEKDAY.findall(text))
    if decided is None or len(filled) != 1:
        return None
    days = (WEEKDAYS.index(filled.pop()) - WEEKDAYS.index(decided)) % len(WEEKDAYS)
    return "same" if days == 0 else "next" if days == 1 else "later"


def _by_role(text: str) -> tuple[Execution, ...]:
    """The fills of entries and of exits, () where a fact doesn't tell both or they are of one price."""
    told = _LISTED.sub(r"\1 at ", f"at {text}")
    found: dict[str, Execution] = {}
    for match in PHRASE.finditer(told):
        value = fill_of(match)
        if value.price and (role := role_at(told, *match.span())):
            found.setdefault(role, replace(value, role=role))
    return tuple(found.values()) if len({value.price for value in found.values()}) == 2 else ()
