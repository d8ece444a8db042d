"""A series as an interpreter prints it, a label and a number a line, with its name below: "Freq: M, Name: ret_pct, dtype: float64"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

_DATE = (
    r"(?:19|20)\d\d(?:[-/.]\d\d(?:[-/.]\d\d(?:[ T]00:00(?::00)?)?)?|[- ]?[QH][1-4])|[A-Z][a-z]{2,8}[ -](?:19|20)\d\d"
)
_NUMBER = r"[-+−]?[$€£]?\d[\d,]*(?:\.\d+)?%?"
_DATED = re.compile(rf"[ \t]*({_DATE})(?:[ \t]*[:|,][ \t]*|[ \t]+)({_NUMBER})[ \t]*")
_LABELLED = re.compile(rf"[ \t]*([A-Za-z\d][\w.%]{{0,20}})[ \t]+({_NUMBER})[ \t]*")
_FOOTER = re.compile(r"(?:(?!Name)[A-Z][a-z]+: \S+, )*(?:Name: ([^,\n]{1,60}), )?(?:Length: \d+, )?dtype: \w+")
_PERCENTILE = re.compile(r"(\d{1,2}(?:\.\d)?)%")
MEDIAN = "50%"
_OF_A_SAMPLE = frozenset({"mean", "std", "min", "p25", "median", "p75", "max"})
_FEWEST = 3
_MOST_BESIDE = 3  # lines that are none of it: a title, what is above the columns


def dated_lines(lines: Sequence[str]) -> tuple[list[dict[str, str]], list[str]] | None:
    """(a record for each line of a date and a number, the other lines); None where few are, or many others stand beside them."""
    found = [(line, _DATED.fullmatch(line)) for line in lines]
    rest = [line for line, match in found if match is None]
    rows = [match for _, match in found if match is not None]
    if len(rows) < _FEWEST or len(rest) > min(_MOST_BESIDE, len(rows)) or len({row[1] for row in rows}) < len(rows):
        return None
    column = _measured(_name(rest)) or "value"
    return [{"date": row[1], column: row[2]} for row in rows], _without_footer(rest)


def described(lines: Sequence[str]) -> dict[str, Any] | None:
    """What lines tell of a sample, under the name of what it is a sample of: {"count": 90, "ret_pct": {"mean": 0.2, "p25": -0.4}}."""
    name = _name(lines[-1:])
    found = [_LABELLED.fullmatch(line) for line in lines[:-1]] if name is not None else []
    record = {statistic(match[1]): match[2] for match in found if match is not None}
    if name is None or len(record) < len(found) or not are_statistics(record):
        return None
    of_all = {key: record.pop(key) for key in ("count",) if key in record}
    return {**of_all, name: record}


def statistic(label: str) -> str:
    """The key of a statistic by its label: "p25" for "25%"."""
    return "median" if label == MEDIAN else _PERCENTILE.sub(r"p\1", label)


def with_median(node: Mapping[Any, Any]) -> dict[Any, Any]:
    """A sample's statistics with the median by its name."""
    return {"median" if key == MEDIAN else key: value for key, value in node.items()}


def are_statistics(labels: Iterable[str]) -> bool:
    """Whether labels are of a sample's statistics."""
    return len(_OF_A_SAMPLE.intersection(map(statistic, labels))) >= _FEWEST


def _name(lines: Sequence[str]) -> str | None:
    return next((name[1] for line in lines if (name := _FOOTER.fullmatch(line.strip())) is not None), None)


def _without_footer(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if _FOOTER.fullmatch(line.strip()) is None]


def _measured(name: str | None) -> str | None:
    """The end of a series' name that says what it measures: "ret" of "oak_SPY_ret"."""
    words = (name or "").split("_")
    ends = ("_".join(words[place:]) for place in range(len(words)))
    return next((end for end in ends if metric_of_key(end) in METRICS), name)
