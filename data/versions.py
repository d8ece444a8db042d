"""Frozen dataset versions: a folder of `train.parquet`, `eval.parquet`, a dataset card, and `manifest.json` written last.

A folder without a manifest does not exist. A version is never overwritten.
"""

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

import fsspec
import msgspec
import polars as pl
from pyarrow import parquet

from data.errors import AssayError
from data.identity import content_hash
from data.records import Correction, Split, Trace
from data.trace_format import trace_from, trace_json

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

SPLITS: tuple[Split, ...] = ("train", "eval")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One example of a version. `trace` is as corrected; `id` names the trace as it was before any correction."""

    id: str
    split: Split
    trace: Trace
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a version is and where it came from.

    `content_hash` covers the rows alone, not their order, nor times or authors of corrections: the same examples always hash the same.
    `tables` holds the Delta version of each living table that was read (None: the table was empty). `drops` and `waived` count
    traces left out, and let in by a reviewer over a finding, by reason. `files` holds each file's SHA-256.
    """

    name: str
    content_hash: str
    parent: str | None
    created_at: datetime
    recipe: str
    recipe_hash: str
    gate: tuple[str, ...]
    checks: Mapping[str, str]
    tables: Mapping[str, int | None]
    counts: Mapping[str, Mapping[str, int]]
    drops: Mapping[str, int]
    waived: Mapping[str, int]
    corrected: int
    authors: Mapping[str, int]
    reviewers: Mapping[str, int]
    files: Mapping[str, str]
    format: Literal[1] = 1


class Versions:
    """The frozen versions under `<home>/versions`; `home` is a local path or `s3://…`."""

    def __init__(self, home: str) -> None:
        self._root = f"{home.rstrip('/')}/versions"
        self._fs, self._path = fsspec.core.url_to_fs(self._root)

    def names(self) -> list[str]:
        """The names of the versions that exist, oldest first."""
        if not self._fs.isdir(self._path):
            return []
        names = [folder.rstrip("/").rsplit("/", 1)[-1] for folder in self._fs.ls(self._path, detail=False)]
        held = [self.manifest(name) for name in names if self.exists(name)]
        return [manifest.name for manifest in sorted(held, key=lambda manifest: manifest.created_at)]

    def exists(self, name: str) -> bool:
        """Raises AssayError where `name` cannot be a folder's name."""
        if not _NAME.fullmatch(name):
            raise AssayError(f"{name!r} cannot name a version", hint="use letters, digits, '.', '_' and '-'")
        return bool(self._fs.exists(self._file(name, "manifest.json")))

    def location(self, name: str) -> str:
        """The folder, as `datasets.load_dataset` takes it."""
        return f"{self._root}/{name}"

    def manifest(self, name: str) -> Manifest:
        """Raises AssayError where there is no such version."""
        if not self.exists(name):
            known = ", ".join(self.names()) or "none"
            raise AssayError(
                f"there is no version {name} (there: {known})", hint=f"assay freeze {name} --recipe RECIPE"
            )
        return msgspec.json.decode(self._fs.cat_file(self._file(name, "manifest.json")), type=Manifest)

    def frame(self, name: str) -> pl.DataFrame:
        """The version's rows as they lie in its parquet files, with a `split` column. Raises AssayError where a file was damaged."""
        files = self.manifest(name).files
        parts = []
        for split in SPLITS:
            file = f"{split}.parquet"
            payload = self._fs.cat_file(self._file(name, file))
            if hashlib.sha256(payload).hexdigest() != files[file]:
                raise AssayError(
                    f"{self.location(name)}/{file} is not the file that was frozen",
                    hint="freeze the version again under another name",
                )
            parts.append(pl.read_parquet(payload).with_columns(split=pl.lit(split)))
        return pl.concat(parts)

    def rows(self, name: str) -> list[VersionRow]:
        """The version's examples, ordered by id. Raises AssayError where there is no such version or it was damaged."""
        return sorted((_row(row) for row in self.frame(name).iter_rows(named=True)), key=lambda row: row.id)

    def write(self, manifest: Manifest, rows: Sequence[VersionRow]) -> Manifest:
        """Freeze `rows` under `manifest.name`; returns the manifest as it stands, with the files' hashes.

        The same content under the same name is left as it is. Raises AssayError where the name holds other content.
        """
        if self.exists(manifest.name):
            held = self.manifest(manifest.name)
            if held.content_hash == manifest.content_hash:
                return held
            raise AssayError(
                f"the version {manifest.name} is frozen with other content ({held.content_hash}, not {manifest.content_hash})",
                hint="freeze under another name",
            )
        folder = self._file(manifest.name, "")
        self._fs.makedirs(folder, exist_ok=True)
        files = {f"{split}.parquet": _parquet(rows, split) for split in SPLITS} | {
            "README.md": _card(manifest).encode()
        }
        for file, payload in files.items():
            self._fs.pipe_file(folder + file, payload)
        hashes = {file: hashlib.sha256(payload).hexdigest() for file, payload in files.items()}
        manifest = replace(manifest, files=hashes)
        # A rename is atomic where a write is not: a crash before this line leaves no version, after it a whole one.
        self._fs.pipe_file(folder + ".manifest.json", msgspec.json.format(msgspec.json.encode(manifest), indent=2))
        self._fs.mv(folder + ".manifest.json", folder + "manifest.json")
        return manifest

    def _file(self, name: str, file: str) -> str:
        return f"{self._path}/{name}/{file}"


