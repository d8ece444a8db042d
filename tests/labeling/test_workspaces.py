from collections.abc import Callable, Iterator, Mapping
from uuid import uuid4

import argilla as rg
import pytest

from data.errors import AssayError
from data.recipe import Recipe, load_recipe
from labeling.argilla_client import ArgillaClient
from labeling.review_dataset import ensure, find
from labeling.server import process
from tests.labeling.samples import Bench
from ui.cli.house import House
from ui.cli.review import pull_stage, script_stage


@pytest.fixture
def second(owner: ArgillaClient) -> Iterator[str]:
    """The name of another workspace than the server's own."""
    workspace = owner.sdk.workspaces.add(rg.Workspace(f"second-{uuid4().hex[:8]}", client=owner.sdk))
    yield workspace.name
    for dataset in workspace.datasets:
        dataset.delete()
    workspace.delete()


def test_an_unknown_workspace_is_named(desk: Bench, owner: ArgillaClient) -> None:
    with pytest.raises(AssayError, match="no workspace elsewhere"):
        ensure(owner, desk.name, workspace="elsewhere")


def test_of_two_workspaces_one_must_be_chosen(desk: Bench, owner: ArgillaClient, second: str) -> None:
    with pytest.raises(AssayError, match="which workspace") as caught:
        ensure(owner, desk.name)
    assert caught.value.hint == "set ARGILLA_WORKSPACE to one of them"
    here, there = ensure(owner, desk.name, workspace="assay"), ensure(owner, desk.name, workspace=second)
    assert here.id != there.id
    assert find(owner, desk.name, workspace=second) == there
    with pytest.raises(AssayError, match="in 2 workspaces"):
        find(owner, desk.name)


@pytest.mark.parametrize("stage", [pull_stage, script_stage])
def test_the_commands_that_come_after_push_take_the_chosen_workspace_too(
    stage: Callable[[House, Recipe], Mapping[str, int]],
    review_server: process.RunningServer,
    desk: Bench,
    owner: ArgillaClient,
    second: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ensure(owner, desk.name, workspace="assay")
    ensure(owner, desk.name, workspace=second)
    house, loop = House(str(review_server.home)), load_recipe("loop")
    recipe = loop.model_copy(update={"review": loop.review.model_copy(update={"dataset": desk.name})})
    with pytest.raises(AssayError, match="in 2 workspaces"):
        stage(house, recipe)
    monkeypatch.setenv("ARGILLA_WORKSPACE", second)
    assert set(stage(house, recipe).values()) == {0}
    monkeypatch.setenv("ARGILLA_WORKSPACE", "elsewhere")
    with pytest.raises(AssayError, match="no workspace elsewhere"):
        stage(house, recipe)
