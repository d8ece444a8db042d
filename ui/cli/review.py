"""`assay review`: the server that people review on, and the traces that go there and come back."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from data.recipe import Recipe
from data.tables import PLANTED_FAULTS
from ui.cli import stages
from ui.cli.house import House
from ui.cli.terminal import command, counts_line, out, track

if TYPE_CHECKING:
    from curation.staleness import StaleClause
    from labeling.server.process import RunningServer

app = typer.Typer(no_args_is_help=True, help="Review traces in Argilla.\n\nExample: `assay review push loop`")

RecipeName = Annotated[str, typer.Argument(metavar="RECIPE", help="A recipe's file, or the name of a bundled one.")]


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int | None, typer.Option(help="Default: 6900, or a free one where that is busy.")] = None,
) -> None:
    """Serve the real Argilla on this machine until Ctrl-C. Example: `assay review serve --port 6900`"""
    from labeling.server import process

    _say_where(context.obj, process.start(context.obj.local, port))
    try:
        wait()
    finally:
        process.stop(context.obj.local)


@app.command()
def push(context: typer.Context, recipe: RecipeName) -> None:
    """Send failing traces and an audit sample to review. Example: `assay review push loop`"""
    house: House = context.obj
    out.print(f"review push: {counts_line(push_stage(house, house.recipe(recipe)))}")


@app.command()
def script(context: typer.Context, recipe: RecipeName) -> None:
    """Have a *scripted reviewer* mend the planted methodology faults. Example: `assay review script loop`"""
    house: House = context.obj
    out.print(f"review script: {counts_line(script_stage(house, house.recipe(recipe)))}")


@app.command()
def pull(context: typer.Context, recipe: RecipeName) -> None:
    """Take submitted answers back as reviews and corrections. Example: `assay review pull loop`"""
    house: House = context.obj
    counts = pull_stage(house, house.recipe(recipe))
    out.print(f"review pull: {counts_line(counts)}")
    if counts["refused"]:
        out.print("refused answers stand in the home's table of failures, each with its reason", style="yellow")
        raise typer.Exit(2)


def push_stage(house: House, recipe: Recipe) -> stages.Counts:
    from labeling.connection import chosen_workspace, connect
    from labeling.push import push as push_traces

    with connect(house.local) as client:
        return push_traces(
            house.store,
            client,
            dataset=recipe.review.dataset,
            fingerprints=stages.suite(house, recipe.checks).fingerprints.values(),
            audit_share=recipe.review.audit_share,
            seed=recipe.seed,
            workspace=chosen_workspace(),
            track=track("review push"),
        )


def script_stage(house: House, recipe: Recipe) -> stages.Counts:
    from labeling.connection import chosen_workspace, connect
    from labeling.scripted_reviewer import review_as_script

    answers = {fault.trace_id: fault.clean_answer for fault in house.store.read(PLANTED_FAULTS)}
    with connect(house.local) as client:
        return review_as_script(
            client,
            answers,
            dataset=recipe.review.dataset,
            check="methodology",
            workspace=chosen_workspace(),
            track=track("review script"),
        )


def requeue_stage(house: House, recipe: Recipe, clauses: Sequence["StaleClause"]) -> stages.Counts:
    """Send exactly these stale examples to review, once what was answered before is safe in the home."""
    from labeling.connection import chosen_workspace, connect
    from labeling.requeue import requeue
    from labeling.review_dataset import find

    stale: dict[str, list[str]] = {}
    for each in clauses:
        change = f"{each.clause} was {each.old} when this was validated; it is {each.new or 'gone'} now"
        stale.setdefault(each.trace_id, []).append(change)
    with connect(house.local) as client:
        if find(client, recipe.review.dataset, workspace=chosen_workspace()) is not None:
            pull_stage(house, recipe)
        return requeue(house.store, client, dataset=recipe.review.dataset, stale=stale, workspace=chosen_workspace())


def pull_stage(house: House, recipe: Recipe) -> stages.Counts:
    from labeling.connection import chosen_workspace, connect
    from labeling.pull import pull as pull_answers

    with connect(house.local) as client:
        return pull_answers(
            house.store,
            client,
            dataset=recipe.review.dataset,
            workspace=chosen_workspace(),
            track=track("review pull"),
        )


@contextmanager
def server_for(house: House, recipe: Recipe) -> Iterator["RunningServer | None"]:
    """The home's own server while a recipe with review stages runs; None without them, or where the environment names a server.

    A server that was up before stays up.
    """
    from labeling.connection import KEY_VARIABLE, URL_VARIABLE
    from labeling.server import process

    named = os.environ.get(URL_VARIABLE) or os.environ.get(KEY_VARIABLE)
    if named or not any(stage.startswith("review ") for stage in recipe.stages):
        yield None
        return
    before = process.running(house.local)
    server = before or process.start(house.local)
    try:
        yield server
    finally:
        if before is None:
            process.stop(house.local)


def say_how_to_review(house: House, recipe: Recipe, server: "RunningServer", *, stays: bool) -> None:
    """Where to log in, what to do there, and the commands that bring an answer home."""
    from labeling.review_dataset import full_name

    last = next(stage for stage in reversed(recipe.stages) if stage.startswith("freeze ")).removeprefix("freeze ")
    assay = command(house.home)
    if stays:
        _say_where(house, server)
    else:
        out.print(f"\nTo correct an answer by hand: {assay} review serve")
    out.print(
        f"open the dataset {full_name(recipe.review.dataset)}, mend a gold answer and submit it; then, in another terminal,\n"
        f"  {assay} review pull {recipe.name}\n"
        f"  {assay} freeze NAME --recipe {recipe.name} --parent {last}\n"
        f"  {assay} diff {last} NAME"
    )


def wait() -> None:
    """Until Ctrl-C, or until the process is asked to end."""
    out.print("Ctrl-C ends the server; what was reviewed stays.", style="dim")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        signal.pause()
    except KeyboardInterrupt:
        out.print("stopping")


def _say_where(house: House, server: "RunningServer") -> None:
    from labeling.server.home import ServerHome
    from labeling.server.process import credentials

    owner = credentials(house.local)
    # On a terminal a person reads it; anywhere else it would end in a log.
    password = owner.password if out.is_terminal else f"see {ServerHome(house.local).credentials_file}"
    out.print(Text("\nArgilla ", style="bold") + Text(server.url))
    out.print(f"  user      {owner.username}\n  password  {password}", markup=False)
