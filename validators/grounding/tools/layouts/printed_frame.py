"""A data frame as an interpreter prints it: all columns end where their titles do, and the index before them has no title, or one in a
line of its own; below several titles each where the columns have several levels."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from validators.grounding.tools.layouts.text_cells import FIGURE

_TOKEN = re.compile(r"\S+")
_CELL = re.compile(r"\S+(?: \S+)*")
_DRAWN = re.compile(r"[|+│]|-{3,}|={3,}|:(?:\s|$)|\.{4,}")  # drawn, or of labels: no frame
_SHAPE = re.compile(r"\[\d+ rows x \d+ columns\]")
_YEAR, _DATE = re.compile(r"(?:19|20)\d\d"), re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?")
_ONE = re.compile(r"\d+|(?:19|20)\d\d-\d\d(?:-\d\d)?")
_MOST_ABOVE, _MOST_LEVELS = 4, 2  # lines before a frame, levels of its columns above the last


class Frame(NamedTuple):
    """The titles of its columns, the index's first ("" where its rows are only numbered), and its rows; `above` are the titles above those
    of the columns, where these have several levels."""

    head: list[str]
    rows: list[list[str]]
    above: list[str]


def printed_frame(lines: Sequence[str]) -> tuple[Frame, list[str]] | None:
    """(the frame that the lines print, the other lines); None where they print none."""
    for first in range(min(_MOST_ABOVE, len(lines) - 1)):
        for levels in range(_MOST_LEVELS):
            title = first + levels
            if title < len(lines) - 1 and (found := _frame(lines, first, title)) is not None:
                frame, last = found
                return frame, [line for line in (*lines[:first], *lines[last:]) if not _SHAPE.fullmatch(line.strip())]
    return None


def _frame(lines: Sequence[str], first: int, title: int) -> tuple[Frame, int] | None:
    """(the frame whose titles stand in the lines from `first` to `title`, the line behind its last)."""
    head = lines[title].rstrip()
    named = _is_alone(lines[title + 1]) and title + 2 < len(lines)
    begin = title + 1 + named
    last = begin
    while last < len(lines) and len(lines[last].rstrip()) == len(head) and not _DRAWN.search(lines[last]):
        last += 1
    body = [line.rstrip() for line in lines[begin:last]]
    if not body or any(map(_DRAWN.search, lines[first : title + 1])):
        return None
    edges = sorted(set.intersection(*map(_ends, [head, *body])))
    index = _width_of_index(head, body, edges[0] if edges else 0)
    if len(edges) < 2 or not index or (named and len(lines[title + 1].strip()) > index):
        return None
    heads = [_cells(line, index, edges) for line in lines[first : title + 1]]
    rows = [_cells(line, index, edges) for line in body]
    *above, titles = heads
    if not all(titles[1:]) or any(map(FIGURE.match, titles[1:])) or len(set(map(tuple, rows))) < len(rows):
        return None
    if titles[0] and not above and not named:
        return None  # another table: its first column has a title like the others
    if above and (not _are_above(above[0], titles, lines[first], edges)):
        return None
    cells = [cell for row in rows for cell in row[1:]]
    if not any(map(FIGURE.match, cells)) or any("  " in cell for cell in (*titles, *cells)):
        return None
    labels = [row[0] for row in rows]
    if len(rows) == 1 and not named and not above and not _ONE.fullmatch(labels[0]):
        return None  # a label with its values
    name = lines[title + 1].strip() if named else "" if _are_places(labels) else _called(labels)
    return Frame([name, *titles[1:]], rows, _filled(above[0][1:]) if above else []), last


def _is_alone(line: str) -> bool:
    """Whether a line holds nothing but the index's name."""
    return line[:1] not in ("", " ") and len(_CELL.findall(line)) == 1 and not FIGURE.match(line)


def _ends(line: str) -> set[int]:
    return {token.end() for token in _TOKEN.finditer(line)}


def _width_of_index(head: str, body: Sequence[str], end: int) -> int:
    """Where the cells of the first column begin, behind the index; 0 where there is no index."""
    blank = [place for place in range(1, end) if all(line[place : place + 1] in ("", " ") for line in (head, *body))]
    gaps = [place for place in blank if place + 1 not in blank]  # the last blank of each gap
    wide = [place for place in gaps if place - 1 in blank]
    told = next(iter(wide or gaps), 0)
    return told if told and all(line[:told].strip() for line in body[:1]) else 0


def _cells(line: str, index: int, edges: Sequence[int]) -> list[str]:
    return [line[start:end].strip() for start, end in pairwise((0, index, *edges))]


def _are_above(above: Sequence[str], titles: Sequence[str], line: str, edges: Sequence[int]) -> bool:
    """Whether titles stand above those of groups of columns: each ends where the first of its columns does, and each column of a group
    has a title of its own."""
    told = _filled(above[1:])
    ends = {token.end() for token in _CELL.finditer(line)} - {len(above[0])}
    return bool(above[1]) and ends <= set(edges) and len(set(zip(told, titles[1:], strict=True))) == len(told)


def _filled(titles: Sequence[str]) -> list[str]:
    told: list[str] = []
    for title in titles:
        told.append(title or (told[-1] if told else ""))
    return told


def _are_places(labels: Sequence[str]) -> bool:
    return len(labels) > 1 and labels == [str(place) for place in range(len(labels))]


def _called(labels: Sequence[str]) -> str:
    return "year" if all(map(_YEAR.fullmatch, labels)) else "date" if all(map(_DATE.fullmatch, labels)) else "run"


def nested(frame: Frame) -> list[dict[str, Any]]:
    """The rows of a frame whose columns have two levels, as records of records."""
    name, *titles = frame.head
    told: list[dict[str, Any]] = []
    for label, *cells in frame.rows:
        row: dict[str, Any] = {name: label} if name else {}
        for above, title, cell in zip(frame.above, titles, cells, strict=True):
            row.setdefault(above, {})[title] = cell
        told.append(row)
    return told
