"""A metric of a thing is told once in a sentence: a second number of it is of something else."""

import json

import pytest

from validators.grounding.review import grounded_numbers

_YEARS = json.dumps({"columns": ["heron", "sxxp"], "2022": [-7.4, -10.6], "2023": [10.9, 15.8]})
_PAIRS = json.dumps(
    {"pairs": [{"pair": "V/MA", "avg_days": 5.1, "trades": 102}, {"pair": "HD/LOW", "avg_days": 8.8, "trades": 79}]}
)


def _refused(answer: str, output: str) -> list[str]:
    return [each.text for each in grounded_numbers(answer, ["How did it do?"], [output]) if not each.grounded]


@pytest.mark.parametrize(
    ("output", "answer"),
    [
        (_YEARS, "In 2022 Heron lost 7.4% while the STOXX 600 lost 10.6%."),
        (_YEARS, "In 2023 Heron made 10.9%, the market 15.8%."),
        (_PAIRS, "HD/LOW: trades last longer, 8.8 days on average versus 5.1."),
    ],
)
def test_a_number_beside_what_its_name_has_is_of_something_unnamed(output: str, answer: str) -> None:
    assert _refused(answer, output) == []


@pytest.mark.parametrize(
    ("output", "answer", "wrong"),
    [
        (_YEARS, "In 2022 Heron lost 10.6%.", ["10.6%"]),
        (_YEARS, "In 2022 Heron lost 10.6% while the STOXX 600 lost 7.4%.", ["10.6%"]),
        (_PAIRS, "HD/LOW trades last 5.1 days on average.", ["5.1"]),
    ],
)
def test_a_number_in_place_of_what_its_name_has_is_wrong(output: str, answer: str, wrong: list[str]) -> None:
    assert _refused(answer, output) == wrong
