"""Answers held to the methodology documents: a typed claim that breaks a clause is a finding that cites it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import polars as pl

from data.identity import content_hash
from data.methodology import MethodologyDocument
from data.records import Evidence, Message, Severity, Trace
from validators.check import Finding
from validators.methodology.claims import Topic
from validators.methodology.cue_words import CueWords
from validators.methodology.document_text import DocumentText
from validators.methodology.ellipsis import (
    LABELS,
    ONLY_WITH,
    Unsaid,
    is_interjection,
    left_unsaid,
    may_leave_unsaid,
    spoken_of,
    without_reply,
)
from validators.methodology.model_names import Names
from validators.methodology.passages import Passage, ascii_lower, fold, passages
from validators.methodology.results import Percentages, alike, spans, with_other_digits
from validators.methodology.run_settings import asks_what_if, numbers_told, ran, settings
from validators.methodology.statements import Reading, Statement
from validators.methodology.subjects import by_name, mentions, primary
from validators.methodology.topics import (
    data_source,
    evaluation_split,
    execution,
    fee,
    fitted_parameters,
    leverage,
    lookback,
    rebalance,
    universe,
)
from validators.methodology.topics.practices import PRACTICES, Practices, opposes
from validators.reasons import Reason

RULES = "5"  # raised whenever a rule changes, so that older verdicts are stale
TOPICS: tuple[Topic, ...] = (
    evaluation_split,
    fitted_parameters,
    data_source,
    universe,
    lookback,
    rebalance,
    fee,
    execution,
    leverage,
)
_BY_KEY = {topic.key: topic for topic in TOPICS}
_ALL: tuple[Topic, ...] = (*TOPICS, *PRACTICES)
_OF_SHARES = (evaluation_split,)  # what they read depends on what a percentage is
_OF_SIZES = (fee, leverage)  # or on how large it is
SHOWN = 20  # places of a clause in one answer
REMEMBERED = 10_000  # passages and answers whose reading is kept
_BESIDE = 80  # characters
LONGEST = 2_000  # characters of an answer that is kept: longer ones hardly come again


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value that an answer states of some of the documents' strategies.

    `start` and `end` are offsets into the answer. `of` holds document ids; `each` tells that the claim is made of every one
    of them, otherwise of some one that the words do not tell apart. `run` tells that the words may speak of one run's settings.
    """

    topic: Topic
    start: int
    end: int
    value: Any
    asserted: bool
    of: frozenset[str]
    each: bool
    run: bool = False
    beside: str = ""
    """The words around the value."""


EXAMPLE = MethodologyDocument(
    id="tide",
    title="Tide",
    kind="rule-based",
    facts={"evaluation_split": "none", "rebalance": "monthly"},
    body="",
)
ACCEPTS = Trace(
    messages=(
        Message(role="user", content="How was tide validated?"),
        Message(role="assistant", content="tide fits nothing, so no train/test split was made."),
    ),
    metadata={"model_id": "tide"},
)
REJECTS = ACCEPTS.with_answer("The model was validated with an 80/20 train/test split.")


