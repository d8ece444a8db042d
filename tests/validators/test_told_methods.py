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
