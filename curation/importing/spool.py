"""Spans put aside until all those of a trace are there, on disk where they are many."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from curation.importing.lines import Line

_TABLES = """
CREATE TABLE spans (trace TEXT, start INTEGER, line INTEGER, offset INTEGER, length INTEGER, format TEXT, content BLOB);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSpan:
    """A span's JSON as `line.content`, where it stood, and the format it is read by."""

    line: Line
    format: str


class Spool:
    """Spans grouped by trace id: a private temporary database that the system removes. Memory use does not grow with it."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("BEGIN")

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, trace_id: str, start: int | None, span: StoredSpan) -> None:
        """`start` orders a trace's spans (None: as they came)."""
        line = span.line
        self._database.execute(
            "INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?)",
            (trace_id, start, line.number, line.offset, line.length, span.format, line.content),
        )

    def trace_ids(self) -> Iterator[str]:
        """In the order in which the traces began in the file. Call it once, after the last `add`."""
        self._database.execute("CREATE INDEX by_trace ON spans (trace, start)")
        for (trace_id,) in self._database.execute("SELECT trace FROM spans GROUP BY trace ORDER BY MIN(rowid)"):
            yield trace_id

    def spans(self, trace_id: str) -> Iterator[StoredSpan]:
        """The trace's spans in the order of time."""
        rows = self._database.execute(
            "SELECT line, offset, length, format, content FROM spans WHERE trace = ? ORDER BY start, rowid", (trace_id,)
        )
        for number, offset, length, form, content in rows:
            yield StoredSpan(line=Line(number=number, offset=offset, length=length, content=content), format=form)
