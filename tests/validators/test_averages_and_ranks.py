"""Numbers of an answer that are averages over the window, lie between lines told by rank, or are parts of a column; and losses, streaks
and ratios told in other words."""

import json

import pytest

from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

RUN = json.dumps(
    {
        "strategy": "wren-vol",
        "window": {"start": "2012-03-05", "end": "2018-09-14", "years": 6.5},
        "settings": {"initial_capital": 80000, "fee_bps": 7, "slippage_bps": 4},
        "returns": {"total_return": 0.611, "cagr": 0.0758, "net_profit": 48880},
        "risk": {"beta": 0.43, "sharpe": 0.71, "max_drawdown": -0.187},
        "trading": {
            "trades": 247,
            "winners": 139,
            "losers": 108,
            "profit_factor": 1.37,
            "largest_win": 4120.4,
            "largest_loss": -2215.7,
            "longest_losing_streak": 9,
            "average_holding_days": 38.2,
            "annual_turnover": 11.6,
            "total_fees": 3914.2,
        },
    }
)
FALLS = json.dumps(
    {
        "strategy": "wren-vol",
        "drawdowns": [
            {"rank": 1, "depth": -0.312, "peak": "2012-05-02", "trough": "2012-11-20", "recovered": "2013-08-01", "days_to_recover": 254},
            {"rank": 2, "depth": -0.248, "peak": "2015-01-12", "trough": "2015-09-30", "recovered": "2016-04-11", "days_to_recover": 194},
            {"rank": 3, "depth": -0.131, "peak": "2017-02-01", "trough": "2017-04-18", "recovered": "2017-07-07", "days_to_recover": 80},
        ],
    }
)  # fmt: skip
YEARS = json.dumps(
    {
        "strategy": "wren-vol",
        "rows": [
            {"year": 2014, "return": 0.082, "volatility": 0.2401, "trades": 41, "fees_usd": 612.5},
            {"year": 2015, "return": -0.034, "volatility": 0.131, "trades": 35, "fees_usd": 501.0},
            {"year": 2016, "return": 0.117, "volatility": 0.155, "trades": 52, "fees_usd": 770.2},
            {"year": 2017, "return": 0.051, "volatility": 0.149, "trades": 44, "fees_usd": 655.3},
        ],
        "totals": {"trades": 172},
    }
)
MONTHS = json.dumps(
    {
        "strategy": "wren-vol",
        "starting_equity": 60000,
        "months": [
            {"month": "2019-01", "return": 0.021, "equity": 61260.0},
            {"month": "2019-02", "return": -0.034, "equity": 59177.16},
            {"month": "2019-03", "return": 0.063, "equity": 62905.32},
        ],
    }
)
RUNS = json.dumps(
    {
        "window": {"start": "2010-01-04", "end": "2017-12-29", "years": 8},
        "results": [
            {"strategy": "wren-vol", "sharpe": 0.42, "cagr_pct": 9.1, "max_drawdown_pct": -15.2, "trades": 212},
            {"strategy": "finch-carry", "sharpe": 0.77, "cagr_pct": 6.4, "max_drawdown_pct": -22.8, "trades": 305},
            {"strategy": "heron-pairs", "sharpe": 1.03, "cagr_pct": 12.6, "max_drawdown_pct": -18.9, "trades": 118},
        ],
    }
)
FEES = json.dumps(
    {
        "initial_capital": 50000,
        "runs": [
            {"fee_bps": 3, "final_equity": 71250, "fees_paid": 812.4},
            {"fee_bps": 12, "final_equity": 66900, "fees_paid": 3120.9},
        ],
    }
)


def _failing(output: str, answer: str, asked: str = "How did it do?") -> list[GroundedNumber]:
    numbers = grounded_numbers(answer, [asked], [output])
    return [number for number in numbers if number.reason not in (None, Reason.DERIVED_NUMBER)]


