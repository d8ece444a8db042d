"""What became of the money put in, told as a multiple of it: "1.65x the opening balance", "every dollar became 1.65 dollars"."""

import re

from validators.grounding.number_match import agrees
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.operand import Asked, Operand
from validators.grounding.worked_out.operands import Operands
from validators.numbers.quantity import Quantity

_WEALTH = frozenset({
    "final_equity", "initial_capital", "total_return", "return", "profit", "equity_multiple", "equity", "average_trade", "cagr", "price", "best_year",
})  # fmt: skip
_CAPITAL = re.compile(
    r"\b(?:capital|money|stake[sd]?|invest\w*|deposit\w*|principal|wealth|account|balance|equity|portfolio|fund(?:s|ed|ing)?|pot|purse|bankroll|nest egg"
    r"|original|initial|start\w*|opening|began|begin\w*|outset|put in|put up|went in|handed|dollars?|euros?|cash|grew|grow\w*|size|outlay)\b",
    re.IGNORECASE,
)
_MONEY = r"[$€£]\s?0(?!\d)"  # an answer's numbers stand as one 0
_OF_ONE = re.compile(
    rf"\b(?:every|each|an?|one|per|single|0)\s(?:\w+\s)?(?:dollar|euro|pound|franc|yen|buck|penny|cent|unit)\b|{_MONEY}",
    re.IGNORECASE,
)
_BECAME = (
    r"(?:bec[ao]me|becomes|becoming|turn(?:s|ed)|gr[eo]w\w*|is|was|would|end(?:s|ed)|now|came|comes|left|worth|yield\w*|return\w*|into|had|have|for|shr[aiu]nk\w*|went"
    r"|compounded|dwindled|made)\b|→|->|=|:"
)
_BECAME_SO = re.compile(_BECAME, re.IGNORECASE)
_OF_ONE_UNIT = re.compile(rf"\s?(?:\w+\s){{0,5}}(?:{_BECAME})", re.IGNORECASE)
_MOST = 3
_LARGE = 1000


def grown(text: str, claim: Quantity, asked: Asked, operands: Operands) -> tuple[str, tuple[ToolNumber, ...]] | None:
    """How the claim is a multiple of the money put in: the arithmetic, and what it uses; None where it is not."""
    if not _tells(text, claim, asked):
        return None
    for each in _few(operands.whole(asked, ("equity_multiple",))):
        if agrees(claim, each.value):
            return f"growth: {claim.text} = {each.value:.10g} ({each.number.source})", (each.number,)
    returns = (each for name in ("total_return", "return") for each in _few(operands.whole(asked, (name,))))
    for each in returns:
        if agrees(claim, 1 + each.value):
            return f"growth: {claim.text} = 1 + {each.value:.10g} ({each.number.source})", (each.number,)
    for end, start in operands.of_two(asked, [(frozenset({"final_equity"}), frozenset({"initial_capital"}))]):
        if start.value and agrees(claim, end.value / start.value):
            work = f"{end.value:.10g} ({end.number.source}) / {start.value:.10g} ({start.number.source})"
            return f"ratio: {claim.text} = {work}", (end.number, start.number)
    return None


def _few(found: list[Operand]) -> list[Operand]:
    return found if len({each.value for each in found}) <= _MOST else []


def is_unit(text: str, claim: Quantity) -> bool:
    """Whether the number is the one unit of money of which a sentence tells what it became: "$1 turned into $1.65"."""
    return claim.kind == "money" and claim.value == claim.scale == 1 and _OF_ONE_UNIT.match(text, claim.end) is not None


def _tells(text: str, claim: Quantity, asked: Asked) -> bool:
    metrics = frozenset().union(asked.bound, *asked.metrics)
    match claim.kind:
        case "multiple":
            pass
        case "money" | "plain" | "count":
            of_one = _OF_ONE.search(text) is not None and _BECAME_SO.search(text) is not None
            if not of_one or claim.scale != 1 or claim.step >= 1 or claim.value >= _LARGE:
                return False
        case _:
            return False
    return not metrics or not metrics.isdisjoint(_WEALTH) or _CAPITAL.search(text) is not None
