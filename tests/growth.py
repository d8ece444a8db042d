"""How the time of a piece of work grows with its size."""

import gc
import math
import time
from collections.abc import Callable

LINEAR = 40
"""Ten times as much may take this many times longer: quadratic work takes a hundred times as long."""
_CLOCK = 0.005  # seconds, below which a measured time says little
_TRIES = 3


def growth(work: Callable[[int], Callable[[], object]], *, size: int = 20_000) -> float:
    """How many times longer ten times `size` takes: CPU time without garbage collection, the least of up to three tries.

    `work` prepares a run of the size that it is given. A busy machine only ever adds time, so a try under `LINEAR` is the last.
    """
    least = math.inf
    gc.disable()
    try:
        for _ in range(_TRIES):
            least = min(least, _seconds(work(10 * size)) / max(_seconds(work(size)), _CLOCK))
            if least < LINEAR:
                break
    finally:
        gc.enable()
    return least


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began
