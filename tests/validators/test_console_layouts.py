"""What consoles print: data frames, SQL clients, an interpreter's session. Each number is read with its metric and what it is of."""

import json
from collections.abc import Callable
from functools import partial

import pytest

from tests.growth import LINEAR, growth
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


SESSION = """\
>>> res = backtest(load("oak-trend"), "KO", fee_bps_per_side=3)
>>> res.cagr, res.sharpe
(0.0841, 0.61)
>>> len(res.trades), len(res.trades.query("pnl > 0"))
(48, 29)
>>> (res.trades.pnl > 0).mean()
0.6042
>>> res.equity.iloc[0], res.equity.iloc[-1]
(50000.0, 61300.0)
>>> res.monthly_returns.min()
-0.0713
>>> print(f"sortino {res.sortino:.2f}  calmar {res.calmar:.2f}")
sortino 0.92  calmar 1.25
"""
TWO_RUNS = """\
In [1]: fast = run("oak-trend")
In [2]: slow = run("elm-carry")
In [3]: fast.cagr, slow.cagr
Out[3]: (0.0841, 0.0212)
"""
MARKED_UP = """\
<?xml version="1.0"?>
<report currency="USD">
  <run strategy="oak-trend" symbol="KO"><cagr unit="percent">8.41</cagr><sharpe>0.61</sharpe><trades won="29" lost="19"/></run>
  <run strategy="elm-carry" symbol="KO"><cagr unit="percent">2.12</cagr><sharpe>0.14</sharpe><trades won="31" lost="46"/></run>
</report>
"""
LABELLED = """\
<run><strategy>oak-trend</strategy>
<metric name="CAGR" unit="%">8.41</metric>
<metric name="Sharpe ratio" unit="1">0.61</metric>
<metric name="beta vs SPY" unit="1">0.33</metric>
<metric name="trades" unit="count">48</metric></run>
"""
VERTICAL = """\
Row 1:
──────
ticker:   KO
cagr_pct: 8.41
sharpe:   0.61

Row 2:
──────
ticker:   PEP
cagr_pct: 2.12
sharpe:   0.14
"""
LOG = """\
2024-01-08T07:00:01Z level=info msg="run started" strategy=oak-trend fee_bps_per_side=3
2024-01-08T07:00:09Z level=info msg="trades closed" total=48 winning=29
2024-01-08T07:00:09Z level=info msg="run done" equity_end_usd=61300
"""


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        (SESSION, 0.0841, "cagr", {"oak-trend", "KO", "3"}),
        (SESSION, 48, "trades", {"oak-trend"}),
        (SESSION, 29, "winning_trades", {"oak-trend"}),
        (SESSION, 0.6042, "win_rate", {"oak-trend"}),
        (SESSION, 50000, "initial_capital", {"oak-trend"}),
        (SESSION, 61300, "final_equity", {"oak-trend"}),
        (SESSION, -0.0713, "worst_month", {"oak-trend"}),
        (SESSION, 0.92, "sortino", {"oak-trend"}),
        (TWO_RUNS, 0.0212, "cagr", {"elm-carry"}),
        (MARKED_UP, 2.12, "cagr", {"elm-carry", "KO"}),
        (MARKED_UP, 19, "losing_trades", {"oak-trend", "KO"}),
        (LABELLED, 0.33, "beta", {"oak-trend"}),
        (VERTICAL, 0.14, "sharpe", {"PEP"}),
        (LOG, 48, "trades", {"oak-trend", "3"}),
        (LOG, 61300, "final_equity", {"oak-trend"}),
    ],
)
def test_sessions_markup_vertical_rows_and_logs(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value and not number.length)
    assert number.measured == metric
    assert told <= set(number.scope.values())


@pytest.mark.parametrize(
    "sql",
    [
        "select cagr from runs where strategy = 'oak-trend' and ticker = 'KO'",
        "SELECT cagr FROM runs r WHERE r.strategy='oak-trend' AND r.ticker IN ('KO')",
    ],
)
def test_a_query_tells_what_it_is_asked_of(sql: str) -> None:
    (number,) = (
        n for n in tool_facts(["cagr|sharpe|trades\n0.0841|0.61|48"], [{"sql": sql}]).numbers if n.value == 0.61
    )
    assert {"oak-trend", "KO"} <= set(number.scope.values())


def test_entities_of_markup_are_not_expanded() -> None:
    text = '<!DOCTYPE a [<!ENTITY b "9">]><a><cagr>&b;</cagr></a>'
    assert not [number for number in tool_facts([text]).numbers if number.metric == "cagr"]


