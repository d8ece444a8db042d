"""Numbers that stand in the user's world and not in a run state nothing; the same forms told of a run do."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_RUN = json.dumps(
    {
        "model": "calm-otter",
        "initial_equity": 80000,
        "final_equity": 91340.6,
        "sharpe": 0.61,
        "trades": 212,
        "win_rate": 0.542,
        "total_return_pct": 14.18,
        "avg_trade_pct": 0.34,
    }
)


def _wrong(answer: str) -> list[str]:
    return [number.text for number in grounded_numbers(answer, ["How did it do?"], [_RUN]) if not number.grounded]


@pytest.mark.parametrize(
    "answer",
    [
        "On your next point (3 of 4): the Sharpe ratio is 0.61.",
        "The account closed on $91k, plus or minus a couple of hundred dollars.",
        "It ended at $91k, to the nearest $1,000.",
        "For what it is worth, my two cents: 212 trades is plenty.",
        "Each position earned 34 basis points on average.",
        "Forget the 21% a year from the vendor's brochure: it made 14.18% in all.",
        "The run took 14 seconds on 8 cores.",
        "Rerun it with a stop of 6% before you trust it.",
        "A useful check is to repeat this over, say, 9 or 15 months.",
        "A stress run at 40 bps a side would be worthwhile.",
        "Its Sharpe ratio is 0.61, without any 60/40 benchmark.",
        "Q1 and Q5 are the outer quintiles of its ranking.",
    ],
)
def test_what_stands_in_the_users_world_is_no_claim(answer: str) -> None:
    assert _wrong(answer) == []


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("The win rate was low (3 of 7).", "7"),
        ("In Q3 it gained ground.", "Q3"),
        ("The fees came to 38 cents.", "38 cents"),
        ("It ended $2,400 above its start.", "$2,400"),
        ("It returned 21% from start to end.", "21%"),
        ("It held a position for 8 days.", "8"),
        ("Run with a stop, it had a Sharpe ratio of 0.75.", "0.75"),
        ("Whether that lasts I cannot say, I look at the whole and it has 21% there.", "21%"),
        ("In Q1 it was strong.", "Q1"),
    ],
)
def test_the_same_forms_told_of_the_run_are_claims(answer: str, wrong: str) -> None:
    assert wrong in _wrong(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "A quarter of -9% or -12% is well within the range of the possible.",
        "For trend rules a Sharpe ratio of 0.4 to 0.7 is typical.",
        "My guess is that the real Sharpe ratio is between 0.3 and 0.5.",
        "A win rate of 54.2% is not far from 50%.",
        "It has never met a year like 1987 or the one that followed in 1988.",
        "In 1973, for instance, it would have had no data at all.",
        "I would look at March 2020 by itself.",
        "A stricter version would be a filter, such as leaving out names that trade on fewer than 80 days.",
        "Even at 25 bps the drag would stay small.",
    ],
)
def test_conjectures_and_times_at_large_claim_nothing(answer: str) -> None:
    assert _wrong(answer) == []


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("It had a Sharpe ratio of 0.75, which is typical.", "0.75"),
        ("You can live with its win rate, which was 61.3%.", "61.3%"),
        ("In 2017 it returned 14.18%.", "2017"),
        ("Its win rate was 58% at best.", "58%"),
    ],
)
def test_what_a_run_did_is_no_conjecture(answer: str, wrong: str) -> None:
    assert wrong in _wrong(answer)
