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
