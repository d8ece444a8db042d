"""What the embedded Argilla server keeps under Assay's home folder, and who may read it.

Standard library only: the server's own environment and Assay's environment both import this module.
"""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import IO

from data.errors import AssayError

OWNER = "assay"
WORKSPACE = "assay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The owner account of one server. Secrets stay out of `repr`, so they cannot slip into a log line."""

    username: str
    workspace: str
    password: str = field(repr=False)
    api_key: str = field(repr=False)
    auth_secret: str = field(repr=False)
    """Signs the login tokens; kept, so that a restart logs nobody out."""


@dataclass(frozen=True, slots=True)
class ServerHome:
    """The folder `<home>/argilla` and the files in it."""

    home: Path

    @property
    def folder(self) -> Path:
        return self.home / "argilla"

    @property
    def credentials_file(self) -> Path:
        return self.folder / "credentials.json"

    @property
    def state_file(self) -> Path:
        """Port and instance name of the server that holds `server_lock`; stale when nobody holds it."""
        return self.folder / "server.json"

    @property
    def server_lock(self) -> Path:
        """Locked by the server process as long as it lives; the kernel lets go of it however the process ends."""
        return self.folder / "server.lock"

    @property
    def start_lock(self) -> Path:
        """Locked by whoever is starting or stopping the server."""
        return self.folder / "start.lock"

    @property
    def log_file(self) -> Path:
        return self.folder / "server.log"

    @property
    def web_folder(self) -> Path:
        """The copy of the web page's files that one server run makes and removes."""
        return self.folder / "web"

    @property
    def search_folder(self) -> Path:
        return self.folder / "search"

    def create(self) -> None:
        """Make the folder, readable by its owner only."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as problem:
            raise AssayError(
                f"cannot create {self.folder}: {problem.strerror}", hint="choose a writable home folder"
            ) from problem
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise AssayError(f"cannot write to {self.folder}", hint="choose a writable home folder")


def read_or_create(home: ServerHome) -> Credentials:
    """The credentials of this home; generated on first use, the same for every caller from then on.

    The file is mode 600, and is put back to that if somebody widened it. Raises AssayError when it cannot be read.
    """
    home.create()
    if not home.credentials_file.exists():
        _write_once(
            home.credentials_file,
            Credentials(
                username=OWNER,
                workspace=WORKSPACE,
                password=secrets.token_urlsafe(18),
                api_key=secrets.token_urlsafe(48),
                auth_secret=secrets.token_hex(32),
            ),
        )
    try:
        home.credentials_file.chmod(0o600)
        stored = json.loads(home.credentials_file.read_text("utf-8"))
        return Credentials(**{item.name: str(stored[item.name]) for item in fields(Credentials)})
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise AssayError(
            f"{home.credentials_file} cannot be read ({type(problem).__name__})",
            hint="delete the file: the next start makes new credentials and keeps the reviews",
        ) from problem


def _write_once(path: Path, credentials: Credentials) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({item.name: getattr(credentials, item.name) for item in fields(Credentials)}, file, indent=2)
        with suppress(FileExistsError):
            os.link(draft, path)  # unlike a rename, fails if another process was first
    finally:
        draft.unlink()


def try_lock(path: Path) -> IO[str] | None:
    """Lock a file for as long as the returned handle stays open; None: another process holds the lock."""
    handle = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        handle.close()
        return None
    return handle


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for a file lock and hold it for the block."""
    with path.open("a+", encoding="utf-8") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def holder(path: Path) -> int | None:
    """The process id that the live holder of a lock file wrote into it; None when nobody holds the lock."""
    if not path.exists():
        return None
    handle = try_lock(path)
    if handle is not None:
        handle.close()
        return None
    content = path.read_text("utf-8").strip()
    return int(content) if content.isdigit() else None
