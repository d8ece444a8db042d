"""Verdicts for people and programs: one call writes a stream of verdict tables and gives the exit status."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TextIO

import polars as pl

from validators.measures import Measure
from validators.report.report_json import write_json, write_json_lines
from validators.report.report_junit import write_junit
from validators.report.report_table import write_summary
from validators.verdict_table import blocks

Format = Literal["jsonl", "json", "junit", "table"]

PASSED = 0
BLOCKED = 1
MISUSED = 2

_COUNTED = ("check", "outcome", "severity", "reason")


@dataclass(slots=True, kw_only=True)
class Tally:
    """What went by in a stream of verdict tables.

    `counts`: one row for each check, outcome, severity and reason that occurred, with `count` and `example`: the id of
    the first trace, its own (`source_id`) where it brought one.
    """

    counts: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame(
            schema={**dict.fromkeys(_COUNTED, pl.String), "count": pl.Int64, "example": pl.String}
        )
    )

    def watch(self, tables: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """The same tables, counted as they pass."""
        for table in tables:
            seen = table.group_by(_COUNTED, maintain_order=True).agg(
                count=pl.len().cast(pl.Int64), example=pl.coalesce("source_id", "trace_id").first()
            )
            self.counts = (
                pl.concat([self.counts, seen])
                .group_by(_COUNTED, maintain_order=True)
                .agg(pl.col("count").sum(), pl.col("example").first())
            )
            yield table

    @property
    def status(self) -> int:
        """`BLOCKED` where a verdict of severity block is a failure or an error, `MISUSED` where nothing was judged, else `PASSED`."""
        if self.counts.is_empty():
            return MISUSED
        return BLOCKED if self.counts.select(blocks().any()).item() else PASSED


def write_report(
    tables: Iterable[pl.DataFrame],
    stream: TextIO,
    *,
    form: Format = "jsonl",
    failures: bool = False,
    measures: Mapping[str, Measure | None] | None = None,
) -> int:
    """Write verdict tables to `stream` as they come, and give the exit status: 0 nothing blocks, 1 something does,
    2 there was nothing to judge, which is no pass.

    "jsonl" and "json" hold every verdict, or with `failures` all but the passes; memory does not grow with them. "junit" lists
    failures and errors, "table" counts, beside what was measured of each check (`measures`, by its name); "junit" keeps what it lists
    until the end.
    """
    tally = Tally()
    seen = tally.watch(tables)
    if form == "jsonl":
        write_json_lines(seen, stream, failures=failures)
    elif form == "json":
        write_json(seen, stream, failures=failures)
    elif form == "junit":
        write_junit(seen, stream)
    else:
        for _ in seen:
            pass
        write_summary(tally.counts, stream, measures)
    return tally.status
