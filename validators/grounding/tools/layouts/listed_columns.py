"""Columns that a data frame's glimpse lists a line each: "$ cagr <f64> 0.07, 0.12", " $ cagr  : num  0.07 0.12"."""

import re
from collections.abc import Sequence
from typing import Any

from validators.grounding.tools.layouts.scalar import scalar

_LINE = re.compile(
    r"[ \t]*\$?[ \t]?([A-Za-z][\w.%]{0,40})[ \t]*(?:<[a-z]\w{0,15}(?:\[\w+\])?>|:[ \t]*(?:num|int|chr|logi|dbl|Date)\b)[ \t]+(\S.*)"
)
_CELL = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s,]+)")
_CUT = re.compile(r",?[ ]?(?:…|\.\.\.)[ ]*$")
_FEWEST = 2  # columns, and cells of each


def listed_columns(lines: Sequence[str]) -> tuple[dict[str, list[Any]], list[str]] | None:
    """(the cells of each column, the other lines); None where lines list none, or not as many cells each."""
    found: dict[str, list[Any]] = {}
    rest: list[str] = []
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            rest.append(line)
        else:
            cells = _CELL.finditer(_CUT.sub("", match[2]))
            found[match[1]] = [scalar(cell[1] or cell[2] or cell[3]) for cell in cells]
    lengths = set(map(len, found.values()))
    return (found, rest) if len(found) >= _FEWEST and len(lengths) == 1 and lengths.pop() >= _FEWEST else None
