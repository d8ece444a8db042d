"""Tables of plain text whose columns blanks set apart."""

import re
from collections.abc import Sequence
from itertools import pairwise

from validators.grounding.tools.keys import is_name_key, role_of
from validators.grounding.tools.layouts.fixed_width import set_apart
from validators.grounding.tools.layouts.text_cells import FIGURE, RULE_ROW, WIDE
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

_DIGIT = re.compile(r"\d")
_INDEX_NAME = re.compile(r"(?:S&P|Russell|Nasdaq|Stoxx|FTSE|Euro Stoxx|CSI|Nikkei)[- ]\d{2,4}", re.IGNORECASE)
_CELL = re.compile(r"\S+(?: \S+)*")
_TELLS_VALUES = re.compile(r"[:=]|\.{3}")  # what is no header
_LABEL_AND_FIGURE = re.compile(r"[A-Za-z][^\d]{1,24}[ ][-+−($€£]{0,3}\d[\d.,]*\)?%?")  # "total 26.1%": of no column
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_WHOLE_YEAR = frozenset({"ytd", "year", "total", "fy", "annual", "full year"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def aligned(lines: Sequence[str]) -> tuple[list[list[str]], list[str]] | None:
    """(the rows of columns set apart by blanks, header first; the other lines), where a block of lines is such a table."""
    split = [(line, _columns_of(line)) for line in set_apart(lines) if not RULE_ROW.fullmatch(line)]
    for number, (title, head) in enumerate(split[:-1]):
        if len(head) < 2 or _TELLS_VALUES.search("".join(head)):
            continue
        if any(FIGURE.match(_INDEX_NAME.sub("index", cell)) for cell in head) and not (
            len(head) > 2 and role_of(head[0]) == "parameter" and all(map(FIGURE.match, head[1:]))
        ):
            continue  # no header, nor one of settings: "fee, bps   2   5   10"
        index = _index_name(head, split[number + 1 : number + 3])
        first = number + 1 if index is None else number + 2
        width = max(len(split[first][1]), len(head) if len(split[first][1]) > 1 else 0)
        body: list[list[str]] = []
        for line, row in split[first:]:
            if 1 < len(row) == width - 1 == len(head) and len(line.rstrip()) <= title.index(head[-1]):
                row = [*row, ""]  # nothing in the last column
            if 1 < len(row) < width == len(head):
                row = row if _is_footer(row, body) else _below(title, line)
            if len(row) != width:
                break
            body.append(row)
        extra = width - len(head)
        if extra not in (0, 1) or width < 2 or len(body) < (2 if width == 2 else 1):
            continue
        if width > 2 and any(not any(row[place] for row in body) for place in range(width)):
            continue  # a title above labels, which stand below some of its words only
        last = all(_DIGIT.search(row[-1] or row[-2]) or is_name_key(row[0]) for row in body)
        if not last and not _told_in_columns(head, body):
            continue
        counted = extra and index is None and _are_counted(head, body)
        if extra and not counted and not all(_DIGIT.search(cell) for row in body for cell in row[1:] if cell):
            continue
        rest = [line for line, _ in (*split[:number], *split[first + len(body) :])]
        if len(rest) > max(4, 2 * len(body)) and width == 2:
            continue
        if counted:  # the rows' numbers, which tell nothing
            return [_titles(head), *(row[1:] for row in body)], rest
        untold = "year" if all(map(_YEAR.fullmatch, (row[0] for row in body))) else "run"
        return [_titles([index or untold, *head] if extra else head), *body], rest
    return None


def _is_footer(row: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a line below a table tells labels with their figures, and no row of it: "total 26.1%  CAGR 5.4%"."""
    if all(map(_LABEL_AND_FIGURE.fullmatch, row)):
        return True
    labelled = len(row) == 2 and FIGURE.match(row[1]) is not None and metric_of_key(row[0]) in METRICS
    return labelled and bool(body) and metric_of_key(body[0][0]) not in METRICS


def _are_counted(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether the first cells of rows, which have no title, only number them."""
    numbers = [row[0] for row in body]
    named = is_name_key(head[0]) and not any(FIGURE.match(row[1]) for row in body) and all(map(str.isdigit, numbers))
    return named or numbers == [str(place) for place in range(len(body))]


def _index_name(head: Sequence[str], below: Sequence[tuple[str, Sequence[str]]]) -> str | None:
    """What the line below a header calls the first column, which has no title there, as pandas prints a named index; None where it
    is the first row."""
    if len(below) < 2 or len(below[0][1]) != 1 or len(below[1][1]) != len(head) + 1:
        return None
    line, (name, *_) = below[0]
    return name if line.startswith(name) and not _DIGIT.search(name) else None


def _told_in_columns(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether rows of several columns tell numbers in the same ones, though the last holds words: the reason of each exit."""
    places = {tuple(place for place, cell in enumerate(row) if FIGURE.match(cell)) for row in body}
    measured = any(metric_of_key(head[place]) in METRICS for at in places for place in at if place < len(head))
    return len(body) > 2 and len(places) == 1 and measured


def _columns_of(line: str) -> list[str]:
    return [cell for cell in WIDE.split(line.strip()) if cell != "|"]


def _below(title: str, line: str) -> list[str]:
    """The cells of a line by the titles that they stand below, "" where a column holds none; the bare cells where that is open."""
    heads = [(cell.start(), cell.end()) for cell in _CELL.finditer(title)]
    cells = [(cell.start(), cell.end(), cell[0]) for cell in _CELL.finditer(line)]
    places = [
        min(range(len(heads)), key=lambda place: min(abs(heads[place][0] - start), abs(heads[place][1] - end)))
        for start, end, _ in cells
    ]
    if places[:1] != [0] or any(left >= right for left, right in pairwise(places)):
        return [cell for *_, cell in cells]
    told = dict(zip(places, (cell for *_, cell in cells), strict=True))
    return [told.get(place, "") for place in range(len(heads))]


def _titles(head: list[str]) -> list[str]:
    """A header in which the total of a row of months is called by what it is."""
    if len(head) > 12 and {cell[:3].lower() for cell in head} >= _MONTHS:
        return [head[0], *("return" if cell.lower() in {*_WHOLE_YEAR, head[0].lower()} else cell for cell in head[1:])]
    return head
