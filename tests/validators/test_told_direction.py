"""Numbers told in the right direction and in the wrong one: of things, settings, years, sides, and before and after a change."""

import json

import pytest

from tests.validators.refusing import refuses
from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_PASSING = (None, Reason.DERIVED_NUMBER)

_FEES = json.dumps(
    {
        "model": "carry-one",
        "ticker": "SPY",
        "baseline": {
            "feeBps": 2,
            "cagr": 0.1907,
            "sharpe": 0.72,
            "feesPaid": 4884.01,
            "finalEquity": 89509.61,
            "maxDrawdown": -0.21,
        },
        "scenario": {
            "feeBps": 8,
            "cagr": 0.1446,
            "sharpe": 0.62,
            "feesPaid": 12827.78,
            "finalEquity": 71763.02,
            "maxDrawdown": -0.25,
        },
    }
)
_TWO = json.dumps(
    {
        "runs": [
            {
                "model": "alpha-lstm",
                "cagr": 0.12,
                "sharpe": 1.1,
                "volatility": 0.18,
                "max_drawdown": -0.31,
                "trades": 120,
                "win_rate": 0.55,
                "fees_paid": 3100.5,
                "final_equity": 21000,
            },
            {
                "model": "beta-trend",
                "cagr": 0.083,
                "sharpe": 0.71,
                "volatility": 0.11,
                "max_drawdown": -0.18,
                "trades": 61,
                "win_rate": 0.48,
                "fees_paid": 1210.2,
                "final_equity": 17250,
            },
        ]
    }
)
_INDEX = json.dumps(
    {
        "model": "alpha-lstm",
        "index": "^GSPC",
        "totalReturnPct": 45.21,
        "volPct": 15.4,
        "indexReturnPct": 42.29,
        "indexVolPct": 17.1,
        "sharpe": 0.8,
    }
)
_ONE = json.dumps(
    {
        "model": "alpha-lstm",
        "trades": 112,
        "winners": 67,
        "losers": 45,
        "initial_capital": 10000,
        "final_equity": 13400.5,
    }
)
_YEARS = json.dumps(
    {
        "model": "alpha-lstm",
        "by_year": [{"year": 2018, "return": 0.131}, {"year": 2019, "return": -0.04}, {"year": 2020, "return": 0.22}],
    }
)
_LOST = json.dumps(
    {
        "model": "alpha-lstm",
        "cagr": -0.082,
        "total_return": -0.35,
        "net_pnl": -3500.5,
        "sharpe": -0.41,
        "sortino": -0.55,
        "alpha": -0.03,
    }
)
_WON = json.dumps(
    {
        "model": "alpha-lstm",
        "cagr": 0.082,
        "total_return": 0.35,
        "net_pnl": 3500.5,
        "sharpe": 0.41,
        "sortino": 0.55,
        "alpha": 0.03,
    }
)
_CASES = (
    (
        _FEES,
        (
            "Going from 2 bps to 8 bps per side costs 4.61 pp of annual return.",
            "Raising the fee from 2 bps to 8 bps a side cuts the final balance by 19.8%.",
            "The commission bill goes up 163% when the rate moves from 2 bps to 8 bps.",
            "At 8 bps a side you finish with $17,747 less than you would at 2 bps.",
            "Paying 2 bps instead of 8 bps leaves you $17,747 richer.",
            "Moving from 8 bps to 2 bps adds 0.10 to the Sharpe.",
            "The Sharpe drops from 0.72 with 2 bps per side to 0.62 with 8 bps per side.",
            "Commissions are $4,884 in the 2 bps case, rising to $12,828 in the 8 bps case.",
            "It finishes with more at 2 bps per side, $89,510, than at 8 bps per side, $71,763.",
            "It earns 14.46% a year at 8 bps, down from 19.07% at 2 bps.",
            "Going from 2 bps to 8 bps deepens the drawdown by 4.0 points.",
        ),
        (
            "Going from 8 bps to 2 bps per side costs 4.61 pp of annual return.",
            "Raising the fee from 8 bps to 2 bps a side cuts the final balance by 19.8%.",
            "The commission bill goes up 62% when the rate moves from 8 bps to 2 bps.",
            "At 2 bps a side you finish with $17,747 less than you would at 8 bps.",
            "Paying 8 bps instead of 2 bps leaves you $17,747 richer.",
            "Moving from 2 bps to 8 bps adds 0.10 to the Sharpe.",
            "The Sharpe drops from 0.62 with 8 bps per side to 0.72 with 2 bps per side.",
            "It finishes with more at 8 bps per side, $71,763, than at 2 bps per side, $89,510.",
            "It earns 19.07% a year at 2 bps, down from 14.46% at 8 bps.",
        ),
    ),
    (
        _TWO,
        (
            "Choosing alpha-lstm over beta-trend means $3,750 more in the final account.",
            "Switching from beta-trend to alpha-lstm adds 0.39 to the Sharpe ratio.",
            "alpha-lstm left the account at $21,000, more than what beta-trend left ($17,250).",
            "alpha-lstm paid more in fees, $3,101, than beta-trend did at $1,210.",
            "beta-trend swings less (11% vol compared with 18%) than alpha-lstm.",
            "Drawdowns favour beta-trend, at -18% vs. -31% for alpha-lstm.",
            "Going by CAGR I would rank alpha-lstm first (12%) and beta-trend second (8.3%).",
            "Annualised, alpha-lstm made 12% and beta-trend 8.3%, an edge of 3.7 percentage points to alpha-lstm.",
            "beta-trend won a smaller share of its trades than alpha-lstm, 48% rather than 55%.",
            "beta-trend pays less in fees ($1,210) than alpha-lstm ($3,101).",
            "Win-rate edge of alpha-lstm over beta-trend: 7.0 pp.",
            "beta-trend gives up 370 bps of annual return to alpha-lstm.",
            "Volatility is cut by 38.9% in relative terms if alpha-lstm makes way for beta-trend.",
            "Trade counts go from 61 (beta-trend) up to 120 (alpha-lstm).",
            "The CAGR of alpha-lstm is 12%, higher than the 8.3% of beta-trend.",
            "alpha-lstm beats beta-trend on CAGR (12% vs 8.3%) but is more volatile (18% vs 11%).",
            "In Sharpe terms alpha-lstm takes it, 1.10 to 0.71 for beta-trend.",
            "beta-trend runs on only 61% of the volatility of alpha-lstm.",
            "alpha-lstm has 1.64 times the volatility of beta-trend.",
            "Of alpha-lstm and beta-trend the former compounds faster: 12% a year, where the latter gets 8.3%.",
            "alpha-lstm takes first place by Sharpe with 1.10, and beta-trend comes after it with 0.71.",
            "alpha-lstm outran beta-trend, ending at 12% a year as opposed to 8.3%.",
            "beta-trend's trade count is 51% of that of alpha-lstm.",
            "alpha-lstm has a volatility 64% higher than that of beta-trend.",
        ),
        (
            "Choosing beta-trend over alpha-lstm means $3,750 more in the final account.",
            "Switching from alpha-lstm to beta-trend adds 0.39 to the Sharpe ratio.",
            "beta-trend left the account at $17,250, more than what alpha-lstm left ($21,000).",
            "beta-trend paid more in fees, $1,210, than alpha-lstm did at $3,101.",
            "alpha-lstm swings less (18% vol compared with 11%) than beta-trend.",
            "Drawdowns favour alpha-lstm, at -31% vs. -18% for beta-trend.",
            "Going by CAGR I would rank beta-trend first (8.3%) and alpha-lstm second (12%).",
            "Annualised, alpha-lstm made 12% and beta-trend 8.3%, an edge of 3.7 percentage points to beta-trend.",
            "alpha-lstm won a smaller share of its trades than beta-trend, 55% rather than 48%.",
            "alpha-lstm pays less in fees ($3,101) than beta-trend ($1,210).",
            "Win-rate edge of beta-trend over alpha-lstm: 7.0 pp.",
            "alpha-lstm gives up 370 bps of annual return to beta-trend.",
            "Volatility is cut by 38.9% in relative terms if beta-trend makes way for alpha-lstm.",
            "Trade counts go from 120 (alpha-lstm) up to 61 (beta-trend).",
            "In Sharpe terms beta-trend takes it, 0.71 to 1.10 for alpha-lstm.",
            "alpha-lstm runs on only 61% of the volatility of beta-trend.",
            "beta-trend has 1.64 times the volatility of alpha-lstm.",
            "Of alpha-lstm and beta-trend the latter compounds faster: 8.3% a year, where the former gets 12%.",
            "beta-trend takes first place by Sharpe with 0.71, and alpha-lstm comes after it with 1.10.",
            "beta-trend outran alpha-lstm, ending at 8.3% a year as opposed to 12%.",
        ),
    ),
    (
        _INDEX,
        (
            "alpha-lstm outperformed ^GSPC by 2.9 percentage points in total return.",
            "Total return is 2.9 pp above that of ^GSPC.",
            "alpha-lstm beat ^GSPC, 45.2% to 42.3% in total.",
            "The total return of 45.2% compares with 42.3% for the ^GSPC.",
        ),
        (
            "alpha-lstm underperformed ^GSPC by 2.9 percentage points in total return.",
            "Total return is 2.9 pp below that of ^GSPC.",
            "^GSPC beat alpha-lstm, 42.3% to 45.2% in total.",
        ),
    ),
    (
        _ONE,
        (
            "Winners outnumber losers, 67 to 45.",
            "There were more winning trades (67) than losing ones (45).",
            "112 trades minus 67 winners leaves 45 that didn't work out.",
            "There were 22 more winners than losers.",
            "Your pot of $10,000 would have grown into $13,401.",
            "More trades won (67) than lost (45).",
        ),
        (
            "Losers outnumber winners, 45 to 67.",
            "There were more losing trades (45) than winning ones (67).",
            "There were 22 more losers than winners.",
            "Your pot of $10,000 would have shrunk to $13,401.",
        ),
    ),
    (
        _YEARS,
        (
            "2018 returned 17.1 percentage points more than 2019.",
            "Its return in 2020 beat its return in 2018 by 8.9 percentage points.",
            "A better year than 2018 (13.1%) was 2020 (22.0%).",
        ),
        ("2019 returned 17.1 percentage points more than 2018.",),
    ),
    (
        _LOST,
        (
            "On a yearly basis the result is a loss, -8.2% compounded.",
            "Net result: -$3,501, in other words a loss.",
            "The Sharpe is below zero, at -0.41.",
            "It was not profitable: total return was -35.0%.",
            "As for alpha, it was 3% a year on the wrong side of zero.",
        ),
        ("On a yearly basis the result is a gain, -8.2% compounded.",),
    ),
    (
        _WON,
        (
            "On a yearly basis the result is a gain, 8.2% compounded.",
            "Net result: $3,501, in other words a profit.",
            "The Sharpe is above zero, at 0.41.",
            "A loss is always possible. Total return was 35.0%.",
            "Losing money was rare. The total return was 35.0%.",
            "It was never underwater for long. Total return was 35.0%.",
        ),
        (
            "On a yearly basis the result is a loss, 8.2% compounded.",
            "Net result: $3,501, in other words a loss.",
            "The Sharpe is below zero, at 0.41.",
        ),
    ),
)


