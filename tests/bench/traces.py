"""Clean traces for timing: a run's 1.9 kB of tool output with about 60 numbers, and an answer that states three of them."""

import json
import random
from collections.abc import Iterator

from data.records import Message, ToolCall, Trace
from workbench.tool_schemas import TOOLS

_MODELS = ("sma-trend", "donchian-breakout", "rsi-reversion", "put-write", "gbm-direction")
_ANSWERS = (
    "{model} on {ticker} compounded at {cagr:.1%} a year, with a maximum drawdown of {drop:.1%} and {trades} trades.",
    "The CAGR was {cagr:.2%}. Peak to trough it fell {drop:.2%}; the final equity was ${equity:,.0f}.",
    "On {ticker} the Sharpe ratio was {sharpe:.2f}, after {fee} bps per side, and the run ended with ${equity:,.2f}.",
)


def timing_traces(count: int, *, seed: int = 0) -> Iterator[Trace]:
    """`count` different traces, the same ones for the same seed."""
    draw = random.Random(seed)
    for number in range(count):
        model, ticker = draw.choice(_MODELS), draw.choice(("SPX", "AAPL", "JPM", "XOM"))
        cagr, drop, sharpe = draw.uniform(-0.1, 0.3), draw.uniform(0.05, 0.6), draw.uniform(-0.5, 2)
        trades, equity, fee = draw.randrange(5, 400), draw.uniform(4e4, 9e5), draw.choice((0, 2, 5, 10, 20))
        months = [
            {"month": f"{2012 + i // 12}-{i % 12 + 1:02d}", "return": round(draw.gauss(0.01, 0.04), 6)}
            for i in range(34)
        ]
        output = {
            "run_id": f"run-{draw.getrandbits(64):016x}",
            "model_id": model,
            "ticker": ticker,
            "window": {"start": "2012-01-03", "end": "2014-10-31"},
            "trading_days": 712,
            "fee_bps": fee,
            "initial_equity": 100_000.0,
            "metrics": {
                "total_return": round(equity / 1e5 - 1, 6),
                "cagr": round(cagr, 6),
                "volatility": round(draw.uniform(0.05, 0.4), 6),
                "sharpe": round(sharpe, 6),
                "max_drawdown": -round(drop, 6),
                "trades": trades,
                "win_rate": round(draw.random(), 6),
                "final_equity": round(equity, 2),
            },
            "monthly_returns": months,
        }
        values = {
            "cagr": cagr,
            "drop": drop,
            "sharpe": sharpe,
            "trades": trades,
            "equity": round(equity, 2),
            "fee": fee,
        }
        arguments = {"model_id": model, "ticker": ticker, "start": "2012-01-03", "end": "2014-10-31", "fee_bps": fee}
        yield Trace(
            messages=(
                Message(role="system", content="You are a trading-research assistant."),
                Message(
                    role="user", content=f"How did {model} do on {ticker} from 2012-01-03 to 2014-10-31? ({number})"
                ),
                Message(
                    role="assistant",
                    content="",
                    tool_calls=(ToolCall(id="c0", name="run_backtest", arguments=arguments),),
                ),
                Message(role="tool", content=json.dumps(output), tool_call_id="c0", name="run_backtest"),
                Message(role="assistant", content=draw.choice(_ANSWERS).format(model=model, ticker=ticker, **values)),
            ),
            tools=TOOLS,
            metadata={"model_id": model, "ticker": ticker, "question_kind": "lookup"},
            author="timing",
        )
