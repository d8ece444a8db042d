"""What the words around a number leave of a metric that is named loosely: "a year", "overall", "of its trades", "by the end"."""

import re

from validators.grounding.answer.implied_metric import implied
from validators.grounding.answer.suiting import FALL
from validators.grounding.answer.told_alike import CLAUSE
from validators.grounding.answer.yearly import is_annual, is_of_the_whole, is_timed_after, is_told_in_total
from validators.grounding.readings.stems import stems
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, STATISTICS, TOTALS
from validators.grounding.tools.vocabulary.metrics import METRICS, allowed
from validators.grounding.tools.vocabulary.words import GENERIC
from validators.numbers.quantity import Quantity

SHARE_OF = re.compile(
    r"\)?\s{1,3}(?:of|from) (?:them\b|what\b|these\b(?=\s(?:were|was|are|made|won|profit))|(?:its|the|all|their|those|his|our)?\s{0,3}(?:[\w'’\ue000-]{1,24} )?"
    r"(?:trades|positions|transactions|deals|bets|entries|days|months|years|time|sessions|bars)\b)"
)
PERIODS_TOLD = re.compile(r"\s{1,3}of (?:[^\W\d]{1,12} ){0,3}?(?P<period>day|month|year|week|session)s\b")
_PART_WORDS = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "win_rate": r"right\b|correct|w[io]n|profit|gain|green|success|paid off|make money|made money|in the money|in the black|money-?maker",
        "loss_rate": r"wrong\b|los[eti]|red\b",
        "exposure": r"invested|tied up|committed|in the market|in a (?:position|trade)|hold|held|deployed|exposed|at work|in cash|on the sidelines|flat\b|long\b|active\b",
        "below_peak": r"below|under|beneath|off its|in (?:a )?drawdown",
    }.items()
}
PARTS = frozenset({"win_rate", "loss_rate", "exposure", "below_peak"})
_OF_A_SIGN = frozenset("positive negative winning losing win profitable up down green red".split())
_IS_PART = re.compile(
    r"\b(?:[Oo]ut )?[Oo]f (?:the |its |all |those |these |our )?(?:[\d,]+ )?(?:\w+ )?(?:trades|positions|transactions|deals|bets|round trips|(?P<period>day|month|year|week|session)s)(?: (?:made|taken|placed))?,? \W{0,3}$"
)  # "of 131 trades 54% were profitable"
_WON_SHARE, _WON = frozenset({"win_rate"}), frozenset({"win_rate", "winning_trades"})
LOOSE_RETURNS = frozenset({*(allowed((word,), "return") for word in ("return", "made", "make")), FALL})
_IN_YEAR = re.compile(r"\s(?:in|during|for|over)\s(?:\w+\s)?\d(?![\w%]|[.,]\d)")
_AT_WORST = re.compile(
    r"\b(?:down|off|lost|fell|dropped|declined|sank|under ?water|below its \w+) (?:by )?(?:as (?:much|far) as|at most|no more than)\b"
    r"|\bnever (?:\w+ )?(?:fell|fallen|lost|dropped|declined|sank|sunk|down|gave back|given back) (?:by )?(?:more|further|over|beyond)\b",
    re.IGNORECASE,
)
_ALPHA = frozenset({"alpha"})  # of a year, as it is told
_BETTER_OFF = frozenset({allowed(("richer",), "return")})
_EQUITIES = allowed((), "equity")
_LOOSE_RETURN = allowed((), "return")
_TOTAL = re.compile(
    r"[ *_]{1,4}\(?(?:in )?(?:total|all in|all|overall|all told|altogether)\b(?=\)?[ *_]*(?:[,/;|.)·+&–—]|$|\n|and\b|with\b|at\b|on\b|over\b|or\b))",
    re.IGNORECASE,
)  # "49% total / 19% vol"
_BEYOND = re.compile(
    r"(?: (?:a|per|each) year)? (?:beyond|above|over(?: and above)?|in excess of|on top of) what (?:its |the |their |his )?"
    r"(?:\w+ )?(?:beta|market|benchmark|index|exposure|factor)s?\b"
    r"|(?: (?:a|per|each) year)? (?:after|once|net of) (?:you )?(?:adjust|allow|account|correct|control)\w* for (?:its |the |their )?(?:beta|market|benchmark|exposure|risk|factor)",
    re.IGNORECASE,
)  # "8% a year beyond what its beta explains"
_AT_FIRST = re.compile(r"\b(?:start\w*|begin\w*|began|initial\w*|open\w*|outset|day one|first)\b", re.IGNORECASE)
_AT_LAST = re.compile(r"\b(?:end\w*|final\w*|clos\w+|last|finish\w*|by then)\b", re.IGNORECASE)
_AT_EXTREMES = {
    "peak_equity": re.compile(r"peak|high|\btop|most|maxim", re.IGNORECASE),
    "lowest_equity": re.compile(r"\blow|trough|bottom|least|minim|worst", re.IGNORECASE),
}
_UP_TO = re.compile(
    r"\b(?:to|into|at|with|left|leaving|leaves|become|became|worth)\b(?:(?!gain|profit)[^.;,\d]){0,16}$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;\n]\s?")
