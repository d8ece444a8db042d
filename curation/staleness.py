"""Which examples went stale: a clause that they were validated against has another value now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import polars as pl

from data.methodology import MethodologyDocument
from data.records import Dependency, Trace
from data.store import Store
from data.tables import DEPENDENCIES
from validators.methodology.check import Methodology
from validators.methodology.clause_use import clause_uses


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleClause:
    """A clause of a trace that changed. `old` is the value it was last validated against; `new` None: the clause is gone."""

    trace_id: str
    clause: str
    old: str
    new: str | None


def record_dependencies(store: Store, traces: Sequence[Trace], documents: Sequence[MethodologyDocument]) -> None:
    """Append the clauses that each trace depends on, with their values in `documents`."""
    check, now = Methodology(tuple(documents)), datetime.now(UTC)
    store.append(
        DEPENDENCIES,
        [
            Dependency(trace_id=trace.id, clause=use.clause, value=use.value, recorded_at=now)
            for trace in traces
            for use in clause_uses(trace, check)
        ],
    )


def stale_clauses(store: Store, documents: Sequence[MethodologyDocument]) -> tuple[StaleClause, ...]:
    """Every clause of every trace that was never validated against its value in `documents`, by trace and clause.

    A value that comes back makes nothing stale: the verdict given under it still holds.
    """
    values = current_values(documents)
    now = pl.DataFrame(
        {"clause": list(values), "new": list(values.values())}, schema={"clause": pl.String, "new": pl.String}
    )
    uses = store.scan(DEPENDENCIES).collect().sort("recorded_at", "value")
    changed = (
        uses.group_by("trace_id", "clause", maintain_order=True)
        .agg(old=pl.col("value").last(), validated=pl.col("value"))
        .join(now, on="clause", how="left")
        .filter(pl.col("new").is_null() | ~pl.col("validated").list.contains(pl.col("new")))
        .sort("trace_id", "clause")
    )
    return tuple(
        StaleClause(trace_id=row["trace_id"], clause=row["clause"], old=row["old"], new=row["new"])
        for row in changed.iter_rows(named=True)
    )


def current_values(documents: Sequence[MethodologyDocument]) -> Mapping[str, str]:
    """Clause → its value as one line of text."""
    return {document.clause(key): document.fact_text(key) for document in documents for key in document.facts}
