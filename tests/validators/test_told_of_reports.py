"""Numbers of the reports that backtesters, brokers and risk systems write."""

from json import dumps

import pytest

from tests.validators.refusing import refuses

_RISK = dumps(
    {"risk": [{"level": 0.95, "var": -0.0182, "cvar": -0.0271}, {"level": 0.99, "var": -0.0311, "cvar": -0.0428}]}
)
_FLAT = dumps({"var_95": 0.0182, "var_99": 0.0311, "cvar_95": 0.0271, "cvar_99": 0.0428})
_ANALYZERS = (
    "AutoOrderedDict([('drawdown', AutoOrderedDict([('len', 34), ('drawdown', 2.417), ('max', AutoOrderedDict([('len', 187), "
    "('drawdown', 14.862)]))])), ('trades', AutoOrderedDict([('total', AutoOrderedDict([('total', 61), ('closed', 60)])), "
    "('won', AutoOrderedDict([('total', 26)])), ('lost', AutoOrderedDict([('total', 34)]))]))])"
)
_SIDES = """Metric	All	Long	Short
Net Profit USD	18432.50	21104.10	-2671.60
Profit Factor	1.544	2.310	0.850
Total Closed Trades	148	81	67
Percent Profitable	46.62%	55.56%	35.82%"""
_TESTER = """Initial Deposit: 10 000.00
Total Net Profit: 3 412.55
Total Trades: 423
Short Trades (won %): 201 (46.27%)
Long Trades (won %): 222 (51.80%)
Average profit trade: 71.64
Average loss trade: -53.44
Maximal position holding time: 143:25:10
Average position holding time: 21:40:35"""
_STATEMENT = (
    '<Statement toDate="20240131"><Trade symbol="NVDA" tradeDate="20240110" quantity="40" tradePrice="543.50" buySell="BUY"/>'
    '<Position symbol="MSFT" position="150" positionValue="59637"/></Statement>'
)


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (_RISK, "At 99% the expected shortfall is 4.28%.", "At 99% the expected shortfall is 2.71%."),
        (_RISK, "VaR is 1.82% at the 95% level and 3.11% at the 99% level.", "VaR is 3.11% at the 95% level."),
        (_FLAT, "The 99% VaR is 3.11%.", "The 99% VaR is 1.82%."),
        (_ANALYZERS, "The strategy closed 60 trades.", "The strategy closed 187 trades."),
        (_ANALYZERS, "It lost on 34 trades.", "It lost on 26 trades."),
        (_ANALYZERS, "The maximum drawdown lasted 187 bars.", "The maximum drawdown lasted 61 bars."),
        (
            _SIDES,
            "81 of the 148 closed trades were long, 67 short.",
            "67 of the 148 closed trades were long, 81 short.",
        ),
        (_SIDES, "Longs have a profit factor of 2.31.", "Longs have a profit factor of 0.85."),
        (_TESTER, "201 trades were short, of which 46.3% won.", "201 trades were short, of which 51.8% won."),
        (
            _TESTER,
            "Average profit trade is $71.64, average loss trade $53.44.",
            "Average profit trade is $53.44, average loss trade $71.64.",
        ),
        (
            _TESTER,
            "A position was held for 21 hours and 40 minutes on average.",
            "Positions were held for 22 hours and 5 minutes.",
        ),
        (
            _STATEMENT,
            "40 NVDA shares were bought on 10 January 2024.",
            "40 NVDA shares were bought on 12 January 2024.",
        ),
        (_STATEMENT, "The 150 MSFT shares are worth $59,637.", "The 150 MSFT shares are worth $59,673."),
    ],
)
def test_numbers_are_what_the_report_says(output: str, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)
