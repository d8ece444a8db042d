"""How the rows spread over what they are about."""

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, told, unmeasured
from validators.dataset.thresholds import Thresholds

CHECK = "coverage"
AXES = ("question_kind", "model_id", "regime", "action")


def coverage(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """The smallest cell of question kind × model × regime × action, the empty cells, and the balance of the question kinds.

    Rows without a value on an axis make a cell of their own; an axis on which no row has a value makes none.
    """
    axes = [axis for axis in AXES if rows[axis].null_count() < rows.height]
    if not axes:
        return (
            unmeasured(
                CHECK, "smallest cell", severity="review", message=f"not measured: no row says its {', '.join(AXES)}"
            ),
        )
    named = rows.with_columns(pl.col(axes).fill_null("none"))
    cells = named.group_by(axes).agg(pl.len(), pl.col("trace_id")).sort("len", *axes)
    smallest = cells.row(0, named=True)
    small = cells.filter(pl.col("len") < thresholds.min_cell_rows)
    possible = 1
    for axis in axes:
        possible *= named[axis].n_unique()
    kinds = named["question_kind"].value_counts().sort("count", "question_kind")
    least, most = kinds.row(0), kinds.row(-1)
    return (
        bounded(
            CHECK,
            "smallest cell",
            value=smallest["len"],
            bound="min_cell_rows",
            thresholds=thresholds,
            message=f"{small.height} of {cells.height} cells hold fewer than {thresholds.min_cell_rows} rows; "
            f"the smallest: {' × '.join(smallest[axis] for axis in axes)} ({smallest['len']})",
            trace_ids=small["trace_id"].explode(empty_as_null=False),
        ),
        told(
            CHECK,
            "empty cells",
            value=1 - cells.height / possible,
            message=f"{possible - cells.height} of {possible} combinations of {', '.join(axes)} have no row",
        ),
        bounded(
            CHECK,
            "imbalance of kinds",
            value=most[1] / least[1],
            bound="max_imbalance",
            thresholds=thresholds,
            message=f"{most[1]} rows are {most[0]}, {least[1]} are {least[0]}",
        ),
    )
