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


_RANKED = {
    "rows": [
        {"strategy": "kalman_drift", "trade_count": 99, "equity_end": 120030.0},
        {"strategy": "lowvol_rank", "trade_count": 281, "equity_end": 127340.0},
        {"strategy": "zscore_revert", "trade_count": 218, "equity_end": 219270.0},
    ]
}
_WINDOWS = {
    "strategy": "pairs_spread",
    "windows": [
        {"start": "2006-01-03", "end": "2008-12-30", "cagr_pct": 6.97, "max_drawdown_pct": -9.41},
        {"start": "2009-01-03", "end": "2011-12-30", "cagr_pct": 21.11, "max_drawdown_pct": -28.03},
        {"start": "2012-01-03", "end": "2014-12-30", "cagr_pct": 17.38, "max_drawdown_pct": -33.38},
    ],
}
_FEES = {
    "initial_capital": 100000,
    "runs": [{"fee_bps": 20, "final_equity": 404870.0}, {"fee_bps": 30, "final_equity": 364090.0}],
}
_MONTHS = {
    "monthly_returns": {
        "2020": {"Jan": 0.02, "Feb": -0.01, "Mar": -0.07, "Apr": 0.05, "May": 0.01, "Jun": 0.03},
        "2021": {"Jan": -0.03, "Feb": 0.04, "Mar": 0.02, "Apr": -0.02, "May": -0.05, "Jun": 0.01},
    }
}
_DRAG = {
    "rows": {"usd": {"commissions": 12433.0, "slippage": 6320.0}, "drag_bps": {"commissions": 78.1, "slippage": 84.8}}
}


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            _RANKED,
            "Kalman drift placed 99 trades; Z-score reversion placed 218.",
            "Kalman drift placed 218 trades; Z-score reversion placed 99.",
        ),
        (_RANKED, "Low-vol rank placed 281 trades.", "Low-vol rank placed 218 trades."),
        (
            _RANKED,
            "Low-vol rank is the busiest, with 281 trades. Kalman drift is at the other end with just 99.",
            "Low-vol rank is the busiest, with 281 trades. Kalman drift is at the other end with just 218.",
        ),
        (
            _WINDOWS,
            "In 2006–2008, the deepest drawdown was 9.4%; in 2009–2011 it was 28.0%.",
            "In 2006–2008, the deepest drawdown was 28.0%; in 2009–2011 it was 9.4%.",
        ),
        (_FEES, "Ending equity goes from $405k to $364k.", "Ending equity goes from $405k to $346k."),
        (_MONTHS, "There were 5 negative months and 7 positive ones.", "There were 9 negative months in the record."),
        (_MONTHS, "2021 had 3 negative months.", "2021 had 4 negative months."),
        (_MONTHS, "There were 3 negative months in 2021.", "There were 4 negative months in 2021."),
        (_DRAG, "Commissions cost 78.1 bps a year.", "Commissions cost 78.1% a year."),
        (
            _REGIMES | {"sessions": 1045, "strategy": "Gannet"},
            "In rising-rate markets Gannet has a Sharpe of 1.1.",
            "In rising-rate markets Gannet has a Sharpe of 0.4.",
        ),
    ],
)
def test_numbers_of_runs_windows_and_months_are_told_of_what_is_named(output: object, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)
