"""What became of the money put in, told as a multiple of it: "1.65x the opening balance", "every dollar became 1.65 dollars"."""

import re

from validators.grounding.number_match import agrees
from validators.grounding.operand import Asked, Operand
from validators.grounding.operands import Operands
from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity

_WEALTH = frozenset({
    "final_equity", "initial_capital", "total_return", "return", "profit", "equity_multiple", "equity", "average_trade", "cagr", "price", "best_year",
})  # fmt: skip
_CAPITAL = re.compile(
    r"\b(?:capital|money|stake[sd]?|invest\w*|deposit\w*|principal|wealth|account|balance|equity|portfolio|fund(?:s|ed|ing)?|pot|purse|bankroll|nest egg"
    r"|original|initial|start\w*|opening|began|begin\w*|outset|put in|put up|went in|handed|dollars?|euros?|cash|grew|grow\w*|size|outlay)\b",
    re.IGNORECASE,
)
_UNIT = r"(?:dollar|euro|pound|franc|yen|buck|penny|cent|unit|[$€£]\s?1(?:\.00?)?(?![\d.,]*\d))"
_OF_ONE = re.compile(
    rf"(?:\b(?:every|each|an?|one|per|1|single)\s(?:\w+\s)?{_UNIT}|[$€£]\s?1(?:\.00?)?(?![\d.,]*\d))", re.IGNORECASE
)
_BECAME = re.compile(
    r"\b(?:bec[ao]me|becomes|turn(?:s|ed)|gr[eo]w\w*|was|is|would|end(?:s|ed)|now|came|left|worth|yield\w*|return\w*|into|to|had|have|for|shr[aiu]nk\w*)\b|→|->|=|:",
    re.IGNORECASE,
)
_FACTOR = re.compile(r"\b(?:factor of|multipli\w+ by|multiples? of|times)\b", re.IGNORECASE)
_MOST = 3


def grown(text: str, claim: Quantity, asked: Asked, operands: Operands) -> tuple[str, tuple[ToolNumber, ...]] | None:
    """How the claim is a multiple of the money put in: the arithmetic, and what it uses; None where it is not."""
    if not _tells(text, claim, asked):
        return None
    for each in _few(operands.whole(asked, ("equity_multiple",))):
        if agrees(claim, each.value):
            return f"growth: {claim.text} = {each.value:.10g} ({each.number.source})", (each.number,)
    for each in _few(operands.whole(asked, ("return", "total_return"))):
        if agrees(claim, 1 + each.value):
            return f"growth: {claim.text} = 1 + {each.value:.10g} ({each.number.source})", (each.number,)
    for end, start in operands.of_two(asked, [(frozenset({"final_equity"}), frozenset({"initial_capital"}))]):
        if start.value and agrees(claim, end.value / start.value):
            work = f"{end.value:.10g} ({end.number.source}) / {start.value:.10g} ({start.number.source})"
            return f"ratio: {claim.text} = {work}", (end.number, start.number)
    return None


def _few(found: list[Operand]) -> list[Operand]:
    return found if len({each.value for each in found}) <= _MOST else []


def of_one(text: str) -> bool:
    """Whether a sentence tells what one unit of money became."""
    found = _OF_ONE.search(text)
    return found is not None and _BECAME.search(text) is not None


def is_unit(text: str, claim: Quantity) -> bool:
    """Whether the number is the one unit of money of which a sentence tells what it became ("$1 turned into $1.65")."""
    if claim.value != 1 or claim.step < 0.01 or not of_one(text):
        return False
    found = _OF_ONE.search(text)
    return found is not None and found.start() <= claim.start < found.end()


def _tells(text: str, claim: Quantity, asked: Asked) -> bool:
    metrics = frozenset().union(asked.bound, *asked.metrics)
    match claim.kind:
        case "multiple":
            pass
        case "money" | "plain" | "count":
            if (
                not (of_one(text) or (claim.kind == "plain" and _FACTOR.search(text)))
                or claim.scale != 1
                or claim.step >= 1
            ):
                return False
        case _:
            return False
    return not metrics or not metrics.isdisjoint(_WEALTH) or _CAPITAL.search(text) is not None
