"""Held-out rows that train has seen: the same question for the same kind of call, or the same exchange under another question."""

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.masked_text import masked, unmarked
from validators.dataset.thresholds import Thresholds

CHECK = "leakage"


def leakage(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """Shares of the held-out rows ("eval") that also stand in train: by their question word for word, by their question but for numbers,
    tickers and dates (both with the same tools and argument shape), and by all that follows the question.

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
    question, shape = pl.col("question"), "with the same tools and argument shape"
    twin = unmarked(masked(question, names=rows["ticker"].unique()))
    return (
        _leaked(
            sides,
            [unmarked(question), pl.col("calls")],
            metric="questions in train",
            bound="max_leaked_share",
            thresholds=thresholds,
            told=f"questions stand in train, {shape}",
        ),
        _leaked(
            sides,
            [twin, pl.col("calls")],
            metric="near-twins in train",
            bound="max_masked_leaked_share",
            thresholds=thresholds,
            told=f"questions stand in train but for numbers, tickers and dates, {shape}",
        ),
        _leaked(
            sides,
            [pl.col("exchange")],
            metric="exchanges in train",
            bound="max_masked_leaked_share",
            thresholds=thresholds,
            told="rows have a train row's calls, results and answer, though perhaps another question",
        ),
    )


def _leaked(
    sides: dict[str, pl.DataFrame],
    key: list[pl.Expr],
    *,
    metric: str,
    bound: str,
    thresholds: Thresholds,
    told: str,
) -> DatasetFinding:
    keys = [each.alias(f"key{number}") for number, each in enumerate(key)]
    train, held = (sides[side].select("trace_id", *keys) for side in ("train", "eval"))
    on = [f"key{number}" for number in range(len(keys))]
    leaked = held.join(train, on=on, how="semi", maintain_order="left")["trace_id"]
    return bounded(
        CHECK,
        metric,
        value=leaked.len() / held.height,
        bound=bound,
        thresholds=thresholds,
        message=f"{leaked.len()} of {held.height} held-out {told}",
        trace_ids=leaked,
    )
