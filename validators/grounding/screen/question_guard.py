"""Questions on which it hangs what an answer is held to: no program that was made of the answer to another one may judge it."""

import re
from dataclasses import dataclass

from validators.grounding.ranking.asked_first import asks_for_first
from validators.grounding.ranking.asked_whether import asks_whether
from validators.grounding.readings.open_thing import MAY_BE_BENCHMARK, is_benchmark
from validators.grounding.readings.record_called import numbered_lists
from validators.grounding.tools.index import ToolIndex


@dataclass(frozen=True, slots=True)
class QuestionGuard:
    """What of a question decides, for outputs of one layout: `records` finds where it calls one record of a numbered list of theirs,
    `has_benchmark` says whether they hold a benchmark's numbers, of which it may speak."""

    records: re.Pattern[str] | None = None
    has_benchmark: bool = False

    def decides(self, question: str) -> bool:
        return (
            asks_for_first(question) is not None
            or asks_whether(question) is not None
            or (self.records is not None and self.records.search(question) is not None)
            or (self.has_benchmark and MAY_BE_BENCHMARK.search(question) is not None)
        )


def question_guard(index: ToolIndex) -> QuestionGuard:
    lists = numbered_lists(index)
    return QuestionGuard(lists.asked if lists.nouns else None, any(map(is_benchmark, index.numbers)))
