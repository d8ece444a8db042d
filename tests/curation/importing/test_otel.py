import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from curation.importing.reader import ImportSummary, read_traces
from data.records import Message, ToolCall, Trace
from tests.curation.importing.strategies import traces


def read(*lines: Any, summary: ImportSummary | None = None) -> list[Trace]:
    file = io.BytesIO("\n".join(json.dumps(line) for line in lines).encode())
    return list(read_traces(file, summary=summary))


def part_message(message: Message) -> dict[str, Any]:
    parts: list[dict[str, Any]] = []
    if message.role == "tool":
        parts.append({"type": "tool_call_response", "id": message.tool_call_id, "response": message.content})
    elif message.content:
        parts.append({"type": "text", "content": message.content})
    parts += [
        {"type": "tool_call", "id": call.id, "name": call.name, "arguments": call.arguments}
        for call in message.tool_calls
    ]
    return {"role": message.role, "parts": parts}


def otlp_value(value: Any) -> dict[str, Any]:
    match value:
        case bool():
            return {"boolValue": value}
        case int():
            return {"intValue": str(value)}
        case float():
            return {"doubleValue": value}
        case list():
            return {"arrayValue": {"values": [otlp_value(each) for each in value]}}
        case dict():
            return {"kvlistValue": {"values": [{"key": key, "value": otlp_value(each)} for key, each in value.items()]}}
        case None:
            return {}
    return {"stringValue": value}


def calls_of(trace: Trace) -> list[tuple[tuple[Message, ...], Message]]:
    """(what was sent, what came back) for each model call of a conversation."""
    return [(trace.messages[:index], each) for index, each in enumerate(trace.messages) if each.role == "assistant"]


def attributes(trace: Trace, sent: tuple[Message, ...], received: Message, *, as_text: bool) -> dict[str, Any]:
    values: dict[str, Any] = {
        "gen_ai.input.messages": [part_message(message) for message in sent if message.role != "system"],
        "gen_ai.output.messages": [{**part_message(received), "finish_reason": "stop"}],
        "gen_ai.system_instructions": [
            {"type": "text", "content": each.content} for each in sent if each.role == "system"
        ],
        "gen_ai.tool.definitions": [{"type": "function", **tool["function"]} for tool in trace.tools],
    }
    written = {key: json.dumps(value) if as_text else value for key, value in values.items() if value}
    return {"gen_ai.operation.name": "chat", "gen_ai.response.model": "m", **written}


@given(st.lists(traces(), min_size=1, max_size=3), st.booleans(), st.randoms())
def test_round_trip_of_otlp_envelopes(originals: list[Trace], as_text: bool, random: Any) -> None:
    """Spans of several traces, in any order, some in one envelope."""
    spans = []
    for number, trace in enumerate(originals):
        for time, (sent, received) in enumerate(calls_of(trace)):
            values = attributes(trace, sent, received, as_text=True)
            pairs = [{"key": key, "value": otlp_value(value)} for key, value in values.items()]
            start = str(1_700_000_000_000_000_000 + time)
            spans.append(
                {"traceId": f"t{number}", "spanId": f"s{time}", "startTimeUnixNano": start, "attributes": pairs}
            )
    random.shuffle(spans)
    half = len(spans) // 2
    lines = [{"resourceSpans": [{"scopeSpans": [{"spans": part}]}]} for part in (spans[:half], spans[half:])]
    found = {trace.source_id: trace for trace in read(*lines)}
    assert {key: (trace.messages, trace.tools) for key, trace in found.items()} == {
        f"t{number}": (trace.messages, trace.tools) for number, trace in enumerate(originals)
    }
    assert {trace.author for trace in found.values()} == {"m"}


@given(traces(), st.booleans())
def test_round_trip_of_an_sdks_own_json(trace: Trace, as_text: bool) -> None:
    lines = [
        {
            "name": "chat m",
            "context": {"trace_id": "0xabc", "span_id": f"0x{time}"},
            "start_time": f"2026-01-01T00:00:{time:02}.000000Z",
            "attributes": attributes(trace, sent, received, as_text=as_text),
        }
        for time, (sent, received) in enumerate(calls_of(trace))
    ]
    (found,) = read(*lines)
    assert (found.messages, found.tools, found.source_id) == (trace.messages, trace.tools, "abc")
    assert found.provenance == {"created_at": "2026-01-01T00:00:00+00:00"}


@given(traces())
def test_round_trip_of_one_attribute_a_field(trace: Trace) -> None:
    """As OpenLLMetry writes them."""
    lines = []
    for time, (sent, received) in enumerate(calls_of(trace)):
        values: dict[str, Any] = {}
        for name, messages in (("prompt", sent), ("completion", (received,))):
            for index, message in enumerate(messages):
                stem = f"gen_ai.{name}.{index}"
                values[f"{stem}.role"] = message.role
                if message.content:
                    values[f"{stem}.content"] = message.content
                if message.tool_call_id:
                    values[f"{stem}.tool_call_id"] = message.tool_call_id
                for position, call in enumerate(message.tool_calls):
                    values[f"{stem}.tool_calls.{position}.id"] = call.id
                    values[f"{stem}.tool_calls.{position}.name"] = call.name
                    values[f"{stem}.tool_calls.{position}.arguments"] = json.dumps(call.arguments)
        for index, tool in enumerate(trace.tools):
            function = tool["function"]
            values[f"llm.request.functions.{index}.name"] = function["name"]
            values[f"llm.request.functions.{index}.description"] = function["description"]
            values[f"llm.request.functions.{index}.parameters"] = json.dumps(function["parameters"])
        lines.append(
            {"trace_id": "abc", "span_id": str(time), "start_time": 1_700_000_000 + time, "attributes": values}
        )
    (found,) = read(*lines)
    assert (found.messages, found.tools) == (trace.messages, trace.tools)


