"""OpenTelemetry's GenAI spans: the messages as attributes (semantic conventions 1.37 and later), as span events (to 1.36), or
one attribute a field (`gen_ai.prompt.0.role`), as OpenLLMetry writes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from curation.importing.exchange import Exchange, ToolRun
from curation.importing.quarantine import QuarantineReason, UnreadableError
from curation.importing.span import Span, decoded
from curation.importing.turn import Call, Part, Result, Text, Thought, as_text, turn

_ROLES: Mapping[str, str] = {
    "developer": "system",
    "model": "assistant",
    "human": "user",
    "ai": "assistant",
    "function": "tool",
}
_EVENT_ROLES = {f"gen_ai.{role}.message": role for role in ("system", "user", "assistant", "tool")}
_DETAILS = "gen_ai.client.inference.operation.details"


def speaks(span: Span) -> bool:
    """Whether the span follows these conventions."""
    return isinstance(span.attributes.get("gen_ai"), dict) or any(name.startswith("gen_ai.") for name, _ in span.events)


def exchange(span: Span) -> Exchange | None:
    """What the span's model call said; None where it recorded no messages. Raises UnreadableError."""
    facts = _facts(span)
    messages = [*_attribute_messages(facts), *_indexed_messages(facts)] or list(_event_messages(span))
    if not messages:
        return None
    usage = facts.get("usage")
    request, response = (_object(facts.get(name)) for name in ("request", "response"))
    conversation_id = _object(facts.get("conversation")).get("id")
    return Exchange(
        messages=messages,
        is_model=_object(facts.get("operation")).get("name") not in ("invoke_agent", "create_agent", "invoke_workflow"),
        span_id=span.span_id,
        tools=_tools(span, facts),
        model=_text(response.get("model")) or _text(request.get("model")),
        usage={name: count for name, count in _object(usage).items() if isinstance(count, int)},
        started_at=span.started_at,
        metadata={} if conversation_id is None else {"conversation_id": conversation_id},
    )


def tool_run(span: Span) -> ToolRun | None:
    """The result that an `execute_tool` span recorded; None for any other span."""
    tool = _object(_facts(span).get("tool"))
    call = _object(tool.get("call"))
    if not isinstance(call.get("id"), str) or call.get("result") is None:
        return None
    return ToolRun(call_id=call["id"], name=_text(tool.get("name")), content=as_text(call["result"]))


def _facts(span: Span) -> Mapping[str, Any]:
    facts = _object(span.attributes.get("gen_ai"))
    for name, attributes in span.events:
        if name == _DETAILS:
            facts = {**facts, **_object(attributes.get("gen_ai"))}
    return facts


