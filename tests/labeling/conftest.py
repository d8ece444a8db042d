"""One real Argilla server for the review tests, and a review dataset of its own for each test."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.argilla_client import ArgillaClient
from labeling.connection import connect
from labeling.server import process
from tests.labeling.samples import Bench, bench


@pytest.fixture(scope="session")
def review_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[process.RunningServer]:
    if not (process.REPOSITORY / ".argilla-env" / "bin" / "python").exists():
        pytest.skip("the Argilla server's environment (.argilla-env) is not installed: make install")
    home = tmp_path_factory.mktemp("review-home")
    with socket.socket() as probe:  # not the default port: somebody may be about to start a server of their own
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    yield process.start(home, port)
    process.stop(home)


@pytest.fixture(scope="session")
def owner(review_server: process.RunningServer) -> Iterator[ArgillaClient]:
    with connect(review_server.home, environment={}) as client:
        yield client


@pytest.fixture
def desk(tmp_path: Path, owner: ArgillaClient) -> Bench:
    return bench(tmp_path / "home", owner)
