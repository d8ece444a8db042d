"""The real Argilla server and its web page in one process; runs inside the server's own environment.

    PYTHONPATH=. .argilla-env/bin/python -m labeling.server.app --home DIR [--port N]

Without a port it takes 6900, or any free one when that is busy. Argilla reads its settings, connects to Redis and copies
its web page while it is being imported, so everything that must be true by then is set up before the imports inside
`_serve`.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

from data.errors import AssayError
from labeling.server.home import Credentials, ServerHome, read_or_create, try_lock

DEFAULT_PORT = 6900
HOST = "127.0.0.1"


def main() -> int:
    """Serve until SIGTERM or SIGINT. Exit status: 0 stopped, 3 could not start (the reason is on standard error)."""
    parser = argparse.ArgumentParser(prog="python -m labeling.server.app")
    parser.add_argument("--home", type=Path, required=True, help="Assay's home folder")
    parser.add_argument("--port", type=int, help=f"default: {DEFAULT_PORT}, or a free one when that is busy")
    arguments = parser.parse_args()
    os.umask(0o077)
    signal.signal(signal.SIGTERM, _leave)
    home = ServerHome(arguments.home.resolve())
    try:
        credentials = read_or_create(home)
        with _only_server(home), listening(arguments.port) as listener, _web_folder(home):
            _serve(home, credentials, listener)
    except AssayError as problem:
        print(problem.message, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        pass
    return 0


def _leave(_signal: int, _frame: object) -> NoReturn:
    sys.exit(0)  # as an exception, so that what was set up is taken down; the default action would skip that


@contextmanager
def _only_server(home: ServerHome) -> Iterator[None]:
    """Hold the server lock, with our process id in it."""
    lock = None
    for _ in range(20):  # somebody who only looks at the lock holds it for an instant
        lock = try_lock(home.server_lock)
        if lock is not None:
            break
        time.sleep(0.05)
    if lock is None:
        raise AssayError(f"a server already runs on {home.folder}")
    with lock:
        os.dup(lock.fileno())  # held to the very end of the process: who waits for the lock waits for all of it
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        try:
            yield
        finally:
            home.state_file.unlink(missing_ok=True)


@contextmanager
def listening(port: int | None) -> Iterator[socket.socket]:
    """A socket that listens on this machine only: on `port`, or on 6900 or a free one where that is None. Raises AssayError where the
    port is busy."""
    for candidate in (DEFAULT_PORT, 0) if port is None else (port,):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, candidate))
            listener.listen()  # bound only, it would let another server that starts at the same time bind the port too
        except OSError:
            listener.close()
            continue
        with listener:
            yield listener
        return
    raise AssayError(f"port {port} is busy")


@contextmanager
def _web_folder(home: ServerHome) -> Iterator[None]:
    """Make Argilla leave its 13 MB copy of the web page where we can remove it, even one that a killed run left."""
    shutil.rmtree(home.web_folder, ignore_errors=True)
    home.web_folder.mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(home.web_folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        shutil.rmtree(home.web_folder, ignore_errors=True)


def _set_environment(home: ServerHome, credentials: Credentials) -> None:
    for name in [name for name in os.environ if name.startswith("ARGILLA_")]:
        del os.environ[name]  # a developer's own ARGILLA_DATABASE_URL must not redirect this server
    os.environ |= {
        "ARGILLA_HOME_PATH": str(home.folder),
        "ARGILLA_SEARCH_ENGINE": "embedded",
        "ARGILLA_AUTH_SECRET_KEY": credentials.auth_secret,
        "ARGILLA_CORS_ORIGINS": "[]",  # the page is served from here; no other origin has business with it
        "ARGILLA_DATABASE_SQLITE_TIMEOUT": "30",
        "HF_HUB_OFFLINE": "1",  # also turns telemetry off
    }


def _serve(home: ServerHome, credentials: Credentials, listener: socket.socket) -> None:
    _set_environment(home, credentials)
    from labeling.server import jobs

    jobs.replace_redis()
    from labeling.server.search.engine import EmbeddedEngine

    EmbeddedEngine.open(home.search_folder)

    import uvicorn
    from argilla_server import app
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    from labeling.server import database, page
    from labeling.server.search import rebuild

    database.migrate()
    database.ensure_owner(credentials)
    rebuild.rebuild_what_is_missing()
    page.keep_requests_on_this_machine(home.web_folder)
    page.keep_records_out_of_scripts(home.web_folder)
    jobs.start_worker()

    port = listener.getsockname()[1]
    instance = uuid4().hex

    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3, ws="none")
    )

    async def identify(_request: Request) -> JSONResponse:
        if server.should_exit:
            return JSONResponse({}, status_code=503)  # nobody should count on a server that is on its way out
        return JSONResponse({"instance": instance, "pid": os.getpid()})

    app.router.routes.insert(0, Route("/assay/instance", identify))  # ahead of the page, which answers every path
    home.state_file.write_text(json.dumps({"port": port, "instance": instance}), "utf-8")
    print(f"serving on {HOST}:{port}", flush=True)
    try:
        server.run(sockets=[listener])
    finally:
        EmbeddedEngine.shut()


if __name__ == "__main__":
    sys.exit(main())
