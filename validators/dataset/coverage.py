"""How the rows spread over what they are about."""

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, told, unmeasured
from validators.dataset.thresholds import Thresholds

CHECK = "coverage"
AXES = ("question_kind", "model_id", "regime", "action")


def coverage(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """The smallest cell of question kind × model × regime × action, the empty cells, and the balance of the question kinds and of the models.

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
    # A question to be refused may well name a model that does not exist.
    answered = rows.filter(pl.col("question_kind").ne_missing("refusal"))
    possible = 1
    for axis in axes:
        possible *= named[axis].n_unique()
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
        *(
            _imbalance(part, axis, metric, thresholds)
            for part, axis, metric in (
                (rows, "question_kind", "imbalance of kinds"),
                (answered, "model_id", "imbalance of models"),
            )
            if part[axis].count()
        ),
    )


def _imbalance(rows: pl.DataFrame, axis: str, metric: str, thresholds: Thresholds) -> DatasetFinding:
    """The largest over the smallest value's rows, of those that have one."""
    counts = rows[axis].drop_nulls().value_counts().sort("count", axis)
    least, most = counts.row(0), counts.row(-1)
    return bounded(
        CHECK,
        metric,
        value=most[1] / least[1],
        bound="max_imbalance",
        thresholds=thresholds,
        message=f"{most[1]} rows are {most[0]}, {least[1]} are {least[0]}",
    )
