"""What is told item by item adds up, and each item is a share of the whole; what is first is first by the metric that is named."""

import pytest

from tests.validators.refusing import refuses

COSTS = {"commissions": 6218.04, "slippage": 7888.62, "borrow_fees": 1793.42, "market_impact": 17424.32}
LAYOUTS = {
    "keyed": {"strategy": "Ibis", "cost_breakdown_usd": COSTS},
    "records": {"costs": [{"item": item.replace("_", " "), "amount_usd": amount} for item, amount in COSTS.items()]},
    "rows": {"columns": ["item", "usd"], "data": [[item.replace("_", " "), amount] for item, amount in COSTS.items()]},
    "text": "item | amount_usd\n-----+-----------\n"
    + "\n".join(f"{item} | {amount}" for item, amount in COSTS.items()),
}


@pytest.mark.parametrize("output", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Everything together adds up to $33,324.", "Everything together adds up to $31,324."),
        ("Market impact is 52% of the total cost.", "Market impact is 42% of the total cost."),
        ("About 5% of all costs come from borrow fees.", "About 9% of all costs come from borrow fees."),
        ("Slippage cost $7,888.62.", "Slippage cost $6,218.04."),
    ],
)
def test_costs_add_up(output: object, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)


RUNS = {
    "Ibis": {"n_trades": 219, "annual_turnover_x": 16.88, "sharpe": 0.9},
    "Rook": {"n_trades": 769, "annual_turnover_x": 7.24, "sharpe": 1.4},
    "Swift": {"n_trades": 765, "annual_turnover_x": 1.37, "sharpe": 0.2},
}


def test_first_by_the_metric_that_is_named() -> None:
    assert not refuses("Ibis is the busiest by turnover (16.9x a year).", RUNS)
    assert refuses("Rook is the busiest by turnover (7.2x a year).", RUNS)
    assert not refuses("I compared 3 strategies.", RUNS)
    assert refuses("I compared 5 strategies.", RUNS)


def test_lowest_after_a_peak() -> None:
    years = {"ann_vol": {"2014": 0.25137, "2015": 0.11268, "2016": 0.28963, "2017": 0.10074}}
    assert not refuses("Volatility peaked in 2016 at 28.96% and was lowest in 2017 at 10.07%.", years)
    assert refuses("Volatility peaked in 2016 at 28.96% and was highest in 2015 at 11.27%.", years)


def test_plus_before_a_cost_is_no_sign() -> None:
    items = {"bps_per_year": {"commissions": 56.8, "slippage": 91.6, "borrow_fees": 132.1, "market_impact": 101.1}}
    told = "Combined they drag 157.9 bps a year (56.8 bps from commissions plus {} bps from market impact)."
    assert not refuses(told.format("101.1"), items)
    assert refuses(told.format("91.6"), items)
