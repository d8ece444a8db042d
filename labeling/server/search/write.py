"""Putting records, answers and suggestions into an index. Each function runs inside one write transaction."""

import sqlite3
from collections.abc import Iterable, Mapping

from labeling.server.search.documents import IndexedRecord, IndexedResponse
from labeling.server.search.index import FIELD_BITS
from labeling.server.search.values import Kind, fitted

RECORD_COLUMNS = ("external_id", "status", "inserted_at", "updated_at")


def configure(connection: sqlite3.Connection, keys: Iterable[tuple[str, Kind]], fields: Iterable[str]) -> None:
    """Make known what can be searched and filtered by; adds to what is known already."""
    connection.executemany("INSERT OR REPLACE INTO keys(name, kind) VALUES (?, ?)", keys)
    connection.executemany(
        "INSERT INTO fields(name) VALUES (?) ON CONFLICT(name) DO NOTHING", ((name,) for name in fields)
    )


def kinds(connection: sqlite3.Connection) -> dict[str, Kind]:
    return dict(connection.execute("SELECT name, kind FROM keys").fetchall())


def put_records(connection: sqlite3.Connection, records: Iterable[IndexedRecord]) -> None:
    """Add the records, each in the place of an earlier one with its id."""
    known = kinds(connection)
    fields = dict(connection.execute("SELECT name, number FROM fields").fetchall())
    for record in records:
        (rid,) = connection.execute(
            "INSERT INTO records(id, external_id, status, inserted_at, updated_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT(id) DO UPDATE SET external_id=excluded.external_id, status=excluded.status, "
            "inserted_at=excluded.inserted_at, updated_at=excluded.updated_at RETURNING rid",
            (record.id, record.external_id, record.status, record.inserted_at, record.updated_at),
        ).fetchone()
        _clear(connection, rid)
        connection.executemany(
            "INSERT INTO texts(id, body) VALUES (?, ?)",
            [(rid << FIELD_BITS | fields[name], body) for name, body in record.texts if name in fields and body],
        )
        _put_values(connection, rid, record.values, known)
        for response in record.responses:
            _put_response(connection, rid, response, known)
        connection.executemany(
            "INSERT INTO vectors(settings, rid, value) VALUES (?, ?, ?)",
            [(settings, rid, value) for settings, value in record.vectors],
        )


def delete_records(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    for record_id in ids:
        rid = _rid(connection, record_id)
        if rid is not None:
            _clear(connection, rid)
            connection.execute("DELETE FROM records WHERE rid=?", (rid,))


def update_record(connection: sqlite3.Connection, record_id: str, changes: Mapping[str, str]) -> None:
    """Set some of RECORD_COLUMNS."""
    for column, value in changes.items():
        if column not in RECORD_COLUMNS:
            raise ValueError(f"the index keeps no {column} of a record")
        connection.execute(f"UPDATE records SET {column}=? WHERE id=?", (value, record_id))


def put_response(connection: sqlite3.Connection, response: IndexedResponse) -> None:
    """Add an answer, in the place of an earlier version of it. Nothing happens when its record is not indexed."""
    rid = _rid(connection, response.record_id)
    if rid is not None:
        delete_response(connection, response.id)
        _put_response(connection, rid, response, kinds(connection))


def delete_response(connection: sqlite3.Connection, response_id: str) -> None:
    connection.execute("DELETE FROM answers WHERE response=?", (response_id,))
    connection.execute("DELETE FROM responses WHERE id=?", (response_id,))


def put_values(
    connection: sqlite3.Connection, record_id: str, names: Iterable[str], values: Iterable[tuple[str, object]]
) -> None:
    """Replace what a record holds under these names."""
    rid = _rid(connection, record_id)
    if rid is not None:
        connection.executemany("DELETE FROM vals WHERE rid=? AND name=?", [(rid, name) for name in names])
        _put_values(connection, rid, values, kinds(connection))


def _rid(connection: sqlite3.Connection, record_id: str) -> int | None:
    row = connection.execute("SELECT rid FROM records WHERE id=?", (record_id,)).fetchone()
    return None if row is None else int(row[0])


def _clear(connection: sqlite3.Connection, rid: int) -> None:
    connection.execute("DELETE FROM texts WHERE id >= ? AND id < ?", (rid << FIELD_BITS, (rid + 1) << FIELD_BITS))
    for table in ("vals", "responses", "answers", "vectors"):
        connection.execute(f"DELETE FROM {table} WHERE rid=?", (rid,))


def _put_values(
    connection: sqlite3.Connection, rid: int, values: Iterable[tuple[str, object]], known: dict[str, Kind]
) -> None:
    rows = [(rid, name, fitted(known[name], value)) for name, value in values if name in known]
    connection.executemany(
        "INSERT INTO vals(rid, name, v) VALUES (?, ?, ?)", [row for row in rows if row[2] is not None]
    )


def _put_response(connection: sqlite3.Connection, rid: int, response: IndexedResponse, known: dict[str, Kind]) -> None:
    connection.execute(
        "INSERT INTO responses(id, rid, user, status) VALUES (?, ?, ?, ?)",
        (response.id, rid, response.user, response.status),
    )
    rows = [(name, fitted(known[name], value)) for name, value in response.answers if name in known]
    connection.executemany(
        "INSERT INTO answers(response, rid, user, name, v) VALUES (?, ?, ?, ?, ?)",
        [(response.id, rid, response.user, name, value) for name, value in rows if value is not None],
    )
