"""Names that no key says to be of models, where other outputs have such: "Name: Moth Carry" beside {"strategy": "Wren Trend"}."""

from collections.abc import Sequence

from msgspec.structs import replace

from validators.grounding.tools.entity_key import TICKER
from validators.grounding.tools.number import ToolNumber

_OPEN = ("name", "run")


def levelled(outputs: Sequence[Sequence[ToolNumber]]) -> list[ToolNumber]:
    """The numbers of all outputs, the runs of each named by one dimension."""
    dimensions = [{dimension for number in numbers for dimension in number.scope} for numbers in outputs]
    if not any("model" in told for told in dimensions):
        return [number for numbers in outputs for number in numbers]
    found: list[ToolNumber] = []
    for numbers, told in zip(outputs, dimensions, strict=True):
        key = None if "model" in told else next((key for key in _OPEN if key in told), None)
        names = {number.scope[key] for number in numbers if key in number.scope} if key is not None else set()
        if key is None or any(map(TICKER.fullmatch, names)):
            found.extend(numbers)
        else:
            found.extend(replace(number, scope=_renamed(number, key)) for number in numbers)
    return found


def _renamed(number: ToolNumber, key: str) -> dict[str, str]:
    return {"model" if dimension == key else dimension: name for dimension, name in number.scope.items()}
