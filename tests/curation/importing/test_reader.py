import base64
import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.importing.lines import MAX_LINE_BYTES, read_lines
from curation.importing.quarantine import RAW_BYTES
from curation.importing.reader import ImportSummary, read_traces
from data.errors import AssayError
from data.records import Trace
from data.tables import TRACES
from data.trace_format import encode_trace
from tests.curation.importing.strategies import json_value


def good(number: int) -> bytes:
    messages = [{"role": "user", "content": f"Question {number}?"}, {"role": "assistant", "content": "Answer."}]
    return json.dumps({"id": f"g{number}", "messages": messages}).encode()


BROKEN: dict[str, tuple[bytes, str]] = {
    "cut off": (good(0)[:40], "not_json"),
    "plain text": (b"hello", "not_json"),
    "not a number": (b'{"messages": [], "x": NaN}', "not_json"),
    "half a surrogate": (b'{"messages": "\\ud800"}', "not_json"),
    "a list": (b"[1, 2]", "not_an_object"),
    "a NUL byte": (good(0).replace(b"Answer", b"Ans\x00wer"), "nul_byte"),
    "only NUL bytes": (b"\x00" * 20, "nul_byte"),
    "Latin-1": (good(0).replace(b"Answer", "Réponse".encode("latin-1")), "not_utf8"),
    "UTF-16": ('{"messages": "ä"}'.encode("utf-16-le").replace(b"\x00", b"\xfe"), "not_utf8"),
    "10 MB": (good(0).replace(b"Answer", b"A" * 10_000_000), "too_long"),
    "no messages": (b'{"conversation": []}', "unknown_format"),
    "empty": (b'{"messages": []}', "no_conversation"),
    "messages of the wrong type": (b'{"messages": "none"}', "wrong_type"),
    "a message of the wrong type": (b'{"messages": ["hi"]}', "wrong_type"),
    "no role": (b'{"messages": [{"content": "hi"}]}', "missing_field"),
    "an unknown role": (b'{"messages": [{"role": "wizard", "content": "hi"}]}', "wrong_type"),
    "no content": (b'{"messages": [{"role": "user"}]}', "missing_field"),
    "a number for content": (b'{"messages": [{"role": "user", "content": 5}]}', "wrong_type"),
    "metadata of the wrong type": (good(0).replace(b'{"id"', b'{"metadata": 3, "id"'), "wrong_type"),
    "arguments that are no JSON": (
        b'{"messages": [{"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": "{bad"}}]}]}',
        "wrong_type",
    ),
    "a call without a name": (
        b'{"messages": [{"role": "assistant", "tool_calls": [{"function": {"arguments": {}}}]}]}',
        "missing_field",
    ),
    "nested without end": (b'{"messages": ' + b"[" * 100_000, "too_deep"),
    "nested too deep": (good(0)[:-1] + b', "x": ' + b"[" * 70 + b"]" * 70 + b"}", "too_deep"),
    "arguments nested too deep": (
        b'{"messages": [{"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": "{\\"a\\": '
        + b"[" * 70
        + b"]" * 70
        + b'}"}}]}]}',
        "too_deep",
    ),
    "a number out of range": (b'{"messages": [], "x": 1e999}', "not_json"),
    "a span without a message": (
        b'{"traceId": "abc", "attributes": {"gen_ai.operation.name": "chat"}}',
        "no_conversation",
    ),
    "a span without a trace id": (
        b'{"resourceSpans": [{"scopeSpans": [{"spans": [{"name": "x"}]}]}]}',
        "missing_field",
    ),
}


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_exactly_the_broken_lines_are_quarantined(tmp_path: Path, end: bytes) -> None:
    lines: list[bytes] = []
    expected = []
    for number, (content, reason) in enumerate(BROKEN.values()):
        lines += [good(number), content, b""]
        expected.append((3 * number + 2, reason))
    lines.append(good(len(BROKEN)))
    file = end.join(lines)
    (tmp_path / "traces.jsonl").write_bytes(b"\xef\xbb\xbf" + file)
    summary = ImportSummary()
    traces = list(read_traces(tmp_path / "traces.jsonl", quarantine=tmp_path / "bad.jsonl", summary=summary))

    assert [trace.source_id for trace in traces] == [f"g{number}" for number in range(len(BROKEN) + 1)]
    entries = sorted((json.loads(line) for line in (tmp_path / "bad.jsonl").open()), key=lambda entry: entry["line"])
    assert [(entry["line"], entry["reason"]) for entry in entries] == expected
    assert all(entry["message"] for entry in entries)
    for entry, (content, _) in zip(entries, BROKEN.values(), strict=True):
        kept = base64.b64decode(entry["raw"]) if entry["encoding"] == "base64" else entry["raw"].encode()
        assert kept == content[:RAW_BYTES]
        assert entry["length"] == len(content)
        assert file[entry["offset"] - 3 :].startswith(content)
    assert summary.read == {"chat": len(BROKEN) + 1}
    assert sum(summary.quarantined.values()) == len(BROKEN)


@given(st.lists(st.binary(max_size=30) | json_value.map(lambda value: json.dumps(value).encode()), max_size=6))
def test_no_bytes_crash_it_and_good_lines_survive(noise: list[bytes]) -> None:
    lines = [each for piece in noise for each in (piece.replace(b"\n", b" "), good(1))]
    summary = ImportSummary()
    traces = list(read_traces(io.BytesIO(b"\n".join(lines)), summary=summary))
    assert [trace.source_id for trace in traces].count("g1") == len(noise)


