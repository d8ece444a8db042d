"""What a check is: a pure rule over one trace, with a fast screen over many."""

from dataclasses import dataclass
from typing import Protocol

import polars as pl

from data.records import Evidence, Severity, Trace
from validators.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong with a trace. `severity` None: the check's own."""

    reason: Reason
    message: str
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None


class Check(Protocol):
    """A rule. Every check module also offers `ACCEPTS` and `REJECTS`, a trace it passes and one it fails."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """Changes with the rule and with whatever it reads (documents, settings): verdicts of another version are stale."""
        ...

    @property
    def severity(self) -> Severity: ...

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        """Everything wrong with `trace`, the worst first; () where nothing is."""
        ...

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        """A boolean for each row of a trace frame: False only where `judge` would surely find nothing.

        The frame's columns are those of `data.trace_frame`.
        """
        ...
