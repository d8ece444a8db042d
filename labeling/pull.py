"""`assay review pull`: submitted answers become Review and Correction records, again and again without doubling."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, get_args

import polars as pl

from data.errors import AssayError
from data.records import Correction, Failure, Review, ReviewVerdict, Trace
from data.store import Store
from data.tables import CORRECTIONS, FAILURES, REVIEWS, TRACES
from labeling.argilla_client import ArgillaClient
from labeling.argilla_objects import Record, Response
from labeling.corrections import corrections_of
from labeling.review_dataset import ReviewDataset, find, full_name
from labeling.scripted_reviewer import USERNAME
from labeling.shield import unshield

STAGE = "review pull"

Track = Callable[[Sequence[Record]], Iterable[Record]]


def pull(
    store: Store, client: ArgillaClient, *, dataset: str, workspace: str | None = None, track: Track = iter
) -> Mapping[str, int]:
    """Append the review dataset's submitted answers, of every user, as Review and Correction records.

    An answer that is pulled again adds nothing; one that its reviewer changed is a new review. Drafts and discarded answers
    are left alone. An answer that cannot be used (a blanked text, an unknown trace) becomes a Failure. `track` wraps the
    records to go through. Returns how many reviews and corrections are new, how many were there, how many answers were refused.
    Raises AssayError where nothing was pushed yet.
    """
    review = find(client, dataset, workspace=workspace)
    if review is None:
        raise AssayError(f"{client.url} has no dataset {full_name(dataset)}", hint="assay review push RECIPE")
    names = _usernames(client, review)
    answered = [record for record in client.records(review.held) if any(map(_is_submitted, record.responses))]
    traces = _traces(store, [record.external_id for record in answered if record.external_id])
    reviews: list[Review] = []
    failures: list[Failure] = []
    for record in track(answered):
        trace = traces.get(record.external_id or "")
        for response in filter(_is_submitted, record.responses):
            reviewer = names.get(response.user_id, response.user_id)
            read = _read(record, response, trace, reviewer=reviewer)
            if isinstance(read, Failure):
                failures.append(read)
            else:
                reviews.append(read)
                failures += _refused(read)
    new = store.append(REVIEWS, reviews)
    corrections = store.append(CORRECTIONS, _corrections(store, traces, {review.trace_id for review in reviews}))
    store.append(FAILURES, failures)
    return {"reviews": new, "corrections": corrections, "there before": len(reviews) - new, "refused": len(failures)}


def _is_submitted(response: Response) -> bool:
    return response.status == "submitted"


def _usernames(client: ArgillaClient, review: ReviewDataset) -> dict[str, str]:
    """User id → name. An owner sees everybody, an admin the members of the workspace and themself."""
    me = client.sdk.me
    users = client.sdk.users if me.role == "owner" else [*review.held.workspace.users, me]
    return {str(user.id): user.username for user in users}


def _traces(store: Store, ids: Sequence[str]) -> dict[str, Trace]:
    rows = store.scan(TRACES).filter(pl.col("id").is_in(ids)).collect()
    return {trace.id: trace for trace in TRACES.records(rows)}


def _read(record: Record, response: Response, trace: Trace | None, *, reviewer: str) -> Review | Failure:
    if trace is None:
        message = f"{reviewer} answered a record whose trace is not in this home"
        return Failure(stage=STAGE, item=record.external_id or record.id, reason="unknown_trace", message=message)
    verdict, answer, rationale, errors = (
        response.value(name) for name in ("verdict", "gold_answer", "rationale", "errors")
    )
    if (
        verdict not in get_args(ReviewVerdict)
        or not isinstance(answer, str | None)
        or not isinstance(rationale, str | None)
    ):
        message = (
            f"{reviewer}'s answer of {response.at.isoformat()} is of another form than the review dataset asks for"
        )
        return Failure(stage=STAGE, item=trace.id, reason="unreadable_answer", message=message)
    return Review(
        trace_id=trace.id,
        reviewer=reviewer,
        scripted=reviewer == USERNAME,
        verdict=verdict,
        answer=_answer(answer, trace),
        rationale=unshield(rationale).strip() or None if rationale else None,
        errors=_strings(errors),
        submitted_at=response.at,
    )


def _answer(text: str | None, trace: Trace) -> str:
    """The answer as meant: the trace's own to the letter where only the editor's white space differs, else without ends."""
    if text is None:
        return trace.answer
    given = _settled(unshield(text))
    return trace.answer if given == _settled(trace.answer) else given


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\u00a0", " ").strip()


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _refused(review: Review) -> list[Failure]:
    """A blank text is no gold answer: the review is kept, and no correction comes of it."""
    if review.answer or review.verdict not in ("accept", "edit"):
        return []
    message = (
        f"{review.reviewer} submitted a blank answer with the verdict {review.verdict} on {review.submitted_at.isoformat()}; "
        "reject takes an example out"
    )
    return [Failure(stage=STAGE, item=review.trace_id, reason="blank_answer", message=message)]


def _corrections(store: Store, traces: Mapping[str, Trace], trace_ids: Iterable[str]) -> list[Correction]:
    """What all reviews of these traces come to, those of earlier pulls included."""
    reviews: dict[str, list[Review]] = {}
    rows = store.scan(REVIEWS).filter(pl.col("trace_id").is_in(list(trace_ids))).collect()
    for review in REVIEWS.records(rows):
        reviews.setdefault(review.trace_id, []).append(review)
    return [
        correction
        for trace_id, given in reviews.items()
        for correction in corrections_of(given, original=traces[trace_id].answer)
    ]
