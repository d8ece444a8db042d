"""The stages of a run, each of which is also a command: read the home, do one thing, return counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from data.recipe import Checks, Recipe
from data.records import Trace
from data.tables import TRACES, VERDICTS
from ui.cli.house import House
from ui.cli.terminal import err, track

if TYPE_CHECKING:
    import polars as pl

    from curation.freeze import Frozen
    from validators.suite import Suite

Counts = Mapping[str, int]

# Traces judged between two commits: a commit takes about as long as judging a thousand.
_CHUNK = 5_000


def suite(house: House, settings: Checks) -> "Suite":
    """Every check, as a recipe sets them; one below the recipe's bar may not block, and says so on standard error.

    Raises AssayError for a check nobody knows.
    """
    from validators.bundled import row_checks
    from validators.measures import load_measures
    from validators.suite import Suite

    checks = row_checks(house.documents, derived=settings.derived)
    below = load_measures().below(
        checks, precision=settings.bar.precision, recall=settings.bar.recall, severities=settings.severities
    )
    for name, reason in below.items():
        err.print(f"{name} may not block: {reason}; its findings go to review", style="yellow")
    return Suite(checks, severities={**settings.severities, **dict.fromkeys(below, "review")})


def expand(house: House, recipe: Recipe) -> Counts:
    from curation.teaching import expand_grid
    from data.questions import load_questions

    return expand_grid(house.store, recipe, questions=load_questions())


def teach(house: House, recipe: Recipe) -> Counts:
    from curation import teaching
    from data.questions import load_questions
    from workbench.tools import Workbench

    workbench = Workbench(house.local, house.documents_folder)
    return teaching.teach(house.store, recipe, questions=load_questions(), workbench=workbench, track=track("teach"))


def validate(house: House, recipe: Recipe) -> Counts:
    """Judge the store's traces that have no current verdict of each check."""
    import polars as pl

    checks = suite(house, recipe.checks)
    current = (
        house.store.scan(VERDICTS)
        .filter(pl.col("fingerprint").is_in(list(checks.fingerprints.values())))
        .group_by("trace_id")
        .agg(judged=pl.col("check").n_unique())
        .filter(pl.col("judged") == len(checks.checks))
    )
    traces = house.store.scan(TRACES)
    todo = traces.join(current, left_on="id", right_on="trace_id", how="anti").select("id").collect()["id"]
    counts = {"judged": len(todo), "there before": traces.select(pl.len()).collect().item() - len(todo)}
    failing: dict[str, int] = {}
    for start in track("validate")(range(0, len(todo), _CHUNK)):
        chunk = traces.filter(pl.col("id").is_in(todo[start : start + _CHUNK].implode())).sort("id").collect()
        judged = TRACES.records(chunk)
        (verdicts,) = kept(house, judged, [checks.judge_frame(judged)])
        for outcome, check in verdicts.filter(pl.col("outcome") != "pass").select("outcome", "check").iter_rows():
            key = f"{check} {'failed' if outcome == 'fail' else 'in error'}"
            failing[key] = failing.get(key, 0) + 1
    return counts | failing


def kept(house: House, traces: Sequence[Trace], verdicts: Iterable["pl.DataFrame"]) -> Iterator["pl.DataFrame"]:
    """The same verdict tables, once they are in the home, and before them the clauses that the traces depend on."""
    from curation.staleness import record_dependencies

    record_dependencies(house.store, traces, house.documents)
    for table in verdicts:
        house.store.append_rows(VERDICTS, table)
        yield table


def freeze(house: House, recipe: Recipe, name: str, *, parent: str | None = None) -> "Frozen":
    from curation import freeze as freezing
    from curation.grid import possible_questions
    from data.questions import load_questions

    return freezing.freeze(
        house.store,
        house.versions,
        recipe,
        name=name,
        suite=suite(house, recipe.checks),
        documents=house.documents,
        possible_questions=possible_questions(recipe, load_questions()),
        parent=parent,
        docs=house.local / "reports" / name,
    )


def freeze_once(house: House, recipe: Recipe, name: str) -> Counts:
    """`freeze` in a run: a version that is there already stays, whatever was reviewed since."""
    there = house.versions.exists(name)
    manifest = house.versions.manifest(name) if there else freeze(house, recipe, name).manifest
    rows = {f"{split} rows": count for split, count in manifest.counts["split"].items()}
    return {"there before": 1, **rows} if there else {**rows, "corrected": manifest.corrected, **manifest.drops}


def import_traces(house: House, traces: Iterable[Trace]) -> Counts:
    """Append traces in batches, so that a file of any size passes through."""
    counts = {"new": 0, "there before": 0}
    arriving = iter(traces)
    while batch := list(islice(arriving, _CHUNK)):
        added = house.store.append(TRACES, batch)
        counts["new"] += added
        counts["there before"] += len(batch) - added
    return counts
