"""Answers read passage by passage, each once: what they state, whoever they speak of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from validators.methodology.answered_questions import opening_reply
from validators.methodology.claims import Topic
from validators.methodology.cue_words import CueWords
from validators.methodology.ellipsis import (
    LABELS,
    NOTHING_ASKED,
    ONLY_WITH,
    Asked,
    Unsaid,
    is_interjection,
    may_leave_unsaid,
    spoken_of,
    without_reply,
)
from validators.methodology.labels import is_of_another, under_topic
from validators.methodology.model_names import Names
from validators.methodology.passages import Passage, ascii_lower, fold, passages
from validators.methodology.results import Percentages, spans, with_other_digits
from validators.methodology.results import alike as with_alike_results
from validators.methodology.statements import Reading
from validators.methodology.subjects import without_names
from validators.methodology.topics import evaluation_split, fee, leverage

_OF_SHARES = (evaluation_split,)  # what they read depends on what a percentage is
_OF_SIZES = (fee, leverage)  # or on how large it is
_REPLY = re.compile(r"(?:none|nothing|neither|nil|zero|no)\W*")
REMEMBERED = 10_000  # passages and answers whose reading is kept
LONGEST = 2_000  # characters of an answer that is kept: longer ones hardly come again


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An answer's passages with what each states; whether a statement is about a number that may be a result."""

    passages: Sequence[tuple[Passage, Reading]]
    about_results: bool


