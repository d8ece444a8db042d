"""Verdicts counted, for a terminal."""

from typing import TextIO

import polars as pl
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_STYLES = {"pass": "green", "fail": "red", "error": "magenta"}
_PAGE_WIDTH = 140  # in a file nothing has to fit a screen, and ids stay whole
_ORDER = {"error": 0, "fail": 1, "pass": 2}


def write_summary(counts: pl.DataFrame, stream: TextIO) -> None:
    """One line for each check, outcome, severity and reason of `report.Tally.counts`, with its share of the check's verdicts."""
    table = Table(box=box.SIMPLE_HEAD)
    for column in ("check", "outcome", "severity", "reason"):
        table.add_column(column)
    table.add_column("traces", justify="right")
    table.add_column("share", justify="right")
    table.add_column("such as", overflow="fold")
    for check, part in counts.group_by("check", maintain_order=True):
        total = part["count"].sum()
        ordered = part.sort(
            pl.col("outcome").replace_strict(_ORDER, default=0), "count", descending=[False, True], maintain_order=True
        )
        for row in ordered.iter_rows(named=True):
            passed = row["outcome"] == "pass"
            table.add_row(
                Text(str(check[0])),
                Text(row["outcome"], style=_STYLES.get(row["outcome"], "")),
                Text("" if passed else row["severity"]),
                Text(row["reason"] or ""),
                f"{row['count']:,}",
                f"{row['count'] / total:.1%}",
                Text("" if passed else row["trace_id"]),
            )
    console = Console(file=stream)
    if not console.is_terminal:
        console.width = _PAGE_WIDTH
    console.print(table if counts.height else "nothing was judged")
