"""Anthropic's Messages format: content blocks, `tool_use` and `tool_result`, the system text beside the messages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from curation.importing.conversation import conversation, messages_of
from curation.importing.quarantine import QuarantineReason, UnreadableError
from curation.importing.turn import Call, Part, Result, Text, Thought, as_text, turn
from data.records import Trace

# Tools that the provider runs itself come as blocks with these prefixes to the same two names.
_CALL = "tool_use"
_RESULT = "tool_result"
_THOUGHTS = ("thinking", "redacted_thinking")


def read(value: Mapping[str, Any]) -> Trace:
    """A trace from one decoded line. `model`, where given, is the author. Raises UnreadableError.

    A result with `is_error` becomes `{"error": …}`, unless its text says so already: the record has no flag for it.
    """
    rest = {key: each for key, each in value.items() if key not in ("system", "model")}
    if isinstance(value.get("id"), int):
        rest["id"] = str(value["id"])
    if isinstance(tools := value.get("tools"), list):
        rest["tools"] = [_tool(tool) for tool in tools]
    if isinstance(model := value.get("model"), str):
        rest["provenance"] = {"teacher": model, **(rest.get("provenance") or {})}
    return conversation(rest, messages=_messages(value))


def speaks(value: Mapping[str, Any]) -> bool:
    """Whether a line has something that only this format has."""
    if "system" in value:
        return True
    if isinstance(tools := value.get("tools"), list) and any(
        isinstance(tool, dict) and "input_schema" in tool for tool in tools
    ):
        return True
    messages = value.get("messages")
    return isinstance(messages, list) and any(
        isinstance(block, dict)
        and (str(block.get("type")).endswith((_CALL, _RESULT)) or block.get("type") in (*_THOUGHTS, "document"))
        for message in messages
        if isinstance(message, dict) and isinstance(message.get("content"), list)
        for block in message["content"]
    )


def _messages(value: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if (system := value.get("system")) is not None:
        yield from turn("system", _parts(system, "$.system"))
    for index, message in enumerate(messages_of(value)):
        parts = _parts(message.get("content"), f"$.messages[{index}].content")
        turns = turn(message["role"], parts)
        unknown = {key: each for key, each in message.items() if key not in ("role", "content")}
        yield {**turns[0], **unknown}
        yield from turns[1:]


def _parts(content: Any, path: str) -> Iterable[Part]:
    if content is None:
        raise UnreadableError(QuarantineReason.MISSING_FIELD, f"`{path}` is missing")
    if isinstance(content, str):
        return [Text(text=content)]
    if not isinstance(content, list):
        raise UnreadableError(QuarantineReason.WRONG_TYPE, f"`{path}` is neither a text nor a list of blocks")
    return [_part(block, f"{path}[{position}]") for position, block in enumerate(content)]


def _part(block: Any, path: str) -> Part:
    match block:
        case {"type": "text", "text": str(text)}:
            return Text(text=text)
        case {"type": "thinking", "thinking": str(text)} | {"type": "redacted_thinking", "data": str(text)}:
            return Thought(text=text)
        case {"type": str(kind), "id": str(call_id), "name": str(name), **rest} if kind.endswith(_CALL):
            return Call(id=call_id, name=name, arguments=rest.get("input"))
        case {"type": str(kind), "tool_use_id": str(call_id), **rest} if kind.endswith(_RESULT):
            text = _result(rest.get("content"), f"{path}.content")
            return Result(call_id=call_id, content=_error(text) if rest.get("is_error") else text)
        case {"type": "text" | "thinking" | "tool_use" | "tool_result" as kind}:
            raise UnreadableError(
                QuarantineReason.MISSING_FIELD, f"the {kind} block at `{path}` lacks a field or has a wrong one"
            )
        case {"type": kind}:
            raise UnreadableError(
                QuarantineReason.UNSUPPORTED_CONTENT,
                f"`{path}` is of type {kind!r}; only text and tool use can be kept",
            )
    raise UnreadableError(QuarantineReason.WRONG_TYPE, f"a content block is expected at `{path}`")


def _result(content: Any, path: str) -> str:
    """Texts get a line each; what a tool of the provider's returns (search results, say) is kept as JSON."""
    if not isinstance(content, list):
        return as_text(content)
    texts = [block["text"] for block in content if isinstance(block, dict) and isinstance(block.get("text"), str)]
    if len(texts) == len(content):
        return "\n".join(texts)
    if any(isinstance(block, dict) and block.get("type") in ("image", "document") for block in content):
        raise UnreadableError(QuarantineReason.UNSUPPORTED_CONTENT, f"`{path}` holds an image; only text can be kept")
    return as_text(content)


def _error(text: str) -> str:
    try:
        if isinstance(found := msgspec.json.decode(text), dict) and "error" in found:
            return text
    except (msgspec.DecodeError, RecursionError):
        pass
    return as_text({"error": text})


def _tool(tool: Any) -> Any:
    """A tool's definition in the form the public format uses. One that the provider runs has no schema: anything goes."""
    if not isinstance(tool, dict) or "function" in tool:
        return tool
    function = {key: each for key, each in tool.items() if key in ("name", "description")}
    return {"type": "function", "function": {**function, "parameters": tool.get("input_schema", {"type": "object"})}}
