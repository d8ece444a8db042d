"""Answers about several things that the tools returned alike: how many they are, which clear a bar, what each has."""

import pytest

from tests.validators.refusing import refuses

_RUNS = {
    "ticker": "KO",
    "strategies": {
        "keen-spread": {"cagr_pct": 17.4, "sharpe": 1.67, "max_drawdown_pct": -28.2, "trade_count": 470},
        "quiet-gap": {"cagr_pct": 15.2, "sharpe": 0.42, "max_drawdown_pct": -45.2, "trade_count": 121},
        "umber-range": {"cagr_pct": 9.1, "sharpe": 0.49, "max_drawdown_pct": -12.6, "trade_count": 447},
    },
}
_TRADES = {
    "trades": [
        {"ticker": "MSFT", "opened": "2018-11-27", "profit": 1183, "holding_days": 5, "commission": 10.66},
        {"ticker": "NKE", "opened": "2016-06-16", "profit": 949, "holding_days": 57, "commission": 5.77},
        {"ticker": "UNH", "opened": "2017-08-03", "profit": -431, "holding_days": 37, "commission": 15.73},
    ]
}
_YEARS = """[12:53:58] RUN   Year 2009
[12:53:58] INFO  total return       = +24.68%
[12:53:58] INFO  buy & hold         = -12.99%
[12:53:58] INFO  sharpe             = 0.32

[12:53:58] RUN   Year 2010
[12:53:58] INFO  total return       = +25.77%
[12:53:58] INFO  buy & hold         = +23.66%
[12:53:58] INFO  sharpe             = 1.03

[12:53:58] RUN   Year 2011
[12:53:58] INFO  total return       = +13.39%
[12:53:58] INFO  buy & hold         = -7.28%
[12:53:58] INFO  sharpe             = 1.26"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Averaged over all 3 strategies, the CAGR is 13.9%.", "Averaged over all 4 strategies, the CAGR is 13.9%."),
        ("keen-spread has the best Sharpe of the 3, at 1.67.", "keen-spread has the best Sharpe of the 5, at 1.67."),
        ("One of them, out of 3, has a Sharpe above 1.0.", "Two of them, out of 3, have a Sharpe above 1.0."),
        (
            "keen-spread, quiet-gap and umber-range together made 1,038 trades (470, 121 and 447).",
            "keen-spread, quiet-gap and umber-range together made 1,038 trades (121, 470 and 447).",
        ),
        ("There were 470 trades in keen-spread and 1,038 over all of them.", "There were 470 trades in keen-spread and 917 over all of them."),
        ("The deepest fall of keen-spread was 28.2%.", "The deepest fall of keen-spread was 45.2%."),
    ],
)  # fmt: skip
def test_of_runs_compared(right: str, wrong: str) -> None:
    assert not refuses(right, _RUNS)
    assert refuses(wrong, _RUNS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Commissions were $5.77 on NKE and $15.73 on UNH.", "Commissions were $15.73 on NKE and $5.77 on UNH."),
        ("It held NKE longer than UNH: 57 days and 37 days.", "It held NKE longer than UNH: 37 days and 57 days."),
    ],
)
def test_of_trades_compared(right: str, wrong: str) -> None:
    assert not refuses(right, _TRADES)
    assert refuses(wrong, _TRADES)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("All three years ended with a profit.", "Only two of the 3 years ended with a profit."),
        ("By Sharpe ratio, 2010 was the second-best year (1.03).", "By Sharpe ratio, 2010 was the second-best year (1.26)."),
    ],
)  # fmt: skip
def test_of_years_in_a_log(right: str, wrong: str) -> None:
    assert not refuses(right, _YEARS)
    assert refuses(wrong, _YEARS)
