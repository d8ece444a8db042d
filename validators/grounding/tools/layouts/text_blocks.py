"""Plain text in blocks of like lines, one for each of several things: below a title, a line that they are indented under, the first
line of a paragraph, a line that names a run, or as the two sides of a diff."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import is_name_key, role_of
from validators.grounding.tools.layouts.line_records import FEE_LEAD, told_apart
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS

_MOST_LINES = 2_000
_MOST_BLOCKS = 60
_LONGEST_HEADING = 70
_FEWEST = 2  # blocks
_MOST_ABOVE = 5  # lines above a diff
_NUMBER = re.compile(r"[-+−(]{0,2}[$€£]?[-+−]?\d[\d,]*(?:\.\d+)?%?\)?")
_BLANKS = re.compile(r"[ \t.]{2,}|\t")
_TITLE = re.compile(
    r"(?:={2,}|-{2,}|\*{2,}|#{1,4}|~{2,})[ \t]*([^=*#~|]{1,60}?)[ \t]*(?:={2,}|-{2,}|\*{2,}|#{1,4}|~{2,})?:?"
)
_BRACKETED = re.compile(r"-?\[{1,2}([^\]\[|=]{1,60})\]{1,2}[-+]*:?")
_SET_TO = re.compile(r"(-{2,} [A-Za-z][\w ()]{0,24}?) ?= ?(\d[^=|]{0,30}? -{2,})")  # "--- fee = 3 bps ---"
_KEYED = re.compile(r"([A-Za-z][A-Za-z_]{2,24}) (\S[^:=]{0,40})")  # "trade T3"
_KEYS = frozenset(
    "month year quarter week day date period window trade episode drawdown cycle phase regime sleeve class fund mandate portfolio account client "
    "desk scenario segment region country sector bucket fold split sample".split()
)
_COUNTED = re.compile(
    r"(?:record|row|run|result|entry|item|case|test|backtest)s?(?: ?#?\d{1,3})?|\d{1,3}\. row", re.IGNORECASE
)  # sets records apart, and names none
_COUNTED_LINE = re.compile(
    r"((?:record|row|run|result|entry|item|case|test|backtest) ?#?\d{1,3})[ \t]*:?", re.IGNORECASE
)
_CALLED = re.compile(
    r"(?:\[\w{1,3}\]|\(?\w\)|#?\d{1,2}[.)]|(?:run|model|strategy|case|scenario|variant|option|side) ?#?(?:\d{1,2}|[A-Za-z])?[:.)-])[ \t]*(?=\S)", re.IGNORECASE,
)  # fmt: skip
_NAMED = re.compile(r"[ \t>*•-]{0,8}([A-Za-z][A-Za-z _-]{0,24}?)[ \t]{0,8}[:=][ \t]{0,8}(\S[^\n]{0,60})")
_A_NUMBER = re.compile(r"(?<![\w-])(?<!\w\.)[-+]?[$€£]?\d")
_NAME_FIRST = re.compile(
    r"[ \t>•·-]{0,8}(?:\d{1,2}[.)][ \t])?(?:(\*{1,2}|`|__?)([^\s*`][^*`]{0,40}?)\1[ \t]*[:,–-]?|([A-Za-z][^:=|\n]{0,40}):)[ \t]+(\S[^\n]*)"
)  # the name in another type, or before a colon
_ASIDE = re.compile(r"([^\[\]()]{1,60}?)[ \t]{0,8}[\[(]([^\[\]()]{2,60})[\])]:?")
_LISTED = re.compile(r"[|\t=]|[ ]{2,}|,\S")  # in a line of a table or of pairs
_HASHES = re.compile(r"[ ]{0,3}(#{1,6})[ \t]")
_RULE = re.compile(r"[\s=*~#_-]+")


class Block(NamedTuple):
    """What a block is called, its lines, and the key of what it is called by, where its title says that."""

    heading: str
    lines: list[str]
    key: str | None = None


def blocks(text: str) -> tuple[list[Block], list[str]] | None:
    """(the blocks of a text, its other lines); None where it has none, or where fewer than two are alike."""
    lines = [line.rstrip() for line in text.splitlines()]
    if not _FEWEST < len(lines) <= _MOST_LINES:
        return None
    for read in (_sides_of_diff, _titled, _indented, _paragraphs, _below_first, _named):
        found = read(lines)
        if found is not None and (told := _alike(*found)) is not None:
            return told
    return None


def called(block: Block) -> tuple[str, str] | None:
    """(the key, the name) of a heading that says both: "Strategy: carry"."""
    if block.key is not None:
        return block.key, block.heading
    match = _NAMED.fullmatch(block.heading)
    if match is not None and (fee := FEE_LEAD.fullmatch(match[2])) is not None and role_of(match[1]) == "parameter":
        return "fee_bps", fee[1]
    return (match[1], match[2].strip(" :*")) if match is not None and is_name_key(match[1]) else None


def is_counted(heading: str) -> bool:
    """Whether a heading only sets its block apart: "RECORD 2", "run"."""
    return _COUNTED.fullmatch(heading) is not None


def _alike(found: Sequence[Block], rest: list[str]) -> tuple[list[Block], list[str]] | None:
    """The blocks with the lines after the last that no other block has apart; None where they are not alike."""
    headings = [block.heading for block in found if not is_counted(block.heading)]
    if not _FEWEST <= len(found) <= _MOST_BLOCKS or len(set(headings)) < len(headings):
        return None
    forms = [[_form(line) for line in block.lines] for block in found]
    held = Counter(form for each in forms for form in set(each))
    told = [[form for form in each if "#" in form] for each in forms]
    if not all(each and 2 * sum(held[form] > 1 for form in each) >= len(each) for each in told):
        return None
    last = len(forms[-1])
    while last > 1 and held[forms[-1][last - 1]] < _FEWEST:
        last -= 1
    *others, final = found
    return [*others, final._replace(lines=final.lines[:last])], [*rest, *final.lines[last:]]


def _form(line: str) -> str:
    """A line without its numbers."""
    return _BLANKS.sub(" ", _NUMBER.sub("#", line.strip()))


def _heading(line: str) -> str | None:
    """What a line calls the lines below it; None where it tells a number itself, but for a year or a fee."""
    said = line.strip().strip("*_`").removesuffix(":").strip()
    match = _CALLED.match(said)
    own = said[match.end() :] if match is not None else said
    if not own or len(own) > _LONGEST_HEADING or not any(map(str.isalnum, own)) or _LISTED.search(own):
        return None
    plain = not _A_NUMBER.search(own) or FEE_LEAD.search(own) is not None or bool(dates_in(own))
    return own if plain else None


def _headed(line: str) -> Block | None:
    """The block that a line begins: one that is its heading, or that tells numbers behind the name: "*KO* ended at $97,191"."""
    heading = _heading(line)
    if heading is not None:
        return Block(heading, [])
    aside = _ASIDE.fullmatch(line)
    if aside is not None and (heading := _heading(aside[1])) is not None:
        return Block(heading, [aside[2]])  # "1. carry  [Sharpe 0.83]"
    match = _NAME_FIRST.fullmatch(line)
    name = (match[2] or match[3]).strip(" :*") if match is not None else ""
    if match is None or not name or is_name_key(name) or (len(name) > 1 and metric_of_key(name) in METRICS):
        return None
    return Block(name, [match[4]])


def _titled(lines: Sequence[str]) -> tuple[list[Block], list[str]] | None:
    """Blocks below titles set apart by marks: "== carry ==", "[carry]", "### carry", "[A] carry"."""
    found: list[Block] = []
    rest: list[str] = []
    level = _level(lines)
    key = _shared_key(lines)
    for line in filter(str.strip, _ruled(lines)):
        depth = _depth(line)
        if depth and depth != level and (found or depth < level):
            (rest if depth < level else found[-1].lines).append(line)
            continue
        body = _SET_TO.sub(r"\1: \2", line.strip())
        match = _TITLE.fullmatch(body) or _BRACKETED.fullmatch(body) or _COUNTED_LINE.fullmatch(body)
        keyed = _KEYED.fullmatch(match[1]) if match is not None and key is not None else None
        if keyed is not None and keyed[1] == key:
            found.append(Block(keyed[2], [], key))
            continue
        if match is None and _CALLED.match(body) and not _NUMBER.search(body[_CALLED.match(body).end() :]):  # type: ignore[union-attr]
            heading = _heading(body)
        else:
            heading = (
                None if match is None else match[1].strip() if is_counted(match[1].strip()) else _heading(match[1])
            )
        if heading is not None:
            found.append(Block(heading, []))
        elif not found:
            rest.append(line)
        elif not _RULE.fullmatch(line):
            found[-1].lines.append(line)
    return found, rest


def _shared_key(lines: Sequence[str]) -> str | None:
    """The key with which all titles begin, each with a name, a time or a setting behind it: "== month 2019-05 ==", "== month 2019-06 ==".
    What a run found is no title."""
    matched = (_TITLE.fullmatch(line.strip()) or _BRACKETED.fullmatch(line.strip()) for line in lines)
    titles = [match[1] for match in matched if match is not None and ":" not in match[1]]  # "# trades: 7" is none
    told = [_KEYED.fullmatch(title) for title in titles]
    pairs = [(each[1], each[2]) for each in told if each is not None]
    if not _FEWEST <= len(pairs) == len(titles) or len({key for key, _ in pairs}) > 1 or len(set(pairs)) < len(pairs):
        return None
    key = pairs[0][0]
    named = is_name_key(key) or key.lower() in _KEYS or role_of(key) is not None
    return key if named else None


def _level(lines: Sequence[str]) -> int:
    """How many marks the outermost headings have of which there are several: "# all", "## carry", "## moth"."""
    depths = Counter(map(_depth, lines))
    return min((depth for depth, count in depths.items() if depth and count >= _FEWEST), default=0)


def _depth(line: str) -> int:
    marks = _HASHES.match(line)
    return len(marks[1]) if marks is not None else 0


def _ruled(lines: Sequence[str]) -> list[str]:
    """The lines with those that stand between two rules as titles, without the words that all of these have."""
    told = [line for line in lines if line.strip()]
    places = [
        place
        for place in range(1, len(told) - 1)
        if _RULE.fullmatch(told[place - 1]) and _RULE.fullmatch(told[place + 1]) and not _RULE.fullmatch(told[place])
    ]
    if len(places) < _FEWEST:
        return told
    titles = {place: " ".join(told[place].split()) for place in places}
    called = told_apart(list(titles.values()))
    return [
        f"== {called.get(titles[place], titles[place])} ==" if place in titles else line
        for place, line in enumerate(told)
    ]


def _indented(lines: Sequence[str]) -> tuple[list[Block], list[str]] | None:
    """Blocks of lines that stand deeper than the one above them."""
    told = [line.expandtabs() for line in lines if line.strip() and not _RULE.fullmatch(line)]
    depths = [len(line) - len(line.lstrip()) for line in told]
    parents = Counter(depth for depth, below in pairwise(depths) if below > depth)
    level = min((depth for depth, count in parents.items() if count >= _FEWEST), default=None)
    if level is None:
        return None
    found: list[Block] = []
    rest: list[str] = []
    inside = False
    for line, depth, below in zip(told, depths, [*depths[1:], 0], strict=True):
        if depth > level and inside:
            found[-1].lines.append(line)
            continue
        block = _headed(line) if depth == level < below else None
        inside = block is not None
        if block is not None:
            found.append(block)
        else:
            rest.append(line)
    return found, rest


def _paragraphs(lines: Sequence[str]) -> tuple[list[Block], list[str]] | None:
    """Paragraphs below a first line that tells no number."""
    found: list[Block] = []
    rest: list[str] = []
    for paragraph in _split(lines):
        block = _headed(paragraph[0]) if len(paragraph) > 1 else None
        body = [line for line in paragraph[1:] if not _RULE.fullmatch(line)]
        if block is not None and body:
            found.append(Block(block.heading, [*block.lines, *body]))
        else:
            rest.extend(paragraph)
    return found, rest


def _below_first(lines: Sequence[str]) -> tuple[list[Block], list[str]] | None:
    """The paragraphs but for the first, which tells of all of them: "Ticker: KO", "Start: 2009-01-04"."""
    paragraphs = _split(lines)
    first = next(paragraphs, [])
    found = _paragraphs([line for paragraph in paragraphs for line in (*paragraph, "")])
    return None if found is None else (found[0], [*first, *found[1]])


def _split(lines: Sequence[str]) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []


def _named(lines: Sequence[str]) -> tuple[list[Block], list[str]] | None:
    """Blocks that begin with a name, each under the same label: "Strategy: carry", "Strategy: moth"."""
    told = [(line, _NAMED.fullmatch(line)) for line in lines if line.strip() and not _RULE.fullmatch(line)]
    labels = Counter(match[1] for _, match in told if match is not None and is_name_key(match[1]))
    label = next((label for label, count in labels.items() if count >= _FEWEST), None)
    if label is None:
        return None
    found: list[Block] = []
    rest: list[str] = []
    for line, match in told:
        if match is not None and match[1] == label:
            found.append(Block(line.strip(), []))
        elif found:
            found[-1].lines.append(line)
        else:
            rest.append(line)
    return found, rest


def _sides_of_diff(lines: Sequence[str]) -> tuple[list[Block], list[str]] | None:
    """The two sides of a diff: "--- carry", "+++ moth", and what only one of them says."""
    told = [line for line in lines if line.strip()]
    start = next((place for place, line in enumerate(told[:_MOST_ABOVE]) if line.startswith("--- ")), None)
    if start is None or not told[start + 1 :] or not told[start + 1].startswith("+++ "):
        return None
    sides = [Block(line[4:].strip(), []) for line in told[start : start + 2]]
    rest = told[:start]
    for line in (line.strip("@ ") if line.startswith("@@") else line for line in told[start + 2 :]):
        own = sides[0] if line.startswith("-") else sides[1] if line.startswith("+") else None
        if own is None:
            rest.append(line)
        else:
            own.lines.append(line[1:])
    return sides, rest
