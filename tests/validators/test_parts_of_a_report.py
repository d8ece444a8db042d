"""Reports of samples, regimes, cost levels and a strategy beside its index: what the whole is called, and what a key only sorts by."""

import pytest

from tests.validators.refusing import refuses

SAMPLES = {
    "in_sample": {"gross": {"cagr": 0.103, "max_dd": -0.151}, "net": {"cagr": 0.088, "max_dd": -0.162}},
    "out_of_sample": {"gross": {"cagr": 0.071, "max_dd": -0.214}, "net": {"cagr": 0.054, "max_dd": -0.226}},
    "benchmark": {"cagr": 0.066, "max_dd": -0.241},
}
COSTS = {
    "by_cost_bps": {
        "0": {"cagr": 0.124, "sharpe": 0.95},
        "6": {"cagr": 0.101, "sharpe": 0.78},
        "12": {"cagr": 0.047, "sharpe": 0.36},
    }
}
YEARS = {
    "delta-tide": {"2017": {"ret": 0.141, "vol": 0.092}, "2018": {"ret": 0.021, "vol": 0.188}, "2019": {"ret": 0.127, "vol": 0.11}},
    "slow-reef": {"2017": {"ret": 0.044, "vol": 0.05}, "2018": {"ret": 0.073, "vol": 0.06}, "2019": {"ret": 0.038, "vol": 0.04}},
}  # fmt: skip
REPORT = """BACKTEST REPORT  kelp-rotation
                     strategy     IWM
CAGR                    9.7%    10.8%
Volatility             12.9%    18.3%
Sharpe                  0.75     0.59
Worst month            -7.4%   -13.1%
"""
GRID = {
    "grid": [
        {"span": 15, "cagr_pct": 6.1, "max_dd_pct": 27.3},
        {"span": 45, "cagr_pct": 8.4, "max_dd_pct": 22.8},
        {"span": 90, "cagr_pct": 7.7, "max_dd_pct": 24.6},
    ]
}
QUARTERS = {"pnl_usd": {"2021": {"Q1": 512, "Q2": -87}, "2022": {"Q1": -233, "Q2": 141}}}
PRINTED = """Quarterly P&L (USD)
        Q1     Q2     Q3     Q4   Total
2019   510   -220    155    305     750
2020  -140    -85    330    270     375
"""
RATES = [
    {"strategy": "auk", "win_rate": 0.44, "max_dd": -0.31, "avg_trade_usd": 12, "net_profit_usd": 880},
    {"strategy": "gull", "win_rate": 0.57, "max_dd": -0.18, "avg_trade_usd": 31, "net_profit_usd": 2480},
    {"strategy": "skua", "win_rate": 0.41, "max_dd": -0.27, "avg_trade_usd": 19, "net_profit_usd": 1610},
]


@pytest.mark.parametrize(
    ("output", "answer", "right", "wrong"),
    [
        (SAMPLES, "Its worst net peak-to-trough loss went from {} to 22.6%.", "16.2%", "15.1%"),
        (COSTS, "Without costs it made {} a year, at 12 bps 4.7%.", "12.4%", "10.1%"),
        (COSTS, "At 6 bps the Sharpe ratio is {}.", "0.78", "0.36"),
        (COSTS, "Trading at 12 bps more than halves the return, from {} to 4.7%.", "12.4%", "14.2%"),
        (YEARS, "The volatility of delta-tide doubled in 2018, from {} to 18.8%.", "9.2%", "11.0%"),
        (YEARS, "delta-tide beat slow-reef in {} of the three years.", "two", "three"),
        (YEARS, "Compounded, delta-tide made {} over the three years.", "31.3%", "33.1%"),
        (REPORT, "The worst month cost {}, IWM's 13.1%.", "7.4%", "4.7%"),
        (
            REPORT,
            "Its volatility of 12.9% is below the 18.3% of IWM, and so its Sharpe ratio is better: {} against 0.59.",
            "0.75",
            "0.57",
        ),
        (QUARTERS, "Q2 2022 made {}.", "$141", "$512"),
        (QUARTERS, "In the first quarter of 2022 it lost {}.", "$233", "$87"),
        (PRINTED, "The best quarter of 2020 was the third, with {}.", "$330", "$510"),
        (PRINTED, "Q1 2019 made {}.", "$510", "$330"),
        (RATES, "Only {} won more than half of its trades.", "gull", "skua"),
        (RATES, "Only {} kept its drawdown below 20%.", "gull", "auk"),
        (RATES, "gull makes {} a trade.", "$31", "$2,480"),
        (GRID, "All three settings have a drawdown above {}.", "20%", "30%"),
        (GRID, "Every one of them lost less than {} from its high.", "28%", "26%"),
    ],
)
def test_a_right_number_passes_and_a_wrong_one_does_not(output: object, answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), output) for each in (right, wrong)] == [False, True]
