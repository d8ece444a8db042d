import io
import json
from typing import Any

from hypothesis import given

from curation.importing.reader import ImportSummary, read_traces
from data.records import Message, ToolCall, Trace
from tests.curation.importing.strategies import traces


def read(*lines: Any, format: str | None = None) -> list[Trace]:
    return list(read_traces(io.BytesIO("\n".join(json.dumps(line) for line in lines).encode()), format=format))


def fine_tuning(trace: Trace) -> dict[str, Any]:
    """The trace as OpenAI's documentation writes one: arguments as text, a null content beside calls, text in parts."""
    messages: list[dict[str, Any]] = []
    for message in trace.messages:
        value: dict[str, Any] = {"role": message.role, "content": [{"type": "text", "text": message.content}]}
        if message.tool_calls:
            value["content"] = message.content or None
            value["tool_calls"] = [
                {
                    "id": call.id,
                    "type": "function",
                    "function": {"name": call.name, "arguments": json.dumps(call.arguments)},
                }
                for call in message.tool_calls
            ]
        if message.tool_call_id:
            value["tool_call_id"] = message.tool_call_id
        messages.append(value)
    return {"messages": messages, "tools": list(trace.tools)}


@given(traces())
def test_round_trip(trace: Trace) -> None:
    assert read(fine_tuning(trace)) == [trace]
    assert read(fine_tuning(trace), format="openai") == [trace]


def test_older_functions() -> None:
    (trace,) = read(
        {
            "messages": [
                {"role": "developer", "content": "Be brief."},
                {"role": "user", "content": "Weather?"},
                {"role": "assistant", "function_call": {"name": "weather", "arguments": '{"city": "Paris"}'}},
                {"role": "function", "name": "weather", "content": "rain"},
                {"role": "assistant", "content": "It rains.", "weight": 0},
            ],
            "functions": [{"name": "weather", "parameters": {"type": "object"}}],
            "parallel_tool_calls": False,
            "model": "gpt-4o",
        }
    )
    assert trace.messages == (
        Message(role="system", content="Be brief."),
        Message(role="user", content="Weather?"),
        Message(
            role="assistant",
            content="",
            tool_calls=(ToolCall(id="call_2_0", name="weather", arguments={"city": "Paris"}),),
        ),
        Message(role="tool", content="rain", tool_call_id="call_2_0", name="weather"),
        Message(role="assistant", content="It rains."),
    )
    assert trace.tools == ({"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}},)
    assert trace.metadata == {"parallel_tool_calls": False, "message_fields": [{"index": 4, "weight": 0}]}
    assert trace.author == "gpt-4o"


def test_a_call_without_arguments() -> None:
    call = {"id": "a", "type": "function", "function": {"name": "now", "arguments": ""}}
    line = {
        "messages": [{"role": "user", "content": "Time?"}, {"role": "assistant", "tool_calls": [call]}],
        "parallel_tool_calls": True,
    }
    assert read(line)[0].messages[1].tool_calls == (ToolCall(id="a", name="now", arguments={}),)


def test_an_image_is_not_dropped_in_silence() -> None:
    summary = ImportSummary()
    image = {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://example.org/a.png"}}]}
    file = io.BytesIO(json.dumps({"messages": [image, {"role": "assistant", "content": "A chart."}]}).encode())
    assert list(read_traces(file, summary=summary)) == []
    assert summary.quarantined == {"unsupported_content": 1}
