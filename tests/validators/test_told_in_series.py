"""Numbers of whole answers that follow row after row, by arithmetic written out, or from a sum that is supposed."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

YEARS = json.dumps(
    {
        "rows": [
            {"year": 2018, "fund": 7.42, "index": 3.91},
            {"year": 2019, "fund": -2.35, "index": 11.68},
            {"year": 2020, "fund": 15.07, "index": 9.26},
            {"year": 2021, "fund": 4.83, "index": 12.54},
        ]
    }
)
DEEDS = json.dumps(
    {"trades": [{"id": place, "pnl_usd": value} for place, value in enumerate((310.5, -84.2, 95.1, -12.7, 41.9))]}
)
SHEET = "Fees: 9 bps commission and 4 bps spread on each side. Exposure is 12% divided by the volatility, at most 2."
RUN = json.dumps({"cagr_pct": 8.4, "worst_day": {"date": "2021-03-08", "return_pct": -2.75}})
SWEEP = json.dumps({"sweep": [{"fee_bps": 0, "cagr_pct": 9.81}, {"fee_bps": 20, "cagr_pct": 5.27}]})


def _refused(output: str, answer: str, question: str = "How did it do?") -> list[str]:
    numbers = grounded_numbers(answer, [question], [output])
    return [number.text for number in numbers if number.reason not in (None, Reason.DERIVED_NUMBER)]


RIGHT = [
    (YEARS, "Against the index, year by year:\n\n- 2018: +3.51\n- 2019: -14.03\n- 2020: +5.81\n- 2021: -7.71"),
    (YEARS, "The largest lead came in 2020, by 5.81 points, and the largest lag in 2019, by 14.03."),
    (DEEDS, "Of the five trades, three made money and two didn't."),
    (SHEET, "Each side costs 13 bps (9 of commission and 4 of spread)."),
    (SHEET, "Each side costs 9 bps of commission, so a round trip takes 18 bps of it."),
    (
        SHEET,
        "Exposure is 12% divided by the volatility. At a volatility of 10%, for example, it would be 1.20 times the capital.",
    ),
    (RUN, "With $20,000 invested, the worst day, 8 March 2021, was -2.75%, which is $550."),
    (SWEEP, "Going from 0 to 20 bps costs 4.54 points a year, about 0.23 points for each basis point."),
]
WRONG = [
    (YEARS, "Against the index, year by year:\n\n- 2018: +3.51\n- 2019: -14.03\n- 2020: +5.18\n- 2021: -7.71", "+5.18"),
    (SHEET, "Each side costs 15 bps (9 of commission and 4 of spread).", "15 bps"),
    (RUN, "With $20,000 invested, the worst day, 8 March 2021, was -2.75%, which is $620.", "$620"),
    (SWEEP, "Going from 0 to 20 bps costs 4.54 points a year, about 0.31 points for each basis point.", "0.31 points"),
]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_right_results_are_explained(output, answer):
    assert _refused(output, answer) == []


@pytest.mark.parametrize(("output", "answer", "wrong"), WRONG)
def test_wrong_results_are_not(output, answer, wrong):
    assert wrong in _refused(output, answer)


def test_signed_values_between_months_are_no_dates():
    months = "Net by month in basis points: Jan -12 Feb +25 Mar -30 Apr +8 May -3"
    assert _refused(months, "March was the weakest month with -30, and February brought +25.") == []
