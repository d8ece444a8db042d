"""What answers say that the winners or the losers of a list come to."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_TRADES: dict[str, Any] = {
    "trades": [
        {"no": 1, "entry": "2021-02-03", "pnl": 310.5, "days": 12},
        {"no": 2, "entry": "2021-03-03", "pnl": -120.25, "days": 4},
        {"no": 3, "entry": "2021-04-03", "pnl": 95.0, "days": 20},
        {"no": 4, "entry": "2021-05-03", "pnl": -410.4, "days": 7},
        {"no": 5, "entry": "2021-06-03", "pnl": 611.1, "days": 3},
    ]
}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    "answer",
    [
        "Winners added up to $1,016.60 and losers to $530.65, which leaves $485.95.",
        "The average winner made $338.87 and the average loser cost $265.33.",
        "You made $1,016.60 on the winners and lost $530.65 on the losers.",
        "Your best trade made $611.10, 60.1% of all the money the winners made.",
        "Netting winners and losers you end up with $485.95.",
        "Average hold of the losers was 5.5 days, of the winners 11.7.",
        "On average the winners gained $338.87 each.",
        "The typical winner earned $310.50.",
        "After two losses it made $95.00 in April.",
        "Winners made $310.50, $95.00 and $611.10.",
        "Losers cost $120.25 and $410.40, winners brought in $1,016.60 in all.",
        "Of the winners, the biggest made $611.10.",
    ],
)
def test_sides_that_come_to_what_is_told_pass(answer: str) -> None:
    assert _failing(_TRADES, answer) == []


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("Winners added up to $1,016.60 and losers to $410.40, which leaves $485.95.", "$410.40"),
        ("The average winner made $265.33 and the average loser cost $265.33.", "$265.33"),
        ("You made $706.10 on the winners and lost $530.65 on the losers.", "$706.10"),
        ("Your best trade made $611.10, 66.3% of all the money the winners made.", "66.3%"),
        ("Netting winners and losers you end up with $95.00.", "$95.00"),
        ("Average hold of the losers was 7 days.", "7"),
        ("On average the winners gained $611.10 each.", "$611.10"),
        ("Losses totalled $120.25.", "$120.25"),
    ],
)
def test_sides_that_leave_some_out_fail(answer: str, wrong: str) -> None:
    assert _failing(_TRADES, answer) == [wrong]
