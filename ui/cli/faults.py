"""`assay faults`: what the checks find of planted faults."""

from pathlib import Path

from rich.text import Text

from curation.faults.cases import UNTOUCHED, bundled, load_corpus
from curation.faults.measurement import Measurement, measure, measured_suite
from curation.faults.page import publish, sheets, told
from data.errors import AssayError
from ui.cli.terminal import err, out, print_json, table, track


def measure_faults(part: str, *, cases: int, seed: int, corpus: Path | None, json: bool, write: bool) -> None:
    """Measure and print; with `write`, keep the figures too. Raises AssayError for figures that nobody should rely on."""
    if write and (part != UNTOUCHED or corpus is not None):
        raise AssayError(
            "only the untouched part gives figures to rely on: rules were tuned on the others",
            hint="assay faults --write",
        )
    read = load_corpus(corpus or bundled(part))
    measurement = measure(read, measured_suite(read), cases=cases, seed=seed, track=track("faults"))
    if json:
        print_json(measurement)
    else:
        _show(measurement)
    for path in publish(measurement) if write else ():
        err.print(f"wrote {path}")


def _show(measurement: Measurement) -> None:
    for sheet in sheets(measurement):
        table(sheet.title, sheet.columns, sheet.rows, right=sheet.columns[1:])
    out.print(Text(told(measurement)))
