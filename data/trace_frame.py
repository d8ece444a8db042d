"""Many traces as columns, for rules that run as polars expressions."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec
import polars as pl

from data.identity import canonical_json
from data.records import Message, Trace
from data.trace_format import message_json, tools_json

SCHEMA = pl.Schema(
    {
        "id": pl.String(),
        "source_id": pl.String(),
        "kind": pl.String(),
        "author": pl.String(),
        "question_kind": pl.String(),
        "model_id": pl.String(),
        "ticker": pl.String(),
        "question": pl.String(),  # the last user turn
        "answer": pl.String(),  # the final assistant turn
        "tool_output": pl.List(pl.String()),  # the tool turns' contents, in order
        "messages": pl.String(),  # `Trace.messages` as canonical JSON
        "offers_tools": pl.Boolean(),
    }
)


def trace_frame(traces: Sequence[Trace]) -> pl.DataFrame:
    """One row a trace, in order; `SCHEMA` names the columns. Metadata that is absent or no string is null."""
    return pl.DataFrame([_row(trace) for trace in traces], schema=SCHEMA, orient="row")


def messages_json(messages: Iterable[Message]) -> str:
    """The messages in the public format, as JSON text."""
    return msgspec.json.encode([message_json(message) for message in messages]).decode()


def _row(trace: Trace) -> tuple[object, ...]:
    messages = canonical_json(trace.messages)
    return (
        _id(trace, messages),
        trace.source_id,
        trace.kind,
        trace.author,
        _text(trace.metadata.get("question_kind")),
        _text(trace.metadata.get("model_id")),
        _text(trace.metadata.get("ticker")),
        trace.question,
        trace.answer,
        [message.content for message in trace.messages if message.role == "tool"],
        messages.decode(),
        bool(trace.tools),
    )


def _id(trace: Trace, messages: bytes) -> str:
    """`Trace.id`, put together from parts that are encoded anyway or alike in many traces."""
    rest = canonical_json([trace.metadata, trace.author])
    whole = b'["%s",%s,%s,%s' % (trace.kind.encode(), messages, tools_json(trace.tools), rest[1:])
    return blake2b(whole, digest_size=16).hexdigest()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
