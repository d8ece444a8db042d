"""The ratio that a number is where a sentence says for what of risk it is earned: "for each unit of downside it earned 0.57", or for
what move of the market it moved."""

import re

from validators.numbers.quantity import Quantity

_RISKS = {
    "sortino": r"(?:the )?(?:downside|harmful|bad|negative)(?: \w+)?",
    "calmar": r"(?:the )?(?:\w+ )?(?:drawdown|fall|dip|drop|pain)",
    "sharpe": r"(?:\w+ )?(?:risk|volatility|swing|standard deviation)",
}
_FOR_EACH = {
    ratio: re.compile(
        rf"\b(?:for|per) (?:each |every |one |a )?(?:unit|point|percent|bit) of {risk}\b[^.;\d\n]{{0,40}}$",
        re.IGNORECASE,
    )
    for ratio, risk in _RISKS.items()
}
_BEFORE = re.compile(r"\b(?:for|per)\b[^.;\n]{0,80}$", re.IGNORECASE)
_PER_MOVE = re.compile(
    r"\b(?:each|every|per) (?:single |full )?(?:0 ?%|(?:0|one|percentage)?[- ]?(?:percent|points?))(?: (?:point|that)s?)?(?: [a-z\ue000]+){0,14}[\s,][^\w\s]{0,3}$",
    re.IGNORECASE,
)
_LONGEST = 90


def ratio_to_risk(text: str, quantity: Quantity) -> str | None:
    """ "sharpe", "sortino" or "calmar"; None where the words before the number tell none."""
    if quantity.kind != "plain" or quantity.step >= 1:
        return None
    before = _BEFORE.search(text, max(0, quantity.start - _LONGEST), quantity.start)
    if before is None:
        return None
    return next((ratio for ratio, said in _FOR_EACH.items() if said.search(before[0])), None)


def is_per_move(text: str, quantity: Quantity) -> bool:
    """Whether percents or points are told for each one that something else moves: "for every 1% in the index, it moves 0.4%"."""
    if quantity.kind not in ("percent", "points"):
        return False
    clause = text[max(0, quantity.start - _LONGEST) : quantity.start].replace(",", "")
    return _PER_MOVE.search(clause) is not None
