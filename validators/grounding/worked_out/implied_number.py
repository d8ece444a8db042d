"""Numbers that one number of the tools implies: a rate over the window, what is left of a whole, what makes up for a loss, the
same run on another capital, how many trades a win rate means."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.loose_metric import PARTS
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.sources.spans import PER_YEAR
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.chance import first_told
from validators.numbers.quantity import Quantity

_CHANCE = 0.15
_RATE = re.compile(
    r"(?: [a-z]{2,12}){0,3} (?:a|an|per|each|every|in an? (?:average|typical)) (?:average |typical |calendar )?(?P<per>year|quarter|month|week|day)\b"
    r"|(?: [a-z]{2,12}){0,2} (?P<adverb>annually|yearly|monthly|weekly|daily)\b",
    re.IGNORECASE,
)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_REST = re.compile(
    r"\b(?:rest|remain\w*|other|others|left|otherwise|cash|sidelines?|idle|flat|out of the market|los(?:t|e|es|ing|ers?)|fail\w*|wrong|miss\w*|negative|down)\b",
    re.IGNORECASE,
)
_GET_BACK = re.compile(
    r"\b(?:break[- ]?even|back to|recover\w*|regain\w*|recoup\w*|mak(?:e|es|ing) (?:it|that|them|up)|undo\w*|need\w*)\b",
    re.IGNORECASE,
)
_WON_OR_LOST = re.compile(r"\b(?:w[io]n(?!dow)\w*|los[ts]\w*|losing|profitable|positive|made money)\b", re.IGNORECASE)
_COUNTED = ("trades", "winning_trades", "losing_trades", "fees_paid", "profit")


def implied_number(
    text: str, claim: Quantity, index: ToolIndex, years: Sequence[float], stated: Sequence[Quantity]
) -> str | None:
    """The arithmetic that gives `claim`, at its place in its sentence `text`; `years` are how long the windows are, `stated` the
    numbers that the answer states and a tool gave. None where there is none, or where it could as well be chance."""
    results = _implied(text, claim, index, years, stated)
    work = first_told(claim, results, 0.5 * claim.step, _CHANCE)
    return None if work is None else f"{claim.text} = {work}"


def _implied(
    text: str, claim: Quantity, index: ToolIndex, years: Sequence[float], stated: Sequence[Quantity]
) -> Iterator[tuple[float, str]]:
    held = index.by_metric
    if claim.kind in ("count", "plain", "money", "percent"):
        rate = _RATE.match(text, claim.end)
        if rate is not None:
            per = PER_YEAR[_ADVERBS.get((rate["adverb"] or "").lower()) or rate["per"].lower()]
            yield from _rates(claim, index, years, per)
    if claim.kind == "money":
        yield from _on_another_capital(index, [each for each in stated if each.kind == "money"])
    if claim.kind in ("percent", "fraction"):
        scale = PER_FRACTION.get(claim.kind, 1.0)
        shares = {abs(each.value) / 100: each.text for each in stated if each.kind == "percent"}
        for name in (*PARTS, "max_drawdown"):
            for number in held.get(name, ()):
                value = abs(_fraction(number))
                if name in PARTS and _REST.search(text):
                    yield scale * (1 - value), f"1 − {number.source}"
                shares.setdefault(value, number.source)
        if claim.kind == "percent" and _GET_BACK.search(text):
            yield from (
                (100 * share / (1 - share), f"{told} / (1 − {told})") for share, told in shares.items() if share < 1
            )
    if claim.kind in ("count", "plain") and claim.step == 1 and _WON_OR_LOST.search(text):
        for number in held.get("win_rate", ()):
            share = abs(_fraction(number))
            for trades in held.get("trades", ()):
                yield share * trades.value, f"{number.source} × {trades.source}"
                yield (1 - share) * trades.value, f"(1 − {number.source}) × {trades.source}"


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


def _rates(claim: Quantity, index: ToolIndex, years: Sequence[float], per: float) -> Iterator[tuple[float, str]]:
    """What the tools counted, and the yearly return, over one period of which a year has `per`."""
    if claim.kind == "percent":
        for number in index.by_metric.get("cagr", ()) if per > 1 else ():
            share = _fraction(number)
            yield 100 * share / per, f"{number.source} / {per:g}"
            if share > -1:
                yield 100 * ((1 + share) ** (1 / per) - 1), f"{number.source} over {per:g}"
        return
    names = _COUNTED[3:] if claim.kind == "money" else _COUNTED[:3]
    for name in names:
        for number in index.by_metric.get(name, ()):
            for length in years:
                if length > 0:
                    yield number.value / (length * per), f"{number.source} over the window"
