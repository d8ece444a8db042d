"""When holdings are changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.frequency import PERIODIC, WEEKDAYS, Frequency, frequencies, same_frequency
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.prose import prose
from validators.methodology.topics.rhythms import is_of_holdings
from validators.methodology.topics.weekends import are_open, weekends_rested
from validators.reasons import Reason

key = "rebalance"
cues = (
    "balanc", "allocat", "trade", "constitut", "rotat", "weight", "rank", "holding", "position", "portfolio", "trades",
    "trading", "traded", "switch", "turns over", "turn over", "turned over", "turnover", "reset", "basket",
    "buy-and-hold", "buy and hold", "buys and", "reshuffl", "decision", "decides", "selection", "roster", "line-up",
    "lineup", "calendar", "schedule", "rhythm", "cadence", "frequency", "interval", "order", "acts ", "act ", "transact", "exposure", "names held", "sleeve", "clock", "finger", "is moved", "deal", "assets", "fund", "etf", "winner", "book ", "mix ", "makes its", " sort", "held until", "kept until", "account", "makes the", "changes", "moves", "rebuil", "trued", "rolls", "replaced", "timing", "bought", "sold ", "buy ", "sell ", "buys ", "sells ", "through its", "adjust", "opened", "opens", "updated", "how often", "how frequent", "target", "list ", "picks", "candidates", "redrawn", "overhaul", "signal", "forecast", "look", "decid", "spread", "rule", "band", "examin", "consult", "stake", "network", "check", "names", "pair", "compar", "review", "monitor", "affair", "glance", "speak", "tree", "regression", "stays put", "mix", "trigger", "crosses", "acts", "sleeps", "idle", "it moves", "score", "stocks", "money", "revis", "touch", "brought", "evaluat", "choice", "buying", "selling", "swap", "regime", "weekend", "saturday", "tempo", " asks", "queried",
)  # fmt: skip
also = (
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annual ", "annually", "annual-", "fortnight",
    "week", "month", "quarter", "year", "every", "each", "once", "twice", "thrice", "times", "hour", "intraday",
    "continuous", "real-time", "real time", "never", "not", "n't", "no ", "without", "when", "signal", "as soon",
    "second", "flips", "decade", "drift", "threshold", "tolerance", "buy", "day", "session", "minute", "schedule", "semi", "none", "untouched", "alone", "evening", "morning", "night", "close", "weekend", "apart", "moment", "instant", "whenever", "alternate", "any ", "crosses", 
)  # fmt: skip

_DECIDED = r"(?:signals?|rules?|bands?|spreads?|trends?|filters?|rank(?:s|ings?)?|scores?|forecasts?|predictions?|decisions?|estimates?|votes?|targets?|comparisons?|exposures?|stakes?|sizes?|position sizes?|sizing|selections?|choices?|orders|weights?|holdings?|positions?|allocations?|portfolio|book|basket|mix|sessions?|market|close|funds|stocks|names|shares|pair|legs|money|capital|changes?|trades?|adjustments?|switch(?:es)?|moves)"
_DONE = r"(?:check|read|examin|consult|review|assess|inspect|revisit|look|evaluat|made|mak|taken|set|renew|refresh|updat|revis|chang|adjust|redone|drawn|compil|produc|issu|due|allow|permit|possible|carried|scal|siz|alter|touch|reset|shift|swap|replac|switch|brought|rebuilt|reckon|weigh|decid|mov|trad|acted|counted|held|compar|form|sort|determin|pick|chos|select|found|identif)"
_LOOKED_AT = (
    rf"(?:{_DECIDED} (?:is|are|gets?|get|was|were|may be|can be|falls?|comes?|come|fall|happens?|happen|takes? place) (?:(?!not\b)\w+ ){{0,2}}?{_DONE}\w*"
    rf"|(?:new|fresh|another|next|different) (?:\w+ )?{_DECIDED}|{_DECIDED} days?\b|days? of (?:decision|ranking|trading|reckoning)|adjusts?|adjusting|adjustments?(?! for)|decides|deciding|decision[- ]day|rankings?|looks (?:again|(?:over|in on|at) (?:it|them|(?:the|its) (?:market|rules?|rank\\w+|signals?|list|prices|book|portfolio|spread|bands?|weights|holdings|positions|funds|stocks)))|(?:takes?|taking|has|have|cast(?:s|ing)?) (?:a|an|another|one) (?:\w+ )?(?:look|glance)|(?:second|fresh|another|new|first|closer) look|takes stock|runs? (?:it|this)|does its work|(?:goes|go|returns?|brought|comes?) back to|(?:checks?|comparisons?|reviews?|rankings?|looks?|glances?|sortings?|visits?)(?= (?:(?:of (?:the|its) \w+ )?(?:takes? place|happens?|is (?:made|held|due|taken)|are (?:made|held|taken)|falls?|comes?|occurs?)|an?|per|each|every)\b)"
    r"|(?:reviews|compares|checks|revises|examines|rereads|inspects|ranks|rates|grades) (?:the|its) (?:pair|spread|positions?|list|holdings|weights|portfolio|bands?|book|funds|stocks|names|shares|legs|market)|top (?:\w+ )?(?:is|are|gets?) (?:\w+ )?(?:formed|drawn up|chosen|picked|made|renewed|refreshed)"
    rf"|(?:it|q{{3,}}) (?:wakes?|stirs?|acts|moves|rests|sleeps|sits still|does (?:its|something|anything|nothing)|goes to work|comes alive|is (?:active|idle|asleep|dormant|awake))|opens positions|(?:sets|chooses|picks|makes|fixes|forms|computes|draws up|updates|renews|refreshes|revises|reviews|changes|alters|resizes|swaps|replaces|shuffles|checks|reads|examines|consults|inspects) (?:(?:its|the|a|an|new|fresh|all|of|any) )+(?:\w+ )?{_DECIDED})"
)
_CUE = re.compile(
    rf"(?P<yes>\b(?:{_LOOKED_AT}|(?:averages|rule|model|network|net|trees|forest|regression|states?|market|ranker) (?:is|are|gets?) (?:\w+ )?(?:compared|asked|queried|consulted|evaluated|checked|read|run)|re-?(?:balanc|alloc|constitut|weight|rank|shuffl|position|form|pick|select|draw|align|deploy|stor|plac|shap|do|adjust|tun(?=ed its|es its)|order|jig|think|consider|assess|invest|size|scal|calibrat(?=es? (?:its )?(?:weights|positions|exposure)))\w*|re-?buil[dt]\w*|trued? up|set (?:anew|afresh)|brought (?:back )?(?:up to date|into line)|rolls?(?= (?:over|once|twice|every|each|on|at|weekly|monthly|quarterly|daily|its))|rotat\w+"
    r"|(?:sorts?|ranks?|scores?|picks?|chooses?|selects?|sorted|ranked|scored|picked|chosen|selected|screens?|screened)(?= (?:[\w']+ ){0,4}?(?:every|each|once|twice|on|at the end of) (?:other |a |the |last |first )?(?:day|week|month|quarter|year|hour|monday|tuesday|wednesday|thursday|friday|session)\b)"
    r"|(?:account|money|capital|portfolio|book) (?:is |gets )?(?:\w+ )?(?:moves?|moved|shifts?|shifted|switch(?:es|ed)|goes|rotates?|rotated) (?:\w+ )?(?:into|to|between|out of|from|over)\b"
    r"|(?:(?<!profit )(?<!price )targets?|lists?|selections?|picks|rankings?|candidates) (?:is|are|gets?|were|was) (?:\w+ly )?(?:changed|drawn up|redrawn|renewed|refreshed|updated|revised|compiled|made(?= (?:every|each|once|twice|on|at))|set|rewritten|put together|replaced)|(?:it|q{3,}|the strategy|the model) (?:is|gets) (?:\w+ly )?(?:adjusted|reset|revised|reviewed|updated|renewed|traded)|revisit\w*|renew\w*|deal(?:s|ing)|refresh\w*|clock|lift a finger|(?:positions?|holdings?|weights?|portfolio|book|allocations?|baskets?) (?:\w+ )?(?:is|are|gets?|were|was) (?:\w+ly )?(?:updated|revised|reviewed|renewed|refreshed|adjusted|recomputed|recalculated|redone|set|redrawn|overhauled|turned over|rolled|traded|brought)|(?:money|capital|funds|stakes?) (?:is|are|gets?) (?:\w+ )?(?:moved|shifted|switched|redistributed)|decides(?= (?:once|twice|every|each|daily|weekly|monthly|quarterly|yearly|hourly)\b)|(?P<weak>decisions?(?= (?:comes?|falls?|(?:is|are) (?:made|taken|due)|every|once|each|per|a)\b)|holdings?|compositions?|positions?|weights?|weightings?|portfolio|allocations?|(?<!order )(?<!order-)book|basket|mix|roster|line-?up|selection|constituents|sleeves?)"
    r"|trad(?:es?|ed|ing)(?! (?:days?|sessions?|hours|costs?|universe|date|price|strategy|rules?))|turn(?:s|ed|ing)? over|turnover|switch\w*|mak(?:es?|ing) (?:(?:its|the|all|any|new|their) )*(?:changes|moves|adjustments|switches|swaps)|timing|re-?jigs?|re-?shapes?|re-?sets?|overhauls?|how often|how frequently"
    r"|(?:positions?|holdings?|weights?|portfolio|book) (?:only |ever )?(?:changes?|moves?|is changed|are changed)|(?:trading|dealing) days? (?:is|are|falls?)|go(?:es)? through (?:its|the|all)|gone through|(?:are|is|gets?|being) (?:\w+ly )?(?:bought|sold|picked|chosen|opened|closed|entered|exited|set up|put on|ranked|sorted|named|swapped|replaced|resized|nudged|trimmed|altered|reshuffled|brought back)|buys?|sells?|orders?(?! book)|acts?|transact\w*|buys? and sells?|changed|(?<!data )(?<!sampling )(?<!input )(?:tempo|schedule|calendar|rhythm|cadence|timetable|frequency|interval)s?(?! (?:of|for) (?:the )?(?:reports?|reviews?|data|inputs?|sampling|refit))))\b"
    r"|(?P<veto>\b(?:has made|made (?=money|profit|a |\d)|held|profit\w*|positive|negative|won(?!')|wins?|valued|worth|worst|best|sent|shown|listed|invested)\b)"
    r"|(?P<no>\b(?:re-?fit\w*|re-?train\w*|re-?calibrat\w*|re-?estimat\w*|trained|fitted|comput\w*"
    r"|measur\w*|calculat\w*|signals? (?:is|are)|clos(?:es|ing)|prices?|bars?|data"
    r"|returns?|volatilit\w*|drawdowns?|dividends?|reports?|sharpe|marked|loss(?:es)?|los[et]|gain\w*|earn\w*|grew|rose|fell|updated data|fees?"
    r"|commissions?|sampl\w*|quotes?|observ\w+|valued|momentum|average|factsheet|newsletter|published?|inputs?|reviews? of|costs?|paid|charged|gains?|interest|financ\w+"
    r"|pages?|dashboards?|web ?sites?|tabulated|table|chart|plot\w*|drawn(?! (?:up|anew|afresh))|look(?:s|ed|ing)?[- ]?backs?|window|held for|won(?!')|win rate|executions?|fills?|filled))\b"
)
_PER_YEAR = {"week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_METRIC_AFTER = re.compile(
    r"^(?:-|\s)*(?:\w+ly )?(?:adjusted |simple |log |total |closing |price |excess )*(?:candles?|returns?|earnings"
    r"|reports?|results|statements?|dividends?|data|bars?|clos(?:es?|ing)|prices?|volatilit\w+|drawdowns?|gains?"
    r"|loss(?:es)?|series|observations|quotes|candles|(?:moves?|changes?)(?= (?:in|of|to|from|for)\b)|ranges?|highs?|lows?|momentum|signals?"
    r"|moving|average|frequency data|figures|statistics|stats|p&l|pnl|sharpe|turnover|retrain\w*|refit\w*|fee"
    r"|percentage|index|levels?|total|fix(?:es|ings?)|settlements?|snapshots?|rates?|values?|prints?|readings?|filings?|averages?|inputs?|marks?|yields?"
    r"|spreads?|candlesticks?|opens?|quotations?|accounts|volumes?|ticks?|growth|resolution|history|timestamps?|memor(?:y|ies)|windows?|look-?backs?|horizons?|trends?)\b"
)
_ABOUT = re.compile(r"\b(?:about|roughly|around|some|approximately|nearly|almost|on average,?) $")
_ON_AVERAGE = re.compile(r",? (?:on average|or so|roughly)\b")
_TURNED = re.compile(
    r"\b(?<!portfolio )(?<!complete )(?<!full )turnover(?: (?:is|was|of|comes to|came to|amounts to|averages|averaged|runs at|ran at|stands at|:|about|roughly|around|some|only|a|just|equals|rate|ratio|low|high|at))*[ :=]+$|\bturn(?:s|ed)? over (?:the |its )?(?:book|capital|portfolio|account|equity) (?:about |roughly )?$"
)  # 2.4 times a year
_HAS_TRADED = re.compile(  # "it turned over 180 times in the year"
    r"(?<!is )(?<!are )(?<!be )(?<!was )(?<!were )(?<!been )(?<!gets )(?<!being )\b(?:traded|dealt|switched|turned over|changed hands|acted|rotated|moved|bought|sold|opened|closed)(?: about| roughly| some| only| just| nearly| almost| up to)? $"
)
_FOR_SPELL = re.compile(  # "the exposure stays put for a month"
    r"\b(?:stays? (?:put|fixed|the same|unchanged|untouched)|(?:is|are) (?:then )?(?:left (?:alone|untouched|unchanged|as (?:it is|they are))|frozen|not touched)|sits? (?:still|tight)|rests?|remains? (?:unchanged|untouched|fixed)|nothing (?:is done|moves|changes|happens)|(?:list|selection|portfolio|basket|picks|ranking|weights|mix|book|allocation) (?:\w+ )?(?:lives?|lasts?|stands?|holds?|endures?|is valid|are valid))\b[^.;,]{0,16}? for (?:the (?:next|following|coming|rest of the) |a (?:full |whole )?|one )(?P<unit>week|month|quarter|year)\b"
)
_UNTIL = re.compile(  # "held until the next month ends"
    r"\b(?:held|kept|holds?|keeps?|stays?|sits?|left|untouched|unchanged|remains?)\b[^.;,]{0,40}? (?:until|till) (?:(?:the|that|this) )?(?:(?:next|following|coming|same|current) )?(?P<unit>week|month|quarter|year)(?: ends?\b| is over\b| closes\b| is out\b)"
)
_VARIANT = re.compile(  # "monthly trades 18,930"
    r"(?: (?:version|variant|run|rebalancing|trading|schedule|case|setting|rhythm))? (?:trades|earns|returns|gains|loses|costs|made|makes|gives|gets|ends|compounds|yields|came|comes|has|had|needs|would)(?: (?:to|in|at|with|about|roughly|only|around|an?|on))* (?:[-+$€£]{0,2}\d[\d,.]*(?! (?:bps|basis|stocks|funds|names|markets)))"
)
_BETWEEN = re.compile(  # "nothing is done between month-ends" tells when something is
    r"\b(?:nothing|no \w+|not|never|n't|only|untouched|unchanged|on|held|kept|fixed|frozen|in cash|flat)\b(?! wait)[^.;,]{0,24}?\b(?:between|outside(?: of)?|other than(?: at| on)?|except(?: at| on)?|until(?: the)?(?: next| following| coming)|till(?: the)? next|before(?: the)? next|apart from(?: at| on)?)(?: the| two| any| these| those)* $"
)
_STRONG = re.compile(r"\bre-?balanc\w*")
_EVENT = re.compile(
    r"\b(?:whenever|when(?:ever)? (?:the |its |a |an )?(?:signal|trend|rank\w*|regime|momentum|price|weights?"
    r"|drift)|as soon as|each time|every time|only (?:when|if|on)|on (?:each |every |a )?(?:signal|crossover"
    r"|trigger|flip|change)\w*(?: change| flip)?s?\b|signal[- ](?:driven|based|triggered)|event[- ](?:driven"
    r"|based)|once (?:weights|drift)|drift\w* (?:beyond|by|more|exceeds?|outside)|threshold|tolerance band)"
)
_NEVER = re.compile(
    r"\b(?:re-?balanc\w+(?: (?:frequency|schedule|interval|rule))? ?[:=|]+ ?(?:never|none|n/a|not (?:applicable|done|used)|no(?= ?$))\b|re-?balanc\w+ (?:never|does not ever) (?:takes? place|happens?|occurs?)|nothing is (?:ever )?(?:re-?balanced|traded again|changed (?:after|until))"
    r"|(?:holdings?|positions?|portfolio|book) (?:(?:is|are) (?:simply )?(?:left|kept) (?:alone|untouched|unchanged|as (?:it is|they are))|(?:stays?|remains?) (?:as (?:it is|they are)|the same|unchanged|untouched)) (?:after the first|until the (?:very )?(?:end|last)|to the end|throughout|for good)"
    r"|never (?:re-?balanc\w+|trades again|(?:changes?|touch(?:es|ed)?|alters?|revisits?|adjusts?) (?:its |the |a |any )?(?:holdings?|positions?|weights?|portfolio|book|mix)\b|adjusts)|(?:no"
    rf"|without(?: any)?) (?:(?!{'|'.join(PERIODIC)}|\d|(?:fixed|set|regular)\b)\w+ )?re-?balanc\w+(?! (?:schedule|calendar|dates?|days?|rhythm|timetable|frequency))|(?:is|are|does|do)(?: not|n't)(?: ever)? re-?balanc\w+(?=\W*(?:$"
    r"|at all|and|;|\.|,|after))|(?:holdings?|positions?|weights?|weighting|portfolio|book|mix|they|shares|stocks|funds|etfs|legs|pair|basket|allocation|names|exposure|it) (?:is|are|were|gets?) never (?:\w+ )?(?:touch|chang|alter|revisit|adjust|traded|re-?balanc|re-?set|sold)\w*|buys? and (?:then )?holds?|buy-and-hold (?:strategy|portfolio|rule|approach)"
    r"|not re-?balanced at all|(?:(?:is|are|stays?) (?:fixed|set|chosen|settled|frozen) (?:at the (?:start|outset|beginning)|in advance|on day one|on the first day),? (?:and|then) (?:is |are |then )*(?:never|not)\b)|(?:is|are|bought|set|fixed|chosen|picked|invested|weighted) once and (?:for all|then (?:left|kept|held|never|forgotten)|never (?:touched|changed|looked at|revisited|altered))"
    r"|(?:initial|first|starting|original|opening) (?:weights|allocation|holdings?|positions?|purchases?|portfolio|mix|book) (?:is|are|stays?|remains?) (?:\w+ )?(?:kept|final|unchanged|untouched|in place|held|the last|the only|never)"
    r"|(?:lets?|letting|left|leaves?) (?:its |the |all )?(?:weights|holdings|positions|funds|stocks|portfolio|mix|allocation) (?:to )?(?:drift|run|float|grow)(?: \w+)? (?:for ever|forever|for good|unchecked|to the (?:very )?end|throughout|indefinitely|without (?:ever|any|further)))\b"
)


_NO_CALENDAR = re.compile(
    r"\b(?:no|without(?: an?| any)?|not (?:on|tied to|bound to) (?:an?|any|the)) (?:(?:fixed|set|regular|rebalanc\w+|trading|predetermined) )*"
    r"(?:calendar|schedule|timetable|rebalanc\w+ (?:dates?|days?)|(?<=fixed )(?:dates?|days?|rhythm)|(?<=set )(?:dates?|days?|rhythm))\b"
    r"|\b(?:calendar|schedule)\b ?[:=|-]+ ?none\b|\b(?:event|signal)[- ]driven\b"
    r"|\b(?:(?:only|solely) (?:when|if|on|after)|whenever|each time|every time|as soon as) (?:the |its |a |an |one of its )?(?:\w+ )?signals? (?:flip|change|turn|switch|cross|fire|come|appear|aris|arriv|occur|trigger|call|demand|sa(?:y|id))\w*"
    r"|\b(?:not|never) (?:by|to|on|according to) (?:the|a|any) (?:calendar|clock|schedule|timetable)\b"
)


_CROSSING = r"(?:cross(?:es|ed)?|touch(?:es|ed)?|reach(?:es|ed)?|breaks?|breach(?:es|ed)?|falls?|fell|rises?|rose|moves?|moved|drifts?|drifted|strays?|strayed|flips?|turns?|turned|changes?|changed|widens?|narrows?|climbs?|drops?|exceeds?|leaves?|slips?|jumps?|loses?|lost|wanders?|deviates?|is (?:off|out of|above|below|beyond)|has (?:drifted|strayed|moved|changed|risen|fallen|left|crossed|overtaken)|overtakes?|appears?|fires?|comes in|gives)"
_TRIGGERED = re.compile(  # "the moment the spread crosses its mean, the pair is sold"
    rf"(?:\bas soon as|\bthe (?:very )?(?:moment|instant|minute|second|day)(?: that| when)?|\bwhenever|\b(?:each|every|any) time(?: that)?|\bno sooner|\bonly (?:when|once|after|if)) (?:(?!(?:month|quarter|week|year|ranking)\b)[\w'%.-]+ ){{1,5}}?{_CROSSING}\b[^.;]{{0,70}}?,? (?:(?:it|q{{3,}}|the (?:strategy|model|system)) (?:\w+ )?(?:trades|rebalances|acts|switches|sells|buys|adjusts|moves|exits|enters|reacts|resets)"
    r"|(?:pair|legs?|position|positions|holdings?|fund|funds|stocks?|weights?|exposure|orders?|portfolio|book|it|everything|money|both|trades?) (?:is|are|gets?|goes?) (?:\w+ )?(?:sold|bought|closed|opened|traded|adjusted|reset|rebalanced|switched|swapped|replaced|dropped|changed|sent|out|moved|unwound|placed|made|brought))\b"
    r"|\bon (?:whichever|whatever|any) day (?:that )?(?:the |a |its )?[\w -]{2,40}?(?:is|are|was|were|gets?) (?:hit|crossed|reached|touched|broken|breached|exceeded|given|met)\b"
    rf"|\b(?:orders?|trades?|changes?|rebalanc\w+|adjustments?|switch\w*|transactions?|positions?|weights?|exposure|holdings?) (?:\w+ ){{0,3}}?(?:as soon as|the (?:very )?(?:moment|instant|minute)|whenever|each time|every time|only (?:when|once|if)) (?:(?!(?:month|quarter|week|year|ranking)\b)[\w'%.-]+ ){{1,5}}?{_CROSSING}\b"
)
_AT_ANY_RATE = re.compile(  # "reset every month, change or no change"
    r"\b(?:(?:change|flip|switch|signal|drift|move) or no (?:change|flip|switch|signal|drift|move)|whether (?:or not )?(?:the |its |a |an )?(?:\w+ ){1,3}?(?:has |have |had )?(?:changed|flipped|switched|moved|drifted|changes|flips|switches)(?: or not)?"
    r"|(?:even|also) (?:when|if|where) (?:the |its |no )?(?:\w+ ){1,3}?(?:is|are|has|have|stays?|remains?)(?: (?:the same|unchanged|not (?:changed|flipped|moved|switched)|not|still)|n't (?:changed|flipped|moved|switched))|(?:regardless|irrespective) of (?:the |its |any |whether )?(?:\w+ ){0,3}?(?:states?|signals?|changes?|regimes?|drifts?))\b"
)
_ONLY_ON_CHANGE = re.compile(
    r"\b(?:only (?:when|if|on|upon|at|after)|when(?:ever)?|upon|unless)\b[^,;]{0,50}?\b(?:chang|flip|switch|cross|trigger|drift|mov|stray|leav|turn)"
)
_NOT = re.compile(r"\b(?:not|never|no|without)\b|n't\b")
_SEVERAL_DAYS = re.compile(r"\b(?:can|may|could|might|as well as|any|either|whether|no matter)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`frequencies` a year; `event` where a signal or a drift decides; `weekdays` where weekends are left out; all empty: holdings
    are never changed."""

    frequencies: tuple[Frequency, ...] = ()
    event: bool = False
    weekdays: bool = False


