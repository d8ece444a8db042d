"""OpenAI's fine-tuning format, with the older `functions` and `function_call`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from curation.importing.conversation import conversation, messages_of
from curation.importing.quarantine import QuarantineReason, UnreadableError
from curation.importing.turn import as_text
from data.records import Trace

_ROLES = {"developer": "system", "function": "tool"}


def read(value: Mapping[str, Any]) -> Trace:
    """A trace from one decoded line. `model`, where given, is the author. Raises UnreadableError."""
    rest = {key: each for key, each in value.items() if key not in ("functions", "model")}
    if isinstance(value.get("id"), int):
        rest["id"] = str(value["id"])
    if isinstance(functions := value.get("functions"), list):
        rest["tools"] = [
            *(rest.get("tools") or []),
            *({"type": "function", "function": function} for function in functions),
        ]
    if isinstance(model := value.get("model"), str):
        rest["provenance"] = {"teacher": model, **(rest.get("provenance") or {})}
    return conversation(rest, messages=_messages(messages_of(value)))


def speaks(value: Mapping[str, Any]) -> bool:
    """Whether a line has something that only this format has."""
    if "functions" in value or "parallel_tool_calls" in value:
        return True
    messages = value.get("messages")
    return isinstance(messages, list) and any(
        isinstance(message, dict)
        and ("weight" in message or "function_call" in message or message.get("role") in _ROLES or _has_parts(message))
        for message in messages
    )


def _has_parts(message: Mapping[str, Any]) -> bool:
    return isinstance(message.get("content"), list)


def _messages(messages: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    call_id = None
    for index, message in enumerate(messages):
        role = message["role"]
        out = {key: each for key, each in message.items() if key != "function_call"}
        out["role"] = _ROLES.get(role, role)
        if isinstance(content := message.get("content"), list):
            out["content"] = _text(content, index)
        if isinstance(refusal := message.get("refusal"), str) and not out.get("content"):
            out["content"] = refusal
        if message.get("function_call"):
            call_id = f"call_{index}_0"
            out["tool_calls"] = [{"id": call_id, "type": "function", "function": message["function_call"]}]
        if role == "function":
            out["tool_call_id"] = call_id
            out["content"] = as_text(out.get("content"))
        if isinstance(calls := out.get("tool_calls"), list):
            out["tool_calls"] = [_call(call) for call in calls]
        yield out


def _call(call: Any) -> Any:
    """A call without arguments is logged with an empty text, which is no JSON."""
    match call:
        case {"function": {"arguments": "" | None, **function}, **rest}:
            return {**rest, "function": {**function, "arguments": {}}}
    return call


def _text(parts: list[Any], index: int) -> str:
    texts = []
    for position, part in enumerate(parts):
        match part:
            case {"type": "text", "text": str(text)} | {"type": "refusal", "refusal": str(text)}:
                texts.append(text)
            case _:
                kind = part.get("type") if isinstance(part, dict) else type(part).__name__
                raise UnreadableError(
                    QuarantineReason.UNSUPPORTED_CONTENT,
                    f"`$.messages[{index}].content[{position}]` is of type {kind!r}; only text can be kept",
                )
    return "\n".join(texts)
