"""Black, Scholes and Merton's price of a European put, in closed form."""

import math

from scipy.special import ndtr


def put_price(
    spot: float, strike: float, *, volatility: float, years: float, rate: float = 0.0, dividend_yield: float = 0.0
) -> float:
    """The put's worth in the unit of `spot`. `volatility`, `rate` and `dividend_yield` a year, rates continuous.

    `years` 0: what it pays now. Merton, "Theory of rational option pricing" (1973).
    """
    if years <= 0.0:
        return max(strike - spot, 0.0)
    deviation = volatility * math.sqrt(years)
    d1 = (math.log(spot / strike) + (rate - dividend_yield) * years) / deviation + deviation / 2
    discounted_strike = strike * math.exp(-rate * years)
    return float(discounted_strike * ndtr(deviation - d1) - spot * math.exp(-dividend_yield * years) * ndtr(-d1))
