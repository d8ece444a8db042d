import dataclasses
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from data.market.csv_import import import_csv
from data.market.series import closes, span, tickers
from tests.workbench import independent
from workbench.backtest import INITIAL_EQUITY, Backtest, read_history, run_backtest, trade
from workbench.backtest_cache import read_cached, write_cached
from workbench.refusal import Refusal
from workbench.strategies.bundled import STRATEGIES
from workbench.strategies.strategy import History, Segment, Strategy

ROOT = Path(__file__).parents[2]
MODELS = [strategy.id for strategy in STRATEGIES]
EVERY_STRATEGY = pytest.mark.parametrize("strategy", STRATEGIES, ids=MODELS)
WINDOWS = (
    ("SPY", date(2008, 1, 2), date(2016, 7, 1)),  # nothing before it to warm up on
    ("AAPL", date(2003, 1, 1), date(2008, 12, 31)),
    ("SPX", date(1999, 6, 1), date(2003, 3, 31)),
    ("TLT", date(2010, 3, 15), date(2012, 8, 20)),
)


@pytest.mark.parametrize("model_id", MODELS)
@pytest.mark.parametrize(("ticker", "start", "end"), WINDOWS, ids=[window[0] for window in WINDOWS])
def test_an_independent_implementation_agrees_at_zero_fees(
    model_id: str, ticker: str, start: date, end: date, tmp_path: Path
) -> None:
    run = run_backtest(model_id, ticker, start=start, end=end, fee_bps=0, home=tmp_path)
    series = closes(ticker).filter(pl.col("date") <= end)
    days, prices = series["date"].to_list(), series["close"].to_list()
    first = next(row for row, day in enumerate(days) if day >= start)
    parts = independent.equity(model_id, days, prices, first)
    assert len(parts) == len(run.results)
    for (begin, curve), result in zip(parts, run.results, strict=True):
        part_days = days[begin : begin + len(curve)]
        assert (part_days[0], part_days[-1], len(curve)) == (result.first_day, result.last_day, result.trading_days)
        expected = independent.measures(curve, part_days)
        measured = dataclasses.asdict(result.performance)
        assert measured == pytest.approx(expected, abs=1e-6, rel=1e-6)
        assert result.final_equity == pytest.approx(curve[-1] * INITIAL_EQUITY, rel=1e-6)
        held = prices[begin : begin + len(curve)]
        assert dataclasses.asdict(result.buy_and_hold) == pytest.approx(
            independent.measures(held, part_days), abs=1e-6, rel=1e-6
        )
        assert result.trades.trades > 0


def test_two_processes_agree_bit_for_bit(tmp_path: Path) -> None:
    """Each process has its own home, so that the second reads nothing the first has cached."""
    code = (
        "import sys; from datetime import date; from pathlib import Path; import msgspec\n"
        "from workbench.backtest import run_backtest\n"
        f"runs = [run_backtest(m, 'SPY', start=date(2009,1,1), end=date(2015,12,31), home=Path(sys.argv[1])) for m in {MODELS}]\n"
        "sys.stdout.buffer.write(msgspec.json.encode(runs))"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / name)], capture_output=True, check=True, cwd=ROOT
        ).stdout
        for name in ("one", "two")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0]) > 1000
    files = [sorted((tmp_path / name / "cache" / "backtests").iterdir()) for name in ("one", "two")]
    assert [file.name for file in files[0]] == [file.name for file in files[1]]
    assert [file.read_bytes() for file in files[0]] == [file.read_bytes() for file in files[1]]


@EVERY_STRATEGY
def test_fees_take_what_they_say(strategy: Strategy) -> None:
    """A purchase of worth w at fee f buys w / (1 + f); a sale of worth w brings w (1 − f)."""
    history = read_history("SPY", start=date(2009, 1, 1), end=date(2015, 12, 31), home=Path())
    for segment in strategy.plan(history):
        for fee_bps in (5.0, 50.0):
            fee = fee_bps / 10_000
            buys = int((np.diff(segment.held) > 0).sum())
            sells = int((np.diff(segment.held) < 0).sum())
            assert buys > 0
            ratio = trade(segment, fee_bps=fee_bps)[-1] / trade(segment, fee_bps=0)[-1]
            assert ratio == pytest.approx((1 - fee) ** sells / (1 + fee) ** buys, rel=1e-9)


