"""Results that an answer tells beside their operands: gaps, sums, multiples, parts, and totals and means of all members of a group."""

from json import dumps
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_SHOPS: dict[str, Any] = {
    "rows": [
        {"ticker": "KQA", "trades": 89, "winners": 52, "profit_usd": 1820.0, "fees_usd": 310.0},
        {"ticker": "MUR", "trades": 41, "winners": 13, "profit_usd": -460.0, "fees_usd": 144.0},
        {"ticker": "ZED", "trades": 62, "winners": 30, "profit_usd": 905.0, "fees_usd": 217.0},
    ]
}
_RUNS: dict[str, Any] = {
    "runs": [
        {
            "model": "ash-carry",
            "cagr": 0.1234,
            "sharpe": 0.91,
            "max_drawdown": -0.2871,
            "turnover": 4.2,
            "final_equity": 18210.0,
        },
        {
            "model": "elm-gap",
            "cagr": 0.0717,
            "sharpe": 0.44,
            "max_drawdown": -0.1902,
            "turnover": 8.6,
            "final_equity": 13120.0,
        },
    ]
}
_YEARS: dict[str, Any] = {
    "rows": [
        {"year": 2017, "return": 0.1412},
        {"year": 2018, "return": -0.0638},
        {"year": 2019, "return": 0.0907},
        {"year": 2020, "return": 0.2119},
    ]
}  # fmt: skip
_COSTS: dict[str, Any] = {
    "costs": {
        "ash-carry": {"bps_per_year": {"commission": 42, "slippage": 33, "borrow": 25}},
        "elm-gap": {"bps_per_year": {"commission": 61, "slippage": 18, "borrow": 7}},
    }
}
_TRIPS: dict[str, Any] = {
    "trips": [{"name": "first", "days": 9}, {"name": "second", "days": 24}, {"name": "third", "days": 3}]
}


