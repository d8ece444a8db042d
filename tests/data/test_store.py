import multiprocessing
from pathlib import Path

import polars as pl
import pytest

from data.records import Failure, Trace
from data.store import Store
from data.tables import FAILURES, TRACES


def failures(first: int, count: int) -> list[Failure]:
    return [
        Failure(stage="teach", item=str(item), reason="no_answer", message="") for item in range(first, first + count)
    ]


def append_all(home: str, first: int) -> None:
    store = Store(home)
    for batch in range(4):
        store.append(FAILURES, failures(first + batch * 10, 15))


def test_a_table_that_was_never_written_is_empty(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    assert store.read(TRACES) == []
    assert store.version(TRACES) is None
    assert store.scan(TRACES).collect_schema() == TRACES.schema


def test_records_come_back_as_they_went_in(tmp_path: Path, trace: Trace) -> None:
    store = Store(str(tmp_path))
    store.append(TRACES, [trace])
    assert store.read(TRACES) == [trace]
    assert store.read(TRACES)[0].id == trace.id


def test_appending_twice_adds_nothing(tmp_path: Path, trace: Trace) -> None:
    store = Store(str(tmp_path))
    assert store.append(TRACES, [trace, trace]) == 1
    assert store.append(TRACES, [trace]) == 0
    assert len(store.read(TRACES)) == 1


def test_an_earlier_version_can_be_read(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.append(FAILURES, failures(0, 3))
    before = store.version(FAILURES)
    store.append(FAILURES, failures(3, 3))
    assert len(store.read(FAILURES, version=before)) == 3
    assert len(store.read(FAILURES)) == 6


def test_processes_write_at_once_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    # The ranges overlap: half of what each appends, another appends too.
    writers = [context.Process(target=append_all, args=(str(tmp_path), first)) for first in (0, 20, 40)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    items = Store(str(tmp_path)).scan(FAILURES).select(pl.col("item").cast(int)).collect()["item"].sort().to_list()
    assert items == list(range(85))


def test_a_row_of_another_shape_is_refused(tmp_path: Path, trace: Trace) -> None:
    broken = TRACES.rows([trace]).with_columns(messages=pl.lit('[{"role": "narrator", "content": ""}]'))
    with pytest.raises(ValueError, match="narrator"):
        TRACES.records(broken)
