from datetime import date
from pathlib import Path

import pytest

from data.errors import AssayError
from data.market.csv_import import import_csv
from data.market.series import closes, span, tickers

GOOD = "Date,Open,High,Low,Close,Volume\n2020-01-03,1,2,0.5,1.5,100\n2020-01-02T00:00:00Z,,,,1.25,\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "prices.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_imported_series_is_read_back_sorted(tmp_path: Path) -> None:
    rows = import_csv(write(tmp_path, GOOD), ticker="btc-usd", home=tmp_path)
    assert rows.columns == ["date", "open", "high", "low", "close", "volume"]
    assert closes("BTC-USD", home=tmp_path).rows() == [(date(2020, 1, 2), 1.25), (date(2020, 1, 3), 1.5)]
    assert "BTC-USD" in tickers(home=tmp_path)
    assert "BTC-USD" not in tickers()
    assert [path.name for path in (tmp_path / "market").iterdir()] == ["BTC-USD.parquet"]


def test_date_and_close_are_enough_and_other_columns_are_left_out(tmp_path: Path) -> None:
    rows = import_csv(write(tmp_path, "close,adjusted,date\n7,6,2020-01-02\n"), ticker="X", home=tmp_path)
    assert rows.row(0) == (date(2020, 1, 2), None, None, None, 7.0, None)


def test_importing_again_replaces(tmp_path: Path) -> None:
    import_csv(write(tmp_path, GOOD), ticker="X", home=tmp_path)
    assert len(closes("X", home=tmp_path)) == 2
    import_csv(write(tmp_path, "date,close\n2021-05-05,9\n"), ticker="X", home=tmp_path)
    assert closes("X", home=tmp_path)["close"].to_list() == [9.0]


def test_own_series_goes_before_the_bundled_one(tmp_path: Path) -> None:
    import_csv(write(tmp_path, "date,close\n1990-01-02,17.24\n"), ticker="VIX", home=tmp_path)
    assert span("VIX", home=tmp_path) == (date(1990, 1, 2), date(1990, 1, 2))
    assert span("VIX") != span("VIX", home=tmp_path)
    assert "VIX" not in tickers(home=tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date,close\n2020-01-02,1\n2020-13-45,1\n", ["line 3", "2020-13-45"]),
        ("date,close\n2020-01-02,1\n\n2020-01-03,0\n2020-01-04,-1\n", ["line 4", "close is '0'", "1 more"]),
        ("date,close\n2020-01-02,.\n", ["line 2", "close is '.'"]),
        ("date,close\n2020-01-02,nan\n", ["line 2", "close is 'nan'"]),
        ("date,close\n2020-01-02,1\n2020-01-03,1\n2020-01-02,2\n", ["line 4", "line 2 already"]),
        ("date,close\n2020-01-02\n", ["line 2", "close is ''"]),
        ("date,close,open\n2020-01-02,1,x\n", ["line 2", "open is 'x'"]),
        ("date,open\n2020-01-02,1\n", ["no column close"]),
        ("", ["no column date"]),
        ("date,close\n", ["no rows"]),
    ],
)
def test_bad_rows_are_named_and_nothing_is_imported(text: str, words: list[str], tmp_path: Path) -> None:
    with pytest.raises(AssayError) as caught:
        import_csv(write(tmp_path, text), ticker="X", home=tmp_path)
    for word in words:
        assert word in caught.value.message
    assert caught.value.hint
    assert not (tmp_path / "market").exists()


def test_files_that_are_no_csv(tmp_path: Path) -> None:
    with pytest.raises(AssayError, match="cannot read"):
        import_csv(tmp_path / "missing.csv", ticker="X", home=tmp_path)
    (tmp_path / "binary.csv").write_bytes(b"date,close\n\xff\xfe\x00")
    with pytest.raises(AssayError, match="UTF-8"):
        import_csv(tmp_path / "binary.csv", ticker="X", home=tmp_path)


@pytest.mark.parametrize("ticker", ["", "../X", "A/B", "TOO-LONG-A-NAME-FOR-ONE"])
def test_illegal_tickers_are_refused(ticker: str, tmp_path: Path) -> None:
    with pytest.raises(AssayError, match="no ticker"):
        import_csv(write(tmp_path, GOOD), ticker=ticker, home=tmp_path)
