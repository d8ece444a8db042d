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
