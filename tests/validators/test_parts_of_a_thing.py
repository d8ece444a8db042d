"""Numbers of parts of a run: before its costs and after them, at a trade's entry and exit, at each step of a grid."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason

_STAGES = json.dumps(
    {
        "runs": [
            {
                "run": name,
                "stages": {
                    "gross_of_costs": {"yearly": {"cagr": gross, "vol": vol}, "ratios": {"sharpe": before}},
                    "net_of_costs": {"yearly": {"cagr": net, "vol": vol + 0.004}, "ratios": {"sharpe": after}},
                },
                "activity": {"trades": trades},
            }
            for name, gross, net, vol, before, after, trades in (
                ("heron-9", 0.1512, 0.1173, 0.1431, 1.06, 0.8, 412),
                ("wagtail", 0.0933, 0.0671, 0.0882, 1.05, 0.73, 655),
            )
        ]
    }
)
_TRIPS = json.dumps(
    {
        "trips": [
            {
                "sym": "NKE",
                "open": {"date": "2021-03-02", "px": 133.2, "qty": 300},
                "close": {"date": "2021-04-19", "px": 141.05},
                "held_days": 48,
                "pnl": {"usd": 2355.0},
            },
            {
                "sym": "SAP",
                "open": {"date": "2021-05-11", "px": 118.44, "qty": 150},
                "close": {"date": "2021-06-01", "px": 109.9},
                "held_days": 21,
                "pnl": {"usd": -1281.0},
            },
        ]
    }
)
_GRID = json.dumps(
    {
        "run": "heron-9",
        "grid": {
            f"fee_bps={fee}": {f"slippage_bps={slip}": {"cagr": cagr, "sharpe": sharpe} for slip, cagr, sharpe in row}
            for fee, row in {
                2: ((0, 0.1512, 1.06), (4, 0.1377, 0.97), (8, 0.1241, 0.88)),
                8: ((0, 0.1304, 0.92), (4, 0.1169, 0.83), (8, 0.1033, 0.74)),
            }.items()
        },
    }
)
_QUARTERS = """\
Finch on SAP, 2021
Quarter  Made or lost  Trades
Q1       $1,204        14
Q2       -$655         22
Q3       $1,877        19
"""
_TRADING = json.dumps({"model": "finch", "profit_usd": 4120, "avg_win_usd": 212, "avg_loss_usd": -147, "trades": 90})
_SHOCKS = json.dumps({"shocks": {"rates +50bp": {"pnl_usd": -41200}, "oil up": {"pnl_usd": 18300}}})


def _reasons(answer: str, output: str) -> list[Reason]:
    numbers = grounded_numbers(answer, ["How did it go?"], [output])
    return [each.reason for each in numbers if each.reason and each.reason is not Reason.DERIVED_NUMBER]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Net of costs, by Sharpe:\n\n1. heron-9 (0.80)\n2. wagtail (0.73)",
            "Net of costs, by Sharpe:\n\n1. heron-9 (0.80)\n2. wagtail (0.80)",
        ),
        (
            "| run | CAGR | vol |\n|---|---|---|\n| heron-9 | 11.7% | 14.7% |\n| wagtail | 6.7% | 9.2% |\n\nAll net of costs.",
            "| run | CAGR | vol |\n|---|---|---|\n| heron-9 | 6.7% | 14.7% |\n| wagtail | 11.7% | 9.2% |\n\nAll net of costs.",
        ),
    ],
)
def test_stages_of_runs(right: str, wrong: str) -> None:
    assert not _reasons(right, _STAGES)
    assert _reasons(wrong, _STAGES)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("NKE was bought at $133.20 and sold at $141.05.", "NKE was bought at $141.05 and sold at $133.20."),
        ("SAP: in at 118.44, out at 109.90.", "SAP: in at 109.90, out at 118.44."),
        ("The entry price of NKE was $133.20.", "The entry price of NKE was $141.05."),
        ("NKE: 300 shares, 48 days, $2,355.00.", "NKE: 300 shares, 21 days, $2,355.00."),
    ],
)
def test_sides_of_a_trade(right: str, wrong: str) -> None:
    assert not _reasons(right, _TRIPS)
    assert _reasons(wrong, _TRIPS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "With the fee at 2 bps the Sharpe slides from 1.06 (0 bps of slippage) through 0.97 (4 bps) to 0.88 (8 bps).",
            "With the fee at 2 bps the Sharpe slides from 1.06 (0 bps of slippage) through 0.92 (4 bps) to 0.88 (8 bps).",
        ),
        (
            "At 4 bps of slippage an 8 bps fee leaves a CAGR of 11.7%. But at 8 bps the same fee leaves just 10.3%.",
            "At 4 bps of slippage an 8 bps fee leaves a CAGR of 13.8%. But at 8 bps the same fee leaves just 10.3%.",
        ),
    ],
)
def test_steps_of_a_grid_of_two_settings(right: str, wrong: str) -> None:
    assert not _reasons(right, _GRID)
    assert _reasons(wrong, _GRID)


def test_a_setting_named_beside_binds_no_result() -> None:
    answer = "Raising only the fee takes the CAGR to 13.04%; raising only the slippage takes it to 13.77%."
    assert not _reasons(answer, _GRID)


@pytest.mark.parametrize("told", ["The first quarter made $1,204, on 14 trades.", "Q2 lost $655."])
def test_a_column_of_what_was_made_or_lost_is_profit(told: str) -> None:
    assert not _reasons(told, _QUARTERS)
    assert _reasons(told.replace("1,204", "1,240").replace("655", "566"), _QUARTERS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "When it was right it typically pocketed $212; when it was wrong it gave up $147.",
            "When it was right it typically pocketed $147; when it was wrong it gave up $212.",
        ),
        ("On average a good trade brought in $212.", "On average a good trade brought in $147."),
        ("Winners averaged $212 against $147 for losers.", "Winners averaged $147 against $212 for losers."),
    ],
)
def test_what_a_trade_usually_made_or_cost(right: str, wrong: str) -> None:
    assert not _reasons(right, _TRADING)
    assert _reasons(wrong, _TRADING)


def test_a_figure_in_a_name_is_no_claim() -> None:
    assert not _reasons("Worst first: rates +50bp (-$41,200), oil up ($18,300).", _SHOCKS)
