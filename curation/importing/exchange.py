"""What one span tells of a conversation, and how the exchanges of one trace make conversations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from curation.importing.conversation import conversation
from curation.importing.lines import Line
from data.records import Trace

Messages = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One model call: what was sent and what came back, as messages of the public format.

    `is_model` is False for an agent's or a chain's span around model calls: it is read only where no model call tells more.
    """

    messages: Messages
    is_model: bool
    span_id: str
    tools: Sequence[Any] = ()
    model: str | None = None
    usage: Mapping[str, Any] = field(default_factory=dict)
    started_at: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRun:
    """A tool's own span: the result of the call `call_id`."""

    call_id: str
    name: str | None
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A conversation as far as it is known: `exchange` holds all of it, `line` is where its last call stood."""

    exchange: Exchange
    line: Line
    keys: Sequence[bytes]


class Conversations:
    """The conversations of one trace, grown from its exchanges in the order of time.

    A later call that repeats an earlier one's messages continues it, as does one that holds only the results of its calls.
    Any other starts a conversation of its own: a second agent in the same trace, say.
    """

    def __init__(self) -> None:
        self._models: list[Chain] = []
        self._agents: list[Chain] = []

    def add(self, exchange: Exchange, line: Line) -> None:
        chains = self._models if exchange.is_model else self._agents
        new = Chain(exchange=exchange, line=line, keys=[_key(message) for message in exchange.messages])
        for index, held in enumerate(chains):
            if held.keys[: len(new.keys)] == new.keys:
                return
            if new.keys[: len(held.keys)] == held.keys:
                chains[index] = _grown(held, new, exchange.messages)
                return
            if joined := _continued(held.exchange.messages, exchange.messages):
                chains[index] = _grown(held, new, joined)
                return
        chains.append(new)

    def chains(self) -> Sequence[Chain]:
        """The longest telling of each conversation; an agent's own span counts only where no model call was recorded."""
        return self._models or self._agents


def trace_of(exchange: Exchange, *, source_id: str, runs: Mapping[str, ToolRun]) -> Trace:
    """The trace. Calls without a result in the messages get that of the tool's own span. Raises UnreadableError."""
    facts = {"teacher": exchange.model, "created_at": exchange.started_at, "usage": dict(exchange.usage) or None}
    value = {
        "id": source_id,
        "tools": list(exchange.tools),
        "metadata": dict(exchange.metadata),
        "provenance": {name: fact for name, fact in facts.items() if fact is not None},
    }
    return conversation(value, messages=_with_results(exchange.messages, runs))


def _grown(held: Chain, new: Chain, messages: Messages) -> Chain:
    exchange = replace(
        new.exchange,
        messages=messages,
        tools=new.exchange.tools or held.exchange.tools,
        model=new.exchange.model or held.exchange.model,
        started_at=held.exchange.started_at,
        metadata={**held.exchange.metadata, **new.exchange.metadata},
    )
    return Chain(exchange=exchange, line=new.line, keys=[_key(message) for message in messages])


def _key(message: Mapping[str, Any]) -> bytes:
    """What makes two tellings of a message the same: an id may be missing on the way out, and blanks may differ."""
    calls = [
        [call["function"]["name"], _arguments(call["function"]["arguments"])] for call in message.get("tool_calls", ())
    ]
    content = message.get("content")
    return msgspec.json.encode(
        [message["role"], content.strip() if isinstance(content, str) else content or "", calls], order="sorted"
    )


def _arguments(arguments: Any) -> Any:
    try:
        return msgspec.json.decode(arguments) if isinstance(arguments, str) else arguments
    except (msgspec.DecodeError, RecursionError):
        return arguments


def _continued(before: Messages, after: Messages) -> list[Mapping[str, Any]] | None:
    """The conversation that `after` continues with nothing but the results of `before`'s last calls; None where it does not."""
    pending = {call["id"] for call in before[-1].get("tool_calls", ()) if call["id"]} if before else set()
    news = [message for message in after if message["role"] != "system"]
    if pending and news and news[0]["role"] == "tool" and news[0].get("tool_call_id") in pending:
        return [*before, *news]
    return None


def _with_results(messages: Messages, runs: Mapping[str, ToolRun]) -> Iterable[Mapping[str, Any]]:
    answered = {message.get("tool_call_id") for message in messages if message["role"] == "tool"}
    for message in messages:
        yield message
        for call in message.get("tool_calls", ()):
            if call["id"] in runs and call["id"] not in answered:
                run = runs[call["id"]]
                yield {"role": "tool", "content": run.content, "tool_call_id": run.call_id, "name": run.name}
