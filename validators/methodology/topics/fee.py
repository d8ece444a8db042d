"""What a trade costs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, fraction, number
from validators.methodology.topics.dealing_costs import NO_COSTS, one_way
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.prose import prose
from validators.reasons import Reason

key = "fee"
cues = (
    "incur", "basis point", "bps", "fee", "commission", "cost", "charg", "brokerage", "per side", "per-side",
    "per trade", "per-trade", "per transaction", "per leg", "per order", "per fill", "per round", "round trip",
    "round-trip", "roundtrip", "round turn", "one-way", "one way", "each way", "each side", "a side", "friction",
    "deduct", "debit", "net of", "pays", "pay ", "payed", "paying", "every buy", "each buy", "every sale", "every purchase", "each purchase", "getting in", "levied", "levies", "levy", "haircut",
    "free", "each ", "every ", "expens", "paid", "purchas", "sale", "sell", "buy", "lump", "ticket", "taken off", "nothing is", "way out", "way in", "penny",
)  # fmt: skip
also = (
    "bp", "basis", "%", "cent", "free", "no ", "zero", "nil", "none", "not", "n't", "$", "€", "£", "dollar", "euro",
    "pound", "pence", "without", "ignor", "neglect", "nothing", "nobody", "less", "omit", "disregard", "exclud", "gross",
    "waived", "left out", "neither", "set aside", "half", "tenth", "quarter", "fifth", "twentieth", "hundredth", "0.", "away", "only", "just", "solely", "go ", "role", "part", "aside", "out", "as if", "as though", "costless", "gratis", "uncharged",
)  # fmt: skip

Basis = Literal["side", "round", "switch", "year", "one way"]  # a switch sells one holding and buys another


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """`bps` of the traded value on a `basis` (None: unsaid), or `money` a trade in the currency named. 0 bps: trading is free."""

    bps: float | None = None
    money: float | None = None
    basis: Basis | None = None


_SMALL = (
    rf"(?:a |(?:{NUMBER}) )?(?:tenth|hundredth|twentieth|fifth|quarter|half|tenths"
    r"|hundredths)(?:s)? (?:of )?(?:a |one )?(?:per ?cent\b|percentage point\b|%|basis point\b|bps?\b|bips?\b)"
)
AMOUNT = re.compile(
    rf"(?<![\w.])(?<!(?<![\w\d])[+-])(?:(?P<bps>{NUMBER}) ?-?(?:bps?\b|bips\b|basis[- ]points?\b|b\.p\.)"
    rf"|(?P<mille>{NUMBER}) ?-?(?:per ?mil(?:le|l)?\b|‰)|(?P<percent>{NUMBER}) ?-?(?:%|per ?cent\b|pct\b)|(?P<small>{_SMALL})"
    rf"|(?P<zero>zero|no|nil) (?=fee|commission|cost|transaction|trading|brokerage|charge)"
    r"|(?P<currency>[$€£]) ?(?P<money>\d[\d,]*(?:\.\d+)?)(?![\d.,]*\d)(?! ?(?:[mk]\b|million|thousand|bn|billion))"
    rf"|(?P<coins>half an?|{NUMBER}|a|one) (?P<coin>dollars?|cents?|euros?|pounds?|pence)\b"
    r"|(?P<share>0?\.\d+)(?= (?:of (?:the )?(?:notional|traded|value|turnover)|per (?:side|trade)))"
    rf"|(?P<bare>{NUMBER})(?= ?(?:,|;|\.(?!\d)|$|\)|per (?:side|trade|round)|on each|each way)))"
)
_FEE = (
    r"(?:(?<!management )(?<!advisory )(?<!performance )(?<!custody )(?<!fund )(?<!annual )fees?(?! ?-?(?:of\b)?[^,;.]{0,20}(?:management|advisory))|commissions?|(?:transaction|trading|dealing"
    r"|execution|brokerage|trade|turnover|per-trade|one-way|round-trip|all-in|switching)[ -](?:cost|charge"
    r"|expense|friction)s?|costs?(?! (?:of (?:capital|borrowing|funding|carry|equity)))|charg(?:es?|ed|ing)"
    r"|brokerage|frictions?|haircut|levies|levy|levied"
    r"|expenses?(?! ratio)|(?:each|every) time|incur(?:s|red)?|(?:each|every) (?:trade|side|transaction|order|purchase|leg|buy|sale|fill|switch)|deduct(?:s|ed|ing)?"
    r"|pa(?:ys?|id|ying)|debit\w*|net of|(?:getting|going|way|trade|trading) in\b|(?<!result )(?<!profit )(?<!return )(?<!gain )(?<!loss )(?<!pnl )(?<!p&l )(?<!outcome )per[ -](?:side|trade|transaction|leg|order|fill|round[ -]trip)"
    r"|round[ -]?trips?|round[ -]?turns?|one[- ]way|each way|each side|a side|(?:the )?(?:purchase|buy|buying|entry) and (?:the )?(?:sale|sell|selling|exit))"
)
_OTHER = (
    r"(?:(?:total|cumulative|overall|aggregate|all) (?:trading |transaction )?(?:fees?|costs?"
    r"|commissions?)(?: paid| charged| incurred)?|slippage|spreads?|borrow\w*|management|advisory"
    r"|performance fees?|expense ratios?|financing|interest|market impact|impact|of positions|exposure|for every dollar|for each dollar|per dollar of|tax(?:es)?|stamp duty|return(?:s"
    r"|ed)?|cagr|drawdowns?|alpha|sharpe|outperform\w*|reduc\w+|lower\w*|drag|total(?:led|s)?|cumulative|per year"
    r"|annually|a year|per annum|p\.a\.|volatilit\w+|gain\w*|los[ste]\w*|fell|rose|earn\w*|weights?|profit\w*"
    r"|yields?"
    r"|growth|wealth|swings?|performance|surplus|excess|down|up|allocation|leverage|exposure|moves?|changes?|threshold|band|stop|ended|grew|eats?|consum\w*|win rate"
    r"|hit rate|of the (?:time|days|return|profit)|turnover (?:was|is|of|averaged)|holdout|split|training"
    r"|test(?:ing)?|tracking error|basis risk|account|capital of|starting|initial|invest\w*|dividends?|in fees"
    r"|in costs|in commissions|trades (?:were|was)|number of)"
)
_TAKEN = re.compile(
    r"los[ste]|eats?|consum|drag|total|cumulative|in (?:fees|costs|commissions)|number of|invest|turnover|changes?|starting|initial"
)
_MADE = re.compile(
    r"\b(?:alpha|made|makes?|earn\w*|gain\w*|profit\w*|edge|averag\w*|won|wins?|brought|brings|adds?|added)\b(?:(?!\b(?:fee|cost|commission|charge)s?\b)[^,;:]){0,40}$"
)
_SIGN = re.compile(rf"(?P<yes>\b{_FEE}\b)|(?P<no>\b{_OTHER})")
_A_YEAR = re.compile(
    r"[^,;.]{0,16}\b(?:per (?:year|annum)|p\.a|annually|a year|yearly|over the (?:year|period|window|sample|back-?test|whole)|during|in (?:19|20)\d\d)"
)
_SIDE = re.compile(
    r"\b(?:each|every) time\b|(?:\bper[- ](?:traded? |single )?|/ ?)(?:side|trade|transaction|leg|order|fill|execution|purchase|one-way|way|buy|sell)\b|\b(?:each|every|a"
    r"|one|either|any) (?:single |individual )?(?:side|leg|trade|transaction|order|way|fill|purchase|buy|sale)\b|\bone[- ]way\b"
    r"|\b(?:buys? and sells?|buying and selling|purchases? and sales?|entry and exit|entries and exits"
    r"|in and (?:again )?out) alike|\bon (?:both|each of) (?:buys|entry)|\bevery time it trades\b|\bon trades?\b"
    r"|\bwhen(?:ever)? (?:it|the \w+|one|you|we) (?:buys?|sells?|trades?|changes?)\b|\bof (?:the )?(?:traded value|value traded|amount traded|notional)\b"
    r"|\bon (?:entry and (?:again )?(?:on )?exit)\b|\b(?:every|each) (?:buy|purchase) and (?:every |each )?(?:sell|sale)\b|\b(?:on|at|upon) (?:entry|entering|opening|purchase|buying)\b"
)
_THERE_AND_BACK = re.compile(
    r" (?:for |on |in total |when )?(?:(?:going |getting |moving |coming )?(?:there and back|back and forth|in and (?:then |back )?out(?: again)?(?! alike| each)|out and back)|(?:cover |covers |pays? for )?(?:the |a )?(?:buying|purchase|buy) and (?:the |a |later |then )?(?:selling|sale|sell) (?:together|combined|in one|at once))\b"
)
_ONE_WAY = re.compile(
    r"[^.;:,\d]{0,16}\b(?:to|when|for|on|at|upon) (?:(?:the|a|an|its|each|every) )?(?:get(?:ting)? (?:in|out)|(?:way )?(?:in|out)|buy(?:ing)?|sell(?:ing)?|open(?:ing)?|clos(?:e|ing)|enter(?:ing)?|exit(?:ing)?|entry|purchase|sale)\b"
    r"(?! ?(?:and|plus|or|,|price|auction)\b(?! \d))"
    r"|,? (?:(?:on|for) the way |going |coming |getting |each way )?(?:in|out)(?=[,;.)]| (?:and|plus|then)(?: again| another| then)? (?:\d|the same|\w+ (?:bps?|basis)|\w+ (?:coming|going|out|on)\b)|$)"
)
_OTHER_FEES = re.compile(
    r"\b(?:borrow(?:ing)?|loan|stock-loan|financing|funding|management|advisory|performance|overnight|custody|exchange) $"
)
_RATE_PLUS = re.compile(r"\b(?:rates?|funds|bills?|libor|sofr|sonia|euribor|overnight)(?: \w+)? (?:plus|\+|and) $")
_EACH_COSTS = re.compile(
    r"\b(?:each|every|a|an|one|per) (?:\w+ )?(?:contract|share|trade|order|lot|option|transaction|deal|fill)s? (?:\w+ )?(?:costs?|pays?|is charged|incurs?) (?:you |about |only |just )*$"
)
_BEFORE_COSTS = re.compile(r"gross of|before|excluding|exclusive of|ignoring")  # and then the figure
_A_RUN = re.compile(
    r" (?:run|version|variant|back-?test|case|curve|series|world|index|result|figure|number|benchmark|comparison)s?\b"
)
_LOT = re.compile(  # "13 contracts were sold, at a fee of $31.20"
    rf"\b(?!one\b|1\b|a\b){NUMBER} (?:more |further |additional |new |such )?(?:contracts|shares|lots|units|coins|options|puts|calls|spreads|condors|etfs?|tokens|trades|orders|[a-z]{{2,5}} contracts)\b[^.;]{{0,40}}\b(?:were|was|bought|sold|added|covered|closed|traded|dealt|exchanged)\b"
    rf"|\b(?:bought|sold|added|covered|closed|traded|dealt|shorted|purchased) (?:\w+ )?(?!one\b|1\b|a\b){NUMBER} (?:more )?\w+\b|\bin total\b|\b(?:on|in) (?:\d{{1,2}} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_SAME_AGAIN = re.compile(  # "for the purchase and the same again for the sale"
    r"(?:(?!\bround\b)[^.;:\d]){0,60}?(?:,|\band|\bthen|\bplus) ?(?:then |and |(?:once|yet) )?(?:(?:the |exactly the |just the )?same(?! (?:day|time|price|as|bar|session))|again|(?:also|too) (?:on|for|when|at|upon|to)\b|(?:just )?as much|equally|likewise|another|so (?:does|is|do)|once more|once (?:on|for|when))\b"
    r"|(?:(?!\bround\b)[^.;:\d,]){0,40}?\b(?:both|each|once) (?:time )?(?:when|on|for|at|to|in) [^.;:,\d]{0,24}\b(?:and|as well as) (?:once )?(?:when|on|for|at|to|out)\b"
)
_ROUND = re.compile(
    r"\bround[- ]?(?:trip|turn)s?\b|\bround-trip\b|\bboth (?:sides|ways|legs)\b|\bthere and back\b"
    r"|\b(?:in and out|entry (?:and|plus) exit|buy (?:and|plus) sell) (?:combined|together|in total)"
    r"|\bfull (?:cycle|circle|turn)\b|\b(?:whole|entire|complete) (?:trade|transaction|turn|cycle)\b|\bin total for (?:a|the) buy and\b"
)
_BOTH_WAYS = re.compile(
    r"\b(?:(?:go(?:es|ing)?|get(?:s|ting)?|mov(?:es?|ing)|trad(?:es?|ing)|step(?:s|ping)?|way) in and (?:again |then |back )?out"
    r"|(?<!every )(?<!each )(?<!any )(?:buy|enter|open)(?:s|ing)? and (?:later |then |again |afterwards |subsequently )?(?:sell|exit|clos)(?:s|e|es|ing)?)\b(?! (?:alike|each))"
)
_AND_MORE = r"(?P<more>(?:,?(?:,| and|or| as well as| plus| &| along with| nor|/) (?:any |all |the |other )?(?:\w+[ -])?(?:slippage|spreads?|taxes|impact|financing|commissions?|fees?|costs?|charges|brokerage|frictions?|duties)){0,3})"
_FREE = re.compile(
    r"\b(?:commission|fee|cost|friction|charge|transaction-cost)[- ]?(?:free|less)\b|\bfrictionless(?:ly)?\b"
    r"|\bfree of (?:any )?(?:charge|cost|costs|commissions?|fees?|transaction costs)\b|\b(?:zero|no|nil"
    r"|without(?: any)?|not any|free from|excluding|excludes?|ignor(?:es?|ing|ed)|neglect(?:s|ing)?|omits?|omitting"
    r"|disregard\w*|exclusive of|gross of|assum(?:es|ing) (?:no|zero|away)|never pays(?: any| a)?(?! off| out| back)"
    r"|do(?:es)?(?: not|n't) (?:charge|pay|model|include|deduct|account for|incur)(?: any| a)?(?! off| out| back)|pays no)(?: |-)"
    r"(?:\w+ ){0,2}?(?:transaction |trading |dealing |execution |brokerage |explicit )?(?:fees?|costs?"
    r"|commissions?|charges|brokerage|frictions?)\b"
    r"|\b(?:nobody|no one|no-one|no broker|no exchange) (?:\w+ )?(?:charges?|levies|takes|deducts|bills|asks)\b(?! (?:more|extra|less))"
    r"|\b(?:fees?|costs?|commissions?|transaction costs|trading costs|brokerage|trading|trades|trade"
    rf"|executions?)(?:,? (?:and|or|nor|as well as) [\w ]{{1,24}}?)? (?:is|are|was|were)n't (?:\w+ )?(?:modell?ed|included|charged|deducted|considered|taken|accounted|applied|levied)"
    rf"|\b(?:fees?|costs?|commissions?|transaction costs|trading costs|brokerage|trading|trades|trade|executions?){_AND_MORE} (?:is|are|was|were|come|comes|being)(?: all| entirely| both| simply| assumed| set"
    r"| taken)*(?: to be| as| at| to)? (?:ignored|neglected|zero|free\b|nil|waived|omitted|disregarded|excluded"
    r"|none|left out|assumed away|not (?:modell?ed|included|charged|deducted|considered|taken|accounted|applied))"
    r"|\b(?:fee|cost|commission)s? (?:assumption|rate|model|level|setting|parameter)s? (?:is|are"
    r"|was) (?:set (?:to|at) |assumed to be )?"
    r"(?:zero|nil|none|0(?!\.?\d))|\b(?:charged|pays?|paying|costs?) nothing\b(?! (?:extra|more|beyond))"
    r"|\bno (?:allowance|provision|deduction|account) (?:is |was |has been )?(?:\w+ )?(?:made |taken |given )?(?:for|of) (?:the |any )?(?:transaction |trading |dealing )?(?:fees?|costs?|commissions?|charges|brokerage)\b"
    r"|\bnothing is (?:charged|deducted|paid)\b(?! (?:extra|on top|beyond))|\b(?:fees?|commissions?"
    r"|(?:transaction |trading )?costs?|trading fees?)\b ?[:=-]+ ?(?:none|zero|nil|0|no(?= ?(?:[.;)|]|$))"
    r"|free|n/a)\b(?!\.?\d)|\bat no cost\b|\btrades? (?:for )?free(?:ly)?\b|\bbefore (?:any )?(?:costs"
    r"|fees) only\b|\b(?:no|neither) (?:\w+ )?(?:fees?|commissions?|charges?|costs?)(?: (?:n?or|and) (?:any )?(?:\w+ )?\w+)? (?:is|was|are|were|has been|have been) (?:\w+ )?(?:charged|levied|applied"
    r"|deducted|taken|assumed|made|paid|modell?ed)"
)
_UNCHARGED = re.compile(
    r"(?:(?:are |is )?not (?:\w+ )?(?:modell?ed|included|considered|deducted|charged|accounted|taken|levied|applied)|ignored|excluded|disregarded|neglected|left out|waived|free)\b"
)
_IS = re.compile(r"\bwhich (?:is|are|was|were) $")  # "a management fee, which is no dealing cost"
_JUST_DENIED = re.compile(r"\b(?:not|never|hardly|no longer)\b|n't\b")
_ZERO = re.compile(
    r"\b(?:fees?|costs?|commissions?|charges?|brokerage|trading|trades|execution|orders)\b(?! (?:days?|hours|calendar|rules?))(?:(?!\b(?:returns?|slippage|spread|leverage|tax\w*)\b)[^.;:,]){0,40}?"
    r"(?:\b(?:is|are|was|were|be|being|at|to|remains?|equals?|not|never|being|as)|n't|[:=|]) (?P<zero>zero|nil|none|free|nothing(?=[.!]|$))\b(?![- ](?:of|float|other|to|\w+ing|beta|or)\b)"
)
_NOT_FREE = re.compile(r"\b(?:not|never|isn't|aren't|wasn't|than|rarely|no longer|hardly) (?:\w+ )?$")
_BESIDES = re.compile(
    r" (?:\w+ )?(?:besides|other than|beyond|apart from|except|on top of|over and above|in addition to|bar)\b"
)
_IMAGINED = re.compile(
    r"\b(?:break-?even|hurdle)\b|\bfees? changes?\b|\bchanges? in (?:the )?(?:fees?|costs?)\b|\b(?:higher|lower"
    r"|larger|smaller|extra|additional) (?:fees?|costs?|commissions?)\b"
)
_BOUND = re.compile(
    r"(?:\b(?:above|below|under|over|beyond|exceed(?:s|ing)?|(?:more|less|lower|higher|fewer) than|at least|at most"
    r"|say,?|from [\d.]+(?: ?bps)? to|\d+ ?x|times|and \d+ ?(?:bps)? to)|(?:\d|%|bps|points?|trades|trips|\)) =) (?:about |roughly |some )?$"
)
_PART_OF = re.compile(r"\b(?:half|part|some|most|a (?:third|quarter|fraction)|\d+ ?%) of (?:the |these |those |its )?$")
_MANY = re.compile(
    rf"\b(?:(?!one\b|1\b){NUMBER}|several|many|all|those|these) (?:\w+ )?(?:switches|trades|round[- ]trips"
    rf"|rebalances|transactions|sides|fees)\b[^.;]{{0,30}}$"
)
_AT = re.compile(r"\b(?:at|for|paying|costing) (?:a |the |about |roughly )?$")
_PER_TRADE = re.compile(r" (?:per|a|each|every|on each|for each) (?:side|round|trade|way|leg|fill|transaction|order)\b")
_SWITCH = re.compile(r"\b(?:switch\w*|rotation|swap)\b")
_OUTCOME = re.compile(
    r"\b(?:results?|outcomes?|returns?|performance|profits?|loss(?:es)?|p&l|pnl|payoffs?|expectancy|mean|median|overall|damage|drawdowns?|volatility|declines?|months?|years?|exposure|time in|hit rate)\b"
    r"(?:(?!\b(?:fees?|costs?|commissions?|charges?|brokerage|net of|after|at|with|under|minus|less|deduct\w*|assum\w*)\b)[^,;]){0,40}$"
)
_AFTER_COSTS = re.compile(
    r"\b(?:after|net of|before|including|less|excluding) (?:all |any |the )?(?:trading |transaction )?(?:fees|costs|commissions|charges)\b(?: ?[:=|]| is| was| are| were| came to| comes to)? ?$"
)
_CALLED_FEE = re.compile(
    r"\b(?:fees?|commissions?|charges?|brokerage|costs?(?! (?:\d|a |an ))(?= ?(?:of|is|are|was|were|at|per|[:=|])))\b(?: (?:of|is|are|at|be|was|were|to|set|rate|per|each|side|trade|a|flat))* ?[:=|]? ?(?:q+ : )?$"
)
_SUM = rf"(?:[$€£] ?(\d[\d,]*(?:\.\d+)?)(?! ?(?:[mk]\b|million|bn))|({NUMBER}|a|one) (dollars?|euros?|pounds?|cents?|pence)\b)"
_TRADED = r"(?: (?:in|of) (?:stock|shares|value|notional|turnover|assets|trades?))?(?: worth)?(?: (?:that is |that are |you )?(?:traded|bought|sold|dealt|turned over|invested|order|trade|purchase|sale|transaction|deal|position|ticket|or|and|each way|per side))+"
_OF_A_SUM = re.compile(  # "on every $10,000 bought or sold, $12 of costs is deducted", "15 cents per 1,000 dollars traded"
    rf"\b(?:(?:every|each|per|on|for|of|an?|buying|selling|trading|in) ){{1,3}}{_SUM}(?:{_TRADED}| worth(?: of \w+)?)[^.;:$€£\d]{{0,40}}? ?{_SUM}"
    rf"|\b(?:trade|order|purchase|sale|transaction|ticket)s? (?:of|for|worth) {_SUM}[^.;:$€£\d]{{0,40}}? {_SUM}"
    rf"|{_SUM}[^.;:$€£\d]{{0,30}}? (?:(?:every|each|per|on|for|of|an?|in) ){{1,3}}{_SUM}(?={_TRADED})"
)
_PROFIT = re.compile(
    r"\b(?:profits?|gain\w*|earn\w*|made|returns?|returned|came back|won|worth of profit|grew|ended|became|dividends?|slippage|spreads?|tax\w*|borrow\w*|interest)\b"
)
_LOST = re.compile(
    r"\b(?:lost|fell|dropped|drops|declined|slid|shed|gave (?:up|back)|rose|rises|slipped|sank|down|up|earns?|yield(?:s|ed)?)(?: \w+)? (?:about |roughly |around |nearly |almost |just |another |only |by |over |a )*[(-]?$"
)
_COST = re.compile(
    r"\bcosts?(?: (?:it|you|us|them|investors|the (?:strategy|book|portfolio|account)))?(?: (?:about|roughly|around|nearly|almost|just|only|another|as much as|some|a|an|up to|over))*[ (]$"
)
_DEAL = re.compile(
    r"\b(?:trad\w+|sides?|orders?|transactions?|dealing|execution|re-?balanc\w+|switch\w*|turnover|buy\w*|sell\w*|purchases?|sales?|fills?|entr(?:y|ies)|exits?|way|legs?|commissions?|fees?|brokerage|contracts?|it|this|that|q{3,})\b"
)
_NO_TARIFF = 500.0  # bps
_DEAR = 200.0  # bps: a larger percentage is a result, unless it is called a fee
_A_FORTUNE = 1_000.0  # no tariff asks as much for a trade; "with 20 bps per side $63,580" tells an equity
_NOT_FEE_FREE = re.compile(
    r"\b(?:percentage|percent|proportional|fixed|flat|minimum|per-share|per-order|ticket|platform|exchange|regulatory|monthly|annual|overnight|exit|entry|redemption|subscription|inactivity|swap|rollover|funding|clearing|management|advisory|performance|borrow\w*|slippage|hidden|extra|additional|other|further|separate"
    r"|opportunity|added|financing|market)\b"
)


_SOME = Fee()  # in ticks or pips, which no percentage can be held to
_IN_TICKS = re.compile(r"\b(?:ticks?|pips?|32nds?|half (?:of )?the spread|spread)\b")


def read(fact: FactValue) -> tuple[Fee, ...] | None:
    """A document's charges; a single 0 bps where trading is free, None where no amount is named."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    found = tuple(fee for match in AMOUNT.finditer(text) if (fee := _fee(match, text)) is not None)
    if found and any(fee.bps or fee.money for fee in found):
        return found
    if not found and _IN_TICKS.search(text):
        return (_SOME,)
    free = says_none(text) or _FREE.search(text) or _UNCHARGED.match(text)
    return (Fee(bps=0.0),) if free or found else None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every charge that a passage names, and every statement that trading is free."""
    for match in _FREE.finditer(text):
        if (
            not _NOT_FREE.search(text, 0, match.start())
            and not _NOT_FEE_FREE.search(match[0].replace(match["more"] or "\n", ""))
            and not _BESIDES.match(text, match.end())
            and not (match[0].startswith("no ") and _IS.search(text, 0, match.start()))
            and not (_BEFORE_COSTS.match(match[0]) and re.search(r"\d", text[match.end() :]))
            and not _A_RUN.match(text, match.end())
            and not _OTHER_FEES.search(text, max(match.start() - 24, 0), match.start())
            and not (match[0].endswith("costs nothing") and not _DEAL.search(text, 0, match.start()))
        ):
            yield Stated(start=match.start(), end=match.end(), value=Fee(bps=0.0), asserted=True)
    for match in _ZERO.finditer(text):
        denied = _JUST_DENIED.search(text, match.start(), match.start("zero")) is not None
        yield Stated(start=match.start("zero"), end=match.end("zero"), value=Fee(bps=0.0), asserted=not denied)
    for match in NO_COSTS.finditer(text):
        if not _NOT_FREE.search(text, 0, match.start()) and not _OTHER_FEES.search(text, 0, match.start()):
            yield Stated(start=match.start(), end=match.end(), value=Fee(bps=0.0), asserted=True)
    for match in one_way(text):
        yield Stated(start=match.start(), end=match.end(), value=Fee(basis="one way"), asserted=True)
    signs = list(_SIGN.finditer(text))
    if not any(sign["yes"] or _TAKEN.match(sign[0]) for sign in signs) or _IMAGINED.search(text):
        return
    sums: list[tuple[int, int]] = []
    for match in () if _PROFIT.search(text) else _OF_A_SUM.finditer(text):
        if (fee := _fee_of_a_sum(match, text)) is not None:
            sums.append(match.span())
            yield Stated(start=match.start(), end=match.end(), value=fee)
    for match in AMOUNT.finditer(text):
        if any(begin <= match.start() < stop for begin, stop in sums):
            continue
        before = text[max(match.start() - 70, 0) : match.start()]
        if _RATE_PLUS.search(before):
            continue  # "the T-bill rate plus 50 bps"
        if match["zero"] or _BOUND.search(before) or _PART_OF.search(before):
            continue
        if _MANY.search(before) and not (_AT.search(before) and _PER_TRADE.match(text, match.end())):
            continue
        fee = _fee(match, text)
        if fee is None or fee.basis == "year" or (fee.money is not None and not _is_tariff(text, match, fee)):
            continue
        if _MADE.search(before) or (match["percent"] and _is_result(before, fee)):
            continue
        if fee.basis is None and fee.bps and len([each for each in AMOUNT.finditer(text) if not each["bare"]]) == 1:
            fee = replace(fee, basis="round" if _ROUND.search(text) else "side" if _SIDE.search(text) else None)
        sign = nearest(text, signs, match.start(), match.end(), per_break=25, after=0, limit=110)
        told = sign is not None and (sign["yes"] or (fee.basis is not None and _TAKEN.match(sign[0])))
        if told and sign is not None and not (match["bare"] and abs(sign.end() - match.start()) > 30):
            yield Stated(start=match.start(), end=match.end(), value=fee)


def conflict(stated: Fee, *, asserted: bool, fact: tuple[Fee, ...], document: MethodologyDocument) -> Reason | None:
    """Another charge than the document's, in any of the ways to count it."""
    if stated.basis == "one way":
        charged = len(fact) == 1 and (fact[0].bps or fact[0].money)
        breaks = asserted and charged and next(one_way(prose(document, key)), None) is None
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if stated.bps is None and stated.money is None:
        return None
    if fact == (_SOME,):
        return Reason.CONTRADICTS_DOCUMENT if asserted and stated.bps == 0.0 else None
    agrees = _agrees(stated, fact)
    if asserted:
        return None if agrees else Reason.CONTRADICTS_DOCUMENT
    return Reason.CONTRADICTS_DOCUMENT if agrees else None


