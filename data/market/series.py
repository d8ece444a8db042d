"""Daily closes: the bundled extracts, and a user's own files in `<home>/market/TICKER.parquet`, which go first."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import polars as pl

from data.errors import AssayError

FOLDER = Path(__file__).parent
TRADABLE_EXTRACTS = ("index.parquet", "stocks.parquet", "etfs.parquet")
VOLATILITY_INDEX = "VIX"
LEGAL_TICKER = re.compile(r"[A-Z0-9^][A-Z0-9.=^-]{0,14}")


def tickers(*, home: Path | None = None) -> tuple[str, ...]:
    """Every ticker that can be backtested, sorted: the bundled ones and those imported into `home` (None: bundled only).

    VIX is not among them: it can be read by `closes`, but nobody can hold it.
    """
    imported = {path.stem for path in (home / "market").glob("*.parquet")} if home else set()
    return tuple(sorted((set(bundled()) | imported) - {VOLATILITY_INDEX}))


def closes(ticker: str, *, home: Path | None = None) -> pl.DataFrame:
    """(date: Date, close: Float64), one row a trading day, ascending, no nulls.

    An imported file of that ticker replaces the bundled series. Raises AssayError for a ticker that neither has.
    """
    if home and LEGAL_TICKER.fullmatch(ticker):
        path = imported_path(ticker, home=home)
        if path.exists():
            return _read_imported(path, path.stat().st_mtime_ns)
    if ticker in bundled():
        return bundled()[ticker]
    raise AssayError(
        f"no prices for ticker {ticker!r}",
        hint=f"bundled: {', '.join(sorted(bundled()))}; your own: assay market import FILE.csv --ticker {ticker}",
    )


def span(ticker: str, *, home: Path | None = None) -> tuple[date, date]:
    """The first and the last date with a close. Raises AssayError for an unknown ticker."""
    dates = closes(ticker, home=home)["date"]
    return dates[0], dates[-1]


def imported_path(ticker: str, *, home: Path) -> Path:
    """Where the user's own series of `ticker` is kept, whether it exists or not."""
    return home / "market" / f"{ticker}.parquet"


@lru_cache(maxsize=1)
def bundled() -> dict[str, pl.DataFrame]:
    """Ticker → (date, close) of the extracts in this folder."""
    columns = ("ticker", "date", "close")
    frames = [pl.read_parquet(FOLDER / name, columns=list(columns)) for name in (*TRADABLE_EXTRACTS, "vix.parquet")]
    parts = pl.concat(frames).partition_by("ticker", as_dict=True, include_key=False)
    return {str(key[0]): part.sort("date") for key, part in parts.items()}


@lru_cache(maxsize=64)
def _read_imported(path: Path, modified_ns: int) -> pl.DataFrame:
    """`modified_ns` is part of the cache's key: a file imported again is read again."""
    try:
        return pl.read_parquet(path, columns=["date", "close"])
    except (OSError, pl.exceptions.PolarsError) as error:
        raise AssayError(f"cannot read {path}: {error}", hint="import the CSV file again") from error
