"""Lines that give a value under a name ("Signal window: 250 days", "| Data frequency | monthly |"): which topic the name's words are of."""

import re

from validators.methodology.passages import Passage
from validators.methodology.topic_names import CANONICAL, topic_of

_LINE = re.compile(r"(?P<name>[a-z][^:;.!?|=>→]{1,48}?) ?(?:[:=|→]+|-+>|=+>| -{1,2} ) ?(?=[^\s:])")
_LONGEST_LINE = 130  # characters
_OF_ANOTHER = re.compile(
    r"(?:the )?(?:benchmark|reporting|reports?|publication|newsletter|factsheet|dashboard|peers?|competitors?|broker|custody|management) (?:[\w-]+ ?){1,3}"
)


def is_of_another(passage: Passage) -> bool:
    """Whether a line's name is of somebody else's value ("Benchmark fee: 10 bps")."""
    return _OF_ANOTHER.fullmatch(_name_of(passage)[0]) is not None


def under_topic(passage: Passage) -> tuple[str, Passage] | None:
    """The topic that a passage gives a value of under a name, and the passage with the name under which that topic is read."""
    name, value = _name_of(passage)
    key = topic_of(name)
    if key is None:
        return None
    return key, passage.under(CANONICAL[key], value)


def _name_of(passage: Passage) -> tuple[str, int]:
    """The name that a line begins with and where its value begins; no name where it has none."""
    if len(passage.text) > _LONGEST_LINE:
        return "", 0
    line = None if passage.label else _LINE.match(passage.text)
    name, value = (line["name"], line.end()) if line else (passage.text[: passage.label], passage.label)
    return name.strip(" ?:=-"), value
