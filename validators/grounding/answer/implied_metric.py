"""The metrics that a sentence speaks of without their names: "compounds 1.8 times as fast", "Had trading been free"."""

import re
from functools import lru_cache

_RETURNS = frozenset({"cagr", "total_return", "return"})
_SHARES = ("percent", "points", "basis_points", "fraction", "multiple", "plain")
_AMOUNTS = ("money", "percent", "fraction", "multiple", "plain")
_COUNTS = ("count", "plain", "percent", "fraction", "multiple")
# kinds of number, words, and the metrics they imply of such numbers
_IMPLIED: tuple[tuple[tuple[str, ...], re.Pattern[str], frozenset[str]], ...] = tuple(
    (kinds, re.compile(words, re.IGNORECASE), metrics)
    for kinds, words, metrics in (
        (
            _SHARES,
            r"\b(?:annual\w*|per annum|p\.a\.|(?:a|per|each|every) year|yearly|compound(?:s|ed|ing)?|growth|grew|grows)\b",
            frozenset({"cagr"}),
        ),
        (
            _SHARES,
            r"\b(?:beat\w*|out(?:perform|did|do|pace|earn|strip|run)\w*|underperform\w*|lag\w*|trail\w*|ahead|behind|tops|topped|bested|better|worse|surpass\w*"
            r"|short of|excess|alpha|returns?|returned|gains?|calendar years?)\b",
            _RETURNS,
        ),
        (
            _AMOUNTS,
            r"\b(?:fees?|costs?|commissions?|charg(?:es?|ed|ing)|brok\w+|tariffs?|frictions?|expenses|gross|pre-cost|trading (?:been|was|were) free|for free|free of)\b",
            frozenset({"fees_paid"}),
        ),
        (
            _AMOUNTS,
            r"\b(?:profits?|profitable|p&l|pnl|gains?|made|earn(?:s|ed|ings)?|net|result|winnings|pocket\w*|loss|lost)\b",
            frozenset({"profit"}),
        ),
        (
            _AMOUNTS,
            r"\b(?:accounts?|balances?|capital|wealth|money|pot|stake|purse|equity|cash|worth|value|fortune|nest egg|invest\w*|portfolio|held|ends?|ended|finish\w*"
            r"|terminal|richer|poorer|lighter|wealthier|leaves?|left|better off|worse off|funds?|kitty|grew|grows|shrank|swell\w*|dwindl\w*)\b|[$€£]",
            frozenset({"final_equity", "initial_capital"}),
        ),
        ((*_COUNTS, "money"), r"\b(?:trad(?:es?|ed|ing)|positions?|round trips?|busier|active|activity|often|frequen\w*|turn(?:s|ed)? over)\b", frozenset({"trades"})),
        (_COUNTS, r"\b(?:winn(?:ers?|ing)|wins?|won|profitable|profit|good|green|made money)\b", frozenset({"winning_trades"})),
        (_COUNTS, r"\b(?:los(?:ers?|ing|t|ses)|bad|red)\b", frozenset({"losing_trades"})),
        (_SHARES, r"\b(?:vol|volatil\w*|swings?|swung|bump\w*|choppi\w*|rough(?!ly\b)\w*|calm\w*|smooth\w*|jump\w*|nervous\w*|risk\w*)\b", frozenset({"volatility"})),
        (
            _SHARES,
            r"\b(?:drawdown|dips?|trough|under ?water|sank|sink|fell|falls?|at (?:its|the|their) (?:worst|lowest)|deeper|shallower|damage|slump\w*)\b",
            frozenset({"max_drawdown"}),
        ),
        (_SHARES, r"\bmonth(?:s|ly)?\b", frozenset({"best_month", "worst_month"})),
        (_SHARES, r"\b(?:hit[- ]rate|win[- ]rate|right|batting|success)\b", frozenset({"win_rate"})),
    )
)  # fmt: skip


@lru_cache(maxsize=2048)
def implied(text: str, kind: str) -> frozenset[str]:
    """The metrics that a sentence's words imply for a number of the kind."""
    return frozenset().union(*(metrics for kinds, words, metrics in _IMPLIED if kind in kinds and words.search(text)))
