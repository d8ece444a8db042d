"""Results of which the words name the operands: what is set above or below another, records called by number, all but one, the ends of a
move, what a unit of a setting costs, costs and shares of a record."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_FUNDS: dict[str, Any] = {
    "years": 10,
    "funds": [
        {"name": "Larch", "start_value": 100000, "final_value": 184250, "cagr": 0.0631, "volatility": 0.0942, "fees": 2140.5},
        {"name": "Maple", "start_value": 100000, "final_value": 241900, "cagr": 0.0924, "volatility": 0.1518, "fees": 3320.25},
        {"name": "Rowan", "start_value": 100000, "final_value": 152300, "cagr": 0.0430, "volatility": 0.0611, "fees": 1085.75},
    ],
}  # fmt: skip
_FOLDS: dict[str, Any] = {
    "folds": [
        {"fold": 1, "train_sharpe": 1.62, "test_sharpe": 0.94},
        {"fold": 2, "train_sharpe": 1.48, "test_sharpe": 1.10},
        {"fold": 3, "train_sharpe": 1.71, "test_sharpe": -0.21},
        {"fold": 4, "train_sharpe": 1.39, "test_sharpe": 0.57},
        {"fold": 5, "train_sharpe": 1.55, "test_sharpe": 0.83},
    ]
}
_WEEKS = [
    {"week": 1, "trades": 9, "wins": 5, "pnl": 312.4, "fees": 18.0},
    {"week": 2, "trades": 12, "wins": 5, "pnl": -141.1, "fees": 24.0},
    {"week": 3, "trades": 7, "wins": 5, "pnl": 408.9, "fees": 14.0},
    {"week": 4, "trades": 10, "wins": 4, "pnl": -96.7, "fees": 20.0},
]
_SWEEP: dict[str, Any] = {
    "results": [
        {"commission_bps": 0, "net_profit": 48200, "sharpe": 1.21},
        {"commission_bps": 5, "net_profit": 31100, "sharpe": 0.79},
        {"commission_bps": 10, "net_profit": 14050, "sharpe": 0.36},
        {"commission_bps": 15, "net_profit": -3000, "sharpe": -0.07},
    ]
}
_RUN: dict[str, Any] = {
    "capital": {"initial": 50000, "final": 81430.5},
    "trades": {"total": 412, "winners": 231, "losers": 181, "avg_win_usd": 388.4, "avg_loss_usd": -322.1},
    "costs": {"commissions": 2884.0, "slippage": 3911.2},
}
_MONTHS: dict[str, Any] = {
    "month": [f"2022-{month:02d}" for month in range(1, 13)],
    "return_pct": [-3.9, -1.7, -5.4, -9.4, -2.3, -1.3, 2.5, -4.6, -7.9, -5.9, 7.1, -2.7],
    "trades": [4, 6, 5, 9, 3, 4, 5, 7, 8, 6, 5, 2],
}
_YEARS: dict[str, Any] = {
    "columns": ["year", "return_pct", "benchmark_pct", "trades"],
    "rows": [[2019, 22.4, 31.5, 47], [2020, 31.6, 18.4, 71], [2021, 9.8, 28.7, 42], [2022, -11.5, -18.1, 66]],
}


@pytest.mark.parametrize(
    ("output", "told", "right", "wrong"),
    [
        (_FUNDS, "Maple ended $57,650 ahead of Larch and ${} ahead of Rowan.", "89,600", "31,950"),
        (_FUNDS, "Rowan's volatility is about {} of Maple's.", "40%", "65%"),
        (_FUNDS, "Per year, Larch paid about {} in fees.", "$214", "$332"),
        (_FUNDS, "The three funds paid {} in fees between them, most of it Maple.", "$6,546.50", "$5,460.75"),
        (_FOLDS, "Fold 4 kept {} of its training Sharpe, fold 5 about 54%.", "41%", "58%"),
        (_FOLDS, "Leaving out fold 3, the average test Sharpe would be {}.", "0.86", "0.65"),
        (_WEEKS, "Weeks 1 and 3 made {}.", "$721.30", "$711.30"),
        (_WEEKS, "The best week beat the worst by {}.", "$550.00", "$505.60"),
        (_WEEKS, "The hit rate was {} in week 3.", "71%", "56%"),
        (_SWEEP, "The Sharpe ratio drops by 0.42 from zero to 5 bps, and by another {} from 5 to 10.", "0.43", "0.85"),
        (_SWEEP, "Each basis point costs about {} of profit on average.", "$3,413", "$4,413"),
        (_SWEEP, "Break-even lies near {} bps.", "14", "12"),
        (_RUN, "Before costs, the profit would have been {}.", "$38,225.70", "$34,314.50"),
        (_RUN, "Costs ate up roughly {} of the net profit.", "22%", "14%"),
        (_RUN, "Slippage was the larger cost, at {} of the total.", "58%", "68%"),
        (_RUN, "Winners brought in about {}.", "$89,700", "$79,700"),
        (_MONTHS, "The year's {} trades come to 5.3 a month.", "64", "62"),
        (_MONTHS, "The first quarter alone lost {}, simply added up.", "11.0%", "13.0%"),
        (_MONTHS, "Compounded, the monthly returns give about {}.", "-31%", "-36%"),
        (_YEARS, "In 2022 it lost 11.5%, which was 6.6 points {} than the index lost.", "less", "more"),
        (
            _YEARS,
            "Had you put $10,000 in at the start of 2019, you would have had about {} by the end of 2020.",
            "$16,108",
            "$17,108",
        ),
    ],
)
def test_a_result_is_of_the_operands_that_its_words_name(output: Any, told: str, right: str, wrong: str) -> None:
    assert _failing(output, told.format(right)) == []
    assert _failing(output, told.format(wrong))


def _failing(output: Any, answer: str) -> list[str]:
    judged = grounded_numbers(answer, ["How did it do?"], [dumps(output)])
    return [each.text for each in judged if each.reason not in (None, Reason.DERIVED_NUMBER)]
