"""Great Expectations: the only module that imports it. Import it lazily, it takes two seconds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import great_expectations as gx
import polars as pl
from great_expectations.checkpoint.actions import UpdateDataDocsAction
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.expectations.core.expect_column_values_to_be_in_set import ExpectColumnValuesToBeInSet
from great_expectations.expectations.core.expect_column_values_to_not_be_null import ExpectColumnValuesToNotBeNull
from great_expectations.expectations.core.expect_column_values_to_not_match_regex import (
    ExpectColumnValuesToNotMatchRegex,
)
from great_expectations.expectations.core.expect_table_columns_to_match_set import ExpectTableColumnsToMatchSet
from great_expectations.expectations.core.expect_table_row_count_to_be_between import ExpectTableRowCountToBeBetween
from great_expectations.expectations.metadata_types import FailureSeverity

from validators.dataset.thresholds import Thresholds
from validators.gate.result import GateFailure, GateTable

_SITE = "assay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """What the two suites said."""

    failures: tuple[GateFailure, ...]
    warnings: tuple[GateFailure, ...]
    expectations: int


def run_checkpoint(
    rows: pl.DataFrame, *, summary: pl.DataFrame, checks: Sequence[str], thresholds: Thresholds, docs: Path | None
) -> Evaluated:
    """Evaluate the suite of `rows` (`gate.wide_table`) and that of `summary` (`gate.summary_table`).

    Data Docs go to `docs` (None: nowhere) as Great Expectations writes them; `gate_docs.make_offline` mends them.

    An expectation that could not be evaluated (a missing column) is a failure, whatever its severity.
    """
    context = _context(docs)
    failures: list[GateFailure] = []
    warnings: list[GateFailure] = []
    expectations = 0
    parts: tuple[tuple[GateTable, pl.DataFrame, str, list[Any]], ...] = (
        ("rows", rows, "trace_id", list(_row_expectations(checks, thresholds))),
        ("summary", summary, "finding", list(_summary_expectations())),
    )
    for table, frame, key, expected in parts:
        results = _run(context, frame, name=table, key=key, expected=expected, documented=docs is not None)
        expectations += len(results)
        if len(results) != len(expected):
            failures.append(
                GateFailure(
                    table=table,
                    subject="suite",
                    rule="every rule is evaluated",
                    message=f"{len(results)} of {len(expected)} rules were evaluated",
                )
            )
        for result in results:
            if not result.success:
                broken = _failures(result, table=table, key=key)
                severity = result.expectation_config.severity
                if severity == FailureSeverity.CRITICAL or _raised(result):
                    failures.extend(broken)
                elif severity == FailureSeverity.WARNING:
                    warnings.extend(broken)
    return Evaluated(failures=tuple(failures), warnings=tuple(warnings), expectations=expectations)


def _row_expectations(checks: Sequence[str], thresholds: Thresholds) -> Iterator[Any]:
    yield ExpectTableRowCountToBeBetween(
        min_value=max(1, thresholds.min_rows),
        severity=FailureSeverity.CRITICAL,
        description=f"There are at least {max(1, thresholds.min_rows)} rows",
    )
    yield ExpectTableColumnsToMatchSet(
        column_set=["trace_id", *checks],
        exact_match=True,
        severity=FailureSeverity.CRITICAL,
        description="Every check has a column, and no other check has",
    )
    for check in checks:
        # Great Expectations leaves nulls out of every other rule, so a column of nulls would keep them all.
        yield ExpectColumnValuesToNotBeNull(
            column=check, severity=FailureSeverity.CRITICAL, description=f"{check} has judged every row"
        )
        yield ExpectColumnValuesToNotMatchRegex(
            column=check, regex="^block", severity=FailureSeverity.CRITICAL, description=f"No row is blocked by {check}"
        )
        yield ExpectColumnValuesToNotMatchRegex(
            column=check,
            regex=r"^\w+ error: ",
            mostly=_all_but(thresholds.max_error_share),
            severity=FailureSeverity.CRITICAL,
            description=f"{check} ended in an error on at most {thresholds.max_error_share:.1%} of the rows",
        )
        yield ExpectColumnValuesToNotMatchRegex(
            column=check,
            regex="^review",
            severity=FailureSeverity.WARNING,
            description=f"{check} leaves nothing to review",
        )
    for check, share in thresholds.max_failing_share.items():
        yield ExpectColumnValuesToBeInSet(
            column=check,
            value_set=[""],
            mostly=_all_but(share),
            severity=FailureSeverity.CRITICAL,
            description=f"At most {share:.1%} of the rows fail {check} at any severity",
        )


def _summary_expectations() -> Iterator[Any]:
    yield ExpectTableRowCountToBeBetween(
        min_value=1, severity=FailureSeverity.CRITICAL, description="At least one dataset-level check ran"
    )
    yield ExpectColumnValuesToNotBeNull(
        column="why", severity=FailureSeverity.CRITICAL, description="Every finding says how it ended"
    )
    yield ExpectColumnValuesToNotMatchRegex(
        column="why", regex="^block", severity=FailureSeverity.CRITICAL, description="No dataset-level finding blocks"
    )
    yield ExpectColumnValuesToNotMatchRegex(
        column="why",
        regex="^review",
        severity=FailureSeverity.WARNING,
        description="No dataset-level finding is left to review",
    )
    yield ExpectColumnValuesToNotMatchRegex(
        column="why",
        regex="^info",
        severity=FailureSeverity.INFO,
        description="No dataset-level finding is remarked on",
    )


def _all_but(share: float) -> float:
    """1 - 0.7 is more than 0.3 in binary, and three rows of ten must do."""
    return round(1 - share, 9)


def _context(docs: Path | None) -> Any:
    """A context in memory. Its only site is `docs`: the default configuration would put one into the system's temporary folder."""
    site = {
        "class_name": "SiteBuilder",
        "show_how_to_buttons": False,
        "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(docs and docs.absolute())},
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
    }
    return gx.get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
            data_docs_sites={} if docs is None else {_SITE: site},
            analytics_enabled=False,
            progress_bars=ProgressBarsConfig(globally=False),
        ),
    )


