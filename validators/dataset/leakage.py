"""Held-out rows that train has seen: the same question, answered by the same tools with arguments of the same shape."""

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.masked_text import folded, masked
from validators.dataset.thresholds import Thresholds

CHECK = "leakage"


def leakage(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """Shares of the held-out rows ("eval") that also stand in train, to the letter and but for numbers, tickers and dates.

    Not measured, and a warning, where a side is empty.
    """
    sides = {side: rows.filter(pl.col("split") == side) for side in ("train", "eval")}
    if empty := [side for side, part in sides.items() if part.is_empty()]:
        return (
            unmeasured(
                CHECK,
                "questions in train",
                severity="review",
                message=f"not measured: no row is in {' or '.join(empty)}",
            ),
        )
    return (
        _leaked(
            sides,
            folded(pl.col("question")),
            metric="questions in train",
            bound="max_leaked_share",
            thresholds=thresholds,
        ),
        _leaked(
            sides,
            masked(pl.col("question"), names=rows["ticker"].unique()),
            metric="near-twins in train",
            bound="max_masked_leaked_share",
            thresholds=thresholds,
        ),
    )


def _leaked(
    sides: dict[str, pl.DataFrame], question: pl.Expr, *, metric: str, bound: str, thresholds: Thresholds
) -> DatasetFinding:
    train, held = (sides[side].select("trace_id", "calls", asked=question) for side in ("train", "eval"))
    leaked = held.join(train, on=["asked", "calls"], how="semi", maintain_order="left")["trace_id"]
    but = "" if bound == "max_leaked_share" else " but for numbers, tickers and dates"
    return bounded(
        CHECK,
        metric,
        value=leaked.len() / held.height,
        bound=bound,
        thresholds=thresholds,
        message=f"{leaked.len()} of {held.height} held-out questions stand in train{but}, with the same tools and argument shape",
        trace_ids=leaked,
    )
