"""Comparisons of a strategy with a part that only a key tells apart: its benchmark, what merely holding made."""

from json import dumps

import pytest

from validators.grounding.review import grounded_numbers

_RUN = dumps(
    {
        "strategy": "amber",
        "total_return": 0.312,
        "max_drawdown": -0.118,
        "sharpe": 0.72,
        "buy_hold_return": 0.584,
        "buy_hold_max_drawdown": -0.337,
        "trades": 64,
    }
)


def _is_refused(answer: str) -> bool:
    return any(each.reason for each in grounded_numbers(answer, ["Did it pay?"], [_RUN], [{}]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The strategy lagged buy and hold.", "The strategy beat buy and hold."),
        (
            "In short, it earned less than buy-and-hold did, whose return was 58.4%.",
            "In short, it earned more than buy-and-hold did, whose return was 58.4%.",
        ),
        ("Buy and hold beat it, with 58.4%.", "Buy and hold trailed it, with 58.4%."),
        (
            "The strategy had a shallower drawdown than buy and hold.",
            "The strategy had a deeper drawdown than buy and hold.",
        ),
    ],
)
def test_a_comparison_with_the_benchmark(right: str, wrong: str) -> None:
    assert not _is_refused(right)
    assert _is_refused(wrong)


@pytest.mark.parametrize(
    "right",
    [
        "It trades more than buy and hold does.",
        "It would have to earn more to match buy and hold.",
        "It was calmer than buy and hold, with a drawdown of 11.8%, but earned less.",
    ],
)
def test_what_is_no_comparison_of_the_two_returns(right: str) -> None:
    assert not _is_refused(right)
