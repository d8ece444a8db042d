"""Verdicts as a table: what the store, the gate and the reports read. One row a trace and check."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec
import polars as pl

from data.identity import canonical_json
from data.records import Evidence, Verdict

VERDICT_SCHEMA = pl.Schema(
    {
        "id": pl.String,  # Verdict.id
        "trace_id": pl.String,
        "source_id": pl.String,  # null: the trace came without an id of its own
        "check": pl.String,
        "fingerprint": pl.String,
        "outcome": pl.String,
        "severity": pl.String,
        "reason": pl.String,  # null for a pass
        "message": pl.String,
        "evidence": pl.String,  # a JSON list
    }
)

_evidence = msgspec.json.Decoder(tuple[Evidence, ...])


def blocks() -> pl.Expr:
    """True where a verdict keeps its trace out: severity block, and the check failed or could not say (an error is no pass)."""
    return (pl.col("severity") == "block") & (pl.col("outcome") != "pass")


def verdict_frame(verdicts: Iterable[Verdict]) -> pl.DataFrame:
    """The verdicts as a table of `VERDICT_SCHEMA`, in order."""
    rows = [
        (
            verdict.id,
            verdict.trace_id,
            verdict.source_id,
            verdict.check,
            verdict.fingerprint,
            verdict.outcome,
            verdict.severity,
            None if verdict.reason is None else str(verdict.reason),
            verdict.message,
            evidence_json(verdict.evidence),
        )
        for verdict in verdicts
    ]
    return pl.DataFrame(rows, schema=VERDICT_SCHEMA, orient="row")


def verdicts_in(table: pl.DataFrame) -> list[Verdict]:
    """The records of a verdict table, in order. Raises msgspec.DecodeError on evidence that is no list of spans."""
    columns = [name for name in VERDICT_SCHEMA if name != "id"]
    return [
        Verdict(**{**row, "evidence": _evidence.decode(row["evidence"])})
        for row in table.select(columns).iter_rows(named=True)
    ]


def evidence_json(evidence: Sequence[Evidence]) -> str:
    """The spans as JSON text, every field written."""
    return msgspec.json.encode(evidence).decode() if evidence else "[]"


def verdict_ids(trace_ids: Iterable[str], suffixes: Sequence[str]) -> list[str]:
    """`Verdict.id` for each trace and, within it, each check.

    `suffixes` come from `id_suffix`. Trace ids are hexadecimal, so nothing in them needs escaping: the canonical JSON is put
    together as text, at a tenth of the time that making and hashing records takes.
    """
    return [
        blake2b(('["' + trace_id + suffix).encode(), digest_size=16).hexdigest()
        for trace_id in trace_ids
        for suffix in suffixes
    ]


def id_suffix(check: str, fingerprint: str) -> str:
    """The part of a verdict's canonical JSON that follows the trace's id."""
    return '",' + canonical_json([check, fingerprint]).decode()[1:]
