"""A conversation in which calls may fail, stay open or not be made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curation.faults.conversation import Told
from data.records import Message, QuestionKind, ToolCall, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call and what it returned; `content` None: nothing, it was still open when the answer was given."""

    tool: str
    arguments: Mapping[str, Any]
    content: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """`turns`: the calls of each assistant turn; `words`: what the first of these turns says."""

    kind: QuestionKind
    turns: tuple[tuple[Call, ...], ...]
    told: Told
    tools: tuple[Mapping[str, Any], ...]
    detail: str = ""
    words: str = ""
    system: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def trace(self) -> Trace:
        messages = [Message(role="system", content=self.system)] if self.system else []
        messages.append(Message(role="user", content=self.told.question))
        for turn, made in enumerate(self.turns):
            calls = tuple(
                ToolCall(id=f"call_{turn}_{index}", name=each.tool, arguments=each.arguments)
                for index, each in enumerate(made)
            )
            messages.append(Message(role="assistant", content=self.words if turn == 0 else "", tool_calls=calls))
            messages += [
                Message(role="tool", content=each.content, tool_call_id=call.id, name=call.name)
                for call, each in zip(calls, made, strict=True)
                if each.content is not None
            ]
        messages.append(Message(role="assistant", content=self.told.answer[0]))
        return Trace(messages=tuple(messages), tools=self.tools, metadata={"question_kind": self.kind, **self.metadata})
