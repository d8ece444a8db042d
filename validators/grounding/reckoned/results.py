"""The results whose operation and operands words name outright."""

from collections.abc import Iterator

from validators.grounding.answer.answer import Answer
from validators.grounding.fit.claim_fit import ClaimFit
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.reckoned.extremes_apart import extremes_reckoned
from validators.grounding.reckoned.keys_together import keys_reckoned
from validators.grounding.reckoned.losing_share import losing_share_reckoned
from validators.grounding.reckoned.member_share import member_share_reckoned
from validators.grounding.reckoned.net_of_costs import net_reckoned
from validators.grounding.reckoned.ranks import ranks_reckoned
from validators.grounding.reckoned.sides import sides_reckoned
from validators.grounding.set_out.operands import ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.worked_out.working_out import WorkedOut


def results_reckoned(
    answer: Answer, index: ToolIndex, fit: ClaimFit, told: ToldNumbers, worked_out: WorkedOut
) -> Iterator[GroundedNumber]:
    """Those that are settled: worked out as the words say, or wrong."""
    for reckoned in (
        *sides_reckoned(answer, told, worked_out.columns),
        *keys_reckoned(answer, told, index),
        *net_reckoned(answer, told, index),
        *losing_share_reckoned(answer, told, index),
        *member_share_reckoned(answer, told, worked_out.columns),
        *extremes_reckoned(answer, told, index, worked_out.columns),
        *ranks_reckoned(answer, told, index, fit.thing.fits, worked_out.columns),
    ):
        settled = reckoned.settled()
        if settled is not None:
            yield settled
