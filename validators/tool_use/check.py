"""Whether an answer makes honest use of tools: the right one, its result awaited and used, its errors told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

import polars as pl

from data.identity import content_hash
from data.records import Evidence, Message, Severity, ToolCall, Trace
from validators.check import Finding
from validators.reasons import Reason
from validators.tool_use.asking import asks_back
from validators.tool_use.failure_wording import defers, tells_error, tells_failure
from validators.tool_use.purpose import reading_tools, suited
from validators.tool_use.refusal_wording import admits, refusal
from validators.tool_use.result import SENTENCES, is_empty, own_counts, own_figures, uses
from validators.tool_use.tool_error import error_in

ANSWERABLE = frozenset({"lookup", "methodology", "whatif"})
"""The question kinds that the tools can answer; "refusal" is the one that they cannot."""

_EXAMPLE = re.compile(
    r"(?:for (?:instance|example)|e\.g\.|such as|say|perhaps|maybe|if|otherwise|by default|unless)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A trace's calls and results. `results` are (turn of the call, tool, content), of the calls that came back."""

    calls: Sequence[ToolCall]
    results: Sequence[tuple[int, str, str]]
    pending: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolUse:
    """The rules on tools that need no figures or documents; wording decides, so findings are for review.

    `expected` (question kind → names of tools, of which an answer needs one) takes the place of what the tools' own
    descriptions say of their purpose. A trace without `metadata.question_kind` is held to no rule that needs it.
    """

    name: str = "tool_use"
    severity: Severity = "review"
    expected: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def version(self) -> str:
        return f"5-{content_hash({kind: sorted(names) for kind, names in self.expected.items()})[:8]}"

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        answer = trace.answer
        if trace.kind != "assistant" or not answer.strip():
            return ()
        use = _use(trace.messages)
        kind = trace.metadata.get("question_kind")
        kind = kind if isinstance(kind, str) else ""
        refused = refusal(answer, trace.question, [content for _, _, content in use.results])
        findings = [*_too_early(trace, use, kind, refused), *_errors(trace, use)]
        if kind == "refusal" and not admits(answer):
            findings.append(
                Finding(
                    reason=Reason.MISSING_REFUSAL,
                    message="the question cannot be answered, and the answer does not say so",
                )
            )
        if refused is not None:
            findings += _needless(use, kind, answer, refused)
        else:
            findings += self._wrong_tool(trace, use, kind)
            findings += _ignored(trace, use, answer, kind)
        return tuple(findings)

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        """Rows with tools, tool results or a question kind: `judge` stops at the first word an answer takes from a result."""
        return frame.select(
            (pl.col("kind") == "assistant")
            & (pl.col("answer") != "")
            & (
                pl.col("offers_tools")
                | (pl.col("tool_output").list.len() > 0)
                | pl.col("question_kind").is_not_null()
                | pl.col("messages").str.contains('"tool_calls":[{', literal=True)
            )
        ).to_series()

    def _wrong_tool(self, trace: Trace, use: _Use, kind: str) -> Iterator[Finding]:
        if kind not in ANSWERABLE or not use.calls:
            return
        right = self.expected.get(kind) or suited(trace.tools, kind)
        called = {call.name for call in use.calls}
        if right and not called & right:
            names = ", ".join(sorted(called))
            message = f"a {kind} question was answered with {names}; it needs one of {', '.join(sorted(right))}"
            yield Finding(reason=Reason.WRONG_TOOL, message=message)


def _use(messages: Sequence[Message]) -> _Use:
    calls: list[ToolCall] = []
    results: list[tuple[int, str, str]] = []
    open_calls: dict[str, tuple[int, str]] = {}
    pending = 0
    for index, message in enumerate(messages):
        if message.role == "tool":
            key = message.tool_call_id if message.tool_call_id in open_calls else next(iter(open_calls), None)
            turn, name = open_calls.pop(key) if key is not None else (index, message.name or "")
            results.append((turn, name, message.content))
            continue
        if open_calls:
            pending += len(open_calls)
            open_calls = {}
        if message.tool_calls:
            open_calls = {call.id: (index, call.name) for call in message.tool_calls}
            calls += message.tool_calls
    return _Use(calls=calls, results=results, pending=pending)


def _too_early(trace: Trace, use: _Use, kind: str, refused: tuple[int, int] | None) -> Iterator[Finding]:
    if use.pending:
        message = f"{use.pending} call(s) had not returned when the answer was given"
        yield Finding(reason=Reason.ANSWERED_TOO_EARLY, message=message)
    uncalled = kind in ANSWERABLE and trace.tools and not use.calls
    if uncalled and refused is None and (not asks_back(trace.answer) or _asserts(trace.answer, trace.question)):
        message = f"a {kind} question was answered without a call, though tools were offered"
        yield Finding(reason=Reason.ANSWERED_TOO_EARLY, message=message)
    for index, message_ in enumerate(trace.messages):
        if message_.tool_calls and message_.content and (figure := _unseen_figure(trace.messages, index)):
            last = index == len(trace.messages) - 1
            yield Finding(
                reason=Reason.ANSWERED_TOO_EARLY,
                message=f"turn {index} states {figure.group()} before its call returned",
                evidence=(Evidence(text=figure.group(), start=figure.start(), end=figure.end()),) if last else (),
            )


