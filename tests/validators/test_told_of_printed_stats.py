"""What backtesting libraries print: parameters in a strategy's name, pairs of coins, a row of totals, bare counts of a whole."""

import pytest

from tests.validators.refusing import refuses

STATS = """Period                 1430 days
Return [%]                 64.31
Max. Drawdown [%]          23.08
Max Gross Exposure [%]     96.40
# Trades                      61
Win Rate [%]               44.26
Best Trade [%]             20.17
Total Fees Paid            413.2
_strategy              EmaCross(fast=12, slow=35)
"""
PAIRS = [
    {"pair": "BTC/USDT", "trades": 48, "profit_usdt": 261.4, "win_rate_pct": 58.3, "sharpe": 1.31},
    {"pair": "SOL/USDT", "trades": 37, "profit_usdt": 122.75, "win_rate_pct": 48.6, "sharpe": 1.24},
    {"pair": "TOTAL", "trades": 85, "profit_usdt": 384.15, "win_rate_pct": 54.1, "sharpe": 1.4},
]
COUNTS = {"strategy": "tern", "trades": 118, "winning_trades": 49, "orders": 236, "win_rate": 0.4153}
HOLDINGS = {
    "portfolio": "Shale",
    "holdings": [
        {"ticker": "VTI", "weight": 0.44, "ytd": 0.13},
        {"ticker": "BND", "weight": 0.29, "ytd": -0.03},
        {"ticker": "IAU", "weight": 0.27, "ytd": 0.11},
    ],
    "largest_position": "VTI",
    "ytd": 0.078,
}
LADDER = """| fee (bps) | slippage (bps) | net CAGR |
|---|---|---|
| 0 | 0 | 11.4% |
| 5 | 2 | 9.3% |
| 12 | 5 | 6.1% |
"""
DAYS = """date,strategy,daily_pnl,drawdown_pct
2024-05-06,quay,-318.40,-1.41
2024-05-07,quay,206.75,-0.52
2024-05-08,quay,594.10,0.00
"""
ORDER = {"account": {"equity": 62400.0, "cash": 11200.0}, "order": {"shares": 55, "stop": 117.3, "risk_usd": 488.5}}
SLEEVES = """Book

Volatility
    volatility-selling ..... 6.84%
    equity ..... 14.20%
    rates ..... 4.90%
    currency ..... 5.75%

P&L (USD)
    volatility-selling ..... 412,880
    equity ..... 387,205
    rates ..... 95,410
    currency ..... 140,330
"""
LOG = """[INFO] signals generated: 318
[INFO] orders filled: 297  rejected: 21
[INFO] final equity: 58120.0
"""
FILLS = """trade_id,entry_date,entry_price,exit_date,exit_price,pnl
1,2023-02-06,84.15,2023-03-17,91.70,755.0
2,2023-04-11,88.40,2023-05-02,86.05,-235.0
"""
WINDOWS = {"validation": {"ret": 0.062, "vol": 0.177}, "holdout": {"ret": 0.091, "vol": 0.148}}
PEAK = "Equity Final [$]    41870.0\nEquity Peak [$]    44215.0\nBest Trade [%]    21.35\nReturn [%]    318.7\n"


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (STATS, "It crosses averages of 12 and 35 days.", "It won 35% of its trades."),
        (STATS, "The best trade made 20.2%.", "The best trade made 12%."),
        (STATS, "The maximum drawdown was 23.1%.", "The maximum drawdown was 96.4%."),
        (PAIRS, "BTC won 58.3% of its trades.", "BTC won 48.6% of its trades."),
        (PAIRS, "The win rate was 54.1% overall.", "The win rate was 58.3% overall."),
        (PAIRS, "In total the bot made 384.15 USDT.", "In total the bot made 122.75 USDT."),
        (PAIRS, "BTC made 261 of the 384 USDT.", "BTC made 48 of the 384 USDT."),
        (
            PAIRS,
            "SOL made 122.75 USDT. Its Sharpe ratio of 1.24 is just behind BTC's 1.31.",
            "SOL made 122.75 USDT. Its Sharpe ratio of 1.4 is just behind BTC's 1.31.",
        ),
        (PAIRS, "1. BTC: 261.40 USDT\n2. SOL: 122.75 USDT", "1. BTC: 122.75 USDT\n2. SOL: 261.40 USDT"),
        (HOLDINGS, "VTI and BND make up 73% of the portfolio.", "VTI and BND make up 78% of the portfolio."),
        (
            PAIRS,
            "SOL's win rate of 48.6% is a little less than nine tenths of BTC's 58.3%.",
            "SOL's win rate of 48.6% is more than BTC's 58.3%.",
        ),
        (
            PAIRS,
            "BTC's Sharpe ratio beats SOL's, although its win rate is only 9.7 points higher.",
            "BTC's Sharpe ratio beats SOL's, although its win rate is only 7.9 points higher.",
        ),
        (HOLDINGS, "VTI is up 13% this year, the portfolio 7.8%.", "VTI is up 11% this year, the portfolio 7.8%."),
        (LADDER, "At 5 bps the CAGR is 9.3%.", "At 12 bps the CAGR is 9.3%."),
        (
            LADDER,
            "A fee of 5 bps with 2 bps of slippage leaves 9.3%.",
            "A fee of 5 bps with 5 bps of slippage leaves 9.3%.",
        ),
        (LADDER, "Costs of 17 bps in all leave 6.1%.", "Costs of 19 bps in all leave 6.1%."),
        (DAYS, "The worst day was 6 May, with a loss of $318.40.", "The worst day was 7 May, with a loss of $318.40."),
        (
            ORDER,
            "The trade risks $488.50, which is 0.78% of the account.",
            "It risks $488.50, which is 0.87% of the account.",
        ),
        (ORDER, "If the stop is hit you lose $488.50.", "If the stop is hit you lose $448.50."),
        (SLEEVES, "volatility-selling made $412,880.", "volatility-selling made $387,205."),
        (LOG, "297 of 318 signals were filled.", "297 of 381 signals were filled."),
        (
            FILLS,
            "It was entered on 2023-02-06 at $84.15 and sold at $91.70.",
            "It was entered on 2023-02-06 at $84.15 and sold at $88.40.",
        ),
        (
            WINDOWS,
            "The validation window shows 6.2% a year at 17.7% volatility; the holdout 9.1% at 14.8%.",
            "The holdout returned 14.8% a year.",
        ),
        (PEAK, "It ended $2,345 below its peak of $44,215.", "It ended $2,543 below its peak of $44,215."),
        (PEAK, "The best trade, which made 21.4%, stands out.", "The best trade made 318.7%."),
        (COUNTS, "69 of the 118 trades were losers.", "72 of the 118 trades were losers."),
        (COUNTS, "It won 49 of its 118 trades with 236 orders.", "It won 49 of its 118 trades with 42 orders."),
    ],
)
def test_a_number_is_what_the_library_prints_it_as(output: object, right: str, wrong: str) -> None:
    assert (refuses(right, output), refuses(wrong, output)) == (False, True)


def test_statistics_of_several_metrics_are_no_names() -> None:
    output = {
        "return": {"mean": -0.0061, "std": 0.042, "min": -0.11, "max": 0.16},
        "exposure": {"mean": 0.44, "std": 0.21, "min": 0.0, "max": 1.0},
    }
    assert not refuses("The average trade returned -0.61%.", output)
