"""Answers held to the methodology documents: a typed claim that breaks a clause is a finding that cites it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from data.identity import content_hash
from data.methodology import MethodologyDocument
from data.records import Evidence, Message, Severity, Trace
from validators.check import Finding
from validators.methodology.all_topics import ALL, TOPICS
from validators.methodology.answer_readings import LONGEST, AnswerReadings, remember
from validators.methodology.claims import Claim, Topic
from validators.methodology.disclaimers import is_disclaimed
from validators.methodology.document_text import DocumentText
from validators.methodology.ellipsis import Asked, what_is_asked
from validators.methodology.hypotheticals import asks_for_ideas
from validators.methodology.model_names import Names
from validators.methodology.passages import Passage, fold, is_clause
from validators.methodology.plain_topics import states_topic
from validators.methodology.premises import is_premise
from validators.methodology.run_settings import asks_what_if, ran
from validators.methodology.set_in_run import RunSettings
from validators.methodology.so_too import so_too
from validators.methodology.statements import Meaning, Reading, Statement
from validators.methodology.subjects import by_name, mentions, primary
from validators.methodology.told_values import ToldValues
from validators.methodology.topics import fee, lookback
from validators.methodology.topics.denied_words import DeniedWords
from validators.methodology.topics.holdings.universe_members import Universe
from validators.methodology.topics.practices import Practices
from validators.reasons import Reason

RULES = "20"  # raised whenever a rule changes, so that older verdicts are stale
_GLOSSED = (fee, lookback)  # topics of which a value may follow from another told beside it
SHOWN = 20  # places of a clause in one answer
_BESIDE = 80  # characters
_SHORTEST = 4  # and of words that a title may hold
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
        read = [[document.id, document.title, document.kind, document.facts, document.body] for document in documents]
        self.version = f"{RULES}-{content_hash(read)[:12]}"
        self._given = documents
        self._names = Names(self.documents.values(), (document for document in documents if document.kind == "policy"))
        self._facts = {
            (document.id, topic): value
            for document in self.documents.values()
            for topic in ALL
            if topic.key in document.facts and (value := topic.read(document.facts[topic.key])) is not None
        }
        stated = {key for document in self.documents.values() for key in document.facts}
        self.readings = AnswerReadings((topic for topic in ALL if topic.key in stated), self._names)
        self._text = DocumentText(
            self.documents, [topic.key for topic in TOPICS], lambda text: self.readings.passages_of(text, ())
        )
        self._fails: dict[tuple[str, Asked, str | None], bool] = {}

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
            self.readings.cues.holds(said),
            self.readings.cues_of_shares.holds(answers),
            self.readings.cues_of_sizes.holds(answers),
            answers,
            asked,
            frame.get_column("model_id"),
        )
        rows = zip(*(column.to_list() for column in columns), strict=True)
        return pl.Series(
            "suspects",
            [
                cued
                and self._may_fail(
                    self.readings.alike(answer, shares, sizes), what_is_asked(question or "", answer), model
                )
                for cued, shares, sizes, answer, question, model in rows
            ],
            dtype=pl.Boolean,
        )

    def _may_fail(self, plain: str, asked: Asked, model: str | None) -> bool:
        """Whether `judge` may find anything in answers that are `plain` but for their results."""
        known = self._fails.get((plain, asked, model))
        if known is None:
            known = self.readings.plain(plain, asked).about_results or self._states_a_break(plain, asked, model)
            if len(plain) <= LONGEST:
                remember(self._fails, (plain, asked, model), known)
        return known

    def _states_a_break(self, answer: str, asked: Asked, model: str | None) -> bool:
        of: Iterable[str] | None = None  # whoever the question or the answer names
        if model is not None and model.strip() and not self._names.are_in(fold(f"{asked.question}\n{answer}")):
            name = by_name(model, self.documents)
            of = () if name is None else (name,)
        return any(
            self._may_break(statement, of)
            for _, reading in self.readings.plain(answer, asked).passages
            for statement in reading.statements
        )

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        """One finding for each clause that the final answer breaks, in the answer's order."""
        broken: dict[str, tuple[Reason, list[Evidence]]] = {}
        answer = trace.answer
        run = RunSettings(trace)
        told = ToldValues(trace)
        for claim in self.claims(trace, breaking=True):
            conflicts = self._conflicts(claim)
            if conflicts and claim.asserted and self._titles_say(claim, answer):
                continue
            if conflicts and ((claim.run and run.tell(claim)) or self._follows(claim)):
                continue
            if conflicts and claim.asserted and not claim.plain and told.hold(answer[claim.start : claim.end]):
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
        put = what_is_asked(trace.question, answer)
        named_in_answer = self._names.are_in(folded) or self._names.are_in(fold(put.question))
        if not asked and not named_in_answer:
            return
        current = asked or frozenset()
        named: set[str] = set(current)
        what_if: bool | None = None
        read = self.readings.read(answer, put)
        of_ideas = asks_for_ideas(fold(trace.question[:LONGEST]))
        for place, (passage, reading) in enumerate(read):
            if of_ideas and not is_clause(passage.text):
                continue
            if not _is_quoted_question(passage, trace) and not is_disclaimed(
                after.text for _, after in read[place + 1 : place + 2]
            ):
                for index, statement in enumerate(reading.statements):
                    only_breaks = breaking or isinstance(statement.topic, DeniedWords)
                    if only_breaks and not self._may_break(statement, None if named_in_answer else current):
                        continue
                    meaning = reading.meaning(index) or self._meant_too(read[place : place + 2], statement)
                    if meaning is None or meaning.of_result:
                        continue
                    each = meaning.of_all
                    of = meaning.who
                    if of is None and self._names.go_on_about_others(
                        [earlier.text for earlier, _ in read[: place + 1]]
                    ):
                        continue
                    if of is None:
                        of = frozenset(named) if each else (asked or current) if meaning.of_asked else current
                    if not of:
                        continue
                    if what_if is None:
                        what_if = asks_what_if(trace) or ran(trace)
                    start, end = passage.span(statement.start, statement.end)
                    value = statement.value
                    if isinstance(value, Universe) and value.whole and _is_one_of_several(place, read):
                        value = replace(value, whole=False)
                    yield Claim(
                        topic=statement.topic,
                        start=start,
                        end=end,
                        value=value,
                        asserted=statement.asserted,
                        of=of,
                        each=each,
                        run=meaning.of_run or (what_if and meaning.maybe_run),
                        plain=_names_topic(passage, statement) if passage.unsaid else meaning.plain,
                        with_values=reading.with_values(index)
                        if statement.topic in _GLOSSED and statement.asserted
                        else (),
                        beside=passage.text[max(statement.start - _BESIDE, 0) : statement.end + _BESIDE],
                    )
            if named_in_answer and self._names.find(passage.text):
                subjects = [
                    mention.who for mention in mentions(passage.text, self._names) if mention.who and not mention.aside
                ]
                if subjects:
                    current = subjects[-1]
                    named.update(*subjects)

    def _meant_too(self, read: Sequence[tuple[Passage, Reading]], statement: Statement) -> Meaning | None:
        """The meaning of what a passage tells of others, where it or the next one says that a strategy does so too."""
        if not statement.asserted:
            return None
        for (told, of), after in zip(read, (statement.end, 0), strict=False):
            does = so_too(of.text, after)
            if does is not None and not is_premise(read[0][1].text, statement.start, statement.end):
                named = [who for start, end, who in self._names.find(told.text) if (start, end) == does]
                return Meaning(who=frozenset(named) or None)
        return None

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
            fact = self._text.practices(name)
        return topic.conflict(value, asserted=asserted, fact=fact, document=self.documents[name])

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

    def _follows(self, claim: Claim) -> bool:
        """Whether the documents' fee or span is told besides, so that an amount only follows from it ("35 bps a side, 70 bps in all"), or a
        span only puts it in other words ("40 weeks, or about nine months")."""
        return claim.asserted and any(
            not any(self._conflict(name, claim.topic, value, asserted=True) for name in claim.of)
            for value in claim.with_values
            if (
                lookback.glosses(claim.value, value)
                if claim.topic is lookback
                else value.bps is not None and claim.value.bps is not None
            )
        )

    def _titles_say(self, claim: Claim, answer: str) -> bool:
        """Whether the words of a claim are those of the title of every document that it is of ("risk parity" of a risk parity)."""
        words = fold(answer[claim.start : claim.end])
        return len(words) > _SHORTEST and all(words in fold(self.documents[name].title) for name in claim.of)

    def _message(self, clause: str, spans: list[Evidence]) -> str:
        name, key = clause.split("#")
        said = " … ".join(span.text for span in spans[:3])
        return f"says {said!r}; {clause} is {self.documents[name].fact_text(key)}"


def _is_one_of_several(place: int, read: Sequence[tuple[Passage, Reading]]) -> bool:
    """Whether a passage is one of several items under one heading: "The universe is:\n- XOM\n- CVX"."""
    own = read[place][0]
    heading = own.text[: own.label]
    beside = [read[each][0] for each in (place - 1, place + 1) if 0 <= each < len(read)]
    return bool(heading) and any(each.label == own.label and each.text.startswith(heading) for each in beside)


def _names_topic(passage: Passage, statement: Statement) -> bool:
    """Whether a passage says what topic it is on without the label that it leaves unsaid."""
    start, end = (max(place - passage.label, 0) for place in (statement.start, statement.end))
    return states_topic(passage.text[passage.label :], start, end, statement.topic.key)


def _is_quoted_question(passage: Passage, trace: Trace) -> bool:
    return passage.quoted and passage.text.strip(" >") in " ".join(fold(trace.question).split())
