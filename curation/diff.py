"""What changed between two frozen versions, row by row and word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

import msgspec

from data.records import Correction
from data.trace_format import trace_json
from data.versions import VersionRow, Versions

Edit = Literal["same", "removed", "added"]

_CORRECTED_FIELDS = ("messages", "tools", "metadata", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row in both versions that is not the same. `before` and `after` are the final answers; `fields` names what differs.

    `corrections` are those in force after that were not before.
    """

    before: VersionRow
    after: VersionRow
    fields: tuple[str, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDiff:
    """Rows by id: only in the second version, only in the first, and in both but changed."""

    before: str
    after: str
    added: tuple[VersionRow, ...]
    removed: tuple[VersionRow, ...]
    changed: tuple[ChangedRow, ...]


def diff_versions(versions: Versions, before: str, after: str) -> VersionDiff:
    """Compare two versions. Raises AssayError where one does not exist or was damaged."""
    old = {row.id: row for row in versions.rows(before)}
    new = {row.id: row for row in versions.rows(after)}
    pairs = [(old[name], new[name]) for name in sorted(old.keys() & new.keys())]
    return VersionDiff(
        before=before,
        after=after,
        added=tuple(new[name] for name in sorted(new.keys() - old.keys())),
        removed=tuple(old[name] for name in sorted(old.keys() - new.keys())),
        changed=tuple(
            ChangedRow(
                before=one,
                after=other,
                fields=fields,
                corrections=tuple(each for each in other.corrections if each not in one.corrections),
            )
            for one, other in pairs
            if (fields := _different(one, other))
        ),
    )


def words(before: str, after: str) -> list[tuple[Edit, str]]:
    """The texts as runs of words and spaces: kept, removed from `before`, added in `after`. Their concatenation gives back each text."""
    old, new = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    edits: list[tuple[Edit, str]] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            edits.append(("same", "".join(old[old_start:old_end])))
        else:
            edits += [("removed", "".join(old[old_start:old_end]))] if old_end > old_start else []
            edits += [("added", "".join(new[new_start:new_end]))] if new_end > new_start else []
    return edits


def diff_json(diff: VersionDiff) -> dict[str, Any]:
    """The diff in the form that `assay diff --json` prints."""
    return {
        "added": [_row_json(row) for row in diff.added],
        "removed": [_row_json(row) for row in diff.removed],
        "changed": [
            {
                "id": row.after.id,
                "source_id": row.after.trace.source_id,
                "before": row.before.trace.answer,
                "after": row.after.trace.answer,
                "fields": list(row.fields),
                "corrections": [corrections_json(each) for each in row.corrections],
            }
            for row in diff.changed
        ],
    }


def corrections_json(correction: Correction) -> dict[str, Any]:
    """A correction as JSON values."""
    value: dict[str, Any] = msgspec.to_builtins(correction)
    return value


def _row_json(row: VersionRow) -> dict[str, Any]:
    trace = row.trace
    return {
        "id": row.id,
        "source_id": trace.source_id,
        "split": row.split,
        "question": trace.question,
        "answer": trace.answer,
    }


def _different(before: VersionRow, after: VersionRow) -> tuple[str, ...]:
    old, new = trace_json(before.trace), trace_json(after.trace)
    fields: Sequence[str] = [field for field in _CORRECTED_FIELDS if old[field] != new[field]]
    if before.trace.answer != after.trace.answer and before.trace.with_answer("") == after.trace.with_answer(""):
        fields = ["answer" if field == "messages" else field for field in fields]
    return tuple(fields) + (("split",) if before.split != after.split else ())
