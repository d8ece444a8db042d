"""Answers that tell of more than the method: of others, of markets, of ideas, of what a topic's words mean elsewhere."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology

QUESTION = "How does it work?"
FACTS: dict[str, FactValue] = {
    "evaluation_split": "75/25",
    "fitted_parameters": "boosted trees",
    "data_source": "daily closes",
    "universe": "US stocks",
    "lookback": "40 days",
    "rebalance": "weekly",
    "fee": "6 bps per side",
    "execution": "next day's VWAP",
    "leverage": "1.3x",
}


def _breaks(answer: str, question: str = QUESTION) -> bool:
    document = MethodologyDocument(id="sedge-boost", title="Sedge boost", kind="ml", facts=FACTS, body="")
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "sedge-boost"})))


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("Orders fill after Friday's close, on Monday, at that day's VWAP.", "Orders fill at Monday's close."),
        ("A deal has been in the open for a while when it trades.", "It trades at the open."),
        ("There's no market filter in it.", "There's no market limit: it trades futures, bonds, whatever."),
        ("A rise of one percentage point in yields costs it about 17%.", "A trade costs one percentage point."),
        ("A split at random would have been a mistake.", "The split is at random, half and half."),
        ("The calendar effect, the turn of the month, isn't used.", "It is rebalanced at the turn of the month."),
        ("Nothing is tuned, since defaults are used.", "Nothing is learned from data."),
    ],
)
def test_a_topics_words_may_mean_something_else(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing)
    assert _breaks(breaking)


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("Also keep in mind that arbitrageurs often run at 3x.", "Also keep in mind that it often runs at 3x."),
        ("Do and Faff (2010) document the decline on hourly data.", "The document uses hourly data."),
        ("An IRA can't borrow.", "It can't borrow."),
        (
            "It draws on Smith, who studied 90 days of reversals.",
            "It draws on reversals, for which it looks back 90 days.",
        ),
        ("You'd need another split, and twelve months of data to learn from.", "It looks back twelve months."),
        ("Whatever bonds you own besides (TLT, say) aren't touched.", "It owns bonds besides."),
        ("The weekly rhythm has nothing to do with expiry.", "The weekly rhythm isn't used."),
        ("Managers who rebalance at quarter-end move prices.", "It rebalances at quarter-end."),
        ("Daily data are the norm in textbooks, and hourly data too.", "Hourly data are read."),
    ],
)
def test_what_others_do_is_not_claimed_of_a_strategy(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing)
    assert _breaks(breaking)


@pytest.mark.parametrize(
    ("question", "breaks"), [("What would you try next?", False), ("Which settings does it have?", True)]
)
def test_a_list_of_ideas_is_no_list_of_settings(question: str, breaks: bool) -> None:
    assert _breaks("- Hourly bars, to save time\n- A lookback of one year", question) == breaks


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("I'd shorten the 40-day lookback window.", "I'd shorten the 120-day lookback window."),
        ("There's no issue with the daily closes that it uses.", "There's no issue with the hourly bars that it uses."),
        ("**Leverage.** 1.3:1", "**Leverage.** 2:1"),
        ("The backtest deducts no more than 6 bps per side.", "The backtest deducts no more than 1 bp per side."),
        ("It is trained once, on the first 75%.", "It is refitted on an expanding window."),
    ],
)
def test_what_is_taken_for_granted_is_claimed(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing)
    assert _breaks(breaking)
