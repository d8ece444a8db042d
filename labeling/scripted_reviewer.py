"""A reviewer that is a program, and says so: it corrects faults whose right answer is known, through Argilla's own API."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from data.errors import AssayError
from labeling.argilla_client import ArgillaClient
from labeling.argilla_objects import Record
from labeling.card import unpack
from labeling.review_dataset import ReviewDataset, find, full_name
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

    `client` is an owner's access: the user is created with it where there is none. `corrections` maps a trace id to the right
    answer. A record that anybody has answered is left alone, so a second run does nothing, and a person's answer stands.
    All others are left to people. Returns how many were edited and how many that `check` failed are left.
    Raises AssayError where nothing was pushed, or where the key is not an owner's.
    """
    review = find(client, dataset, workspace=workspace)
    if review is None:
        raise AssayError(f"{client.url} has no dataset {full_name(dataset)}", hint="assay review push RECIPE")
    pending = [record for record in client.records(review.id) if not record.responses and _failed(record, check)]
    known = [record for record in pending if record.external_id in corrections]
    edited = 0
    if known:
        with log_in(client, review) as script:
            edited = script.submit(_answers(track(known), corrections, check))
    return {"edited": edited, "left to people": len(pending) - edited}


def log_in(owner: ArgillaClient, review: ReviewDataset) -> ArgillaClient:
    """The scripted reviewer's own access. Its account is made on first use; its password is a new random one each time."""
    user = next((each for each in owner.users() if each.username == USERNAME), None)
    password = secrets.token_urlsafe(24)
    if user is None:
        user = owner.create_user(username=USERNAME, first_name=FIRST_NAME, password=password)
    else:
        owner.set_password(user.id, password)
    if user.id not in {member.id for member in owner.members(review.workspace_id)}:
        owner.add_member(review.workspace_id, user.id)
    return owner.log_in(USERNAME, password)


def _failed(record: Record, check: str) -> list[dict[str, Any]]:
    return [
        finding
        for finding in unpack(record.fields.get("trace")).get("findings", [])
        if finding["check"] == check and finding["outcome"] == "fail"
    ]


def _answers(
    records: Iterable[Record], corrections: Mapping[str, str], check: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    for record in records:
        findings = _failed(record, check)
        errors = sorted({_ERRORS.get(finding["reason"], "wrong_method") for finding in findings})
        yield (
            record.id,
            {
                "gold_answer": shield(corrections[record.external_id or ""]),
                "verdict": "edit",
                "errors": errors,
                "rationale": shield(" ".join(finding["message"] for finding in findings)),
            },
        )
