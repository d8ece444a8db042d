"""A user's own prices: a CSV file with date, open, high, low, close, volume → `<home>/market/TICKER.parquet`."""

import csv
import math
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

import polars as pl

from data.errors import AssayError
from data.market.series import LEGAL_TICKER, imported_path

OPTIONAL_COLUMNS = ("open", "high", "low", "volume")
SCHEMA: dict[str, type[pl.DataType]] = {
    "date": pl.Date,
    "open": pl.Float64,
    "high": pl.Float64,
    "low": pl.Float64,
    "close": pl.Float64,
    "volume": pl.Float64,
}


def import_csv(path: Path, *, ticker: str, home: Path) -> pl.DataFrame:
    """Read `path`, store it under `home`, and return the stored rows (date, open, high, low, close, volume), ascending.

    `date` (YYYY-MM-DD, a time of day after it is ignored) and `close` are needed; open, high, low and volume may be
    missing or empty (null); other columns are left out; header names in any case. All or nothing: raises AssayError that
    names the first bad line, and how many there are, for a date that cannot be read or comes twice, or a close that is no
    positive number.
    """
    name = ticker.strip().upper()
    if not LEGAL_TICKER.fullmatch(name):
        raise AssayError(
            f"{ticker!r} is no ticker: up to 15 of A-Z, 0-9 and . - = ^, starting with a letter, a digit or ^",
            hint="pass --ticker, for example --ticker BTC-USD",
        )
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            frame = pl.DataFrame(_rows(file, path), schema=SCHEMA, orient="row").sort("date")
    except OSError as error:
        raise AssayError(f"cannot read {path}: {error.strerror}", hint="check the path") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise AssayError(f"{path} is no UTF-8 CSV file: {error}", hint="export it as CSV in UTF-8") from error
    target = imported_path(name, home=home)
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, suffix=".tmp", delete=False) as temporary:
        frame.write_parquet(temporary)
    os.replace(temporary.name, target)
    return frame


def _rows(file: Iterator[str], path: Path) -> list[tuple[date | float | None, ...]]:
    reader = csv.reader(file)
    header = [name.strip().lower() for name in next(reader, [])]
    missing = [name for name in ("date", "close") if name not in header]
    if missing:
        raise AssayError(
            f"{path}: the first line has no column {' and no column '.join(missing)} (it has: {', '.join(header) or 'nothing'})",
            hint="name the columns date, open, high, low, close, volume",
        )
    rows: list[tuple[date | float | None, ...]] = []
    faults: list[str] = []
    line_of: dict[date, int] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        line = reader.line_num
        record = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        try:
            day = _day(record.get("date", ""))
            if day in line_of:
                raise ValueError(f"date {day} is on line {line_of[day]} already")
            line_of[day] = line
            close = _number("close", record.get("close", ""))
            if close is None or close <= 0:
                raise ValueError(f"close is {record.get('close', '')!r}, not a number above 0")
            other = {name: _number(name, record.get(name, "")) for name in OPTIONAL_COLUMNS}
            rows.append((day, other["open"], other["high"], other["low"], close, other["volume"]))
        except ValueError as error:
            faults.append(f"line {line}: {error}")
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise AssayError(
            f"{path}, {faults[0]}{more}; nothing was imported",
            hint="mend or delete these lines: a date as 2020-01-31, each once, with a close above 0",
        )
    if not rows:
        raise AssayError(f"{path} has a header and no rows", hint="check the file")
    return rows


def _day(text: str) -> date:
    try:
        return datetime.fromisoformat(text[:10]).date()
    except ValueError as error:
        raise ValueError(f"date is {text!r}, not a day written as 2020-01-31") from error


def _number(name: str, text: str) -> float | None:
    """None where the cell is empty."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{name} is {text!r}, not a number")
    return value
