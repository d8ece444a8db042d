"""Arithmetic that words select: compounding, formulae of one thing, shares of what is told, and what an answer only supposes."""

import json

import pytest

from validators.grounding.review import grounded_numbers

YEARS = json.dumps({
    "strategy": "larch-carry",
    "years": [
        {"year": 2018, "return_pct": 12.4, "max_dd_pct": -5.1, "trades": 41},
        {"year": 2019, "return_pct": -7.3, "max_dd_pct": -13.9, "trades": 67},
        {"year": 2020, "return_pct": 21.8, "max_dd_pct": -6.2, "trades": 58},
        {"year": 2021, "return_pct": 3.6, "max_dd_pct": -9.7, "trades": 38},
    ],
})  # fmt: skip
RUNS = json.dumps({
    "start_equity": 80000,
    "runs": [
        {"strategy": "fir-trend", "final_equity": 104310.0, "trades": 187, "total_return": 0.303875,
         "cagr": 0.0924, "max_drawdown": -0.1423},
        {"strategy": "elm-swing", "final_equity": 91844.0, "trades": 312, "total_return": 0.14805,
         "cagr": 0.0471, "max_drawdown": -0.2218},
    ],
})  # fmt: skip
TRADES = json.dumps({
    "trades": [
        {"ticker": "ABC", "net_pnl": 812.4}, {"ticker": "XYZ", "net_pnl": -341.7}, {"ticker": "ABC", "net_pnl": -2.1},
        {"ticker": "XYZ", "net_pnl": 128.3}, {"ticker": "ABC", "net_pnl": 455.9},
    ]
})  # fmt: skip
RIGHT = [
    (YEARS, "2018 and 2019 compound to 4.2%."),
    (YEARS, "Without 2020, the other years compound to 7.9%."),
    (YEARS, "Return over drawdown in 2020 was 3.5."),
    (YEARS, "The first two years took 108 trades."),
    (RUNS, "Profit per trade is $130 for fir-trend and $37.96 for elm-swing."),
    (RUNS, "fir-trend earns 0.65 of CAGR per unit of drawdown."),
    (RUNS, "$10,000 put into fir-trend would have become $13,039."),
    (TRADES, "- ABC: $1,266.20\n- XYZ: -$213.40"),
]
WRONG = [
    (YEARS, "2018 and 2019 compound to 5.9%."),
    (YEARS, "Without 2020, the other years compound to 9.3%."),
    (YEARS, "Return over drawdown in 2020 was 4.4."),
    (YEARS, "The average of these years is 8.9%."),
    (RUNS, "Profit per trade is $142 for fir-trend."),
    (RUNS, "fir-trend earns 0.81 of CAGR per unit of drawdown."),
    (TRADES, "- ABC: $1,366.20\n- XYZ: -$213.40"),
]


def _refused(output: str, answer: str) -> list[str]:
    numbers = grounded_numbers(answer, ["How did it do?"], [output])
    return [number.text for number in numbers if not number.grounded and number.derivation is None]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_what_the_words_work_out_is_explained(output: str, answer: str) -> None:
    assert _refused(output, answer) == []


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_another_result_is_not(output: str, answer: str) -> None:
    assert _refused(output, answer)
