from datetime import UTC, datetime, timedelta

import pytest

from data.errors import AssayError
from labeling.argilla_client import ArgillaClient
from tests.labeling.samples import RIGHT, Bench, trace

NOTHING_NEW = {"reviews": 0, "corrections": 0, "refused": 0}


def test_an_edit_comes_back_as_review_and_correction_once(desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    person = desk.person()
    person.submit(failing, "edit", RIGHT, rationale="no split exists", errors=["invented_method"])
    assert desk.pull() == {"reviews": 1, "corrections": 1, "there before": 0, "refused": 0}
    (review,), (correction,) = desk.reviews(), desk.corrections()
    assert (review.reviewer, review.scripted, review.verdict, review.answer) == (person.name, False, "edit", RIGHT)
    assert (review.rationale, review.errors) == ("no split exists", ("invented_method",))
    assert abs(review.submitted_at - datetime.now(UTC)) < timedelta(minutes=2)
    assert (correction.review_id, correction.field, correction.value) == (review.id, "answer", RIGHT)
    assert (correction.author, correction.created_at, correction.reason) == (
        person.name,
        review.submitted_at,
        "no split exists",
    )
    assert desk.pull() == {**NOTHING_NEW, "there before": 1}
    assert len(desk.reviews()) == len(desk.corrections()) == 1


def test_every_verdict_becomes_what_it_means(desk: Bench) -> None:
    accepted, edited, rejected, escalated = traces = [trace() for _ in range(4)]
    desk.judged(*traces)
    desk.push()
    person = desk.person()
    person.submit(accepted, "accept")
    person.submit(edited, "accept", RIGHT)
    person.submit(rejected, "reject", errors=["unclear"])
    person.submit(escalated, "escalate")
    assert desk.pull() == {"reviews": 4, "corrections": 2, "there before": 0, "refused": 0}
    assert {each.trace_id: each.verdict for each in desk.reviews()} == dict(
        zip([each.id for each in traces], ["accept", "accept", "reject", "escalate"], strict=True)
    )
    assert {(each.trace_id, each.field, each.value, each.reason) for each in desk.corrections()} == {
        (edited.id, "answer", RIGHT, None),
        (rejected.id, "excluded", "true", "unclear"),
    }


def test_a_changed_mind_is_a_new_review_and_takes_the_edit_back(desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    person = desk.person()
    person.submit(failing, "edit", "worse")
    desk.pull()
    person.submit(failing, "accept")
    assert desk.pull() == {"reviews": 1, "corrections": 1, "there before": 0, "refused": 0}
    assert [each.verdict for each in desk.reviews()] == ["edit", "accept"]
    assert [each.value for each in desk.corrections()] == ["worse", failing.answer]
    assert desk.pull() == {**NOTHING_NEW, "there before": 1}


def test_the_last_of_two_reviewers_wins_and_both_reviews_stay(desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    first, second = desk.person(), desk.person()
    first.submit(failing, "edit", "the first's")
    second.submit(failing, "edit", "the second's")
    desk.pull()
    assert {each.reviewer for each in desk.reviews()} == {first.name, second.name}
    assert desk.corrections()[-1].value == "the second's"


@pytest.mark.parametrize("around", ["\n{}\n\n", "  {}\u00a0", "{}\r\n"])
def test_white_space_that_the_editor_adds_is_no_edit(desk: Bench, around: str) -> None:
    failing = trace("Two lines:\nit returned 11.3% a year.")
    desk.judged(failing)
    desk.push()
    desk.person().submit(failing, "accept", around.format(failing.answer.replace("\n", "\r\n")))
    assert desk.pull()["corrections"] == 0
    assert desk.reviews()[0].answer == failing.answer


def test_what_shielded_text_comes_back_as_is_what_it_was(desk: Bench) -> None:
    failing = trace("Costs are $& a </script> trade. #TEMPLATE#")
    desk.judged(failing)
    desk.push()
    suggested = desk.owner.sdk.http_client.get(f"/api/v1/records/{desk.records()[failing.id].id}/suggestions")
    suggested = suggested.json()["items"][0]["value"]
    assert suggested != failing.answer
    person = desk.person()
    person.submit(failing, "accept", suggested)
    desk.pull()
    assert (desk.reviews()[0].answer, desk.corrections()) == (failing.answer, [])
    person.submit(failing, "edit", suggested + " More.")
    desk.pull()
    assert desk.corrections()[0].value == failing.answer + " More."


def test_a_blanked_answer_is_refused_as_data(desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    desk.person().submit(failing, "edit", " \n")
    assert desk.pull() == {"reviews": 1, "corrections": 0, "there before": 0, "refused": 1}
    assert desk.failures() == [(failing.id, "blank_answer")]
    desk.pull()
    assert len(desk.failures()) == 1


def test_drafts_and_discarded_answers_are_not_pulled(desk: Bench) -> None:
    drafted, discarded, thrown = trace(), trace(), trace()
    desk.judged(drafted, discarded, thrown)
    desk.push()
    person, records = desk.person(), desk.records()
    values = {"gold_answer": "x", "verdict": "edit"}
    person.respond(records[drafted.id].id, values, status="draft")
    person.respond(records[discarded.id].id, values, status="discarded")
    person.respond(records[thrown.id].id, None, status="discarded")
    assert desk.pull() == {**NOTHING_NEW, "there before": 0}


def test_an_answer_to_a_trace_of_another_home_is_a_failure(desk: Bench, owner: ArgillaClient) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    foreign = {"id": "elsewhere", "fields": {"question": "q", "trace": {"payload": ""}}}
    assert owner.upsert(desk.dataset.held, [foreign]) == 1
    desk.person().respond(desk.records()["elsewhere"].id, {"gold_answer": "x", "verdict": "edit"})
    assert desk.pull() == {**NOTHING_NEW, "there before": 0, "refused": 1}
    assert desk.failures() == [("elsewhere", "unknown_trace")]


def test_pulling_before_pushing_says_what_to_do(desk: Bench) -> None:
    with pytest.raises(AssayError) as caught:
        desk.pull()
    assert caught.value.hint == "assay review push RECIPE"


def test_more_records_than_a_page_holds(desk: Bench) -> None:
    traces = [trace() for _ in range(260)]
    desk.judged(*traces)
    desk.push()
    person, records = desk.person(), list(desk.owner.records(desk.dataset.held))
    chosen = [records[index] for index in (0, 249, 250, 259)]
    for each in chosen:
        person.respond(each.id, {"gold_answer": RIGHT, "verdict": "edit"})
    assert desk.pull()["corrections"] == 4
    assert {each.trace_id for each in desk.reviews()} == {each.external_id for each in chosen}
