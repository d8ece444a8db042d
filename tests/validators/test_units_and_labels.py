"""Shares given as fractions, also those above one and those that a key counts, and runs that go by a letter or a number."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_RUN = json.dumps(
    {
        "strategy": "tidewater",
        "account": {
            "initial_equity": 100_000,
            "final_equity": 281_990.0,
            "total_fees": 3_324.5,
            "slippage_cost": 1_120.25,
        },
        "returns": {"total_return": 1.8199, "cagr": 0.1596, "positive_months": 0.5893},
        "risk": {"volatility": 0.2211, "max_drawdown": -0.5133},
        "trading": {"win_rate": 0.5441, "avg_trade_return": 0.0102, "turnover_per_year": 13.61},
    }
)
_LABELLED = json.dumps(
    {
        "runs": [
            {"label": "run A", "strategy": "tidewater", "total_return_pct": 57.88, "sharpe": 0.442},
            {"label": "run B", "strategy": "sandbank", "total_return_pct": 4.07, "sharpe": 0.103},
        ]
    }
)


def _reasons(answer: str, output: str) -> list[Reason]:
    judged = grounded_numbers(answer, ["How did it go?"], [output])
    return [each.reason for each in judged if each.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The total return was 182%.", "The total return was 1.82%."),
        ("On average a trade brought 1.02%.", "On average a trade brought 0.01%."),
        ("59% of the months were up.", "0.59% of the months were up."),
        ("That is a gain of $181,990 over the whole test.", "That is a loss of $181,990 over the whole test."),
        ("With slippage the fees came to $4,445 in total.", "With slippage the fees came to $4,545 in total."),
        ("Your $100,000 would have ended up as $281,990.", "Your $281,990 would have ended up as $100,000."),
        ("Be ready to stomach a drawdown of about 51%.", "Be ready to stomach a drawdown of about 22%."),
    ],
)
def test_shares_and_an_account(right: str, wrong: str) -> None:
    assert not _reasons(right, _RUN)
    assert _reasons(wrong, _RUN)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Run A has a Sharpe of 0.44.", "Run B has a Sharpe of 0.44."),
        ("run A made 57.9%, run B 4.1%.", "run A made 4.1%, run B 57.9%."),
    ],
)
def test_runs_by_letter(right: str, wrong: str) -> None:
    assert not _reasons(right, _LABELLED)
    assert _reasons(wrong, _LABELLED)
