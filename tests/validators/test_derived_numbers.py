"""Arithmetic on tool numbers: what a wording may work out, and what is no explanation."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

TWO = json.dumps(
    {
        "runs": [
            {"model": "harbor-carry", "cagr": 0.1134, "max_drawdown": -0.196, "sharpe": 0.81, "trades": 47, "final_equity": 152301.0},
            {"model": "basalt-vol", "cagr": 0.0712, "max_drawdown": -0.241, "sharpe": 0.55, "trades": 31, "final_equity": 120110.0},
        ]
    }
)  # fmt: skip
ONE = json.dumps(
    {
        "model": "harbor-carry", "initial_equity": 100000, "final_equity": 152301, "wins": 28, "losses": 19, "trades": 47,
        "best_month": 0.081, "worst_month": -0.064, "sortino": 1.2, "sharpe": 0.81, "net_profit": 52301, "fees_paid": 1234.5,
        "trading_days": 520,
    }
)  # fmt: skip
ENDS = json.dumps({"model": "harbor-carry", "nav_start": 80000, "nav_end": 96400})
YEARS = json.dumps(
    {
        "years": [
            {"year": 2015, "return": 0.123},
            {"year": 2016, "return": -0.041},
            {"year": 2017, "return": 0.087},
            {"year": 2018, "return": 0.02},
        ]
    }
)
FEES = json.dumps(
    {
        "by_fee": [
            {"bps_per_side": bps, "final_equity": equity, "fees_paid": fees}
            for bps, equity, fees in ((0.5, 1140753.9, 6814.6), (1, 1130924.0, 13629.3), (4, 1073567.2, 54517.2))
        ]
    }
)
RATES = json.dumps({"runs": [{"model": "harbor-carry", "win_rate": 0.524}, {"model": "basalt-vol", "win_rate": 0.514}]})

RIGHT = [
    (TWO, "Divide 47 by 31 and you see that harbor-carry trades 1.52x as often as basalt-vol."),
    (TWO, "Trades: 47 vs 31, i.e. harbor-carry placed 16 more than basalt-vol."),
    (TWO, "The trade counts stand in a ratio of 1.52 to 1 (harbor-carry to basalt-vol)."),
    (TWO, "| | harbor-carry | basalt-vol | Δ |\n|---|---|---|---|\n| Sharpe | 0.81 | 0.55 | 0.26 |"),
    (TWO, "harbor-carry and basalt-vol have a mean Sharpe of 0.68."),
    (ONE, "Wins outnumber losses 1.47 to 1."),
    (ONE, "Sortino exceeds Sharpe by 0.39 here, 1.20 minus 0.81."),
    (ONE, "For every dollar of net profit, $0.02 went to the broker."),
    (TWO, "harbor-carry beat basalt-vol by 4.22 percentage points a year."),
    (TWO, "basalt-vol lags harbor-carry by 422 bps of CAGR."),
    (TWO, "In trades, harbor-carry is 52% busier than basalt-vol: 47 against 31."),
    (TWO, "harbor-carry placed 16 more trades than basalt-vol did."),
    (TWO, "harbor-carry traded 1.52x as often as basalt-vol."),
    (TWO, "The mean Sharpe of the two, harbor-carry and basalt-vol, is 0.68."),
    (TWO, "Together harbor-carry and basalt-vol made 78 trades."),
    (TWO, "Counting harbor-carry and basalt-vol as one, there were 78 trades."),
    (TWO, "You'd be $32,191 better off with harbor-carry than with basalt-vol."),
    (TWO, "harbor-carry's final account is 26.8% larger than basalt-vol's."),
    (TWO, "The drawdowns of harbor-carry and basalt-vol lie 4.5 points apart."),
    (ONE, "From $100,000 to $152,301: an increase of 52.3%."),
    (ONE, "It turned every dollar into 1.52x the initial stake."),
    (ONE, "It had nine more winning than losing trades."),
    (ONE, "The best and the worst month lie 14.5 percentage points apart."),
    (ONE, "The range of monthly returns spans 14.5 percentage points."),
    (TWO, "Sharpe of harbor-carry minus Sharpe of basalt-vol: +0.26."),
    (TWO, "harbor-carry and basalt-vol were both run. The gap in Sharpe is 0.26."),
    (TWO, "Their Sharpe ratios (harbor-carry 0.81, basalt-vol 0.55) lie 0.26 from one another."),
    (TWO, "The Sharpe of harbor-carry comes out 0.26 higher, relative to basalt-vol."),
    (TWO, "Of harbor-carry and basalt-vol the first has the higher Sharpe, by 0.26."),
    (TWO, "Quotient of the CAGRs (harbor-carry : basalt-vol): 1.59."),
    (TWO, "You'd be 32,191 dollars worse off with basalt-vol, which ends at 120,110 dollars, than with harbor-carry."),
    (TWO, "For one trade of basalt-vol there were 1.52 of harbor-carry."),
    (YEARS, "The 2017 return less the 2016 return: 12.8 percentage points."),
    (FEES, "From 1 bp to 4 bps, the final account shrinks by 5.1%."),
    (FEES, "The fee bill at 4 bps is 4.0 times what it is at 1 bp."),
    (RATES, "Across harbor-carry and basalt-vol the average win rate is 51.9%."),
    (ONE, "The Sortino ratio tops the Sharpe ratio by 0.39."),
    (ONE, "Across 520 sessions and 47 trades, that is one trade every 11.1 sessions."),
    (ONE, "Net profit per trade: $1,112.79 (that is $52,301 divided by 47)."),
    (ENDS, "The account is worth 20.5% more than at the start."),
    (YEARS, "2015 topped 2016 by 16.4 percentage points."),
    (YEARS, "2015 beat 2017 by 3.6 points (12.3% less 8.7%)."),
]
WRONG = [
    (TWO, "Between harbor-carry and basalt-vol the Sharpe differs by 1.47."),
    (TWO, "Sharpe of harbor-carry minus Sharpe of basalt-vol: +0.62."),
    (FEES, "From 1 bp to 4 bps, the final account shrinks by 5.9%."),
    (RATES, "Across harbor-carry and basalt-vol the average win rate is 52.4%."),
    (TWO, "Divide 31 by 47 and you see that harbor-carry trades 0.66x as often as basalt-vol."),
    (TWO, "Wins outnumber losses 1.61 to 1."),
    (TWO, "harbor-carry beat basalt-vol by 4.43 percentage points a year."),
    (TWO, "harbor-carry beat basalt-vol by 4.22 bps a year."),
    (TWO, "harbor-carry placed 17 more trades than basalt-vol did."),
    (TWO, "The mean Sharpe of the two, harbor-carry and basalt-vol, is 0.86."),
    (TWO, "You'd be $39,191 better off with harbor-carry than with basalt-vol."),
    (TWO, "The Sharpe ratios of harbor-carry and basalt-vol lie 0.25 apart."),
    (TWO, "basalt-vol beat harbor-carry by 4.22 percentage points a year."),
    (TWO, "harbor-carry made 16 fewer trades than basalt-vol."),
    (ONE, "From $100,000 to $152,301: an increase of 25.3%."),
    (ONE, "All in all 66 trades: 28 winners and 19 losers."),
    (YEARS, "2015 topped 2018 by 16.4 percentage points."),
    (YEARS, "2015 topped 2016 by 14.6 percentage points."),
]
LOSER = json.dumps(
    {
        "model": "basalt-vol", "opening_equity": 40000, "closing_equity": 31500, "net_profit": -8500, "total_return": -0.2125,
        "cagr": -0.0766, "sharpe": -0.41, "sortino": -0.52, "volatility": 0.164, "max_drawdown": -0.288,
        "wins": 18, "losses": 29, "trades": 47,
        "win_rate": 0.383, "exposure": 0.61, "last_price": 21.4,
    }
)  # fmt: skip
BALANCES = json.dumps({"model": "harbor-carry", "opening_equity": 80000, "closing_equity": 96400})
THREE = json.dumps(
    {
        "runs": [
            {
                "model": name,
                "cagr": cagr,
                "max_drawdown": depth,
                "sharpe": sharpe,
                "turnover": turned,
                "trades": trades,
                "win_rate": won,
            }
            for name, cagr, depth, sharpe, turned, trades, won in (
                ("harbor-carry", 0.168, -0.196, 0.91, 4.4, 97, 0.512),
                ("basalt-vol", 0.023, -0.341, 0.18, 9.1, 141, 0.475),
                ("elm-tilt", 0.121, -0.296, 0.83, 6.3, 60, 0.554),
            )
        ]
    }
)
# what arithmetic on an account comes to has a name of its own
OF_ITS_NAME = [
    (BALANCES, "The total return was 20.5%."),
    (LOSER, "| Opening equity | Closing equity | Net P&L |\n|---|---|---|\n| $40,000 | $31,500 | -$8,500 |"),
    (LOSER, "The ratio of Sortino to Sharpe is 1.27."),
    (THREE, "The CAGRs lie 14.5 points apart, best to worst."),
    (THREE, "Averaged over the three, the Sharpe ratio is 0.64."),
    (THREE, "The drawdown of basalt-vol was 1.7 times that of harbor-carry."),
    (THREE, "harbor-carry made 97 trades, about 50 of them winners."),
    (LOSER, "From $40,000 to $31,500: the account lost $8,500."),
    (LOSER, "It shrank by 21.25%, from $40,000 to $31,500."),
    (LOSER, "Losers outnumber winners by 11."),
    (LOSER, "There were 1.61 losers for every winner."),
    (LOSER, "CAGR per unit of volatility is -0.47."),
    (TWO, "The average Sharpe of harbor-carry and basalt-vol is 0.68."),
    (TWO, "Midway between the Sharpe of harbor-carry and that of basalt-vol lies 0.68."),
    (ONE, "Net profit was $52,301, or $53,535.50 before fees."),
]
OF_ANOTHER_NAME = [
    (LOSER, "The strategy returned 21.25% and trailed the index."),
    (LOSER, "| Opening equity | Closing equity | Net P&L |\n|---|---|---|\n| $40,000 | $31,500 | $8,500 |"),
    (LOSER, "The Sharpe ratio is -1.27 and the Sortino ratio -0.52."),
    (TWO, "The higher Sharpe is that of harbor-carry: 0.68 as opposed to 0.55."),
    (THREE, "The CAGRs lie 14.1 points apart, best to worst."),
    (THREE, "Averaged over the three, the Sharpe ratio is 6.6."),
    (THREE, "The drawdown of basalt-vol was 5.5 times that of elm-tilt."),
    (THREE, "The win rates are 51.2% (harbor-carry), 47.5% (basalt-vol) and 16.8% (elm-tilt)."),
    (THREE, "harbor-carry traded 50 times over the window."),
    (LOSER, "Net profit came to $31,500."),
    (LOSER, "Net P&L stands at -$48,500."),
    (LOSER, "The account ended at about $8.5k."),
    (LOSER, "Closing equity: $8,500. Net profit: -$8,500."),
    (LOSER, "The last price is $8,500."),
    (LOSER, "The CAGR is -21.25%."),
    (LOSER, "Of its 47 trades, 29 were winners."),
    (LOSER, "It was invested 38% of the time."),
    (LOSER, "The volatility was 16.4%, the Sharpe ratio -0.57 and the drawdown 28.8%."),
    (TWO, "harbor-carry has a Sharpe of 0.68, basalt-vol one of 0.55."),
    (TWO, "Per unit of risk harbor-carry (Sharpe 0.81) is better than basalt-vol (Sharpe 0.64)."),
]


def _refused(output: str, answer: str) -> list[str]:
    numbers = grounded_numbers(answer, ["How did they do?"], [output])
    return [number.text for number in numbers if number.reason not in (None, Reason.DERIVED_NUMBER)]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_right_arithmetic_is_explained(output, answer):
    assert _refused(output, answer) == []


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_wrong_arithmetic_is_not(output, answer):
    assert _refused(output, answer)


@pytest.mark.parametrize(("output", "answer"), OF_ITS_NAME)
def test_what_arithmetic_comes_to_is_told_by_its_name(output, answer):
    assert _refused(output, answer) == []


@pytest.mark.parametrize(("output", "answer"), OF_ANOTHER_NAME)
def test_and_is_not_by_another(output, answer):
    assert _refused(output, answer)


def test_the_arithmetic_is_told():
    numbers = grounded_numbers("harbor-carry beat basalt-vol by 4.22 percentage points a year.", [], [TWO])
    assert [number.derivation for number in numbers] == [
        "difference: 4.22 percentage points = 0.1134 (call_0 $.runs[0].cagr) − 0.0712 (call_0 $.runs[1].cagr)"
    ]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        ('{"total_return": 0.65}', "Every dollar became 1.65 dollars."),
        ('{"equity_multiple": 1.648}', "$1 turned into $1.65."),
        ('{"equity_multiple": 0.852, "final_equity": 8520}', "It ended with 0.85 times what it began with."),
        ('{"initial_equity": 10000, "final_equity": 12310}', "In multiples of the starting stake, 1.23x."),
    ],
)
def test_multiples_of_capital_are_explained(output, answer):
    assert not _refused(output, answer)


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        ('{"total_return": 0.65}', "Every dollar became 1.56 dollars."),
        ('{"initial_equity": 10000, "final_equity": 12310}', "In multiples of the starting stake, 1.32x."),
    ],
)
def test_wrong_multiples_of_capital_are_not(output, answer):
    assert _refused(output, answer)
