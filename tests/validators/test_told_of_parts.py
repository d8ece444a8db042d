"""Months, regimes, sectors and the market beside the run: whose a number is, is told by what stands beside or above it."""

import json
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
RETURNS = [1.63, 2.45, -2.99, 8.81, 1.2, 7.14, 9.25, 4.53, -6.07, -7.48, 3.21, -0.65]
A_YEAR = {
    "keyed": {"year": 2017, "monthly_returns_pct": dict(zip(MONTHS, RETURNS, strict=True)), "year_total_pct": 21.27},
    "rows": [{"month": month, "year": 2017, "return_pct": each} for month, each in zip(MONTHS, RETURNS, strict=True)],
    "lists": {"months": MONTHS, "returns_pct": RETURNS, "year": 2017},
    "a list": {"year": 2017, "monthly_returns_pct": RETURNS},
}
YEARS = ["2016", "2017", "2018"]
OWN, MARKET = [5.87, 31.7, -21.11], [-8.69, 16.16, -18.07]
BESIDE = {
    "strategy": "Heron Drift",
    "returns_pct": {"portfolio": dict(zip(YEARS, OWN, strict=True)), "QQQ": dict(zip(YEARS, MARKET, strict=True))},
}
REGIMES = {
    "regimes": {
        "low-vol": {"days": 728, "sharpe": 1.3, "max_drawdown": -0.386},
        "high-vol": {"days": 376, "sharpe": 1.87, "max_drawdown": -0.064},
        "falling rates": {"days": 343, "sharpe": -1.02, "max_drawdown": -0.346},
    }
}
WEIGHTS = {"fund": "Heron", "sector_weights_pct": {"energy": 23.3, "staples": 12.5, "utilities": 9.7}, "beta": 0.8}
HOLDINGS = {
    "holdings": {
        "AMD": {"costBasisPerShare": 218.5, "value": 45200, "openPnl": 3966.75, "pctOfNav": 16.86},
        "META": {"costBasisPerShare": 194.2, "value": 77560, "openPnl": -7709.1, "pctOfNav": 25.49},
        "XOM": {"costBasisPerShare": 388.6, "value": 89290, "openPnl": 5460.3, "pctOfNav": 29.35},
    },
    "totals": {"openPnl": 1717.95},
}


def _wrong(answer: str, output: Any, question: str = "How did it do?") -> list[str]:
    calls = [{"strategy": "Heron Drift", "benchmark": "QQQ"}] if output is BESIDE else []
    told = grounded_numbers(answer, [question], [json.dumps(output)], calls)
    return [each.text for each in told if not each.grounded and each.derivation is None]


@pytest.mark.parametrize("output", A_YEAR.values(), ids=A_YEAR)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("| | Month | Return |\n|---|---|---|\n| Best | July | +9.25% |", "| | Month | Return |\n|---|---|---|\n| Best | July | +8.81% |"),
        ("The best month was July with 9.25%.", "The best month was April with 8.81%."),
        ("December lost 0.65%.", "December lost 65%."),
        ("The return rose from -2.99% in March to 8.81% in April.", "The return fell from -2.99% in March to 8.81% in April."),
    ],
)  # fmt: skip
def test_a_month_is_told_by_its_name(output: Any, right: str, wrong: str) -> None:
    assert not _wrong(right, output)
    assert _wrong(wrong, output)


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (BESIDE, "Heron Drift returned 5.9% in 2016.", "Heron Drift returned -8.7% in 2016."),
        (BESIDE, "In 2018 both lost money: Heron Drift 21.1%, QQQ 18.1%.", "In 2018 both lost money: Heron Drift 18.1%, QQQ 21.1%."),
        (BESIDE, "Over the three years QQQ averaged -3.5%.", "The average of the three years was 31.7%."),
        (REGIMES, "**Low-vol**, with 728 days.", "**High-vol**, with 728 days."),
        (REGIMES, "The low-vol regime covers the most days.", "The high-vol regime covers the most days."),
        (REGIMES, "Falling rates has the lowest Sharpe of the three.", "Falling rates has the lowest Sharpe of the four."),
        (WEIGHTS, "It has more energy than staples: 23.3% versus 12.5%.", "It has more energy than staples: 12.5% versus 23.3%."),
        (HOLDINGS, "AMD is 16.9% and META 25.5%, which makes META the larger.", "AMD is 16.9% and META 25.5%, which makes AMD the larger."),
        (HOLDINGS, "META and XOM make up 54.8% of it (25.5% and 29.3%).", "META and XOM make up 44.8% of it (25.5% and 29.3%)."),
        (HOLDINGS, "- **Best:** XOM, up $5,460.30", "- **Best:** AMD, up $3,966.75"),
    ],
)  # fmt: skip
def test_a_number_is_that_of_the_part_named(output: Any, right: str, wrong: str) -> None:
    assert not _wrong(right, output)
    assert _wrong(wrong, output)
