"""What an answer says of other strategies, of what was said before and of what might be, beside what it says of the one asked about."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology

ORIOLE = MethodologyDocument(
    id="oriole-spread",
    title="Oriole spread",
    kind="rule-based",
    facts={
        "evaluation_split": "none",
        "fitted_parameters": "none",
        "data_source": "hourly bars",
        "universe": ("EWZ", "ILF"),
        "lookback": "30 days",
        "rebalance": "weekly",
        "fee": "4 bps per side",
        "execution": "next close",
        "leverage": "at most 2x",
    },
    body="Oriole spread leans on the gap between two funds.",
)
PETREL = MethodologyDocument(
    id="petrel-net",
    title="Petrel net",
    kind="ml",
    facts={
        "evaluation_split": "70/30",
        "fitted_parameters": "network weights, dropout rate",
        "data_source": "daily closes",
        "rebalance": "monthly",
        "fee": "9 bps per side",
        "leverage": "1x",
    },
    body="A small network ranks the shares.",
)
DOCUMENTS = (ORIOLE, PETREL)


def _breaks(answer: str, about: str = "oriole-spread") -> bool:
    messages = (Message(role="user", content="How does it work?"), Message(role="assistant", content=answer))
    return bool(Methodology(DOCUMENTS).judge(Trace(messages=messages, metadata={"model_id": about})))


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        (
            "The desk's rates book pays 12 bps per side; Oriole spread pays 4 bps per side.",
            "The desk's rates book pays 4 bps per side; Oriole spread pays 12 bps per side.",
        ),
        (
            "The former carry model traded daily. Oriole spread, for its part, rebalances weekly.",
            "The former carry model traded weekly. Oriole spread, for its part, rebalances daily.",
        ),
        (
            "You may be thinking of the merger-arb book. It fills at the open. Oriole spread fills at the next close.",
            "You may be thinking of the merger-arb book. It fills at the next close. Oriole spread fills at the open.",
        ),
        (
            "That list (EWJ and EWG) belongs to something else. Oriole spread trades EWZ and ILF.",
            "That list (EWZ and ILF) belongs to something else. Oriole spread trades EWJ and EWG.",
        ),
        (
            "Oriole spread is charged 4 bps per side against 9 bps for Petrel net.",
            "Oriole spread is charged 9 bps per side against 4 bps for Petrel net.",
        ),
        (
            "Oriole spread may go to 2x, which is not something Petrel net does.",
            "Petrel net may go to 2x, which is not something Oriole spread does.",
        ),
    ],
)
def test_another_strategy_is_told_beside(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing)
    assert _breaks(breaking)


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        (
            "If I wrote 15 bps per side, that was a slip. It is 4.",
            "If I wrote 4 bps per side, that was a slip. It's 15 bps.",
        ),
        (
            "I said 9 bps per side earlier; sorry, the fee is 4 bps per side.",
            "As I said earlier, the fee is 9 bps per side.",
        ),
        (
            "You were told the cap is 5x. Not so: leverage goes up to 2x.",
            "You were told the cap is 2x. Not so: leverage goes up to 5x.",
        ),
        (
            "Whoever put minute bars was mistaken: the source is hourly bars.",
            "Whoever put hourly bars was mistaken: the source is minute bars.",
        ),
        (
            "Instead of a 70/30 split there is no split at all, and the fee is 4 bps rather than 9 bps.",
            "Instead of an 80/20 split there is a 70/30 split, and the fee is 4 bps rather than 9 bps.",
        ),
        (
            "If it were run on daily bars, you might see other results; it is run on hourly bars.",
            "If it were run on hourly bars, you might see other results; it is run on daily bars.",
        ),
    ],
)
def test_what_was_said_before_is_taken_back(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing)
    assert _breaks(breaking)


@pytest.mark.parametrize(
    "answer",
    [
        "Look at five years of prices before you trust a chart.",
        "There's no cost to sleeping on it.",
        "On borrowing: the cap is 2x.",
        "You won't find a hold-out here: the whole history is used.",
        "A round trip costs twice 4 bps.",
        "The claim that a network is fitted is wrong for Oriole spread.",
    ],
)
def test_advice_and_headings_state_no_method(answer: str) -> None:
    assert not _breaks(answer)


@pytest.mark.parametrize(
    ("about", "agreeing", "breaking"),
    [
        (
            "petrel-net",
            "What gets tuned is the network weights and the dropout rate.",
            "What gets tuned is the stop distance and the exit level.",
        ),
        ("petrel-net", "The dropout rate is fitted to the data.", "The moving-average lengths are fitted to the data."),
        ("petrel-net", "The window length isn't fitted here.", "The dropout rate isn't fitted here."),
        (
            "petrel-net",
            "Which dials suit the past? The weights.",
            "What it learned from history: no parameters at all.",
        ),
        (
            "oriole-spread",
            "What it learned from history: no parameters at all.",
            "The dial set to suit the past: the exit level.",
        ),
        (
            "oriole-spread",
            "First, see what gets tuned. Nothing does.",
            "What was tuned on old prices is the stop level.",
        ),
    ],
)
def test_what_is_fitted_is_told_by_its_names(about: str, agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing, about)
    assert _breaks(breaking, about)


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("It holds up to $2 of shares for each $1 of your own.", "It holds up to $3 of shares for each $1 of your own."),
        ("Maximum exposure: $2 per dollar of equity.", "Maximum exposure: $1.50 per dollar of equity."),
        ("The most it will ever hold is 2x.", "The most it will ever hold is 1.5x."),
        ("Leverage: 2x at the very most.", "Leverage: 1x at the very most."),
        ("With $5,000 of your money it can hold $10,000 of shares.", "With $5,000 of your money it can hold $20,000 of shares."),
        ("For each $1 of your own, it earned $3.", "For each $1 of your own, it may carry $3 of funds."),
    ],
)  # fmt: skip
def test_exposure_is_told_in_dollars(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing)
    assert _breaks(breaking)


def _breaks_fact(key: str, fact: FactValue, answer: str, question: str = "How does it work?") -> bool:
    document = MethodologyDocument(id="tern-rule", title="Tern rule", kind="rule-based", facts={key: fact}, body="")
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "tern-rule"})))


BIG_FUNDS = "European funds with at least 500 million in assets"
CUT = "train through 2014, test from 2015"


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        ("universe", BIG_FUNDS, "It buys funds with over 500 million in assets.", "It buys funds with over 50 million in assets."),
        ("universe", BIG_FUNDS, "It picks from European funds.", "It only ever picks from VGK and EWG."),
        ("universe", ("AA", "CENX"), "It shops in one aisle only: AA and CENX.", "It shops in one aisle only: AA and NUE."),
        ("universe", "Nasdaq-100 members", "What it may buy: Nasdaq-100 shares", "What it may buy: FTSE 100 shares"),
        ("evaluation_split", CUT, "Training up to the end of 2014, testing from 2015.", "Training up to 2011 and testing from 2012."),
        ("evaluation_split", CUT, "The test part starts in 2015.", "The test part starts in 2018."),
        ("lookback", "90 days", "Anything older than 90 days plays no part.", "Anything older than 30 days plays no part."),
        ("lookback", "90 days", "Trades older than a year are left off the report.", "It is worked out from the last 30 days of closes."),
        ("execution", "next open", "The purchase is then made at the next open.", "The purchase is then made at the next day's close."),
        ("execution", "next open", "The test gives it a price at the next open.", "The test gives it a price at the same day's close."),
        ("fee", "5 bps per side", "It takes costs into account: 5 bps on each side.", "It takes costs into account: 8 bps on each side."),
        ("fee", "5 bps per side", "It charges 5 bps. None of this is advice.", "You guessed 5 bps a side. Not so: it is $0.01 a share."),
    ],
)  # fmt: skip
def test_rules_borders_and_spans_are_told(key: str, fact: FactValue, agreeing: str, breaking: str) -> None:
    assert not _breaks_fact(key, fact, agreeing)
    assert _breaks_fact(key, fact, breaking)


def test_weights_that_change_are_rebalanced() -> None:
    asked = "When do its weights change?"
    assert not _breaks_fact("rebalance", "weekly", "They change every week, not in between.", asked)
    assert _breaks_fact("rebalance", "weekly", "They change every quarter, not in between.", asked)
