"""Metrics that are told by what stands around: totals, wholes of parts, extremes, brackets and clauses told alike."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

_TWO: dict[str, Any] = {
    "run": {"name": "teal-drift", "total_return": 0.7213, "cagr": 0.0561, "months": 120, "positive_months": 71},
    "benchmark": {"name": "WQX", "total_return": 1.0442, "cagr": 0.0741, "months": 120, "positive_months": 79},
}
_TRADES: dict[str, Any] = {
    "trades": 93, "wins": 41, "losses": 52, "cagr_pct": 6.4, "median_win_pct": 3.2, "largest_win_pct": 27.7, "largest_loss_pct": -11.9,
}  # fmt: skip
_CRASH: dict[str, Any] = {"teal": {"fall": -0.281, "rebound": 0.344}, "WQX": {"fall": -0.317, "rebound": 0.402}}
_SIDES: dict[str, Any] = {
    "names": ["teal-drift", "WQX"], "cagr": [5.61, 7.41], "max_dd": [-12.4, -31.9], "worst_year": [-3.3, -18.2],
    "y2022": [-3.3, -18.2],
}  # fmt: skip


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if not number.grounded]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_TWO, "teal-drift made 5.61% a year, total 72.13%."),
        (_TWO, "From start to end it was 5.61% a year, in total 72.13%."),
        (_TWO, "It returned 72.13% (5.61% a year), against 104.42% (7.41%) for WQX."),
        (_TWO, "teal-drift compounded at 5.61% a year; WQX made 7.41%."),
        (_TWO, "| | teal-drift | WQX |\n|---|---|---|\n| Positive months | 71 of 120 | 79 of 120 |"),
        (_TRADES, "The typical win is small, but the largest one made 27.7%."),
        (_TRADES, "The worst trade alone lost 11.9%."),
        (_TRADES, "It won 41 trades and lost 52."),
        (_CRASH, "In the crash teal lost 28.1%, against 31.7% for WQX."),
        (_SIDES, "- Max drawdown: -12.4% vs -31.9%\n- 2022: -3.3% vs -18.2%"),
    ],
)
def test_a_metric_told_by_what_stands_around_it_is_grounded(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_TWO, "teal-drift made 72.13% a year, total 5.61%.", "72.13%"),
        (_TWO, "The CAGR was 5.61%, with a total of 120 months, of which 79 were positive for teal-drift.", "79"),
        (_TWO, "teal-drift compounded at 5.61% a year; WQX made a total return of 7.41%.", "7.41%"),
        (_TRADES, "It won 52 trades and lost 41.", "52"),
        (_CRASH, "In the crash teal lost 34.4%.", "34.4%"),
        (_SIDES, "- Max drawdown: -12.4% vs -31.9%\n- CAGR: -3.3% vs -18.2%", "-18.2%"),
    ],
)
def test_another_metric_is_not(output: Any, answer: str, wrong: str) -> None:
    assert wrong in _failing(output, answer)
