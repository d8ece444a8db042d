"""Whether a count is of the trades won or of those lost, as the words around it tell: "26 trades were closed at a loss"; or a
ratio what was won for each unit lost."""

import re

from validators.numbers.quantity import Quantity

_TRADES = (
    r"[ \t]{1,3}(?:of (?:the |its |them|those )?)?(?:\w{1,12} )?(?:trades?|positions?|deals?|bets?|entries|transactions|round trips)?"
    r"\s{0,3}(?:that |which )?(?:were |was |have |had |are )?(?:\w{1,9}ly )?(?:closed |ended |finished |exited |came out |went )?(?:up )?"
)
_OF_THE_TRADES = re.compile(
    r"\s(?:out )?of (?:the|its|all|those|these|\d+)\s?(?:\w+ )?(?:trades?|positions?|deals|bets|occasions|times|cases|attempts|outings|tries|instances)\b|\s(?:out )?of (?:them|these|those)\b",
    re.IGNORECASE,
)
_EACH_LOST_BEFORE = re.compile(
    r"\b(?:for|against|per|on) (?:each|every|one|an?)?\s?(?:single )?(?:\w+ )?(?:it |they |you )?(?:lost|of (?:gross )?loss(?:es)?|given back)\b[^.;\d]{0,60}$"
    r"|\b(?:each|every) (?:single )?(?:dollar|euro|pound|unit) (?:that |which )?(?:(?:it |they |you |was |is )?lost|of (?:gross )?loss(?:es)?)\b[^.;\d]{0,60}$",
    re.IGNORECASE,
)
_EACH_LOST_AFTER = re.compile(
    r"(?:\sof (?:profits?|gains?|winnings?))?\s(?:for|against|per|on) (?:(?:each|every|one|an?|any) )?(?:single )?(?:dollar|euro|pound|unit|cent|[$€£]0)(?: (?!average|typical|mean)\w+){0,4} "
    r"(?:lost|los(?:es?|ing)|loss(?:es)?|g[ai]v(?:e|es|en|ing) back)\b",
    re.IGNORECASE,
)
# "gross wins were 2.4 times gross losses", "profits exceeded losses by a factor of 2.4"
_WON_OVER_LOST = (
    re.compile(r"\b(?:wins|winners|gains|profits|winnings|gross profits?)\b[^.;\d]{0,40}$", re.IGNORECASE),
    re.compile(
        r"(?: ?(?:x|times)\b)?[^.;\d\w]{0,3}(?:the |its |gross |total |all |as (?:much|large|big) as |what )?(?:\w+ )?(?:loss(?:es)?|losers|lost)\b",
        re.IGNORECASE,
    ),
)
_USUAL = re.compile(r"\b(?:average|averag\w+|typical\w*|mean|usual\w*)\b", re.IGNORECASE)
_A_WIN = re.compile(
    r"\b(?:win|winner|winners|wins|winning trades?|gains?|profitable trades?)\b[^.;\d]{0,40}$", re.IGNORECASE
)
_AVERAGE_LOSS = re.compile(
    r" ?(?:x|times)?[^.;\d\w]{0,3}(?:(?:as (?:big|large|much|high) as|bigger than|larger than|the size of|that of|what) )?(?:the |an? |its )?(?:average |typical |mean |usual )?(?:los(?:s|ses|er|ers)|losing (?:trades?|ones?|positions?))\b",
    re.IGNORECASE,
)
_BY_FACTOR = re.compile(
    r"\b(?:wins|winners|gains|profits|winnings)\b[^.;\d]{0,30}\b(?:loss(?:es)?|losers)\b[^.;\d]{0,12}\b(?:by|factor of|ratio of|times)[^.;\d]{0,14}$",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    r"\s(?:straight|consecutive|successive)\b|[^.;,\d]{0,30}\b(?:in a row|back[- ]to[- ]back|on the trot|in succession|running)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:los(?:t|e|es|ing|s|ses|er|ers)|went (?:wrong|bad|sour|south))\b", re.IGNORECASE)
