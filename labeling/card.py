"""What a reviewer sees of a trace, as plain values that `card.html` turns into a page."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from data.records import Message, ToolCall, Trace, Verdict
from validators.grounding.check import annotate
from validators.grounding.grounded_number import GroundedNumber

_LONGEST_TEXT = 20_000
"""Characters of one message or result: more would make the page slow, and nobody reads it."""
_MOST_VALUES = 300
_EXCERPT = 180
_SOURCE = re.compile(r"call_(\d+) (\$.*)")
_SEVEREST_FIRST = {"block": 0, "review": 1, "info": 2}

Json = dict[str, Any]


def card(trace: Trace, verdicts: Sequence[Verdict], *, reason: str) -> Json:
    """The card's content. `verdicts` are the current ones of this trace; `reason` is why it is reviewed.

    Keys: `reason`, `author`, `findings` (worst first), `answer` (segments of the final answer), `numbers` (where each number
    of it comes from), `steps` (the conversation before it).
    """
    findings = sorted(
        (each for each in verdicts if each.outcome != "pass"),
        key=lambda each: (_SEVEREST_FIRST[each.severity], each.check),
    )
    numbers = _numbers(trace)
    return {
        "reason": reason,
        "author": trace.author or "unknown",
        "checked": len(verdicts),
        "findings": [_finding(each) for each in findings],
        "answer": _segments(trace.answer, findings, numbers),
        "numbers": [_number(each) for each in numbers],
        "steps": list(_steps(trace, numbers)),
    }


def pack(content: Json) -> Json:
    """The value of the custom field: base64, so that no text in it can be taken for code by the page around the card."""
    return {"payload": base64.b64encode(msgspec.json.encode(content)).decode()}


def unpack(value: Any) -> Json:
    """What `pack` packed; {} for a field that is not one of ours."""
    try:
        content = msgspec.json.decode(base64.b64decode(value["payload"]))
    except (KeyError, TypeError, binascii.Error, msgspec.DecodeError):
        return {}
    return content if isinstance(content, dict) else {}


def _numbers(trace: Trace) -> tuple[GroundedNumber, ...]:
    try:
        return annotate(trace)
    except Exception:  # the check of the same rules says so in a verdict; the card can do without colours
        return ()


def _finding(verdict: Verdict) -> Json:
    return {
        "check": verdict.check,
        "outcome": verdict.outcome,
        "severity": verdict.severity,
        "reason": verdict.reason or "",
        "message": verdict.message,
        "evidence": [
            {"text": each.text, "clause": each.clause, "source": each.source} for each in verdict.evidence if each.text
        ],
    }


def _number(number: GroundedNumber) -> Json:
    return {
        "text": number.text,
        "grounded": number.grounded,
        "derived": number.derivation is not None,
        "source": number.source,
        "note": number.derivation or number.message,
    }


def _segments(answer: str, findings: Sequence[Verdict], numbers: Sequence[GroundedNumber]) -> list[Json]:
    """The answer cut at the ends of every mark. `tone` is the strongest mark on a piece: block, review, derived, grounded."""
    marks = [(each.start, each.end, "grounded", f"from {each.source}") for each in numbers if each.grounded]
    marks += [(each.start, each.end, "derived", each.derivation) for each in numbers if each.derivation]
    for finding in reversed(findings):
        tone = "block" if finding.severity == "block" else "review"
        marks += [(each.start, each.end, tone, finding.message) for each in finding.evidence]
    cuts = sorted(
        {0, len(answer)} | {cut for start, end, _, _ in marks for cut in (start, end) if 0 < cut < len(answer)}
    )
    segments: list[Json] = []
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        strongest = over[-1] if over else None
        segments.append(
            {"text": answer[start:end]}
            | ({"tone": strongest[2], "note": strongest[3]} if strongest else {"tone": "plain"})
        )
    return segments


def _steps(trace: Trace, numbers: Sequence[GroundedNumber]) -> Iterator[Json]:
    """The conversation in order, without the question where it is the only user turn, and without the final answer."""
    results = {message.tool_call_id: message for message in trace.messages if message.role == "tool"}
    order = {id(message): index for index, message in enumerate(each for each in trace.messages if each.role == "tool")}
    turns = sum(message.role == "user" for message in trace.messages)
    called: set[str] = set()
    final = trace.messages[-1] if trace.answer else None
    for message in trace.messages:
        if message is final or (message.role == "user" and turns == 1):
            continue
        if message.role == "tool":
            if message.tool_call_id not in called:
                yield {"kind": "call", "name": message.name or "?", "arguments": [], "stray": True} | _result(
                    message, order[id(message)], numbers
                )
            continue
        if message.content:
            yield {"kind": "text", "role": message.role, "text": _short(message.content)}
        for call in message.tool_calls:
            called.add(call.id)
            found = results.get(call.id)
            yield _call(call) | ({} if found is None else _result(found, order[id(found)], numbers))


def _call(call: ToolCall) -> Json:
    return {
        "kind": "call",
        "name": call.name,
        "arguments": [
            {"name": path.removeprefix("$."), "value": _short(value)}
            for path, value in _leaves(call.arguments, "$")
            if path != "$"
        ],
    }


def _result(message: Message, index: int, numbers: Sequence[GroundedNumber]) -> Json:
    """`values` are the leaves of a JSON result with their paths; `text` is a result that is not JSON. `cited` names the words of the
    answer that a value grounds."""
    cited: dict[str, list[str]] = {}
    for number in numbers:
        source = _SOURCE.fullmatch(number.source or "")
        if (
            number.grounded
            and source
            and int(source[1]) == index
            and number.text not in cited.setdefault(source[2], [])
        ):
            cited[source[2]].append(number.text)
    try:
        content = msgspec.json.decode(message.content)
    except msgspec.DecodeError:
        return {"result": f"call_{index}", "text": _short(message.content)}
    leaves = list(_leaves(content, "$"))
    return {
        "result": f"call_{index}",
        "values": [_value(path, value, cited.get(path, [])) for path, value in leaves[:_MOST_VALUES]],
        "more": max(len(leaves) - _MOST_VALUES, 0),
        **_error(content),
    }


def _value(path: str, value: str, cited: Sequence[str]) -> Json:
    """`excerpt` is the part of a cited value that a reviewer wants to see: what stands around the number."""
    shown = {"path": path.removeprefix("$.") if path != "$" else "value", "value": _short(value), "cited": list(cited)}
    if cited:
        start = max(value.find(cited[0]) - _EXCERPT // 2, 0) if len(value) > _EXCERPT else 0
        end = start + _EXCERPT
        shown["excerpt"] = ("… " if start else "") + value[start:end].strip() + (" …" if end < len(value) else "")
    return shown


def _error(content: Any) -> Json:
    error = content.get("error") if isinstance(content, Mapping) else None
    if not error:
        return {}
    return {"error": _short(_plain(error.get("message", error) if isinstance(error, Mapping) else error))}


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}")
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{index}]")
    else:
        yield path, _plain(value)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _short(text: str) -> str:
    left = len(text) - _LONGEST_TEXT
    return text if left <= 0 else f"{text[:_LONGEST_TEXT]} … ({left:,} more characters)"
