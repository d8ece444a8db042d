"""The review tests' server as one that is looked at from outside, and homes for servers of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.server import process
from tests.labeling.server.review_set import Api, ReviewSet, publish


def needs_environment() -> None:
    python = process.REPOSITORY / ".argilla-env" / "bin" / "python"
    if not python.exists():
        pytest.skip("the Argilla server's environment (.argilla-env) is not installed: make install")


@pytest.fixture(scope="session")
def server(review_server: process.RunningServer) -> process.RunningServer:
    return review_server


@pytest.fixture
def own_home(tmp_path: Path) -> Iterator[Path]:
    """A home folder whose server, if the test starts one, is stopped afterwards."""
    needs_environment()
    yield tmp_path
    process.stop(tmp_path)


@pytest.fixture(scope="session")
def owner(server: process.RunningServer) -> Api:
    return Api(server.url, process.credentials(server.home).api_key)


@pytest.fixture
def review_set(owner: Api) -> ReviewSet:
    return publish(owner)