def _failing(output: Any, answer: str) -> list[str]:
    found = grounded_numbers(answer, ["How did it do?"], [dumps(output)], [{}])
    return [number.text for number in found if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_SHOPS, "KQA made 89 trades and MUR 41, a difference of 48."),
        (_SHOPS, "KQA made $1,820 and ZED $905. A gap of $915, then."),
        (_SHOPS, "KQA earned $1,820 while MUR lost $460, so $2,280 lies between the two."),
        (_SHOPS, "Fees went up by $166, from $144 on MUR to $310 on KQA."),
        (_SHOPS, "Add the $310 of fees on KQA to the $144 on MUR and you get $454."),
        (_SHOPS, "Trades: 89 in KQA, 41 in MUR and 62 in ZED, 192 in all."),
        (_SHOPS, "Altogether 192 trades, the most of them in KQA (89) and the fewest in MUR (41)."),
        (_SHOPS, "All three together made $2,265."),
        (_SHOPS, "All three together put on 192 trades."),
        (_YEARS, "2017 14.12%, 2018 -6.38%, 2019 9.07%. Added up without compounding that is 16.81%."),
        (_YEARS, "The years gave 14.12%, -6.38%, 9.07% and 21.19%; the arithmetic mean is 9.5%."),
        (_YEARS, "2018 made -6.4%. 2019 made 9.1%. So 2019 was the better year by 15.5 points."),
        (_SHOPS, "Of the 89 trades in KQA 52 won. That leaves 37 which did not."),
        (_SHOPS, "The two best, KQA and ZED, made $2,725 together."),
        (_SHOPS, "KQA traded about twice as often as MUR: 89 against 41."),
        (_SHOPS, "The fees on KQA were $310, a bit more than twice what MUR paid ($144)."),
        (_SHOPS, "MUR made not quite half as many trades as KQA (41 versus 89)."),
        (_SHOPS, "About six in ten trades of KQA won: 52 out of 89."),
        (_SHOPS, "Of the trades in MUR 28 lost and 13 of the 41 won, roughly a third."),
        (_SHOPS, "The profit of $1,820 spread over 89 trades is $20.45 per trade."),
        (_RUNS, "ash-carry is ahead by 5.2 points (12.3% against 7.2% a year)."),
        (_RUNS, "The drawdown of ash-carry is deeper by 9.7 points (28.7% versus 19.0%)."),
        (_RUNS, "ash-carry returned 12.3% a year and elm-gap 7.2%; the drawdown of ash-carry is 9.7 points deeper."),
        (_RUNS, "elm-gap turns its book over 8.6 times a year. That is about twice what ash-carry does (4.2 times)."),
        (_RUNS, "ash-carry has 38.8% more money at the end: $18,210 instead of $13,120."),
        (_RUNS, "elm-gap has the lower drawdown by 9.7 points. Its CAGR is 7.2%, that of ash-carry 12.3%."),
        (_YEARS, "2018 lost 6.4% and 2020 made 21.2%, so the best and the worst year are 27.6 points apart."),
        (_YEARS, "Taking the four years together the simple mean is 9.5% a year."),
        (_YEARS, "Over the four years the winning ones averaged 14.8%."),
        (_COSTS, "All in, 100 bps a year for ash-carry: commission 42, slippage 33, borrow 25."),
        (_COSTS, "Slippage is 33 bps of ash-carry's drag, or 33% of the whole."),
        (_SHOPS, "It traded 192 times in all: 89 times in KQA, 41 in MUR and the rest in ZED."),
        (_SHOPS, "The fees were $671 in total. KQA paid $310, ZED $217."),
        (_SHOPS, "KQA had the most trades (89), 27 more than ZED and 48 more than MUR (62 and 41)."),
        (_SHOPS, "KQA won 52 of its 89 trades, so 37 did not."),
        (_SHOPS, "KQA and ZED made $2,725 together, MUR lost $460, which leaves $2,265."),
        (_YEARS, "It rose by 12.1 points from 2019 to 2020 (9.1% to 21.2%), and by 15.5 points from 2018 to 2019."),
        (_YEARS, "Put 2018 (-6.4%) and 2019 (+9.1%) on top of each other and the pair leaves you up 2.1%."),
        (_TRIPS, "On average 12 days. The longest trip took 24 days, the shortest 3."),
    ],
)  # fmt: skip
def test_a_result_that_its_operands_come_to_is_let_by(output: Any, answer: str) -> None:
    assert _failing(output, answer) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_SHOPS, "All three together put on 130 trades.", "130"),
        (_YEARS, "2017 14.12%, 2018 -6.38%, 2019 9.07%. Added up without compounding that is 2.69%.", "2.69%"),
        (_YEARS, "The years gave 14.12%, -6.38%, 9.07% and 21.19%; the arithmetic mean is 14.8%.", "14.8%"),
        (_YEARS, "2018 made -6.4%. 2019 made 9.1%. So 2019 was the better year by 9.1 points.", "9.1 points"),
        (_SHOPS, "Of the 89 trades in KQA 52 won. That leaves 141 which did not.", "141"),
        (_SHOPS, "KQA made 89 trades and MUR 41, a difference of 21.", "21"),
        (_SHOPS, "KQA made $1,820 and ZED $905. A gap of $2,725, then.", "$2,725"),
        (_SHOPS, "KQA earned $1,820 while MUR lost $460, so $1,360 lies between the two.", "$1,360"),
        (_SHOPS, "Fees went up by $93, from $144 on MUR to $310 on KQA.", "$93"),
        (_SHOPS, "Add the $310 of fees on KQA to the $144 on MUR and you get $527.", "$527"),
        (_SHOPS, "Trades: 89 in KQA, 41 in MUR and 62 in ZED, 151 in all.", "151"),
        (_SHOPS, "Altogether 151 trades, the most of them in KQA (89) and the fewest in MUR (41).", "151"),
        (_SHOPS, "All three together made $2,725.", "$2,725"),
        (_SHOPS, "KQA traded about four times as often as MUR: 89 against 41.", "four times as often"),
        (_SHOPS, "The fees on KQA were $310, more than three times what MUR paid ($144).", "three times what"),
        (_SHOPS, "MUR made about a tenth as many trades as KQA (41 versus 89).", "a tenth as many"),
        (_SHOPS, "About three in ten trades of KQA won: 52 out of 89.", "three in ten"),
        (_SHOPS, "The profit of $1,820 spread over 89 trades is $14.60 per trade.", "$14.60"),
        (_RUNS, "ash-carry is ahead by 9.7 points (12.3% against 7.2% a year).", "9.7 points"),
        (_RUNS, "The drawdown of ash-carry is deeper by 5.2 points (28.7% versus 19.0%).", "5.2 points"),
        (_RUNS, "elm-gap turns its book over 8.6 times a year. That is about half what ash-carry does (4.2 times).", "half what"),
        (_YEARS, "2018 lost 6.4% and 2020 made 21.2%, so the best and the worst year are 14.8 points apart.", "14.8 points"),
        (_YEARS, "Taking the four years together the simple mean is 14.8% a year.", "14.8%"),
        (_YEARS, "On average it made 14.8% over the four years.", "14.8%"),
        (_SHOPS, "Together KQA (89) and MUR (41) made 151 trades.", "151"),
        (_RUNS, "The CAGR is nearly three times as high, 12.3% versus 7.2%.", "three times"),
        (_RUNS, "$18,210 less $13,120 leaves $8,210.", "$8,210"),
        (_YEARS, "Put 2018 (-6.4%) and 2019 (+9.1%) on top of each other and the pair leaves you down 2.1%.", "2.1%"),
        (_TRIPS, "On average 36 days. The longest trip took 24 days, the shortest 3.", "36"),
    ],
)  # fmt: skip
def test_a_result_that_its_operands_do_not_come_to_is_wrong(output: Any, answer: str, wrong: str) -> None:
    assert any(text.startswith(wrong) or wrong in text for text in _failing(output, answer))
