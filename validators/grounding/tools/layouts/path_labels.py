"""Labels that tell a path: "a.cagr", "b.cagr"."""

from typing import Any

from validators.grounding.tools.keys import is_name_key
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS


def unprefixed(record: dict[str, Any]) -> dict[str, Any]:
    """A record of labels that tell a path ("a.cagr", "b.cagr") as records within one; `record` itself where they do not."""
    for joint in (".", "/", "__"):
        paths = {key: key.partition(joint)[::2] for key in record if type(key) is str and joint in key}
        if (
            len(paths) < 3
            or 5 * len(paths) < 3 * len(record)
            or len({above for above, _ in paths.values()}) == len(paths)
        ):
            continue
        told = sum(is_name_key(last := key.rpartition(joint)[2]) or metric_of_key(last) in METRICS for key in paths)
        if 2 * told < len(paths) or not all(above.strip() and below.strip() for above, below in paths.values()):
            continue
        found: dict[str, Any] = {}
        for key, value in record.items():
            above, below = paths.get(key, (key, ""))
            if not below:
                found[key] = value
            elif isinstance(inner := found.setdefault(above.strip(), {}), dict):
                inner[below.strip()] = value
        return {key: unprefixed(value) if type(value) is dict else value for key, value in found.items()}
    return record
