"""Hold the ticker while it closes above its 200-day mean."""

import numpy as np

from workbench.strategies.strategy import History, Segment, Strategy, trailing, window_segment

LOOKBACK_DAYS = 200


def plan(history: History) -> tuple[Segment, ...]:
    """Invested after a close above the mean of the last 200 closes, that close among them; cash while there are fewer."""
    above = history.closes > trailing(history.closes, LOOKBACK_DAYS, np.mean)
    return window_segment(history, above[history.first :].astype(np.float64))


STRATEGY = Strategy(
    id="sma-trend",
    title="Trend following on the 200-day mean",
    kind="rule-based",
    lookback_days=LOOKBACK_DAYS,
    rebalance="daily",
    fit_fraction=None,
    shortest_window=21,
    plan=plan,
)