_WON = re.compile(r"\b(?:w[oi]n|wins|winning|winners?)\b", re.IGNORECASE)
_LETTERS = re.compile(r"0 ?W\s?[/,–-]\s?0 ?L\b")
_BEFORE_BOTH = re.compile(r"\bW ?/ ?L[*_]*[: ]\s?[*_]*$")
_AFTER_BOTH = re.compile(r"\bW ?/ ?L[*_]*[: ]\s?[*_]*0 ?/ ?$|0 ?W\s?[/,–-]\s?$")
_CLAUSE = re.compile(r"[.,;:()\n]|\b(?:and|but|while)\b")
_BACK = 40  # characters before a count in which its streak may be told as lost or won
_MOST = 10_000  # trades of one run: a larger number "in the black" is money
# in a tool's list of counts: "188 (won 105, lost 83)"
_WORD = r"\b(?:(?P<won>won|wins?|winners?|winning|profits?|profitable)|lost|loss(?:es)?|losers?|losing|unprofitable)\b[\s:=]{1,3}"
_AFTER_WORD = re.compile(rf"{_WORD}$", re.IGNORECASE)
# metric, the words after the count, the words before "20 of the positions"
_SAYINGS = (
    (
        "losing_trades",
        re.compile(
            _TRADES
            + r"(?:(?:at|in|with|for) (?:a )?(?:net )?loss\b|in the red|lost|losers?|losses|defeats|misses|duds|losing|unprofitabl[ey]|(?:went |turned )?sour|flopped|failed|went wrong|below water|down"
            r"|(?:did|were|made|brought|earned) (?:not|no)\b|(?:did|were)n't)",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:loss(?:es)?|lost|losing)\b[^.;,\n]{0,30}$", re.IGNORECASE),
    ),
    (
        "winning_trades",
        re.compile(
            _TRADES
            + r"(?:(?:at|in|with|for) (?:a )?(?:net )?(?:profit|gain)\b|in the (?:black|green|plus)\b|gained|won|wins|winners?|victories|winning|profitabl[ey]"
            r"|made money|in the money|green|paid off|work(?:ed|s)(?: out)?\b|panned out|came (?:good|through|off)|succeeded)",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:profits?|gains?|won|winning|winners?|win|hit|paid off)\b[^.;,\n]{0,30}$", re.IGNORECASE),
    ),
)


_ON_TRADES = re.compile(
    r"\b(?:(?P<lost>lost|loses) (?:money )?(?:on |in )?|(?:won|wins|won money|made money|makes money) (?:on |in )?)(?:only |just )?\Z",
    re.IGNORECASE,
)
# "it won 214 trades and lost 167"
_LOST_BESIDE = re.compile(
    r"\bw(?:on|ins) \W{0,2}\d+\W{0,2}(?: (?:trades?|times|of them|positions?|deals?))?,? (?:and|but) los(?:t|es?) \W{0,2}\Z",
    re.IGNORECASE,
)
# "70% were closed with a gain", and no share of months
_CLOSED_WON = re.compile(
    r"[*_]{0,2} (?:of (?:the |its |all |your |those )?(?:trades?|positions?|deals?|bets?) )?(?:were|are) "
    r"(?:profitable\b|in the (?:black|green|money)\b|(?:closed|sold|exited) (?:with|in|at|for|on) (?:a )?(?:net )?(?:gain|profit|plus)\b)",
    re.IGNORECASE,
)
_OF_PERIODS = re.compile(r"\b(?:day|week|month|quarter|year|session)s?\b", re.IGNORECASE)
_SHARE_WON = re.compile(
    r"[*_]{0,2} (?:of (?:the |its |all |your |those )?(?:trades?|positions?|deals?|bets?|purchases?) )?"
    r"(?:were |was |are )?(?:won\b(?! (?:by|against))|winners\b|paid off\b|worked out\b|came good\b)",
    re.IGNORECASE,
)


