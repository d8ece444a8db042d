"""What a dataset-level check says: one measured number of the whole table, held against a threshold."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.records import Outcome, Severity
from validators.dataset.thresholds import Thresholds

TRACES_NAMED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetFinding:
    """One row of the summary table.

    `value` None: it could not be measured (`message` says why), which is no pass: `outcome` is "error" then.
    `threshold` is the bound that `value` was held against, None where the number is only told (severity info).
    `bound` is its name, which a recipe may set. `trace_ids` are at most `TRACES_NAMED` rows to look at, the worst first.
    """

    check: str
    metric: str
    value: float | None
    threshold: float | None
    outcome: Outcome
    severity: Severity
    message: str
    trace_ids: tuple[str, ...] = ()
    bound: str | None = None


def bounded(
    check: str,
    metric: str,
    *,
    value: float,
    bound: str,
    thresholds: Thresholds,
    message: str,
    trace_ids: Iterable[str] = (),
) -> DatasetFinding:
    """A value held against the threshold named `bound`: the least allowed where that name starts with "min", else the most."""
    limit = float(getattr(thresholds, bound))
    kept = value >= limit if bound.startswith("min") else value <= limit
    return DatasetFinding(
        check=check,
        metric=metric,
        value=value,
        threshold=limit,
        outcome="pass" if kept else "fail",
        severity=thresholds.severity(bound),
        message=message,
        trace_ids=() if kept else tuple(trace_ids)[:TRACES_NAMED],
        bound=bound,
    )


def told(check: str, metric: str, *, value: float, message: str) -> DatasetFinding:
    """A value without a bound, for the reader."""
    return DatasetFinding(
        check=check, metric=metric, value=value, threshold=None, outcome="pass", severity="info", message=message
    )


def unmeasured(check: str, metric: str, *, severity: Severity, message: str) -> DatasetFinding:
    """What could not be measured, and why."""
    return DatasetFinding(
        check=check, metric=metric, value=None, threshold=None, outcome="error", severity=severity, message=message
    )