objects = st.dictionaries(
    st.sampled_from(
        [
            "messages",
            "system",
            "tools",
            "functions",
            "role",
            "content",
            "parts",
            "type",
            "text",
            "attributes",
            "traceId",
            "spanId",
            "resourceSpans",
            "scopeSpans",
            "spans",
            "events",
            "gen_ai.input.messages",
            "gen_ai.prompt.0.role",
            "gen_ai.prompt",
            "gen_ai.choice",
            "llm.input_messages",
            "llm.output_messages.0.message.role",
            "message",
            "name",
            "key",
            "value",
            "id",
            "metadata",
            "provenance",
            "kind",
            "0",
            "openinference.span.kind",
            "startTimeUnixNano",
            "start_time",
            "tool_calls",
            "function",
        ]
    ),
    st.deferred(
        lambda: (
            json_value
            | objects
            | st.lists(objects, max_size=3)
            | st.sampled_from(["user", "assistant", "text", "tool_use"])
        )
    ),
    max_size=6,
)


@given(st.lists(objects, max_size=4), st.sampled_from([None, "chat", "openai", "anthropic", "otel", "openinference"]))
def test_no_object_crashes_any_format(values: list[dict[str, Any]], format: str | None) -> None:
    file = io.BytesIO("\n".join(json.dumps(value) for value in values).encode())
    traces = list(read_traces(file, format=format))
    assert TRACES.records(TRACES.rows(traces)) == traces


@given(st.lists(st.binary(max_size=12), max_size=6), st.integers(1, 8), st.sampled_from([b"\n", b"\r\n"]))
def test_lines_add_up(contents: list[bytes], limit: int, end: bytes) -> None:
    contents = [content.replace(b"\n", b"").replace(b"\r", b"") for content in contents]
    file = end.join(contents)
    for line in read_lines(io.BytesIO(file), max_line_bytes=limit):
        content = contents[line.number - 1]
        if line.length <= limit:
            assert line.content == (content.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else content)
        assert content.endswith(line.content[:limit]) or content.startswith(line.content[:limit])


def test_a_giant_line_is_never_held(tmp_path: Path) -> None:
    path = tmp_path / "giant.jsonl"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b"\n" + good(1))
    tracemalloc.start()
    traces = list(read_traces(path, quarantine=tmp_path / "bad.jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(traces) == 1
    assert peak < 3 * MAX_LINE_BYTES
    (entry,) = (json.loads(line) for line in (tmp_path / "bad.jsonl").open())
    assert (entry["length"], len(entry["raw"])) == (100_000_000, RAW_BYTES)


def test_formats_may_be_mixed() -> None:
    lines = [
        good(1),
        b'{"system": "S", "messages": [{"role": "user", "content": "a"}]}',
        b'{"messages": [{"role": "user", "content": "a"}], "parallel_tool_calls": false}',
        b'{"traceId": "t", "attributes": {"gen_ai.prompt.0.role": "user", "gen_ai.prompt.0.content": "a"}}',
        b'{"traceId": "u", "attributes": {"llm.input_messages.0.message.role": "user", "llm.input_messages.0.message.content": "a"}}',
        b'{"traceId": "u", "attributes": {"http.method": "GET"}}',
    ]
    summary = ImportSummary()
    traces = list(read_traces(io.BytesIO(b"\n".join(lines)), summary=summary))
    assert len(traces) == 5
    assert summary.read == {"chat": 1, "anthropic": 1, "openai": 1, "otel": 1, "openinference": 1}
    assert (summary.ignored_spans, summary.quarantined) == (1, {})


def test_the_quarantine_is_of_this_run(tmp_path: Path) -> None:
    bad = tmp_path / "sub" / "bad.jsonl"
    list(read_traces(io.BytesIO(b"{"), quarantine=bad))
    assert bad.exists()
    list(read_traces(io.BytesIO(good(1)), quarantine=bad))
    assert not bad.exists()


def test_a_cut_never_divides_a_character(tmp_path: Path) -> None:
    list(read_traces(io.BytesIO(b'"' + "ä".encode() * RAW_BYTES), quarantine=tmp_path / "bad.jsonl"))
    entry = json.loads((tmp_path / "bad.jsonl").read_text())
    assert entry["encoding"] == "utf-8"
    assert set(entry["raw"][1:]) == {"ä"}


def test_wrong_use_is_told(tmp_path: Path) -> None:
    path = tmp_path / "traces.jsonl"
    with pytest.raises(AssayError, match="no such file"):
        read_traces(path)
    path.write_bytes(good(1))
    with pytest.raises(AssayError, match="unknown format"):
        read_traces(path, format="csv")
    with pytest.raises(AssayError, match="quarantine"):
        read_traces(str(path), quarantine=path)
    assert path.read_bytes() == good(1)


def test_reading_is_lazy() -> None:
    lines = iter(read_traces(io.BytesIO(b"\n".join([good(1), b"{", good(2)]))))
    assert isinstance(next(lines), Trace)


def test_import_then_export_then_import_is_stable() -> None:
    line = b'{"system": "S", "x": 1, "messages": [{"role": "user", "content": "a", "y": 2}]}'
    (once,) = read_traces(io.BytesIO(line))
    (twice,) = read_traces(io.BytesIO(encode_trace(once)))
    assert twice == once
