"""Answers about how a strategy works: true, false, or harmless though they sound false."""

from random import Random

from curation.faults.claims import Said, claim, twin
from curation.faults.contexts import Context, single_context
from curation.faults.conversation import search_result
from curation.faults.draft import Corpus, Draft, fillers, metadata_of
from curation.faults.templates import Sentence

CLEAN_METHOD = ("true_claim", "twin")
METHOD_FAULTS = ("false_claim", "boilerplate", "negated_truth", "swapped_truths")


def method_sentences(kind: str, corpus: Corpus) -> tuple[Sentence, ...]:
    """The sentences that may carry `kind`."""
    if kind in ("true_claim", "false_claim", "boilerplate"):
        claims = corpus.of("methodology_claim")
        return tuple(
            each for each in claims if kind == "true_claim" or (each.kind == "boilerplate") == (kind == "boilerplate")
        )
    mark = {"negated_truth": "reversible", "swapped_truths": "swappable"}.get(kind)
    return tuple(each for each in corpus.of("methodology_twin") if mark is None or mark in each.marks)


def method_draft(kind: str, sentence: Sentence, corpus: Corpus, rng: Random) -> Draft | None:
    """A draft of `kind` about a strategy drawn at random, None where the sentence does not suit that strategy."""
    model = rng.choice(sorted(corpus.truths.topics))
    if kind in ("true_claim", "false_claim", "boilerplate"):
        said = claim(sentence, model, corpus.truths, rng, true=kind == "true_claim")
    else:
        said = twin(sentence, model, corpus.truths, rng, fault=None if kind == "twin" else kind)
    if said is None:
        return None
    context = _run_of(model, corpus, rng) if rng.random() < (0.9 if kind == "boilerplate" else 0.5) else None
    searched = context is None or kind in CLEAN_METHOD or said.other is not None or rng.random() < 0.6
    others = fillers(corpus, context, rng, most=3, without=sentence) if context else []
    if searched:
        others += _true_claims(model, sentence.topic, corpus, rng)
    rng.shuffle(others)
    at = _place(said, len(others), rng)
    documents = (model, *((said.other,) if said.other else ()), *(corpus.policies if sentence.kind == "policy" else ()))
    return Draft(
        question=said.question or _question(model, corpus, rng), scope="methodology", before=tuple(others[:at]), text=said.text,
        after=tuple(others[at:]), clean_text=None, sentence=sentence, outputs=context.outputs if context else (),
        search=search_result(documents, corpus.truths) if searched else None, metadata=metadata_of(context, model),
    )  # fmt: skip


def _place(said: Said, others: int, rng: Random) -> int:
    """How many sentences stand before it: a quoted question opens the answer; after another strategy was named, "it" would be anyone's."""
    if said.sentence.kind == "quoted_question":
        return 0
    return others if said.other else rng.randint(0, others)


def _run_of(model: str, corpus: Corpus, rng: Random) -> Context | None:
    runs = [
        each
        for each in corpus.outputs
        if each.entity is None and "model" in each.readings and each.readings["model"].value == model
    ]
    return single_context(rng.choice(runs)) if runs else None


def _true_claims(model: str, topic: str, corpus: Corpus, rng: Random) -> list[str]:
    """Up to two claims on other topics that the document bears out."""
    pool = [each for each in corpus.of("methodology_claim") if each.topic != topic]
    found: dict[str, str] = {}
    for sentence in rng.sample(pool, 8):
        said = claim(sentence, model, corpus.truths, rng, true=True)
        if said is not None:
            found.setdefault(sentence.topic, said.text)
    return list(found.values())[: rng.randint(0, 2)]


def _question(model: str, corpus: Corpus, rng: Random) -> str:
    templates = [text for scope, text in corpus.questions if scope == "methodology"]
    return rng.choice(templates).replace("{model}", model)
