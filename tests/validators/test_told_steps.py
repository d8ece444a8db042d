"""By how much the one of two is more or less, and verdicts on the one of two."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_METRICS = ("sharpe", "volatility", "max_drawdown", "trades", "win_rate", "fees_paid_usd", "net_profit", "worst_month")
_RUNS = {
    "NFLX": (1.1, 0.142, -0.221, 184, 0.512, 1210.4, 31240.0, -0.061),
    "HON": (0.74, 0.208, -0.318, 412, 0.441, 3904.1, 18705.0, -0.094),
}
_OUTPUT = json.dumps(
    {"results": [{"ticker": name, **dict(zip(_METRICS, numbers, strict=True))} for name, numbers in _RUNS.items()]}
)


def _is_right(answer: str) -> bool:
    found = grounded_numbers(answer, ["How do they compare?"], [_OUTPUT])
    return all(number.grounded or number.derivation for number in found)


@pytest.mark.parametrize(
    "answer",
    [
        "NFLX paid $1,210.40 in fees. HON paid $3,904.10, which is $2,693.70 {more|less}.",
        "HON paid $3,904.10 in fees; NFLX paid $1,210.40, i.e. $2,693.70 {less|more}.",
        "Fees came to $1,210.40 for NFLX and $3,904.10 for HON. That's $2,693.70 {more|less} for HON.",
        "Fees came to $1,210.40 for NFLX and $3,904.10 for HON. That's $2,693.70 {less|more} for NFLX.",
        "The win rate is 51.2% for NFLX but 44.1% for HON; that's 7.1 points {lower|higher} once you switch.",
        "Volatility went {up|down} by 6.6 points going from NFLX (14.2%) to HON (20.8%).",
        "Volatility {rose|fell} by 6.6 points when you move from NFLX (14.2%) to HON (20.8%).",
    ],
)
def test_the_side_on_which_a_difference_is_told(answer: str) -> None:
    before, _, rest = answer.partition("{")
    words, _, after = rest.partition("}")
    right, wrong = words.split("|")
    assert _is_right(before + right + after)
    assert not _is_right(before + wrong + after)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("NFLX was the calmer of the two.", "HON was the calmer of the two."),
        ("HON had the bumpier ride of the two.", "NFLX had the bumpier ride of the two."),
        (
            "Sharpe: 1.10 for NFLX, 0.74 for HON. NFLX takes this one.",
            "Sharpe: 1.10 for NFLX, 0.74 for HON. HON takes this one.",
        ),
        (
            "NFLX beat HON on return for the risk taken (Sharpe 1.10 vs. 0.74).",
            "NFLX trailed HON on return for the risk taken (Sharpe 1.10 vs. 0.74).",
        ),
        ("NFLX won more of its trades.", "HON won more of its trades."),
        (
            "The worst month of NFLX cost 6.1%. HON's worst month was a loss of 9.4%, which is more painful.",
            "The worst month of NFLX cost 6.1%. HON's worst month was a loss of 9.4%, which is less painful.",
        ),
        (
            "NFLX made $31,240 after costs and HON made $18,705, so NFLX came out ahead.",
            "NFLX made $31,240 after costs and HON made $18,705, so NFLX came out behind.",
        ),
    ],
)
def test_a_verdict_on_the_one_of_two(right: str, wrong: str) -> None:
    assert _is_right(right)
    assert not _is_right(wrong)
