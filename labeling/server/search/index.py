"""One dataset's search index: one SQLite file, its schema, and the connections to it."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

SCHEMA_VERSION = 1
BUSY_TIMEOUT_S = 30.0
FIELD_BITS = 10
"""A text's id is its record's number and its field's number, so that a hit needs no second table."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS records(
  rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, external_id TEXT, status TEXT NOT NULL,
  inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS records_status ON records(status);

CREATE TABLE IF NOT EXISTS keys(name TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fields(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE IF NOT EXISTS vals(rid INTEGER NOT NULL, name TEXT NOT NULL, v NOT NULL);
CREATE INDEX IF NOT EXISTS vals_of_record ON vals(rid, name, v);
CREATE INDEX IF NOT EXISTS vals_by_value ON vals(name, v, rid);

CREATE TABLE IF NOT EXISTS responses(
  id TEXT PRIMARY KEY, rid INTEGER NOT NULL, user TEXT NOT NULL, status TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS responses_of_record ON responses(rid, user, status);
CREATE INDEX IF NOT EXISTS responses_of_user ON responses(user, status, rid);
CREATE TABLE IF NOT EXISTS answers(
  response TEXT NOT NULL, rid INTEGER NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, v NOT NULL);
CREATE INDEX IF NOT EXISTS answers_of_response ON answers(response);
CREATE INDEX IF NOT EXISTS answers_of_record ON answers(rid, name, user, v);
CREATE INDEX IF NOT EXISTS answers_by_value ON answers(name, v, rid, user);

CREATE TABLE IF NOT EXISTS vectors(
  settings TEXT NOT NULL, rid INTEGER NOT NULL, value BLOB NOT NULL, UNIQUE(settings, rid));
CREATE INDEX IF NOT EXISTS vectors_of_record ON vectors(rid);

CREATE TABLE IF NOT EXISTS texts(id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
  body, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
CREATE TRIGGER IF NOT EXISTS texts_inserted AFTER INSERT ON texts BEGIN
  INSERT INTO words(rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER IF NOT EXISTS texts_deleted AFTER DELETE ON texts BEGIN
  INSERT INTO words(words, rowid, body) VALUES ('delete', old.id, old.body);
END;
PRAGMA user_version = {SCHEMA_VERSION};
"""


class Index:
    """The index of one dataset. Any number of readers, one writer at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._writing = threading.Lock()
        self._preparing = threading.Lock()
        self._prepared = False

    def read(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run `work` on one consistent state of the index."""
        connection = self._take()
        try:
            connection.execute("BEGIN")
            try:
                return work(connection)
            finally:
                connection.execute("ROLLBACK")
        finally:
            self._idle.append(connection)

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run `work` in a transaction: all of it is kept, or nothing when it raises."""
        with self._writing:
            connection = self._take()
            try:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    result = work(connection)
                except BaseException:
                    connection.execute("ROLLBACK")
                    raise
                connection.execute("COMMIT")
                return result
            finally:
                self._idle.append(connection)

    def close(self) -> None:
        """Wait for the writer and close the idle connections."""
        with self._writing:
            while self._idle:
                self._idle.pop().close()

    def _take(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()  # atomic: threads share the list without a lock
        except IndexError:
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA synchronous=NORMAL")  # what a crash loses is rebuilt from Argilla's database
        with self._preparing:
            if not self._prepared:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(_SCHEMA)
                self._prepared = True
        return connection


class IndexFolder:
    """All indexes of one server. A marker file tells whether the last server closed it properly."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._marker = folder / "open"
        self._indexes: dict[str, Index] = {}
        self._changing = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)
        if self._marker.exists():
            for left in folder.glob("*.db*"):  # may lack what Argilla's database already has
                left.unlink()
        self._marker.touch()

    def index(self, dataset_id: object) -> Index:
        """The index of a dataset; its file is created on first use."""
        name = str(dataset_id)
        with self._changing:
            if name not in self._indexes:
                self._indexes[name] = Index(self._path(name))
            return self._indexes[name]

    def is_current(self, dataset_id: object) -> bool:
        """Whether the dataset's index exists in today's schema."""
        path = self._path(str(dataset_id))
        if not path.exists():
            return False
        connection = sqlite3.connect(path)
        try:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION)
        except sqlite3.DatabaseError:
            return False
        finally:
            connection.close()

    def delete(self, dataset_id: object) -> None:
        """Remove a dataset's index; nothing happens when there is none."""
        name = str(dataset_id)
        with self._changing:
            index = self._indexes.pop(name, None)
            if index is not None:
                index.close()
            for suffix in ("", "-wal", "-shm"):
                self._path(name).with_name(f"{name}.db{suffix}").unlink(missing_ok=True)

    def close(self) -> None:
        """Close every index and note that nothing was lost."""
        with self._changing:
            for index in self._indexes.values():
                index.close()
            self._indexes.clear()
            self._marker.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.db"
