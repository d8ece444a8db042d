"""`assay stale --review`: examples whose clauses changed go back to review, and wait for an answer again."""

from collections.abc import Mapping, Sequence

import polars as pl

from data.records import Trace, Verdict
from data.store import Store
from data.tables import TRACES
from labeling.argilla_client import ArgillaClient
from labeling.push import differs, record_of
from labeling.review_dataset import ensure
from validators.reasons import Reason


def requeue(
    store: Store,
    client: ArgillaClient,
    *,
    dataset: str,
    stale: Mapping[str, Sequence[str]],
    workspace: str | None = None,
) -> Mapping[str, int]:
    """Send exactly the traces of `stale` (trace id → what changed, a line for each clause) to review.

    One that was answered waits again: its submitted answers are taken off the server, so pull first. One that waits already
    because of the same change stays as it is. Returns how many records are new, opened again, and were waiting before.
    """
    review = ensure(client, dataset, workspace=workspace)
    there = {record.external_id: record for record in client.records(review.held)}
    counts = {"new": 0, "opened again": 0, "there before": 0}
    changed = []
    for trace in TRACES.records(store.scan(TRACES).filter(pl.col("id").is_in(list(stale))).sort("id").collect()):
        held = there.get(trace.id)
        record = record_of(trace, [_verdict(trace, line) for line in stale[trace.id]], reason="stale")
        if held is None:
            counts["new"] += 1
        elif differs(record, held):
            record["metadata"] = {**(held.metadata or {}), **record["metadata"]}
            client.reopen(held)
            counts["opened again"] += 1
        else:
            counts["there before"] += 1
            continue
        changed.append(record)
    client.upsert(review.held, changed)
    return counts


def _verdict(trace: Trace, message: str) -> Verdict:
    return Verdict(
        trace_id=trace.id,
        source_id=trace.source_id,
        check="methodology",
        fingerprint="",
        outcome="fail",
        severity="review",
        reason=Reason.STALE_CLAUSE,
        message=message,
    )
