import io
import json
from typing import Any

from hypothesis import given

from curation.importing.reader import read_traces
from data.records import Message, ToolCall, Trace
from tests.curation.importing.strategies import traces


def read(*lines: Any) -> list[Trace]:
    return list(read_traces(io.BytesIO("\n".join(json.dumps(line) for line in lines).encode())))


def flat(trace: Trace, sent: tuple[Message, ...], received: Message) -> dict[str, Any]:
    """One attribute a field, as the conventions say."""
    values: dict[str, Any] = {"openinference.span.kind": "LLM", "llm.model_name": "m", "llm.token_count.prompt": 3}
    for side, messages in (("input", sent), ("output", (received,))):
        for index, message in enumerate(messages):
            stem = f"llm.{side}_messages.{index}.message"
            values[f"{stem}.role"] = message.role
            if message.content:
                values[f"{stem}.content"] = message.content
            if message.tool_call_id:
                values[f"{stem}.tool_call_id"] = message.tool_call_id
            for position, call in enumerate(message.tool_calls):
                values[f"{stem}.tool_calls.{position}.tool_call.id"] = call.id
                values[f"{stem}.tool_calls.{position}.tool_call.function.name"] = call.name
                values[f"{stem}.tool_calls.{position}.tool_call.function.arguments"] = json.dumps(call.arguments)
    for index, tool in enumerate(trace.tools):
        values[f"llm.tools.{index}.tool.json_schema"] = json.dumps(tool)
    return values


def nested(trace: Trace, sent: tuple[Message, ...], received: Message) -> dict[str, Any]:
    """As a Phoenix export nests them."""

    def told(message: Message) -> dict[str, Any]:
        calls = [
            {"tool_call": {"id": call.id, "function": {"name": call.name, "arguments": json.dumps(call.arguments)}}}
            for call in message.tool_calls
        ]
        facts = {
            "role": message.role,
            "content": message.content,
            "tool_call_id": message.tool_call_id,
            "tool_calls": calls,
        }
        return {"message": {key: value for key, value in facts.items() if value}}

    llm = {
        "model_name": "m",
        "input_messages": [told(message) for message in sent],
        "output_messages": [told(received)],
        "tools": [{"tool": {"json_schema": tool}} for tool in trace.tools],
    }
    return {"openinference": {"span": {"kind": "LLM"}}, "llm": llm}


def calls_of(trace: Trace) -> list[tuple[tuple[Message, ...], Message]]:
    return [(trace.messages[:index], each) for index, each in enumerate(trace.messages) if each.role == "assistant"]


@given(traces())
def test_round_trip_flat_and_nested(trace: Trace) -> None:
    calls = calls_of(trace)
    for shape in (flat, nested):
        lines = [
            {
                "context": {"trace_id": "abc", "span_id": str(time)},
                "start_time": f"2026-01-01T00:00:{time:02}Z",
                "attributes": shape(trace, *call),
            }
            for time, call in enumerate(calls)
        ]
        (found,) = read(*reversed(lines))
        assert (found.messages, found.tools, found.author) == (trace.messages, trace.tools, "m")
    rows = [
        {
            "context.trace_id": "abc",
            "start_time": time,
            **{f"attributes.{key}": value for key, value in flat(trace, *call).items()},
        }
        for time, call in enumerate(calls)
    ]
    (found,) = read(*rows)
    assert (found.messages, found.tools) == (trace.messages, trace.tools)


def test_a_data_frame_of_spans() -> None:
    """Phoenix's `get_spans_dataframe().to_json(orient="records", lines=True)`: dotted columns, and dotted names in their lists."""
    row = {
        "name": "ChatCompletion",
        "start_time": 1_700_000_000_000,
        "context.trace_id": "t1",
        "context.span_id": "s1",
        "attributes.openinference.span.kind": "LLM",
        "attributes.llm.input_messages": [{"message.role": "user", "message.content": "Hi"}],
        "attributes.llm.output_messages": [
            {
                "message.role": "assistant",
                "message.tool_calls": [
                    {
                        "tool_call.id": "c",
                        "tool_call.function.name": "f",
                        "tool_call.function.arguments": '{"a.b": {"0": 1}}',
                    }
                ],
            }
        ],
        "attributes.llm.token_count.prompt": 4,
        "attributes.session.id": "s",
    }
    (trace,) = read(row)
    call = ToolCall(id="c", name="f", arguments={"a.b": {"0": 1}})
    assert trace.messages == (
        Message(role="user", content="Hi"),
        Message(role="assistant", content="", tool_calls=(call,)),
    )
    assert trace.provenance == {"created_at": "2023-11-14T22:13:20+00:00", "usage": {"prompt": 4}}
    assert trace.metadata == {"conversation_id": "s"}


def test_ordered_contents_are_not_told_twice() -> None:
    stem = "llm.output_messages.0.message"
    call = {"tool_call.id": "c", "tool_call.function.name": "f", "tool_call.function.arguments": "{}"}
    values = {
        f"{stem}.role": "assistant",
        f"{stem}.contents.0.message_content.type": "reasoning",
        f"{stem}.contents.0.message_content.text": "Think.",
        f"{stem}.contents.1.message_content.type": "text",
        f"{stem}.contents.1.message_content.text": "Let me look.",
        f"{stem}.contents.2.message_content.type": "tool_use",
        **{f"{stem}.contents.2.{key}": value for key, value in call.items()},
        **{f"{stem}.tool_calls.0.{key}": value for key, value in call.items()},
    }
    (trace,) = read({"trace_id": "t", "attributes": values})
    assert trace.messages == (
        Message(role="assistant", content="Let me look.", tool_calls=(ToolCall(id="c", name="f", arguments={}),)),
    )
    assert trace.metadata == {"message_fields": [{"index": 0, "reasoning": "Think."}]}


def test_schemas_of_every_nesting() -> None:
    parameters = {"type": "object", "properties": {"city": {"type": "string"}}}
    schemas: list[dict[str, Any]] = [
        {"json_schema": json.dumps({"type": "function", "function": {"name": "f", "parameters": parameters}})},
        {"json_schema": {"type": "function", "name": "f", "parameters": parameters}},
        {"json_schema": json.dumps({"name": "f", "input_schema": parameters})},
        {"name": "f", "json_schema": json.dumps(parameters)},
    ]
    values = {"llm.input_messages.0.message.role": "user", "llm.input_messages.0.message.content": "Hi"}
    for schema in schemas:
        (trace,) = read(
            {
                "trace_id": "t",
                "attributes": {**values, **{f"llm.tools.0.tool.{key}": each for key, each in schema.items()}},
            }
        )
        assert trace.tools == ({"type": "function", "function": {"name": "f", "parameters": parameters}},)


def test_a_tools_own_span_gives_its_result() -> None:
    model = flat(
        Trace(messages=()),
        (Message(role="user", content="Hi"),),
        Message(role="assistant", content="", tool_calls=(ToolCall(id="c", name="f", arguments={}),)),
    )
    tool = {"openinference.span.kind": "TOOL", "tool.name": "f", "tool.id": "c", "output.value": "42"}
    (trace,) = read({"trace_id": "t", "attributes": model}, {"trace_id": "t", "attributes": tool})
    assert trace.messages[-1] == Message(role="tool", content="42", tool_call_id="c", name="f")