def is_named(stated: Fee, told: str) -> bool:
    """Whether a document's text names the amount, of whatever charge."""
    amounts = [fee for match in AMOUNT.finditer(told) if not match["bare"] and (fee := _fee(match, told)) is not None]
    return _agrees(stated, tuple(fee for fee in amounts if fee.bps or fee.money), summed=False)


def _agrees(stated: Fee, fact: tuple[Fee, ...], *, summed: bool = True) -> bool:
    if stated.money is not None:
        return any(fee.money is not None and abs(fee.money - stated.money) < 1e-9 for fee in fact)
    whole = [fee.bps for fee in fact if fee.bps is not None] if summed else []
    if stated.basis in (None, "round") and 1 < len(whole) <= 3 and stated.bps in _sums(whole):
        return True  # a purchase with its duty and the sale
    options = (
        [*fact]
        if not whole
        else [*fact, Fee(bps=sum(whole), basis=next((fee.basis for fee in fact if fee.basis), None))]
    )
    return stated.bps is not None and any(fee.bps is not None and _equal(stated, fee) for fee in options)


def _sums(amounts: list[float]) -> set[float]:
    """What some of the charges come to, each taken once or twice."""
    found = {0.0}
    for amount in amounts:
        found = {round(total + times * amount, 6) for total in found for times in (0, 1, 2)}
    return found


