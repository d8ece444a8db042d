"""Write a cash-secured at-the-money put each month and hold it to expiry, on any ticker that has closes."""

import math
from datetime import date, timedelta
from functools import partial

import numpy as np

from workbench.option_price import put_price
from workbench.strategies.strategy import Floats, History, Segment, Strategy, trailing

VOLATILITY_DAYS = 21
TRADING_DAYS_A_YEAR = 252
# On the S&P 500, 2014-2018, VIX less 2 points averages 1.10 times the realised volatility of the 21 days before. VIX less
# 2 points and the haircut of 5% come from matching Cboe's PUT index; raw VIX overstates its return.
IMPLIED_OVER_REALISED = 1.10
LOWEST_VOLATILITY = 0.05
PREMIUM_HAIRCUT = 0.05
INTEREST_RATE = 0.0


def third_friday(year: int, month: int) -> date:
    """The day on which a month's standard options expire."""
    first = date(year, month, 1)
    return first + timedelta(days=(4 - first.weekday()) % 7 + 14)


def next_expiry(day: date) -> date:
    """The first third Friday after `day`."""
    this_month = third_friday(day.year, day.month)
    if this_month > day:
        return this_month
    return third_friday(day.year + day.month // 12, day.month % 12 + 1)


def implied_volatility(closes: Floats) -> Floats:
    """What a one-month at-the-money option is priced at on each day, a year: 1.10 × realised over 21 days, at least 0.05."""
    returns = np.diff(np.log(closes), prepend=np.nan)
    realised = trailing(returns, VOLATILITY_DAYS, partial(np.std, ddof=1)) * math.sqrt(TRADING_DAYS_A_YEAR)
    return np.maximum(IMPLIED_OVER_REALISED * realised, LOWEST_VOLATILITY)


def plan(history: History) -> tuple[Segment, ...]:
    """On each expiry day the old put is settled and the next one ordered; it is written at the following close.

    The position's worth is told per unit of strike: 1 in collateral when the put is written, then collateral + premium kept
    − the put's worth that day. The strike is the close on which the put is written.
    """
    days: list[date] = history.dates[history.first :].tolist()
    closes = history.closes[history.first :]
    volatility = implied_volatility(history.closes)[history.first :]
    worth, held = np.ones(len(days)), np.zeros(len(days))
    expiry = next_expiry(days[0] - timedelta(days=1))
    strike: float | None = None
    premium = 0.0
    ordered = False
    for row, day in enumerate(days):
        spot = float(closes[row])
        if ordered:
            ordered, strike, expiry = False, spot, next_expiry(day)
            years = (expiry - day).days / 365
            price = put_price(spot, spot, volatility=float(volatility[row]), years=years, rate=INTEREST_RATE)
            premium = (1 - PREMIUM_HAIRCUT) * price / spot
            held[row] = 1.0
        elif strike is not None:
            years = max((expiry - day).days, 0) / 365
            price = put_price(spot, strike, volatility=float(volatility[row]), years=years, rate=INTEREST_RATE)
            worth[row] = 1 + premium - price / strike
            held[row] = float(day < expiry)
        if day >= expiry:
            strike, expiry = None, next_expiry(day)
            ordered = bool(np.isfinite(volatility[row]))
    return (Segment(part="window", dates=history.dates[history.first :], prices=worth, held=held),)


STRATEGY = Strategy(
    id="put-write",
    title="Cash-secured monthly put-write",
    kind="rule-based",
    lookback_days=VOLATILITY_DAYS,
    rebalance="monthly",
    fit_fraction=None,
    shortest_window=42,
    plan=plan,
)
