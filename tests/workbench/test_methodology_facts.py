"""Each fact of the bundled documents is held against the code: against its behaviour where that can be measured."""

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from data.market.series import span, tickers
from data.methodology import BUNDLED_DOCUMENTS, KNOWN_TOPICS, MethodologyDocument, load_documents
from workbench.backtest import DEFAULT_FEE_BPS, read_history, run_backtest, trade
from workbench.option_price import put_price
from workbench.strategies import donchian_breakout, gbm_direction, put_write, rsi_reversion
from workbench.strategies.bundled import STRATEGIES
from workbench.strategies.strategy import Floats, History, Strategy
from workbench.tools import Workbench

DOCUMENTS = {document.id: document for document in load_documents(BUNDLED_DOCUMENTS)}
EVERY_STRATEGY = pytest.mark.parametrize("strategy", STRATEGIES, ids=[strategy.id for strategy in STRATEGIES])


def history(ticker: str = "AAPL", start: date = date(2004, 1, 1), end: date = date(2012, 12, 31)) -> History:
    return read_history(ticker, start=start, end=end, home=Path())


def fact(strategy: Strategy, key: str) -> str:
    return DOCUMENTS[strategy.id].fact_text(key)


def test_documents_and_strategies_are_the_same_ones() -> None:
    strategies = {document.id: document for document in DOCUMENTS.values() if document.kind != "policy"}
    assert set(strategies) == {strategy.id for strategy in STRATEGIES}
    for strategy in STRATEGIES:
        document: MethodologyDocument = strategies[strategy.id]
        assert (document.title, document.kind) == (strategy.title, strategy.kind)
        assert set(KNOWN_TOPICS) <= set(document.facts)
    assert [strategy.kind for strategy in STRATEGIES].count("ml") == 1


def test_policies_state_no_facts() -> None:
    policies = [document for document in DOCUMENTS.values() if document.kind == "policy"]
    assert len(policies) >= 3
    assert all(not document.facts for document in policies)


@EVERY_STRATEGY
def test_evaluation_split(strategy: Strategy) -> None:
    segments = strategy.plan(history())
    if fact(strategy, "evaluation_split") == "none":
        assert strategy.fit_fraction is None
        assert [segment.part for segment in segments] == ["window"]
    else:
        assert [segment.part for segment in segments] == ["in_sample", "out_of_sample"]
        days = [len(segment.held) for segment in segments]
        share = round(100 * days[0] / sum(days))
        assert fact(strategy, "evaluation_split") == f"{share}/{100 - share}"
        assert segments[0].dates[-1] < segments[1].dates[0]
        assert sum(days) == len(history().dates) - history().first


@EVERY_STRATEGY
def test_fitted_parameters(strategy: Strategy) -> None:
    """A rule's positions in the first half of a window do not depend on the second; a fitted model's do."""
    whole = history()
    changed = whole.closes.copy()
    middle = whole.first + (len(changed) - whole.first) // 2
    changed[middle:] = changed[middle] * np.exp(
        np.cumsum(np.random.default_rng(3).normal(0, 0.03, len(changed) - middle))
    )
    before, after = (strategy.plan(dataclasses.replace(whole, closes=closes))[0] for closes in (whole.closes, changed))
    days = middle - whole.first
    same = np.array_equal(before.held[:days], after.held[:days])
    assert same == (fact(strategy, "fitted_parameters") == "none")


def test_fitted_parameters_of_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    fitted = []
    original = gbm_direction.HistGradientBoostingClassifier

    class Recorded(original):  # type: ignore[misc,valid-type]
        def fit(self, *arguments: object) -> object:
            fitted.append(self)
            return super().fit(*arguments)

    monkeypatch.setattr(gbm_direction, "HistGradientBoostingClassifier", Recorded)
    gbm_direction.plan(history())
    (model,) = fitted
    depth = max(tree[0].get_max_depth() for tree in model._predictors)
    assert fact(gbm_direction.STRATEGY, "fitted_parameters") == (
        f"{len(model._predictors)} gradient-boosted trees of depth {depth}"
    )


@EVERY_STRATEGY
def test_data_source_and_universe(strategy: Strategy, tmp_path: Path) -> None:
    """A History holds closes of one ticker and nothing else (test_backtest); any ticker will do."""
    assert fact(strategy, "data_source") == "daily closes"
    assert fact(strategy, "universe") == "any single ticker"
    for ticker in tickers()[::7]:
        run_backtest(strategy.id, ticker, start=date(2013, 1, 2), end=date(2015, 12, 31), home=tmp_path)


