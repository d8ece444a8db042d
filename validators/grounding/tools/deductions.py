"""What is taken off a result: beside a commission that a record gives as negative, its other negative items of no known metric are
costs too, which may be told without a sign."""

from msgspec.structs import replace

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS

_COSTS = frozenset({"fee", "fees_paid", "slippage"})


def with_deductions(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output, those that are deducted with a sign that says nothing."""
    records = {_record(number) for number in numbers if number.value < 0 and number.measured in _COSTS}
    if not records:
        return numbers
    return [
        replace(number, either_sign=True)
        if number.value < 0 and number.measured not in METRICS and not number.prose and _record(number) in records
        else number
        for number in numbers
    ]


def _record(number: ToolNumber) -> str:
    return number.source.rpartition(".")[0]
