"""Every dataset-level check, in one call."""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from data.methodology import MethodologyDocument
from validators.dataset import boilerplate, coverage, diversity, duplicates, leakage, length_outliers, saturation
from validators.dataset.finding import DatasetFinding, unmeasured
from validators.dataset.thresholds import Thresholds


def dataset_findings(
    rows: pl.DataFrame,
    *,
    documents: Sequence[MethodologyDocument] = (),
    possible_questions: Mapping[str, int] | None = None,
    thresholds: Thresholds | None = None,
) -> tuple[DatasetFinding, ...]:
    """What the checks find in `rows` (`dataset_rows`), for `validators.gate.gate.gate`.

    `possible_questions`: question kind → how many distinct questions can be asked at all; None: nobody knows, which is told.
    A check that raises gives an "error" of severity block, as an empty table does: neither is a pass.
    """
    if rows.is_empty():
        return (unmeasured("rows", "count", severity="block", message="not measured: there are no rows"),)
    bounds = thresholds or Thresholds()
    checks: tuple[tuple[str, Callable[[], tuple[DatasetFinding, ...]]], ...] = (
        (duplicates.CHECK, lambda: duplicates.duplicates(rows, thresholds=bounds)),
        (leakage.CHECK, lambda: leakage.leakage(rows, thresholds=bounds)),
        (boilerplate.CHECK, lambda: boilerplate.boilerplate(rows, documents=documents, thresholds=bounds)),
        (saturation.CHECK, lambda: saturation.saturation(rows, possible=possible_questions or {}, thresholds=bounds)),
        (coverage.CHECK, lambda: coverage.coverage(rows, thresholds=bounds)),
        (diversity.CHECK, lambda: diversity.diversity(rows, thresholds=bounds)),
        (length_outliers.CHECK, lambda: length_outliers.length_outliers(rows, thresholds=bounds)),
    )
    return tuple(finding for name, check in checks for finding in _ran(name, check))


def _ran(name: str, check: Callable[[], tuple[DatasetFinding, ...]]) -> tuple[DatasetFinding, ...]:
    try:
        return check()
    except Exception as error:
        message = f"the check failed: {type(error).__name__}: {error}"
        return (unmeasured(name, "check", severity="block", message=message),)
