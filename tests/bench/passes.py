"""Times every row-level check in a process of its own, which imports only what judging takes: `python -m tests.bench.passes 2 20000`.

Prints the seconds of a first pass over wordings that nobody has seen, of the passes that follow once every process knows them, and
of starting the other processes.
"""

import sys
import time
from pathlib import Path

from data.methodology import load_documents
from tests.bench.traces import timing_traces
from validators.bundled import row_checks
from validators.suite import Suite

UNTIL_KNOWN = 4  # passes: other processes start and learn the wordings while the first one already judges
LATER = 4
_DOCUMENTS = Path(__file__).resolve().parents[2] / "data" / "methodology"


def main(processes: int, rows: int) -> None:
    traces = list(timing_traces(rows))
    start = 0.0
    if processes > 1:
        began = time.perf_counter()
        list(_suite().judge_stream([traces[:1]], processes=processes))
        start = time.perf_counter() - began
    suite, judged, first, known = _suite(), 0, 0.0, 0.0
    began = time.perf_counter()
    for table in suite.judge_stream([traces] * (UNTIL_KNOWN + LATER), processes=processes):
        judged += table.height // len(suite.checks)
        if judged == rows:
            first = time.perf_counter() - began
        if judged == UNTIL_KNOWN * rows:
            known = time.perf_counter() - began
    print(first, time.perf_counter() - began - known, start)


def _suite() -> Suite:
    return Suite(row_checks(load_documents(_DOCUMENTS)))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
