import json
import os
import subprocess
import sys
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


def test_the_command_line_does_not_wait_for_argillas_sdk() -> None:
    said = "import sys, ui.cli.main, labeling.connection; print(sorted({'argilla', 'pandas', 'datasets'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


REVIEW = """
import json, sys
reached = set()
sys.addaudithook(lambda event, given: reached.add(str(given[1][0])) if event == "socket.connect" else None)
from pathlib import Path
from data.store import Store
from data.tables import TRACES
from labeling.connection import connect
from labeling.pull import pull
from labeling.push import push
from labeling.scripted_reviewer import review_as_script
home, store, dataset, answers = Path(sys.argv[1]), Store(sys.argv[2]), sys.argv[3], sys.argv[4]
with connect(home, environment={}) as client:
    push(store, client, dataset=dataset, fingerprints=["current-fingerprint"], audit_share=0, seed=1)
    review_as_script(client, {each.id: "right" for each in store.read(TRACES)}, dataset=dataset)
    pull(store, client, dataset=dataset)
Path(answers).write_text(json.dumps(sorted(reached)))
"""


def test_a_review_prints_nothing_and_reaches_no_other_machine(
    review_server: process.RunningServer, desk: Bench, tmp_path: Path
) -> None:
    """The SDK draws progress bars, logs and warns; and it imports the client of a hub."""
    desk.judged(*(trace() for _ in range(120)))
    reached, program = tmp_path / "reached.json", tmp_path / "review.py"
    program.write_text(REVIEW, "utf-8")
    arguments = [str(review_server.home), str(tmp_path / "home"), desk.name, str(reached)]
    run = subprocess.run(
        [sys.executable, str(program), *arguments],
        env={**os.environ, "PYTHONPATH": str(process.REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert json.loads(reached.read_text("utf-8")) == ["127.0.0.1"]
    assert [len(record.responses) for record in desk.records().values()] == [1] * 120
