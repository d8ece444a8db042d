"""Records that an answer calls by their number, and numbers that stand in keys."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

_FALLS: dict[str, Any] = {
    "falls": [
        {"rank": 1, "depth_pct": -19.3, "calendarDays": 402},
        {"rank": 2, "depth_pct": -14.8, "calendarDays": 1203},
        {"rank": 3, "depth_pct": -11.1, "calendarDays": 96},
    ]
}
_TRADES: dict[str, Any] = {
    "summary": {"count": 9, "net_pnl": 311.0},
    "trades": [{"nr": nr, "pnl": pnl} for nr, pnl in enumerate((120.5, -40.25, 77.0, 153.75), start=1)],
}
_BINS: dict[str, Any] = {
    "bins": [
        {"low": 0.31, "high": 0.44, "realised": 0.402, "n": 811},
        {"low": 0.44, "high": 0.57, "realised": 0.519, "n": 1240},
    ]
}
_SHOCKS: dict[str, Any] = {"unit": "pct", "shocks": {"rates +40bp": -2.17, "rates -25bp": 1.38}}
_WORST: dict[str, Any] = {"worst": [{"depth": -0.12, "calendarDays": 693}, {"depth": -0.08, "calendarDays": 1041}]}
_REALIZED: dict[str, Any] = {"realizedVol15d": 0.2712, "realizedVol45d": 0.2438, "holdings": 30}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if not number.grounded]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_FALLS, "| # | Depth |\n|---|---|\n| 1 | -19.3% |\n| 2 | -14.8% |\n| 3 | -11.1% |"),
        (_FALLS, "| Rank | Depth |\n|---|---|\n| 2 | -14.8% |"),
        (_TRADES, "The best one was trade 4 with $153.75, and trade 2 lost $40.25."),
        (_TRADES, "Trades 1, 3 and 4 made money."),
        (_TRADES, "Of nine trades, #2 was the only loser listed."),
        (_BINS, "| Bin | Realised | n |\n|---|---|---|\n| 0.31-0.44 | 0.402 | 811 |\n| 0.44-0.57 | 0.519 | 1,240 |"),
        (_SHOCKS, "- +40 bp: -2.17%\n- -25 bp: +1.38%"),
        (_WORST, "The second one needed 1,041 days."),
        (_REALIZED, "The realised volatility is 27.1% over 15 days and 24.4% over 45."),
        ({"turnover_weekly": 0.41, "cost_annual_pct": 2.9}, "The weekly turnover is 41%."),
    ],
)
def test_what_calls_a_record_or_stands_in_its_key_is_grounded(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_TRADES, "There were 6 trades.", "6"),
        (_TRADES, "The best one was trade 7 with $153.75.", "7"),
        (_SHOCKS, "- +40 bp: -1.97%", "-1.97%"),
        (_WORST, "The second one needed 1,014 days.", "1,014"),
        (_REALIZED, "The realised volatility is 27.1% over 25 days.", "25"),
        ({"turnover_weekly": 0.41, "cost_annual_pct": 2.9}, "The weekly turnover is 4.1%.", "4.1%"),
    ],
)
def test_a_number_that_calls_nothing_is_not(output: Any, answer: str, wrong: str) -> None:
    assert wrong in _failing(output, answer)
