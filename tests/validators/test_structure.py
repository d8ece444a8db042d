from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import Message, ToolCall, Trace
from data.trace_frame import trace_frame
from validators.reasons import Reason
from validators.structure.check import ACCEPTS, REJECTS, Structure

QUESTION, ASKED, RESULT, ANSWER = ACCEPTS.messages
SYSTEM = Message(role="system", content="Be brief.")


def found(*messages: Message, **facts: Any) -> list[tuple[str, str | None]]:
    findings = Structure().judge(replace(ACCEPTS, messages=messages, **facts))
    return [(finding.reason, finding.severity) for finding in findings]


def test_its_own_examples() -> None:
    assert Structure().judge(ACCEPTS) == ()
    assert [finding.reason for finding in Structure().judge(REJECTS)] == [Reason.UNANSWERED_CALL]


def calling(**arguments: Any) -> Message:
    return replace(ASKED, tool_calls=(ToolCall(id="call_0", name="quote", arguments=arguments),))


SECOND = ToolCall(id="call_1", name="quote", arguments={"symbol": "EFA"})


@pytest.mark.parametrize(
    ("messages", "reasons"),
    [
        ((), ["no_messages"]),
        ((SYSTEM, QUESTION, ASKED, RESULT, ANSWER), []),
        ((QUESTION, ANSWER, QUESTION, ASKED, RESULT, ANSWER), []),
        ((QUESTION, ASKED, RESULT, ASKED, RESULT, ANSWER), []),
        (
            (
                QUESTION,
                replace(ASKED, tool_calls=(*ASKED.tool_calls, SECOND)),
                RESULT,
                replace(RESULT, tool_call_id="call_1"),
                ANSWER,
            ),
            [],
        ),
        (
            (
                QUESTION,
                replace(ASKED, tool_calls=(*ASKED.tool_calls, SECOND)),
                replace(RESULT, tool_call_id="call_1"),
                RESULT,
                ANSWER,
            ),
            [],
        ),
        ((QUESTION, ASKED, replace(RESULT, tool_call_id=None), ANSWER), []),
        ((QUESTION, SYSTEM, ANSWER), ["role_order"]),
        ((ANSWER,), ["role_order"]),
        ((SYSTEM, ANSWER), ["role_order"]),
        ((QUESTION, ANSWER, ANSWER), ["role_order"]),
        ((QUESTION,), ["empty_answer"]),
        ((QUESTION, ASKED, RESULT), ["empty_answer"]),
        ((QUESTION, replace(ANSWER, content=" \n\u200b")), ["empty_answer"]),
        ((QUESTION, ASKED), ["unanswered_call"]),
        ((QUESTION, ASKED, QUESTION, ANSWER), ["unanswered_call"]),
        ((QUESTION, replace(ASKED, tool_calls=(*ASKED.tool_calls, SECOND)), RESULT, ANSWER), ["unanswered_call"]),
        ((QUESTION, replace(ASKED, tool_calls=ASKED.tool_calls * 2), RESULT, ANSWER), ["unanswered_call"]),
        ((QUESTION, ASKED, RESULT, RESULT, ANSWER), ["orphan_result"]),
        ((QUESTION, RESULT, ANSWER), ["orphan_result"]),
        ((QUESTION, ASKED, replace(RESULT, tool_call_id="other"), ANSWER), ["orphan_result", "unanswered_call"]),
        (
            (QUESTION, ASKED, replace(RESULT, tool_call_id=None, name="other"), ANSWER),
            ["orphan_result", "unanswered_call"],
        ),
        (
            (QUESTION, replace(ASKED, tool_calls=(replace(SECOND, id="call_0", name="weather"),)), RESULT, ANSWER),
            ["unknown_tool"],
        ),
        ((QUESTION, calling(), RESULT, ANSWER), ["bad_arguments"]),
        ((QUESTION, calling(symbol=5), RESULT, ANSWER), ["bad_arguments"]),
        ((QUESTION, calling(symbol="SPY", more=True), RESULT, ANSWER), []),
    ],
)
def test_faults_that_block(messages: tuple[Message, ...], reasons: list[str]) -> None:
    assert found(*messages) == [(reason, None) for reason in reasons]


def test_what_does_not_block() -> None:
    assert found(SYSTEM, SYSTEM, QUESTION, ANSWER) == [("role_order", "review")]
    assert found(QUESTION, QUESTION, ANSWER) == [("role_order", "review")]
    assert found(QUESTION, ASKED, RESULT, QUESTION, ANSWER) == [("role_order", "review")]
    assert found(*ACCEPTS.messages, tools=()) == [("unknown_tool", "info")]
    assert found(
        *ACCEPTS.messages, tools=({"type": "function", "function": {"name": "quote", "parameters": {"type": 5}}},)
    ) == [("bad_arguments", "info")]
    assert found(*ACCEPTS.messages, tools=({"name": "quote", "input_schema": {"required": ["symbol"]}},)) == []
    assert found(*ACCEPTS.messages, tools=({"name": "quote"},)) == []


def test_the_worst_comes_first() -> None:
    assert found(QUESTION, QUESTION, ASKED, ANSWER, tools=()) == [
        ("unanswered_call", None),
        ("role_order", "review"),
        ("unknown_tool", "info"),
    ]


def test_a_decision_needs_a_report_and_an_answer() -> None:
    assert found(QUESTION, ANSWER, kind="decision") == []
    assert found(QUESTION, ASKED, RESULT, ANSWER, kind="decision", tools=()) == []
    assert found(ANSWER, kind="decision") == [("role_order", None)]
    assert found(QUESTION, kind="decision") == [("empty_answer", None)]


json_value = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda each: st.lists(each) | st.dictionaries(st.text(max_size=9), each),
)
function = st.fixed_dictionaries(
    {},
    optional={
        "name": json_value | st.just("f"),
        "parameters": json_value,
        "function": json_value | st.just({"name": "f"}),
    },
)
message = st.builds(
    Message,
    role=st.sampled_from(["system", "user", "assistant", "tool"]),
    content=st.text(max_size=8),
    tool_calls=st.lists(
        st.builds(
            ToolCall,
            id=st.sampled_from(["a", "b"]),
            name=st.sampled_from(["f", "g"]),
            arguments=st.dictionaries(st.text(), json_value),
        ),
        max_size=2,
    ).map(tuple),
    tool_call_id=st.none() | st.sampled_from(["a", "b"]),
    name=st.none() | st.sampled_from(["f", "g"]),
)
anything = st.builds(
    Trace,
    kind=st.sampled_from(["assistant", "decision"]),
    messages=st.lists(message, max_size=5).map(tuple),
    tools=st.lists(function, max_size=2).map(tuple),
)


@given(anything)
def test_no_trace_crashes_it(trace: Trace) -> None:
    findings = Structure().judge(trace)
    assert not findings or Structure().suspects(trace_frame([trace])).all()
