"""What corrections make of a trace: a pure fold. The original never changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.records import Correction, Review, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A trace with its corrections applied. `id` names the trace as it was; `corrections` are those in force."""

    id: str
    trace: Trace
    corrections: tuple[Correction, ...]
    excluded: bool

    @property
    def corrected(self) -> bool:
        """Whether the trace is another than before."""
        return self.trace.id != self.id


def fold(trace: Trace, corrections: Iterable[Correction]) -> Folded:
    """Apply `corrections` of this trace: of each field the last one (by time, then id) is in force."""
    in_force: dict[str, Correction] = {}
    for correction in sorted(corrections, key=lambda each: (each.created_at, each.id)):
        in_force[correction.field] = correction
    answer, excluded = in_force.get("answer"), in_force.get("excluded")
    return Folded(
        id=trace.id,
        trace=trace if answer is None else trace.with_answer(answer.value),
        corrections=tuple(in_force.values()),
        excluded=excluded is not None and excluded.value == "true",
    )


def by_trace(records: Iterable[Correction]) -> Mapping[str, list[Correction]]:
    """The corrections of each trace id."""
    grouped: dict[str, list[Correction]] = {}
    for record in records:
        grouped.setdefault(record.trace_id, []).append(record)
    return grouped


def last_reviews(reviews: Iterable[Review]) -> Mapping[str, Review]:
    """The last review of each trace id."""
    return {review.trace_id: review for review in sorted(reviews, key=lambda each: (each.submitted_at, each.id))}