def _attribute_messages(facts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    sent, received = (decoded(_object(facts.get(side)).get("messages")) for side in ("input", "output"))
    if sent is None and received is None:
        return
    if instructions := decoded(facts.get("system_instructions")):
        yield from turn("system", _parts(instructions))
    yield from _told(sent or [])
    # Each output message is one choice; the first is the one a conversation goes on with.
    yield from _told((received or [])[:1] if isinstance(received, list) else received)


def _indexed_messages(facts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    prompt, completion = facts.get("prompt"), facts.get("completion")
    if isinstance(prompt, list):
        yield from _told(prompt)
    if isinstance(completion, list):
        yield from _told([{"role": "assistant", **_object(choice)} for choice in completion[:1]])


def _event_messages(span: Span) -> Iterator[dict[str, Any]]:
    for name, attributes in span.events:
        body = _object(_object(attributes.get("gen_ai")).get("event"))
        said = {**attributes, **_object(decoded(body.get("content")))}
        if name in _EVENT_ROLES:
            yield from _told([{"role": _EVENT_ROLES[name], **said}])
        elif name == "gen_ai.choice" and said.get("index", 0) in (0, "0"):
            message = decoded(said.get("message"))
            yield from _told([{"role": "assistant", **(message if isinstance(message, dict) else said)}])
        elif name in ("gen_ai.content.prompt", "gen_ai.content.completion"):
            role = name.rpartition(".")[2]
            held = decoded(_object(attributes.get("gen_ai")).get(role))
            fallback = "user" if role == "prompt" else "assistant"
            told = held if isinstance(held, list) else [{"role": fallback, "content": held}]
            yield from _told(told if role == "prompt" else [{"role": fallback, **_object(each)} for each in told[:1]])


def _told(messages: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(messages, list):
        raise UnreadableError(QuarantineReason.WRONG_TYPE, "the span's messages are no list")
    for message in messages:
        if not isinstance(message, dict) or not isinstance(role := message.get("role"), str):
            raise UnreadableError(QuarantineReason.MISSING_FIELD, "a message of the span names no role")
        role = _ROLES.get(role, role)
        parts = _parts(message.get("parts", _content(message, role)), message)
        yield from turn(role, [*parts, *_calls(message)])


def _content(message: Mapping[str, Any], role: str) -> Any:
    """The content; a list of blocks written as text is decoded, a tool's result stays the text that it is."""
    content = message.get("content")
    if role == "tool":
        return as_text(content)
    found = decoded(content)
    blocks = isinstance(found, list) and all(isinstance(each, dict) and "type" in each for each in found)
    return found if blocks else content


def _parts(parts: Any, message: Mapping[str, Any] | None = None) -> list[Part]:
    if parts is None:
        return []
    if isinstance(parts, str):
        if message is not None and _ROLES.get(message["role"], message["role"]) == "tool":
            call_id = message.get("tool_call_id", message.get("id"))
            return [Result(call_id=_text(call_id), content=parts, name=_text(message.get("name")))]
        return [Text(text=parts)]
    if not isinstance(parts, list):
        raise UnreadableError(QuarantineReason.WRONG_TYPE, "a message's parts are no list")
    return [_part(decoded(part)) for part in parts]


def _part(part: Any) -> Part:
    match part:
        case str(text) | {"type": "text", "content": str(text)} | {"type": "text", "text": str(text)}:
            return Text(text=text)
        case {"type": "reasoning" | "thinking", "content": str(text)} | {"type": "thinking", "thinking": str(text)}:
            return Thought(text=text)
        case {"type": "tool_call" | "tool_use", "name": str(name), **rest}:
            return Call(id=_text(rest.get("id")), name=name, arguments=rest.get("arguments", rest.get("input")))
        case {"type": "tool_call_response" | "tool_result", **rest}:
            held = next((rest[key] for key in ("response", "result", "content") if rest.get(key) is not None), None)
            return Result(call_id=_text(rest.get("id", rest.get("tool_use_id"))), content=as_text(held))
    kind = part.get("type") if isinstance(part, dict) else type(part).__name__
    raise UnreadableError(
        QuarantineReason.UNSUPPORTED_CONTENT,
        f"a message has a part of type {kind!r}; only text can be kept",
    )


def _calls(message: Mapping[str, Any]) -> Iterator[Part]:
    calls = decoded(message.get("tool_calls")) or []
    if not isinstance(calls, list):
        raise UnreadableError(QuarantineReason.WRONG_TYPE, "a message's tool calls are no list")
    for call in calls:
        function = _object(call).get("function", call)
        if not isinstance(function, dict) or not isinstance(function.get("name"), str):
            raise UnreadableError(QuarantineReason.MISSING_FIELD, "a tool call of the span names no tool")
        yield Call(id=_text(call.get("id")), name=function["name"], arguments=function.get("arguments"))


def _tools(span: Span, facts: Mapping[str, Any]) -> list[Any]:
    """The tools offered, in the form the public format uses."""
    listed = decoded(_object(facts.get("tool")).get("definitions"))
    if listed is None:
        llm = _object(_object(span.attributes.get("llm")).get("request"))
        listed = llm.get("functions") or _object(facts.get("request")).get("tools") or []
    tools = []
    for tool in (decoded(each) for each in listed) if isinstance(listed, list) else ():
        function = _object(_object(tool).get("function", tool))
        if "name" in function:
            known = {key: each for key, each in function.items() if key != "type"}
            tools.append({"type": "function", "function": {**known, "parameters": _schema(known.get("parameters"))}})
    return tools


def _schema(parameters: Any) -> Mapping[str, Any]:
    found = decoded(parameters)
    return found if isinstance(found, dict) else {"type": "object"}


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
