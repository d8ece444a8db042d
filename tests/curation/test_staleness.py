"""Exactly the examples whose clause changed go stale."""

from dataclasses import replace
from pathlib import Path

import pytest

from curation.staleness import record_dependencies, stale_clauses
from data.methodology import MethodologyDocument
from data.records import Message, Trace
from data.store import Store


def document(name: str, **facts: str) -> MethodologyDocument:
    return MethodologyDocument(id=name, title=name.title(), kind="rule-based", facts=facts, body="")


def says(model: str, answer: str) -> Trace:
    turns = (Message(role="user", content=f"Tell me about {model}."), Message(role="assistant", content=answer))
    return Trace(messages=turns, metadata={"model_id": model})


BEFORE = (document("rule-one", rebalance="monthly", fee="5 bps per side"), document("rule-two", rebalance="monthly"))
REBALANCES = says("rule-one", "rule-one rebalances monthly.")
COSTS = says("rule-one", "Its fee is 5 bps per side.")
OTHER = says("rule-two", "rule-two rebalances monthly.")
SILENT = says("rule-one", "I can't say.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(str(tmp_path))
    record_dependencies(store, [REBALANCES, COSTS, OTHER, SILENT], BEFORE)
    return store


def changed(key: str, value: str | None) -> tuple[MethodologyDocument, ...]:
    facts = {**BEFORE[0].facts, key: value}
    return replace(BEFORE[0], facts={name: fact for name, fact in facts.items() if fact is not None}), BEFORE[1]


def test_nothing_is_stale_while_no_document_changed(store: Store) -> None:
    assert stale_clauses(store, BEFORE) == ()
    assert stale_clauses(store, (replace(BEFORE[0], body="Other prose."), BEFORE[1])) == ()


def test_exactly_the_examples_of_a_changed_clause_are_stale(store: Store) -> None:
    (stale,) = stale_clauses(store, changed("rebalance", "weekly"))
    assert (stale.trace_id, stale.clause) == (REBALANCES.id, "rule-one#rebalance")
    assert (stale.old, stale.new) == ("monthly", "weekly")


def test_a_clause_that_is_gone_makes_its_examples_stale(store: Store) -> None:
    (stale,) = stale_clauses(store, changed("fee", None))
    assert (stale.trace_id, stale.old, stale.new) == (COSTS.id, "5 bps per side", None)


def test_validating_again_ends_it_and_a_value_that_comes_back_does_no_harm(store: Store) -> None:
    weekly = changed("rebalance", "weekly")
    record_dependencies(store, [REBALANCES], weekly)
    assert stale_clauses(store, weekly) == ()
    assert stale_clauses(store, BEFORE) == ()
    (stale,) = stale_clauses(store, changed("rebalance", "daily"))
    assert stale.old == "weekly"
