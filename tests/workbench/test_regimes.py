from datetime import date
from pathlib import Path
from typing import get_args

import polars as pl
import pytest

from data.market.csv_import import import_csv
from data.market.series import closes
from workbench.regimes import Regime, regime_of, regimes


def share(start: date, end: date, label: str) -> float:
    inside = regimes().filter(pl.col("date").is_between(start, end))["regime"]
    assert len(inside) > 50
    return float(inside.str.contains(label).mean())  # type: ignore[arg-type]


def test_labels_are_the_four_from_the_first_200_day_mean_on() -> None:
    labels = regimes()
    assert set(labels["regime"].unique()) == set(get_args(Regime))
    assert labels["date"][0] == closes("SPX")["date"][199]
    assert labels["date"][-1] == closes("SPX")["date"][-1]


def test_crises_are_flagged_and_calm_years_are_not() -> None:
    assert share(date(2007, 10, 1), date(2009, 3, 31), "bear|volatile") > 0.9
    assert share(date(2011, 8, 1), date(2011, 12, 31), "bear|volatile") > 0.75
    for year in (1995, 2013, 2017):
        assert share(date(year, 1, 1), date(year, 12, 31), "bear|volatile") < 0.05


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2008, 9, 1), date(2009, 3, 31), "bear-volatile"),
        (date(2017, 1, 1), date(2017, 12, 31), "bull-calm"),
        (date(2020, 3, 20), date(2020, 4, 30), "bear-volatile"),
        (date(1940, 1, 1), date(1949, 12, 31), None),
        (date(2030, 1, 1), date(2030, 12, 31), None),
        (date(2012, 1, 7), date(2012, 1, 8), None),
    ],
)
def test_regime_of_a_window(start: date, end: date, label: str | None) -> None:
    assert regime_of(start, end) == label


def test_a_label_stands_for_five_days_at_least() -> None:
    runs = regimes()["regime"].rle().struct.field("len").to_list()
    assert min(runs[:-1]) >= 5


def test_labels_use_no_later_day(tmp_path: Path) -> None:
    """The labels of a history that ends earlier are the first of the whole history's."""
    cut = closes("SPX").filter(pl.col("date") <= date(2008, 10, 10))
    rows = "".join(f"{day},{close}\n" for day, close in cut.rows())
    (tmp_path / "cut.csv").write_text("date,close\n" + rows)
    import_csv(tmp_path / "cut.csv", ticker="SPX", home=tmp_path)
    shorter = regimes(tmp_path)
    assert len(shorter) > 10_000
    assert shorter.equals(regimes().head(len(shorter)))
    assert regime_of(date(2015, 1, 1), date(2015, 12, 31), home=tmp_path) is None


def test_a_market_too_short_for_a_mean_has_no_regime(tmp_path: Path) -> None:
    rows = "".join(f"{day},{close}\n" for day, close in closes("SPX").head(150).rows())
    (tmp_path / "short.csv").write_text("date,close\n" + rows)
    import_csv(tmp_path / "short.csv", ticker="SPX", home=tmp_path)
    assert regimes(tmp_path).is_empty()
    assert regime_of(date(1950, 1, 1), date(1950, 12, 31), home=tmp_path) is None
