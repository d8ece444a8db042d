"""Things listed in an order, held to the numbers of what they are said to be ordered by."""

from json import dumps

import pytest

from validators.grounding.review import grounded_numbers

_FUNDS = dumps(
    {
        "funds": [
            {"fund": "Amber Growth", "net_return": 0.091, "volatility": 0.142, "fees_paid": 410},
            {"fund": "Birch Value", "net_return": 0.124, "volatility": 0.118, "fees_paid": 735},
            {"fund": "Cedar Income", "net_return": 0.037, "volatility": 0.061, "fees_paid": 221},
        ]
    }
)
_YEARS = dumps(
    {
        "years": [
            {"year": 2017, "strategy_return": 0.061, "benchmark_return": 0.112},
            {"year": 2018, "strategy_return": -0.084, "benchmark_return": 0.014},
            {"year": 2019, "strategy_return": 0.173, "benchmark_return": 0.089},
        ]
    }
)


def _is_refused(answer: str, output: str, question: str = "How do they rank on net return?") -> bool:
    return any(each.reason for each in grounded_numbers(answer, [question], [output], [{}]))


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (
            _FUNDS,
            "From best to worst:\n1. Birch Value\n2. Amber Growth\n3. Cedar Income",
            "From best to worst:\n1. Amber Growth\n2. Birch Value\n3. Cedar Income",
        ),
        (
            _FUNDS,
            "Ranked by net return: Birch Value, Amber Growth and Cedar Income.",
            "Ranked by net return: Birch Value, Cedar Income and Amber Growth.",
        ),
        (
            _FUNDS,
            "By volatility, lowest first, it is Cedar Income, then Birch Value, then Amber Growth.",
            "By volatility, lowest first, it is Cedar Income, then Amber Growth, then Birch Value.",
        ),
        (
            _FUNDS,
            "From cheapest to dearest: Cedar Income ($221), Amber Growth ($410), Birch Value ($735).",
            "From calmest to wildest: Cedar Income, Amber Growth, Birch Value, and that settles it.",
        ),
        (
            _YEARS,
            "In order of the benchmark's return, best first: 2017, 2019, 2018.",
            "In order of the benchmark's return, best first: 2018, 2019, 2017.",
        ),
    ],
)
def test_a_list_said_to_be_in_order(output: str, right: str, wrong: str) -> None:
    assert not _is_refused(right, output)
    assert _is_refused(wrong, output)


@pytest.mark.parametrize(
    "right",
    [
        "Sorted by name: Amber Growth, Birch Value, Cedar Income.",
        "In alphabetical order: Amber Growth, Birch Value, Cedar Income.",
        "From the highest net return to the lowest: Birch Value, Amber Growth, Cedar Income.",
        "Ranked by net return, worst first: Cedar Income, Amber Growth, Birch Value.",
        "The tools list Amber Growth first, then Birch Value and Cedar Income.",
    ],
)
def test_other_lists(right: str) -> None:
    assert not _is_refused(right, _FUNDS)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Of Amber Growth and Cedar Income I lean to Amber Growth, which has the better net return.",
            "Of Amber Growth and Cedar Income I lean to Cedar Income, which has the better net return.",
        ),
        (
            "Look at Cedar Income rather than at Birch Value, whose volatility is the higher one.",
            "Look at Birch Value rather than at Cedar Income, whose volatility is the higher one.",
        ),
    ],
)
def test_what_a_relative_clause_says_is_of_the_name_before_it(right: str, wrong: str) -> None:
    assert not _is_refused(right, _FUNDS)
    assert _is_refused(wrong, _FUNDS)
