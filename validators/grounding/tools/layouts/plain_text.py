"""A tool's plain text without what only draws or prefixes it: boxes and trees, marks and the heads of a log's lines, underscores in
numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from validators.grounding.tools.layouts.markup import unmarked

_BAR, _DRAWN = re.compile("[│┃║╎╏┆┇┊┋]"), re.compile("[\u2500-\u257f]")  # what a box is drawn with
_GROUPED = re.compile(r"(?<![\w.])([-+]?\d{1,3}(?:_\d{3})+)(?=\.\d|[^\w]|$)")  # "100_000.00"
_SPACED = re.compile(r"(?:(?<=[:(] )|(?<=[ ]{2})|(?<=\())[-−]?\d{1,3}(?: \d{3})+(?=\.\d\d(?!\d))")  # "1 234.50"
_BARS = re.compile(r"\|(?:[ \t]{1,4}\|)?")  # between panels, or the boxes that they are in
_SHORTCODE = re.compile(r"(?<![\w:]):[a-z][a-z_+-]{1,40}:(?![\w:])[ ]?")  # of an emoji
_COUNTER = re.compile(r"(?m)^[ \t]*\[\d{1,4}/\d{1,4}\][ \t]+")  # "[2/3] simulating ... ok"
_SHORTEST_WRAPPED, _LONGEST_WRAPPED, _FEWEST_WORDS = 50, 130, 7  # of a line of prose that may go on in the next
_WRAPPING = frozenset("abcdefghijklmnopqrstuvwxyz0123456789%,")
_GOES_ON = re.compile(r"[ ]{0,4}(?:[a-z]{2,}|[$€£]?\d[\d.,]{0,15}%?)(?:[,.]?[ ]|[,.]$)")
_APART = re.compile(r"[ ]{2,}|\t|[|=]|^[-*•#;]|,(?=[^\W\d])")
_BOX = re.compile(r"[ ]*\[[ ]{1,3}([^\s\[\]][^\[\]\n]{0,40}?)[ ]{1,9}\]")
_FIELD_NUMBER = re.compile(r"[ \t]*\d{1,2}[a-z]?[.)]?[ ]{1,3}(?=[A-Za-z])")
_BORDER = re.compile(r"[ \t]*\+[-=]")
_LABEL_THEN_FIGURE = re.compile(r"[^\d|]{0,3}[A-Za-z][^|]{0,40}?(?:[ ]{1,40}|[ .]*:[ ]|[.]{2,}[ ]?)[-+−($€£]{0,3}\d")
_NOTE = re.compile(r"(?:^|\n|[ ]{2,})[ \t]{0,8}(\([a-z\d]\)|\[[a-z\d]\]|[*†‡§¹²³]{1,3})[ ](?=[A-Za-z])")
_NOTE_MARK = re.compile(r"(?<=[\w%.)])(?:\([a-z\d]\)|\[[a-z\d]\]|[*†‡§¹²³]{1,3})(?![\w*])")
_FEWEST_BRANCHES = 3
_LEVEL = r"(?:\[?(?:TRACE|DEBUG|INFO|RUN|STEP|START|DONE|END|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|OK|UNKNOWN|PASS(?:ED)?|FAIL(?:ED)?)\]?:{0,2}|\[(?:RES(?:ULTS?)?|STATS?|METRICS?|DATA|OUT(?:PUT)?|REPORT|SUMMARY) {0,3}\])"
_WRITER = r"(?:\[[\w.-]{1,40}\][ \t:|-]{0,8}|[a-z][\w.-]{0,60}(?:[ \t]{2,8}(?=[a-z\[=*#])|:[ \t]{1,2}(?=[a-z\[=*#])|[ \t]{0,20}[|][ \t]{1,8}|[ \t]{0,8}-[ \t]{1,8}(?=[a-z\[=*#])))"
_LOG_HEAD = re.compile(
    r"[ \t]*\[?(?:(?:\d{4}[-/]\d\d[-/]\d\d|\d{8})[T ,]{1,2}\d\d:\d\d(?::\d\d)?|\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t:|-]{1,8}"
    rf"(?:{_LEVEL}(?:[ \t:|-]{{1,8}}|$))?(?:{_WRITER}){{0,2}}",
    re.IGNORECASE,
)
_TAG = re.compile(r"[ \t]*(\[[A-Za-z][\w.-]{1,20}\])[ \t:]{1,3}(?=\S)")
_BARE_LEVEL = re.compile(rf"[ \t]*{_LEVEL}[ \t|-]{{1,3}}")
_CHANNEL = re.compile(r"[ \t]*[A-Za-z]{2,30}::[ \t]")  # "STATISTICS:: Sharpe Ratio 0.7"
_BRANCH = re.compile(r"((?:[ \t\u00a0]|\||│|┃)*)(?:[├└┣┗╰]|\+-|`-|\|-)[─━-]*[ ]")
_MARKED = re.compile(r"(?:(?:>{1,3}|[^\w\s\x00-\x7f|]{1,3})[ \t])+")  # arrows, emoji
_EMPHASIS = re.compile(r"(?<![\w*_`])(\*{1,2}|__?|`)(?=[^\s*_`])([^*_`\n]{1,60}?)(?<=\S)\1(?![\w*_`])")
_HEADED = re.compile(r"[ \t]{0,8}(?:[-*•+]|\d{1,3}[.)])[ \t]+[*_`]")
_FIELD = r"(?:ts|time|timestamp|level|lvl|severity|logger|caller|host|pid|app|service|component|module)"
_LOG_FIELDS = re.compile(rf"[ \t]*(?:{_FIELD}=(?:\"[^\"]*\"|\S+)[ \t]+)+", re.IGNORECASE)
_MESSAGE = re.compile(r"(?:msg|message|event)=(?:\"([^\"]*)\"|(\S+))[ \t]*", re.IGNORECASE)


def plain(text: str) -> str:
    """The text as a plain table or list would have it; the same text where there is nothing to take off."""
    text = _indented(unmarked(text))
    if _DRAWN.search(text):
        text = _DRAWN.sub("-", _BAR.sub("|", text))
        text = "\n".join(_unframed(line) for line in text.splitlines() if not line.strip() or line.strip(" |-"))
    if "_" in text:
        text = _GROUPED.sub(lambda number: number[1].replace("_", ","), text)
    text = _filled_in(text) if "[ " in text else text
    text = _unwrapped(_COUNTER.sub("", _SHORTCODE.sub("", _without_footnote_marks(text))))
    text = _SPACED.sub(lambda number: number[0].replace(" ", ","), text)
    return _without_marks(_without_log_heads(_one_below_the_other(_without_emphasis(text))))


def _without_footnote_marks(text: str) -> str:
    """The text without the marks, at the words of a table or of prose, of the notes that stand below it: "Sharpe(b)"."""
    marks = {note[1] for note in _NOTE.finditer(text)}
    if not marks:
        return text
    return _NOTE_MARK.sub(lambda mark: "" if mark[0] in marks else mark[0], text)


def _filled_in(text: str) -> str:
    """A form with each label and what is in its box on a line of its own, without the label's number: "3a Capital [ 1,200 ]"."""
    if len(_BOX.findall(text)) < _FEWEST_BRANCHES:
        return text
    lines = _BOX.sub(lambda box: f": {box[1]}\n", text).splitlines()
    return "\n".join(_FIELD_NUMBER.sub("", line) if ": " in line else line for line in lines)


