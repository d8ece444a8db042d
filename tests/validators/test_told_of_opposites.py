"""Numbers that a sentence tells of each of two opposites."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_FUND: dict[str, Any] = {
    "gross_return_pct": 9.41,
    "net_return_pct": 7.36,
    "benchmark_return_pct": 6.22,
    "avg_win_usd": 310.0,
    "avg_loss_usd": -184.0,
}
_EVEN: dict[str, Any] = {"gross_return_pct": 9.41, "net_return_pct": 9.41, "benchmark_return_pct": 6.22}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    "answer",
    [
        "Before fees it was 9.41%; after fees 9.41%.",
        "After all costs 7.36%, before them 7.36%.",
        "Gross 9.41%, net 9.41%.",
        "You made 7.36% while the benchmark made 7.36%.",
        "Your return was 7.36% and the index was at 7.36%.",
    ],
)
def test_one_number_is_not_told_of_two_opposites(answer: str) -> None:
    assert _failing(_FUND, answer)


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_FUND, "Before fees it was 9.41%; after fees 7.36%."),
        (_EVEN, "Before fees it was 9.41%; after fees 9.41%."),
        (_FUND, "Gross 9.41%, net 7.36%."),
        (_FUND, "You made 7.36% while the benchmark made 6.22%."),
        (_FUND, "After fees you keep 7.36%. Those 7.36% are what counts."),
    ],
)
def test_numbers_of_their_own_pass(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


_SWEEP: dict[str, Any] = {
    "rows": [{"lookback": n, "sharpe": sharpe} for n, sharpe in ((15, 1.12), (40, 0.87), (75, 0.46))]
}


@pytest.mark.parametrize(
    "answer", ["The Sharpe ratio goes 1.12 > 0.46 > 0.46.", "Sharpe ratios of 1.12, 0.87 and 0.87."]
)
def test_a_number_does_not_end_a_list_twice(answer: str) -> None:
    assert _failing(_SWEEP, answer)
    assert _failing(_SWEEP, "The Sharpe ratio goes 1.12 > 0.87 > 0.46.") == []
