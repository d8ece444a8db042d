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
_EACH_BEHIND = {
    ratio: re.compile(rf" (?:for|per) (?:each |every |one |a )?(?:unit|point|percent|bit) of {risk}\b", re.IGNORECASE)
    for ratio, risk in _RISKS.items()
}
_BEFORE = re.compile(r"\b(?:for|per)\b[^.;\n]{0,80}$", re.IGNORECASE)
_PER_MOVE = re.compile(
    r"\b(?:each|every|per) (?:single |full )?(?:0 ?%|(?:0|one|percentage)?[- ]?(?:percent|points?))(?: (?:point|that)s?)?(?: [a-z\ue000]+){0,14}[\s,][^\w\s(]{0,3}$",
    re.IGNORECASE,
)
_PER_MOVE_BEHIND = re.compile(
    r" (?:up or down )?(?:for|per|with) (?:each|every) (?:0 ?%|(?:0|one)?[- ]?(?:percent|(?:percentage )?points?)) (?:move |change |rise |fall )?(?:in|of|by|that) ",
    re.IGNORECASE,
)
_MOVE_BEFORE = re.compile(r"\b(?:(?:when|whenever|if|as) [^.;,\d]{0,40}|an?|each|every) $", re.IGNORECASE)
_MOVES = re.compile(r"\b(?:mov\w+|chang\w+|ris\w+|fall\w*|gains?|drops?|swing\w*)\b[^.;\d\n]*$", re.IGNORECASE)
_LONGEST = 90


def ratio_to_risk(text: str, quantity: Quantity) -> str | None:
    """ "sharpe", "sortino", "calmar" or "beta"; None where the words before the number tell none."""
    if quantity.kind == "multiple" and quantity.text.endswith("%"):
        return "beta"  # told for each percent that the market moves
    if quantity.kind != "plain" or quantity.step >= 1:
        return None
    behind = next((ratio for ratio, said in _EACH_BEHIND.items() if said.match(text, quantity.end)), None)
    before = _BEFORE.search(text, max(0, quantity.start - _LONGEST), quantity.start)
    if behind is not None or before is None:
        return behind
    return next((ratio for ratio, said in _FOR_EACH.items() if said.search(before[0])), None)


def is_per_move(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    """Whether percents or points are told for each one that something else moves, told right `before` or behind: "for every 1% in the
    index, it moves 0.4%"."""
    if quantity.kind not in ("percent", "points"):
        return False
    clause = text[max(0, quantity.start - _LONGEST) : quantity.start].replace(",", "")
    if _PER_MOVE.search(clause) or _PER_MOVE_BEHIND.match(text, quantity.end):
        return True
    return (
        before is not None
        and before.kind in ("percent", "points")
        and before.value == 1
        and quantity.start - before.end <= _LONGEST
        and _MOVE_BEFORE.search(text, max(0, before.start - 60), before.start) is not None
        and any(
            _MOVES.search(text, start, end)
            for start, end in ((max(0, before.start - 40), before.start), (before.end, quantity.start))
        )
    )