RIGHT = [
    (RUN, "That is 38 trades per year."),
    (RUN, "On a yearly basis that means 38 trades and $602 in fees."),
    (RUN, "Net profit averaged $7,520 a year."),
    (RUN, "Spread over the window it traded about 3.2 times per month."),
    (RUN, "Simply divided by the years, without compounding, the total return of 61.1% is 9.4% per year."),
    (RUN, "7.6%/yr with a Sharpe of 0.71."),
    (RUN, "Per side you pay 11 bps all-in, fee plus slippage."),
    (RUN, "The profit factor is 1.37, so it made $1.37 for every dollar it lost."),
    (RUN, "At its worst it lost nine trades in a row."),
    (RUN, "139 trades were winners, the largest of them being $4,120."),
    (RUN, "For every 1% that the benchmark moves, the strategy moves about 0.43%."),
    (RUN, "It made 11.6 portfolio turns a year, so slippage matters."),
    (RUN, "There were 1.3 winners for each loser."),
    (FALLS, "The worst drawdown was 6.4 points deeper than the second-worst."),
    (FALLS, "The gap between the deepest and the next one is 6.4 points."),
    (FALLS, "The deepest fall was 1.3 times as deep as the runner-up."),
    (FALLS, "Together, the two deepest took 448 days to recover."),
    (YEARS, "2016 alone makes up 30% of all trades."),
    (YEARS, "2014 and 2016 together account for 54% of the trades."),
    (YEARS, "2015 had 20% of all 172 trades."),
    (YEARS, "2015 accounts for 20% of total fees."),
    (MONTHS, "Up 6.3% in March, off 3.4% in February."),
    (MONTHS, "The account gained $2,905 over the three months."),
    (RUNS, "Averaged across the three, the Sharpe ratio is 0.74."),
    (RUNS, "On average, wren-vol traded 26.5 times a year and finch-carry 38.1 times."),
    (RUNS, "heron-pairs compounded at 12.6% and its worst drawdown was 18.9%, whereas finch-carry only got to 6.4%."),
    (RUN, "It placed about 38 trades p.a."),
    (RUN, "A round trip costs 22 bps all-in."),
    (RUN, "Nine trades in a row went wrong at one point."),
    (RUN, "Every dollar of losses was matched by $1.37 of gains."),
    (RUN, "When the benchmark moves 1%, the strategy moves about 0.43%."),
    (YEARS, "More than half of the trades (54%) were made in 2014 and 2016."),
    (MONTHS, "The account is up $2,905, a gain of 4.8%."),
    (FEES, "Going from 3 to 12 bps raises the fee bill from $812 to $3,121."),
    (FEES, "The final balance falls to $66,900 at 12 bps."),
    (FEES, "The fee bill rises by $2,309, from $812 to $3,121."),
    (FEES, "The higher fee costs you $4,350 of the final balance, which drops to $66,900."),
]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_what_follows_passes(output, answer):
    assert _failing(output, answer) == []


WRONG = [
    (RUN, "That is 31 trades per year."),
    (RUN, "On a yearly basis that means 38 trades and $702 in fees."),
    (RUN, "Net profit averaged $602 a year."),
    (RUN, "Simply divided by the years, without compounding, the total return of 61.1% is 8.4% per year."),
    (RUN, "61.1%/yr with a Sharpe of 0.71."),
    (RUN, "Per side you pay 13 bps all-in, fee plus slippage."),
    (RUN, "The profit factor is 1.37, so it made $1.57 for every dollar it lost."),
    (RUN, "At its worst it lost four trades in a row."),
    (RUN, "139 trades were winners, the largest of them being $2,216."),
    (RUN, "For every 1% that the benchmark moves, the strategy moves about 0.71%."),
    (RUN, "It made 7.0 portfolio turns a year, so slippage matters."),
    (RUN, "There were 1.9 winners for each loser."),
    (FALLS, "The worst drawdown was 8.1 points deeper than the second-worst."),
    (FALLS, "The runner-up was 1.3 times as deep as the deepest fall."),
    (FALLS, "Together, the two deepest took 512 days to recover."),
    (YEARS, "2016 alone makes up 37% of all trades."),
    (YEARS, "2015 accounts for 24% of total fees."),
    (MONTHS, "Up 6.3% in March, off 2.1% in February."),
    (MONTHS, "The account lost $2,905 over the three months."),
    (RUNS, "Averaged across the three, the Sharpe ratio is 0.84."),
    (RUNS, "On average, wren-vol traded 38.1 times a year and finch-carry 26.5 times."),
    (RUNS, "heron-pairs compounded at 12.6% and its worst drawdown was 18.9%, whereas finch-carry only got to 9.1%."),
    (RUN, "It placed about 47 trades p.a."),
    (RUN, "A round trip costs 18 bps all-in."),
    (RUN, "Seven trades in a row went wrong at one point."),
    (RUN, "Every dollar of losses was matched by $1.57 of gains."),
    (RUN, "When the benchmark moves 1%, the strategy moves about 0.55%."),
    (YEARS, "More than half of the trades (61%) were made in 2014 and 2016."),
    (MONTHS, "The account is down $2,905."),
    (FEES, "The fee bill rises by $2,309, from $912 to $3,121."),
    (FEES, "Going from 3 to 12 bps raises the fee bill from $812 to $2,121."),
    (FEES, "The final balance falls to $71,250 at 3 bps."),
    (FEES, "The account drops to $66,900."),
]


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_what_does_not_follow_fails(output, answer):
    assert _failing(output, answer)


