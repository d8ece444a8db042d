"""Times the row-level checks, beside a plain-Python pass and datatrove's GopherQualityFilter on the same texts in the same run."""

import json
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import polars as pl

from data.records import Trace
from data.trace_frame import trace_frame
from tests.bench.figure import Figure
from tests.bench.traces import timing_traces
from ui.cli.house import House
from validators.bundled import row_checks
from validators.suite import Suite

ROWS = 20_000
GATE_ROWS = 100_000
PLAIN = "a plain-Python pass"
GOPHER = "datatrove GopherQualityFilter"

_NUMBER = re.compile(r"-?\d[\d,]*\.?\d*")


def validator_figures() -> list[Figure]:
    """All checks together, each check alone (wordings known), the peers, and Great Expectations on 100,000 rows."""
    traces = list(timing_traces(ROWS))
    peers = [_timed(PLAIN, traces, _plain_pass), _timed(GOPHER, traces[: ROWS // 10], _gopher())]
    plain, gopher = peers
    suite = Suite(row_checks(House("").documents))
    suite.judge_frame(traces[:200])
    first, two = (_in_a_fresh_process(processes) for processes in (1, 2))
    list(suite.judge_stream([traces]))
    again = _timed(
        "all row-level checks, one process, wordings known", traces, lambda rows: list(suite.judge_stream([rows]))
    )
    figures = [
        *peers,
        _against(first, plain),
        _against(first, gopher),
        _against(two, first),
        _against(again, first),
        _timed("columns of the traces", traces, trace_frame),
    ]
    for check in suite.checks:
        alone = Suite((check,))
        figures.append(
            _timed(f"{check.name} alone", traces, lambda rows, alone=alone: list(alone.judge_stream([rows])))
        )
    return [*figures, *_gate(suite, traces, again)]


def _in_a_fresh_process(processes: int) -> Figure:
    """Every check over traces whose wordings nobody has seen: the checks remember what they read, so a second pass is faster."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        seconds = pool.submit(_first_pass, processes).result()
    name = f"all row-level checks, {processes} process{'es' if processes > 1 else ''}, first pass"
    return Figure(name=name, records=ROWS, seconds=seconds)


def _first_pass(processes: int) -> float:
    traces = list(timing_traces(ROWS))
    suite = Suite(row_checks(House("").documents))
    began = time.perf_counter()
    list(suite.judge_stream([traces], processes=processes))
    return time.perf_counter() - began


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


def _plain_pass(traces: Sequence[Trace]) -> int:
    """What a first script would do: every number of the answer, rounded, among those of the tool outputs."""
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
    """Great Expectations over the verdicts of 100,000 rows, as a ratio of the time that judging them takes."""
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
    began = time.perf_counter()
    gate(table, trace_ids=ids, fingerprints=suite.fingerprints, findings=(told,))
    seconds = time.perf_counter() - began
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