def won_or_lost(text: str, quantity: Quantity) -> str | None:
    """ "winning_trades", "losing_trades", "win_rate", a streak of either or "profit_factor"; None where the words tell none."""
    if quantity.kind == "percent":
        won = _WON.search(quantity.text) or _SHARE_WON.match(text, quantity.end)  # "70 wins of a hundred", "70% won"
        if won is None and not _OF_PERIODS.search(text, max(0, quantity.start - _BACK), quantity.start):
            won = _CLOSED_WON.match(text, quantity.end)
        return "win_rate" if won else None
    if quantity.kind in ("plain", "multiple") and quantity.step < 1 and _is_average_over_average(text, quantity):
        return "payoff_ratio"
    if quantity.kind in ("plain", "multiple", "money") and quantity.step < 1 and _is_won_over_lost(text, quantity):
        return "profit_factor"
    if quantity.kind not in ("count", "plain") or quantity.step < 1 or quantity.value >= _MOST:
        return None
    if (row := _IN_A_ROW.match(text, quantity.end)) is not None:
        return _streak(text[max(0, quantity.start - _BACK) : quantity.start], text[quantity.end : row.end() + _BACK])
    if (by_letter := _by_letter(text, quantity)) is not None:
        return by_letter
    for metric, after, before in _SAYINGS:
        if after.match(text, quantity.end):
            return metric
        part = _OF_THE_TRADES.match(text, quantity.end)
        if part and before.search(text, max(0, quantity.start - 50), quantity.start):
            return metric
    if _LOST_BESIDE.search(text, max(0, quantity.start - _BACK), quantity.start):
        return "losing_trades"
    on = _ON_TRADES.search(text, max(0, quantity.start - _BACK), quantity.start) if quantity.noun == "trade" else None
    return None if on is None else "losing_trades" if on["lost"] else "winning_trades"


def _streak(before: str, after: str) -> str | None:
    """Whether a count of trades in a row is of those lost or of those won, where its words tell only one."""
    told = f"{_CLAUSE.split(before)[-1]} {_CLAUSE.split(after)[0]}"
    lost, won = _LOST.search(told) is not None, _WON.search(told) is not None
    if lost == won:
        return None
    return "losing_streak" if lost else "winning_streak"


def _by_letter(text: str, quantity: Quantity) -> str | None:
    """The same where letters tell it: "W/L: 57 / 88", "57 W / 88 L"."""
    if _LETTERS.match(text, max(0, quantity.start)) or _BEFORE_BOTH.search(
        text, max(0, quantity.start - 12), quantity.start
    ):
        return "winning_trades"
    return "losing_trades" if _AFTER_BOTH.search(text, max(0, quantity.start - 18), quantity.start) else None


def listed_won_or_lost(text: str, quantity: Quantity) -> str | None:
    """The same of a count in a list, where each has its word on the same side: "57 won, 88 lost", "won 57, lost 88"."""
    return won_or_lost(text, quantity) or _after_word(text, quantity)


def _after_word(text: str, quantity: Quantity) -> str | None:
    word = _AFTER_WORD.search(text, max(0, quantity.start - 16), quantity.start)
    if word is None or quantity.kind not in ("plain", "count") or quantity.step < 1:
        return None
    return "winning_trades" if word["won"] else "losing_trades"


def _is_average_over_average(text: str, quantity: Quantity) -> bool:
    """Whether a ratio is of a win to a loss as they usually come: "a typical win is 1.6 times a typical loss"."""
    before = text[max(0, quantity.start - 80) : quantity.start]
    behind = _AVERAGE_LOSS.match(text, quantity.end)
    return behind is not None and _A_WIN.search(before) is not None and _USUAL.search(before + behind[0]) is not None


def _is_won_over_lost(text: str, quantity: Quantity) -> bool:
    """Whether a ratio is of what was won to what was lost, told as a multiple or for each unit lost."""
    before = text[max(0, quantity.start - 80) : quantity.start]
    if _EACH_LOST_BEFORE.search(before) or _EACH_LOST_AFTER.match(text, quantity.end):
        return True
    if quantity.kind == "money":
        return False
    won, lost = _WON_OVER_LOST
    over = won.search(before) is not None and lost.match(text, quantity.end) is not None
    return over or _BY_FACTOR.search(before) is not None