SECTIONS = """\
✅ Backtest of **oak-trend** on `KO` is done.

**Returns**
- Total return: **44.1%** (CAGR 8.41%)
- Best month +9.3%, worst month -6.9%

**Risk**
- Max drawdown: -19.1%
- Sharpe 0.61 · Sortino 0.92 · Calmar 0.48
- 48 round trips, of which 29 won and 19 lost
"""


@pytest.mark.parametrize(
    ("value", "metric"),
    [(44.1, "total_return"), (-6.9, "worst_month"), (0.92, "sortino"), (29, "winning_trades"), (19, "losing_trades")],
)
def test_sections_keep_their_other_lines_and_no_marks(value: float, metric: str) -> None:
    (number,) = (number for number in tool_facts([SECTIONS]).numbers if number.value == value and not number.length)
    assert number.measured == metric
    assert not any("44.1" in name for name in number.scope.values())


def test_a_text_in_brackets_that_is_no_value_is_read_once() -> None:
    assert [number.value for number in tool_facts(['{"note": "[*done*] 48 trades"}']).numbers] == [48]


TOLD = """\
Both were run on KO from 2015-01-05 to 2022-12-30.

Oak Trend made 44.1% in total (4.7% a year) at a volatility of 9.3%. Its Sharpe ratio is 0.61. Final equity: $61,300.

Elm Carry made 12.9% in total (1.5% a year) at a volatility of 11.2%. Its Sharpe ratio is 0.14. Final equity: $56,450.
"""


@pytest.mark.parametrize(
    ("value", "metric", "run"),
    [
        (44.1, "total_return", "Oak Trend"),
        (1.5, "cagr", "Elm Carry"),
        (9.3, "volatility", "Oak Trend"),
        (0.14, "sharpe", "Elm Carry"),
        (56450, "final_equity", "Elm Carry"),
    ],
)
def test_sentences_are_about_the_run_that_they_or_those_before_name(value: float, metric: str, run: str) -> None:
    call = {"left": "Oak Trend", "right": "Elm Carry"}
    (number,) = (number for number in tool_facts([TOLD], [call]).numbers if number.value == value)
    assert number.measured == metric
    assert run in number.scope.values()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Backtest of **oak-trend** on `KO` done\nSharpe: 0.61\nTrades: 48", {"oak-trend", "KO"}),
        ("The strategy Oak Trend was tested on KO. The Sharpe ratio was 0.61.", {"Oak Trend", "KO"}),
        ("Oak Trend @ KO\nSharpe: 0.61\nTrades: 48", {"Oak Trend", "KO"}),
        ("TEARSHEET  OakTrend2 / KO\nSharpe: 0.61\nTrades: 48", {"OakTrend2", "KO"}),
        ("Results on KO\nSharpe: 0.61\nTrades: 48", {"KO"}),
    ],
)
def test_a_head_names_the_run(text: str, names: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == 0.61)
    assert names <= set(number.scope.values())


@pytest.mark.parametrize(
    "text", ["Total Return / CAGR\nSharpe: 0.61\nTrades: 48", "Recovery - DAYS\nSharpe: 0.61\nTrades: 48"]
)
def test_a_head_of_metrics_names_no_run(text: str) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == 0.61)
    assert not {"model", "ticker"} & number.scope.keys()


def test_names_of_outputs_are_of_one_kind() -> None:
    numbers = tool_facts(
        ["symbol: KO\nsharpe: 0.61\ncagr: 8%\nName: Oak Trend", '{"strategy": "elm-carry", "sharpe": 0.14}']
    ).numbers
    assert {number.scope["model"] for number in numbers if number.metric == "sharpe"} == {"Oak Trend", "elm-carry"}


GLIMPSE = """\
Rows: 2
$ strategy <str> 'oak-trend', 'elm-carry'
$ cagr     <f64> 0.0841, 0.0212
$ trades   <i64> 48, 77
"""
STRUCTURE = """\
'data.frame': 2 obs. of 3 variables:
 $ strategy: chr  "oak-trend" "elm-carry"
 $ cagr    : num  0.0841 0.0212
 $ trades  : int  48 77
"""
WRAPPED = {
    "schema": {"fields": [{"name": "strategy", "type": "STRING"}, {"name": "cagr"}, {"name": "trades"}]},
    "rows": [
        {"f": [{"v": "oak-trend"}, {"v": "0.0841"}, {"v": "48"}]},
        {"f": [{"v": "elm-carry"}, {"v": "0.0212"}, {"v": "77"}]},
    ],
}
FIELDS = (
    "meta=None content=[TextContent(type='text', text='Strategy: elm-carry\\nCAGR: 0.0212\\nTrades: 77')] isError=False"
)


