"""The clause of a sentence that a word stands in."""

import re


def clause_around(text: str, start: int, end: int, breaks: re.Pattern[str]) -> tuple[int, int]:
    """Where the clause begins and ends that what stands at `start` to `end` is in; `breaks` are what divides clauses."""
    begun = max((found.end() for found in breaks.finditer(text, 0, start)), default=0)
    stop = breaks.search(text, end)
    return begun, stop.start() if stop else len(text)