def _refused(output: str, answer: str) -> list[str]:
    numbers = grounded_numbers(answer, ["How did it do?"], [output])
    return [number.text for number in numbers if number.reason not in (None, "derived_number")]


@pytest.mark.parametrize(("output", "answer"), [(output, answer) for output, right, _ in _CASES for answer in right])
def test_right_direction_is_accepted(output, answer):
    assert _refused(output, answer) == []


@pytest.mark.parametrize(("output", "answer"), [(output, answer) for output, _, wrong in _CASES for answer in wrong])
def test_wrong_direction_is_refused(output, answer):
    assert _refused(output, answer)


_THREE = json.dumps(
    {
        "results": [
            {"strategy": "oak", "total_return": 0.31, "max_drawdown": -0.22, "sharpe": 0.7, "trades": 90,
             "by_year": {"2019": 0.2, "2020": 0.0917}},
            {"strategy": "elm", "total_return": -0.08, "max_drawdown": -0.35, "sharpe": -0.1, "trades": 310,
             "by_year": {"2019": -0.1, "2020": 0.0222}},
            {"strategy": "fir", "total_return": 0.12, "max_drawdown": -0.11, "sharpe": 0.5, "trades": 40,
             "by_year": {"2019": 0.18, "2020": -0.0508}},
        ]
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Of the three, elm is the busiest.", "Of the three, fir is the busiest."),
        ("oak has the highest Sharpe of all three.", "fir has the highest Sharpe of all three."),
        ("The shallowest drawdown belongs to fir.", "The shallowest drawdown belongs to oak."),
        ("elm ranks last on total return.", "fir ranks last on total return."),
        ("Every strategy but elm was profitable.", "Every strategy but fir was profitable."),
        ("fir trades less often than elm.", "fir trades more often than elm."),
        ("In 2020 oak beat fir.", "In 2020 oak lagged behind fir."),
        ("elm's drawdown was deeper than fir's.", "elm's drawdown was shallower than fir's."),
        ("elm finished in the red.", "oak finished in the red."),
    ],
)
def test_words_that_compare_are_held_against_the_tools(right: str, wrong: str) -> None:
    assert [number.message for number in grounded_numbers(right, ["How did they do?"], [_THREE]) if number.reason] == []
    assert any(number.reason for number in grounded_numbers(wrong, ["How did they do?"], [_THREE]))


