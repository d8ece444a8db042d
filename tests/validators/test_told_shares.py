"""What part of a whole answers say that one run is, and how many trades lost."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_RUNS: list[dict[str, Any]] = [
    {"model": "ash-carry", "ticker": "KQA", "metrics": {"win_rate": 0.51, "trades": 89, "fees_usd": 310.0}},
    {"model": "ash-carry", "ticker": "MUR", "metrics": {"win_rate": 0.46, "trades": 41, "fees_usd": 144.5}},
    {"model": "ash-carry", "ticker": "ZED", "metrics": {"win_rate": 0.61, "trades": 62, "fees_usd": 217.25}},
]
_RUN: list[dict[str, Any]] = [{"model": "ash-carry", "metrics": {"total_return": 0.2, "win_rate": 0.43, "trades": 100}}]


def _failing(outputs: list[dict[str, Any]], answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(each) for each in outputs], [{} for _ in outputs])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("outputs", "answer"),
    [
        (_RUNS, "All three together placed 192 trades; KQA accounts for 46.4% of them."),
        (_RUNS, "MUR accounts for 21.5% of the combined fees."),
        (_RUNS, "KQA alone made up 46.4% of all trades (89 of 192)."),
        (_RUNS, "ZED won 61.0% of its trades."),
        (_RUN, "57.0% of the trades lost money."),
        (_RUN, "43.0% of the trades won; the other 57.0% lost."),
        (_RUN, "You lose on 57.0% of the trades."),
        (_RUN, "43.0% of trades ended up ahead."),
    ],
)
def test_shares_that_are_what_is_told_pass(outputs: list[dict[str, Any]], answer: str) -> None:
    assert _failing(outputs, answer) == []


@pytest.mark.parametrize(
    ("outputs", "answer", "wrong"),
    [
        (_RUNS, "All three together placed 192 trades; KQA accounts for 32.3% of them.", "32.3%"),
        (_RUNS, "MUR accounts for 46.2% of the combined fees.", "46.2%"),
        (_RUN, "43.0% of the trades lost money.", "43.0%"),
        (_RUN, "Losing trades made up 43.0%.", "43.0%"),
    ],
)
def test_shares_of_another_part_fail(outputs: list[dict[str, Any]], answer: str, wrong: str) -> None:
    assert _failing(outputs, answer) == [wrong]
