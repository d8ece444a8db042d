"""How many of the trades lost, of which tools tell how many won: "57% of the trades lost money"."""

import re
from collections.abc import Iterator

from validators.grounding.answer.answer import Answer
from validators.grounding.number_match import LARGEST_FRACTION, UNIT_PER_FRACTION
from validators.grounding.reckoned.reckoned import Reckoned, Worth
from validators.grounding.set_out.operands import ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber

_TRADES = r"(?:trades|positions|deals|bets|transactions|entries|signals|calls|time)"
_LOST = (
    r"(?:lost|los(?:e|ing)|(?:were |was |are |end(?:ed)? up |end(?:ed)? as )?losers|(?:were |end(?:ed)? |closed? |finish(?:ed)? |c[ao]me out )?(?:in the red|at a loss|under ?water|unprofitable|down|behind|negative)"
    r"|fail(?:ed)?|went wrong|went against|did(?: not|n['’]t) (?:pay|work|win|make)|never paid)"
)
_BEHIND = re.compile(
    rf"\W{{0,3}} of (?:(?:the|its|all|your|those|these|all the|all its|your) )?(?:0 )?{_TRADES}(?: (?:it|you|that|which|were|was|have|had|placed|made|taken|took|ended|did|in the (?:run|test|backtest)))*,? {_LOST}\b(?! (?:less|more|only|under|over|at least|\W?0))",
    re.IGNORECASE,
)
_LOSERS_BEHIND = re.compile(
    rf"\W{{0,3}} (?:of (?:them|the {_TRADES}) )?(?:were |are )?los(?:ers|ing {_TRADES})\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"\b(?:los(?:es|t|e|ing) (?:money )?(?:on|in)|los(?:ers|ing {_TRADES}) (?:are|were|made up|make up|account(?:ed)? for|came to|come to|was)|loss rate(?: is| was| of)?|(?:share|proportion) of los(?:ers|ing {_TRADES}) (?:is|was)) (?:about |roughly |around |some |only |just )?[^\w\ue000]{{0,3}}$",
    re.IGNORECASE,
)


def losing_share_reckoned(answer: Answer, told: ToldNumbers, index: ToolIndex) -> Iterator[Reckoned]:
    """The shares of the trades that are told to have lost."""
    won = index.by_metric.get("win_rate", [])
    if not won or index.held & {"loss_rate", "losing_trades"}:
        return
    worths = [_rest(each) for each in won]
    for place, passage in answer.outline.running:
        for result in told.of(place):
            quantity = result.quantity
            if quantity.kind != "percent" or not _is_of_losers(
                answer.text, passage.start, quantity.start, quantity.end
            ):
                continue
            if not result.is_grounded or any(result.number is each for each in won):
                yield Reckoned(result, worths, won)


def _is_of_losers(text: str, low: int, start: int, end: int) -> bool:
    return bool(
        _BEHIND.match(text, end) or _LOSERS_BEHIND.match(text, end) or _BEFORE.search(text, max(low, start - 60), start)
    )


def _rest(number: ToolNumber) -> Worth:
    per = UNIT_PER_FRACTION.get(number.unit or "", 100.0 if number.value > LARGEST_FRACTION else 1.0)
    return 100 * (1 - number.value / per), f"rest of {number.value:.10g} ({number.source})"
