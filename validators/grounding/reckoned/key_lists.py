"""Keys of one record that a sentence takes together by their names: "commission and slippage together", "spread, borrow and tax"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from validators.grounding.answer.mentions import SIGN
from validators.grounding.number_match import UNIT_PER_FRACTION
from validators.grounding.tools.index import record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.words import key_words

STEM, _LEAST = 5, 4
_NOUN = r"(?: (?:costs?|fees?|charges?|expenses?|payments?|bills?))?"
_WORD = rf"(?:[a-z]{{4,}}|{SIGN})"
_LIST = re.compile(
    rf"(?<![\w{SIGN}]){_WORD}{_NOUN}(?:(?:, (?:and )?| and | plus | & | with )(?:the )?{_WORD}{_NOUN}){{1,4}}(?![\w{SIGN}])",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?!costs?\b|fees?\b|charges?\b|expenses?\b|payments?\b|bills?\b|plus\b|with\b)[a-z]{{4,}}\b|{SIGN}",
    re.IGNORECASE,
)
_MOST, _MOST_RECORDS = 24, 40  # keys of a record, and records


@dataclass(frozen=True, slots=True)
class KeyList:
    """The `numbers` of one record whose keys stand one after the other at `start` to `end` of a sentence; `record` are all of it."""

    start: int
    end: int
    numbers: Sequence[ToolNumber]
    record: Sequence[ToolNumber]


def key_lists(
    text: str, start: int, end: int, signs: Mapping[int, frozenset[str]], records: Sequence[Sequence[ToolNumber]]
) -> Iterator[KeyList]:
    """The keys that a sentence at `start` to `end` of `text` takes together; `signs` say by their places what the names in it stand for."""
    for listed in _LIST.finditer(text, start, end):
        parts = list(_PART.finditer(text, listed.start(), listed.end()))
        for record in records:
            named = stems(record)
            found = [
                (
                    part,
                    _called(record, signs[part.start()])
                    if part.start() in signs
                    else named.get(part.group().lower()[:STEM]),
                )
                for part in parts
            ]
            known = [(part, number) for part, number in found if number is not None]
            if len(known) < 2 or found.index(known[-1]) - found.index(known[0]) != len(known) - 1:
                continue
            numbers = [number for _, number in known]
            if len({id(number) for number in numbers}) == len(numbers):
                yield KeyList(known[0][0].start(), known[-1][0].end(), numbers, record)


def _called(record: Sequence[ToolNumber], names: frozenset[str]) -> ToolNumber | None:
    """The number of a record that is the only one of a name."""
    held = [number for number in record if not names.isdisjoint(number.scope.values())]
    return held[0] if len(held) == 1 else None


def records_of(numbers: Sequence[ToolNumber]) -> list[list[ToolNumber]]:
    """The numbers in one unit of each record that holds no more than a few."""
    held: dict[tuple[str, bool], list[ToolNumber]] = {}
    for number in numbers:
        if not (number.prose or number.length):
            held.setdefault((record_of(number.source), number.unit in UNIT_PER_FRACTION), []).append(number)
    return [record for record in held.values() if 1 < len(record) <= _MOST][:_MOST_RECORDS]


def stems(record: Sequence[ToolNumber]) -> dict[str, ToolNumber]:
    """The numbers of a record by how the words of their keys begin, of those words that stand in one key only."""
    found: dict[str, list[ToolNumber]] = {}
    for number in record:
        for word in {word[:STEM] for word in last_words(number) if len(word) >= _LEAST}:
            found.setdefault(word, []).append(number)
    return {word: held[0] for word, held in found.items() if len(held) == 1}


def last_words(number: ToolNumber) -> tuple[str, ...]:
    """The words of a number's own key."""
    path = number.source.partition(" ")[2]
    return key_words(path[len(record_of(path)) :].strip('.[]"'))