def what_is_read(strategy: Strategy, closes: Floats, row: int) -> Floats:
    """What the strategy makes of the closes up to `row`: its decision from cash, or the numbers it decides by."""
    if strategy.id == "put-write":
        return put_write.implied_volatility(closes[: row + 1])[-1:]
    if strategy.id == "gbm-direction":
        return gbm_direction.features(closes[: row + 1])[-1]
    days = np.arange("2000-01-01", "2030-01-01", dtype="datetime64[D]")[: row + 2]
    return strategy.plan(History(dates=days, closes=closes[: row + 2], first=row))[0].held


@EVERY_STRATEGY
def test_lookback(strategy: Strategy) -> None:
    """Measured: how far back a close can be and still matter. The 200-day mean counts its own day among the 200."""
    closes = history().closes[:1200]
    rows = range(300, 1100)

    def matters(distance: int) -> bool:
        for row in rows:
            for factor in (1e-3, 1e3):
                changed = closes.copy()
                changed[row - distance] *= factor
                if not np.array_equal(what_is_read(strategy, closes, row), what_is_read(strategy, changed, row)):
                    return True
        return False

    own_day = 1 if strategy.id == "sma-trend" else 0
    lookback = strategy.lookback_days
    assert fact(strategy, "lookback") == f"{lookback} days"
    assert matters(lookback - own_day)
    assert not any(matters(lookback - own_day + further) for further in (1, 2, 10, 90))


@EVERY_STRATEGY
def test_rebalance(strategy: Strategy) -> None:
    whole = history("SPX", date(1990, 1, 1), date(2020, 12, 31))
    segment = strategy.plan(whole)[-1]
    traded = np.flatnonzero(np.diff(segment.held)) + 1
    days: list[date] = segment.dates.tolist()
    if fact(strategy, "rebalance") == "daily":
        assert {days[row].weekday() for row in traded} == {0, 1, 2, 3, 4}
        assert {days[row].day for row in traded} >= set(range(1, 28))
    elif fact(strategy, "rebalance") == "weekly":
        assert len(traded) > 10
        for row in traded:  # decided the day before, which opens a week
            assert days[row - 1].isocalendar()[:2] != days[row - 2].isocalendar()[:2]
    else:
        assert fact(strategy, "rebalance") == "monthly"
        written = [days[row] for row in traded if segment.held[row]]
        months = {(day.year, day.month) for day in written}
        assert len(months) == len(written)
        assert len(written) >= 31 * 12 - 1
        assert {days[days.index(day) - 1].weekday() for day in written} <= {
            4,
            0,
        }  # Monday where that Friday is a holiday
    assert strategy.rebalance == fact(strategy, "rebalance")


@EVERY_STRATEGY
def test_execution_is_at_the_next_close(strategy: Strategy) -> None:
    """A close changes what is held from the day after on, never what is held at that close itself."""
    assert fact(strategy, "execution") == "next close"
    whole = history()
    base = strategy.plan(whole)[-1]
    offset = len(whole.closes) - len(base.held)
    if strategy.id == "put-write":  # ordered on expiry day, whatever the prices; the price paid is the next close's
        written = np.flatnonzero(np.diff(base.held) > 0) + 1
        for row in written[:5]:
            assert put_write.next_expiry(base.dates[row - 1].item() - timedelta(days=4)) <= base.dates[row - 1].item()
            changed = whole.closes.copy()
            changed[offset + row] *= 1.1
            other = strategy.plan(dataclasses.replace(whole, closes=changed))[-1]
            np.testing.assert_array_equal(other.held, base.held)
            assert other.prices[row + 1] != base.prices[row + 1]
        return
    first_changes = []
    for row in range(20, 420, 7) if strategy.kind == "rule-based" else range(20, 60):
        for factor in (0.7, 1.4):
            changed = whole.closes.copy()
            changed[offset + row] *= factor
            held = strategy.plan(dataclasses.replace(whole, closes=changed))[-1].held
            if not np.array_equal(held, base.held):
                first_changes.append(int(np.argmax(held != base.held)) - row)
    assert min(first_changes) == 1


@EVERY_STRATEGY
def test_fee(strategy: Strategy, tmp_path: Path) -> None:
    """The default is the documented fee; that it is charged on each side is test_backtest's to say."""
    assert fact(strategy, "fee") == f"{DEFAULT_FEE_BPS:g} bps per side"
    run = run_backtest(strategy.id, "SPY", start=date(2010, 1, 4), end=date(2012, 12, 31), home=tmp_path)
    assert run.fee_bps == DEFAULT_FEE_BPS
    workbench = Workbench(tmp_path)
    arguments = {"model_id": strategy.id, "ticker": "SPY", "start": "2010-01-04", "end": "2012-12-31"}
    assert workbench.call("run_backtest", arguments)["run_id"] == run.run_id