def _unseen_figure(messages: Sequence[Message], index: int) -> re.Match[str] | None:
    """The first decimal, percentage or amount in a turn that nobody said before, and that the turn's calls do not pass on."""
    said = "\n".join(message.content for message in messages[:index])
    passed = "\n".join(str(call.arguments) for message in messages[: index + 1] for call in message.tool_calls)
    return next(own_figures(messages[index].content, f"{said}\n{passed}".replace(",", "")), None)


def _states(answer: str, *said: str) -> bool:
    """Whether the answer states a figure that nothing `said` holds."""
    return any(own_figures(answer, *said)) or any(own_counts(answer, *said))


def _asserts(answer: str, question: str) -> bool:
    """Whether a sentence states a figure, that is no question and no example of an answer to one."""
    return any(
        _states(each, question)
        for each in SENTENCES.split(answer)
        if not each.endswith("?") and not _EXAMPLE.match(each)
    )


def _errors(trace: Trace, use: _Use) -> Iterator[Finding]:
    """The first error that nothing made up for, neither a later call to a tool of its kind nor the answer."""
    errors = [error_in(content) for _, _, content in use.results]
    if not any(error is not None for error in errors):
        return
    reading = reading_tools(trace.tools)
    worked: dict[bool, int] = {}
    for (turn, tool, _), error in zip(use.results, errors, strict=True):
        if error is None:
            worked[tool in reading] = turn
    said = [trace.question, *(content for _, _, content in use.results)]
    answer, question = trace.answer, trace.question
    for (turn, tool, content), error in zip(use.results, errors, strict=True):
        if error is not None and turn >= worked.get(tool in reading, -1) and not _told(answer, question, said, content):
            message = f"{tool or 'a tool'} failed ({error[:120]}) and the answer does not say so"
            yield Finding(reason=Reason.ERROR_PAPERED_OVER, message=message)
            return


def _told(answer: str, question: str, said: Sequence[str], failed: str) -> bool:
    """Whether the answer tells of a failure, in a sentence without a figure of its own; one without any may also say what it lacks or must know."""
    own = {sentence: _states(sentence, *said) for sentence in SENTENCES.split(answer)}
    return any(
        tells_failure(sentence) or tells_error(sentence, question, failed)
        for sentence, states in own.items()
        if not states
    ) or (
        not any(own.values())
        and (admits(answer) or defers(answer) or (answer.rstrip().endswith("?") and asks_back(answer)))
    )


def _needless(use: _Use, kind: str, answer: str, refused: tuple[int, int]) -> Iterator[Finding]:
    if kind not in ANSWERABLE or any(
        error_in(content) is not None or is_empty(content) for _, _, content in use.results
    ):
        return
    start, end = refused
    told = f"though {use.results[-1][1] or 'a tool'} returned a result" if use.results else "without asking a tool"
    yield Finding(
        reason=Reason.NEEDLESS_REFUSAL,
        message=f"a {kind} question was refused {told}",
        evidence=(Evidence(text=answer[start:end], start=start, end=end),),
    )


def _ignored(trace: Trace, use: _Use, answer: str, kind: str) -> Iterator[Finding]:
    if kind == "refusal" or not use.results:
        return
    contents = [content for _, _, content in use.results]
    if any(map(is_empty, contents)):
        if all(map(is_empty, contents)) and not any(map(error_in, contents)) and not admits(answer):
            yield from _made_up(answer, trace.question)
        return
    if uses(answer, trace.question, contents):
        return
    failed = [error_in(content) is not None for content in contents]
    if all(failed) or (any(failed) and tells_failure(answer)):
        return
    yield Finding(reason=Reason.RESULT_IGNORED, message="the answer has nothing in it that a tool returned")


def _made_up(answer: str, question: str) -> Iterator[Finding]:
    """The first figure of an answer that rests on nothing."""
    for figure in islice(own_figures(answer, question), 1):
        yield Finding(
            reason=Reason.RESULT_IGNORED,
            message=f"the tools returned nothing, and the answer states {figure.group()}",
            evidence=(Evidence(text=figure.group(), start=figure.start(), end=figure.end()),),
        )


_TOOL = {
    "type": "function",
    "function": {"name": "quote", "description": "Get a price.", "parameters": {"type": "object"}},
}
_CALL = ToolCall(id="call_0", name="quote", arguments={"symbol": "SPYY"})

ACCEPTS = Trace(
    messages=(
        Message(role="user", content="What does SPYY cost?"),
        Message(role="assistant", content="", tool_calls=(_CALL,)),
        Message(role="tool", content='{"error": {"code": "unknown_symbol"}}', tool_call_id="call_0"),
        Message(role="assistant", content="There is no symbol SPYY in the data, so I cannot give its price."),
    ),
    tools=(_TOOL,),
    metadata={"question_kind": "lookup"},
)
REJECTS = ACCEPTS.with_answer("SPYY costs $512.30.")