_A_TRADE = re.compile(
    r"\b(?:per|each|every|an?|one|the|from)(?: (?:single|closed|completed|individual|typical|average))? (?:trade|position|deal|bet|transaction|round[- ]trip)\b(?! (?:sample|count|list|log))",
    re.IGNORECASE,
)
_PER_TRADE = re.compile(
    r"\bper (?:trade|position|deal),? (?:that|it|this)(?:['’]s| is| was| comes to| came to| makes) (?:about |around |just |only )?\W?$",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?:add|adds|added|mak(?:es?|ing)|made|earn\w*|gain\w*|return\w*|bring\w*|brought|nett?(?:s|ed)|los[et]s?|contribut\w+|yield\w*) \W?$",
    re.IGNORECASE,
)
_TRADES = frozenset({"trades"})
_ON_AVERAGE = re.compile(r"\b(?:on average|averag\w+|typical\w*|mean)\b", re.IGNORECASE)
_NOT_YEARLY = frozenset(
    {
        "total_return",
        "win_rate",
        "loss_rate",
        "exposure",
        "max_drawdown",
        "average_drawdown",
        "current_drawdown",
        "fee",
        "best_month",
        "worst_month",
        "best_day",
        "worst_day",
        "average_trade",
        "best_trade",
        "worst_trade",
        "slippage",
    }
)


_GAINS = frozenset({"profit", "return", "total_return", "cagr"})
_COST_WORDS = re.compile(
    r"\b(?:costs?|fees?|commissions?|slippage|charge[sd]?|brok\w+|spread|friction)\b", re.IGNORECASE
)
_NET_OF = re.compile(
    r"\b(?:after|net of|before|excluding|including|less|minus)\s(?:\w+\s){0,2}(?:costs?|fees?|commissions?|slippage|charges|brokerage)(?: and (?:costs?|fees?|commissions?|slippage))?",
    re.IGNORECASE,
)
_WON_OR_LOST = re.compile(r"\b(?:w[io]nn?\w*|los[est]\w*|losing|right|wrong|good|bad|best|worst)\b", re.IGNORECASE)
# "the account is up $900"
_IS_UP = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|finished|ended|closed|now|still)|['’](?:re|s|d be)) (?:now |still )?(?:up|ahead|down|behind) (?:by )?(?:about |around |roughly |over |nearly )?\W?$",
    re.IGNORECASE,
)
# "311 days below its previous peak"
_BELOW = re.compile(
    r" (?:\w+ ){0,2}?(?:(?:below|under|beneath|off) (?:its|the|a|an|that|their) (?:\w+[- ]){0,2}?(?:peak|high|top|mark)\b|under ?water\b)",
    re.IGNORECASE,
)
# "187% in total, or 10% a year"
_RETOLD = re.compile(r"\d%?[^.;,\d]{0,12},? (?:or |that['’]s |which is |i\.e\. )?\W{0,3}$", re.IGNORECASE)
_EACH = re.compile(r" (?:an?|per|each|every) (?:\w+ )?(?:trade|deal|position|round trip|bet)\b", re.IGNORECASE)


