"""What the words around a number leave of a metric that is named loosely: "a year", "overall", "of its trades", "by the end"."""

import re

from validators.grounding.answer.implied_metric import implied
from validators.grounding.answer.suiting import FALL
from validators.grounding.answer.told_alike import CLAUSE
from validators.grounding.answer.yearly import is_annual, is_of_the_whole, is_timed_after, is_told_in_total
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, STATISTICS, TOTALS
from validators.grounding.tools.vocabulary.metrics import METRICS, allowed
from validators.numbers.quantity import Quantity

SHARE_OF = re.compile(
    r"\s{1,3}(?:of|from) (?:them\b|what\b|these\b(?=\s(?:were|was|are|made|won|profit))|(?:its|the|all|their|those|his|our)?\s{0,3}(?:\w{1,20}[- ])?"
    r"(?:trades|positions|transactions|deals|bets|entries|days|months|years|time|sessions|bars)\b)"
)
_PERIODS = re.compile(r"\s{1,3}of (?:[^\W\d]{1,12} ){0,3}?(?P<period>day|month|year|week|session)s\b")
PARTS = frozenset({"win_rate", "loss_rate", "exposure", "below_peak"})
_WON_SHARE, _WON = frozenset({"win_rate"}), frozenset({"win_rate", "winning_trades"})
LOOSE_RETURNS = frozenset({*(allowed((word,), "return") for word in ("return", "made", "make")), FALL})
_IN_YEAR = re.compile(r"\s(?:in|during|for|over)\s(?:\w+\s)?\d(?![\w%]|[.,]\d)")
_AT_WORST = re.compile(r"\b(?:down|off|lost|under ?water|below its \w+) (?:by )?as (?:much|far) as\b", re.IGNORECASE)
_ALPHA = frozenset({"alpha"})  # of a year, as it is told
_BETTER_OFF = frozenset({allowed(("richer",), "return")})
_EQUITIES = allowed((), "equity")
_LOOSE_RETURN = allowed((), "return")
_TOTAL = re.compile(
    r"[ *_]{1,4}\(?(?:in )?(?:total|all in|overall|all told)\b(?=\)?[ *_]*(?:[,/;|.)·+&–—]|$|\n|and\b|with\b|at\b|on\b|over\b|or\b))",
    re.IGNORECASE,
)  # "49% total / 19% vol"
_BEYOND = re.compile(
    r"(?: (?:a|per|each) year)? (?:beyond|above|over(?: and above)?|in excess of|on top of) what (?:its |the |their |his )?"
    r"(?:\w+ )?(?:beta|market|benchmark|index|exposure|factor)s?\b",
    re.IGNORECASE,
)  # "8% a year beyond what its beta explains"
_AT_FIRST = re.compile(r"\b(?:start\w*|begin\w*|began|initial\w*|open\w*|outset|day one|first)\b", re.IGNORECASE)
_AT_LAST = re.compile(r"\b(?:end\w*|final\w*|clos\w+|last|finish\w*|by then)\b", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:to|into|at|with|left|leaving|leaves|become|became|worth)\b(?:(?!gain|profit)[^.;,\d]){0,16}$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;\n]\s?")
_A_TRADE = re.compile(
    r"\b(?:per|each|every|an?|one|the|from)(?: (?:single|closed|completed|individual|typical|average))? (?:trade|position|deal|bet|transaction|round[- ]trip)\b(?! (?:sample|count|list|log))",
    re.IGNORECASE,
)
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
_EACH = re.compile(r" (?:an?|per|each|every) (?:\w+ )?(?:trade|deal|position|round trip|bet)\b", re.IGNORECASE)


def narrowed(
    text: str, index: ToolIndex, quantity: Quantity, said: frozenset[str] | None, *, carried: bool
) -> frozenset[str] | None:
    """What "a year" and "overall" make of a loose "return", or of a metric that only the sentence before names; "of its
    trades" and "of the time" make a share of no return at all."""
    if said and "average_trade" in index.held and not said.isdisjoint(_GAINS) and _EACH.match(text, quantity.end):
        return frozenset({"average_trade"})
    if said in LOOSE_RETURNS and "average_trade" in index.held and _is_of_a_trade(text, quantity):
        return frozenset({"average_trade"})
    if quantity.kind == "money" and said is not None:
        return _narrowed_money(text, index, quantity, said)
    if quantity.kind in ("count", "plain") and said == _WON_SHARE and quantity.step >= 1 and quantity.scale == 1:
        return _WON  # "fourteen of our decisions paid off"
    shared = SHARE_OF.match(text, quantity.end) if quantity.kind in ("percent", "fraction") else None
    if shared is not None and (said is None or not said.isdisjoint(PARTS) or " from " not in shared[0]):
        parts = PARTS | (index.metrics - METRICS.keys())
        counted = _PERIODS.match(text, quantity.end)
        if counted is not None:
            told = frozenset(name for name in parts - PARTS if counted["period"].lower() in name.split())
            parts = told | PARTS if told else parts
        return (said or parts) & parts or parts
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
        return (index.metrics | {"cagr"}) - _NOT_YEARLY - unsaid
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
        first, last = _AT_FIRST.search(around) is not None, _AT_LAST.search(around) is not None
        return said if first == last else said - {"initial_capital" if last else "final_equity"}
    if said == _LOOSE_RETURN and "profit" in index.held and not _UP_TO.search(head):
        return said - {"final_equity"}
    return said
