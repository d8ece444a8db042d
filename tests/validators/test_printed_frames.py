"""What data frames, correlations and fitted models hold, as interpreters print them."""

import pytest

from tests.validators.refusing import refuses
from validators.grounding.tools.layouts.output import decode

_TRADES = """  ticker      entry       exit      pnl     ret duration
0   AAPL 2022-01-03 2022-02-04   412.50  0.0412  32 days
1   MSFT 2022-02-07 2022-04-08  -188.20 -0.0188  60 days
2   NVDA 2022-04-11 2022-06-03  1034.75  0.1035  53 days"""
_LEVELS = """         SPY             EFA
      return     vol  return     vol
2021  0.0619  0.2085  0.0833  0.0407
2022 -0.0432  0.1764  0.1468  0.0501"""
_DESCRIBED = """             AAPL        MSFT
count  520.000000  520.000000
mean    -0.000223   -0.000115
std      0.011987    0.009819
min     -0.033235   -0.032114
50%     -0.000560   -0.000148
max      0.036459    0.027423"""
_YEARLY = """                AAPL      MSFT       TLT
2021-12-31 -0.344600 -0.092280  0.012659
2022-12-31  0.309187  0.012259  0.056270"""
_CORRELATIONS = """       AAPL   MSFT    TLT
AAPL  1.000  0.642 -0.110
MSFT  0.642  1.000 -0.216
TLT  -0.110 -0.216  1.000"""
_FIT = """                            OLS Regression Results
==============================================================================
Dep. Variable:          excess_return   R-squared:                       0.821
No. Observations:                 520   AIC:                            -4088.
==============================================================================
                 coef    std err          t      P>|t|      [0.025      0.975]
------------------------------------------------------------------------------
const          0.0002      0.000      1.060      0.290      -0.000       0.001
Mkt-RF         0.9580      0.020     47.030      0.000       0.918       0.998
HML           -0.3876      0.035    -11.129      0.000      -0.456      -0.319
==============================================================================
Omnibus:                        0.116   Durbin-Watson:                   1.998

Notes:
[1] Standard Errors assume that the covariance matrix of the errors is correctly specified."""


def test_columns_end_where_their_titles_do() -> None:
    first, *_ = decode(_TRADES)
    assert first == {
        "ticker": "AAPL",
        "entry": "2022-01-03",
        "exit": "2022-02-04",
        "pnl": "412.50",
        "ret": "0.0412",
        "duration": "32 days",
    }
    assert decode(_LEVELS)[1] == {
        "year": "2022",
        "SPY": {"return": "-0.0432", "vol": "0.1764"},
        "EFA": {"return": "0.1468", "vol": "0.0501"},
    }


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (_TRADES, "The AAPL trade lasted 32 days.", "The AAPL trade lasted 53 days."),
        (_LEVELS, "In 2022 SPY lost 4.3% and EFA gained 14.7%.", "In 2022 SPY lost 4.3% and EFA gained 8.3%."),
        (_DESCRIBED, "The standard deviation of MSFT is 0.98%.", "The standard deviation of MSFT is 1.20%."),
        (_DESCRIBED, "There are 520 observations.", "There are 50 observations."),
        (_YEARLY, "MSFT fell by 9.2% in 2021.", "MSFT fell by 34.5% in 2021."),
        (_YEARLY, "TLT returned 1.3% in 2021 and 5.6% in 2022.", "TLT returned 1.3% in 2021 and 30.9% in 2022."),
        (_CORRELATIONS, "AAPL and MSFT correlate at 0.64.", "AAPL and MSFT correlate at -0.11."),
        (
            _CORRELATIONS,
            "The correlation between MSFT and TLT is -0.216.",
            "The correlation between MSFT and TLT is -0.110.",
        ),
        (_FIT, "The market beta is 0.958.", "The market beta is 47.030."),
        (_FIT, "The t-statistic of HML is -11.1.", "The t-statistic of HML is 47.0."),
        (_FIT, "The R-squared is 0.82.", "The R-squared is 0.96."),
        (_FIT, "The alpha of 0.0002 isn't significant at the 5% level.", "The alpha of 0.0380 isn't significant."),
    ],
)
def test_printed_numbers_are_of_their_rows_and_columns(output: str, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)
