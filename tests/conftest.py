"""What many tests stand on."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from data.records import Message, ToolCall, Trace

settings.register_profile("new examples")  # make test-new-examples
settings.register_profile("same examples", derandomize=True, max_examples=50)
settings.load_profile("same examples")

_TESTS = Path(__file__).parent
_LONGEST = ("ui", "train")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a server or a training run in them go first: the last ones to start decide when several processes end."""
    items.sort(key=lambda item: item.path.relative_to(_TESTS).parts[0] not in _LONGEST)


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
