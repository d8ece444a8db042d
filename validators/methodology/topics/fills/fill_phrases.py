"""The day and the price of a fill as prose writes them: "the next open", "VWAP", "a limit order at the mid"."""

import re

from validators.methodology.topics.fills.fills import Day, Execution, Price

_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|\w+ o'clock|noon)"
PRICE = (
    r"(?:open(?:ing)?|clos(?:e|ing)|settlement|(?:first|last|final) (?:trade|print|tick|price)|vwap|twap|(?:volume|time)-weighted (?:average|mean)"
    r"|average(?: price)?,? weighted by (?:volume|time)|mid-?point|mid(?:-price|-market|-quote)?|(?:middle|centre|center)(?= of (?:the )?(?:bid|quotes?|spread|market|best|touch))"
    r"|half[ -]?way between (?:the )?(?:bid|quotes)|(?:bid|offer|ask)"
    rf"|(?:{_CLOCK} )?(?:(?:london|wm(?:/r(?:euters)?)?|ecb|tokyo|new york|currency|fx|benchmark|reference|daily) ){{0,3}}(?:{_CLOCK} )?fix(?:ing)?)\b"
    r"(?:[ -](?:price|auction|bell|cross|print|trade|quote|fixing|level|tick)s?)?"
)
_UNIT = r"(?:trading |business |market |exchange |calendar )?(?:day|session|bar|morning|date|afternoon|evening|candle)"
_NEXT = r"(?:next|following|subsequent|succeeding|coming|day[- ]after|t ?\+ ?1|tomorrow|first (?:available|subsequent))(?! (?:[\w-]+ )?[\w-]*(?:hour|minute|second)s?\b)"
_SAME = r"(?:same|signal|that|very|current|today|tonight|decision|formation|same-day|ranking|rebalance)"
_MANY = r"two|three|four|five|six|seven|eight|nine|ten|[2-9]|10"
PHRASE = re.compile(
    r"\b(?:"
    rf"(?P<t0>{PRICE}) ?\(t\)|(?P<t1>{PRICE}) ?\(t ?\+ ?1\)"
    rf"|(?:the )?(?P<nextprice>{_NEXT})(?:'s)?[ -]?(?:{_UNIT})?(?:'s)?[ -](?:market |exchange |official |hourly |daily |weekly |minute |session |bar |candle |candle's |bar's )*(?P<np>{PRICE})"
    rf"|(?P<sp>{PRICE})(?:[ -](?:of|on|from|for) (?:the |that )?| (?=that (?:very |same )?(?:day|session|afternoon|evening)\b))(?P<sameof>{_SAME})(?:[ -]?(?:signal"
    r"|trading))?[ -](?:day|session|bar|date|candle|morning|afternoon|evening)s?"
    rf"|(?P<dp>{PRICE}) (?:of|on) the (?:day|session|bar) (?:of |on which |that |when |in which )?(?:the |a "
    r"|its )?(?:signal|ranking|decision)(?: (?:is|was|gets|has been))?(?: (?:given|computed|generated|measured"
    r"|made|produced|appears|fires|formed|comes|calculated|observed|known))?"
    rf"|(?P<bp>{PRICE}) (?:of|on) the (?:[\w-]+ )?(?:day|session|bar|candle|hour) (?:that|which|on which|in which|when|where) (?:[\w']+ ){{0,3}}?(?:break|broke|cross|trigger|signal|rank|score|decid|forecast|produc|g[ai]ve|fire|set)\w*"
    rf"|(?P<op>{PRICE}) (?:of|on|for|in) (?:the |that )?(?:trading |business )?(?P<nextof>{_NEXT}|(?:day|session|morning|bar|candle|date) after"
    rf"|(?:session|day|bar|candle|morning) (?:following|that follows)|day t ?\+ ?1)(?: (?:{_UNIT}))?"
    rf"|(?:the )?(?:very )?(?P<edge>end|start|beginning) of the (?:trading )?(?P<edgeof>{_NEXT}) (?:{_UNIT})"
    rf"|(?P<ap>{PRICE}),? (?:right |just |immediately |directly |straight )?(?:after|following|that follows|subsequent to) (?:the |a |each |its |every )?(?:signal|decision|ranking)s?\b"
    rf"|(?P<td>t ?\+ ?[012]|day t ?\+ ?1)(?:'s)?(?: (?P<tp>{PRICE}))?"
    rf"|(?P<dayt>(?P<dtp>{PRICE}) of day t\b(?! ?\+))"
    rf"|(?P<samep>{_SAME})(?:'s|-day|-bar)?[ -]?(?:{_UNIT}|(?:mon|tues|wednes|thurs|fri)day)?(?:'s|-)?[ -]?(?P<spp>{PRICE})"
    rf"|(?P<isw>{PRICE})(?:, [^,.;]{{1,24}})?,? (?:is|are) (?:what|where|the price|the level)(?= [^.;]{{0,40}}\b(?:gets?|pays?|paid|fill(?:s|ed)?|deals?|dealt|trade[sd]?|orders?|obtain\w*|receiv\w*|booked)\b)"
    rf"|(?P<ofday>(?:mon|tues|wednes|thurs|fri)day's (?:own |official |regular |very )?(?P<ofdayp>{PRICE}))(?<!'s own)"
    rf"|(?P<pp>{PRICE}) (?:that|which|at which|on which|when|where) (?:the |a |its )?(?:produce[sd]?"
    r"|generate[sd]?|trigger(?:s|ed)?|gives?|gave|signal\w*|rank\w*|the signal|cross\w*|fires?)"
    rf"|(?!in the open(?! (?:auction|price|cross|print|trade)s?\b))(?:(?:at|on|from|using|into|near|around|in|by|with|for|against|gets?|receives?) (?:the |an? )?(?:{_CLOCK} )?(?:daily |month-end |week-end |morning |afternoon |evening |market "
    r"|session |exchange |official |day's |session's |\w+day's |(?:mon|tues|wednes|thurs|fri)day |end-of-day |(?:[\w-]+ )?(?:[\w-]+ )?(?:candle|bar|hour|market)'s |regular |exact |actual |quoted |best |inside |prevailing |current |benchmark |currency |fx |london |new york |tokyo |frankfurt |wm |daily |day's own )*"
    r"|market[- ]on[- ]|(?<=q )"
    rf"|limit-on-)(?P<bare>{PRICE})(?!(?:[ -](?:price|auction|orders?))? (?:of|on|for|from|in) (?:the |that )?(?:{_SAME}"
    rf"|{_NEXT}|day |(?:session|bar|candle|morning|date) (?:after|following|that follows))| (?:that|which|at which|on which|when(?! (?:buying|selling|entering|exiting|it (?:buys|sells)|you (?:buy|sell)))) )"
    rf"|(?P<hl>(?:average|mean|midpoint) of the (?:{_NEXT}|{_SAME})(?: {_UNIT})?(?:'s)? (?:high and low|range"
    r"|ohlc|bar)|(?:average|mean|midpoint|middle) (?:of|between) (?:the )?(?:[\w-]+'s )?open(?:ing)? and (?:the )?clos\w+)"
    r"|(?:exec(?:ut\w+)?|fills?|trades?|trading|orders?)(?: prices?| time| timing| point| assumption| rule)?(?: is"
    rf"| are| uses?| assumes?|:| =| :| -)+ (?:at )?(?:the )?(?:daily |market )?(?P<lab>(?>{PRICE}))(?! (?:of(?! (?:the )?(?:bid|quotes?|spread|best))|on|that|which"
    r"|auction on))"
    r"|(?P<eod>(?:the )?(?:last|final) (?:traded )?price (?:of|on) (?:the|that) day|end-of-day prices?)"
    rf"|(?:(?P<moday>next|following|same)[ -](?:day|session|bar)(?:'s)? )?(?:(?P<moc>moc|market-on-close|on-close|at-the-close)|(?P<moo>moo|market-on-open|on-open|at-the-open))\b(?:(?: orders?)? (?:on|of|for|at|in) (?:the )?(?P<monext>{_NEXT})(?: {_UNIT})?\b)?"
    rf"|(?P<late>(?:the )?{_NEXT} (?:{_UNIT})|the (?:trading |business )?(?:day|session|morning) after|(?:{_NEXT}) (?:noon|midday)|(?:a|one|1"
    rf"|single)[- ](?:full )?{_UNIT}(?:'s)?[- ](?:lag|delay|later|after|wait)|(?:lag|delay|lagged|delayed"
    rf"|later)(?: (?:of|by))? (?:a|one|1) (?:full )?{_UNIT}|one-period lag|overnight lag|(?<=acted on )tomorrow|(?<=traded )tomorrow|(?<=filled )tomorrow|(?<=executed )tomorrow|(?<=done )tomorrow|(?<=bought )tomorrow|next-day|next-session"
    r"|next-bar)\b"
    rf"|(?P<later>lags?(?: behind)?(?: the signal)? by (?:two|three|2|3|five|5) {_UNIT}s?|waits? (?:two|three|2|3"
    rf"|five|5) {_UNIT}s?|(?:two|three|2|3|five"
    rf"|5)[- ]{_UNIT}s?(?:'s?)?[- ](?:lag|delay|later|after)|(?:lag|delay)(?:ed"
    rf"|ged)?(?: (?:of|by))? (?:two|three|2|3|five|5) {_UNIT}s|{_UNIT} after next)"
    r"|(?P<now>immediately|immediate(?= (?:fills?|execution|trades?|trading|orders?)\b)|(?<=trade is )immediate|(?<=trades are )immediate|(?<=fills are )immediate|(?<=fill is )immediate|(?<=execution is )immediate|straight away|instantly|instantaneously|at once|right away|(?:on|in|within"
    rf"|during) the (?:same|very same) {_UNIT}(?!'s? |[ -]{PRICE})|same[- ](?:day|bar|session)|(?:no|without(?: any| a)?"
    r"|zero) (?:\w+ )?(?:delay|lag|wait)|the moment (?:the|a) signal|as soon as the signal|the (?:very )?same (?:[\w-]+ )?(?:prices?|rates?|quotes?|prints?|levels?) (?:that"
    r"|as|at which|used|from which|on which)|price (?:that|which) (?:show(?:s|ed)|g[ia]ve[sn]?|set off|produce[sd]|trigger(?:s|ed)|told of) (?:the|a|its) \w+ is (?:\w+ )?(?:the|its) (?:price|fill)|signal price and (?:the )?(?:fill|execution|trade) price (?:is|are) (?:always )?(?:one and )?the same|on the (?:day itself)|on the signal (?:bar"
    rf"|day))\b"
    r"|(?P<quoted>(?:lift(?:s|ed|ing)?|hit(?:s|ting)?|takes?|took|pay(?:s|ing)?|cross(?:es|ed|ing)?) the (?:\w+ )?(?:(?:offers?|bids?)(?! (?:prices?|for)\b)|asks?|spread))\b"
    r"|(?P<market>market orders?\b(?!-)|at (?:the )?market(?= ?(?:[.,;)!]|$| (?:and|orders?|rather|not|instead)\b)))"
    rf"|(?P<intraday>(?:{_MANY}|an?|one|\d{{1,2}}|fifteen|twenty|thirty) (?:seconds?|minutes?) (?:after|later|following|past) (?:the |its |a |each )?signals?|intraday|during the (?:session|day)|throughout the (?:session|day)|mid-?session|midday"
    r"|around noon|within minutes|in real time)"
    rf"|(?P<days>(?:average|mean|vwap|twap)(?: prices?)?(?: (?:of|over|across|during))+ (?:the )?(?:(?:next|coming|following|subsequent) )?(?:{_MANY}) (?:trading )?(?:days|sessions)(?: (?:after|following) the signal)?"
    rf"|(?:{_MANY})[- ]day (?:vwap|twap|average(?: price)?))"
    r"|(?P<stop>(?:(?:resting|entry|buy|sell|triggered) )*stop(?:[ -](?:market|entry|buy|sell|entry orders?|buy orders?))?[ -]orders?|stop[ -]entr(?:y|ies)|stop prices?|(?:by|on|with|via|through|using) (?:an? |the |its |resting )?stops?\b(?![ -]+loss)"
    r"|(?:at|on) (?:the |either )?(?:edge|boundary|border|limit|end) of (?:the |its )?(?:\w+ )?range)"
    r"|(?P<limit>(?:passive |resting )?limit orders?|(?:passive |resting )?limits?(?= (?:at|resting|on|orders?))|(?<=rest as )limits?|(?<=rests as a )limit(?: orders?)?|limit orders?|passive limits?|limits at\b|limit prices?|passive orders?)|(?P<vw>vwap|twap|(?:volume|time)-weighted(?: (?:average|mean))?(?: price)?|average price weighted by (?:volume|time)|(?:equal|even) (?:time )?slices)"
    r")"
)


