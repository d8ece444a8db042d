"""What a first script would do in place of the checks: the peer of their speed. `python -m tests.bench.plain 20000` prints its seconds."""

import json
import re
import sys
import time
from collections.abc import Sequence

from data.records import Trace
from tests.bench.traces import timing_traces

_NUMBER = re.compile(r"-?\d[\d,]*\.?\d*")


def plain_pass(traces: Sequence[Trace]) -> int:
    """How many answers hold nothing but numbers that, rounded, are among those of the tool outputs."""
    grounded = 0
    for trace in traces:
        held = {
            round(abs(number) * scale, digits)
            for message in trace.messages
            if message.role == "tool"
            for number in _numbers(json.loads(message.content))
            for scale in (1, 100)
            for digits in (0, 1, 2)
        }
        said = [float(text.replace(",", "").rstrip(".") or 0) for text in _NUMBER.findall(trace.answer)]
        grounded += all(abs(number) in held for number in said)
    return grounded


def _numbers(value: object) -> list[float]:
    if isinstance(value, dict):
        return [number for each in value.values() for number in _numbers(each)]
    if isinstance(value, list):
        return [number for each in value for number in _numbers(each)]
    return [float(value)] if isinstance(value, int | float) else []


def main(rows: int) -> None:
    traces = list(timing_traces(rows))
    began = time.perf_counter()
    plain_pass(traces)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(int(sys.argv[1]))
