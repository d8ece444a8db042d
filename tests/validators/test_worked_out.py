"""Numbers of an answer that follow from what stands beside them, from a listing, or from dates."""

import json

import pytest

from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

YEARS = json.dumps(
    {
        "model": "reed",
        "window": ["2019-01-02", "2022-12-30"],
        "rows": [
            {"year": 2019, "ret": 0.0412},
            {"year": 2020, "ret": -0.0236},
            {"year": 2021, "ret": 0.1187},
            {"year": 2022, "ret": 0.0625},
        ],
        "months": 48,
        "positive_months": 29,
        "gross_profit_usd": 52310.4,
        "largest_win_usd": 16216.22,
        "slump": {"peak": "2020-02-03", "trough": "2020-02-12", "back": "2021-06-30"},
        "days_below_high": 1300,
    }
)
PAIR = json.dumps(
    {
        "strategy": {"name": "reed", "cagr": 0.1064, "max_drawdown": -0.213},
        "benchmark": {
            "BTC-USD": {"cagr": 1.2035, "max_drawdown": -0.4417},
            "60/40": {"cagr": 0.0731, "max_drawdown": -0.19},
        },
    }
)
RUN = json.dumps(
    {
        "window": {"start": "2016-01-04", "end": "2023-12-29"},
        "metrics": {"total_return": 1.214, "cagr": 0.1046, "max_drawdown": -0.2431},
        "trades": {"count": 184, "win_rate": 0.543},
        "exposure": 0.62,
    }
)
MONTHS = json.dumps(
    {
        "unit": "pct",
        "columns": ["Jan", "Feb", "Mar"],
        "table": {"2020": [1.42, -3.18, 0.57], "2021": [2.26, 0.94, -1.63]},
    }
)


def _failing(output: str, answer: str) -> list[GroundedNumber]:
    numbers = grounded_numbers(answer, ["How did it do?"], [output])
    return [number for number in numbers if number.reason not in (None, Reason.DERIVED_NUMBER)]


RIGHT = [
    (YEARS, "Reed was run over the four years."),
    (YEARS, "The average of these returns is 5.0%."),
    (YEARS, "29 of the 48 months were positive, roughly 60% of them."),
    (YEARS, "Its largest win was $16,216.22. That alone is 31% of the gross profit of $52,310.40."),
    (YEARS, "The peak was on 3 February 2020 and the trough on 12 February 2020, nine days later."),
    (YEARS, "It spent 1,300 days below its high, more than three years."),
    (YEARS, "It was up in three years out of four, with one losing year."),
    (YEARS, "Two flat years would not have surprised me."),
    (PAIR, "Bitcoin's CAGR was 120.35%, with a drawdown of 44.17%."),
    (PAIR, "Against the 60/40 portfolio, whose CAGR is 7.31%, reed made 10.64%. That is 3.33 points more."),
    (RUN, "It made 184 trades, about 23 a year."),
    (RUN, "It was invested 62% of the time, so in cash for the remaining 38%."),
    (RUN, "With a win rate of 54.3%, whoever always bets the other way is right 45.7% of the time."),
    (RUN, "After a fall of 24.31% you need a gain of 32.1% to get back to even."),
    (RUN, "That is about 100 winners and 84 losers."),
    (RUN, "More than half of the trades made money."),
    (RUN, "Had you started with $250,000, you would have ended with $553,500."),
    (MONTHS, "January 2021 was best (+2.26%), February 2020 worst (-3.18%)."),
]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_what_follows_from_what_is_told_passes(output, answer):
    assert _failing(output, answer) == []


WRONG = [
    (YEARS, "Reed was run over the nine years."),
    (YEARS, "The average of these returns is 7.4%."),
    (YEARS, "29 of the 48 months were positive, roughly 71% of them."),
    (YEARS, "Its largest win was $16,216.22. That alone is 44% of the gross profit of $52,310.40."),
    (YEARS, "It spent 1,300 days below its high, more than five years."),
    (PAIR, "Bitcoin's CAGR was 125.35%."),
    (PAIR, "Against the 60/40 portfolio, whose CAGR is 7.31%, reed made 10.64%. That is 4.13 points more."),
    (RUN, "It made 184 trades, about 31 a year."),
    (RUN, "It was invested 62% of the time, so in cash for the remaining 43%."),
    (RUN, "With a win rate of 54.3%, whoever always bets the other way is right 49.7% of the time."),
    (RUN, "After a fall of 24.31% you need a gain of 39.1% to get back to even."),
    (RUN, "Had you started with $250,000, you would have ended with $613,500."),
    (MONTHS, "January 2023 was best."),
]


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_what_does_not_follow_fails(output, answer):
    assert _failing(output, answer)