@pytest.mark.parametrize(
    "answer",
    [
        "oak is the best of the losing strategies.",
        "Its largest drawdown is that of elm in spring.",
        "If fees rise, fir might be the busiest.",
        "fir has the better story, though elm is the bigger project.",
        "Is elm the calmest of the three?",
        "The worst month of oak was in spring.",
    ],
)
def test_what_compares_nothing_that_the_tools_returned_passes(answer: str) -> None:
    assert not any(number.reason for number in grounded_numbers(answer, ["How did they do?"], [_THREE]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("alpha-lstm paid its holder more: 12% against 8.3%.", "beta-trend paid its holder more: 8.3% against 12%."),
        (
            "Of alpha-lstm and beta-trend the latter grows slower: 8.3% a year, where the former gets 12%.",
            "Of alpha-lstm and beta-trend the former grows slower: 12% a year, where the latter gets 8.3%.",
        ),
        (
            "I'd sooner hold alpha-lstm, with its Sharpe of 1.1, than beta-trend with 0.71.",
            "I'd sooner hold beta-trend, with its Sharpe of 0.71, than alpha-lstm with 1.1.",
        ),
        (
            "alpha-lstm takes the first round on CAGR, 12% to 8.3%.",
            "beta-trend takes the first round on CAGR, 8.3% to 12%.",
        ),
        (
            "At the worst alpha-lstm was hurt more than beta-trend, 31% versus 18%.",
            "At the worst beta-trend was hurt more than alpha-lstm, 18% versus 31%.",
        ),
        ("With its 61 trades beta-trend is the quieter.", "With its 120 trades alpha-lstm is the quieter."),
        (
            "beta-trend's balance ended lower than that of alpha-lstm.",
            "alpha-lstm's balance ended lower than that of beta-trend.",
        ),
    ],
)
def test_who_has_more_of_whatever_is_compared(right: str, wrong: str) -> None:
    question = "Compare alpha-lstm and beta-trend."
    assert not [each.message for each in grounded_numbers(right, [question], [_TWO]) if each.reason not in _PASSING]
    assert [each for each in grounded_numbers(wrong, [question], [_TWO]) if each.reason not in _PASSING]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("It went from $64,000 to $51,250: $12,750 gone.", "It went from $64,000 to $51,250: $12,750 added."),
        ("You put in $64,000 and end up $12,750 poorer.", "You put in $64,000 and end up $12,750 heavier."),
        (
            "$64,000 became $51,250, so 19.9% of the stake was lost.",
            "$64,000 became $51,250, so 19.9% of the stake was won.",
        ),
    ],
)
def test_what_a_change_is_called_is_held_to_its_ends(right: str, wrong: str) -> None:
    run = json.dumps(
        {"model": "alpha-lstm", "start_equity": 64000, "end_equity": 51250, "points": [64000, 58100, 51250]}
    )
    assert not [each.message for each in grounded_numbers(right, ["How much?"], [run]) if each.reason not in _PASSING]
    assert [each for each in grounded_numbers(wrong, ["How much?"], [run]) if each.reason not in _PASSING]


