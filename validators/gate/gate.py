"""The gate of freeze: may this table of rows become a dataset version?"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from validators.dataset.finding import DatasetFinding
from validators.dataset.thresholds import Thresholds
from validators.gate.docs import make_offline
from validators.gate.result import GateFailure, GateResult

_TRACE_IDS_TOLD = 5
_KEYS = ("trace_id", "check", "fingerprint")
_RANKS = {"block": 0, "review": 1, "info": 2}


def gate(
    verdicts: pl.DataFrame,
    *,
    trace_ids: Sequence[str],
    fingerprints: Mapping[str, str],
    findings: Sequence[DatasetFinding],
    thresholds: Thresholds | None = None,
    docs: Path | None = None,
) -> GateResult:
    """Judge the rows that remain after those that block were dropped, and the summary of the whole.

    verdicts: a verdict table; those of other rows or fingerprints (stale ones) are left aside.
    trace_ids: the rows that would be frozen, one id a row. fingerprints: `Suite.fingerprints`, the checks that each must have judged.
    findings: what the dataset-level checks found. docs: a folder for the Data Docs, readable offline; nothing is written elsewhere.

    Nothing passes by being empty: no rows, no checks, no findings, a check without a verdict on a row or with nothing but errors
    are failures. A row that blocks, or whose blocking check ended in an error, is a failure. Review findings are warnings, unless
    `thresholds.max_failing_share` bounds them.
    """
    # Great Expectations takes two seconds to import: only a freeze pays them.
    from validators.gate.checkpoint import run_checkpoint

    bounds = thresholds or Thresholds()
    evaluated = run_checkpoint(
        wide_table(verdicts, trace_ids=trace_ids, fingerprints=fingerprints),
        summary=summary_table(findings),
        checks=tuple(fingerprints),
        thresholds=bounds,
        docs=docs,
    )
    failures = (*_vacuous(fingerprints, findings), *evaluated.failures)
    page = (
        None
        if docs is None
        else make_offline(docs, failures=failures, warnings=evaluated.warnings, rows=len(trace_ids))
    )
    return GateResult(
        passed=not failures,
        failures=failures,
        warnings=evaluated.warnings,
        rows=len(trace_ids),
        expectations=evaluated.expectations,
        docs=page,
    )


def wide_table(verdicts: pl.DataFrame, *, trace_ids: Sequence[str], fingerprints: Mapping[str, str]) -> pl.DataFrame:
    """`trace_id` and one string column a check: "" for a pass, otherwise why not, null where the check has not judged the row.

    A reason reads "<severity>: <reason>: <message>", or "<severity> error: <message>" where the check failed.
    """
    passes = verdicts.filter(pl.col("outcome") == "pass").select(*_KEYS, why=pl.lit(""))
    others = (
        verdicts.filter(pl.col("outcome") != "pass")
        .sort(pl.col("severity").replace_strict(_RANKS, default=0, return_dtype=pl.Int32), maintain_order=True)
        .select(
            *_KEYS,
            why=pl.when(pl.col("outcome") == "fail")
            .then(pl.format("{}: {}: {}", "severity", pl.col("reason").fill_null("unknown"), "message"))
            .otherwise(pl.format("{} error: {}", "severity", "message")),
        )
    )
    told = pl.concat([others, passes])
    table = pl.DataFrame({"trace_id": list(trace_ids)}, schema={"trace_id": pl.String})
    for check, fingerprint in fingerprints.items():
        current = told.filter((pl.col("check") == check) & (pl.col("fingerprint") == fingerprint))
        worst = current.unique("trace_id", keep="first", maintain_order=True)
        table = table.join(
            worst.select("trace_id", pl.col("why").alias(check)), on="trace_id", how="left", maintain_order="left"
        )
    return table


def summary_table(findings: Sequence[DatasetFinding]) -> pl.DataFrame:
    """One row a finding: check, metric, value, threshold, severity and `why`, which is "" for a pass."""
    return pl.DataFrame(
        [
            (f"{finding.check}: {finding.metric}", finding.value, finding.threshold, finding.severity, _why(finding))
            for finding in findings
        ],
        schema={
            "finding": pl.String,
            "value": pl.Float64,
            "threshold": pl.Float64,
            "severity": pl.String,
            "why": pl.String,
        },
        orient="row",
    )


def _why(finding: DatasetFinding) -> str:
    if finding.outcome == "pass":
        return ""
    label: str = finding.severity if finding.outcome == "fail" else f"{finding.severity} error"
    bound = f"; {finding.bound} is {finding.threshold:g}" if finding.bound else ""
    return f"{label}: {finding.message}{bound}{_pointer(finding.trace_ids)}"


def _pointer(trace_ids: Sequence[str]) -> str:
    if not trace_ids:
        return ""
    told = ", ".join(trace_ids[:_TRACE_IDS_TOLD])
    hidden = len(trace_ids) - _TRACE_IDS_TOLD
    return f" (traces {told}{f' and {hidden} more' if hidden > 0 else ''})"


def _vacuous(fingerprints: Mapping[str, str], findings: Sequence[DatasetFinding]) -> tuple[GateFailure, ...]:
    """What an expectation suite cannot say, because it would hold no expectation that could fail."""
    failures = []
    if not fingerprints:
        failures.append(
            GateFailure(
                table="rows", subject="checks", rule="a check ran", message="no check was asked for: nothing was judged"
            )
        )
    if not findings:
        failures.append(
            GateFailure(
                table="summary",
                subject="findings",
                rule="a check ran",
                message="no dataset-level check ran on the table",
            )
        )
    return tuple(failures)
