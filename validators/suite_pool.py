"""A suite run by several processes, this one among them."""

import gc
import io
import os
import pickle
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from data.errors import AssayError
from data.records import Message, Trace, TraceKind

if TYPE_CHECKING:
    from validators.suite import Suite

_QUEUED_FOR_EACH = 2
"""Chunks with a worker: the one it judges and the next, so that it never waits for this process."""

_HELD = 64
"""Tables kept until an earlier one is done. Bounds memory to some 100 MB; covers the second that a worker takes to start."""

_POLARS_THREADS = "POLARS_MAX_THREADS"

_Tools = tuple[dict[str, Any], ...]
_Row = tuple[TraceKind, tuple[Message, ...], int, dict[str, Any], str | None, dict[str, Any], str | None]
_decoder = msgspec.json.Decoder(tuple[list[_Tools], list[_Row]])
_suite: "Suite | None" = None


def judged_in_parallel(suite: "Suite", chunks: Iterator[Sequence[Trace]], *, processes: int) -> Iterator[pl.DataFrame]:
    """`suite.judge_frame` of each chunk, in order.

    Handing a trace over costs a tenth of judging it, so the calling process judges too instead of only handing over: with two
    processes half of the traces never travel. What travels does so in files: through a pipe it goes 64 kB at a time, and for each
    piece the busy caller gives way only after 5 ms. Raises AssayError when a worker dies.
    """
    results: deque[pl.DataFrame | Future[Path]] = deque()
    pool = ProcessPoolExecutor(
        processes - 1, mp_context=get_context("spawn"), initializer=_adopt, initargs=(_pickled(suite),)
    )
    own_threads = os.environ.get(_POLARS_THREADS)
    os.environ[_POLARS_THREADS] = "1"  # read once, by each worker as it starts: processes are what the cores are for
    with TemporaryDirectory(prefix="assay-") as folder:
        try:
            for number, chunk in enumerate(chunks):
                away = sum(isinstance(result, Future) and not result.done() for result in results)
                if away < _QUEUED_FOR_EACH * (processes - 1):
                    packed = Path(folder, f"{number}.json")
                    packed.write_bytes(_packed(chunk))
                    results.append(pool.submit(_judged, packed))
                else:
                    results.append(suite.judge_frame(chunk))
                while results and (len(results) >= _HELD or _is_ready(results[0])):
                    yield _table(results.popleft())
            while results:
                yield _table(results.popleft())
        except BrokenProcessPool as error:
            raise AssayError(
                "a process that judged traces died (killed, out of memory, or its check could not be loaded there)",
                hint="run again with one process to see which check fails",
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)
            if own_threads is None:
                del os.environ[_POLARS_THREADS]
            else:
                os.environ[_POLARS_THREADS] = own_threads


def _is_ready(result: "pl.DataFrame | Future[Path]") -> bool:
    return not isinstance(result, Future) or result.done()


def _table(result: "pl.DataFrame | Future[Path]") -> pl.DataFrame:
    if not isinstance(result, Future):
        return result
    judged = result.result()
    table = pl.read_ipc(judged.read_bytes())
    judged.unlink()
    return table


class _Pickler(pickle.Pickler):
    """Pickles modules too, by name: a check may hold some as its parts."""

    def reducer_override(self, obj: Any) -> Any:
        return (import_module, (obj.__name__,)) if isinstance(obj, ModuleType) else NotImplemented


def _pickled(suite: "Suite") -> bytes:
    buffer = io.BytesIO()
    try:
        _Pickler(buffer).dump(suite)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise AssayError(
            f"the checks cannot be handed to another process: {error}", hint="run with one process"
        ) from error
    return buffer.getvalue()


def _adopt(pickled: bytes) -> None:
    global _suite
    _suite = pickle.loads(pickled)
    # A collector that walks every decoded message takes four fifths of the decoding time; `_judged` collects once a chunk.
    gc.freeze()
    gc.disable()


def _packed(traces: Sequence[Trace]) -> bytes:
    """The traces as JSON, with tools that several share written once: they are half of it."""
    places: dict[int, int] = {}
    tools: list[Sequence[Mapping[str, Any]]] = []
    rows = []
    for trace in traces:
        place = places.setdefault(id(trace.tools), len(tools))
        if place == len(tools):
            tools.append(trace.tools)
        rows.append(
            (trace.kind, trace.messages, place, trace.metadata, trace.author, trace.provenance, trace.source_id)
        )
    return msgspec.json.encode((tools, rows))


def _unpacked(packed: bytes) -> list[Trace]:
    tools, rows = _decoder.decode(packed)
    return [
        Trace(
            kind=kind, messages=messages, tools=tools[place], metadata=metadata, author=author, provenance=provenance,
            source_id=source_id,
        )
        for kind, messages, place, metadata, author, provenance, source_id in rows
    ]  # fmt: skip


def _judged(packed: Path) -> Path:
    assert _suite is not None
    table = _suite.judge_frame(_unpacked(packed.read_bytes()))
    packed.unlink()
    judged = packed.with_suffix(".arrow")
    table.write_ipc(judged)
    gc.collect()
    gc.freeze()  # what is left was learned and stays
    return judged
