"""A reviewer that is a program, and says so: it corrects faults whose right answer is known, through Argilla's own API."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from data.errors import AssayError
from labeling.argilla_client import ArgillaClient
from labeling.argilla_objects import Record
from labeling.card import unpack
from labeling.review_dataset import find, full_name
from labeling.shield import shield
from validators.reasons import Reason

USERNAME = "scripted-reviewer"
FIRST_NAME = "Scripted reviewer (a program, not a person)"

_ERRORS = {
    Reason.INAPPLICABLE_TOPIC: "invented_method",
    Reason.CONTRADICTS_DOCUMENT: "wrong_method",
}

Track = Callable[[Sequence[Record]], Iterable[Record]]


def review_as_script(
    client: ArgillaClient,
    corrections: Mapping[str, str],
    *,
    dataset: str,
    check: str = "methodology",
    workspace: str | None = None,
    track: Track = iter,
) -> Mapping[str, int]:
    """Edit, as the user `scripted-reviewer`, each pending record that `check` failed and whose right answer is known.

    `client` is an owner's access: with it the user is made where there is none, and answers are written in that user's name.
    `corrections` maps a trace id to the right answer. A record that anybody has answered is left alone, so a second run does
    nothing, and a person's answer stands.
    All others are left to people. Returns how many were edited and how many that `check` failed are left.
    Raises AssayError where nothing was pushed, or where the key is not an owner's.
    """
    review = find(client, dataset, workspace=workspace)
    if review is None:
        raise AssayError(f"{client.url} has no dataset {full_name(dataset)}", hint="assay review push RECIPE")
    pending = [record for record in client.records(review.held) if not record.responses and _failed(record, check)]
    known = [record for record in pending if record.external_id in corrections]
    edited = 0
    if known:
        script = client.annotator(USERNAME, first_name=FIRST_NAME, workspace=review.held.workspace)
        edited = client.upsert(review.held, _answered(track(known), corrections, check, user_id=script.id))
    return {"edited": edited, "left to people": len(pending) - edited}


def _failed(record: Record, check: str) -> list[dict[str, Any]]:
    return [
        finding
        for finding in unpack(record.fields.get("trace")).get("findings", [])
        if finding["check"] == check and finding["outcome"] == "fail"
    ]


def _answered(
    records: Iterable[Record], corrections: Mapping[str, str], check: str, *, user_id: UUID
) -> Iterator[dict[str, Any]]:
    """The records as they are, with an answer: what is written replaces a record's fields and metadata."""
    for record in records:
        findings = _failed(record, check)
        values = {
            "gold_answer": shield(corrections[record.external_id or ""]),
            "verdict": "edit",
            "errors": sorted({_ERRORS.get(finding["reason"], "wrong_method") for finding in findings}),
            "rationale": shield(" ".join(finding["message"] for finding in findings)),
        }
        yield {
            "id": record.external_id,
            "fields": record.fields,
            "metadata": record.metadata,
            "responses": {
                name: [{"value": value, "user_id": user_id, "status": "submitted"}] for name, value in values.items()
            },
        }
