"""A yes or a no to the question whether one thing is above another."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

_TWO: dict[str, Any] = {
    "rows": [
        {"model": "heron", "sharpe": 0.62, "volatility": 0.114, "trades": 73},
        {"model": "plover", "sharpe": 1.05, "volatility": 0.171, "trades": 208},
    ]
}


def _failing(question: str, answer: str) -> list[str]:
    found = grounded_numbers(answer, [question], [dumps(_TWO)], [{}])
    return [number.text for number in found if not number.grounded]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Did heron beat plover on Sharpe?", "No. Sharpe is 0.62 for heron and 1.05 for plover.", "Yes."),
        ("Is plover more volatile than heron?", "It is: 17.1% against 11.4% for heron.", "Nope."),
        ("Hello, does heron trade less often than plover?", "Yes, it does: 73 trades against 208.", "No,"),
    ],
)
def test_a_yes_or_no_says_what_the_numbers_beside_it_say(question: str, right: str, wrong: str) -> None:
    assert _failing(question, right) == []
    assert _failing(question, f"{wrong} {right.partition('. ')[2] or right.partition(': ')[2]}") != []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is plover much more volatile than heron?", "No. It has 17.1% against 11.4% for heron."),
        ("Is plover better than heron?", "No, it depends: Sharpe 1.05 against 0.62, volatility 17.1% against 11.4%."),
        ("Did plover beat heron on Sharpe by a point?", "No. Sharpe is 1.05 for plover and 0.62 for heron."),
    ],
)
def test_a_no_may_be_to_how_much(question: str, answer: str) -> None:
    assert _failing(question, answer) == []
