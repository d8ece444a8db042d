"""Freezing: corrections applied, re-validated, what may not go in left out by reason."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curation.diff import diff_json, diff_versions, words
from curation.explain import explain
from curation.fold import fold
from curation.freeze import Frozen, freeze
from data.errors import AssayError
from data.methodology import MethodologyDocument, load_documents
from data.recipe import Recipe, load_recipe
from data.records import Correction, Review, ReviewVerdict, Trace
from data.store import Store
from data.tables import CORRECTIONS, REVIEWS, TRACES
from data.versions import Versions
from tests.conftest import conversation
from validators.methodology.check import Methodology
from validators.structure.check import Structure
from validators.suite import Suite

DOCUMENT = """---
id: rule-one
title: Rule one
kind: rule-based
facts:
  evaluation_split: none
  fitted_parameters: none
---
Prose.
"""
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PASTED = "It was validated with an 80/20 train/test split."
TRUE = "Nothing is fitted, so there is no split."


@pytest.fixture
def documents(tmp_path: Path) -> tuple[MethodologyDocument, ...]:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "rule-one.md").write_text(DOCUMENT)
    return load_documents(folder)


def asked(answer: str, *, about: str = "How was it validated?", source_id: str | None = None) -> Trace:
    made = conversation(about, "{}", answer)
    metadata = {"model_id": "rule-one", "question_kind": "methodology", "split": "train"}
    return Trace(messages=made.messages, metadata=metadata, author=made.author, source_id=source_id)


class House:
    def __init__(self, home: Path, documents: tuple[MethodologyDocument, ...]) -> None:
        self.store, self.versions, self.documents = Store(str(home)), Versions(str(home)), documents
        self.suite = Suite((Structure(), Methodology(documents)))

    def freeze(self, name: str, **plan: object) -> Frozen:
        recipe = load_recipe("loop")
        loose = {"gate": ("structure", "methodology"), "thresholds": {"max_duplicate_share": 1.0}}
        versions = {name: recipe.version("other").model_copy(update=loose | plan)}
        recipe = Recipe.model_validate(recipe.model_copy(update={"versions": versions}).model_dump())
        return freeze(self.store, self.versions, recipe, name=name, suite=self.suite, documents=self.documents)

    def review(self, trace: Trace, verdict: ReviewVerdict, answer: str | None = None, *, minute: int = 0) -> None:
        at = NOON + timedelta(minutes=minute)
        review = Review(
            trace_id=trace.id,
            reviewer="ann",
            scripted=False,
            verdict=verdict,
            answer=answer or trace.answer,
            rationale=None,
            errors=(),
            submitted_at=at,
        )
        self.store.append(REVIEWS, [review])
        field, value = ("answer", answer) if answer else ("excluded", "true") if verdict == "reject" else (None, None)
        if field and value:
            self.store.append(
                CORRECTIONS,
                [
                    Correction(
                        trace_id=trace.id,
                        review_id=review.id,
                        field="answer" if field == "answer" else "excluded",
                        value=value,
                        author="ann",
                        created_at=at,
                        reason="pasted",
                    )
                ],
            )


@pytest.fixture
def house(tmp_path: Path, documents: tuple[MethodologyDocument, ...]) -> House:
    return House(tmp_path / "home", documents)


def test_a_blocking_row_is_left_out_and_counted(house: House) -> None:
    house.store.append(TRACES, [asked(PASTED), asked(TRUE, about="What split is used?")])
    frozen = house.freeze("n1")
    assert [row.trace.answer for row in house.versions.rows("n1")] == [TRUE]
    assert frozen.manifest.drops == {"methodology: inapplicable_topic": 1}
    assert frozen.gate.passed


def test_a_correction_lets_the_row_in_under_its_old_id(house: House) -> None:
    trace = asked(PASTED, source_id="mine-1")
    house.store.append(TRACES, [trace])
    house.review(trace, "edit", TRUE)
    frozen = house.freeze("n1")
    (row,) = house.versions.rows("n1")
    assert (row.id, row.trace.answer) == (trace.id, TRUE)
    assert frozen.manifest.corrected == 1
    assert frozen.manifest.reviewers == {"ann": 1}
    assert house.store.read(TRACES) == [trace]


def test_a_correction_is_validated_again(house: House) -> None:
    trace = asked(TRUE)
    house.store.append(TRACES, [trace, asked(TRUE, about="Another?")])
    house.review(trace, "edit", PASTED)
    assert house.freeze("n1").manifest.drops == {"methodology: inapplicable_topic": 1}


def test_a_reviewer_can_let_a_false_alarm_in(house: House) -> None:
    trace = asked(PASTED)
    house.store.append(TRACES, [trace])
    house.review(trace, "accept")
    frozen = house.freeze("n1")
    assert frozen.manifest.waived == {"methodology: inapplicable_topic": 1}
    assert [row.id for row in house.versions.rows("n1")] == [trace.id]


def test_rejected_escalated_and_doubled_rows_stay_out(house: House) -> None:
    rejected, escalated, first = asked(TRUE, about="a?"), asked(TRUE, about="b?"), asked(TRUE)
    copy = Trace(messages=first.messages, metadata={**first.metadata, "note": "again"}, author="another")
    house.store.append(TRACES, [rejected, escalated, first, copy])
    house.review(rejected, "reject")
    house.review(escalated, "escalate")
    drops = house.freeze("n1").manifest.drops
    assert drops == {"duplicate": 1, "escalated by a reviewer": 1, "rejected by a reviewer": 1}


def test_freezing_twice_gives_the_same_content_and_other_content_is_refused(house: House) -> None:
    house.store.append(TRACES, [asked(TRUE)])
    first = house.freeze("n1")
    again = house.freeze("n1")
    assert again.unchanged
    assert again.manifest == first.manifest
    house.store.append(TRACES, [asked(TRUE, about="Another?")])
    with pytest.raises(AssayError, match="frozen with other content"):
        house.freeze("n1")


def test_nothing_to_freeze_is_an_error(house: House) -> None:
    with pytest.raises(AssayError, match="no row is left"):
        house.freeze("n1")
    assert house.versions.names() == []


def test_a_parent_that_does_not_exist_is_an_error(house: House) -> None:
    house.store.append(TRACES, [asked(TRUE)])
    with pytest.raises(AssayError, match="there is no version n0"):
        house.freeze("n1", parent="n0")


def test_the_diff_shows_the_corrected_answer_and_nothing_else(house: House) -> None:
    trace = asked(PASTED, source_id="mine-1")
    house.store.append(TRACES, [trace, asked(TRUE, about="Another?")])
    house.freeze("n1", gate=("structure",), corrections=False)
    house.review(trace, "edit", TRUE)
    house.freeze("n2", parent="n1")
    printed = diff_json(diff_versions(house.versions, "n1", "n2"))
    assert (printed["added"], printed["removed"]) == ([], [])
    (change,) = printed["changed"]
    assert (change["id"], change["source_id"]) == (trace.id, "mine-1")
    assert (change["before"], change["after"], change["fields"]) == (PASTED, TRUE, ["answer"])
    assert [(each["author"], each["reason"]) for each in change["corrections"]] == [("ann", "pasted")]


def test_explain_walks_from_the_question_to_the_versions(house: House) -> None:
    trace = asked(PASTED, source_id="mine-1")
    house.store.append(TRACES, [trace])
    house.review(trace, "edit", TRUE)
    house.freeze("n1")
    for name in (trace.id, trace.id[:8], "mine-1"):
        custody = explain(house.store, house.versions, name)
        assert custody.trace == trace
        assert [each.answer for each in custody.reviews] == [TRUE]
        assert [each.value for each in custody.corrections] == [TRUE]
        assert [(version, row.trace.answer) for version, row in custody.versions] == [("n1", TRUE)]
    with pytest.raises(AssayError, match="0 traces answer"):
        explain(house.store, house.versions, "zzz")


def test_the_last_correction_of_a_field_is_in_force() -> None:
    trace = asked(PASTED)
    earlier, later = (
        Correction(
            trace_id=trace.id,
            review_id="r",
            field="answer",
            value=value,
            author="ann",
            created_at=NOON + timedelta(minutes=minute),
            reason=None,
        )
        for minute, value in ((0, "first"), (1, "second"))
    )
    assert fold(trace, [later, earlier]).trace.answer == "second"
    assert not fold(trace, []).corrected


def test_words_give_back_both_texts() -> None:
    edits = words("the  old answer here", "the new  answer")
    assert "".join(text for kind, text in edits if kind != "added") == "the  old answer here"
    assert "".join(text for kind, text in edits if kind != "removed") == "the new  answer"
    assert ("removed", "old") in [(kind, text.strip()) for kind, text in edits]
