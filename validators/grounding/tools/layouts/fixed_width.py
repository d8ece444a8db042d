"""Columns that stand one blank apart: cells that begin or end where their titles do, or below a rule of strokes for each column."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from validators.grounding.tools.layouts.text_cells import WIDE

_STROKES = re.compile(r"[ ]{0,8}-{1,200}(?: {1,3}-{1,200}){1,60}[ ]{0,8}")
_STROKE, _TOKEN = re.compile("-+"), re.compile(r"\S+")
_FIGURE = re.compile(
    r"[-+−(]{0,2}[$€£]?[-−]?\d[\d,-]*(?:\.\d*)?(?:[eE][-+]\d\d)?[%x)]{0,2}|nan|<NA>|none|null|-", re.IGNORECASE
)
_FEWEST = 2  # figures at the end of a row

_Table = tuple[int, int, Sequence[int]]
"""The place of its titles, of the line behind its last, and the places in each line behind which a column begins."""


def set_apart(lines: Sequence[str]) -> list[str]:
    """The lines with a further blank between such columns; the same lines where there are none."""
    if len({line.find("|") for line in lines}) == 1 == max(line.count("|") for line in lines):
        lines = [line.replace("|", " ") for line in lines]  # set apart the first column
    told = list(lines)
    for first, last, gaps in (*_under_strokes(lines), *_under_titles(lines)):
        for place in range(first, last):
            told[place] = " ".join(lines[place][start:end] for start, end in pairwise((0, *gaps, None)))
    return told


def _under_strokes(lines: Sequence[str]) -> Iterator[_Table]:
    for place, line in enumerate(lines):
        if not place or _STROKES.fullmatch(line) is None:
            continue
        gaps = [stroke.end() for stroke in _STROKE.finditer(line)][:-1]
        last = place + 1
        while last < len(lines) and _has_gaps(lines[last], gaps) and _STROKES.fullmatch(lines[last]) is None:
            last += 1
        if last > place + 1 and _has_gaps(lines[place - 1], gaps):
            yield place - 1, last, gaps


def _has_gaps(line: str, gaps: Sequence[int]) -> bool:
    return len(line) > gaps[0] and all(line[gap : gap + 1] in ("", " ") for gap in gaps)


def _under_titles(lines: Sequence[str]) -> Iterator[_Table]:
    counts = [_figures_at_end(line) for line in lines]
    last = 1
    while last < len(lines):
        first = last
        last += 1
        if counts[first] < _FEWEST:
            continue
        while last < len(lines) and counts[last] == counts[first]:
            last += 1
        titles = first - 1
        if titles and not lines[titles].strip(" -=+"):
            titles -= 1
        elif titles and len(lines[titles].split()) == 1:
            titles -= 1  # what the index is called stands between
        if counts[titles] or _stand_apart(lines[titles], lines[first:last], counts[first]):
            continue
        gaps = _shared_edges([lines[titles], *lines[first:last]])
        if gaps and (last - first > 1 or len(gaps) >= counts[first]):
            yield titles, last, gaps


def _stand_apart(titles: str, rows: Sequence[str], figures: int) -> bool:
    """Whether wide blanks alone set the columns apart, so that a blank within a title divides none: "Average weight  Trades"."""
    cells = WIDE.split(titles.strip())
    split = [WIDE.split(row.strip()) for row in rows]
    return all(len(row) == len(cells) and not any(" " in cell for cell in row[-figures:]) for row in split)


def _figures_at_end(line: str) -> int:
    count = 0
    for token in reversed(line.split()):
        if _FIGURE.fullmatch(token) is None:
            break
        count += 1
    return count


def _shared_edges(lines: Sequence[str]) -> list[int]:
    """The places behind which a column begins: all lines have a word that ends there, or one that begins behind the blank there."""
    words = [[(word.start() - 1, word.end()) for word in _TOKEN.finditer(line)] for line in lines]
    begun = set.intersection(*({start for start, _ in line[1:]} for line in words))
    ended = set.intersection(*({end for _, end in line[:-1]} for line in words))
    return sorted(ended | begun)
