"""Two numbers told against each other, of which the words before them say which is the higher."""

from json import dumps

import pytest

from validators.grounding.review import grounded_numbers

_FALLS = """Deepest falls, rook-9
1) -31.2%  peak 2014-02-03  trough 2014-06-19 (136 days)  recovered 2015-01-27 (222 days after trough)
2) -24.6%  peak 2017-05-11  trough 2017-08-02 (83 days)  recovered 2018-03-16 (226 days after trough)"""
_RUNS = dumps(
    {
        "runs": [
            {"model": "amber", "total_return": 0.412, "volatility": 0.164, "trades": 120, "fees_paid": 310.5},
            {"model": "birch", "total_return": 0.298, "volatility": 0.112, "trades": 64, "fees_paid": 150.2},
        ]
    }
)


def _is_refused(answer: str, output: str) -> bool:
    return any(
        each.reason not in (None, "derived_number")
        for each in grounded_numbers(answer, ["How was it?"], [output], [{}])
    )


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            _FALLS,
            "The deepest one had a shorter recovery than the next: 222 days after the low, compared with 226.",
            "The deepest one had a longer recovery than the next: 222 days after the low, compared with 226.",
        ),
        (
            _FALLS,
            "It was shallower than the first: 24.6% rather than 31.2%.",
            "It was deeper than the first: 24.6% rather than 31.2%.",
        ),
        (
            _RUNS,
            "Fees run lower there: $150.20, compared with $310.50.",
            "Fees run higher there: $150.20, compared with $310.50.",
        ),
        (
            _RUNS,
            "You end up with fewer trades (64 instead of 120).",
            "You end up with fewer trades (120 instead of 64).",
        ),
        (
            _RUNS,
            "Roughly half the fees: $150.20 instead of $310.50.",
            "Roughly twice the fees: $150.20 instead of $310.50.",
        ),
    ],
)
def test_the_first_of_two_numbers_is_of_what_the_words_before_say(output: str, right: str, wrong: str) -> None:
    assert not _is_refused(right, output)
    assert _is_refused(wrong, output)


@pytest.mark.parametrize(
    "right",
    [
        "Fees are lower, and so the return comes out higher: 41.2% against 29.8%.",
        "The lower fee goes with a smaller return: 29.8% against 41.2%.",
        "The gap to the other one is smaller in volatility, 16.4% against 11.2%.",
        "It does not trade more: 64 trades against 120.",
        "birch made less and swung less, 11.2% against 16.4% in volatility.",
    ],
)
def test_other_words_of_comparison_do_not_rank_the_two(right: str) -> None:
    assert not _is_refused(right, _RUNS)
