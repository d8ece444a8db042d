"""Single statements that rules were tuned on stay as well read as they were; docs/validators.md has the figures of the others."""

import pytest

from tests.validators.statements_benchmark import measure_methods, measure_numbers


def test_methods_told_right_pass_and_those_told_wrong_do_not() -> None:
    refused = measure_methods()
    assert len(refused["tuned", "right"]) == len(refused["tuned", "wrong"]) == 200
    assert sum(refused["tuned", "right"]) <= 5
    assert sum(refused["tuned", "wrong"]) >= 194


@pytest.mark.slow
def test_numbers_of_another_metric_or_strategy_are_refused() -> None:
    refused = {kind: (sum(each), len(each)) for (part, kind), each in measure_numbers().items() if part == "tuned"}
    assert refused["right"][0] <= 0.06 * refused["right"][1]
    assert refused["wrong metric"][0] >= 0.82 * refused["wrong metric"][1]
    assert refused["wrong strategy"][0] >= 0.91 * refused["wrong strategy"][1]
    assert refused["off"][0] >= 0.95 * refused["off"][1]
