"""`assay`: the commands. Each parses, calls one function, prints, and gives an exit status."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from data.errors import AssayError
from ui.cli import review, run, show
from ui.cli.house import House
from ui.cli.terminal import DEFAULT_HOME, complain, counts_line, err, out

USAGE = 2

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Make, check, review and freeze fine-tuning datasets of tool-using answers.\n\nExample: `assay run loop --no-serve`",
)
market = typer.Typer(no_args_is_help=True, help="Prices that the workbench trades on.")
app.add_typer(market, name="market")
app.add_typer(review.app, name="review")

RecipeName = Annotated[str, typer.Argument(metavar="RECIPE", help="A recipe's file, or the name of a bundled one.")]
Documents = Annotated[
    Path | None,
    typer.Option("--methodology", metavar="DIR", help="Methodology documents; default: the bundled ones."),
]


@app.callback()
def home(
    context: typer.Context,
    home: Annotated[str, typer.Option("--home", envvar="ASSAY_HOME", help="Where living data goes.")] = DEFAULT_HOME,
) -> None:
    context.obj = House(home)


@app.command("run")
def run_command(
    context: typer.Context,
    recipe: RecipeName,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Keep the review pages up until Ctrl-C.")] = True,
    methodology: Documents = None,
) -> None:
    """Run a recipe's stages, each from where it was left. Example: `assay run loop --no-serve`"""
    house = House(context.obj.home, methodology)
    run.run(house, house.recipe(recipe), serve=serve)


@app.command()
def expand(context: typer.Context, recipe: RecipeName) -> None:
    """Expand a recipe's grid into scenarios. Example: `assay expand loop`"""
    run.stage(context.obj, context.obj.recipe(recipe), "expand")


@app.command()
def teach(context: typer.Context, recipe: RecipeName) -> None:
    """Have the recipe's teacher answer its scenarios. Example: `assay teach loop`"""
    run.stage(context.obj, context.obj.recipe(recipe), "teach")


@app.command("import")
def import_command(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON Lines, or - for standard input.")],
    format: Annotated[
        str | None,
        typer.Option(help="chat, openai, anthropic, otel or openinference; default: told from each line."),
    ] = None,
    quarantine: Annotated[
        Path | None, typer.Option(help="Where unreadable lines go; default: FILE.quarantine.jsonl")
    ] = None,
) -> None:
    """Import traces of your own; unreadable lines are put aside, with number and reason. Example: `assay import logs.jsonl`"""
    from curation.importing.reader import ImportSummary, read_traces
    from ui.cli.stages import import_traces

    summary = ImportSummary()
    aside = quarantine or Path("stdin.quarantine.jsonl" if file == "-" else f"{file}.quarantine.jsonl")
    counts = import_traces(context.obj, read_traces(file, format=format, quarantine=aside, summary=summary))
    out.print(f"imported: {counts_line(counts)}")
    show.quarantined(summary, aside)
    if summary.quarantined:
        raise typer.Exit(USAGE)


@app.command()
def validate(
    context: typer.Context,
    traces: Annotated[
        str | None,
        typer.Argument(metavar="[TRACES.jsonl]", help="Traces to judge, or -; default: those of the home."),
    ] = None,
    methodology: Documents = None,
    recipe: Annotated[
        str | None, typer.Option(help="Severities and settings of the checks; default: the checks' own.")
    ] = None,
    output: Annotated[str, typer.Option(metavar="FILE|-", help="Where verdicts go.")] = "-",
    failures: Annotated[bool, typer.Option("--failures", help="Leave the passes out.")] = False,
    format: Annotated[
        Literal["jsonl", "json", "junit", "table"], typer.Option(help="table and junit are for people and for CI.")
    ] = "jsonl",
    processes: Annotated[int, typer.Option(min=1, help="How many processes judge.")] = 1,
) -> None:
    """Judge traces; one verdict for each trace and check.

    Exit status: 0 nothing blocks, 1 something blocks, 2 the input or the call was wrong.

    Example: `assay validate traces.jsonl --methodology docs/ --format table`
    """
    from ui.cli import validation

    raise typer.Exit(
        validation.validate(
            House(context.obj.home, methodology),
            traces,
            recipe=recipe,
            output=output,
            failures=failures,
            form=format,
            processes=processes,
        )
    )