_REPORT = (
    "Strategy        oak\nReturn [%]    31.20\nBuy & Hold Return [%]    22.50\nSharpe Ratio    -0.41\n# Trades    40"
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The strategy (31.2%) beat buy and hold (22.5%).", "The strategy (31.2%) lagged buy and hold (22.5%)."),
        ("Buy and hold returned 22.5%.", "Buy and hold returned 31.2%."),
        ("A negative Sharpe (-0.41) says enough.", "A positive Sharpe (-0.41) says enough."),
    ],
)
def test_a_benchmark_in_a_report_is_told_apart(right: str, wrong: str) -> None:
    refused = [
        [
            number.text
            for number in grounded_numbers(answer, ["How did oak do?"], [_REPORT])
            if number.reason not in _PASSING
        ]
        for answer in (right, wrong)
    ]
    assert refused[0] == []
    assert refused[1]


_MARKET = json.dumps(
    {
        "model": "oak",
        "benchmark": "VTI",
        "total_return": 0.312,
        "benchmark_return": 0.225,
        "alpha": -0.031,
        "sharpe": 0.55,
        "winning_trades": 12,
        "losing_trades": 19,
        "initial_capital": 64000,
        "final_equity": 51250,
    }
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("We led VTI by 8.7 percentage points.", "VTI left us behind by 8.7 percentage points."),
        ("VTI made less than us: 22.5% to 31.2%.", "VTI was ahead of us, 22.5% to 31.2%."),
        ("Negative alpha, 3.1% a year versus VTI.", "Positive alpha, -3.1% a year versus VTI."),
        ("The model destroyed value: an alpha of -3.1%.", "The model added value: an alpha of -3.1%."),
        ("A Sharpe above zero, at 0.55, is something.", "A Sharpe under zero, at 0.55, is nothing."),
        ("Fewer trades were won than lost: 12 against 19.", "More trades were won than lost: 12 against 19."),
        ("It went from $64,000 to $51,250, a fall of a fifth.", "It went from $64,000 to $51,250, a rise of a fifth."),
    ],
)
def test_the_holder_is_set_against_the_market(right: str, wrong: str) -> None:
    question = "How did oak do against VTI?"
    assert not [each.message for each in grounded_numbers(right, [question], [_MARKET]) if each.reason not in _PASSING]
    assert [each for each in grounded_numbers(wrong, [question], [_MARKET]) if each.reason not in _PASSING]


