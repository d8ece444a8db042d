"""The fields of settings that an answer gives as JSON."""

import re
from collections.abc import Iterator

_OPENS = re.compile(r"\s*(?:json\s+)?(?:\{\s*)?\"[\w -]{2,40}\"\s*:")
_FIELD = re.compile(r"(?:^|[{,])\s*\"(?P<key>[\w -]{2,40})\"\s*:\s*")
_VALUE = re.compile(r"[\s\"'\[{]*(?P<value>.*?)[\s\"'\]},]*", re.DOTALL)


def json_fields(plain: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The key of each field of plain[start:end], and where its value stands without brackets and quotes; none where it is no JSON."""
    if not _OPENS.match(plain, start, end):
        return
    fields = list(_FIELD.finditer(plain, start, end))
    for field, following in zip(fields, [*(each.start() for each in fields[1:]), end], strict=True):
        value = _VALUE.fullmatch(plain, field.end(), following)
        if value and value["value"]:
            yield field["key"].strip(), *value.span("value")
