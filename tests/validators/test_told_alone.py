"""An answer that names one thing alone tells that thing's numbers; right and wrong answers side by side."""

import pytest

from validators.grounding.review import grounded_numbers

REPORT = """== osier ==
trades: 214
costs_usd: 9120
mean_days_held: 11.4
final_equity_usd: 161240
== teasel ==
trades: 371
costs_usd: 4310
mean_days_held: 27.8
final_equity_usd: 138905"""
CALL = {"names": ["osier", "teasel"]}
ASKED = ["What stands out between osier and teasel?"]
RIGHT = [
    "Osier made 214 trades and paid $9,120. The average trade lasted 11.4 days. The account stood at $161,240 at the end.",
    "Osier made 214 trades and paid $9,120. The other one held on for 27.8 days.",
    "Osier made 214 trades and paid $9,120, while teasel held on for 27.8 days.",
    "Osier made 214 trades and paid $9,120. The longest holding period of both is 27.8 days.",
]
WRONG = [
    "Osier made 214 trades and paid $9,120. The average trade lasted 27.8 days. The account stood at $161,240 at the end.",
    "Teasel made 371 trades and paid $4,310. The account stood at $161,240 at the end.",
    "Teasel made 371 trades. The average trade lasted 27.8 days, and costs came to $9,120.",
]


@pytest.mark.parametrize("answer", RIGHT)
def test_numbers_of_the_one_named_pass(answer: str) -> None:
    assert all(number.grounded for number in grounded_numbers(answer, ASKED, [REPORT], [CALL]))


@pytest.mark.parametrize("answer", WRONG)
def test_a_number_of_another_fails(answer: str) -> None:
    assert not all(number.grounded for number in grounded_numbers(answer, ASKED, [REPORT], [CALL]))
