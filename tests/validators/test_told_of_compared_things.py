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
_HELD = {
    2: {"cagr_pct": 5.28, "sharpe": 1.11, "trade_count": 110},
    8: {"cagr_pct": 12.18, "sharpe": 0.44, "trade_count": 68},
    21: {"cagr_pct": 11.03, "sharpe": 2.17, "trade_count": 373},
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
        ("Over all strategies it made 1,038 trades.", "Over all strategies it made 1,138 trades."),
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


_GRIDS = [
    {"swept": "hold_days", "grid": {str(days): run for days, run in _HELD.items()}},
    {"swept": "hold_days", "grid": [{"value": str(days), **run} for days, run in _HELD.items()]},
]
_FALLS = {
    "drawdowns": {
        "2019-09-19": {"trough": "2019-10-15", "recovered": "2020-04-12", "depth_pct": -18.53, "days_down": 26},
        "2015-09-17": {"trough": "2015-10-16", "recovered": "2016-03-26", "depth_pct": -34.31, "days_down": 29},
    }
}


@pytest.mark.parametrize("grid", _GRIDS)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Setting hold_days to 8 gave a CAGR of 12.18%.", "Setting hold_days to 8 gave a CAGR of 11.03%."),
        ("It peaks at hold_days = 21, where the Sharpe is 2.17.", "It peaks at hold_days = 8, where the Sharpe is 2.17."),
    ],
)  # fmt: skip
def test_of_the_values_of_a_sweep(grid: object, right: str, wrong: str) -> None:
    assert not refuses(right, grid)
    assert refuses(wrong, grid)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The slide that began on 2015-09-17 took 29 days.", "The slide that began on 2015-09-17 took 26 days."),
        (
            "The drawdown from September 2015 was deeper than the one from September 2019: 34.31% compared with 18.53%.",
            "The drawdown from September 2019 was deeper than the one from September 2015: 18.53% compared with 34.31%.",
        ),
    ],
)
def test_of_falls_under_the_day_of_their_peak(right: str, wrong: str) -> None:
    assert not refuses(right, _FALLS)
    assert refuses(wrong, _FALLS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "The Sharpe of keen-spread is 1.67; that of quiet-gap 0.42. The former is higher, so it paid better.",
            "The Sharpe of keen-spread is 1.67; that of quiet-gap 0.42. The former is lower, so it paid better.",
        ),
        (
            "The Sharpe is 1.67 in keen-spread; in quiet-gap it was 0.42, which is less.",
            "The Sharpe is 1.67 in keen-spread; in quiet-gap it was 0.42, which is more.",
        ),
    ],
)
def test_verdicts_behind_two_numbers(right: str, wrong: str) -> None:
    assert not refuses(right, _RUNS)
    assert refuses(wrong, _RUNS)
