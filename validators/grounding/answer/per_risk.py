"""The ratio that a number is where a sentence says for what of risk it is earned: "for each unit of downside it earned 0.57"."""

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
_LONGEST = 90


def ratio_to_risk(text: str, quantity: Quantity) -> str | None:
    """ "sharpe", "sortino" or "calmar"; None where the words before the number tell none."""
    if quantity.kind != "plain" or quantity.step >= 1:
        return None
    before = _BEFORE.search(text, max(0, quantity.start - _LONGEST), quantity.start)
    if before is None:
        return None
    return next((ratio for ratio, said in _FOR_EACH.items() if said.search(before[0])), None)