def _run(
    context: Any, frame: pl.DataFrame, *, name: str, key: str, expected: Sequence[Any], documented: bool
) -> list[Any]:
    asset = context.data_sources.add_pandas(name).add_dataframe_asset(name)
    suite = context.suites.add(gx.ExpectationSuite(name=name, expectations=list(expected)))
    validation = context.validation_definitions.add(
        gx.ValidationDefinition(name=name, data=asset.add_batch_definition_whole_dataframe(name), suite=suite)
    )
    checkpoint = gx.Checkpoint(
        name=name,
        validation_definitions=[validation],
        actions=[UpdateDataDocsAction(name="docs", site_names=[_SITE])] if documented else [],
        result_format={"result_format": "COMPLETE", "unexpected_index_column_names": [key]},
    )
    # It writes values into its pages as they are: a message that quotes an answer must not become markup there.
    shown = frame.with_columns(
        pl.col(pl.String).str.replace_all("&", "&amp;", literal=True).str.replace_all("<", "&lt;", literal=True)
    )
    # It knows no polars; 100,000 rows take 0.01 s to convert.
    result = context.checkpoints.add(checkpoint).run(batch_parameters={"dataframe": shown.to_pandas()})
    return [outcome for run in result.run_results.values() for outcome in run.results]


def _failures(result: Any, *, table: GateTable, key: str) -> list[GateFailure]:
    """One failure for a rule that is broken; for a rule about the summary's findings, one for each finding."""
    configuration = result.expectation_config
    rule = str(configuration.description)
    column = configuration.kwargs.get("column")
    unexpected: list[Mapping[str, Any]] = result.result.get("unexpected_index_list") or []
    if _raised(result):
        message = f"it could not be evaluated whether {rule}"
        return [GateFailure(table=table, subject=str(column or table), rule=rule, message=message)]
    if table == "summary" and unexpected:
        return [
            GateFailure(table=table, subject=unescape(str(row[key])), rule=rule, message=unescape(str(row[column])))
            for row in unexpected
        ]
    message = f"not so: {rule}"
    if unexpected:
        share = f"{len(unexpected)} of {result.result['element_count']} rows"
        message += f" ({share}; the first: {unescape(str(unexpected[0][column]))})"
    elif "observed_value" in result.result:
        message += f" (observed: {result.result['observed_value']})"
    return [
        GateFailure(
            table=table,
            subject=str(column or table),
            rule=rule,
            message=message,
            count=result.result.get("unexpected_count"),
            trace_ids=tuple(str(row[key]) for row in unexpected),
        )
    ]


def _raised(result: Any) -> bool:
    """Great Expectations gives one record, or one for each metric."""
    information = result.exception_info or {}
    records = information.values() if "raised_exception" not in information else [information]
    return any(isinstance(record, Mapping) and record.get("raised_exception") for record in records)
