"""Conversations of any shape, for round trips."""

from typing import Any

from hypothesis import strategies as st

from data.records import Message, ToolCall, Trace

text = st.text(st.characters(codec="utf-8"), max_size=40)
said = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40)
name = st.from_regex(r"[a-z][a-z_]{0,11}", fullmatch=True)
scalar = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | text
)
json_value = st.recursive(
    scalar, lambda each: st.lists(each, max_size=3) | st.dictionaries(name, each, max_size=3), max_leaves=8
)
arguments = st.dictionaries(name, json_value, max_size=4)
tools = st.lists(
    st.builds(
        lambda tool, text, properties: {
            "type": "function",
            "function": {
                "name": tool,
                "description": text,
                "parameters": {"type": "object", "properties": {each: {"type": "string"} for each in properties}},
            },
        },
        name,
        said,
        st.lists(name, max_size=3, unique=True),
    ),
    max_size=3,
    unique_by=lambda tool: tool["function"]["name"],
).map(tuple)


@st.composite
def turns(draw: st.DrawFn, *, with_call_text: bool = True) -> tuple[Message, ...]:
    """A system turn or none; then questions, each with any rounds of calls, all answered, before an answer."""
    messages = [Message(role="system", content=draw(said))] if draw(st.booleans()) else []
    number = 0
    for _ in range(draw(st.integers(1, 2))):
        messages.append(Message(role="user", content=draw(said)))
        for _ in range(draw(st.integers(0, 2))):
            calls = tuple(
                ToolCall(id=f"call_{number + index}", name=draw(name), arguments=draw(arguments))
                for index in range(draw(st.integers(1, 2)))
            )
            number += len(calls)
            content = draw(st.just("") | said) if with_call_text else ""
            messages.append(Message(role="assistant", content=content, tool_calls=calls))
            messages.extend(Message(role="tool", content=draw(said), tool_call_id=call.id) for call in calls)
        messages.append(Message(role="assistant", content=draw(said)))
    return tuple(messages)


def traces(**restrictions: Any) -> st.SearchStrategy[Trace]:
    """A conversation with tools."""
    return st.builds(Trace, messages=turns(**restrictions), tools=tools)
