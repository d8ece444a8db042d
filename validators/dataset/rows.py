"""The rows of a dataset as columns, for the checks that look at all of them together."""

from collections.abc import Sequence

import msgspec
import polars as pl

from data.identity import content_hash
from data.records import Split, Trace
from data.trace_frame import messages_json

ROWS_SCHEMA = pl.Schema(
    {
        "trace_id": pl.String(),
        "split": pl.String(),  # null: on no side
        "question_kind": pl.String(),
        "model_id": pl.String(),
        "regime": pl.String(),
        "action": pl.String(),
        "ticker": pl.String(),
        "question": pl.String(),
        "answer": pl.String(),
        "messages": pl.String(),  # the public format's messages, as JSON
        "calls": pl.String(),  # each tool called, in order, with its arguments' names and JSON types
        "exchange": pl.String(),  # a hash of the calls, results and answer; null without a call
    }
)
_FROM_METADATA = ("question_kind", "model_id", "regime", "action", "ticker")


def dataset_rows(
    traces: Sequence[Trace], *, splits: Sequence[Split | None], trace_ids: Sequence[str] | None = None
) -> pl.DataFrame:
    """One row a trace, in order, with the columns of `ROWS_SCHEMA`. Metadata that is absent or no string is null.

    `splits` says on which side each row is. `trace_ids` are the names to report, where they are not the traces' own (a corrected
    trace goes by the id that it had before).
    """
    names = [trace.id for trace in traces] if trace_ids is None else trace_ids
    rows = [_row(trace, split, name) for trace, split, name in zip(traces, splits, names, strict=True)]
    return pl.DataFrame(rows, schema=ROWS_SCHEMA, orient="row")


def _row(trace: Trace, split: Split | None, name: str) -> tuple[str | None, ...]:
    metadata = (trace.metadata.get(key) for key in _FROM_METADATA)
    calls = [
        [call.name, sorted([key, _type(value)] for key, value in call.arguments.items())]
        for message in trace.messages
        for call in message.tool_calls
    ]
    return (
        name,
        split,
        *(value if isinstance(value, str) else None for value in metadata),
        trace.question,
        trace.answer,
        messages_json(trace.messages),
        msgspec.json.encode(calls).decode(),
        _exchange(trace) if calls else None,
    )


def _exchange(trace: Trace) -> str:
    said = [
        (message.content, [[call.name, call.arguments] for call in message.tool_calls])
        for message in trace.messages
        if message.role in ("assistant", "tool")
    ]
    return content_hash(said)


def _type(value: object) -> str:
    """JSON knows one kind of number."""
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__
