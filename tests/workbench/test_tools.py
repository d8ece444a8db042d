import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from data.errors import AssayError
from data.market.series import tickers
from workbench.strategies.bundled import STRATEGIES
from workbench.tool_schemas import TOOLS
from workbench.tools import Workbench

SPY = {"model_id": "sma-trend", "ticker": "SPY", "start": "2010-01-01", "end": "2014-12-31"}


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return Workbench(tmp_path_factory.mktemp("home"))


def error(workbench: Workbench, name: str, arguments: Any) -> dict[str, Any]:
    answer = workbench.call(name, arguments)
    assert set(answer) == {"error"}
    assert set(answer["error"]) <= {"code", "message", "hint", "legal"}
    assert answer["error"]["message"]
    assert answer["error"]["hint"]
    json.dumps(answer, allow_nan=False)
    fault: dict[str, Any] = answer["error"]
    return fault


def test_schemas_are_in_the_function_form() -> None:
    assert [tool["function"]["name"] for tool in TOOLS] == [
        "list_models",
        "get_model",
        "run_backtest",
        "compare_runs",
        "search_docs",
    ]
    for tool in TOOLS:
        assert set(tool) == {"type", "function"}
        assert tool["type"] == "function"
        assert tool["function"]["description"]
        Draft202012Validator.check_schema(tool["function"]["parameters"])
        json.dumps(tool)


def test_every_tool_answers(workbench: Workbench) -> None:
    calls: dict[str, dict[str, Any]] = {
        "list_models": {},
        "get_model": {"model_id": "put-write"},
        "run_backtest": SPY,
        "compare_runs": {"runs": [SPY, {**SPY, "fee_bps": 20}]},
        "search_docs": {"query": "fees"},
    }
    assert set(calls) == {tool["function"]["name"] for tool in TOOLS}
    for name, arguments in calls.items():
        answer = workbench.call(name, arguments)
        assert "error" not in answer
        json.dumps(answer, allow_nan=False)


def test_list_and_get_models(workbench: Workbench) -> None:
    listed = workbench.call("list_models", {})["models"]
    assert [model["model_id"] for model in listed] == [strategy.id for strategy in STRATEGIES]
    for model in listed:
        got = workbench.call("get_model", {"model_id": model["model_id"]})
        assert (got["title"], got["kind"]) == (model["title"], model["kind"])
        assert got["facts"]["fee"] == "5 bps per side"
        assert got["summary"].startswith(model["model_id"])


def test_a_rule_is_reported_over_its_whole_window(workbench: Workbench) -> None:
    run = workbench.call("run_backtest", SPY)
    assert run["metrics_are_of"] == "window"
    assert run["window"] == {"start": "2010-01-04", "end": "2014-12-31"}
    assert run["fee_bps"] == 5
    assert run["initial_equity"] == 100_000
    assert list(run["metrics"]) == [
        "total_return",
        "cagr",
        "volatility",
        "sharpe",
        "max_drawdown",
        "trades",
        "win_rate",
        "time_in_market",
        "final_equity",
    ]
    assert "in_sample" not in run
    assert run["metrics"]["final_equity"] == pytest.approx(100_000 * (1 + run["metrics"]["total_return"]), abs=0.1)
    assert -1 < run["metrics"]["max_drawdown"] < 0
    assert all(value == round(value, 6) for value in run["metrics"].values())


def test_the_model_is_reported_out_of_sample(workbench: Workbench) -> None:
    run = workbench.call("run_backtest", {**SPY, "model_id": "gbm-direction"})
    assert run["metrics_are_of"] == "out_of_sample"
    assert run["metrics"] == run["out_of_sample"]["metrics"] != run["in_sample"]["metrics"]
    assert run["in_sample"]["window"]["end"] < run["out_of_sample"]["window"]["start"]
    assert run["in_sample"]["trading_days"] + run["out_of_sample"]["trading_days"] == run["trading_days"]
    assert run["in_sample"]["trading_days"] == run["trading_days"] * 8 // 10


def test_ticker_may_be_written_small(workbench: Workbench) -> None:
    assert workbench.call("run_backtest", {**SPY, "ticker": " spy"}) == workbench.call("run_backtest", SPY)


def test_runs_are_compared_by_id_or_by_what_they_are(workbench: Workbench) -> None:
    other = {**SPY, "fee_bps": 50}
    first, second = workbench.call("run_backtest", SPY), workbench.call("run_backtest", other)
    by_id = workbench.call("compare_runs", {"runs": [{"run_id": first["run_id"]}, {"run_id": second["run_id"]}]})
    assert by_id == workbench.call("compare_runs", {"runs": [SPY, other]})
    assert by_id["runs"] == [first, second]
    for key, difference in by_id["second_minus_first"].items():
        assert difference == pytest.approx(second["metrics"][key] - first["metrics"][key], abs=2e-6)
    assert by_id["second_minus_first"]["total_return"] < 0
    assert by_id["second_minus_first"]["trades"] == 0


