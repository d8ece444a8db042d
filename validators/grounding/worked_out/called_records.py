"""The records of numbered lists that the sentences of an answer call by their numbers, as operands of arithmetic: "fold 4 kept 41% of it"."""

from collections.abc import Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.readings.record_called import numbered_lists, records_called
from validators.grounding.tools.index import ToolIndex

RECORD = "record"  # the dimension of which their paths are the names
_PASSAGES_BACK = 2


class CalledRecords:
    """By passage where it calls records, and the paths of these."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        lists = numbered_lists(index)
        found = records_called(answer, lists) if lists.nouns else []
        self._lists = lists.records
        self._placed: Mapping[int, Sequence[Mention]] = answer.outline.placed(found)

    def own(self, claim: Claim) -> frozenset[str]:
        """Those of which the claim is told: that called last before it, the first behind it, or the only one of the sentences before."""
        called = self._placed.get(claim.passage, ())
        if called:
            before = [each for each in called if each.start < claim.quantity.start]
            return self._paths((before[-1:] or called[:1])[0])
        named = (self._placed.get(claim.passage - back, ()) for back in range(1, 1 + _PASSAGES_BACK))
        last = next(filter(None, named), ())
        return self._paths(last[0]) if len(last) == 1 else frozenset()

    def spoken(self, claim: Claim) -> frozenset[str]:
        """All that the claim's sentence calls."""
        return frozenset().union(*map(self._paths, self._placed.get(claim.passage, ())))

    def _paths(self, called: Mention) -> frozenset[str]:
        return frozenset(
            path for records in self._lists.values() for name in called.means if (path := records.get(name)) is not None
        )
