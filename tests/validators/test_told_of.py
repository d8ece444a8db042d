"""A number is told of what it is: of that run, that metric, that time, with that sign. Right and wrong sentences side by side."""

import json
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

RUN = {
    "model": "steady-wing", "ticker": "XLQ", "benchmark": "WQX", "start": "2012-01-03", "end": "2019-12-31", "fee_bps": 5,
    "initial_equity": 50000, "final_equity": 81250, "net_profit": 31250, "fees_paid": 1204.5,
    "metrics": {
        "cagr": 0.0626, "total_return": 0.625, "max_drawdown": -0.196, "volatility": 0.143, "sharpe": 0.51, "sortino": 0.74,
        "win_rate": 0.5532, "trades": 47, "wins": 26, "losses": 21, "exposure": 0.612, "best_month": 0.081, "worst_month": -0.0725,
    },
    "benchmark_return": 0.884, "best_month_date": "2014-10", "peak_date": "2015-05-20", "trough_date": "2016-02-11",
}  # fmt: skip
LOSER = {
    "model": "steady-wing",
    "total_return": -0.196,
    "cagr": -0.0268,
    "net_pnl": -9800.0,
    "max_drawdown": -0.311,
    "sharpe": -0.22,
}
ONE = [({"model": "steady-wing"}, RUN)]
LOST = [({"model": "steady-wing"}, LOSER)]
# Two calls: one output names its model by another key, the other not at all.
TWO = [
    ({"strategy": "steady-wing"}, {"strategy": "steady-wing", "cagr": 0.0626, "sharpe": 0.51, "max_drawdown": -0.196, "trades": 47}),
    ({"strategy": "grey-heron"}, {"annual_return": 0.0914, "sharpe": 0.83, "max_drawdown": -0.242, "trades": 112}),
]  # fmt: skip
SWEEP = [({}, {"sweep": [{"fee_bps": 2, "cagr": 0.071}, {"fee_bps": 20, "cagr": 0.052}]})]
PAIR = [
    (
        {},
        {"results": [
            {"model": "steady-wing", "cagr": 0.0626, "volatility": 0.143, "sharpe": 0.51, "sortino": 0.74, "trades": 47},
            {"model": "grey-heron", "cagr": 0.0914, "volatility": 0.191, "sharpe": 0.83, "sortino": 1.12, "trades": 112},
        ]},
    )
]  # fmt: skip
BY_YEAR = [
    (
        {},
        {"model": "steady-wing", "years": [
            {"year": 2017, "return": 0.1316, "max_drawdown": -0.1858}, {"year": 2018, "return": -0.1205, "max_drawdown": -0.1946},
        ]},
    )
]  # fmt: skip
# Calls that call their model by other keys, and one that names it within a command.
OTHER_KEYS = [
    ({"bot": "steady-wing"}, {"bot": "steady-wing", "cagr": 0.0626}),
    ({"cmd": "report grey-heron XLQ"}, "== report ==\nannualised ....... 9.14%\nsharpe ........... 0.83\n"),
]
REPORT = """Backtest report
model: steady-wing   ticker: XLQ

CAGR            6.26%
Max drawdown    -19.60%
Trades          47 (26 won, 21 lost)
"""
TEXT = [({"model": "steady-wing"}, REPORT)]
# As libraries print them: a benchmark's figure beside the run's own, money and shares under one key.
HELD = [
    (
        {},
        {
            "Return [%]": 31.2,
            "Buy & Hold Return [%]": 48.9,
            "Max. Drawdown [%]": -12.6,
            "Start Value": 1000,
            "End Value": 1312,
        },
    )
]
FELL = [({}, {"Total Return [%]": -14.2, "Benchmark Return [%]": 3.1, "Start Value": 1000, "End Value": 858})]
STATS = [
    ({}, {"total_orders": 94, "total_positions": 47, "USD": {"Net profit": 812.4, "Win Rate": 0.5532}, "calmar": 0.41})
]
PER_TRADE = [({}, {"Avg # bars in trades": 6.4, "Average (Return)": 0.0031, "Expectancy": 41.2, "Win Rate": 0.51})]
EPISODES = [
    (
        {},
        {
            "cagr": 0.05124,
            "calmar": 0.41,
            "drawdowns": [{"depth": -12.5}, {"depth": -9.1}, {"depth": -7.25}, {"depth": -4.0}],
        },
    )
]

