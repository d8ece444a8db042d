"""One foreign turn, as an ordered list of parts, told in the public format's messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from curation.importing.conversation import FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """Reasoning that is no part of the answer; kept in the metadata."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """`arguments` is decoded JSON or JSON text; None or "" stands for no arguments."""

    id: str | None
    name: str
    arguments: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    call_id: str | None
    content: str
    name: str | None = None


Part = Text | Thought | Call | Result


def turn(role: str, parts: Iterable[Part]) -> list[dict[str, Any]]:
    """The messages of one turn. Results become messages of role "tool", in their place among the texts and calls.

    Neighbouring texts of an assistant are one text that its provider divided (around a citation, say) and are joined as they
    are; anyone else's are separate blocks and get a line each.
    """
    glue = "" if role == "assistant" else "\n"
    messages: list[dict[str, Any]] = []
    open_message: dict[str, Any] | None = None
    for part in parts:
        if isinstance(part, Result):
            open_message = None
            messages.append({"role": "tool", "content": part.content, "tool_call_id": part.call_id, "name": part.name})
            continue
        if open_message is None:
            open_message = {"role": role, "content": None}
            messages.append(open_message)
        _add(open_message, part, glue)
    return messages or [{"role": role, "content": ""}]


def as_text(value: Any) -> str:
    """A tool's result as text: a string as it is, nothing as "", anything else as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _add(message: dict[str, Any], part: Text | Thought | Call, glue: str) -> None:
    match part:
        case Text(text=text):
            before = message["content"]
            message["content"] = text if before is None else f"{before}{glue}{text}"
        case Thought(text=text):
            fields = message.setdefault(FIELDS, {})
            fields["reasoning"] = f"{fields['reasoning']}\n{text}" if "reasoning" in fields else text
            message["content"] = message["content"] or ""
        case Call(id=call_id, name=name, arguments=arguments):
            function = {"name": name, "arguments": {} if arguments in (None, "") else arguments}
            message.setdefault("tool_calls", []).append({"id": call_id, "function": function})
