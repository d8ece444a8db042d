"""Which Argilla server: the one that the environment names, or the embedded one of this home."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import AssayError
from labeling.server import process

if TYPE_CHECKING:
    from labeling.argilla_client import ArgillaClient

URL_VARIABLE = "ARGILLA_API_URL"
KEY_VARIABLE = "ARGILLA_API_KEY"
WORKSPACE_VARIABLE = "ARGILLA_WORKSPACE"


def connect(home: Path, *, environment: Mapping[str, str] = os.environ) -> "ArgillaClient":
    """The server of `ARGILLA_API_URL` and `ARGILLA_API_KEY` where they are set, else the one that runs on `home`.

    Raises AssayError where only one of the two is set, or where no server runs.
    """
    from labeling.argilla_client import ArgillaClient  # Argilla's SDK takes over a second to import

    url, key = environment.get(URL_VARIABLE), environment.get(KEY_VARIABLE)
    if url and key:
        return ArgillaClient(url, key)
    if url or key:
        given, missing = (URL_VARIABLE, KEY_VARIABLE) if url else (KEY_VARIABLE, URL_VARIABLE)
        raise AssayError(f"{given} is set and {missing} is not", hint=f"set {missing} too, or unset {given}")
    server = process.running(home)
    if server is None:
        raise AssayError(f"no Argilla server runs on {home}", hint="assay review serve")
    return ArgillaClient(server.url, process.credentials(home).api_key)


def chosen_workspace(environment: Mapping[str, str] = os.environ) -> str | None:
    """The workspace that the environment names for a server that has several; None: the server's only one."""
    return environment.get(WORKSPACE_VARIABLE) or None
