from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from data.records import Correction, Review, ReviewVerdict
from labeling.corrections import corrections_of

ORIGINAL = "the teacher's answer"
START = datetime(2026, 1, 1, tzinfo=UTC)


def review(verdict: ReviewVerdict, answer: str = ORIGINAL, *, at: int = 0, by: str = "ann", **more: object) -> Review:
    given = {"rationale": None, "errors": (), **more}
    return Review(
        trace_id="t",
        reviewer=by,
        scripted=False,
        verdict=verdict,
        answer=answer,
        submitted_at=START + timedelta(hours=at),
        **given,
    )  # type: ignore[arg-type]


def in_force(corrections: list[Correction]) -> dict[str, str]:
    """As a fold reads them: of each field the last one."""
    return {each.field: each.value for each in sorted(corrections, key=lambda each: each.created_at)}


def test_an_edit_is_a_correction_with_author_time_and_reason() -> None:
    edit = review("edit", "better", at=3, rationale="no split exists", errors=("invented_method",))
    (correction,) = corrections_of([edit], original=ORIGINAL)
    assert (correction.review_id, correction.field, correction.value) == (edit.id, "answer", "better")
    assert (correction.author, correction.created_at) == ("ann", START + timedelta(hours=3))
    assert correction.reason == "no split exists"


def test_the_errors_are_the_reason_where_nobody_wrote_one() -> None:
    (correction,) = corrections_of([review("edit", "better", errors=("wrong_number", "unclear"))], original=ORIGINAL)
    assert correction.reason == "wrong_number, unclear"


def test_accepting_and_escalating_change_nothing() -> None:
    assert corrections_of([review("accept"), review("escalate", at=1)], original=ORIGINAL) == []


def test_an_accept_with_another_text_is_an_edit() -> None:
    assert in_force(corrections_of([review("accept", "better")], original=ORIGINAL)) == {"answer": "better"}


def test_a_rejection_excludes_whatever_the_text() -> None:
    assert in_force(corrections_of([review("reject", "half-done")], original=ORIGINAL)) == {"excluded": "true"}


def test_accepting_the_original_takes_an_edit_back() -> None:
    made = corrections_of([review("edit", "worse"), review("accept", at=1)], original=ORIGINAL)
    assert in_force(made) == {"answer": ORIGINAL}
    assert [each.value for each in made] == ["worse", ORIGINAL]


def test_a_second_thought_lets_a_rejected_trace_in_again() -> None:
    made = corrections_of([review("reject"), review("edit", "better", at=1)], original=ORIGINAL)
    assert in_force(made) == {"excluded": "false", "answer": "better"}


def test_the_last_of_two_reviewers_wins() -> None:
    made = corrections_of([review("edit", "bea's", at=2, by="bea"), review("edit", "ann's", at=1)], original=ORIGINAL)
    assert in_force(made) == {"answer": "bea's"}


def test_a_blank_text_is_no_answer() -> None:
    assert corrections_of([review("edit", ""), review("accept", " \n", at=1)], original=ORIGINAL) == []


reviews = st.lists(
    st.tuples(
        st.sampled_from(get_args(ReviewVerdict)),
        st.sampled_from([ORIGINAL, "a", "b", ""]),
        st.sampled_from(["ann", "bea"]),
    ),
    max_size=5,
).map(lambda drawn: [review(verdict, answer, at=at, by=by) for at, (verdict, answer, by) in enumerate(drawn)])


@given(reviews)
def test_what_is_in_force_is_what_the_last_reviewer_said(given: list[Review]) -> None:
    state = in_force(corrections_of(given, original=ORIGINAL))
    answers = [each.answer for each in given if each.verdict in ("accept", "edit") and each.answer]
    assert state.get("answer", ORIGINAL) == (answers[-1] if answers else ORIGINAL)
    decisive = [
        each for each in given if each.verdict == "reject" or (each.verdict in ("accept", "edit") and each.answer)
    ]
    assert state.get("excluded", "false") == ("true" if decisive and decisive[-1].verdict == "reject" else "false")


@given(reviews)
def test_pulling_step_by_step_comes_to_the_same(given: list[Review]) -> None:
    """Corrections are appended at each pull: those of all pulls together must fold to what one pull gives."""
    seen = {each.id: each for end in range(len(given) + 1) for each in corrections_of(given[:end], original=ORIGINAL)}
    assert in_force(list(seen.values())) == in_force(corrections_of(given, original=ORIGINAL))


def test_the_order_of_arrival_does_not_matter() -> None:
    three = [review("edit", "a"), review("accept", at=1), review("reject", at=2)]
    expected = corrections_of(three, original=ORIGINAL)
    assert all(corrections_of(order, original=ORIGINAL) == expected for order in permutations(three))
