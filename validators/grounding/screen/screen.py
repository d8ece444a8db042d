"""The fast half of grounding: says of most clean rows that they surely are, without a review of each.

Wording that comes again, with other numbers, names and dates in it, is reviewed once; a program then checks the rows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from validators.grounding.answer.mentions import SIGN
from validators.grounding.answer.named_text import named_text
from validators.grounding.answer.parts_of_names import part_mentions
from validators.grounding.answer.spelled_out import spelled_out
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.review import Review
from validators.grounding.screen.layout_guard import LayoutGuard, guard_of
from validators.grounding.screen.number_class import CUT, classes
from validators.grounding.screen.program_making import program_of
from validators.grounding.screen.row_program import Program, Row, accepts
from validators.grounding.screen.tool_shape import Shaped, value_places
from validators.grounding.tools.facts import tool_facts
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts
from validators.numbers.scan import HYPHENS

_decode = msgspec.json.Decoder(dict[str, Any]).decode
MOST_PROGRAMS = 20_000
MOST_LAYOUTS = 5_000  # of some 10 kB each
MOST_SEEN = 500_000
_FIRST_SIGN = ord(SIGN) + 1
_MOST_SIGNS = 4_000
_GLUED = re.compile(r"[^\W_][\ue001-\uf8ff]|[\ue001-\uf8ff][^\W_]")
_SIGNS = re.compile(r"[\ue001-\uf8ff]")
_KEY_DATE = re.compile(r'[.\["](?:19|20)\d\d"?\]?$')
_JOINTS = {ord(sign): None for sign in " \t\n\r\x0b\x0c\u00a0\u202f\u2009-–_/&.*`"}
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What outputs of one shape have in common: where each value stands by its source, which names to look for (by their
    number), the dates that keys tell, and what must hold of the values. `number` tells layouts apart."""

    number: int
    places: Mapping[str, int]
    names: tuple[int, ...]
    dates: tuple[DateParts, ...]
    guard: LayoutGuard


_UNKNOWN = _Layout(-1, {}, (), (), LayoutGuard((), (), ()))


class Screen:
    """Remembers layouts and programs; one serves all rows of a process."""

    def __init__(self) -> None:
        self._layouts: dict[Key, _Layout | None] = {}
        self._programs: dict[Key, Program | None] = {}
        self._seen: set[int] = set()
        self._reviewed: dict[Key, tuple[GroundedNumber, ...]] = {}

    def reviewed(
        self, answer: str, asked: Sequence[str], outputs: Sequence[str], arguments: Sequence[str]
    ) -> tuple[GroundedNumber, ...] | None:
        """The numbers of an answer that was not cleared, where its question was all that was asked; None where unknown."""
        return self._reviewed.get((answer, *asked, (*outputs, *arguments)))

    def forget_reviews(self) -> None:
        """What was reviewed is kept for as long as its rows are at hand."""
        self._reviewed.clear()

    def clears(self, answer: str, question: str, outputs: Sequence[str], arguments: Sequence[str]) -> bool:
        """Whether all numbers of the answer are surely grounded; `arguments` are those of the outputs' calls, as JSON. False
        says nothing."""
        wording = self._wording(answer, question, outputs, arguments)
        program = None if wording is None else self._programs.get(wording.key)
        if wording is not None and program is not None and accepts(program, wording.row):
            return True
        review = Review(answer, [question], outputs, [_decode(each) for each in arguments])
        numbers = review.numbers()
        clear = all(number.reason is None for number in numbers)
        if not clear:
            self._reviewed[answer, question, (*outputs, *arguments)] = numbers
        elif wording is not None and wording.key not in self._programs and self._comes_again(wording.key):
            if len(self._programs) >= MOST_PROGRAMS:
                self._programs.clear()
            self._programs[wording.key] = _program(review, wording)
        return clear

    def _comes_again(self, key: Key) -> bool:
        """Whether a layout or wording was seen before. Making a program takes as long as a review, and most wordings come once."""
        mark = hash(key)
        if mark in self._seen:
            return True
        if len(self._seen) >= MOST_SEEN:
            self._seen.clear()
        self._seen.add(mark)
        return False

    def _wording(
        self, answer: str, question: str, outputs: Sequence[str], arguments: Sequence[str]
    ) -> "_Wording | None":
        """The row's wording; None for outputs or an answer that no program can be made for."""
        shaped = Shaped()
        for json in (*outputs, *arguments):
            if not shaped.read(json):
                return None
        names, dates = list(dict.fromkeys(shaped.names)), list(dict.fromkeys(shaped.dates))
        shape = (
            tuple(shaped.shape),
            _repeats(shaped.names, names),
            _repeats(shaped.dates, dates),
            len(shaped.values),
            _keyed(shaped.shape, names),
        )
        layout = self._layouts.get(shape, _UNKNOWN)
        if layout is _UNKNOWN:
            if not self._comes_again(shape):
                return None
            if len(self._layouts) >= MOST_LAYOUTS:
                self._layouts.clear()
                self._programs.clear()  # they go by the layouts' numbers
            layout = self._layouts[shape] = _lay_out(len(self._layouts), outputs, arguments, names, dates)
        if layout is None or not layout.guard.holds(shaped.values):
            return None
        text = _signed(answer, names, layout.names)
        if text is None:
            return None
        parts = CUT.split(text)
        gaps, tokens = tuple(parts[0::2]), parts[1::2]
        key = (layout.number, layout.guard.pattern(shaped.values), gaps, classes(gaps, tokens))
        row = Row(gaps, tokens, shaped.values, dates, layout.dates, question)
        return _Wording(key, text, row, layout)


