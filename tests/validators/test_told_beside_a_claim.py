"""What an answer says of practices, of others or in an example is no claim; the same said of the strategy is one."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology


def _breaks(key: str, fact: FactValue, answer: str, question: str = "How does it work?", body: str = "") -> bool:
    facts = {"fitted_parameters": "none", "evaluation_split": "none", key: fact}
    document = MethodologyDocument(id="heron-loop", title="Heron loop", kind="rule-based", facts=facts, body=body)
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "heron-loop"})))


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        (
            "fitted_parameters",
            "none",
            "Overfitting needs parameters that are tuned to data, and Heron loop has none.",
            "Overfitting is a risk: its parameters are tuned to data.",
        ),
        (
            "fitted_parameters",
            "ridge weights",
            "Random forests average their trees, boosting grows them in sequence.",
            "Random forests rank the stocks each month.",
        ),
        (
            "fitted_parameters",
            "tree depth",
            "As long as costs are low, tuning the tree depth didn't matter.",
            "The tree depth wasn't tuned.",
        ),
        (
            "rebalance",
            "every two weeks",
            "The document doesn't give a reason for the two-week schedule.",
            "The document doesn't explain why it trades weekly.",
        ),
        (
            "rebalance",
            "every two weeks",
            "Weekly would be the more common rhythm for futures, and monthly for carry.",
            "Weekly is the rhythm for futures, and monthly for carry.",
        ),
        (
            "rebalance",
            "monthly",
            "Fama and French sort stocks each June; Heron loop does so monthly.",
            "Fama and French inspired it; it is rebalanced each June.",
        ),
        ("rebalance", "hourly", "It looks 8,760 times a year.", "It rebalances 876 times a year."),
        (
            "rebalance",
            "quarterly",
            "It's been quarterly since 2020; before that it was rebalanced monthly.",
            "It was rebalanced quarterly; since 2020 it is rebalanced monthly.",
        ),
        (
            "fee",
            "5 bps per side",
            "It charges 5 bps; small accounts pay 10 bps or more elsewhere.",
            "It charges 10 bps per side, like small accounts.",
        ),
        (
            "fee",
            "5 bps per side",
            "At 10 bps per side instead of 5 I'd expect the edge to be gone.",
            "It charges 10 bps per side, and I'd expect the edge to be gone.",
        ),
        (
            "fee",
            "12 bps per side",
            "12 bps per side would be too low for small caps.",
            "12 bps per side is wrong; it charges less.",
        ),
        (
            "execution",
            "next-day VWAP",
            "Orders are worked over the next day and booked at that day's VWAP.",
            "Orders are booked at that day's VWAP.",
        ),
        (
            "execution",
            "next open",
            "The weights come from Monday's close and are traded at Tuesday's open.",
            "The weights come from Monday's close and are traded at Monday's close.",
        ),
        (
            "lookback",
            "40 weeks",
            "The signal averages 40 weeks, or about nine months.",
            "The signal averages 40 weeks, or about twelve months.",
        ),
        ("leverage", "2x", "Gross it is 2x, so 1x long and 1x short.", "Gross it is 3x, so 2x long and 1x short."),
        ("leverage", "1.25x", "1.25 times, which means 25% is borrowed.", "1.5 times, which means 50% is borrowed."),
        ("universe", ("BTC-USD", "ETH-USD"), "It trades the ETH/BTC ratio.", "It trades the SOL/BTC ratio."),
        (
            "universe",
            ("BTC-USD", "ETH-USD"),
            "It trades BTC and ETH, no stablecoins.",
            "It trades BTC and SOL, no stablecoins.",
        ),
        ("universe", ("VUKE.L", "IGLT.L"), "It holds VUKE and IGLT.", "It holds VUKE and VUSA."),
        (
            "data_source",
            "minute bars",
            "Heron loop is a fast strategy (daily, minute bars).",
            "Heron loop is a fast strategy (daily, hourly bars).",
        ),
        (
            "data_source",
            "weekly closes",
            "Company filings, which most value strategies use, play no role.",
            "Weekly closes, which most strategies use, play no role.",
        ),
        (
            "evaluation_split",
            "70/30",
            "I see no leak: the last 30% isn't used for fitting.",
            "I see no leak: the last 40% isn't used for fitting.",
        ),
        (
            "evaluation_split",
            "75/25",
            "75/25 sits between 70/30 and 80/20.",
            "The split is 80/20, which sits near the usual one.",
        ),
        (
            "evaluation_split",
            "none",
            "The whole history since 2004 is tested.",
            "The years since 2014 are the test set.",
        ),
    ],
)
def test_what_stands_beside_a_claim_is_none(key: str, fact: FactValue, agreeing: str, breaking: str) -> None:
    assert not _breaks(key, fact, agreeing)
    assert _breaks(key, fact, breaking)


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        (
            "rebalance",
            "monthly",
            '{"rebalance": "monthly", "fitted_parameters": null}',
            '{"rebalance": "weekly", "fitted_parameters": null}',
        ),
        ("universe", ("VTI", "BND"), '{"universe": ["VTI", "BND"]}', '{"universe": ["VTI", "GLD"]}'),
        ("leverage", "2x", '{\n  "leverage": 2,\n  "evaluation_split": null\n}', '{\n  "leverage": 3\n}'),
        ("evaluation_split", "none", '{"evaluation_split": null}', '{"evaluation_split": "80/20"}'),
    ],
)
def test_settings_given_as_json_are_read_field_by_field(
    key: str, fact: FactValue, agreeing: str, breaking: str
) -> None:
    assert not _breaks(key, fact, agreeing)
    assert _breaks(key, fact, breaking)


def test_how_often_something_is_refitted_is_no_schedule_of_trades() -> None:
    question = "How often is the threshold refitted?"
    assert not _breaks("rebalance", "quarterly", "Yearly.", question)
    assert _breaks("rebalance", "quarterly", "Yearly.", "How often is the portfolio rebalanced?")
