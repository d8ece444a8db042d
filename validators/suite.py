"""The suite: runs every check over many traces and says what each found."""

import gc
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import get_args

import polars as pl

from data.errors import AssayError
from data.identity import content_hash
from data.records import Evidence, Outcome, Severity, Trace, Verdict
from data.trace_frame import trace_frame
from validators.check import Check, Finding
from validators.reasons import Reason
from validators.verdict_table import VERDICT_SCHEMA, evidence_json, id_suffix, verdict_ids, verdicts_in

CHUNK = 1_000
"""Traces judged at a time: long enough for the screens' fixed cost to vanish, short enough that several processes
end together and that 20 MB hold one."""

_SEVEREST_FIRST: tuple[Severity, ...] = ("block", "review", "info")
_MESSAGES_SHOWN = 5

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _NonPass:
    outcome: Outcome
    severity: Severity
    reason: Reason
    message: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """Checks that are run together.

    `severities` (check name → severity, from a recipe) takes the place of a check's own severity; a finding that names a severity
    of its own keeps it, but never one above the override, so that "review" for a check means that nothing of it blocks.
    Raises AssayError when there is no check, when two share a name, or when `severities` names an unknown check or severity.
    """

    checks: tuple[Check, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict, kw_only=True)

    def __post_init__(self) -> None:
        names = [check.name for check in self.checks]
        if not names:
            raise AssayError("the suite holds no check: it would pass everything", hint="name at least one check")
        if repeated := sorted({name for name in names if names.count(name) > 1}):
            raise AssayError(f"two checks of the suite share a name: {', '.join(repeated)}")
        if unknown := sorted(self.severities.keys() - set(names)):
            raise AssayError(
                f"severities name checks that the suite does not hold: {', '.join(unknown)}",
                hint=f"the suite's checks are: {', '.join(names)}",
            )
        if wrong := sorted(
            f"{name}: {value}" for name, value in self.severities.items() if value not in get_args(Severity)
        ):
            raise AssayError(f"unknown severity for {', '.join(wrong)}", hint="use block, review or info")

    def fingerprint(self, check: Check) -> str:
        """The hash of the check's name and version and, where the recipe overrides it, its severity."""
        override = self.severities.get(check.name)
        return content_hash([check.name, check.version] if override is None else [check.name, check.version, override])

    @property
    def fingerprints(self) -> dict[str, str]:
        """Check name → fingerprint: which verdicts are current."""
        return {check.name: self.fingerprint(check) for check in self.checks}

    def severity(self, check: Check) -> Severity:
        """What a failure of the check weighs where a finding does not say."""
        return self.severities.get(check.name, check.severity)

    def judge(self, traces: Sequence[Trace]) -> list[Verdict]:
        """One verdict for each trace and check: all of the first trace's, in the order of `checks`, then the second's."""
        return verdicts_in(self.judge_frame(traces))

    def judge_frame(self, traces: Sequence[Trace]) -> pl.DataFrame:
        """`judge` as a table of `VERDICT_SCHEMA`, without a record for each pass. All of `traces` is held as columns at once."""
        with _collector_paused():
            return self._table(traces)

    def _table(self, traces: Sequence[Trace]) -> pl.DataFrame:
        frame = trace_frame(traces)
        width = len(self.checks)
        size = len(traces) * width
        outcomes: list[str] = ["pass"] * size
        own: list[str] = [self.severity(check) for check in self.checks]
        severities = own * len(traces)
        reasons: list[str | None] = [None] * size
        messages = [""] * size
        evidences = ["[]"] * size
        for position, check in enumerate(self.checks):
            for row in _suspect_rows(check, frame):
                non_pass = self._judged(check, traces[row])
                if non_pass is not None:
                    cell = row * width + position
                    outcomes[cell] = non_pass.outcome
                    severities[cell] = non_pass.severity
                    reasons[cell] = str(non_pass.reason)
                    messages[cell] = non_pass.message
                    evidences[cell] = evidence_json(non_pass.evidence)
        repeated = pl.Series(range(len(traces)), dtype=pl.UInt32).repeat_by(width).explode(empty_as_null=False)
        fingerprints = self.fingerprints
        return pl.DataFrame(
            {
                "id": verdict_ids(
                    frame["id"].to_list(), [id_suffix(name, fingerprint) for name, fingerprint in fingerprints.items()]
                ),
                "trace_id": frame["id"].gather(repeated),
                "source_id": frame["source_id"].gather(repeated),
                "check": list(fingerprints) * len(traces),
                "fingerprint": list(fingerprints.values()) * len(traces),
                "outcome": outcomes,
                "severity": severities,
                "reason": reasons,
                "message": messages,
                "evidence": evidences,
            },
            schema=VERDICT_SCHEMA,
        )

    def judge_stream(self, batches: Iterable[Sequence[Trace]], *, processes: int = 1) -> Iterator[pl.DataFrame]:
        """`judge_frame` over a stream, `CHUNK` traces a table, in order. Memory does not grow with the stream.

        With `processes` above 1, that many processes judge, this one among them. They are spawned, so a script that calls this
        guards its entry with `if __name__ == "__main__"`, and checks can be pickled. Raises AssayError when a process dies.
        """
        chunks = _chunks(batches)
        if processes > 1:
            # concurrent.futures and a second interpreter are paid for only by those who ask for them.
            from validators.suite_pool import judged_in_parallel

            yield from judged_in_parallel(self, chunks, processes=processes)
        else:
            yield from map(self.judge_frame, chunks)

    def _judged(self, check: Check, trace: Trace) -> _NonPass | None:
        try:
            findings = check.judge(trace)
            return self._worst(check, findings) if findings else None
        except Exception as error:
            return _NonPass(
                outcome="error",
                severity=self.severity(check),
                reason=Reason.CHECK_FAILED,
                message=f"{type(error).__name__}: {error}",
            )

    def _worst(self, check: Check, findings: tuple[Finding, ...]) -> _NonPass:
        ceiling = self.severities.get(check.name)
        ranked = sorted(
            ((self._rank(check, finding, ceiling), finding) for finding in findings), key=lambda ranked: ranked[0]
        )
        rank, worst = ranked[0]
        messages = [finding.message for _, finding in ranked]
        hidden = len(messages) - _MESSAGES_SHOWN
        return _NonPass(
            outcome="fail",
            severity=_SEVEREST_FIRST[rank],
            reason=worst.reason,
            message="; ".join(messages[:_MESSAGES_SHOWN]) + (f"; and {hidden} more" if hidden > 0 else ""),
            evidence=tuple(evidence for _, finding in ranked for evidence in finding.evidence),
        )

    def _rank(self, check: Check, finding: Finding, ceiling: Severity | None) -> int:
        severity = finding.severity or self.severity(check)
        if ceiling is None:
            return _SEVEREST_FIRST.index(severity)
        return max(_SEVEREST_FIRST.index(severity), _SEVEREST_FIRST.index(ceiling))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Judging leaves hardly a cycle behind, while a collector that walks all traces at hand takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _suspect_rows(check: Check, frame: pl.DataFrame) -> list[int]:
    """The rows that `judge` must see: all of them where the screen itself fails, and any it leaves null."""
    try:
        suspects = check.suspects(frame)
        if suspects.dtype != pl.Boolean or suspects.len() != frame.height:
            raise TypeError(f"{suspects.len()} values of {suspects.dtype} for {frame.height} rows")
        return suspects.fill_null(True).arg_true().to_list()
    except Exception as error:
        _logger.warning(
            "check %s: its screen failed, so every trace is judged: %s: %s", check.name, type(error).__name__, error
        )
        return list(range(frame.height))


def _chunks(batches: Iterable[Sequence[Trace]]) -> Iterator[list[Trace]]:
    traces = (trace for batch in batches for trace in batch)
    while chunk := list(islice(traces, CHUNK)):
        yield chunk