def rows_hash(rows: Sequence[VersionRow]) -> str:
    """The content hash of a version: of what a model would learn from or be judged on, whatever the order."""
    return content_hash(sorted(content_hash([row.id, row.split, _content(row.trace)]) for row in rows))


def _content(trace: Trace) -> dict[str, Any]:
    return {key: value for key, value in trace_json(trace).items() if key != "provenance"}


def _parquet(rows: Sequence[VersionRow], split: Split) -> bytes:
    """The rows of one split, by id, with the features that `datasets` reads back: `arguments` stay objects of their own shape."""
    from datasets import Dataset, Features, Json, List, Value  # slow to import

    text = Value("string")
    call = {"id": text, "type": text, "function": {"name": text, "arguments": Json()}}
    message = {"role": text, "content": text, "tool_calls": List(call), "tool_call_id": text, "name": text}
    features = Features(dict.fromkeys(_COLUMNS, text) | {"messages": List(message)})
    table = [_columns(row) for row in sorted(rows, key=lambda row: row.id) if row.split == split]
    columns = {name: [row[name] for row in table] for name in features}
    arrow = Dataset.from_dict(columns, features=features).data.table
    payload = io.BytesIO()
    # Not Dataset.to_parquet, which fails on a column of JSON objects that is null throughout.
    parquet.write_table(arrow, payload, compression="zstd")
    return payload.getvalue()


_COLUMNS = ("id", "source_id", "kind", "author", "tools", "metadata", "provenance", "corrections")


def _columns(row: VersionRow) -> dict[str, Any]:
    value = trace_json(row.trace)
    empty = {"tool_calls": None, "tool_call_id": None, "name": None}
    return {
        "id": row.id,
        "source_id": row.trace.source_id,
        "kind": row.trace.kind,
        "author": row.trace.author,
        "messages": [empty | message for message in value["messages"]],
        "tools": _json(value["tools"]),
        "metadata": _json(value["metadata"]),
        "provenance": _json(value["provenance"]),
        "corrections": _json(row.corrections),
    }


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _row(columns: Mapping[str, Any]) -> VersionRow:
    messages = [{key: value for key, value in message.items() if value is not None} for message in columns["messages"]]
    trace = {
        "id": columns["source_id"],
        "kind": columns["kind"],
        "messages": messages,
        **{key: msgspec.json.decode(columns[key]) for key in ("tools", "metadata", "provenance")},
    }
    corrections = msgspec.json.decode(columns["corrections"], type=tuple[Correction, ...])
    return VersionRow(id=columns["id"], split=columns["split"], trace=trace_from(trace), corrections=corrections)


def _card(manifest: Manifest) -> str:
    """The dataset card: front matter that names the splits' files, then what the manifest says, for people."""
    # load_dataset fails on a split without rows, so an empty one is not named.
    held = [split for split in SPLITS if manifest.counts["split"].get(split)]
    files = "".join(f"      - split: {split}\n        path: {split}.parquet\n" for split in held)
    counts = "\n".join(
        f"| {axis} | {value} | {count} |" for axis, values in manifest.counts.items() for value, count in values.items()
    )
    sections = {
        "Written by": manifest.authors,
        "Corrected by": manifest.reviewers,
        "Left out, by reason": manifest.drops,
        "Let in by a reviewer over a finding": manifest.waived,
    }
    lists = "\n\n".join(
        f"## {title}\n\n" + ("\n".join(f"- {key}: {count}" for key, count in values.items()) or "none")
        for title, values in sections.items()
    )
    return f"""---
configs:
  - config_name: default
    data_files:
{files}---
# {manifest.name}

Tool-use conversations frozen by Assay. `messages` and `tools` go into `trl` as they are; `tools`, `metadata`, `provenance` and
`corrections` are JSON text.

- content hash: `{manifest.content_hash}`
- parent: {manifest.parent or "none"}
- recipe: {manifest.recipe} (`{manifest.recipe_hash}`)
- gate: {", ".join(manifest.gate) or "none"}
- corrected answers: {manifest.corrected}

## Rows

| axis | value | rows |
|---|---|---|
{counts}

{lists}
"""
