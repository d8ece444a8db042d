"""Whether the templates have anything left to ask."""

from collections.abc import Mapping

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.masked_text import unmarked
from validators.dataset.thresholds import Thresholds

CHECK = "saturation"


def saturation(
    rows: pl.DataFrame, *, possible: Mapping[str, int], thresholds: Thresholds
) -> tuple[DatasetFinding, ...]:
    """For each question kind of `possible` (kind → how many distinct questions its templates can ask): the share of its rows that are
    copies, held against the bound once every possible question is there. Before that copies are no sign of saturation and count 0.
    Not measured for a kind with more questions than its templates can ask: they did not all come from them.
    """
    if not possible:
        return (
            unmeasured(
                CHECK, "copies", severity="info", message="not measured: the number of possible questions is not known"
            ),
        )
    return tuple(
        _of_kind(kind, limit, rows.filter(pl.col("question_kind") == kind), thresholds)
        for kind, limit in possible.items()
    )


def _of_kind(kind: str, limit: int, rows: pl.DataFrame, thresholds: Thresholds) -> DatasetFinding:
    again = rows.filter(~unmarked(pl.col("question")).is_first_distinct())["trace_id"]
    present = rows.height - again.len()
    if present > limit:
        message = f"not measured: {present} {kind} questions exist, and the templates can ask only {limit}"
        return unmeasured(CHECK, f"copies among {kind}", severity="info", message=message)
    copies = "no row is a copy" if again.is_empty() else f"{again.len()} rows are copies"
    return bounded(
        CHECK,
        f"copies among {kind}",
        value=again.len() / rows.height if present == limit and rows.height else 0.0,
        bound="max_saturated_copies",
        thresholds=thresholds,
        message=f"{present} of {limit} {kind} questions exist; {copies}",
        trace_ids=again,
    )
