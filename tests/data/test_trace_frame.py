from data.records import Message, ToolCall, Trace
from data.trace_frame import SCHEMA, trace_frame

TOOLS = ({"type": "function", "function": {"name": "quote", "description": 'says "é"'}},)
TRACES = [
    Trace(messages=()),
    Trace(
        kind="decision", messages=(Message(role="user", content='a "quote"\n'),), author="é", metadata={"b": 1.0, "a": None}
    ),
    Trace(
        messages=(
            Message(role="user", content="What?"),
            Message(role="assistant", content="", tool_calls=(ToolCall(id="c", name="quote", arguments={"n": 10**30}),)),
            Message(role="tool", content="{}", tool_call_id="c"),
            Message(role="tool", content="[]"),
            Message(role="assistant", content="That."),
        ),
        tools=TOOLS,
        metadata={"model_id": "m", "ticker": 3},
        source_id="s",
    ),
    Trace(messages=(), tools=({**TOOLS[0]},)),
]  # fmt: skip


def test_a_row_a_trace_by_its_own_id() -> None:
    frame = trace_frame(TRACES)
    assert frame.schema == SCHEMA
    assert frame["id"].to_list() == [trace.id for trace in TRACES]
    assert frame["tool_output"].to_list() == [[], [], ["{}", "[]"], []]
    assert frame["offers_tools"].to_list() == [False, False, True, True]
    assert frame.select("model_id", "ticker", "question", "answer", "source_id").row(2) == (
        "m",
        None,
        "What?",
        "That.",
        "s",
    )


def test_no_traces_give_no_rows() -> None:
    assert trace_frame([]).schema == SCHEMA
