"""Counts of rows on one side of zero, or of another column."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_MONTHS: dict[str, Any] = {
    "rows": [
        {"month": f"2016-{month:02}", "return_pct": value, "benchmark_pct": market, "trades": 9 + month}
        for month, (value, market) in enumerate(
            [(2.1, 1.4), (-1.2, 0.8), (0.7, -2.2), (3.3, 1.9), (-0.4, -1.1), (-2.6, -3.0),
             (1.8, 2.4), (0.9, 1.2), (4.1, 0.3), (-1.7, -2.5)],
            start=1,
        )
    ]
}  # fmt: skip
_DEALS: dict[str, Any] = {
    "trades": [
        {"trade": f"D{at}", "pnl_usd": value, "opened": f"2019-0{at}-11"}
        for at, value in enumerate([410, -95, 230, -610, 75, 18], start=1)
    ]
}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How often did it win?"], [dumps(output)], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_MONTHS, "Six of the ten months closed in the green."),
        (_MONTHS, "Of the ten months, six were positive."),
        (_MONTHS, "Four losing months out of ten."),
        (_MONTHS, "It was in profit in six of the ten months."),
        (_MONTHS, "Four of the ten closed red, the other six did not."),
        (_MONTHS, "The ten months closed with a total of 145 trades."),
        (_MONTHS, "It beat the benchmark in seven of the ten months."),
        (_MONTHS, "At least five of the ten months were up."),
        (_MONTHS, "Three of the ten months were up by more than 2%."),
        (_DEALS, "Four winners, two losers."),
        (_DEALS, "Four of the six trades made money."),
        (_DEALS, "The last two of the six trades won."),
    ],
)
def test_a_count_that_its_column_bears_out_passes(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_MONTHS, "Seven of the ten months closed in the green.", ["Seven"]),
        (_MONTHS, "Of the ten months, eight were positive.", ["eight"]),
        (_MONTHS, "Five losing months out of ten.", ["Five"]),
        (_MONTHS, "It was in profit in 7 of the 10 months.", ["7"]),
        (_MONTHS, "It trailed the benchmark in five of the ten months.", ["five"]),
        (_DEALS, "Five winners, two losers.", ["Five"]),
        (_DEALS, "Four winners and three losers.", ["three"]),
        (_DEALS, "Three of the six trades made money.", ["Three"]),
    ],
)
def test_a_count_that_its_column_does_not_bear_out_fails(output: Any, answer: str, wrong: list[str]) -> None:
    assert _failing(output, answer) == wrong
