"""Right answers that only look wrong, beside the wrong ones that look like them: round bars, counts of all but some, fees by their
everyday names, times told again, shares told out of a hundred, reports in sentences."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.grounding.tools.layouts.output import decode
from validators.reasons import Reason

_THREE = json.dumps(
    [
        {"ticker": "ASH", "win_rate_pct": 43.2, "days_to_recover": 55, "max_drawdown_pct": -22.1, "fees_paid_usd": 310.4},
        {"ticker": "ELM", "win_rate_pct": 57.7, "days_to_recover": 260, "max_drawdown_pct": -12.4, "fees_paid_usd": 95.2},
        {"ticker": "OAK", "win_rate_pct": 48.0, "days_to_recover": 120, "max_drawdown_pct": -31.6, "fees_paid_usd": 702.8},
    ]
)  # fmt: skip
_YEARS = json.dumps(
    [
        {"strategy": "Alba", "year": 2019, "return_pct": 12.1, "win_rate_pct": 61.0, "volatility_pct": 12.0},
        {"strategy": "Alba", "year": 2020, "return_pct": -4.0, "win_rate_pct": 44.5, "volatility_pct": 19.0},
        {"strategy": "Brio", "year": 2019, "return_pct": 8.8, "win_rate_pct": 52.0, "volatility_pct": 15.5},
        {"strategy": "Brio", "year": 2020, "return_pct": 6.6, "win_rate_pct": 57.5, "volatility_pct": 11.1},
    ]
)
_ONE = json.dumps(
    [
        {"year": year, "return_pct": value}
        for year, value in ((2018, 12.1), (2019, 4.0), (2020, -3.2), (2021, 7.7))
    ]
)  # fmt: skip
_PAIN = json.dumps(
    [
        {"ticker": "ELM", "total_return_pct": 8.09, "max_drawdown_pct": -15.02, "profit_factor": 1.95},
        {"ticker": "OAK", "total_return_pct": 20.0, "max_drawdown_pct": -10.0, "profit_factor": 1.2},
    ]
)


def _wrong(answer: str, output: str) -> bool:
    found = grounded_numbers(answer, ["How did it go?"], [output])
    return any(each.reason not in (None, Reason.DERIVED_NUMBER) for each in found)


@pytest.mark.parametrize(
    ("right", "wrong", "output"),
    [
        (
            "ELM is the only one that won more than half of its trades (57.7%).",
            "ASH won more than half of its trades (43.2%).",
            _THREE,
        ),
        (
            "Every one of them but ELM was back at its high within 200 days. That one took 260 days.",
            "Every one of them but ASH was back at its high within 200 days. That one took 55 days.",
            _THREE,
        ),
        ("OAK fell by more than 30%: 31.6% at the worst.", "ASH fell by more than 30%: 22.1% at the worst.", _THREE),
        (
            "It's ELM that kept you waiting longer for a new high – 260 days, as opposed to 55 – while ASH fell deeper (22.1% vs 12.4%).",
            "It's ASH that kept you waiting longer for a new high – 260 days, as opposed to 55 – while ELM fell deeper (12.4% vs 22.1%).",
            _THREE,
        ),
        ("OAK had $702.80 gone on fees.", "ASH had $702.80 gone on fees.", _THREE),
        (
            "Moving from OAK to ELM cut the bill for trading from $702.80 to $95.20.",
            "Moving from OAK to ELM cut the bill for trading from $310.40 to $95.20.",
            _THREE,
        ),
        (
            "ASH sits at 43 wins out of a hundred trades, and ELM at 58.",
            "ASH sits at 58 wins out of a hundred trades, and ELM at 43.",
            _THREE,
        ),
        ("All but one of the four years were profitable.", "All but two of the four years were profitable.", _ONE),
        (
            "Alba beat Brio in 2019 (+12.1% against +8.8%) and lagged it in 2020 (-4.0% against +6.6%).",
            "Alba beat Brio in 2019 (+12.1% against +8.8%) and lagged it in 2020 (+6.6% against -4.0%).",
            _YEARS,
        ),
        (
            "Alba was steadier in 2019 (12.0% volatility). Its win rate then was 61.0%, and by 2020 it stood at 44.5%.",
            "Alba was steadier in 2019 (12.0% volatility). Its win rate then was 44.5%, and by 2020 it stood at 61.0%.",
            _YEARS,
        ),
        (
            "Alba got bumpier after 2019: 12.0% volatility then, 19.0% in 2020.",
            "Alba got calmer after 2019: 12.0% volatility then, 19.0% in 2020.",
            _YEARS,
        ),
        (
            "You kept 0.54 percent of gain for each percent of pain with ELM (8.09% made, 15.02% at the lowest point).",
            "You kept 0.54 percent of gain for each percent of pain with ELM (9.08% made, 15.02% at the lowest point).",
            _PAIN,
        ),
        (
            "For every dollar it lost, ELM won $1.95; for OAK it was $1.20.",
            "For every dollar it lost, ELM won $1.95; for OAK it was $1.73.",
            _PAIN,
        ),
    ],
)  # fmt: skip
def test_what_is_so_passes_and_what_looks_like_it_fails(right: str, wrong: str, output: str) -> None:
    assert not _wrong(right, output)
    assert _wrong(wrong, output)


def test_a_label_of_gains_and_losses_tells_neither() -> None:
    table = (
        "| | 2019 | 2020 |\n|:--|--:|--:|\n| Alba, made/lost | +12.1% | -4.0% |\n| Brio, made/lost | +8.8% | +6.6% |"
    )
    assert not _wrong(f"{table}\n\nSo Alba did worse in the second of the two.", _YEARS)


def test_a_report_of_a_thing_a_line_in_sentences_is_records() -> None:
    told = (
        "Report for 2019 to 2020. Starting balance $40,000.\n"
        "Alba in 2019: trades 48, max drawdown 37.3%. Also win rate 53.8%; recovery time, days 39; fees paid $153.52.\n"
        "Alba in 2020: trades 94, max drawdown 20.5%. Also win rate 47.4%; recovery time, days 38; fees paid $640.10.\n"
        "Brio in 2020: trades 19, max drawdown 16.9%. Also win rate 64.9%; recovery time, days 37; fees paid $702.61."
    )
    rows = decode(told)["rows"]
    assert [(row["run"], row["period"], row["trades"]) for row in rows] == [
        ("Alba", "2019", "48"),
        ("Alba", "2020", "94"),
        ("Brio", "2020", "19"),
    ]
    assert rows[0]["recovery time days"] == "39"
    assert not _wrong("Alba paid $640.10 in 2020, when it won 47.4% of its trades.", told)
    assert _wrong("Alba paid $702.61 in 2020, when it won 47.4% of its trades.", told)


def test_quarters_a_line_are_told_by_their_quarter() -> None:
    told = (
        "Report for Alba, Q1 2021 to Q4 2021.\n"
        "Q1 2021: win rate 56.0%, net profit $10,320. Also volatility 35.8%; trades 94.\n"
        "Q2 2021: win rate 44.1%, net profit $6,063. Also volatility 19.2%; trades 112."
    )
    assert not _wrong("In Q2 2021 Alba won 44.1% of its trades.", told)
    assert _wrong("In Q2 2021 Alba won 56.0% of its trades.", told)


def test_a_name_with_a_quoted_part_is_said_as_it_is_quoted() -> None:
    told = json.dumps(
        [
            {"name": "run 'base'", "fees_paid_usd": 7651, "max_drawdown_pct": -17.0},
            {"name": "run 'slow'", "fees_paid_usd": 13689, "max_drawdown_pct": -29.1},
            {"name": "run 'no-news'", "fees_paid_usd": 4515, "max_drawdown_pct": -37.7},
        ]
    )
    assert not _wrong("Drawdown: run 'base' 17.0%, run 'no-news' 37.7%, run 'slow' 29.1%.", told)
    assert _wrong("Drawdown: run 'base' 29.1%, run 'no-news' 37.7%, run 'slow' 17.0%.", told)
    assert not _wrong("Run 'slow' paid the most in fees and run 'no-news' the least.", told)
