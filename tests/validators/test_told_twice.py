"""One number told twice in a sentence: again, of what it is, or of something else."""

import json
from collections.abc import Callable

import pytest

from tests.growth import LINEAR, growth
from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_RUN = json.dumps(
    {
        "model": "opal",
        "cagr": 0.1134,
        "total_return": 0.4623,
        "max_drawdown": -0.32,
        "trades": 233,
        "wins": 128,
        "losses": 105,
        "initial_equity": 50000,
        "final_equity": 73115.2,
        "fees_paid": 1210.4,
    }
)
_TWO = json.dumps(
    {
        "runs": [
            {"model": "opal", "cagr": 0.1134, "max_drawdown": -0.32, "trades": 233},
            {"model": "tern", "cagr": 0.0834, "max_drawdown": -0.409, "trades": 308},
        ]
    }
)


def _reasons(answer: str, output: str) -> list[Reason]:
    return [each.reason for each in grounded_numbers(answer, ["How did it go?"], [output]) if each.reason]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Won / lost: 128 / 105", "Won / lost: 105 / 105"),
        ("128 positions won, 105 lost.", "105 positions won, 105 lost."),
        (
            "Start of the account: $50,000, end of the account: $73,115.",
            "Start of the account: $73,115, end of the account: $73,115.",
        ),
        (
            "It ended at $73,115, with $1,210 deducted in commissions.",
            "It ended at $73,115, with $73,115 deducted in commissions.",
        ),
        ("It came to $73,115, from $50,000 at the outset.", "It came to $73,115, from $73,115 at the outset."),
    ],
)
def test_a_number_told_of_another_metric_too(right: str, wrong: str) -> None:
    assert not _reasons(right, _RUN)
    assert _reasons(wrong, _RUN)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "By drawdown opal is the safer one: -32.0% vs. -40.9%.",
            "By drawdown opal is the safer one: -32.0% vs. -32.0%.",
        ),
        ("Trade counts: 233 against 308", "Trade counts: 233 against 233"),
    ],
)
def test_a_number_set_against_itself(right: str, wrong: str) -> None:
    assert not _reasons(right, _TWO)
    assert _reasons(wrong, _TWO)


@pytest.mark.parametrize(
    "answer",
    [
        "The account ended at $73,115, so $73,115 is what there is to spend.",
        "Of 233 trades 105 lost, and those 105 took it down by 32% at the worst.",
        "It grew by 46.2% in all, and that 46.2% came with a drawdown of 32%.",
    ],
)
def test_a_number_told_again(answer: str) -> None:
    assert not _reasons(answer, _RUN)


def test_time_grows_with_the_metrics_named_again_and_no_faster() -> None:
    def repeating(times: int) -> Callable[[], object]:
        text = "105 winners, 105 losers; " * times
        return lambda: grounded_numbers(text, ["How did it go?"], [_RUN])

    assert growth(repeating, size=10) < LINEAR
