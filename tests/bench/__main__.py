"""`make bench`: measure, print, and write docs/bench.md with the machine beside the figures."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.loop import loop_figures
from tests.bench.validators import validator_figures

PAGE = Path(__file__).resolve().parents[2] / "docs" / "bench.md"


def machine() -> str:
    """Processor, cores, memory and Python of the machine that measures."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    model = next(
        (line.split(":")[1].strip() for line in info.splitlines() if line.startswith("model name")),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, {platform.system()}"


def page(figures: list[Figure], load: tuple[float, float, float]) -> str:
    rows = "\n".join(
        f"| {each.name} | {each.records:,} | {each.seconds:.2f} | {each.rate:,.0f} | "
        f"{'' if each.ratio is None else f'{each.ratio:.3g} × {each.against}'} |"
        for each in figures
    )
    return (
        "# Speed\n\nWritten by `make bench`: one run each, on a machine that may have had other work.\n\n"
        f"- machine: {machine()}\n- measured: {datetime.now(UTC):%Y-%m-%d}\n"
        f"- load when it began (1, 5, 15 minutes): {', '.join(f'{each:.1f}' for each in load)}\n\n"
        f"| what | records | seconds | records/s | against a peer in the same run |\n|---|--:|--:|--:|---|\n{rows}\n"
    )


if __name__ == "__main__":
    before = os.getloadavg()
    text = page([*loop_figures(), *validator_figures()], before)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