def _unwrapped(text: str) -> str:
    """The text with each sentence that goes on in the next line on one line."""
    told: list[str] = []
    wraps = False
    for line in text.splitlines():
        goes_on = wraps and _GOES_ON.match(line) is not None and _APART.search(line.strip()) is None
        if goes_on and not (told[-1][-1:].isdigit() and line.lstrip()[:1].isdigit()):
            told[-1] = f"{told[-1]} {line.strip()}"
        else:
            told.append(line)
        wraps = _SHORTEST_WRAPPED <= len(line) <= _LONGEST_WRAPPED and line[-1] in _WRAPPING
        wraps = wraps and len(line.split()) >= _FEWEST_WORDS and _APART.search(line.strip()) is None
    return "\n".join(told) if len(told) < text.count("\n") + 1 - text.endswith("\n") else text


def _one_below_the_other(text: str) -> str:
    """The text with panels of labels and values that stand side by side between bars set below each other, each under its title."""
    lines = text.splitlines()
    cells = {place: _panel_cells(line) for place, line in enumerate(lines) if "|" in line}
    widths = Counter(len(row) for row in cells.values())
    width, height = widths.most_common(1)[0] if widths else (0, 0)
    rows = {place: row for place, row in cells.items() if len(row) == width}
    told = [cell for row in rows.values() for cell in row if cell]
    if width < 2 or height < _FEWEST_BRANCHES or 3 * sum(map(_is_pair, told)) < 2 * len(told):
        return text
    if any(len(set(labels)) < len(labels) for labels in map(_labels, zip(*rows.values(), strict=True))):
        return text  # a record a line
    panels: list[list[str]] = [[] for _ in range(width)]
    others: list[str] = []
    for place, line in enumerate(lines):
        titles = [cell.strip(" -=") for cell in line.strip(" +").split("+")] if _BORDER.match(line) else []
        if place in rows:
            for panel, cell in zip(panels, rows[place], strict=True):
                panel.append(cell)
        elif len(titles) == width and all(titles):
            for panel, title in zip(panels, titles, strict=True):
                panel.append(f"[{title}]")
        elif not titles:
            others.append(line)
    return "\n".join((*others, *(line for panel in panels for line in ("", *filter(None, panel)))))