@app.command()
def freeze(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The version's name; it can never be overwritten.")],
    recipe: Annotated[str, typer.Option(help="The recipe whose plan for NAME is followed.")],
    parent: Annotated[str | None, typer.Option(help="The version this one comes from; default: the recipe's.")] = None,
    methodology: Documents = None,
) -> None:
    """Freeze a dataset version. Example: `assay freeze n22 --recipe loop --parent n21`"""
    from ui.cli import stages

    house = House(context.obj.home, methodology)
    show.frozen(stages.freeze(house, house.recipe(recipe), name, parent=parent), house.versions.location(name))


@app.command()
def diff(
    context: typer.Context,
    before: Annotated[str, typer.Argument(metavar="A")],
    after: Annotated[str, typer.Argument(metavar="B")],
    json: Annotated[bool, typer.Option("--json", help="Machine-readable, on standard output.")] = False,
) -> None:
    """Show what changed between two versions, and the corrections that did it. Example: `assay diff n20 n21`"""
    from curation.diff import diff_versions

    show.diff(diff_versions(context.obj.versions, before, after), json=json)


@app.command()
def explain(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="A trace's id or its beginning, or your own id of it.")],
    json: Annotated[bool, typer.Option("--json", help="Machine-readable, on standard output.")] = False,
) -> None:
    """Walk one example from its question to the versions that hold it. Example: `assay explain 3f2a9c`"""
    from curation import explain as custody

    show.custody(custody.explain(context.obj.store, context.obj.versions, id), json=json)


@app.command()
def stale(
    context: typer.Context,
    methodology: Documents = None,
    requeue: Annotated[
        str | None, typer.Option("--review", metavar="RECIPE", help="Send exactly these to the recipe's review again.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Machine-readable, on standard output.")] = False,
) -> None:
    """List the examples whose methodology clauses changed since they were validated.

    Example: `assay stale --methodology docs/`
    """
    from curation.staleness import stale_clauses

    house = House(context.obj.home, methodology)
    clauses = stale_clauses(house.store, house.documents)
    show.stale(clauses, json=json)
    if requeue is not None and clauses:
        err.print(f"review: {counts_line(review.requeue_stage(house, house.recipe(requeue), clauses))}")


@app.command()
def faults(
    part: Annotated[
        str, typer.Option(help="A folder of data/faults: untouched, on which no rule was tuned, or another.")
    ] = "untouched",
    cases: Annotated[int, typer.Option(min=1, help="Right answers, and wrong ones, for each check.")] = 2000,
    seed: Annotated[int, typer.Option(help="Another seed draws other cases.")] = 21,
    corpus: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Sentences and tool outputs; default: the bundled ones.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Machine-readable, on standard output.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Keep the figures: reports show them, and the bar for blocking reads them.")
    ] = False,
) -> None:
    """Plant known faults in right answers and measure what the checks find: recall, false alarms, precision.

    Example: `assay faults --cases 200`
    """
    from ui.cli.faults import measure_faults

    measure_faults(part, cases=cases, seed=seed, corpus=corpus, json=json, write=write)


@market.command("import")
def import_prices(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="Columns date, open, high, low, close, volume.")],
    ticker: Annotated[str | None, typer.Option(help="Default: the file's name in capitals.")] = None,
) -> None:
    """Bring your own daily prices. Example: `assay market import btc.csv --ticker BTC`"""
    from data.market.csv_import import import_csv

    name = ticker or file.stem.upper()
    prices = import_csv(file, ticker=name, home=context.obj.local)
    out.print(f"{name}: {prices.height:,} days, {prices['date'][0]} to {prices['date'][-1]}")


def main() -> None:
    """The entry point: an AssayError becomes one message and exit status 2, never a traceback."""
    try:
        app()
    except AssayError as error:
        complain(error)
        sys.exit(USAGE)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        complain(
            AssayError(str(error), hint="check that the path is what you meant, and that it can be read and written")
        )
        sys.exit(USAGE)
    except KeyboardInterrupt:
        err.print("stopped; run the same command again to go on")
        sys.exit(130)
