"""The lines of a file that may be huge and may be anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAX_LINE_BYTES = 8 * 1024 * 1024
"""Longer lines are quarantined unread. A context of a million tokens is about 4 MB of text, so nothing that a model
could learn from is longer; and a decoded line takes several times its size in memory."""

_BOM = b"\xef\xbb\xbf"
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its end. `number` counts from 1, `offset` and `length` are bytes.

    Of a line over the limit, `content` is only the beginning; `length` is always the whole line's.
    """

    number: int
    offset: int
    content: bytes
    length: int


def read_lines(stream: BinaryIO, *, max_line_bytes: int) -> Iterator[Line]:
    """The lines that are not blank. Never holds more than one line of `max_line_bytes`; CRLF ends and a BOM are taken off."""
    number = offset = 0
    while read := stream.readline(max_line_bytes + 2):
        number += 1
        start, length = offset, len(read)
        content, last = read, read
        while not last.endswith(b"\n") and (more := stream.readline(_CHUNK)):
            length += len(more)
            last = last[-1:] + more
        offset += length
        if number == 1 and content.startswith(_BOM):
            content, start, length = content[len(_BOM) :], start + len(_BOM), length - len(_BOM)
        length -= len(last) - len(last.rstrip(b"\r\n"))
        content = content[:length]
        if content.strip(b" \t\r\n"):
            yield Line(number=number, offset=start, content=content, length=length)
