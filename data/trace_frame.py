"""Many traces as columns, for rules that run as polars expressions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import polars as pl

from data.records import Message, Trace
from data.trace_format import message_json

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
        "tool_arguments": pl.List(pl.String()),  # of the call that each of them answers, as JSON; "{}" where it is unknown
        "messages": pl.String(),  # the public format's messages, as JSON
        "tools": pl.String(),  # JSON
    }
)


def trace_frame(traces: Sequence[Trace]) -> pl.DataFrame:
    """One row a trace, in order; `SCHEMA` names the columns. Metadata that is absent or no string is null."""
    return pl.DataFrame([_row(trace) for trace in traces], schema=SCHEMA, orient="row")


def messages_json(messages: Iterable[Message]) -> str:
    """The messages in the public format, as JSON text."""
    return msgspec.json.encode([message_json(message) for message in messages]).decode()


def answered_calls(messages: Iterable[Message]) -> list[Mapping[str, Any]]:
    """For each tool turn the arguments of the call that it answers, {} where no call has its id."""
    arguments: dict[str, Mapping[str, Any]] = {}
    found: list[Mapping[str, Any]] = []
    for message in messages:
        arguments.update((call.id, call.arguments) for call in message.tool_calls)
        if message.role == "tool":
            found.append(arguments.get(message.tool_call_id or "", {}))
    return found


def _row(trace: Trace) -> tuple[object, ...]:
    return (
        trace.id,
        trace.source_id,
        trace.kind,
        trace.author,
        _text(trace.metadata.get("question_kind")),
        _text(trace.metadata.get("model_id")),
        _text(trace.metadata.get("ticker")),
        trace.question,
        trace.answer,
        [message.content for message in trace.messages if message.role == "tool"],
        [msgspec.json.encode(arguments).decode() for arguments in answered_calls(trace.messages)],
        messages_json(trace.messages),
        msgspec.json.encode(trace.tools).decode(),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
