"""When and at which price orders are filled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.fill_moments import moments
from validators.methodology.topics.frequency import CLOCK
from validators.methodology.topics.prose import prose
from validators.methodology.topics.spans import SPAN, lengths
from validators.reasons import Reason

key = "execution"
cues = (
    "execut", "fill", "trad", "order", "enter", "entry", "entries", "exit", "buy", "sell", "bought", "sold",
    "transact", "position", "act ", "acts", "acted", "acting", "implement", "deal", "switch", "rotat", "balanc",
    "fix", "booked", "dealt", "priced", "get ", "submit", "simulat", "placed", "routed", "match", "invest", "moves into", "gets ", "change hands", "moc", "moo", "market-on",
    "purchas", "sale", "adjust", "swap", "change", "live", "force", "get", "go in", "goes in", "go through", "picked up", "put", "weights", "exposure", "legs", "price", "carried out", "goes long", "goes short", "stop", "vwap", "twap", " the offer", " the bid", " the ask", "next ", "following", "same day", "same-day", "day after",
)  # fmt: skip
also = (
    "open", "clos", "vwap", "twap", "mid", "t+", "t +", "immediately", "instant", "at once", "right away",
    "straight away", "delay", "lag", "next", "following", "subsequent", "succeeding", "tomorrow", "same", "later",
    "settle", "limit", "weighted", " bid", "offer", " ask ", "slices", "fix", "passive", "intraday", "during the", "throughout", "noon", "real time", "moment", "as soon",
    "bell", " print", "straight", "days", "monday", "tuesday", "wednesday", "thursday", "friday", "very", "between", "first thing", " day ", "o'clock", "within", "pass", "go by", "goes by", "elaps", "average", "over the ", "across", "'s low", "'s high", "lunch", "midday", "morning", "afternoon",
    "evening", "overnight", "after-hours", "premarket", "pre-market", "start of", "starts", "beginning", "end of", "wait", "bit by bit", "piece", "next day", "second day", "behind", "on the spot", "itself", "separate", "halfway", "week", "session",
    "average price", "last ", "final", "day after", "session after", "morning after", "day t", "after", "moc", "moo", "market ord", "at market", "at the market", "stop", "first ", "no ", "n't", "not ", "left ", "silent", "nothing", "half way", "half-way",
)  # fmt: skip

Day = Literal["same", "next", "later"]
Price = Literal[
    "open",
    "close",
    "settlement",
    "vwap",
    "twap",
    "mid",
    "fix",
    "limit",
    "stop",
    "quote",
    "intraday",
    "clock",
    "extreme",
    "average",
    "other",
]
Order = Literal["market", "limit"]
Rest = Literal["mid", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """The `day` of a fill as seen from its signal and the `price` it gets; None: unsaid. `others`: of a limit order, the price it is set to."""

    day: Day | None = None
    price: Price | None = None
    others: frozenset[Price] = frozenset()
    order: Order | None = None
    rest: Rest | None = None
    """Where a limit order rests: between the quotes, or at one of them."""
    over: float | None = None
    """Over how many trading days an average price is taken."""
    open: bool = False
    """The document is said to leave it open."""
    weekday: str = ""


_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|\w+ o'clock|noon)"
_PRICE = (
    r"(?:open(?:ing)?|clos(?:e|ing)|settlement|(?:first|last|final) (?:trade|print|tick|price)|vwap|twap|(?:volume|time)-weighted (?:average|mean)"
    r"|average(?: price)?,? weighted by (?:volume|time)|mid-?point|mid(?:-price|-market|-quote)?|(?:middle|centre|center)(?= of (?:the )?(?:bid|quotes?|spread|market|best|touch))"
    r"|half[ -]?way between (?:the )?(?:bid|quotes)|(?:bid|offer|ask)"
    rf"|(?:{_CLOCK} )?(?:(?:london|wm|ecb|tokyo|new york|currency|fx|benchmark|reference|daily) ){{0,3}}(?:{_CLOCK} )?fix(?:ing)?)\b"
    r"(?:[ -](?:price|auction|bell|cross|print|trade|quote|fixing|level|tick)s?)?"
)
_UNIT = r"(?:trading |business |market |exchange |calendar )?(?:day|session|bar|morning|date|afternoon|evening|candle)"
_NEXT = r"(?:next|following|subsequent|succeeding|coming|day[- ]after|t ?\+ ?1|tomorrow|first (?:available|subsequent))(?! (?:[\w-]+ )?[\w-]*(?:hour|minute|second)s?\b)"
_SAME = r"(?:same|signal|that|very|current|today|tonight|decision|formation|same-day|ranking|rebalance)"
_TELLING = (
    "settlement",
    "stop",
    "quote",
    "fix",
    "vwap",
    "twap",
    "mid",
    "limit",
)  # where the open and the close leave it open whose day is meant
_MANY = r"two|three|four|five|six|seven|eight|nine|ten|[2-9]|10"
PHRASE = re.compile(
    r"\b(?:"
    rf"(?P<t0>{_PRICE}) ?\(t\)|(?P<t1>{_PRICE}) ?\(t ?\+ ?1\)"
    rf"|(?:the )?(?P<nextprice>{_NEXT})(?:'s)?[ -]?(?:{_UNIT})?(?:'s)?[ -](?:market |exchange |official |hourly |daily |weekly |minute |session |bar |candle |candle's |bar's )*(?P<np>{_PRICE})"
    rf"|(?P<sp>{_PRICE})[ -](?:of|on|from|for) (?:the |that )?(?P<sameof>{_SAME})(?:[ -]?(?:signal"
    r"|trading))?[ -](?:day|session|bar|date|candle|morning|afternoon|evening)s?"
    rf"|(?P<dp>{_PRICE}) (?:of|on) the (?:day|session|bar) (?:of |on which |that |when |in which )?(?:the |a "
    r"|its )?(?:signal|ranking|decision)(?: (?:is|was|gets|has been))?(?: (?:given|computed|generated|measured"
    r"|made|produced|appears|fires|formed|comes|calculated|observed|known))?"
    rf"|(?P<op>{_PRICE}) (?:of|on|for|in) (?:the |that )?(?P<nextof>{_NEXT}|day after|session after"
    rf"|session following|day following|day t ?\+ ?1)(?: (?:{_UNIT}))?"
    rf"|(?P<ap>{_PRICE}),? (?:right |just |immediately |directly |straight )?(?:after|following|that follows|subsequent to) (?:the |a |each |its |every )?(?:signal|decision|ranking)s?\b"
    rf"|(?P<td>t ?\+ ?[012]|day t ?\+ ?1)(?:'s)?(?: (?P<tp>{_PRICE}))?"
    rf"|(?P<dayt>(?P<dtp>{_PRICE}) of day t\b(?! ?\+))"
    rf"|(?P<samep>{_SAME})(?:'s|-day|-bar)?[ -]?(?:{_UNIT}|(?:mon|tues|wednes|thurs|fri)day)?(?:'s|-)?[ -]?(?P<spp>{_PRICE})"
    rf"|(?P<pp>{_PRICE}) (?:that|which|at which|on which|when|where) (?:the |a |its )?(?:produce[sd]?"
    r"|generate[sd]?|trigger(?:s|ed)?|gives?|gave|signal\w*|rank\w*|the signal|cross\w*|fires?)"
    r"|(?:(?:at|on|from|using|into|near|around|in|by|with|for|against) (?:the |an? )?(?:daily |month-end |week-end |market "
    r"|session |exchange |official |day's |session's |\w+day's |(?:mon|tues|wednes|thurs|fri)day |end-of-day |regular |exact |actual |quoted |best |inside |prevailing |current |benchmark |currency |fx |london |new york |tokyo |frankfurt |wm |daily |day's own )*"
    r"|market[- ]on[- ]|(?<=q )"
    rf"|limit-on-)(?P<bare>{_PRICE})(?!(?:[ -](?:price|auction|orders?))? (?:of|on|for|from|in) (?:the |that )?(?:{_SAME}"
    rf"|{_NEXT}|day |(?:session|bar|morning|date) (?:after|following))| (?:that|which|at which|on which|when) )"
    rf"|(?P<hl>(?:average|mean|midpoint) of the (?:{_NEXT}|{_SAME})(?: {_UNIT})?(?:'s)? (?:high and low|range"
    r"|ohlc|bar))"
    r"|(?:execut\w+|fills?|trades?|trading|orders?)(?: prices?| time| timing| point| assumption| rule)?(?: is"
    rf"| are|:| =| :| -)+ (?:at )?(?:the )?(?:daily |market )?(?P<lab>(?>{_PRICE}))(?! (?:of(?! (?:the )?(?:bid|quotes?|spread|best))|on|that|which"
    r"|auction on))"
    r"|(?P<eod>(?:the )?(?:last|final) (?:traded )?price (?:of|on) (?:the|that) day|end-of-day prices?)"
    rf"|(?:(?P<moc>moc|market-on-close|on-close|at-the-close)|(?P<moo>moo|market-on-open|on-open|at-the-open))\b(?:(?: orders?)? (?:on|of|for|at|in) (?:the )?(?P<monext>{_NEXT})(?: {_UNIT})?\b)?"
    rf"|(?P<late>(?:the )?{_NEXT} (?:{_UNIT})|the (?:day|session|morning) after|(?:a|one|1"
    rf"|single)[- ](?:full )?{_UNIT}(?:'s)?[- ](?:lag|delay|later|after|wait)|(?:lag|delay|lagged|delayed"
    rf"|later)(?: (?:of|by))? (?:a|one|1) (?:full )?{_UNIT}|one-period lag|overnight lag|next-day|next-session"
    r"|next-bar)\b"
    rf"|(?P<later>lags?(?: behind)?(?: the signal)? by (?:two|three|2|3|five|5) {_UNIT}s?|waits? (?:two|three|2|3"
    rf"|five|5) {_UNIT}s?|(?:two|three|2|3|five"
    rf"|5)[- ]{_UNIT}s?(?:'s?)?[- ](?:lag|delay|later|after)|(?:lag|delay)(?:ed"
    rf"|ged)?(?: (?:of|by))? (?:two|three|2|3|five|5) {_UNIT}s|{_UNIT} after next)"
    r"|(?P<now>immediately|straight away|instantly|instantaneously|at once|right away|(?:on|in|within"
    rf"|during) the (?:same|very same) {_UNIT}(?!'s? |[ -]{_PRICE})|same[- ](?:day|bar|session)|(?:no|without(?: any| a)?"
    r"|zero) (?:\w+ )?(?:delay|lag|wait)|the moment (?:the|a) signal|as soon as the signal|the same price (?:that"
    r"|as|at which|used|from which)|on the (?:day itself)|on the signal (?:bar"
    rf"|day))\b"
    r"|(?P<quoted>(?:lift(?:s|ed|ing)?|hit(?:s|ting)?|takes?|took|pay(?:s|ing)?|cross(?:es|ed|ing)?) the (?:\w+ )?(?:offers?|asks?|bids?|spread))\b"
    r"|(?P<market>market orders?\b(?!-)|at (?:the )?market(?= ?(?:[.,;)!]|$| (?:and|orders?|rather|not|instead)\b)))"
    rf"|(?P<intraday>(?:{_MANY}|an?|one|\d{{1,2}}|fifteen|twenty|thirty) (?:seconds?|minutes?) (?:after|later|following|past) (?:the |its |a |each )?signals?|intraday|during the (?:session|day)|throughout the (?:session|day)|mid-?session|midday"
    r"|around noon|within minutes|in real time)"
    rf"|(?P<days>(?:average|mean|vwap|twap)(?: prices?)?(?: (?:of|over|across|during))+ (?:the )?(?:(?:next|coming|following|subsequent) )?(?:{_MANY}) (?:trading )?(?:days|sessions)(?: (?:after|following) the signal)?"
    rf"|(?:{_MANY})[- ]day (?:vwap|twap|average(?: price)?))"
    r"|(?P<stop>(?:(?:resting|entry|buy|sell|triggered) )*stop(?:[ -](?:market|entry|buy|sell|entry orders?|buy orders?))?[ -]orders?|stop[ -]entr(?:y|ies)|stop prices?|(?:by|on|with|via|through|using) (?:an? |the |its |resting )?stops?\b(?![ -]+loss)"
    r"|(?:at|on) (?:the |either )?(?:edge|boundary|border|limit|end) of (?:the |its )?(?:\w+ )?range)"
    r"|(?P<limit>(?:passive |resting )?limits?(?= (?:at|resting|on|orders?))(?: orders?)?|limit orders?|passive limits?|limits at\b|limit prices?|passive orders?)|(?P<vw>vwap|twap|(?:volume|time)-weighted(?: (?:average|mean))?(?: price)?|average price weighted by (?:volume|time)|(?:equal|even) (?:time )?slices)"
    r")"
)
_RESTS = re.compile(
    r"\b(?:(?P<mid>mid(?:-?(?:point|price|market|quote))?s?|middle|half[ -]?way|centre|center)|(?:best|inside) (?:bid|offer|ask|quotes?|prices?)|bid or (?:offer|ask)|touch|quote)\b"
)
_VERB = re.compile(
    r"(?P<yes>\b(?:(?:trades|transactions?|fills|orders|deals|purchases|sales|entries|exits) (?:is|are|was|were|get)(?: not|n't)? (?:\w+ )?(?!comput|calculat|generat|decid|determin|deriv|form|rank)\w+(?:ed|en|ck)\b|transactions?|(?:purchases?|sales?|switch(?:es)?|swaps?|adjustments?|trades?|dealing|fills?|legs?|orders?) (?:goes|go|happens?|takes? place|occurs?|comes?)|exposure (?:is )?(?:changes|changed|altered|moved|adjusted)|picked up|swapped|booked|dealt|struck|worked|(?:you|it|one|we) gets?|gets? (?:its|their) fills|(?:fill|trade|trading|execution|entry|exit|order|transaction|deal|dealing) prices?|execut\w*"
    r"|fill(?:s|ed|ing)?|trad(?:es?|ed|ing)(?! (?:days?|sessions?|hours|calendar|costs?"
    r"|rules?|frequency|strategy|universe|date))|orders?|ent(?:er|ers|ered|ering|ry|ries)|exit(?:s|ed|ing)?|buys?"
    r"|buying|sells?|selling|bought|sold|transact\w*|act(?:s|ed|ing)?(?: up)?on(?: (?:the|a|its|this"
    r"|that))? signals?|acts?(?: on)?|acted(?: on)?|implement\w*|simulated|(?:is|are|was|were|gets?) done|deals?|dealt|deal(?:ing)|positions? (?:is|are"
    r"|was|were|gets?) (?:taken|opened|entered|changed|established|put|switched|adjusted|closed)|takes? (?:its "
    r"|the |new )?positions?|opens? (?:new |its )?positions?|goes (?:long|short)|(?:goes|go|sent|gets sent) (?:in|into|to|with)(?= (?:the )?(?:\w+ )?(?:auction|open|close|vwap|fixing))|switch(?:es|ed)|rotat(?:es|ed)"
    r"|rebalanc\w+|submitted|placed|routed|match(?:es|ed)|invest(?:s|ed)|moves? into|gets? (?:done|in|out)"
    r"|change hands|moc\b|market-on-\w+))"
    r"|(?P<no>\b(?:(?:targets?|votes?|lists?|rank(?:s|ings?)?|scores?|signals?|decisions?|weights|forecasts?) (?:is|are|was|were|gets?) (?:\w+ )?(?:set|counted|drawn up|made|taken|formed|renewed|fixed|known|ready)|comput\w*|measur\w*|calculat\w*|observ\w*|generat\w*|rank(?:s|ed|ing)?|evaluat\w*|decid\w*"
    r"|decision|determin\w*|form(?:s|ed)|know[ns]?|signals?|sampl\w*|checks?|checked|compar\w*|estimat\w*|sees?"
    r"|seen|reads?|taken from|recorded|updated|uses|scor\w*|looks?|crosses|cross(?:ed|ing)|above|below"
    r"|marked|valued|settle\w*(?! at)|report\w*|data|prices(?! at which)|published|highest|lowest|adjusted"
    r"|refresh\w*|derived|based on|built|breaks?|average)\b)"
)
_USED = re.compile(
    r"\b(?:us(?:es?|ed|ing)|has|have|had|employs?|takes?|assum(?:es?|ed)|goes with|works with|relies(?: on)?|says|states|gives|reads|specifies|names"
    r"|writes?|read|put|prescribes|stipulates|provides for|calls for|not|but|instead|rather than|execution|pricing|(?:prices?|timing|when)(?= ?:))\b(?: ?:)?(?: (?:the|an?|its|at|for|of|on|by|in))* ?[\"']?$"
)
_WITHIN = (
    "vwap",
    "twap",
    "mid",
    "limit",
    "stop",
    "quote",
    "clock",
    "intraday",
    "average",
    "extreme",
    "other",
)  # what is dealt within a session
_PROTECTS = re.compile(r"\b(?:protect\w*|loss(?:es)?|risk\w*|guard\w*|damage|safety|emergency)\b")
_SKIP_AFTER = re.compile(
    r"^(?:[ -](?:to[ -](?:the )?(?:next )?(?:open|close)|prices? (?:is|are|for|of|in|data|history|series)|data)\b|-to-| (?:back )?(?:below|above|under|over|beyond|outside|through|inside|higher than|lower than) (?:the|its|their|that|this|a|an|both|either|it)\b)"
)


_AVERAGE = re.compile(r"\b(?:vwap|twap|(?:volume|time)-weighted(?: (?:average|mean))?(?: price)?|average price)")
_AT_A_TIME = re.compile(rf"(?<!before )(?<!after )\b{CLOCK}(?! (?:before|after|past)\b)")
_OTHER_PRICE = re.compile(
    r"\b(?:average|mean|arrival|decision|snapshot|indicative|theoretical|model|fair-value|marked) (?:prices?|values?|quotes?)\b"
)
_ONCE_SIGNALLED = re.compile(r"\b(?:after|following) (?:the |a |each |its )?(?:\w+ )?(?:signals?|close)\b")


def read(fact: FactValue) -> Execution | None:
    """A document's fill; None where its words name neither a day nor a price."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text) or says_none(text):
        return None
    text = re.sub(
        r"\bon (?:the )?(?:prior|previous)(?: day)?(?:'s)? (?:close|signal)\b|\bsignals? (?:from|at|on"
        r"|computed (?:at|on)) (?:the )?(?:\w+day's|\w*(?: day's)?) ?close\b",
        "signal",
        text,
    )
    day: Day | None = None
    price: Price | None = None
    order: Order | None = None
    found: set[Price] = set()
    for match in PHRASE.finditer(f"at {text}"):
        value = _execution(match)
        day, price, order = day or value.day, price or value.price, order or value.order
        found |= {value.price} if value.price else set()
    if day is None and price == "open" and _ONCE_SIGNALLED.search(text):
        day = "next"
    if price is None and order is None:
        price = "clock" if _AT_A_TIME.search(text) else "other" if _OTHER_PRICE.search(text) else None
    others = frozenset(found - {price}) if found & {"limit", "stop"} else frozenset()
    if day is None and price is None and order is None:
        return None
    rest = _rest(text, 0, len(text)) if price == "limit" else None
    over = None
    if price in ("vwap", "twap") and (average := _AVERAGE.search(text)):
        over = _over(text, average.start(), average.end())
    return Execution(day=day, price=price, others=others, order=order, rest=rest, over=over)