def test_search(workbench: Workbench) -> None:
    results = workbench.call("search_docs", {"query": "validation train/test split sma-trend", "top_k": 5})["results"]
    assert len(results) == 5
    assert set(results[0]) == {"doc_id", "title", "section", "text", "score"}
    assert "validation-policy" in [result["doc_id"] for result in results]
    assert workbench.call("search_docs", {"query": "zyzzyva"}) == {"results": []}
    assert len(workbench.call("search_docs", {"query": "fee"})["results"]) == 3


@pytest.mark.parametrize(
    ("name", "arguments", "code", "words"),
    [
        ("buy", {}, "unknown_tool", "buy"),
        ("list_models", {"x": 1}, "invalid_arguments", "x"),
        ("get_model", {}, "invalid_arguments", "model_id"),
        ("get_model", {"model_id": 3}, "invalid_arguments", "model_id"),
        ("get_model", {"model_id": "lstm"}, "unknown_model", "lstm"),
        ("run_backtest", {**SPY, "model_id": "lstm"}, "unknown_model", "lstm"),
        ("run_backtest", {**SPY, "ticker": "NOPE"}, "unknown_ticker", "NOPE"),
        ("run_backtest", {**SPY, "ticker": ""}, "unknown_ticker", "ticker"),
        ("run_backtest", {**SPY, "ticker": "../../x"}, "unknown_ticker", "ticker"),
        ("run_backtest", {**SPY, "start": "2015-01-01"}, "empty_window", "2015-01-01"),
        ("run_backtest", {**SPY, "start": "2014-12-27", "end": "2014-12-28"}, "empty_window", "no trading day"),
        ("run_backtest", {**SPY, "start": "2014-12-08"}, "window_too_short", "17 trading days"),
        ("run_backtest", {**SPY, "start": "2001-01-01"}, "window_outside_data", "2008-01-02"),
        ("run_backtest", {**SPY, "end": "2024-01-01"}, "window_outside_data", "2016-07-01"),
        ("run_backtest", {**SPY, "end": "9999-12-31"}, "window_outside_data", "2016-07-01"),
        ("run_backtest", {**SPY, "start": "2014-02-30"}, "invalid_arguments", "2014-02-30"),
        ("run_backtest", {**SPY, "start": "last year"}, "invalid_arguments", "start"),
        ("run_backtest", {**SPY, "start": "2010-01-01\n"}, "invalid_arguments", "start"),
        ("run_backtest", {**SPY, "fee_bps": -1}, "invalid_arguments", "fee_bps"),
        ("run_backtest", {**SPY, "fee_bps": "5"}, "invalid_arguments", "fee_bps"),
        ("run_backtest", {**SPY, "fee_bps": float("nan")}, "invalid_arguments", "fee_bps"),
        ("run_backtest", {**SPY, "leverage": 2}, "invalid_arguments", "leverage"),
        ("run_backtest", [], "invalid_arguments", "object"),
        ("run_backtest", None, "invalid_arguments", "object"),
        ("compare_runs", {"runs": [SPY]}, "invalid_arguments", "runs"),
        ("compare_runs", {"runs": [SPY, {}]}, "invalid_arguments", "model_id"),
        ("compare_runs", {"runs": [SPY, {"run_id": "run-0123456789abcdef"}]}, "unknown_run", "run-0123456789abcdef"),
        ("compare_runs", {"runs": [SPY, {"run_id": "../x"}]}, "unknown_run", "../x"),
        ("compare_runs", {"runs": [SPY, {**SPY, "run_id": "run-0123456789abcdef"}]}, "invalid_arguments", "run_id"),
        ("compare_runs", {"runs": [SPY, {**SPY, "ticker": "NOPE"}]}, "unknown_ticker", "NOPE"),
        ("search_docs", {"query": ""}, "invalid_arguments", "query"),
        ("search_docs", {"query": "x", "top_k": 0}, "invalid_arguments", "top_k"),
    ],
)
def test_what_an_assistant_can_get_wrong(
    workbench: Workbench, name: str, arguments: Any, code: str, words: str
) -> None:
    fault = error(workbench, name, arguments)
    assert fault["code"] == code
    assert words in fault["message"]


def test_errors_list_what_is_legal(workbench: Workbench) -> None:
    assert error(workbench, "run_backtest", {**SPY, "ticker": "X"})["legal"] == list(tickers())
    assert error(workbench, "get_model", {"model_id": "x"})["legal"] == [strategy.id for strategy in STRATEGIES]
    assert error(workbench, "run_backtest", {**SPY, "end": "2020-01-01"})["legal"] == ["2008-01-02", "2016-07-01"]
    assert error(workbench, "buy", {})["legal"] == [tool["function"]["name"] for tool in TOOLS]


def test_documents_of_one_s_own(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(
        "---\nid: sma-trend\ntitle: Own\nkind: rule-based\nfacts:\n  universe: [SPY, EFA]\n---\n# Own\n\nOnly marmots.\n"
    )
    workbench = Workbench(tmp_path / "home", tmp_path)
    got = workbench.call("get_model", {"model_id": "sma-trend"})
    assert (got["facts"], got["summary"]) == ({"universe": ["SPY", "EFA"]}, "Only marmots.")
    assert error(workbench, "get_model", {"model_id": "put-write"})["code"] == "no_document"
    with pytest.raises(AssayError):
        Workbench(tmp_path / "home", tmp_path / "missing")
