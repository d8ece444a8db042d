"""The public trace format (the Hugging Face chat format with tool calls)."""

from collections.abc import Mapping
from typing import Any

from curation.importing.conversation import conversation
from data.records import Trace


def read(value: Mapping[str, Any]) -> Trace:
    """A trace from one decoded line. Raises UnreadableError."""
    return conversation(value)
