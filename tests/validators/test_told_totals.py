"""Gaps told as totals and totals as gaps, parts of a total told before, and totals and means of the numbers counted right before them."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_DESKS: dict[str, Any] = {
    "rows": [
        {"ticker": "LUX", "trades": 214, "win_rate": 0.4133, "fees_usd": 418.2, "profit_usd": 6140.0, "days_held": 31},
        {"ticker": "ORB", "trades": 97, "win_rate": 0.5871, "fees_usd": 902.75, "profit_usd": 2310.0, "days_held": 4},
        {"ticker": "VEX", "trades": 58, "win_rate": 0.5049, "fees_usd": 133.4, "profit_usd": 1705.0, "days_held": 16},
    ]
}
_MONTHS = "Jan +3.14%  Feb -5.20%  Mar +1.02%  Apr +6.66%  May -0.48%"
_LINES = (
    "2021-01   0.0314\n2021-02  -0.0520\n2021-03   0.0102\n2021-04   0.0666\n2021-05  -0.0048\nFreq: M, dtype: float64"
)
_BY_YEAR: dict[str, Any] = {
    "rows": [
        {"year": 2019, "ash": 4.1, "elm": -3.0},
        {"year": 2020, "ash": -2.2, "elm": 1.0},
        {"year": 2021, "ash": 7.7, "elm": -5.0},
        {"year": 2022, "ash": 8.0, "elm": 2.0},
    ]
}
_ACCOUNT: dict[str, Any] = {
    "starting_capital": 50000.0,
    "final_equity": 81500.0,
    "cagr": 0.0931,
    "max_drawdown": -0.2417,
    "in_sample": {"sharpe": 1.61},
    "out_of_sample": {"sharpe": 0.97},
}
_SPLIT: dict[str, Any] = {"in_sample": {"sharpe": 1.84}, "out_of_sample": {"sharpe": 0.77}}


def _failing(output: Any, answer: str) -> list[str]:
    said = output if isinstance(output, str) else dumps(output)
    found = grounded_numbers(answer, ["How did it do?"], [said], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_DESKS, "LUX and ORB placed 311 trades between them."),
        (_DESKS, "There are 117 trades between LUX and ORB."),
        (_DESKS, "LUX won 41.3% of the time and ORB 58.7%. That's 17.4 points between them."),
        (_DESKS, "Spread between LUX and ORB: 17.4 pp."),
        (_DESKS, "In fees alone LUX cost you $418.20 and ORB $902.75. That's $484.55 less for LUX."),
        (_DESKS, "Win rate: 17.4 points (58.7% vs 41.3%)"),
        (_DESKS, "The three made $10,155 in total. LUX alone brought $6,140, 60% of the pot."),
        (_DESKS, "Together they made $10,155. ORB accounts for $2,310 of it, i.e. 22.7% of the lot."),
        (_DESKS, "The three made $10,155 in total. LUX brought $6,140, and ORB 23% of the total."),
        (_DESKS, "LUX made $6,140, ORB $2,310 and VEX $1,705; the three together made $10,155."),
        (
            _DESKS,
            "* Longest held: LUX, 31 days\n* Shortest held: ORB, 4 days\n* Average holding over the three: 17.00 days",
        ),
        (_DESKS, "Fees were $418.20 on LUX and $902.75 on ORB. Together they come to $1,320.95."),
        (_MONTHS, "max +6.66% (April), min -5.20% (February), spread 11.86 pp"),
        (_LINES, "Added up, the three months (January 3.14%, February -5.20%, March 1.02%) come to -1.04%."),
        (_LINES, "Positive months among them: three."),
        (_LINES, "Negative months: 2 of 5."),
        (_BY_YEAR, "ash finished up in three of the four calendar years shown."),
        (_BY_YEAR, "elm was up in two of the four years."),
        (_DESKS, "LUX paid about half as much in fees as ORB."),
        (_DESKS, "LUX traded more than twice as often as ORB."),
        (_DESKS, "ORB has not traded twice as often as LUX."),
        (_ACCOUNT, "The account grew from $50,000 to $81,500. As a percentage of the starting capital that is 63.0%."),
        (_ACCOUNT, "It went from $50,000 to $81,500, a gain of $31,500, which is 38.7% of the final balance."),
        (_ACCOUNT, "The Sharpe fell from 1.61 to 0.97, so 40% of it is gone."),
        (_ACCOUNT, "In sample the Sharpe was 66% higher: 1.61 against 0.97."),
        (_ACCOUNT, "A CAGR of 9.31% over a drawdown of 24.17% gives 0.39."),
        (_ACCOUNT, "The drawdown was 24.17% over the window and the CAGR 9.31%, so the Calmar is 0.39."),
        (_DESKS, "Per trade LUX paid $1.95 in fees: $418.20 spread over 214 trades."),
        (_DESKS, "Of all fees paid by the three, ORB accounts for 62.1%."),
        (_DESKS, "Of the three, LUX has a hit rate of 41.3%."),
        (_DESKS, "VEX paid a third of what LUX paid in fees."),
        (_SPLIT, "The Sharpe ratio drops from 1.84 to 0.77 once it leaves the sample, a fall of 1.07."),
    ],
)
def test_a_result_that_is_what_its_words_say_is_let_by(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_DESKS, "LUX and ORB placed 117 trades between them.", "117"),
        (_DESKS, "LUX won 41.3% of the time and ORB 58.7%. That's 100.0 points between them.", "100.0 points"),
        (_DESKS, "Spread between LUX and ORB: 100.0 pp.", "100.0 pp"),
        (_DESKS, "Between LUX and ORB you would have saved $1,320.95.", "$1,320.95"),
        (_DESKS, "In fees alone LUX cost you $418.20 and ORB $902.75. That's $1,320.95 less for LUX.", "$1,320.95"),
        (_DESKS, "Win rate: 17.4 points (58.7% vs 50.5%)", "17.4 points"),
        (_DESKS, "The two made $8,450 in total. LUX alone brought $6,140, 60% of the pot.", "60%"),
        (_DESKS, "Together LUX and ORB made $8,450. ORB accounts for $2,310 of it, i.e. 22.7% of the lot.", "22.7%"),
        (_DESKS, "LUX made $6,140, ORB $2,310 and VEX $1,705; the three together made $8,450.", "$8,450"),
        (
            _DESKS,
            "* Longest held: LUX, 31 days\n* Shortest held: ORB, 4 days\n* Average holding over the three: 23.50 days",
            "23.50",
        ),
        (_DESKS, "Fees were $418.20 on LUX and $902.75 on ORB. Together they come to $902.75.", "$902.75"),
        (_MONTHS, "max +6.66% (April), min -5.20% (February), spread 1.46 pp", "1.46 pp"),
        (_LINES, "Positive months among them: two.", "two"),
        (_BY_YEAR, "ash finished up in two of the four calendar years shown.", "two"),
        (_BY_YEAR, "elm was up in three of the four years.", "three"),
        (_ACCOUNT, "The account grew from $50,000 to $81,500. That is 38.7% of the starting capital.", "38.7%"),
        (_ACCOUNT, "The account grew from $50,000 to $81,500, a gain of 38.7%.", "38.7%"),
        (_ACCOUNT, "The Sharpe fell from 1.61 to 0.97, so 66% of it is gone.", "66%"),
        (_ACCOUNT, "The Sharpe dropped by 66%, from 1.61 to 0.97.", "66%"),
        (_ACCOUNT, "A CAGR of 9.31% over a drawdown of 24.17% gives 2.60.", "2.60"),
        (_DESKS, "Per trade LUX paid $1.95 in fees: $418.20 spread over 97 trades.", "$1.95"),
        (_DESKS, "Of all fees paid by the three, LUX accounts for 62.1%.", "62.1%"),
        (_DESKS, "LUX paid about twice as much in fees as ORB.", "twice as much"),
        (_DESKS, "LUX traded about three times as often as ORB.", "three times as often"),
        (_DESKS, "LUX made about twice what ORB made, $6,140 next to $2,310.", "twice what"),
        (_MONTHS, "max +6.66% (April), min -5.20% (February), spread 8.34 pp", "8.34 pp"),
        (_SPLIT, "The Sharpe ratio drops from 1.84 to 0.77 once it leaves the sample, a fall of 2.61.", "2.61"),
    ],
)
def test_a_result_that_is_something_else_than_its_words_say_is_wrong(output: Any, answer: str, wrong: str) -> None:
    assert any(text in wrong for text in _failing(output, answer))
