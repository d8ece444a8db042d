"""The results that an answer sets out beside their operands, whatever operation its words tell."""

from collections.abc import Iterator

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.set_out.against_brackets import against_brackets
from validators.grounding.set_out.against_lists import against_lists
from validators.grounding.set_out.against_members import against_members
from validators.grounding.set_out.against_multiples import against_multiples
from validators.grounding.set_out.against_named import against_named
from validators.grounding.set_out.against_operands import against_operands
from validators.grounding.set_out.against_parts import against_parts
from validators.grounding.set_out.against_shares import against_shares
from validators.grounding.set_out.against_those import against_those
from validators.grounding.set_out.against_work import against_work
from validators.grounding.set_out.operands import ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.worked_out.working_out import WorkedOut


def results_set_out(
    answer: Answer, index: ToolIndex, told: ToldNumbers, worked_out: WorkedOut
) -> Iterator[GroundedNumber | None]:
    """For each what is wrong with it, or None where its operands come to it."""
    yield from against_multiples(answer, told)
    yield from against_named(answer, told, index)
    yield from against_operands(answer, told, worked_out.columns)
    yield from against_brackets(answer, told)
    yield from against_parts(answer, told)
    yield from against_lists(answer, told)
    yield from against_members(answer, told, worked_out.columns)
    yield from against_those(answer, told)
    yield from against_shares(answer, told)
    yield from against_work(answer, told, worked_out.used)
