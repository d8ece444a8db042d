"""Splits of a whole: "60/40"."""

import re
from collections.abc import Sequence

from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity


def split_source(quantity: Quantity, outputs: Sequence[str], numbers: Sequence[ToolNumber]) -> str | None:
    """The source of the split as a tool or the question wrote it, be it in a name ("60/40"), or each of its parts as a tool number."""
    written = re.compile(rf"(?<![\d/.]){re.escape(quantity.text)}(?![\d/.])")
    for at, output in enumerate(outputs):
        if written.search(output):
            return f"call_{at} $"
    for number in numbers:
        if number.written is not None and number.written.parts == quantity.parts:
            return number.source
    found = []
    for part in quantity.parts:
        held = next((number for number in numbers if not number.length and _is_part(part, abs(number.value))), None)
        if held is None:
            return None
        found.append(held.source)
    return found[0]


def _is_part(part: float, value: float) -> bool:
    return abs(value - part) < 1e-9 or (value <= 1 and abs(value * 100 - part) < 1e-9)