def _equal(stated: Fee, fee: Fee) -> bool:
    """Two sides make a round trip; a basis left unsaid on either part is taken as the other's, or as either."""
    assert stated.bps is not None
    assert fee.bps is not None
    ratios = {1.0}
    if stated.basis == "switch":
        ratios = {0.5, 1.0} if fee.basis == "round" else {1.0, 2.0}
    elif stated.basis == "round" and fee.basis != "round":
        ratios = {2.0} if fee.basis == "side" else {1.0, 2.0}
    elif stated.basis == "side" and fee.basis == "round":
        ratios = {0.5}
    elif stated.basis is None and fee.basis == "round":
        ratios = {0.5, 1.0}
    return any(abs(stated.bps - fee.bps * ratio) <= 1e-6 * max(1.0, fee.bps) for ratio in ratios)


def _fee(match: re.Match[str], text: str) -> Fee | None:
    basis = _basis(text, match.start(), match.end())
    if match["zero"]:
        return Fee(bps=0.0, basis=basis)
    if match["bps"] and (value := number(match["bps"])) is not None:
        return Fee(bps=value, basis=basis)
    if match["mille"] and (value := number(match["mille"])) is not None:
        return Fee(bps=round(value * 10, 6), basis=basis)
    if match["percent"] and (value := number(match["percent"])) is not None:
        return Fee(bps=round(value * 100, 6), basis=basis)
    if match["small"]:
        share = fraction(
            re.split(
                r" (?:of|a|one|per ?cent|percentage|basis|bps?|bips?|%)\b",
                match["small"].removeprefix("a ").removeprefix("one "),
            )[0]
        )
        unit = 1.0 if re.search(r"basis|\bb(?:i?p)s?\b", match["small"]) else 100.0
        return None if share is None else Fee(bps=round(share * unit, 6), basis=basis)
    if match["share"]:
        return Fee(bps=round(float(match["share"]) * 10_000, 6), basis=basis)
    if match["money"] and (value := number(match["money"])) is not None:
        return Fee(money=value, basis=basis)
    if match["coin"]:
        half = match["coins"].startswith("half")
        value = 0.5 if half else 1.0 if match["coins"] in ("a", "one") else (number(match["coins"]) or 0.0)
        return Fee(money=value / 100 if match["coin"].startswith(("cent", "pence")) else value, basis=basis)
    unit_named = re.search(r"\b(?:bps?|basis points)\b[^,;.]{0,16}$", text[: match.start()])
    value = number(match["bare"]) if match["bare"] and unit_named else None
    return None if value is None else Fee(bps=value, basis=basis)


