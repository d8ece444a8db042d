"""A square table of how each of several things goes with each other, as correlations are told: every pair of them has one number."""

from collections.abc import Mapping
from typing import Any

from validators.grounding.tools.layouts.scalar import scalar

_MOST = 60  # things


def pairs_of(node: Mapping[Any, Any]) -> dict[str, tuple[Any, Any]]:
    """By the name of each pair its number and the keys of that: {"A": {"A": 1, "B": 0.3}, "B": {"A": 0.3, "B": 1}} holds one of "A / B".
    That of a thing with itself goes by its own name. {} for any other record."""
    names = [str(name) for name in node]
    if not 1 < len(names) <= _MOST or not all(
        type(row) is dict and list(map(str, row)) == names for row in node.values()
    ):
        return {}
    rows = [[_number(value) for value in row.values()] for row in node.values()]
    size = range(len(names))
    if any(rows[row][column] is None or rows[row][column] != rows[column][row] for row in size for column in size):
        return {}
    told = {
        f"{names[row]} / {names[column]}": (rows[row][column], (names[row], names[column]))
        for row in size
        for column in range(row + 1, len(names))
    }
    return {names[row]: (rows[row][row], (names[row], names[row])) for row in size} | told


def _number(value: Any) -> int | float | None:
    number = scalar(value) if type(value) is str else value
    return None if isinstance(number, bool) or not isinstance(number, (int, float)) else number
