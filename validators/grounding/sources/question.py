"""The numbers that the user asked about, which an answer may repeat."""

from collections.abc import Iterator

from validators.grounding.number_match import match, widest
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity
from validators.numbers.scan import quantities


def asked_numbers(text: str) -> Iterator[ToolNumber]:
    """The numbers of a question, which ground an echo."""
    for quantity in quantities(text):
        unit = {"percent": "percent", "points": "percent", "basis_points": "bps"}.get(
            quantity.kind
        ) or quantity.currency
        unit = unit or (quantity.noun if quantity.kind == "duration" else None)
        for value in quantity.parts or (quantity.value,):
            yield ToolNumber(value=value, source="question", unit=unit, written=quantity, prose=True, either_sign=True)


def echoes(quantity: Quantity, question: ToolIndex) -> bool:
    """Whether a question's numbers hold the number."""
    return any(True for _ in echoed(quantity, question))


def echoed(quantity: Quantity, question: ToolIndex) -> Iterator[ToolNumber]:
    """The numbers of a question that the number repeats."""
    near = question.near(quantity, widest(quantity))
    return (number for number in near if match(quantity, number, named=True) == "grounded")
