"""A number of an answer with where it comes from, or what is wrong with it."""

from dataclasses import dataclass, replace

from validators.grounding.tools.number import ToolNumber
from validators.numbers.quantity import Quantity
from validators.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundedNumber:
    """A number of the answer and where it comes from. `start` and `end` are character offsets into the answer.

    `source` is a path (`call_0 $.metrics.cagr`), "question", or, for a number that is not grounded, the nearest candidate;
    None where there is none. `derivation` is the arithmetic of a derived number. `reason` is None for a grounded one. `meant` is the
    path of the number of the same metric that the sentence names, for a number of another thing; else None.
    """

    text: str
    start: int
    end: int
    grounded: bool
    source: str | None = None
    derivation: str | None = None
    reason: Reason | None = None
    message: str = ""
    meant: str | None = None


def grounded(quantity: Quantity, source: str) -> GroundedNumber:
    return GroundedNumber(text=quantity.text, start=quantity.start, end=quantity.end, grounded=True, source=source)


def derived(quantity: Quantity, work: str, source: str | None = None) -> GroundedNumber:
    """A number that arithmetic explains; `source` is that of its first operand."""
    return replace(failed(quantity, Reason.DERIVED_NUMBER, work, source), derivation=work)


def failed(quantity: Quantity, reason: Reason, message: str, source: str | None) -> GroundedNumber:
    return GroundedNumber(
        text=quantity.text, start=quantity.start, end=quantity.end, grounded=False, source=source, reason=reason, message=message
    )  # fmt: skip


def shown(number: ToolNumber) -> str:
    return f"{number.value:.10g} at {number.source}"
