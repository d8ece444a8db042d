"""Which of a passage's telling words stands nearest to a value."""

import re
from collections.abc import Sequence

_BREAK = re.compile(r"[;()]|,(?! which\b)|\b(?:and|but|while|whereas|then)\b")


def nearest(
    text: str, signs: Sequence[re.Match[str]], start: int, end: int, *, per_break: int, after: int, limit: int
) -> re.Match[str] | None:
    """The sign nearest to text[start:end] in characters, None where all are `limit` or more away.

    A comma, a bracket or an "and" between them counts as `per_break` characters, a sign that only follows as `after` more.
    """
    best, least = None, float(limit)
    for sign in signs:
        if sign.start() < end and start < sign.end():
            return sign
        follows = sign.start() >= end
        left, right = (end, sign.start()) if follows else (sign.end(), start)
        distance = right - left + (after if follows else 0)
        if distance < least:
            distance += per_break * len(_BREAK.findall(text, left, right))
            if distance < least:
                best, least = sign, distance
    return best
