from uuid import uuid4

import argilla as rg
import pytest

from data.errors import AssayError
from data.records import Trace
from data.tables import TRACES, VERDICTS
from labeling.argilla_client import ArgillaClient
from labeling.card import unpack
from labeling.review_dataset import ensure, find, full_name
from labeling.review_form import CARD
from labeling.shield import unshield
from tests.labeling.samples import RIGHT, Bench, passed, trace, verdict


def test_a_failing_trace_becomes_a_record_with_suggestion_metadata_and_findings(
    desk: Bench, owner: ArgillaClient
) -> None:
    failing, fine = trace(), trace(RIGHT)
    desk.judged(failing, fine, verdicts=[verdict(failing), passed(failing, "grounding"), passed(fine)])
    assert desk.push() == {"new": 1, "of these audits": 0, "updated": 0, "there before": 0}
    (record,) = desk.records().values()
    assert record.external_id == failing.id
    assert record.fields["question"] == failing.question
    assert record.metadata == {
        "regime": "bull-calm", "model": "sma-trend", "question_kind": "lookup", "split": "train", "blocking_check": "methodology",
        "failing_checks": ["methodology"], "review_reason": "finding", "priority": 3,
    }  # fmt: skip
    (finding,) = unpack(record.fields["trace"])["findings"]
    assert (finding["check"], finding["evidence"][0]["clause"]) == ("methodology", "sma-trend#evaluation_split")


def test_the_teachers_answer_is_the_suggestion_and_names_its_author(desk: Bench, owner: ArgillaClient) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    suggestions = owner.sdk.http_client.get(f"/api/v1/records/{desk.records()[failing.id].id}/suggestions").json()[
        "items"
    ]
    assert [(each["agent"], each["value"]) for each in suggestions] == [("scripted-teacher", failing.answer)]


def test_pushing_again_changes_nothing(desk: Bench) -> None:
    desk.judged(trace(), trace())
    desk.push()
    before = desk.records()
    assert desk.push() == {"new": 0, "of these audits": 0, "updated": 0, "there before": 2}
    assert desk.records() == before


def test_other_findings_rewrite_the_card_and_keep_answers_and_foreign_metadata(
    desk: Bench, owner: ArgillaClient
) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    held = desk.records()[failing.id]
    noted = {"id": failing.id, "fields": held.fields, "metadata": {**(held.metadata or {}), "batch": "monday"}}
    owner.upsert(desk.dataset.held, [noted])
    desk.person().submit(failing, "edit", "better")
    desk.store.append(VERDICTS, [verdict(failing, "grounding", said="11.3%", message="now this", fingerprint="next")])
    assert desk.push(fingerprints=["next"]) == {"new": 0, "of these audits": 0, "updated": 1, "there before": 0}
    renewed = desk.records()[failing.id]
    assert [each["message"] for each in unpack(renewed.fields["trace"])["findings"]] == ["now this"]
    assert renewed.metadata is not None
    assert (renewed.metadata["batch"], renewed.metadata["failing_checks"]) == ("monday", ["grounding"])
    assert [each.value("gold_answer") for each in renewed.responses] == ["better"]


def test_a_mended_finding_is_taken_off_the_card_and_stays_the_reason(desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    desk.store.append(VERDICTS, [verdict(failing, outcome="pass", fingerprint="next")])
    assert desk.push(fingerprints=["next"])["updated"] == 1
    record = desk.records()[failing.id]
    assert unpack(record.fields["trace"])["findings"] == []
    assert record.metadata is not None
    assert (record.metadata["review_reason"], record.metadata["priority"], record.metadata["blocking_check"]) == (
        "finding",
        0,
        "none",
    )


def test_audited_traces_are_marked_so(desk: Bench) -> None:
    traces = [trace(RIGHT) for _ in range(3)]
    desk.judged(*traces, verdicts=[passed(each) for each in traces])
    assert desk.push(audit_share=1)["of these audits"] == 3
    assert {(record.metadata or {})["review_reason"] for record in desk.records().values()} == {"audit"}


def test_text_that_looks_like_code_is_sent_so_that_it_cannot_run(desk: Bench) -> None:
    hostile = "</script><img src=x onerror=alert(1)> $& $` #TEMPLATE#"
    failing = trace(f"answer {hostile}", question=f"question {hostile} {uuid4()}")
    failing = Trace(
        messages=failing.messages, metadata={"model_id": hostile, "regime": None, "split": ""}, author="me & you <x>"
    )
    desk.judged(failing)
    desk.push()
    record = desk.records()[failing.id]
    assert unshield(record.fields["question"]) == failing.question
    assert record.metadata is not None
    for text in (record.fields["question"], record.metadata["model"]):
        assert "</script>" not in text
        assert "$&" not in text
    assert "regime" not in record.metadata
    assert "split" not in record.metadata


def test_more_traces_than_one_request_takes(desk: Bench) -> None:
    traces = [trace() for _ in range(230)]
    desk.judged(*traces)
    assert desk.push()["new"] == 230
    assert desk.records().keys() == {each.id for each in traces}


def test_a_half_made_dataset_is_completed_and_an_old_card_renewed(desk: Bench, owner: ArgillaClient) -> None:
    """A draft with one field, as a run leaves it that is killed while it makes the dataset."""
    draft = unpublished(owner, desk.name, fields=[rg.CustomField("trace", template="<p>old</p>", advanced_mode=True)])
    made = ensure(owner, desk.name)
    assert made.id == draft
    assert [each.name for each in made.held.fields] == ["trace", "question"]
    assert made.held.guidelines
    assert {each.name for each in made.held.questions} == {"gold_answer", "verdict", "errors", "rationale"}
    opened = find(owner, desk.name)
    assert opened is not None
    assert opened.held.fields["trace"].template == CARD.read_text("utf-8")
    desk.judged(trace())
    assert desk.push()["new"] == 1


def test_the_old_card_of_a_published_dataset_is_renewed(desk: Bench, owner: ArgillaClient) -> None:
    made = ensure(owner, desk.name)
    made.held.fields["trace"].template = "<p>old</p>"
    made.held.fields["trace"].update()
    ensure(owner, desk.name)
    assert desk.dataset.held.fields["trace"].template == CARD.read_text("utf-8")


def test_somebody_elses_dataset_of_the_same_name_is_left_alone(desk: Bench, owner: ArgillaClient) -> None:
    settings = rg.Settings(fields=[rg.TextField("text")], questions=[rg.TextQuestion("q")])
    other = rg.Dataset(full_name(desk.name), workspace="assay", settings=settings, client=owner.sdk).create()
    desk.store.append(TRACES, [failing := trace()])
    desk.store.append(VERDICTS, [verdict(failing)])
    with pytest.raises(AssayError, match="not one of Assay's"):
        desk.push()
    assert list(owner.records(other)) == []


def unpublished(owner: ArgillaClient, name: str, *, fields: list[rg.TextField | rg.CustomField]) -> str:
    """A draft of the review dataset that has these fields and nothing else."""
    http = owner.sdk.http_client
    (workspace,) = owner.sdk.workspaces
    body = {"name": full_name(name), "workspace_id": str(workspace.id)}
    draft = http.post("/api/v1/datasets", json=body).json()["id"]
    for field in fields:
        http.post(f"/api/v1/datasets/{draft}/fields", json=field.api_model().model_dump())
    return str(draft)
