import io
import json
from itertools import groupby
from typing import Any

from hypothesis import given

from curation.importing.reader import ImportSummary, read_traces
from data.records import Message, ToolCall, Trace
from tests.curation.importing.strategies import traces


def read(*lines: Any, format: str | None = None) -> list[Trace]:
    return list(read_traces(io.BytesIO("\n".join(json.dumps(line) for line in lines).encode()), format=format))


def messages_api(trace: Trace) -> dict[str, Any]:
    """The trace as the Messages API takes it: results and the question that follows them share a user turn."""
    system = "".join(message.content for message in trace.messages if message.role == "system")
    messages = []
    turns = [message for message in trace.messages if message.role != "system"]
    for is_assistant, group in groupby(turns, key=lambda message: message.role == "assistant"):
        blocks: list[dict[str, Any]] = []
        for message in group:
            if message.role == "tool":
                blocks.append({"type": "tool_result", "tool_use_id": message.tool_call_id, "content": message.content})
            elif message.content:
                blocks.append({"type": "text", "text": message.content})
            blocks.extend(
                {"type": "tool_use", "id": call.id, "name": call.name, "input": call.arguments}
                for call in message.tool_calls
            )
        messages.append({"role": "assistant" if is_assistant else "user", "content": blocks})
    tools = [
        {
            "name": tool["function"]["name"],
            "description": tool["function"]["description"],
            "input_schema": tool["function"]["parameters"],
        }
        for tool in trace.tools
    ]
    return {**({"system": system} if system else {}), "messages": messages, "tools": tools}


@given(traces())
def test_round_trip(trace: Trace) -> None:
    assert read(messages_api(trace), format="anthropic") == [trace]
    if any(message.tool_calls or message.role == "system" for message in trace.messages) or trace.tools:
        assert read(messages_api(trace)) == [trace]


def test_blocks() -> None:
    (trace,) = read(
        {
            "model": "claude",
            "max_tokens": 100,
            "system": [{"type": "text", "text": "Be brief."}, {"type": "text", "text": "Cite."}],
            "messages": [
                {"role": "user", "content": "Weather?"},
                {
                    "role": "assistant",
                    "content": [
                        {"type": "thinking", "thinking": "I need the tool.", "signature": "abc"},
                        {"type": "text", "text": "Let me "},
                        {"type": "text", "text": "look."},
                        {"type": "tool_use", "id": "t1", "name": "weather", "input": {"city": "Paris"}},
                        {"type": "tool_use", "id": "t2", "name": "weather", "input": {}},
                    ],
                },
                {
                    "role": "user",
                    "content": [
                        {"type": "tool_result", "tool_use_id": "t1", "content": [{"type": "text", "text": "rain"}]},
                        {"type": "tool_result", "tool_use_id": "t2", "is_error": True, "content": "no city"},
                        {"type": "text", "text": "And then?"},
                    ],
                },
                {"role": "assistant", "content": "It rains."},
            ],
        }
    )
    calls = (
        ToolCall(id="t1", name="weather", arguments={"city": "Paris"}),
        ToolCall(id="t2", name="weather", arguments={}),
    )
    assert trace.messages == (
        Message(role="system", content="Be brief.\nCite."),
        Message(role="user", content="Weather?"),
        Message(role="assistant", content="Let me look.", tool_calls=calls),
        Message(role="tool", content="rain", tool_call_id="t1"),
        Message(role="tool", content='{"error":"no city"}', tool_call_id="t2"),
        Message(role="user", content="And then?"),
        Message(role="assistant", content="It rains."),
    )
    assert trace.author == "claude"
    assert trace.metadata == {"max_tokens": 100, "message_fields": [{"index": 2, "reasoning": "I need the tool."}]}


def test_an_error_that_says_so_is_kept_word_for_word() -> None:
    result = {"type": "tool_result", "tool_use_id": "t", "is_error": True, "content": '{"error": {"code": "unknown"}}'}
    call = {"type": "tool_use", "id": "t", "name": "f", "input": {}}
    messages = [
        {"role": "user", "content": "?"},
        {"role": "assistant", "content": [call]},
        {"role": "user", "content": [result]},
    ]
    assert read({"messages": messages})[0].messages[-1].content == '{"error": {"code": "unknown"}}'


def test_what_is_not_text_is_not_dropped_in_silence() -> None:
    summary = ImportSummary()
    blocks: list[Any] = [
        {"type": "image", "source": {}},
        {"type": "tool_use", "name": "no id"},
        "text",
        {"type": "text", "text": 5},
    ]
    lines = [json.dumps({"system": "s", "messages": [{"role": "user", "content": [block]}]}) for block in blocks]
    assert list(read_traces(io.BytesIO("\n".join(lines).encode()), summary=summary)) == []
    assert summary.quarantined == {"unsupported_content": 1, "missing_field": 2, "wrong_type": 1}
