"""What every strategy is: a rule that turns closes into holdings, and the numbers that its methodology document states."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Dates = npt.NDArray[np.datetime64]

Kind = Literal["rule-based", "ml"]
Rebalance = Literal["daily", "weekly", "monthly"]
Part = Literal["window", "in_sample", "out_of_sample"]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One ticker's trading days, ascending, up to the end of the window and never past it.

    `dates` (datetime64[D]) and `closes` (> 0) have one entry a day; `first` is the row of the window's first day, so that
    the rows before it are the warm-up.
    """

    dates: Dates
    closes: Floats
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of days that is traded and measured by itself, from cash.

    `held[i]` is 1.0 when the strategy is invested after the close of day i, else 0.0 (cash, which earns nothing); trades
    are made at `prices[i]`. `prices` are the ticker's closes, or for an options strategy the worth of its position.
    """

    part: Part
    dates: Dates
    prices: Floats
    held: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """`plan` gives the segments of a window, the one that is reported first last; it may raise nothing for a legal window.

    `lookback_days`: trading days before a signal that it depends on, its own day included. `fit_fraction`: the share of the
    window that fits parameters (None: nothing is fitted). `shortest_window`: fewest trading days that make sense.
    """

    id: str
    title: str
    kind: Kind
    lookback_days: int
    rebalance: Rebalance
    fit_fraction: float | None
    shortest_window: int
    plan: Callable[[History], tuple[Segment, ...]]


def next_day(signal: Floats) -> Floats:
    """What is held after each close when yesterday's signal is traded at today's close; nothing on the first day."""
    held = np.zeros_like(signal)
    held[1:] = signal[:-1]
    return held


def window_segment(history: History, signal: Floats) -> tuple[Segment, ...]:
    """The whole window as one segment that holds the ticker itself. `signal` has one entry a window day, 1.0 or 0.0."""
    window = slice(history.first, None)
    return (Segment(part="window", dates=history.dates[window], prices=history.closes[window], held=next_day(signal)),)


def trailing(values: Floats, days: int, statistic: Callable[..., Any]) -> Floats:
    """`statistic` (numpy's, taking `axis`) over the last `days` values up to and with each one; NaN before there are as many."""
    result = np.full(len(values), np.nan)
    if len(values) >= days:
        result[days - 1 :] = statistic(np.lib.stride_tricks.sliding_window_view(values, days), axis=1)
    return result
