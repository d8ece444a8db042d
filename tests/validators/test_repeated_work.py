"""Work that an answer does on a table of the tools: repeated over its rows, on two records told beside, on rows that follow one another."""

import json

import pytest

from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

AGAINST = json.dumps(
    {
        "years": [
            {"year": 2019, "fund_pct": 14.31, "index_pct": 21.87},
            {"year": 2020, "fund_pct": 9.42, "index_pct": 3.15},
            {"year": 2021, "fund_pct": -4.76, "index_pct": 17.09},
            {"year": 2022, "fund_pct": 2.58, "index_pct": -12.44},
        ]
    }
)
SLUMPS = json.dumps(
    {
        "slumps": [
            {"from": "2018-02-05", "drawdown": -0.1372},
            {"from": "2020-03-16", "drawdown": -0.0954},
            {"from": "2022-06-13", "drawdown": -0.0618},
        ]
    }
)
VARIANTS = json.dumps(
    {
        "base": {"cagr": 8.37, "vol": 11.42, "sharpe": 0.73, "mdd": -18.9},
        "no_oil": {"cagr": 7.81, "vol": 11.96, "sharpe": 0.65, "mdd": -21.3},
        "no_gold": {"cagr": 7.12, "vol": 10.15, "sharpe": 0.70, "mdd": -24.8},
    }
)
TRADES = json.dumps(
    {"trades": [{"no": n, "pnl_usd": p} for n, p in enumerate((412.55, -87.2, -263.91, -118.46, -540.08, 96.31), 1)]}
)
VENUES = json.dumps(
    {
        "year": 2023,
        "Paris": {"fees_eur": 3120.4, "net_eur": 41250.75},
        "Milan": {"fees_eur": 1984.1, "net_eur": 18730.2},
        "Madrid": {"fees_eur": 877.65, "net_eur": -6015.35},
    }
)
SCORES = json.dumps(
    {
        "folds": [
            {"year": 2017, "accuracy": 0.552}, {"year": 2018, "accuracy": 0.531}, {"year": 2019, "accuracy": 0.526},
            {"year": 2020, "accuracy": 0.518}, {"year": 2021, "accuracy": 0.535}, {"year": "mean", "accuracy": 0.5324},
        ]
    }
)  # fmt: skip
OPEN = (
    "Nothing is open now:\n- A/B at 1.42 (entry at 1.9)\n- C/D at 0.37 (entry at 1.7)\n- E/F at 2.05 (entry at 2.5)\n\n"
)
HALVED = "| From | Drawdown | At half the size |\n|---|---|---|\n"
SIGNALS = json.dumps(
    {
        "pairs": [
            {"pair": "A/B", "z": 1.42, "entry": 1.9},
            {"pair": "C/D", "z": 0.37, "entry": 1.7},
            {"pair": "E/F", "z": 2.05, "entry": 2.5},
        ]
    }
)
CARD = "The fee is 4 bps per side and fill."


def _failing(output: str, answer: str) -> list[GroundedNumber]:
    numbers = grounded_numbers(answer, ["How did it do?"], [output])
    return [number for number in numbers if number.reason not in (None, Reason.DERIVED_NUMBER)]


RIGHT = [
    (AGAINST, "Fund less index, year by year:\n2019: -7.56\n2020: +6.27\n2021: -21.85\n2022: +15.02"),
    (SLUMPS, HALVED + "| 2018-02-05 | -13.72% | -6.86% |\n| 2020-03-16 | -9.54% | -4.77% |\n| 2022-06-13 | -6.18% | -3.09% |"),
    (VARIANTS, "Without oil the CAGR falls to 7.81% from 8.37%, the Sharpe to 0.65 from 0.73, and the drawdown gets 2.4 points deeper."),
    (TRADES, "Four losing trades in a row took $1,009.65."),
    (VENUES, "In 2023 it made €53,965.60 net across the three venues."),
    (SCORES, "Mean accuracy is 0.536 over 2017-2019 and 0.527 over 2020-2021."),
    (SIGNALS, OPEN + "A/B needs another 0.48 and E/F another 0.45 to trigger."),
    (CARD, "Each pair has four fills, so a round trip costs 16 bps at 4 bps per fill."),
]  # fmt: skip


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_what_the_work_gives_passes(output, answer):
    assert _failing(output, answer) == []


WRONG = [
    (AGAINST, "Fund less index, year by year:\n2019: -7.56\n2020: +6.27\n2021: -23.15\n2022: +15.02"),
    (SLUMPS, HALVED + "| 2018-02-05 | -13.72% | -6.86% |\n| 2020-03-16 | -9.54% | -5.31% |\n| 2022-06-13 | -6.18% | -3.09% |"),
    (VARIANTS, "Without oil the CAGR falls to 7.81% from 8.37%, the Sharpe to 0.65 from 0.73, and the drawdown gets 4.7 points deeper."),
    (TRADES, "Four losing trades in a row took $1,090.65."),
    (VENUES, "In 2023 it made €55,965.60 net across the three venues."),
    (SCORES, "Mean accuracy is 0.571 over 2017-2019 and 0.527 over 2020-2021."),
    (SIGNALS, OPEN + "A/B needs another 0.48 and E/F another 0.72 to trigger."),
    (CARD, "Each pair has four fills, so a round trip costs 20 bps at 4 bps per fill."),
]  # fmt: skip


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_what_it_does_not_give_fails(output, answer):
    assert _failing(output, answer)
