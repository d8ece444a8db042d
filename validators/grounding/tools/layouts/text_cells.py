"""The cells of a line of text: what stands before and between them, and which hold a figure."""

import re

RULE_ROW = re.compile(r"[\s|:+=-]+$")
FIGURE = re.compile(r"[-+−(]{0,2}[$€£]?\d|[^\d(]{0,24} [-+−]?[$€£]?\d[\d.,]*%?$")
WIDE = re.compile(r"[ ]{2,}|\t|(?<=[\w%)])[ ](?=[-−]\d)")  # pandas sets one blank before a minus
_BULLET = re.compile(
    r"[ \t]{0,8}(?:(?:[-*•>→]|[-=]>|\[?\d{1,3}/\d{1,3}\]?:?)[ \t]+|#?\d{1,3}[.)]?[ \t]+(?=[A-Za-z\d])(?!(?:bps?|basis)\b))?"
)


def without_bullet(line: str) -> str:
    """A line without the bullet or the number that it begins with as one of a list."""
    return line[_BULLET.match(line).end() :].strip()  # type: ignore[union-attr]
