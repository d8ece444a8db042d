"""Whole conversations that rules were tuned on stay as well read as they were; docs/validators.md has the figures of the others."""

from pathlib import Path

import pytest

from tests.validators.conversations_benchmark import measure

SETS = Path(__file__).resolve().parents[2] / "data" / "conversations"


@pytest.mark.parametrize(
    ("name", "check", "right", "most_alarms", "faults", "least_found"),
    [
        ("first", "grounding", 68, 3, 12, 8),
        ("first", "methodology", 68, 1, 12, 12),
        ("second", "grounding", 68, 1, 12, 12),
        ("second", "methodology", 68, 0, 12, 12),
        ("fourth", "grounding", 80, 12, 20, 17),
        ("fourth", "methodology", 84, 0, 16, 16),
        ("seventh", "grounding", 78, 13, 22, 20),
        ("seventh", "methodology", 82, 5, 18, 14),
    ],
)
def test_right_answers_pass_and_planted_faults_are_found(
    name: str, check: str, right: int, most_alarms: int, faults: int, least_found: int
) -> None:
    outcome = measure(SETS / name)[check]
    assert (outcome.right, outcome.faults) == (right, faults)
    assert outcome.alarms <= most_alarms
    assert outcome.found >= least_found