@pytest.mark.parametrize("output", [GLIMPSE, STRUCTURE, json.dumps(WRAPPED), FIELDS])
@pytest.mark.parametrize(("value", "metric"), [(0.0212, "cagr"), (77, "trades")])
def test_listed_columns_wrapped_cells_and_printed_fields(output: str, value: float, metric: str) -> None:
    (number,) = (number for number in tool_facts([output]).numbers if number.value == value and not number.length)
    assert number.measured == metric
    assert "elm-carry" in number.scope.values()


MESSAGE = """\
> :tada: *Oak Trend* on `KO` is done: *+44.1%* overall, +4.7% annualized
> max DD -19.1% | vol 9.3% | worst month -6.9%
> Sharpe 0.61 | Sortino 0.92 | Calmar 0.48
> $30,000 → $43,230 after $1,204 of fees
"""


@pytest.mark.parametrize(
    ("value", "metric"),
    [
        (44.1, "total_return"),
        (4.7, "cagr"),
        (9.3, "volatility"),
        (0.92, "sortino"),
        (30000, "initial_capital"),
        (43230, "final_equity"),
    ],
)
def test_a_chat_message(value: float, metric: str) -> None:
    (number,) = (number for number in tool_facts([MESSAGE]).numbers if number.value == value)
    assert number.measured == metric
    assert {"Oak Trend", "KO"} <= set(number.scope.values())


BESIDE = """\
TEARSHEET  oak-trend / KO
=================================================
RETURN AND RISK             TRADES AND COSTS
CAGR            8.41%       Trades           48
Sharpe ratio    0.61        Winning trades   29
Max drawdown    -19.1%      Fees paid        $1,204.10
=================================================
"""
OUTLINE = """\
# oak-trend: results by ticker

## KO

* Performance
    * ends with $61,300
* Risk
    * Sharpe ratio 0.61, Sortino ratio 0.92

## PEP

* Performance
    * ends with $56,450
* Risk
    * Sharpe ratio 0.14, Sortino ratio 0.21
"""
ANSWER = "I found one run of Oak Trend here. It made 48 trades (29 winning, 19 losing). The Sharpe ratio is 0.61."


@pytest.mark.parametrize(
    ("text", "call", "value", "metric", "told"),
    [
        (BESIDE, {}, 29, "winning_trades", {"oak-trend", "KO"}),
        (BESIDE, {}, 8.41, "cagr", {"oak-trend", "KO"}),
        (OUTLINE, {"tickers": ["KO", "PEP"]}, 0.14, "sharpe", {"PEP"}),
        (OUTLINE, {"tickers": ["KO", "PEP"]}, 61300, "final_equity", {"KO"}),
        (ANSWER, {"question": "What do we hold on Oak Trend?"}, 48, "trades", {"Oak Trend"}),
        (ANSWER, {"question": "What do we hold on Oak Trend?"}, 0.61, "sharpe", {"Oak Trend"}),
    ],
)
def test_pairs_side_by_side_outlines_and_answers(
    text: str, call: dict, value: float, metric: str, told: set[str]
) -> None:
    (number,) = (number for number in tool_facts([text], [call]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


@pytest.mark.parametrize(
    ("text", "value", "metric"),
    [
        ("In its best month it gained 9.3%, in its worst it lost 6.9%.", 9.3, "best_month"),
        ("In its best month it gained 9.3%, in its worst it lost 6.9%.", 6.9, "worst_month"),
        ("It made 4.7% a year (44.1% over the whole test).", 44.1, "total_return"),
        ("The equity went from $30,000 up to $43,230.", 43230, "final_equity"),
    ],
)
def test_spans_extremes_and_ends_in_running_text(text: str, value: float, metric: str) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric


@pytest.mark.parametrize(
    "unit",
    [
        "--- --- ---\n1 2 3\n", "\\begin{tabular}{l} 1 & ", "<tr><td>1<!-- ", "| a 1 | | b 2 |\n", ">>> a\n1\n", "[1/3] a ",
        "09:30:01 INFO a=1\n", 'x{a="b"} 1\n', "1. a  [b 1]\n   c 2\n", "key: E0 a, 1 ", "a: x 1 vs y 2\n", "Oak Trend on KO (a 1, ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def reading(length: int) -> Callable[[], object]:
        return partial(tool_facts, [(unit * (length // len(unit) + 1))[:length]])

    assert growth(reading, size=3_000) < LINEAR
