"""What a single sentence says its number is: predicates, ends of an account, two things with one number, signs told by other words."""

import json
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.grounding.tools.layouts.output import decode
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key

ONE = {
    "model": "reed-swing", "initial_equity": 40000, "final_equity": 52400, "fees_paid": 911.4, "net_profit": 12400,
    "metrics": {
        "cagr": 0.0461, "total_return": 0.31, "max_drawdown": -0.222, "volatility": 0.131, "sharpe": 0.42, "calmar": 0.21,
        "best_month": 0.067, "worst_month": -0.058, "trades": 61, "wins": 35, "losses": 26,
    },
}  # fmt: skip
HALF = {"model": "reed-swing", "capital": 40000, "ending_equity": 52400, "trades": 61, "wins": 35}
TWO = [
    {"model": "reed-swing", "sharpe": 0.42, "max_drawdown": -0.222, "total_return": 0.31, "volatility": 0.131},
    {"model": "moss-carry", "sharpe": 0.77, "max_drawdown": -0.129, "total_return": -0.07, "volatility": 0.088},
]
FEES = (
    "Sweep of reed-swing\n"
    " 2 bps/side: CAGR 5.20% total 36.10% Sharpe 0.47 final equity 54,440.00\n"
    " 9 bps/side: CAGR 3.30% total 21.70% Sharpe 0.30 final equity 48,680.00\n"
)
RIGHT = [
    (HALF, "The account started with $40,000 and ended with $52,400."),
    (ONE, "It had 35 winning trades of 61."),
    (ONE, "The best month brought a gain of 6.7%."),
    (ONE, "A loss of 5.8% was taken in the least kind month."),
    (ONE, "An account of $40,000 at the outset was worth $52,400 when the test closed."),
    (ONE, "Brokers were paid $911 over the years."),
    (ONE, "The Calmar ratio, growth relative to the deepest drawdown, is 0.21."),
    (ONE, "Thirty-five of its bets paid off."),
    (TWO, "reed-swing has a Sharpe of 0.42, moss-carry posts 0.77."),
    (TWO, "Put next to each other, moss-carry looks calmer, as its drawdown of 12.9% is the smaller one, against 22.2% for reed-swing."),
    (FEES, "At 2 bps per side the account ends at $54,440, at 9 bps at $48,680."),
    (FEES, "| Fee | CAGR |\n|---|---|\n| 2 bps | 5.2% |\n| 9 bps | 3.3% |"),
    (ONE, "It never fell more than 22.2% from its high."),
    (ONE, "The total bill for fees was $911; the net profit was $12,400."),
    (ONE, "The account finished with a gain of $12,400."),
    (ONE, "The profit on the initial capital was $12,400."),
    (ONE, "The book closed with a profit of $12,400."),
    (ONE, "Along the way you sat through a 22.2% hole."),
    (ONE, "The worst patch took 22.2%."),
    (ONE, "The $40,000 that you put in on day one stood at $52,400 in the end."),
]  # fmt: skip
WRONG = [
    (ONE, "The best month brought a gain of 4.61%.", "4.61%"),
    (ONE, "A loss of 22.2% was taken in the least kind month.", "22.2%"),
    (ONE, "An account of $40,000 at the outset was worth $40,000 when the test closed.", "$40,000"),
    (ONE, "Brokers were paid $12,400 over the years.", "$12,400"),
    (ONE, "The account finished with a gain of $52,400.", "$52,400"),
    (ONE, "The profit on the initial capital was $40,000.", "$40,000"),
    (ONE, "It had a number of winning trades of 61.", "61"),
    (HALF, "The initial capital was $52,400.", "$52,400"),
    (HALF, "The final equity was $40,000.", "$40,000"),
    (HALF, "The number of days to recovery was 61.", "61"),
    (ONE, "The total of fees paid was $40,000. The initial capital was $40,000.", "$40,000"),
    (ONE, "The Calmar ratio, growth relative to the deepest drawdown, is 0.42.", "0.42"),
    (ONE, "The Sharpe ratio is negative and amounts to 0.42.", "0.42"),
    (TWO, "reed-swing has a Sharpe of 0.77, moss-carry posts 0.77.", "0.77"),
    (TWO, "You could hold moss-carry calmly at 13.1% volatility.", "13.1%"),
    (FEES, "At 2 bps per side the account ends at $48,680, at 9 bps at $54,440.", "$54,440"),
    (FEES, "| Fee | CAGR |\n|---|---|\n| 2 bps | 3.3% |\n| 9 bps | 5.2% |", "3.3%"),
    (ONE, "It never fell more than 4.6% from its high.", "4.6%"),
    (ONE, "The total bill for fees was $12,400; the net profit was $12,400.", "$12,400"),
    (ONE, "The $40,000 that you put in on day one stood at $40,000 in the end.", "$40,000"),
    (ONE, "Final equity would be $911 in this case.", "$911"),
    (ONE, "It made 31.0% in total, having paid $40,000 in fees.", "$40,000"),
]


def failing(output: Any, answer: str) -> list[str]:
    text = output if isinstance(output, str) else json.dumps(output)
    numbers = grounded_numbers(answer, ["How did it do?"], [text])
    return [number.text for number in numbers if not number.grounded]


@pytest.mark.parametrize(("output", "answer"), RIGHT, ids=[answer for _, answer in RIGHT])
def test_right(output: Any, answer: str) -> None:
    assert failing(output, answer) == []


@pytest.mark.parametrize(("output", "answer", "text"), WRONG, ids=[answer for _, answer, _ in WRONG])
def test_wrong(output: Any, answer: str, text: str) -> None:
    assert any(text in told for told in failing(output, answer))


def test_lines_of_labels_and_numbers_are_records() -> None:
    rows = decode(FEES)["rows"]
    assert [row["fee_bps"] for row in rows] == ["2", "9"]
    assert rows[1]["total return"] == "21.70%"


@pytest.mark.parametrize(
    ("key", "metric"),
    [("endUsd", "final_equity"), ("eq0", "initial_capital"), ("equity_after", "final_equity"), ("shrp", "sharpe")],
)
def test_keys(key: str, metric: str) -> None:
    assert metric_of_key(key) == metric
