"""A tool's plain text without what only draws or prefixes it: boxes and trees, marks and the heads of a log's lines, underscores in
numbers."""

import re

_BAR, _DRAWN = re.compile("[│┃║╎╏┆┇┊┋]"), re.compile("[\u2500-\u257f]")  # what a box is drawn with
_GROUPED = re.compile(r"(?<![\w.])([-+]?\d{1,3}(?:_\d{3})+)(?=\.\d|[^\w]|$)")  # "100_000.00"
_SPACED = re.compile(r"(?:(?<=[:(] )|(?<=[ ]{2})|(?<=\())[-−]?\d{1,3}(?: \d{3})+(?=\.\d\d(?!\d))")  # "1 234.50"
_FEWEST_BRANCHES = 3
_LEVEL = r"\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\]?:{0,2}"
_WRITER = r"(?:\[[\w.-]{1,40}\][ \t:|-]{0,8}|[a-z][\w.-]{0,60}(?:[ \t]{2,8}|:[ \t]{1,2}|[ \t]{0,8}[|-][ \t]{1,8})(?=[a-z\[=*#]))"
_LOG_HEAD = re.compile(
    r"[ \t]*\[?(?:\d{4}[-/]\d\d[-/]\d\d|\d{8})[T ,]{1,2}\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t:|-]{1,8}"
    rf"(?:{_LEVEL}(?:[ \t:|-]{{1,8}}|$))?{_WRITER}?",
    re.IGNORECASE,
)
_BARE_LEVEL = re.compile(rf"[ \t]*{_LEVEL}[ \t|-]{{1,3}}")
_CHANNEL = re.compile(r"[ \t]*[A-Za-z]{2,30}::[ \t]")  # "STATISTICS:: Sharpe Ratio 0.7"
_TITLES_DOUBLED = re.compile(r"(?m)^[ \t]*\|\|[^\n]*")  # "|| Metric || Value ||", above "| CAGR | 7% |"
_BRANCH = re.compile(r"((?:[ \t\u00a0]|\||│|┃)*)(?:[├└┣┗╰]|\+-|`-|\|-)[─━-]*[ ]")
_MARKED = re.compile(r"(?:(?:>{1,3}|[^\w\s\x00-\x7f|]{1,3}|:[a-z_]{3,40}:)[ \t])+")  # arrows, emoji
_EMPHASIS = re.compile(r"(?<![\w*_`])(\*{1,2}|__?|`)(?=[^\s*_`])([^*_`\n]{1,60}?)(?<=\S)\1(?![\w*_`])")
_FIELD = r"(?:ts|time|timestamp|level|lvl|severity|logger|caller|host|pid|app|service|component|module)"
_LOG_FIELDS = re.compile(rf"[ \t]*(?:{_FIELD}=(?:\"[^\"]*\"|\S+)[ \t]+)+", re.IGNORECASE)
_MESSAGE = re.compile(r"(?:msg|message|event)=(?:\"([^\"]*)\"|(\S+))[ \t]*", re.IGNORECASE)


def plain(text: str) -> str:
    """The text as a plain table or list would have it; the same text where there is nothing to take off."""
    text = _TITLES_DOUBLED.sub(lambda titles: titles[0].replace("||", "|"), text) if "||" in text else text
    text = _indented(text)
    if _DRAWN.search(text):
        text = _DRAWN.sub("-", _BAR.sub("|", text))
        text = "\n".join(_unframed(line) for line in text.splitlines() if not line.strip() or line.strip(" |-"))
    if "_" in text:
        text = _GROUPED.sub(lambda number: number[1].replace("_", ","), text)
    text = _SPACED.sub(lambda number: number[0].replace(" ", ","), text)
    return _without_marks(_without_log_heads(_without_emphasis(text)))


def _without_emphasis(text: str) -> str:
    """The text without the marks that set off words within its lines: a line set off as a whole is a heading."""
    if _EMPHASIS.search(text) is None:
        return text
    return "\n".join(
        line if _EMPHASIS.fullmatch(line.strip().removesuffix(":")) else _EMPHASIS.sub(r"\2", line)
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


def _without_log_heads(text: str) -> str:
    """The lines of a log without the time, the level and the writer of each; a text that is no log as it is."""
    lines = [line for line in text.splitlines() if line.strip()]
    for head in (_LOG_HEAD, _BARE_LEVEL, _CHANNEL, _LOG_FIELDS):
        found = [head.match(line) for line in lines]
        if 2 * sum(match is not None for match in found) > len(lines) > 1:
            told = [line[match.end() :] if match else line for line, match in zip(lines, found, strict=True)]
            return "\n".join(
                _MESSAGE.sub(lambda message: f"{message[1] or message[2]} ", _LOG_FIELDS.sub("", line, 1), count=1)
                for line in told
            )
    return text