_EDGE = re.compile(
    r"\b(?P<place>first|last|final) (?:\w+ )?(?:\w+ )?(?:day|session|close)\b"
)  # "monthly, last trading day"


def read(fact: FactValue) -> Schedule | None:
    """A document's schedule; None where its words are not understood."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
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
    found = tuple(
        value
        for value in found
        if value.anchor or not any(other.anchor and same_frequency(other.per_year, value.per_year) for other in found)
    )
    most = max((value.per_year for value in found), default=0.0)
    if most > 252.0:  # "at ten and at three, every day"
        found = tuple(value for value in found if value.per_year != 252.0)
    event = (
        _EVENT.search(text) is not None
        or re.search(
            r"\b(?:signal|flip|cross|trigger|event|drift|holidays?|announcements?|earnings|expir\w+|bands?|threshold)",
            text,
        )
        is not None
    )
    if found or event:
        return Schedule(frequencies=found, event=event)
    return Schedule() if says_none(text) or _NEVER.search(text) or text in ("buy and hold", "buy-and-hold") else None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every rhythm in which a passage says that holdings change."""
    rested = list(weekends_rested(text)) if "weekend" in text or "saturday" in text or "friday" in text else []
    for start, end, asserted in rested:
        yield Stated(start=start, end=end, value=Schedule(weekdays=True), asserted=asserted)
    signs = list(_CUE.finditer(text))
    if (
        not any(sign["yes"] for sign in signs)
        and not any(True for _ in frequencies(text))
        and not any(
            pattern.search(text) for pattern in (_NEVER, _NO_CALENDAR, _UNTIL, _FOR_SPELL, _TRIGGERED, _AT_ANY_RATE)
        )
    ):
        return
    for match in _NEVER.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Schedule(), asserted=True)
    periodic = False
    told = (-100, Frequency(per_year=1.0))
    for start, end, value in frequencies(text):
        if start - told[0] <= 12 and _is_place_in(value, told[1]):
            continue  # "every two weeks, on a Thursday"
        if any(begin <= start < stop for begin, stop, _ in rested):
            continue
        if value.anchor in WEEKDAYS and (
            _SEVERAL_DAYS.search(text) or (text.startswith("'s ", end) and _NOT.search(text, 0, start))
        ):
            continue  # "it can be opened on a Wednesday as well as on a Monday"
        if _PORTION.search(text, end, min(end + 60, len(text))) or _PORTION.search(text, max(start - 60, 0), start):
            continue  # "each year about a third of the names are replaced"
        if value.anchor == "middle" and _BEFALLS.search(text, max(start - 50, 0), start):
            continue  # "a sector that collapses mid-month"
        if re.match(r"\d+\.\d", text[start:end]) or _PRICE_OF_DAY.match(text, end):
            continue  # a turnover, or when a trade is done
        if _METRIC_AFTER.match(text[end : end + 60]) or _laid_out(text, start, end):
            continue
        if _ABOUT.search(text, max(start - 24, 0), start) or _ON_AVERAGE.match(text, end):
            continue
        turned = text[start].isdigit() and _TURNED.search(text, max(start - 40, 0), start) is not None
        turned = turned or (
            "times" in text[start:end] and _HAS_TRADED.search(text, max(start - 50, 0), start) is not None
        )
        if turned or _VARIANT.match(text, end) or _NOT_ALL.match(text, end):
            continue
        sign = nearest(text, [sign for sign in signs if not sign["veto"]], start, end, per_break=30, after=6, limit=130)
        if not _IN_STEPS.fullmatch(text, start, end) and is_of_holdings(text, start, end, _CUE):
            periodic = True
            yield Stated(start=start, end=end, value=Schedule(frequencies=(value,)))
            continue
        if sign is None or not sign["yes"] or _is_of_its_own(text, start, sign):
            continue
        if sign["weak"] and text.startswith("intraday", start):
            continue
        if _OF_MODEL.search(text, max(min(start, sign.start()) - 70, 0), sign.start()) and not sign[0].startswith(
            ("rebalanc", "re-balanc")
        ):
            continue  # "the numbers are re-chosen every year"
        contrary = [other for other in signs if other["no"] or other["veto"]] if sign["weak"] else []
        if nearest(text, contrary, start, end, per_break=30, after=0, limit=60) is None:
            periodic = True
            told = (end, value)
            bounded = _BETWEEN.search(text, max(start - 40, 0), start) is not None
            yield Stated(start=start, end=end, value=Schedule(frequencies=(value,)), asserted=True if bounded else None)
    for match in (*_UNTIL.finditer(text), *_FOR_SPELL.finditer(text)):
        value = Frequency(per_year=_PER_YEAR[match["unit"]], anchor="end" if match.re is _UNTIL else None)
        yield Stated(start=match.start("unit"), end=match.end(), value=Schedule(frequencies=(value,)))
    for match in _NO_CALENDAR.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Schedule(event=True), asserted=True)
    for match in _AT_ANY_RATE.finditer(text) if periodic else ():
        yield Stated(start=match.start(), end=match.end(), value=Schedule(event=True), asserted=False)
    if not periodic:
        for match in _TRIGGERED.finditer(text):
            yield Stated(start=match.start(), end=match.end(), value=Schedule(event=True))
    strong = _STRONG.search(text)
    if strong and not periodic:
        event = _EVENT.search(text, strong.end(), min(strong.end() + 50, len(text)))
        if event:
            yield Stated(start=strong.start(), end=event.end(), value=Schedule(event=True))


