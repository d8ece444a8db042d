"""`kill -9` at random moments of `assay run`, then a plain re-run: the same content, nothing doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from data.records import Trace
from data.store import Store
from data.tables import CORRECTIONS, PLANTED_FAULTS, REVIEWS, SCENARIOS, TRACES, VERDICTS
from data.versions import Versions
from labeling.server.process import stop

ASSAY = Path(sys.executable).parent / "assay"
ARGILLA = Path(__file__).resolve().parents[2] / ".argilla-env"
KILLS = 20


def start(home: Path) -> subprocess.Popen[bytes]:
    with (home.parent / f"{home.name}.log").open("ab") as log:
        return subprocess.Popen(
            [ASSAY, "--home", home, "run", "loop", "--no-serve"], stdout=log, stderr=log, start_new_session=True
        )


def content(home: Path) -> dict[str, str]:
    return {name: Versions(str(home)).manifest(name).content_hash for name in ("n20", "n21")}


def scenario_of(trace: Trace) -> str:
    return str(trace.metadata["scenario_id"])


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not ARGILLA.exists(), reason="no .argilla-env: make install")
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    moments = random.Random(20)
    clean = tmp_path / "clean"
    began = time.monotonic()
    assert start(clean).wait() == 0
    duration = time.monotonic() - began
    homes, kills = [tmp_path / "killed-0"], 0
    try:
        while kills < KILLS:
            run = start(homes[-1])
            try:
                run.wait(timeout=moments.uniform(0.2, 0.8) * duration)
                homes.append(tmp_path / f"killed-{len(homes)}")  # it finished first: the next kill hits a new home
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                kills += 1
        for home in homes:
            assert start(home).wait() == 0, (tmp_path / f"{home.name}.log").read_text()[-2000:]
            assert content(home) == content(clean)
            store = Store(str(home))
            for table in (SCENARIOS, TRACES, VERDICTS, PLANTED_FAULTS, REVIEWS, CORRECTIONS):
                ids = store.scan(table).select("id").collect()["id"]
                assert ids.n_unique() == len(ids), table.name
            scenarios = [scenario_of(trace) for trace in store.read(TRACES)]
            assert len(scenarios) == len(set(scenarios)) == len(Store(str(clean)).read(TRACES))
            for table in (REVIEWS, CORRECTIONS):
                reviewed = store.scan(table).select(pl.col("trace_id")).collect()["trace_id"]
                assert reviewed.n_unique() == len(reviewed), table.name
    finally:
        for home in (clean, *homes):
            stop(home)