class Methodology:
    """The check. `documents` are all that it knows: a strategy without one cannot be contradicted."""

    name = "methodology"
    severity: Severity = "block"

    def __init__(self, documents: tuple[MethodologyDocument, ...]) -> None:
        self.documents: Mapping[str, MethodologyDocument] = {
            document.id: document for document in documents if document.kind != "policy"
        }
        read = [[document.id, document.title, document.kind, document.facts] for document in documents]
        self.version = f"{RULES}-{content_hash(read)[:12]}"
        self._given = documents
        self._names = Names(self.documents.values(), (document for document in documents if document.kind == "policy"))
        self._facts = {
            (document.id, topic): value
            for document in self.documents.values()
            for topic in _ALL
            if topic.key in document.facts and (value := topic.read(document.facts[topic.key])) is not None
        }
        stated = {key for document in self.documents.values() for key in document.facts}
        self._cues = CueWords(topic for topic in _ALL if topic.key in stated)
        self._cues_of_shares, self._cues_of_sizes = CueWords(_OF_SHARES), CueWords(_OF_SIZES)
        self._names_hold_results = any(alike(name, percent="alike") != name for name in self._names.spoken)
        self._nothing = Reading("", "", (), self._names)
        self._passages: dict[tuple[str, str], Reading] = {}
        self._answers: dict[tuple[str, Unsaid], _Read] = {}
        self._text = DocumentText(
            self.documents, [topic.key for topic in TOPICS], lambda text: self._passages_of(text, ())
        )
        self._fails: dict[tuple[str, Unsaid, str | None], bool] = {}

    def __reduce__(self) -> tuple[type["Methodology"], tuple[tuple[MethodologyDocument, ...]]]:
        """Travels to another process as its documents."""
        return Methodology, (self._given,)

    @property
    def unread(self) -> tuple[str, ...]:
        """The clauses on known topics whose value is not understood: nothing contradicts them."""
        return tuple(
            document.clause(topic.key)
            for document in self.documents.values()
            for topic in TOPICS
            if topic.key in document.facts and (document.id, topic) not in self._facts
        )

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        """True for every row whose answer states something that may break a clause of the model in question."""
        answers, asked = frame.get_column("answer"), frame.get_column("question")
        said = frame.select(pl.concat_str(asked.fill_null(""), answers.fill_null(""), separator="\n")).to_series()
        columns = (
            self._cues.holds(said),
            self._cues_of_shares.holds(answers),
            self._cues_of_sizes.holds(answers),
            answers,
            asked,
            frame.get_column("model_id"),
        )
        rows = zip(*(column.to_list() for column in columns), strict=True)
        return pl.Series(
            "suspects",
            [
                cued and self._may_fail(self._alike(answer, shares, sizes), left_unsaid(question or ""), model)
                for cued, shares, sizes, answer, question, model in rows
            ],
            dtype=pl.Boolean,
        )

    def _may_fail(self, plain: str, unsaid: Unsaid, model: str | None) -> bool:
        """Whether `judge` may find anything in answers that are `plain` but for their results."""
        known = self._fails.get((plain, unsaid, model))
        if known is None:
            known = self._read(plain, unsaid).about_results or self._states_a_break(plain, unsaid, model)
            if len(plain) <= LONGEST:
                _remember(self._fails, (plain, unsaid, model), known)
        return known

    def _states_a_break(self, answer: str, unsaid: Unsaid, model: str | None) -> bool:
        of: Iterable[str] | None = None  # whoever the question or the answer names
        if model is not None and model.strip() and not self._names.are_in(fold(answer)):
            name = by_name(model, self.documents)
            of = () if name is None else (name,)
        return any(
            self._may_break(statement, of)
            for _, reading in self._read(answer, unsaid).passages
            for statement in reading.statements
        )

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        """One finding for each clause that the final answer breaks, in the answer's order."""
        broken: dict[str, tuple[Reason, list[Evidence]]] = {}
        answer = trace.answer
        for claim in self.claims(trace, breaking=True):
            conflicts = self._conflicts(claim)
            if conflicts and claim.run and _is_setting(claim, trace):
                continue
            for clause, reason in conflicts:
                spans = broken.setdefault(clause, (reason, []))[1]
                if len(spans) < SHOWN and not any(span.start < claim.end and claim.start < span.end for span in spans):
                    text = answer[claim.start : claim.end]
                    spans.append(
                        Evidence(text=text, start=claim.start, end=claim.end, topic=claim.topic.key, clause=clause)
                    )
        return tuple(
            Finding(
                reason=reason,
                message=self._message(clause, spans),
                evidence=tuple(sorted(spans, key=lambda span: span.start)),
            )
            for clause, (reason, spans) in broken.items()
        )

    def claims(self, trace: Trace, *, breaking: bool = False) -> Iterator[Claim]:
        """Every claim of the final answer about a strategy that has a document. `breaking`: only those that may break a clause."""
        answer = trace.answer
        if not answer:
            return
        folded = fold(answer)
        asked = primary(trace, self._names, self.documents)
        named_in_answer = self._names.are_in(folded)
        if not asked and not named_in_answer:
            return
        current = asked or frozenset()
        named: set[str] = set(current)
        what_if: bool | None = None
        for passage, reading in self.read(answer, left_unsaid(trace.question)):
            if not _is_quoted_question(passage, trace):
                for index, statement in enumerate(reading.statements):
                    if breaking and not self._may_break(statement, None if named_in_answer else current):
                        continue
                    meaning = reading.meaning(index)
                    if meaning is None:
                        continue
                    each = meaning.of_all
                    of = meaning.who
                    if of is None:
                        of = frozenset(named) if each else (asked or current) if meaning.of_asked else current
                    if not of:
                        continue
                    if what_if is None:
                        what_if = asks_what_if(trace) or ran(trace)
                    yield Claim(
                        topic=statement.topic,
                        start=passage.offset(statement.start),
                        end=passage.offset(statement.end),
                        value=statement.value,
                        asserted=statement.asserted,
                        of=of,
                        each=each,
                        run=meaning.of_run or (what_if and meaning.maybe_run),
                        beside=passage.text[max(statement.start - _BESIDE, 0) : statement.end + _BESIDE],
                    )
            if named_in_answer and self._names.find(passage.text):
                subjects = [
                    mention.who for mention in mentions(passage.text, self._names) if mention.who and not mention.aside
                ]
                if subjects:
                    current = subjects[-1]
                    named.update(*subjects)

    def _may_break(self, statement: Statement, of: Iterable[str] | None) -> bool:
        """Whether a value breaks the clause of any of the documents (None: of all)."""
        return any(
            self._conflict(name, statement.topic, statement.value, asserted=statement.asserted)
            for name in (self.documents if of is None else of)
        )

    def _conflict(self, name: str, topic: Topic, value: Any, *, asserted: bool) -> Reason | None:
        """Why a value that is asserted or denied of the strategy `name` breaks its fact on the topic, or what its text tells."""
        fact = self._facts.get((name, topic))
        if fact is None:
            return None
        if isinstance(topic, Practices):
            return Reason.CONTRADICTS_DOCUMENT if opposes(value, asserted, self._text.practices(name)) else None
        return topic.conflict(value, asserted=asserted, fact=fact, document=self.documents[name])

    def read(self, answer: str, unsaid: Unsaid = ()) -> Sequence[tuple[Passage, Reading]]:
        """The passages of an answer and what each states; answers that differ only in results that nothing is stated about are
        read once. `unsaid` are the topics that its first sentence may leave unsaid. Offsets are the answer's, the digits of
        results may be others."""
        lowered = ascii_lower(answer)
        shares, sizes = self._cues_of_shares.are_in(lowered), self._cues_of_sizes.are_in(lowered)
        read = self._read(self._alike(answer, shares, sizes), unsaid)
        return (self._read(answer, unsaid) if read.about_results else read).passages

    def _read(self, answer: str, unsaid: Unsaid) -> "_Read":
        known = self._answers.get((answer, unsaid))
        if known is None:
            read = self._passages_of(answer, unsaid)
            known = _Read(passages=read, about_results=self._is_about_results(answer, unsaid, read))
            if len(answer) <= LONGEST:
                _remember(self._answers, (answer, unsaid), known)
        return known

    def _is_about_results(self, answer: str, unsaid: Unsaid, read: Sequence[tuple[Passage, Reading]]) -> bool:
        """Whether a statement holds a result, or is another one where the results have other digits."""
        results = spans(answer)
        stating = [(passage, statement) for passage, reading in read for statement in reading.statements]
        if not results or not stating:
            return False
        for passage, statement in stating:
            start, end = passage.offset(statement.start), passage.offset(statement.end)
            if passage.quoted or passage.label or any(start < stop and begin < end for begin, stop in results):
                return True
        others = self._passages_of(with_other_digits(answer), unsaid)
        return [reading.statements for _, reading in read] != [reading.statements for _, reading in others]

    def _passages_of(self, answer: str, unsaid: Unsaid) -> Sequence[tuple[Passage, Reading]]:
        found = []
        asked = set(unsaid)  # what the question is about, until a sentence speaks of it
        for passage in passages(answer, fold(answer)):
            reading = self._reading(passage)
            if not passage.is_bare_title:
                if not reading.statements:
                    topics = (*unsaid, *sorted(asked.difference(unsaid)))
                    passage, reading = self._elliptic(passage, reading, topics)
                if reading.statements:
                    unsaid = (reading.statements[-1].topic.key,)
                    asked.difference_update(statement.topic.key for statement in reading.statements)
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
            likely = self._cues.topics_in(passage.text)
            cased = passage.cased if likely else passage.text
            known = Reading(passage.text, cased, likely, self._names, label=passage.label)
            _remember(self._passages, key, known)
        return known

    def _elliptic(self, passage: Passage, reading: Reading, topics: Unsaid) -> tuple[Passage, Reading]:
        """The passage as it reads under the name of the topic that was spoken of last, where that gives it a meaning."""
        if passage.label or not topics or not may_leave_unsaid(passage.text):
            return passage, reading
        spoken = spoken_of(passage.text)
        for key in topics:
            if key in LABELS and spoken <= {key} and (key not in ONLY_WITH or ONLY_WITH[key].search(passage.text)):
                label = f"{LABELS[key]} : "
                labelled = replace(passage, text=label + without_reply(passage.text), label=len(label))
                under = self._reading(labelled)
                if any(statement.topic.key == key for statement in under.statements):
                    return labelled, under
        return passage, reading

    def _alike(self, answer: str, shares: bool, sizes: bool) -> str:
        """The answer with the numbers alike that no clause is about; whether it may speak of a topic that reads shares, or sizes."""
        percent: Percentages = "kept" if shares else "by size" if sizes else "alike"
        return answer if self._names_hold_results else alike(answer, percent=percent)

    def _conflicts(self, claim: Claim) -> list[tuple[str, Reason]]:
        found: list[tuple[str, Reason]] = []
        for name in sorted(claim.of):
            reason = self._conflict(name, claim.topic, claim.value, asserted=claim.asserted)
            if reason and not self._text.tells(
                name, claim.topic, claim.value, asserted=claim.asserted, beside=claim.beside
            ):
                found.append((self.documents[name].clause(claim.topic.key), reason))
            elif not claim.each:
                return []
        return found

    def _message(self, clause: str, spans: list[Evidence]) -> str:
        name, key = clause.split("#")
        said = " … ".join(span.text for span in spans[:3])
        return f"says {said!r}; {clause} is {self.documents[name].fact_text(key)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An answer's passages with what each states; whether a statement is about a number that may be a result."""

    passages: Sequence[tuple[Passage, Reading]]
    about_results: bool


