"""What an equity curve earned, by ffn's definitions, in natural units: 0.1 is 10%."""

import math
from dataclasses import dataclass

import ffn
import pandas as pd

from workbench.strategies.strategy import Dates, Floats

TRADING_DAYS_A_YEAR = 252


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """Fractions, but for `sharpe` (a ratio). `cagr` and `volatility` are a year's, from calendar days and 252 trading days.

    `sharpe` takes no interest off; None where the equity never moved. `max_drawdown` is 0 or below.
    """

    total_return: float
    cagr: float
    volatility: float
    sharpe: float | None
    max_drawdown: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeRecord:
    """`trades`: entries from cash, one still open at the end included, at its last worth. `win_rate`: the share of them that
    ended above what was put in, fees taken off; None without trades. `time_in_market`: share of the days' closes invested."""

    trades: int
    win_rate: float | None
    time_in_market: float


def measure(equity: Floats, dates: Dates) -> Performance:
    """`equity` (> 0) at each close; at least three days."""
    curve = pd.Series(equity, index=pd.DatetimeIndex(dates))
    returns = ffn.to_returns(curve).iloc[1:]
    volatility = float(returns.std() * math.sqrt(TRADING_DAYS_A_YEAR))
    sharpe = float(ffn.calc_sharpe(returns, nperiods=TRADING_DAYS_A_YEAR)) if volatility > 0 else None
    return Performance(
        total_return=float(ffn.calc_total_return(curve)),
        cagr=float(ffn.calc_cagr(curve)),
        volatility=volatility,
        sharpe=sharpe,
        max_drawdown=float(ffn.calc_max_drawdown(curve)),
    )


def count_trades(equity: Floats, held: Floats) -> TradeRecord:
    """Entries and exits of a holding that is all or nothing; `held[0]` is 0."""
    inside = held > 0
    entries = [row for row in range(1, len(held)) if inside[row] and not inside[row - 1]]
    exits = [row for row in range(1, len(held)) if not inside[row] and inside[row - 1]]
    if len(exits) < len(entries):
        exits.append(len(held) - 1)
    wins = sum(bool(equity[leave] > equity[enter - 1]) for enter, leave in zip(entries, exits, strict=True))
    return TradeRecord(
        trades=len(entries),
        win_rate=wins / len(entries) if entries else None,
        time_in_market=float(inside.mean()),
    )
