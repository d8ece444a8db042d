"""Words of a key that single nothing out: the "pearson" of a `pearson_correlation`, where no other correlation stands beside it."""

from collections import Counter

from msgspec.structs import replace

from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.vocabulary.words import OF_THE_MARKET

PART = f"{KEYED} metric"
# parts of a result that are none of the whole, also where the whole's number is not told
_APART = OF_THE_MARKET | frozenset(
    "train training test testing validation sample out in long short before gross hedge hedged spy qqq peer peers category fund sector".split()
)


def without_lone_parts(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output, those without a part that are the only ones of their metric where they stand."""
    if not any(PART in number.scope for number in numbers):
        return numbers
    held = Counter(map(_kind, numbers))
    return [_whole(number) if _is_lone(number, held) else number for number in numbers]


def _kind(number: ToolNumber) -> tuple[str | None, str]:
    return number.measured, number.source.rpartition(".")[0]


def _is_lone(number: ToolNumber, held: Counter[tuple[str | None, str]]) -> bool:
    part = number.scope.get(PART)
    return part is not None and _APART.isdisjoint(part.split()) and held[_kind(number)] == 1


def _whole(number: ToolNumber) -> ToolNumber:
    return replace(number, scope={dimension: name for dimension, name in number.scope.items() if dimension != PART})
