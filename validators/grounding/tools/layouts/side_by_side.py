"""Labels with a value for each of several things: "model: a / b", "sharpe: 0.7 / 1.1"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from validators.grounding.tools.keys import is_name_key
from validators.grounding.tools.layouts.columns import metrics_among

_MANY = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]")
_NAMED = re.compile(r"[ ]{2,}|\t|[ ][/|][ ]|[ ]vs\.?[ ]|[,;][ ]|[ ]and[ ]")
_NUMBERED = re.compile(r"([A-Za-z]{3,20})[ _#]{1,2}(\d{1,3})")
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
    own = {label: [part[2] for part in told[label] if part] for label, held in named.items() if held == names}
    others = {label: value for label, value in record.items() if label not in own}
    if not metrics_among(list(own)):  # "fold 1   gross 0.26   net 0.21": a row a line
        rows = [{**_called(label, own), **dict(zip(names, parts, strict=True))} for label, parts in own.items()]
        return {**others, "rows": rows}
    runs = [{"run": name, **{label: parts[place] for label, parts in own.items()}} for place, name in enumerate(names)]
    return {**others, "runs": runs}


def _called(label: str, labels: Iterable[str]) -> dict[str, str]:
    """What a row is called by its label: {"fold": "1"} where all of them are folds."""
    found = [_NUMBERED.fullmatch(each) for each in (label, *labels)]
    kinds = {each and each[1] for each in found}
    return {found[0][1]: found[0][2]} if found[0] is not None and len(kinds) == 1 else {"run": label}
