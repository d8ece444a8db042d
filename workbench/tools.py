"""The workbench as an assistant calls it: a tool's name and its arguments in, JSON out, never an exception for a wrong call."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from data.methodology import BUNDLED_DOCUMENTS, MethodologyDocument, load_documents
from workbench.backtest import DEFAULT_FEE_BPS, INITIAL_EQUITY, Backtest, Result, find_strategy, run_backtest
from workbench.backtest_cache import read_cached
from workbench.document_search import DocumentSearch
from workbench.performance import Performance
from workbench.refusal import Refusal
from workbench.strategies.bundled import STRATEGIES
from workbench.tool_schemas import DEFAULT_TOP_K, REQUIRED_OF_A_BACKTEST, TOOLS

DECIMALS = 6


class Workbench:
    """The five tools over one home (imported prices, cached backtests) and one folder of documents (None: the bundled ones).

    Raises AssayError when the documents cannot be read.
    """

    def __init__(self, home: Path, documents_folder: Path | None = None) -> None:
        self.home = home
        self.documents = {document.id: document for document in load_documents(documents_folder or BUNDLED_DOCUMENTS)}
        self._search = DocumentSearch(tuple(self.documents.values()))
        self._tools = {
            "list_models": self._list_models,
            "get_model": self._get_model,
            "run_backtest": self._run_backtest,
            "compare_runs": self._compare_runs,
            "search_docs": self._search_docs,
        }
        self._schemas = {
            tool["function"]["name"]: Draft202012Validator(tool["function"]["parameters"]) for tool in TOOLS
        }

    def call(self, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The tool's result, or `{"error": {"code", "message", "hint", "legal"?}}` for whatever the caller can mend."""
        try:
            if name not in self._tools:
                raise Refusal(
                    "unknown_tool", f"there is no tool {name!r}", hint="use one of legal", legal=tuple(self._tools)
                )
            decoded = dict(arguments) if isinstance(arguments, Mapping) else arguments
            wrong = [
                f"{'.'.join(str(step) for step in fault.absolute_path) or 'arguments'}: {fault.message}"
                for fault in sorted(self._schemas[name].iter_errors(decoded), key=str)
            ]
            if wrong:
                raise Refusal("invalid_arguments", "; ".join(wrong), hint=f"see the schema of {name}")
            return self._tools[name](arguments)
        except Refusal as refusal:
            error: dict[str, Any] = {"code": refusal.code, "message": refusal.message, "hint": refusal.hint}
            if refusal.legal is not None:
                error["legal"] = list(refusal.legal)
            return {"error": error}

    def _list_models(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "models": [{"model_id": each.id, "title": each.title, "kind": each.kind} for each in STRATEGIES],
        }

    def _get_model(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        strategy = find_strategy(arguments["model_id"])
        document = self.documents.get(strategy.id)
        if document is None:
            raise Refusal(
                "no_document",
                f"no methodology document describes {strategy.id}",
                hint="ask about one of legal",
                legal=tuple(each.id for each in STRATEGIES if each.id in self.documents),
            )
        facts = {key: list(value) if isinstance(value, tuple) else value for key, value in document.facts.items()}
        return {
            "model_id": document.id,
            "title": document.title,
            "kind": document.kind,
            "facts": facts,
            "summary": _summary(document),
        }

    def _run_backtest(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return _run_as_json(self._run(arguments))

    def _run(self, arguments: Mapping[str, Any]) -> Backtest:
        if "run_id" in arguments:
            if len(arguments) > 1:
                raise Refusal("invalid_arguments", "run_id stands beside other fields", hint="give run_id alone")
            found = read_cached(arguments["run_id"], home=self.home, kind=Backtest)
            if found is None:
                raise Refusal(
                    "unknown_run", f"there is no run {arguments['run_id']!r}", hint="make it with run_backtest first"
                )
            return found
        missing = [field for field in REQUIRED_OF_A_BACKTEST if field not in arguments]
        if missing:
            raise Refusal(
                "invalid_arguments",
                f"a run lacks {', '.join(missing)}",
                hint="give run_id, or model_id, ticker, start and end",
            )
        return run_backtest(
            arguments["model_id"],
            arguments["ticker"].strip().upper(),
            start=_day("start", arguments["start"]),
            end=_day("end", arguments["end"]),
            fee_bps=arguments.get("fee_bps", DEFAULT_FEE_BPS),
            home=self.home,
        )

    def _compare_runs(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        first, second = (self._run(run) for run in arguments["runs"])
        before, after = _metrics(first.reported), _metrics(second.reported)
        differences = {
            key: None if after[key] is None or before[key] is None else round(after[key] - before[key], DECIMALS)
            for key in before
        }
        return {"runs": [_run_as_json(first), _run_as_json(second)], "second_minus_first": differences}

    def _search_docs(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        hits = self._search.find(arguments["query"], top_k=arguments.get("top_k", DEFAULT_TOP_K))
        return {
            "results": [
                {
                    "doc_id": hit.passage.doc_id,
                    "title": hit.passage.title,
                    "section": hit.passage.section,
                    "text": hit.passage.text,
                    "score": round(hit.score, 3),
                }
                for hit in hits
            ]
        }


def _day(field: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal("invalid_arguments", f"{field}: {text} is no date of the calendar", hint="YYYY-MM-DD") from error


def _summary(document: MethodologyDocument) -> str:
    """The first paragraph of its prose, "" where it has none."""
    blocks = (block.strip() for block in document.body.split("\n\n"))
    return next((" ".join(block.split()) for block in blocks if block and not block.startswith("#")), "")


def _run_as_json(run: Backtest) -> dict[str, Any]:
    reported = run.reported
    parts: dict[str, Any] = {
        result.part: {"window": _window(result), "trading_days": result.trading_days, "metrics": _metrics(result)}
        for result in run.results
        if result.part != "window"
    }
    return {
        "run_id": run.run_id,
        "model_id": run.model_id,
        "ticker": run.ticker,
        "window": {"start": str(run.first_day), "end": str(run.last_day)},
        "trading_days": run.trading_days,
        "fee_bps": run.fee_bps,
        "initial_equity": INITIAL_EQUITY,
        "metrics_are_of": reported.part,
        "metrics": _metrics(reported),
        "buy_and_hold": _performance(reported.buy_and_hold),
        **parts,
    }


def _window(result: Result) -> dict[str, str]:
    return {"start": str(result.first_day), "end": str(result.last_day)}


def _performance(performance: Performance) -> dict[str, Any]:
    return {key: None if value is None else round(value, DECIMALS) for key, value in asdict(performance).items()}


def _metrics(result: Result) -> dict[str, Any]:
    trades = result.trades
    return {
        **_performance(result.performance),
        "trades": trades.trades,
        "win_rate": None if trades.win_rate is None else round(trades.win_rate, DECIMALS),
        "time_in_market": round(trades.time_in_market, DECIMALS),
        "final_equity": round(result.final_equity, 2),
    }
