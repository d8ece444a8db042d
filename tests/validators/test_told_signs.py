"""Signs that costs, counts, levels and numbers joined to a loss have, quantiles under a metric, and days of one month."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

_ACCOUNT: dict[str, Any] = {"account": {"gross_pnl": 91200.5, "commission": 4310.0, "slippage": 2875.0}}
_MONTHS: dict[str, Any] = {"rows": [{"year": 2018, "Jan": 2.7, "Feb": -3.1, "Mar": -5.2, "Apr": 1.9}]}
_PATHS: dict[str, Any] = {
    "max_drawdown_percentiles_pct": {"p5": -28.4, "p50": -14.9},
    "cagr_percentiles_pct": {"p5": 1.7, "p50": 7.7},
    "prob_negative_cagr": 0.031,
}
_LEVELS: dict[str, Any] = {"rows": [{"cut": 50, "avg_gross_pct": 81}, {"cut": 70, "avg_gross_pct": 12}]}
_MATRIX: dict[str, Any] = {"said_down_was_up": 417, "said_down_was_down": 603}
_TRADES: dict[str, Any] = {
    "trades": [{"ticker": "KQA", "entry": "2021-05-03", "exit": "2021-05-12", "pnl": 84.5}],
}

_LOSERS: dict[str, Any] = {
    "runs": [
        {"model": "ash-carry", "cagr": -0.0231, "sharpe": -0.27, "max_drawdown": -0.3131, "fee_bps": 11},
        {"model": "elm-gap", "cagr": 0.0812, "sharpe": 0.64, "max_drawdown": -0.1412, "fee_bps": 4},
    ]
}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if not number.grounded]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_ACCOUNT, "| Item | USD |\n|---|---|\n| Gross P&L | 91,200.50 |\n| Commission | -4,310 |\n| Slippage | -2,875 |"),
        (_MONTHS, "In 2018 February and March took away 3.1% and 5.2%."),
        (_PATHS, "On one path in twenty the drawdown is 28.4% or more."),
        (_PATHS, "In the 5th percentile case the CAGR is 1.7%, and the probability of a negative CAGR is only 3.1%."),
        (_LEVELS, "Average gross exposure shrinks from 81% of equity to 12%."),
        (_MATRIX, "| | was up | was down |\n|---|---|---|\n| said down | 417 | 603 |"),
        (_TRADES, "KQA, 3 to 12 May 2021: +$84.50"),
        (_LOSERS, "ash-carry compounded at -2.3% a year, with a worst drawdown of 31.3%."),
        (_LOSERS, "ash-carry lost 2.3% a year, with a worst drawdown of 31.3%."),
        (_LOSERS, "ash-carry (-2.3%) is beaten by elm-gap (8.1%) on CAGR."),
        (_LOSERS, "The CAGR of ash-carry reads: (2.3%)."),
        (_LOSERS, "For a fee of 11 bps per side ash-carry has a negative Sharpe, -0.27."),
    ],
)  # fmt: skip
def test_a_number_with_the_sign_that_its_words_leave_it_is_grounded(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_ACCOUNT, "The gross P&L was -$91,200.50.", "-$91,200.50"),
        (_MONTHS, "In 2018 January and April lost 2.7% and 1.9%.", "2.7%"),
        (_PATHS, "In the 5th percentile case the CAGR is negative, at 1.7%.", "1.7%"),
        (_LEVELS, "Average gross exposure shrinks from 85% of equity to 12%.", "85%"),
        (_LOSERS, "ash-carry compounded at 2.3% a year, with a worst drawdown of 31.3%.", "2.3%"),
        (_LOSERS, "ash-carry (2.3%) is beaten by elm-gap (8.1%) on CAGR.", "2.3%"),
        (_LOSERS, "The Sharpe of ash-carry (0.27) falls short of the 0.64 of elm-gap.", "0.27"),
        (_LOSERS, "ash-carry ended in the red, with a Sharpe of 0.27.", "0.27"),
        (_TRADES, "KQA, 4 to 12 May 2021: +$84.50", "4"),
        (_TRADES, "KQA, 3 to 13 May 2021: +$84.50", "13 May 2021"),
    ],
)
def test_a_number_of_the_other_sign_or_day_is_not(output: Any, answer: str, wrong: str) -> None:
    assert wrong in _failing(output, answer)
