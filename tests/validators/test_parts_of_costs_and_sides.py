import pytest

from data.methodology import parse_document
from data.records import Message, Trace
from validators.methodology.check import Methodology

PAIR = """---
id: willow-carry
title: Willow carry
kind: rule-based
facts:
  fee: 2 US dollars a contract per side plus half a tick
  leverage: 1.4x in calm markets, otherwise 1x
  fitted_parameters: none
  lookback: 60 days
  rebalance: weekly
---
Each roll costs another 0.6 bps. Longs are 90% of equity and shorts 50%, so it is 40% net long. Shorts pay 2% a year to borrow.
The 60 days were set by hand. Positions are scaled to a volatility of 10%.
"""
CHECK = Methodology((parse_document(PAIR),))


def _refused(answer: str) -> bool:
    question = Message(role="user", content="How does it work?")
    trace = Trace(messages=(question, Message(role="assistant", content=answer)), metadata={"model_id": "willow-carry"})
    return CHECK.judge(trace) != ()


@pytest.mark.parametrize(
    "answer",
    [
        "Rolling a contract is free.",
        "Each roll costs 3 bps.",
        "Two ticks a side are lost to slippage.",
        "No slippage is charged.",
        "Nothing is paid for borrowed stock.",
        "A round trip costs 2 dollars a contract.",
        "Its broker takes 20 dollars per contract.",
        "The longs and the shorts are of one size.",
        "Net exposure is zero.",
        "In a crisis it runs at 1.4x.",
        "Sizes are the same whatever the volatility.",
        "The 60 days came out best of a sweep over many lengths.",
        "It was trained on a single seed.",
    ],
)
def test_a_part_told_wrong_is_found(answer: str) -> None:
    assert _refused(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Each roll costs 0.6 bps.",
        "A round trip costs 4 dollars a contract and two half ticks.",
        "In calm markets it runs at 1.4x, and at 1x when they are rough.",
        "The shorts make up half of equity and pay 2% a year.",
        "No search was made over the 60-day window.",
        "Is there a delay? One day lies between the signal and the fill.",
        "Market-neutral it isn't.",
        "Stock borrowing is charged at 2% a year.",
        "The two dollars shouldn't be mistaken for a monthly fee.",
        "A yearly lending charge of two percent falls on the shorts.",
    ],
)
def test_a_part_told_right_passes(answer: str) -> None:
    assert not _refused(answer)
