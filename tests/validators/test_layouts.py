"""Layouts that rules were tuned on stay as well read as they were; docs/validators.md has the figures of the others."""

import pytest

from tests.validators.layouts_benchmark import UNTOUCHED, measure, writers
from validators.measures import Proportion

_MOST = {"clean": 0.02, "wrong_metric": 0.07, "wrong_entity": 0.09, "swapped_runs": 0.09}  # judged wrongly


@pytest.mark.slow
def test_plain_sentences_over_layouts_that_rules_were_tuned_on() -> None:
    found = [measure(writer) for writer in writers() if writer not in UNTOUCHED]
    assert len(found) == 9
    for kind, most in _MOST.items():
        assert _share([each[kind] for each in found]) <= most, kind


def _share(proportions: list[Proportion]) -> float:
    return sum(each.hits for each in proportions) / sum(each.of for each in proportions)
