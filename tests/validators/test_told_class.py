"""Which metric the only number of a sentence is, told by the classes of its words rather than by a name: right and swapped."""

import json

import pytest

from validators.grounding.review import grounded_numbers

RUN = {
    "cagr": 0.0811, "total_return": 0.7333, "volatility": 0.1622, "turnover": 3.9, "exposure": 0.6444, "win_rate": 0.5777,
    "trades": 152, "winning_trades": 88, "losing_trades": 64, "losing_streak": 6,
    "avg_win": 0.0255, "avg_loss": -0.0166, "avg_trade": 0.0077, "best_trade": 0.1999, "worst_trade": -0.0888,
    "best_month": 0.0922, "worst_month": -0.0699, "best_year": 0.3111, "worst_year": -0.1244,
    "initial_capital": 60000, "final_equity": 103998, "profit": 43998, "fees_paid": 2871,
    "avg_holding_days": 14, "max_drawdown_duration_days": 304,
}  # fmt: skip


def _is_grounded(text: str) -> bool:
    numbers = grounded_numbers(text, ["How did it go?"], [json.dumps(RUN)], [{}])
    assert numbers
    return all(number.grounded for number in numbers)


@pytest.mark.parametrize(
    ("text", "right", "swapped"),
    [
        ("Among the monthly results the greatest was {}.", "9.22%", "19.99%"),
        ("No month cost the holder more than {}.", "6.99%", "8.88%"),
        ("Annual returns, lowest: {}", "-12.44%", "8.11%"),
        ("Yearly results topped out at {}.", "31.11%", "8.11%"),
        ("If a trade goes wrong, {} is gone on average.", "1.66%", "0.77%"),
        ("Each winning position earned {} on average.", "2.55%", "0.77%"),
        ("The average trade gained {}.", "0.77%", "2.55%"),
        ("{} is the most it ever gained on any trade.", "19.99%", "2.55%"),
        ("How many positions ended in the green? {} did.", "88", "152"),
        ("In all, {} trades that were taken went wrong.", "64", "152"),
        ("The fraction of trades that paid off was {}.", "57.77%", "73.33%"),
        ("The days with an open position are {} of the sample.", "64.44%", "73.33%"),
        ("The account was seeded with {}.", "$60,000", "$103,998"),
        ("When the test stops, the account is worth {}.", "$103,998", "$43,998"),
        ("It put {} in your pocket.", "$43,998", "$60,000"),
        ("Commissions swallowed {} of the result.", "$2,871", "$43,998"),
        ("Turnover: {} per year", "390%", "8.11%"),
        ("It took {} to get back to its old high.", "10 months", "2 weeks"),
    ],
)
def test_classes_of_words_tell_the_metric(text: str, right: str, swapped: str) -> None:
    assert _is_grounded(text.format(right))
    assert not _is_grounded(text.format(swapped))


@pytest.mark.parametrize(
    "text",
    [
        "Across 152 trades the strategy turned a profit.",
        "A sample is only as good as its 152 trades.",
        "It made 152 trades, winners and losers together.",
        "It compounded at 8.11% a year.",
        "The account ended up 73.33% higher.",
    ],
)
def test_a_word_of_another_class_makes_no_other_metric(text: str) -> None:
    assert _is_grounded(text)
