"""Numbers with strokes between them, told of as many metrics in the same order: "CAGR/vol: A 20.5%/7.9%, B -5.5%/25.0%"."""

import re
from collections.abc import Sequence

from validators.grounding.answer.mentions import Mention
from validators.numbers.quantity import Quantity

_STROKE = re.compile(r"\s?/\s?")
_RIGHT_BEFORE = re.compile(r"[\s:(*_=–-]{1,4}")


def stroke_groups(text: str, numbers: Sequence[Quantity]) -> list[range]:
    """The runs of numbers with only strokes between them, by place among the numbers."""
    return _runs(text, [(number.start, number.end) for number in numbers])


def in_strokes(text: str, mentions: Sequence[Mention], count: int) -> list[Mention] | None:
    """As many mentions with only strokes between them; None where no such run, or more than one, stands there."""
    runs = _runs(text, [(mention.start, mention.end) for mention in mentions])
    fitting = [run for run in runs if len(run) == count]
    return [mentions[place] for place in fitting[0]] if len(fitting) == 1 else None


def right_before(text: str, mentions: Sequence[Mention], start: int) -> Mention | None:
    """The mention that stands right before a place."""
    before = [mention for mention in mentions if mention.start < mention.end <= start]
    return before[-1] if before and _RIGHT_BEFORE.fullmatch(text, before[-1].end, start) else None


def _runs(text: str, places: Sequence[tuple[int, int]]) -> list[range]:
    found, begin = [], 0
    for place in range(1, len(places) + 1):
        if place == len(places) or not _STROKE.fullmatch(text, places[place - 1][1], places[place][0]):
            if place - begin > 1:
                found.append(range(begin, place))
            begin = place
    return found
