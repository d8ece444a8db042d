"""The Argilla dataset that reviewers answer: finding it, making it, keeping its card as it is now."""

from dataclasses import dataclass, field
from typing import Any

from data.errors import AssayError
from labeling.argilla_client import ArgillaClient, review_settings
from labeling.review_form import CARD, SCHEMA_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDataset:
    """A published review dataset on one server.

    `held` is the SDK's dataset. `url` is the page that shows what waits for review, the urgent first.
    """

    id: str
    name: str
    url: str
    held: Any = field(compare=False, repr=False)


def find(client: ArgillaClient, name: str, *, workspace: str | None = None) -> ReviewDataset | None:
    """The review dataset that `ensure` made for `name`; None where there is none. `workspace` None: in whichever it is.

    Raises AssayError where its questions differ, or where several workspaces have one.
    """
    there = _there(client, name, _workspaces(client, workspace))
    return None if there is None or _is_draft(there) else _opened(client, there)


def ensure(client: ArgillaClient, name: str, *, workspace: str | None = None) -> ReviewDataset:
    """The review dataset for `name`, made and published if it is not there, with the card as it is now.

    `workspace` None: the user's only one. One that a killed run left half made is completed.
    Raises AssayError where the workspace is missing or must be chosen, or where a dataset of that name is another kind.
    """
    places = _workspaces(client, workspace)
    dataset = _there(client, name, places)
    if dataset is None:
        if len(places) != 1:
            raise AssayError(
                f"{client.url} needs to know which workspace ({_names(places)})",
                hint="set ARGILLA_WORKSPACE to one of them",
            )
        dataset = client.create_dataset(full_name(name), places[0])
    elif _is_draft(dataset):
        dataset = client.complete_dataset(dataset)
    opened = _opened(client, dataset)
    card, wanted = dataset.fields["trace"], CARD.read_text("utf-8")
    if card.template != wanted:  # it may change after publishing, unlike all else
        card.template = wanted
        card.update()
    return opened


def full_name(name: str) -> str:
    """The dataset's name on the server: `loop-v1`."""
    return f"{name}-v{SCHEMA_VERSION}"


def _there(client: ArgillaClient, name: str, places: list[Any]) -> Any:
    found = [each for place in places for each in place.datasets if each.name == full_name(name)]
    if len(found) > 1:
        raise AssayError(
            f"{client.url} has a dataset {full_name(name)} in {len(found)} workspaces",
            hint="set ARGILLA_WORKSPACE to one of them",
        )
    return found[0].get() if found else None


def _workspaces(client: ArgillaClient, name: str | None) -> list[Any]:
    places = list(client.sdk.workspaces)
    chosen = [each for each in places if name in (None, each.name)]
    if name is not None and not chosen:
        raise AssayError(
            f"{client.url} has no workspace {name} for this user ({_names(places)})",
            hint="create it in Argilla, or choose another",
        )
    return chosen


def _names(places: list[Any]) -> str:
    return ", ".join(each.name for each in places) or "there is none"


def _is_draft(dataset: Any) -> bool:
    return bool(dataset.serialize()["status"] == "draft")


def _opened(client: ArgillaClient, dataset: Any) -> ReviewDataset:
    wanted = review_settings()
    if missing := [part.name for part in (*wanted.fields, *wanted.questions) if part.name not in dataset.schema]:
        raise AssayError(
            f"the dataset {dataset.name} at {client.url} is not one of Assay's: it lacks {', '.join(missing)}",
            hint="give review.dataset another name in the recipe",
        )
    return ReviewDataset(
        id=str(dataset.id),
        name=dataset.name,
        held=dataset,
        url=f"{client.url}/dataset/{dataset.id}/annotation-mode?page=1&status=pending&sort=metadata.priority.desc",
    )
