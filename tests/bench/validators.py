"""Times the row-level checks, beside a plain-Python pass and datatrove's GopherQualityFilter on the same texts in the same run."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import polars as pl

from curation.faults.cases import bundled, generate, load_corpus
from curation.faults.measurement import measured_suite
from data.records import Trace
from data.trace_frame import trace_frame
from tests.bench.figure import Figure
from tests.bench.passes import LATER
from tests.bench.plain import plain_pass
from tests.bench.traces import timing_traces
from ui.cli.house import House
from validators.bundled import row_checks
from validators.suite import Suite

ROWS = 20_000
VARIED = 600
TURNS = 2
GATE_ROWS = 100_000
GATE_PASSES = 3
PLAIN = "a plain-Python pass"
GOPHER = "datatrove GopherQualityFilter"
_ONE_THREAD = {**os.environ, "POLARS_MAX_THREADS": "1"}  # a process is to be a core


def validator_figures() -> list[Figure]:
    """All checks together, on answers of three wordings and of many, each check alone (wordings known), the peers, and Great
    Expectations on 100,000 rows."""
    traces = list(timing_traces(ROWS))
    peers = [_timed(PLAIN, traces, plain_pass), _timed(GOPHER, traces[: ROWS // 10], _gopher())]
    plain, gopher = peers
    suite = Suite(row_checks(House("").documents))
    suite.judge_frame(traces[:200])
    first, known, start, both = _one_and_two_processes()
    figures = [
        *peers,
        _two_plain_passes(plain),
        _against(first, plain),
        _against(first, gopher),
        _against(known, plain),
        start,
        _against(both, known),
        *_many_wordings(),
        _timed("columns of the traces", traces, trace_frame),
    ]
    list(suite.judge_stream([traces]))
    for check in suite.checks:
        alone = Suite((check,))
        figures.append(
            _timed(f"{check.name} alone", traces, lambda rows, alone=alone: list(alone.judge_stream([rows])))
        )
    return [*figures, *_gate(suite, traces, known)]


def _one_and_two_processes() -> tuple[Figure, Figure, Figure, Figure]:
    """One process on wordings that nobody has seen, and on known ones; the start of a second; two on known ones.

    The passes in which a second process starts and learns the wordings are left out of what both do. One and two take turns,
    and the best of each counts: a busy machine only ever adds time.
    """
    alone, both = zip(*((_passes(1), _passes(2)) for _ in range(TURNS)), strict=True)
    first, known, _ = map(min, zip(*alone, strict=True))
    _, together, start = map(min, zip(*both, strict=True))
    return (
        Figure(name="all row-level checks, 1 process, first pass", records=ROWS, seconds=first),
        Figure(name="all row-level checks, 1 process, wordings known", records=LATER * ROWS, seconds=known),
        Figure(name="start of a second process", records=1, seconds=start),
        Figure(name="all row-level checks, 2 processes, wordings known", records=LATER * ROWS, seconds=together),
    )


def _two_plain_passes(plain: Figure) -> Figure:
    """Two of them at once, each by itself: the most that this machine's second core may bring."""
    command = [sys.executable, "-m", "tests.bench.plain", str(ROWS)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_ONE_THREAD) for _ in range(2)]
    seconds = max(float(each.communicate()[0]) for each in both)
    return _against(
        Figure(name="two of these passes at once, a process each", records=2 * ROWS, seconds=seconds), plain
    )


def _passes(processes: int) -> list[float]:
    """The seconds of the first pass, of the later ones and of starting processes."""
    command = [sys.executable, "-m", "tests.bench.passes", str(processes), str(ROWS)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, env=_ONE_THREAD)
    return [float(each) for each in ran.stdout.split()]


def _many_wordings() -> list[Figure]:
    """Answers of the fault corpus, half of them wrong: hardly two are worded alike, so nearly each is read in full."""
    corpus = load_corpus(bundled("first"))
    traces = [case.trace for case in generate(corpus, seed=1, count=VARIED)]
    suite, name = measured_suite(corpus), f"the same on {VARIED} answers of as many wordings"
    passes = [f"{name}, first pass", f"{name}, again"]
    return [_timed(each, traces, lambda rows: list(suite.judge_stream([rows]))) for each in passes]


def _timed(name: str, traces: Sequence[Trace], work: Callable[[Sequence[Trace]], object]) -> Figure:
    began = time.perf_counter()
    work(traces)
    return Figure(name=name, records=len(traces), seconds=time.perf_counter() - began)


def _against(figure: Figure, peer: Figure) -> Figure:
    return Figure(
        name=figure.name,
        records=figure.records,
        seconds=figure.seconds,
        ratio=figure.rate / peer.rate,
        against=peer.name,
    )


def _gopher() -> Callable[[Sequence[Trace]], object]:
    from datatrove.data import Document
    from datatrove.pipeline.filters import GopherQualityFilter

    quality = GopherQualityFilter()
    quality.filter(Document(text="Loads its tokenizer.", id="first"))

    def run(traces: Sequence[Trace]) -> object:
        texts = (" ".join(message.content for message in trace.messages) for trace in traces)
        return [quality.filter(Document(text=text, id=str(row))) for row, text in enumerate(texts)]

    return run


def _gate(suite: Suite, traces: Sequence[Trace], together: Figure) -> list[Figure]:
    """Great Expectations over the verdicts of 100,000 rows, the best of three passes, as a ratio of the time that judging them takes."""
    from validators.dataset.finding import DatasetFinding
    from validators.gate.gate import gate

    verdicts = suite.judge_frame(traces)
    copies = [
        verdicts.with_columns(trace_id=pl.col("trace_id") + f"-{copy}", id=pl.col("id") + f"-{copy}")
        for copy in range(GATE_ROWS // len(traces))
    ]
    table = pl.concat(copies)
    told = DatasetFinding(
        check="rows", metric="count", value=1, threshold=None, outcome="pass", severity="info", message="", trace_ids=()
    )
    ids = table["trace_id"].unique(maintain_order=True).to_list()
    gate(verdicts, trace_ids=verdicts["trace_id"].unique().to_list(), fingerprints=suite.fingerprints, findings=(told,))
    passes = []
    for _ in range(GATE_PASSES):
        began = time.perf_counter()
        gate(table, trace_ids=ids, fingerprints=suite.fingerprints, findings=(told,))
        passes.append(time.perf_counter() - began)
    seconds = min(passes)
    judged = GATE_ROWS / together.rate
    return [
        Figure(
            name="Great Expectations gate (seconds as a share of judging)",
            records=GATE_ROWS,
            seconds=seconds,
            ratio=seconds / judged,
            against="judging the same rows",
        )
    ]
