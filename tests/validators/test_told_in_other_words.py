"""One fact told in the words that practitioners use: a right sentence passes, and its twin with another value does not."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology


def _breaks(key: str, fact: FactValue, answer: str, data: str = "daily adjusted closes") -> bool:
    facts = {"data_source": data, key: fact}
    document = MethodologyDocument(id="stork-weir", title="Stork weir", kind="rule-based", facts=facts, body="")
    messages = (Message(role="user", content="How does it work?"), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "stork-weir"})))


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        (
            "evaluation_split",
            "70/30",
            "Seven years out of ten go into training.",
            "Nine years out of ten go into training.",
        ),
        ("evaluation_split", "70/30", "Ratio of train to test: 7:3", "Ratio of train to test: 4:1"),
        ("evaluation_split", "60/40", "Out of ten years, six are used for fitting.", "The data isn't split."),
        ("evaluation_split", "60/40", "3/5 in sample, 2/5 out of sample", "2/3 in sample, 1/3 out of sample"),
        ("evaluation_split", "none", "No part of the history was set aside.", "Part of the history was set aside."),
        (
            "fitted_parameters",
            "regression coefficients",
            "It estimates regression coefficients.",
            "It estimates tree weights.",
        ),
        (
            "fitted_parameters",
            "tree weights",
            "The fitted part is the tree weights.",
            "The fitted part is the stop level.",
        ),
        ("fitted_parameters", "none", "Nobody tried other lengths.", "55 days gave the best backtest."),
        ("leverage", "1x", "None of what it holds is bought with borrowed money.", "It taps a margin facility."),
        (
            "leverage",
            "1x",
            "For each dollar of capital, a dollar is invested.",
            "For each dollar of capital, a dollar and a half is invested.",
        ),
        ("leverage", "1x", "Exposure: 0-100%", "Exposure: 0-200%"),
        ("leverage", "5x", "Gearing is used.", "No gearing is used."),
        (
            "fee",
            "20 bps per side",
            "A sale and a purchase together cost 0.4%.",
            "A sale and a purchase together cost 0.2%.",
        ),
        ("fee", "7 bps per side", "You lose $7 on a $10,000 order.", "You lose $20 on a $10,000 order."),
        ("fee", "7 bps per side", "Fees of 7 bps apply on entries and exits.", "Fees apply on exits only."),
        (
            "rebalance",
            "monthly",
            "The decision to hold or not is made monthly.",
            "The decision to hold or not is made daily.",
        ),
        ("rebalance", "monthly", "Between month-ends nothing is touched.", "Between quarter-ends nothing is touched."),
        ("rebalance", "monthly", "There are twelve monthly rebalances.", "Number of rebalances per year: 4"),
        (
            "execution",
            "next open",
            "It trades at the start of the next day.",
            "There is no delay between the signal and the fill.",
        ),
        ("execution", "next open", "The open of the next day is used.", "The close of the next day is used."),
        (
            "lookback",
            "200 days",
            "Prices older than 200 days drop out of the average.",
            "Prices older than 90 days drop out of the average.",
        ),
        ("lookback", "200 days", "MA period: 200", "MA period: 50"),
        ("universe", ("XLK", "XLF", "XLU"), "Financials are on its list.", "Financials are left out."),
        ("universe", ("KO", "PEP", "HSY"), "Hershey is on the list.", "Nestlé is on the list."),
        ("universe", ("CL", "GC", "ZC"), "Corn is on the list.", "Wheat is on the list."),
        (
            "universe",
            ("VTI", "VWO", "BND", "GLD", "VNQ", "VEA"),
            "Half a dozen funds make up the universe.",
            "A dozen funds make up the universe.",
        ),
    ],
)
def test_another_value_in_the_same_words_is_refused(key: str, fact: FactValue, agreeing: str, breaking: str) -> None:
    assert not _breaks(key, fact, agreeing)
    assert _breaks(key, fact, breaking)


@pytest.mark.parametrize(("data", "breaks"), [("hourly bars", True), ("5-minute bars", True), ("daily bars", False)])
def test_the_next_bar_is_as_long_as_those_that_are_read(data: str, breaks: bool) -> None:
    assert _breaks("execution", "next bar open", "It is filled at the next day's open.", data) == breaks
