"""A number a line, each under the name of a metric and labels of what it is of: `bt_sharpe{model="oak"} 0.71`, as Prometheus has it."""

import re
from collections.abc import Sequence

from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

_LABEL = r"[A-Za-z_][\w.]{0,40}\s?[=:]\s?(?:\"[^\"\n]{0,60}\"|'[^'\n]{0,60}'|[^\s,;=\"'{}\[\]()]{1,60})"
_SERIES = re.compile(
    rf"\s*([A-Za-z_][\w.:/ -]{{0,60}}?)\s?(?:\{{({_LABEL}(?:,\s?{_LABEL})*),?\}}|\[({_LABEL}(?:,\s?{_LABEL})*)\]|\(({_LABEL}(?:,\s?{_LABEL})*)\))"
    r"(?:\s*[=:]\s*|\s+)([-+−]?[$€£]?\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?%?)(?:\s+\d{10,13})?\s*"
)
_PARTS = re.compile(r"([A-Za-z_][\w.]*)\s?[=:]\s?[\"']?([^\"',;]+)")
_UNIT_SUFFIX = "_ratio"  # of a share, which Prometheus calls so
_FEWEST = 3  # lines


def labelled_series(lines: Sequence[str]) -> tuple[list[dict[str, str]], list[str]] | None:
    """(a record for each set of labels, the other lines); None where fewer than three lines tell numbers so."""
    found = [_SERIES.fullmatch(line) for line in lines]
    names = [match[1].strip() for match in found if match is not None]
    if len(names) < _FEWEST:
        return None
    maker = f"{names[0].partition('_')[0]}_"
    prefix = maker if all(name.startswith(maker) for name in names) and len(set(names)) > 1 else ""
    records: dict[str, dict[str, str]] = {}
    for match in found:
        if match is not None:
            labels = match[2] or match[3] or match[4]
            record = records.setdefault(labels, {part[1]: part[2].strip() for part in _PARTS.finditer(labels)})
            record.setdefault(_told(match[1].strip().removeprefix(prefix)), match[5])
    if not any(metric_of_key(key) in METRICS for record in records.values() for key in record):
        return None
    return list(records.values()), [line for line, match in zip(lines, found, strict=True) if match is None]


def _told(name: str) -> str:
    """The name of a series as a key would have it."""
    plain = name.removesuffix(_UNIT_SUFFIX)
    return plain if metric_of_key(name) not in METRICS and metric_of_key(plain) in METRICS else name
