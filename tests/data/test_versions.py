from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from datasets import load_dataset

from data.errors import AssayError
from data.records import Correction, Message, Trace
from data.versions import Manifest, VersionRow, Versions, rows_hash


def manifest(rows: list[VersionRow], name: str = "n1") -> Manifest:
    return Manifest(
        name=name,
        content_hash=rows_hash(rows),
        parent=None,
        created_at=datetime.now(UTC),
        recipe="test",
        recipe_hash="0",
        gate=("structure",),
        checks={},
        tables={"traces": 0},
        counts={"split": Counter(row.split for row in rows)},
        drops={},
        waived={},
        corrected=1,
        authors={"a-teacher": 2},
        reviewers={"ann": 1},
        files={},
    )


@pytest.fixture
def rows(trace: Trace) -> list[VersionRow]:
    correction = Correction(
        trace_id=trace.id,
        review_id="r",
        field="answer",
        value="The CAGR was 11%.",
        author="ann",
        created_at=datetime(2026, 1, 2, tzinfo=UTC),
        reason="shorter",
    )
    corrected = VersionRow(
        id=trace.id, split="train", trace=trace.with_answer(correction.value), corrections=(correction,)
    )
    return [corrected, VersionRow(id="other", split="eval", trace=trace.with_answer("11.3% a year."))]


def test_rows_come_back_as_they_were_frozen(tmp_path: Path, rows: list[VersionRow]) -> None:
    versions = Versions(str(tmp_path))
    versions.write(manifest(rows), rows)
    assert versions.rows("n1") == sorted(rows, key=lambda row: row.id)
    assert versions.names() == ["n1"]


def test_load_dataset_reads_it_with_arguments_as_objects(tmp_path: Path, rows: list[VersionRow]) -> None:
    versions = Versions(str(tmp_path))
    versions.write(manifest(rows), rows)
    loaded = load_dataset(versions.location("n1"), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train", "eval"}
    call = loaded["train"][0]["messages"][2]["tool_calls"][0]
    assert call["function"] == {"name": "run", "arguments": {"fee": 5}}


def test_conversations_without_a_tool_call_freeze_and_load(tmp_path: Path) -> None:
    talk = Trace(
        messages=(Message(role="user", content="Will it rise?"), Message(role="assistant", content="I can't say."))
    )
    rows = [VersionRow(id=talk.id, split="train", trace=talk)]
    versions = Versions(str(tmp_path))
    versions.write(manifest(rows), rows)
    assert versions.rows("n1") == rows
    loaded = load_dataset(versions.location("n1"), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train"}
    assert loaded["train"][0]["messages"][1]["content"] == "I can't say."


def test_the_content_hash_ignores_order_and_when_a_correction_was_made(rows: list[VersionRow]) -> None:
    later = replace(rows[0].corrections[0], created_at=datetime(2027, 1, 1, tzinfo=UTC))
    again = [rows[1], replace(rows[0], corrections=(later,))]
    assert rows_hash(again) == rows_hash(rows)
    assert rows_hash(rows[:1]) != rows_hash(rows)


def test_a_version_is_never_overwritten(tmp_path: Path, rows: list[VersionRow]) -> None:
    versions = Versions(str(tmp_path))
    first = versions.write(manifest(rows), rows)
    assert versions.write(manifest(rows), rows) == first
    with pytest.raises(AssayError, match="frozen with other content"):
        versions.write(manifest(rows[:1]), rows[:1])
    assert versions.rows("n1") == sorted(rows, key=lambda row: row.id)


def test_a_folder_without_a_manifest_does_not_exist(tmp_path: Path, rows: list[VersionRow]) -> None:
    versions = Versions(str(tmp_path))
    versions.write(manifest(rows), rows)
    (tmp_path / "versions" / "n1" / "manifest.json").unlink()
    assert versions.names() == []
    with pytest.raises(AssayError, match="there is no version n1"):
        versions.rows("n1")
    versions.write(manifest(rows), rows)
    assert versions.names() == ["n1"]


def test_a_damaged_file_is_told(tmp_path: Path, rows: list[VersionRow]) -> None:
    versions = Versions(str(tmp_path))
    versions.write(manifest(rows), rows)
    file = tmp_path / "versions" / "n1" / "train.parquet"
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(AssayError, match="not the file that was frozen"):
        versions.rows("n1")


@pytest.mark.parametrize("name", ["../n1", "a/b", "", ".n1"])
def test_a_name_cannot_leave_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(AssayError, match="cannot name a version"):
        Versions(str(tmp_path)).exists(name)