RIGHT = [
    (ONE, "The crash of 2008 and the bear market of 2022 lie outside; here the CAGR was 6.26%."),
    (ONE, "Such rules go back to the 1980s, and the GIPS 2020 text allows a total return of 62.5%."),
    (ONE, "Second of 3 points: the Sharpe ratio is 0.51."),
    (ONE, "First the Sharpe ratio, then the Sortino ratio: 0.51, 0.74."),
    (ONE, "It won 26 times and lost 21 times."),
    (ONE, "Over the window it returned 62.5% in total, or 6.3% a year."),
    (ONE, "| Metric | Value |\n|---|---|\n| CAGR | 6.26% |\n| Trades | 47 |"),
    (ONE, "The account grew from $50,000 to $81,250."),
    (ONE, "Of 47 trades, 26 ended in profit and 21 did not."),
    (ONE, "- **Win rate:** 55.3% (26 of 47 trades)"),
    (ONE, "WQX itself gained 88.4% over the same time."),
    (ONE, "P&L after brokerage: $31,250. Commissions came to $1,204.50."),
    (ONE, "CAGR 6.3% • Vol 14.3% • MaxDD 19.6%"),
    (ONE, "It fell 19.6% from its peak on 20 May 2015 to the trough on 11 February 2016."),
    (ONE, "A Sharpe ratio above 1 is often seen as good; here it is 0.51."),
    (ONE, "Assuming 252 sessions per year, the Sharpe (1994) ratio is 0.51, no 5-star record (see Table 3.2)."),
    (ONE, "The backtest runs from January 3, 2012 to December 31, 2019."),
    (ONE, "As a fraction, the deepest drawdown is 0.196."),
    (ONE, "Best month? October 2014, with 8.1%."),
    (LOST, "You'd be 19.6% poorer, $9,800 in the hole."),
    (LOST, "A loss amounting to 19.6% was booked; each year took 2.7% off the capital."),
    (LOST, "Investors forfeited 19.6%; each year the account gave away 2.7%."),
    (LOST, "The run set holders back 19.6%, and it shaved $9,800 off the account."),
    (LOST, "For steady-wing there is a loss, namely 19.6% of the money; a hole of $9,800 remains."),
    (LOST, "It burned through 19.6% of the capital; $9,800 went up in smoke."),
    (TWO, "The maximum drawdowns of steady-wing and grey-heron were 19.6% and 24.2%, respectively."),
    (TWO, "CAGR/Sharpe – steady-wing 6.3%/0.51, grey-heron 9.1%/0.83."),
    (TWO, "Both compounded positively, steady-wing at 6.3% and grey-heron at 9.1% a year."),
    (ONE, "People like a t-stat of 2 or better, but at 95% confidence nothing is sure."),
    (ONE, "I read a compound rate of 6.3% per annum off the result."),
    (TWO, "steady-wing compounds at 6.3%, grey-heron at 9.1%."),
    (TWO, "grey-heron has the higher Sharpe (0.83 vs. 0.51), but steady-wing the smaller drawdown: 19.6% against 24.2%."),
    (TWO, "steady-wing traded 47 times; grey-heron, 112."),
    (SWEEP, "At 2 bps per side the CAGR is 7.1%; at 20 bps it is 5.2%."),
    (TEXT, "It compounded at 6.3% a year over 47 trades, 21 of them losers."),
    (ONE, "Q1: was it profitable? Q2: could you live with a 19.6% drawdown?"),
    (ONE, "Volatility clocked in at 14.3% annualized. Sharpe/Sortino: 0.51 / 0.74."),
    (ONE, "How volatile is it? 14.3% annualised."),
    (ONE, "This is one run, not 1,000 simulated paths."),
    (ONE, "It went to market 47 times and came away with a profit on 26 of those occasions."),
    (ONE, "More winning trades (26) than losing ones (21)."),
    (ONE, "Measured against WQX's 88.4%, the strategy's total return of 62.5% falls short."),
    (PAIR, "The Sharpe of steady-wing is 0.51, lower than the 0.83 of grey-heron."),
    (PAIR, "Annualised volatility of 14.3% for steady-wing, where grey-heron has 19.1%."),
    (PAIR, "If growth is all you want, pick grey-heron. Its CAGR is 9.14%; the other one, steady-wing, has 6.26%."),
    (BY_YEAR, "It did worse in 2018 (-12.05%) than in 2017 (13.16%)."),
    (SWEEP, "| Fee | CAGR |\n|---|---|\n| 2 bps | 7.1% |\n| 20 bps | 5.2% |"),
    (HELD, "It trailed the benchmark: 31.2% against 48.9%."),
    (STATS, "It won 55.32% of its 47 trades."),
    (EPISODES, "Return over drawdown (5.1% / 12.5%) comes to 0.41."),
    (PER_TRADE, "The average trade lasted 6.4 days and brought 0.31%."),
    (EPISODES, "It compounded at 5.1% a year through a drawdown of 12.5%."),
    (OTHER_KEYS, "A CAGR of 6.26% belongs to steady-wing, grey-heron compounds at 9.14%."),
]  # fmt: skip
WRONG = [  # what fails
    (ONE, "In 2008 it had a CAGR of 6.26%.", "2008"),
    (ONE, "First the Sharpe ratio, then the Sortino ratio: 0.74, 0.51.", "0.51"),
    (ONE, "Over the window it returned 6.3% in total.", "6.3%"),
    (ONE, "The CAGR was 62.5%.", "62.5%"),
    (ONE, "Volatility came to 19.6%.", "19.6%"),
    (ONE, "Final equity was $50,000.", "$50,000"),
    (ONE, "The account grew from $81,250 to $81,250.", "$81,250"),
    (ONE, "26 trades were closed at a loss.", "26"),
    (ONE, "It made 26 trades in all.", "26"),
    (ONE, "WQX itself gained 62.5% over the same time.", "62.5%"),
    (ONE, "The portfolio lost 62.5% overall.", "62.5%"),
    (ONE, "The backtest runs from March 3, 2012 to December 31, 2019.", "March 3, 2012"),
    (ONE, "Its strongest month was May 2014.", "May 2014"),
    (LOST, "It gained 19.6% overall.", "19.6%"),
    (LOST, "The total return is 19.6%.", "19.6%"),
    (LOST, "It made money (-19.6% in total).", "-19.6%"),
    (LOST, "Net of everything it made -$9,800.", "-$9,800"),
    (LOST, "Compounded, it added -2.7% every year.", "-2.7%"),
    (ONE, "The run gave away 62.5%.", "62.5%"),
    (TWO, "CAGR/Sharpe – steady-wing 9.1%/0.83, grey-heron 6.3%/0.51.", "9.1%"),
    (TWO, "steady-wing compounds at 9.1% a year.", "9.1%"),
    (TWO, "grey-heron made 47 trades.", "47"),
    (TWO, "Drawdowns: 19.6% for steady-wing, and 19.6% for grey-heron.", "19.6%"),
    (SWEEP, "At 2 bps per side the CAGR is 5.2%.", "5.2%"),
    (SWEEP, "| Fee | CAGR |\n|---|---|\n| 2 bps | 5.2% |\n| 20 bps | 7.1% |", "5.2%"),
    (HELD, "It beat the benchmark: 31.2% against 48.9%.", "31.2%"),
    (HELD, "It returned 31.2%, while the benchmark did 31.2%.", "31.2%"),
    (HELD, "The deepest drawdown was 12.6 bps.", "12.6 bps"),
    (FELL, "It trailed the benchmark, returning 14.2% where that made 3.1%.", "14.2%"),
    (EPISODES, "The drawdown reached 1,250%.", "1,250%"),
    (TEXT, "The maximum drawdown was 6.26%.", "6.26%"),
    (TEXT, "There were 26 losing trades.", "26"),
    (ONE, "Return-wise we have 62.5% in total (14.3% annualized).", "14.3%"),
    (ONE, "It made a net profit, $81,250 to be precise.", "$81,250"),
    (ONE, "More winning trades (26) than losing ones (26).", "26"),
    (ONE, "Total return as returned by the tool: 6.26%.", "6.26%"),
    (ONE, "Step 1 is the win rate, 6.26%; step 2 is the rest.", "6.26%"),
    (ONE, "Measured against WQX's 88.4%, the strategy's total return of 88.4% is no surprise.", "88.4%"),
    (PAIR, "Annualised volatility of 14.3% for steady-wing, where grey-heron has 9.1%.", "9.1%"),
    (PAIR, "The Sortino tells the same story, higher for grey-heron (1.12) than for steady-wing (0.51).", "0.51"),
    (PAIR, "A CAGR of 9.14% is what the table gives for steady-wing.", "9.14%"),
    (PAIR, "grey-heron has a Sharpe ratio of 1.63.", "1.63"),
    (BY_YEAR, "It did worse in 2018 (-12.05%) than in 2017 (18.58%).", "18.58%"),
    (BY_YEAR, "Inside 2018 the drawdown got to 19.5%, deeper than the 13.2% seen in 2017.", "13.2%"),
    (OTHER_KEYS, "A CAGR of 9.14% belongs to steady-wing.", "9.14%"),
    (OTHER_KEYS, "grey-heron compounds at 6.26%.", "6.26%"),
]  # fmt: skip


