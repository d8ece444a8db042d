"""Numbers of tables that have a column for each thing and a row for each year, and of single trades."""

import pytest

from tests.validators.refusing import refuses

_YEARS = """CALENDAR YEARS  Isthmus vs SPY
year      Isthmus %    SPY %   maxdd %  trades
2016          -12.5     -9.3     -27.6      58
2017           -9.1      9.5     -20.4     137
2018           25.9     26.2      -5.6     172"""
_CALL = {"strategy": "Isthmus", "benchmark": "SPY"}
_TRADES = {
    "trades": [
        {"sym": "JPM", "held_days": 36, "px_in": 321.73, "px_out": 308.48, "pnl_usd": 5167.5},
        {"sym": "NKE", "held_days": 14, "px_in": 76.95, "px_out": 85.74, "pnl_usd": 5274.0},
    ]
}
_REGIMES = {"by_regime": {"choppy": {"sessions": 762, "sharpe": 0.4}, "rising-rate": {"sessions": 283, "sharpe": 1.1}}}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Isthmus made 25.9% in 2018, against 26.2% for SPY.", "Isthmus made 26.2% in 2018, against 25.9% for SPY."),
        ("In 2017 Isthmus lost 9.1%.", "In 2017 Isthmus lost 12.5%."),
        ("SPY was up 9.5% in 2017.", "SPY was up 20.4% in 2017."),
        ("In 2018 it ended at +25.9%.", "In 2018 it ended at +25.9 bps."),
        ("Best year: 2018 (+25.9%)", "Best year: 2017 (-9.1%)"),
        (
            "In 2017 it did worse than SPY: -9.1% for Isthmus, 9.5% for SPY.",
            "In 2017 it outperformed SPY: -9.1% for Isthmus, 9.5% for SPY.",
        ),
    ],
)
def test_a_column_in_percent_holds_the_returns_of_the_thing_that_it_names(right: str, wrong: str) -> None:
    assert not refuses(right, _YEARS, _CALL)
    assert refuses(wrong, _YEARS, _CALL)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("NKE rose from $76.95 to $85.74.", "NKE rose from $85.74 to $76.95."),
        ("The price of JPM fell from $321.73 to $308.48.", "The price of JPM climbed from $321.73 to $308.48."),
    ],
)
def test_prices_of_a_trade_rise_or_fall_to_one_another(right: str, wrong: str) -> None:
    assert not refuses(right, _TRADES)
    assert refuses(wrong, _TRADES)


def test_a_bare_count_is_of_what_its_clause_names() -> None:
    said = "Most common is choppy with 762 sessions; the rarest, rising-rate, has only {}."
    assert not refuses(said.format(283), _REGIMES)
    assert refuses(said.format(762), _REGIMES)
    assert refuses(said.format("28,300"), _REGIMES)
