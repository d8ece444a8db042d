"""`assay run`: a recipe's stages, one after the other, with a summary and where to look."""

import time
from collections.abc import Callable, Mapping

from data.errors import AssayError
from data.recipe import Recipe
from ui.cli import review, show, stages
from ui.cli.house import House
from ui.cli.terminal import command, counts_line, err, out, table

STAGES: Mapping[str, Callable[[House, Recipe], stages.Counts]] = {
    "expand": stages.expand,
    "teach": stages.teach,
    "validate": stages.validate,
    "review push": review.push_stage,
    "review script": review.script_stage,
    "review pull": review.pull_stage,
}
FREEZE = "freeze "


def stage(house: House, recipe: Recipe, name: str) -> stages.Counts:
    """Run one stage and print what it counted."""
    counts = _stage(name)(house, recipe)
    out.print(f"{name}: {counts_line(counts)}")
    return counts


def run(house: House, recipe: Recipe, *, serve: bool) -> None:
    """Run the recipe's stages in order; with review stages, Argilla is started first and served at the end.

    Raises AssayError for a stage that nobody knows before any is run, and where the recipe names none.
    """
    if not recipe.stages:
        raise AssayError(f"the recipe {recipe.name} names no stages", hint=f"add stages = [...], of: {_known_stages()}")
    functions = [(name, _stage(name)) for name in recipe.stages]
    with review.server_for(house, recipe) as server:
        rows = []
        for name, function in functions:
            err.print(f"… {name}", style="dim")
            started = time.perf_counter()
            counts = function(house, recipe)
            rows.append((name, counts_line(counts), f"{time.perf_counter() - started:.1f}"))
        table(f"assay run {recipe.name}", ("stage", "counts", "seconds"), rows, right=("seconds",))
        _show_diff(house, recipe)
        if server is not None:
            review.say_how_to_review(house, recipe, server, stays=serve)
            if serve:
                review.wait()


def _stage(name: str) -> Callable[[House, Recipe], stages.Counts]:
    if name.startswith(FREEZE):
        version = name.removeprefix(FREEZE)
        return lambda house, recipe: stages.freeze_once(house, recipe, version)
    if name not in STAGES:
        raise AssayError(f"there is no stage {name!r}", hint=f"stages: {_known_stages()}")
    return STAGES[name]


def _known_stages() -> str:
    return ", ".join((*STAGES, f"{FREEZE}NAME"))


def _show_diff(house: House, recipe: Recipe) -> None:
    """The summary of each version of the run against its parent, and the commands that show more."""
    from curation.diff import diff_versions

    for name in (stage.removeprefix(FREEZE) for stage in recipe.stages if stage.startswith(FREEZE)):
        manifest = house.versions.manifest(name)
        out.print(f"{name}: {house.versions.location(name)}")
        if manifest.parent is not None:
            versions = diff_versions(house.versions, manifest.parent, name)
            out.print(show.diff_summary(versions), style="bold")
            assay = command(house.home)
            out.print(f"  every word of it: {assay} diff {manifest.parent} {name}")
            if versions.changed:
                out.print(f"  one example's way: {assay} explain {versions.changed[0].after.id[:8]}")