_AVERAGED_AFTER = re.compile(
    rf"(?: price)?(?: (?:of|over|across|during|in|for|taken|worked|computed))+ (?:the )?(?:(?:next|following|coming|subsequent|first|last|final|opening|closing) )*(?:{SPAN.pattern})"
)


def _over(text: str, start: int, end: int) -> float | None:
    """How many trading days an average price at text[start:end] is taken over: "half-hour VWAP", "VWAP over three days"."""
    found = _AVERAGED_AFTER.match(text, end)
    if found is None:
        found = next((each for each in SPAN.finditer(text, max(start - 24, 0), start) if start - each.end() <= 1), None)
    if found is None:
        return None
    length = next(lengths(found), None)
    return (
        None if length is None else length.days if length.unit not in _IN_DAYS else length.count * _IN_DAYS[length.unit]
    )


_IN_DAYS = {"second": 1 / 23_400, "minute": 1 / 390, "hour": 1 / 6.5}


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every fill that a passage names; prices at which a signal is computed are none."""
    named = list(_named(text))
    yield from named
    priced = any(stated.value.price for stated in named)
    dated = any(stated.value.day for stated in named)
    for start, end, day, price in moments(text):
        if priced and price in ("clock", "intraday", "average"):
            continue
        day = None if dated else day
        if day is None and price is None and not _WEEKDAY.search(text, start, end):
            continue
        if not any(stated.start < end and start < stated.end for stated in named) or price == "extreme":
            weekday = _WEEKDAY.search(text, start, end)
            value = Execution(day=day, price=price, weekday=weekday[0] if weekday else "")  # type: ignore[arg-type]
            yield Stated(start=start, end=end, value=value)


def _named(text: str) -> Iterator[Stated]:
    """Every fill that is named by its price or day ("the next open", "VWAP", "a limit order")."""
    for match in _LEFT_OPEN.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Execution(open=True), asserted=True)
    verbs = list(_VERB.finditer(text))
    told = any(verb["yes"] for verb in verbs)
    if verbs and not told:
        return
    phrases = list(PHRASE.finditer(text))
    for match in phrases:
        value = _execution(match)
        if _SKIP_AFTER.match(text[match.end() :]):
            continue
        if _RANKED_AT.search(text, max(match.start() - 40, 0), match.start() + 3) and not any(
            verb["yes"] and not verb[0].startswith(("rebalanc", "re-balanc")) for verb in verbs
        ):
            continue  # "rebalanced weekly, on Friday's close" tells when it is decided
        if not (_is_of_fill(text, verbs, match) if told else _is_used(text, match)):
            continue
        if value.price == "quote" and any(other["limit"] for other in phrases):
            continue
        if match["now"] and any(other["nextprice"] or other["late"] or other["nextof"] for other in phrases):
            continue
        if value.price in ("vwap", "twap"):
            average = _AVERAGE.search(text, match.start(), match.end())
            value = replace(value, over=_over(text, *average.span()) if average else None)
        if value.price == "limit":
            value = replace(value, rest=_rest(text, max(match.start() - 20, 0), match.end() + 40))
        if weekday := _WEEKDAY.search(text, max(match.start() - 12, 0), match.end() + 4):
            value = replace(value, weekday=weekday[0])
        bare = match["now"] is not None and re.match(r"no\b|without|zero", match["now"]) is not None
        yield Stated(start=match.start(), end=match.end(), value=value, asserted=True if bare else None)


_RANKED_AT = re.compile(r"\b(?:weekly|monthly|quarterly|daily|week|month|quarter|fortnight)\b[^.;:]{0,24}$")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri)day\b")
_FILLED = r"(?:execut\w+|fill(?:s|ed|ing)?|orders?|trades?|trading|dealing)"
_LEFT_OPEN = re.compile(
    rf"\bno (?:particular |specific |explicit |definite |fixed |certain |single )?(?:{_FILLED} )(?:prices?|times?|timing|assumptions?|rules?|conventions?)(?: of any kind| at all)? (?:is|are|was|were|has been|gets?) (?:\w+ )?(?:assumed|specified|stated|given|fixed|named|prescribed|set|laid down|mentioned|defined|documented)\b"
    rf"|\b{_FILLED} (?:prices? |times? |timing |details? |assumptions? )?(?:is|are|was|were|stays?|remains?) (?:\w+ly )?(?:left (?:open|unspecified|undefined|vague|to (?:the|your)|unsaid)|not (?:specified|stated|documented|spelled out|described|laid down|defined|covered)|unspecified|undocumented|undefined|unstated|anybody's guess)\b"
    rf"|(?:(?:does|do)(?:n't| not) (?:say|specify|state|mention|tell|fix|lay down|spell out)|(?:is|are|stays?|remains?) (?:silent|vague|mute)|says? nothing|leaves? (?:it )?open) ?(?:about |on |of )?(?:how|when|where|at (?:what|which) price|which price|what price) (?:(?:the|its|new) )?{_FILLED} "
)


def conflict(stated: Execution, *, asserted: bool, fact: Execution, document: MethodologyDocument) -> Reason | None:
    """Another day or another price than the document's."""
    if stated.open:
        return Reason.CONTRADICTS_DOCUMENT if asserted else None
    if stated.weekday:
        weekdays = _WEEKDAY.findall(prose(document, key))
        if asserted and weekdays and stated.weekday not in weekdays:
            return Reason.CONTRADICTS_DOCUMENT
    if stated.price in ("intraday", "average") and fact.price in _WITHIN:
        return None
    if fact.price == "other" and stated.price in _WITHIN:
        return None
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
        and (stated.day == fact.day or (stated.day is None and stated.price in (*_TELLING, "open")))
    )
    return Reason.CONTRADICTS_DOCUMENT if same and whole else None


