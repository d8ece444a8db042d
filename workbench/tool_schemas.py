"""The tools that an assistant is offered, as JSON schemas in the Hugging Face and OpenAI function form."""

from collections.abc import Mapping
from typing import Any

from workbench.backtest import DEFAULT_FEE_BPS, HIGHEST_FEE_BPS

DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
MODEL_ID = {"type": "string", "description": "A model's id, as list_models gives it, for example sma-trend."}
BACKTEST: dict[str, Any] = {
    "model_id": MODEL_ID,
    "ticker": {"type": "string", "description": "A ticker in capitals, for example SPY."},
    "start": {**DATE, "description": "First day of the window, YYYY-MM-DD."},
    "end": {**DATE, "description": "Last day of the window, YYYY-MM-DD."},
    "fee_bps": {
        "type": "number",
        "minimum": 0,
        "maximum": HIGHEST_FEE_BPS,
        "description": f"Fee in basis points of the traded worth, per side. {DEFAULT_FEE_BPS:g} where it is left out.",
    },
}
REQUIRED_OF_A_BACKTEST = ("model_id", "ticker", "start", "end")
RUN_ID = {"type": "string", "description": "The run_id of a backtest made before, instead of the other fields."}
DEFAULT_TOP_K = 3


def _function(
    name: str, description: str, properties: Mapping[str, Any], required: tuple[str, ...] = ()
) -> Mapping[str, Any]:
    parameters = {
        "type": "object",
        "properties": dict(properties),
        "required": [*required],
        "additionalProperties": False,
    }
    return {"type": "function", "function": {"name": name, "description": description, "parameters": parameters}}


TOOLS: tuple[Mapping[str, Any], ...] = (
    _function("list_models", "List the strategies: id, title and kind (rule-based or ml).", {}),
    _function(
        "get_model",
        "Get a strategy's methodology: its facts (lookback, rebalance, fee, evaluation split and so on) and a summary.",
        {"model_id": MODEL_ID},
        ("model_id",),
    ),
    _function(
        "run_backtest",
        "Backtest a strategy on one ticker over a window. Returns and volatilities are fractions (0.1 is 10%), drawdowns "
        "negative. For a machine-learning model metrics are out of sample.",
        BACKTEST,
        REQUIRED_OF_A_BACKTEST,
    ),
    _function(
        "compare_runs",
        "Compare two backtests, each given by its run_id or by model_id, ticker, start, end and fee_bps. The differences "
        "are the second run's metrics minus the first's.",
        {
            "runs": {
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "items": {
                    "type": "object",
                    "properties": {"run_id": RUN_ID, **BACKTEST},
                    "additionalProperties": False,
                },
            }
        },
        ("runs",),
    ),
    _function(
        "search_docs",
        "Search the methodology and policy documents for passages.",
        {
            "query": {"type": "string", "minLength": 1, "maxLength": 1000, "description": "Words to look for."},
            "top_k": {
                "type": "integer",
                "minimum": 1,
                "maximum": 10,
                "description": f"How many passages at most. {DEFAULT_TOP_K} where it is left out.",
            },
        },
        ("query",),
    ),
)