def test_a_name_in_the_question_names_no_metric():
    assert _failing(YEARS, "Wren-vol did 8.2% in 2014.", "How did wren-vol do year by year?") == []
    assert _failing(YEARS, "Wren-vol did 9.9% in 2014.", "How did wren-vol do year by year?")


FRESH = json.dumps(
    {
        "strategy": "wren-vol",
        "window": {"start": "2011-02-01", "end": "2016-11-30"},
        "result": {"total_return": -0.0812, "cagr": -0.0144, "volatility": 0.127, "profit": -4060, "alpha": -0.0321},
        "trades": {"wins": 57, "losses": 88, "average_trade": -0.0009, "win_rate": 0.3931},
        "fees_burned": 311.4,
    }
)
SAID_RIGHT = [
    "W/L: 57 / 88.",
    "145 trades, 57 W / 88 L.",
    "Each closed trade averaged -0.09%, and 39.3% of them made money.",
    "No alpha. Minus 3.21% a year.",
    "- **Total return:** -8.12%\n\nAnnualised volatility was 12.7%.",
    "You'd have handed the market $4,060.",
    "The run finished 2011–2016 with a volatility of 12.7%.",
    "Against the index it has -3.21 percentage points of alpha.",
    "The annualised dispersion of returns was 12.7%.",
    "$311 went into fees.",
    "88 of the positions were closed at a loss.",
]


@pytest.mark.parametrize("answer", SAID_RIGHT)
def test_what_is_told_in_other_words_passes(answer):
    assert _failing(FRESH, answer) == []


SAID_WRONG = [
    "W/L: 88 / 57.",
    "145 trades, 88 W / 57 L.",
    "Each closed trade made money, -0.09% on average.",
    "No alpha. Minus 4.21% a year.",
    "- **Total return:** -1.44%\n\nAnnualised volatility was 12.7%.",
    "You'd have earned $4,060 from the market.",
    "The run finished in 2011.",
    "Against the index it has -4.21 percentage points of alpha.",
    "The annualised dispersion of returns was 8.1%.",
    "57 of the positions were closed at a loss.",
]


@pytest.mark.parametrize("answer", SAID_WRONG)
def test_what_is_told_wrong_in_other_words_fails(answer):
    assert _failing(FRESH, answer)


_LINES = """Largest drawdowns
1) -37.8%  peak 2014-04-11  trough 2014-05-08 (27 days)  recovered 2015-02-02 (270 days after trough)
2) -19.8%  peak 2016-11-01  trough 2017-01-23 (83 days)  recovered 2017-07-29 (187 days after trough)
3) -11.5%  peak 2015-09-29  trough 2015-11-09 (41 days)  recovered 2016-07-08 (242 days after trough)
"""


@pytest.mark.parametrize(
    ("answer", "failing"),
    [
        ("The worst drawdown was 18.0 points deeper than the second worst.", []),
        ("The worst drawdown was 26.3 points deeper than the second worst.", ["26.3 points"]),
        ("The deepest fall took 83 days longer to recover than the second deepest.", []),
        ("The deepest fall took 457 days longer than the second deepest.", ["457"]),
        ("The gap between the worst and the second worst drawdown is 8.3 points.", ["8.3 points"]),
        ("Adding up the three recoveries gives 699 days.", []),
        ("Adding up the three recoveries gives 457 days.", ["457"]),
    ],
)
def test_lines_of_a_text_told_by_their_rank(answer: str, failing: list[str]) -> None:
    found = grounded_numbers(answer, ["How bad did it get?"], [_LINES], [{}])
    assert [each.text for each in found if each.reason not in (None, Reason.DERIVED_NUMBER)] == failing
