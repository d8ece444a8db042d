"""How the time of a piece of work grows with its size."""

import gc
import time
from collections.abc import Callable

LINEAR = 40
"""Ten times as much may take this many times longer: quadratic work takes a hundred times as long."""
_CLOCK = 0.005  # seconds, below which a measured time says little


def growth(work: Callable[[int], Callable[[], object]], *, size: int = 20_000) -> float:
    """How many times longer ten times `size` takes: CPU time, of each the best of three runs, without garbage collection.

    `work` prepares a run of the size that it is given.
    """
    gc.disable()
    try:
        return _seconds(work, 10 * size) / max(_seconds(work, size), _CLOCK)
    finally:
        gc.enable()


def _seconds(work: Callable[[int], Callable[[], object]], size: int) -> float:
    taken = []
    for _ in range(3):
        run = work(size)
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return min(taken)
