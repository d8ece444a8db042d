"""Arithmetic that words select: compounding, formulae of one thing, shares of what is told, and what an answer only supposes."""

import json

import pytest

from validators.grounding.review import grounded_numbers

YEARS = json.dumps({
    "strategy": "larch-carry",
    "years": [
        {"year": 2018, "return_pct": 12.4, "max_dd_pct": -5.1, "trades": 41},
        {"year": 2019, "return_pct": -7.3, "max_dd_pct": -13.9, "trades": 67},
        {"year": 2020, "return_pct": 21.8, "max_dd_pct": -6.2, "trades": 58},
        {"year": 2021, "return_pct": 3.6, "max_dd_pct": -9.7, "trades": 38},
    ],
})  # fmt: skip
RUNS = json.dumps({
    "start_equity": 80000,
    "runs": [
        {"strategy": "fir-trend", "final_equity": 104310.0, "trades": 187, "total_return": 0.303875,
         "cagr": 0.0924, "max_drawdown": -0.1423},
        {"strategy": "elm-swing", "final_equity": 91844.0, "trades": 312, "total_return": 0.14805,
         "cagr": 0.0471, "max_drawdown": -0.2218},
    ],
})  # fmt: skip
TRADES = json.dumps({
    "trades": [
        {"ticker": "ABC", "net_pnl": 812.4}, {"ticker": "XYZ", "net_pnl": -341.7}, {"ticker": "ABC", "net_pnl": -2.1},
        {"ticker": "XYZ", "net_pnl": 128.3}, {"ticker": "ABC", "net_pnl": 455.9},
    ]
})  # fmt: skip
FUNDS = json.dumps({
    "funds": [
        {"fund": "VNQ", "weight_pct": 20, "contrib_pct": -4.18}, {"fund": "SHY", "weight_pct": 30, "contrib_pct": 1.07},
        {"fund": "VEA", "weight_pct": 25, "contrib_pct": -2.93}, {"fund": "BIL", "weight_pct": 25, "contrib_pct": 0.62},
    ],
    "total_pct": -5.42,
})  # fmt: skip
COINS = json.dumps({
    "coins": [
        {"coin": "BTC", "profit_usdt": 8123.4}, {"coin": "ETH", "profit_usdt": 4410.9}, {"coin": "SOL", "profit_usdt": 2215.6},
    ],
    "total_profit_usdt": 14749.9,
    "total_fees_usdt": 614.4,
})  # fmt: skip
COSTS = json.dumps(
    {
        "years": {
            "2021": {"gross": 6.2, "net": 4.6},
            "2022": {"gross": 3.5, "net": 1.6},
            "2023": {"gross": 8.8, "net": 7.0},
        }
    }
)
SWEEP = json.dumps({
    "sweep": [
        {"cost_bps": 0, "cagr": 11.2}, {"cost_bps": 10, "cagr": 8.6}, {"cost_bps": 20, "cagr": 6.1}, {"cost_bps": 40, "cagr": 0.9},
        {"cost_bps": 50, "cagr": -1.6},
    ]
})  # fmt: skip
STOPS = json.dumps(
    {
        "grid": [
            {"stop_pct": stop, "dd_pct": -deep}
            for stop, deep in ((2, 17.1), (4, 18.7), (6, 19.4), (8, 21.2), (12, 27.8))
        ]
    }
)
TAIL = json.dumps({"avg_win_usd": 412.5, "avg_loss_usd": -1320.0, "var_95": -0.019, "worst_day": -0.083, "names": 25})
NET = json.dumps({"epochs": [{"epoch": 10, "train": 0.561, "val": 0.527}, {"epoch": 40, "train": 0.702, "val": 0.509}]})
COST_LINES = "Gross and net:\n- 2021: 6.2 and 4.6\n- 2022: 3.5 and 1.6\n- 2023: 8.8 and 7.0\n\n"
FUND_LINES = "The portfolio lost 5.42%.\n\n- VNQ: -4.18\n- VEA: -2.93\n- SHY: +1.07\n- BIL: +0.62\n\n"
PAIRS = json.dumps({
    "settings": [
        {"entry": 1.5, "ret_pa": 6.24, "vol": 9.1, "sharpe": 0.69, "trades": 310},
        {"entry": 2.0, "ret_pa": 5.03, "vol": 7.4, "sharpe": 0.68, "trades": 204},
        {"entry": 2.5, "ret_pa": 3.91, "vol": 5.2, "sharpe": 0.75, "trades": 118},
    ]
})  # fmt: skip
MONTHS = json.dumps({"monthly_pnl_eur": [
    {"month": f"2023-{month:02d}", "pnl": pnl}
    for month, pnl in enumerate((412.6, -903.1, 155.0, -288.4, 731.9, -64.2, 98.7, 1204.3), start=1)
]})  # fmt: skip
RIGHT = [
    (
        PAIRS,
        "At an entry of 2.5 it returns 3.91% a year with a volatility of 5.2%. Compared with 1.5 you give up 2.33 points of return.",
    ),
    (MONTHS, "From April to June the strategy made 379.3 overall."),
    (COINS, "Of the 14,749.90 USDT, BTC brought 8,123.40 and ETH 4,410.90, together 85%."),
    (
        json.dumps({"cost_bps_per_side": 7}),
        "Each side costs 7 bps, and a switch of two legs has four fills, so 28 bps.",
    ),
    (
        json.dumps({"rows": [{"pair": "AA/BB", "corr_legs": 0.86}]}),
        "The legs correlate at 0.86, so 74% of the variance is shared.",
    ),
    (FUNDS, "VNQ lost 4.18 points, or 77% of the total loss of 5.42%."),
    (FUNDS, f"{FUND_LINES}The two losers add up to -7.11 points."),
    (FUNDS, "VNQ cost 4.18 points."),
    (COINS, "The total profit was 14,749.90 USDT. BTC brought 8,123.40 USDT. Bitcoin made 55% of it."),
    (COINS, "Fees came to 614.40 USDT. On a profit of 14,749.90 USDT that is 4.2%."),
    (COSTS, f"{COST_LINES}The difference ranges from 1.6 to 1.9 points a year."),
    (COSTS, "Costs swallowed 54% of the gross return in 2022."),
    (SWEEP, "Every extra 10 bps costs about 2.6 points of CAGR: 11.2% at 0, 8.6% at 10 and 6.1% at 20."),
    (SWEEP, "Going from 0 to 20 bps, CAGR drops from 11.2% to 6.1%, a loss of 46%."),
    (STOPS, "A stop of 6% is fine too, as its drawdown is only 0.7 points deeper than at 4%."),
    (TAIL, "The average win is $412.50, the average loss $1,320. A single loser wipes out 3.2 winners."),
    (TAIL, "The VaR is -1.9% and the worst day was -8.3%, about 4.4 times the VaR."),
    (TAIL, "Half the position would have cut the worst day of -8.3% to -4.2%."),
    (TAIL, "It holds the 25 best names in equal weights, that is 4.0% each."),
    (
        NET,
        "| Epoch | Train | Val |\n|---|---|---|\n| 10 | 56.1% | 52.7% |\n| 40 | 70.2% | 50.9% |\n\nThe gap grows from 3.4 to 19.3 points.",
    ),
    (YEARS, "2018 and 2019 compound to 4.2%."),
    (YEARS, "Without 2020, the other years compound to 7.9%."),
    (YEARS, "Return over drawdown in 2020 was 3.5."),
    (YEARS, "The first two years took 108 trades."),
    (RUNS, "Profit per trade is $130 for fir-trend and $37.96 for elm-swing."),
    (RUNS, "fir-trend earns 0.65 of CAGR per unit of drawdown."),
    (RUNS, "$10,000 put into fir-trend would have become $13,039."),
    (TRADES, "- ABC: $1,266.20\n- XYZ: -$213.40"),
]
WRONG = [
    (
        PAIRS,
        "At an entry of 2.5 it returns 3.91% a year with a volatility of 5.2%. Compared with 1.5 you give up 2.71 points of return.",
    ),
    (MONTHS, "From April to June the strategy made 412.9 overall."),
    (RUNS, "It traded 312 times and not 187, an increase of 40%."),
    (FUNDS, f"{FUND_LINES}All four add up to -6.01 points."),
    (FUNDS, "VNQ lost 4.18 points, or 71% of the total loss of 5.42%."),
    (FUNDS, f"{FUND_LINES}The two losers add up to -7.31 points."),
    (FUNDS, "VNQ cost 4.81 points."),
    (COINS, "The total profit was 14,749.90 USDT. BTC brought 8,123.40 USDT. Bitcoin made 51% of it."),
    (COINS, "Fees came to 614.40 USDT. On a profit of 14,749.90 USDT that is 4.7%."),
    (COSTS, f"{COST_LINES}The difference ranges from 1.3 to 1.9 points a year."),
    (COSTS, "Costs swallowed 49% of the gross return in 2022."),
    (SWEEP, "Every extra 10 bps costs about 2.9 points of CAGR: 11.2% at 0, 8.6% at 10 and 6.1% at 20."),
    (SWEEP, "Going from 0 to 20 bps, CAGR drops from 11.2% to 6.1%, a loss of 49%."),
    (STOPS, "A stop of 6% is fine too, as its drawdown is only 1.3 points deeper than at 4%."),
    (TAIL, "The average win is $412.50, the average loss $1,320. A single loser wipes out 3.7 winners."),
    (TAIL, "The VaR is -1.9% and the worst day was -8.3%, about 4.9 times the VaR."),
    (TAIL, "Half the position would have cut the worst day of -8.3% to -4.5%."),
    (TAIL, "It holds the 25 best names in equal weights, that is 4.5% each."),
    (
        NET,
        "| Epoch | Train | Val |\n|---|---|---|\n| 10 | 56.1% | 52.7% |\n| 40 | 70.2% | 50.9% |\n\nThe gap grows from 3.9 to 19.3 points.",
    ),
    (YEARS, "2018 and 2019 compound to 5.9%."),
    (YEARS, "Without 2020, the other years compound to 9.3%."),
    (YEARS, "Return over drawdown in 2020 was 4.4."),
    (YEARS, "The average of these years is 8.9%."),
    (RUNS, "Profit per trade is $142 for fir-trend."),
    (RUNS, "fir-trend earns 0.81 of CAGR per unit of drawdown."),
    (TRADES, "- ABC: $1,366.20\n- XYZ: -$213.40"),
]


def _refused(output: str, answer: str) -> list[str]:
    numbers = grounded_numbers(answer, ["How did it do?"], [output])
    return [number.text for number in numbers if not number.grounded and number.derivation is None]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_what_the_words_work_out_is_explained(output: str, answer: str) -> None:
    assert _refused(output, answer) == []


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_another_result_is_not(output: str, answer: str) -> None:
    assert _refused(output, answer)
