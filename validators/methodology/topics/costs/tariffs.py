"""Whether an amount is a charge for each trade, or what a run came to or paid."""

import re

from validators.methodology.topics.costs.charges import Fee

_EACH_COSTS = re.compile(
    r"\b(?:each|every|a|an|one|per) (?:\w+ )?(?:contract|share|trade|order|lot|option|transaction|deal|fill|ticket|side|switch|purchase|sale|leg|round[ -]trip)s? (?:\w+ )?(?:costs?|pays?|is charged|incurs?|swallows|loses) (?:you |q+ |it |about |only |just )*$"
)
_OUTCOME = re.compile(
    r"\b(?:results?|outcomes?|returns?|performance|profits?|loss(?:es)?|p&l|pnl|payoffs?|expectancy|mean|median|overall|damage|drawdowns?|volatility|declines?|months?|years?|exposure|time in|hit rate)\b"
    r"(?:(?!\b(?:fees?|costs?|commissions?|charges?|brokerage|net of|after|at|with|under|minus|less|deduct\w*|assum\w*)\b)[^,;]){0,40}$"
)
_CALLED_FEE = re.compile(
    r"\b(?:fees?|commissions?|charges?|brokerage|costs?(?! (?:\d|a |an ))(?= ?(?:of|is|are|was|were|at|per|[:=|])))\b(?: (?:of|is|are|at|be|was|were|to|set|rate|per|each|side|trade|a|flat))* ?[:=|]? ?(?:q+ : )?$"
)
_CHARGED = re.compile(  # of a side or a round trip
    r"\b(?:(?:it|you|we|one|q{3,}|the (?:strategy|model|system|back-?test|simulation|portfolio)) (?:\w+ )?(?:pays?|paid)"
    r"|charg(?:es?|ed|ing)|deduct(?:s|ed|ing)?|levie[sd]|(?:trade|side|order|transaction|fill|trip|turn)s? (?:\w+ )?costs?)"
    r"(?: (?:it|you|about|around|roughly|a|an|only|just|flat|full|whole))* $"
)
_LOST = re.compile(
    r"\b(?:lost|fell|dropped|drops|declined|slid|shed|gave (?:up|back)|rose|rises|slipped|sank|down|up|earns?|yield(?:s|ed)?)(?: \w+)? (?:about |roughly |around |nearly |almost |just |another |only |by |over |a )*[(-]?$"
)
_COST = re.compile(
    r"\bcosts?(?: (?:it|you|us|them|investors|the (?:strategy|book|portfolio|account)))?(?: (?:about|roughly|around|nearly|almost|just|only|another|as much as|some|a|an|up to|over))*[ (]$"
)
DEAL = re.compile(
    r"\b(?:trad\w+|sides?|orders?|transactions?|dealing|execution|re-?balanc\w+|switch\w*|changing|turnover|buy\w*|sell\w*|purchases?|sales?|fills?|entr(?:y|ies)|exits?|way|legs?|commissions?|fees?|brokerage|contracts?|it|this|that|q{3,})\b"
)
_SUM_DEALT = re.compile(
    r"\b(?:million|thousand|billion)\b|\d,000\b|\d ?[mk]\b"
)  # "in and out of a million costs 300 dollars"
_A_SIDE = re.compile(r" ?(?:per|a|on each|each|every) (?:side|way)\b")
_NO_TARIFF = 500.0  # bps
_DEAR = 200.0  # bps: a larger percentage is a result, unless it is called a fee
_A_FORTUNE = 1_000.0  # no tariff asks as much for a trade; "with 20 bps per side $63,580" tells an equity


def is_result(before: str, fee: Fee, after: str) -> bool:
    """Whether a percentage is what a run came to: it is told of a result, or larger than any tariff and not called one."""
    if _OUTCOME.search(before) or _LOST.search(before):
        return True
    if (
        _A_SIDE.match(after)
        or fee.bps is None
        or _CALLED_FEE.search(before)
        or (fee.basis in ("side", "round") and _CHARGED.search(before))
    ):
        return False
    return fee.bps > _NO_TARIFF or (
        fee.basis is None and (fee.bps > _DEAR or (_COST.search(before) is not None and DEAL.search(before) is None))
    )


def is_tariff(text: str, match: re.Match[str], fee: Fee) -> bool:
    """Whether an amount of money is a charge for each trade, and no sum that a run paid or ended with."""
    if fee.money is not None and fee.money >= _A_FORTUNE:
        return False
    if _SUM_DEALT.search(text, max(match.start() - 60, 0), match.start()):
        return False
    near = text[max(match.start() - 24, 0) : match.start()]
    if _EACH_COSTS.search(text, max(match.start() - 60, 0), match.start()):
        return True
    return (
        fee.basis is not None
        or re.match(
            r" ?(?:/|per|a|[^.;,\d]{0,20}\b(?:for each|for every|per|each)) ?(?:share|trade|order|contract|side|lot)\b",
            text[match.end() : match.end() + 36],
        )
        is not None
        or re.search(
            r"\b(?:per|by the|for each|each|every) (?:contract|share|lot|unit|ticket|option)\b[^.;\d]{0,20}$", near
        )
        is not None
        or re.search(
            r"\b(?:fee|commission|charge|brokerage)(?: of| is|s of| ?:) ?(?:a flat )?$|\b(?:lump sum|flat|fixed|set|ticket|standing|uniform)(?: sum| amount| rate| charge| fee| price)?(?: of)? ?$",
            near,
        )
        is not None
    )
