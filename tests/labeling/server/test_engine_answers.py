"""Suggestions, responses and each reviewer's queue, through the real server."""

import time

from tests.labeling.server.review_set import Api, ReviewSet, annotator, between, by, terms

STATUS = {"entity": "response", "property": "status"}
LABEL = {"entity": "response", "question": "label"}
RATING = {"entity": "response", "question": "rating"}


def test_suggestions_are_filtered_sorted_replaced_and_removed(review_set: ReviewSet, owner: Api) -> None:
    first, _ = review_set.add(
        {"external_id": "a", "text": "one", "label": "accept", "score": 0.25, "agent": "judge"},
        {"external_id": "b", "text": "two", "label": "reject", "score": 0.75, "agent": "teacher"},
    )

    def suggestion(name: str) -> dict[str, str]:
        return {"entity": "suggestion", "question": "label", "property": name}

    assert review_set.search(filters=[terms(suggestion("value"), "reject")]) == ["b"]
    assert review_set.search(filters=[terms(suggestion("agent"), "judge")]) == ["a"]
    assert review_set.search(filters=[between(suggestion("score"), ge=0.5)]) == ["b"]
    assert review_set.search(sort=[by(suggestion("score"), "desc")]) == ["b", "a"]

    body = {"question_id": review_set.questions["label"], "value": "edit", "score": 0.9, "agent": "person"}
    stored = owner("PUT", f"/records/{first}/suggestions", body)
    assert review_set.search(filters=[terms(suggestion("value"), "accept")]) == []
    assert review_set.search(filters=[terms(suggestion("value"), "edit")]) == ["a"]
    assert review_set.search(sort=[by(suggestion("score"), "desc")]) == ["a", "b"]

    owner("DELETE", f"/records/{first}/suggestions", ids=stored["id"])
    assert review_set.search(filters=[terms(suggestion("value"), "edit")]) == []
    assert review_set.search(filters=[terms(suggestion("agent"), "person")]) == []


def test_each_reviewer_has_a_queue_of_their_own(review_set: ReviewSet, owner: Api) -> None:
    ids = review_set.add(*({"external_id": str(number), "text": "same"} for number in range(8)))
    first, second = annotator(owner), annotator(owner)
    pending = [terms(STATUS, "pending")]

    queue = review_set.search(user=first, filters=pending)
    assert sorted(queue) == sorted(review_set.search(user=second, filters=pending))
    assert queue == review_set.search(user=first, filters=pending), "the order is the same each time"
    assert queue != sorted(queue) or review_set.search(user=second, filters=pending) != sorted(queue)

    review_set.answer(first, ids[0], label="accept", rating=4)
    review_set.answer(first, ids[1], "discarded")
    review_set.answer(second, ids[0], "draft", label="reject", rating=1)

    assert sorted(review_set.search(user=first, filters=pending)) == [str(number) for number in range(2, 8)]
    assert sorted(review_set.search(user=second, filters=pending)) == [str(number) for number in range(1, 8)]
    assert review_set.search(user=first, filters=[terms(STATUS, "submitted")]) == ["0"]
    assert review_set.search(user=second, filters=[terms(STATUS, "submitted")]) == []
    assert sorted(review_set.search(user=first, filters=[terms(STATUS, "submitted", "discarded")])) == ["0", "1"]
    assert sorted(review_set.search(filters=[terms(STATUS, "pending")])) == [str(number) for number in range(2, 8)]

    assert owner("GET", f"/datasets/{review_set.id}/progress")["completed"] == 1
    mine = first("GET", f"/me/datasets/{review_set.id}/metrics")["responses"]
    assert (mine["submitted"], mine["discarded"], mine["draft"], mine["pending"], mine["total"]) == (1, 1, 0, 6, 8)
    theirs = second("GET", f"/me/datasets/{review_set.id}/metrics")["responses"]
    assert (theirs["submitted"], theirs["discarded"], theirs["draft"], theirs["pending"]) == (0, 0, 1, 7)


def test_answers_are_filtered_sorted_changed_and_removed(review_set: ReviewSet, owner: Api) -> None:
    ids = review_set.add(*({"external_id": name, "text": "same"} for name in "abc"))
    first, second = annotator(owner), annotator(owner)
    given = review_set.answer(first, ids[0], label="accept", rating=2, errors=["edit", "reject"], gold="a" * 5_000)
    review_set.answer(first, ids[1], label="reject", rating=5)
    review_set.answer(second, ids[0], label="reject", rating=4)

    assert sorted(review_set.search(filters=[terms(LABEL, "reject")])) == ["a", "b"]
    assert review_set.search(user=first, filters=[terms(LABEL, "reject")]) == ["b"]
    assert review_set.search(filters=[terms({"entity": "response", "question": "errors"}, "reject")]) == ["a"]
    assert review_set.search(filters=[terms(RATING, "2")]) == ["a"]
    assert sorted(review_set.search(filters=[between(RATING, ge=4)])) == ["a", "b"]
    assert review_set.search(user=first, filters=[between(RATING, ge=4)]) == ["b"]
    assert review_set.search(sort=[by(RATING, "desc")]) == ["b", "a", "c"], "a's mean is 3"
    assert review_set.search(user=second, sort=[by(RATING, "asc")])[0] == "a"

    first("PUT", f"/responses/{given['id']}", {"values": {"label": {"value": "edit"}}, "status": "draft"})
    assert review_set.search(user=first, filters=[terms(LABEL, "edit")]) == ["a"]
    assert review_set.search(user=first, filters=[terms(RATING, "2")]) == []
    assert review_set.search(user=first, filters=[terms(STATUS, "submitted")]) == ["b"]

    first("DELETE", f"/responses/{given['id']}")
    assert review_set.search(user=first, filters=[terms(LABEL, "edit")]) == []
    assert sorted(review_set.search(user=first, filters=[terms(STATUS, "pending")])) == ["a", "c"]


def test_a_completed_record_is_found_by_its_status(review_set: ReviewSet, owner: Api) -> None:
    ids = review_set.add({"external_id": "a", "text": "same"}, {"external_id": "b", "text": "same"})
    review_set.answer(annotator(owner), ids[1], label="accept")
    assert review_set.search(filters=[terms({"entity": "record", "property": "status"}, "completed")]) == ["b"]
    assert owner("GET", f"/datasets/{review_set.id}/progress") | {"users": []} == {
        "total": 2, "completed": 1, "pending": 1, "users": []
    }  # fmt: skip


def test_a_changed_distribution_recomputes_statuses_on_the_job_worker(review_set: ReviewSet, owner: Api) -> None:
    (record,) = review_set.add({"external_id": "a", "text": "same"})
    owner("PATCH", f"/datasets/{review_set.id}", {"distribution": {"strategy": "overlap", "min_submitted": 2}})
    review_set.answer(annotator(owner), record, label="accept")
    assert owner("GET", f"/datasets/{review_set.id}/progress")["completed"] == 0
    owner("PATCH", f"/datasets/{review_set.id}", {"distribution": {"strategy": "overlap", "min_submitted": 1}})
    deadline = time.monotonic() + 20
    while owner("GET", f"/datasets/{review_set.id}/progress")["completed"] == 0:
        assert time.monotonic() < deadline, "the job never ran"
        time.sleep(0.1)
