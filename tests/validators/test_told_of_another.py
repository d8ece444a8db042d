"""Right numbers told of something else: of another block of a text, another row, another month, or crosswise."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_BLOCKS = """run: Harbour; ticker: OAK
== strategy Harbour ==
  annual return: 6.1%
  Sharpe: 0.71
== strategy Quay ==
  annual return: 9.4%
  Sharpe: 1.12
"""
_BY_MONTH = """strategy: Harbour; ticker: OAK; year: 2018
== month 2018-04 ==
  return: 2.35%
  trades: 11
== month 2018-05 ==
  return: -1.48%
  trades: 19
"""
_COSTS = """COST REPORT

[Elm Income]
  Return after fees ....... 6.10%
  Dealing costs (bps) ..... 21
  Total costs paid (EUR) .. 411,208

[Rowan Growth]
  Return after fees ....... 8.35%
  Dealing costs (bps) ..... 44
  Total costs paid (EUR) .. 702,955
"""
_ROW = """Elm Income: attribution, 2019

Sleeve    Mean weight  Value (EUR)  Sleeve return  Deals
--------------------------------------------------------
{}"""
_WEIGHTS = json.dumps({"sleeves": [{"sleeve": "bonds", "weight_pct": 41.5}, {"sleeve": "timber", "weight_pct": 17.2}]})
_MONTHS = json.dumps(
    {"model": "harbour", "return_pct": {"2018-04": 2.35, "2018-05": -1.48, "2018-06": 0.62, "2018-07": 3.91}}
)


def _fails(answer: str, *outputs: str) -> bool:
    return not all(number.grounded or number.derivation for number in grounded_numbers(answer, (), outputs))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Sharpe 1.12 for Quay, 0.71 for Harbour.", "Sharpe 1.12 for Quay, 1.12 for Harbour."),
        ("Harbour made 6.1% a year.", "Harbour made 9.4% a year."),
        ("Quay has a Sharpe of 1.12.", "Quay has a Sharpe of 0.71."),
    ],
)  # fmt: skip
def test_blocks_titled_with_key_and_name(right: str, wrong: str) -> None:
    assert not _fails(right, _BLOCKS)
    assert _fails(wrong, _BLOCKS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("In April it returned 2.35% over 11 trades.", "In April it returned -1.48% over 11 trades."),
        ("May 2018 brought -1.48%.", "May 2018 brought 2.35%."),
        ("In May you lost 1.5%.", "In May you made 2.35%."),
    ],
)  # fmt: skip
def test_blocks_titled_with_a_month(right: str, wrong: str) -> None:
    assert not _fails(right, _BY_MONTH)
    assert _fails(wrong, _BY_MONTH)


def test_blocks_of_figures_keep_their_names() -> None:
    assert not _fails("Total costs paid on Elm Income came to EUR 411,208.", _COSTS)
    assert _fails("Total costs paid on Elm Income came to EUR 702,955.", _COSTS)


def test_a_table_of_one_row() -> None:
    rows = (
        "bonds          41.50%    5,203,110          2.45%     12",
        "timber         17.20%    2,160,004         -3.10%      7",
    )
    outputs = [_ROW.format(row) for row in rows]
    assert not _fails("Bonds had a sleeve return of 2.45%.", *outputs)
    assert _fails("Bonds had a sleeve return of -3.10%.", *outputs)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Bonds and timber weigh 41.5% and 17.2% respectively.", "Bonds and timber weigh 17.2% and 41.5% respectively."),
        (
            "Together they come to 58.7% (bonds: 41.5%; timber: 17.2%).",
            "Together they come to 58.7% (bonds: 17.2%; timber: 41.5%).",
        ),
        ("- bonds, 41.5%\n- timber, 17.2%", "- bonds, 17.2%\n- timber, 41.5%"),
    ],
)  # fmt: skip
def test_told_crosswise(right: str, wrong: str) -> None:
    assert not _fails(right, _WEIGHTS)
    assert _fails(wrong, _WEIGHTS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("1. April 2.35%\n2. May -1.48%\n3. June 0.62%", "1. April 2.35%\n2. May -1.48%\n3. June 2.35%"),
        ("In May you lost 1.48%.", "In May you made 2.35%."),
    ],
)  # fmt: skip
def test_months_without_a_year(right: str, wrong: str) -> None:
    assert not _fails(right, _MONTHS)
    assert _fails(wrong, _MONTHS)


_AGAINST = json.dumps(
    {
        "strategy": "harbour",
        "rows": [
            {"month": "2018-04", "return_pct": 2.35, "benchmark_pct": 1.14},
            {"month": "2018-05", "return_pct": -1.48, "benchmark_pct": 0.77},
            {"month": "2018-06", "return_pct": 0.62, "benchmark_pct": -3.25},
        ],
    }
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("April 2.35%, May -1.48%, June 0.62%.", "April 2.35%, May -1.48%, June -3.25%."),
        ("April was the best at 2.35%, and May the worst at -1.48%.", "April was the best at 2.35%, and June the worst at -3.25%."),
        ("In June the index fell 3.25%.", "In June it fell 3.25%."),
        ("Just holding would have made 1.14% in April.", "You made 1.14% in April."),
    ],
)  # fmt: skip
def test_a_benchmark_that_the_answer_does_not_speak_of(right: str, wrong: str) -> None:
    assert not _fails(right, _AGAINST)
    assert _fails(wrong, _AGAINST)
