"""Every dataset-level check, in one call."""

from collections.abc import Mapping, Sequence

import polars as pl

from data.methodology import MethodologyDocument
from validators.dataset.boilerplate import boilerplate
from validators.dataset.coverage import coverage
from validators.dataset.diversity import diversity
from validators.dataset.duplicates import duplicates
from validators.dataset.finding import DatasetFinding, unmeasured
from validators.dataset.leakage import leakage
from validators.dataset.length_outliers import length_outliers
from validators.dataset.saturation import saturation
from validators.dataset.thresholds import Thresholds


def dataset_findings(
    rows: pl.DataFrame,
    *,
    documents: Sequence[MethodologyDocument] = (),
    possible_questions: Mapping[str, int] | None = None,
    thresholds: Thresholds | None = None,
) -> tuple[DatasetFinding, ...]:
    """What the checks find in `rows` (`dataset_rows`), for `validators.gate.gate`.

    `possible_questions`: question kind → how many distinct questions can be asked at all; None: nobody knows, which is told.
    """
    if rows.is_empty():
        return (unmeasured("rows", "count", severity="block", message="not measured: there are no rows"),)
    bounds = thresholds or Thresholds()
    return (
        *duplicates(rows, thresholds=bounds),
        *leakage(rows, thresholds=bounds),
        *boilerplate(rows, documents=documents, thresholds=bounds),
        *saturation(rows, possible=possible_questions or {}, thresholds=bounds),
        *coverage(rows, thresholds=bounds),
        *diversity(rows, thresholds=bounds),
        *length_outliers(rows, thresholds=bounds),
    )
