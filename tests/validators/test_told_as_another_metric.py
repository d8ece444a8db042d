"""Right numbers told as another metric of the same run: by everyday words, by words before a loose verb, by what a key leaves short."""

import pytest

from tests.validators.refusing import refuses

_RUN = {
    "performance": {
        "cagr": 0.0934, "total_return": 1.9187, "ann_vol": 0.1462, "downside_dev": 0.0981, "worst_month": -0.0871,
        "worst_quarter": -0.1012,
    },
    "ratios": {"sharpe": 0.68, "sortino": 1.01, "calmar": 0.44},
    "drawdown": {"max": -0.2123, "avg": -0.0544, "longest_days": 487, "recovery_days": 265},
    "trades": {
        "n": 214, "winners": 91, "losers": 123, "win_rate": 0.4252, "avg_win": 0.0518, "avg_loss": -0.0219, "largest_loss": -0.0766,
        "payoff": 2.37, "profit_factor": 1.75,
    },
    "exposure": 0.6135,
}  # fmt: skip
_MODEL = {
    "oos": {
        "ic_mean": 0.041, "auc": 0.563, "accuracy": 0.537, "precision": 0.551, "recall": 0.482, "f1": 0.514, "r2": 0.0063, "mae": 0.0148,
    },
    "portfolio": {"ann_return": 0.1173, "te": 0.0512, "var95_d": -0.0162, "cvar95_d": -0.0239, "skew": -0.42, "vol": 0.1611, "corr": 0.94},
}  # fmt: skip
_BESIDE = {
    "ann_return": 0.0973, "bench_ann_return": 0.0846, "vol": 0.1611, "bench_vol": 0.1558, "mdd": -0.2718, "bench_mdd": -0.3392,
}  # fmt: skip
_LISTED = [
    {"name": "Net Profit %", "value": 76.83},
    {"name": "Annualized %", "value": 9.96},
    {"name": "Max Trade Drawdown %", "value": -12.9},
    {"name": "Max System Drawdown %", "value": -18.37},
    {"name": "Recovery Factor", "value": 3.71},
    {"name": "Payoff Ratio", "value": 0.79},
]
_MONEY = {
    "pnl_eur": {"net_pnl": 16873.22, "gross_profit": 58210.44, "gross_loss": -41337.22, "commissions": 1904.6},
    "account": {"start": 25000.0, "end": 41873.22, "peak": 47910.6},
    "trades": {"avg_win": 541.33, "avg_loss": -253.65, "avg": 82.25, "best": 3980.0, "worst": -902.1},
    "swap_income_eur": 5120.18,
    "max_dd": 0.1902,
    "max_dd_eur": 9112.4,
}  # fmt: skip
_EVENTS = {"mean_ret_bps": 41.2, "median_ret_bps": 27.5, "best_bps": 941, "worst_bps": -610, "net_mean_bps": 29.2}


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (_RUN, "Sharpe came in at 0.68, Sortino at 1.01.", "Sharpe came in at 0.44, Sortino at 1.01."),
        (_RUN, "Return over worst drawdown works out at 0.44.", "Return over worst drawdown works out at 0.68."),
        (_RUN, "In its ugliest month it gave back 8.71%.", "In its ugliest month it gave back 21.23%."),
        (_RUN, "In the worst quarter investors lost 10.12%.", "In the worst quarter investors lost 21.23%."),
        (_RUN, "From top to bottom the account fell 21.23%.", "From top to bottom the account fell 5.44%."),
        (_RUN, "The worst single trade lost 7.66%.", "The worst single trade lost 8.71%."),
        (_RUN, "It lost 7.66% on its worst trade.", "It lost 21.23% on its worst trade."),
        (_RUN, "It was right 42.52% of the time.", "It was right 61.35% of the time."),
        (_RUN, "Out of 214 trades 42.52% were profitable.", "Out of 214 trades 61.35% were profitable."),
        (_RUN, "It is up 191.87% in all.", "It is up 42.52% in all."),
        (_RUN, "In total, you would have earned 191.87%.", "In total, you would have earned 9.34%."),
        (_RUN, "Its returns bounced around by 14.62% a year.", "Its returns bounced around by 9.34% a year."),
        (_RUN, "Adjusted for downside risk only, the ratio is 1.01.", "Adjusted for downside risk only, the ratio is 0.68."),
        (_RUN, "The longest stretch under water was 487 days.", "The longest stretch under water was 265 days."),
        (_RUN, "It took 265 days to climb back to the old peak.", "It took 487 days to climb back to the old peak."),
        (_RUN, "An average win is 2.37 times an average loss.", "An average win is 1.75 times an average loss."),
        (_RUN, "Winners average 5.18% and losers 2.19%.", "Winners average 5.18% and losers 9.34%."),
        (_MODEL, "The AUC falls to 0.563.", "The AUC falls to 0.537."),
        (_MODEL, "Precision was 55.1% and recall 48.2%.", "Precision was 55.1% and recall 53.7%."),
        (_MODEL, "The F1 score is 0.514.", "The F1 score is 0.551."),
        (_MODEL, "R² is tiny, 0.0063.", "R² is tiny, 0.0148."),
        (_MODEL, "The mean absolute error was 0.0148.", "The mean absolute error was 0.0410."),
        (_MODEL, "On one day in twenty it loses more than 1.62%.", "On one day in twenty it loses more than 2.39%."),
        (_MODEL, "In the worst 5% of days it loses 2.39% on average.", "In the worst 5% of days it loses 1.62% on average."),
        (_MODEL, "Returns are skewed to the left (-0.42).", "Returns are skewed to the left (-0.94)."),
        (
            _BESIDE,
            "Its deepest drawdown was 27.18%; the benchmark's was 33.92%.",
            "Its deepest drawdown was 15.58%; the benchmark's was 33.92%.",
        ),
        (_BESIDE, "The benchmark earned 8.46% a year.", "The benchmark earned 15.58% a year."),
        (_LISTED, "The whole thing grew by 76.83%.", "The whole thing grew by 9.96%."),
        (_LISTED, "The deepest the system ever fell was 18.37%.", "The deepest the system ever fell was 12.90%."),
        (_LISTED, "Recovery factor 3.71, payoff 0.79.", "Recovery factor 3.71, payoff 3.71."),
        (_MONEY, "After all costs the system cleared €16,873.22.", "After all costs the system cleared €58,210.44."),
        (_MONEY, "The swaps contributed €5,120.18.", "The swaps contributed €16,873.22."),
        (_MONEY, "Costs were modest at €1,904.60.", "Costs were modest at €5,120.18."),
        (_MONEY, "All losing trades together cost €41,337.22.", "All losing trades together cost €16,873.22."),
        (_MONEY, "The account peaked at €47,910.60.", "The account peaked at €41,873.22."),
        (_MONEY, "The account is up €16,873.22.", "The account is up €25,000."),
        (_MONEY, "The worst drawdown was 19.02% (€9,112.40).", "The worst drawdown was 19.02% (€16,873.22)."),
        (_MONEY, "Best: €3,980.00. The biggest loss was €902.10.", "Best: €3,980.00. The biggest loss was €253.65."),
        (_MONEY, "Per trade that is €82.25 on average.", "Per trade that is €541.33 on average."),
        (_EVENTS, "The median is lower at 27.5 bps.", "The median is lower at 941.0 bps."),
        (_EVENTS, "The best event made 941 bps.", "The best event made 41 bps."),
    ],
)  # fmt: skip
def test_the_metric_told_binds_its_number(output: object, right: str, wrong: str) -> None:
    assert (refuses(right, output), refuses(wrong, output)) == (False, True)


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        ({"gross_leverage": 3.01, "net_leverage": 0.4}, "The small excess over 3x is due to price moves."),
        ({"leverage": {"avg": 1.22, "max": 1.8}}, "Leverage averaged 1.22 and peaked at 1.80."),
        (_MONEY, "Gross profits of €58,210.44 stand against gross losses of €41,337.22, which leaves €16,873.22."),
        (
            {"months": [{"month": "2024-06", "ret_pct": -4.23}, {"month": "2024-05", "ret_pct": -3.91}], "worst_month_pct": -5.43},
            "June was the worst month of 2024 with a loss of 4.23%.",
        ),
        ({"worst_month": -0.1028, "best_month": 0.049}, "In its weakest month it lost 10.28%, and in its strongest it gained 4.90%."),
        ({"pct_up_months": 0.6182, "win_rate": 0.4252}, "61.82% of the months finished in positive territory."),
        ({"avg_trade_days": 4, "max_trade_days": 102}, "A typical trade was held for 4 days; the longest one ran 102 days."),
    ],
)  # fmt: skip
def test_what_the_words_leave_open_passes(output: object, answer: str) -> None:
    assert not refuses(answer, output)