class AnswerReadings:
    """What answers state on the topics that some of the documents have a fact on. Offsets are the answer's."""

    def __init__(self, topics: Iterable[Topic], names: Names) -> None:
        self._names = names
        self.cues = CueWords(topics)
        self.cues_of_shares = CueWords(_OF_SHARES, without=evaluation_split.cues_of_no_share)
        self.cues_of_sizes = CueWords(_OF_SIZES)
        self._names_hold_results = any(with_alike_results(name, percent="alike") != name for name in names.spoken)
        self._nothing = Reading("", "", (), names)
        self._passages: dict[tuple[str, str], Reading] = {}
        self._answers: dict[tuple[str, Asked], Read] = {}

    def read(self, answer: str, asked: Asked = NOTHING_ASKED) -> Sequence[tuple[Passage, Reading]]:
        """The passages of an answer and what each states; answers that differ only in results that nothing is stated about are
        read once. Offsets are the answer's, the digits of results may be others."""
        lowered = ascii_lower(answer)
        shares, sizes = self.cues_of_shares.are_in(lowered), self.cues_of_sizes.are_in(lowered)
        read = self.plain(self.alike(answer, shares, sizes), asked)
        return (self.plain(answer, asked) if read.about_results else read).passages

    def plain(self, answer: str, asked: Asked) -> "Read":
        known = self._answers.get((answer, asked))
        if known is None:
            read = self.passages_of(answer, *asked)
            known = Read(passages=read, about_results=self._is_about_results(answer, asked, read))
            if len(answer) <= LONGEST:
                remember(self._answers, (answer, asked), known)
        return known

    def _is_about_results(self, answer: str, asked: Asked, read: Sequence[tuple[Passage, Reading]]) -> bool:
        """Whether a statement holds a result, or is another one where the results have other digits."""
        results = spans(answer)
        stating = [(passage, statement) for passage, reading in read for statement in reading.statements]
        if not results or not stating:
            return False
        for passage, statement in stating:
            start, end = passage.offset(statement.start), passage.offset(statement.end)
            if passage.quoted or passage.label or any(start < stop and begin < end for begin, stop in results):
                return True
        others = self.passages_of(with_other_digits(answer), *asked)
        return [reading.statements for _, reading in read] != [reading.statements for _, reading in others]

    def passages_of(self, answer: str, unsaid: Unsaid, question: str = "") -> Sequence[tuple[Passage, Reading]]:
        found: list[tuple[Passage, Reading]] = []
        open_topics = set(unsaid)  # what the question is about, until a sentence speaks of it
        told = False
        for passage in passages(answer, fold(answer)):
            if question and not passage.label and opening_reply(passage.text):
                put = _put_before(question, passage)
                found += [(each, self._reading(each)) for each in put]
                question = ""
            elif not is_interjection(passage.text):
                question = ""
            reading = self._reading(passage)
            if not passage.is_bare_title:
                passage, reading = self._named(passage, reading)
                denied = {statement.topic.key for statement in reading.of_values if not statement.asserted}
                topics = (*unsaid, *sorted(open_topics.difference(unsaid)))
                if _REPLY.fullmatch(passage.text) and told:
                    topics = tuple(sorted(open_topics))  # an answer to the user, and no word more on what was just told
                if not reading.of_values:
                    passage, reading = self._elliptic(passage, reading, topics)
                elif len(denied) == 1 and denied <= set(topics) and not any(s.asserted for s in reading.of_values):
                    passage, reading = self._elliptic(passage, reading, tuple(denied))
                told = bool(reading.of_values)
                if reading.of_values:
                    unsaid = (reading.of_values[-1].topic.key,)
                    open_topics.difference_update(statement.topic.key for statement in reading.of_values)
                elif passage.text.rstrip(' "').endswith("?"):
                    unsaid = tuple(sorted(spoken_of(passage.text) & LABELS.keys())) or unsaid
                elif not is_interjection(passage.text):
                    unsaid = ()
            found.append((passage, reading))
        return found

    def _reading(self, passage: Passage) -> Reading:
        """What a passage states, remembered: many answers share their sentences."""
        key = passage.text, passage.raw
        if passage.is_bare_title:
            return self._nothing
        known = self._passages.get(key)
        if known is None:
            likely = self.cues.topics_in(passage.text)
            cased = passage.cased if likely else passage.text
            known = Reading(passage.text, cased, likely, self._names, label=passage.label)
            remember(self._passages, key, known)
        return known

    def _named(self, passage: Passage, reading: Reading) -> tuple[Passage, Reading]:
        """The passage under the plain name of the topic that its own name is of, where only that tells the value."""
        if reading.of_values and is_of_another(passage):
            return passage, self._nothing
        named = under_topic(passage)
        if named is None or any(statement.topic.key == named[0] for statement in reading.of_values):
            return passage, reading
        under = self._reading(named[1])
        return (named[1], under) if any(each.topic.key == named[0] for each in under.of_values) else (passage, reading)

    def _elliptic(self, passage: Passage, reading: Reading, topics: Unsaid) -> tuple[Passage, Reading]:
        """The passage as it reads under the name of the topic that was spoken of last, where that gives it a meaning."""
        if passage.label or not topics or not may_leave_unsaid(without_names(passage.text, self._names)):
            return passage, reading
        spoken = spoken_of(passage.text)
        for key in topics:
            if key in LABELS and spoken <= {key} and (key not in ONLY_WITH or ONLY_WITH[key].search(passage.text)):
                labelled = replace(passage, text=without_reply(passage.text)).under(LABELS[key])
                under = self._reading(labelled)
                if any(statement.topic.key == key for statement in under.of_values):
                    return replace(labelled, unsaid=True), under
        return passage, reading

    def alike(self, answer: str, shares: bool, sizes: bool) -> str:
        """The answer with the numbers alike that no clause is about; whether it may speak of a topic that reads shares, or sizes."""
        percent: Percentages = "kept" if shares else "by size" if sizes else "alike"
        return answer if self._names_hold_results else with_alike_results(answer, percent=percent)


def _put_before(question: str, reply: Passage) -> Sequence[Passage]:
    """The user's question with the reply that an answer begins with, as if the answer had repeated it."""
    last = [passage for passage in passages(question, fold(question)) if passage.text.endswith("?")][-1:]
    said = opening_reply(reply.text)
    return [
        replace(reply, text=f"{each.text} {said}", label=len(each.text) + 1, gaps=(), heading=f"{each.cased} ")
        for each in last
    ]


def remember(known: dict[Any, Any], key: object, value: object) -> None:
    if len(known) >= REMEMBERED:
        known.clear()
    known[key] = value
