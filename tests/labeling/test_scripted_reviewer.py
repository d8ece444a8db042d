from labeling.argilla_client import ArgillaClient
from labeling.scripted_reviewer import USERNAME, review_as_script
from tests.labeling.samples import RIGHT, Bench, trace, verdict


def test_it_edits_as_a_second_user_what_it_knows_and_leaves_the_rest(desk: Bench, owner: ArgillaClient) -> None:
    known, unknown, other = trace(), trace(), trace()
    desk.judged(known, unknown, other, verdicts=[verdict(other, "grounding")])
    desk.push()
    answers = {known.id: RIGHT, other.id: RIGHT}
    assert review_as_script(owner, answers, dataset=desk.name) == {"edited": 1, "left to people": 1}
    assert review_as_script(owner, answers, dataset=desk.name) == {"edited": 0, "left to people": 1}
    desk.pull()
    (review,), (correction,) = desk.reviews(), desk.corrections()
    assert (review.reviewer, review.scripted, review.verdict) == (USERNAME, True, "edit")
    assert (review.trace_id, review.errors) == (known.id, ("invented_method",))
    assert review.rationale == "says '80/20 train/test split'; sma-trend#evaluation_split is none"
    assert (correction.value, correction.author) == (RIGHT, USERNAME)
    assert desk.pull()["reviews"] == 0
    (account,) = (each for each in owner.sdk.users if each.username == USERNAME)
    assert "program" in account.first_name
    assert account.role == "annotator"
    assert owner.sdk.me.username != USERNAME


def test_an_answer_leaves_the_record_as_it_was(desk: Bench, owner: ArgillaClient) -> None:
    known = trace()
    desk.judged(known)
    desk.push()
    before = desk.records()[known.id]
    review_as_script(owner, {known.id: RIGHT}, dataset=desk.name)
    after = desk.records()[known.id]
    assert (after.id, after.fields, after.metadata) == (before.id, before.fields, before.metadata)
    assert len(after.responses) == 1
    suggestions = owner.sdk.http_client.get(f"/api/v1/records/{after.id}/suggestions").json()["items"]
    assert [each["value"] for each in suggestions] == [known.answer]


def test_what_a_person_answered_or_began_to_answer_stays_theirs(desk: Bench, owner: ArgillaClient) -> None:
    answered, begun = trace(), trace()
    desk.judged(answered, begun)
    desk.push()
    person = desk.person()
    person.submit(answered, "accept")
    person.respond(desk.records()[begun.id].id, {"gold_answer": "half"}, status="draft")
    assert review_as_script(owner, {answered.id: RIGHT, begun.id: RIGHT}, dataset=desk.name)["edited"] == 0