def _fee_of_a_sum(match: re.Match[str], text: str) -> Fee | None:
    """The share that one sum of money is of another, where it may be a charge on it."""
    amounts = [_money(match[at], match[at + 1], match[at + 2]) for at in range(1, 19, 3) if match[at] or match[at + 1]]
    if len(amounts) != 2 or None in amounts:
        return None
    small, large = sorted(amount for amount in amounts if amount is not None)
    if not 0 < small <= large / 20:
        return None
    round_trip = _ROUND.search(text, match.start(), min(match.end() + 40, len(text))) is not None
    return Fee(bps=round(small / large * 10_000, 6), basis="round" if round_trip else "side")


def _money(digits: str | None, words: str | None, coin: str | None) -> float | None:
    if digits:
        return number(digits)
    value = 1.0 if words in ("a", "one") else number(words or "")
    return None if value is None else value / 100 if (coin or "").startswith(("cent", "pence")) else value


def _is_result(before: str, fee: Fee) -> bool:
    """Whether a percentage is what a run came to: it is told of a result, or larger than any tariff and not called one."""
    if _OUTCOME.search(before) or _AFTER_COSTS.search(before) or _LOST.search(before):
        return True
    if fee.bps is None or _CALLED_FEE.search(before):
        return False
    return fee.bps > _NO_TARIFF or (
        fee.basis is None and (fee.bps > _DEAR or (_COST.search(before) is not None and _DEAL.search(before) is None))
    )


