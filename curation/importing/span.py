"""Spans as exporters write them, one a line or in OTLP envelopes, in one form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from curation.importing.quarantine import QuarantineReason, UnreadableError

# A dotted attribute name has a handful of parts; the bound keeps a name made of dots from nesting without end.
_NAME_PARTS = 16
_DIGITS = 16
_SCALES = ((1e11, 1_000_000_000), (1e14, 1_000_000), (1e17, 1_000), (float("inf"), 1))

_OPAQUE = frozenset(
    f"gen_ai.{name}"
    for name in (
        "input.messages",
        "output.messages",
        "system_instructions",
        "tool.definitions",
        "tool.call.arguments",
        "tool.call.result",
    )
)
_OPAQUE_PARTS = frozenset({"arguments", "json_schema", "input_schema", "parameters"})

_ENVELOPES = ("resourceSpans", "resource_spans")
_SCOPES = ("scopeSpans", "scope_spans", "instrumentationLibrarySpans")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """`attributes` and the events' attributes are nested: `llm.input_messages.0.message.role` is a path of objects and lists.

    `start` is in nanoseconds since 1970 (None: unknown). `events` are (name, attributes), in order.
    """

    trace_id: str
    span_id: str
    start: int | None
    attributes: Mapping[str, Any]
    events: tuple[tuple[str, Mapping[str, Any]], ...] = ()

    @property
    def started_at(self) -> str | None:
        """UTC, ISO 8601; None where unknown or outside the calendar."""
        try:
            return None if self.start is None else datetime.fromtimestamp(self.start / 1e9, UTC).isoformat()
        except (OverflowError, OSError, ValueError):
            return None


def raw_spans(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The spans of a decoded line: itself, or those of an OTLP JSON envelope. Raises UnreadableError."""
    resources = _first(value, _ENVELOPES)
    if resources is None:
        yield value
        return
    for resource in _objects(resources):
        for scope in _objects(_first(resource, _SCOPES) or []):
            yield from _objects(scope.get("spans") or [])


def read_span(raw: Mapping[str, Any]) -> Span:
    """One span, from OTLP JSON, an SDK's own JSON or a flat row with dotted names. Raises UnreadableError."""
    row = nested(raw) if any("." in name for name in raw) else raw
    context = row.get("context")
    names = {**context, **row} if isinstance(context, dict) else row
    trace_id = _first(names, ("traceId", "trace_id"))
    if not isinstance(trace_id, str) or not trace_id:
        raise UnreadableError(QuarantineReason.MISSING_FIELD, "the span has no trace id")
    events = row.get("events") or []
    return Span(
        trace_id=trace_id.removeprefix("0x"),
        span_id=str(_first(names, ("spanId", "span_id")) or "").removeprefix("0x"),
        start=_nanoseconds(_first(row, ("startTimeUnixNano", "start_time_unix_nano", "start_time", "startTime"))),
        attributes=_attributes(row.get("attributes")) if row.get("attributes") is not None else row,
        events=tuple((str(event.get("name")), _attributes(event.get("attributes"))) for event in _objects(events)),
    )


def nested(value: Mapping[str, Any]) -> dict[str, Any]:
    """Dotted names turned into nested objects, and objects whose keys are all numbers into lists, at every level.

    What a user wrote (messages in structured form, arguments, schemas) is left as it is.
    """
    return {name: _lists(each) for name, each in _expanded(value, "").items()}


def decoded(value: Any) -> Any:
    """JSON text decoded, where it is some; structured attributes are often written as text. Anything else as it is."""
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            return value
    return value


@dataclass(frozen=True, slots=True)
class _Opaque:
    value: Any


def _expanded(value: Mapping[str, Any], path: str) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name, each in value.items():
        below = f"{path}.{name}" if path else name
        _place(tree, name.split(".", _NAME_PARTS), _leaf(each, below.removeprefix("attributes.")))
    return tree


def _leaf(value: Any, path: str) -> Any:
    if path in _OPAQUE or path.rpartition(".")[2] in _OPAQUE_PARTS:
        return _Opaque(value)
    if isinstance(value, list):
        return [_leaf(each, path) for each in value]
    return _expanded(value, path) if isinstance(value, dict) else value


def _place(tree: dict[str, Any], path: list[str], value: Any) -> None:
    """A name that holds a value and has names below it keeps its value under ""."""
    for part in path[:-1]:
        below = tree.setdefault(part, {})
        if not isinstance(below, dict):
            below = tree[part] = {"": below}
        tree = below
    held = tree.get(path[-1])
    if isinstance(held, dict) and isinstance(value, dict):
        for name, each in value.items():
            _place(held, [name], each)
    elif isinstance(held, dict):
        held[""] = value
    else:
        tree[path[-1]] = value


def _lists(tree: Any) -> Any:
    if isinstance(tree, _Opaque):
        return tree.value
    if isinstance(tree, list):
        return [_lists(each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    values = {name: _lists(each) for name, each in tree.items()}
    if values and all(name.isascii() and name.isdecimal() and len(name) < _DIGITS for name in values):
        return [values[name] for name in sorted(values, key=int)]
    return values


def _attributes(found: Any) -> dict[str, Any]:
    """OTLP's list of key and typed value, or an object (as text, in some stores)."""
    found = decoded(found)
    if isinstance(found, list):
        found = {str(each.get("key")): _otlp_value(each.get("value")) for each in _objects(found)}
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise UnreadableError(
            QuarantineReason.WRONG_TYPE, "a span's attributes are neither an object nor a list of pairs"
        )
    return nested(found)


def _otlp_value(value: Any) -> Any:
    match value:
        case {"arrayValue": {"values": list(values)}}:
            return [_otlp_value(each) for each in values]
        case {"kvlistValue": {"values": list(values)}}:
            return {str(each.get("key")): _otlp_value(each.get("value")) for each in _objects(values)}
        case {"arrayValue": _}:
            return []
        case {"kvlistValue": _}:
            return {}
        case {"intValue": str(text)}:
            return int(text) if text.removeprefix("-").isdecimal() and len(text) < _DIGITS + 5 else text
        case dict() if len(value) == 1:
            return next(iter(value.values()))
    return value


def _nanoseconds(value: Any) -> int | None:
    """From a number of seconds, milliseconds, microseconds or nanoseconds since 1970 (told by its size), or an ISO time."""
    if isinstance(value, str):
        if not (value.isdecimal() and len(value) < _DIGITS + 5):
            try:
                moment = datetime.fromisoformat(value)
            except ValueError:
                return None
            value = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        else:
            value = int(value)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 2**62:
        return None
    scale = next(scale for bound, scale in _SCALES if value < bound)
    return int(value * scale)


def _first(value: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((value[name] for name in names if value.get(name) is not None), None)


def _objects(values: Any) -> list[dict[str, Any]]:
    if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
        raise UnreadableError(
            QuarantineReason.WRONG_TYPE, "a list of objects is expected where spans or attributes are listed"
        )
    return values
