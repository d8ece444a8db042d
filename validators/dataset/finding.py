"""What a dataset-level check says: one measured number of the whole table, held against a threshold."""

from dataclasses import dataclass

from data.records import Outcome, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetFinding:
    """One row of the summary table.

    `value` None: it could not be measured (`message` says why), which is no pass: `outcome` is "error" then.
    `threshold` is the bound that `value` was held against, None where the number is only told (severity info).
    `trace_ids` are the rows to look at, the worst first.
    """

    check: str
    metric: str
    value: float | None
    threshold: float | None
    outcome: Outcome
    severity: Severity
    message: str
    trace_ids: tuple[str, ...] = ()
