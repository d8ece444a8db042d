"""Places told of things among several, and both ends of an order told together."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_RUNS = {
    "NFLX": {"sharpe": 1.1, "volatility": 0.142, "trades": 184, "fees_paid_usd": 1210.4, "total_return": 0.312},
    "HON": {"sharpe": 0.74, "volatility": 0.208, "trades": 412, "fees_paid_usd": 3904.1, "total_return": 0.187},
    "INTC": {"sharpe": 1.62, "volatility": 0.117, "trades": 97, "fees_paid_usd": 655.25, "total_return": 0.455},
    "ORCL": {"sharpe": 0.31, "volatility": 0.176, "trades": 266, "fees_paid_usd": 2230.75, "total_return": 0.058},
}
_OUTPUT = json.dumps({"results": [{"ticker": name, **numbers} for name, numbers in _RUNS.items()]})


def _is_right(answer: str, question: str = "How do they compare?") -> bool:
    return all(number.grounded for number in grounded_numbers(answer, [question], [_OUTPUT]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("NFLX ranks second by Sharpe.", "HON ranks second by Sharpe."),
        ("By total return, HON comes third.", "By total return, NFLX comes third."),
        ("ORCL is in third place on trades counted from the lowest.", "NFLX is in third place on trades counted from the lowest."),
        ("INTC ranks first by Sharpe and last by fees, out of four.", "INTC ranks first by Sharpe and second by fees, out of four."),
        ("On return, INTC finished first, NFLX second and HON third.", "On return, INTC finished first, HON second and NFLX third."),
        ("Counting from the cheapest by fees, NFLX comes second.", "Counting from the cheapest by fees, INTC comes second."),
        ("INTC and NFLX rank first and second by Sharpe.", "INTC and HON rank first and second by Sharpe."),
    ],
)  # fmt: skip
def test_a_place_in_an_order_is_held_to_the_tools(right: str, wrong: str) -> None:
    assert _is_right(right)
    assert not _is_right(wrong)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The best Sharpe belongs to INTC, the lowest to ORCL.", "The best Sharpe belongs to INTC, the lowest to HON."),
        ("HON paid the most in fees and INTC the least.", "ORCL paid the most in fees and INTC the least."),
        ("HON paid the most in fees and INTC the least.", "HON paid the most in fees and NFLX the least."),
        ("INTC was the cheapest to run and HON the dearest.", "INTC was the cheapest to run and ORCL the dearest."),
        ("Highest Sharpe: INTC; lowest: ORCL.", "Highest Sharpe: INTC; lowest: HON."),
        ("Volatility was highest in HON, lowest in INTC.", "Volatility was highest in HON, lowest in NFLX."),
        ("The most trades were made by HON and the fewest by INTC.", "The most trades were made by HON and the fewest by NFLX."),
    ],
)  # fmt: skip
def test_both_ends_of_an_order_are_of_all(right: str, wrong: str) -> None:
    assert _is_right(right)
    assert not _is_right(wrong)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Least bumpy? That would be INTC.", "Least bumpy? That would be NFLX."),
        ("And which was the bumpiest? HON.", "And which was the bumpiest? ORCL."),
        ("Most trades? HON.", "Most trades? NFLX."),
    ],
)
def test_what_an_answer_asks_itself(right: str, wrong: str) -> None:
    assert _is_right(right)
    assert not _is_right(wrong)


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("Of these two, INTC had the highest Sharpe and NFLX the lowest.", "How do they compare?"),
        ("INTC had the highest Sharpe and NFLX the lowest.", "What do NFLX and INTC look like?"),
        ("INTC had the highest return and the lowest volatility.", "How do they compare?"),
        ("HON trails NFLX but is ahead of ORCL by return.", "How do they compare?"),
    ],
)
def test_ends_of_fewer_stand(answer: str, question: str) -> None:
    assert _is_right(answer, question)
