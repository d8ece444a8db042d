"""The records of numbered lists that the sentences of an answer call by their numbers, as operands of arithmetic: "fold 4 kept 41% of it"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.readings.record_called import bound_records, numbered_lists, records_called
from validators.grounding.tools.index import ToolIndex

RECORD = "record"  # the dimension of which their paths are the names
_PASSAGES_BACK = 2
_LISTED = re.compile(r"(?:,|,? and|,? or| &| plus| to)? ?(?:[a-z]+ )?#?", re.IGNORECASE)


class CalledRecords:
    """By passage where it calls records, and the paths of these."""

    def __init__(self, answer: Answer, index: ToolIndex) -> None:
        lists = numbered_lists(index)
        self._called = records_called(answer, lists) if lists.nouns else []
        self._answer, self._lists = answer, lists
        self._placed: Mapping[int, Sequence[Mention]] = answer.outline.placed(self._called)

    def own(self, claim: Claim) -> frozenset[str]:
        """Those of which the claim is told: that to which its sentence binds it with those listed beside, or the only one of the
        sentences before."""
        called = self._placed.get(claim.passage, ())
        if not called:
            named = (self._placed.get(claim.passage - back, ()) for back in range(1, 1 + _PASSAGES_BACK))
            last = next(filter(None, named), ())
            return self._paths(last[0].means) if len(last) == 1 else frozenset()
        names = bound_records(self._answer, [claim], self._called, self._lists).get(claim.quantity.start)
        if names is None:
            return frozenset()
        group = next((group for group in self._listed(called) if any(each.means == names for each in group)), ())
        return self._paths(names.union(*(each.means for each in group)))

    def spoken(self, claim: Claim) -> frozenset[str]:
        """All that the claim's sentence calls."""
        return self._paths(frozenset().union(*(each.means for each in self._placed.get(claim.passage, ()))))

    def _listed(self, called: Sequence[Mention]) -> Iterator[list[Mention]]:
        """The records called, with those that are listed beside one another together: "weeks 1 and 3"."""
        group: list[Mention] = []
        for each in called:
            if group and not _LISTED.fullmatch(self._answer.text, group[-1].end, each.start):
                yield group
                group = []
            group.append(each)
        yield group

    def _paths(self, names: frozenset[str]) -> frozenset[str]:
        records = self._lists.records.values()
        return frozenset(path for held in records for name in names if (path := held.get(name)) is not None)
