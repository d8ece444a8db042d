"""Answers that leave their topic to the question, set others aside, or begin with a pleasantry: a right one passes, its twin does not."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology


def _breaks(key: str, fact: FactValue, question: str, answer: str) -> bool:
    document = MethodologyDocument(id="heron-loop", title="Heron loop", kind="rule-based", facts={key: fact}, body="")
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "heron-loop"})))


@pytest.mark.parametrize(
    ("key", "fact", "question", "agreeing", "breaking"),
    [
        (
            "lookback",
            "40 days",
            "Would heron-loop still work with 15 days?",
            "Nobody has tried. This one was specified with 40 days.",
            "Nobody has tried. This one was specified with 60 days.",
        ),
        (
            "lookback",
            "40 days",
            "I set it to 15 days, fine?",
            "Where you have 15 days the notes say 40 days.",
            "Where you have 15 days the notes say 20 days.",
        ),
        (
            "rebalance",
            "weekly",
            "Isn't heron-loop a monthly thing?",
            "You said monthly; the notes say weekly.",
            "You said monthly; the notes say quarterly.",
        ),
        (
            "rebalance",
            "weekly",
            "Could I trade it monthly?",
            "If you switched to a monthly schedule it'd be a variant; the write-up as it stands has a weekly one.",
            "If you switched to a monthly schedule it'd be a variant; the write-up as it stands has a daily one.",
        ),
        (
            "evaluation_split",
            "75/25",
            "Could I redo it 60/40?",
            "The published one was done 75-25.",
            "The published one was done 80-20.",
        ),
        (
            "leverage",
            "2x",
            "Could I run it at 1x?",
            "You could. The documented setting is 2x though.",
            "You could. The documented setting is 3x though.",
        ),
    ],
)
def test_a_value_may_leave_its_topic_to_the_question(
    key: str, fact: FactValue, question: str, agreeing: str, breaking: str
) -> None:
    assert not _breaks(key, fact, question, agreeing)
    assert _breaks(key, fact, question, breaking)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the record only about 3 years?", "It is 14 years."),
        ("Is your newsletter a weekly one?", "It's a monthly one."),
        ("Was the longest loss of 30 days?", "It was 12 days."),
    ],
)
def test_a_value_of_something_else_is_no_clause(question: str, answer: str) -> None:
    assert not _breaks("lookback", "40 days", question, answer)
    assert not _breaks("rebalance", "daily", question, answer)


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        (
            "data_source",
            "hourly bars",
            "Plenty of folks do work from daily closes, but this one's fed with hourly bars.",
            "Plenty of folks do work from hourly bars, but this one's fed with daily closes.",
        ),
        (
            "execution",
            "next open",
            "Right, others here do use the same close; heron-loop is filled at the next open.",
            "Right, others here do use the next open; heron-loop is filled at the same close.",
        ),
        (
            "rebalance",
            "daily",
            "Most of what people post here is reshuffled once a month. Heron-loop trades once a day.",
            "Most of what people post here is reshuffled once a day. Heron-loop trades once a month.",
        ),
        (
            "universe",
            ("XLE", "XLU"),
            "Your mate holds AAPL and KO. The universe here is XLE and XLU.",
            "Your mate holds XLE and XLU. The universe here is AAPL and KO.",
        ),
        (
            "fee",
            "3 bps per side",
            "Your broker's 9 bps is your own affair; heron-loop books 3 bps per side.",
            "Your broker's 3 bps is your own affair; heron-loop books 9 bps per side.",
        ),
        ("universe", ("MSFT", "CAT"), "Coffee in hand: the universe is MSFT and CAT.", "The universe is NVDA, CAT."),
        (
            "execution",
            "next open",
            "Some of us use the same close; heron-loop uses the next open.",
            "Some of us use the next open; heron-loop uses the same close.",
        ),
        (
            "data_source",
            "hourly bars",
            "Any vendor that has hourly bars will do, as that's what the strategy reads.",
            "Any vendor that has tick data will do, as that's what the strategy reads.",
        ),
        (
            "execution",
            "same close",
            "Not the same. It is filled at the same close.",
            "Not the same. It is filled at the next open.",
        ),
        (
            "rebalance",
            "weekly",
            "Not that much to do: it is rebalanced once a week.",
            "Not that much to do: it is rebalanced once a month.",
        ),
        (
            "leverage",
            "2x",
            "Gross exposure is 2 times the capital in the account.",
            "Gross exposure is 4 times the capital in the account.",
        ),
    ],
)
def test_what_others_do_is_set_aside(key: str, fact: FactValue, agreeing: str, breaking: str) -> None:
    assert not _breaks(key, fact, "How does it work?", agreeing)
    assert _breaks(key, fact, "How does it work?", breaking)


@pytest.mark.parametrize(
    ("question", "answer", "breaks"),
    [
        ("So heron-loop has no fitted parameters?", "Looked it up. Correct, it has none.", True),
        ("So heron-loop has no fitted parameters?", "Looked it up. No, it has two.", False),
        ("What is fitted in it?", "What is fitted? Per the document: nothing.", True),
        ("Does it learn?", "No, nothing is learned from data.", True),
        ("Does it learn?", "Nothing is learned by a model; two thresholds are fitted.", False),
    ],
)
def test_a_reply_may_follow_a_pleasantry(question: str, answer: str, breaks: bool) -> None:
    assert _breaks("fitted_parameters", "entry and exit thresholds", question, answer) == breaks
