"""Numbers of records that an answer calls by their number, their rank or their place in a list."""

import json
from collections.abc import Callable

import pytest

from tests.growth import LINEAR, growth
from validators.grounding.review import grounded_numbers

_FOLDS = json.dumps(
    {
        "model": "heron",
        "folds": [
            {"fold": 1, "train": {"sharpe": 1.71, "ret": 0.152}, "test": {"sharpe": 0.64, "ret": 0.048}},
            {"fold": 2, "train": {"sharpe": 1.38, "ret": 0.121}, "test": {"sharpe": 0.97, "ret": 0.083}},
            {"fold": 3, "train": {"sharpe": 1.59, "ret": 0.138}, "test": {"sharpe": 0.22, "ret": -0.017}},
        ],
    }
)
_FALLS = json.dumps(
    {
        "model": "heron",
        "falls": [
            {"depth": -0.312, "peak": "2015-06-11", "trough": "2015-09-29", "recovered": "2016-08-02", "days_to_recover": 308},
            {"depth": -0.244, "peak": "2018-01-26", "trough": "2018-04-05", "recovered": "2018-08-30", "days_to_recover": 147},
            {"depth": -0.107, "peak": "2012-03-14", "trough": "2012-06-04", "recovered": "2012-09-13", "days_to_recover": 101},
        ],
    }
)  # fmt: skip
_RUNS = json.dumps(
    {"runs": [{"model": name, "cagr": cagr} for name, cagr in (("heron", 0.121), ("egret", 0.084), ("stork-2", 0.153))]}
)


def _is_refused(answer: str, output: str, question: str = "How did it go?") -> bool:
    return any(each.reason for each in grounded_numbers(answer, [question], [output]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Fold 2 tested at a Sharpe of 0.97 and a return of 8.3%.",
            "Fold 2 tested at a Sharpe of 0.97 and a return of 4.8%.",
        ),
        ("The third fold trained at a Sharpe of 1.59.", "The third fold trained at a Sharpe of 1.38."),
        (
            "Test return per fold: 4.8% (1), 8.3% (2), -1.7% (3).",
            "Test return per fold: 8.3% (1), 4.8% (2), -1.7% (3).",
        ),
        (
            "| fold | train Sharpe | test Sharpe |\n|---|---|---|\n| 1 | 1.71 | 0.64 |\n| 2 | 1.38 | 0.97 |\n| 3 | 1.59 | 0.22 |",
            "| fold | train Sharpe | test Sharpe |\n|---|---|---|\n| 1 | 1.38 | 0.64 |\n| 2 | 1.71 | 0.97 |\n| 3 | 1.59 | 0.22 |",
        ),
        ("In test the Sharpe, fold by fold, is 0.64, 0.97 and 0.22.", "In test the Sharpe, fold by fold, is 0.97, 0.22 and 0.64."),
    ],
)  # fmt: skip
def test_a_record_called_by_its_number(right: str, wrong: str) -> None:
    assert not _is_refused(right, _FOLDS)
    assert _is_refused(wrong, _FOLDS)


@pytest.mark.parametrize(
    "answer",
    [
        "Folds 1 and 2 tested at a Sharpe of 0.64 and 0.97.",
        "From the best to the worst, the folds have a test Sharpe of 0.97, 0.64 and 0.22.",
        "Fold 3 is the odd one: a Sharpe of 0.22 in test, where the others had 0.64 and 0.97.",
    ],
)
def test_records_called_together(answer: str) -> None:
    assert not _is_refused(answer, _FOLDS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "The deepest needed 308 days to recover, the third deepest 101.",
            "The deepest needed 101 days to recover, the third deepest 308.",
        ),
        ("The mildest of the three took it down by 10.7%.", "The mildest of the three took it down by 31.2%."),
        ("It peaked on 26 January 2018 and bottomed on 5 April 2018.", "It peaked on 5 April 2018 and bottomed on 26 January 2018."),
        (
            "The fall began on 14 March 2012 and was recovered by 13 September 2012.",
            "The fall began on 13 September 2012 and was recovered by 14 March 2012.",
        ),
    ],
)  # fmt: skip
def test_a_fall_told_by_its_rank_or_dates(right: str, wrong: str) -> None:
    assert not _is_refused(right, _FALLS)
    assert _is_refused(wrong, _FALLS)


def test_dates_of_two_falls() -> None:
    assert not _is_refused("One fall began on 26 January 2018; the one before ended on 2 August 2016.", _FALLS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("They made 12.1%, 8.4% and 15.3% respectively.", "They made 8.4%, 12.1% and 15.3% respectively."),
        ("A year: 12.1%, 8.4% and 15.3%, in that order.", "A year: 15.3%, 8.4% and 12.1%, in that order."),
    ],
)
def test_numbers_told_in_the_order_of_the_question(right: str, wrong: str) -> None:
    question = "What is the CAGR of heron, egret and stork-2?"
    assert not _is_refused(right, _RUNS, question)
    assert _is_refused(wrong, _RUNS, question)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "heron made 12.1%.\negret made 8.4%.\n\nOn CAGR heron is higher.",
            "heron made 12.1%.\negret made 8.4%.\n\nOn CAGR heron is lower.",
        ),
        (
            "heron made 12.1% and egret 8.4%.\n\nBy its CAGR egret is the weaker of the two.",
            "heron made 12.1% and egret 8.4%.\n\nBy its CAGR egret is the stronger of the two.",
        ),
    ],
)  # fmt: skip
def test_a_verdict_on_the_two_that_are_spoken_of(right: str, wrong: str) -> None:
    assert not _is_refused(right, _RUNS)
    assert _is_refused(wrong, _RUNS)


def test_time_grows_with_the_records_called_and_no_faster() -> None:
    def repeating(times: int) -> Callable[[], object]:
        text = "Fold 2 tested at a Sharpe of 0.97. The folds, one by one: 0.64, 0.97 and 0.22. " * times
        return lambda: grounded_numbers(text, ["How did it go?"], [_FOLDS])

    assert growth(repeating, size=10) < LINEAR


def test_the_record_that_was_asked_about() -> None:
    question = "Is fold 2 overfit?"
    right = "The return went from 12.1% in training to 8.3% in test, the Sharpe from 1.38 to 0.97."
    wrong = "The return went from 15.2% in training to 8.3% in test, the Sharpe from 1.38 to 0.97."
    assert not _is_refused(right, _FOLDS, question)
    assert _is_refused(wrong, _FOLDS, question)


def test_a_date_of_another_row() -> None:
    rows = ["| # | peak | trough |", "|---|---|---|", "| 1 | 2015-06-11 | 2015-09-29 |", "| 2 | 2018-01-26 | {} |"]
    table = "\n".join(rows)
    assert not _is_refused(table.format("2018-04-05"), _FALLS)
    assert _is_refused(table.format("2015-09-29"), _FALLS)
