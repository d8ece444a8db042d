"""A percentile told is the one that the tools returned of the sample; right and wrong sentences side by side."""

import pytest

from validators.grounding.review import grounded_numbers

SAMPLE = """count    412
mean     0.184
std      1.377
min      -3.92
25%      -0.61
50%      0.27
75%      0.98
max      4.45
Name: day_ret_pct, dtype: float64"""
SPREAD = '{"run": "brook", "paths": 500, "final_return": {"p5": -0.118, "p25": 0.021, "p50": 0.094, "p75": 0.163, "p95": 0.287}}'

RIGHT = [
    (SAMPLE, "Mean 0.184%, sd 1.377%, median 0.27%, range -3.92% to 4.45%."),
    (SAMPLE, "The median day made 0.27%, and the middle half lies between -0.61% and 0.98%."),
    (SAMPLE, "The quartiles are -0.61% (lower) and 0.98% (upper)."),
    (SAMPLE, "The lower quartile is -0.61%; 0.98% is the upper one."),
    (SPREAD, "In the 5th percentile it lost 11.8%, in the 95th percentile it made 28.7%."),
    (SPREAD, "The median path returned 9.4%."),
    (SPREAD, "p25 2.1%, p75 16.3%."),
]
WRONG = [
    (SAMPLE, "Mean 0.184%, sd 1.377%, median -0.61%, range -3.92% to 4.45%."),
    (SAMPLE, "The median day made 0.98%."),
    (SAMPLE, "The quartiles are 0.98% (lower) and -0.61% (upper)."),
    (SAMPLE, "The upper quartile is 0.27%."),
    (SAMPLE, "Its 25th percentile was -3.92%."),
    (SPREAD, "The median path returned 16.3%."),
    (SPREAD, "The 75th percentile is 9.4%."),
]


@pytest.mark.parametrize(("output", "answer"), RIGHT)
def test_the_percentile_of_the_tools_passes(output: str, answer: str) -> None:
    assert not [
        n
        for n in grounded_numbers(answer, ["How was it spread?"], [output], [{}])
        if not n.grounded and n.derivation is None
    ]


@pytest.mark.parametrize(("output", "answer"), WRONG)
def test_another_percentile_fails(output: str, answer: str) -> None:
    assert [
        n
        for n in grounded_numbers(answer, ["How was it spread?"], [output], [{}])
        if not n.grounded and n.derivation is None
    ]