def narrowed(
    text: str, index: ToolIndex, quantity: Quantity, said: frozenset[str] | None, *, carried: bool
) -> frozenset[str] | None:
    """What "a year" and "overall" make of a loose "return", or of a metric that only the sentence before names; "of its
    trades" and "of the time" make a share of no return at all."""
    if (
        "average_trade" in index.held
        and (not said.isdisjoint(_GAINS) if said else quantity.kind == "money")
        and _EACH.match(text, quantity.end)
        and not _is_cost(text, quantity)
    ):
        return frozenset({"average_trade"})
    if said in LOOSE_RETURNS and "average_trade" in index.held and _is_of_a_trade(text, quantity):
        return frozenset({"average_trade"})
    if (
        quantity.kind == "duration"
        and said is None
        and "drawdown_duration" in index.held
        and _BELOW.match(text, quantity.end)
    ):
        return frozenset({"drawdown_duration"})
    if quantity.kind == "money" and said is None:
        return _told_money(text, index, quantity)
    if quantity.kind == "money" and said is not None:
        return _narrowed_money(text, index, quantity, said)
    if quantity.kind in ("count", "plain") and said == _TRADES and SHARE_OF.match(text, quantity.end):
        return _told_part_of_trades(text, quantity) or said
    if quantity.kind in ("count", "plain") and said == _WON_SHARE and quantity.step >= 1 and quantity.scale == 1:
        return _WON  # "fourteen of our decisions paid off"
    shared = SHARE_OF.match(text, quantity.end) if quantity.kind in ("percent", "fraction") else None
    part = _IS_PART.search(text, max(0, quantity.start - 40), quantity.start) if quantity.kind == "percent" else None
    if shared is None and part is not None and (said is None or part["period"] is None):
        return _parts_of(index, part["period"]) & (said or PARTS | index.metrics) or said
    if shared is not None and (said is None or not said.isdisjoint(PARTS) or " from " not in shared[0]):
        counted = PERIODS_TOLD.match(text, quantity.end)
        parts = _parts_of(index, counted["period"] if counted is not None else None)
        told = (said or parts) & parts or parts
        return told if counted is not None else _told_part(text, quantity, told, index)
    if said is None and quantity.kind == "percent" and "average_trade" in index.held and _makes_a_trade(text, quantity):
        return frozenset({"average_trade"})
    if carried and quantity.kind != "plain" and said != _ALPHA and is_timed_after(text, quantity.end):
        said = None
    if quantity.kind not in ("percent", "points") or (said is not None and said not in LOOSE_RETURNS | _BETTER_OFF):
        return said
    if "alpha" in index.held and _BEYOND.match(text, quantity.end):
        return frozenset({"alpha"})
    if is_annual(text, quantity.start, quantity.end):
        if said is not None or quantity.kind == "points":
            return frozenset({"cagr"})
        # a statistic goes by its name, or by words of its own ("swings by 18% a year")
        place = max(text.rfind("\n", 0, quantity.start) + 1, quantity.start - 80)
        clause = text[place : quantity.start] + CLAUSE.split(text[quantity.end : quantity.end + 40])[0]
        unsaid = STATISTICS - {"cagr"} - implied(clause, quantity.kind) if "|" not in clause else frozenset()
        whole = (
            frozenset({"return"}) if "cagr" in index.held else frozenset()
        )  # that of all years, where each has its own
        retold = "cagr" in index.held and _RETOLD.search(text, max(0, quantity.start - 40), quantity.start) is not None
        unknown = index.metrics - METRICS.keys() if retold else frozenset()
        return (index.metrics | {"cagr"}) - _NOT_YEARLY - unsaid - whole - unknown
    if said is None and quantity.kind == "percent" and _TOTAL.match(text, quantity.end):
        return TOTALS
    if said is None and quantity.kind == "percent" and is_told_in_total(text, quantity.end):
        return TOTALS | (index.metrics - METRICS.keys())
    if said == FALL and _AT_WORST.search(_SENTENCE.split(text[: quantity.start])[-1]):
        return said & (DRAWDOWNS | {"below_peak"})
    if said == FALL and _IN_YEAR.match(text, quantity.end) and "return" in index.held:
        return said - DRAWDOWNS  # "lost 9% in 2016"
    if said in _BETTER_OFF and quantity.kind == "percent":
        return TOTALS
    if said is not None and is_of_the_whole(text, quantity.start, quantity.end):
        return TOTALS
    return said


def _parts_of(index: ToolIndex, period: str | None) -> frozenset[str]:
    """The metrics that a share of trades or of the time may be, or of the periods that are counted."""
    parts = PARTS | (index.metrics - METRICS.keys()) | (index.metrics & {"accuracy"})
    told = frozenset(name for name in parts - PARTS if period is not None and period.lower() in name.split())
    won = [
        number for name in told if not _OF_A_SIGN.isdisjoint(name.split()) for number in index.by_metric.get(name, ())
    ]
    if won and all(index.fields(number, _WON_SHARE) for number in won):
        return told | {"below_peak"}  # beside the share of the trades
    return told | (PARTS - {"exposure"}) if told else parts