@EVERY_STRATEGY
def test_no_position_knows_the_future(strategy: Strategy) -> None:
    """Prices changed after a day leave every reported position up to that day as it was, and that day's trade too."""
    history = read_history("AAPL", start=date(2005, 1, 1), end=date(2012, 12, 31), home=Path())
    before = strategy.plan(history)[-1]
    generator = np.random.default_rng(7)
    for share in (0.3, 0.6, 0.9):
        day = int(len(before.held) * share)
        row = len(history.closes) - len(before.held) + day
        changed = history.closes.copy()
        changed[row + 1 :] = changed[row] * np.exp(np.cumsum(generator.normal(0, 0.05, len(changed) - row - 1)))
        after = strategy.plan(dataclasses.replace(history, closes=changed))[-1]
        np.testing.assert_array_equal(after.held[: day + 2], before.held[: day + 2])
        np.testing.assert_array_equal(after.prices[: day + 1], before.prices[: day + 1])
        assert not np.array_equal(after.prices, before.prices)


@EVERY_STRATEGY
def test_nothing_is_held_before_the_day_after_the_first_signal(strategy: Strategy) -> None:
    history = read_history("SPY", start=date(2010, 1, 1), end=date(2014, 12, 31), home=Path())
    for segment in strategy.plan(history):
        assert segment.held[0] == 0
        assert set(np.unique(segment.held)) == {0.0, 1.0}
        equity = trade(segment, fee_bps=0)
        first = int(np.argmax(segment.held))
        np.testing.assert_array_equal(equity[: first + 1], INITIAL_EQUITY)


def test_every_strategy_runs_on_every_ticker(tmp_path: Path) -> None:
    for ticker in tickers():
        last = span(ticker)[1]
        for strategy in STRATEGIES:
            run = run_backtest(strategy.id, ticker, start=last.replace(year=last.year - 2), end=last, home=tmp_path)
            assert run.reported.final_equity > 0


def test_an_imported_ticker_is_legal(tmp_path: Path) -> None:
    rows = closes("SPY").tail(400).select(pl.col("date").cast(pl.String), "close").rows()
    (tmp_path / "own.csv").write_text("date,close\n" + "".join(f"{day},{close}\n" for day, close in rows))
    import_csv(tmp_path / "own.csv", ticker="OWN", home=tmp_path)
    run = run_backtest("sma-trend", "OWN", start=date(2016, 1, 4), end=date(2016, 7, 1), home=tmp_path)
    same = run_backtest("sma-trend", "SPY", start=date(2016, 1, 4), end=date(2016, 7, 1), home=tmp_path)
    assert run.results == same.results
    assert run.run_id != same.run_id


def test_a_flat_series_is_measured_without_a_sharpe_ratio(tmp_path: Path) -> None:
    days = closes("SPY")["date"].head(400)
    (tmp_path / "flat.csv").write_text("date,close\n" + "".join(f"{day},10\n" for day in days))
    import_csv(tmp_path / "flat.csv", ticker="FLAT", home=tmp_path)
    for model_id in MODELS:
        run = run_backtest(model_id, "FLAT", start=days[0], end=days[-1], home=tmp_path)
        assert run.reported.buy_and_hold.sharpe is None
        assert run.reported.final_equity > 0
    assert (
        run_backtest("sma-trend", "FLAT", start=days[0], end=days[-1], home=tmp_path).reported.trades.win_rate is None
    )


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"model_id": "nope"}, "unknown_model"),
        ({"ticker": "NOPE"}, "unknown_ticker"),
        ({"ticker": "VIX"}, "unknown_ticker"),
        ({"start": date(2015, 1, 1), "end": date(2014, 1, 1)}, "empty_window"),
        ({"start": date(2012, 1, 7), "end": date(2012, 1, 8)}, "empty_window"),
        ({"start": date(2012, 1, 3), "end": date(2012, 1, 10)}, "window_too_short"),
        ({"start": date(2005, 1, 1)}, "window_outside_data"),
        ({"end": date(2022, 1, 1)}, "window_outside_data"),
        ({"fee_bps": -1.0}, "invalid_arguments"),
        ({"fee_bps": float("nan")}, "invalid_arguments"),
    ],
)
def test_refusals(changed: dict[str, object], code: str, tmp_path: Path) -> None:
    inputs: dict[str, object] = {
        "model_id": "sma-trend",
        "ticker": "SPY",
        "start": date(2010, 1, 1),
        "end": date(2014, 1, 1),
    }
    with pytest.raises(Refusal) as caught:
        run_backtest(home=tmp_path, **{**inputs, **changed})  # type: ignore[arg-type]
    assert caught.value.code == code
    assert caught.value.hint
    assert not (tmp_path / "cache").exists()