def _panel_cells(line: str) -> list[str]:
    return [cell.strip() for cell in _BARS.split(line.strip().removeprefix("|").removesuffix("|"))]


def _is_pair(cell: str) -> bool:
    return _LABEL_THEN_FIGURE.match(cell) is not None


def _labels(cells: Iterable[str]) -> list[str]:
    return [found[0].rstrip("-+−($€£0123456789") for found in map(_LABEL_THEN_FIGURE.match, cells) if found]


def _without_emphasis(text: str) -> str:
    """The text without the marks that set off words within its lines: a line set off as a whole is a heading, and so is the item of a
    list that begins with them."""
    if _EMPHASIS.search(text) is None:
        return text
    return "\n".join(
        line
        if _HEADED.match(line) or _EMPHASIS.fullmatch(line.strip().removesuffix(":"))
        else _EMPHASIS.sub(r"\2", line)
        for line in text.split("\n")
    )


def _unframed(line: str) -> str:
    """A line within a box that has no bars but this one's."""
    body = line.strip()
    return body[1:-1] if len(body) > 1 and body[0] == body[-1] == "|" and body.count("|") == 2 else line


def _indented(text: str) -> str:
    """A tree as indented lines, those that others branch off with a colon behind; any other text as it is."""
    lines = text.splitlines()
    branches = [_BRANCH.match(line) for line in lines]
    if sum(match is not None for match in branches) < _FEWEST_BRANCHES:
        return text
    depths = [len(match[1]) + 2 if match else 0 for match in branches]
    told = [line[match.end() :] if match else line for line, match in zip(lines, branches, strict=True)]
    return "\n".join(
        f"{' ' * depth}{line}{':' if below > depth and ':' not in line else ''}"
        for line, depth, below in zip(told, depths, [*depths[1:], 0], strict=True)
    )


def _without_marks(text: str) -> str:
    """The lines of which most begin with a mark, without it."""
    lines = [line for line in text.splitlines() if line.strip()]
    found = [_MARKED.match(line) for line in lines]
    if 2 * sum(match is not None for match in found) <= len(lines) or len(lines) < _FEWEST_BRANCHES:
        return text
    return "\n".join(line[match.end() :] if match else line for line, match in zip(lines, found, strict=True))


def _tag(lines: Sequence[str]) -> re.Pattern[str]:
    """What the lines begin with that have the first one's tag: "[sweep] 1/4 fee=2"."""
    tag = _TAG.match(lines[0]) if lines else None
    return _TAG if tag is None else re.compile(rf"[ \t]*{re.escape(tag[1])}[ \t:]{{1,3}}")


def _without_log_heads(text: str) -> str:
    """The lines of a log without the time, the level and the writer of each; a text that is no log as it is."""
    lines = text.splitlines()
    said = [line for line in lines if line.strip()]
    for head in (_LOG_HEAD, _BARE_LEVEL, _CHANNEL, _LOG_FIELDS, _tag(said)):
        found = [head.match(line) for line in lines]
        if 2 * sum(match is not None for match in found) > len(said) > 1:
            told = [line[match.end() :] if match else line for line, match in zip(lines, found, strict=True)]
            return "\n".join(
                _MESSAGE.sub(lambda message: f"{message[1] or message[2]} ", _LOG_FIELDS.sub("", line, 1), count=1)
                for line in told
            )
    return text
