"""What a sentence says of numbers that stand beside it: how one changed to the other, what they come to together, which of them is the
higher, and whose they are. A right answer passes and its wrong twin does not."""

import pytest

from tests.validators.refusing import refuses

WINDOWS = {
    "by_window": {
        "2008–2011": {"ann_vol": 0.181, "sharpe": 0.44, "n_trades": 71, "total_return": 0.32, "win_rate": 0.505},
        "2012–2015": {"ann_vol": 0.248, "sharpe": 1.37, "n_trades": 369, "total_return": 0.51, "win_rate": 0.412},
        "2016–2019": {"ann_vol": 0.242, "sharpe": 0.91, "n_trades": 612, "total_return": 0.17, "win_rate": 0.467},
    }
}
RUNS = {
    "runs": [
        {
            "strategy": "Ibis Squeeze",
            "cagr": 0.0569,
            "time_in_market": 0.474,
            "avg_holding_days": 52.2,
            "n_trades": 104,
        },
        {"strategy": "Rook Trend", "cagr": 0.0204, "time_in_market": 0.548, "avg_holding_days": 22.6, "n_trades": 118},
    ]
}
FALLS = {
    "drawdowns": [
        {"peak": "2010-03-25", "depth_pct": -41.9, "days_down": 199},
        {"peak": "2012-01-08", "depth_pct": -12.2, "days_down": 189},
        {"peak": "2014-06-13", "depth_pct": -33.4, "days_down": 150},
    ]
}


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            WINDOWS,
            "Volatility rose from 18.1% in 2008–2011 to 24.8% in 2012–2015.",
            "Volatility fell from 18.1% in 2008–2011 to 24.8% in 2012–2015.",
        ),
        (
            WINDOWS,
            "It made 71 trades in 2008–2011 and 369 in 2012–2015, so the two sum to 440.",
            "It made 71 trades in 2008–2011 and 369 in 2012–2015, so the two sum to 638.",
        ),
        (
            WINDOWS,
            "In 2008–2011 it returned 32.0%. It traded 71 times and won 50.5% of the time.",
            "In 2008–2011 it returned 32.0%. It traded 369 times and won 50.5% of the time.",
        ),
        (
            RUNS,
            "Ibis Squeeze holds for 52.2 days on average, while Rook Trend holds for 22.6 days, which is shorter.",
            "Ibis Squeeze holds for 52.2 days on average, while Rook Trend holds for 22.6 days, which is longer.",
        ),
        (
            RUNS,
            "Ibis Squeeze was invested 47.4% of the time, less than Rook Trend (54.8%). Its average holding period was 52.2 days.",
            "Ibis Squeeze was invested 47.4% of the time, less than Rook Trend (54.8%). Its average holding period was 22.6 days.",
        ),
        (
            RUNS,
            "Ibis Squeeze makes 5.69% a year, Rook Trend 2.04%. Rook Trend is thus 3.65 points behind.",
            "Ibis Squeeze makes 5.69% a year, Rook Trend 2.04%. Rook Trend is thus 3.65 points ahead.",
        ),
        (
            RUNS,
            "Ibis Squeeze had 104 trades and Rook Trend had 118, so 222 between them.",
            "Ibis Squeeze had 104 trades and Rook Trend had 142, so 222 between them.",
        ),
        (FALLS, "The largest drawdown was 41.9%.", "The largest drawdown was 33.4%."),
        (RUNS, "Two of the two strategies made money.", "Of the two strategies, three ended with a positive CAGR."),
    ],
)
def test_what_is_said_of_the_numbers_beside(output: object, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)