def fill_of(match: re.Match[str]) -> Execution:
    """The fill that a match of `PHRASE` names."""
    found = match.groupdict()
    day: Day | None
    if found["t0"]:
        return Execution(day="same", price=price_of(found["t0"]))
    if found["t1"]:
        return Execution(day="next", price=price_of(found["t1"]))
    if found["nextprice"]:
        return Execution(day="next", price=price_of(found["np"]))
    if found["sameof"]:
        return Execution(day="same", price=price_of(found["sp"]))
    if found["dp"]:
        return Execution(day="same", price=price_of(found["dp"]))
    if found["bp"]:
        return Execution(day="same", price=price_of(found["bp"]))
    if found["nextof"]:
        return Execution(day="next", price=price_of(found["op"]))
    if found["edge"]:
        return Execution(day="next", price="close" if found["edge"] == "end" else "open")
    if found["ap"]:
        price = price_of(found["ap"])
        return Execution(day="next" if price == "open" else None, price=price)
    if found["td"]:
        day = "later" if found["td"].endswith("2") else "same" if found["td"].endswith("0") else "next"
        return Execution(day=day, price=price_of(found["tp"]))
    if found["dayt"]:
        return Execution(day="same", price=price_of(found["dtp"]))
    if found["samep"]:
        return Execution(day="same", price=price_of(found["spp"]))
    if found["pp"]:
        return Execution(day="same", price=price_of(found["pp"]))
    if found["isw"] or found["ofdayp"]:
        return Execution(price=price_of(found["isw"] or found["ofdayp"]))
    if found["bare"]:
        return Execution(price=price_of(found["bare"]))
    if found["lab"]:
        return Execution(price=price_of(found["lab"]))
    if found["hl"]:
        return Execution(price="mid")
    if found["eod"]:
        return Execution(price="close")
    if found["moc"] or found["moo"]:
        day = "same" if found["moday"] == "same" else "next" if found["moday"] or found["monext"] else None
        return Execution(day=day, price="close" if found["moc"] else "open")
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
        return Execution(price="intraday", day="same" if re.search("minute|second|real", found["intraday"]) else None)
    return Execution(price="limit", order="limit") if found["limit"] else Execution(price=_average(found["vw"]))


def _average(text: str) -> Price:
    return "twap" if re.search(r"\b(?:twap|time|slices)", text) else "vwap"


def price_of(text: str | None) -> Price | None:
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
