"""Answers that are much longer or shorter than the others."""

import math

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.thresholds import Thresholds

CHECK = "length"

_FEWEST = 20
_NORMAL = 1.4826  # turns the median absolute deviation of normal values into their standard deviation


def length_outliers(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """The share of answers whose length in characters, as a logarithm, lies beyond `outlier_deviations` robust deviations.

    Not measured below 20 rows, or where at least half of the answers have one length (then there is no spread to compare with).
    """
    lengths = rows.select("trace_id", size=pl.col("answer").str.len_chars().cast(pl.Int64)).with_columns(
        scale=(pl.col("size") + 1).log()
    )
    if rows.height < _FEWEST:
        return (unmeasured(CHECK, "outliers", severity="info", message=f"not measured: fewer than {_FEWEST} rows"),)
    middle = float(lengths.select(pl.col("scale").median()).item())
    spread = _NORMAL * float(lengths.select((pl.col("scale") - middle).abs().median()).item())
    if spread == 0:
        return (
            unmeasured(CHECK, "outliers", severity="info", message="not measured: half of the answers have one length"),
        )
    outliers = (
        lengths.with_columns(deviation=(pl.col("scale") - middle).abs() / spread)
        .filter(pl.col("deviation") > thresholds.outlier_deviations)
        .sort("deviation", "trace_id", descending=[True, False])
    )
    sizes = sorted(outliers["size"].to_list())
    extremes = f", from {sizes[0]} to {sizes[-1]}" if sizes else ""
    return (
        bounded(
            CHECK,
            "outliers",
            value=outliers.height / rows.height,
            bound="max_outlier_share",
            thresholds=thresholds,
            message=f"{outliers.height} of {rows.height} answers have an unusual length in characters{extremes}; "
            f"the median is {math.exp(middle) - 1:.0f}",
            trace_ids=outliers["trace_id"],
        ),
    )