def _is_tariff(text: str, match: re.Match[str], fee: Fee) -> bool:
    """Whether an amount of money is a charge for each trade, and no sum that a run paid or ended with."""
    if fee.money is not None and fee.money >= _A_FORTUNE:
        return False
    near = text[max(match.start() - 24, 0) : match.start()]
    if _EACH_COSTS.search(text, max(match.start() - 60, 0), match.start()):
        return True
    if fee.basis is None and _LOT.search(text):
        return False
    return (
        fee.basis is not None
        or re.match(r" ?(?:/|per|a) ?(?:share|trade|order|contract|side)\b", text[match.end() : match.end() + 16])
        is not None
        or re.search(
            r"\b(?:fee|commission|charge|brokerage)(?: of| is|s of| ?:) ?(?:a flat )?$|\b(?:lump sum|flat|fixed|set|ticket|standing|uniform)(?: sum| amount| rate| charge| fee| price)?(?: of)? ?$",
            near,
        )
        is not None
    )


def _basis(text: str, start: int, end: int) -> Basis | None:
    following = re.split(
        r"[,;](?! ?(?:round|per|each|one-way|both))|\((?=[^)]*\d)|\b(?:and|or|plus|but|i\.e|which|against|versus"
        r"|not)\b|\+",
        text[end : end + 48],
    )[0]
    preceding = re.split(r"[,;.()]|\b(?:and|or|but)\b|\+", text[max(start - 48, 0) : start])[-1]
    if _A_YEAR.match(following):
        return "year"
    if _THERE_AND_BACK.match(text, end):
        return "round"
    if _SAME_AGAIN.match(text, end) or _ONE_WAY.match(text, end):
        return "side"
    if _ROUND.search(following):
        return "round"
    if _SIDE.search(following) or re.match(r" each\b(?! (?:month|week|year|day))", following):
        return "side"
    if _ROUND.search(preceding) or _BOTH_WAYS.search(text, max(start - 60, 0), start):
        return "round"
    if _SWITCH.search(preceding) or _SWITCH.search(following):
        return "switch"
    wide = text[max(start - 60, 0) : start]
    if not re.search(r"[.;:]|\d|\b(?:and|or)\b", wide) and _ROUND.search(wide):
        return "round"
    return "side" if _SIDE.search(preceding) or re.search(r"\b(?:one-way|per-side|per-trade)\b", preceding) else None
