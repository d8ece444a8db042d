"""A number that an answer claims."""

from dataclasses import dataclass

from validators.grounding.answer.binding import Context
from validators.grounding.answer.date_role import Role
from validators.grounding.number_match import Telling
from validators.numbers.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of the answer with what it is said of; `telling` says whether as a loss or a gain, `heard` how the number of its
    kind before it in the sentence was told. `role` is what a date is said to be. Its places are those of the answer's text with names as signs."""

    quantity: Quantity
    context: Context
    telling: Telling | None
    heard: Telling | None
    passage: int
    role: Role | None = None
