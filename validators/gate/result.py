"""What the gate says of a table of rows."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

GateTable = Literal["rows", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFailure:
    """One rule that the table breaks.

    `subject` is the check's name, or the table itself. `count` is the number of rows that break the rule, None where the rule is
    about the table. `trace_ids` are those rows of "rows", or the rows that a dataset-level finding points at.
    """

    table: GateTable
    subject: str
    rule: str
    message: str
    count: int | None = None
    trace_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """`passed` is False exactly when there is a failure. `warnings` let the table through.

    `expectations` counts the rules that were evaluated. `docs` is the Data Docs' first page, None where none was asked for.
    """

    passed: bool
    failures: tuple[GateFailure, ...]
    warnings: tuple[GateFailure, ...]
    rows: int
    expectations: int
    docs: Path | None
