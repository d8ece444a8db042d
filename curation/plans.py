"""Which tools answer a question, in which order."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.questions import QuestionTemplate
from data.records import Scenario

Call = tuple[str, Mapping[str, Any]]


def planned_calls(template: QuestionTemplate, scenario: Scenario) -> Sequence[Call]:
    """(tool name, arguments) of each call that answers `scenario`, in order; () for a question that no tool can answer."""
    run: dict[str, Any] = {
        "model_id": scenario.model_id,
        "ticker": scenario.ticker,
        "start": scenario.start,
        "end": scenario.end,
    }
    document = ("get_model", {"model_id": scenario.model_id})
    match template.plan:
        case "run" | "outside_data":
            fee = {} if scenario.fee_bps is None else {"fee_bps": scenario.fee_bps}
            return (("run_backtest", run | fee),)
        case "fees":
            return (("run_backtest", run), ("run_backtest", run | {"fee_bps": scenario.fee_bps}))
        case "halves":
            first, second = _halves(scenario)
            halves = [run | {"start": start, "end": end, "fee_bps": scenario.fee_bps} for start, end in (first, second)]
            return (("compare_runs", {"runs": halves}),)
        case "document":
            return (document,)
        case "search":
            query = template.query.format(model=scenario.model_id)
            return (("search_docs", {"query": query, "top_k": 5}), document)
        case "unknown_model":
            return (document, ("list_models", {}))
        case "forecast":
            return ()


def _halves(scenario: Scenario) -> tuple[tuple[str, str], tuple[str, str]]:
    start, end = date.fromisoformat(scenario.start or ""), date.fromisoformat(scenario.end or "")
    middle = start + (end - start) / 2
    return (str(start), str(middle)), (str(middle), str(end))
