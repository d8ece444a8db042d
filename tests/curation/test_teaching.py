"""The scripted teacher over the real workbench."""

from collections import Counter
from pathlib import Path

import pytest

from curation.conversation import MOST_TURNS, converse
from curation.scripted_teacher import NAME
from curation.teaching import expand_grid, teach
from data.errors import AssayError
from data.questions import load_questions
from data.recipe import Recipe, load_recipe
from data.records import Message, ToolCall
from data.store import Store
from data.tables import FAILURES, PLANTED_FAULTS, SCENARIOS, TRACES
from workbench.tools import Workbench

QUESTIONS = load_questions()


def small(**teacher: dict[str, float]) -> Recipe:
    recipe = load_recipe("loop")
    grid = recipe.grid.model_copy(update={"scenarios": {"lookup": 10, "methodology": 30, "whatif": 16, "refusal": 6}})
    return recipe.model_copy(update={"grid": grid, "teacher": recipe.teacher.model_copy(update=teacher)})


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Store:
    home = tmp_path_factory.mktemp("home")
    store = Store(str(home))
    recipe = small(faults={"boilerplate": 1.0, "wrong_number": 0.5})
    expand_grid(store, recipe, questions=QUESTIONS)
    counts = teach(store, recipe, questions=QUESTIONS, workbench=Workbench(home))
    assert counts["failed"] == 0
    again = teach(store, recipe, questions=QUESTIONS, workbench=Workbench(home))
    assert again["new"] == 0
    return store


def test_every_scenario_has_one_trace_that_states_its_scripted_author(taught: Store) -> None:
    traces = taught.read(TRACES)
    assert len(traces) == len(taught.read(SCENARIOS)) == 62
    assert {trace.author for trace in traces} == {NAME}
    assert "scripted" in NAME
    assert taught.read(FAILURES) == []


def test_answers_come_from_real_tool_calls(taught: Store) -> None:
    calls = Counter(call.name for trace in taught.read(TRACES) for each in trace.messages for call in each.tool_calls)
    assert calls["run_backtest"] >= 14
    assert calls["search_docs"] > 0
    assert calls["compare_runs"] > 0


def test_planted_faults_are_known_and_nowhere_in_the_trace(taught: Store) -> None:
    traces = {trace.id: trace for trace in taught.read(TRACES)}
    faults = taught.read(PLANTED_FAULTS)
    assert {fault.kind for fault in faults} == {"boilerplate", "wrong_number"}
    for fault in faults:
        trace = traces[fault.trace_id]
        assert trace.answer != fault.clean_answer
        assert fault.kind not in str(trace.metadata) + str(trace.provenance)


def test_the_boilerplate_stands_in_a_search_result(taught: Store) -> None:
    """The build log's story: the pasted number is grounded."""
    traces = {trace.id: trace for trace in taught.read(TRACES)}
    pasted = [traces[fault.trace_id] for fault in taught.read(PLANTED_FAULTS) if fault.kind == "boilerplate"]
    assert pasted
    for trace in pasted:
        assert trace.metadata["model_id"] != "gbm-direction"
        assert any("80/20" in message.content for message in trace.messages if message.role == "tool")


def test_no_fault_is_planted_unless_the_recipe_says_so(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    counts = teach(store, small(faults={}), questions=QUESTIONS, workbench=Workbench(tmp_path))
    assert counts["with a planted fault"] == 0
    assert store.read(PLANTED_FAULTS) == []


def test_a_speaker_that_never_answers_is_stopped() -> None:
    class Restless:
        name = "restless"

        def reply(self, messages: object, tools: object) -> Message:
            return Message(role="assistant", content="", tool_calls=(ToolCall(id="a", name="x", arguments={}),))

    with pytest.raises(AssayError, match=f"no answer in {MOST_TURNS} turns"):
        converse(Restless(), "Well?", tools=(), call=lambda name, arguments: {})
