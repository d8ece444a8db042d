"""Answers held to one fact each: a right one passes, and its wrong twin does not."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology

FUNDS = ("VTI", "BND", "GLD")
SECTORS = ("XLF", "XLK", "XLU", "XLV", "XLY")


def _breaks(key: str, fact: FactValue, answer: str, question: str = "How does it work?") -> bool:
    document = MethodologyDocument(id="heron-loop", title="Heron loop", kind="rule-based", facts={key: fact}, body="")
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "heron-loop"})))


@pytest.mark.parametrize(
    ("fact", "agreeing", "breaking"),
    [
        (
            FUNDS,
            "It holds three things: shares (VTI), bonds (BND), and gold (GLD).",
            "It holds three things: shares (VTI), bonds (BND), and silver (SLV).",
        ),
        (
            ("F", "GM", "UPS", "FDX"),
            "Its universe is two couples: carmakers (F, GM) and parcel firms (UPS, FDX).",
            "Its universe is two couples: carmakers (F, GM) and soft drinks (KO, PEP).",
        ),
        (("F", "GM", "UPS", "FDX"), "It pairs F with GM, and UPS with FDX.", "It pairs F with GM, and KO with PEP."),
        (
            SECTORS,
            "The universe holds XLF, XLK and another three funds.",
            "The universe holds XLF, XLK and four more funds.",
        ),
        (SECTORS, "XLU is in the universe, with four other ETFs.", "XLU is in the universe, with five other ETFs."),
        (SECTORS, "All of XLF and XLK is sold; XLU isn't.", "It trades XLF and XLP."),
        (SECTORS, "Its universe is the S&P 500 sectors.", "Its universe is the S&P 400."),
        ("S&P 500 constituents", "It doesn't just hold a few ETFs; any member may be bought.", "It holds ETFs."),
    ],
)
def test_a_universe_is_told_by_its_members(fact: FactValue, agreeing: str, breaking: str) -> None:
    assert not _breaks("universe", fact, agreeing)
    assert _breaks("universe", fact, breaking)


@pytest.mark.parametrize(
    ("question", "breaks"),
    [("What fee does heron-loop assume?", True), ("Assume a fee of 9 bps in heron-loop. What then?", False)],
)
def test_what_the_strategy_assumes_is_no_what_if(question: str, breaks: bool) -> None:
    found = Message(
        role="tool",
        content='{"text": "It ranks the funds by their return over 9 weeks and holds the best of them."}',
        tool_call_id="c",
        name="look",
    )
    document = MethodologyDocument(
        id="heron-loop", title="Heron loop", kind="rule-based", facts={"fee": "2 bps per side"}, body=""
    )
    messages = (
        Message(role="user", content=question),
        found,
        Message(role="assistant", content="The backtest charges 9 bps a side, so it pays 0.09%."),
    )
    check = Methodology((document,))
    assert bool(check.judge(Trace(messages=messages, metadata={"model_id": "heron-loop"}))) == breaks


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("It pays 0.06% per side.", "It pays 6% per side."),
        ("On the way in and on the way out it is charged 6 bps.", "Each side costs 6%."),
        ("It earned 6% per trade.", "It deducts 6% a side."),
    ],
)
def test_a_percentage_that_is_charged_for_a_side_is_a_fee(agreeing: str, breaking: str) -> None:
    assert not _breaks("fee", "6 bps per side", agreeing)
    assert _breaks("fee", "6 bps per side", breaking)


@pytest.mark.parametrize(
    ("answer", "breaks"), [("Only VTI.", True), ("VTI, BND and GLD.", False), ("Only fools ask.", False)]
)
def test_symbols_alone_answer_what_is_traded(answer: str, breaks: bool) -> None:
    assert _breaks("universe", FUNDS, answer, question="What does heron-loop trade?") == breaks


@pytest.mark.parametrize(
    ("answer", "breaks"),
    [("It uses the noon fixings.", False), ("It reads exchange rates.", False), ("It uses OHLC bars.", True)],
)
def test_a_fixing_is_no_bar(answer: str, breaks: bool) -> None:
    assert _breaks("data_source", "daily noon fixings of exchange rates", answer) == breaks


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        (
            "rebalance",
            "weekly",
            "A weekly check was preferred to a daily one.",
            "A daily check was preferred to a weekly one.",
        ),
        (
            "rebalance",
            "monthly",
            "Prices come daily, which doesn't mean it rebalances daily.",
            "Prices come daily, which doesn't mean it rebalances monthly.",
        ),
        ("rebalance", "monthly", "We go over the results weekly.", "We rebalance weekly."),
        ("evaluation_split", "80/20", "A common alternative is a 60/40 split.", "The split is 60/40."),
        (
            "evaluation_split",
            "75/25",
            "The last 25% of the sample never affected the choice of the cut-off.",
            "The last 35% of the sample never affected the choice of the cut-off.",
        ),
        (
            "evaluation_split",
            "75/25",
            "Its parameters come from the first three quarters of the data.",
            "Its parameters come from the first two thirds of the data.",
        ),
        (
            "evaluation_split",
            "none",
            "The entire record counts as a test, and no part of it is cut off.",
            "The last fifth serves as the test.",
        ),
        (
            "execution",
            "next open",
            "Trading at the close is not the same as trading at the open.",
            "It trades at the close.",
        ),
        ("execution", "same-day close", "It doesn't read daily closes.", "It doesn't deal at the close of the day."),
        (
            "fitted_parameters",
            "entry level",
            "Not everything is fixed: the entry level is fitted.",
            "The entry level is not fitted.",
        ),
        ("fitted_parameters", "entry level", "It fits the entry level; nothing else is fitted.", "Nothing is fitted."),
        ("fitted_parameters", "entry level", "Only the entry level is tuned.", "It doesn't involve any estimation."),
        (
            "fitted_parameters",
            "entry threshold",
            "Only the entry threshold is tuned.",
            "The only tuned number is the stop.",
        ),
        (
            "leverage",
            "1x",
            "It pairs a 30-day average with 1x leverage.",
            "It has a 30-day average, 2x leverage and no stops.",
        ),
        (
            "lookback",
            "8 weeks",
            "Funds are sorted by how much they gained in the last 8 weeks.",
            "Funds are sorted by how far they fell over the last 9 weeks.",
        ),
        ("fitted_parameters", "none", "Nothing is tuned.", "Nothing else is tuned."),
        (
            "lookback",
            "8 weeks",
            "The exit is tuned; the 8-week lookback is not.",
            "The exit is tuned; the 9-week lookback is not.",
        ),
    ],
)
def test_what_stands_beside_a_value_tells_how_it_is_meant(key: str, fact: str, agreeing: str, breaking: str) -> None:
    assert not _breaks(key, fact, agreeing)
    assert _breaks(key, fact, breaking)


@pytest.mark.parametrize(
    ("answer", "breaks"),
    [
        ("It is no neural network - that's Osprey mill - but a random forest.", False),
        ("It is no random forest - that's Osprey mill - but a neural network.", True),
        ("Heron loop's forest has 90 trees, not 7 layers - those belong to Osprey mill.", False),
    ],
)
def test_what_is_denied_of_one_may_be_said_to_be_another_s(answer: str, breaks: bool) -> None:
    facts = {"heron-loop": "random forest of 90 trees", "osprey-mill": "neural network with 7 layers"}
    documents = tuple(
        MethodologyDocument(
            id=name, title=name.replace("-", " ").capitalize(), kind="ml", facts={"fitted_parameters": fact}, body=""
        )
        for name, fact in facts.items()
    )
    messages = (Message(role="user", content="How does it work?"), Message(role="assistant", content=answer))
    assert bool(Methodology(documents).judge(Trace(messages=messages, metadata={"model_id": "heron-loop"}))) == breaks


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        (
            "execution",
            "next open",
            "Signals are traded only in the following session.",
            "Orders are traded into the close in small lots.",
        ),
        (
            "data_source",
            "daily settlement prices",
            "It gets the following session's opening price.",
            "It reads opening prices.",
        ),
        (
            "evaluation_split",
            "none",
            "There is no split, so what you can claim about unseen data follows from that.",
            "It is scored on unseen data.",
        ),
        (
            "evaluation_split",
            "none",
            '"A 70/30 split into training and test data" isn\'t how the methodology reads.',
            '"A 70/30 split into training and test data" is how the methodology reads.',
        ),
        (
            "fitted_parameters",
            "ridge regression coefficients",
            "It is scored on data that the model did not see when it was fitted.",
            "The model was never fitted.",
        ),
        (
            "fee",
            "3 bps per side",
            "A desk paying 0.15% per side would see other results.",
            "The desk pays 0.15% per side.",
        ),
        (
            "fee",
            "3 bps per side",
            "Whatever your broker says, the simulation pays three basis points a side.",
            "Whatever your broker says, the simulation pays ten basis points a side.",
        ),
        (
            "fee",
            "3 bps per side",
            "Its returns are stated net of trading costs.",
            "Its returns leave out trading costs altogether.",
        ),
        ("fee", "3 bps per side", "It charges nothing for holding cash.", "It charges nothing when it trades."),
        (
            "leverage",
            "1x",
            "It never carries more exposure than it has capital.",
            "It carries more exposure than it has capital.",
        ),
        (
            "universe",
            FUNDS,
            "It holds a single fund at a time.",
            "It trades a single fund only, and revisits positions weekly.",
        ),
        (
            "rebalance",
            "quarterly",
            "While other funds rebalance weekly, it does so every quarter.",
            "While other funds rebalance every quarter, it does so weekly.",
        ),
        (
            "rebalance",
            "quarterly",
            "Many funds rebalance weekly. Heron loop does not work that way.",
            "Many funds rebalance weekly. Heron loop works that way too.",
        ),
        (
            "rebalance",
            "quarterly",
            "Many funds rebalance every quarter, and it is no exception.",
            "Many funds rebalance every week, and it is no exception.",
        ),
    ],
)
def test_others_do_otherwise_and_quotations_are_denied_whole(
    key: str, fact: FactValue, agreeing: str, breaking: str
) -> None:
    assert not _breaks(key, fact, agreeing)
    assert _breaks(key, fact, breaking)
