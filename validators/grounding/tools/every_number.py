"""Every number of a tool's text: those that an answer would state there, and those that stand where it would state none."""

import re

from msgspec.structs import replace

from validators.numbers.quantity import Quantity
from validators.numbers.scan import quantities

# Behind a heading's mark, glued to a key or a comma: a decimal, a percentage, or a whole number that a sign sets out as a value;
# or part of a name: the "top 40", a "200-day" average.
_SET_OUT = re.compile(
    r"(?:(?<![^\s\"'(\[{|>=:,;])[-+]?\d++(?:\.\d++%?+|%)|(?<=[=:,;|])[ \t]?[-+]?\d++)"
    r"(?=[\s\"')\]}|<;]|,(?!\d{3}(?!\d))|\.?\Z|\.\s)"
    r"|(?:(?<=\b[Tt]op )|(?<=\b[Bb]ottom ))\d{1,4}\b(?![.,]?\d|%)|(?<![\w.,/-])\d{1,4}(?=-[a-z]{3})"
)


def every_number(text: str) -> tuple[Quantity, ...]:
    """The numbers of a tool's text, in order: a layout that nobody thought of hides none."""
    found = quantities(text)
    taken = [(each.start, each.end) for each in found]
    more: list[Quantity] = []
    place = 0
    for match in _SET_OUT.finditer(text):
        while place < len(taken) and taken[place][1] <= match.start():
            place += 1
        if place == len(taken) or taken[place][0] >= match.end():
            written = match.group().strip()
            start = match.end() - len(written)
            more.extend(replace(each, start=start + each.start, end=start + each.end) for each in quantities(written))
    return tuple(sorted((*found, *more), key=lambda each: each.start)) if more else found
