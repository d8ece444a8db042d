import traceback
from pathlib import Path

import pytest

from data.errors import AssayError
from labeling.argilla_client import ArgillaClient
from labeling.connection import connect
from labeling.server import process
from tests.labeling.samples import Bench, trace

SECRET = "a-key-that-must-not-be-shown"


def shown(caught: pytest.ExceptionInfo[AssayError]) -> str:
    return "".join(traceback.format_exception(caught.value)) + str(caught.value.hint)


def test_no_server_there() -> None:
    with pytest.raises(AssayError, match="no Argilla server answers") as caught:
        ArgillaClient("http://127.0.0.1:9", SECRET)
    assert caught.value.hint == "assay review serve"
    assert SECRET not in shown(caught)


@pytest.mark.parametrize("url", ["", "not a url", "http://[", "ftp://x"])
def test_no_url(url: str) -> None:
    with pytest.raises(AssayError) as caught:
        ArgillaClient(url, SECRET)
    assert SECRET not in shown(caught)


def test_a_wrong_key(review_server: process.RunningServer) -> None:
    with pytest.raises(AssayError, match="does not know this API key") as caught:
        ArgillaClient(review_server.url, SECRET)
    assert SECRET not in shown(caught)


def test_an_annotators_key_is_not_enough_to_push(desk: Bench) -> None:
    desk.judged(trace())
    desk.push()
    person = desk.person()
    with pytest.raises(AssayError, match="does not allow") as caught:
        list(person.client.records(desk.dataset.held))
    assert caught.value.hint == "use the API key of an owner"


def test_a_server_that_is_not_argilla(review_server: process.RunningServer) -> None:
    with pytest.raises(AssayError):
        ArgillaClient(f"{review_server.url}/dataset", SECRET)  # the web page answers there, with HTML


def test_a_refused_record_is_told(desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    with pytest.raises(AssayError, match=r"refuses PUT .*\(422\).*missing required value for field"):
        desk.owner.upsert(desk.dataset.held, [{"id": "new", "fields": {"question": "q"}}])


def test_the_environment_names_another_server(review_server: process.RunningServer, tmp_path: Path) -> None:
    key = process.credentials(review_server.home).api_key
    with connect(tmp_path, environment={"ARGILLA_API_URL": review_server.url + "/", "ARGILLA_API_KEY": key}) as client:
        assert client.sdk.me.role == "owner"


def test_half_an_environment_and_no_server(tmp_path: Path) -> None:
    with pytest.raises(AssayError, match="ARGILLA_API_KEY is not"):
        connect(tmp_path, environment={"ARGILLA_API_URL": "http://127.0.0.1:9"})
    with pytest.raises(AssayError, match="no Argilla server runs") as caught:
        connect(tmp_path, environment={})
    assert caught.value.hint == "assay review serve"
