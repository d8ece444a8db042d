"""OpenInference's spans (Arize, Phoenix): `llm.input_messages`, `llm.output_messages`, `llm.tools`, flat or nested."""

from collections.abc import Iterator, Mapping
from typing import Any

from curation.importing.exchange import Exchange, ToolRun
from curation.importing.quarantine import QuarantineReason, UnreadableError
from curation.importing.span import Span, decoded
from curation.importing.turn import Call, Part, Result, Text, Thought, as_text, turn

_ROLES = {"developer": "system", "model": "assistant", "human": "user", "ai": "assistant", "function": "tool"}


def speaks(span: Span) -> bool:
    """Whether the span follows these conventions."""
    llm = _object(span.attributes.get("llm"))
    return "openinference" in span.attributes or "input_messages" in llm or "output_messages" in llm


def exchange(span: Span) -> Exchange | None:
    """What the span's model call said; None where it recorded no messages. Raises UnreadableError."""
    llm = _object(span.attributes.get("llm"))
    sent, received = (decoded(llm.get(name)) or [] for name in ("input_messages", "output_messages"))
    if not sent and not received:
        return None
    session = _object(span.attributes.get("session")).get("id")
    return Exchange(
        messages=[*_told(sent), *_told(received[:1] if isinstance(received, list) else received)],
        is_model=_kind(span) in (None, "LLM"),
        span_id=span.span_id,
        tools=_tools(llm.get("tools")),
        model=_text(llm.get("model_name")),
        usage={name: count for name, count in _object(llm.get("token_count")).items() if isinstance(count, int)},
        started_at=span.started_at,
        metadata={} if session is None else {"conversation_id": session},
    )


def tool_run(span: Span) -> ToolRun | None:
    """The result that a TOOL span recorded; None for any other span, and where it names no call."""
    tool = _object(span.attributes.get("tool"))
    call_id = _text(_object(span.attributes.get("tool_call")).get("id")) or _text(tool.get("id"))
    output = span.attributes.get("output")
    value = _object(output).get("value")
    if _kind(span) != "TOOL" or call_id is None or value is None:
        return None
    return ToolRun(call_id=call_id, name=_text(tool.get("name")), content=as_text(value))


def _kind(span: Span) -> str | None:
    kind = _object(_object(span.attributes.get("openinference")).get("span")).get("kind")
    return kind.upper() if isinstance(kind, str) else None


def _told(messages: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(messages, list):
        raise UnreadableError(QuarantineReason.WRONG_TYPE, "the span's messages are no list")
    for each in messages:
        message = _object(each).get("message", each)
        if not isinstance(message, dict) or not isinstance(message.get("role"), str):
            raise UnreadableError(QuarantineReason.MISSING_FIELD, "a message of the span names no role")
        role = _ROLES.get(message["role"].lower(), message["role"].lower())
        if role == "tool":
            content = as_text(message.get("content")) or "\n".join(_contents_text(message))
            yield from turn(
                role,
                [Result(call_id=_text(message.get("tool_call_id")), content=content, name=_text(message.get("name")))],
            )
        else:
            yield from turn(role, _parts(message))


def _parts(message: Mapping[str, Any]) -> list[Part]:
    content = message.get("content")
    contents = [_block(each) for each in message.get("contents") or ()]
    calls = [_call(_object(each).get("tool_call", each)) for each in message.get("tool_calls") or ()]
    if isinstance(name := message.get("function_call_name"), str) and not calls:
        calls = [Call(id=None, name=name, arguments=message.get("function_call_arguments_json"))]
    # The ordered contents may repeat the text and the calls that stand beside them.
    if isinstance(content, str) and not any(isinstance(part, Text) for part in contents):
        contents = [Text(text=content), *contents]
    return [*contents, *(() if any(isinstance(part, Call) for part in contents) else calls)]


def _block(each: Any) -> Part:
    block = _object(each).get("message_content", each)
    match block:
        case {"type": "text", "text": str(text)}:
            return Text(text=text)
        case {"type": "reasoning", **rest}:
            return Thought(text=as_text(rest.get("text")))
        case {"type": "tool_use", **rest}:
            return _call(_object(each).get("tool_call", rest.get("tool_call")))
    kind = block.get("type") if isinstance(block, dict) else type(block).__name__
    raise UnreadableError(
        QuarantineReason.UNSUPPORTED_CONTENT,
        f"a message has content of type {kind!r}; only text can be kept",
    )


def _contents_text(message: Mapping[str, Any]) -> Iterator[str]:
    for part in (_block(each) for each in message.get("contents") or ()):
        if isinstance(part, Text):
            yield part.text


def _call(call: Any) -> Call:
    function = _object(_object(call).get("function"))
    if not isinstance(function.get("name"), str):
        raise UnreadableError(QuarantineReason.MISSING_FIELD, "a tool call of the span names no tool")
    return Call(id=_text(call.get("id")), name=function["name"], arguments=function.get("arguments"))


def _tools(listed: Any) -> list[dict[str, Any]]:
    """The tools offered, in the form the public format uses. A schema may be a whole definition or only the parameters."""
    tools = []
    for each in listed if isinstance(listed, list) else ():
        tool = _object(_object(each).get("tool", each))
        schema = _object(decoded(tool.get("json_schema")))
        function = _object(schema.get("function", schema))
        name = _text(tool.get("name")) or function.get("name")
        if name:
            description = _text(tool.get("description")) or function.get("description")
            told = {} if description is None else {"description": description}
            parameters = _parameters(tool, schema, function)
            tools.append({"type": "function", "function": {"name": name, **told, "parameters": parameters}})
    return tools


def _parameters(tool: Mapping[str, Any], schema: Mapping[str, Any], function: Mapping[str, Any]) -> Mapping[str, Any]:
    if schema.get("type") == "object":
        return schema
    candidates = (function.get("parameters"), function.get("input_schema"), decoded(tool.get("parameters")))
    return next((each for each in candidates if isinstance(each, dict)), {"type": "object"})


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
