"""Backtests on disk, `<home>/cache/backtests/RUN_ID.json`, and the fingerprint of the code that made them."""

import hashlib
import os
import re
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import msgspec

Record = TypeVar("Record")

COMPUTING = ("backtest.py", "option_price.py", "performance.py")
ENGINES = ("bt", "ffn", "numpy", "pandas", "scikit-learn", "scipy")
RUN_ID = re.compile(r"run-[0-9a-f]{16}")


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """A hash of the source that computes a backtest and of the versions of its engines: another code, another run."""
    folder = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for file in (*(folder / name for name in COMPUTING), *sorted(folder.glob("strategies/*.py"))):
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    for engine in ENGINES:
        digest.update(f"{engine}=={version(engine)}\0".encode())
    return digest.hexdigest()


def read_cached(run_id: str, *, home: Path, kind: type[Record]) -> Record | None:
    """The run of that id; None where there is none, or where the file cannot be read as one (it will be made again)."""
    if not RUN_ID.fullmatch(run_id):
        return None
    try:
        return msgspec.json.decode((home / "cache" / "backtests" / f"{run_id}.json").read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def write_cached(run_id: str, record: object, *, home: Path) -> None:
    """Written beside and renamed, so that a reader sees a whole file or none, whoever else writes it."""
    folder = home / "cache" / "backtests"
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as file:
        file.write(msgspec.json.encode(record))
    os.replace(file.name, folder / f"{run_id}.json")
