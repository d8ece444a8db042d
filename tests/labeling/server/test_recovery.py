"""The search index is only a copy: it comes back from Argilla's database."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.server import process
from labeling.server.home import ServerHome
from tests.labeling.server.conftest import needs_environment
from tests.labeling.server.review_set import Api, ReviewSet, annotator, publish

BULL = {"type": "terms", "scope": {"entity": "metadata", "metadata_property": "regime"}, "values": ["bull"]}
SUBMITTED = {"type": "terms", "scope": {"entity": "response", "property": "status"}, "values": ["submitted"]}
REJECT = {
    "type": "terms",
    "scope": {"entity": "suggestion", "question": "label", "property": "value"},
    "values": ["reject"],
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    needs_environment()
    folder = tmp_path_factory.mktemp("recovery")
    yield folder
    process.stop(folder)


@pytest.fixture(scope="module")
def filled(home: Path) -> tuple[ReviewSet, Api]:
    owner = Api(process.start(home).url, process.credentials(home).api_key)
    review_set = publish(owner)
    first, _ = review_set.add(
        {"external_id": "a", "text": "one word", "metadata": {"regime": "bull"}, "vector": [1, 0, 0]},
        {"external_id": "b", "text": "two words", "label": "reject", "vector": [0, 1, 0]},
    )
    reviewer = annotator(owner)
    review_set.answer(reviewer, first, label="accept")
    return review_set, reviewer


def what_is_found(review_set: ReviewSet, reviewer: Api) -> list[object]:
    return [
        review_set.search("word"),
        review_set.search(filters=[BULL]),
        review_set.search(filters=[REJECT]),
        review_set.search(user=reviewer, filters=[SUBMITTED]),
        review_set.search(vector={"value": [0, 1, 0]}),
        reviewer("GET", f"/me/datasets/{review_set.id}/metrics")["responses"]["submitted"],
    ]


EXPECTED: list[object] = [["a"], ["a"], ["b"], ["a"], ["b", "a"], 1]


def rebuilds(home: Path) -> int:
    return ServerHome(home).log_file.read_text().count("rebuilt the search index")


@pytest.mark.parametrize(
    "damage", ["deleted", *(pytest.param(each, marks=pytest.mark.slow) for each in ("none", "garbage", "killed"))]
)
def test_a_lost_index_is_rebuilt_at_the_next_start(home: Path, filled: tuple[ReviewSet, Api], damage: str) -> None:
    review_set, reviewer = filled
    assert what_is_found(review_set, reviewer) == EXPECTED
    place, rebuilt_before = ServerHome(home), rebuilds(home)
    if damage == "killed":
        found = process.running(home)
        assert found is not None
        os.kill(found.pid, signal.SIGKILL)
        while process.running(home) is not None:
            time.sleep(0.05)
        assert place.web_folder.exists(), "nobody was there to remove it"
    else:
        process.stop(home)
    if damage == "deleted":
        shutil.rmtree(place.search_folder)
    if damage == "garbage":
        for file in place.search_folder.glob("*.db"):
            file.write_bytes(b"not a database at all" * 1000)

    server = process.start(home)
    review_set.owner.url = reviewer.url = server.url
    assert what_is_found(review_set, reviewer) == EXPECTED
    assert rebuilds(home) - rebuilt_before == (0 if damage == "none" else 1)
    assert len(list(place.web_folder.iterdir())) == 1