@pytest.mark.parametrize(
    "answer",
    [
        "The excess over VTI is 8.7 percentage points.",
        "Relative to VTI, the excess return is 8.7 percentage points.",
        "We led VTI by 8.7 percentage points.",
    ],
)
def test_an_excess_is_no_shortfall(answer: str) -> None:
    ahead, behind = (
        json.dumps({"model": "oak", "benchmark": "VTI", "total_return": total, "benchmark_return": 0.225})
        for total in (0.312, 0.138)
    )
    question = "How did oak do against VTI?"
    assert not [each for each in grounded_numbers(answer, [question], [ahead]) if each.reason not in _PASSING]
    assert [each for each in grounded_numbers(answer, [question], [behind]) if each.reason not in _PASSING]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Sharpe gap, alpha-lstm over beta-trend: 0.39 (1.1 less 0.71).",
            "Sharpe gap, beta-trend over alpha-lstm: 0.39 (0.71 less 1.1).",
        ),
        (
            "You walk away with $3,750 more from alpha-lstm than from beta-trend.",
            "You walk away with $3,750 more from beta-trend than from alpha-lstm.",
        ),
        ("alpha-lstm out-earned beta-trend by 3.7 points.", "beta-trend out-earned alpha-lstm by 3.7 points."),
        (
            "alpha-lstm is the riskier: 18% volatility against 11%.",
            "beta-trend is the riskier: 11% volatility against 18%.",
        ),
        ("alpha-lstm ended higher, $21,000 versus $17,250.", "beta-trend ended higher, $17,250 versus $21,000."),
    ],
)
def test_gaps_between_two_things_have_a_direction(right: str, wrong: str) -> None:
    question = "Compare alpha-lstm and beta-trend."
    assert not [each.message for each in grounded_numbers(right, [question], [_TWO]) if each.reason not in _PASSING]
    assert [each for each in grounded_numbers(wrong, [question], [_TWO]) if each.reason not in _PASSING]