def _told_money(text: str, index: ToolIndex, quantity: Quantity) -> frozenset[str] | None:
    """What an amount is that no metric's name is said of: "the account is up $900", "per trade that is $80 on average"."""
    head = text[max(0, quantity.start - 80) : quantity.start]
    if "profit" in index.held and _IS_UP.search(head):
        return _GAINS | {"alpha"}
    of_trade = "average_trade" in index.held and _is_of_a_trade(text, quantity) and not _is_cost(text, quantity)
    return frozenset({"average_trade"}) if of_trade and not _WON_OR_LOST.search(_SENTENCE.split(head)[-1]) else None


def _told_part(text: str, quantity: Quantity, parts: frozenset[str], index: ToolIndex) -> frozenset[str]:
    """Which share of the trades or of the time the words around a number tell: "it was right 42% of the time"."""
    around = _SENTENCE.split(text[max(0, quantity.start - 60) : quantity.start])[-1]
    around += " " + CLAUSE.split(_SENTENCE.split(text[quantity.end : quantity.end + 60])[0])[0]
    told = frozenset(name for name, words in _PART_WORDS.items() if name in parts and words.search(around))
    said = stems(around)
    own = frozenset(
        name for name in parts - PARTS if GENERIC.issuperset(name.split()) or not stems(name).isdisjoint(said)
    )
    if told == _WON_SHARE and "accuracy" in parts:
        told |= {"accuracy"}
    return told | own if told and told - {"accuracy"} <= index.held and len(told - {"accuracy"}) == 1 else parts


def _told_part_of_trades(text: str, quantity: Quantity) -> frozenset[str] | None:
    """Which part of the trades the clause before a count says that it is: "it made money in 61 of its trades"."""
    before = _SENTENCE.split(text[max(0, quantity.start - 60) : quantity.start])[-1]
    parts = (("win_rate", "winning_trades"), ("loss_rate", "losing_trades"))
    told = frozenset(count for share, count in parts if _PART_WORDS[share].search(before))
    return told if len(told) == 1 else None


def _makes_a_trade(text: str, quantity: Quantity) -> bool:
    """Whether a share is told as what a trade makes on average: "on average each trade added 0.3%"."""
    before = _SENTENCE.split(text[max(0, quantity.start - 80) : quantity.start])[-1]
    if _PER_TRADE.search(before):
        return True
    return _MAKES.search(before) is not None and _is_of_a_trade(text, quantity)


def _is_cost(text: str, quantity: Quantity) -> bool:
    """Whether the sentence speaks of costs up to right behind a number: "each trade costs $7", "$7 a trade in commission"."""
    before = _SENTENCE.split(text[max(0, quantity.start - 80) : quantity.start])[-1]
    behind = _SENTENCE.split(text[quantity.end : quantity.end + 40])[0]
    return _COST_WORDS.search(_NET_OF.sub(" ", f"{before} {behind}")) is not None


def _is_of_a_trade(text: str, quantity: Quantity) -> bool:
    """Whether a number is what one trade comes to: "per trade you make 0.3% on average", "it returns 40 bps a position, typically"."""
    before = _SENTENCE.split(text[max(0, quantity.start - 80) : quantity.start])[-1]
    around = before + " " + _SENTENCE.split(text[quantity.end : quantity.end + 60])[0]
    return _A_TRADE.search(around) is not None and _ON_AVERAGE.search(around) is not None


def _narrowed_money(text: str, index: ToolIndex, quantity: Quantity, said: frozenset[str]) -> frozenset[str]:
    """What the words around an amount leave of a loose "equity" or of a gain: "the equity stood at $3m by the end", "the gain was
    $3m", but "it grew to $3m"."""
    head = text[max(0, quantity.start - 80) : quantity.start]
    if said == _EQUITIES:
        around = _SENTENCE.split(head)[-1] + text[quantity.end : quantity.end + 40].split(".")[0]
        said = said - {name for name, words in _AT_EXTREMES.items() if words.search(around) is None}
        first, last = _AT_FIRST.search(around) is not None, _AT_LAST.search(around) is not None
        return said if first == last else said - {"initial_capital" if last else "final_equity"}
    if said == _LOOSE_RETURN and "profit" in index.held and not _UP_TO.search(head):
        return said - {"final_equity"}
    return said
