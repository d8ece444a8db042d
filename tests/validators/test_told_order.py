"""Numbers of two things told in the right order and the wrong one, and gains told as losses."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_TWO = json.dumps(
    {
        "results": [
            {
                "model": "alder-trend",
                "metrics": {
                    "cagr": 0.1234,
                    "total_return": 0.893,
                    "sharpe": 0.91,
                    "sortino": 1.31,
                    "max_drawdown": -0.312,
                    "volatility": 0.187,
                    "trades": 212,
                    "win_rate": 0.541,
                    "final_equity": 18930.5,
                },
            },
            {
                "model": "birch-carry",
                "metrics": {
                    "cagr": 0.0821,
                    "total_return": 0.512,
                    "sharpe": 0.77,
                    "sortino": 1.02,
                    "max_drawdown": -0.184,
                    "volatility": 0.095,
                    "trades": 94,
                    "win_rate": 0.583,
                    "final_equity": 15120.25,
                },
            },
        ]
    }
)
_GAIN = json.dumps(
    {
        "model": "alder-trend",
        "ticker": "SPY",
        "start_capital": 10000,
        "metrics": {
            "cagr": 0.1234,
            "total_return": 0.893,
            "sharpe": 0.91,
            "max_drawdown": -0.312,
            "volatility": 0.187,
            "trades": 212,
            "win_rate": 0.541,
            "final_equity": 18930.5,
            "alpha": 0.021,
        },
        "benchmark": {"total_return": -0.21},
        "years": {"2019": -0.052, "2020": 0.114},
    }
)
_LOSS = json.dumps(
    {
        "model": "alder-trend",
        "ticker": "SPY",
        "start_capital": 10000,
        "metrics": {
            "cagr": -0.1234,
            "total_return": -0.493,
            "sharpe": -0.91,
            "max_drawdown": -0.612,
            "volatility": 0.187,
            "trades": 212,
            "win_rate": 0.441,
            "final_equity": 5070.0,
            "alpha": -0.021,
        },
        "benchmark": {"total_return": 0.21},
        "years": {"2019": -0.052, "2020": 0.114},
    }
)

RIGHT = (
    "alder-trend beat birch-carry: 12.3% a year against 8.2%.",
    "birch-carry was beaten by alder-trend, 8.2% a year against 12.3%.",
    "birch-carry did not beat alder-trend: 8.2% a year versus 12.3%.",
    "alder-trend returned 12.3% a year, more than the 8.2% of birch-carry.",
    "Compared with alder-trend, birch-carry has the lower CAGR (8.2% vs 12.3%).",
    "alder-trend has the higher CAGR (12.3% vs 8.2%), but birch-carry is the calmer one (volatility 9.5% vs 18.7%).",
    "Despite its lower return, birch-carry is better protected: its drawdown was 18.4% against 31.2%.",
    "birch-carry is the better choice for cautious investors, with 8.2% a year rather than 12.3% for alder-trend.",
    "alder-trend made more per year than birch-carry: 12.3% vs. 8.2%.",
    "birch-carry trades less than alder-trend, 94 times against 212.",
    "With fewer trades, birch-carry still won more often than alder-trend: 58.3% against 54.1%.",
    "alder-trend leads birch-carry on Sharpe (0.91 vs 0.77), yet it trails on win rate (54.1% vs 58.3%).",
    "alder-trend trails birch-carry in win rate, 54.1% to 58.3%.",
    "birch-carry lags: 8.2% a year, where alder-trend made 12.3%.",
    "birch-carry is less volatile than alder-trend, 9.5% vs 18.7%.",
    "The less volatile model, birch-carry, returned 8.2% a year; alder-trend returned 12.3%.",
    "For a smoother ride you would take birch-carry: it made 8.2% a year against 12.3% for alder-trend.",
    "birch-carry's Sharpe of 0.77 is below the 0.91 of alder-trend.",
    "alder-trend's drawdown is worse: 31.2% against 18.4% for birch-carry.",
    "alder-trend had a lower win rate than birch-carry, 54.1% against 58.3%.",
    "The lower win rate of alder-trend (54.1%, against 58.3% for birch-carry) is no reason to worry.",
    "On the downside, birch-carry had a max drawdown of 18.4%, better than the 31.2% of alder-trend.",
    "birch-carry ended with less money, $15,120.25, than alder-trend with $18,930.50.",
    "Neither beats the other everywhere: alder-trend has 12.3% a year, birch-carry 8.2%.",
    "Sharpe: alder-trend 0.91, birch-carry 0.77. Winner: alder-trend.",
    "Is birch-carry better than alder-trend? Its CAGR is 8.2% versus 12.3%.",
    "birch-carry was expected to beat alder-trend, but made 8.2% a year against 12.3%.",
    "alder-trend won 54.1% of its trades, birch-carry 58.3%, so the latter is more accurate.",
    "birch-carry was right more often than alder-trend: 58.3% against 54.1% of trades.",
    "Though birch-carry wins more often, alder-trend made more money: $18,930.50 against $15,120.25.",
    "birch-carry needed fewer trades, and alder-trend had a higher Sharpe: 0.77 vs 0.91.",
    "The higher return belongs to alder-trend (12.3% a year), the lower one to birch-carry (8.2%).",
    "alder-trend fell further than birch-carry: 31.2% from its peak against 18.4%.",
    "birch-carry held up better, falling only 18.4% where alder-trend fell 31.2%.",
    "Between alder-trend and birch-carry, the higher Sharpe is alder-trend's: 0.91 vs 0.77.",
    "Behind alder-trend with its 12.3% a year, birch-carry comes second with 8.2%.",
    "alder-trend is ahead of birch-carry by 4.1 points a year (12.3% vs 8.2%).",
    "birch-carry, with its lower volatility, returned 8.2% a year, alder-trend 12.3%.",
    "Going from birch-carry to alder-trend, the CAGR rises from 8.2% to 12.3%.",
    "Switching from alder-trend to birch-carry lowers the drawdown from 31.2% to 18.4%.",
    "Switching from alder-trend to birch-carry would cut trades from 212 to 94 and raise the win rate from 54.1% to 58.3%.",
    "The drawdown improves from 31.2% to 18.4% if you switch to birch-carry.",
    "birch-carry, despite lagging, had a better win rate: 58.3% vs 54.1% for alder-trend.",
    "alder-trend wins; it compounded at 12.3% a year, birch-carry at 8.2%.",
    "Risk-adjusted, alder-trend is ahead: its Sharpe is 0.91 versus 0.77 for birch-carry.",
    "birch-carry has less than half the trades of alder-trend: 94 against 212.",
    "No strategy here has a higher Sharpe than alder-trend (0.91; birch-carry 0.77).",
    "The better Sharpe does not come from birch-carry: 0.77 against 0.91 for alder-trend.",
    "With 12.3% a year alder-trend grew faster than birch-carry with 8.2%.",
    "birch-carry is cheaper to run and calmer than alder-trend: 8.2% a year against 12.3%.",
    "birch-carry is steadier than alder-trend. It made 8.2% a year, alder-trend 12.3%.",
    "alder-trend swings more: 18.7% annualised volatility, birch-carry 9.5%.",
    "A better Sharpe ratio (0.91) and a higher CAGR (12.3%) speak for alder-trend over birch-carry (0.77 and 8.2%).",
    "birch-carry's drawdown of -18.4% is better than alder-trend's -31.2%.",
    "birch-carry has a lower maximum drawdown (-18.4%) than alder-trend (-31.2%).",
    "birch-carry has a higher maximum drawdown figure, -18.4%, than alder-trend, -31.2%.",
    "The more active model made more: alder-trend with 212 trades has 12.3% a year, birch-carry with 94 trades 8.2%.",
    "More trades did not hurt alder-trend: 12.3% a year against 8.2% at birch-carry.",
    "Fewer losses would have helped birch-carry, which made 8.2% a year against 12.3% at alder-trend.",
    "birch-carry comes out first in the alphabet, alder-trend made 12.3% a year and birch-carry 8.2%.",
    "alder-trend beat birch-carry by 4.1 percentage points a year.",
    "alder-trend's Sharpe is 0.14 higher than birch-carry's.",
    "birch-carry's win rate is 4.2 points higher than alder-trend's.",
    "The win rate of alder-trend is 4.2 pp lower than the win rate of birch-carry.",
    "birch-carry made 118 fewer trades than alder-trend.",
    "alder-trend's drawdown was 12.8 points deeper than birch-carry's.",
    "birch-carry's drawdown was 12.8 points better than alder-trend's.",
    "With birch-carry you end up with $3,810.25 less than with alder-trend.",
    "birch-carry is 9.2 points less volatile than alder-trend.",
    "The volatility of alder-trend is 97% above that of birch-carry.",
    "Compared with birch-carry, alder-trend traded 126% more.",
    "alder-trend trails birch-carry in win rate by 4.2 points.",
    "In exchange for 4.1 points less a year, birch-carry has a drawdown that is 12.8 points shallower than alder-trend's.",
    "A gap of 4.1 points a year separates birch-carry from the better alder-trend.",
    "birch-carry costs you 4.1 points a year compared with alder-trend.",
    "The better model, alder-trend, is 4.1 points a year ahead.",
    "You gain 4.1 points a year over birch-carry by running alder-trend.",
    "alder-trend fell by 31.2% at worst, which is more than the 18.4% that birch-carry went through.",
    "birch-carry earned 8.2% a year, less than the 12.3% of alder-trend.",
    "Sharpe: 0.91 > 0.77.",
    "sharpe says alder-trend over birch-carry, 0.91 > 0.77",
    "busier one: alder-trend, 212 trades vs 94 for birch-carry",
    "higher sharpe: alder-trend, 0.91. lower sharpe: birch-carry, 0.77.",
    "Choppier of the pair: alder-trend at 18.7% annualised vol, vs. 9.5% in the case of birch-carry",
    "birch-carry comes second on annual return with 8.2%; first is alder-trend, at 12.3%.",
    "Although birch-carry earned 8.2% a year, it couldn't keep up with the 12.3% that alder-trend delivered.",
    "birch-carry lost less from its high (18.4%) than alder-trend (31.2%).",
    "With birch-carry you lose less at the worst point: 18.4% rather than 31.2%.",
    "birch-carry's CAGR is lower than alder-trend's: 8.2% < 12.3%.",
    "birch-carry's 94 trades were more than enough, and alder-trend's 212 are too many.",
    "birch-carry wins 58.3% of its trades, which is better than the 54.1% of alder-trend.",
    "birch-carry is in front of alder-trend in win rate: 58.3% to 54.1%.",
    "birch-carry's trades are 58.3% winners, above the 54.1% at alder-trend.",
    "birch-carry's volatility is 9.5%, far below the 18.7% of alder-trend.",
    "The drawdown is 31.2%, more than the volatility of 18.7%.",
    "Only one beats the other on win rate: birch-carry, 58.3% against 54.1%.",
    "On Sharpe alone I'd take alder-trend (0.91) over birch-carry (0.77).",
    "I'd side with alder-trend (Sharpe 0.91) rather than birch-carry (Sharpe 0.77).",
    "I'd take birch-carry over alder-trend for its calm, though it made 8.2% a year against 12.3%.",
    "If you care most for growth, go with alder-trend, which made 12.3% a year; birch-carry made 8.2%.",
    "If you hate volatility you'll like birch-carry better: 9.5% against 18.7% for alder-trend.",
    "alder-trend has the better Sharpe ratio (0.91 as against 0.77 for birch-carry) and the deeper drawdown (31.2% as against 18.4%).",
    "birch-carry grew more slowly than alder-trend, 8.2% a year against 12.3%.",
    "Calmer and steadier: birch-carry shows 9.5% volatility, where alder-trend shows 18.7%.",
    "Trading less often than its rival, birch-carry made 94 trades; alder-trend made 212.",
    "alder-trend rattles you more than birch-carry does: annual volatility 18.7%, against 9.5%.",
    "It should be noted that alder-trend has the higher Sharpe, 0.91 as opposed to 0.77 for birch-carry.",
    "birch-carry at 8.2% a year comes in second to alder-trend at 12.3%.",
    "By picking birch-carry over alder-trend you'd have given up 4.1 points a year.",
    "Choosing birch-carry over alder-trend leaves $3,810.25 on the table at the end.",
    "You would have been spared 12.8 points of maximum drawdown with birch-carry rather than alder-trend.",
    "Where alder-trend needed 212 trades, birch-carry got by on 94.",
    "per year, birch-carry (8.2%) < alder-trend (12.3%)",
)
WRONG = (
    "With birch-carry we have a CAGR of 8.2%, and with alder-trend one of only 12.3%.",
    "The 8.2% a year of birch-carry exceeds the 12.3% of alder-trend.",
    "birch-carry beat alder-trend: 8.2% a year against 12.3%.",
    "alder-trend was beaten by birch-carry, 12.3% a year against 8.2%.",
    "Compared with birch-carry, alder-trend has the lower CAGR (12.3% vs 8.2%).",
    "birch-carry trades more than alder-trend, 94 times against 212.",
    "alder-trend is less volatile than birch-carry, 18.7% vs 9.5%.",
    "birch-carry leads alder-trend on Sharpe, 0.77 to 0.91.",
    "birch-carry's Sharpe of 0.77 is above the 0.91 of alder-trend.",
    "birch-carry's drawdown is worse: 18.4% against 31.2% for alder-trend.",
    "alder-trend had a higher win rate than birch-carry, 54.1% against 58.3%.",
    "birch-carry ended with more money, $15,120.25, than alder-trend with $18,930.50.",
    "birch-carry has the deeper drawdown (18.4% vs 31.2% for alder-trend).",
    "alder-trend was right more often than birch-carry: 54.1% against 58.3% of trades.",
    "The higher return belongs to birch-carry (8.2% a year), the lower one to alder-trend (12.3%).",
    "birch-carry fell further than alder-trend: 18.4% from its peak against 31.2%.",
    "With 8.2% a year birch-carry grew faster than alder-trend with 12.3%.",
    "Switching from alder-trend to birch-carry raises the CAGR from 12.3% to 8.2%.",
    "birch-carry wins; it compounded at 8.2% a year, alder-trend at 12.3%.",
    "alder-trend has the lower CAGR (12.3% vs 8.2%), and birch-carry is the bumpier one (volatility 9.5% vs 18.7%).",
    "Of the two, birch-carry has the better Sharpe ratio: 0.77 compared with 0.91.",
    "birch-carry surpasses alder-trend in total return, 51.2% vs 89.3%.",
    "- Sharpe: birch-carry is ahead (0.77 vs. 0.91 for alder-trend)",
    "birch-carry offers a superior Sharpe of 0.77, compared to 0.91 for alder-trend.",
    "alder-trend's maximum drawdown is smaller than birch-carry's, at 31.2% versus 18.4%.",
    "birch-carry beat alder-trend by 4.1 percentage points a year.",
    "birch-carry's Sharpe is 0.14 higher than alder-trend's.",
    "alder-trend's win rate is 4.2 points higher than birch-carry's.",
    "The win rate of alder-trend is 4.2 pp higher than the win rate of birch-carry.",
    "alder-trend made 118 fewer trades than birch-carry.",
    "birch-carry's drawdown was 12.8 points deeper than alder-trend's.",
    "The volatility of birch-carry is 97% above that of alder-trend.",
    "alder-trend is 9.2 points less volatile than birch-carry.",
    "alder-trend fell by 31.2% at worst, which is less than the 18.4% that birch-carry went through.",
    "birch-carry earned 8.2% a year, more than the 12.3% of alder-trend.",
    "sharpe says birch-carry over alder-trend, 0.77 > 0.91",
    "busier one: birch-carry, 94 trades vs 212 for alder-trend",
    "Choppier of the pair: birch-carry at 9.5% annualised vol, vs. 18.7% in the case of alder-trend",
    "Although alder-trend earned 12.3% a year, it couldn't keep up with the 8.2% that birch-carry delivered.",
    "alder-trend lost less from its high (31.2%) than birch-carry (18.4%).",
    "On Sharpe alone I'd take birch-carry (0.77) over alder-trend (0.91).",
    "I'd side with birch-carry (Sharpe 0.77) rather than alder-trend (Sharpe 0.91).",
    "If you care most for growth, go with birch-carry, which made 8.2% a year; alder-trend made 12.3%.",
    "If you hate volatility you'll like alder-trend better: 18.7% against 9.5% for birch-carry.",
    "birch-carry has the better Sharpe ratio (0.77 as against 0.91 for alder-trend) and the same drawdown control.",
    "alder-trend grew more slowly than birch-carry, 12.3% a year against 8.2%.",
    "Calmer and steadier: alder-trend shows 18.7% volatility, where birch-carry shows 9.5%.",
    "Trading less often than its rival, alder-trend made 212 trades; birch-carry made 94.",
    "birch-carry rattles you more than alder-trend does: annual volatility 9.5%, against 18.7%.",
    "It should be noted that birch-carry has the higher Sharpe, 0.77 as opposed to 0.91 for alder-trend.",
    "alder-trend at 12.3% a year comes in second to birch-carry at 8.2%.",
    "By picking alder-trend over birch-carry you'd have given up 4.1 points a year.",
    "You would have been spared 12.8 points of maximum drawdown with alder-trend rather than birch-carry.",
    "Where birch-carry needed 94 trades, alder-trend got by on 212.",
    "per year, alder-trend (12.3%) < birch-carry (8.2%)",
)
OUTCOMES = (
    (_GAIN, "alder-trend made money: it returned 89.3% in total.", True),
    (_GAIN, "alder-trend was profitable, with a CAGR of 12.3% and a drawdown of 31.2%.", True),
    (_GAIN, "It made money overall, although 2019 brought a loss of 5.2%.", True),
    (_GAIN, "The strategy made money while the benchmark lost 21%.", True),
    (_GAIN, "The account grew to $18,930.50.", True),
    (_GAIN, "In 2019 it lost money, -5.2%, and in 2020 it made 11.4%.", True),
    (_GAIN, "It lost money in 2019 (-5.2%), but its total return is 89.3%.", True),
    (_GAIN, "alpha is positive, at 2.1% a year.", True),
    (_GAIN, "With a positive alpha of 2.1%, the strategy beats its beta.", True),
    (_GAIN, "The Sharpe ratio is positive at 0.91.", True),
    (_GAIN, "The total return is 89.3% above zero.", True),
    (_GAIN, "You would have lost money with the benchmark (-21%).", True),
    (_GAIN, "The benchmark lost money: it returned -21%.", True),
    (_GAIN, "It never lost money over the whole period: 89.3% total return.", True),
    (_GAIN, "The Sharpe ratio of 0.91 is positive, so you were paid for the risk.", True),
    (_GAIN, "Some months lost money, and the Sharpe ratio is 0.91.", True),
    (
        _GAIN,
        "Had you stopped before the losing trades, more than the 89.3% would have been made; it lost money near the end.",
        True,
    ),
    (_GAIN, "Negative years are rare: the CAGR is 12.3%.", True),
    (_GAIN, "A dip below zero never happened; total return 89.3%.", True),
    (_GAIN, "The strategy paid off, with 54.1% of its 212 trades in profit.", True),
    (_GAIN, "The account shrank to $18,930.50.", False),
    (_GAIN, "The strategy lost money: it returned 89.3% in total.", False),
    (_GAIN, "The Sharpe ratio is negative, at 0.91.", False),
    (_GAIN, "Alpha was negative (2.1%).", False),
    (_GAIN, "The CAGR is 12.3% below zero.", False),
    (_GAIN, "Total return: 89.3%, which is to say the strategy ended below water.", False),
    (_GAIN, "alder-trend shrank the account at a compounded 12.3% a year.", False),
    (_GAIN, "Growth ran backwards, at an annualised 12.3%.", False),
    (_GAIN, "The strategy finished in the red, its total return being 89.3%.", False),
    (_GAIN, "There is negative alpha here, 2.1% a year.", False),
    (_LOSS, "alder-trend lost money: it returned -49.3% in total.", True),
    (_LOSS, "alder-trend was unprofitable, with a CAGR of -12.3% and a drawdown of 61.2%.", True),
    (_LOSS, "It lost money overall, although 2020 brought a gain of 11.4%.", True),
    (_LOSS, "The account shrank to $5,070.", True),
    (_LOSS, "The account fell to $5,070 from $10,000.", True),
    (_LOSS, "The Sharpe ratio is negative, at -0.91.", True),
    (_LOSS, "The Sharpe ratio is negative: -0.91.", True),
    (_LOSS, "Alpha was negative (-2.1%).", True),
    (_LOSS, "The Sharpe is negative at 0.91.", True),
    (_LOSS, "The CAGR is 12.3% below zero.", True),
    (_LOSS, "It did not make money: the total return is -49.3%.", True),
    (_LOSS, "The strategy lost money while the benchmark made 21%.", True),
    (_LOSS, "The benchmark made money: 21% in total.", True),
    (_LOSS, "alder-trend shrank the account by 12.3% a year.", True),
    (_LOSS, "A strategy that made money in 44.1% of its trades still returned -49.3%.", True),
    (_LOSS, "It made money in 2020 (11.4%); the total return is -49.3%.", True),
    (_LOSS, "Who made money? Not this model: -49.3%.", True),
    (_LOSS, "The account grew to $5,070.", False),
    (_LOSS, "The strategy made money: it returned -49.3% in total.", False),
    (_LOSS, "The strategy was profitable overall, with a total return of -49.3%.", False),
    (_LOSS, "The Sharpe ratio is positive, at -0.91.", False),
    (_LOSS, "There is positive alpha here, -2.1% a year.", False),
    (_LOSS, "The strategy finished in the black, its total return being -49.3%.", False),
    (_LOSS, "The stake grew to 0.51x its original size.", False),
)


def _refused(output, answer):
    numbers = grounded_numbers(answer, ["How do they compare?"], [output])
    return [number.text for number in numbers if number.reason not in (None, "derived_number")]


@pytest.mark.parametrize("answer", RIGHT)
def test_right_order_is_accepted(answer):
    assert _refused(_TWO, answer) == []


@pytest.mark.parametrize("answer", WRONG)
def test_wrong_order_is_refused(answer):
    assert _refused(_TWO, answer)


@pytest.mark.parametrize(("output", "answer", "right"), OUTCOMES)
def test_told_outcome_has_the_result_s_sign(output, answer, right):
    assert (_refused(output, answer) == []) == right


_RUN_WITH_MARKET = json.dumps(
    {
        "head": {"strat": "cedar-carry", "sec": "KQA", "bmk": "WIDEX"},
        "perf": {"cumRet": 0.452, "bmkRet": 0.218},
        "trades": {"won": 62, "lost": 48},
    }
)
_MONTHS = json.dumps(
    {
        "strategy": "cedar-carry",
        "starting_equity": 100000,
        "months": [
            {"month": "2019-01", "return": -0.0121, "trades": 3, "equity": 98790.12},
            {"month": "2019-02", "return": 0.0123, "trades": 8, "equity": 100003.45},
            {"month": "2019-03", "return": 0.0412, "trades": 7, "equity": 104120.37},
            {"month": "2019-04", "return": 0.0371, "trades": 9, "equity": 107983.24},
            {"month": "2019-05", "return": -0.0127, "trades": 4, "equity": 106611.85},
            {"month": "2019-06", "return": 0.0235, "trades": 6, "equity": 109117.23},
            {"month": "2019-07", "return": -0.0304, "trades": 5, "equity": 105800.07},
        ],
    }
)
BESIDE = (
    ("{high} is the bumpier one. Its volatility is {hv}, while {low} swings at {lv}.", "volatility"),
    ("Did {high} beat {low}? Yes: its CAGR was {hc} and that of {low} {lc}.", "cagr"),
    ("Did {low} beat {high}? No: its CAGR was {lc} and that of {high} {hc}.", "cagr"),
    ("You'd have been better off with {high}. It made {hc} a year while {low} made {lc}.", "cagr"),
    ("The gap in CAGR is 4.1 points, in {high}'s favour, with {low} behind.", "cagr"),
    ("{high} minus {low}, CAGR: 4.1 points", "cagr"),
)
_NUMBERS = {
    "volatility": {"alder-trend": "18.7%", "birch-carry": "9.5%"},
    "cagr": {"alder-trend": "12.3%", "birch-carry": "8.2%"},
}


@pytest.mark.parametrize(("answer", "metric"), BESIDE)
@pytest.mark.parametrize("right", [True, False])
def test_verdict_beside_its_numbers(answer, metric, right):
    high, low = ("alder-trend", "birch-carry") if right else ("birch-carry", "alder-trend")
    told = _NUMBERS[metric]
    said = answer.format(high=high, low=low, hv=told[high], lv=told[low], hc=told[high], lc=told[low])
    assert (_refused(_TWO, said) == []) == right


@pytest.mark.parametrize(
    "answer",
    [
        "Overall alder-trend is the better one. Its drawdown is 31.2%, that of birch-carry 18.4%.",
        "alder-trend is ahead on most counts. But its win rate is 54.1%, that of birch-carry 58.3%.",
    ],
)
def test_verdict_on_something_else(answer):
    assert _refused(_TWO, answer) == []


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("cedar-carry outpaced WIDEX, 45.2% against 21.8%.", True),
        ("cedar-carry lagged WIDEX, 45.2% against 21.8%.", False),
        ("cedar-carry beat WIDEX by 23.4 pp.", True),
        ("cedar-carry trailed WIDEX by 23.4 pp.", False),
        ("Winners exceed losers by 14.", True),
        ("Losers exceed winners by 14.", False),
        ("There were 14 more winners than losers.", True),
        ("There were 14 more losers than winners.", False),
    ],
)
def test_differences_are_told_the_right_way_round(answer, right):
    assert (_refused(_RUN_WITH_MARKET, answer) == []) == right


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Between the end of March and the end of June the account gained $4,996.86.", True),
        ("Between the end of March and the end of June the account lost $4,996.86.", False),
        ("Equity rose by $4,996.86 from the end of March to the end of June.", True),
        ("Equity fell by $4,996.86 from the end of March to the end of June.", False),
    ],
)
def test_a_change_between_two_times_ends_at_the_later(answer, right):
    assert (_refused(_MONTHS, answer) == []) == right


_SWEEP = json.dumps(
    {
        "model": "cedar-carry",
        "initial_equity": 50000,
        "sweep": [
            {"fee_bps": 2, "sharpe": 0.84, "cagr": 0.1134, "fees_paid": 2140.12, "final_equity": 91210.55},
            {"fee_bps": 8, "sharpe": 0.61, "cagr": 0.0872, "fees_paid": 8310.47, "final_equity": 78450.2},
        ],
    }
)


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Sharpe slips to 0.61 under a fee of 8 bps per side, having been 0.84 under 2 bps.", True),
        ("Sharpe slips to 0.84 under a fee of 2 bps per side, having been 0.61 under 8 bps.", False),
        ("Going from 2 bps to 8 bps drags the CAGR down, 11.3% → 8.7%.", True),
        ("Going from 8 bps to 2 bps drags the CAGR down, 8.7% → 11.3%.", False),
        ("Paying 2 bps instead of 8 bps a side leaves the Sharpe higher, 0.84 rather than 0.61.", True),
        ("Paying 8 bps instead of 2 bps a side leaves the Sharpe higher, 0.61 rather than 0.84.", False),
        ("The higher fee of 8 bps costs $12,760.35 of final equity compared with 2 bps.", True),
        ("The higher fee of 2 bps costs $12,760.35 of final equity compared with 8 bps.", False),
    ],
)
def test_settings_are_told_the_right_way_round(answer, right):
    assert (_refused(_SWEEP, answer) == []) == right


_ENDS = {
    up: json.dumps(
        {"model": "cedar-carry", "account": {"start_value": 50000, "end_value": 65654.83 if up else 34345.17}}
    )
    for up in (True, False)
}


@pytest.mark.parametrize("grew", [True, False])
@pytest.mark.parametrize(
    ("answer", "gain"),
    [
        ("Your balance is 31.3% larger than what you put in.", True),
        ("Your balance is 31.3% smaller than what you put in.", False),
        ("Closing less opening equity: $15,654.83.", True),
        ("**Net gain:** $15,654.83", True),
        ("**Net loss:** $15,654.83", False),
    ],
)
def test_what_an_account_gained_is_told_as_a_gain(answer, gain, grew):
    assert (_refused(_ENDS[grew], answer) == []) == (gain == grew)


_ONE_LOST = json.dumps(
    {"runs": [{"model": "ash-carry", "total_return": -0.2531}, {"model": "elm-gap", "total_return": 0.8337}]}
)


@pytest.mark.parametrize(
    ("output", "answer", "right"),
    [
        (_TWO, "Both made money: alder-trend returned 89.3%, birch-carry 51.2%.", True),
        (_ONE_LOST, "Both made money: ash-carry returned -25.3%, elm-gap 83.4%.", False),
        (_ONE_LOST, "Neither rewarded its holders: ash-carry returned -25.3%, elm-gap 83.4%.", False),
        (_ONE_LOST, "Both made money at first, but in the end ash-carry returned -25.3%, elm-gap 83.4%.", True),
        (_LOSS, "alder-trend finished the period in the red at -49.3%.", True),
        (_LOSS, "alder-trend finished the period in the black at -49.3%.", False),
        (_LOSS, "It ended -49.3% up.", False),
        (_GAIN, "It ended 89.3% up.", True),
    ],
)
def test_an_outcome_told_of_all_is_that_of_each(output, answer, right):
    assert (_refused(output, answer) == []) == right
