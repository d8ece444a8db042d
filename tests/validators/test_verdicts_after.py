"""Verdicts on two numbers told before them, and numbers of the year, the cost or the side that is meant."""

import json

import pytest

from data.records import Message, Trace
from data.trace_frame import trace_frame
from validators.grounding.check import Grounding
from validators.grounding.review import grounded_numbers

_YEARS = json.dumps(
    {
        "model": "heron",
        "by_year": {
            "2018": {"return": 0.112, "volatility": 0.143, "trades": 61},
            "2019": {"return": -0.048, "volatility": 0.187, "trades": 88},
            "2020": {"return": 0.064, "volatility": 0.126, "trades": 74},
        },
    }
)
_SHOCK = json.dumps(
    {
        "shock": "rates up",
        "effects": [{"portfolio": "Alder", "pnl_pct": -4.1}, {"portfolio": "Birch", "pnl_pct": -7.3}],
    }
)
_COSTS = json.dumps(
    {
        "costs": {
            "dune-carry": {"cost_bps": {"commission": 24, "slippage": 54, "borrow": 12}},
            "fjord-trend": {"cost_bps": {"commission": 31, "slippage": 22, "borrow": 44}},
        }
    }
)


def _is_refused(answer: str, output: str) -> bool:
    return any(each.reason for each in grounded_numbers(answer, ["How did it go?"], [output]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "It made 11.2% in 2018 and lost 4.8% in 2019, so the second was the worse year.",
            "It made 11.2% in 2018 and lost 4.8% in 2019, so the second was the better year.",
        ),
        (
            "Volatility was 14.3% in 2018 against 18.7% in 2019. The later year was the rougher one.",
            "Volatility was 14.3% in 2018 against 18.7% in 2019. The later year was the calmer one.",
        ),
    ],
)
def test_a_verdict_by_order_or_time(right: str, wrong: str) -> None:
    assert not _is_refused(right, _YEARS)
    assert _is_refused(wrong, _YEARS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "The shock costs Alder 4.1% and Birch 7.3%, so the latter suffers more.",
            "The shock costs Alder 4.1% and Birch 7.3%, so the former suffers more.",
        ),
    ],
)
def test_a_verdict_on_losses(right: str, wrong: str) -> None:
    assert not _is_refused(right, _SHOCK)
    assert _is_refused(wrong, _SHOCK)


@pytest.mark.parametrize(
    "answer",
    [
        "It made 11.2% in 2018 and lost 4.8% in 2019. On Sharpe the second may still be the better year.",
        "It made 11.2% in 2018 and lost 4.8% in 2019; the first is no better guide to what comes.",
    ],
)
def test_a_verdict_on_something_else(answer: str) -> None:
    assert not _is_refused(answer, _YEARS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "It had a rough 2019. The return was -4.8% over 88 trades.",
            "It had a rough 2019. The return was -4.8% over 61 trades.",
        ),
        ("The return fell from 11.2% in 2018 to -4.8% in 2019.", "The return fell from 6.4% in 2018 to -4.8% in 2019."),
    ],
)
def test_a_number_of_another_year(right: str, wrong: str) -> None:
    assert not _is_refused(right, _YEARS)
    assert _is_refused(wrong, _YEARS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("dune-carry's slippage, at 54 bps, is the largest item.", "dune-carry's slippage, at 24 bps, is the largest item."),
        ("For fjord-trend slippage comes to 22 bps a year.", "For fjord-trend slippage comes to 31 bps a year."),
    ],
)  # fmt: skip
def test_a_cost_is_not_the_one_of_another_kind(right: str, wrong: str) -> None:
    assert not _is_refused(right, _COSTS)
    assert _is_refused(wrong, _COSTS)


def _trace(answer: str, output: str) -> Trace:
    return Trace(
        messages=(
            Message(role="user", content="How did it go?"),
            Message(role="tool", content=output, tool_call_id="call_0", name="report"),
            Message(role="assistant", content=answer),
        )
    )


def test_a_verdict_is_not_cleared_by_its_wording() -> None:
    right = "It made 11.2% in 2018 and 6.4% in 2020, so the second was the worse year."
    wrong = "It made 6.4% in 2020 and 11.2% in 2018, so the second was the worse year."
    suspected = Grounding().suspects(trace_frame([_trace(right, _YEARS), _trace(wrong, _YEARS)]))
    assert Grounding().judge(_trace(wrong, _YEARS))
    assert suspected.to_list()[1]
