"""Answers about numbers: true, or with one wrong number, run or direction."""

import re
from dataclasses import replace
from random import Random

from curation.faults.contexts import Context, draw_context, fitting
from curation.faults.draft import Corpus, Draft, fillers, metadata_of, question_for
from curation.faults.filled_sentence import written_slot
from curation.faults.number_faults import DERIVED_KINDS, SLOT_KINDS, plant
from curation.faults.templates import Sentence, Slot

CLEAN_NUMBERS = ("clean", "clean_derived")
_OF_TWO = re.compile(r"[\w.]+(?:>=|<|>)[A-Za-z_][\w.]*")  # a need that compares two slots
_IN_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t][^\n]*\{(?!\w*\.?(?:model|ticker)\})")  # where numbers claim nothing
NUMBER_FAULTS = (*SLOT_KINDS, "words_sign", "direction", "swapped_runs", *DERIVED_KINDS)


def number_sentences(kind: str, corpus: Corpus) -> tuple[Sentence, ...]:
    """The sentences that may carry `kind`."""
    if kind == "direction":
        return tuple(filter(_may_be_turned, corpus.of("grounding_clean", "grounding_derived")))
    held = corpus.of("grounding_derived" if "derived" in kind else "grounding_clean")
    if kind in CLEAN_NUMBERS:
        return held
    return tuple(
        each for each in held if _IN_HEADING.search(each.text) is None and (kind != "words_sign" or each.signed)
    )


def _may_be_turned(sentence: Sentence) -> bool:
    """Whether the words tell which of two is greater, and would be wrong the other way round: a ratio, worked out anew, would not."""
    compared = any(_OF_TWO.fullmatch(need) for need in sentence.needs)
    return "directed" in sentence.marks and compared and all(slot.operation != "ratio" for slot in sentence.slots)


def number_draft(kind: str, sentence: Sentence, corpus: Corpus, rng: Random) -> Draft | None:
    """A draft of `kind` told by the sentence, None where the tool outputs drawn do not allow it."""
    context = draw_context(sentence, corpus.outputs, rng)
    if context is None:
        return None
    question = question_for(context, corpus, rng)
    told = _told(kind, sentence, context, corpus, question, rng)
    if told is None:
        return None
    others = fillers(corpus, context, rng, most=4, without=sentence)
    at = rng.randint(0, len(others))
    return Draft(
        question=question, scope=context.scope, before=tuple(others[:at]), text=told[0], after=tuple(others[at:]),
        clean_text=told[1], sentence=sentence, outputs=context.outputs, search=None,
        metadata=metadata_of(context, context.model),
    )  # fmt: skip


def _told(
    kind: str, sentence: Sentence, context: Context, corpus: Corpus, question: str, rng: Random
) -> tuple[str, str | None] | None:
    """The sentence as the case has it, and as it ought to be."""
    if kind in ("words_sign", "direction"):
        flip = sentence.signed if kind == "words_sign" else "*"
        wrong = fitting(sentence, context, corpus.truths, rng, flip=flip)
        return (wrong.text, None) if wrong else None
    if kind == "swapped_runs":
        return _swapped_runs(sentence, context, corpus, rng)
    right = fitting(sentence, context, corpus.truths, rng)
    if right is None:
        return None
    if kind in CLEAN_NUMBERS:
        return right.text, None
    fault = plant(kind, right, context.ground(question), rng, entity=context.entity)
    return (right.replaced(fault.index, fault.text), right.text) if fault else None


def _swapped_runs(sentence: Sentence, context: Context, corpus: Corpus, rng: Random) -> tuple[str, str | None] | None:
    """Every number of run a told of run b and the other way round; the words still agree with the numbers."""
    runs = {name.partition(".")[0] for slot in sentence.slots for name in slot.names}
    if context.entity is None or not {"a", "b"} <= runs:
        return None
    kept = (f"a.{context.entity}", f"b.{context.entity}")
    turned = {"a": "b", "b": "a"}
    readings = {
        name if name in kept or name[:2] not in ("a.", "b.") else f"{turned[name[0]]}{name[1:]}": reading
        for name, reading in context.readings.items()
    }
    wrong = fitting(sentence, replace(context, readings=readings), corpus.truths, rng)
    if wrong is None:
        return None
    for each in wrong.filled:
        if each.written.shown is None:
            continue
        other = f"{turned[each.slot.name[0]]}{each.slot.name[1:]}"
        if written_slot(Slot(name=other, code=each.slot.code), readings).text == each.written.text:
            return None
    right = fitting(sentence, context, corpus.truths, rng)
    return wrong.text, right.text if right else None
