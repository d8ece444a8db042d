"""The stages that expand the grid and have a teacher answer it. Both pick up where a killed run left off."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import polars as pl

from curation.conversation import converse
from curation.grid import expand
from curation.scripted_teacher import NAME, ScriptedTeacher
from data.errors import AssayError
from data.questions import QuestionSet
from data.recipe import Recipe
from data.records import Failure, PlantedFault, Scenario, Trace
from data.store import Store
from data.tables import FAILURES, PLANTED_FAULTS, SCENARIOS, TRACES
from workbench.regimes import regime_of
from workbench.tool_schemas import TOOLS
from workbench.tools import Workbench

# Traces that a crash can cost: a commit takes about 50 ms, a scripted conversation about 40.
_BATCH = 24

Track = Callable[[Sequence[Scenario]], Iterable[Scenario]]


def expand_grid(store: Store, recipe: Recipe, *, questions: QuestionSet) -> Mapping[str, int]:
    """Append the recipe's scenarios; returns how many are new and how many there were."""
    scenarios = expand(recipe, questions)
    added = store.append(SCENARIOS, scenarios)
    return {"new": added, "there before": len(scenarios) - added}


def teach(
    store: Store, recipe: Recipe, *, questions: QuestionSet, workbench: Workbench, track: Track = iter
) -> Mapping[str, int]:
    """Have the teacher answer every scenario of the recipe that has no trace of its yet.

    `track` wraps the scenarios to come, for a progress bar. A scenario that cannot be answered becomes a Failure, and the
    next run tries it again. Returns counts of new and earlier traces, planted faults among the new ones, and failures.
    """
    wanted = expand(recipe, questions)
    answered = set(_answered(store))
    todo = [scenario for scenario in wanted if scenario.id not in answered]
    counts = {"new": 0, "there before": len(wanted) - len(todo), "with a planted fault": 0, "failed": 0}
    tracked = iter(track(todo))
    while batch := list(islice(tracked, _BATCH)):
        traces: list[Trace] = []
        faults: list[PlantedFault] = []
        failures: list[Failure] = []
        for scenario in batch:
            try:
                trace, fault = _conversation(scenario, recipe, questions=questions, workbench=workbench)
            except AssayError as error:
                failures.append(Failure(stage="teach", item=scenario.id, reason="no_answer", message=error.message))
                continue
            traces.append(trace)
            faults += [fault] if fault else []
        # The truth goes first: a crash in between leaves no trace whose fault nobody knows.
        store.append(PLANTED_FAULTS, faults)
        store.append(TRACES, traces)
        store.append(FAILURES, failures)
        counts["new"] += len(traces)
        counts["with a planted fault"] += len(faults)
        counts["failed"] += len(failures)
    return counts


def _answered(store: Store) -> list[str]:
    """The ids of the scenarios that the teacher has answered."""
    scenario = pl.col("metadata").str.json_path_match("$.scenario_id")
    return (
        store.scan(TRACES)
        .filter(pl.col("author") == NAME)
        .select(scenario)
        .collect()
        .to_series()
        .drop_nulls()
        .to_list()
    )


def _conversation(
    scenario: Scenario, recipe: Recipe, *, questions: QuestionSet, workbench: Workbench
) -> tuple[Trace, PlantedFault | None]:
    teacher = ScriptedTeacher(scenario, recipe=recipe, questions=questions, call=workbench.call)
    messages = converse(teacher, scenario.question, tools=TOOLS, call=workbench.call)
    trace = Trace(
        messages=messages,
        tools=TOOLS,
        metadata=_metadata(scenario),
        author=teacher.name,
        provenance={"created_at": datetime.now(UTC).isoformat(timespec="seconds"), "recipe": recipe.name},
    )
    if teacher.fault is None or teacher.clean_answer is None:
        return trace, None
    return trace, PlantedFault(trace_id=trace.id, kind=teacher.fault, clean_answer=teacher.clean_answer)


def _metadata(scenario: Scenario) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "scenario_id": scenario.id,
        "model_id": scenario.model_id,
        "question_kind": scenario.question_kind,
        "template": scenario.template,
        "family": scenario.family,
        "split": scenario.split,
    }
    if scenario.ticker:
        metadata["ticker"] = scenario.ticker
    if scenario.start and scenario.end:
        metadata["window"] = {"start": scenario.start, "end": scenario.end}
        regime = regime_of(date.fromisoformat(scenario.start), date.fromisoformat(scenario.end))
        metadata |= {"regime": regime} if regime else {}
    return metadata
