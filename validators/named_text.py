"""An answer with the names of things as one sign each, so that no name is read as a word and no digit in one as a number."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from validators.mentions import Mention, name_mentions

SIGN = "\ue000"  # from Unicode's private use area: no letter, no digit, no space


@dataclass(frozen=True, slots=True)
class NamedText:
    """`text` has `SIGN` for each name; `mentions` are the names by dimension, at their places in `text`."""

    raw: str
    text: str
    mentions: Mapping[str, list[Mention]]
    _starts: tuple[int, ...]  # places in `text` after which the shift to `raw` changes
    _shifts: tuple[int, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text` stands in `raw`."""
        return self._raw(start), self._raw(end)

    def _raw(self, place: int) -> int:
        return place + self._shifts[bisect_right(self._starts, place)]


def named_text(raw: str, dimensions: Mapping[str, frozenset[str]]) -> NamedText:
    """`raw` with every name of `dimensions` found and replaced."""
    if SIGN in raw:
        raw = raw.replace(SIGN, "?")
    found = name_mentions(raw, dimensions)
    spans: list[tuple[int, int]] = []
    for span in sorted({(mention.start, mention.end) for mentions in found.values() for mention in mentions}):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    places = {}
    pieces, starts, shifts, at, shift = [], [], [0], 0, 0
    for start, end in spans:
        pieces.append(raw[at:start])
        places[start, end] = start - shift
        pieces.append(SIGN)
        at = end
        shift += end - start - 1
        starts.append(places[start, end] + 1)
        shifts.append(shift)
    pieces.append(raw[at:])
    mentions = {
        dimension: [
            Mention(places[mention.start, mention.end], places[mention.start, mention.end] + 1, mention.means)
            for mention in held
            if (mention.start, mention.end) in places
        ]
        for dimension, held in found.items()
    }
    return NamedText(raw, "".join(pieces), mentions, tuple(starts), tuple(shifts))
