"""`assay review push`: traces that a check sends to review become Argilla records, each once."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import polars as pl

from data.records import Trace, Verdict
from data.store import Store
from data.tables import TRACES
from labeling.argilla_client import ArgillaClient
from labeling.argilla_objects import Record
from labeling.card import card, pack
from labeling.review_dataset import ensure
from labeling.selection import ReviewReason, select, sends_to_review
from labeling.shield import shield

# Records made between two requests; a killed run loses at most these, and the next one sends them.
_BATCH = 100
_LONGEST_TERM = 200
_NOT_IN_AN_AGENT = re.compile(r"[^a-zA-Z0-9_:./ -]+")

Track = Callable[[Sequence[str]], Iterable[str]]


def push(
    store: Store,
    client: ArgillaClient,
    *,
    dataset: str,
    fingerprints: Collection[str],
    audit_share: float,
    seed: int,
    workspace: str | None = None,
    track: Track = iter,
) -> Mapping[str, int]:
    """Send to review every trace with a current finding of severity block or review, and an audit share of the others.

    A record is named by its trace's id. One that is there stays as it is unless its card changed (other findings): then its
    fields and metadata are rewritten, while answers, and metadata of anybody else's, are kept. `track` wraps the ids of the
    traces to send. Returns how many records are new, updated and unchanged, and how many of the new ones are audits.
    Raises AssayError where nothing has been judged, or for what the server refuses.
    """
    selection = select(store, fingerprints=fingerprints, audit_share=audit_share, seed=seed)
    review = ensure(client, dataset, workspace=workspace)
    there = {record.external_id: record for record in client.records(review.held) if record.external_id is not None}
    wanted = [trace_id for trace_id, reason in selection.reasons.items() if reason is not None or trace_id in there]
    counts = {"new": 0, "of these audits": 0, "updated": 0, "there before": 0}
    ids = iter(track(wanted))
    while batch := list(islice(ids, _BATCH)):
        verdicts = selection.verdicts(batch)
        changed = []
        for trace in TRACES.records(store.scan(TRACES).filter(pl.col("id").is_in(batch)).sort("id").collect()):
            held = there.get(trace.id)
            reason = _reason(selection.reasons[trace.id], held)
            record = record_of(trace, verdicts[trace.id], reason=reason)
            if held is None:
                changed.append(record)
                counts["new"] += 1
                counts["of these audits"] += reason == "audit"
            elif differs(record, held):
                record["metadata"] = {**(held.metadata or {}), **record["metadata"]}
                changed.append(record)
                counts["updated"] += 1
            else:
                counts["there before"] += 1
        client.upsert(review.held, changed)
    return counts


def _reason(drawn: ReviewReason | None, held: Record | None) -> ReviewReason:
    """Why a trace is under review: a finding once made stays the reason, even when the check has since been mended."""
    before = (held.metadata or {}).get("review_reason") if held else None
    return "finding" if "finding" in (drawn, before) else "audit"


def differs(record: Mapping[str, Any], held: Record) -> bool:
    """Whether a record that is there shows something else than `record` does."""
    metadata = held.metadata or {}
    return record["fields"] != held.fields or any(
        metadata.get(key) != value for key, value in record["metadata"].items()
    )


def record_of(trace: Trace, verdicts: Sequence[Verdict], *, reason: ReviewReason) -> dict[str, Any]:
    """The record under which a trace is reviewed, as `ArgillaClient.upsert` takes it."""
    suggestion = {"value": shield(trace.answer), "agent": _agent(trace.author), "type": "model"}
    return {
        "id": trace.id,
        "fields": {
            "question": shield(trace.question) or "(no question)",
            "trace": pack(card(trace, verdicts, reason=reason)),
        },
        "metadata": _metadata(trace, verdicts, reason=reason),
        "suggestions": {"gold_answer": suggestion} if trace.answer else {},
    }


def _metadata(trace: Trace, verdicts: Sequence[Verdict], *, reason: ReviewReason) -> dict[str, Any]:
    """`priority`: 3 something blocks, 2 a check could not run, 1 worth a look, 0 an audit."""
    found = [verdict for verdict in verdicts if sends_to_review(verdict)]
    blocking = [verdict.check for verdict in found if verdict.severity == "block"]
    if any(verdict.severity == "block" and verdict.outcome == "fail" for verdict in found):
        priority = 3
    else:
        priority = 2 if any(verdict.outcome == "error" for verdict in found) else min(len(found), 1)
    terms = {
        "regime": trace.metadata.get("regime"),
        "model": trace.metadata.get("model_id"),
        "question_kind": trace.metadata.get("question_kind"),
        "split": trace.metadata.get("split"),
    }
    return {
        **{name: shield(str(value))[:_LONGEST_TERM] for name, value in terms.items() if value not in (None, "")},
        "blocking_check": blocking[0] if blocking else "none",
        "failing_checks": [verdict.check for verdict in found] or ["none"],
        "review_reason": reason,
        "priority": priority,
    }


def _agent(author: str | None) -> str:
    """The author as Argilla allows an agent to be named."""
    return _NOT_IN_AN_AGENT.sub("-", author or "unknown")[:_LONGEST_TERM].strip("-") or "unknown"
