"""One strategy on one ticker over one window: traded by bt, measured by ffn, remembered by its inputs."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import bt
import numpy as np
import pandas as pd
import polars as pl

from data.identity import content_hash
from data.market.series import closes, tickers
from workbench.backtest_cache import code_fingerprint, read_cached, write_cached
from workbench.performance import Performance, TradeRecord, count_trades, measure
from workbench.refusal import Refusal
from workbench.strategies.bundled import STRATEGIES
from workbench.strategies.strategy import Dates, Floats, History, Kind, Part, Segment, Strategy

INITIAL_EQUITY = 100_000.0
DEFAULT_FEE_BPS = 5.0
HIGHEST_FEE_BPS = 1_000.0
# A window may name a weekend or a holiday just outside the data, as "2022-12-31" does where they end on the 28th.
CALENDAR_SLACK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one part of the window earned. `final_equity` in the currency that began with 100,000.

    `buy_and_hold`: the ticker itself, bought at the part's first close and held without fees.
    """

    part: Part
    first_day: date
    last_day: date
    trading_days: int
    performance: Performance
    trades: TradeRecord
    final_equity: float
    buy_and_hold: Performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """A run. `run_id` names its inputs: model, ticker, window, fee, the prices up to the window's end, and the code.

    `start` and `end` are what was asked for; `first_day`, `last_day` the trading days used. `results` has one entry
    (part "window") for a rule; in_sample and out_of_sample for a fitted model. The last is the one to report.
    """

    run_id: str
    model_id: str
    kind: Kind
    ticker: str
    start: date
    end: date
    first_day: date
    last_day: date
    trading_days: int
    fee_bps: float
    results: tuple[Result, ...]

    @property
    def reported(self) -> Result:
        """What the run is judged by: the whole window of a rule, the out-of-sample part of a fitted model."""
        return self.results[-1]


def run_backtest(
    model_id: str, ticker: str, *, start: date, end: date, home: Path, fee_bps: float = DEFAULT_FEE_BPS
) -> Backtest:
    """Run, or read from `<home>/cache/backtests`. `fee_bps` is charged on the traded worth, on each side.

    Raises Refusal: unknown_model, unknown_ticker, empty_window, window_too_short, window_outside_data, invalid_arguments.
    """
    strategy = find_strategy(model_id)
    if not (math.isfinite(fee_bps) and 0 <= fee_bps <= HIGHEST_FEE_BPS):
        raise Refusal(
            "invalid_arguments", f"fee_bps is {fee_bps}", hint=f"a number of basis points from 0 to {HIGHEST_FEE_BPS:g}"
        )
    history = read_history(ticker, start=start, end=end, home=home)
    days = len(history.dates) - history.first
    if days < strategy.shortest_window:
        raise Refusal(
            "window_too_short",
            f"{ticker} has {days} trading days from {start} to {end}; {model_id} needs at least {strategy.shortest_window}",
            hint="ask for a longer window",
        )
    prices = [history.dates.astype(np.int64).tobytes().hex(), history.closes.tobytes().hex()]
    inputs = [model_id, ticker, str(start), str(end), float(fee_bps), content_hash(prices), code_fingerprint()]
    run_id = f"run-{content_hash(inputs)[:16]}"
    cached = read_cached(run_id, home=home, kind=Backtest)
    if cached is not None:
        return cached
    first_day, last_day = history.dates[[history.first, -1]].tolist()
    backtest = Backtest(
        run_id=run_id,
        model_id=model_id,
        kind=strategy.kind,
        ticker=ticker,
        start=start,
        end=end,
        first_day=first_day,
        last_day=last_day,
        trading_days=days,
        fee_bps=float(fee_bps),
        results=tuple(judge(segment, history, fee_bps=fee_bps) for segment in strategy.plan(history)),
    )
    write_cached(run_id, backtest, home=home)
    return backtest


def find_strategy(model_id: str) -> Strategy:
    """The strategy of that id. Raises Refusal unknown_model."""
    for strategy in STRATEGIES:
        if strategy.id == model_id:
            return strategy
    raise Refusal(
        "unknown_model",
        f"there is no model {model_id!r}",
        hint="list_models names them",
        legal=tuple(strategy.id for strategy in STRATEGIES),
    )


def read_history(ticker: str, *, start: date, end: date, home: Path) -> History:
    """The ticker's days up to `end`, the window marked. Raises Refusal unknown_ticker, empty_window, window_outside_data."""
    legal = tickers(home=home)
    if ticker not in legal:
        raise Refusal(
            "unknown_ticker", f"there are no prices for ticker {ticker!r}", hint="use one of legal", legal=legal
        )
    if start > end:
        raise Refusal("empty_window", f"the window starts on {start}, after its end {end}", hint="swap start and end")
    series = closes(ticker, home=home)
    first, last = series["date"][0], series["date"][-1]
    if start < first - CALENDAR_SLACK or end > last + CALENDAR_SLACK:
        raise Refusal(
            "window_outside_data",
            f"{ticker} has prices from {first} to {last}; the window {start} to {end} reaches outside",
            hint="keep start and end within legal",
            legal=(str(first), str(last)),
        )
    series = series.filter(pl.col("date") <= end)
    before = int((series["date"] < start).sum())
    if before == len(series):
        raise Refusal(
            "empty_window", f"{ticker} has no trading day from {start} to {end}", hint="ask for a longer window"
        )
    dates: Dates = series["date"].to_numpy().astype("datetime64[D]")
    return History(dates=dates, closes=series["close"].to_numpy().copy(), first=before)


def judge(segment: Segment, history: History, *, fee_bps: float) -> Result:
    """Trade a segment and measure it."""
    equity = trade(segment, fee_bps=fee_bps)
    rows = np.searchsorted(history.dates, segment.dates)
    first_day, last_day = segment.dates[[0, -1]].tolist()
    return Result(
        part=segment.part,
        first_day=first_day,
        last_day=last_day,
        trading_days=len(segment.dates),
        performance=measure(equity, segment.dates),
        trades=count_trades(equity, segment.held),
        final_equity=float(equity[-1]),
        buy_and_hold=measure(history.closes[rows], segment.dates),
    )


def trade(segment: Segment, *, fee_bps: float) -> Floats:
    """The equity after each close, from 100,000, by bt.

    Only the days on which the holding changes are given to bt as targets: a position is bought whole and sold whole, so
    there is no drift to correct in between. bt trades a target at that row's own close; `held` is already a day late.
    """
    rate = fee_bps / 10_000
    index = pd.DatetimeIndex(segment.dates)
    changes = np.flatnonzero(np.diff(segment.held, prepend=0.0))
    targets = pd.DataFrame({"position": segment.held[changes]}, index=index[changes])
    run = bt.Backtest(
        bt.Strategy("strategy", [bt.algos.WeighTarget(targets), bt.algos.Rebalance()]),
        pd.DataFrame({"position": segment.prices}, index=index),
        initial_capital=INITIAL_EQUITY,
        commissions=lambda quantity, price: abs(quantity) * price * rate,
        integer_positions=False,
        progress_bar=False,
    )
    run.run()
    equity: Floats = run.strategy.values.to_numpy(dtype=np.float64)[1:]  # bt puts a day without prices before the first
    return equity
