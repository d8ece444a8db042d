"""Buy a 55-day high, sell a 20-day low (Richard Donchian's channel, on closes)."""

import numpy as np

from workbench.strategies.strategy import History, Segment, Strategy, trailing, window_segment

ENTRY_DAYS = 55
EXIT_DAYS = 20


def plan(history: History) -> tuple[Segment, ...]:
    """Enter after a close above the highest of the 55 closes before it, leave after one below the lowest of the 20 before it."""
    closes, first = history.closes, history.first
    highest, lowest = np.full(len(closes), np.nan), np.full(len(closes), np.nan)
    highest[1:] = trailing(closes, ENTRY_DAYS, np.max)[:-1]
    lowest[1:] = trailing(closes, EXIT_DAYS, np.min)[:-1]
    enter, leave = closes > highest, closes < lowest
    signal = np.zeros(len(closes) - first)
    inside = False
    for day in range(first, len(closes)):
        inside = not leave[day] if inside else bool(enter[day])
        signal[day - first] = inside
    return window_segment(history, signal)


STRATEGY = Strategy(
    id="donchian-breakout",
    title="Donchian channel breakout",
    kind="rule-based",
    lookback_days=ENTRY_DAYS,
    rebalance="daily",
    fit_fraction=None,
    shortest_window=21,
    plan=plan,
)
