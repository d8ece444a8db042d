"""Numbers of the folds of a walk-forward run, as tables and logs print them, told of another fold or another side of the split."""

import json

import pytest

from tests.validators.refusing import refuses

_LOG = """INFO wf | fold 1/3 test=2015 train_sharpe=1.35 test_sharpe=1.18 test_ret=-1.99% trades=23
INFO wf | fold 2/3 test=2016 train_sharpe=1.1 test_sharpe=0.58 test_ret=-6.96% trades=83
INFO wf | fold 3/3 test=2017 train_sharpe=1.12 test_sharpe=0.08 test_ret=4.81% trades=43"""
_TABLE = """| fold | test_year | IS_sharpe | OOS_sharpe | OOS_trades |
|---|---|---|---|---|
| 1 | 2015 | 1.35 | 1.18 | 23 |
| 2 | 2016 | 1.10 | 0.58 | 83 |
| 3 | 2017 | 1.12 | 0.08 | 43 |"""
_COLUMNS = """                 In-sample   Out-of-sample
Annual return         6.5%           22.0%
Sharpe ratio          0.33            1.64
Max drawdown        -25.8%          -32.1%"""
_BENCHMARK = """              Fader   60/40 portfolio
CAGR %        18.12              6.17
Sharpe         1.43              0.86"""


@pytest.mark.parametrize("output", [_LOG, _TABLE])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Fold 2 had a test Sharpe of 0.58.", "Fold 3 had a test Sharpe of 0.58."),
        ("In training, fold 1 reached a Sharpe of 1.35.", "In training, fold 1 reached a Sharpe of 1.18."),
        ("In fold 3 the Sharpe went from 1.12 to 0.08.", "In fold 3 the Sharpe went from 1.12 to 0.58."),
        ("The weakest test Sharpe was that of fold 3, 0.08.", "The weakest test Sharpe was that of fold 3, -0.08."),
    ],
)
def test_a_fold_has_its_own_numbers(output: str, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)


def test_a_name_right_behind_the_first_of_two_is_its_own() -> None:
    assert not refuses("The Sharpe ratio improved from 0.33 in-sample to 1.64 once it was live.", _COLUMNS)
    assert refuses("The Sharpe ratio improved from 1.64 in-sample to 0.33 once it was live.", _COLUMNS)


def test_a_run_is_not_the_benchmark_that_its_call_names() -> None:
    call = {"strategy": "Fader", "benchmark": "60/40 portfolio"}
    right = "| | Fader | 60/40 portfolio |\n|---|---|---|\n| Sharpe | 1.43 | 0.86 |"
    wrong = "| | Fader | 60/40 portfolio |\n|---|---|---|\n| Sharpe | 0.86 | 1.43 |"
    assert not refuses(right, _BENCHMARK, call)
    assert refuses(wrong, _BENCHMARK, call)


def test_what_names_its_metric_is_no_aside_behind_a_colon() -> None:
    output = json.dumps({"volatility_pct": 16.58, "max_drawdown_pct": -17.08, "average_drawdown_pct": -2.69})
    assert not refuses("Mind the tail: the worst drawdown, 17.08%, was 6.3 times the average one (2.69%).", output)
    assert refuses("Mind the tail: the worst drawdown, 16.58%, was 6.2 times the average one (2.69%).", output)


