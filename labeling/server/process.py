"""Starting, finding and stopping the embedded Argilla server. Runs in Assay's own environment."""

import json
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

from data.errors import AssayError
from labeling.server.home import Credentials, ServerHome, holder, locked, read_or_create

REPOSITORY = Path(__file__).resolve().parents[2]
PYTHON_VARIABLE = "ASSAY_ARGILLA_PYTHON"
START_TIMEOUT_S = 120.0
STOP_TIMEOUT_S = 15.0
LOG_LIMIT_BYTES = 5_000_000
LOG_TAIL_LINES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningServer:
    """A server that has just answered for itself."""

    url: str
    port: int
    pid: int
    home: Path


def credentials(home: Path) -> Credentials:
    """The owner's name, password and API key for this home; generated on first use, never a default.

    Raises AssayError when the file is there and cannot be read.
    """
    return read_or_create(ServerHome(home.resolve()))


def running(home: Path) -> RunningServer | None:
    """The live server of this home; None when there is none, or none that answers.

    A state file alone is never believed: the server's lock must be held, and whatever answers on the port must give the
    instance name and process id that belong to this home.
    """
    place = ServerHome(home.resolve())
    pid = holder(place.server_lock)
    if pid is None:
        return None
    try:
        state = json.loads(place.state_file.read_text("utf-8"))
        url = f"http://127.0.0.1:{int(state['port'])}"
        answer = httpx.get(f"{url}/assay/instance", timeout=5.0, trust_env=False).json()
        if answer != {"instance": state["instance"], "pid": pid}:
            return None
    except (OSError, ValueError, KeyError, TypeError, httpx.HTTPError):
        return None
    return RunningServer(url=url, port=int(state["port"]), pid=pid, home=place.home)


def start(home: Path, port: int | None = None) -> RunningServer:
    """The server of this home, started if it does not run yet; returns when it answers.

    `port` None: 6900, or a free one when that is busy. A server that runs already is returned as it is, whatever its port.
    It outlives the caller; `stop` ends it. Raises AssayError when the server's environment is missing, the asked port is
    busy, or the server does not come up.
    """
    place = ServerHome(home.resolve())
    place.create()
    with locked(place.start_lock):
        found = running(home)
        if found is not None:
            return found
        if holder(place.server_lock) is not None:  # alive, but still starting, already stopping, or stuck
            found = _wait(place, None)
            if found is not None:
                return found
        python = _server_python()
        if port is not None:
            _require_free(port)
        read_or_create(place)
        found = _wait(place, _spawn(place, python, port))
        assert found is not None  # for a child of ours, `_wait` finds or raises
        return found


def stop(home: Path) -> bool:
    """End the server of this home and wait until it is gone. False: none ran. Raises AssayError if it will not end."""
    place = ServerHome(home.resolve())
    if not place.folder.is_dir():
        return False
    with locked(place.start_lock):
        stopped = False
        for signal_number in (signal.SIGTERM, signal.SIGKILL):
            pid = holder(place.server_lock)
            if pid is None:
                return stopped
            stopped = True
            try:
                os.kill(pid, signal_number)
            except ProcessLookupError:
                pass
            except PermissionError as problem:
                raise AssayError(
                    f"the Argilla server (process {pid}) belongs to another user", hint="ask its owner to stop it"
                ) from problem
            _wait_until_gone(place)
        if holder(place.server_lock) is not None:
            raise AssayError(f"the Argilla server on {place.folder} does not stop", retryable=True)
        return True


def _server_python() -> Path:
    chosen = os.environ.get(PYTHON_VARIABLE)
    python = Path(chosen) if chosen else REPOSITORY / ".argilla-env" / "bin" / "python"
    if not python.exists():
        raise AssayError(f"Argilla's own environment is missing: no {python}", hint="make install")
    return python.absolute()


def _require_free(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as problem:
            raise AssayError(f"port {port} cannot be used: {problem}", hint="choose another port, or none") from problem


def _spawn(place: ServerHome, python: Path, port: int | None) -> subprocess.Popen[bytes]:
    if place.log_file.exists() and place.log_file.stat().st_size > LOG_LIMIT_BYTES:
        place.log_file.replace(place.log_file.with_suffix(".log.1"))
    command = [str(python), "-m", "labeling.server.app", "--home", str(place.home)]
    if port is not None:
        command += ["--port", str(port)]
    place.server_lock.write_text(
        "", "utf-8"
    )  # not even for an instant may the last server's process id pass for the next one's
    with place.log_file.open("ab") as log:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=place.folder,
                env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
                start_new_session=True,  # Ctrl-C in the caller's terminal is for the caller
            )
        except OSError as problem:
            raise AssayError(f"cannot run {python}: {problem.strerror}", hint="make install") from problem


def _wait(place: ServerHome, child: subprocess.Popen[bytes] | None) -> RunningServer | None:
    """Wait for an answer; `child` None: from a server that somebody else started, and None if that one ends.

    The time allowed starts again whenever the log grows, so that rebuilding a large search index is not cut short.
    """
    logged, deadline = _log_size(place), time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        found = running(place.home)
        if found is not None:
            return found
        if child is not None and child.poll() is not None:
            raise AssayError(
                f"the Argilla server ended with status {child.returncode} while starting. The end of its log:\n"
                f"{_log_tail(place)}",
                hint=f"see {place.log_file}",
            )
        if child is None and holder(place.server_lock) is None:
            return None
        if _log_size(place) != logged:
            logged, deadline = _log_size(place), time.monotonic() + START_TIMEOUT_S
        time.sleep(0.1)
    pid = child.pid if child is not None else holder(place.server_lock)
    raise AssayError(
        f"the Argilla server (process {pid}) did not answer within {START_TIMEOUT_S:.0f} s. The end of its log:\n"
        f"{_log_tail(place)}",
        hint="stop it and start it again",
        retryable=True,
    )


def _wait_until_gone(place: ServerHome) -> None:
    deadline = time.monotonic() + STOP_TIMEOUT_S
    while holder(place.server_lock) is not None and time.monotonic() < deadline:
        time.sleep(0.05)


def _log_size(place: ServerHome) -> int:
    return place.log_file.stat().st_size if place.log_file.exists() else 0


def _log_tail(place: ServerHome) -> str:
    if not place.log_file.exists():
        return "(empty)"
    lines = place.log_file.read_text("utf-8", errors="replace").splitlines()
    return "\n".join(lines[-LOG_TAIL_LINES:]) or "(empty)"
