"""The public trace format (JSON Lines) and the record: one reader, one writer."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from data.identity import canonical_json
from data.records import Message, Role, ToolCall, Trace, TraceKind


class _Function(msgspec.Struct):
    name: str
    arguments: dict[str, Any] | str


class _ToolCall(msgspec.Struct):
    function: _Function
    id: str | None = None
    type: str = "function"


class _Message(msgspec.Struct):
    role: Role
    content: str | None = None
    tool_calls: list[_ToolCall] | None = None
    tool_call_id: str | None = None
    name: str | None = None


class _Trace(msgspec.Struct):
    messages: list[_Message]
    id: str | None = None
    kind: TraceKind = "assistant"
    tools: list[dict[str, Any]] | None = None
    metadata: dict[str, Any] | None = None
    provenance: dict[str, Any] | None = None


_trace_decoder = msgspec.json.Decoder(_Trace)
_arguments_decoder = msgspec.json.Decoder(dict[str, Any])


def decode_trace(line: bytes | str) -> Trace:
    """A trace from one line of the public format. Raises msgspec.DecodeError (a ValueError) that says what is wrong and where."""
    return _record(_trace_decoder.decode(line))


def trace_from(value: Mapping[str, Any]) -> Trace:
    """A trace from the public format's decoded JSON. Raises msgspec.ValidationError."""
    return _record(msgspec.convert(value, _Trace))


def encode_trace(trace: Trace) -> bytes:
    """One line of the public format, without the newline."""
    return msgspec.json.encode(trace_json(trace))


def trace_json(trace: Trace) -> dict[str, Any]:
    """The public format as plain JSON values."""
    provenance = {**trace.provenance} | ({"teacher": trace.author} if trace.author is not None else {})
    return {
        **({"id": trace.source_id} if trace.source_id is not None else {}),
        "kind": trace.kind,
        "messages": [message_json(message) for message in trace.messages],
        "tools": list(trace.tools),
        "metadata": dict(trace.metadata),
        "provenance": provenance,
    }


def message_json(message: Message) -> dict[str, Any]:
    """A message in the chat format that `transformers` and `trl` read; keys without a value are left out."""
    value: dict[str, Any] = {"role": message.role, "content": message.content}
    if message.tool_calls:
        value["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": dict(call.arguments)}}
            for call in message.tool_calls
        ]
    if message.tool_call_id is not None:
        value["tool_call_id"] = message.tool_call_id
    if message.name is not None:
        value["name"] = message.name
    return value


_MOST_TOOLS = 1_024
_tools: dict[int, tuple[Sequence[Mapping[str, Any]], bytes]] = {}


def tools_json(tools: Sequence[Mapping[str, Any]]) -> bytes:
    """Canonical JSON of the tools that a trace offers, encoded once for all traces that hold the same object."""
    known = _tools.get(id(tools))
    if known is not None and known[0] is tools:
        return known[1]
    if len(_tools) >= _MOST_TOOLS:
        _tools.clear()
    encoded = canonical_json(tools)
    _tools[id(tools)] = tools, encoded
    return encoded


def declared(tool: Any) -> Mapping[str, Any] | None:
    """What a tool's definition declares (its name, a text, among it), be it wrapped in "function" or not; None where it has no name."""
    function = tool.get("function", tool) if isinstance(tool, Mapping) else None
    return function if isinstance(function, Mapping) and isinstance(function.get("name"), str) else None


def _record(wire: _Trace) -> Trace:
    provenance = dict(wire.provenance or {})
    author = provenance.pop("teacher", None)
    return Trace(
        kind=wire.kind,
        messages=tuple(_message(message, index) for index, message in enumerate(wire.messages)),
        tools=tuple(wire.tools or ()),
        metadata=wire.metadata or {},
        author=None if author is None else str(author),
        provenance=provenance,
        source_id=wire.id,
    )


def _message(wire: _Message, index: int) -> Message:
    return Message(
        role=wire.role,
        content=wire.content or "",
        tool_calls=tuple(
            _tool_call(call, index=index, position=position) for position, call in enumerate(wire.tool_calls or ())
        ),
        tool_call_id=wire.tool_call_id,
        name=wire.name,
    )


def _tool_call(wire: _ToolCall, *, index: int, position: int) -> ToolCall:
    arguments = wire.function.arguments
    if isinstance(arguments, str):
        try:
            arguments = _arguments_decoder.decode(arguments)
        except msgspec.DecodeError as error:
            path = f"$.messages[{index}].tool_calls[{position}].function.arguments"
            raise msgspec.ValidationError(f"{error} - at `{path}`") from error
    return ToolCall(id=wire.id or f"call_{index}_{position}", name=wire.function.name, arguments=arguments)