_LOGGED = """[INFO] signals generated: 384
[INFO] orders filled: 348  rejected: 36
[INFO] commission paid: 633.06 slippage cost: 4781.71
[INFO] final equity: 389125.0 (total return 55.65%) sharpe=0.86"""
_GAPS = {
    "runs": {"carry": {"cagr_pct": 22.19, "recovery_days": 600}, "drift": {"cagr_pct": 20.42, "recovery_days": 399}}
}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Commission and slippage together come to $5,414.77.", "Commission and slippage together come to $4,148.65."),
        ("Commission cost $633.06, slippage $4,781.71.", "Commission cost $4,781.71, slippage $633.06."),
        ("It filled 90.6% of the signals (348 of 384).", "It filled 9.4% of the signals (348 of 384)."),
    ],
)
def test_a_line_of_a_log_may_tell_two(right: str, wrong: str) -> None:
    assert not refuses(right, _LOGGED)
    assert refuses(wrong, _LOGGED)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("carry wins on CAGR by 1.77 points, 22.19% to 20.42%.", "carry wins on CAGR by 42.61 points, 22.19% to 20.42%."),
        ("carry took 1.5 times as long as drift (600 days against 399).", "carry took 0.7 times as long as drift (600 days against 399)."),
        ("The CAGR gap is 1.77 points (22.19% minus 20.42%).", "The CAGR gap is 2.77 points (22.19% minus 20.42%)."),
    ],
)  # fmt: skip
def test_what_follows_a_result_gives_it(right: str, wrong: str) -> None:
    assert not refuses(right, _GAPS)
    assert refuses(wrong, _GAPS)


_GAINED = {"total_return_pct": 94.05, "benchmark_return_pct": 75.4, "max_drawdown_pct": 38.12}
_TWO = {
    "runs": {"carry": {"cagr_pct": 11.77, "volatility_pct": 5.7}, "drift": {"cagr_pct": 4.74, "volatility_pct": 9.3}}
}


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            _GAINED,
            "Against its benchmark it gained 18.65 points; the drawdown was 38.1%.",
            "Against its benchmark it gained 28.65 points; the drawdown was 38.1%.",
        ),
        (
            _TWO,
            "carry compounds faster: its CAGR is 11.77% where the other manages 4.74%.",
            "carry compounds faster: its CAGR is 11.77% where the other manages 9.3%.",
        ),
        (
            _COLUMNS,
            "The live Sharpe of 1.64 is five times the in-sample 0.33.",
            "The live Sharpe of 0.33 is a fifth of the in-sample 1.64.",
        ),
    ],
)
def test_a_clause_has_its_own_metric_and_run(output: object, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)


_RUN = {"performance": {"cagr": 0.0387}, "risk": {"sharpe": 0.26}, "trading": {"trades": 641}}


def _walked(strategy: str, *folds: tuple[float, float, int]) -> dict[str, object]:
    return {
        "strategy": strategy,
        "folds": [
            {
                "fold": place,
                "in_sample": {"sharpe": sharpe + 1.1},
                "out_of_sample": {"sharpe": sharpe, "return": gain, "trades": trades},
            }
            for place, (sharpe, gain, trades) in enumerate(folds, start=1)
        ],
    }


def test_the_best_of_one_side_is_of_that_side() -> None:
    output = {**_RUN, **_walked("Juniper", (0.58, 0.0209, 33), (0.64, 0.1294, 102), (-0.11, 0.1124, 86))}
    assert not refuses("The best out-of-sample Sharpe came in fold 2, at 0.64 over 102 trades.", output)
    assert refuses("The best out-of-sample Sharpe came in fold 2, at 1.74 over 102 trades.", output)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Fold 2 of Osprey gained 2.0% out of sample, over 28 trades.",
            "Fold 2 of Osprey gained 2.0% out of sample, over 49 trades.",
        ),
        (
            "For Osprey, fold 2 gained 2.0%, over 28 trades. Fold 1 lost 3.2%, over 21.",
            "For Osprey, fold 2 gained 2.0%, over 28 trades. Fold 1 lost 3.2%, over 53.",
        ),
    ],
)
def test_a_fold_is_called_in_the_outputs_of_each_strategy(right: str, wrong: str) -> None:
    output = [
        _walked("Lodestar", (0.83, 0.176, 120), (-0.14, 0.0722, 49), (1.16, -0.0639, 28)),
        _walked("Osprey", (0.4, -0.0319, 21), (-0.27, 0.0199, 28), (1.06, 0.1601, 53)),
    ]
    assert not refuses(right, output)
    assert refuses(wrong, output)
