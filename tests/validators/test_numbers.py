"""What the scanner reads: one form of each class, with its kind and value."""

import pytest

from validators.numbers.scan import quantities

FORMS = [
    ("half of its trades won", [("fraction", 0.5)]),
    ("Half the trades won", [("fraction", 0.5)]),
    ("a third of the months", [("fraction", 1 / 3)]),
    ("one in four trades", [("fraction", 0.25)]),
    ("two out of three trades", [("fraction", 2 / 3)]),
    ("¾ of its time", [("fraction", 0.75)]),
    ("half a percentage point", [("points", 0.5)]),
    ("a quarter of a percent", [("percent", 0.25)]),
    ("a tenfold increase", [("multiple", 10)]),
    ("one million and a half", [("plain", 1.5e6)]),
    ("50 cents a share", [("money", 0.5)]),
    ("120 MEUR", [("money", 1.2e8)]),
    ("75 USD million", [("money", 7.5e7)]),
    ("€1.234,56", [("money", 1234.56)]),
    ("XLE,25.19,0.272,0.385", [("plain", 25.19), ("plain", 0.272), ("plain", 0.385)]),
    ("1.272,1.385", [("plain", 1.272), ("plain", 1.385)]),
    ("1.5 %-points", [("points", 1.5)]),
    ("at 5, 10 and 20 bps", [("basis_points", 5), ("basis_points", 10), ("basis_points", 20)]),
    ("5, 10, and 20%", [("percent", 5), ("percent", 10), ("percent", 20)]),
    ("a Sharpe of 0.8 and 20% volatility", [("plain", 0.8), ("percent", 20)]),
    ("3–5 bps", [("basis_points", 3), ("basis_points", 5)]),
    ("a loss of $(45.2) million", [("money", -4.52e7)]),
    ("2.5×10⁻³", [("plain", 0.0025)]),
    ("trades in the two runs add up to 78", [("count", 2), ("plain", 78)]),
    ("the first half of the year", []),
    ("half of the year", []),
    ("the twenty-first trade", []),
    ("call 1-800-555-0199", []),
    ("a 401(k)", []),
    ("order #12345", []),
    ("the low teens", []),
    ("2013 – -12.16%", [("date", 2013), ("percent", -12.16)]),
    ("vol – 7%", [("percent", 7)]),
    ("1) A: Sharpe 0.2; 2) B: Sharpe 0.9", [("plain", 0.2), ("plain", 0.9)]),
    ("1. The Sharpe is 0.2. 2. The CAGR is 3%.", [("plain", 0.2), ("percent", 3)]),
    ("Sharpe: 1. Trades: 2. That is all.", [("plain", 1), ("plain", 2)]),
    ("A 20.5%/7.9%, B -5.5%/25.0%", [("percent", 20.5), ("percent", 7.9), ("percent", -5.5), ("percent", 25)]),
    ("an 80/20 split", [("split", 4)]),
    ("out of every hundred trades 46% won", [("percent", 46)]),
    ("for every $100 put in", []),
    ("a hundred trades", [("count", 100)]),
    ("Account 2: 7%", [("percent", 7)]),
    ("24 hours a day", []),
    ("260 days make a year", []),
    ("times the square root of 252", []),
    ("Jan 3.4, Feb -1.2%", [("plain", 3.4), ("percent", -1.2)]),
    ("three Swiss franc pairs", [("count", 3)]),
    ("_14.2%_ of it, in run_7", [("percent", 14.2)]),
]


@pytest.mark.parametrize(("text", "told"), FORMS)
def test_reads(text, told):
    assert [(number.kind, pytest.approx(number.value)) for number in quantities(text)] == told


def test_add_up_to_hedges_nothing():
    assert quantities("they add up to 78 trades")[0].hedge is None
    assert quantities("up to 78 trades")[0].hedge == "under"


def test_a_month_and_two_digits_are_a_day_or_a_year():
    readings = quantities("Mar-15")[0].readings
    assert [(date.year, date.month, date.day) for date in readings] == [(None, 3, 15), (2015, 3, None)]
