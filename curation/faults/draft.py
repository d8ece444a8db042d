"""What the two kinds of cases are made from, and what they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from curation.faults.behaviour import BehaviourUse, Situation
from curation.faults.contexts import Context, fitting
from curation.faults.templates import Sentence, Truths, parse
from curation.faults.tool_output import ToolOutput
from curation.faults.written_number import Unfit, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One folder's data. `questions` are pairs of a scope and a template; `situations` is empty where there is no behaviour.jsonl."""

    name: str
    sentences: tuple[Sentence, ...]
    outputs: tuple[ToolOutput, ...]
    questions: tuple[tuple[str, str], ...]
    truths: Truths
    situations: tuple[Situation, ...] = ()

    def of(self, *uses: str) -> tuple[Sentence, ...]:
        return tuple(each for each in self.sentences if each.use in uses)

    def situations_of(self, use: BehaviourUse) -> tuple[Situation, ...]:
        return tuple(each for each in self.situations if each.use == use)

    @property
    def policies(self) -> tuple[str, ...]:
        """The ids of the documents that are no strategy's."""
        return tuple(sorted(name for name, each in self.truths.documents.items() if each.kind == "policy"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A case before it becomes a trace. `search` is what the document search returned (None: not called)."""

    question: str
    scope: str
    before: tuple[str, ...]
    text: str
    after: tuple[str, ...]
    clean_text: str | None
    sentence: Sentence
    outputs: tuple[ToolOutput, ...]
    search: Mapping[str, Any] | None
    metadata: Mapping[str, Any]


def question_for(context: Context, corpus: Corpus, rng: Random) -> str:
    """A question that the context's outputs answer."""
    templates = [text for scope, text in corpus.questions if scope == context.scope]
    rng.shuffle(templates)
    for template in templates:
        try:
            return "".join(
                piece if isinstance(piece, str) else _plain(piece.name, piece.code, context)
                for piece in parse(template)
            )
        except (KeyError, Unfit):
            continue
    return "What does the tool say?"


def fillers(corpus: Corpus, context: Context, rng: Random, *, most: int, without: Sentence) -> list[str]:
    """Up to `most` other sentences that are true in the context."""
    wanted = rng.randint(0, most)
    found: list[str] = []
    for sentence in rng.sample(corpus.of("grounding_clean"), 24):
        if len(found) == wanted:
            break
        filled = fitting(sentence, context, corpus.truths, rng) if sentence is not without else None
        if filled is not None:
            found.append(filled.text)
    return found


def metadata_of(context: Context | None, model: str) -> dict[str, Any]:
    """The trace's metadata: the strategy asked about, and the ticker and window where one run has them."""
    known: dict[str, Any] = {"model_id": model} if model else {}
    if context is None or context.entity is not None:
        return known
    readings = context.readings
    if "ticker" in readings:
        known["ticker"] = readings["ticker"].value
    if "start" in readings and "end" in readings:
        known["window"] = {"start": readings["start"].value, "end": readings["end"].value}
    return known


def _plain(name: str, code: str, context: Context) -> str:
    reading = context.readings[name]
    return write(reading.value, reading.unit, code).text
