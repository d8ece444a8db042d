"""A record of an Argilla server and what people answered to it, as read."""

from datetime import UTC, datetime
from typing import Any

import msgspec


class _Value(msgspec.Struct, frozen=True):
    value: Any = None


class Response(msgspec.Struct, frozen=True):
    """What one user answered to one record; `status` is "submitted", "draft" or "discarded"."""

    id: str
    user_id: str
    status: str
    updated_at: datetime
    values: dict[str, _Value] | None = None

    def value(self, question: str) -> Any:
        """The answer to a question, None where there is none."""
        answered = (self.values or {}).get(question)
        return None if answered is None else answered.value

    @property
    def at(self) -> datetime:
        """When it was last changed, UTC. The server sends the time without a zone."""
        return (
            self.updated_at.replace(tzinfo=UTC) if self.updated_at.tzinfo is None else self.updated_at.astimezone(UTC)
        )


class Record(msgspec.Struct, frozen=True):
    """`external_id` is None for a record that somebody else put there without one."""

    id: str
    fields: dict[str, Any]
    external_id: str | None = None
    metadata: dict[str, Any] | None = None
    responses: list[Response] = []


class Page(msgspec.Struct, frozen=True):
    items: list[Record]
