"""How many records of a list are of each thing that its records name: of eleven trades the five in AMD."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.tools.number import KEYED, ToolNumber

_RECORD = re.compile(r"(.*\[)\d+\]")
_FEWEST, _MOST_NAMES = 3, 50


def group_lengths(numbers: Sequence[ToolNumber]) -> Iterator[ToolNumber]:
    """The lengths of the groups of each list of an output, in which names come again. `numbers` hold the lengths of the lists."""
    records: dict[str, dict[str, ToolNumber]] = {}
    for number in numbers:
        if (match := _RECORD.match(number.source)) is not None and not number.length:
            records.setdefault(match[1], {}).setdefault(match[0], number)
    whole = {number.source.replace(" length of ", " ") + "[": number for number in numbers if number.length}
    for path, held in records.items():
        length = whole.get(path)
        if len(held) < _FEWEST or length is None:
            continue
        groups: dict[tuple[str, str], int] = {}
        for number in held.values():
            for told in number.scope.items():
                groups[told] = groups.get(told, 0) + 1
        names: dict[str, int] = {}
        for dimension, _ in groups:
            names[dimension] = names.get(dimension, 0) + 1
        for (dimension, name), count in groups.items():
            if 1 < names[dimension] < min(len(held), _MOST_NAMES) and not dimension.startswith(KEYED):
                yield ToolNumber(
                    value=float(count),
                    source=f"{length.source} of {name}",
                    metric=length.metric,
                    scope={**length.scope, dimension: name},
                    length=True,
                )
