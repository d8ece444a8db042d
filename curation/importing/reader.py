"""Real traces of a user's own, read from a file of any of five formats; what cannot be read is put aside and told."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from curation.importing import anthropic, chat, openai
from curation.importing.lines import MAX_LINE_BYTES, Line, read_lines
from curation.importing.quarantine import Quarantine, QuarantineReason, UnreadableError, quarantine_file
from curation.importing.span_traces import SPAN_FORMATS, SpanTraces
from curation.importing.spool import Spool
from data.errors import AssayError
from data.records import Trace
from data.trace_format import trace_json

MAX_DEPTH = 64
"""Deeper nested JSON is quarantined: no message, schema or result is, and what can just be read could not be written again."""

LINE_FORMATS: Mapping[str, Callable[[Mapping[str, Any]], Trace]] = {
    "chat": chat.read,
    "openai": openai.read,
    "anthropic": anthropic.read,
}
FORMATS = (*LINE_FORMATS, *SPAN_FORMATS)


@dataclass(slots=True, kw_only=True)
class ImportSummary:
    """What became of a file's lines; grows while it is read.

    `read` counts traces by format, `quarantined` entries by reason, `ignored_spans` spans that are no model's or tool's.
    """

    read: Counter[str] = field(default_factory=Counter)
    quarantined: Counter[str] = field(default_factory=Counter)
    ignored_spans: int = 0


def read_traces(
    source: str | Path | BinaryIO,
    *,
    format: str | None = None,
    quarantine: Path | None = None,
    summary: ImportSummary | None = None,
    max_line_bytes: int = MAX_LINE_BYTES,
) -> Iterator[Trace]:
    """The traces of a JSON Lines file ("-": standard input), one at a time, in order.

    `format` is one of `FORMATS`; None tells each line's by itself. Lines that cannot be read go to `quarantine` (None:
    they are only counted). Spans are put aside and come as conversations after the last line. Raises AssayError where the
    file cannot be opened or the format has another name.
    """
    if format is not None and format not in FORMATS:
        raise AssayError(f"unknown format {format!r}", hint=f"use one of {', '.join(FORMATS)}, or leave --format out")
    if isinstance(source, str) and source != "-":
        source = Path(source)
    if isinstance(source, Path):
        if source.is_dir():
            raise AssayError(
                f"{source} is a folder", hint="give one of its files, or cat them and give - for standard input"
            )
        if not source.is_file():
            raise AssayError(f"no such file: {source}", hint="give a JSON Lines file, or - for standard input")
        if quarantine is not None and source.resolve() == quarantine.resolve():
            raise AssayError("the quarantine file is the file to import", hint="give --quarantine another path")
    return _traces(source, format, quarantine, ImportSummary() if summary is None else summary, max_line_bytes)


def sniffed(value: Mapping[str, Any]) -> str:
    """The name of the format that a decoded line is in; "span" for either kind of span. Raises UnreadableError."""
    if "messages" in value:
        return "anthropic" if anthropic.speaks(value) else "openai" if openai.speaks(value) else "chat"
    context = value.get("context")
    if _SPAN_KEYS & value.keys() or (isinstance(context, dict) and "trace_id" in context):
        return "span"
    raise UnreadableError(QuarantineReason.UNKNOWN_FORMAT, "neither messages nor a span's trace id is there")


_SPAN_KEYS = frozenset({"resourceSpans", "resource_spans", "traceId", "trace_id", "context.trace_id"})


def _traces(
    source: str | Path | BinaryIO, format: str | None, path: Path | None, summary: ImportSummary, max_line_bytes: int
) -> Iterator[Trace]:
    with ExitStack() as stack:
        stream = _opened(source, stack)
        bad = None if path is None else stack.enter_context(quarantine_file(path))
        spans = SpanTraces(stack.enter_context(Spool()), only=format if format in SPAN_FORMATS else None)

        def put_away(line: Line, error: UnreadableError, bad: Quarantine | None = bad) -> None:
            summary.quarantined[error.reason] += 1
            if bad is not None:
                bad.add(line, error)

        for line in read_lines(stream, max_line_bytes=max_line_bytes):
            try:
                value = _decoded(line, max_line_bytes)
                name = format or sniffed(value)
                if name not in LINE_FORMATS:
                    summary.ignored_spans += spans.put_aside(value, line)
                    continue
                trace = _shallow(LINE_FORMATS[name](value), line.content)
            except UnreadableError as error:
                put_away(line, error)
            except RecursionError:
                put_away(line, _too_deep())
            else:
                summary.read[name] += 1
                yield trace
        for outcome in spans.outcomes():
            match outcome:
                case Line() as of_span, UnreadableError() as why:
                    put_away(of_span, why)
                case str(name), Trace() as trace:
                    summary.read[name] += 1
                    yield trace


def _opened(source: str | Path | BinaryIO, stack: ExitStack) -> BinaryIO:
    if isinstance(source, Path):
        try:
            return stack.enter_context(source.open("rb"))
        except OSError as error:
            raise AssayError(f"cannot read {source}: {error.strerror}") from error
    return sys.stdin.buffer if isinstance(source, str) else source


def _decoded(line: Line, max_line_bytes: int) -> dict[str, Any]:
    if line.length > max_line_bytes:
        raise UnreadableError(
            QuarantineReason.TOO_LONG, f"the line has {line.length:,} bytes; at most {max_line_bytes:,} are read"
        )
    try:
        value = msgspec.json.decode(line.content)
    except RecursionError:
        raise _too_deep() from None
    except UnicodeDecodeError as error:
        raise UnreadableError(QuarantineReason.NOT_UTF8, str(error)) from error
    except msgspec.DecodeError as error:
        raise _malformed(line.content, error) from error
    if not isinstance(value, dict):
        raise UnreadableError(QuarantineReason.NOT_AN_OBJECT, f"an object is expected, not a {type(value).__name__}")
    if _openings(line.content) > MAX_DEPTH and _depth(value) > MAX_DEPTH:
        raise _too_deep()
    return value


def _malformed(content: bytes, error: msgspec.DecodeError) -> UnreadableError:
    if b"\x00" in content:
        return UnreadableError(QuarantineReason.NUL_BYTE, f"a NUL byte at byte {content.index(0)} of the line")
    try:
        content.decode()
    except UnicodeDecodeError as fault:
        return UnreadableError(QuarantineReason.NOT_UTF8, str(fault))
    return UnreadableError(QuarantineReason.NOT_JSON, str(error))


def _shallow(trace: Trace, content: bytes) -> Trace:
    """`trace`, unless JSON text that was decoded on the way (arguments, say) is nested too deep."""
    if _openings(content) > MAX_DEPTH and _depth(trace_json(trace)) > MAX_DEPTH:
        raise _too_deep()
    return trace


def _openings(content: bytes) -> int:
    return content.count(b"{") + content.count(b"[")


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        level = [
            child
            for each in level
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
        ]
        depth += 1
    return depth


def _too_deep() -> UnreadableError:
    return UnreadableError(QuarantineReason.TOO_DEEP, f"the line is nested more than {MAX_DEPTH} levels deep")