def _repeats(told: Sequence[str], different: Sequence[str]) -> tuple[int, ...]:
    """The texts by the numbers of the different ones; their count where no text comes twice."""
    if len(told) == len(different):
        return (len(told),)
    numbers = {text: number for number, text in enumerate(different)}
    return (*map(numbers.__getitem__, told), -1)


def _keyed(shape: Sequence[Any], names: Sequence[str]) -> tuple[int, ...]:
    """The names that are keys as well, by number: such keys are read as names."""
    told = set(names)
    keys = {part for part in shape if type(part) is tuple and not told.isdisjoint(part)}
    if not keys:
        return ()
    held = set().union(*keys)
    return tuple(number for number, name in enumerate(names) if name in held)


class _Wording(Struct, frozen=True):
    """A row's wording by its `key`, with `text`, the answer with names as signs."""

    key: Key
    text: str
    row: Row
    layout: _Layout


def _program(review: Review, wording: _Wording) -> Program | None:
    """The program of a wording; None where the review did not read the answer as the key says, or it tells of outcomes, which
    the values decide."""
    if review.tells_outcome:
        return None
    fields = {name: held for name, held in review.index.names.items() if not name.startswith(KEYED)}
    if named_text(review.answer.named.raw, fields).text != _SIGNS.sub(SIGN, wording.text):
        return None
    figures = review.answer.figures
    if [figures[start:end] for start, end in review.answer.cut.spans] != wording.row.tokens:
        return None
    return program_of(review.answer, review.index, review.ranked, wording.row.tokens, wording.layout.places)


def _lay_out(
    number: int, outputs: Sequence[str], arguments: Sequence[str], names: Sequence[str], dates: Sequence[str]
) -> _Layout | None:
    facts = tool_facts(outputs, [_decode(each) for each in arguments])
    index = ToolIndex(facts.numbers)
    places = _places([*outputs, *arguments])
    guard = guard_of(facts, index, places)
    if guard is None or len(names) > _MOST_SIGNS:
        return None
    spoken = {name for dimension, known in index.names.items() if not dimension.startswith(KEYED) for name in known}
    free = {date for written in dates if (date := parse_date(written)) is not None}
    return _Layout(
        number=number,
        places=places,
        names=tuple(place for place, name in enumerate(names) if name in spoken),
        dates=tuple(
            dict.fromkeys(date for date, source in facts.dates if _KEY_DATE.search(source) and date not in free)
        ),
        guard=guard,
    )


def _places(outputs: Sequence[str]) -> dict[str, int]:
    sources = (source for number, output in enumerate(outputs) for source in value_places(f"call_{number}", output))
    return {source: place for place, source in enumerate(sources)}


def _signed(answer: str, names: Sequence[str], wanted: Sequence[int]) -> str | None:
    """The answer with each wanted name as a sign of its own; None where a name is written otherwise than the tools do, or is
    part of another word."""
    if not answer.isascii():
        if SIGN in answer or _SIGNS.search(answer):
            return None
        answer = answer.translate(HYPHENS)
    plain = answer.lower().translate(_JOINTS)
    found = []
    for number in wanted:
        name = names[number]
        exact, bare = _forms(name)
        count = answer.count(name)
        if not exact and count != plain.count(bare):
            return None
        if count:
            found.append((len(name), number))
    for _, number in sorted(found, reverse=True):
        answer = answer.replace(names[number], chr(_FIRST_SIGN + number))
    called = [names[number] for number in wanted]
    if part_mentions(answer, called) or spelled_out(answer, filter(str.isupper, called)):
        return None
    return None if found and _GLUED.search(answer) else answer


@lru_cache(maxsize=65_536)
def _forms(name: str) -> tuple[bool, str]:
    """(whether a name is looked for as it stands only, the name without case and joints)."""
    exact = name.isupper() and len(name) <= 5 and name.isalpha()
    return exact, name.lower().translate(_JOINTS)
