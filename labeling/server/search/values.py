"""The types a searchable value can have, and how a value is made to fit its type, when stored and when asked for."""

from datetime import UTC, datetime, time
from typing import Literal

import numpy as np

Kind = Literal["text", "integer", "float"]
Value = str | int | float

MAX_INTEGER = 2**63
"""What SQLite can hold."""


def fitted(kind: Kind, value: object) -> Value | None:
    """The value as it is stored and compared; None when it cannot be one of this kind.

    Terms arrive as strings whatever they are compared with. Floats are compared with the precision of a 32-bit float, as
    Argilla's other search engines do, so that a bound copied from the page matches.
    """
    if kind == "text":
        return str(value).lower() if isinstance(value, bool) else str(value)
    try:
        if kind == "float":
            with np.errstate(over="ignore"):
                return float(np.float32(value))  # type: ignore[arg-type]
        whole = int(value)  # type: ignore[call-overload]
    except (TypeError, ValueError, OverflowError):
        return None
    return whole if abs(whole) < MAX_INTEGER else None


def moment(value: datetime) -> str:
    """A time as stored: UTC without a zone, to the microsecond, so that text order is time order."""
    plain = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    return plain.isoformat(timespec="microseconds")


def moment_bound(value: object, *, upper: bool) -> str:
    """A bound on a time: ISO 8601 text, or milliseconds since 1970. A day alone means its end for an upper bound.

    Raises ValueError when it is neither.
    """
    if isinstance(value, int | float):
        return moment(datetime.fromtimestamp(value / 1000, UTC))
    text = str(value)
    parsed = datetime.fromisoformat(text)
    if upper and len(text) == len("2026-01-31"):
        parsed = datetime.combine(parsed.date(), time.max)
    return moment(parsed)
