"""Numbers that the tools returned of another thing, time or part than the answer speaks of."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.readings.named_alone import of_another_than_named
from validators.grounding.readings.of_the_year_told import of_another_year
from validators.grounding.readings.part_and_whole import part_and_whole
from validators.grounding.readings.record_called import of_another_record_called
from validators.grounding.readings.told_in_turn import told_out_of_turn
from validators.grounding.readings.told_percentile import of_another_percentile
from validators.grounding.readings.unnamed_benchmark import of_unnamed_benchmark
from validators.grounding.readings.unspoken_of import of_unspoken
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber


def told_of_others(
    answer: Answer,
    index: ToolIndex,
    claims: Sequence[Claim],
    judged: Sequence[GroundedNumber],
    held: Held,
    matches: Matches,
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, that tell of another thing, time or part, each with the number that would be due."""
    yield from told_out_of_turn(answer, index, claims, held)
    yield from of_another_record_called(answer, index, claims, held, matches)
    yield from of_another_year(answer, index, claims, held, matches)
    yield from of_unnamed_benchmark(answer, index, claims, held, matches)
    yield from part_and_whole(answer, index, claims, held, matches)
    yield from of_unspoken(answer, index, claims, judged, held, matches)
    yield from of_another_than_named(answer, index, claims, judged, held, matches)
    yield from of_another_percentile(answer, index, claims, judged)
