"""What an account holds, where its record tells one end by name and this number without: beside an `initial_capital` an `equity` is the
final one, beside a `final_equity` the `capital` is what it started with."""

from collections import Counter

from msgspec.structs import replace

from validators.grounding.tools.number import ToolNumber, is_of_one_period, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS

_ROUND = 1_000  # of which a stake is a multiple, and the cash of an account hardly
_HELD = frozenset({"equity", "capital", "balance", "cash", "account", "nav"})


def with_other_end(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output, those of an account whose one end is told being the other."""
    told = {number.measured for number in numbers} & MONEY_ENDS
    if len(told) != 1:
        return numbers
    held = Counter(_of_what(number) for number in numbers if number.metric in _HELD)
    (other,) = MONEY_ENDS - told
    return [
        replace(number, metric=other)
        if number.metric in _HELD and held[_of_what(number)] == 1 and _is_end(number)
        else number
        for number in numbers
    ]


def _is_end(number: ToolNumber) -> bool:
    if number.prose or number.length or is_of_one_period(number):
        return False
    return number.metric != "cash" or number.value % _ROUND == 0


def _of_what(number: ToolNumber) -> tuple[str, tuple[tuple[str, str], ...]]:
    return shape_of(number.source), tuple(sorted(number.scope.items()))
