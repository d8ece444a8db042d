"""Numbers of an answer whose operation and operands the words name outright: each is what these come to, or it is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from validators.grounding.grounded_number import GroundedNumber, derived, failed
from validators.grounding.number_match import agrees
from validators.grounding.set_out.operands import Told
from validators.grounding.tools.number import ToolNumber
from validators.reasons import Reason

Worth = tuple[float, str]  # in the result's unit, and how it comes about


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A `result` with what it may come to by its words, and the tools' numbers that they reckon with."""

    result: Told
    worths: Sequence[Worth]
    operands: Sequence[ToolNumber]

    def settled(self) -> GroundedNumber | None:
        """What becomes of the result; None where it stays as it was judged: a tool may have returned it as such."""
        quantity = self.result.quantity
        work = next((work for worth, work in self.worths if agrees(quantity, abs(worth))), None)
        if work is not None:
            return None if self.result.is_grounded else derived(quantity, f"{quantity.text} = {work}")
        judged = self.result.judged
        told = self.result.number
        if judged is None or not (judged.derivation or any(told is each for each in self.operands)):
            return None
        message = f"{quantity.text} is not the {self.worths[0][1]}"
        source = self.operands[0].source if self.operands else None
        return failed(quantity, Reason.UNGROUNDED_NUMBER, message, source)
