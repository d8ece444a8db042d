"""Numbers that one number of the tools implies: what is left of a whole, what makes up for a loss, the same run on another capital,
how many trades a win rate means, a fee with the slippage, what an account gained or lost."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from validators.grounding.answer.loose_metric import PARTS
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.chance import first_told
from validators.numbers.quantity import Quantity

_CHANCE = 0.15
_REST = re.compile(
    r"\b(?:rest|remain\w*|other|others|left|otherwise|cash|sidelines?|idle|flat|out of the market|los(?:t|e|es|ing|ers?)|fail\w*|wrong|miss\w*|negative|down)\b",
    re.IGNORECASE,
)
_GET_BACK = re.compile(
    r"\b(?:break[- ]?even|back to|recover\w*|regain\w*|recoup\w*|mak(?:e|es|ing) (?:it|that|them|up)|undo\w*|need\w*)\b",
    re.IGNORECASE,
)
_BOTH_COSTS = re.compile(
    r"\b(?:all[- ]in|slippage|together|combined|in all|all told|altogether|in total|total(?:s|l?ing)?|add(?:s|ed|ing)?|plus|both|includ\w+)\b",
    re.IGNORECASE,
)
_GAINED = re.compile(r"\b(?:gain\w*|profit\w*|made|earned|p&l|p/l|result)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:loss(?:es)?|los[te]|losing|p&l|p/l|result)\b", re.IGNORECASE)
_ROUND_TRIP = re.compile(r"\bround[- ]trips?\b|\b(?:both|two) (?:sides|ways|legs)\b|\bin and out\b", re.IGNORECASE)
_COIN_FLIP = re.compile(
    r"\b(?:coin[- ](?:flip|toss)\w*|chance|random\w*|guess\w*|even odds|50/50|fifty[- ]fifty)\b", re.IGNORECASE
)
_SCORES = ("auc", "accuracy", "win_rate", "precision", "recall")
_TRADES, _SLIPPAGE = frozenset({"trades"}), frozenset({"slippage"})
_WON = re.compile(r"\b(?:w[io]n(?!dow)\w*|profitable|positive|made money)\b", re.IGNORECASE)
_LOST_TRADES = re.compile(r"\b(?:los(?:[ts]\w*|ers?|e|ing)|unprofitable|negative)\b", re.IGNORECASE)


def implied_number(
    text: str, claim: Quantity, index: ToolIndex, stated: Sequence[Quantity], suits: Callable[[ToolNumber], bool]
) -> str | None:
    """The arithmetic that gives `claim`, at its place in its sentence `text`; `stated` are the numbers that the answer states and a
    tool gave, `suits` tells whether one of the tools' is of its thing. None where there is none, or where it could as well be chance."""
    results = _implied(text, claim, index, stated, suits)
    work = first_told(claim, results, 0.5 * claim.step, _CHANCE)
    return None if work is None else f"{claim.text} = {work}"


def _implied(
    text: str, claim: Quantity, index: ToolIndex, stated: Sequence[Quantity], suits: Callable[[ToolNumber], bool]
) -> Iterator[tuple[float, str]]:
    names = (*PARTS, *_SCORES, "max_drawdown", "trades", "winning_trades", "losing_trades")
    held = {name: list(filter(suits, index.by_metric.get(name, ()))) for name in names}
    if claim.kind == "basis_points" and _BOTH_COSTS.search(text):
        yield from _both_costs(index, trips=_ROUND_TRIP.search(text) is not None)
    if claim.kind == "money" and _BOTH_COSTS.search(text):
        yield from _both_costs_paid(index)
    if claim.kind == "money":
        told = {1: _GAINED.search(text) is not None, -1: _LOST.search(text) is not None}
        yield from ((change, work) for change, work in gained(index) if told[1 if change > 0 else -1])
        yield from _on_another_capital(index, [each for each in stated if each.kind == "money"])
    if claim.kind in ("percent", "fraction"):
        scale = PER_FRACTION.get(claim.kind, 1.0)
        shares = {abs(each.value) / 100: each.text for each in stated if each.kind == "percent"}
        for name in (*PARTS, "max_drawdown"):
            for number in held[name]:
                value = abs(_fraction(number))
                if name in PARTS and _REST.search(text):
                    yield scale * (1 - value), f"1 − {number.source}"
                shares.setdefault(value, number.source)
        if claim.kind == "percent" and _GET_BACK.search(text):
            yield from (
                (100 * share / (1 - share), f"{told} / (1 − {told})") for share, told in shares.items() if share < 1
            )
    if _COIN_FLIP.search(text):
        scale = PER_FRACTION.get(claim.kind, 1.0)
        yield from (
            (scale * (_fraction(number) - 0.5), f"{number.source} − 0.5") for name in _SCORES for number in held[name]
        )
    if claim.kind in ("count", "plain") and claim.step == 1:
        yield from _counted(text, index, held)


