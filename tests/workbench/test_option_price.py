import itertools
import math

import numpy as np
import polars as pl
import pytest
import QuantLib as ql

from data.market.series import closes
from workbench.option_price import put_price
from workbench.strategies.put_write import IMPLIED_OVER_REALISED, implied_volatility

CASES = list(
    itertools.product((60.0, 95.0, 100.0, 140.0), (0.05, 0.2, 0.9), (1 / 365, 28 / 365, 2.0), (0.0, 0.04), (0.0, 0.02))
)


@pytest.mark.parametrize(("spot", "volatility", "years", "rate", "dividend_yield"), CASES)
def test_put_price_is_quantlib_s(
    spot: float, volatility: float, years: float, rate: float, dividend_yield: float
) -> None:
    strike = 100.0
    payoff = ql.PlainVanillaPayoff(ql.Option.Put, strike)
    forward = spot * math.exp((rate - dividend_yield) * years)
    oracle = ql.BlackCalculator(payoff, forward, volatility * math.sqrt(years), math.exp(-rate * years)).value()
    ours = put_price(spot, strike, volatility=volatility, years=years, rate=rate, dividend_yield=dividend_yield)
    assert ours == pytest.approx(oracle, rel=1e-12, abs=1e-12)


def test_a_put_at_expiry_pays_what_it_is_in_the_money() -> None:
    assert put_price(90.0, 100.0, volatility=0.2, years=0.0) == 10.0
    assert put_price(110.0, 100.0, volatility=0.2, years=0.0) == 0.0


def test_implied_volatility_averages_vix_less_two_points() -> None:
    """What the document says of the factor 1.10: S&P 500, 2014 to 2018."""
    index = closes("SPX")
    priced = index.with_columns(implied=pl.Series(implied_volatility(index["close"].to_numpy())))
    days = priced.join(closes("VIX"), on="date", suffix="_vix").filter(pl.col("date").dt.year() <= 2018)
    assert len(days) > 1200
    ratio = float((days["close_vix"].mean() - 2) / 100 / days["implied"].mean()) * IMPLIED_OVER_REALISED
    assert round(ratio, 2) == IMPLIED_OVER_REALISED


def test_implied_volatility_has_a_floor_and_a_start() -> None:
    volatility = implied_volatility(np.full(30, 10.0))
    assert np.isnan(volatility[:21]).all()
    assert (volatility[21:] == 0.05).all()
