"""Lines of a log: when each was written, how grave it is and by which part of a program, before what it tells."""

import re

_HEAD = re.compile(
    r"[ \t]{0,4}\[?\d{4}[-/]\d\d[-/]\d\d[T ,]{1,2}\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t:|-]{1,8}"
    r"(?:\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\]?(?:[ \t:|-]{1,8}|$))?"
    r"(?:(?:\[[\w.-]{1,40}\]|[a-z][\w.]{0,40}(?=[ \t]{2}|:[ \t]|[ \t]*[|-][ \t]))[ \t:|-]{1,12})?",
    re.IGNORECASE,
)
_SHARE = 0.8  # of the lines that a log dates


def without_log_heads(text: str) -> str:
    """The text of a log without what stands before each of its messages; any other text as it is."""
    lines = [line for line in text.splitlines() if line.strip()]
    heads = [_HEAD.match(line) for line in lines]
    dated = sum(head is not None for head in heads)
    if dated < 2 or dated < _SHARE * len(lines):
        return text
    return "\n".join(line[head.end() :] if head else line for line, head in zip(lines, heads, strict=True))
