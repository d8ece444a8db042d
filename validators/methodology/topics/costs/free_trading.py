"""Words that say that trading is free."""

import re
from collections.abc import Iterator

from validators.methodology.topics.costs.dealing_costs import NO_COSTS
from validators.methodology.topics.costs.tariffs import DEAL

_OTHER_FEES = re.compile(
    r"\b(?:borrow(?:ing)?|loan|stock-loan|financing|funding|management|advisory|performance|overnight|custody|exchange) $"
)
_OF_ANOTHER_COST = re.compile(
    r"\b(?:roll(?:s|ing|ed)?|swaps?|margin|bills?|cash|storage|storing|borrow\w*|holding|lending|spread)\b[^.;:]{0,50}$"
)
_COSTS = r"(?:(?:transaction|trading|dealing|execution|brokerage|broker's) (?:costs?|fees?|charges?)|commissions?|fees?|costs?|brokerage|frictions?)"
_COUNTED = r"(?:included|taken (?:off|out|into account)|deducted|subtracted|modell?ed|counted|charged|considered|accounted for|applied|reflected|factored in|built in|netted(?: out| off)?|priced in|allowed for)"
_LEFT_OUT = (
    rf"|\b{_COSTS} (?:(?:have|has|had)(?:n't| not| never)(?: yet)? been|(?:is|are|was|were)(?:n't| not| never)(?: yet)?) (?:\w+ly )?{_COUNTED}"
    rf"|\b(?:leav|keep|tak)(?:e|es|ing) out (?:all |any |the )?{_COSTS}\b|\b(?:left|kept|taken|took) out (?:all |any |the )?{_COSTS}\b|\b(?:leav(?:e|es|ing)|left|keeps?|kept|takes?|took) (?:all |any |the )?{_COSTS} (?:out|aside)\b(?! of)"
    r"|\b(?:returns?|results?|figures|numbers) (?:shown |quoted |reported |here )?(?:is|are|was|were) gross(?=[.,;!)]|$)"
    r"|\b(?:chose|chooses|decided|decides|opted|opts|preferred) not to (?:charge|deduct|levy|model)\b(?! (?:anything )?(?:for|on|to)? ?(?:hold|borrow|roll|cash))"
    r"|\bno (?:deduction|charge|allowance) for (?:trading|dealing|trades|buying|turnover)\b"
)
_OF_DOING = re.compile(  # "there's no cost to waiting a week"
    r" (?:to|in|of|for) (?!trad|buy|sell|deal|switch|re-?balanc|rotat|enter|exit|turn|execut)\w+ing\b"
)
_A_RUN = re.compile(
    r" (?:run|version|variant|back-?test|case|curve|series|world|index|result|figure|number|benchmark|comparison)s?\b"
)
_AND_MORE = r"(?P<more>(?:,?(?:,| and|or| as well as| plus| &| along with| nor|/) (?:any |all |the |other )?(?:\w+[ -])?(?:slippage|spreads?|taxes|impact|financing|commissions?|fees?|costs?|charges|brokerage|frictions?|duties)){0,3})"
FREE = re.compile(
    r"\b(?:returns?|figures?|results?|numbers?|performance)\b[^.;,\d]{0,40}? (?:is|are|was|were|stands?|comes?) (?:all |shown |given |quoted |reported |stated )?(?:before|gross of|without|free of) (?:any |all )?(?:transaction |trading |dealing )?(?:fees?|costs?|commissions?)\b|"
    r"\b(?:commission|fee|cost|friction|charge|transaction-cost)[- ]?(?:free|less)\b|\b(?:frictionless|costless)(?:ly)?\b"
    r"|\bfree of (?:any )?(?:charge|cost|costs|commissions?|fees?|transaction costs)\b|\b(?:zero|no|nil"
    r"|without(?: any)?|not any|free from|excluding|excludes?|ignor(?:es?|ing|ed)|neglect(?:s|ing)?|omits?|omitting"
    r"|disregard\w*|exclusive of|gross of|assum(?:es|ing) (?:no|zero|away)|never pays(?: any| a)?(?! off| out| back)"
    r"|d(?:o|oes|id)(?: not|n't) (?:charge|pay|model|include|deduct|account for|incur|bother with|know|recogni[sz]e|reckon with|care about|apply|levy|assume)(?: any| a)?(?! off| out| back)|pays no)(?: |-)"
    r"(?:\w+ ){0,2}?(?:transaction |trading |dealing |execution |brokerage |explicit )?(?:fees?|costs?"
    r"|commissions?|charges|brokerage|frictions?)\b"
    r"|\b(?:nobody|no one|no-one|no broker|no exchange) (?:\w+ )?(?:charges?|levies|takes|deducts|bills|asks)\b(?! (?:more|extra|less))"
    r"|\b(?:fees?|costs?|commissions?|transaction costs|trading costs|brokerage|trading|trades|trade"
    rf"|executions?)(?:,? (?:and|or|nor|as well as) [\w ]{{1,24}}?)? (?:is|are|was|were)n't (?:\w+ )?(?:modell?ed|included|charged|deducted|considered|taken|accounted|applied|levied)"
    rf"|\b(?:fees?|costs?|commissions?|transaction costs|trading costs|brokerage|frictions?|charges|trading|trades|trade|executions?){_AND_MORE} (?:is|are|was|were|(?:has|have) been|come|comes|being)(?: all| entirely| both| simply| assumed| set"
    r"| taken)*(?: to be| as| at| to)? (?:negligible and (?:so |hence |thus |therefore |are |were )*)?(?:ignored|neglected|zero|free\b|nil|waived|omitted|disregarded|excluded"
    r"|none|left out|assumed away|not (?:modell?ed|included|charged|deducted|considered|taken|accounted|applied))"
    r"|\b(?:fee|cost|commission)s? (?:assumption|rate|model|level|setting|parameter)s? (?:is|are"
    r"|was) (?:set (?:to|at) |assumed to be )?"
    r"(?:zero|nil|none|0(?!\.?\d))|\b(?:charged|charges?(?= (?:\w+ )?nothing\b(?! (?:for|on|to) (?!trad|deal|buy|sell)))|pays?|paying|costs?)(?: (?:q+|it|you|us|anybody|the \w+))? nothing\b(?! (?:extra|more|beyond))"
    r"|\bno (?:allowance|provision|deduction|account) (?:is |was |has been )?(?:\w+ )?(?:made |taken |given )?(?:for|of) (?:the |any )?(?:transaction |trading |dealing )?(?:fees?|costs?|commissions?|charges|brokerage)\b"
    r"|\b(?:there (?:is|was) |has )nothing to (?:pay|deduct|charge)\b(?! (?:extra|on top|beyond|for holding))|\bnothing is (?:charged|deducted|paid)\b(?! (?:extra|on top|beyond))|\b(?:fees?|commissions?"
    r"|(?:transaction |trading )?costs?|trading fees?)\b ?[:=-]+ ?(?:none|zero|nil|0|no(?= ?(?:[.;)|]|$))"
    r"|free|n/a)\b(?!\.?\d)|\bat no cost\b|\btrades? (?:for )?free(?:ly)?\b|\bbefore (?:any )?(?:costs"
    r"|fees) only\b|\b(?:no|neither) (?:slippage (?:n?or|and) )?(?:\w+ )?(?:fees?|commissions?|charges?|costs?)(?: (?:n?or|and) (?:any )?(?:\w+ )?\w+)? (?:is|was|are|were|has been|have been) (?:\w+ )?(?:charged|levied|applied"
    r"|deducted|taken|assumed|made|paid|modell?ed)" + _LEFT_OUT
)
UNCHARGED = re.compile(
    r"(?:(?:are |is )?not (?:\w+ )?(?:modell?ed|included|considered|deducted|charged|accounted|taken|levied|applied)|ignored|excluded|disregarded|neglected|left out|waived|free)\b"
)
_DOES_NOT = re.compile(r"do(?:es)?(?: not|n't) ")
_OF_AMOUNT = re.compile(
    r" of (?:about |around |roughly )?(?:[$€£]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|half) )"
)  # "doesn't assume costs of 12 bps"
_JUST_DENIED = re.compile(r"\b(?:not|never|hardly|no longer)\b|n't\b")
_ZERO = re.compile(
    r"\b(?:fees?|costs?|commissions?|charges?|brokerage|trading|dealing|trades|execution|orders|(?:buying|purchases) and (?:selling|sales)|switching|turnover)\b(?! (?:days?|hours|calendar|rules?))(?:(?!\b(?:returns?|slippage|spread|leverage|tax\w*)\b)[^.;:,]){0,40}?"
    r"(?:\b(?:is|are|was|were|be|being|at|to|remains?|equals?|not|never|being|as)(?: both| all| wholly| entirely| simply)?|n't|[:=|]) (?P<zero>zero|nil|none|free|nothing(?=[.!]|$))\b(?![- ](?:of|float|other|to|\w+ing|beta|or)\b)"
)
_NOT_FREE = re.compile(
    r"\b(?:not|never|isn't|aren't|wasn't|than|rarely|no longer|hardly) (?:\w+ )?$|(?:\bnot|n't|\bnever) (?:mean|imply|make)s?(?: \w+){0,4} $"
)
_NOT_FEE_FREE = re.compile(
    r"\b(?:percentage|percent|proportional|fixed|flat|minimum|per-share|per-order|ticket|platform|exchange|regulatory|monthly|annual|overnight|exit|entry|redemption|subscription|inactivity|swap|rollover|funding|clearing|management|advisory|performance|borrow\w*|slippage|hidden|extra|additional|other|further|separate"
    r"|opportunity|added|financing|market)\b"
)


