"""From foreign messages to a trace: the last step that all formats share."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from curation.importing.quarantine import QuarantineReason, UnreadableError
from data.records import Trace
from data.trace_format import trace_from

FIELDS = "fields"
"""A message's key for what the record has no place for; gathered under the metadata's `message_fields`."""

_OURS = frozenset({"id", "kind", "messages", "tools", "metadata", "provenance"})
_OURS_IN_MESSAGE = frozenset({"role", "content", "tool_calls", "tool_call_id", "name"})


def conversation(value: Mapping[str, Any], *, messages: Iterable[Mapping[str, Any]] | None = None) -> Trace:
    """A trace from `value` in the public format; `messages`, where given, take the place of its own.

    Fields that the format does not know are kept: a top-level one in the metadata (in `extra` where the metadata has that
    key already), a message's under `message_fields` with the message's index. Raises UnreadableError.
    """
    found = value.get("messages") if messages is None else list(messages)
    if not isinstance(found, list):
        raise _unlike("messages", found)
    if not found:
        raise UnreadableError(QuarantineReason.NO_CONVERSATION, "`$.messages` is empty")
    for index, message in enumerate(found):
        _require_content(message, index)
    known = {key: each for key, each in value.items() if key in _OURS}
    metadata = known.get("metadata")
    if metadata is None or isinstance(metadata, dict):
        known["metadata"] = _metadata(metadata or {}, value, found)
    try:
        return trace_from({**known, "messages": found})
    except msgspec.ValidationError as error:
        missing = "missing required field" in str(error)
        raise UnreadableError(
            QuarantineReason.MISSING_FIELD if missing else QuarantineReason.WRONG_TYPE, str(error)
        ) from error


def messages_of(value: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
    """`value`'s messages. Raises UnreadableError where they are no list of objects that each name a role."""
    messages = value.get("messages")
    if not isinstance(messages, list):
        raise _unlike("messages", messages)
    for index, message in enumerate(messages):
        if not isinstance(message, dict):
            raise UnreadableError(QuarantineReason.WRONG_TYPE, f"an object is expected at `$.messages[{index}]`")
        if not isinstance(message.get("role"), str):
            raise _unlike(f"messages[{index}].role", message.get("role"))
    return messages


def _unlike(path: str, found: object) -> UnreadableError:
    if found is None:
        return UnreadableError(QuarantineReason.MISSING_FIELD, f"`$.{path}` is missing")
    return UnreadableError(QuarantineReason.WRONG_TYPE, f"`$.{path}` is of the wrong type ({type(found).__name__})")


def _require_content(message: object, index: int) -> None:
    """Only an assistant that calls a tool may say nothing; a null elsewhere is a lost text, not an empty one."""
    if isinstance(message, dict) and message.get("content") is None and not message.get("tool_calls"):
        raise UnreadableError(QuarantineReason.MISSING_FIELD, f"`$.messages[{index}].content` is missing")


def _metadata(own: Mapping[str, Any], value: Mapping[str, Any], messages: Iterable[Any]) -> dict[str, Any]:
    unknown = {key: each for key, each in value.items() if key not in _OURS and each is not None}
    metadata = {**unknown, **own}
    if shadowed := {key: each for key, each in unknown.items() if key in own}:
        metadata["extra"] = shadowed
    fields = [
        {"index": index, **kept}
        for index, message in enumerate(messages)
        if isinstance(message, dict) and (kept := _message_fields(message))
    ]
    return {**metadata, "message_fields": fields} if fields else metadata


def _message_fields(message: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in message.items() if key not in _OURS_IN_MESSAGE and value is not None}
    gathered = kept.get(FIELDS)
    if isinstance(gathered, dict):
        del kept[FIELDS]
        kept.update(gathered)
    return kept
