"""An answer with the names of things as one sign each, so that no name is read as a word and no digit in one as a number.

What an answer says of its numbers is read from this text: it does not change when things are called otherwise.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from validators.grounding.answer.mentions import SIGN, Mention, name_mentions
from validators.grounding.answer.parts_of_names import part_mentions
from validators.grounding.answer.spelled_out import spelled_out
from validators.grounding.screen.number_class import CUT
from validators.grounding.tools.number import KEYED
from validators.numbers.scan import HYPHENS

DIGIT = "0"  # stands for a number


@dataclass(frozen=True, slots=True)
class NamedText:
    """`text` has `SIGN` for each name; `mentions` are the names by dimension, at their places in `text`."""

    raw: str
    text: str
    mentions: dict[str, list[Mention]]
    _starts: Sequence[int]  # places in `text` from which on it lies `_shifts` more behind `raw`
    _shifts: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text` stands in `raw`."""
        return self._raw(start), self._raw(end)

    def _raw(self, place: int) -> int:
        return place + self._shifts[bisect_right(self._starts, place)]


def named_text(raw: str, dimensions: Mapping[str, frozenset[str]]) -> NamedText:
    """`raw` with every name of `dimensions` found and replaced: what fields name first, then the keys of parts ("benchmark"),
    whose other words may hold a name ("holding SPY")."""
    fields = {dimension: names for dimension, names in dimensions.items() if not dimension.startswith(KEYED)}
    keys = {dimension: names for dimension, names in dimensions.items() if dimension.startswith(KEYED)}
    known = {name for names in fields.values() for name in names}
    text = raw.replace(SIGN, "?").translate(HYPHENS)
    rivals = {name for names in fields.values() if len(names) > 1 for name in names}
    called = part_mentions(text, known) if rivals else {}
    parts = {name: spans for name, spans in called.items() if name in rivals}
    for name, spans in spelled_out(text, _tickers(fields)).items():
        parts[name] = [*parts.get(name, ()), *spans]
    named = _named(NamedText(raw, text, {}, (), (0,)), fields, parts)
    if not keys:
        return named
    both = _named(named, keys, parts=spelled_out(named.text, _tickers(keys)))
    for dimension, names in keys.items():
        alike = [
            Mention(mention.start, mention.end, mention.means & names)
            for field in fields
            for mention in both.mentions[field]
            if not mention.means.isdisjoint(names)
        ]
        if alike:
            places = {(mention.start, mention.end): mention for mention in (*both.mentions[dimension], *alike)}
            both.mentions[dimension] = [places[place] for place in sorted(places)]
    return both


def _tickers(dimensions: Mapping[str, frozenset[str]]) -> set[str]:
    """Names in capitals, where there are several of a kind."""
    return {name for names in dimensions.values() if len(names) > 1 for name in names if name.isupper()}


def _named(
    named: NamedText,
    dimensions: Mapping[str, frozenset[str]],
    parts: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> NamedText:
    text = named.text
    found = name_mentions(text, dimensions, parts)
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(mention.start, mention.end) for mentions in found.values() for mention in mentions}):
        if (not spans or start >= spans[-1][1]) and SIGN not in text[start:end]:
            spans.append((start, end))
    cut = Cut(spans)
    mentions = {
        dimension: [Mention(cut.start(mention.start), cut.end(mention.end), mention.means) for mention in held]
        for dimension, held in (*named.mentions.items(), *found.items())
    }
    return cut.applied(named, SIGN, mentions)


def with_short_numbers(named: NamedText) -> tuple[NamedText, "Cut"]:
    """The text with each run of digits as one digit, so that what stands near a number is as near to a long one."""
    cut = Cut([match.span() for match in CUT.finditer(named.text)])
    mentions = {
        dimension: [Mention(cut.start(mention.start), cut.end(mention.end), mention.means) for mention in held]
        for dimension, held in named.mentions.items()
    }
    return cut.applied(named, DIGIT, mentions), cut


class Cut:
    """Spans of a text, in order, that become one sign each."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]
        self._lost = [0]  # characters lost up to the end of each span
        for start, end in spans:
            self._lost.append(self._lost[-1] + end - start - 1)

    def start(self, at: int) -> int:
        """The new place of `at`; that of the sign where `at` lies within a span."""
        count = bisect_right(self._starts, at)
        if count and at < self.spans[count - 1][1]:
            return self._starts[count - 1] - self._lost[count - 1]
        return at - self._lost[count]

    def end(self, at: int) -> int:
        """The new place of an end `at`; that after the sign where `at` lies within a span."""
        return self.start(at - 1) + 1

    def applied(self, named: NamedText, sign: str, mentions: dict[str, list[Mention]]) -> NamedText:
        pieces: list[str] = []
        at = 0
        for start, end in self.spans:
            pieces += (named.text[at:start], sign)
            at = end
        pieces.append(named.text[at:])
        ends = [start + 1 - lost for start, lost in zip(self._starts, self._lost, strict=False)]
        both = sorted({*ends, *(self.start(at) for at in named._starts)})
        shifts = [0]
        for at in both:
            before = at + self._lost[bisect_right(ends, at)]
            shifts.append(before - at + named._shifts[bisect_right(named._starts, before)])
        return NamedText(named.raw, "".join(pieces), mentions, both, shifts)
