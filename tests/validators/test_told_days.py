"""Days that are told of another event, or of another trade or fall, than the tools tell them of."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_TRADES: dict[str, Any] = {
    "fills": [
        {"id": "A1", "bought": "2021-02-03", "sold": "2021-02-19", "profit": 812.0, "days": 16},
        {"id": "A2", "bought": "2021-03-08", "sold": "2021-04-01", "profit": -264.0, "days": 24},
        {"id": "A3", "bought": "2021-04-01", "sold": "2021-04-30", "profit": 1390.0, "days": 29},
    ]
}
_FALLS: dict[str, Any] = {
    "episodes": [
        {"peak": "2010-04-26", "trough": "2010-07-02", "recovered": "2010-11-05", "depth_pct": -15.4, "days": 193},
        {"peak": "2014-09-19", "trough": "2014-10-16", "recovered": "2014-11-21", "depth_pct": -9.8, "days": 63},
    ]
}
_TEXT = """Worst spells of the account
a) -15.40%: peak 2010-04-26, trough 2010-07-02, recovered 2010-11-05 (193 days)
b) -9.80%: peak 2014-09-19, trough 2014-10-16, recovered 2014-11-21 (63 days)"""


def _failing(output: Any, answer: str) -> list[str]:
    text = output if isinstance(output, str) else dumps(output)
    found = grounded_numbers(answer, ["What happened?"], [text], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("output", "answer", "failing"),
    [
        (_TRADES, "A2 was bought on 2021-03-08 and sold on 2021-03-08.", ["2021-03-08"]),
        (_TRADES, "It exited on 8 March 2021 with a loss of $264.", ["8 March 2021"]),
        (_TRADES, "It made $812 and was opened on February 19, 2021.", ["February 19, 2021"]),
        (_TRADES, "The last one earned $1,390 and was sold on 2021-02-19.", ["2021-02-19"]),
        (_FALLS, "The account peaked on 2 July 2010.", ["2 July 2010"]),
        (_FALLS, "It bottomed on 21 November 2014 and lost 9.8%.", ["21 November 2014"]),
        (_FALLS, "From the July 2, 2010 peak it fell 15.4%.", ["July 2, 2010"]),
        (_FALLS, "It fell 9.8% and recovered by 5 November 2010.", ["9.8%"]),
        (_TEXT, "The account peaked on 2 July 2010.", ["2 July 2010"]),
        (_TEXT, "a) 15.4%, recovered November 5, 2010\nb) 9.8%, recovered October 16, 2014", ["October 16, 2014"]),
    ],
)
def test_days_of_something_else_fail(output: Any, answer: str, failing: list[str]) -> None:
    assert _failing(output, answer) == failing


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_TRADES, "A2 was bought on 2021-03-08 and sold on 2021-04-01."),
        (_TRADES, "A3 was bought on 2021-04-01, the day on which A2 was sold, and made $1,390."),
        (_TRADES, "It made $812 on the trade sold on 19 February 2021; the next was bought on 8 March 2021."),
        (_TRADES, "The first trade made $812, and by 30 April 2021 all three were closed."),
        (_FALLS, "The account peaked on 26 April 2010 and bottomed on 2 July 2010."),
        (_FALLS, "From the April 26, 2010 peak to the July 2, 2010 low it fell 15.4%."),
        (_FALLS, "The fall of 9.8% began on 19 September 2014 and was over by 21 November 2014."),
        (_FALLS, "It started to climb on 2 July 2010."),
        (_TEXT, "a) 15.4%, recovered November 5, 2010\nb) 9.8%, recovered November 21, 2014"),
    ],
)
def test_days_of_what_they_are_told_of_pass(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []
