"""What the words around a number leave of a metric that is named loosely: "a year", "overall", "of its trades"."""

import re

from validators.grounding.answer.implied_metric import implied
from validators.grounding.answer.suiting import FALL
from validators.grounding.answer.told_alike import CLAUSE
from validators.grounding.answer.yearly import is_annual, is_of_the_whole, is_timed_after
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, STATISTICS, TOTALS
from validators.grounding.tools.vocabulary.metrics import METRICS, allowed
from validators.numbers.quantity import Quantity

SHARE_OF = re.compile(
    r"\s{1,3}(?:of|from) (?:them\b|what\b|these\b(?=\s(?:were|was|are|made|won|profit))|(?:its|the|all|their|those|his|our)?\s{0,3}(?:\w{1,20}[- ])?"
    r"(?:trades|positions|transactions|deals|bets|entries|days|months|years|time|sessions|bars)\b)"
)
PARTS = frozenset({"win_rate", "loss_rate", "exposure", "below_peak"})
_WON_SHARE, _WON = frozenset({"win_rate"}), frozenset({"win_rate", "winning_trades"})
LOOSE_RETURNS = frozenset({*(allowed((word,), "return") for word in ("return", "made", "make")), FALL})
_IN_YEAR = re.compile(r"\s(?:in|during|for|over)\s(?:\w+\s)?\d(?![\w%]|[.,]\d)")
_BETTER_OFF = frozenset({allowed(("richer",), "return")})
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


def narrowed(
    text: str, index: ToolIndex, quantity: Quantity, said: frozenset[str] | None, *, carried: bool
) -> frozenset[str] | None:
    """What "a year" and "overall" make of a loose "return", or of a metric that only the sentence before names; "of its
    trades" and "of the time" make a share of no return at all."""
    if quantity.kind == "money" and said is not None:
        return said - {"final_equity"} if said == _LOOSE_RETURN and "profit" in index.held else said
    if quantity.kind in ("count", "plain") and said == _WON_SHARE and quantity.step >= 1 and quantity.scale == 1:
        return _WON  # "fourteen of our decisions paid off"
    shared = SHARE_OF.match(text, quantity.end) if quantity.kind in ("percent", "fraction") else None
    if shared is not None and (said is None or not said.isdisjoint(PARTS) or " from " not in shared[0]):
        parts = PARTS | (index.metrics - METRICS.keys())
        return (said or parts) & parts or parts
    if carried and quantity.kind != "plain" and is_timed_after(text, quantity.end):
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
    if said == FALL and _IN_YEAR.match(text, quantity.end) and "return" in index.held:
        return said - DRAWDOWNS  # "lost 9% in 2016"
    if quantity.kind == "percent" and (said in _BETTER_OFF or (said is None and _TOTAL.match(text, quantity.end))):
        return TOTALS
    if said is not None and is_of_the_whole(text, quantity.start, quantity.end):
        return TOTALS
    return said
