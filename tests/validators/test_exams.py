"""Exams that rules were tuned on stay as well judged as they were; docs/validators.md has their figures when nobody had read them."""

import pytest

from tests.validators.exams_benchmark import judged


@pytest.mark.parametrize(
    ("name", "check", "most_refused", "most_let_by"),
    [
        ("first", "grounding", 4, 14),
        ("first", "methodology", 2, 2),
        ("third", "grounding", 6, 15),
        ("fifth", "grounding", 7, 23),
        ("sixth", "methodology", 2, 3),
    ],
)
def test_right_answers_pass_and_faults_are_found(name: str, check: str, most_refused: int, most_let_by: int) -> None:
    cases = [each for each in judged(name) if each.case.check == check]
    assert len(cases) == 600
    assert sum(each.wrongly for each in cases if each.case.right) <= most_refused
    assert sum(each.wrongly for each in cases if not each.case.right) <= most_let_by
