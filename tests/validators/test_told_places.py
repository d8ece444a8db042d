"""Everyday words for first and last places, and names that answer a question for one: held to all that the tools returned."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_SHARES = """By share
Share  Profit   Deals  Winners  Fees
KEL    $1,904   40     30       $310
OPAL   $2,766   52     26       $95
TOR    -$412    18     6        $540
"""
_YEARS = json.dumps(
    {
        "strategy": "Tidewater",
        "by_year": [
            {"year": 2014, "strategy_return_pct": 8.1, "index_return_pct": 4.4},
            {"year": 2015, "strategy_return_pct": -3.3, "index_return_pct": 11.7},
            {"year": 2016, "strategy_return_pct": 12.9, "index_return_pct": -6.2},
        ],
    }
)
_NET_AND_DEALS = ((411, 9), (-286, 21), (1340, 14), (902, 30))
_QUARTERS = json.dumps(
    {
        "strategy": "Tidewater",
        "quarters": [
            {"quarter": f"Q{place}", "net_usd": net, "deals": deals}
            for place, (net, deals) in enumerate(_NET_AND_DEALS, 1)
        ],
    }
)


def _fails(answer: str, output: str, question: str = "How did it go?") -> bool:
    return any(each.reason for each in grounded_numbers(answer, [question], [output]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("OPAL carried the day: it made $2,766.", "KEL carried the day: it made $1,904."),
        ("TOR brings up the rear with -$412.", "KEL brings up the rear with $1,904."),
        ("OPAL did best, with $2,766.", "KEL did best, with $1,904."),
        ("The steepest fee bill was $540, run up by TOR.", "The steepest fee bill was $310, run up by KEL."),
        ("It was right most often on KEL.", "It was right most often on OPAL."),
        ("It was right least often on TOR, where 6 of 18 worked.", "It was right least often on OPAL, where 26 of 52 worked."),
    ],
)  # fmt: skip
def test_a_place_among_things(right: str, wrong: str) -> None:
    assert not _fails(right, _SHARES)
    assert _fails(wrong, _SHARES)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("2015 hurt the most.", "2014 hurt the most."),
        ("Its happiest year was 2016, up 12.9%.", "Its happiest year was 2014, up 8.1%."),
        ("The one to forget is 2015.", "The one to forget is 2014."),
        ("For the strategy, its own best came in 2016.", "For the strategy, its own best came in 2014."),
    ],
)  # fmt: skip
def test_a_place_among_years(right: str, wrong: str) -> None:
    assert not _fails(right, _YEARS)
    assert _fails(wrong, _YEARS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The second quarter was the low point, losing $286.", "The first quarter was the low point, making $411."),
        ("The busiest quarter was the fourth with 30 deals.", "The busiest quarter was the second with 21 deals."),
        ("Its best quarter (the third, $1,340) stands out.", "Its best quarter (the fourth, $902) stands out."),
    ],
)
def test_a_place_among_quarters(right: str, wrong: str) -> None:
    assert not _fails(right, _QUARTERS)
    assert _fails(wrong, _QUARTERS)


@pytest.mark.parametrize(
    ("question", "output", "right", "wrong"),
    [
        ("Which share earned the most?", _SHARES, "OPAL, with $2,766.", "KEL, with $1,904."),
        ("Which of the three did worst?", _SHARES, "That would be TOR.", "That would be KEL."),
        ("Which quarter was the best?", _QUARTERS, "The third, with $1,340.", "The fourth quarter, with $902."),
        ("What was its worst year?", _YEARS, "2015, a loss of 3.3%.", "2014, a gain of 8.1%."),
    ],
)
def test_a_name_in_answer_to_which(question: str, output: str, right: str, wrong: str) -> None:
    assert not _fails(right, output, question)
    assert _fails(wrong, output, question)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("30 of 40. For TOR it was 6 of 18.", "30 of 40. For TOR it was 13 of 18."), 
        ("The quietest was TOR: 18.", "The quietest was TOR: 180."),
    ],
)  # fmt: skip
def test_a_bare_count(right: str, wrong: str) -> None:
    asked = "How many of the KEL deals were winners?"
    assert not _fails(right, _SHARES, asked)
    assert _fails(wrong, _SHARES, asked)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("The third quarter made $1,340.", "The first quarter made $1,340.")],
)  # fmt: skip
def test_quarters_that_are_keys(right: str, wrong: str) -> None:
    keyed = json.dumps({"by_quarter": {f"Q{n}": {"net_usd": net} for n, (net, _) in enumerate(_NET_AND_DEALS, 1)}})
    assert not _fails(right, keyed)
    assert _fails(wrong, keyed)


_HELD = json.dumps(
    {
        "trades": [
            {"bought": f"2018-{month}", "held_days": days}
            for month, days in (("02-12", 12), ("05-03", 4), ("08-21", 31))
        ]
    }
)


def test_which_of_two_was_held_longer() -> None:
    assert not _fails("It held the August trade for 31 days, longer than the 12 days of the February one.", _HELD)
    assert _fails("It held the August trade for 31 days, shorter than the 12 days of the February one.", _HELD)


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Which share did best?", "That would be TOR.", "'TOR' is not"),
        ("How did they do?", "KEL placed 5 times as many deals as TOR: 40 against 18.", "'5 times as many' is not"),
    ],
)
def test_messages_tell_words_as_they_were_written(question: str, answer: str, said: str) -> None:
    assert any(said in each.message for each in grounded_numbers(answer, [question], [_SHARES]))