CALL = ToolCall(id="c1", name="weather", arguments={"city": "Paris"})
WEATHER = (
    Message(role="user", content="Weather in Paris?"),
    Message(role="assistant", content="", tool_calls=(CALL,)),
    Message(role="tool", content="rain", tool_call_id="c1"),
    Message(role="assistant", content="It rains."),
)


def span(time: int, trace: str = "t", **values: Any) -> dict[str, Any]:
    return {"traceId": trace, "spanId": f"s{time}", "startTimeUnixNano": time, **values}


def chat(time: int, sent: Any, received: Any, trace: str = "t", **values: Any) -> dict[str, Any]:
    said = {
        "gen_ai.input.messages": [part_message(each) for each in sent],
        "gen_ai.output.messages": [part_message(received)],
    }
    return span(time, trace, attributes={**said, **values})


def test_messages_as_span_events() -> None:
    """Conventions up to 1.36."""
    tool_call = {"id": "c1", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Paris"}'}}
    events = [
        {"name": "gen_ai.user.message", "attributes": {"content": "Weather in Paris?"}},
        {"name": "gen_ai.assistant.message", "attributes": {"tool_calls": json.dumps([tool_call])}},
        {"name": "gen_ai.tool.message", "attributes": {"content": "rain", "id": "c1"}},
        {
            "name": "gen_ai.choice",
            "attributes": {"index": 0, "finish_reason": "stop", "message": {"content": "It rains."}},
        },
    ]
    (trace,) = read(span(1, attributes={"gen_ai.system": "openai"}, events=events))
    assert trace.messages == WEATHER


def test_messages_in_one_event() -> None:
    attributes = {
        "gen_ai.input.messages": [part_message(WEATHER[0])],
        "gen_ai.output.messages": [part_message(WEATHER[3])],
    }
    (trace,) = read(span(1, events=[{"name": "gen_ai.client.inference.operation.details", "attributes": attributes}]))
    assert trace.messages == (WEATHER[0], WEATHER[3])


def test_a_call_that_sends_only_the_results_goes_on() -> None:
    (trace,) = read(chat(1, WEATHER[:1], WEATHER[1]), chat(2, WEATHER[2:3], WEATHER[3]))
    assert trace.messages == WEATHER


def test_a_tools_own_span_gives_its_result() -> None:
    tool = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.call.id": "c1",
        "gen_ai.tool.call.result": {"sky": "grey"},
    }
    (trace,) = read(chat(1, WEATHER[:1], WEATHER[1]), span(2, attributes=tool))
    assert trace.messages == (*WEATHER[:2], Message(role="tool", content='{"sky":"grey"}', tool_call_id="c1"))


def test_an_agents_span_counts_only_alone() -> None:
    agent = chat(0, WEATHER[:1], WEATHER[3], **{"gen_ai.operation.name": "invoke_agent"})
    assert read(agent, chat(1, WEATHER[:1], WEATHER[1]), chat(2, WEATHER[:3], WEATHER[3]))[0].messages == WEATHER
    assert read(agent)[0].messages == (WEATHER[0], WEATHER[3])


def test_two_agents_in_one_trace_are_two_conversations() -> None:
    other = (Message(role="user", content="Summarise."), Message(role="assistant", content="Done."))
    found = read(chat(1, WEATHER[:1], WEATHER[3]), chat(2, other[:1], other[1]))
    assert [(trace.source_id, trace.messages) for trace in found] == [
        ("t/s1", (WEATHER[0], WEATHER[3])),
        ("t/s2", other),
    ]


def test_one_unreadable_span_spoils_no_other() -> None:
    image = span(
        3, attributes={"gen_ai.input.messages": [{"role": "user", "parts": [{"type": "blob", "content": "AA=="}]}]}
    )
    summary = ImportSummary()
    found = read(chat(1, WEATHER[:1], WEATHER[3]), image, chat(1, WEATHER[:1], WEATHER[3], "u"), summary=summary)
    assert [trace.source_id for trace in found] == ["t", "u"]
    assert summary.quarantined == {"unsupported_content": 1}


def test_usage_and_conversation() -> None:
    (trace,) = read(
        chat(
            1,
            WEATHER[:1],
            WEATHER[3],
            **{"gen_ai.usage.input_tokens": 5, "gen_ai.usage.output_tokens": 7, "gen_ai.conversation.id": "conv"},
        )
    )
    assert trace.provenance["usage"] == {"input_tokens": 5, "output_tokens": 7}
    assert trace.metadata == {"conversation_id": "conv"}
