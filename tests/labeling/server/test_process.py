"""The server as a process: its life, its identity, its secrets, its address."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from data.errors import AssayError
from labeling.server import process
from labeling.server.app import listening
from labeling.server.home import ServerHome, try_lock
from tests.labeling.server.review_set import Api, publish


def start_elsewhere(home: Path) -> subprocess.Popen[str]:
    """Another process that starts the server of this home, prints its process id and waits to be ended."""
    program = (
        "import sys; from pathlib import Path; from labeling.server import process;"
        f"print(process.start(Path({str(home)!r})).pid, flush=True); sys.stdin.read()"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=process.REPOSITORY,
    )


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_dead(pid: int) -> None:
    deadline = time.monotonic() + 15
    while is_alive(pid):
        assert time.monotonic() < deadline, f"process {pid} lives on"
        time.sleep(0.05)


def test_a_running_server_is_found_and_reused(server: process.RunningServer) -> None:
    assert process.running(server.home) == server
    assert process.start(server.home) == server
    assert process.start(server.home, port=1) == server, "a running server keeps its port"
    assert httpx.get(f"{server.url}/api/v1/version").json() == {"version": "2.8.0"}


def test_it_listens_to_this_machine_only(server: process.RunningServer) -> None:
    listening = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if Path(table).exists():
            for line in Path(table).read_text().splitlines()[1:]:
                address, state = line.split()[1], line.split()[3]
                if state == "0A" and int(address.split(":")[1], 16) == server.port:
                    listening.add(address.split(":")[0])
    assert listening == {"0100007F"}  # 127.0.0.1, little-endian


def test_no_other_site_may_use_it_from_a_browser(server: process.RunningServer) -> None:
    for method in ("GET", "OPTIONS"):
        headers = {"Origin": "http://elsewhere.example", "Access-Control-Request-Method": "GET"}
        answer = httpx.request(method, f"{server.url}/api/v1/me", headers=headers)
        assert "access-control-allow-origin" not in answer.headers


def test_secrets_are_generated_private_and_in_no_log(server: process.RunningServer) -> None:
    secret = process.credentials(server.home)
    place = ServerHome(server.home)
    assert place.credentials_file.stat().st_mode & 0o777 == 0o600
    assert place.folder.stat().st_mode & 0o777 == 0o700
    assert secret == process.credentials(server.home)
    assert min(len(secret.password), len(secret.api_key), len(secret.auth_secret)) >= 20
    assert secret.password not in repr(secret)
    assert secret.api_key not in repr(secret)

    assert httpx.get(f"{server.url}/api/v1/me", headers={"X-Argilla-Api-Key": secret.api_key}).json()["role"] == "owner"
    login = {"username": secret.username, "password": secret.password}
    assert httpx.post(f"{server.url}/api/v1/token", data=login).status_code == 201
    for name, password in (("argilla", "1234"), (secret.username, "1234"), ("argilla", "12345678")):
        guess = httpx.post(f"{server.url}/api/v1/token", data={"username": name, "password": password})
        assert guess.status_code == 401
    assert httpx.get(f"{server.url}/api/v1/me", headers={"X-Argilla-Api-Key": "argilla.apikey"}).status_code == 401

    log = place.log_file.read_text()
    assert "serving on" in log
    command = Path(f"/proc/{server.pid}/cmdline").read_text() + Path(f"/proc/{server.pid}/environ").read_text()
    for value in (secret.password, secret.api_key, secret.auth_secret):
        assert value not in log
        assert value not in command


def test_credentials_of_two_homes_differ_and_wide_permissions_are_narrowed(tmp_path: Path) -> None:
    first, second = (process.credentials(tmp_path / name) for name in ("one", "two"))
    assert first.password != second.password
    assert first.api_key != second.api_key
    file = ServerHome(tmp_path / "one").credentials_file
    file.chmod(0o644)
    process.credentials(tmp_path / "one")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_broken_credentials_file_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    process.credentials(tmp_path)
    ServerHome(tmp_path).credentials_file.write_text("{}")
    with pytest.raises(AssayError, match="cannot be read") as caught:
        process.credentials(tmp_path)
    assert "delete the file" in (caught.value.hint or "")


def test_a_missing_environment_is_an_error_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(process.PYTHON_VARIABLE, str(tmp_path / "nowhere"))
    with pytest.raises(AssayError, match="environment is missing") as caught:
        process.start(tmp_path)
    assert caught.value.hint == "make install"


def test_a_server_that_dies_while_starting_shows_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(process.PYTHON_VARIABLE, sys.executable)  # has no argilla_server
    with pytest.raises(AssayError, match="ended with status 1") as caught:
        process.start(tmp_path)
    assert "ModuleNotFoundError" in caught.value.message
    assert process.running(tmp_path) is None
    assert not ServerHome(tmp_path).web_folder.exists()


def test_a_busy_port_is_an_error_when_asked_for(own_home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AssayError, match="cannot be used"):
            process.start(own_home, port=taken.getsockname()[1])


@contextlib.contextmanager
def impostor() -> Iterator[int]:
    """Somebody else's web server; gives its port."""
    program = (
        "from http.server import *\nclass H(BaseHTTPRequestHandler):\n"
        ' def do_GET(s): s.send_response(200); s.end_headers(); s.wfile.write(b\'{"instance": "x", "pid": 1}\')\n'
        "h = HTTPServer(('127.0.0.1', 0), H); print(h.server_port, flush=True); h.serve_forever()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as other:
        assert other.stdout is not None
        try:
            yield int(other.stdout.readline())
        finally:
            other.kill()


def test_two_servers_that_start_at_once_take_different_ports() -> None:
    with listening(None) as first, listening(None) as second:
        assert first.getsockname() != second.getsockname()
        for listener in (first, second):
            with socket.create_connection(listener.getsockname(), timeout=5):
                pass


def test_stale_files_and_recycled_process_ids_are_never_trusted(tmp_path: Path) -> None:
    place = ServerHome(tmp_path)
    place.create()
    with impostor() as port, subprocess.Popen(["sleep", "60"]) as bystander:
        place.state_file.write_text(json.dumps({"port": port, "instance": "x"}))
        place.server_lock.write_text(str(bystander.pid))
        assert process.running(tmp_path) is None
        assert process.stop(tmp_path) is False
        assert bystander.poll() is None, "the process that now has the old server's id was signalled"

        lock = try_lock(place.server_lock)  # a live holder, and on its port somebody who is not it
        assert lock is not None
        with lock:
            assert process.running(tmp_path) is None
        bystander.kill()


def test_stopping_takes_everything_down_and_a_restart_keeps_logins_and_data(own_home: Path) -> None:
    place = ServerHome(own_home)
    assert process.stop(own_home) is False
    first = process.start(own_home)
    secret = process.credentials(own_home)
    publish(Api(first.url, secret.api_key)).add({"external_id": "a", "text": "kept"})
    login = {"username": secret.username, "password": secret.password}
    token = httpx.post(f"{first.url}/api/v1/token", data=login).json()["access_token"]
    assert place.web_folder.exists()

    assert process.stop(own_home) is True
    wait_until_dead(first.pid)
    assert process.running(own_home) is None
    assert not place.web_folder.exists()
    assert not place.state_file.exists()

    second = process.start(own_home)
    assert second.pid != first.pid
    me = httpx.get(f"{second.url}/api/v1/me", headers={"Authorization": f"Bearer {token}"})
    assert me.json()["username"] == secret.username
    assert process.credentials(own_home) == secret
    assert len(Api(second.url, secret.api_key)("GET", "/me/datasets")["items"]) == 1


@pytest.mark.slow
def test_a_server_on_its_way_out_is_not_taken_for_a_running_one_and_credentials_can_be_renewed(own_home: Path) -> None:
    first = process.start(own_home)
    secret = process.credentials(own_home)
    publish(Api(first.url, secret.api_key))
    os.kill(first.pid, signal.SIGINT)
    time.sleep(0.02)
    ServerHome(own_home).credentials_file.unlink()  # the way out that a broken file's error names
    second = process.start(own_home)
    assert second.pid != first.pid
    wait_until_dead(first.pid)
    renewed = process.credentials(own_home)
    assert renewed.api_key != secret.api_key
    assert len(Api(second.url, renewed.api_key)("GET", "/me/datasets")["items"]) == 1
    assert httpx.get(f"{second.url}/api/v1/me", headers={"X-Argilla-Api-Key": secret.api_key}).status_code == 401


@pytest.mark.slow
def test_two_starts_at_once_end_with_one_server_that_outlives_its_killed_parent(own_home: Path) -> None:
    starters = [start_elsewhere(own_home) for _ in range(2)]
    try:
        pids = {int(starter.stdout.readline()) for starter in starters if starter.stdout}
    finally:
        for starter in starters:
            starter.kill()  # kill -9: the starter cannot say goodbye
            starter.wait()
            for stream in (starter.stdin, starter.stdout):
                assert stream is not None
                stream.close()
    assert len(pids) == 1
    found = process.running(own_home)
    assert found is not None
    assert {found.pid} == pids
    assert process.start(own_home) == found
    assert process.stop(own_home) is True
    wait_until_dead(found.pid)


def test_a_second_server_on_the_same_home_refuses(server: process.RunningServer) -> None:
    python = process.REPOSITORY / ".argilla-env" / "bin" / "python"
    command = [str(python), "-m", "labeling.server.app", "--home", str(server.home)]
    result = subprocess.run(command, capture_output=True, text=True, cwd=process.REPOSITORY, timeout=60)
    assert result.returncode == 3
    assert "already runs" in result.stderr
    assert process.running(server.home) == server
