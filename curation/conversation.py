"""How any conversation is made: a speaker, its tools, and turns until it answers."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from data.errors import AssayError
from data.records import Message

SYSTEM_PROMPT = (
    "You are a trading-research assistant. Answer questions about backtests with the tools you are given. "
    "State only numbers that a tool returned, and methodology only as the model's document has it. "
    "Backtests say nothing of the future: refuse forecasts, and say plainly what is not there."
)
# The longest scripted plan needs four turns; a speaker that still calls tools after twelve is going round in circles.
MOST_TURNS = 12


class Speaker(Protocol):
    """Whoever writes the assistant's turns: a teacher, a student, a judge, a test's script."""

    @property
    def name(self) -> str:
        """As it stands in a trace's provenance; a program that poses as a person or model says so in it."""
        ...

    def reply(self, messages: Sequence[Message], tools: Sequence[Mapping[str, Any]]) -> Message:
        """The next assistant turn: tool calls, or an answer. Raises AssayError where there is none."""
        ...


def converse(
    speaker: Speaker,
    question: str,
    *,
    tools: Sequence[Mapping[str, Any]],
    call: Callable[[str, Mapping[str, Any]], Mapping[str, Any]],
) -> tuple[Message, ...]:
    """Ask `question` and let `speaker` call tools through `call(name, arguments)` until it answers.

    Returns every message, the system turn first. Raises AssayError when `MOST_TURNS` pass without an answer.
    """
    messages = [Message(role="system", content=SYSTEM_PROMPT), Message(role="user", content=question)]
    for _ in range(MOST_TURNS):
        turn = speaker.reply(messages, tools)
        messages.append(turn)
        if not turn.tool_calls:
            return tuple(messages)
        for each in turn.tool_calls:
            result = json.dumps(call(each.name, each.arguments), ensure_ascii=False)
            messages.append(Message(role="tool", content=result, tool_call_id=each.id, name=each.name))
    raise AssayError(f"{speaker.name} gave no answer in {MOST_TURNS} turns", retryable=True)
