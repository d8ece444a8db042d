"""Which of several things a number is of where its clause does not name it: each sentence with a right number, and with a wrong one."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_TWO = {
    "results": [
        {"model": "fen-forest", "cagr": 0.1071, "volatility": 0.143, "sharpe": 0.83, "maxDrawdown": -0.1569},
        {"model": "marlow-svm", "cagr": 0.0898, "volatility": 0.191, "sharpe": 0.51, "maxDrawdown": -0.3558},
    ]
}


def refuses(answer: str, output: object) -> bool:
    """Whether a number of the answer is refused."""
    told = output if isinstance(output, str) else json.dumps(output)
    return not all(number.grounded for number in grounded_numbers(answer, ["How did it do?"], [told]))


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("It made 10.7% a year versus 9.0% for marlow-svm, with less volatility ({}).", "14.3% against 19.1%", "19.1% against 14.3%"),
        ("Ours made 10.7% against 9.0% for marlow-svm, and the Sharpe ratio is {}.", "0.83 versus 0.51", "0.51 versus 0.83"),
        ("Ours made 10.7% against 9.0% for marlow-svm, with Sharpe ratios of {}.", "0.83 and 0.51", "0.51 and 0.83"),
        ("10.7% against 9.0% for marlow-svm, with {}.", "14.3% volatility instead of 19.1%", "19.1% volatility instead of 14.3%"),
        ("Compared with the second model (marlow-svm), fen-forest has a Sharpe of {}.", "0.83 instead of 0.51", "0.51 instead of 0.83"),
        ("Against the second model marlow-svm, we see fen-forest ahead, with a Sharpe of {}.", "0.83 vs 0.51", "0.51 vs 0.83"),
        ("marlow-svm lost to fen-forest on Sharpe ({}).", "0.51 vs 0.83", "0.83 vs 0.51"),
        ("fen-forest did better. Its largest drawdown was {}; marlow-svm's was 35.6%.", "15.7%", "35.6%"),
    ],
)  # fmt: skip
def test_sides_of_a_comparison(answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), _TWO) for each in (right, wrong)] == [False, True]


_LEAD = {"results": [*_TWO["results"], {"model": "elm-lasso", "cagr": 0.0712, "sharpe": 0.44}]}


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("- Sharpe **{}** (marlow-svm 0.51)", "0.83", "0.61"),
        ("fen-forest has a Sharpe of 0.83 and that of the other forest is {}.", "0.51", "0.38"),
        ("- CAGR: {} for the forest, 9.0% for marlow-svm", "10.7%", "11.7%"),
        ("The first one brings {} of growth, then marlow-svm with 9.0%.", "10.7%", "7.0%"),
        ("Sharpe ratios: {} for fen-forest, 0.51 for the machine and 0.44 for the lasso.", "0.83", "0.51"),
    ],
)
def test_names_that_have_numbers_of_their_own(answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), _LEAD) for each in (right, wrong)] == [False, True]


_PARTS = {
    "model": "fen-forest", "days": 1461, "trades": 164, "net_pnl": 13236.79,
    "byTicker": {"COST": {"trades": 55, "pnl": 11021.5}, "UNH": {"trades": 109, "pnl": 2215.29}},
    "best": {"week": "2019-03-04", "ret": 0.1127, "pnl": 3910.0},
}  # fmt: skip
_FALLS = {
    "model": "fen-forest",
    "drawdowns": [
        {"depth": -0.1757, "peak": "2004-06-17", "trough": "2005-06-14"},
        {"depth": -0.1254, "peak": "1999-02-01", "trough": "1999-10-04"},
    ],
}
_LOADINGS = {"smb": {"b": 0.184, "t": 4.1}, "hml": {"b": 0.071, "t": 1.4}, "umd": {"b": 0.231, "t": 5.2}}
_INDEXED = {
    "model": "fen-forest", "metrics": {"cagr": 0.1036, "volatility": 0.0788},
    "benchmark": {"name": "^DJI", "metrics": {"cagr": 0.1138, "volatility": 0.1558}},
}  # fmt: skip
_HOLDING = {
    "pairs": [
        {"pair": "V/MA", "avg_days": 5.1},
        {"pair": "HD/LOW", "avg_days": 8.8},
        {"pair": "KO/PEP", "avg_days": 6.4},
    ]
}


@pytest.mark.parametrize(
    ("output", "answer", "right", "wrong"),
    [
        (_PARTS, "COST stands for 55 of the {} trades.", "164", "109"),
        ({"n_obs": 782, "sharpe": 0.32}, "The Sharpe ratio is 0.32. From {} days one cannot learn more.", "782", "728"),
        (_PARTS, "COST made $11,021.50 of the {} total.", "$13,236.79", "$2,215.29"),
        (_PARTS, "In the week of 4 March 2019 there was a profit of {}.", "$3,910", "$11,021.50"),
        (_FALLS, "The deepest falls since 1999:\n\n| Depth | Peak |\n|---|---|\n| {} | 2004-06-17 |", "-17.57%", "-15.57%"),
        (_LOADINGS, "It has a momentum loading of 0.231 and a small-cap loading of {}.", "0.184", "0.071"),
        (_LOADINGS, "UMD, which beats every value-weighted one, has a loading of {}.", "0.231", "0.071"),
        (_INDEXED, "fen-forest made 10.36% a year. The Dow made {}.", "11.38%", "15.58%"),
        (_HOLDING, "Positions of HD/LOW are kept longer than at V/MA: 8.8 days on average versus {}.", "5.1", "6.4"),
    ],
)  # fmt: skip
def test_wholes_and_days_and_other_names(output: object, answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), output) for each in (right, wrong)] == [False, True]


_MONTHS = {
    "model": "fen-forest",
    "monthly": [
        {"month": "2023-02", "ret": -0.0064},
        {"month": "2023-03", "ret": -0.0473},
        {"month": "2023-04", "ret": 0.0212},
    ],
}
_YEARS = {
    "years": [
        {"year": 2020, "ret": 0.612},
        {"year": 2021, "ret": 0.341},
        {"year": 2022, "ret": -0.314},
        {"year": 2023, "ret": 0.418},
    ]
}
_LOG = {"trades": [{"ticker": "SMH", "entry": "2024-03-06", "exit": "2024-03-11", "pnl": -234.24, "qty": 12}]}
_AGE = {
    "half_lives": [
        {"half": "2023-H1", "half_life": 9.7},
        {"half": "2023-H2", "half_life": 10.9},
        {"half": "2024-H2", "half_life": 11.9},
    ]
}
_BOOTSTRAP = {
    "bootstrap": {
        "sharpe": {"p5": 0.4015, "p50": 0.981, "p95": 1.5023},
        "max_drawdown": {"p5": -0.2587, "p50": -0.1544, "p95": -0.0988},
    },
    "realised": {"sharpe": 0.9754, "max_drawdown": -0.1007},
}
_CAPS = {
    "caps": [
        {"cap": 1, "ret": 0.0648, "max_dd": -0.0961},
        {"cap": 2, "ret": 0.0957, "max_dd": -0.1407},
        {"cap": 3, "ret": 0.1124, "max_dd": -0.1683},
    ]
}
_LEVERED = {
    "runs": [{"leverage": 1.0, "sharpe": 0.68, "cagr": 0.1106}, {"leverage": 1.3, "sharpe": 0.61, "cagr": 0.1372}]
}
_DAYS = {"average_day_pct": 0.033, "worst_day_pct": -0.466, "sharpe": 1.1}
_PAIRS = {
    "pairs": [
        {"pair": "KO/PEP", "avg_pnl_bps": 18.4, "win_rate": 0.662},
        {"pair": "V/MA", "avg_pnl_bps": 12.7, "win_rate": 0.614},
    ]
}


@pytest.mark.parametrize(
    ("output", "answer", "right", "wrong"),
    [
        (_MONTHS, "Two losing months came in a row, February and March 2023 ({} and -4.73%).", "-0.64%", "2.12%"),
        (_LOG, "1. SMH, {} to 11 March: -$234.24", "6", "5"),
        (_YEARS, "Without 2022 the other years are {}, +34.1% and +41.8%.", "+61.2%", "+62.1%"),
        (_YEARS, "2022 was the bad one with -31.4%. 2023 nearly made up for it: after {} it brought 41.8%.", "-31.4%", "34.1%"),
        (_AGE, "The half-life crept up from 9.7 days in early 2023 to {} now.", "11.9", "12.9"),
        (_BOOTSTRAP, "| Percentile | Sharpe |\n|---|---|\n| 5th | {} |\n| 50th | 0.98 |", "0.40", "0.60"),
        (_BOOTSTRAP, "| Percentile | Max drawdown |\n|---|---|\n| 5th | {} |\n| 50th | -15.44% |", "-25.87%", "-9.88%"),
        (_CAPS, "A 3x cap has a drawdown of 16.83%. If the {} drawdown is too much, 2x is calmer.", "16.83%", "9.61%"),
        (_LEVERED, "The Sharpe ratio is {} unlevered and 0.61 at 1.3x.", "0.68", "0.61"),
        (_DAYS, "Set against the average day of {} that is a lot.", "0.033%", "0.063%"),
        (_PAIRS, "| Pair | Avg bps | Win % |\n|---|---|---|\n| KO/PEP | {} | 66.2 |\n| V/MA | 12.7 | 61.4 |", "18.4", "12.7"),
    ],
)  # fmt: skip
def test_times_and_records_told_in_other_ways(output: object, answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), output) for each in (right, wrong)] == [False, True]


_THREE_FALLS = {
    "drawdowns": [
        {"depth": -0.2171, "peak": "2019-05-30", "trough": "2021-05-24", "days_up": 90},
        {"depth": -0.152, "peak": "2013-10-23", "trough": "2014-10-16", "days_up": 138},
        {"depth": -0.0868, "peak": "2012-05-17", "trough": "2013-05-31", "days_up": 126},
    ]
}
_FUNDS = ["XLV", "XLI", "XLV", "XLI", "XLI", "XLK"]
_FILE = "id,fund,net_usd\n" + "".join(f"{place},{fund},{place * 11.5}\n" for place, fund in enumerate(_FUNDS, 1))


@pytest.mark.parametrize(
    ("output", "answer", "right", "wrong"),
    [
        (_THREE_FALLS, "Of the falls the second took 138 days from its low in October 2014, and the third (-8.68%) took {}.", "126", "90"),
        (_FILE, "| Fund | Trades |\n|---|---|\n| XLV | {} |\n| XLI | 3 |", "2", "4"),
    ],
)  # fmt: skip
def test_records_told_by_their_place_or_counted(output: object, answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), output) for each in (right, wrong)] == [False, True]


_SLUGS = {"results": [
    {"model": "quarry-trend", "worstDay": -0.0195, "bestDay": 0.0227, "volatility": 0.1015, "losingStreak": 12},
    {"model": "lodestar-xsec", "worstDay": -0.0345, "bestDay": 0.0381, "volatility": 0.138, "losingStreak": 8},
]}  # fmt: skip
_FACTORS = {"beta": {"DAX": 0.04, "CAC 40": 0.07}}
_GRID = [
    {"x1.0": {"cagr": 0.0782}, "x1.5": {"cagr": 0.0941}},
    {"results": [{"fee_bps": 0, "cagr": 0.0865}, {"fee_bps": 10, "cagr": 0.0571}]},
]
_R2 = {"oosR2Percent": {"SMB": -0.84, "HML": 1.92}}
_SLIDES = {"drawdowns": [
    {"depth": -0.2236, "peak": "2019-07-22", "trough": "2020-08-07", "days_down": 382, "days_to_recover": 686},
    {"depth": -0.1955, "peak": "2012-06-27", "trough": "2014-01-29", "days_down": 581, "days_to_recover": 463},
]}  # fmt: skip


@pytest.mark.parametrize(
    ("output", "answer", "right", "wrong"),
    [
        (_SLUGS, "quarry-trend had 12 losers in a row, lodestar {}.", "8", "9"),
        (_SLUGS, "On days: quarry's worst day was {}, lodestar-xsec's -3.45%.", "-1.95%", "-3.45%"),
        (_SLUGS, "By volatility quarry {}, lodestar 13.80%.", "10.15%", "13.80%"),
        (_FACTORS, "Beta is 0.04 to the DAX and {} to the CAC 40.", "0.07", "0.09"),
        (_GRID[0], "Unlevered it makes {} a year, and 9.41% at 1.5x.", "7.82%", "9.41%"),
        (_GRID[1], "The CAGR at 10 bps is 5.71%, at zero {}.", "8.65%", "5.71%"),
        (_R2, "Out-of-sample R2 is positive for HML (1.92%). For SMB it is {}.", "-0.84%", "-0.48%"),
        (_SLIDES, "Of the two drawdowns the second was the slowest slide, {} days from peak to trough.", "581", "382"),
    ],
)  # fmt: skip
def test_names_and_settings_in_short(output: object, answer: str, right: str, wrong: str) -> None:
    assert [refuses(answer.format(each), output) for each in (right, wrong)] == [False, True]
