"""Times the loop's stages on a fresh home, in records a second."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from curation.diff import diff_versions
from curation.importing.reader import read_traces
from data.recipe import load_recipe
from data.store import Store
from data.tables import TRACES
from data.trace_format import encode_trace
from tests.bench.figure import Figure
from ui.cli import stages
from ui.cli.house import House


def timed(stage: str, records: int | Callable[[], int], work: Callable[[], object]) -> Figure:
    """One run of `work`; `records` is what it went through (a call: asked after the work)."""
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    return Figure(name=stage, records=records() if callable(records) else records, seconds=seconds)


def loop_figures() -> list[Figure]:
    """Every stage that needs no review server, once, from a cold cache."""
    with tempfile.TemporaryDirectory() as folder:
        house, recipe = House(folder), load_recipe("loop")
        held = lambda: len(house.store.read(TRACES))  # noqa: E731
        figures = [
            timed("expand", sum(recipe.grid.scenarios.values()), lambda: stages.expand(house, recipe)),
            timed("teach (scripted teacher, cold cache)", held, lambda: stages.teach(house, recipe)),
            timed("validate", held, lambda: stages.validate(house, recipe)),
            timed("freeze n20", held, lambda: stages.freeze(house, recipe, "n20")),
            timed("freeze n21", held, lambda: stages.freeze(house, recipe, "n21")),
            timed("diff n20 n21", held, lambda: diff_versions(house.versions, "n20", "n21")),
        ]
        file = Path(folder) / "traces.jsonl"
        lines = [encode_trace(trace) for trace in house.store.read(TRACES)] * 20
        file.write_bytes(b"\n".join(lines))
        other = Store(f"{folder}/other")
        return [*figures, timed("import", len(lines), lambda: other.append(TRACES, read_traces(file)))]
