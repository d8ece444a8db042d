"""Whole conversations that rules were tuned on stay as well read as they were; docs/validators.md has the figures of the others."""

from pathlib import Path

import pytest

from tests.validators.conversations_benchmark import measure

SETS = Path(__file__).resolve().parents[2] / "data" / "conversations"


@pytest.mark.parametrize(
    ("name", "check", "most_alarms", "least_found"),
    [
        ("first", "grounding", 3, 8),
        ("first", "methodology", 1, 12),
        ("second", "grounding", 1, 12),
        ("second", "methodology", 0, 12),
    ],
)
def test_right_answers_pass_and_planted_faults_are_found(
    name: str, check: str, most_alarms: int, least_found: int
) -> None:
    outcome = measure(SETS / name)[check]
    assert outcome.right == 68
    assert outcome.faults == 12
    assert outcome.alarms <= most_alarms
    assert outcome.found >= least_found
