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
from validators.grounding.answer.parts_of_names import may_call, part_mentions, stems_in
from validators.grounding.answer.spelled_out import sounds_in, spelled_out, ticker_sounds
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.review import Review
from validators.grounding.screen.layout_guard import LayoutGuard, guard_of
from validators.grounding.screen.number_class import CUT, classes
from validators.grounding.screen.program_making import program_of
from validators.grounding.screen.question_guard import QuestionGuard, question_guard
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
_JOINTS = {ord(sign): None for sign in " \t\n\r\x0b\x0c\u00a0\u202f\u2009-–_/&.*`=()+"}
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What outputs of one shape have in common: where each value stands by its source, which names to look for (by their
    number), the dates that keys tell, and what must hold of the values. `number` tells layouts apart, `asked` which
    questions decide what an answer is held to."""

    number: int
    places: Mapping[str, int]
    names: tuple[int, ...]
    dates: tuple[DateParts, ...]
    guard: LayoutGuard
    asked: QuestionGuard


_UNKNOWN = _Layout(-1, {}, (), (), LayoutGuard((), (), ()), QuestionGuard())


class Screen:
    """Remembers layouts and programs; one serves all rows of a process."""

    def __init__(self) -> None:
        self._layouts: dict[Key, _Layout | None] = {}
        self._programs: dict[Key, _Known | None] = {}
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
        known = None if wording is None else self._programs.get(wording.key)
        if wording is not None and known is not None and known.accepts(wording):
            return True
        review = Review(answer, [question], outputs, [_decode(each) for each in arguments])
        numbers = review.numbers()
        clear = all(number.reason is None for number in numbers)
        if not clear:
            self._reviewed[answer, question, (*outputs, *arguments)] = numbers
        elif (
            wording is not None
            and wording.key not in self._programs
            and not _calls_by_part(wording.text, wording.names)
            and self._comes_again(wording.key)
        ):
            if len(self._programs) >= MOST_PROGRAMS:
                self._programs.clear()
            self._programs[wording.key] = _known(review, wording)
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
        names = tuple(dict.fromkeys(shaped.names))
        dates, dates_repeat = _different(tuple(shaped.dates))
        shape = (
            tuple(shaped.shape),
            _repeats(shaped.names, names),
            dates_repeat,
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
        if layout is None or not layout.guard.holds(shaped.values) or layout.asked.decides(question):
            return None
        named = [names[number] for number in layout.names]
        text = _signed(answer, named, layout.names)
        if text is None:
            return None
        parts = CUT.split(text)
        gaps, tokens = tuple(parts[0::2]), parts[1::2]
        key = (layout.number, layout.guard.pattern(shaped.values), gaps, classes(gaps, tokens))
        row = Row(gaps, tokens, shaped.values, dates, layout.dates, question)
        return _Wording(key, text, named, row, layout)


@lru_cache(maxsize=4_096)
def _different(dates: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """(the different ones of an output's dates, how they repeat). Outputs of one window have the same dates."""
    different = tuple(dict.fromkeys(dates))
    return different, _repeats(dates, different)


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
    """A row's wording by its `key`, with `text`, the answer with `names` as signs where they stand in full."""

    key: Key
    text: str
    names: Sequence[str]
    row: Row
    layout: _Layout


@dataclass(frozen=True, slots=True)
class _Known:
    """The program of a wording, and the stems and sounds of its words, by which it may call a name other than in full."""

    program: Program
    stems: frozenset[str]
    sounds: frozenset[str]

    def accepts(self, wording: _Wording) -> bool:
        text, names = wording.text, wording.names
        return (
            not (may_call(text, self.stems, names) and part_mentions(text, names))
            and self.sounds.isdisjoint(map(ticker_sounds, filter(str.isupper, names)))
            and accepts(self.program, wording.row)
        )


def _known(review: Review, wording: _Wording) -> _Known | None:
    """The program of a wording; None where the review did not read the answer as the key says, or it tells of outcomes, which
    the values decide, or of numbers that hang on one another."""
    if review.tells_outcome or review.hangs_together:
        return None
    fields = {name: held for name, held in review.index.names.items() if not name.startswith(KEYED)}
    if named_text(review.answer.named.raw, fields).text != _SIGNS.sub(SIGN, wording.text):
        return None
    figures = review.answer.figures
    if [figures[start:end] for start, end in review.answer.cut.spans] != wording.row.tokens:
        return None
    program = program_of(review.answer, review.index, review.ranked, wording.row.tokens, wording.layout.places)
    return None if program is None else _Known(program, stems_in(wording.text), sounds_in(wording.text))


def _calls_by_part(text: str, names: Sequence[str]) -> bool:
    return bool(part_mentions(text, names) or spelled_out(text, filter(str.isupper, names)))


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
        asked=question_guard(index),
    )


def _places(outputs: Sequence[str]) -> dict[str, int]:
    sources = (source for number, output in enumerate(outputs) for source in value_places(f"call_{number}", output))
    return {source: place for place, source in enumerate(sources)}


def _signed(answer: str, names: Sequence[str], numbers: Sequence[int]) -> str | None:
    """The answer with each name as a sign of its own, by its number; None where a name is written otherwise than the tools do,
    or is part of another word."""
    if not answer.isascii():
        if SIGN in answer or _SIGNS.search(answer):
            return None
        answer = answer.translate(HYPHENS)
    plain = answer.lower().translate(_JOINTS)
    found = []
    for number, name in zip(numbers, names, strict=True):
        exact, bare = _forms(name)
        count = answer.count(name)
        if not exact and count != plain.count(bare):
            return None
        if count:
            found.append((len(name), number, name))
    for _, number, name in sorted(found, reverse=True):
        answer = answer.replace(name, chr(_FIRST_SIGN + number))
    return None if found and _GLUED.search(answer) else answer


@lru_cache(maxsize=65_536)
def _forms(name: str) -> tuple[bool, str]:
    """(whether a name is looked for as it stands only, the name without case and joints)."""
    exact = name.isupper() and len(name) <= 5 and name.isalpha()
    return exact, name.lower().translate(_JOINTS)