_AS_OF = json.dumps({"strategy": "oak", "as_of": "2021-05-04", "account": {"sharpe": 0.97, "cagr": 0.08}})


def test_the_day_of_a_report_is_no_period_of_its_results() -> None:
    told = [
        grounded_numbers(f"A {sign} Sharpe (0.97) says enough.", ["?"], [_AS_OF]) for sign in ("positive", "negative")
    ]
    assert [number.reason for numbers in told for number in numbers] == [None, Reason.WRONG_SIGN]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        ({"market_return_pct": -41.3, "total_return_pct": -6.2}, "The market fell by 41.3%, so being out of it paid off."),
        ({"avg_trade_pct": [0.61, 0.22]}, "The average trade shrinks from 0.61% to 0.22%."),
        ({"median_profit_pct": -0.84}, "Note the median profit of -0.84%."),
        ({"cost_drag_pct": 0.34}, "Costs reduce the return by 0.34% a year."),
        ({"positions": [{"ticker": "XYZ", "side": "short", "qty": -318}]}, "It holds 318 shares of XYZ short."),
    ],
)  # fmt: skip
def test_signs_that_are_no_direction(output: object, answer: str) -> None:
    assert _refused(json.dumps(output), answer) == []


def test_a_difference_lies_on_the_side_of_what_it_leads_to() -> None:
    output = json.dumps({"names_20": {"max_drawdown": -0.312}, "names_50": {"max_drawdown": -0.405}})
    assert _refused(output, "With 50 names the maximum drawdown is 9.3 points deeper, at -40.5%.") == []
    assert _refused(output, "With 50 names the maximum drawdown is 9.3 points shallower, at -40.5%.")


_BY_QUARTER = json.dumps(
    {
        "rows": [
            {"quarter": "Q1 2021", "turnover": 0.883, "n_trades": 41},
            {"quarter": "Q3 2021", "turnover": 0.472, "n_trades": 97},
        ]
    }
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Turnover fell from 88.3% in Q1 2021 to 47.2% in Q3 2021.",
            "Turnover rose from 88.3% in Q1 2021 to 47.2% in Q3 2021.",
        ),
        ("Trades climbed from 41 in the first quarter to 97.", "Trades dropped from 41 in the first quarter to 97."),
    ],
)
def test_a_change_between_quarters_goes_the_way_it_is_told(right: str, wrong: str) -> None:
    answers = (grounded_numbers(each, ["How did it go?"], [_BY_QUARTER], [{}]) for each in (right, wrong))
    assert [all(number.grounded for number in found) for found in answers] == [True, False]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "The Sortino ratio (1.43) is higher than the Sharpe ratio (0.94).",
            "The Sortino ratio (1.43) is lower than the Sharpe ratio (0.94).",
        ),
        (
            "Its Sharpe ratio of 0.94 is well below its Sortino ratio of 1.43.",
            "Its Sharpe ratio of 0.94 is well above its Sortino ratio of 1.43.",
        ),
    ],
)
def test_two_metrics_of_one_run_are_compared_by_what_is_told_of_them(right: str, wrong: str) -> None:
    output = {"sharpe": 0.94, "sortino": 1.43}
    assert not refuses(right, output)
    assert refuses(wrong, output)
