"""The Argilla dataset that reviewers answer: its fields, questions, metadata, guidelines."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import AssayError
from labeling.argilla_client import ArgillaClient
from labeling.argilla_objects import Dataset

SCHEMA_VERSION = 1
"""Part of the dataset's name: Argilla freezes fields and questions once a dataset is published."""

CARD = Path(__file__).with_name("card.html")
GUIDELINES = Path(__file__).with_name("guidelines.md")

VERDICTS = (
    ("accept", "Accept: the answer stands", "Any finding is a false alarm."),
    ("edit", "Edit: I corrected the answer", "Your text becomes the gold answer."),
    ("reject", "Reject: not for the dataset", "The example is left out of every version."),
    ("escalate", "Escalate: somebody else must decide", "It is left out until somebody does."),
)
ERRORS = (
    ("wrong_number", "Wrong number", "No tool returned it, or it belongs to something else."),
    ("wrong_unit_or_sign", "Wrong unit or sign", "Percent or fraction, gain or loss."),
    ("wrong_method", "Wrong methodology", "The model's document says otherwise."),
    ("invented_method", "Methodology that does not apply", "Such as a train/test split of a model that fits nothing."),
    ("wrong_tool_use", "Wrong tool use", "Wrong tool, wrong arguments, or a result ignored."),
    ("missing_refusal", "Should have refused", "A forecast, advice, or a model that does not exist."),
    ("needless_refusal", "Should have answered", "It refused although the tools had the answer."),
    ("unclear", "Unclear or incomplete", "Right, but not an answer to learn from."),
    ("false_alarm", "The finding is wrong", "The answer is right and the check is not."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDataset:
    """A published review dataset on one server.

    `questions` maps a question's name to its id there. `url` is the page that shows what waits for review, the urgent first.
    """

    id: str
    name: str
    workspace_id: str
    questions: Mapping[str, str]
    url: str


def find(client: ArgillaClient, name: str, *, workspace: str | None = None) -> ReviewDataset | None:
    """The review dataset that `ensure` made for `name`; None where there is none. `workspace` None: in whichever it is.

    Raises AssayError where its questions differ, or where several workspaces have one.
    """
    there = _there(client, name, workspace_id=None if workspace is None else _workspace(client, workspace))
    return None if there is None or there.status == "draft" else _opened(client, there)


def ensure(client: ArgillaClient, name: str, *, workspace: str | None = None) -> ReviewDataset:
    """The review dataset for `name`, made and published if it is not there, with the card as it is now.

    `workspace` None: the user's only one. One that a killed run left half made is completed.
    Raises AssayError where the workspace is missing or must be chosen, or where a dataset of that name is another kind.
    """
    place = None if workspace is None else _workspace(client, workspace)
    dataset = _there(client, name, workspace_id=place)
    if dataset is None:
        dataset = client.create_dataset(
            full_name(name), workspace_id=place or _workspace(client, None), guidelines=GUIDELINES.read_text("utf-8")
        )
    if dataset.status == "draft":
        for kind, wanted in (("fields", _fields()), ("questions", _questions()), ("metadata-properties", _metadata())):
            held = {part.name for part in client.parts(dataset.id, kind)}
            for part in wanted:
                if part["name"] not in held:
                    client.add_part(dataset.id, kind, part)
        client.publish(dataset.id)
    opened = _opened(client, dataset)
    _renew_card(client, dataset)
    return opened


def full_name(name: str) -> str:
    """The dataset's name on the server: `loop-v1`."""
    return f"{name}-v{SCHEMA_VERSION}"


def _there(client: ArgillaClient, name: str, *, workspace_id: str | None) -> Dataset | None:
    found = [
        each for each in client.datasets() if each.name == full_name(name) and workspace_id in (None, each.workspace_id)
    ]
    if len(found) > 1:
        raise AssayError(
            f"{client.url} has a dataset {full_name(name)} in {len(found)} workspaces",
            hint="set ARGILLA_WORKSPACE to one of them",
        )
    return found[0] if found else None


def _workspace(client: ArgillaClient, name: str | None) -> str:
    spaces = client.workspaces()
    chosen = [each for each in spaces if name in (None, each.name)]
    if len(chosen) == 1:
        return chosen[0].id
    names = ", ".join(each.name for each in spaces) or "there is none"
    if name is None:
        raise AssayError(
            f"{client.url} needs to know which workspace ({names})", hint="set ARGILLA_WORKSPACE to one of them"
        )
    raise AssayError(
        f"{client.url} has no workspace {name} for this user ({names})", hint="create it in Argilla, or choose another"
    )


def _opened(client: ArgillaClient, dataset: Dataset) -> ReviewDataset:
    questions = {part.name: part.id for part in client.parts(dataset.id, "questions")}
    if missing := [each["name"] for each in _questions() if each["name"] not in questions]:
        raise AssayError(
            f"the dataset {dataset.name} at {client.url} is not one of Assay's: no question {', '.join(missing)}",
            hint="give review.dataset another name in the recipe",
        )
    return ReviewDataset(
        id=dataset.id,
        name=dataset.name,
        workspace_id=dataset.workspace_id,
        questions=questions,
        url=f"{client.url}/dataset/{dataset.id}/annotation-mode?page=1&status=pending&sort=metadata.priority.desc",
    )


def _renew_card(client: ArgillaClient, dataset: Dataset) -> None:
    """A template may change after publishing, unlike all else."""
    wanted = _card_settings()
    for part in client.parts(dataset.id, "fields"):
        if part.name == "trace" and part.settings.get("template") != wanted["template"]:
            client.update_field(part.id, wanted)


def _card_settings() -> dict[str, Any]:
    return {"type": "custom", "template": CARD.read_text("utf-8"), "advanced_mode": True}


def _fields() -> tuple[dict[str, Any], ...]:
    return (
        {"name": "question", "title": "Question", "required": True, "settings": {"type": "text"}},
        {"name": "trace", "title": "Conversation and findings", "required": True, "settings": _card_settings()},
    )


def _questions() -> tuple[dict[str, Any], ...]:
    verdicts, errors = (
        [{"value": value, "text": text, "description": description} for value, text, description in options]
        for options in (VERDICTS, ERRORS)
    )
    return (
        {
            "name": "gold_answer",
            "title": "Gold answer",
            "description": "The answer a model will learn. It starts as the teacher's; change what is wrong.",
            "required": True,
            "settings": {"type": "text"},
        },
        {
            "name": "verdict",
            "title": "Verdict",
            "required": True,
            "settings": {"type": "label_selection", "options": verdicts},
        },
        {
            "name": "errors",
            "title": "What was wrong",
            "required": False,
            "settings": {"type": "multi_label_selection", "options": errors, "visible_options": len(errors)},
        },
        {
            "name": "rationale",
            "title": "Why",
            "description": "One sentence that a colleague can check. It is kept with the correction.",
            "required": False,
            "settings": {"type": "text"},
        },
    )


def _metadata() -> tuple[dict[str, Any], ...]:
    terms = {
        "regime": "Market regime",
        "model": "Model asked about",
        "question_kind": "Kind of question",
        "split": "Split",
        "blocking_check": "Check that blocks",
        "failing_checks": "Checks that found something",
        "review_reason": "Reason for review",
    }
    return (
        *({"name": name, "title": title, "settings": {"type": "terms"}} for name, title in terms.items()),
        {"name": "priority", "title": "Priority, 3 is highest", "settings": {"type": "integer"}},
    )
