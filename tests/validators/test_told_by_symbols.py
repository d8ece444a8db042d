"""Universes that list well-known symbols, told in words; schedules of data, rounds of costs, parts of the sample. A right answer passes
and its wrong twin does not."""

import pytest

from data.methodology import FactValue, MethodologyDocument
from data.records import Message, Trace
from validators.methodology.check import Methodology


def _breaks(facts: dict[str, FactValue], answer: str, kind: str = "rule-based") -> bool:
    document = MethodologyDocument(id="plover-step", title="Plover step", kind=kind, facts=facts, body="")
    messages = (Message(role="user", content="How does it work?"), Message(role="assistant", content=answer))
    return bool(Methodology((document,)).judge(Trace(messages=messages, metadata={"model_id": "plover-step"})))


@pytest.mark.parametrize(
    ("symbols", "agreeing", "breaking"),
    [
        (
            ("EWJ", "EWG", "EWU", "EWZ"),
            "It trades four country ETFs: Japan, Germany, the UK and Brazil.",
            "It trades four bond ETFs.",
        ),
        (("AAPL", "MSFT", "NVDA"), "It trades three mega-caps.", "It trades three small caps."),
        (("HG", "SI", "PL"), "It trades copper, silver and platinum futures.", "It trades corn and wheat futures."),
        (
            ("ES", "NQ", "RTY"),
            "It trades E-mini futures on the S&P 500, the Nasdaq 100 and the Russell 2000.",
            "It trades futures on the Nikkei 225.",
        ),
        (
            ("XOM", "CVX", "COP"),
            "It goes long the weakest of three oil majors.",
            "It goes long the weakest of three banks.",
        ),
        (("GLD", "SLV", "GDX"), "It trades gold, silver and gold miners.", "It trades gold, silver and wheat."),
        (
            ("AUDUSD", "NZDUSD", "USDJPY", "USDCHF"),
            "It trades the Aussie, the kiwi, the yen and the Swiss franc against the dollar.",
            "It trades the Aussie, the kiwi, the yen and the peso against the dollar.",
        ),
        (("KO", "PEP"), "It buys Coke and shorts Pepsi, or the other way round.", "It buys Nike and shorts Adidas."),
        (("EWJ", "EWG"), "Each week the one fund with the highest return is bought.", "It trades four country funds."),
    ],
)
def test_symbols_stand_for_what_they_are(symbols: tuple[str, ...], agreeing: str, breaking: str) -> None:
    assert not _breaks({"universe": symbols}, agreeing)
    assert _breaks({"universe": symbols}, breaking)


@pytest.mark.parametrize(
    ("fact", "agreeing", "breaking"),
    [
        ("5-minute bars", "It reads twelve bars an hour.", "It reads four bars an hour."),
        ("15-minute bars", "Its raw material is bars of a quarter of an hour.", "Its raw material is hourly bars."),
        ("hourly candles", "Data: spot candles at hourly frequency.", "Data: spot candles at daily frequency."),
        (
            "daily closes and monthly CPI releases",
            "It reads daily closes plus the monthly inflation print.",
            "It reads daily closes and news headlines.",
        ),
        ("month-end yields", "It reads one yield a month, as of month end.", "It reads daily yields."),
        ("quarterly company filings", "The inputs are 10-Q filings.", "The inputs are satellite images."),
        (
            "daily closes and the VIX",
            "It sees daily closing prices and the VIX index.",
            "It sees daily closing prices and news headlines.",
        ),
    ],
)
def test_data_come_as_often_as_told(fact: str, agreeing: str, breaking: str) -> None:
    others: dict[str, FactValue] = {"lookback": "50 days", "rebalance": "weekly", "universe": ("AAA", "BBB")}
    assert not _breaks({"data_source": fact, **others}, agreeing)
    assert _breaks({"data_source": fact, **others}, breaking)


LEARNED: dict[str, FactValue] = {
    "evaluation_split": "75/25",
    "fitted_parameters": "weight decay",
    "lookback": "12 months",
}


@pytest.mark.parametrize(
    ("agreeing", "breaking"),
    [
        ("The model never saw the last 25%.", "The model never saw the last 40%."),
        ("The first 75% to fit, the last 25% to judge.", "The first 60% to fit, the last 40% to judge."),
        ("It was fitted on three quarters and judged on the last quarter.", "It was fitted on a third."),
        ("What comes after the first 75% is out of sample.", "What comes after the first 60% is out of sample."),
        ("No, the tree depth isn't fitted. What's fitted is the weight decay.", "The weight decay isn't fitted."),
        (
            "The signal uses a lookback of 12 months.",
            "The signal uses a lookback of 60 months and it is rebalanced daily.",
        ),
        (
            "You'd need 12 months of prices, since that's what the strategy looks back over.",
            "You'd use a lookback of 9 months, because that's what the strategy uses.",
        ),
    ],
)
def test_parts_of_the_sample(agreeing: str, breaking: str) -> None:
    assert not _breaks(LEARNED, agreeing, "ml")
    assert _breaks(LEARNED, breaking, "ml")


@pytest.mark.parametrize(
    ("facts", "agreeing", "breaking"),
    [
        (
            {"fee": "4 bps per side"},
            "Turning over the whole book costs 8 bps.",
            "Turning over the whole book costs 4 bps.",
        ),
        ({"fee": "4 bps per side"}, "No, the fee isn't 4% per side.", "No, the fee isn't 4 bps per side."),
        ({"fee": "4 bps per side"}, "The strategy assumes 4 bps per side.", "The strategy assumes 7% per side."),
        (
            {"rebalance": "weekly"},
            "Every seven days the portfolio is put back in line.",
            "Every seven weeks the portfolio is put back in line.",
        ),
        (
            {"rebalance": "weekly"},
            "Here's what the document commits to:\n- **Rebalancing:** once a week",
            "Here's what the document commits to:\n- **Rebalancing:** once a month",
        ),
        ({"leverage": "2x"}, "At 2x, 60% in bonds is 120% of equity.", "It runs at 150% of equity."),
        (
            {"leverage": "3x", "fee": "7 bps per side"},
            "It is charged 7 bps on each side and run at 3x leverage.",
            "It is charged 7 bps on each side and run at 2x leverage.",
        ),
        (
            {"execution": "next open"},
            "Every Friday the rule compares each adjusted close with its average of the last 50 days.",
            "It is filled at the average of the last hour.",
        ),
        (
            {"lookback": "90 days"},
            "When the gap is far from its 90-day mean it sells the rich one.",
            "When the gap is far from its 60-day mean it sells the rich one.",
        ),
        (
            {"lookback": "90 days"},
            "Your colleague's \"40 days\" doesn't match the document, which gives a lookback of 90 days.",
            "Your colleague's \"90 days\" doesn't match the document, which gives a lookback of 40 days.",
        ),
    ],
)
def test_denials_rounds_and_lists(facts: dict[str, FactValue], agreeing: str, breaking: str) -> None:
    assert not _breaks(facts, agreeing)
    assert _breaks(facts, breaking)