def failing(calls: list[tuple[dict[str, Any], Any]], answer: str) -> list[str]:
    outputs = [output if isinstance(output, str) else json.dumps(output) for _, output in calls]
    numbers = grounded_numbers(answer, ["How did it do?"], outputs, [arguments for arguments, _ in calls])
    return [number.text for number in numbers if not number.grounded]


def _is_grounded(answer: str, output: str) -> bool:
    return all(number.grounded for number in grounded_numbers(answer, ["How did it do?"], [output]))


@pytest.mark.parametrize(("calls", "answer"), RIGHT, ids=[answer for _, answer in RIGHT])
def test_right(calls: list[tuple[dict[str, Any], Any]], answer: str) -> None:
    assert failing(calls, answer) == []


@pytest.mark.parametrize(("calls", "answer", "text"), WRONG, ids=[answer for _, answer, _ in WRONG])
def test_wrong(calls: list[tuple[dict[str, Any], Any]], answer: str, text: str) -> None:
    assert text in failing(calls, answer)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("A Sharpe ratio of 0.51 is all one got out of steady-wing.", "A Sharpe ratio of 0.83 is all one got out of steady-wing."),
        ("With a Sharpe ratio of 0.51, steady-wing did well.", "With a Sharpe ratio of 0.83, steady-wing did well."),
        ("steady-wing made 47 trades, its rival 112.", "steady-wing made 47 trades, its rival 47."),
        ("The rival of steady-wing has a Sharpe ratio of 0.83.", "The rival of steady-wing has a Sharpe ratio of 0.51."),
    ],
)  # fmt: skip
def test_things_without_a_name_beside_the_number(right: str, wrong: str) -> None:
    (arguments, output), *_ = PAIR
    outputs, calls = [json.dumps(output)], [arguments]
    assert all(number.grounded for number in grounded_numbers(right, ["How did they do?"], outputs, calls))
    assert not all(number.grounded for number in grounded_numbers(wrong, ["How did they do?"], outputs, calls))


