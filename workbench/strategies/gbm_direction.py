"""Gradient-boosted trees that guess the direction of the next week from the ticker's own past returns."""

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from workbench.strategies.strategy import Floats, History, Part, Segment, Strategy, next_day, trailing

RETURN_DAYS = (1, 2, 5, 10, 21, 63)
VOLATILITY_DAYS = 21
LOOKBACK_DAYS = max(*RETURN_DAYS, VOLATILITY_DAYS)
HORIZON_DAYS = 5
FIT_FRACTION = 0.8
TREES = 50
DEPTH = 2
LEARNING_RATE = 0.05
SEED = 0


def features(closes: Floats) -> Floats:
    """(days, 7): log returns over the last 1, 2, 5, 10, 21 and 63 days, and the volatility of the last 21. NaN where too early."""
    logs = np.log(closes)
    columns = []
    for days in RETURN_DAYS:
        column = np.full(len(logs), np.nan)
        column[days:] = logs[days:] - logs[:-days]
        columns.append(column)
    columns.append(trailing(columns[0], VOLATILITY_DAYS, np.std))
    return np.column_stack(columns)


def week_starts(history: History) -> npt.NDArray[np.bool_]:
    """True on each first trading day of a week that begins on Monday; the first day of all is none unless it is a Monday."""
    day_numbers = history.dates.astype("datetime64[D]").astype(np.int64)
    weeks = (day_numbers + 3) // 7  # 1970-01-01 was a Thursday
    return np.concatenate([[(day_numbers[0] + 3) % 7 == 0], weeks[1:] != weeks[:-1]])


def split_row(history: History) -> int:
    """The first row that is out of sample: after 80% of the window's days."""
    return history.first + int((len(history.closes) - history.first) * FIT_FRACTION)


def rising_probability(history: History) -> Floats:
    """For every row of the history, the fitted model's probability that the week traded on its signal rises; NaN where too early.

    A signal is read at the close of day t and traded at the close of t + 1, so the label is the return from t + 1 to t + 6.
    Only days of the window's first 80% whose label is known within it are fitted: no label reaches into the last 20%.
    """
    closes, split = history.closes, split_row(history)
    table = features(closes)
    known: npt.NDArray[np.bool_] = np.asarray(np.isfinite(table).all(axis=1))
    reach = HORIZON_DAYS + 1
    fitted = np.arange(history.first, split - reach)
    fitted = fitted[known[fitted]]
    rises = closes[fitted + reach] > closes[fitted + 1]
    probability = np.full(len(closes), np.nan)
    if len(set(rises.tolist())) < 2:
        probability[known] = float(rises[0]) if len(rises) else np.nan
        return probability
    model = HistGradientBoostingClassifier(
        max_iter=TREES, max_depth=DEPTH, learning_rate=LEARNING_RATE, early_stopping=False, random_state=SEED
    )
    with threadpool_limits(limits=1):  # one thread: sums are added in one order
        model.fit(table[fitted], rises)
        probability[known] = model.predict_proba(table[known])[:, 1]
    return probability


def plan(history: History) -> tuple[Segment, ...]:
    """In sample, then out of sample, each from cash. Once a week: invested when a rise is more likely than a fall."""
    probability, decides, split = rising_probability(history), week_starts(history), split_row(history)
    segments = []
    bounds: tuple[tuple[Part, int, int], ...] = (
        ("in_sample", history.first, split),
        ("out_of_sample", split, len(history.closes)),
    )
    for part, first, last in bounds:
        signal, inside = np.zeros(last - first), 0.0
        for row in range(first, last):
            if decides[row]:
                inside = float(probability[row] > 0.5)
            signal[row - first] = inside
        rows = slice(first, last)
        segments.append(
            Segment(part=part, dates=history.dates[rows], prices=history.closes[rows], held=next_day(signal))
        )
    return tuple(segments)


STRATEGY = Strategy(
    id="gbm-direction",
    title="Gradient-boosted direction of the next week",
    kind="ml",
    lookback_days=LOOKBACK_DAYS,
    rebalance="weekly",
    fit_fraction=FIT_FRACTION,
    shortest_window=252,
    plan=plan,
)
