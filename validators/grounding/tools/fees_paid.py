"""Fees of a list that are money in some of its records, and so in all: the commissions of trades, 12.40 and 5.77."""

from msgspec.structs import replace

from validators.grounding.tools.number import ToolNumber, shape_of


def with_fees_paid(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers, with what is small enough for a rate, but stands under a key that holds money elsewhere, as paid."""
    paid = {shape_of(number.source) for number in numbers if number.metric == "fees_paid"}
    if not paid:
        return numbers
    return [
        replace(number, metric="fees_paid")
        if number.metric == "fee" and number.unit is None and shape_of(number.source) in paid
        else number
        for number in numbers
    ]
