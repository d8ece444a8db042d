"""Whether the answers have collapsed onto one opening or one template."""

import polars as pl

from validators.dataset.finding import DatasetFinding, bounded, told
from validators.dataset.masked_text import masked
from validators.dataset.thresholds import Thresholds

CHECK = "diversity"

_OPENING_WORDS = 4
_CLOSING = r"(?s)^.*[.!?:] (\S.*?)$"


def diversity(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """The commonest opening, closing and template of an answer, numbers, dates, tickers and model names masked. An answer of one
    sentence has no closing."""
    names = [*rows["ticker"].unique(), *rows["model_id"].unique()]
    answers = rows.select("trace_id", template=masked(pl.col("answer"), names=names)).with_columns(
        opening=pl.col("template").str.split(" ").list.head(_OPENING_WORDS).list.join(" "),
        closing=pl.col("template").str.extract(_CLOSING),
    )
    templates = answers["template"].n_unique()
    return (
        _commonest(answers, "opening", bound="max_opening_share", thresholds=thresholds),
        _commonest(answers, "closing", bound="max_closing_share", thresholds=thresholds),
        _commonest(answers, "template", bound="max_template_share", thresholds=thresholds),
        told(
            CHECK,
            "templates",
            value=templates,
            message=f"{rows.height} answers have {templates} forms once numbers, dates, tickers and models are masked",
        ),
    )


def _commonest(answers: pl.DataFrame, part: str, *, bound: str, thresholds: Thresholds) -> DatasetFinding:
    groups = (
        answers.drop_nulls(part)
        .group_by(part)
        .agg(pl.len(), pl.col("trace_id"))
        .sort("len", part, descending=[True, False])
        .head(1)
    )
    text, count, trace_ids = groups.row(0) if groups.height else ("", 0, [])
    return bounded(
        CHECK,
        f"commonest {part}",
        value=count / max(1, answers.height),
        bound=bound,
        thresholds=thresholds,
        message=f"{count} of {answers.height} answers share the {part} {text[:120]!r}",
        trace_ids=trace_ids,
    )
