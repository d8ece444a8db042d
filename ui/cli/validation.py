"""`assay validate`: over a file of traces, or over the home's."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from curation.importing.reader import ImportSummary, read_traces
from data.errors import AssayError
from data.recipe import Checks, load_recipe
from data.tables import TRACES
from ui.cli import show, stages
from ui.cli.house import House
from ui.cli.unheld import Unheld
from validators.measures import load_measures
from validators.report.report import MISUSED, Format, write_report


def validate(
    house: House, source: str | None, *, recipe: str | None, output: str, failures: bool, form: Format, processes: int
) -> int:
    """Write the verdicts and return the exit status; those of the home's own traces are kept there too.

    Raises AssayError for an input that cannot be opened or holds no trace, and where the output is the input.
    """
    if source is not None and output != "-" and Path(source).resolve() == Path(output).resolve():
        raise AssayError(f"--output {output} is the file to validate", hint="give --output another path")
    suite = stages.suite(house, load_recipe(recipe).checks if recipe else Checks())
    if house.documents_folder is not None:
        show.unchecked(house.documents)
    unheld, summary = Unheld(house.documents), ImportSummary()
    aside = Path(f"{source}.quarantine.jsonl" if source not in (None, "-") else "stdin.quarantine.jsonl")
    if source is None:
        held = list(unheld.passing(house.store.read(TRACES)))
        tables = stages.kept(house, held, suite.judge_stream([held], processes=processes))
    else:
        batches = ([trace] for trace in unheld.passing(read_traces(source, quarantine=aside, summary=summary)))
        tables = suite.judge_stream(batches, processes=processes)
    with _opened(output) as stream:
        status = write_report(
            tables, stream, form=form, failures=failures, measures=load_measures().current(suite.checks)
        )
    show.unheld(unheld.lines())
    show.quarantined(summary, aside)
    if status == MISUSED and not summary.quarantined:
        where = house.home if source is None else source
        raise AssayError(f"there is no trace in {where}", hint="assay import FILE, or give a file of traces")
    return MISUSED if summary.quarantined else status


def _opened(output: str) -> AbstractContextManager[TextIO]:
    if output == "-":
        return nullcontext(sys.stdout)
    try:
        return Path(output).open("w", encoding="utf-8")
    except OSError as error:
        raise AssayError(f"cannot write to {output}: {error.strerror}", hint="give --output another path") from error
