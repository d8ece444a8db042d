"""What of Argilla's records goes into the index.

Argilla's objects belong to the event loop's database session, and the index is written on another thread: everything is
copied out of them here first, into plain values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np
from argilla_server.enums import MetadataPropertyType, QuestionType
from argilla_server.models import Dataset, MetadataProperty, Record, Response, Suggestion

from labeling.server.search.text import spaced
from labeling.server.search.values import Kind, moment

LONGEST_WORD = 256
"""A longer run of characters without a space is encoded data, not words."""

SUGGESTION_PROPERTIES = ("value", "score", "agent", "type")

_METADATA_KINDS: dict[MetadataPropertyType, Kind] = {
    MetadataPropertyType.terms: "text",
    MetadataPropertyType.integer: "integer",
    MetadataPropertyType.float: "float",
}
_QUESTION_KINDS: dict[QuestionType, Kind] = {
    QuestionType.rating: "integer",
    QuestionType.label_selection: "text",
    QuestionType.multi_label_selection: "text",
}
"""Answers to other questions (texts, rankings, spans) cannot be filtered by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedResponse:
    id: str
    record_id: str
    user: str
    status: str
    answers: tuple[tuple[str, object], ...]
    """Question and value; one pair for each label of a multi-label answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedRecord:
    id: str
    external_id: str | None
    status: str
    inserted_at: str
    updated_at: str
    texts: tuple[tuple[str, str], ...]
    """Field and its words."""
    values: tuple[tuple[str, object], ...]
    """Metadata and suggestions, by key."""
    responses: tuple[IndexedResponse, ...]
    vectors: tuple[tuple[str, bytes], ...]
    """Vector settings' id and the vector as 32-bit floats."""


def metadata_key(name: str) -> str:
    return f"metadata.{name}"


def suggestion_key(question: str, property: str) -> str:
    return f"suggestion.{question}.{property}"


def answer_key(question: str) -> str:
    return f"answer.{question}"


def keys_of(dataset: Dataset) -> list[tuple[str, Kind]]:
    """Every key by which the dataset's records can be filtered or sorted, with its kind."""
    keys = [key_of(metadata_property) for metadata_property in dataset.metadata_properties]
    for question in dataset.questions:
        keys += [
            (suggestion_key(question.name, "score"), "float"),
            (suggestion_key(question.name, "agent"), "text"),
            (suggestion_key(question.name, "type"), "text"),
        ]
        kind = _QUESTION_KINDS.get(question.type)
        if kind is not None:
            keys += [(suggestion_key(question.name, "value"), kind), (answer_key(question.name), kind)]
    return keys


def key_of(metadata_property: MetadataProperty) -> tuple[str, Kind]:
    return metadata_key(metadata_property.name), _METADATA_KINDS[metadata_property.type]


def fields_of(dataset: Dataset) -> list[str]:
    """The fields that hold words."""
    return [field.name for field in dataset.fields if not field.is_image]


def indexed_record(record: Record) -> IndexedRecord:
    """A record whose suggestions, responses and vectors are loaded."""
    values = [(metadata_key(name), value) for name, value in (record.metadata_ or {}).items() if value is not None]
    for suggestion in record.suggestions:
        values += suggestion_values(suggestion)
    return IndexedRecord(
        id=str(record.id),
        external_id=record.external_id,
        status=plain(record.status),
        inserted_at=moment(record.inserted_at),
        updated_at=moment(record.updated_at),
        texts=tuple((name, "\n".join(_words(value))) for name, value in record.fields.items() if value is not None),
        values=tuple(values),
        responses=tuple(indexed_response(response) for response in record.responses),
        vectors=tuple((str(vector.vector_settings_id), packed(vector.value)) for vector in record.vectors),
    )


def indexed_response(response: Response) -> IndexedResponse:
    return IndexedResponse(
        id=str(response.id),
        record_id=str(response.record_id),
        user=str(response.user_id),
        status=plain(response.status),
        answers=tuple(
            (answer_key(question), item)
            for question, answer in (response.values or {}).items()
            for item in _items(answer.get("value"))
        ),
    )


def suggestion_values(suggestion: Suggestion) -> list[tuple[str, object]]:
    """A suggestion whose question is loaded."""
    return [
        (suggestion_key(suggestion.question.name, property), item)
        for property in SUGGESTION_PROPERTIES
        for item in _items(getattr(suggestion, property))
    ]


def plain(value: object) -> str:
    """The text of an enumeration's member, or of a string."""
    return str(value.value) if isinstance(value, Enum) else str(value)


def packed(vector: Iterable[float]) -> bytes:
    return np.asarray(list(vector), dtype="<f4").tobytes()


def _items(value: object) -> list[object]:
    items = value if isinstance(value, list) else [value]
    return [item.value if isinstance(item, Enum) else item for item in items if item is not None]


def _words(value: object) -> Iterator[str]:
    """Every word in a field: a text, the turns of a chat, or any JSON of a custom field (its values, not its keys)."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _words(item)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, str):
        yield spaced(" ".join(word for word in value.split() if len(word) <= LONGEST_WORD))
    elif value is not None:
        yield str(value)
