"""What a person sees: tables, progress bars and errors. Colour and bars only on a terminal."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from data.errors import AssayError

T = TypeVar("T")

DEFAULT_HOME = "./.assay"

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def track(description: str) -> Callable[[Sequence[T]], Iterable[T]]:
    """A wrapper that shows a bar on standard error while its sequence is gone through; none where that is no terminal."""

    def tracked(items: Sequence[T]) -> Iterable[T]:
        columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
            yield from progress.track(items, description=description)

    return tracked


def counts_line(counts: Mapping[str, int]) -> str:
    """`new 240, failed 0`."""
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[str] = ()) -> None:
    """Print a table; the columns in `right` are aligned to the right."""
    shown = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for column in columns:
        shown.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(cell if isinstance(cell, Text) else Text(str(cell)) for cell in row))
    out.print(shown)


def command(home: str) -> str:
    """How the user would type `assay` on this home: as they did, or by its name where that finds the same program."""
    typed = sys.argv[0]
    found = shutil.which("assay")
    program = "assay" if found and Path(found).resolve() == Path(typed).resolve() else typed
    return program if home == DEFAULT_HOME or "ASSAY_HOME" in os.environ else f"{program} --home {shlex.quote(home)}"


def complain(error: AssayError) -> None:
    """Print an error and what to do next to standard error."""
    err.print(Text("error: ", style="bold red") + Text(error.message))
    if error.hint:
        err.print(Text("  next: ", style="bold") + Text(error.hint))


def print_json(value: Any) -> None:
    """Machine-readable output: indented JSON on standard output."""
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
