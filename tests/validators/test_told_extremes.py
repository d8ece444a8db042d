"""Numbers told as the highest or the lowest of several, whether or not the sentence names what they are of."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

_FUNDS: dict[str, Any] = {
    "rows": [
        {"fund": "Amber Growth", "sharpe": 0.91, "max_drawdown": -0.182, "recovery_days": 310, "fees_paid": 4120},
        {"fund": "Birch Value", "sharpe": 1.24, "max_drawdown": -0.094, "recovery_days": 95, "fees_paid": 7350},
        {"fund": "Cedar Income", "sharpe": 0.37, "max_drawdown": -0.267, "recovery_days": 544, "fees_paid": 2210},
    ]
}
_YEARS: dict[str, Any] = {
    "model": "rook-9",
    "years": {"2017": {"strategy_pct": 6.1}, "2018": {"strategy_pct": -8.4}, "2019": {"strategy_pct": 17.3}},
}
_RUNS: dict[str, Any] = {
    "runs": {
        "base": {"final_value_usd": 141200, "trades": 88},
        "slow": {"final_value_usd": 118400, "trades": 31},
        "fast": {"final_value_usd": 163900, "trades": 240},
    }
}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["Which one?"], [dumps(output)], [{}])
    return [number.text for number in found if not number.grounded]


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            _FUNDS,
            "Birch Value does. Its Sharpe of 1.24 is the highest of the three.",
            "Cedar Income does. Its Sharpe of 0.37 is the highest of the three.",
        ),
        (
            _FUNDS,
            "Cedar Income then: its drawdown, 26.7%, is the deepest of the lot.",
            "Amber Growth then: its drawdown, 18.2%, is the deepest of the lot.",
        ),
        (
            _FUNDS,
            "The largest bill belongs to Birch Value, with fees of $7,350.",
            "The smallest bill belongs to Birch Value, with fees of $7,350.",
        ),
        (
            _YEARS,
            "2019 was the strongest calendar year, when it returned 17.3%.",
            "2017 was the strongest calendar year, when it returned 6.1%.",
        ),
        (
            _YEARS,
            "The worst of the three years was 2018. The result that year was -8.4%.",
            "The worst of the three years was 2017. The result that year was 6.1%.",
        ),
        (_RUNS, "The fast run ends with the most money: $163,900.", "The base run ends with the most money: $141,200."),
        (
            _RUNS,
            "It made 31 trades, the fewest of the three runs.",
            "Dealing was heaviest in the slow run (31 trades).",
        ),
    ],
)
def test_a_number_told_as_the_first_of_several_is_so(output: Any, right: str, wrong: str) -> None:
    assert _failing(output, right) == []
    assert _failing(output, wrong) != []


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_FUNDS, "Amber Growth had its deepest drawdown at 18.2%."),
        (_FUNDS, "The worst drawdown of Amber Growth was 18.2%."),
        (_FUNDS, "Cedar Income has the deepest drawdown of the three; Amber Growth lost 18.2%."),
        (_FUNDS, "The second highest Sharpe is that of Amber Growth, 0.91."),
        (_YEARS, "From -8.4% in the weakest year to 17.3% in the strongest."),
        (_YEARS, "It is not the best year: 6.1% in 2017."),
    ],
)
def test_a_number_told_beside_an_extreme_need_not_be_it(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            _YEARS,
            "The best calendar year was 2019 and the worst was 2018.",
            "The best calendar year was 2018 and the worst was 2018.",
        ),
        (_YEARS, "The best year was 2019.", "The best year was 2017."),
        (
            _FUNDS,
            "All of them fell hard at some point. The mildest of these was Birch Value's.",
            "All of them fell hard at some point. The mildest of these was Cedar Income's.",
        ),
    ],
)
def test_an_extreme_whose_sentence_tells_neither_a_number_nor_a_metric(output: Any, right: str, wrong: str) -> None:
    assert not _failing(output, right)
    assert _failing(output, wrong)


@pytest.mark.parametrize("right", ["The market's best year was 2017.", "The best year for the index was 2018."])
def test_the_best_year_of_something_else(right: str) -> None:
    assert not _failing(_YEARS, right)
