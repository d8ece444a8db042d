"""The record types that the stages read and write. All are frozen and named by the hash of their content."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from data.identity import content_hash

Role = Literal["system", "user", "assistant", "tool"]
TraceKind = Literal["assistant", "decision"]
QuestionKind = Literal["lookup", "methodology", "whatif", "refusal"]
Split = Literal["train", "eval"]
Outcome = Literal["pass", "fail", "error"]
Severity = Literal["block", "review", "info"]
ReviewVerdict = Literal["accept", "edit", "reject", "escalate"]
CorrectedField = Literal["answer", "excluded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One question of the grid, with the axis values it was expanded from.

    `family` (template × strategy) decides `split`, whatever the ticker and window, so near-twins never sit on both sides.
    `ticker`, `start`, `end` (ISO dates) and `fee_bps` are None where the question has no such axis.
    """

    question_kind: QuestionKind
    template: str
    model_id: str
    ticker: str | None
    start: str | None
    end: str | None
    fee_bps: float | None
    question: str
    family: str
    split: Split

    @property
    def id(self) -> str:
        return content_hash(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """A call the assistant made. `arguments` is decoded JSON."""

    id: str
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn. `tool_call_id` and `name` are set on tool results only."""

    role: Role
    content: str
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One conversation and who wrote it.

    `author` is the speaker's name (None: unknown); with `kind`, `messages`, `tools` and `metadata` it makes the `id`.
    `provenance` (times, tokens, cost) and `source_id` (the user's own id) are kept beside and change no name.
    """

    kind: TraceKind = "assistant"
    messages: tuple[Message, ...]
    tools: tuple[Mapping[str, Any], ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    author: str | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)
    source_id: str | None = None

    @property
    def id(self) -> str:
        return self.id_from(self.messages, self.tools)

    def id_from(self, messages: Any, tools: Any) -> str:
        """`id`, from the messages and the tools in any form that encodes as they do: whoever holds their JSON encodes them once."""
        return content_hash([self.kind, messages, tools, self.metadata, self.author])

    @property
    def question(self) -> str:
        """The last user turn, "" where there is none."""
        return next((message.content for message in reversed(self.messages) if message.role == "user"), "")

    @property
    def answer(self) -> str:
        """The final assistant turn's text: the gold answer. "" where the conversation does not end with the assistant."""
        return self.messages[-1].content if self.messages and self.messages[-1].role == "assistant" else ""

    def with_answer(self, answer: str) -> "Trace":
        """The same conversation with another final answer."""
        return replace(self, messages=(*self.messages[:-1], replace(self.messages[-1], content=answer)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span of the final answer: `start` and `end` are character offsets into it.

    `topic` and `clause` (`<document id>#<key>`) are set by methodology, `source` by grounding (`call_0 $.metrics.cagr`).
    """

    text: str
    start: int
    end: int
    topic: str | None = None
    clause: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one check says of one trace.

    `fingerprint` names the check, its version and whatever it read (documents, settings), so that a verdict is current
    exactly while its fingerprint is the suite's. `reason` is None for a pass. `error` means that the check itself failed.
    """

    trace_id: str
    source_id: str | None
    check: str
    fingerprint: str
    outcome: Outcome
    severity: Severity
    reason: str | None
    message: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        return content_hash([self.trace_id, self.check, self.fingerprint])


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """A clause (`<document id>#<key>`) that a trace was validated against, with its value then, as one line of text.

    `recorded_at` (UTC) is no part of the name: a trace that was once validated against a value stays so.
    """

    trace_id: str
    clause: str
    value: str
    recorded_at: datetime

    @property
    def id(self) -> str:
        return content_hash([self.trace_id, self.clause, self.value])


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedFault:
    """The truth about a fault that a scripted teacher planted: for measuring, never shown to a validator.

    `clean_answer` is what the teacher would have answered without the fault.
    """

    trace_id: str
    kind: str
    clean_answer: str

    @property
    def id(self) -> str:
        return content_hash(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An answer as a reviewer gave it. Append-only: a changed mind is a new review.

    `scripted` tells a program's review from a person's. `submitted_at` is UTC.
    """

    trace_id: str
    reviewer: str
    scripted: bool
    verdict: ReviewVerdict
    answer: str
    rationale: str | None
    errors: tuple[str, ...]
    submitted_at: datetime

    @property
    def id(self) -> str:
        return content_hash(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change to one field of a trace; the original never changes.

    `field` "answer": `value` replaces the final answer. `field` "excluded": `value` "true" takes the trace out of versions.
    """

    trace_id: str
    review_id: str
    field: CorrectedField
    value: str
    author: str
    created_at: datetime
    reason: str | None

    @property
    def id(self) -> str:
        return content_hash(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One item that a stage could not finish. `stage` names the boundary that was crossed, `item` the scenario or trace id."""

    stage: str
    item: str
    reason: str
    message: str

    @property
    def id(self) -> str:
        return content_hash(self)
