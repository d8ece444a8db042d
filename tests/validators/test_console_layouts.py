"""What consoles print: data frames, SQL clients, an interpreter's session. Each number is read with its metric and what it is of."""

import pytest

from validators.grounding.tools.facts import tool_facts

FRAME = """\
             CAGR  Sharpe  MaxDD n_trades
strategy
oak-trend  0.0841    0.61 -0.113       48
elm-carry  0.0212    0.14 -0.207       77
"""
UNINDEXED = """\
 strategy ticker   cagr sharpe
oak-trend     KO 0.0841   0.61
elm-carry    PEP 0.0212   0.14
"""
FLIPPED = """\
             OakTrend ElmCarry
CAGR [%]         8.41     2.12
Sharpe ratio     0.61     0.14
# trades           48       77
"""
CLIENT = """\
1> select * from runs
2> go
desk_strategy    years   cagr_pct sharpe
---------------- ------- -------- ------
oak trend        2011-19     8.41   0.61
elm              2012-19     2.12   0.14

(2 rows affected)
"""
LEFT = """\
run       sharpe calmar
oak-trend 0.61   1.2
elm-carry -0.14  -0.1
"""


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        (FRAME, -0.207, "max_drawdown", {"elm-carry"}),
        (FRAME, 77, "trades", {"elm-carry"}),
        (UNINDEXED, 0.61, "sharpe", {"oak-trend", "KO"}),
        (FLIPPED, 2.12, "cagr", {"ElmCarry"}),
        (FLIPPED, 48, "trades", {"OakTrend"}),
        (CLIENT, 0.61, "sharpe", {"oak trend"}),
        (LEFT, -0.1, "calmar", {"elm-carry"}),
    ],
)
def test_columns_one_blank_apart(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value and not number.length)
    assert number.measured == metric
    assert told <= set(number.scope.values())
