"""Cases with a known truth: traces that are right, and traces with one fault planted, from templates and stored tool outputs.

for case in generate(load_corpus(bundled("first")), seed=7, count=1000): ...
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from curation.faults.behaviour import FILE, load_behaviour
from curation.faults.behaviour_cases import BEHAVIOUR_FAULTS, BEHAVIOUR_KINDS, TOOL_USE_KINDS, behaviour_exchange
from curation.faults.conversation import Told, conversation
from curation.faults.draft import Corpus, Draft
from curation.faults.method_cases import CLEAN_METHOD, METHOD_FAULTS, method_draft, method_sentences
from curation.faults.number_cases import CLEAN_NUMBERS, NUMBER_FAULTS, number_draft, number_sentences
from curation.faults.templates import load_sentences, load_truths
from curation.faults.tool_output import load_tool_outputs
from data.errors import AssayError
from data.methodology import load_documents
from data.records import QuestionKind, Trace

BUNDLED = Path(__file__).resolve().parents[2] / "data" / "faults"
UNTOUCHED = "untouched"
KINDS = (*CLEAN_NUMBERS, *NUMBER_FAULTS, *CLEAN_METHOD, *METHOD_FAULTS)
_FAULTS = {*NUMBER_FAULTS, *METHOD_FAULTS, *BEHAVIOUR_FAULTS}
_TRIES = 60  # for a sentence, each with another tool output or strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is known of a case. `check` is the check that it measures; of the others nothing is said.

    `start`, `end`: the sentence in question within the answer, `text` (where a call is at fault, the answer's first sentence).
    `clean_text` is that sentence without the fault, None where it is clean or where no one sentence would be right in its place.
    `topic` is a claim's, else ""; `detail` is the template's kind, or what a case of behaviour has of its own (what was disclosed).
    `number_of_tool_numbers`: numeric leaves of the tools' JSON, or number tokens of a tool's plain text (0 for behaviour).
    """

    kind: str
    is_fault: bool
    check: Literal["grounding", "methodology", "tool_use", "disclosure"]
    number_of_tool_numbers: int
    sentence_id: str
    topic: str
    detail: str
    start: int
    end: int
    text: str
    clean_text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    trace: Trace
    truth: Truth


def parts() -> tuple[str, ...]:
    """The names of the bundled corpora: those that rules may be tuned on, by the alphabet, then the untouched one."""
    found = sorted(each.name for each in BUNDLED.iterdir() if each.is_dir())
    return (*(name for name in found if name != UNTOUCHED), UNTOUCHED)


def bundled(part: str) -> Path:
    """The folder of a bundled corpus. Raises AssayError for a part that there is not."""
    if part not in parts():
        raise AssayError(f"there is no part {part!r} of the fault corpus", hint=f"the parts are: {', '.join(parts())}")
    return BUNDLED / part


def load_corpus(folder: Path) -> Corpus:
    """Reads sentences.jsonl, tool_outputs.jsonl, questions.jsonl, truths.json, documents/*.md and, if it is there, behaviour.jsonl.

    Raises AssayError where another is missing or one cannot be read.
    """
    try:
        return _corpus(folder)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise AssayError(
            f"{folder} holds no fault corpus: {type(error).__name__}: {error}",
            hint="give --corpus a folder like data/faults/first; data/faults/SLOTS.md tells the form",
        ) from error


def _corpus(folder: Path) -> Corpus:
    questions = [json.loads(line) for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    return Corpus(
        name=folder.name,
        sentences=load_sentences(folder / "sentences.jsonl"),
        outputs=load_tool_outputs(folder / "tool_outputs.jsonl"),
        questions=tuple((each["scope"], each["text"]) for each in questions),
        truths=load_truths(folder / "truths.json", load_documents(folder / "documents")),
        situations=load_behaviour(folder / FILE),
    )


def generate(corpus: Corpus, *, seed: int, count: int, kinds: tuple[str, ...] = KINDS) -> Iterator[Case]:
    """`count` cases, the kinds in turn; equal arguments give equal cases. Raises AssayError for a kind that no sentence can carry."""
    for index in range(count):
        kind = kinds[index % len(kinds)]
        rng = Random(f"{corpus.name}/{seed}/{index}/{kind}")
        case = _behaviour_case(kind, corpus, rng) if kind in BEHAVIOUR_KINDS else _case(kind, _draft(kind, corpus, rng))
        if case is None:
            raise AssayError(f"no sentence of {corpus.name} can carry {kind}", hint="leave that kind out")
        yield case


def _draft(kind: str, corpus: Corpus, rng: Random) -> Draft | None:
    """The first sentence, in random order, that can carry the kind: every sentence that can is as likely as another."""
    method = kind in CLEAN_METHOD or kind in METHOD_FAULTS
    sentences = list(method_sentences(kind, corpus) if method else number_sentences(kind, corpus))
    rng.shuffle(sentences)
    make = method_draft if method else number_draft
    for sentence in sentences:
        for _ in range(_TRIES):
            draft = make(kind, sentence, corpus, rng)
            if draft is not None:
                return draft
    return None


def _case(kind: str, draft: Draft | None) -> Case | None:
    if draft is None:
        return None
    told = Told(question=draft.question, before=draft.before, text=draft.text, after=draft.after)
    start = told.answer[1]
    truth = Truth(
        kind=kind, is_fault=kind in _FAULTS, check="grounding" if kind in (*CLEAN_NUMBERS, *NUMBER_FAULTS) else "methodology",
        number_of_tool_numbers=sum(each.size for each in draft.outputs),
        sentence_id=draft.sentence.id, topic=draft.sentence.topic, detail=draft.sentence.kind, start=start,
        end=start + len(draft.text), text=draft.text, clean_text=draft.clean_text,
    )  # fmt: skip
    trace = conversation(told, draft.outputs, draft.search, kind=_question_kind(draft), metadata=draft.metadata)
    return Case(trace=trace, truth=truth)


def _question_kind(draft: Draft) -> QuestionKind:
    if "fee" in draft.scope or draft.scope == "what_if":
        return "whatif"
    return "methodology" if draft.search is not None else "lookup"


def _behaviour_case(kind: str, corpus: Corpus, rng: Random) -> Case | None:
    found = behaviour_exchange(kind, corpus, rng)
    if found is None:
        return None
    sentence_id, exchange = found
    told = exchange.told
    start = told.answer[1]
    truth = Truth(
        kind=kind, is_fault=kind in _FAULTS, check="tool_use" if kind in TOOL_USE_KINDS else "disclosure",
        number_of_tool_numbers=0, sentence_id=sentence_id, topic="", detail=exchange.detail,
        start=start, end=start + len(told.text), text=told.text, clean_text=None,
    )  # fmt: skip
    return Case(trace=exchange.trace, truth=truth)
