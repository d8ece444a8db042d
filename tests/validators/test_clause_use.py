import json
from dataclasses import replace
from pathlib import Path

from data.methodology import load_documents
from data.records import Message, ToolCall, Trace
from validators.methodology.clause_use import ClauseUse, clauses_of

DOCUMENTS = load_documents(Path(__file__).parent / "documents")


def _trace(answer: str, *tool_outputs: str) -> Trace:
    tools = tuple(Message(role="tool", content=output, tool_call_id="c") for output in tool_outputs)
    call = Message(role="assistant", content="", tool_calls=(ToolCall(id="c", name="get_model", arguments={}),))
    return Trace(
        messages=(
            Message(role="user", content="How does it work?"),
            *((call, *tools) if tools else ()),
            Message(role="assistant", content=answer),
        ),
        metadata={"model_id": "tide-cycle"},
    )


def test_the_topics_that_an_answer_speaks_of_are_used_rightly_or_wrongly() -> None:
    answer = "It is rebalanced monthly and pays 10 bps per side. No train/test split is made."
    assert clauses_of(_trace(answer), DOCUMENTS) == (
        ClauseUse(clause="tide-cycle#evaluation_split", value="none"),
        ClauseUse(clause="tide-cycle#fee", value="5 bps per side"),
        ClauseUse(clause="tide-cycle#rebalance", value="monthly"),
    )


def test_an_answer_that_touches_no_topic_uses_nothing() -> None:
    assert clauses_of(_trace("Hello."), DOCUMENTS) == ()


def test_a_document_that_the_tools_read_is_used_whole() -> None:
    got = json.dumps({"model_id": "orchard-ranker", "facts": {"fee": "10 bps round trip"}})
    uses = clauses_of(_trace("Hello.", got), DOCUMENTS)
    assert {use.clause.split("#")[0] for use in uses} == {"orchard-ranker"}
    assert len(uses) == 10
    found = json.dumps({"hits": [{"doc_id": "orchard-ranker", "text": "…"}]})
    assert clauses_of(_trace("Hello.", found), DOCUMENTS) == uses


def test_a_run_is_no_reading_of_the_document() -> None:
    ran = json.dumps({"model_id": "orchard-ranker", "cagr": 0.1})
    assert clauses_of(_trace("Hello.", ran), DOCUMENTS) == ()


def test_a_changed_clause_changes_the_use_and_no_other() -> None:
    changed = tuple(
        replace(each, facts={**each.facts, "rebalance": "weekly"}) if each.id == "tide-cycle" else each
        for each in DOCUMENTS
    )
    trace = _trace("It is rebalanced monthly and pays 5 bps per side.")
    before, after = set(clauses_of(trace, DOCUMENTS)), set(clauses_of(trace, changed))
    assert before - after == {ClauseUse(clause="tide-cycle#rebalance", value="monthly")}
    assert len(before & after) == 1
