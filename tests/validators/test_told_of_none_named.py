"""Numbers of a thing, a setting or a time of which neither the question nor the answer speaks."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_DESKS: dict[str, Any] = {
    "desks": [
        {"desk": "Marlow", "orders": 512, "filled": 467, "net_pnl_usd": 8210.0, "sharpe": 0.71},
        {"desk": "Tenby", "orders": 330, "filled": 291, "net_pnl_usd": -1940.0, "sharpe": 0.28},
        {"desk": "Wexcombe", "orders": 147, "filled": 139, "net_pnl_usd": 5365.0, "sharpe": 1.16},
    ]
}
_FEES: dict[str, Any] = {
    "sweep": [
        {"fee_bps": 3, "sharpe": 0.94, "cagr": 0.1217, "costs_usd": 1480},
        {"fee_bps": 7, "sharpe": 0.62, "cagr": 0.0853, "costs_usd": 3325},
        {"fee_bps": 18, "sharpe": 0.19, "cagr": 0.0266, "costs_usd": 8140},
    ]
}
_KEYED: dict[str, Any] = {
    "stats": {"cagr": {"20": 0.081, "45": 0.117, "90": 0.064}, "sharpe": {"20": 0.52, "45": 0.83, "90": 0.41}}
}
_YEARS: dict[str, Any] = {
    "years": [
        {"year": 2016, "return": 0.1142, "trades": 38, "max_drawdown": -0.0981},
        {"year": 2017, "return": -0.0457, "trades": 44, "max_drawdown": -0.1713},
        {"year": 2018, "return": 0.0836, "trades": 29, "max_drawdown": -0.1254},
    ]
}
_FALLS: dict[str, Any] = {
    "falls": [
        {"peak": "2011-05-02", "trough": "2011-10-04", "recovered": "2012-02-21", "depth": -0.1874, "days_down": 155},
        {"peak": "2015-07-20", "trough": "2016-02-11", "recovered": "2016-11-09", "depth": -0.2243, "days_down": 206},
        {"peak": "2018-09-14", "trough": "2018-12-24", "recovered": "2019-04-30", "depth": -0.1652, "days_down": 101},
    ]
}


def _failing(output: Any, question: str, answer: str) -> list[str]:
    found = grounded_numbers(answer, [question], [dumps(output)], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("output", "question", "answer", "failing"),
    [
        (_DESKS, "How busy was Tenby?", "330 orders went out and 467 were filled.", ["467"]),
        (_DESKS, "Tell me about Wexcombe.", "It sent 147 orders and made $8,210 net.", ["$8,210"]),
        (_DESKS, "Sharpe ratio of Marlow, please", "1.16 is the Sharpe ratio here.", ["1.16"]),
        (_DESKS, "Marlow or Wexcombe?", "Marlow, since it made $8,210 and Wexcombe -$1,940.", ["-$1,940"]),
        (_FEES, "What is left at 7 bps?", "A Sharpe ratio of 0.62, and costs of $8,140.", ["$8,140"]),
        (_FEES, "and with a fee of 18 basis points?", "Then you earn 8.5% a year.", ["8.5%"]),
        (_KEYED, "CAGR with the 45-day lookback?", "It compounds at 6.4% with a Sharpe of 0.83.", ["6.4%"]),
        (_YEARS, "How was 2017?", "You lost 4.6% over 29 trades.", ["29"]),
        (_YEARS, "Did I do well in 2018?", "Fairly: +11.4%, and a drawdown of 12.5%.", ["+11.4%"]),
        (_FALLS, "How bad was July 2015?", "It went down 18.7% in 206 days.", ["18.7%"]),
        (_FALLS, "What about the fall of September 2018?", "16.5% deep, 155 days on the way down.", ["155"]),
    ],
)
def test_numbers_of_what_nobody_speaks_of_fail(output: Any, question: str, answer: str, failing: list[str]) -> None:
    assert _failing(output, question, answer) == failing


@pytest.mark.parametrize(
    ("output", "question", "answer"),
    [
        (_DESKS, "How busy was Tenby?", "330 orders went out and 291 were filled."),
        (_DESKS, "How busy was Tenby?", "It sent 330 orders; the busiest desk sent 512."),
        (_DESKS, "How busy was Tenby?", "330 orders, against 512 and 147 at the other two."),
        (_DESKS, "How did Tenby do against the rest?", "Its Sharpe ratio was 0.28, that of the next one 0.71."),
        (_DESKS, "Which desk did best?", "Marlow made $8,210. The runner-up made $5,365."),
        (_FEES, "What is left at 7 bps?", "A Sharpe ratio of 0.62, and costs of $3,325."),
        (_FEES, "What is left at 7 bps?", "A Sharpe ratio of 0.62; the dearest one has 0.19."),
        (_FEES, "What is left at 7 bps?", "A Sharpe ratio of 0.62; at 18 bps it would be 0.19."),
        (_KEYED, "Is the 45-day lookback the best?", "Yes, with 11.7% a year; 20 days has 8.1%."),
        (_YEARS, "How was 2017?", "You lost 4.6% over 44 trades. The year before it made 11.4%."),
        (_YEARS, "How was 2017?", "You lost 4.6%, but gained 8.4% in the following year."),
        (_FALLS, "How bad was July 2015?", "It went down 22.4% in 206 days; the first fall was 18.7%."),
    ],
)
def test_numbers_that_other_words_speak_of_pass(output: Any, question: str, answer: str) -> None:
    assert _failing(output, question, answer) == []


@pytest.mark.parametrize(
    ("answer", "failing"),
    [
        ("Tenby got 291 of 512 orders filled. Marlow had 467 filled.", ["512"]),
        ("For Marlow that was 467 out of 330, for Tenby 291.", ["330"]),
        ("Wexcombe sent 147 orders, of which 291 were filled. Tenby sent 330.", ["291"]),
        ("Of the 330 orders, 467 were filled at Tenby. Marlow sent 512.", ["467"]),
        ("Marlow sent 512 orders and 291 of them were filled. Tenby sent 330.", ["291"]),
        ("Tenby got 291 of 330 orders filled, Marlow 467 of 512.", []),
        ("Of the 330 orders, 291 were filled at Tenby. Marlow sent 512.", []),
        ("Marlow sent 512 orders and 467 of them were filled. Tenby sent 330.", []),
        ("Tenby and Marlow sent 330 and 512 orders, of which 291 and 467 were filled.", []),
    ],
)
def test_a_part_and_its_whole_are_of_one_thing(answer: str, failing: list[str]) -> None:
    assert _failing(_DESKS, "How many orders were filled?", answer) == failing