def conflict(stated: Schedule, *, asserted: bool, fact: Schedule, document: MethodologyDocument) -> Reason | None:
    """Another rhythm or day, a calendar where a signal decides, rebalancing where there is none."""
    if stated.weekdays:
        return Reason.CONTRADICTS_DOCUMENT if asserted and are_open(prose(document, key)) else None
    if not asserted and stated.event:
        return Reason.CONTRADICTS_DOCUMENT if _ONLY_ON_CHANGE.search(fold(document.fact_text(key))) else None
    if not asserted:
        denied = any(_agrees(value, fact) and fact.frequencies for value in stated.frequencies)
        return Reason.CONTRADICTS_DOCUMENT if denied else None
    if not stated.frequencies and not stated.event:
        return Reason.CONTRADICTS_DOCUMENT if fact.frequencies or fact.event else None
    if not fact.frequencies and not fact.event:
        return Reason.INAPPLICABLE_TOPIC
    if stated.event:
        often = any(value.per_year >= 250 for value in fact.frequencies)  # a signal is looked at every day
        return None if fact.event or often else Reason.CONTRADICTS_DOCUMENT
    days = frozenset(day for day in WEEKDAYS if day in prose(document, key))  # of the decision, or of the trades
    if _TRADES_LATER.search(fold(document.fact_text("execution")) if "execution" in document.facts else ""):
        days |= {"start"}  # what is decided at the end of a month is traded as the next one begins
    return None if all(_agrees(value, fact, days) for value in stated.frequencies) else Reason.CONTRADICTS_DOCUMENT


