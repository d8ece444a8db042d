"""Labels with a value for each of several things: "model: a / b", "sharpe: 0.7 / 1.1"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from validators.grounding.tools.keys import is_name_key

_MANY = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]")
_NAMED = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]|[,;][ ]|[ ]and[ ]")
_NAMED_PART = re.compile(r"([A-Za-z][^\n]{0,40}?)[ :=]{1,3}([-+−($€£]{0,3}\d[\d.,]{0,20}[^\n]{0,12})")


def side_by_side(record: Mapping[str, Any], rest: Sequence[str]) -> dict[str, Any] | None:
    """The records of labels with a value for each of several things: "model: a / b", "sharpe: 0.7 / 1.1"."""
    named_parts = _named_parts(record)
    if named_parts is not None:
        return named_parts
    split = {label: _MANY.split(value.strip()) for label, value in record.items() if isinstance(value, str)}
    counts = Counter(len(parts) for parts in split.values())
    width, count = counts.most_common(1)[0] if counts else (1, 0)
    if width < 2 or count < 2 or 5 * count < 3 * len(split):
        return None
    told = {label: parts for label, parts in split.items() if len(parts) == width}
    names = next((parts for parts in map(_MANY.split, map(str.strip, rest)) if len(parts) == width), None)
    named = any(is_name_key(label) for label in told)
    if not named and names is None:
        return None
    runs = [
        {
            **({} if named or names is None else {"run": names[place]}),
            **{label: parts[place] for label, parts in told.items()},
        }
        for place in range(width)
    ]
    return {**{label: value for label, value in record.items() if label not in told}, "runs": runs}


def _named_parts(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same where each value is told beside the name of its thing: "sharpe: oak 0.7 vs elm 1.1"."""
    told = {
        label: [_NAMED_PART.fullmatch(part) for part in _NAMED.split(value.strip())]
        for label, value in record.items()
        if isinstance(value, str)
    }
    named = {
        label: tuple(part[1] for part in parts if part)
        for label, parts in told.items()
        if len(parts) > 1 and all(parts)
    }
    counts = Counter(named.values())
    names, count = counts.most_common(1)[0] if counts else ((), 0)
    if count < 2 or 5 * count < 3 * len(told) or len(set(names)) < len(names):
        return None
    runs: list[dict[str, str]] = [
        {"run": name, **{label: told[label][place][2] for label, own in named.items() if own == names}}  # type: ignore[index]
        for place, name in enumerate(names)
    ]
    return {**{label: value for label, value in record.items() if named.get(label) != names}, "runs": runs}
