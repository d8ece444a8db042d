"""Living records in Delta Lake tables: atomic commits, concurrent writers, time travel. Paths are local or `s3://…`."""

import random
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import polars as pl
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from data.errors import AssayError
from data.tables import Table

R = TypeVar("R")

# Optimistic commits: the loser of a race reads again and retries. With 8 processes appending to one table on 2 cores the
# unluckiest append needed 9 tries.
_COMMIT_TRIES = 40


class Store:
    """The living tables under `<home>/tables`.

    Appends are idempotent: a row whose id the table holds is left out, so running a stage twice adds nothing. A process
    killed at any point leaves the last commit readable.
    """

    def __init__(self, home: str) -> None:
        self.home = home.rstrip("/")

    def append(self, table: Table[R], records: Iterable[R]) -> int:
        """Add the records that are not there yet; returns how many were. Raises AssayError (retryable) after losing every race."""
        return self.append_rows(table, table.rows(list(records)))

    def append_rows(self, table: Table[R], rows: pl.DataFrame) -> int:
        """`append` for records that are columns already (the table's schema)."""
        rows = rows.unique("id", keep="first", maintain_order=True)
        if rows.is_empty():
            return 0
        return _until_committed(lambda: self._merge(table, rows), table=table.name)

    def scan(self, table: Table[R], *, version: int | None = None) -> pl.LazyFrame:
        """The table's rows (an empty frame of its schema before the first append), as they are now or were at `version`."""
        try:
            return pl.scan_delta(DeltaTable(self._uri(table), version=version))
        except TableNotFoundError:
            return pl.LazyFrame(schema=table.schema)

    def read(self, table: Table[R], *, version: int | None = None) -> list[R]:
        """Every record of the table, as it is now or was at `version`, ordered by id."""
        return table.records(self.scan(table, version=version).sort("id").collect())

    def version(self, table: Table[R]) -> int | None:
        """The table's current Delta version; None before the first append."""
        try:
            return DeltaTable(self._uri(table), without_files=True).version()
        except TableNotFoundError:
            return None

    def _uri(self, table: Table[R]) -> str:
        return f"{self.home}/tables/{table.name}"

    def _merge(self, table: Table[R], rows: pl.DataFrame) -> int:
        DeltaTable.create(self._uri(table), pl.DataFrame(schema=table.schema).to_arrow().schema, mode="ignore")
        merged = (
            DeltaTable(self._uri(table))
            .merge(rows, predicate="held.id = new.id", source_alias="new", target_alias="held")
            .when_not_matched_insert_all()
            .execute()
        )
        return int(merged["num_target_rows_inserted"])


def _until_committed(commit: Callable[[], int], *, table: str) -> int:
    for attempt in range(_COMMIT_TRIES):
        try:
            return commit()
        except (CommitFailedError, DeltaError) as error:
            if attempt == _COMMIT_TRIES - 1 or not _lost_race(error):
                raise AssayError(
                    f"could not write to the table {table}: {error}", hint="run the same command again", retryable=True
                ) from error
            time.sleep(random.uniform(0, min(0.05 * 2**attempt, 1)))
    raise AssertionError("unreachable")


def _lost_race(error: Exception) -> bool:
    return isinstance(error, CommitFailedError) or "version 0 already exists" in str(error).lower()
