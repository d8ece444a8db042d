"""What kind of market it was: causal labels from the S&P 500 and VIX."""

from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np
import polars as pl

from data.market.series import VOLATILITY_INDEX, closes
from workbench.strategies.strategy import trailing

Regime = Literal["bull-calm", "bull-volatile", "bear-calm", "bear-volatile"]

MARKET = "SPX"
TREND_DAYS = 200
VIX_DAYS = 10
VIX_THRESHOLD = 20.0  # percentage points
REALISED_DAYS = 21
REALISED_THRESHOLD = 0.16  # a year; where VIX is missing
DEBOUNCE_DAYS = 5
TRADING_DAYS_A_YEAR = 252


@lru_cache(maxsize=4)
def regimes(home: Path | None = None) -> pl.DataFrame:
    """(date, regime: String), one row a trading day from the first with a 200-day mean; a label uses no later day.

    SPX and VIX as imported into `home` go before the bundled ones; they are read once a process.

    Bull: the close is above its 200-day mean. Volatile: the mean of the last 10 VIX closes is above 20, or, on days that
    VIX does not reach, the realised volatility of 21 days is above 16%. A label changes when the other has stood 5 days.
    """
    fear_index = closes(VOLATILITY_INDEX, home=home).rename({"close": "vix"})
    market = closes(MARKET, home=home).join(fear_index, on="date", how="left", maintain_order="left")
    close = market["close"].to_numpy()
    vix = market["vix"].fill_null(strategy="forward", limit=1).to_numpy()
    returns = np.diff(np.log(close), prepend=np.nan)
    realised = trailing(returns, REALISED_DAYS, np.std) * np.sqrt(TRADING_DAYS_A_YEAR)
    fear = trailing(vix, VIX_DAYS, np.mean)
    volatile = np.where(np.isnan(fear), realised > REALISED_THRESHOLD, fear > VIX_THRESHOLD)
    trend = trailing(close, TREND_DAYS, np.mean)
    raw = [
        f"{'bull' if up else 'bear'}-{'volatile' if wild else 'calm'}"
        for up, wild in zip(close > trend, volatile, strict=True)
    ]
    first = TREND_DAYS - 1
    return pl.DataFrame(
        {"date": market["date"][first:], "regime": _debounced(raw[first:])},
        schema={"date": pl.Date, "regime": pl.String},
    )


def regime_of(start: date, end: date, *, home: Path | None = None) -> Regime | None:
    """The label that most trading days of the window bear, a tie going to the earlier of `Regime`; None where no day has one."""
    inside = regimes(home).filter(pl.col("date").is_between(start, end))["regime"]
    counts = Counter(inside.to_list())
    labels: tuple[Regime, ...] = get_args(Regime)
    return max(labels, key=lambda label: counts[label]) if counts else None


def _debounced(raw: list[str]) -> list[str]:
    if not raw:
        return []
    current, waiting, days = raw[0], raw[0], 0
    smooth: list[str] = []
    for label in raw:
        days = days + 1 if label == waiting else 1
        waiting = label
        if days >= DEBOUNCE_DAYS:
            current = label
        smooth.append(current)
    return smooth
