"""A trace around an answer: the question, the calls, what the tools returned, and the sentences of the answer joined."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curation.faults.templates import Truths
from curation.faults.tool_output import ToolOutput
from data.records import Message, QuestionKind, ToolCall, Trace

_BLOCK = re.compile(r"(?:[-*#>|]|\d+[.)]) ?")
_SEARCH = "search_docs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The question, and an answer in three parts: the sentence that the case is about stands between the others."""

    question: str
    before: tuple[str, ...]
    text: str
    after: tuple[str, ...]

    @property
    def answer(self) -> tuple[str, int]:
        """The answer and where `text` starts in it. Lists, tables, headings and quotations stand on lines of their own."""
        written = ""
        for sentence in self.before:
            written = _joined(written, sentence)
        written = _joined(written, self.text)
        start = len(written) - len(self.text)
        for sentence in self.after:
            written = _joined(written, sentence)
        return written, start


def conversation(
    told: Told,
    outputs: tuple[ToolOutput, ...],
    search: Mapping[str, Any] | None,
    *,
    kind: QuestionKind,
    metadata: Mapping[str, Any],
) -> Trace:
    """`search`: what the document search returned, None where it was not called."""
    made = [(each.tool, each.arguments, each.content) for each in outputs]
    if search is not None:
        made.append((_SEARCH, {"query": told.question}, json.dumps(search, ensure_ascii=False)))
    calls = tuple(
        ToolCall(id=f"call_{index}", name=name, arguments=arguments) for index, (name, arguments, _) in enumerate(made)
    )
    results = tuple(
        Message(role="tool", content=content, tool_call_id=call.id, name=call.name)
        for call, (_, _, content) in zip(calls, made, strict=True)
    )
    answer, _ = told.answer
    return Trace(
        messages=(
            Message(role="user", content=told.question),
            Message(role="assistant", content="", tool_calls=calls),
            *results,
            Message(role="assistant", content=answer),
        ),
        tools=tuple({name: schema(name, arguments) for name, arguments, _ in made}.values()),
        metadata={"question_kind": kind, **metadata},
    )


def search_result(models: tuple[str, ...], truths: Truths) -> dict[str, Any]:
    """What a search for these documents returns: facts and prose."""
    found = [truths.documents[model] for model in models]
    return {
        "results": [
            {
                "document": each.id,
                "title": each.title,
                "facts": {key: value if isinstance(value, str) else list(value) for key, value in each.facts.items()},
                "text": each.body.strip(),
            }
            for each in found
        ]
    }


def schema(name: str, arguments: Mapping[str, Any], description: str = "") -> dict[str, Any]:
    """A tool that takes these arguments, in the function form; described by its name where nothing else is said."""
    kinds = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array", dict: "object"}
    properties = {key: {"type": kinds[type(value)]} for key, value in arguments.items()}
    parameters = {"type": "object", "properties": properties}
    return {
        "type": "function",
        "function": {"name": name, "description": description or name.replace("_", " "), "parameters": parameters},
    }


def _joined(written: str, sentence: str) -> str:
    if not written:
        return sentence
    last = written.rsplit("\n", 1)[-1]
    if _BLOCK.match(sentence) or _BLOCK.match(last):
        same_list = last[:1] == sentence[:1] and last[:1] in "-*"
        return written + ("\n" if same_list else "\n\n") + sentence
    return f"{written} {sentence}" if written[-1] in ".!?:)" else f"{written}. {sentence}"
