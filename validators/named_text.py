"""An answer with the names of things as one sign each, so that no name is read as a word and no digit in one as a number.

What an answer says of its numbers is read from this text: it does not change when things are called otherwise.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from validators.mentions import SIGN, Mention, name_mentions
from validators.tool_numbers import KEYED


@dataclass(frozen=True, slots=True)
class NamedText:
    """`text` has `SIGN` for each name; `mentions` are the names by dimension, at their places in `text`."""

    raw: str
    text: str
    mentions: Mapping[str, list[Mention]]
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
    named = _replaced(NamedText(raw, raw.replace(SIGN, "?"), {}, (), (0,)), fields)
    return _replaced(named, keys) if keys else named


def _replaced(named: NamedText, dimensions: Mapping[str, frozenset[str]]) -> NamedText:
    text = named.text
    found = name_mentions(text, dimensions)
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(mention.start, mention.end) for mentions in found.values() for mention in mentions}):
        if (not spans or start >= spans[-1][1]) and SIGN not in text[start:end]:
            spans.append((start, end))
    ends = [end for _, end in spans]
    cuts = [0]
    for start, end in spans:
        cuts.append(cuts[-1] + end - start - 1)

    def place(at: int) -> int:
        return at - cuts[bisect_right(ends, at)]

    pieces, at = [], 0
    for start, end in spans:
        pieces += (text[at:start], SIGN)
        at = end
    pieces.append(text[at:])
    mentions = {
        dimension: [
            Mention(place(mention.start), max(place(mention.end), place(mention.start) + 1), mention.means)
            for mention in held
        ]
        for dimension, held in (*named.mentions.items(), *found.items())
    }
    starts = [start + 1 - cut for (start, _), cut in zip(spans, cuts, strict=False)]
    both = sorted({*starts, *(place(at) for at in named._starts)})
    shifts = [0, *(_shift(named, cuts, starts, at) for at in both)]
    return NamedText(named.raw, "".join(pieces), mentions, both, shifts)


def _shift(named: NamedText, cuts: Sequence[int], starts: Sequence[int], at: int) -> int:
    """How far behind `raw` the text lies from `at` on."""
    cut = cuts[bisect_right(starts, at)]
    return cut + named._shifts[bisect_right(named._starts, at + cut)]