def test_a_holiday_at_the_data_s_end_is_no_error(tmp_path: Path) -> None:
    run = run_backtest("sma-trend", "AAPL", start=date(2022, 1, 1), end=date(2022, 12, 31), home=tmp_path)
    assert (run.first_day, run.last_day) == (date(2022, 1, 3), date(2022, 12, 28))


def spy(home: Path, *, fee_bps: float = 5.0, end: date = date(2011, 12, 30)) -> Backtest:
    return run_backtest("rsi-reversion", "SPY", start=date(2010, 1, 4), end=end, fee_bps=fee_bps, home=home)


def test_a_run_is_cached_by_its_inputs(tmp_path: Path) -> None:
    run = spy(tmp_path)
    file = tmp_path / "cache" / "backtests" / f"{run.run_id}.json"
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    written = file.stat().st_mtime_ns
    assert spy(tmp_path) == run
    assert file.stat().st_mtime_ns == written
    others = {spy(tmp_path, fee_bps=6).run_id, spy(tmp_path, end=date(2011, 12, 29)).run_id, run.run_id}
    assert len(others) == 3


def test_the_cache_is_read_not_only_written(tmp_path: Path) -> None:
    run = spy(tmp_path)
    write_cached(run.run_id, dataclasses.replace(run, trading_days=1), home=tmp_path)
    assert spy(tmp_path).trading_days == 1


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"run_id": 1}', b"null"])
def test_a_broken_cache_file_is_made_again(content: bytes, tmp_path: Path) -> None:
    run = spy(tmp_path)
    file = tmp_path / "cache" / "backtests" / f"{run.run_id}.json"
    good = file.read_bytes()
    file.write_bytes(content)
    assert spy(tmp_path) == run
    assert file.read_bytes() == good


def test_processes_may_write_one_run_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from workbench.backtest import Backtest\n"
        "from workbench.backtest_cache import read_cached, write_cached\n"
        "home = Path(sys.argv[1]); run = read_cached(sys.argv[2], home=home, kind=Backtest)\n"
        "for _ in range(200):\n"
        "    write_cached(run.run_id, run, home=home); assert read_cached(run.run_id, home=home, kind=Backtest) == run"
    )
    run = spy(tmp_path)
    command = [sys.executable, "-c", code, str(tmp_path), run.run_id]
    writers = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert [path.name for path in (tmp_path / "cache" / "backtests").iterdir()] == [f"{run.run_id}.json"]


def test_a_run_id_is_no_path(tmp_path: Path) -> None:
    assert read_cached("../../secret", home=tmp_path, kind=Backtest) is None


def test_new_prices_after_the_window_leave_the_run_its_name(tmp_path: Path) -> None:
    def import_days(count: int) -> None:
        rows = closes("SPY").head(count).rows()
        (tmp_path / "own.csv").write_text("date,close\n" + "".join(f"{day},{close}\n" for day, close in rows))
        import_csv(tmp_path / "own.csv", ticker="OWN", home=tmp_path)

    def run() -> str:
        return run_backtest("sma-trend", "OWN", start=date(2009, 1, 2), end=date(2009, 9, 1), home=tmp_path).run_id

    import_days(500)
    first = run()
    import_days(600)
    assert run() == first


def test_trade_matches_the_definition_of_a_segment() -> None:
    days = np.arange("2020-01-06", "2020-01-11", dtype="datetime64[D]")
    prices, held = np.array([10.0, 20.0, 30.0, 15.0, 15.0]), np.array([0.0, 1.0, 1.0, 0.0, 0.0])
    segment = Segment(part="window", dates=days, prices=prices, held=held)
    np.testing.assert_allclose(
        trade(segment, fee_bps=0), np.array([1, 1, 1.5, 0.75, 0.75]) * INITIAL_EQUITY, rtol=1e-12
    )


def test_history_holds_closes_and_nothing_else() -> None:
    """What a strategy may read: the fact `data_source: daily closes` of every document rests on this."""
    assert [field.name for field in dataclasses.fields(History)] == ["dates", "closes", "first"]
