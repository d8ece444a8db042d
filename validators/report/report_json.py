"""Verdicts in the public format: JSON Lines, or one JSON list."""

from collections.abc import Iterable
from typing import TextIO

import polars as pl

_FIELDS = ("trace_id", "source_id", "check", "outcome", "severity", "reason", "message")


def write_json_lines(tables: Iterable[pl.DataFrame], stream: TextIO, *, failures: bool = False) -> None:
    """One line a verdict; with `failures`, the passes are left out."""
    for table in tables:
        stream.writelines(line + "\n" for line in json_texts(table, failures=failures))


def write_json(tables: Iterable[pl.DataFrame], stream: TextIO, *, failures: bool = False) -> None:
    """One list of verdicts; with `failures`, the passes are left out."""
    opening = "[\n"
    for table in tables:
        for text in json_texts(table, failures=failures):
            stream.write(opening + text)
            opening = ",\n"
    stream.write("[]\n" if opening == "[\n" else "\n]\n")


def json_texts(table: pl.DataFrame, *, failures: bool = False) -> list[str]:
    """Each verdict of a table as a JSON object. The evidence is JSON text already and goes in as it is."""
    shown = table.filter(pl.col("outcome") != "pass") if failures else table
    head = pl.struct(_FIELDS).struct.json_encode().str.strip_suffix("}")
    return shown.select(pl.concat_str([head, pl.lit(',"evidence":'), "evidence", pl.lit("}")])).to_series().to_list()
