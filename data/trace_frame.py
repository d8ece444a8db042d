"""Many traces as columns, for rules that run as polars expressions."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

import msgspec
import polars as pl
import pyarrow as pa

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
        "tool_arguments": pl.List(
            pl.String()
        ),  # of the call that each of them answers, as JSON; "{}" where it is unknown
        "messages": pl.String(),  # `Trace.messages` as canonical JSON
        "offers_tools": pl.Boolean(),
    }
)


def trace_frame(traces: Sequence[Trace]) -> pl.DataFrame:
    """One row a trace, in order; `SCHEMA` names the columns. Metadata that is absent or no string is null."""
    columns = list(zip(*map(_row, traces), strict=True)) or [()] * len(SCHEMA)
    held = dict(zip(SCHEMA, columns, strict=True))
    lists = {name: _lists(name, held[name]) for name in ("tool_output", "tool_arguments")}
    return pl.DataFrame({**held, **lists}, schema=SCHEMA)


def _lists(name: str, rows: Sequence[list[str]]) -> pl.Series:
    """A column of lists, at a tenth of the time that polars takes to look into each."""
    ends = pl.Series([0, *accumulate(map(len, rows))], dtype=pl.Int64)
    texts = pl.Series([text for row in rows for text in row], dtype=pl.String)
    return pl.Series(name, pa.LargeListArray.from_arrays(ends.to_arrow(), texts.to_arrow()))


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


def arguments_json(messages: Iterable[Message]) -> list[str]:
    """`answered_calls` as JSON."""
    return [msgspec.json.encode(arguments).decode() for arguments in answered_calls(messages)]


def _row(trace: Trace) -> tuple[Any, ...]:
    messages = canonical_json(trace.messages)
    return (
        trace.id_from(msgspec.Raw(messages), msgspec.Raw(tools_json(trace.tools))),
        trace.source_id,
        trace.kind,
        trace.author,
        _text(trace.metadata.get("question_kind")),
        _text(trace.metadata.get("model_id")),
        _text(trace.metadata.get("ticker")),
        trace.question,
        trace.answer,
        [message.content for message in trace.messages if message.role == "tool"],
        arguments_json(trace.messages),
        messages.decode(),
        bool(trace.tools),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