_PORTION = re.compile(
    r"\b(?:(?:about|roughly|around|some|nearly|almost|up to) )(?:an? |one |two )?(?:third|half|quarter|fifth|tenth|dozen|handful|\d+ ?%|\w+ per ?cent) of (?:the|its|them|all)\b"
)
_NOT_ALL = re.compile(r" of the (?:week|year)\b|,? (?:though|but|if|yet|only|and)?,? ?not (?:on |in )?(?:all|every|each)\b")
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
    if _STEP_AFTER_STEP.fullmatch(text, start, end):
        return False
    return _IN_STEPS.fullmatch(text, start, end) is not None and (
        re.match(r" ?(?:,|:|-|$|\.)", text[end:]) is not None or re.fullmatch(r"\W*", text[:start]) is not None
    )


_CLAUSE_END = re.compile(r"[,;:] |\b(?:and|but|while|whereas|though|although)\b")
_OWN_VERB = re.compile(
    r"\W*(?!(?:not|it|its|they|this|that|these|here|we|one|q{3,}|(?:the )?(?:strategy|model|system|document\w*|methodology|rules?|book|portfolio|real|right|correct))\b)(?:[\w'-]+ ){2,6}$"
)


def _is_of_its_own(text: str, start: int, sign: re.Match[str]) -> bool:
    """Whether a rhythm stands in a clause of its own, and the sign's clause has another ("the club meets monthly, the portfolio
    changes once a year")."""
    breaks = [0, *(found.end() for found in _CLAUSE_END.finditer(text)), len(text)]
    own = max(place for place in breaks if place <= start)
    other = max(place for place in breaks if place <= sign.start())
    if own == other or _OWN_VERB.fullmatch(text[own:start]) is None:
        return False
    stop = min((place for place in breaks if place > sign.start()), default=len(text))
    return any(other <= begin < stop for begin, _, _ in frequencies(text))


