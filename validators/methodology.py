"""Answers held to the methodology documents: a typed claim that breaks a clause is a finding that cites it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from data.identity import content_hash
from data.methodology import MethodologyDocument
from data.records import Evidence, Message, Severity, Trace
from validators.check import Finding
from validators.claims import Stated, Topic
from validators.passages import Passage, fold, passages
from validators.reasons import Reason
from validators.scope import is_compared, is_general, is_hypothetical, is_negated, is_premise
from validators.subjects import Mention, Names, governing, mentions, primary, speaks_of_all, without_names
from validators.run_settings import asks_what_if, is_about_document, is_about_run, settings
from validators.topics import (
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

RULES = "1"  # raised whenever a rule changes, so that older verdicts are stale
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
_OF_RUNS = frozenset(("fee", "leverage", "lookback", "rebalance", "universe", "execution"))
CONDITIONS_HOLD = frozenset(("lookback", "execution", "universe", "data_source"))


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
        self.names = Names(self.documents.values())
        self.version = f"{RULES}-{content_hash([[document.id, document.title, document.kind, document.facts] for document in documents])[:12]}"
        self._facts = {
            (document.id, topic.key): value
            for document in self.documents.values()
            for topic in TOPICS
            if topic.key in document.facts and (value := topic.read(document.facts[topic.key])) is not None
        }

    @cached_property
    def cues(self) -> tuple[str, ...]:
        """Words, one of which is in every answer that the check can fault."""
        known = {key for _, key in self._facts}
        return tuple(sorted({cue for topic in TOPICS if topic.key in known for cue in topic.cues}))

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        """True for every row whose answer holds a cue word of a topic that some document states."""
        answers = frame.get_column("answer")
        if not self.cues:
            return pl.Series("answer", [False] * len(frame), dtype=pl.Boolean)
        return answers.str.contains_any(list(self.cues), ascii_case_insensitive=True).fill_null(False)

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        """One finding for each clause that the final answer breaks, in the answer's order."""
        broken: dict[str, tuple[Reason, list[Evidence]]] = {}
        for claim in self.claims(trace):
            conflicts = self._conflicts(claim)
            if conflicts and claim.run and _is_setting(claim, trace):
                continue
            for clause, reason in conflicts:
                text = trace.answer[claim.start : claim.end]
                evidence = Evidence(text=text, start=claim.start, end=claim.end, topic=claim.topic.key, clause=clause)
                spans = broken.setdefault(clause, (reason, []))[1]
                if not any(span.start < claim.end and claim.start < span.end for span in spans):
                    spans.append(evidence)
        return tuple(
            Finding(
                reason=reason,
                message=self._message(clause, spans),
                evidence=tuple(sorted(spans, key=lambda span: span.start)),
            )
            for clause, (reason, spans) in broken.items()
        )

    def claims(self, trace: Trace) -> Iterator[Claim]:
        """Every claim of the final answer about a strategy that has a document."""
        answer = trace.answer
        if not answer or not self._facts:
            return
        folded = fold(answer)
        if not any(cue in folded for cue in self.cues):
            return
        what_if = asks_what_if(trace)
        asked = primary(trace, self.names, self.documents)
        current = asked if asked is not None else frozenset()
        named: set[str] = set(current)
        for passage in passages(answer, folded):
            found = mentions(passage.text, self.names)
            bare = passage.title and not any(character.isdigit() for character in passage.text)
            if not bare and not (passage.quoted and passage.text.strip(" >") in fold(trace.question)):
                yield from self._of_passage(passage, found, current, named, what_if)
            subjects = [mention.who for mention in found if mention.who and not mention.aside]
            if subjects:
                current = subjects[-1]
                named.update(*subjects)

    def _of_passage(
        self, passage: Passage, found: list[Mention], current: frozenset[str], named: set[str], what_if: bool
    ) -> Iterator[Claim]:
        text = without_names(passage.text, found)
        for topic in TOPICS:
            if not any(cue in text for cue in topic.cues):
                continue
            for stated in topic.find(text, passage.cased):
                if (
                    stated.end <= passage.label
                    or _names_others(found, stated)
                    or is_premise(text, stated.start, stated.end)
                ):
                    continue
                if is_compared(text, stated.start) or is_hypothetical(
                    text, stated.start, stated.end, conditions_hold=topic.key in CONDITIONS_HOLD
                ):
                    continue
                mention = governing(text, found, stated.start, stated.end)
                if mention is None and is_general(text):
                    continue
                of = current if mention is None or mention.who is None else mention.who
                each = speaks_of_all(text) and (mention is None or mention.who is None)
                if not of and not each:
                    continue
                yield Claim(
                    topic=topic,
                    start=passage.offset(stated.start),
                    end=passage.offset(stated.end),
                    value=stated.value,
                    asserted=_asserted(text, stated),
                    of=frozenset(named) if each else of,
                    each=each,
                    run=topic.key in _OF_RUNS
                    and (is_about_run(text) or (what_if and not is_about_document(text)) or topic is universe),
                )

    def _conflicts(self, claim: Claim) -> list[tuple[str, Reason]]:
        key = claim.topic.key
        found: list[tuple[str, Reason]] = []
        for name in sorted(claim.of):
            document, fact = self.documents[name], self._facts.get((name, key))
            reason = fact is not None and claim.topic.conflict(
                claim.value, asserted=claim.asserted, fact=fact, document=document
            )
            if reason:
                found.append((document.clause(key), reason))
            elif not claim.each:
                return []
        return found

    def _message(self, clause: str, spans: list[Evidence]) -> str:
        name, key = clause.split("#")
        said = " … ".join(span.text for span in spans[:3])
        return f"says {said!r}; {clause} is {self.documents[name].fact_text(key)}"


def _is_setting(claim: Claim, trace: Trace) -> bool:
    """Whether a claim tells what a run of this conversation was set to."""
    if claim.topic is universe and (claim.value.whole or not claim.value.tickers):
        return False
    for phrase in settings(trace):
        read = claim.topic.read(phrase)
        if read is not None and claim.topic.conflict(claim.value, asserted=True, fact=read, document=EXAMPLE) is None:
            return True
    return False


def _names_others(found: list[Mention], stated: Stated) -> bool:
    return any(mention.who == frozenset() and mention.start <= stated.start < mention.end for mention in found)


def _asserted(text: str, stated: Stated) -> bool:
    return not is_negated(text, stated.start, stated.end) if stated.asserted is None else stated.asserted