def _counted(text: str, index: ToolIndex, held: Mapping[str, Sequence[ToolNumber]]) -> Iterator[tuple[float, str]]:
    """How many trades won, or lost, where the words speak of those."""
    won, lost = _WON.search(text), _LOST_TRADES.search(text)
    for number in held["win_rate"]:
        share = abs(_fraction(number))
        for trades in held["trades"]:
            if won:
                yield share * trades.value, f"{number.source} × {trades.source}"
            if lost:
                yield (1 - share) * trades.value, f"(1 − {number.source}) × {trades.source}"
    for name, others in (("winning_trades", lost), ("losing_trades", won)):
        for side in held[name] if others else ():
            for trades in index.fields(side, _TRADES):
                yield trades.value - side.value, f"{trades.source} − {side.source}"


def _both_costs(index: ToolIndex, *, trips: bool) -> Iterator[tuple[float, str]]:
    """A fee and the slippage on top of it, for one side or for both."""
    for fee in index.by_metric.get("fee", ()):
        for slippage in index.fields(fee, _SLIPPAGE) or index.by_metric.get("slippage", []):
            if fee.unit == slippage.unit == "bps" and fee.call == slippage.call:
                work = f"{fee.source} + {slippage.source}"
                yield (
                    (2 * (fee.value + slippage.value), f"2 × ({work})") if trips else (fee.value + slippage.value, work)
                )


def _both_costs_paid(index: ToolIndex) -> Iterator[tuple[float, str]]:
    """The fees that a run paid and its slippage in money."""
    for fees in index.by_metric.get("fees_paid", ()):
        for slippage in index.by_metric.get("slippage", ()):
            if slippage.unit not in UNIT_PER_FRACTION and slippage.value >= 1 and fees.scope == slippage.scope:
                yield fees.value + slippage.value, f"{fees.source} + {slippage.source}"


def gained(index: ToolIndex) -> Iterator[tuple[float, str]]:
    """What an account holds in the end above what it began with."""
    for begun in index.by_metric.get("initial_capital", ()):
        for ended in index.by_metric.get("final_equity", ()):
            if begun.call == ended.call and all(
                ended.scope.get(key, name) == name for key, name in begun.scope.items()
            ):
                yield ended.value - begun.value, f"{ended.source} − {begun.source}"


def _on_another_capital(index: ToolIndex, stated: Sequence[Quantity]) -> Iterator[tuple[float, str]]:
    """What a capital that the answer supposes would have become, and gained."""
    for number in index.by_metric.get("total_return", ()):
        share = number.value / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
        for each in stated:
            yield each.value * (1 + share), f"{each.text} × (1 + {number.source})"
            yield each.value * share, f"{each.text} × {number.source}"


def _fraction(number: ToolNumber) -> float:
    """A share as a fraction of one; without a unit it is percent from 1.5 on."""
    return number.value / UNIT_PER_FRACTION.get(number.unit or "", 100.0 if abs(number.value) > 1.5 else 1.0)
