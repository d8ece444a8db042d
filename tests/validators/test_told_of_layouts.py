"""What a number is of is told by how tools lay it out: a series under its name, what is deducted, folds a line."""

import pytest

from validators.grounding.review import grounded_numbers

SERIES = """2021-08     0.0312
2021-09    -0.0274
2021-10     0.0469
2021-11    -0.0187
Freq: M, Name: osier_ret, dtype: float64"""
BRIDGE = """NET RESULT  osier  (EUR)
gross result         214,900
commission           -11,240
market impact         -6,310
borrow                -4,775
net result           192,575"""
YEARS = """Calendar-year return (%)
year      osier     teasel
--------------------------
2019       12.4       -3.1
2020       -6.2        8.8
2021       17.9        5.5"""
FOLDS = """[north]
  fold 1   gross 0.1931   net 0.1764
  fold 2   gross 0.0822   net 0.0613
[south]
  fold 1   gross 0.1412   net 0.1239
  fold 2   gross 0.1178   net 0.0905"""
SIZES = (
    '{"strategy": "osier", "curve": [{"aum_musd": 10, "net_sharpe": 1.61, "impact_bps": 2.9}, '
    '{"aum_musd": 50, "net_sharpe": 1.18, "impact_bps": 8.4}, {"aum_musd": 250, "net_sharpe": 0.55, "impact_bps": 19.7}]}'
)
REGIONS = (
    '{"regions": {"asia_xj": {"osier": {"ann_ret": 0.0713}}, "japan": {"osier": {"ann_ret": 0.0948}}, '
    '"us_small": {"osier": {"ann_ret": 0.1126}}}}'
)
SPENDERS = (
    '[{"name": "DIS", "trades": 214, "fees_paid_usd": 9120}, {"name": "COST", "trades": 371, "fees_paid_usd": 4310}]'
)
RUNS = """metric | run 'base' | run 'no-shorts'
trades | 431 | 297
max_drawdown | -0.1822 | -0.2417"""

TWO = {"strategies": ["osier", "teasel"]}
RIGHT = [
    (SERIES, {}, "-2.74% for September."),
    (SERIES, {}, "October was the best month with 4.69%; November lost 1.87%."),
    (
        BRIDGE,
        {"strategy": "osier"},
        "Commission is the largest item with €11,240, ahead of market impact (€6,310) and borrow (€4,775).",
    ),
    (BRIDGE, {"strategy": "osier"}, "Market impact took €6,310 off it."),
    (YEARS, TWO, "In 2020 osier lost 6.2% and teasel made 8.8%."),
    (YEARS, TWO, "2019: osier +12.4%, teasel -3.1%."),
    (FOLDS, {"strategy": "osier"}, "In north, fold 1 netted 17.64% and fold 2 6.13%."),
    (SIZES, {}, "At $50M: net Sharpe 1.18, impact 8.4 bps."),
    (SIZES, {}, "With $250M the net Sharpe is 0.55; at $10M it is 1.61."),
    (REGIONS, {}, "Osier, annualised return:\n1. US small caps: 11.26%\n2. Japan: 9.48%\n3. Asia ex Japan: 7.13%"),
    (SPENDERS, {"names": ["DIS", "COST"]}, "For DIS, a total of 214 trades cost $9,120."),
    (RUNS, {"names": ["run 'base'", "run 'no-shorts'"]}, "Drawdown: run 'base' 18.2%, run 'no-shorts' 24.2%."),
]
WRONG = [
    (SERIES, {}, "-1.87% for September."),
    (SERIES, {}, "It made 3.12% in October."),
    (BRIDGE, {"strategy": "osier"}, "Market impact (€4,775) comes second."),
    (BRIDGE, {"strategy": "osier"}, "Borrow took €6,310 off it."),
    (YEARS, TWO, "2021 was a good year for osier: it made 5.5%."),
    (YEARS, TWO, "2020: osier +8.8%, teasel -6.2%."),
    (SIZES, {}, "At $50M: net Sharpe 1.61, impact 8.4 bps."),
    (SIZES, {}, "With $250M the net Sharpe is 1.18."),
    (REGIONS, {}, "Osier, annualised return:\n1. US small caps: 11.26%\n2. Japan: 7.13%\n3. Asia ex Japan: 9.48%"),
    (SPENDERS, {"names": ["DIS", "COST"]}, "For DIS, a total of 214 trades cost $4,310."),
    (RUNS, {"names": ["run 'base'", "run 'no-shorts'"]}, "Drawdown: run 'base' 24.2%, run 'no-shorts' 18.2%."),
]  # fmt: skip


@pytest.mark.parametrize(("output", "call", "answer"), RIGHT)
def test_what_a_number_is_of_passes(output: str, call: dict, answer: str) -> None:
    assert not [n for n in grounded_numbers(answer, ["How did it do?"], [output], [call]) if not n.grounded]


@pytest.mark.parametrize(("output", "call", "answer"), WRONG)
def test_the_number_of_another_fails(output: str, call: dict, answer: str) -> None:
    assert [
        n
        for n in grounded_numbers(answer, ["How did it do?"], [output], [call])
        if not n.grounded and n.derivation is None
    ]
