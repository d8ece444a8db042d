"""What is taken off a result: a commission that a record gives as negative, and its other negative items of no known metric, may be told
without a sign."""

from msgspec.structs import replace

from validators.grounding.tools.index import record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS
from validators.grounding.tools.vocabulary.metrics import METRICS


def with_deductions(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output, those that are deducted with a sign that says nothing."""
    records = {record_of(number.source) for number in numbers if number.value < 0 and number.measured in COSTS}
    if not records:
        return numbers
    return [
        replace(number, either_sign=True)
        if number.value < 0 and not number.prose and record_of(number.source) in records and _is_deducted(number)
        else number
        for number in numbers
    ]


def _is_deducted(number: ToolNumber) -> bool:
    return number.measured in COSTS or number.measured not in METRICS
