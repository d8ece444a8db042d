"""What a strategy was before, what somebody else said of it, and whom an answer is for: none of it says how the strategy is."""

import pytest

from data.methodology import MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology

CURLEW = MethodologyDocument(
    id="curlew-carry",
    title="Curlew carry",
    kind="rule-based",
    facts={
        "evaluation_split": "none",
        "fitted_parameters": "none",
        "data_source": "daily closes",
        "universe": ("HYG", "LQD", "EMB"),
        "lookback": "40 days",
        "rebalance": "weekly",
        "fee": "6 bps per side",
        "execution": "next open",
        "leverage": "1x",
    },
    body="Curlew carry holds the fund with the widest spread. Until 2016 it was rebalanced monthly.",
)
GODWIT = MethodologyDocument(
    id="godwit-logit",
    title="Godwit logit",
    kind="ml",
    facts={
        "evaluation_split": "75/25",
        "fitted_parameters": "weights of a logistic regression",
        "data_source": "end-of-day option quotes",
        "rebalance": "monthly",
        "leverage": "2x",
    },
    body="Godwit logit scores the options of one index. Until 2019 the split was 60/40.",
)


def _breaks(answer: str, about: str, question: str = "How does it work?") -> bool:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return bool(Methodology((CURLEW, GODWIT)).judge(Trace(messages=messages, metadata={"model_id": about})))


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        (
            "Up to 2016 Curlew carry was rebalanced monthly; since then it has been weekly.",
            "Up to 2016 Curlew carry was rebalanced weekly; since then it has been monthly.",
        ),
        ("It used to charge 10 bps a side, and now charges 6 bps a side.", "It now charges 10 bps a side."),
        ("The lookback was cut from 90 days to 40 days.", "The lookback was cut from 40 days to 90 days."),
        (
            "An earlier version filled at the close. The current one fills at the next open.",
            "An earlier version filled at the next open. The current one fills at the same day's close.",
        ),
        ("It no longer trades monthly.", "It no longer trades weekly."),
        ("The monthly schedule was given up in 2016.", "The weekly schedule was given up in 2016."),
        ("Curlew carry is rebalanced weekly.", "Curlew carry is rebalanced monthly."),
    ],
)
def test_what_was_before_is_no_claim_and_excuses_none(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing, "curlew-carry")
    assert _breaks(breaking, "curlew-carry")


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("A reviewer once wrote that it pays 15 bps a side.", "It pays 15 bps a side."),
        ("A rival's landing page claims that it runs at 3x.", "It runs at 3x."),
        ("Your clone seems to be edited, if it looks back 90 days.", "The original looks back 90 days."),
        ("The sandbox lets you trade daily. It is off by default.", "It trades daily."),
        ("It is common practice to hold daily; Curlew carry trades weekly.", "It is Curlew carry that trades daily."),
        (
            "While the usual advice is to use a 70/30 split, the document is clear that nothing is held out.",
            "The document is clear that a 70/30 split is used.",
        ),
        ("The idea that it trades daily comes up a lot, but it's mistaken.", "The idea is that it trades daily."),
        ("Several readers have asked us to run it at 2x. We haven't.", "It is run at 2x."),
        ("I had expected a monthly schedule; it is weekly.", "I had expected a weekly schedule; it is monthly."),
        ("10 bps is what the other desk charges.", "10 bps is what it charges."),
        ("Plenty of funds in this corner trade daily.", "Like plenty of funds in this corner, it trades daily."),
        ("The textbook version of this idea looks back 250 days.", "The version here looks back 250 days."),
    ],
)
def test_what_others_say_or_do_is_no_claim(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing, "curlew-carry")
    assert _breaks(breaking, "curlew-carry")


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        (
            "If you're worried about overfitting, you should know that nothing is fitted.",
            "If you're worried about overfitting, you should know that the spread threshold is fitted to past data.",
        ),
        (
            "When you compare it, keep in mind that it trades at 1x.",
            "When you compare it, keep in mind that it trades at 3x.",
        ),
        (
            "The one you asked about, Curlew carry, fills at the next open.",
            "The one you asked about, Curlew carry, fills at the next close.",
        ),
        ("I wouldn't call it a daily strategy.", "I wouldn't call it a weekly strategy."),
        ("You'd get a fresh set of weights once a week.", "You'd get a fresh set of weights once a month."),
        ("In short:\n> Fee = 6 bps per side\n> Leverage = 1x", "In short:\n> Fee = 6 bps per side\n> Leverage = 2x"),
        (
            "Evaluation split for Curlew carry: no train/test split.",
            "Evaluation split for Curlew carry: a train/test split.",
        ),
        (
            "You'd see this one adjust its holdings once a week.",
            "It holds one of its two funds: HYG and LQD make the universe.",
        ),
        ("It doesn't assume costs of 12 bps, it assumes 6.", "It doesn't assume costs."),
    ],
)
def test_what_is_told_to_somebody_is_a_claim(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing, "curlew-carry")
    assert _breaks(breaking, "curlew-carry")


def test_a_courtesy_is_no_yes() -> None:
    question = "Does Curlew carry use a holdout?"
    assert not _breaks("Sure. Godwit logit uses 75/25, Curlew carry holds nothing out.", "curlew-carry", question)
    assert _breaks("Yes. It does.", "curlew-carry", question)


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("The weights of a logistic regression are fitted.", "The coefficients of a ridge regression are fitted."),
        ("It does not run without leverage: it trades at twice its capital.", "It runs without leverage."),
        ("No minute bars are involved.", "No option quotes are involved."),
        ("Until 2019 the split was 60/40; today it is 75/25.", "The split is 60/40."),
        ("It doesn't leave its parameters unfitted.", "It leaves its parameters unfitted."),
        ("What is fitted: regression weights.", "What is fitted: entry and exit thresholds."),
        ("It trains on 75% and tests on 25%.", "It scores its whole history in one piece."),
        ("As for Godwit logit, it trades monthly.", "As for Godwit logit, it trades weekly."),
    ],
)
def test_a_model_with_a_past(agreeing: str, breaking: str) -> None:
    assert not _breaks(agreeing, "godwit-logit")
    assert _breaks(breaking, "godwit-logit")
