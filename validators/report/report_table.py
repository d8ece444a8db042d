"""Verdicts counted, for a terminal."""

from collections.abc import Mapping
from typing import TextIO

import polars as pl
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from validators.measures import Measure

_STYLES = {"pass": "green", "fail": "red", "error": "magenta"}
_PAGE_WIDTH = 140  # in a file nothing has to fit a screen, and ids stay whole
_ORDER = {"error": 0, "fail": 1, "pass": 2}


def write_summary(counts: pl.DataFrame, stream: TextIO, measures: Mapping[str, Measure | None] | None) -> None:
    """One line for each check, outcome, severity and reason of `report.Tally.counts`, with its share of the check's verdicts.

    With `measures`, a check's first line tells its measured precision and recall, with intervals of 95%.
    """
    table = Table(box=box.SIMPLE_HEAD)
    for column in ("check", "outcome", "severity", "reason"):
        table.add_column(column, overflow="fold")
    table.add_column("traces", justify="right")
    table.add_column("share", justify="right")
    table.add_column("such as", overflow="fold")
    if measures is not None:
        table.add_column("precision")
        table.add_column("recall")
    for check, part in counts.group_by("check", maintain_order=True):
        total = part["count"].sum()
        ordered = part.sort(
            pl.col("outcome").replace_strict(_ORDER, default=0), "count", descending=[False, True], maintain_order=True
        )
        measured = _measured(measures.get(str(check[0]))) if measures is not None else ()
        for row in ordered.iter_rows(named=True):
            passed = row["outcome"] == "pass"
            table.add_row(
                Text(str(check[0])),
                Text(row["outcome"], style=_STYLES.get(row["outcome"], "")),
                Text("" if passed else row["severity"]),
                Text(row["reason"] or ""),
                f"{row['count']:,}",
                f"{row['count'] / total:.1%}",
                Text("" if passed else row["example"]),
                *measured,
            )
            measured = ()
    console = Console(file=stream)
    if not console.is_terminal:
        console.width = _PAGE_WIDTH
    console.print(table if counts.height else "nothing was judged")


def _measured(measure: Measure | None) -> tuple[str, ...]:
    precision, recall = (measure.precision, measure.recall) if measure is not None else (None, None)
    return str(precision or "not measured"), str(recall or "not measured")
