"""Which of several things each number of a tool's running text is of: "on PEP it closed 241 trades, on KO 264"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from validators.grounding.answer.named_text import named_text
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.said_name import OPEN_REFERENCE, Names, names_of, with_former
from validators.grounding.tools.every_number import every_number
from validators.grounding.tools.keys import KINDS
from validators.grounding.tools.names.known_names import is_name
from validators.grounding.tools.said import ALIASED
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.numbers.quantity import Quantity

_IDENTIFIER = re.compile(r"(?<![\w./-])(?=\w*[a-z])[A-Za-z]+(?:_[A-Za-z\d]+)+(?![\w/])")  # "SNIPE_slow"
_PROPER = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,20}(?![\w-])")  # a capital within a sentence
_OF_RUNS = KINDS | {"name", ALIASED}
_OFTEN = 3  # times that a word is told before it is a name
_FEWEST, _MOST = 2, 8  # names
_PARAGRAPH = "\n\n"


def names_in_prose(text: str, found: Sequence[Quantity], known: Mapping[str, str]) -> dict[int, Mapping[str, str]]:
    """What each number (by its place in `found`) is said to be of, by kind, where the text speaks of several things of a kind."""
    dimensions = _rivals(text, known)
    if not dimensions:
        return {}
    named = named_text(text, dimensions)
    outline = Outline(named.text)
    placed = outline.placed(every_number(named.text))
    starts = {quantity.start: number for number, quantity in enumerate(found)}
    told: dict[int, dict[str, str]] = {}
    for dimension in dimensions:
        mentions = outline.placed(with_former(outline, named.mentions[dimension]))
        for place, numbers in placed.items():
            for quantity, names in zip(numbers, _names_of(outline, place, numbers, mentions), strict=True):
                number = starts.get(named.raw_span(quantity.start, quantity.end)[0])
                if names is not None and len(names) == 1 and number is not None:
                    told.setdefault(number, {})[dimension] = next(iter(names))
    return dict(told)


def _rivals(text: str, known: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The kinds of which a text names several things, with their names."""
    held: dict[str, set[str]] = {}
    for name, kind in known.items():
        if kind in _OF_RUNS and name in text and f"# {name}\n" not in text:
            held.setdefault(kind, set()).add(name)
    rivals = {kind: frozenset(names) for kind, names in held.items() if _FEWEST <= len(names) <= _MOST}
    if not rivals:
        own = frozenset(_told_by_form(text))
        rivals = {"name": own} if _FEWEST <= len(own) <= _MOST else {}
    return rivals


def _told_by_form(text: str) -> Iterator[str]:
    """The names of a text by their form: identifiers, and words that have a capital wherever they stand."""
    identifiers = {match[0] for match in _IDENTIFIER.finditer(text) if metric_of_key(match[0]) not in METRICS}
    parts = Counter(part for each in identifiers for part in set(each.split("_")))
    yield from (
        each for each in identifiers if any(parts[part] > 1 for part in each.split("_"))
    )  # variants of one thing
    proper = Counter(match[0] for match in _PROPER.finditer(text))
    yield from (
        word for word, count in proper.items() if count >= _OFTEN and is_name(word) and word.lower() not in text
    )


def _names_of(
    outline: Outline, place: int, numbers: Sequence[Quantity], mentions: Names
) -> Sequence[frozenset[str] | None]:
    found = names_of(outline, place, numbers, mentions)
    if place in mentions or any(found):
        return found
    return [_above(outline, place, mentions)] * len(numbers)


def _above(outline: Outline, place: int, mentions: Names) -> frozenset[str] | None:
    """What the sentences before one in its paragraph named last, where that is one thing."""
    passage = outline.passages[place]
    if OPEN_REFERENCE.search(outline.text, passage.start, passage.end):
        return None
    for before in range(place - 1, -1, -1):
        earlier = outline.passages[before]
        if _PARAGRAPH in outline.text[earlier.start : passage.start]:
            return None
        if mentions.get(before):
            means = {mention.means for mention in mentions[before]}
            return means.pop() if len(means) == 1 else None
    return None
