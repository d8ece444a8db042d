"""What reviews change: the corrections that make a trace say what its last reviewer said."""

from collections.abc import Iterable

from data.records import CorrectedField, Correction, Review


def corrections_of(reviews: Iterable[Review], *, original: str) -> list[Correction]:
    """The corrections that come of all reviews of one trace, in the order of submission.

    The last submission wins, whoever made it. Each review is compared with what the ones before it left in force, so that an
    answer accepted as it was adds nothing, and takes an earlier edit back. `original` is the trace's own answer.
    A rejection excludes the trace; accepting or editing later lets it in again. An escalation, or a blank text, changes nothing.
    """
    answer, excluded = original, "false"
    made: list[Correction] = []
    for review in sorted(reviews, key=lambda each: (each.submitted_at, each.id)):
        if review.verdict == "reject":
            if excluded == "false":
                excluded = "true"
                made.append(_correction(review, "excluded", excluded))
        elif review.verdict in ("accept", "edit") and review.answer.strip():
            if excluded == "true":
                excluded = "false"
                made.append(_correction(review, "excluded", excluded))
            if review.answer != answer:
                answer = review.answer
                made.append(_correction(review, "answer", answer))
    return made


def _correction(review: Review, field: CorrectedField, value: str) -> Correction:
    return Correction(
        trace_id=review.trace_id,
        review_id=review.id,
        field=field,
        value=value,
        author=review.reviewer,
        created_at=review.submitted_at,
        reason=review.rationale or ", ".join(review.errors) or None,
    )