_PHASES = json.dumps({
    "quiet": {"sessions": 1211, "cagr": 0.0314, "volatility": 0.052, "sharpe": 0.61, "win_rate": 0.583},
    "rough": {"sessions": 402, "cagr": 0.0788, "volatility": 0.114, "sharpe": 0.69, "win_rate": 0.547},
})  # fmt: skip


@pytest.mark.parametrize(
    ("output", "answer", "numbers"),
    [
        (_PHASES, "- **Quiet** (1,211 sessions): 3.14% a year, Sharpe 0.61, win rate {}", ("58.3%", "54.7%")),
    ],
)  # fmt: skip
def test_numbers_of_one_record(output: str, answer: str, numbers: tuple[str, str]) -> None:
    assert [_is_grounded(answer.format(each), output) for each in numbers] == [True, False]


_ACCOUNT = json.dumps({
    "strategy": "oak-trend", "startBalance": 20000, "endBalance": 26140, "annualReturn": 0.0552, "totalReturn": 0.307, "worstDrop": -0.182,
    "volatility": 0.121, "calmar": 0.3, "trades": 28, "won": 16, "lost": 12, "equity_multiple": 1.307,
    "years": [{"year": 2018, "return": -0.021, "drawdown": -0.094}, {"year": 2019, "return": 0.114, "drawdown": -0.051}],
    "peakDate": "2018-02-01", "troughDate": "2019-01-04",
})  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("$20,000 in, {} out, 28 trades.", "$26,140", "$21,640"),
        ("It took {} to $26,140 over the whole time.", "$20,000", "$21,000"),
        ("- in: {}\n- out: $26,140", "$20,000", "$26,140"),
        ("It turned a dollar into {}.", "$1.31", "$1.24"),
        ("It grew 5.5% a year, with {} lost at the low point.", "18%", "12%"),
        ("The short answer: 5.5% a year with a {} hole in it.", "18.2%", "12.1%"),
        ("It made you sit through a {} hole.", "18.2%", "31.4%"),
        ("Return per unit of worst drop: {}.", "0.30", "0.37"),
        ("{} trades worked out and twelve didn't.", "Sixteen", "Twenty-eight"),
        ("Wins and losses add up to {}.", "28", "26"),
        ("Won 16 of {}.", "28", "31"),
        ("| CAGR | 5.5% | Trades | 28 |\n|---|---|---|---|\n| Volatility | {} | Calmar | 0.30 |", "12.1%", "18.2%"),
        ("| Low reached | Depth |\n|---|---|\n| 2019-01-04 | {} |", "-18.2%", "-12.1%"),
        ("It went up 30.7%, $20,000 to {}.", "$26,140", "$21,640"),
        ("An account of $20,000 would have stood at {}.", "$26,140", "$24,160"),
        ("It leaves {} in the account.", "$26,140", "$20,000"),
        ("More trades were won than lost: 16 against {}.", "12", "28"),
        ("5.5% a year, {} at the worst.", "18.2%", "12.1%"),
        ("For each unit of drawdown it made {} of return.", "0.30", "0.37"),
        ("MAR: {}", "0.30", "0.37"),
        ("Ticket 4417, item 3: {} trades.", "28", "16"),
        ("- CAGR: 5.5%\n- Calmar: 0.30\n\n| oak-trend | {} | 28 |", "12.1%", "13.7%"),
    ],
)
def test_numbers_of_an_account_in_everyday_words(answer: str, right: str, wrong: str) -> None:
    assert [_is_grounded(answer.format(each), _ACCOUNT) for each in (right, wrong)] == [True, False]


