"""What an answer may say: the values of the tools' results, under the names that answer texts use."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from data.questions import QuestionTemplate
from data.records import Scenario

Values = Mapping[str, Any]


class _Slots(Formatter):
    """`{early.cagr:.1%}` reads the value named `early.cagr`."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name


def fill(text: str, values: Values) -> str:
    """The text with its slots filled. Raises KeyError for a value that is not there, TypeError for one that is None."""
    return _Slots().vformat(text, (), values)


def slots(text: str) -> tuple[str, ...]:
    """The names of the values that a text states, in order."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name)


def answer_values(template: QuestionTemplate, scenario: Scenario, results: Sequence[Mapping[str, Any]]) -> Values:
    """The values that the plan's results give. A result that is a tool's error gives `error`, its message."""
    values: dict[str, Any] = {
        "model": scenario.model_id,
        "ticker": scenario.ticker,
        "start": scenario.start,
        "end": scenario.end,
        "fee": None if scenario.fee_bps is None else f"{scenario.fee_bps:g}",
    }
    for result in results:
        if "error" in result:
            values["error"] = str(result["error"]["message"])
        if "facts" in result:
            values |= {
                key: ", ".join(fact) if isinstance(fact, list) else fact for key, fact in result["facts"].items()
            }
            values |= {"fee": values["fee"], "fee_fact": result["facts"].get("fee"), "kind": result["kind"]}
        if "models" in result:
            values["models"] = ", ".join(model["model_id"] for model in result["models"])
    runs = [run for result in results for run in result.get("runs", [result] if "metrics" in result else [])]
    names = {"fees": ("base.", "dear."), "halves": ("early.", "late.")}.get(template.plan, ("",))
    for name, run in zip(names, runs, strict=False):
        values |= run_values(run, prefix=name)
    return values


def run_values(run: Mapping[str, Any], *, prefix: str = "") -> dict[str, Any]:
    """A run's metrics and axes; the window is that of the part which the metrics are of."""
    metrics = run["metrics"]
    part = run if run["metrics_are_of"] == "window" else run[run["metrics_are_of"]]
    values = {
        **metrics,
        "start": part["window"]["start"],
        "end": part["window"]["end"],
        "trading_days": part["trading_days"],
        "moved": "gained" if metrics["total_return"] >= 0 else "lost",
        "size": abs(metrics["total_return"]),
        "drop": abs(metrics["max_drawdown"]),
        "out_of_sample": run["metrics_are_of"] == "out_of_sample",
    }
    # In an answer about one run the fee is the question's own wording; about two, each has its number.
    fee = {"fee": run["fee_bps"] if prefix else f"{run['fee_bps']:g}"}
    return {f"{prefix}{key}": value for key, value in (values | fee).items()}
