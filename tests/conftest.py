"""What many tests stand on."""

from collections.abc import Sequence

import pytest
from hypothesis import settings

from data.records import Message, ToolCall, Trace

settings.register_profile("new examples")  # make test-new-examples
settings.register_profile("same examples", derandomize=True)
settings.load_profile("same examples")


@pytest.fixture
def trace() -> Trace:
    """One question, one tool call, one grounded answer."""
    return conversation("What was the CAGR?", '{"metrics": {"cagr": 0.1134}}', "The CAGR was 11.3%.")


def conversation(question: str, result: str, answer: str, *, tools: Sequence[dict] = ()) -> Trace:
    return Trace(
        messages=(
            Message(role="system", content="You answer with tools."),
            Message(role="user", content=question),
            Message(
                role="assistant", content="", tool_calls=(ToolCall(id="call_0", name="run", arguments={"fee": 5}),)
            ),
            Message(role="tool", content=result, tool_call_id="call_0", name="run"),
            Message(role="assistant", content=answer),
        ),
        tools=tuple(tools),
        author="a-teacher",
    )
