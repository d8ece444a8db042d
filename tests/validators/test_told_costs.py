"""What answers say that costs come to together, apart and for each trade, and what they leave."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_COSTS: dict[str, Any] = {
    "model": "ash-carry",
    "trades": 120,
    "pnl_usd": {
        "gross_profit": 9000.0,
        "commission": 700.5,
        "slippage": 1100.25,
        "borrow": 50.0,
        "net_profit": 7149.25,
    },
}
_TABLE = """Cost attribution (ash-carry; 120 trades)
Item              USD
gross profit  9,000.00
commission       700.50
slippage      1,100.25
net profit    7,199.25
"""


def _failing(output: str, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["What do costs do to it?"], [output], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    "answer",
    [
        "Commission and slippage together came to $1,800.75, or 20.0% of gross profit.",
        "Commission and slippage differ by $399.75.",
        "Every trade cost you $15.01 on average once commission and slippage are both counted.",
        "Commission, slippage and borrow add up to $1,850.75.",
        "Commission and slippage cost $700.50 and $1,100.25 respectively.",
        "Slippage took $1,100.25; commission and borrow together only $750.50.",
        "The total commission was $700.50 and the slippage $1,100.25.",
        "You keep 79.4% of what the strategy earns before costs.",
        "Costs eat 20.6% of gross profit.",
        "Net of everything, that's $59.58 a trade over 120 trades.",
        "Gross it made $75.00 a trade, net $59.58.",
    ],
)
def test_costs_that_come_to_what_is_told_pass(answer: str) -> None:
    assert _failing(dumps(_COSTS), answer) == []


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("Commission and slippage together came to $1,100.25, or 20.0% of gross profit.", "$1,100.25"),
        ("Commission and slippage together came to $1,800.75, or 12.2% of gross profit.", "12.2%"),
        ("Commission and slippage differ by $1,800.75.", "$1,800.75"),
        ("Every trade cost you $5.84 on average once commission and slippage are both counted.", "$5.84"),
        ("In total you paid $700.50 in commission and slippage.", "$700.50"),
        ("You keep 20.0% of what the strategy earns before costs.", "20.0%"),
        ("Net of everything, that's $75.00 a trade over 120 trades.", "$75.00"),
    ],
)
def test_costs_that_leave_some_out_fail(answer: str, wrong: str) -> None:
    assert _failing(_TABLE, answer) == [wrong]


def test_keys_on_both_sides_of_zero_lie_as_far_apart_as_both_come_to() -> None:
    months = dumps({"model": "ash-carry", "best_month": 0.081, "worst_month": -0.052})
    assert _failing(months, "Best and worst month lie 13.3 points apart.") == []
    assert _failing(months, "Best and worst month lie 2.9 points apart.") == ["2.9 points"]
