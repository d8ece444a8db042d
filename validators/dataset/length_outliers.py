"""Answers that are much longer or shorter than the others of their kind."""

import math

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.thresholds import Thresholds

CHECK = "length"

_FEWEST = 20
_NORMAL = 1.4826  # turns the median absolute deviation of normal values into their standard deviation
_LEAST_FACTOR = 4.0  # where answers are of nearly one length, half as long again is nothing odd


def length_outliers(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """The share of answers whose length in characters, as a logarithm, lies beyond `outlier_deviations` robust deviations of their
    question kind's median, and is at least four times as long or short as it.

    Kinds of fewer than 20 rows are not measured.
    """
    measured = (
        rows.select("trace_id", "question_kind", size=pl.col("answer").str.len_chars().cast(pl.Int64))
        .filter(pl.len().over("question_kind") >= _FEWEST)
        .with_columns(scale=(pl.col("size") + 1).log())
        .with_columns(away=(pl.col("scale") - pl.col("scale").median().over("question_kind")).abs())
        .with_columns(spread=_NORMAL * pl.col("away").median().over("question_kind"))
    )
    if measured.is_empty():
        return (unmeasured(CHECK, "outliers", severity="info", message=f"not measured: fewer than {_FEWEST} rows"),)
    outliers = measured.filter(
        (pl.col("away") > thresholds.outlier_deviations * pl.col("spread"))
        & (pl.col("away") >= math.log(_LEAST_FACTOR))
    ).sort("away", "trace_id", descending=[True, False])
    sizes = sorted(outliers["size"].to_list())
    extremes = f", from {sizes[0]} to {sizes[-1]}" if sizes else ""
    return (
        bounded(
            CHECK,
            "outliers",
            value=outliers.height / measured.height,
            bound="max_outlier_share",
            thresholds=thresholds,
            message=f"{outliers.height} of {measured.height} answers have an unusual length in characters for their kind{extremes}; "
            f"the median of all is {measured.select(pl.col('size').median()).item():.0f}",
            trace_ids=outliers["trace_id"],
        ),
    )
