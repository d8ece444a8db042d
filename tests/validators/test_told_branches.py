"""Numbers of a branch of nested outputs, told of another: a shock, a book, a leg, before or after costs."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_SHOCKS = json.dumps(
    {
        "shocks": {
            "rates up": {
                "Alder": {"change": {"fraction": -0.0412, "usd": -1236000}, "days_to_exit": 4},
                "Birch": {"change": {"fraction": -0.0733, "usd": -5131000}, "days_to_exit": 11},
            },
            "oil spike": {
                "Alder": {"change": {"fraction": 0.0184, "usd": 552000}, "days_to_exit": 6},
                "Birch": {"change": {"fraction": -0.0261, "usd": -1827000}, "days_to_exit": 9},
            },
        }
    }
)
_SHOCKED = {"books": ["Alder", "Birch"], "shocks": ["rates up", "oil spike"]}
_LEGS = json.dumps(
    {
        "book": "RV-2",
        "legs": {
            "long": {"pnl_usd": 418300, "trades": 212, "hit_rate": 0.561},
            "short": {"pnl_usd": -97100, "trades": 164, "hit_rate": 0.474},
        },
    }
)
_STAGES = json.dumps(
    {
        "runs": [
            {
                "run": "dune",
                "stages": {
                    "before_costs": {"cagr": 0.142, "sharpe": 1.21},
                    "after_costs": {"cagr": 0.097, "sharpe": 0.83},
                },
            },
            {
                "run": "fjord-9",
                "stages": {
                    "before_costs": {"cagr": 0.111, "sharpe": 0.94},
                    "after_costs": {"cagr": 0.104, "sharpe": 0.88},
                },
            },
        ]
    }
)
_STAGED = {"runs": ["dune", "fjord-9"], "stages": ["before_costs", "after_costs"]}
_FOUR = json.dumps(
    {
        "fits": [
            {"window": 1, "sharpe": 1.18, "calmar": 0.61},
            {"window": 2, "sharpe": 0.42, "calmar": 0.33},
            {"window": 3, "sharpe": 0.97, "calmar": 0.52},
        ],
        "drawdowns": [
            {"depth": -0.21, "days_to_bottom": 76, "days_to_recover": 143},
            {"depth": -0.14, "days_to_bottom": 51, "days_to_recover": 88},
        ],
    }
)


def _is_refused(answer: str, output: str, call: dict[str, object] | None = None) -> bool:
    return any(each.reason for each in grounded_numbers(answer, ["How did it go?"], [output], [call or {}]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("In the rates up case Birch loses 7.3%.", "In the rates up case Birch loses 2.6%."),
        ("Rates up costs Alder $1.24m and Birch $5.13m.", "Rates up costs Alder $1.24m and Birch $1.83m."),
        ("Under oil spike, Alder needs 6 days to get out.", "Under oil spike, Alder needs 4 days to get out."),
    ],
)
def test_a_number_of_another_shock(right: str, wrong: str) -> None:
    assert not _is_refused(right, _SHOCKS, _SHOCKED)
    assert _is_refused(wrong, _SHOCKS, _SHOCKED)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The long leg made $418,300 and the short leg lost $97,100.", "The short leg made $418,300."),
        ("Hit rates: 56.1% long, 47.4% short.", "Hit rates: 47.4% long, 56.1% short."),
        ("The longs won 56.1% of the time.", "The longs won 47.4% of the time."),
        ("On the short side it made 164 trades.", "On the short side it made 212 trades."),
    ],
)
def test_a_number_of_the_other_leg(right: str, wrong: str) -> None:
    assert not _is_refused(right, _LEGS)
    assert _is_refused(wrong, _LEGS)


@pytest.mark.parametrize(
    "answer",
    [
        "In the long run it made 56.1% of its bets pay, on the long side.",
        "In short, the longs made $418,300.",
        "The 212 longs outnumber the 164 shorts.",
    ],
)
def test_an_everyday_word_is_no_leg(answer: str) -> None:
    assert not _is_refused(answer, _LEGS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("After costs dune compounds at 9.7%.", "After costs dune compounds at 14.2%."),
        ("dune goes from a CAGR of 14.2% gross to 9.7% net.", "dune goes from a CAGR of 9.7% gross to 14.2% net."),
        ("Once costs are in, fjord-9 has a Sharpe of 0.88.", "Once costs are in, fjord-9 has a Sharpe of 0.94."),
        ("Before costs: dune 14.2%, fjord-9 11.1%.", "Before costs: dune 14.2%, fjord-9 10.4%."),
    ],
)
def test_a_number_of_another_stage(right: str, wrong: str) -> None:
    assert not _is_refused(right, _STAGES, _STAGED)
    assert _is_refused(wrong, _STAGES, _STAGED)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The Sharpe ratio reads 1.18, 0.42 and 0.97.", "The Sharpe ratio reads 1.18, 1.18 and 0.97."),
        ("Sharpe by window: 1.18 (1), 0.42 (2), 0.97 (3).", "Sharpe by window: 1.18 (1), 0.42 (2), 0.42 (3)."),
        ("The Sharpe ratio went from 1.18 to 0.42.", "The Sharpe ratio went from 1.18 to 1.18."),
        (
            "It took 76 days on the way down and 143 days on the way back.",
            "It took 143 days on the way down and 143 days on the way back.",
        ),
    ],
)
def test_a_number_told_in_the_place_of_another(right: str, wrong: str) -> None:
    assert not _is_refused(right, _FOUR)
    assert _is_refused(wrong, _FOUR)
