"""Numbers of one month or one number of a list, told of the right one and of another."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_MONTHS = json.dumps(
    {
        "strategy": "tidewater",
        "cagr": 0.0757,
        "max_drawdown": -0.1312,
        "months": [
            {"month": "2020-01", "return_pct": 2.13, "equity": 102130.0, "trades": 3},
            {"month": "2020-02", "return_pct": -6.07, "equity": 95931.0, "trades": 5},
            {"month": "2020-03", "return_pct": 1.58, "equity": 97446.0, "trades": 2},
            {"month": "2020-04", "return_pct": 4.61, "equity": 101939.0, "trades": 7},
        ],
    }
)


def _reasons(answer: str, output: str = _MONTHS) -> list[Reason]:
    return [each.reason for each in grounded_numbers(answer, ["How did it go?"], [output]) if each.reason]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("February cost 6.07%.", "March cost 6.07%."),
        ("The account stood at $97,446 when March ended.", "The account stood at $97,446 when February ended."),
        ("It placed 7 trades in April.", "It placed 5 trades in April."),
        (
            "April was the best month at 4.61%; February the worst at -6.07%.",
            "April was the best month at 4.61%; January the worst at -6.07%.",
        ),
        (
            "The balance was $102,130 in January and $101,939 in April.",
            "The balance was $101,939 in January and $102,130 in April.",
        ),
    ],
)
def test_a_month_named_without_its_year(right: str, wrong: str) -> None:
    assert not _reasons(right)
    assert Reason.WRONG_ENTITY in _reasons(wrong)


_FALL = json.dumps(
    {
        "strategy": "tidewater",
        "max_drawdown": {"depth": -0.2602, "days_peak_to_trough": 122, "days_to_recover": 698, "days_under_water": 820},
        "by_year": [
            {"year": 2018, "return": 0.04, "end_equity": 104_000.0},
            {"year": 2019, "return": 0.06, "end_equity": 110_240.0},
            {"year": 2020, "return": 0.05, "end_equity": 115_752.0},
        ],
    }
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Time to recover: 698 days.", "Time to recover: 122 days."),
        ("The slump lasted 122 days and recovery 698.", "The slump lasted 122 days and recovery 122."),
        ("It was under water for 820 days in all.", "It was under water for 122 days in all."),
        ("It bottomed after 122 days of decline.", "It bottomed after 698 days of decline."),
        ("The 698-day recovery is what hurts.", "The 689-day recovery is what hurts."),
        ("The account was worth $110,240 when 2019 closed.", "The account was worth $104,000 when 2019 closed."),
    ],
)
def test_stretches_of_a_drawdown_and_ends_of_years(right: str, wrong: str) -> None:
    assert not _reasons(right, _FALL)
    assert _reasons(wrong, _FALL)


def test_a_verb_that_is_spelled_as_a_month_is_none() -> None:
    assert not _reasons("May I add that it lost 6.07% in its worst month?")
