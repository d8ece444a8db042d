"""Things told in other words than the tools': parts of names, settings and years by their place. Right and wrong values side by side."""

import json
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.grounding.tools.facts import tool_facts

STRATEGIES = {
    "results": [
        {"name": "pullback_buyer_v4", "cagr": 0.112, "sharpe": 0.91, "max_drawdown": -0.143, "trades": 310},
        {"name": "keltner_surge", "cagr": 0.087, "sharpe": 0.58, "max_drawdown": -0.221, "trades": 140},
        {"name": "vol_scaled_carry", "cagr": 0.139, "sharpe": 1.21, "max_drawdown": -0.184, "trades": 88},
    ]
}
YEARS = {
    "years": [
        {"y": 2018, "ret": -4.2, "mdd": -9.6, "sr": -0.3, "n": 51},
        {"y": 2019, "ret": 17.1, "mdd": -5.1, "sr": 1.4, "n": 44},
        {"y": 2020, "ret": 9.4, "mdd": -14.8, "sr": 0.6, "n": 73},
        {"y": 2021, "ret": 12.8, "mdd": -6.3, "sr": 1.1, "n": 47},
    ],
    "tot": {"ret": 38.8, "mdd": -16.0},
}
SWEEP = {
    "grid": [
        {"fee_bps": fee, "lookback_months": months, "out": {"cagr": cagr, "sharpe": sharpe}}
        for fee, months, cagr, sharpe in (
            (0, 3, 0.121, 1.02), (8, 3, 0.094, 0.81), (0, 6, 0.108, 0.93), (8, 6, 0.091, 0.76), (0, 12, 0.077, 0.64), (8, 12, 0.069, 0.57),
        )
    ]
}  # fmt: skip
TICKERS = {
    "tickers": {
        "NVDA": {"annReturnPct": 24.1, "sharpe": 0.7},
        "GLD": {"annReturnPct": 3.2, "sharpe": 0.2},
        "SLV": {"annReturnPct": 1.9, "sharpe": 0.1},
    },
    "basket": {
        "weightsPct": {"NVDA": 50, "GLD": 30, "SLV": 20},
        "annReturnPct": 11.3,
        "drawdowns": [
            {"start": "2019-02-20", "trough": "2019-08-05", "end": "2019-11-20", "depthPct": -18.2, "days": 273},
            {"start": "2021-03-02", "trough": "2021-04-08", "end": "2021-06-30", "depthPct": -11.9, "days": 120},
            {"start": "2022-01-04", "trough": "2022-10-12", "end": None, "depthPct": -25.6, "days": 361},
        ],
    },
}  # fmt: skip
ACCOUNT = {
    "finalEquity": 61200.5,
    "metrics": {"performance": {"cagrPct": 8.1, "positiveMonthsPct": 61.0, "bestMonthPct": 7.4}},
    "benchmark": {"symbol": "SPY", "cagrPct": 9.9, "maxDrawdownPct": -33.1, "beta": 0.4, "trackingErrorPct": 11.2, "alphaPct": 4.4},
    "costs": {"commissionUsd": 1420.6, "slippageUsd": 2310.4, "totalUsd": 3731.0},
}  # fmt: skip

TOLD = [
    (STRATEGIES, "The surge compounds at 8.7% a year.", "8.7%", "13.9%"),
    (STRATEGIES, "Keltner's Sharpe is 0.58.", "0.58", "0.91"),
    (STRATEGIES, "Buying pullbacks took 310 trades.", "310", "140"),
    (STRATEGIES, "Carry with scaled vol sank 18.4% from its peak.", "18.4%", "22.1%"),
    (YEARS, "In the second year it made 17.1%.", "17.1%", "12.8%"),
    (YEARS, "The final year needed 47 trades.", "47", "73"),
    (YEARS, "In 2019 it made 17.1%, and 9.4% a year later.", "9.4%", "38.8%"),
    (YEARS, "2020 looks fine until you check the drawdown, which reached 14.8%.", "14.8%", "9.6%"),
    (SWEEP, "Without fees the half-year lookback earned 10.8% a year.", "10.8%", "12.1%"),
    (SWEEP, "The 3-month rule at 8 bps has a Sharpe of 0.81.", "0.81", "1.02"),
    (SWEEP, "The longest window, fee-free, returned 7.7% a year.", "7.7%", "6.9%"),
    (SWEEP, "At 8 bps the Sharpe is 0.76 (6m) and 0.57 (12m).", "0.57", "0.64"),
    (TICKERS, "Nvidia earned 24.1% a year.", "24.1%", "3.2%"),
    (TICKERS, "The Sharpe of gold was just 0.2.", "0.2", "0.7"),
    (TICKERS, "GLD has a weight of 30%.", "30%", "20%"),
    (TICKERS, "The second-deepest drawdown took 273 days.", "273", "361"),
    (ACCOUNT, "SPY, by contrast, grew by 9.9% a year.", "9.9%", "8.1%"),
    (ACCOUNT, "The strategy's tracking error is 11.2%.", "11.2%", "4.4%"),
    (ACCOUNT, "61% of the months ended higher.", "61%", "8%"),
    (ACCOUNT, "The whole trading bill: $3,731.00.", "$3,731.00", "$1,420.60"),
]


def _failing(output: dict[str, Any], answer: str) -> list[str]:
    numbers = grounded_numbers(answer, ["How did it do?"], [json.dumps(output)], [{}])
    return [number.text for number in numbers if not number.grounded]


@pytest.mark.parametrize(("output", "right", "number", "wrong"), TOLD, ids=[told[1] for told in TOLD])
def test_told_in_other_words(output: dict[str, Any], right: str, number: str, wrong: str) -> None:
    assert not _failing(output, right)
    assert _failing(output, right.replace(number, wrong))


def test_everyday_words_call_nothing() -> None:
    """Words of names that speech has for much else name nothing where they stand as such."""
    answer = "Demand surged late in the test, and the Sharpe of pullback_buyer_v4 rose to 0.91."
    assert not _failing(STRATEGIES, answer)


def test_keys_of_a_record_of_metrics_are_metrics() -> None:
    numbers = tool_facts([json.dumps(ACCOUNT)], [{}]).numbers
    held = {number.source.rpartition(".")[2]: number for number in numbers}
    assert held["positiveMonthsPct"].metric == "positive month"
    assert not any("slippageUsd" in number.scope for number in numbers)


def test_a_year_is_no_count() -> None:
    assert _failing(YEARS, "Activity peaked when 2020 trades were taken.")


@pytest.mark.parametrize(("said", "of_the_other"), [(("0.61", "0.14"), False), (("0.14", "0.61"), True)])
def test_a_name_that_one_output_alone_has_is_what_it_is_of(said: tuple[str, str], of_the_other: bool) -> None:
    outputs = ["Moth Carry was run first\nSharpe: 0.61\nCAGR: 4.1%", "Tern Pairs came second\nSharpe: 0.14\nCAGR: 1.2%"]
    answer = f"Moth Carry had a Sharpe ratio of {said[0]}, and Tern Pairs of {said[1]}."
    assert [number.reason is not None for number in grounded_numbers(answer, [], outputs)] == [of_the_other] * 2
