"""Tables and versions on `s3://…`, against a local server that speaks S3."""

import socket
from collections.abc import Iterator

import httpx
import pytest

from data.records import Trace
from data.store import Store
from data.tables import TRACES
from data.versions import VersionRow, Versions
from tests.data.test_versions import manifest

server = pytest.importorskip("moto.server", reason="moto is not installed: make install-test")
pytest.importorskip("s3fs", reason="the s3 extra is not installed: make install-test")


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    storage = server.ThreadedMotoServer(ip_address="127.0.0.1", port=port)
    storage.start()
    url = f"http://127.0.0.1:{port}"
    settings = {
        "ACCESS_KEY_ID": "a",
        "SECRET_ACCESS_KEY": "b",
        "REGION": "us-east-1",
        "ENDPOINT_URL": url,
        "ALLOW_HTTP": "true",
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    httpx.put(f"{url}/bucket").raise_for_status()
    yield "s3://bucket/team/home"
    storage.stop()


def test_a_home_on_object_storage(home: str, trace: Trace) -> None:
    store = Store(home)
    assert store.read(TRACES) == []
    assert store.append(TRACES, [trace]) == 1
    assert store.append(TRACES, [trace]) == 0
    assert store.read(TRACES) == [trace]
    versions = Versions(home)
    rows = [VersionRow(id=trace.id, split="train", trace=trace)]
    assert versions.names() == []
    versions.write(manifest(rows), rows)
    assert Versions(home).names() == ["n1"]
    assert Versions(home).rows("n1") == rows