@EVERY_STRATEGY
def test_leverage(strategy: Strategy) -> None:
    """While it is invested, a ticker that loses half of its worth takes half of the equity, less the premium of a put."""
    assert fact(strategy, "leverage") == "1x"
    whole = history()
    base = strategy.plan(whole)[-1]
    offset = len(whole.closes) - len(base.held)
    entry = int(np.flatnonzero(np.diff(base.held) > 0)[0]) + 1
    changed = whole.closes.copy()
    changed[offset + entry + 1 :] = changed[offset + entry] / 2
    fallen = strategy.plan(dataclasses.replace(whole, closes=changed))[-1]
    assert fallen.held[entry] == 1
    equity = trade(fallen, fee_bps=0)
    exits = np.flatnonzero(np.diff(fallen.held[entry:]) < 0)
    last = entry + int(exits[0]) + 1 if len(exits) else len(equity) - 1
    kept = equity[last] / equity[entry]
    if strategy.id == "put-write":
        assert 0.5 < kept < 0.65
        volatility = put_write.implied_volatility(whole.closes)[offset + entry]
        day = base.dates[entry].item()
        years = (put_write.next_expiry(day) - day).days / 365
        premium = put_price(1.0, 1.0, volatility=volatility, years=years) * 0.95
        assert kept == pytest.approx(0.5 + premium, rel=1e-9)
    else:
        assert kept == pytest.approx(0.5, rel=1e-9)


def test_facts_that_are_one_strategy_s_own() -> None:
    assert fact(rsi_reversion.STRATEGY, "entry_threshold") == f"RSI below {rsi_reversion.ENTER_BELOW:g}"
    assert fact(rsi_reversion.STRATEGY, "exit_threshold") == f"RSI above {rsi_reversion.LEAVE_ABOVE:g}"
    assert fact(put_write.STRATEGY, "premium_haircut") == f"{put_write.PREMIUM_HAIRCUT:.0%}"
    assert (
        fact(put_write.STRATEGY, "option_model") == "Black-Scholes-Merton"
    )  # held against QuantLib in test_option_price
    assert fact(gbm_direction.STRATEGY, "horizon") == f"{gbm_direction.HORIZON_DAYS} days"
    *shorter, longest = gbm_direction.RETURN_DAYS
    listed = f"{', '.join(str(days) for days in shorter)} and {longest} days"
    assert fact(gbm_direction.STRATEGY, "features") == (
        f"log returns over {listed} and {gbm_direction.VOLATILITY_DAYS}-day volatility"
    )


@pytest.mark.parametrize(
    ("document", "phrase"),
    [
        ("donchian-breakout", f"highest of the {donchian_breakout.ENTRY_DAYS} closes before it"),
        ("donchian-breakout", f"lowest of the {donchian_breakout.EXIT_DAYS} closes before it"),
        ("put-write", f"{put_write.IMPLIED_OVER_REALISED:.2f} times the ticker's realised volatility"),
        ("put-write", f"never below {put_write.LOWEST_VOLATILITY:.0%}"),
        ("gbm-direction", f"a learning rate of {gbm_direction.LEARNING_RATE}"),
        ("gbm-direction", f"A window needs {gbm_direction.STRATEGY.shortest_window} trading days"),
        ("data-policy", f"(SPX, from {span('SPX')[0].year})"),
        ("data-policy", f"begin in {span('AAPL')[0].year}"),
        ("data-policy", f"({span('SPY')[0].year} to {span('SPY')[1].year})"),
        ("validation-policy", f"the first {gbm_direction.FIT_FRACTION:.0%} of the window"),
    ],
)
def test_numbers_in_the_prose(document: str, phrase: str) -> None:
    assert phrase in DOCUMENTS[document].body


def test_what_to_expect_of_the_model(tmp_path: Path) -> None:
    wins = {"in_sample": 0, "out_of_sample": 0}
    for ticker in tickers():
        last = span(ticker)[1]
        start = last.replace(year=last.year - 8)
        for result in run_backtest("gbm-direction", ticker, start=start, end=last, home=tmp_path).results:
            wins[result.part] += result.performance.total_return > result.buy_and_hold.total_return
    everywhere = len(tickers())
    assert wins["in_sample"] > 0.9 * everywhere
    assert 0.4 * everywhere < wins["out_of_sample"] < 0.6 * everywhere
