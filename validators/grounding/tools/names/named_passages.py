"""Running text on several things, by what each of its sentences is about: "A made 12%. It closed 40 trades. B made 9%."."""

import re
from collections.abc import Iterator, Mapping

from validators.grounding.answer.layout import SENTENCE_END

_SEVERAL = 2
_PARAGRAPH = re.compile(r"\n\s*\n")


def named_passages(text: str, names: re.Pattern[str], known: Mapping[str, str]) -> list[tuple[str, Mapping[str, str]]]:
    """The stretches of a text, each with what it names; the whole text, naming nothing, where it tells no two things apart. A sentence
    without a name goes on about what the one before it in its paragraph names; one with several names is about none."""
    found: dict[str, set[str]] = {}
    for match in names.finditer(text):
        found.setdefault(known[match[0]], set()).add(match[0])
    apart = {dimension for dimension, told in found.items() if len(told) >= _SEVERAL}
    if not apart:
        return [(text, {})]
    passages: list[tuple[str, Mapping[str, str]]] = []
    for paragraph in _split(text, _PARAGRAPH):
        scope: dict[str, str] = {}
        for sentence in _split(paragraph, SENTENCE_END):
            for dimension in apart:
                told = {match[0] for match in names.finditer(sentence) if known[match[0]] == dimension}
                if len(told) == 1:
                    scope = {**scope, dimension: told.pop()}
                elif told:
                    scope = {each: name for each, name in scope.items() if each != dimension}
            if passages and passages[-1][1] == scope:
                passages[-1] = (passages[-1][0] + sentence, scope)
            else:
                passages.append((sentence, scope))
    return passages


def _split(text: str, ends: re.Pattern[str]) -> Iterator[str]:
    begin = 0
    for end in ends.finditer(text):
        yield text[begin : end.end()]
        begin = end.end()
    yield text[begin:]
