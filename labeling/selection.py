"""Which traces people should look at: those that a check sends to review, and a small audit of the others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from data.errors import AssayError
from data.identity import content_hash
from data.records import Verdict
from data.store import Store
from data.tables import VERDICTS

ReviewReason = Literal["finding", "audit", "stale"]

_SENDS_TO_REVIEW = (pl.col("outcome") != "pass") & pl.col("severity").is_in(["block", "review"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """`reasons` has every trace that has a current verdict; None: not drawn. `rows` are those verdicts as columns."""

    reasons: Mapping[str, ReviewReason | None]
    rows: pl.DataFrame

    def verdicts(self, trace_ids: Collection[str]) -> dict[str, list[Verdict]]:
        """The current verdicts of some traces, by trace and in the order of the checks' names."""
        found: dict[str, list[Verdict]] = {trace_id: [] for trace_id in trace_ids}
        for verdict in VERDICTS.records(self.rows.filter(pl.col("trace_id").is_in(list(trace_ids)))):
            found[verdict.trace_id].append(verdict)
        return found


def select(store: Store, *, fingerprints: Collection[str], audit_share: float, seed: int) -> Selection:
    """Decide for every trace with a current verdict, which is one whose fingerprint is among `fingerprints`.

    "finding": some check of severity block or review failed, or could not run. "audit": a share of all others, drawn by a hash
    of seed and trace id, so that the same traces are drawn whenever this is asked, whatever else the store holds.
    Raises AssayError where nothing has been judged.
    """
    current = pl.col("fingerprint").is_in(list(fingerprints))
    rows = store.scan(VERDICTS).filter(current).sort("trace_id", "check").collect()
    if rows.is_empty():
        raise AssayError("no trace has a current verdict, so none can be sent to review", hint="assay run RECIPE")
    judged = rows.group_by("trace_id", maintain_order=True).agg(found=_SENDS_TO_REVIEW.any())
    reasons: dict[str, ReviewReason | None] = {
        trace_id: "finding" if found else "audit" if _draw(seed, trace_id) < audit_share else None
        for trace_id, found in judged.iter_rows()
    }
    return Selection(reasons=reasons, rows=rows)


def sends_to_review(verdict: Verdict) -> bool:
    """Whether a verdict is reason enough for a person to look."""
    return verdict.outcome != "pass" and verdict.severity in ("block", "review")


def _draw(seed: int, trace_id: str) -> float:
    """A number in [0, 1) that depends on nothing but its arguments."""
    return int(content_hash(["audit", seed, trace_id])[:12], 16) / 16**12