@pytest.mark.parametrize(
    "answer",
    [
        "The 12 clients on the list should know that volatility ran at 12.1%.",
        "Desk 4 ran this; volatility was 12.1%.",
        "A 50/50 mix of the two would have been calmer.",
        "The test ends in 2019, so nothing later is in the 5.5% figure.",
    ],
)
def test_numbers_that_are_of_no_run(answer: str) -> None:
    assert _is_grounded(answer, _ACCOUNT)


def test_a_list_tells_what_its_last_items_are_about() -> None:
    shares = {"Mon": 0.46, "Tue": 0.44, "Wed": 0.42, "Thu": 0.45, "Fri": 0.48}
    output = json.dumps({day: {"win": share} for day, share in shares.items()})
    answer = "- Fri: 48% winners\n- Mon: 46%\n- Thu: 45%\n- Tue: 44%\n- Wed: 42%"
    assert _is_grounded(answer, output)


_TWO_RUNS = json.dumps({
    "symbol": "ARDN",
    "results": [
        {"strategy": "fen-forest", "cagr": 0.1071, "maxDrawdown": -0.1569},
        {"strategy": "marlow-svm", "cagr": 0.0898, "maxDrawdown": -0.3558},
    ],
})  # fmt: skip


def test_a_clause_that_tells_as_many_numbers_as_the_one_before() -> None:
    answer = "marlow-svm compounded at 9.0% with a 35.6% drawdown, whereas fen-forest compounded at 10.7% with {}."
    assert [_is_grounded(answer.format(each), _TWO_RUNS) for each in ("15.7%", "35.6%")] == [True, False]


_PROFIT = json.dumps({"startBalance": 20000, "endBalance": 26140, "netProfit": 6140, "totalReturn": 0.307})


@pytest.mark.parametrize(
    "answer",
    [
        "It ended {} above where it had begun.",
        "Closing less opening balance leaves {}.",
    ],
)
def test_what_an_account_made_is_told_by_its_ends(answer: str) -> None:
    assert [_is_grounded(answer.format(each), _PROFIT) for each in ("$6,140", "$26,140")] == [True, False]


_HELD = json.dumps(
    {"strategy": "oak-trend", "ticker": "SPY", "total_return": 0.307, "volatility": 0.121, "benchmark_return": 0.509}
)


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("It trailed SPY, which made {} when the strategy made 30.7%.", "50.9%", "12.1%"),
        ("We trailed SPY: {} versus 50.9%.", "30.7%", "50.9%"),
        ("You lagged SPY. It's {} for you and 50.9% for the benchmark.", "30.7%", "50.9%"),
    ],
)
def test_holding_the_one_ticker_is_the_benchmark(answer: str, right: str, wrong: str) -> None:
    accepted, refused = (grounded_numbers(answer.format(each), ["How did it do?"], [_HELD]) for each in (right, wrong))
    assert all(number.grounded for number in accepted)
    assert not all(number.grounded for number in refused)
