"""Whether a count is of the trades won or of those lost, as the words around it tell: "26 trades were closed at a loss"; or a
ratio what was won for each unit lost."""

import re

from validators.numbers.quantity import Quantity

_TRADES = (
    r"\s{1,3}(?:of (?:the |its |them|those )?)?(?:\w{1,12} )?(?:trades?|positions?|deals?|bets?|entries|transactions|round trips)?"
    r"\s{0,3}(?:that |which )?(?:were |was |have |had |are )?(?:\w{1,9}ly )?(?:closed |ended |finished |exited |came out |went )?(?:up )?"
)
_OF_THE_TRADES = re.compile(
    r"\s(?:out )?of (?:the|its|all|those|these|\d+)\s?(?:\w+ )?(?:trades?|positions?|deals|bets|occasions|times|cases|attempts|outings|tries|instances)\b|\s(?:out )?of (?:them|these|those)\b",
    re.IGNORECASE,
)
_FOR_EACH_LOST = re.compile(
    r"\s(?:\w+ )?(?:won|gained|made|earned|of (?:profits?|gains?|winnings)) (?:for|per|to|against) (?:each|every|one|an?)?\s?(?:\w+ )?(?:of )?(?:lost|loss(?:es)?)\b",
    re.IGNORECASE,
)
# metric, the words after the count, the words before "20 of the positions"
_SAYINGS = (
    (
        "losing_trades",
        re.compile(
            _TRADES
            + r"(?:(?:at|in|with|for) (?:a )?(?:net )?loss\b|in the red|lost|losers?|losing|unprofitabl[ey]|(?:went |turned )?sour|flopped|failed|went wrong|below water|down"
            r"|(?:did|were|made|brought|earned) (?:not|no)\b|(?:did|were)n't)",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:loss(?:es)?|lost|losing)\b[^.;,\n]{0,30}$", re.IGNORECASE),
    ),
    (
        "winning_trades",
        re.compile(
            _TRADES
            + r"(?:(?:at|in|with|for) (?:a )?(?:net )?(?:profit|gain)\b|in the black|won|winners?|winning|profitabl[ey]"
            r"|made money|in the money|green|paid off)",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:profits?|gains?|won|winning|winners?|win|hit|paid off)\b[^.;,\n]{0,30}$", re.IGNORECASE),
    ),
)


def won_or_lost(text: str, quantity: Quantity) -> str | None:
    """ "winning_trades", "losing_trades" or "profit_factor"; None where the words tell none."""
    if quantity.kind == "plain" and _FOR_EACH_LOST.match(text, quantity.end):
        return "profit_factor"
    if quantity.kind not in ("count", "plain") or quantity.step < 1:
        return None
    for metric, after, before in _SAYINGS:
        if after.match(text, quantity.end):
            return metric
        part = _OF_THE_TRADES.match(text, quantity.end)
        if part and before.search(text, max(0, quantity.start - 50), quantity.start):
            return metric
    return None
