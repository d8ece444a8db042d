"""Custody: one example from its question to the versions that hold it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from data.errors import AssayError
from data.records import Correction, PlantedFault, Review, Trace, Verdict
from data.store import Store
from data.tables import CORRECTIONS, PLANTED_FAULTS, REVIEWS, TRACES, VERDICTS, Table
from data.versions import VersionRow, Versions

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """Everything recorded about one trace, oldest first. `planted` is the truth about a scripted teacher's fault, if any.

    `versions` holds (version name, the row as that version has it).
    """

    id: str
    trace: Trace
    planted: tuple[PlantedFault, ...]
    verdicts: tuple[Verdict, ...]
    reviews: tuple[Review, ...]
    corrections: tuple[Correction, ...]
    versions: tuple[tuple[str, VersionRow], ...]


def explain(store: Store, versions: Versions, name: str, *, fingerprints: Sequence[str] | None = None) -> Custody:
    """The custody of the trace whose id begins with `name`, or whose `source_id` or scenario id is `name`.

    `fingerprints` keeps only the verdicts of those checks as they now are (None: all). Raises AssayError where no trace, or
    more than one, answers to the name.
    """
    scenario = pl.col("metadata").str.json_path_match("$.scenario_id")
    found = store.scan(TRACES).filter(
        pl.col("id").str.starts_with(name) | (pl.col("source_id") == name) | (scenario == name)
    )
    ids = found.select("id").collect()["id"].to_list()
    if len(ids) != 1:
        raise AssayError(
            f"{len(ids)} traces answer to {name!r}" + (f": {', '.join(ids[:5])}" if ids else ""),
            hint="give more of the id" if ids else "assay diff A B --json lists ids; so does assay validate",
        )
    (trace,) = TRACES.records(found.collect())
    verdicts = _of(store, VERDICTS, ids[0])
    if fingerprints is not None:
        verdicts = [verdict for verdict in verdicts if verdict.fingerprint in fingerprints]
    return Custody(
        id=ids[0],
        trace=trace,
        planted=tuple(_of(store, PLANTED_FAULTS, ids[0])),
        verdicts=tuple(sorted(verdicts, key=lambda each: each.check)),
        reviews=tuple(sorted(_of(store, REVIEWS, ids[0]), key=lambda each: each.submitted_at)),
        corrections=tuple(sorted(_of(store, CORRECTIONS, ids[0]), key=lambda each: each.created_at)),
        versions=tuple(
            (version, row) for version in versions.names() for row in versions.rows(version) if row.id == ids[0]
        ),
    )


def _of(store: Store, table: Table[R], trace_id: str) -> list[R]:
    return table.records(store.scan(table).filter(pl.col("trace_id") == trace_id).collect())
