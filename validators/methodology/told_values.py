"""Values that the conversation's tools returned or were asked for: a variant's setting, a holding, a part of a result.

An answer that repeats one of them tells of that run, unless it says plainly that it is the strategy's own.
"""

import re
from functools import cached_property

from data.records import Trace
from validators.methodology.passages import fold
from validators.methodology.subjects import calls
from validators.methodology.topics.amounts import NUMBER, number

_LONGEST = 200_000  # characters of an output
_PROSE = re.compile(r"(?:\b[A-Za-z][a-z']+,? ){8,}")  # a document's or a note's, and no run's
_FACTS = ('"facts"', "evaluation_split")
_PHRASE = 3  # words: a longer argument is a question
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?(?:[T ]\d\d:\d\d(?::\d\d)?)?")
_FIGURE = re.compile(r"(?<![a-zA-Z\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_SAID = re.compile(rf"(?<![\w.])(?:{NUMBER})")
_NAME = re.compile(r"\b[A-Z]")  # "the FTSE 100"
_WORD = re.compile(r"[a-z]+")
_SCALES = (1.0, 0.01, 100.0, 0.0001, 10_000.0)  # "40%" stands as 0.4, "3 bps" as 0.0003
_SCALED = re.compile(r"%|\bper ?cent\b|\bpct\b|\d ?bps?\b|\b(?:bps?|basis)\b|\bparts?\b|/")
_UNSAYING = frozenset(
    "a an the of in on at by for with to its is are was no and or per side each way percent bps bp basis points only".split()
)
_DATED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split()
)


class ToldValues:
    """What the tools of one conversation told, without the documents that they found."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace

    @cached_property
    def _text(self) -> str:
        outputs = [
            message.content[:_LONGEST]
            for message in self._trace.messages
            if message.role == "tool"
            and not any(mark in message.content for mark in _FACTS)
            and _PROSE.search(message.content, 0, _LONGEST) is None
        ]
        asked = [
            str(value)
            for arguments in calls(self._trace)
            for value in arguments.values()
            if not isinstance(value, str) or len(value.split()) <= _PHRASE
        ]
        return "\n".join((*outputs, *asked))

    @cached_property
    def _numbers(self) -> frozenset[float]:
        return frozenset(round(float(each.replace(",", "")), 8) for each in _FIGURE.findall(_DATE.sub(" ", self._text)))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(fold(_HUMP.sub(" ", self._text))))

    def hold(self, said: str) -> bool:
        """Whether every number of what is said is one that the tools told, and every word of names and of words alone."""
        named = _NAME.search(said) is not None
        said = fold(said)
        numbers = [value for each in _SAID.findall(said) if (value := number(each)) is not None]
        scales = _SCALES if _SCALED.search(said) else _SCALES[:1]
        if not all(any(round(each * scale, 8) in self._numbers for scale in scales) for each in numbers):
            return False
        if numbers and not named:
            return True
        words = [word for word in _WORD.findall(said) if word not in _UNSAYING]
        return bool(words) and all(self._has(word) for word in words)

    def _has(self, word: str) -> bool:
        forms = {word, word.removesuffix("s"), f"{word}s"} | ({word[:3]} if word in _DATED else set())
        return not forms.isdisjoint(self._words)
