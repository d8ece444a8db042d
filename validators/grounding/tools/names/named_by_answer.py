"""Runs that only the answer names: "Moth Carry made 4%" is told of the one output in which these words stand."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from validators.grounding.tools.names.known_names import is_name
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

_NAME = re.compile(
    r"(?<![\w/.-])(?:[A-Za-z][A-Za-z\d]*(?:[-_.][A-Za-z\d]+)+|[a-z]{2,}[A-Z]\w+|[A-Z][a-z]+[A-Z]\w*|[A-Z][\w-]+(?: [A-Z\d][\w-]*){1,3})(?![\w-])"
)
_OF_A_RUN = frozenset({"model", "name", "run", "ticker"})


def named_by_answer(numbers: Sequence[ToolNumber], outputs: Sequence[str], answer: str) -> Sequence[ToolNumber]:
    """The numbers, those of outputs that name no run being of what the answer names and no other output holds."""
    if len(outputs) < 2:
        return numbers
    named = {number.call for number in numbers if not _OF_A_RUN.isdisjoint(number.scope)}
    silent = [place for place in range(len(outputs)) if f"call_{place}" not in named]
    said = {match[0] for match in _NAME.finditer(answer)} if silent else set()
    names: dict[str, str] = {}
    for place in silent:
        others = [output for number, output in enumerate(outputs) if number != place]
        own = [
            name
            for name in said
            if name in outputs[place]
            and not any(name in other for other in others)
            and is_name(name)
            and metric_of_key(name) not in METRICS
        ]
        if len(own) == 1:
            names[f"call_{place}"] = own[0]
    if not names:
        return numbers
    return [
        replace(number, scope={**number.scope, "model": names[number.call]}) if number.call in names else number
        for number in numbers
    ]
