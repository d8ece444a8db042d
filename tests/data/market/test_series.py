import hashlib
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data.errors import AssayError
from data.market.rebuild import ARCH_VIX, notice
from data.market.series import FOLDER, bundled, closes, span, tickers

EXTRACTS = ("index.parquet", "stocks.parquet", "etfs.parquet", "vix.parquet")


def test_notice_names_every_extract_as_it_is_committed() -> None:
    written = (FOLDER / "NOTICE").read_text(encoding="utf-8")
    assert written == notice(tuple(FOLDER / name for name in EXTRACTS))
    assert {path.name for path in FOLDER.glob("*.parquet")} == set(EXTRACTS)
    for name in EXTRACTS:
        assert f"{hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()}  {name}" in written


def test_extracts_are_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in EXTRACTS) < 1_700_000


def test_rebuild_refuses_a_wheel_with_other_content(tmp_path: Path) -> None:
    (tmp_path / f"{ARCH_VIX.package}-{ARCH_VIX.version}-py3-none-any.whl").write_bytes(b"something else")
    with pytest.raises(SystemExit, match="sha256"):
        ARCH_VIX.read(tmp_path)


@pytest.mark.parametrize("ticker", sorted(bundled()))
def test_series_are_clean(ticker: str) -> None:
    series = closes(ticker)
    assert series.schema == {"date": pl.Date, "close": pl.Float64}
    assert series.null_count().sum_horizontal().item() == 0
    assert series["date"].is_sorted()
    assert series["date"].n_unique() == len(series)
    assert (series["close"] > 0).all()
    assert series["close"].is_finite().all()
    assert span(ticker) == (series["date"][0], series["date"][-1])


@pytest.mark.parametrize(
    ("ticker", "day", "close"),
    [
        ("SPX", date(1950, 1, 3), 16.66),
        ("SPX", date(1987, 10, 19), 224.84),  # Black Monday
        ("SPX", date(2009, 3, 9), 676.53),  # the crisis' low
        ("SPX", date(2020, 3, 23), 2237.40),  # the pandemic's low
        ("VIX", date(2015, 8, 24), 40.74),
    ],
)
def test_known_closes(ticker: str, day: date, close: float) -> None:
    assert closes(ticker).filter(pl.col("date") == day)["close"].item() == pytest.approx(close, abs=0.005)


def test_stitched_index_has_neither_gap_nor_jump() -> None:
    series = closes("SPX")
    assert span("SPX") == (date(1950, 1, 3), date(2022, 12, 28))
    assert series["date"].diff().drop_nulls().max().days <= 7  # seven: September 2001
    assert series["close"].pct_change().drop_nulls().abs().max() < 0.21  # 20.5%: 19 October 1987


def test_vix_can_be_read_but_not_held() -> None:
    assert "VIX" not in tickers()
    assert span("VIX") == (date(2014, 1, 3), date(2019, 1, 3))


def test_unknown_ticker_says_what_to_type() -> None:
    with pytest.raises(AssayError, match="NOPE") as caught:
        closes("NOPE")
    assert "assay market import" in (caught.value.hint or "")


@pytest.mark.parametrize("ticker", ["../../etc/passwd", "a b", "", "*"])
def test_odd_tickers_are_unknown_not_paths(ticker: str, tmp_path: Path) -> None:
    with pytest.raises(AssayError):
        closes(ticker, home=tmp_path)


def test_reading_prices_imports_nothing_heavy() -> None:
    code = "import sys, data.market.series, data.market.csv_import; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FOLDER.parents[1]
    )
    assert "polars" in done.stdout.split()
    assert not {"pandas", "bt", "sklearn", "scipy"} & set(done.stdout.split())
