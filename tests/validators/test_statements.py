"""Single statements that rules were tuned on stay as well read as they were; docs/validators.md has the figures of the others."""

import pytest

from tests.validators.statements_benchmark import measure_directions, measure_methods, measure_numbers


def _share(refused: list[bool]) -> float:
    return sum(refused) / len(refused)


@pytest.mark.slow
def test_methods_told_right_pass_and_those_told_wrong_do_not() -> None:
    refused = measure_methods()
    assert len(refused["tuned", "right"]) == 1_968
    assert len(refused["tuned", "wrong"]) == 1_972
    assert _share(refused["tuned", "right"]) <= 0.035
    assert _share(refused["tuned", "wrong"]) >= 0.81


@pytest.mark.slow
def test_numbers_of_another_metric_or_record_are_refused() -> None:
    refused = measure_numbers()
    assert _share(refused["tuned", "right"]) <= 0.06
    assert _share(refused["tuned", "right, worked out"]) <= 0.25
    assert _share(refused["tuned", "wrong metric"]) >= 0.86
    assert _share(refused["tuned", "wrong record"]) >= 0.91
    assert _share(refused["tuned", "off"]) >= 0.95
    assert _share(refused["tuned", "worked out, off"]) >= 0.9


@pytest.mark.slow
def test_directions_turned_round_are_refused() -> None:
    refused = measure_directions()
    assert _share(refused["tuned", "right"]) <= 0.16
    assert _share(refused["tuned", "wrong"]) >= 0.57
