"""The layout of an answer: sentences, bullets under their heading, and table cells with their row and column."""

import re
from dataclasses import dataclass

SENTENCE_END = re.compile(r"(?:[.!?][\"'”’)\]*_`]*[ \t]+(?=[\"'“‘(\[*_~`+\-−$€£]*[A-Z0-9a-z\ue000])|\n+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:(?i:vs|approx|max|min|avg|ann|incl|excl|resp|std|st|dev)|ca|cf|e\.g|i\.e|p\.a|a\.m|p\.m|No|St|Inc|Corp|Ltd|Co|est|U\.S|fig)\.|[^\w][A-Z]\.)$"
)
BULLET = re.compile(r"([ \t]*)(?:[-*+•–]|\(?\d{1,3}[.)])[ \t]+")
_VALUE = r"[-−+($€£ ]{0,3}\d[\d.,]*[ ]?(?:%|[A-Za-z]{1,7})?\)?"  # a line of its own in bold type, under its heading
_HEADING = re.compile(
    rf"[ ]{{0,3}}#{{1,6}}[ \t]|[ \t]*\*\*(?!{_VALUE}\*\*)[^*\n]{{1,80}}\*\*:?[ \t]*$|[ \t]*__(?!{_VALUE}__)[^_\n]{{1,80}}__:?[ \t]*$"
)
_RULE_ROW = re.compile(r"[ \t:|+-]+$")
LONGEST_SENTENCE = 1000  # characters


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a table cell, at `start` to `end`. `parents` are the indices of the passages that speak for it (a heading,
    a bullet above, a table's row label and column header, then the other labels of the row), the nearest first; `previous` the passage before it in the running
    text. A `header` holds no claims of its own."""

    start: int
    end: int
    parents: tuple[int, ...] = ()
    previous: int | None = None
    header: bool = False
    cell: bool = False


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text`, in order."""
    found: list[Passage] = []
    above: list[tuple[int, int]] = []  # (indent, index): the headings and bullets that are open, outermost first
    table: list[list[int]] = []
    previous: int | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        start, at = at, at + len(line)
        if not body.strip():
            table = []
            continue
        if body.count("|") >= 2 or (table and "|" in body):
            if not table and body.startswith("|"):
                above = [pair for pair in above if pair[0] < 0]  # no table of the bullets before it
            if not ("-" in body and _RULE_ROW.match(body)):
                table.append(_row(found, text, body, start, table, [index for _, index in reversed(above)]))
            continue
        table = []
        heading = _HEADING.match(body) is not None
        bullet = None if heading else BULLET.match(body)
        indent = -1 if heading else len(bullet.group(1).expandtabs(4)) if bullet else -1
        if heading:
            above = []
        elif bullet:
            while above and above[-1][0] >= indent and above[-1][0] >= 0:
                above.pop()
        else:
            above = [pair for pair in above if pair[0] == -2]
        parents = tuple(index for _, index in reversed(above))
        first = len(found)
        previous = None if (bullet or heading) else previous
        begin = start + (bullet.end() if bullet else 0)
        for piece_start, piece_end in _pieces(text, begin, start + len(body)):
            found.append(Passage(piece_start, piece_end, parents, previous, heading and body.lstrip().startswith("#")))
            previous = len(found) - 1
        if len(found) == first:
            continue
        if heading:
            above = [(-2, first)]
        elif bullet:
            above.append((indent, first))
        elif body.rstrip("*_ ").endswith(":"):
            above = [pair for pair in above if pair[0] == -2] + [(-1, len(found) - 1)]
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences; a longer stretch without an end is cut, so that what is done for each pair of its numbers stays cheap."""
    pieces, begin = [], start
    for match in SENTENCE_END.finditer(text, start, end):
        if match.start() == start or _ABBREVIATION.search(text[max(begin, match.start() - 8) : match.start() + 1]):
            continue
        pieces.extend(_cut(text, begin, match.end()))
        begin = match.end()
    if begin < end:
        pieces.extend(_cut(text, begin, end))
    return pieces


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        stop = space + 1 if space > 0 else start + LONGEST_SENTENCE
        pieces.append((start, stop))
        start = stop
    pieces.append((start, end))
    return pieces


def _row(found: list[Passage], text: str, body: str, start: int, table: list[list[int]], above: list[int]) -> list[int]:
    cells: list[int] = []
    pieces = body.split("|")
    told = bool(table) or any(character.isdigit() for character in body)  # a header tells no numbers
    at = start
    for place, piece in enumerate(pieces):
        begin, at = at, at + len(piece) + 1
        if not piece.strip() and place in (0, len(pieces) - 1):
            continue
        speaking = [*(cells[:1] if told else ()), *(table[0][len(cells) : len(cells) + 1] if table else ())]
        if table and told:  # "| 1 | July | 9% |"
            speaking += [cell for cell in cells[1:] if any(map(str.isalpha, text[found[cell].start : found[cell].end]))]
        if (
            len(cells) > 1
            and _is_label(found, text, cells[-1])
            and _are_pairs(found, text, table[0] if table else cells)
        ):
            speaking = cells[-1:]
        found.append(Passage(begin, begin + len(piece), (*speaking, *above), None, False, told))
        cells.append(len(found) - 1)
    return cells


def _are_pairs(found: list[Passage], text: str, first: list[int]) -> bool:
    """Whether the first row of a table is no header, but labels and values in turn: "| CAGR | 9.7% | Trades | 120 |"."""
    return len(first) > 2 and [_is_label(found, text, cell) for cell in first[:3]] == [True, False, True]


def _is_label(found: list[Passage], text: str, cell: int) -> bool:
    told = text[found[cell].start : found[cell].end]
    return any(map(str.isalpha, told)) and not any(map(str.isdigit, told))
