"""Row numbers of an answer's table, bare numbers that share the noun of their part, spans within a window, differences under "value"."""

from collections.abc import Callable
from json import dumps
from typing import Any

import pytest

from tests.growth import LINEAR, growth
from validators.grounding.answer.answer import Answer
from validators.grounding.answer.row_numbers import row_numbers
from validators.grounding.review import grounded_numbers
from validators.grounding.tools.index import ToolIndex

_RANKS: dict[str, Any] = {
    "rows": [{"ticker": t, "cagr_pct": c} for t, c in (("AXQ", 14.2), ("BVN", 11.7), ("CRK", 9.9))]
}
_MONTHS: dict[str, Any] = {
    "window": {"start": "2018-01-02", "end": "2020-12-31"}, "positive_months": 21, "years": {"2018": -3.1, "2019": 11.2, "2020": 8.4},
}  # fmt: skip
_RELATIVE: dict[str, Any] = {
    "relative": {"months_ahead": 22, "months": 36, "worst_relative_month": {"month": "2019-09", "value": -0.0371}}
}
_PNL: dict[str, Any] = {"mean_win": 211.4, "mean_loss": -634.2, "win_rate": 0.81}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if not number.grounded and number.reason != "derived_number"]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_RANKS, "| Rank | Ticker | CAGR |\n|---|---|---|\n| 1 | AXQ | 14.2% |\n| 2 | BVN | 11.7% |\n| 3 | CRK | 9.9% |"),
        (_MONTHS, "It had 21 positive months of 36."),
        (_MONTHS, "Twenty-one months were up."),
        (_MONTHS, "The 2018–2019 stretch was mixed (-3.1% and 11.2%)."),
        (_RELATIVE, "It came out ahead in 22 of 36 months; the worst relative month was September 2019 with -3.71 points."),
        (_PNL, "So one average loss wipes out about three average wins."),
    ],
)  # fmt: skip
def test_what_only_counts_or_is_told_so_is_grounded(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_RANKS, "| Trades | Ticker | CAGR |\n|---|---|---|\n| 1 | AXQ | 14.2% |\n| 2 | BVN | 11.7% |", "1"),
        (_RANKS, "| Rank | Ticker | CAGR |\n|---|---|---|\n| 1 | AXQ | 14.2% |\n| 4 | BVN | 11.7% |", "4"),
        (_MONTHS, "It had 21 positive months of 46.", "46"),
        (_MONTHS, "Twenty-three months were up.", "Twenty-three"),
        (_MONTHS, "The backtest ran 2019–2020.", "2019"),
        (_RELATIVE, "The worst relative month was September 2019 with -3.17 points.", "-3.17 points"),
        (_PNL, "So one average loss wipes out 5.2 average wins.", "5.2"),
    ],
)
def test_what_counts_otherwise_is_not(output: Any, answer: str, wrong: str) -> None:
    assert wrong in _failing(output, answer)


@pytest.mark.parametrize(("total", "right"), [("£62", True), ("£68", False)])
def test_a_total_is_the_sum_of_the_cells_above_it(total: str, right: bool) -> None:
    answer = f"| | Cost |\n|---|---|\n| Fee, 12 bps | £12 |\n| Duty, 50 bps | £50 |\n| **Total** | **{total}** |"
    found = grounded_numbers(answer, ["What does buying for £10,000 cost?"], ['{"fee_bps": 12, "duty_bps": 50}'], [{}])
    assert (
        next(number.grounded or number.reason == "derived_number" for number in found if number.text == total) is right
    )


def test_time_grows_with_the_rows_and_no_faster() -> None:
    def counting(rows: int) -> Callable[[], object]:
        text = "| # | CAGR |\n|---|---|\n" + "".join(f"| {row + 1} | 11.3% |\n" for row in range(rows))
        answer = Answer(text, "How did it do?", ToolIndex(()))
        return lambda: list(row_numbers(answer))

    assert len(list(row_numbers(Answer("| # | A |\n|---|---|\n| 1 | x |\n| 3 | y |", "", ToolIndex(()))))) == 1
    assert growth(counting, size=1_000) < LINEAR
