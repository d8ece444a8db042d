"""Long answers about outputs of several layouts: settings that names hold, windows, loadings, groups of records."""

from json import dumps
from typing import Any

import pytest

from data.records import Message, ToolCall, Trace
from validators.grounding.check import annotate
from validators.reasons import Reason

_RUNS: dict[str, Any] = {
    "model": "osier-drift",
    "runs": [
        {"name": "span-15", "cagr": 0.0912, "sharpe": 0.71, "trades": 212},
        {"name": "span-45", "cagr": 0.1178, "sharpe": 0.94, "trades": 131},
        {"name": "span-90", "cagr": 0.0533, "sharpe": 0.48, "trades": 77},
    ],
}
_FEES: dict[str, Any] = {
    "model": "osier-drift",
    "sweep": [
        {"feeBps": 0, "cagr": 0.1021, "sharpe": 0.83},
        {"feeBps": 6, "cagr": 0.0844, "sharpe": 0.69},
        {"feeBps": 12, "cagr": 0.0671, "sharpe": 0.55},
    ],
}
_PERIODS: dict[str, Any] = {
    "unit": "percent",
    "periods": {
        "2005-2010": {"strat": {"cagr": 9.31, "mdd": -17.4}, "bh": {"cagr": 4.02, "mdd": -41.2}},
        "2011-2016": {"strat": {"cagr": 3.15, "mdd": -12.9}, "bh": {"cagr": 11.87, "mdd": -18.6}},
    },
}
_FACTORS: dict[str, Any] = {
    "alpha_annual": 0.0312,
    "alpha_t": 1.24,
    "r_squared": 0.614,
    "loadings": {
        "MKT": {"beta": 0.783, "t": 31.6},
        "SMB": {"beta": -0.127, "t": -3.9},
        "HML": {"beta": 0.045, "t": 1.1},
    },
}
_TRADES: dict[str, Any] = {
    "trades": [
        {"n": 1, "ticker": "KQA", "pnl": 312.4, "fees": 3.15},
        {"n": 2, "ticker": "KQA", "pnl": -87.2, "fees": 2.71},
        {"n": 3, "ticker": "RVB", "pnl": 45.9, "fees": 4.66},
        {"n": 4, "ticker": "KQA", "pnl": 120.05, "fees": 3.38},
    ]
}
_TAIL: dict[str, Any] = {
    "valueAtRisk": {"d1_95": -0.0213, "d1_99": -0.0344},
    "expectedShortfall": {"d1_95": -0.0287, "d1_99": -0.0419},
}
_YEARS = "Year    Ret%   MaxDD%\n2019   12.31    -8.12\n2020   -4.05   -19.33\n2021    7.77    -6.40\nAll    16.13   -21.08\n"


def _failing(output: Any, answer: str) -> list[str]:
    call = ToolCall(id="call_0", name="run_backtest", arguments={"model": "osier-drift"})
    content = output if isinstance(output, str) else dumps(output)
    trace = Trace(
        messages=(
            Message(role="user", content="How did it do?"),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(role="tool", content=content, tool_call_id="call_0", name="run_backtest"),
            Message(role="assistant", content=answer),
        )
    )
    return [n.text for n in annotate(trace) if n.reason is not None and n.reason is not Reason.DERIVED_NUMBER]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_RUNS, "The 45 is best: CAGR 11.78% for the 45, 9.12% for the 15 and 5.33% for the 90."),
        (_RUNS, "I would stay at 45 or below."),
        (_FEES, "It earns 6.71% a year at 12 bps, against 10.21% when trading is free."),
        (_FEES, "Without fees the Sharpe is 0.83."),
        (
            _PERIODS,
            "- 2005-2010: CAGR 9.31% against 4.02% for holding\n- 2011-2016: CAGR 3.15% against 11.87% for holding",
        ),
        (_PERIODS, "| Period | Max DD |\n|---|---|\n| 2005-2010 | -17.4% |\n| 2011-2016 | -12.9% |"),
        (
            _FACTORS,
            "Loadings, with t-statistics in brackets:\n\n- MKT 0.783 (31.6)\n- SMB -0.127 (-3.9)\n- HML 0.045 (1.1)",
        ),
        (_FACTORS, "The market beta is 0.783 (t = 31.6); size is -0.127 (t = -3.9)."),
        (_FACTORS, "Alpha is 3.12% a year with t = 1.24, below the usual 2 threshold."),
        (_FACTORS, "The three factors explain 61.4% of the variance."),
        (_TRADES, "- KQA (3 trades): best +$312.40\n- RVB (1 trade): +$45.90"),
        (_TAIL, "One-day VaR is -2.13% (95%) and -3.44% (99%)."),
        (_YEARS, "Over the full span the return is 16.13% with a maximum drawdown of -21.08%."),
        (_RUNS, "1. span-15: CAGR 9.12%, Sharpe 0.71\n2. span-45: 11.78%, 0.94\n3. span-90: 5.33%, 0.48"),
    ],
)
def test_what_is_told_right_is_grounded(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_RUNS, "The CAGR is 9.12% for the 45.", "9.12%"),
        (_RUNS, "Half of it comes from the 60 variant.", "60"),
        (_FEES, "It earns 10.21% a year at 12 bps.", "10.21%"),
        (_FEES, "Without fees the Sharpe is 0.55.", "0.55"),
        (_PERIODS, "In 2005-2010 the CAGR was 3.15%.", "3.15%"),
        (_FACTORS, "The market beta is 0.783 (t = -3.9).", "-3.9"),
        (_TRADES, "KQA made 4 trades.", "4"),
        (_RUNS, "1. span-15: CAGR 9.12%, Sharpe 0.71\n2. span-45: 11.78%, 0.48", "0.48"),
    ],
)
def test_what_is_told_wrong_fails(output: Any, answer: str, wrong: str) -> None:
    assert wrong in _failing(output, answer)
