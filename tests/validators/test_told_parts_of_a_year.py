"""Quarters told by their place, trades told by their month, and the plain tables and lines that tools tell them in."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_QUARTERS = json.dumps(
    {
        "strategy": "Tidewater",
        "year": 2018,
        "quarters": [
            {"quarter": "Q1", "net_usd": 411, "deals": 9},
            {"quarter": "Q2", "net_usd": -286, "deals": 21},
            {"quarter": "Q3", "net_usd": 1340, "deals": 14},
            {"quarter": "Q4", "net_usd": 902, "deals": 30},
        ],
    }
)
_TRADES = """Tidewater: deals in KEL, 25 shares each
No.; Bought on; Bought at; Sold at; Made or lost; Held
1; 2018-02-12; $41.10; $44.30; $80.00; 12 days
2; 2018-05-03; $43.20; $42.00; -$30.00; 4 days
3; 2018-08-21; $39.90; $45.90; $150.00; 31 days
4; 2018-11-07; $47.00; $46.10; -$22.50; 9 days
"""
_LINES = """Tidewater against an index fund
2014: strategy 8.12%, index fund 4.40%
2015: strategy -3.31%, index fund 1.07%
2016: strategy 11.95%, index fund -6.28%
"""
_REPORT = (
    "RUN: Tidewater on KEL. Strategy = Tidewater; From = 2012-01-03; To = 2016-12-30; Money at the start = $8,000; "
    "Money at the end = $9,640; Money at the end if you just bought and held = $11,215; Worst drop = 18.40%; Trades = 41. END"
)


def _fails(answer: str, output: str) -> bool:
    return any(each.reason for each in grounded_numbers(answer, ["How did it go?"], [output]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The third quarter made $1,340.", "The fourth quarter made $1,340."),
        ("It made $411 in the first quarter, the last brought $902.", "It made $902 in the first quarter, the last brought $411."),
        ("The second quarter lost $286 over 21 deals.", "The second quarter lost $286 over 14 deals."),
        ("Quarter three brought $1,340.", "Quarter one brought $1,340."),
        ("- first quarter: made $411\n- second quarter: lost $286", "- first quarter: lost $286\n- second quarter: made $411"),
    ],
)  # fmt: skip
def test_a_quarter_by_its_place(right: str, wrong: str) -> None:
    assert not _fails(right, _QUARTERS)
    assert _fails(wrong, _QUARTERS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The August trade made $150.", "The May trade made $150."),
        ("It kept the February one for 12 days, the November one for 9.", "It kept the February one for 9 days, the November one for 12."),
        ("The cheapest purchase, in August, was at $39.90.", "The cheapest purchase, in November, was at $39.90."),
    ],
)  # fmt: skip
def test_a_trade_by_its_month(right: str, wrong: str) -> None:
    assert not _fails(right, _TRADES)
    assert _fails(wrong, _TRADES)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("In 2015 the strategy lost 3.31%.", "In 2016 the strategy lost 3.31%."),
        ("The index fund made 4.40% in 2014.", "The index fund made 8.12% in 2014."),
        ("In 2016 it made 11.95%, the fund lost 6.28%.", "In 2016 it lost 6.28%, the fund made 11.95%."),
    ],
)
def test_years_a_line_each(right: str, wrong: str) -> None:
    assert not _fails(right, _LINES)
    assert _fails(wrong, _LINES)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("You would have ended with $9,640.", "You would have ended with $11,215."),
        ("Just buying and holding KEL would have left you with $11,215.", "Just buying and holding KEL would have left you with $9,640."),
        ("It started with $8,000 and placed 41 trades.", "It started with $9,640 and placed 41 trades."),
    ],
)  # fmt: skip
def test_a_report_on_one_line(right: str, wrong: str) -> None:
    assert not _fails(right, _REPORT)
    assert _fails(wrong, _REPORT)