def _rest(text: str, start: int, end: int) -> Rest | None:
    found = _RESTS.search(text, start, min(end, len(text)))
    return None if found is None else "mid" if found["mid"] else "quote"


def _is_of_fill(text: str, verbs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a price belongs to the trade: the last verb before it in its clause is one of trading, or else the next after it."""
    if (
        match["lab"]
        or match["market"]
        or match["quoted"]
        or match["moc"]
        or match["moo"]
        or (match["limit"] and "order" in match[0])
    ):
        return True
    if match["stop"] and (_PROTECTS.search(text) or "order" in match[0]):
        return _PROTECTS.search(text) is None
    before = [verb for verb in verbs if verb.end() <= match.start() + 1]
    if before:
        last = before[-1]
        gap = text[last.end() : match.start()]
        if last["yes"] and not re.search(r"[;.]", gap) and len(gap) < 90:
            return True
        trading = next((verb for verb in reversed(before) if verb["yes"]), None)
        between = "" if trading is None else text[trading.end() : match.start()]
        if "," in gap and 0 < len(between) < 70 and not re.search(r"[.;:]|\band\b|\bbut\b", between):
            return True
        if last["no"] and not re.search(r"[,;:]|\b(?:and|then|but|with|while)\b", gap):
            return False
    after = next((verb for verb in verbs if verb.start() >= match.end() - 1), None)
    if (
        after is not None
        and not re.search(r"[;.]|, (?:and|but|while|whereas|yet|though)\b", text[match.end() : after.start()])
        and after.start() - match.end() < 60
    ):
        return bool(after["yes"])
    return any(verb["yes"] and verb.start() < 24 and ":" in text[verb.end() : match.start()] for verb in verbs)


def _is_used(text: str, match: re.Match[str]) -> bool:
    """Whether a price that only trades have ("the next open", "VWAP") is told to be what is used, where no word of trading stands."""
    own = match["nextprice"] or match["nextof"] or match["samep"] or match["sameof"] or match["vw"] or match["limit"]
    own = own or match["quoted"] or (match["bare"] if _price(match["bare"]) in _TELLING else None)
    if match["quoted"]:
        return True
    return own is not None and _USED.search(text, max(match.start() - 40, 0), match.start()) is not None


def _execution(match: re.Match[str]) -> Execution:
    found = match.groupdict()
    if found["t0"]:
        return Execution(day="same", price=_price(found["t0"]))
    if found["t1"]:
        return Execution(day="next", price=_price(found["t1"]))
    if found["nextprice"]:
        return Execution(day="next", price=_price(found["np"]))
    if found["sameof"]:
        return Execution(day="same", price=_price(found["sp"]))
    if found["dp"]:
        return Execution(day="same", price=_price(found["dp"]))
    if found["nextof"]:
        return Execution(day="next", price=_price(found["op"]))
    if found["ap"]:
        price = _price(found["ap"])
        return Execution(day="next" if price == "open" else None, price=price)
    if found["td"]:
        day: Day = "later" if found["td"].endswith("2") else "same" if found["td"].endswith("0") else "next"
        return Execution(day=day, price=_price(found["tp"]))
    if found["dayt"]:
        return Execution(day="same", price=_price(found["dtp"]))
    if found["samep"]:
        return Execution(day="same", price=_price(found["spp"]))
    if found["pp"]:
        return Execution(day="same", price=_price(found["pp"]))
    if found["bare"]:
        return Execution(price=_price(found["bare"]))
    if found["lab"]:
        return Execution(price=_price(found["lab"]))
    if found["hl"]:
        return Execution(price="mid")
    if found["eod"]:
        return Execution(price="close")
    if found["moc"] or found["moo"]:
        return Execution(day="next" if found["monext"] else None, price="close" if found["moc"] else "open")
    if found["late"]:
        return Execution(day="next")
    if found["later"]:
        return Execution(day="later")
    if found["days"]:
        return Execution(day="later", price=_average(found["days"]))
    if found["now"]:
        return Execution(day="same")
    if found["quoted"]:
        return Execution(price="quote")
    if found["stop"]:
        return Execution(price="stop")
    if found["market"]:
        return Execution(order="market")
    if found["intraday"]:
        return Execution(price="intraday")
    return Execution(price="limit", order="limit") if found["limit"] else Execution(price=_average(found["vw"]))


def _average(text: str) -> Price:
    return "twap" if re.search(r"\b(?:twap|time|slices)", text) else "vwap"


def _price(text: str | None) -> Price | None:
    if not text:
        return None
    if text.startswith(("open", "first")):
        return "open"
    if text.startswith(("clos", "last", "final")):
        return "close"
    if text.startswith("settle"):
        return "settlement"
    if text.startswith(("bid", "offer", "ask")):
        return "quote"
    if "fix" in text:
        return "fix"
    if text.startswith(("vwap", "volume")) or (text.startswith("average") and "volume" in text):
        return "vwap"
    if text.startswith(("twap", "time")) or (text.startswith("average") and "time" in text):
        return "twap"
    return "mid"
