"""Questions put to an index. Each function runs inside one read transaction."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from argilla_server.search_engine.base import Filter, Order

from labeling.server.search.conditions import (
    EVERYTHING,
    NOTHING,
    Fragment,
    filter_condition,
    joined,
    order,
    relevance,
    shuffled,
    text_condition,
)
from labeling.server.search.text import Query, parse
from labeling.server.search.write import kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to look for. `text` None: no text query; `field` None: in every field; `shuffle_by`: a user's id."""

    text: str | None = None
    field: str | None = None
    filter: Filter | None = None
    sort: tuple[Order, ...] = ()
    offset: int = 0
    limit: int = 100
    shuffle_by: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A record, and how well it fits (above 0; None when the caller asked for an order of their own)."""

    record_id: str
    score: float | None


def search(connection: sqlite3.Connection, request: Request) -> tuple[list[Hit], int]:
    """A page of hits, best first, and how many there are in all."""
    condition, query, field = _condition(connection, request)
    (total,) = connection.execute(f"SELECT count(*) FROM records r WHERE {condition.sql}", condition.values).fetchone()
    page = Fragment("LIMIT ? OFFSET ?", (request.limit, request.offset))
    if request.sort:
        known = kinds(connection)
        orders = [order(by, known) for by in request.sort]
        sql = f"SELECT r.id, NULL FROM records r WHERE {condition.sql} ORDER BY {', '.join(by.sql for by in orders)}, r.rid"
        values = (*condition.values, *(value for by in orders for value in by.values))
    else:
        ranked = relevance(query, field) if query is not None else None
        score = "1.0" if ranked is None else "coalesce(s.score, 1e-9)"
        if request.shuffle_by is not None:
            score = f"{score} * {shuffled(request.shuffle_by).sql}"
        table = "" if ranked is None else f"LEFT JOIN ({ranked.sql}) s ON s.rid = r.rid"
        sql = f"SELECT r.id, {score} AS score FROM records r {table} WHERE {condition.sql} ORDER BY 2 DESC, r.rid"
        values = (*(() if ranked is None else ranked.values), *condition.values)
    rows = connection.execute(f"{sql} {page.sql}", (*values, *page.values)).fetchall()
    return [Hit(record_id, score) for record_id, score in rows], int(total)


def similar(
    connection: sqlite3.Connection, request: Request, *, settings: str, vector: bytes, without: str | None
) -> list[Hit]:
    """The records whose vector points most in the given direction; the score is (1 + cosine) / 2.

    `without`: a record to leave out. Vectors of another length than the given one are passed over.
    """
    condition, _, _ = _condition(connection, request)
    rows = connection.execute(
        "SELECT r.id, v.value FROM vectors v JOIN records r ON r.rid = v.rid "
        f"WHERE v.settings = ? AND length(v.value) = ? AND r.id IS NOT ? AND {condition.sql}",
        (settings, len(vector), without, *condition.values),
    ).fetchall()
    if not rows:
        return []
    wanted = np.frombuffer(vector, dtype="<f4").astype(np.float64)
    stored = np.frombuffer(b"".join(value for _, value in rows), dtype="<f4").reshape(len(rows), -1)
    lengths = np.linalg.norm(stored, axis=1) * np.linalg.norm(wanted)
    cosines = np.divide(stored @ wanted, lengths, out=np.zeros(len(rows)), where=lengths > 0)
    best = np.argsort(-cosines, kind="stable")[: request.limit]
    return [Hit(rows[place][0], float((1 + cosines[place]) / 2)) for place in best]


def statuses(connection: sqlite3.Connection, user: str | None = None) -> dict[str, int]:
    """How many records have each status; with a user: how many of that user's responses."""
    if user is None:
        rows = connection.execute("SELECT status, count(*) FROM records GROUP BY status").fetchall()
    else:
        rows = connection.execute(
            "SELECT status, count(*) FROM responses WHERE user = ? GROUP BY status", (user,)
        ).fetchall()
    return dict(rows)


def term_counts(connection: sqlite3.Connection, name: str, limit: int) -> tuple[list[tuple[str, int]], int]:
    """The most frequent values under a key, and how many values there are in all."""
    rows = connection.execute(
        "SELECT v, count(*) FROM vals WHERE name = ? GROUP BY v ORDER BY 2 DESC, 1 LIMIT ?", (name, limit)
    ).fetchall()
    (total,) = connection.execute("SELECT count(*) FROM vals WHERE name = ?", (name,)).fetchone()
    return rows, int(total)


def extremes(connection: sqlite3.Connection, name: str) -> tuple[float | None, float | None]:
    """The smallest and the largest value under a key; None when there is none."""
    low, high = connection.execute("SELECT min(v), max(v) FROM vals WHERE name = ?", (name,)).fetchone()
    return low, high


def _condition(connection: sqlite3.Connection, request: Request) -> tuple[Fragment, Query | None, int | None]:
    parts = [EVERYTHING]
    query = field = None
    if request.text is not None:
        query = parse(request.text)
        if request.field is not None:
            row = connection.execute("SELECT number FROM fields WHERE name = ?", (request.field,)).fetchone()
            query, field = (query, int(row[0])) if row else (None, None)
        parts.append(NOTHING if query is None else text_condition(query, field))
    if request.filter is not None:
        parts.append(filter_condition(request.filter, kinds(connection)))
    return joined("AND", parts), query, field
