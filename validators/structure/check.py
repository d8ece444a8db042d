"""Whether a conversation has the shape a model can learn from: roles, calls, results, an answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
import polars as pl

from data.records import Message, Severity, ToolCall, Trace
from data.trace_format import declared, tools_json
from validators.check import Finding
from validators.reasons import Reason
from validators.structure.schema import Schema, SchemaError

_BLANKS = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"
_WORST_FIRST: Mapping[Severity | None, int] = {None: 0, "block": 0, "review": 1, "info": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Roles and their order, every call answered once, known tools, arguments that fit, a last answer with words in it.

    A decision (an expert's call on a report) needs only a report and an answer. A second system turn and a user's turn after
    one without a reply are for review; calls where no tools are listed, and a schema that cannot be read, are for information.
    """

    name: str = "structure"
    version: str = "1"
    severity: Severity = "block"

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        if not trace.messages:
            return (Finding(reason=Reason.NO_MESSAGES, message="the conversation has no messages"),)
        findings = [*_order(trace.messages), *_answer(trace.messages)]
        if trace.kind == "assistant":
            findings += _results(trace.messages)
            findings += _calls(trace)
        return tuple(sorted(findings, key=lambda each: _WORST_FIRST[each.severity])) if findings else ()

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        """Every row: `judge` is faster than a screen that would have to read the messages' JSON."""
        return pl.repeat(True, frame.height, eager=True)


def _order(messages: Sequence[Message]) -> Iterator[Finding]:
    before = None
    for index, message in enumerate(messages):
        role = message.role
        if role == "system":
            if before not in (None, "system"):
                yield Finding(
                    reason=Reason.ROLE_ORDER, message=f"a system turn stands at {index}, not at the beginning"
                )
                continue
            if before == "system":
                yield Finding(reason=Reason.ROLE_ORDER, message=f"a second system turn, at {index}", severity="review")
        elif role == "assistant":
            if before is None or before == "system":
                yield Finding(reason=Reason.ROLE_ORDER, message=f"the assistant speaks at {index} before any question")
            elif before == "assistant" and not messages[index - 1].tool_calls:
                yield Finding(reason=Reason.ROLE_ORDER, message=f"the assistant speaks twice in a row, at {index}")
        elif role == "user" and before in ("user", "tool"):
            text = f"a {before} turn at {index - 1} gets no reply before the user's next turn"
            yield Finding(reason=Reason.ROLE_ORDER, message=text, severity="review")
        before = role


def _answer(messages: Sequence[Message]) -> Iterator[Finding]:
    for index, message in enumerate(messages):
        if message.role == "assistant" and not message.tool_calls and not message.content.strip(_BLANKS):
            yield Finding(reason=Reason.EMPTY_ANSWER, message=f"the assistant's turn at {index} is empty")
    if (last := messages[-1]).role != "assistant":
        yield Finding(
            reason=Reason.EMPTY_ANSWER, message=f"the conversation ends with a {last.role} turn, without an answer"
        )


def _results(messages: Sequence[Message]) -> Iterator[Finding]:
    """Every call has one result, before anyone else speaks. A result that names no call answers the first one open."""
    open_calls: dict[str, ToolCall] = {}
    for index, message in enumerate(messages):
        if message.role == "tool":
            call_id = message.tool_call_id
            if call_id is None:
                names = (key for key, call in open_calls.items() if message.name in (None, call.name))
                call_id = next(names, None)
            if call_id is None or open_calls.pop(call_id, None) is None:
                told = "answers no call" if call_id is None else f"answers {call_id}, which is not open"
                yield Finding(reason=Reason.ORPHAN_RESULT, message=f"the tool result at {index} {told}")
            continue
        yield from _unanswered(open_calls)
        open_calls = {call.id: call for call in message.tool_calls}
        if len(open_calls) < len(message.tool_calls):
            yield Finding(reason=Reason.UNANSWERED_CALL, message=f"two calls at {index} share an id")
    yield from _unanswered(open_calls)


def _unanswered(calls: Mapping[str, ToolCall]) -> Iterator[Finding]:
    for call in calls.values():
        yield Finding(reason=Reason.UNANSWERED_CALL, message=f"{call.name} ({call.id}) has no result")


def _calls(trace: Trace) -> Iterator[Finding]:
    calls = [call for message in trace.messages for call in message.tool_calls]
    if not calls:
        return
    if not trace.tools:
        names = ", ".join(sorted({call.name for call in calls}))
        yield Finding(
            reason=Reason.UNKNOWN_TOOL, message=f"no tools are listed, so {names} is unknown", severity="info"
        )
        return
    offered = _offered(tools_json(trace.tools))
    for call in calls:
        schema = offered.get(call.name)
        try:
            if call.name not in offered:
                yield Finding(reason=Reason.UNKNOWN_TOOL, message=f"{call.name} is not among the tools offered")
            elif isinstance(schema, SchemaError):
                raise schema
            elif schema is not None and (fault := schema.fault(call.arguments)):
                yield Finding(reason=Reason.BAD_ARGUMENTS, message=f"{call.name} ({call.id}): {fault}")
        except SchemaError as error:
            text = f"the arguments of {call.name} are unchecked, its schema is unreadable: {error}"
            yield Finding(reason=Reason.BAD_ARGUMENTS, message=text, severity="info")


@lru_cache(maxsize=256)
def _offered(tools: bytes) -> Mapping[str, Schema | SchemaError | None]:
    """Each tool's schema by its name (None: it states none, so anything goes). `tools` is JSON, so that equal lists meet."""
    offered: dict[str, Schema | SchemaError | None] = {}
    for tool in msgspec.json.decode(tools):
        function = declared(tool)
        if function is not None:
            offered[function["name"]] = _schema(function.get("parameters", function.get("input_schema")))
    return offered


def _schema(parameters: Any) -> Schema | SchemaError | None:
    try:
        return None if parameters is None else Schema(parameters)
    except SchemaError as error:
        return error


_TOOLS = (
    {
        "type": "function",
        "function": {
            "name": "quote",
            "parameters": {"type": "object", "properties": {"symbol": {"type": "string"}}, "required": ["symbol"]},
        },
    },
)
_CALL = ToolCall(id="call_0", name="quote", arguments={"symbol": "SPY"})

ACCEPTS = Trace(
    messages=(
        Message(role="user", content="What does SPY cost?"),
        Message(role="assistant", content="", tool_calls=(_CALL,)),
        Message(role="tool", content='{"price": 512.3}', tool_call_id="call_0"),
        Message(role="assistant", content="SPY costs $512.30."),
    ),
    tools=_TOOLS,
)
REJECTS = Trace(messages=(*ACCEPTS.messages[:2], ACCEPTS.messages[3]), tools=_TOOLS)