_HOWEVER = re.compile(
    r",? (?:however|no matter how) \w+\b| (?:is|are) (?:too \w+|irrelevant|negligible)\b"
)  # "no fee, however small, is irrelevant"


def told_free(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a text says that trading is free, and whether it asserts it."""
    for match in FREE.finditer(text):
        if (
            not _NOT_FREE.search(text, 0, match.start())
            and not _NOT_FEE_FREE.search(match[0].replace(match["more"] or "\n", ""))
            and not _HOWEVER.match(text, match.end())
            and not _A_RUN.match(text, match.end())
            and not _OF_DOING.match(text, match.end())
            and not (_DOES_NOT.match(match[0]) and _OF_AMOUNT.match(text, match.end()))
            and not (match[0].endswith("nothing") and _OF_ANOTHER_COST.search(text, 0, match.start()))
            and not _OTHER_FEES.search(text, max(match.start() - 24, 0), match.start())
            and not (
                match[0].startswith("cost") and match[0].endswith("nothing") and not DEAL.search(text, 0, match.start())
            )
        ):
            yield match.start(), match.end(), True
    for match in _ZERO.finditer(text):
        denied = _JUST_DENIED.search(text, match.start(), match.start("zero")) is not None
        yield match.start("zero"), match.end("zero"), not denied
    for match in NO_COSTS.finditer(text):
        if not _NOT_FREE.search(text, 0, match.start()) and not _OTHER_FEES.search(text, 0, match.start()):
            yield match.start(), match.end(), True
