"""Numbers that the first reading of a sentence gets wrong and another one explains, and those that no reading does."""

from json import dumps
from typing import Any

import pytest

from data.records import Message, ToolCall, Trace
from validators.grounding.check import annotate
from validators.reasons import Reason

_RUN: dict[str, Any] = {
    "strategy": "steady-wing", "ticker": "XLQ", "window": {"start": "2014-01-02", "end": "2021-12-31"},
    "metrics": {"total_return": 0.8812, "cagr": 0.0823, "sharpe": 0.91, "max_drawdown": -0.174,
                "max_drawdown_peak": "2018-02-05", "max_drawdown_trough": "2018-11-20"},
    "benchmark": {"name": "WQX buy and hold", "total_return": 0.6154, "cagr": 0.0617, "sharpe": 0.52, "max_drawdown": -0.331},
    "exposure": {"average": 0.61, "days_in_cash": 342}, "equity": {"initial": 50000, "final": 94060},
}  # fmt: skip
_FALLS: dict[str, Any] = {
    "strategy": "steady-wing", "current_drawdown": -0.021,
    "drawdowns": [
        {"rank": 1, "depth": -0.174, "peak": "2018-02-05", "trough": "2018-11-20", "recovered": "2019-04-08",
         "days_to_trough": 288, "days_to_recover": 139},
        {"rank": 2, "depth": -0.121, "peak": "2015-06-01", "trough": "2015-09-14", "recovered": "2015-12-02",
         "days_to_trough": 105, "days_to_recover": 79},
    ],
}  # fmt: skip
_TRADES: dict[str, Any] = {
    "strategy": "steady-wing", "window": {"start": "2021-01-04", "end": "2021-12-31"}, "largest_win": 412.5,
    "trades": [
        {"entry_date": "2021-03-02", "exit_date": "2021-03-19", "shares": 75, "entry_price": 51.2, "exit_price": 56.7, "pnl": 412.5},
        {"entry_date": "2021-07-05", "exit_date": "2021-08-11", "shares": 64, "entry_price": 60.35, "exit_price": 58.1, "pnl": -144.0},
    ],
}  # fmt: skip


_SWEEP: dict[str, Any] = {
    "strategy": "steady-wing",
    "runs": [
        {"stop_pct": 3, "total_return": 0.212, "sharpe": 0.41, "avg_days": 7.4},
        {"stop_pct": 5, "total_return": 0.388, "sharpe": 0.66, "avg_days": 9.1},
        {"stop_pct": 9, "total_return": 0.351, "sharpe": 0.58, "avg_days": 12.8},
    ],
}  # fmt: skip


def _failing(output: dict[str, Any], answer: str) -> list[str]:
    call = ToolCall(id="call_0", name="run_backtest", arguments={"strategy": "steady-wing"})
    trace = Trace(
        messages=(
            Message(role="user", content="How did it do?"),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(role="tool", content=dumps(output), tool_call_id="call_0", name="run_backtest"),
            Message(role="assistant", content=answer),
        )
    )
    return [n.text for n in annotate(trace) if n.reason is not None and n.reason is not Reason.DERIVED_NUMBER]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_RUN, "From 2014 to 2021 it returned 88.1% in total, or 8.23% a year."),
        (_RUN, "The market made 6.17% a year with a drawdown of 33.1%."),
        (_RUN, "Sharpe 0.91 vs 0.52, drawdown 17.4% vs 33.1%."),
        (_RUN, "The Sharpe ratio is 0.91 (benchmark 0.52)."),
        (_RUN, "On $50,000 of capital that leaves a final value of $94,060."),
        (_RUN, "It was in cash on 342 days."),
        (_RUN, "| XLQ | 8.2% | -17.4% | 0.91 |"),
        (_RUN, "You made 88% on $50,000."),
        (_FALLS, "It took 288 days to reach the bottom and 139 days to come back, with a new high on 8 April 2019."),
        (_FALLS, "The worst was 17.4%, from the peak on 5 February 2018 to the trough on 20 November 2018."),
        (_TRADES, "**Best trade.** 2–19 March: 75 shares bought at $51.20 and sold at $56.70, a profit of $412.50."),
        (_SWEEP, "From 3 to 9 percent the Sharpe ratio stays between 0.41 and 0.66."),
        (_SWEEP, "- 3% stop: Sharpe 0.41\n- 5% stop: 0.66\n- 9% stop: 0.58"),
        (_RUN, "It also earned more, 8.23% a year versus 6.17%, at a Sharpe ratio of 0.91."),
        (_SWEEP, "A 5% stop makes 38.8%, and a 9% stop 35.1%, with longer trades."),
        (_TRADES, "5 July – 11 August 2021: in at $60.35, out at $58.10, a loss of $144.00."),
    ],
)  # fmt: skip
def test_passes(output: dict[str, Any], answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "text"),
    [
        (_RUN, "It compounded at 6.17% a year.", "6.17%"),
        (_RUN, "It lost 17.4% a year.", "17.4%"),
        (_SWEEP, "At 3 and 9 the Sharpe ratio lies between 0.41 and 0.66.", "0.66"),
        (_SWEEP, "With a stop of 5 it made 35.1%, with one of 9 only 38.8%.", "35.1%"),
        (_RUN, "Its Sharpe ratio was 0.52.", "0.52"),
        (_RUN, "The account ended with $50,000.", "$50,000"),
    ],
)
def test_fails(output: dict[str, Any], answer: str, text: str) -> None:
    assert text in _failing(output, answer)