def _remember(known: dict[Any, Any], key: object, value: object) -> None:
    if len(known) >= REMEMBERED:
        known.clear()
    known[key] = value


def _is_setting(claim: Claim, trace: Trace) -> bool:
    """Whether a claim tells what a run of this conversation was set to."""
    if claim.topic is universe and not claim.value.tickers:
        return False
    if isinstance(claim.topic, Practices):
        return any(claim.topic.is_named(claim.value, phrase) for phrase in settings(trace))
    if claim.topic is fee and asks_what_if(trace) and claim.value.bps is not None:
        told = numbers_told(trace)
        if any(abs(number - claim.value.bps * unit) < 1e-9 for number in told for unit in (1.0, 0.01, 0.0001)):
            return True
    for phrase in settings(trace):
        read = _setting(claim.topic.key, phrase)
        if read is not None:
            differs = claim.topic.conflict(claim.value, asserted=True, fact=read, document=EXAMPLE) is not None
            if differs != claim.asserted:
                return True
    return False


@lru_cache(maxsize=4096)
def _setting(key: str, phrase: str) -> Any:
    return _BY_KEY[key].read(phrase)


def _is_quoted_question(passage: Passage, trace: Trace) -> bool:
    return passage.quoted and passage.text.strip(" >") in " ".join(fold(trace.question).split())
