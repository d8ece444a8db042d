"""Buy what has fallen too fast, by the relative strength index, and sell when it has recovered."""

import numpy as np

from workbench.strategies.strategy import Floats, History, Segment, Strategy, trailing, window_segment

RSI_DAYS = 14
ENTER_BELOW = 30.0
LEAVE_ABOVE = 55.0


def relative_strength(closes: Floats) -> Floats:
    """Cutler's RSI, 0 to 100: gains as a share of all moves of the last 14 days, in simple means. NaN before there are 14.

    Wilder's own form smooths without end, so that its value depends on where the data begin; Cutler's does not. A
    stretch without any move is neutral (50).
    """
    moves = np.diff(closes, prepend=closes[0])
    moves[0] = np.nan
    gains = trailing(np.maximum(moves, 0.0), RSI_DAYS, np.sum)
    losses = trailing(np.maximum(-moves, 0.0), RSI_DAYS, np.sum)
    total = gains + losses
    return np.where(total == 0.0, 50.0, 100.0 * gains / np.where(total == 0.0, 1.0, total))


def plan(history: History) -> tuple[Segment, ...]:
    """Enter after a close with RSI below 30, leave after one with RSI above 55."""
    strength = relative_strength(history.closes)[history.first :]
    signal = np.zeros(len(strength))
    inside = False
    for day, value in enumerate(strength):
        inside = not value > LEAVE_ABOVE if inside else bool(value < ENTER_BELOW)
        signal[day] = inside
    return window_segment(history, signal)


STRATEGY = Strategy(
    id="rsi-reversion",
    title="Mean reversion on the relative strength index",
    kind="rule-based",
    lookback_days=RSI_DAYS,
    rebalance="daily",
    fit_fraction=None,
    shortest_window=21,
    plan=plan,
)