def _is_place_in(value: Frequency, period: Frequency) -> bool:
    """Whether a weekday or an edge only tells when in a longer period something is done."""
    return value.anchor is not None and value.per_year > 1.1 * period.per_year


_TRADES_LATER = re.compile(r"\b(?:next|following|after|later|subsequent|t ?\+ ?1|monday|first)\b")
_ANCHORS = {"monday": "start", "friday": "end"}  # of a week


def _by_the_clock(left: float, right: float) -> bool:
    """Whether times a day and hours between them are the same in a market that is open day and night."""
    return min(left, right) > 252 and abs(max(left, right) / min(left, right) - 24 / 6.5) < 0.1


def _agrees(value: Frequency, fact: Schedule, days: frozenset[str] = frozenset()) -> bool:
    if not fact.frequencies:
        return value.per_year >= 250  # a signal may be looked at every day
    if value.months and (known := frozenset[str]().union(*(other.months for other in fact.frequencies))):
        return value.months <= known
    return any(
        (same_frequency(value.per_year, other.per_year) or _by_the_clock(value.per_year, other.per_year))
        and (
            value.anchor is None
            or value.anchor in days
            or other.anchor is None
            or _ANCHORS.get(value.anchor, value.anchor) in (other.anchor, _ANCHORS.get(other.anchor))
        )
        for other in fact.frequencies
    )
