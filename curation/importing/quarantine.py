"""Lines that could not be read: why, and the file they go to."""

import base64
import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import msgspec

from curation.importing.lines import Line
from data.errors import AssayError

RAW_BYTES = 64 * 1024
"""How much of a quarantined line is kept: enough to see what it was, and a file of giant lines stays small."""


class QuarantineReason(StrEnum):
    """The closed list of reasons for which a line is not read."""

    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    NUL_BYTE = "nul_byte"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    NOT_AN_OBJECT = "not_an_object"
    UNKNOWN_FORMAT = "unknown_format"
    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    UNSUPPORTED_CONTENT = "unsupported_content"
    NO_CONVERSATION = "no_conversation"


class UnreadableError(Exception):
    """A line, or the spans of one trace, that hold no readable conversation."""

    def __init__(self, reason: QuarantineReason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


class Quarantine:
    """A JSON Lines file of what could not be read; it is made with the first such line.

    Each entry: `line` (from 1), `offset` and `length` in bytes, `reason`, `message`, `encoding` of `raw` ("utf-8", or
    "base64" where the line is not UTF-8) and `raw`, the line's first `RAW_BYTES` bytes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def add(self, line: Line, error: UnreadableError) -> None:
        """Write one entry."""
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
        encoding, raw = _raw(line.content[:RAW_BYTES])
        entry = {
            "line": line.number,
            "offset": line.offset,
            "length": line.length,
            "reason": error.reason,
            "message": error.message,
            "encoding": encoding,
            "raw": raw,
        }
        self._file.write(msgspec.json.encode(entry) + b"\n")

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


@contextmanager
def quarantine_file(path: Path) -> Iterator[Quarantine]:
    """A quarantine at `path`. An earlier run's file there is removed, so that what lies there is of this run.

    Raises AssayError where something else lies there.
    """
    if path.exists():
        if not _is_quarantine(path):
            raise AssayError(
                f"{path} is there and is no quarantine file", hint="move it, or give --quarantine another path"
            )
        path.unlink()
    quarantine = Quarantine(path)
    try:
        yield quarantine
    finally:
        quarantine.close()


def _is_quarantine(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        try:
            entry = msgspec.json.decode(file.readline())
        except msgspec.DecodeError:
            return False
    return isinstance(entry, dict) and {"line", "offset", "reason", "raw"} <= entry.keys()


def _raw(content: bytes) -> tuple[str, str]:
    try:
        # Not final: a character that the cut divides is left out instead of making the text invalid.
        return "utf-8", codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return "base64", base64.b64encode(content).decode()
