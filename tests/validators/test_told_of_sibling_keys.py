"""Right numbers told of another key of their record, where the words are those of that key and no vocabulary knows either."""

import pytest

from tests.validators.refusing import refuses

_EXECUTION = {
    "parent_orders": 312, "child_orders": 4876, "fill_rate": 0.964, "cancel_rate": 0.118, "spread_captured": 0.41,
    "participation_rate": 0.073, "maker_share": 0.655, "rejects": 19,
}  # fmt: skip
_BOOK = {
    "gross_exposure_pct": 142.6, "net_exposure_pct": 38.4, "cash_pct": 9.5, "largest_position_pct": 6.8, "positions": 64, "longs": 41,
    "shorts": 23, "gross_exposure_usd": 2845000, "nav": 1930500,
}  # fmt: skip
_COSTS = {"commissions_usd": 18420.50, "slippage_usd": 31077.25, "borrow_usd": 9655.00, "total_costs_usd": 63363.50}
_ROLLING = {"rolling": {"window_months": 36, "vol": {"mean": 0.131, "min": 0.082, "max": 0.224, "latest": 0.117}}}
_FOLDS = {
    "folds": [{"oos_sharpe": 0.77}, {"oos_sharpe": 0.35}, {"oos_sharpe": 1.12}],
    "aggregate": {"mean_oos_sharpe": 0.75, "oos_total_return": 0.2711},
}
_RUN = {
    "total_return": 0.734, "annual_return": 0.096, "annual_vol": 0.138, "max_drawdown": -0.217, "current_drawdown": -0.023,
    "win_rate": 0.412, "num_trades": 233, "trades_won": 96, "avg_trade": 0.0031, "profit": 361900.0,
}  # fmt: skip
_YEARS = [
    {"year": 2020, "return": 0.087, "max_dd": -0.173, "vol": 0.194},
    {"year": 2023, "return": 0.119, "max_dd": -0.077, "vol": 0.113},
]
_RISK = {
    "var95_1d": -0.0171,
    "var99_1d": -0.0293,
    "worst_day": -0.0714,
    "longest_drawdown_days": 287,
    "recovery_days": 164,
}
_SHORT = {
    "ret_tot": 0.8127, "ret_ann": 0.0684, "vol_ann": 0.1157, "mdd": -0.1942, "avg_w": 0.0413, "avg_l": -0.0182, "best": 0.1876,
    "worst": -0.0733, "hit": 0.4583, "tim": 0.6412, "eq_start": 50000, "eq_end": 90635.0,
}  # fmt: skip
_PATHS = {
    "median_terminal": 214500, "p5_terminal": 98700, "prob_loss": 0.057, "prob_drawdown_gt_30": 0.384, "expected_max_drawdown": -0.2714,
}  # fmt: skip
_VERSIONS = {
    "before": {"cagr": 0.0743, "volatility": 0.1438, "max_drawdown": -0.2861},
    "after": {"cagr": 0.0917, "volatility": 0.1189, "max_drawdown": -0.1733},
}
_PRINTED = {
    "Max Drawdown": "-27.65%",
    "Avg. Drawdown": "-2.9%",
    "CAGR": "10.07%",
    "Win Days": "54.1%",
    "Win Month": "63.6%",
}
_REGRESSION = {
    "alpha_ann": 0.0183,
    "t_alpha": 0.44,
    "p_alpha": 0.66,
    "beta": 0.07,
    "t_beta": 0.82,
    "resid_vol": 0.1538,
    "asset_vol": 0.1541,
}
_BESIDE = """|  | Meridian | 60/40 |
|---|---|---|
| Annual vol | 12.7% | 9.9% |
| Sharpe | 0.79 | 0.58 |
| Max drawdown | -18.6% | -21.4% |
"""


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (_EXECUTION, "It captured 41% of the spread.", "It captured 96.4% of the spread."),
        (_EXECUTION, "It participated in 7.3% of volume.", "It participated in 65.5% of volume."),
        (_EXECUTION, "19 orders were rejected.", "312 orders were rejected."),
        (
            _EXECUTION,
            "The fill rate was 96.4%, and 11.8% of orders were cancelled.",
            "The fill rate was 96.4%, and 96.4% of orders were cancelled.",
        ),
        (_BOOK, "The largest position is 6.8% of the book.", "The largest position is 142.6% of the book."),
        (_BOOK, "It holds 64 positions: 41 longs and 23 shorts.", "It holds 64 positions: 64 longs and 23 shorts."),
        (_BOOK, "Gross exposure is $2,845,000.", "Gross exposure is $1,930,500."),
        (_COSTS, "Commissions came to $18,420.50.", "Commissions came to $63,363.50."),
        (_ROLLING, "Volatility over the last 36 months is 11.7%.", "Volatility over the last 36 months is 22.4%."),
        (_ROLLING, "Rolling volatility peaked at 22.4%.", "Rolling volatility peaked at 8.2%."),
        (_FOLDS, "Out of sample the Sharpe averages 0.75.", "Out of sample the Sharpe averages 0.77."),
        (_RUN, "It's currently 2.3% below its high.", "It's currently 21.7% below its high."),
        (_RUN, "It never fell more than 21.7%.", "It never fell more than 9.6%."),
        (_RUN, "What you have to live with is a drop of 21.7%.", "What you have to live with is a drop of 13.8%."),
        (_RUN, "On average each trade added 0.31%.", "On average each trade added 73.4%."),
        (_RUN, "It made money in 96 of its trades.", "It made money in 233 of its trades."),
        (_RUN, "96 trades made money, with a win rate of 41.2%.", "233 trades made money, with a win rate of 41.2%."),
        (_RUN, "That's a profit of $361,900, or 73.4%.", "That's a profit of $361,900, or 41.2%."),
        (_YEARS, "2023 closed up 11.9%, with volatility of 11.3%.", "2023 closed up 11.3%, with volatility of 11.3%."),
        (_YEARS, "In 2020 it fell as much as 17.3%.", "In 2020 it fell as much as 19.4%."),
        (_RISK, "At the 99% level the daily VaR is 2.93%.", "At the 99% level the daily VaR is 1.71%."),
        (_RISK, "Its single worst session cost 7.14%.", "Its single worst session cost 2.93%."),
        (_RISK, "The longest drawdown lasted 287 days.", "The longest drawdown lasted 164 days."),
        (_SHORT, "A typical winner brings 4.13%.", "A typical winner brings 18.76%."),
        (_SHORT, "It made 81.27% in total, or 6.84% a year.", "It made 81.27% in total, or 11.57% a year."),
        (_SHORT, "The best trade made 18.76%.", "The best trade made 45.83%."),
        (_SHORT, "Your money was tied up 64.12% of the time.", "Your money was tied up 45.83% of the time."),
        (
            _SHORT,
            "The account closed at $90,635, a gain of 81.27%.",
            "The account closed at $50,000, a gain of 81.27%.",
        ),
        (_PATHS, "The chance of losing money is 5.7%.", "The chance of losing money is 38.4%."),
        (_PATHS, "You should expect a drawdown of 27.14%.", "You should expect a drawdown of 5.7%."),
        (_PATHS, "The median path ends at $214,500.", "The median path ends at $98,700."),
        (
            _VERSIONS,
            "Volatility came down from 14.38% to 11.89%.",
            "Volatility came down from 28.61% to 11.89%.",
        ),
        (
            _PRINTED,
            "Drawdowns averaged 2.9%; the deepest reached 27.65%.",
            "Drawdowns averaged 2.9%; the deepest reached 10.07%.",
        ),
        (_PRINTED, "63.6% of months were winners.", "54.1% of months were winners."),
        (_REGRESSION, "The p-value of alpha is 0.66.", "The p-value of alpha is 0.44."),
        (_REGRESSION, "Residual volatility is 15.38%.", "Residual volatility is 15.41%."),
        (_BESIDE, "Meridian's worst drawdown was 18.6%.", "Meridian's worst drawdown was 12.7%."),
    ],
)
def test_a_number_is_held_to_the_key_whose_words_are_said(output: object, right: str, wrong: str) -> None:
    assert not refuses(right, output), right
    assert refuses(wrong, output), wrong


@pytest.mark.parametrize(
    ("output", "right"),
    [
        (_EXECUTION, "65.5% of the volume was passive."),
        (_BOOK, "Gross exposure is 142.6% and net exposure 38.4%."),
        (_COSTS, "Trading cost it $63,363.50 in all, of which slippage was $31,077.25 and commissions $18,420.50."),
        (_ROLLING, "Right now volatility sits at 11.7%."),
        (_RUN, "A drop of 21.7% was the worst of it; the account still grew by 73.4%."),
        (_YEARS, "Volatility went up to 19.4% in 2020."),
        (_EXECUTION, "Of 4876 child orders 11.8% were cancelled, against a fill rate of 96.4%."),
        ({"totalTrades": 527, "longTrades": 281, "shortTrades": 246}, "That took 527 trades: 281 long and 246 short."),
        (_PATHS, "38.4% of the paths drew down more than 30%."),
        (_VERSIONS, "The new version returns 9.17% a year, up from 7.43%."),
        (_SHORT, "On the downside, no trade lost more than 7.33%."),
    ],
)
def test_other_words_leave_a_number_be(output: object, right: str) -> None:
    assert not refuses(right, output), right
